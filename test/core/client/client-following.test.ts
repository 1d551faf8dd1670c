import assert from "node:assert/strict";
import { test } from "node:test";
import type { Gap } from "../../../core/client/gap-watch.js";
import { ClientBench } from "./fake-transport.js";

test("messages are read one by one, until the loop is left, which unsubscribes", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const heard: unknown[] = [];
  const messages = bench.client.messages<number>("/a/*");
  const reading = (async () => {
    for await (const { data } of messages) {
      heard.push(data);
      if (data === 3) break;
    }
  })();
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  for (const data of [1, 2, 3, 4]) transport.receive({ channel: "/a/b", data });
  await reading;
  assert.deepEqual(heard, [1, 2, 3]);
  bench.clock.runTurn();
  transport.accept("/meta/unsubscribe");
  assert.deepEqual(await messages.next(), { done: true, value: undefined });
});

test("a reader that is too slow is told, after what had room; so is one that the server refuses", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const slow = bench.client.messages("/a", { maxBufferedMessages: 2 });
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  for (const data of [1, 2, 3]) transport.receive({ channel: "/a", data });
  assert.equal((await slow.next()).value?.data, 1);
  assert.equal((await slow.next()).value?.data, 2);
  await assert.rejects(slow.next(), { code: "overflow" });
  assert.equal((await slow.next()).done, true);
  bench.clock.runTurn();
  transport.accept("/meta/unsubscribe");
  const refused = bench.client.messages("/b").next();
  bench.clock.runTurn();
  transport.accept("/meta/subscribe", { successful: false, error: "403::no" });
  await assert.rejects(refused, { code: "refused" });
  assert.throws(() => bench.client.messages("no channel"), RangeError);
});

test("a signal ends a reader, a subscription, a remote call, and the whole client", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const end = new AbortController();
  const { signal } = end;
  const read = bench.client.messages("/a", { signal }).next();
  bench.client.subscribe("/b", () => assert.fail("heard after the end"), { signal });
  const call = bench.client.remoteCall("sum", [1, 2], { signal });
  bench.clock.runTurn();
  transport.accept("/meta/subscribe");
  transport.accept("/meta/subscribe");
  transport.take("/service/sum");
  end.abort(new Error("enough"));
  assert.equal((await read).done, true);
  await assert.rejects(call, /enough/);
  bench.clock.runTurn();
  transport.accept("/meta/unsubscribe");
  transport.accept("/meta/unsubscribe");
  transport.receive({ channel: "/b", data: 1 });
  const early = bench.client.messages("/c", { signal });
  assert.equal((await early.next()).done, true);
});

test("readers end when the client comes to rest: with the reason if that was the server's will", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const ended = bench.client.messages("/a").next();
  transport.receive({ channel: "/meta/disconnect", successful: true, advice: { reconnect: "none" } });
  await assert.rejects(ended, { code: "closed" });
  const second = bench.client.handshake();
  bench.transport.acceptHandshake();
  await second;
  const left = bench.client.messages("/a").next();
  bench.client.abort();
  assert.equal((await left).done, true);
});

test("a gap is told: a new session always, the same one where nothing is acknowledged", async (t) => {
  const bench = new ClientBench(t);
  const gaps: Gap[] = [];
  bench.client.onGap((gap) => void gaps.push(gap));
  let transport = await bench.connect();
  assert.deepEqual(gaps, []);
  const lostAt = bench.clock.now();
  transport.fail();
  await bench.clock.advance(500);
  transport = bench.transport;
  transport.accept("/meta/connect");
  assert.deepEqual(gaps, [{ kind: "connection", sinceMs: lostAt }]);
  transport.accept("/meta/connect", { successful: false, error: "402::unknown", advice: { reconnect: "handshake" } });
  bench.transport.acceptHandshake({ clientId: "session2", ext: { ack: true } });
  bench.transport.accept("/meta/connect");
  assert.deepEqual(gaps.slice(1), [{ kind: "session", sinceMs: bench.clock.now() }]);
  bench.transport.fail();
  await bench.clock.advance(500);
  bench.transport.accept("/meta/connect");
  assert.equal(gaps.length, 2, "the server sends again what was not acknowledged");
});

test("what the server dropped from a full queue is a gap, with its number", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const gaps: Gap[] = [];
  bench.client.onGap((gap) => void gaps.push(gap));
  const sinceMs = bench.clock.now();
  for (const oortbus of [undefined, 7, null, { dropped: 0 }, { dropped: "3" }, { dropped: -1 }]) {
    transport.accept("/meta/connect", { ext: { oortbus } });
  }
  assert.deepEqual(gaps, []);
  await bench.clock.advance(5_000);
  transport.accept("/meta/connect", { ext: { oortbus: { dropped: 3 } } });
  assert.deepEqual(gaps, [{ kind: "queue", sinceMs, dropped: 3 }]);
  assert.equal(bench.client.state, "connected");
});
