import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { type TestContext, test } from "node:test";
import { z } from "zod";
import { OWN_CALL } from "../../api/api-call.js";
import { BackendApi } from "../../api/backend-api.js";
import type { ApiOort } from "../../api/bus-parts.js";
import { NodeQuestions } from "../../api/operator/node-questions.js";
import { systemClock } from "../../core/clock.js";
import { silentLogger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { Seti } from "../../seti/seti.js";
import type { SetiCloud } from "../../seti/seti-cloud.js";

/** A cloud of one: what Oort is to the API and to Seti before any peer is there. */
function lonelyCloud() {
  return {
    url: "http://only/cometd",
    id: "only",
    incarnation: 1,
    peers: [] as [],
    observeChannel() {},
    deobserveChannel() {},
    addExactChannel() {},
    addListener: () => () => {},
    backlog: 0,
    linkOf: () => undefined,
    interestSettled: () => Promise.resolve(),
    publishTo: async () => false,
    // Nobody but Seti's own session speaks on its channels here.
    isOort: (session: ServerSession) => session.isLocal,
    peerOf: () => undefined,
    hasPeerSession: () => false,
  } satisfies SetiCloud & ApiOort;
}

interface Node {
  /** A call of the API, by the method's name. */
  call(name: string, input: object): Promise<unknown>;
  readonly server: BayeuxServer;
  /** A session of the user that hears a channel. */
  login(user: string, channel: string): { next(): Promise<Message> };
}

function startNode(t: TestContext): Node {
  const server = new BayeuxServer();
  const oort = lonelyCloud();
  const seti = new Seti(server, oort);
  seti.start();
  t.after(() => {
    seti.stop();
    server.close();
  });
  const api = new BackendApi({
    server,
    oort,
    seti,
    questions: new NodeQuestions(oort, server, {
      ...{ clock: systemClock, logger: silentLogger, service: "api" },
      answerTimeoutMs: 30_000,
    }),
    clock: systemClock,
    isClient: () => false,
    state: () => "ready",
    onState: () => () => {},
    drain() {},
  });
  return {
    call: (name, input) => api.call(api.method(name, "unary"), input, OWN_CALL),
    server,
    login(user, channel) {
      const local = server.newLocalSession(user);
      local.handshake();
      const heard = new EventEmitter();
      local.subscribe(channel, (message) => heard.emit("message", message));
      seti.associate(user, local.session);
      return { next: async () => (await once(heard, "message"))[0] as Message };
    },
  };
}

test("what a backend publishes reaches the subscribers", async (t) => {
  const { call, login } = startNode(t);
  const alice = login("alice", "/chat/*");
  const next = alice.next();
  assert.deepEqual(await call("Publish", { channel: "/chat/lobby", data: { text: "hi" } }), { sessions: 1 });
  const { channel, data } = await next;
  assert.deepEqual([channel, data], ["/chat/lobby", { text: "hi" }]);
  assert.deepEqual(await call("Publish", { channel: "/nobody/here", data: 1 }), { sessions: 0 });
});

test("what a backend sends to a user reaches each session of the user, plain", async (t) => {
  const { call, login } = startNode(t);
  const sessions = [login("bob", "/inbox"), login("bob", "/inbox"), login("carol", "/inbox")];
  const both = Promise.all([sessions[0]!.next(), sessions[1]!.next()]);
  const sent = await call("SendToUser", { user: "bob", channel: "/inbox", data: [1, 2] });
  assert.deepEqual(sent, { delivered: 2, unknown: [], unconfirmed: [], nodes: 1 });
  for (const { channel, data } of await both) assert.deepEqual([channel, data], ["/inbox", [1, 2]]);
  const missed = await call("SendToUser", { user: "ghost", channel: "/inbox", data: 1 });
  assert.deepEqual(missed, { delivered: 0, unknown: ["ghost"], unconfirmed: [], nodes: 0 });
});

test("presence and the cluster view of a node alone", async (t) => {
  const { call, login } = startNode(t);
  login("bob", "/inbox");
  const url = "http://only/cometd";
  assert.deepEqual(((await call("GetPresence", { users: ["bob", "ghost"] })) as { users: unknown }).users, [
    { user: "bob", present: true, nodes: [url], localSessions: 1, shardOwners: [url] },
    { user: "ghost", present: false, nodes: [], localSessions: 0, shardOwners: [url] },
  ]);
  const view = { url, id: "only", state: "ready", peers: [], sessions: 0, users: 1, shards: 1 };
  assert.deepEqual(await call("GetCluster", {}), view);
});

test("what a backend publishes must be of the channel's type, where it has one", async (t) => {
  const { call, server, login } = startNode(t);
  server.typedChannel("/prices/{symbol}", z.object({ bid: z.number().default(0) }));
  const alice = login("alice", "/prices/*");
  const next = alice.next();
  await call("Publish", { channel: "/prices/acme", data: {} });
  assert.deepEqual((await next).data, { bid: 0 });
  await assert.rejects(call("Publish", { channel: "/prices/acme", data: { bid: "1" } }), {
    kind: "INVALID_ARGUMENT",
    message: "data: refused by the channel: 400:data.bid:data_invalid",
  });
  server.typedChannel(
    "/later",
    z.string().refine(async (text) => text === "yes"),
  );
  assert.deepEqual(await call("Publish", { channel: "/later", data: "yes" }), { sessions: 0 });
  await assert.rejects(call("Publish", { channel: "/later", data: "no" }), { kind: "INVALID_ARGUMENT" });
});
