import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClientError } from "../../../core/client/client-error.js";
import type { Message } from "../../../core/message/message.js";
import { ClientBench } from "./fake-transport.js";

test("a client handshakes, confirms with a first connect that is not held, and then keeps one connect outstanding", async (t) => {
  const bench = new ClientBench(t);
  const { client } = bench;
  assert.equal(client.state, "disconnected");
  const handshaken = client.handshake({ ext: { user: "alice" }, channel: "/not/mine", version: "9" });
  const { transport } = bench;
  assert.deepEqual(transport.batches, [
    [
      {
        ext: { user: "alice" },
        id: "1",
        channel: "/meta/handshake",
        version: "1.0",
        minimumVersion: "1.0",
        supportedConnectionTypes: ["websocket"],
      },
    ],
  ]);
  transport.acceptHandshake();
  assert.equal((await handshaken).clientId, "session1");
  assert.equal(client.clientId, "session1");
  assert.deepEqual(transport.batches[1], [
    {
      id: "2",
      channel: "/meta/connect",
      clientId: "session1",
      connectionType: "websocket",
      advice: { timeout: 0 },
    },
  ]);
  assert.equal(client.state, "connecting");
  transport.receive({ channel: "/meta/connect", id: "2", successful: true });
  assert.equal(client.state, "connected");
  assert.deepEqual(transport.batches[2], [
    { id: "3", channel: "/meta/connect", clientId: "session1", connectionType: "websocket" },
  ]);
  transport.receive({ channel: "/meta/connect", id: "3", successful: true });
  assert.equal(transport.batches.length, 4);
  assert.deepEqual(bench.states, ["handshaking", "connecting", "connected"]);
});

test("the next connect goes out after all messages of the frame that brought the reply, wherever the reply stands", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const { id } = transport.take("/meta/connect");
  const sentAtDelivery: number[] = [];
  bench.client.onDelivery(() => void sentAtDelivery.push(transport.sent.length));
  const before = transport.sent.length;
  transport.receive(
    { channel: "/a", data: 1 },
    { channel: "/meta/connect", id, successful: true },
    { channel: "/a", data: 2 },
  );
  assert.deepEqual(sentAtDelivery, [before, before]);
  transport.take("/meta/connect");
});

test("the pause that the server advises is kept, and forgotten with the session", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const advice = { reconnect: "retry", interval: 2_000, "multiple-clients": true };
  transport.accept("/meta/connect", { advice });
  assert.deepEqual(bench.client.advice, {
    timeoutMs: 30_000, // a partial advice keeps the rest
    intervalMs: 2_000,
    maxIntervalMs: undefined,
    multipleClients: true,
  });
  await bench.clock.advance(1_999);
  transport.assertQuiet();
  await bench.clock.advance(1);
  transport.receive({ channel: "/meta/connect", id: transport.take("/meta/connect").id, error: "402::" });
  transport.take("/meta/handshake");
  assert.deepEqual(bench.client.advice, {
    timeoutMs: 60_000,
    intervalMs: 0,
    multipleClients: false,
  });
});

test("an interval in the handshake reply delays the first connect", async (t) => {
  const bench = new ClientBench(t);
  void bench.client.handshake();
  bench.transport.acceptHandshake({ advice: { interval: 500 } });
  bench.transport.assertQuiet();
  await bench.clock.advance(500);
  bench.transport.take("/meta/connect");
});

test("a hold time of the client's own is sent in every connect but the confirming one, and bounds the wait for it", async (t) => {
  const bench = new ClientBench(t, { connectHoldMs: 700, maxNetworkDelayMs: 1_000 });
  const transport = await bench.connect();
  assert.deepEqual(transport.take("/meta/connect").advice, { timeout: 700 });
  await bench.clock.advance(1_699);
  assert.equal(bench.client.state, "connected");
  await bench.clock.advance(1);
  assert.equal(bench.client.state, "unconnected");
});

