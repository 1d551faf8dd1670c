import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientBench } from "./fake-transport.js";

test("a WebSocket that never opens gives way to long-polling at once, and is tried again in the next round", async (t) => {
  const bench = new ClientBench(t, {}, ["websocket", "long-polling"]);
  const handshaken = bench.client.handshake();
  assert.deepEqual(bench.transport.take("/meta/handshake").supportedConnectionTypes, ["websocket", "long-polling"]);
  bench.transport.fail("HTTP 403", true);
  await bench.clock.advance(0);
  assert.equal(bench.transport.name, "long-polling");
  assert.deepEqual(bench.transport.take("/meta/handshake").supportedConnectionTypes, ["long-polling"]);
  bench.transport.fail("ECONNREFUSED");
  assert.equal(bench.clock.nextDelayMs, 500);
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "websocket");
  bench.transport.fail("refused", true);
  await bench.clock.advance(0);
  bench.transport.acceptHandshake();
  await handshaken;
  assert.equal(bench.transport.accept("/meta/connect").connectionType, "long-polling");
  assert.equal(bench.client.transportName, "long-polling");
  bench.transport.fail("ECONNRESET");
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "long-polling", "a session stays on its transport");
  const { id } = bench.transport.take("/meta/connect");
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  assert.equal(bench.transport.name, "websocket", "a new session may have the better one");
});

test("the server's list of transports decides: another one that both have, or the end", async (t) => {
  const bench = new ClientBench(t, {}, ["websocket", "long-polling"]);
  void bench.client.handshake();
  const websocket = bench.transport;
  websocket.acceptHandshake({ supportedConnectionTypes: ["callback-polling", 7, "long-polling"] });
  // A session made on a WebSocket is unknown over HTTP, so it is ended, and another is made there at once.
  assert.equal(websocket.take("/meta/disconnect").clientId, "session1");
  await bench.clock.advance(0);
  assert.equal(websocket.ended, "closed");
  assert.deepEqual(bench.transport.acceptHandshake().supportedConnectionTypes, ["long-polling"]);
  assert.equal(bench.transport.accept("/meta/connect").connectionType, "long-polling");
  bench.transport.fail();
  await bench.clock.advance(500);
  assert.equal(bench.transport.name, "long-polling");

  const other = new ClientBench(t);
  const handshaken = other.client.handshake();
  other.transport.acceptHandshake({ supportedConnectionTypes: ["carrier-pigeon"] });
  await assert.rejects(handshaken, { code: "no_transport" });
  assert.equal(other.client.state, "disconnected");
});

test("a session made over HTTP goes on over a transport that needs one, and not where that cannot be opened", async (t) => {
  const bench = new ClientBench(t, {}, ["stream", "long-polling"], ["stream"]);
  void bench.client.handshake();
  const first = bench.transport;
  assert.equal(first.name, "long-polling");
  first.acceptHandshake({ supportedConnectionTypes: ["stream", "long-polling"] });
  assert.equal(first.ended, "closed");
  const stream = bench.transport;
  assert.equal(stream.name, "stream");
  assert.equal(stream.take("/meta/connect").connectionType, "stream");
  stream.fail("nothing came", true);
  await bench.clock.advance(0);
  assert.deepEqual(bench.transport.acceptHandshake().supportedConnectionTypes, ["long-polling"]);
  bench.transport.accept("/meta/connect");
  assert.equal(bench.client.transportName, "long-polling");
});

test("a WebSocket that worked is kept to, or, if so wished, given up at its first loss", async (t) => {
  for (const stickyReconnect of [true, false]) {
    const bench = new ClientBench(t, { stickyReconnect }, ["websocket", "long-polling"]);
    const transport = await bench.connect();
    transport.fail("lost", true);
    await bench.clock.advance(500);
    assert.equal(bench.transport.name, stickyReconnect ? "websocket" : "long-polling");
    bench.transport.take(stickyReconnect ? "/meta/connect" : "/meta/handshake");
  }
});

test("a server that advises hosts is left for them, in their order, for the next handshake", async (t) => {
  const bench = new ClientBench(t, { url: "http://north.test:81/cometd", attemptsPerUrl: 1 });
  const transport = await bench.connect();
  const advice = { reconnect: "handshake", hosts: ["south.test", 7, "a/b", "west.test:82", "evil.test@x"] };
  transport.accept("/meta/connect", { successful: false, error: "402::", advice });
  assert.equal(bench.transport.url, "http://south.test:81/cometd");
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, "http://west.test:82/cometd");
  bench.transport.fail();
  await bench.clock.advance(2_000);
  assert.equal(bench.transport.url, "http://north.test:81/cometd");
});

test("advised hosts are tried before the URLs that were known, wherever the client stands among these", async (t) => {
  const urls = ["http://north.test/cometd", "http://south.test/cometd"];
  const bench = new ClientBench(t, { urls, attemptsPerUrl: 1 });
  void bench.client.handshake();
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[1]);
  const advice = { reconnect: "handshake", hosts: ["west.test"] };
  bench.transport.acceptHandshake();
  bench.transport.accept("/meta/connect", { successful: false, error: "402::", advice });
  assert.equal(bench.transport.url, "http://west.test/cometd");
  bench.transport.accept("/meta/handshake", {
    successful: false,
    error: "503::full",
    advice: { hosts: ["east.test"] },
  });
  await bench.clock.advance(4_000);
  assert.equal(bench.transport.url, "http://east.test/cometd");
});

test("after repeated failures the next URL is tried, with a new session there", async (t) => {
  const urls = ["http://north.test/cometd", "http://south.test/cometd", "http://west.test/cometd"];
  const bench = new ClientBench(t, { urls, attemptsPerUrl: 2 });
  await bench.connect();
  assert.equal(bench.client.url, urls[0]);
  bench.transport.fail();
  await bench.clock.advance(500);
  bench.transport.take("/meta/connect");
  assert.equal(bench.transport.url, urls[0]);
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[1]);
  bench.transport.take("/meta/handshake");
  bench.transport.fail();
  await bench.clock.advance(2_000);
  assert.equal(bench.transport.url, urls[1]);
  bench.transport.fail();
  await bench.clock.advance(4_000);
  assert.equal(bench.transport.url, urls[2]);
  bench.transport.acceptHandshake({ clientId: "session2" });
  bench.transport.accept("/meta/connect");
  assert.equal(bench.client.url, urls[2]);
  bench.transport.fail();
  await bench.clock.advance(500);
  bench.transport.fail();
  await bench.clock.advance(1_000);
  assert.equal(bench.transport.url, urls[0], "in turn, and round again");
});
