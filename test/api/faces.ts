import type { TestContext } from "node:test";
import { type ServiceError, status } from "@grpc/grpc-js";
import { oortbus } from "#proto/event_bus.js";
import { EventBusApi, type EventBusApiParts } from "../../api/event-bus-api.js";
import { grpcHandlers } from "../../api/grpc-handlers.js";
import { type HttpApiOptions, httpRoutes } from "../../api/http-routes.js";
import { HttpServer } from "../../core/http/http-server.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { GrpcServer } from "../../proto/grpc-server.js";
import type { GrpcServerOptionsInput } from "../../proto/grpc-server-options.js";

export type Method = "Publish" | "SendToUser" | "GetPresence" | "GetCluster" | "Drain";

/** What came of a call, in the words both faces share. */
export type Answer = { result: unknown } | { code: string; detail: string };

/** One way to call the API: `request` has the fields of the HTTP twin, its `data` plain. */
export interface Face {
  readonly name: "gRPC" | "HTTP";
  call(method: Method, request: Record<string, unknown>): Promise<Answer>;
}

export interface Faces {
  readonly grpc: Face;
  readonly http: Face;
  readonly client: EventBusClient;
  /** Of the HTTP twin, for example `http://127.0.0.1:1234/api/v1/`. */
  readonly url: string;
}

/** Serves one API over both faces on free ports. */
export async function serve(
  t: TestContext,
  bus: EventBusApiParts,
  options: { grpc?: GrpcServerOptionsInput; http?: HttpApiOptions } = {},
): Promise<Faces> {
  const api = new EventBusApi(bus);
  const server = new GrpcServer(options.grpc ?? {}, { handlers: grpcHandlers(api) });
  await server.start();
  t.after(() => server.stop());
  const client = new EventBusClient(`127.0.0.1:${server.port}`);
  t.after(() => client.close());
  const listener = new HttpServer();
  for (const route of httpRoutes(api, options.http)) listener.addRoute(route);
  const { port } = await listener.listen(0, "127.0.0.1");
  t.after(() => listener.close(0));
  const url = `http://127.0.0.1:${port}/api/v1/`;
  return { grpc: grpcFace(client), http: httpFace(url), client, url };
}

function httpFace(url: string): Face {
  return {
    name: "HTTP",
    async call(method, request) {
      const response = await post(url + method, JSON.stringify(request));
      const body = (await response.json()) as { code: string; detail: string };
      return response.ok ? { result: body } : { code: body.code, detail: body.detail };
    },
  };
}

export function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
}

function grpcFace(client: EventBusClient): Face {
  return {
    name: "gRPC",
    async call(method, request) {
      try {
        return { result: await callGrpc(client, method, request) };
      } catch (error) {
        const { code, details } = error as ServiceError;
        return { code: status[code]!, detail: details };
      }
    },
  };
}

async function callGrpc(client: EventBusClient, method: Method, request: Record<string, unknown>): Promise<unknown> {
  const data = Buffer.from(JSON.stringify(request.data) ?? "");
  if (method === "Publish") {
    const { sessions } = await client.publish({ ...request, data });
    return { sessions };
  }
  if (method === "SendToUser") {
    const { delivered, unknown, unconfirmed } = await client.sendToUser({ ...request, data });
    return { delivered, unknown, unconfirmed };
  }
  if (method === "GetPresence") {
    const { users } = await client.getPresence(request);
    return {
      users: users.map((one) => ({
        user: one.user,
        present: one.present,
        nodes: one.nodes,
        localSessions: one.localSessions,
        shardOwners: one.shardOwners,
      })),
    };
  }
  if (method === "Drain") {
    const { sessions } = await client.drain();
    return { sessions };
  }
  const { url, id, state, peers, sessions, users, shards } = await client.getCluster();
  const word = (name: string | undefined): string => name!.split("_").at(-1)!.toLowerCase();
  return {
    url,
    id,
    state: word(oortbus.v1.NodeState[state]),
    peers: peers.map((peer) => ({
      url: peer.url,
      id: peer.id,
      state: word(oortbus.v1.PeerState[peer.state!]),
      since: new Date(Number(peer.since!.seconds) * 1_000 + peer.since!.nanos! / 1_000_000).toISOString(),
    })),
    sessions,
    users,
    shards,
  };
}
