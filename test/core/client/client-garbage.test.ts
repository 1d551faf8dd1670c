import assert from "node:assert/strict";
import { test } from "node:test";
import { ClientBench } from "./fake-transport.js";

test("late and foreign replies change nothing", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const { id } = transport.take("/meta/connect");
  const published = bench.client.publish("/a", 1);
  bench.clock.runTurn();
  const publish = transport.take("/a");
  const ignored = bench.client.stats.ignored;
  transport.receive(
    {
      channel: "/meta/connect",
      id: "2",
      successful: false,
      error: "402::session_unknown",
      advice: { reconnect: "none" },
    },
    { channel: "/meta/connect", successful: true },
    { channel: "/meta/handshake", id: "1", successful: true, clientId: "stolen" },
    { channel: "/meta/handshake", id: "99", successful: false, advice: { reconnect: "none" } },
    { channel: "/meta/subscribe", id: "77", successful: false, subscription: "/x" },
    { channel: "/meta/disconnect", id: "78", successful: true },
    { channel: "/a", id: "79", successful: false },
    { channel: "/service/x", id: "80", successful: true, data: "a result that nobody waits for" },
  );
  assert.equal(bench.client.stats.ignored - ignored, 8);
  assert.equal(bench.client.state, "connected");
  assert.equal(bench.client.clientId, "session1");
  transport.assertQuiet();
  transport.receive(
    { channel: "/a", id: publish.id, successful: true },
    { channel: "/a", id: publish.id, successful: false },
  );
  await published;
  transport.receive({ channel: "/meta/connect", id: Number(id), successful: true }); // a number is echoed by some
  transport.take("/meta/connect");
});

test("a server that sends garbage is listened to for the rest", async (t) => {
  const bench = new ClientBench(t);
  const transport = await bench.connect();
  const got: unknown[] = [];
  bench.client.onDelivery((message) => void got.push(message.data));
  bench.client.subscribe("/a", () => {
    throw new Error("a listener of the application fails");
  });
  const values = [undefined, null, 0, -1, 1e300, Number.NaN, "", "x", "__proto__", true, [], [[]], {}, { a: {} }];
  const fields = ["id", "clientId", "successful", "error", "advice", "ext", "subscription", "data", "x-messages"];
  const channels = [
    "/meta/handshake",
    "/meta/connect",
    "/meta/subscribe",
    "/meta/disconnect",
    "/meta/x",
    "/a",
    "/a//b",
    "",
  ];
  let frames = 0;
  for (const channel of [...channels, ...values]) {
    for (const field of fields) {
      for (const value of values) {
        if (channel === "/meta/disconnect" && field === "id" && value === undefined) continue; // a legal one
        transport.receive({ channel, id: "500", [field]: value });
        frames += 1;
      }
    }
  }
  bench.clock.runTurn();
  assert.ok(frames > 2_000);
  assert.equal(bench.client.state, "connected");
  transport.take("/meta/connect");
  transport.take("/meta/subscribe");
  transport.receive({ channel: "/a", data: "still here" });
  assert.equal(got.at(-1), "still here");
});

test("garbage in replies that are waited for is a failure like any other", async (t) => {
  const values = [null, -7, "true", [], {}];
  for (const value of values) {
    const bench = new ClientBench(t);
    void bench.client.handshake();
    bench.transport.accept("/meta/handshake", { clientId: typeof value === "string" ? "" : value });
    assert.equal(bench.client.state, "unconnected");
    await bench.clock.advance(500);
    bench.transport.accept("/meta/handshake", { successful: value, clientId: "x" });
    assert.equal(bench.client.state, "unconnected");
    await bench.clock.advance(1_000);
    // Odd in every field that need not be right.
    bench.transport.acceptHandshake({
      advice: value,
      ext: value,
      supportedConnectionTypes: undefined,
      "x-messages": value,
    });
    bench.transport.accept("/meta/connect", {
      advice: { reconnect: value, interval: value, timeout: -5, maxInterval: 1e12, "multiple-clients": value },
    });
    assert.equal(bench.client.state, "connected");
    assert.equal(bench.client.advice.timeoutMs, 60_000);
    bench.transport.accept("/meta/connect", { successful: value, error: value });
    assert.equal(bench.client.state, "unconnected");
  }
});
