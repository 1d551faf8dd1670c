import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

/** A policy whose answers a test gives when it likes. */
class SlowPolicy extends DefaultSecurityPolicy {
  readonly asked: { question: string; answer: (verdict: boolean) => void }[] = [];
  slow = new Set<string>();

  override canHandshake() {
    return this.#ask("handshake");
  }

  override canCreate(_session: unknown, channel: string) {
    return this.#ask(`create ${channel}`);
  }

  override canSubscribe(_session: unknown, { name }: { name: string }) {
    return this.#ask(`subscribe ${name}`);
  }

  override canPublish(_session: unknown, { name }: { name: string }) {
    return this.#ask(`publish ${name}`);
  }

  #ask(question: string): boolean | Promise<boolean> {
    if (!this.slow.has(question.split(" ")[0]!)) return true;
    return new Promise((answer) => this.asked.push({ question, answer }));
  }
}

async function started(options: BayeuxOptionsInput = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer({ sweepPeriodMs: 100, ...options }, { clock });
  const policy = new SlowPolicy();
  server.policy = policy;
  server.start();
  const join = async () => {
    const socket = new FakeSocket(server);
    socket.send({ id: "1", channel: "/meta/handshake" });
    await clock.settle();
    const clientId = String(socket.read()[0]?.clientId);
    return { socket, clientId, session: server.getSession(clientId)! };
  };
  return { clock, server, policy, join };
}

const inBrief = (messages: Message[]) => messages.map(({ channel, error, data }) => error ?? data ?? channel);

test("who is kicked while the policy thinks about his message has had his last word", async () => {
  const { clock, server, policy, join } = await started();
  const { socket, clientId, session } = await join();
  const heard: unknown[] = [];
  server.createChannel("/a").addListener((_session, { data }) => void heard.push(data));
  policy.slow.add("publish");
  socket.send({ id: "2", channel: "/a", clientId, data: 1 }, { id: "3", channel: "/a", clientId, data: 2 });
  session.disconnect();
  policy.asked[0]?.answer(true);
  await clock.settle();
  assert.deepEqual(heard, []);
  assert.equal(policy.asked.length, 1, "the later message is not even asked about");
  assert.deepEqual(inBrief(socket.read()), ["/meta/disconnect", "402::session_unknown", "402::session_unknown"]);
});

test("who is gone while the policy thinks about his subscription is not subscribed", async () => {
  const { clock, server, policy, join } = await started();
  const { socket, clientId, session } = await join();
  policy.slow.add("subscribe");
  socket.send({ id: "2", channel: "/meta/subscribe", clientId, subscription: "/a" });
  session.end("expired", { reconnect: "handshake" });
  policy.asked[0]?.answer(true);
  await clock.settle();
  assert.deepEqual(inBrief(socket.read()), ["403::subscribe_failed"]);
  assert.equal(server.getChannel("/a")?.subscribers.size, 0);
});

test("messages of one session keep their order, whatever the policy takes; others do not wait", async () => {
  const { clock, server, policy, join } = await started();
  const slow = await join();
  const other = await join();
  const heard: unknown[] = [];
  server.createChannel("/a").addListener((_session, { data }) => void heard.push(data));
  policy.slow.add("publish");
  for (const data of [1, 2]) slow.socket.send({ id: `2${data}`, channel: "/a", clientId: slow.clientId, data });
  policy.slow.clear();
  other.socket.send({ id: "2", channel: "/a", clientId: other.clientId, data: "quick" });
  await clock.settle();
  assert.deepEqual(heard, ["quick"]);
  policy.asked[0]?.answer(true);
  await clock.settle();
  assert.deepEqual(heard, ["quick", 1, 2]);
  assert.deepEqual(
    slow.socket.read().map(({ id }) => id),
    ["21", "22"],
  );
});