test("a server that holds no connect is not asked in a tight loop", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  for (let round = 0; round < 10; round += 1) transport.accept("/meta/connect");
  transport.assertQuiet();
  await bench.clock.advance(1_000);
  // With something in it, each reply was worth asking for.
  for (let round = 0; round < 30; round += 1) {
    transport.receive({ channel: "/a", data: 1 });
    transport.accept("/meta/connect");
  }
});

test("a server that holds its connects is asked again at once, though nothing ever comes", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  for (let round = 0; round < 30; round += 1) {
    await bench.clock.advance(2_000);
    transport.accept("/meta/connect");
  }
});

test("a refused handshake is tried again after growing waits, until the server says not to", async (t) => {
  const bench = new ClientBench(t);
  const replies: Message[] = [];
  bench.client.onHandshakeReply((reply) => void replies.push(reply));
  const handshaken = bench.client.handshake();
  const refuse = (fields: Record<string, unknown>): void => {
    const { id } = bench.transport.take("/meta/handshake");
    bench.transport.receive({ channel: "/meta/handshake", id, successful: false, error: "403::no", ...fields });
  };
  for (const delay of [500, 1_000, 2_000, 4_000, 4_000]) {
    refuse({ advice: { reconnect: "handshake" } });
    assert.equal(bench.client.state, "unconnected");
    assert.equal(bench.clock.nextDelayMs, delay);
    await bench.clock.advance(delay);
    assert.equal(bench.client.state, "handshaking");
  }
  refuse({ advice: { reconnect: "none" }, ext: { authentication: { failed: true } } });
  assert.equal(bench.client.state, "disconnected");
  await assert.rejects(handshaken, (error: ClientError) => {
    assert.equal(error.name, "ClientError");
    assert.equal(error.code, "refused");
    assert.deepEqual(error.reply?.ext, { authentication: { failed: true } });
    return true;
  });
  assert.equal(replies.length, 6);
  assert.equal(bench.transport.ended, "closed");
  assert.equal(bench.client.stats.handshakes, 6);
});

test("handshake fields are asked for anew each time, and may come later", async (t) => {
  const bench = new ClientBench(t);
  const tokens = ["old", "new"];
  const handshaken = bench.client.handshake(async () => ({ ext: { token: tokens.shift() } }));
  await bench.clock.settle();
  assert.deepEqual(bench.transport.acceptHandshake().ext, { token: "old" });
  await handshaken;
  bench.transport.accept("/meta/connect");
  const { id } = bench.transport.take("/meta/connect");
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  await bench.clock.settle();
  assert.deepEqual(bench.transport.take("/meta/handshake").ext, { token: "new" });
});

test("handshake fields that cannot be made are a failure like any other", async (t) => {
  const bench = new ClientBench(t);
  let calls = 0;
  void bench.client.handshake(() => {
    calls += 1;
    if (calls === 1) throw new Error("no token yet");
    return calls === 2 ? Promise.reject(new Error("still none")) : {};
  });
  await bench.clock.advance(500);
  await bench.clock.advance(1_000);
  assert.equal(calls, 3);
  bench.transport.acceptHandshake();
});

test("a session that the server does not know is replaced at once, whatever advice says so", async (t) => {
  for (const reply of [
    { successful: false, error: "402::session_unknown", advice: { reconnect: "handshake", interval: 0 } },
    { successful: false, error: "402::Unknown client" },
    { successful: false, error: "401:x:Unknown client", advice: { reconnect: "handshake" } },
    { successful: true, advice: { reconnect: "handshake" } },
  ]) {
    const bench = new ClientBench(t);
    const transport = await bench.connect();
    transport.receive({ channel: "/meta/connect", id: transport.take("/meta/connect").id, ...reply });
    assert.equal(bench.client.clientId, undefined);
    transport.acceptHandshake({ clientId: "session2" });
    transport.accept("/meta/connect");
    assert.equal(bench.client.clientId, "session2");
    assert.deepEqual(bench.states.slice(3), ["handshaking", "connecting", "connected"]);
  }
});

