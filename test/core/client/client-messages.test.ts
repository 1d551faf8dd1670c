import assert from "node:assert/strict";
import { test } from "node:test";
import type { Delivery } from "../../../core/client/client-channel.js";
import { TransportError } from "../../../core/client/transport/client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { ClientBench } from "./fake-transport.js";

test("all that is sent in one turn leaves in one batch, in order", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const before = transport.batches.length;
  void bench.client.publish("/a", 1);
  void bench.client.subscribe("/b", () => {});
  void bench.client.publish("/a", 2, { ext: { trace: "x" } });
  assert.equal(transport.batches.length, before);
  bench.clock.runTurn();
  assert.deepEqual(transport.batches.slice(before), [
    [
      { channel: "/a", data: 1, id: "4", clientId: "session1" },
      { channel: "/meta/subscribe", subscription: "/b", id: "5", clientId: "session1" },
      { channel: "/a", data: 2, ext: { trace: "x" }, id: "6", clientId: "session1" },
    ],
  ]);
});

test("a batch leaves when its work returns, or throws", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const before = transport.batches.length;
  const result = bench.client.batch(() => {
    void bench.client.publish("/a", 1);
    void bench.client.publish("/a", 2);
    return "done";
  });
  assert.equal(result, "done");
  assert.equal(transport.batches[before]?.length, 2);
  assert.throws(() =>
    bench.client.batch(() => {
      void bench.client.publish("/a", 3);
      throw new Error("in the middle");
    }),
  );
  assert.equal(transport.batches[before + 1]?.length, 1);
});

test("what is sent before there is a session waits for it, up to a limit", async (t) => {
  const bench = new ClientBench(t, { maxQueuedMessages: 2 });
  await assert.rejects(bench.client.publish("/a", 0), { code: "closed" });
  const early = bench.client.subscribe("/a", () => {}); // only noted
  const handshaken = bench.client.handshake();
  const first = bench.client.publish("/a", 1);
  const second = bench.client.publish("/a", 2);
  await assert.rejects(bench.client.publish("/a", 3), { name: "ClientError", code: "overflow" });
  bench.transport.acceptHandshake();
  await handshaken;
  bench.transport.accept("/meta/subscribe");
  assert.equal(bench.transport.accept("/a").data, 1);
  assert.equal(bench.transport.accept("/a").data, 2);
  await Promise.all([first, second, early.ready]);
});

test("messages without an answer are limited too", async (t) => {
  const bench = new ClientBench(t, { maxOutstandingMessages: 2 });
  const transport = await bench.connect();
  void bench.client.publish("/a", 1);
  bench.clock.runTurn();
  void bench.client.publish("/a", 2);
  await assert.rejects(bench.client.publish("/a", 3), { code: "overflow" });
  bench.clock.runTurn();
  transport.take("/meta/connect");
  transport.accept("/a");
  transport.accept("/a");
  void bench.client.publish("/a", 4);
  bench.clock.runTurn();
  transport.accept("/a");
});

test("a publish resolves with its reply, and rejects with the refusal", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const accepted = bench.client.publish("/a", 1);
  const refused = bench.client.publish("/b", 1);
  bench.clock.runTurn();
  transport.accept("/a", { ext: { seti: { delivered: 2 } } });
  transport.receive({ channel: "/b", id: transport.take("/b").id, successful: false, error: "403:no:publish_denied" });
  assert.deepEqual((await accepted).ext, { seti: { delivered: 2 } });
  await assert.rejects(refused, { code: "refused", message: "refused: /b 403:no:publish_denied" });
});

test("what the transport does not take is rejected, and the connection goes on", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const publishing = bench.client.publish("/a", "x");
  bench.clock.runTurn();
  transport.sink.refused(new TransportError("HTTP status 413"), [transport.take("/a")]);
  await assert.rejects(publishing, { code: "transport", message: "transport: HTTP status 413" });
  assert.equal(bench.client.state, "connected");
});

