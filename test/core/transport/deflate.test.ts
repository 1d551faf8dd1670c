import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type EventEmitter, once } from "node:events";
import { connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { CometD } from "cometd";
import { adapt } from "cometd-nodejs-client";
import * as ws from "ws";
import { Publication } from "../../../core/message/publication.js";
import { deflatedFrame, deflatedFrameOf } from "../../../core/transport/deflated-frame.js";
import { frameOf, frameOfText } from "../../../core/transport/frame.js";
import { DeflatedFrames } from "../../../core/transport/shared-frames.js";
import type { TransportOptionsInput } from "../../../core/transport/transport-options.js";
import { startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

/** Their types do not tell of them. */
const { Receiver, PerMessageDeflate } = ws as unknown as {
  Receiver: new (options: object) => EventEmitter & { write(bytes: Uint8Array): void };
  PerMessageDeflate: new (options?: object) => { accept(offers: object[]): void };
};

const ON: TransportOptionsInput = { perMessageDeflate: true, perMessageDeflateThresholdBytes: 64 };
const LONG = "the same words again and again; ".repeat(40);

/** What the receiver of `ws` makes of a frame, as a client without context take-over. */
async function inflated(frame: Uint8Array): Promise<string> {
  const deflate = new PerMessageDeflate({ isServer: false });
  deflate.accept([{ server_no_context_takeover: [true] }]);
  const receiver = new Receiver({ isServer: false, extensions: { "permessage-deflate": deflate } });
  receiver.on("error", (error: Error) => assert.fail(error));
  const message = once(receiver, "message");
  receiver.write(frame);
  const [data] = (await withinTime(message, "a message")) as [Buffer];
  return String(data);
}

for (const length of [130, 200, 5_000, 70_000, 400_000]) {
  test(`a compressed frame of ${length} characters is read by ws`, async () => {
    const text = JSON.stringify([{ channel: "/a", data: `€😀${LONG.repeat(400)}`.slice(0, length) }]);
    const plain = frameOfText(text);
    const frame = deflatedFrame(plain, 64);
    assert.ok(frame.length < plain.length);
    assert.equal(frame[0], 0xc1);
    assert.equal(await inflated(frame), text);
  });
}

test("frames whose compressed length needs each form of the header are read by ws", async () => {
  for (const bytes of [100, 90_000, 800_000]) {
    const text = JSON.stringify([{ channel: "/a", data: randomBytes(bytes).toString("hex") }]);
    assert.equal(await inflated(deflatedFrame(frameOfText(text), 64)), text);
  }
});

test("a short payload, one that does not shrink, and a very long one stay as they are", () => {
  const short = frameOfText("x".repeat(63));
  assert.equal(deflatedFrame(short, 64), short);
  assert.notEqual(deflatedFrame(frameOfText("x".repeat(64)), 64), short);
  const letters = String.fromCharCode(...Array.from({ length: 90 }, (_, index) => 33 + index));
  const dense = frameOfText(letters);
  assert.equal(deflatedFrame(dense, 64), dense);
  const huge = frameOfText("x".repeat(1_100_000));
  assert.equal(deflatedFrame(huge, 64), huge);
});

test("a publication is compressed once, and so is a batch that many have", () => {
  const publications = ["a", "b"].map((text) => new Publication({ channel: "/a", data: text.repeat(300) }));
  const frame = deflatedFrameOf(publications[0]!, 64);
  assert.equal(deflatedFrameOf(publications[0]!, 64), frame);
  assert.notEqual(frame, frameOf(publications[0]!));
  const frames = new DeflatedFrames(64);
  assert.equal(frames.ofDeliveries([publications[0]!]), frame);
  assert.equal(frames.ofDeliveries([...publications]), frames.ofDeliveries([...publications]));
});

const UNREAD = new WeakMap<ws.WebSocket, string[]>();

/** Shakes hands over a socket of ws that offers what the options say, and subscribes. */
async function open(t: TestContext, url: string, perMessageDeflate: boolean | object): Promise<ws.WebSocket> {
  const socket = new ws.WebSocket(url.replace("http", "ws"), { perMessageDeflate });
  t.after(() => socket.terminate());
  const unread: string[] = [];
  UNREAD.set(socket, unread);
  socket.on("message", (data) => unread.push(String(data)));
  await withinTime(once(socket, "open"), "an open socket");
  const [reply] = await ask(socket, { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: [] });
  const { clientId } = reply as { clientId: string };
  await ask(socket, { channel: "/meta/subscribe", clientId, subscription: "/news" });
  Object.assign(socket, { clientId });
  return socket;
}

async function ask(socket: ws.WebSocket, message: object): Promise<Record<string, unknown>[]> {
  socket.send(JSON.stringify([message]));
  return nextOf(socket);
}

/** The next frame, also when it came before anybody asked. */
async function nextOf(socket: ws.WebSocket): Promise<Record<string, unknown>[]> {
  const unread = UNREAD.get(socket)!;
  await until(() => unread.length > 0, "a frame came");
  return JSON.parse(unread.shift()!);
}

test("it is off by default, and when on negotiated without context take-over, for those who offer it", async (t) => {
  const off = await startServer(t);
  assert.equal((await open(t, off.url, true)).extensions, "");
  const on = await startServer(t, {}, { transport: ON });
  assert.equal((await open(t, on.url, false)).extensions, "");
  const socket = new ws.WebSocket(on.url.replace("http", "ws"));
  t.after(() => socket.terminate());
  const [{ headers }] = (await withinTime(once(socket, "upgrade"), "the upgrade")) as [{ headers: object }];
  assert.deepEqual(
    { ...headers, date: "", "sec-websocket-accept": "" },
    {
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-extensions": "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
      "sec-websocket-accept": "",
      date: "",
    },
  );
});

test("all who negotiated it get the same bytes, the others the same messages", async (t) => {
  const { bayeux, url } = await startServer(t, {}, { transport: ON });
  const sockets = await Promise.all([open(t, url, true), open(t, url, true), open(t, url, false)]);
  const narrow = await open(t, url, { serverMaxWindowBits: 9 });
  const before = [...sockets, narrow].map(bytesRead);
  const got = [...sockets, narrow].map(nextOf);
  bayeux.publish(undefined, "/news", LONG);
  for (const messages of await Promise.all(got)) assert.deepEqual(messages, [{ channel: "/news", data: LONG }]);
  const [first, second, plain, small] = [...sockets, narrow].map((socket, index) => bytesRead(socket) - before[index]!);
  assert.ok(first! < 150, `${first} bytes for ${LONG.length} characters`);
  assert.equal(second, first);
  assert.ok(plain! > LONG.length);
  assert.equal(small, plain, "a window smaller than ours is served uncompressed");
});

function bytesRead(socket: ws.WebSocket): number {
  return (socket as unknown as { _socket: Socket })._socket.bytesRead;
}

test("what a client compresses is taken, also in fragments, and long replies are compressed", async (t) => {
  const { url } = await startServer(t, {}, { transport: ON });
  const socket = await open(t, url, { threshold: 0 });
  const { clientId } = socket as unknown as { clientId: string };
  const text = JSON.stringify([{ channel: "/news", id: "3", clientId, data: LONG }]);
  socket.send(text.slice(0, 100), { fin: false });
  socket.send(text.slice(100), { fin: true });
  assert.deepEqual(await nextOf(socket), [{ channel: "/news", data: LONG }]);
  const subscription = Array.from({ length: 40 }, (_, index) => `/a/long/channel/name/${index}`);
  await nextOf(socket); // the publish's reply
  const before = bytesRead(socket);
  const [reply] = await ask(socket, { channel: "/meta/subscribe", clientId, subscription });
  assert.deepEqual(reply!.subscription, subscription);
  assert.ok(bytesRead(socket) - before < 400);
});

test("a bomb closes its own socket with 1009 before it is inflated, bad data closes it with 1007, and nobody else notices", async (t) => {
  const { bayeux, url, port } = await startServer(t, {}, { transport: ON });
  const bystander = await open(t, url, true);
  const bomb = deflateRawSync(Buffer.alloc(30_000_000, " "), { level: 9 });
  assert.ok(bomb.length < 65_536, "it fits the limit of what is on the wire");
  const bombs = await Promise.all([1, 2, 3].map(() => rawUpgrade(t, port)));
  const codes = bombs.map(closeCode);
  for (const socket of bombs) socket.write(clientFrame(bomb));
  assert.deepEqual(await Promise.all(codes), [1009, 1009, 1009]);
  for (const bad of [Buffer.from([0xff, 0xff, 0xff, 0xff]), randomBytes(500).fill(0x07, 0, 4)]) {
    const socket = await rawUpgrade(t, port);
    socket.write(clientFrame(bad));
    assert.equal(await closeCode(socket), 1007);
  }
  const got = nextOf(bystander);
  bayeux.publish(undefined, "/news", LONG);
  assert.deepEqual(await got, [{ channel: "/news", data: LONG }]);
  assert.equal(bayeux.remoteSessionCount, 1);
});

test("compressed data on a socket that did not negotiate it closes that with 1002", async (t) => {
  const { port } = await startServer(t);
  const socket = await rawUpgrade(t, port);
  socket.write(clientFrame(deflateRawSync("[]")));
  assert.equal(await closeCode(socket), 1002);
});

test("a session's own limit holds for what a frame inflates to", async (t) => {
  const { bayeux, url } = await startServer(t, { maxMessageBytes: 2_000 }, { transport: ON });
  const socket = await open(t, url, true);
  const { clientId } = socket as unknown as { clientId: string };
  bayeux.getSession(clientId)!.maxMessageBytes = 100_000;
  await ask(socket, { channel: "/other", clientId });
  const [delivered] = await ask(socket, { channel: "/news", clientId, data: "x".repeat(50_000) });
  assert.equal((delivered!.data as string).length, 50_000);
});

/** A socket that offers compression and then writes what the test says. */
async function rawUpgrade(t: TestContext, port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  t.after(() => socket.destroy());
  socket.write(
    `GET /cometd HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n" +
      "Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n",
  );
  const [head] = (await withinTime(once(socket, "data"), "the upgrade")) as [Buffer];
  assert.match(String(head), /^HTTP\/1.1 101 /);
  return socket;
}

/** One masked, compressed text frame. */
function clientFrame(deflated: Uint8Array): Buffer {
  const head = Buffer.from([0xc1, 0x80 | 126, deflated.length >>> 8, deflated.length & 0xff, 0, 0, 0, 0]);
  return Buffer.concat([head, deflated]);
}

async function closeCode(socket: Socket): Promise<number> {
  const [frame] = (await withinTime(once(socket, "data"), "a close frame")) as [Buffer];
  assert.equal(frame[0], 0x88);
  return frame.readUInt16BE(2);
}

test("the stock cometd client works with it", async (t) => {
  const { bayeux, url } = await startServer(t, {}, { transport: ON });
  adapt();
  const cometd = new CometD();
  cometd.configure({ url, logLevel: "warn" });
  for (const type of cometd.getTransportTypes()) if (type !== "websocket") cometd.unregisterTransport(type);
  t.after(() => new Promise<void>((resolve) => cometd.disconnect(() => resolve())));
  const got: unknown[] = [];
  cometd.handshake(() => {
    cometd.subscribe(
      "/news",
      ({ data }) => got.push(data),
      () => cometd.publish("/news", LONG),
    );
  });
  await until(() => got.length === 1, "the message is there");
  bayeux.publish(undefined, "/news", `${LONG}${LONG}`);
  await until(() => got.length === 2, "the second is there");
  assert.deepEqual(got, [LONG, LONG + LONG]);
});

test("several messages of a turn are one compressed frame", async (t) => {
  const { bayeux, url } = await startServer(t, {}, { transport: ON });
  const socket = await open(t, url, true);
  const got = nextOf(socket);
  for (const data of [1, 2, LONG]) bayeux.publish(undefined, "/news", data);
  assert.deepEqual(
    (await got).map(({ data }) => data),
    [1, 2, LONG],
  );
});
