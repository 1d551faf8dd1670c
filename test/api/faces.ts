import type { TestContext } from "node:test";
import { type ServiceError, status } from "@grpc/grpc-js";
import { oortbus } from "#proto/event_bus.js";
import { BackendApi } from "../../api/backend-api.js";
import type { BackendApiParts } from "../../api/bus-parts.js";
import { grpcHandlers } from "../../api/grpc-handlers.js";
import { type HttpApiOptions, httpRoutes } from "../../api/http-routes.js";
import { HttpServer } from "../../core/http/http-server.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { GrpcServer } from "../../proto/grpc-server.js";
import type { GrpcServerOptionsInput } from "../../proto/grpc-server-options.js";
import { UNTIL, type Until } from "../../seti/send-result.js";

export type Method =
  | "Publish"
  | "SendToUser"
  | "GetPresence"
  | "ListUserSessions"
  | "DisconnectUser"
  | "DisconnectSession"
  | "GetCluster"
  | "Drain"
  | "MintToken"
  | "RevokeTokens";

/** What came of a call, in the words both faces share. */
export type Answer = { result: unknown } | { code: string; detail: string };

/** One way to call the API: `request` has the fields of the HTTP twin, its `data` plain. */
export interface Face {
  readonly name: "gRPC" | "HTTP";
  call(method: Method, request: Record<string, unknown>): Promise<Answer>;
  /** The news of WatchPresence in the form of the HTTP twin; throws an Answer that is a refusal. Hangs up when left. */
  watch(request: Record<string, unknown>): AsyncGenerator<Record<string, unknown>, void, undefined>;
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
  bus: BackendApiParts,
  options: { grpc?: GrpcServerOptionsInput; http?: HttpApiOptions } = {},
): Promise<Faces> {
  const api = new BackendApi(bus);
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

export function httpFace(url: string): Face {
  return {
    name: "HTTP",
    async call(method, request) {
      const response = await post(url + method, JSON.stringify(request));
      const body = (await response.json()) as { code: string; detail: string };
      return response.ok ? { result: body } : { code: body.code, detail: body.detail };
    },
    async *watch(request) {
      const gone = new AbortController();
      const response = await fetch(`${url}WatchPresence`, {
        method: "POST",
        body: JSON.stringify(request),
        headers: { "content-type": "application/json" },
        signal: gone.signal,
      });
      if (!response.ok) {
        const { code, detail } = (await response.json()) as { code: string; detail: string };
        throw { code, detail };
      }
      try {
        let rest = "";
        for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
          const lines = (rest + text).split("\n");
          rest = lines.pop()!;
          for (const line of lines) if (line !== "") yield JSON.parse(line) as Record<string, unknown>;
        }
      } finally {
        gone.abort();
      }
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

export function grpcFace(client: EventBusClient): Face {
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
    async *watch(request) {
      try {
        for await (const news of client.watchPresence(request)) {
          yield plain(news);
        }
      } catch (error) {
        const { code, details } = error as ServiceError;
        throw { code: status[code]!, detail: details };
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
    const until = request.until === undefined ? 0 : UNTIL.indexOf(request.until as Until) + 1 || 99;
    const sent = await client.sendToUser({ ...request, until, data });
    const { delivered, unknown, unconfirmed, stored, untaken, nodes } = sent;
    const present = { ...(stored === 0 ? {} : { stored }), ...(untaken.length === 0 ? {} : { untaken }) };
    return { delivered, unknown, unconfirmed, ...present, nodes };
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
  if (method === "ListUserSessions") {
    const { sessions, total, unansweredNodes, unknownNodes } = await client.listUserSessions(request);
    const listed = sessions.map(({ node, session, transport, since, remoteAddress }) => ({
      node,
      session,
      transport,
      since: isoOf(since),
      ...(remoteAddress === "" ? {} : { remoteAddress }),
    }));
    return { sessions: listed, total, unansweredNodes, unknownNodes };
  }
  if (method === "DisconnectUser" || method === "DisconnectSession") {
    const answer = await (method === "DisconnectUser"
      ? client.disconnectUser(request)
      : client.disconnectSession(request));
    const { disconnected, unansweredNodes, unknownNodes } = answer;
    return { disconnected, unansweredNodes, unknownNodes };
  }
  if (method === "Drain") {
    const { sessions } = await client.drain();
    return { sessions };
  }
  if (method === "MintToken") {
    const { token, tokenId, expiresAt } = await client.mintToken(request);
    return { token, tokenId, expiresAt: isoOf(expiresAt) };
  }
  if (method === "RevokeTokens") {
    const { until, ...revoked } = await client.revokeTokens(request);
    return { ...revoked, until: isoOf(until) };
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
      since: isoOf(peer.since),
      ...(peer.link == null ? {} : { link: linkOf(peer.link) }),
    })),
    sessions,
    users,
    shards,
  };
}

/** Defaults are not fields of a decoded message's own. */
function plain({ started, change, count, gap, ended }: oortbus.v1.WatchPresenceResponse): Record<string, unknown> {
  if (started) return { started: { node: started.node } };
  if (change) return { change: { user: change.user, present: change.present, nodes: change.nodes } };
  if (count) return { count: { present: count.present, watched: count.watched } };
  if (gap) return { gap: { dropped: gap.dropped } };
  return { ended: { reason: ended?.reason } };
}

function isoOf(time: { seconds?: unknown; nanos?: number | null } | null | undefined): string {
  return new Date(Number(time!.seconds) * 1_000 + time!.nanos! / 1_000_000).toISOString();
}

/** The fields of a link as the HTTP twin names them: what is absent is left out. */
function linkOf(link: oortbus.v1.Link.$Properties): Record<string, unknown> {
  const { out, in: inward, roundTripMs, queuedMessages, queuedBytes, gaps, interest, version } = link;
  return { out, in: inward, roundTripMs, queuedMessages, queuedBytes, gaps, interest, version };
}
