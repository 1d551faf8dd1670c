import type { TestContext } from "node:test";
import { BusNode } from "../../bus-node.js";
import type { NodeConfigInput } from "../../config.js";
import { silentLogger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import { freePorts } from "../support/ports.js";

/** At least 32 bytes. */
export const SECRET = "the nodes of this test share this secret";

export interface AuthNode {
  readonly bus: BusNode;
  readonly origin: string;
  readonly url: string;
  readonly grpc: string;
  /** Of the admin listener. */
  readonly admin: string;
}

/** Starts a node in this process that logs in by tokens. @param jwt - options of `auth.jwt` */
export async function startAuthNode(
  t: TestContext,
  jwt: NonNullable<NonNullable<NodeConfigInput["auth"]>["jwt"]> = { secret: SECRET },
  config: NodeConfigInput = {},
): Promise<AuthNode> {
  const [port, grpcPort, adminPort] = await freePorts(3);
  const bus = new BusNode(
    {
      port: port!,
      grpcPort: grpcPort!,
      admin: { port: adminPort! },
      ...config,
      auth: { mode: "jwt", jwt, ...config.auth },
    },
    { logger: silentLogger },
  );
  t.after(() => bus.stop());
  await bus.start();
  const origin = `http://127.0.0.1:${port}`;
  return {
    bus,
    origin,
    url: `${origin}/cometd`,
    grpc: `127.0.0.1:${grpcPort}`,
    admin: `http://127.0.0.1:${adminPort}`,
  };
}

/** Starts `count` nodes of one cloud, and waits until each has joined all. */
export async function startAuthMesh(t: TestContext, count: number, jwt = { secret: SECRET }): Promise<AuthNode[]> {
  const nodes: AuthNode[] = [];
  for (let index = 0; index < count; index += 1) nodes.push(await joinMesh(t, nodes, jwt));
  return nodes;
}

/** Starts one more node of a cloud, and waits until all have joined. */
export async function joinMesh(
  t: TestContext,
  others: readonly AuthNode[],
  jwt: NonNullable<NonNullable<NodeConfigInput["auth"]>["jwt"]> = { secret: SECRET },
): Promise<AuthNode> {
  const node = await startAuthNode(t, jwt, { secret: "cloud", peer: others.map(({ url }) => url) });
  await Promise.all(others.map((other) => joined(other, node)));
  return node;
}

function joined({ bus }: AuthNode, { url }: AuthNode): Promise<void> {
  if (bus.oort.peers.some((peer) => peer.url === url && peer.state === "joined")) return Promise.resolve();
  return new Promise((resolve) => {
    const remove = bus.oort.addListener({
      joined: (peer) => {
        if (peer.url !== url) return;
        remove();
        resolve();
      },
    });
  });
}

/** One handshake by POST. @param token - of any type, as an attacker may send it */
export async function logIn(url: string, token: unknown): Promise<Message> {
  const handshake = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["long-polling"],
    ext: { authentication: { token } },
  };
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([handshake]),
  });
  const [reply] = (await response.json()) as Message[];
  return reply!;
}
