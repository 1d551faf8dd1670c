import assert from "node:assert/strict";
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { type TestContext, test } from "node:test";
import type { RemovalReason } from "../../../core/session/server-session.js";
import { RawHttp, RawSocket, shakeHands } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";
import { Unharmed } from "./unharmed.js";

const START_ANEW = {
  successful: false,
  error: "402::session_unknown",
  advice: { reconnect: "handshake", interval: 0 },
};

async function start(t: TestContext, options = {}, transport = {}) {
  const server = await startServer(t, options, { transport });
  const ended: RemovalReason[] = [];
  server.bayeux.addListener({ sessionRemoved: (_session, reason) => void ended.push(reason) });
  return { ...server, ended, unharmed: await Unharmed.watch(t, server.url) };
}

for (const [how, headers] of [
  ["announced", { "Content-Length": "3000000" }],
  ["not announced", { "Transfer-Encoding": "chunked" }],
] as const) {
  test(`a body that is too large and ${how} is answered with 413, also while it is still being sent`, async (t) => {
    const { url, unharmed } = await start(t);
    for (let round = 0; round < 5; round += 1) {
      const started = new RawHttp(t, url).open({ headers: { "Content-Type": "application/json", ...headers } });
      started.request.on("error", () => {}); // it is cut while it writes
      const chunk = Buffer.alloc(100_000, "x");
      for (let sent = 0; sent < 30; sent += 1) started.request.write(chunk);
      const { status } = await withinTime(started.response, "the answer");
      assert.equal(status, 413);
      started.request.destroy();
    }
    await unharmed.check();
  });
}

test("a body that breaks off costs its own connection only", async (t) => {
  const { url, bayeux, unharmed } = await start(t);
  for (const body of ['[{"channel":"/meta/handsh', "", "["]) {
    const started = new RawHttp(t, url).open({ headers: { "Content-Length": "1000" } });
    started.request.on("error", () => {});
    started.request.write(body === "" ? " " : body);
    await once(started.request, "socket");
    await new Promise<void>((resolve) => started.request.write("x", () => resolve()));
    started.request.destroy();
    await assert.rejects(started.response);
  }
  await until(() => bayeux.stats.malformed === 3, "all three were noticed");
  await unharmed.check();
});

test("a body may come in small pieces, slowly, while others are served", async (t) => {
  const { url, unharmed } = await start(t);
  const text = JSON.stringify([{ channel: "/meta/handshake", ext: { name: "Grüße, 世界" } }]);
  const started = new RawHttp(t, url).open({ headers: { "Content-Type": "application/json" } });
  for (const byte of Buffer.from(text))
    await new Promise<void>((resolve) => started.request.write(Buffer.of(byte), () => resolve()));
  await unharmed.check();
  assert.ok(!started.settled);
  started.request.end();
  const { status, messages } = await withinTime(started.response, "the answer");
  assert.deepEqual([status, messages[0]?.successful], [200, true]);
});

test("connections that say nothing, or half a request, or no HTTP, disturb nobody", async (t) => {
  const { port, unharmed } = await start(t);
  const beginnings = [
    "",
    "POST /com",
    "POST /cometd HTTP/1.1\r\nHost: x\r\nContent-Le",
    "GET /cometd HTTP/1.1\r\nUpgrade: websocket\r\n",
    "\u0016\u0003\u0001",
    "{}\r\n\r\n",
  ];
  for (const beginning of beginnings) {
    const socket = connectTcp(port, "127.0.0.1");
    t.after(() => socket.destroy());
    socket.on("error", () => {});
    await once(socket, "connect");
    socket.write(beginning);
  }
  await unharmed.check();
});

test("an upgrade that is none is refused, and disturbs nobody", async (t) => {
  const { url, unharmed } = await start(t);
  const wrong: readonly Record<string, string>[] = [
    { Connection: "Upgrade", Upgrade: "websocket" },
    { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Key": "short", "Sec-WebSocket-Version": "13" },
    {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      "Sec-WebSocket-Version": "7",
    },
  ];
  for (const headers of wrong) {
    const started = new RawHttp(t, url).open({ method: "GET", headers });
    started.request.end();
    const { status } = await withinTime(started.response, "the answer");
    assert.ok(status >= 400 && status < 500, String(status));
  }
  await unharmed.check();
});

test("a client that goes while a service works for it is missed by nobody", async (t) => {
  const { url, bayeux, unharmed } = await start(t);
  let finish: () => void = () => {};
  let begun = false;
  bayeux.addService("/service/slow", () => {
    begun = true;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  const session = await shakeHands(t, url, "http");
  const started = session.http.start([{ channel: "/service/slow", clientId: session.clientId, id: "9" }]);
  await until(() => begun, "the service works");
  started.request.destroy();
  await assert.rejects(started.response);
  await unharmed.check();
  finish();
  await unharmed.check();
  assert.equal((await session.ask({ channel: "/a", data: 1 })).successful, true);
});

test("over WebSocket a reader that stops is ended when its queue is full, and told so when it comes back", async (t) => {
  const { url, bayeux, ended, unharmed } = await start(
    t,
    { maxQueuedMessages: 50, timeoutMs: 60_000 },
    { maxUnsentBytes: 20_000 },
  );
  const slow = await shakeHands(t, url, "ws");
  const quick = await shakeHands(t, url, "ws");
  for (const session of [slow, quick]) await session.ask({ channel: "/meta/subscribe", subscription: "/flood" });
  slow.socket!.ws.pause();
  const data = "x".repeat(10_000);
  let sent = 0;
  while (ended.length === 0) {
    assert.ok(sent < 5_000, "the queue is bounded");
    bayeux.publish(undefined, "/flood", `${sent++} ${data}`);
    await new Promise((resolve) => setImmediate(resolve)); // the quick one reads, as in life
  }
  assert.deepEqual(ended, ["overflow"]);
  assert.equal(bayeux.getSession(slow.clientId), undefined);
  const numbers = (await quick.socket!.messages(sent)).map((message) => Number.parseInt(String(message.data), 10));
  assert.deepEqual(
    numbers,
    Array.from({ length: sent }, (_, index) => index),
  );
  await unharmed.check();
  slow.socket!.ws.resume();
  assert.deepEqual(await slow.socket!.close(), { code: 1000, reason: "Destroy" });
  const again = await RawSocket.open(t, url);
  const connect = { channel: "/meta/connect", id: "9", clientId: slow.clientId, connectionType: "websocket" };
  assert.deepEqual(await again.ask([connect]), [{ channel: "/meta/connect", id: "9", ...START_ANEW }]);
});

for (const bound of [{ maxQueuedMessages: 10 }, { maxQueuedBytes: 1_000 }]) {
  test(`over HTTP a client that does not come for its messages is ended: ${Object.keys(bound)[0]}`, async (t) => {
    const { url, bayeux, ended, unharmed } = await start(t, bound);
    const session = await shakeHands(t, url, "http");
    await session.ask({ channel: "/meta/subscribe", subscription: "/flood" });
    for (let sent = 0; sent < 10; sent += 1) bayeux.publish(undefined, "/flood", "x".repeat(70));
    if ("maxQueuedMessages" in bound) assert.deepEqual(ended, [], "full, and no more");
    bayeux.publish(undefined, "/flood", "one more");
    assert.deepEqual(ended, ["overflow"]);
    const reply = await session.ask({ channel: "/meta/connect", connectionType: "long-polling" });
    assert.deepEqual(reply, { channel: "/meta/connect", id: reply.id, ...START_ANEW });
    await unharmed.check();
  });
}
