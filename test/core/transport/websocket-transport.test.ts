import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { RawSocket, shakeHands } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until } from "../../support/until.js";

// The transport raises a peer's frame limit after the handshake by a private field of `ws`. If that field goes, this
// test fails, and not a cluster in the field.
test("a session's own limit reaches the socket; all other sockets keep the server's", async (t) => {
  const { url, bayeux } = await startServer(t, { maxMessageBytes: 1_000 });
  bayeux.addListener({
    sessionAdded(session, handshake) {
      if (handshake.ext?.peer === true) session.maxMessageBytes = 100_000;
    },
  });
  const data = "x".repeat(50_000);
  const peer = await shakeHands(t, url, "ws", { ext: { peer: true } });
  assert.equal((await peer.ask({ channel: "/a", data })).successful, true);
  assert.equal((await peer.ask({ channel: "/a", data: "€".repeat(20_000) })).successful, true, "bytes, not letters");
  peer.socket!.send([{ channel: "/a", data: "x".repeat(100_001) }]);
  assert.equal((await peer.socket!.close()).code, 1009);
  const client = await shakeHands(t, url, "ws");
  client.socket!.send([{ channel: "/a", clientId: client.clientId, data }]);
  assert.equal((await client.socket!.close()).code, 1009);
});

test("a sub-protocol is not agreed to, whatever is offered", async (t) => {
  const { url } = await startServer(t);
  const socket = new RawSocket(t, url, { protocols: ["bayeux", "link.v9"] });
  const [response] = (await once(socket.ws, "upgrade")) as [{ headers: Record<string, string> }];
  assert.equal(response.headers["sec-websocket-protocol"], undefined);
});

test("large and many-byte messages arrive as they were sent, at each edge of the frame's header", async (t) => {
  const { url, bayeux } = await startServer(t, { maxMessageBytes: 300_000, maxQueuedBytes: 1_000_000 });
  const session = await shakeHands(t, url, "ws");
  await session.ask({ channel: "/meta/subscribe", subscription: "/a" });
  for (const length of [100, 125, 126, 65_500, 65_535, 65_536, 100_000]) {
    for (const letter of ["x", "€", "😀"]) {
      const data = letter.repeat(Math.floor(length / Buffer.byteLength(letter)));
      bayeux.publish(undefined, "/a", data);
      bayeux.publish(undefined, "/a", [data.length]);
      assert.deepEqual(await session.socket!.frame(), [
        { channel: "/a", data },
        { channel: "/a", data: [data.length] },
      ]);
    }
  }
});

test("the server's close says 1001 to every client", async (t) => {
  const { url, stop } = await startServer(t);
  const sessions = [await shakeHands(t, url, "ws"), await shakeHands(t, url, "ws")];
  const idle = await RawSocket.open(t, url);
  await stop();
  for (const socket of [...sessions.map((session) => session.socket!), idle]) {
    assert.equal((await socket.close()).code, 1001);
  }
});

test("a socket that is cut is noticed, and its session waits for the next", async (t) => {
  const { url, bayeux } = await startServer(t);
  const session = await shakeHands(t, url, "ws");
  await session.socket!.cut();
  await until(() => bayeux.getSession(session.clientId)?.outlet === undefined, "the loss is noticed");
  bayeux.getSession(session.clientId)?.deliver(undefined, "/x", 1);
  const again = await RawSocket.open(t, url);
  const connect = { id: "1", channel: "/meta/connect", clientId: session.clientId, connectionType: "websocket" };
  const [delivery, reply] = await again.ask([connect], 2);
  assert.deepEqual([delivery?.data, reply?.successful], [1, true]);
});

test("as many messages are in a frame as the option says; replies come in theirs", async (t) => {
  for (const [messagesPerFrame, expected] of [
    [0, [5]],
    [1, [1, 1, 1, 1, 1]],
    [2, [2, 2, 1]],
  ] as const) {
    const { url, bayeux } = await startServer(t, {}, { transport: { messagesPerFrame } });
    const session = await shakeHands(t, url, "ws");
    await session.ask({ channel: "/meta/subscribe", subscription: "/a" });
    for (const data of [1, 2, 3, 4, 5]) bayeux.publish(undefined, "/a", data);
    const frames: unknown[][] = [];
    while (frames.flat().length < 5) frames.push((await session.socket!.frame()).map(({ data }) => data));
    assert.deepEqual(
      frames.map(({ length }) => length),
      expected,
    );
    assert.deepEqual(frames.flat(), [1, 2, 3, 4, 5]);
  }
});

test("where each connection needs its own handshake, a session goes on nowhere else", async (t) => {
  const { url } = await startServer(t, {}, { transport: { requireHandshakePerConnection: true } });
  const ann = await shakeHands(t, url, "ws");
  const other = await RawSocket.open(t, url);
  const publish = { channel: "/a", clientId: ann.clientId, data: 1 };
  assert.equal((await other.ask([publish]))[0]?.error, "402::session_unknown");
  assert.equal((await ann.ask(publish)).successful, true);
  const [reply] = await other.ask([{ channel: "/meta/handshake" }]);
  assert.equal((await other.ask([{ ...publish, clientId: reply?.clientId }]))[0]?.successful, true);
});