test("a server that forgets every new session is asked with growing waits", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const forget = (): void => {
    const { id } = transport.take("/meta/connect");
    transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  };
  forget();
  for (const delay of [500, 1_000, 2_000]) {
    transport.acceptHandshake();
    forget();
    assert.equal(bench.client.state, "unconnected");
    assert.equal(bench.clock.nextDelayMs, delay);
    await bench.clock.advance(delay);
  }
  transport.acceptHandshake();
});

test("the advice none on a connect ends the client, even beside an unknown session", async (t) => {
  for (const reply of [{ successful: true }, { successful: false, error: "402::session_unknown" }]) {
    const bench = new ClientBench(t);
    const transport = await bench.connect();
    const { id } = transport.take("/meta/connect");
    const publishing = bench.client.publish("/a", 1);
    bench.clock.runTurn();
    transport.receive({ channel: "/meta/connect", id, ...reply, advice: { reconnect: "none" } });
    assert.equal(bench.client.state, "disconnected");
    assert.equal(transport.ended, "closed");
    await assert.rejects(publishing, { code: "closed" });
  }
});

test("a connect refused with leave to retry is retried after a wait, on the same transport and session", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const { id } = transport.take("/meta/connect");
  transport.receive({
    channel: "/meta/connect",
    id,
    successful: false,
    error: "500::",
    advice: { reconnect: "retry" },
  });
  assert.equal(bench.client.state, "unconnected");
  await bench.clock.advance(500);
  assert.deepEqual(transport.accept("/meta/connect").advice, { timeout: 0 });
  assert.equal(bench.client.state, "connected");
  assert.equal(bench.transports.length, 1);
});

test("the server's own disconnect ends the client; with the advice handshake it makes a new session", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.receive({ channel: "/meta/disconnect", successful: true });
  assert.equal(bench.client.state, "disconnected");

  const again = bench.client.handshake();
  bench.transport.acceptHandshake({ clientId: "session2" });
  await again;
  bench.transport.accept("/meta/connect");
  bench.transport.take("/meta/connect");
  bench.transport.receive({ channel: "/meta/disconnect", successful: true, clientId: "session1" });
  assert.equal(bench.client.state, "connected", "that was meant for another session");
  bench.transport.receive({ channel: "/meta/disconnect", successful: true, advice: { reconnect: "handshake" } });
  assert.equal(bench.client.state, "handshaking");
  bench.transport.receive({ channel: "/meta/disconnect", successful: true });
  assert.equal(bench.client.state, "handshaking", "the old session cannot end the new one");
  bench.transport.acceptHandshake();
});

test("messages announced with the handshake come before the first connect, and are not waited for without end", async (t) => {
  const bench = new ClientBench(t);
  const got: unknown[] = [];
  bench.client.onDelivery((message) => void got.push(message.data));
  void bench.client.handshake();
  bench.transport.acceptHandshake({ "x-messages": 2 });
  bench.transport.receive({ channel: "/news", data: 1 });
  assert.equal(bench.client.state, "handshaking");
  bench.transport.receive({ channel: "/news", data: 2 });
  assert.equal(bench.client.state, "connecting");
  bench.transport.take("/meta/connect");
  assert.deepEqual(got, [1, 2]);

  const other = new ClientBench(t);
  void other.client.handshake();
  other.transport.acceptHandshake({ "x-messages": 1e9 });
  await other.clock.advance(20_000);
  assert.equal(other.client.state, "connecting");
});

test("disconnect waits for both replies, then closes the transport", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const connect = transport.take("/meta/connect");
  void bench.client.publish("/a", "last words");
  const disconnected = bench.client.disconnect();
  assert.equal(bench.client.disconnect(), disconnected);
  transport.take("/a");
  const { id } = transport.take("/meta/disconnect");
  await assert.rejects(bench.client.publish("/a", "too late"), { code: "closed" });
  transport.receive(
    { channel: "/a", id: "4", successful: true },
    { channel: "/meta/disconnect", id, successful: true },
  );
  assert.equal(bench.client.state, "disconnecting");
  transport.receive({ channel: "/meta/connect", id: connect.id, successful: true, advice: { reconnect: "none" } });
  await disconnected;
  assert.equal(bench.client.state, "disconnected");
  assert.equal(transport.ended, "closed");
  assert.deepEqual(bench.states.slice(-2), ["disconnecting", "disconnected"]);
});

