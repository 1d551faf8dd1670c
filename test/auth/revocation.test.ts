import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { isObject } from "../../core/message/message.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { grpcFace, httpFace } from "../api/faces.js";
import { RawSocket } from "../support/raw-client.js";
import { until } from "../support/until.js";
import { type AuthNode, joinMesh, logIn, startAuthMesh } from "./start-auth-node.js";

/** The code in a refused login's reply. */
async function refusalOf(url: string, token: string): Promise<unknown> {
  const reply = await logIn(url, token);
  assert.equal(reply.successful, false);
  assert.ok(isObject(reply.ext?.authentication));
  return reply.ext.authentication.code;
}

function faces(t: TestContext, { grpc, admin }: AuthNode) {
  const client = new EventBusClient(grpc);
  t.after(() => client.close());
  return [grpcFace(client), httpFace(`${admin}/api/v1/`)];
}

interface Minted {
  readonly token: string;
  readonly tokenId: string;
}

const ALL_ANSWERED = { disconnected: 1, unansweredNodes: [], unknownNodes: [] };

/** What RevokeTokens says of the cluster. */
function counts(outcome: object): unknown {
  assert.ok("result" in outcome);
  const { until: _, ...rest } = outcome.result as { until: string };
  return rest;
}

/** A session that holds a connect, and tells what it is told. */
async function liveSession(t: TestContext, url: string, token: string): Promise<RawSocket> {
  const socket = await RawSocket.open(t, url);
  const [reply] = await socket.ask([
    {
      channel: "/meta/handshake",
      version: "1.0",
      supportedConnectionTypes: ["websocket"],
      ext: { authentication: { token } },
    },
  ]);
  assert.equal(reply!.successful, true);
  const connect = { channel: "/meta/connect", clientId: reply!.clientId, connectionType: "websocket" };
  await socket.ask([{ ...connect, advice: { timeout: 0 } }]);
  socket.send([connect]);
  return socket;
}

/** Reads until the server has ended the session. @returns its last words on /service/auth */
async function ending(socket: RawSocket): Promise<unknown> {
  let told: unknown;
  for (;;) {
    for (const { channel, data } of await socket.frame()) {
      if (channel === "/service/auth") told = data;
      if (channel === "/meta/disconnect") return told;
    }
  }
}

test("a token that one node made is taken by all, and revoked for all: live sessions end, and a node that joins later knows", async (t) => {
  const mesh = await startAuthMesh(t, 3);
  const [north, south, west] = mesh as [AuthNode, AuthNode, AuthNode];
  const [grpc, http] = faces(t, north);
  const mint = async (user: string) =>
    ((await grpc!.call("MintToken", { user, ttlSeconds: 60 })) as { result: Minted }).result;

  const [alice, other, bob] = [await mint("alice"), await mint("alice"), await mint("bob")];
  const lives = await Promise.all([
    liveSession(t, south.url, alice.token),
    liveSession(t, west.url, other.token),
    liveSession(t, west.url, bob.token),
    liveSession(t, north.url, other.token),
  ]);

  const byId = await http!.call("RevokeTokens", { tokenId: alice.tokenId });
  assert.deepEqual(counts(byId), ALL_ANSWERED, "where the session was is all the same");
  assert.deepEqual(await ending(lives[0]), { event: "revoked" });
  assert.equal(await refusalOf(west.url, alice.token), "revoked");
  assert.equal((await logIn(south.url, other.token)).successful, true, "the user's other token is as good as ever");

  const byUser = await grpc!.call("RevokeTokens", { user: "alice" });
  assert.deepEqual(counts(byUser), { ...ALL_ANSWERED, disconnected: 3 }, "each counts once, on whichever node");
  assert.deepEqual(await ending(lives[1]), { event: "revoked" });
  assert.equal(await refusalOf(south.url, other.token), "revoked");
  assert.equal((await logIn(south.url, bob.token)).successful, true, "nobody else is concerned");

  // The node that was told of it leaves, and another one comes that never met it.
  await north.bus.stop();
  const east = await joinMesh(t, [south, west]);
  await untilKnown(east, 2);
  assert.equal(await refusalOf(east.url, other.token), "revoked");
  assert.equal(await refusalOf(east.url, alice.token), "revoked");
  assert.equal((await logIn(east.url, bob.token)).successful, true);
});

async function untilKnown({ bus }: AuthNode, count: number): Promise<void> {
  await until(() => bus.auth.revocationCount >= count, "the node knows what is revoked", 5_000);
  assert.equal(bus.auth.revocationCount, count);
}