test("a delivery reaches each matching listener once, the most general first", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const seen: string[] = [];
  bench.client.onDelivery(() => void seen.push("delivery"));
  for (const channel of ["/**", "/chat/**", "/chat/*", "/chat/room", "/chat/other", "/cha/**"]) {
    bench.client.subscribe(channel, (message: Delivery<number>) => void seen.push(`${channel} ${message.data + 1}`));
  }
  bench.client.addListener("/chat/*", () => void seen.push("local"));
  transport.receive({ channel: "/chat/room", data: 1, id: "publisher's own" });
  assert.deepEqual(seen, ["delivery", "local", "/** 2", "/chat/** 2", "/chat/* 2", "/chat/room 2"]);
});

test("falsy data is data, and a name that we would not allow is still delivered", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const got: unknown[] = [];
  bench.client.onDelivery((message) => void got.push(message.data));
  for (const data of [0, false, "", null]) transport.receive({ channel: "/a", data });
  transport.receive({ channel: "/ä", data: "umlaut" });
  assert.deepEqual(got, [0, false, "", null, "umlaut"]);
});

test("listeners on one channel share one subscription on the server", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const got: string[] = [];
  const first = bench.client.subscribe("/a", () => void got.push("first"));
  const second = bench.client.subscribe("/a/", () => void got.push("second"));
  bench.clock.runTurn();
  transport.accept("/meta/subscribe", { subscription: "/a" });
  assert.equal(await first.ready, await second.ready);
  const third = bench.client.subscribe("/a", () => void got.push("third"));
  await third.ready;
  await first.unsubscribe();
  await first.unsubscribe();
  transport.receive({ channel: "/a", data: 1 });
  assert.deepEqual(got, ["second", "third"]);
  transport.assertQuiet();
  await third.unsubscribe();
  const left = second.unsubscribe();
  bench.clock.runTurn();
  transport.accept("/meta/unsubscribe");
  assert.equal((await left).successful, true);
  transport.receive({ channel: "/a", data: 2 });
  assert.equal(got.length, 2);
});

test("a refused subscription ends, and tells so", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const replies: Message[] = [];
  bench.client.addListener("/meta/subscribe", (reply) => void replies.push(reply));
  const subscription = bench.client.subscribe("/secret", () => assert.fail("not subscribed"));
  bench.clock.runTurn();
  const { id } = transport.take("/meta/subscribe");
  transport.receive({ channel: "/meta/subscribe", id, successful: false, error: "403:x:subscribe_denied" });
  await assert.rejects(subscription.ready, { code: "refused" });
  assert.equal(replies[0]?.error, "403:x:subscribe_denied");
  transport.receive({ channel: "/secret", data: 1 });
  await subscription.unsubscribe();
  transport.assertQuiet();
});

test("subscriptions outlive a disconnect of the application, and are restored by its next handshake", async (t) => {
  const bench = new ClientBench(t);
  bench.client.subscribe("/a", () => {});
  const pending = bench.client.subscribe("/b", () => {});
  void bench.client.handshake();
  bench.client.abort();
  await assert.rejects(pending.ready, { code: "closed" });
  await pending.unsubscribe();
  void bench.client.handshake();
  bench.transport.acceptHandshake();
  assert.equal(bench.transport.take("/meta/subscribe").subscription, "/a");
  bench.transport.take("/meta/connect");
});

test("illegal names and the client's own channels are refused where they are given", async (t) => {
  const bench = new ClientBench(t);
  for (const name of ["", "a", "/", "/a//b", "/*/b", "/meta/connect"]) {
    assert.throws(() => bench.client.subscribe(name, () => {}), RangeError, name);
  }
  for (const name of ["", "a", "/meta/connect", "/meta/handshake", "/meta/x"]) {
    assert.throws(() => void bench.client.publish(name, 1), RangeError, name);
  }
  assert.throws(() => bench.client.addListener("x", () => {}), RangeError);
});

