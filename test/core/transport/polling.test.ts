import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Clock, systemClock } from "../../../core/clock.js";
import { FakeClock } from "../../support/fake-clock.js";
import { RawHttp } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";

// Clients that never hold a connect: plain polling asks now and then, piggyback takes what rides on other replies.

async function start(t: TestContext, options = {}) {
  const passing = new FakeClock();
  const clock: Clock = {
    now: () => passing.now(),
    schedule: (delayMs, callback) => passing.schedule(delayMs, callback),
    endOfTurn: systemClock.endOfTurn,
  };
  const server = await startServer(
    t,
    { timeoutMs: 5_000, maxIntervalMs: 300, sweepPeriodMs: 10, ...options },
    { clock },
  );
  const http = new RawHttp(t, server.url);
  const handshake = { channel: "/meta/handshake", id: "1", supportedConnectionTypes: ["long-polling"] };
  const clientId = (await http.post([handshake])).messages[0]!.clientId!;
  /** Posts one message, and gives all that came back. */
  const post = async (message: Record<string, unknown>) =>
    (await http.post([{ clientId, id: "9", ...message }])).messages;
  const poll = (advice: object = { timeout: 0 }) =>
    post({ channel: "/meta/connect", connectionType: "long-polling", advice });
  await post({ channel: "/meta/subscribe", subscription: "/news" });
  return { ...server, passing, clientId, post, poll, session: server.bayeux.getSession(clientId)! };
}

const dataOf = (messages: readonly { data?: unknown }[]) =>
  messages.flatMap(({ data }) => (data === undefined ? [] : [data]));

test("polling: each connect is answered at once with what came since the last, in its order", async (t) => {
  const { bayeux, poll } = await start(t);
  await poll();
  for (const from of [0, 3, 6]) {
    for (const data of [from, from + 1, from + 2]) bayeux.publish(undefined, "/news", data);
    const messages = await poll();
    assert.deepEqual(dataOf(messages), [from, from + 1, from + 2]);
    assert.equal(messages.at(-1)?.channel, "/meta/connect");
  }
  assert.deepEqual(dataOf(await poll()), []);
});

test("polling: who says how long he pauses lives that long and some time more, and then no longer", async (t) => {
  const { bayeux, clientId, passing, poll } = await start(t);
  await poll();
  const [reply] = await poll({ timeout: 0, interval: 500 });
  assert.equal(reply?.advice?.interval, 500);
  await passing.advance(800 - 1);
  assert.ok(bayeux.getSession(clientId), "his pause and maxIntervalMs are not over");
  await passing.advance(20);
  assert.equal(bayeux.getSession(clientId), undefined, "the session has expired");
});

test("polling: the server may want it of a session: it is not held, and told how long to pause", async (t) => {
  const { poll, post, session } = await start(t);
  await poll();
  session.timeoutMs = 0;
  session.intervalMs = 400;
  const connect = { channel: "/meta/connect", connectionType: "long-polling" };
  const [reply] = await post(connect);
  assert.deepEqual(reply?.advice, { reconnect: "retry", interval: 400, timeout: 0 });
  assert.equal((await post(connect))[0]?.successful, true);
});

test("piggyback: without any connect, deliveries ride on the reply to whatever the client sends, before it", async (t) => {
  const { bayeux, post } = await start(t);
  const senders = [
    { channel: "/other", data: "x" },
    { channel: "/meta/subscribe", subscription: "/more" },
    { channel: "/meta/unsubscribe", subscription: "/more" },
    { channel: "/service/any", data: 1 },
  ];
  for (const [index, message] of senders.entries()) {
    bayeux.publish(undefined, "/news", index);
    const messages = await post(message);
    assert.deepEqual(messages[0], { channel: "/news", data: index });
    assert.equal(messages[1]?.channel, message.channel);
    assert.equal(messages.length, 2);
  }
  const own = await post({ channel: "/news", data: "mine" });
  assert.deepEqual(dataOf(own), ["mine"]);
});

test("piggyback: who goes on sending lives, who stops expires; so many may wait for him, and no more", async (t) => {
  const { bayeux, clientId, passing, post } = await start(t, { maxQueuedMessages: 3 });
  for (let times = 0; times < 5; times += 1) {
    await passing.advance(250);
    assert.equal((await post({ channel: "/other", data: 1 })).at(-1)?.successful, true);
  }
  await passing.advance(320);
  assert.equal(bayeux.getSession(clientId), undefined, "the session has expired");
  const next = await start(t, { maxQueuedMessages: 3 });
  for (let count = 0; count < 4; count += 1) next.bayeux.publish(undefined, "/news", count);
  assert.equal(next.bayeux.stats.sessionsOverflowed, 1);
  assert.equal((await next.post({ channel: "/other", data: 1 }))[0]?.error, "402::session_unknown");
});

test("piggyback: where deliveries travel with connects only, as with acknowledgements, nothing rides along", async (t) => {
  const { bayeux, poll, post, session } = await start(t);
  session.metaConnectDeliveryOnly = true;
  bayeux.publish(undefined, "/news", 1);
  assert.deepEqual(dataOf(await post({ channel: "/meta/subscribe", subscription: "/more" })), []);
  assert.deepEqual(dataOf(await poll()), [1]);
});