test("a channel is created once, though two ask; and again if it was swept while the policy thought", async () => {
  const { clock, server, policy, join } = await started();
  const made: string[] = [];
  server.addListener({ channelAdded: ({ name }) => made.push(name) });
  const one = await join();
  const two = await join();
  policy.slow.add("create");
  for (const { socket, clientId } of [one, two]) {
    socket.send({ id: "2", channel: "/meta/subscribe", clientId, subscription: "/new" });
  }
  for (const { answer } of policy.asked.splice(0)) answer(true);
  await clock.settle();
  assert.deepEqual(made, ["/new"]);
  assert.equal(server.getChannel("/new")?.subscribers.size, 2);

  policy.slow = new Set(["subscribe"]);
  server.createChannel("/idle");
  one.socket.send({ id: "3", channel: "/meta/subscribe", clientId: one.clientId, subscription: "/idle" });
  await clock.advance(1_000);
  assert.deepEqual([...server.channels].filter(({ name }) => name === "/idle").length, 0, "swept");
  policy.asked[0]?.answer(true);
  await clock.settle();
  server.publish(undefined, "/idle", "still heard");
  await clock.settle();
  assert.ok(inBrief(one.socket.read()).includes("still heard"));
});

test("a server that closes while the policy thinks lets nobody in", async () => {
  const { clock, server, policy } = await started();
  policy.slow.add("handshake");
  const socket = new FakeSocket(server);
  socket.send({ id: "1", channel: "/meta/handshake" });
  server.close();
  policy.asked[0]?.answer(true);
  await clock.settle();
  assert.deepEqual(inBrief(socket.read()), ["403:server_closing:handshake_denied"]);
  assert.equal(server.remoteSessionCount, 0);
});

test("whose socket closes while the policy thinks about his handshake expires like any other", async () => {
  const { clock, server, policy } = await started();
  policy.slow.add("handshake");
  const socket = new FakeSocket(server);
  socket.send({ id: "1", channel: "/meta/handshake" });
  socket.connection.closed();
  policy.asked[0]?.answer(true);
  await clock.settle();
  assert.equal(server.remoteSessionCount, 1);
  await clock.advance(server.options.maxIntervalMs + 1_000);
  assert.equal(server.remoteSessionCount, 0);
});

test("a policy that never answers costs its session, where a limit is set", async () => {
  const { clock, server, policy, join } = await started({ maxProcessingMs: 60_000, maxIntervalMs: 200_000 });
  const { socket, clientId, session } = await join();
  const reasons: string[] = [];
  session.onRemoved((_session, reason) => reasons.push(reason));
  policy.slow.add("publish");
  socket.send({ id: "2", channel: "/a", clientId, data: 1 });
  await clock.advance(59_000);
  assert.deepEqual(reasons, []);
  await clock.advance(1_500);
  assert.deepEqual(reasons, ["expired"]);
  assert.equal(server.stats.sessionsExpired, 1);
});

test("what is done in time costs nothing, a slow service counts as well, and each message starts the time anew", async () => {
  const { clock, server, policy, join } = await started({ maxProcessingMs: 60_000, maxIntervalMs: 200_000 });
  const { socket, clientId, session } = await join();
  const ends: (() => void)[] = [];
  server.addService("/service/slow", () => new Promise<void>((resolve) => ends.push(resolve)));
  policy.slow.add("publish");
  socket.send({ id: "2", channel: "/a", clientId, data: 1 });
  await clock.advance(50_000);
  policy.asked[0]?.answer(true);
  policy.slow.clear();
  await clock.advance(50_000);
  assert.ok(session.isHandshaken);
  socket.send({ id: "3", channel: "/service/slow", clientId, data: 1 });
  await clock.advance(50_000);
  socket.send({ id: "4", channel: "/service/slow", clientId, data: 1 });
  await clock.advance(50_000);
  assert.ok(session.isHandshaken);
  ends[1]?.();
  await clock.advance(20_000);
  assert.ok(session.hasEnded, "the first is still at it");
  ends[0]?.();
  await clock.settle();
});

test("the limit must leave connects their time", () => {
  assert.throws(() => new BayeuxServer({ maxProcessingMs: 25_000 }), /maxProcessingMs must be more than timeoutMs/);
});