test("listeners on meta channels see the replies", async (t) => {
  const bench = new ClientBench(t);
  const seen: string[] = [];
  const stop = bench.client.addListener(
    "/meta/*",
    (message) => void seen.push(`${message.channel} ${message.successful}`),
  );
  const transport = await bench.connect();
  transport.accept("/meta/connect");
  stop();
  transport.accept("/meta/connect");
  assert.deepEqual(seen, ["/meta/handshake true", "/meta/connect true", "/meta/connect true"]);
});

test("a remote call takes the result, not the receipt; a refused receipt ends it", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const price = bench.client.remoteCall<{ price: number }>("stock/quote", { symbol: "X" });
  const failing = bench.client.remoteCall("stock/fail", {});
  const refused = bench.client.remoteCall("stock/none", {});
  bench.clock.runTurn();
  const quote = transport.accept("/service/stock/quote");
  const fail = transport.accept("/service/stock/fail");
  const { id } = transport.take("/service/stock/none");
  transport.receive(
    { channel: "/service/stock/none", id, successful: false, error: "404::" },
    { channel: "/service/stock/quote", id: quote.id, successful: true, data: { price: 9 } },
    { channel: "/service/stock/quote", id: quote.id, successful: true, data: { price: 10 } },
    { channel: "/service/stock/fail", id: fail.id, successful: false, data: { message: "no" } },
  );
  assert.equal((await price).price, 9);
  await assert.rejects(failing, (error: Error & { reply?: Message }) => {
    assert.deepEqual(error.reply?.data, { message: "no" });
    return true;
  });
  await assert.rejects(refused, { code: "refused" });
});

test("a remote call without a result times out, or fails with its session", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  transport.take("/meta/connect");
  const slow = bench.client.remoteCall("slow", {}, 100);
  const endless = bench.client.remoteCall("endless", {}, 0);
  bench.clock.runTurn();
  const { id } = transport.accept("/service/slow");
  transport.accept("/service/endless");
  await bench.clock.advance(100);
  await assert.rejects(slow, { code: "timeout", message: "timeout: 406::timeout" });
  const { ignored } = bench.client.stats;
  transport.receive({ channel: "/service/slow", id, successful: true, data: "late" });
  assert.equal(bench.client.stats.ignored, ignored + 1);
  transport.receive({ channel: "/meta/disconnect", successful: true });
  await assert.rejects(endless, { code: "session" });
});

test("a remote call that timed out before it could be sent is not sent", async (t) => {
  const bench = new ClientBench(t);
  (await bench.connect()).fail();
  const call = bench.client.remoteCall("slow", {}, 100);
  await bench.clock.advance(100);
  await assert.rejects(call, { code: "timeout" });
  await bench.clock.advance(400);
  bench.transport.accept("/meta/connect");
  bench.transport.take("/meta/connect");
  bench.transport.assertQuiet();
});

test("extensions see each message, may change and drop it, and may fail", async (t) => {
  const bench = new ClientBench(t);
  const order: string[] = [];
  bench.client.addExtension({
    outgoing(message) {
      order.push(`first ${message.channel}`);
      if (message.channel === "/dropped") return false;
      if (message.channel === "/a") message.stamp = 1;
      return undefined;
    },
    incoming: (message) => message.channel !== "/secret",
  });
  const second = {
    outgoing(message: Message): void {
      order.push(`second ${message.channel}`);
      throw new Error("an extension fails");
    },
  };
  bench.client.addExtension(second);
  const transport = await bench.connect();
  bench.client.removeExtension(second);
  transport.take("/meta/connect");
  assert.deepEqual(order.slice(0, 2), ["second /meta/handshake", "first /meta/handshake"]);
  const dropped = bench.client.publish("/dropped", 1);
  void bench.client.publish("/a", 1);
  bench.clock.runTurn();
  await assert.rejects(dropped, { code: "deleted" });
  assert.equal(transport.take("/a").stamp, 1);
  transport.receive({ channel: "/secret", data: 1 });
  assert.equal(bench.client.stats.deliveries, 0);
});