test("disconnect ends by itself when the server leaves out a reply", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const disconnected = bench.client.disconnect();
  transport.accept("/meta/disconnect");
  await bench.clock.advance(1_000);
  await disconnected;

  const again = new ClientBench(t, { maxNetworkDelayMs: 3_000 });
  await again.connect();
  const given = again.client.disconnect();
  await again.clock.advance(3_000);
  await given;
  assert.equal(again.client.state, "disconnected");
});

test("disconnect in any state comes to rest", async (t) => {
  const resting = new ClientBench(t);
  await resting.client.disconnect();

  const handshaking = new ClientBench(t);
  const refused = handshaking.client.handshake();
  await handshaking.client.disconnect();
  assert.equal(handshaking.client.state, "disconnected");
  await assert.rejects(refused, { code: "closed" });

  const unconnected = new ClientBench(t);
  (await unconnected.connect()).fail();
  assert.equal(unconnected.client.state, "unconnected");
  const disconnected = unconnected.client.disconnect();
  assert.equal(unconnected.transports.length, 2, "the server is told, if it can be reached");
  unconnected.transport.fail();
  await disconnected;
  assert.equal(unconnected.client.state, "disconnected");
});

test("abort drops everything at once, and the client can start anew", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const publishing = bench.client.publish("/a", 1);
  bench.client.abort();
  assert.equal(bench.client.state, "disconnected");
  assert.equal(transport.ended, "aborted");
  await assert.rejects(publishing, { code: "closed" });
  bench.client.abort();
  await bench.connect();
});

test("a second handshake while the client runs is refused", async (t) => {
  const bench = new ClientBench(t);
  void bench.client.handshake();
  await assert.rejects(bench.client.handshake(), /while handshaking/);
});

test("listeners may end or restart the client from within", async (t) => {
  const bench = new ClientBench(t);
  const stop = bench.client.onHandshakeReply(() => bench.client.abort());
  void bench.client.publish("/a", 0).catch(() => {});
  void bench.client.handshake();
  bench.transport.acceptHandshake();
  assert.equal(bench.client.state, "disconnected");
  stop();
  let restarts = 0;
  bench.client.onState((state) => {
    if (state !== "disconnected" || restarts > 0) return;
    restarts += 1;
    void bench.client.handshake();
  });
  const transport = await bench.connect();
  transport.receive({ channel: "/meta/disconnect", successful: true }, { channel: "/a", data: "of the old session" });
  assert.equal(restarts, 1);
  assert.equal(bench.client.state, "handshaking");
  bench.transport.acceptHandshake();
  assert.equal(bench.client.stats.deliveries, 0);
});

test("options that make no sense are refused, each by its name", () => {
  const t = { after() {} } as unknown as import("node:test").TestContext;
  assert.throws(() => new ClientBench(t, { urls: ["nonsense"] }), /urls/);
  assert.throws(() => new ClientBench(t, { urls: [], url: "ftp://x" }), /url/);
  assert.throws(() => new ClientBench(t, { minRetryMs: 0, maxBatchBytes: -1 }), /minRetryMs.*maxBatchBytes/);
  assert.throws(() => new ClientBench(t, { minRetryMs: 9_000 }), /maxRetryMs: below minRetryMs/);
  assert.throws(() => new ClientBench(t, { noSuch: 1 } as object), /noSuch: unknown/);
  for (const wrong of [
    { urls: null },
    { urls: 7 },
    { ext: [] },
    { transportUrls: "x" },
    { stickyReconnect: 1 },
    { maxJsonDepth: 1.5 },
    { connectHoldMs: -1 },
    { constructor: 1 },
    { __proto__x: 1 },
  ]) {
    assert.throws(() => new ClientBench(t, wrong as object), { name: "ConfigError", message: /^\w+: / });
  }
  assert.throws(() => new ClientBench(t, {}, []), /transports: none/);
});
