import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { RawSocket } from "../../support/raw-client.js";
import { startServer, type TestServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

const KEY = "dGhlIHNhbXBsZSBub25jZQ==";

/** A WebSocket of which each byte is seen. */
async function openRaw(t: TestContext, { port }: TestServer): Promise<{ socket: Socket; received: () => Buffer }> {
  const socket = connect(port, "127.0.0.1");
  t.after(() => socket.destroy());
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => void chunks.push(chunk));
  const upgrade = ["Host: x", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
  socket.write(`GET /cometd HTTP/1.1\r\n${upgrade.join("\r\n")}\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`);
  const received = () => Buffer.concat(chunks);
  await until(() => received().includes("\r\n\r\n"), "the upgrade");
  chunks.length = 0;
  return { socket, received };
}

/** A client's frame of up to 65,535 bytes, with a mask of zeros. */
function frame(opcode: number, payload: Buffer): Buffer {
  const header = Buffer.of(0x80 | opcode, 0x80 | 126, 0, 0, 0, 0, 0, 0);
  header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

const TEXT = 0x1;
const CLOSE = 0x8;

function text(messages: readonly object[]): Buffer {
  return frame(TEXT, Buffer.from(JSON.stringify(messages)));
}

/** The server's frames, which are not masked. */
function framesOf(bytes: Buffer): { opcode: number; payload: string }[] {
  const frames: { opcode: number; payload: string }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const isLong = bytes[at + 1] === 126;
    const start = at + (isLong ? 4 : 2);
    const length = isLong ? bytes.readUInt16BE(at + 2) : bytes[at + 1]!;
    frames.push({ opcode: bytes[at]! & 0xf, payload: bytes.toString("utf8", start, start + length) });
    at = start + length;
  }
  return frames;
}

test("behind a close frame nothing follows, whatever there is to deliver and to answer", async (t) => {
  const server = await startServer(t);
  const { socket, received } = await openRaw(t, server);
  socket.write(
    text([{ id: "1", channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] }]),
  );
  await until(() => received().length > 0, "a session");
  const [{ clientId }] = JSON.parse(framesOf(received())[0]!.payload) as [{ clientId: string }];
  socket.write(text([{ id: "2", clientId, channel: "/meta/subscribe", subscription: "/a" }]));
  await until(() => framesOf(received()).length === 2, "a subscription");
  server.transports.webSocket.close();
  server.bayeux.publish(undefined, "/a", "late");
  socket.write(text([{ id: "3", clientId, channel: "/a", data: "too late" }]));
  await until(() => framesOf(received()).length > 2, "a close frame");
  socket.write(frame(CLOSE, Buffer.of(0x03, 0xe9)));
  await withinTime(once(socket, "close"), "the end");
  assert.deepEqual(
    framesOf(received()).map(({ opcode }) => opcode),
    [TEXT, TEXT, CLOSE],
  );
});

// `ws` answers a ping by the stream, past our writer, and must have said so before: an answer that waits there, perhaps
// half written, is not to be overtaken.
test("the answer to a ping is not overtaken by what is written behind it", async (t) => {
  const server = await startServer(t);
  let near: Socket | undefined;
  server.http.on("upgrade", (_request, socket) => {
    near = socket as Socket;
  });
  const raw = await RawSocket.open(t, server.url);
  const [shaken] = await raw.ask([
    { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] },
  ]);
  await raw.ask([{ channel: "/meta/subscribe", clientId: shaken?.clientId, subscription: "/a" }]);
  const order: string[] = [];
  raw.ws.on("pong", () => void order.push("pong"));
  raw.ws.on("message", () => void order.push("delivery"));
  near!.cork(); // stands in for a kernel that takes nothing
  raw.ws.ping("are you there?");
  await until(() => near!.writableLength > 0, "the answer waits");
  server.bayeux.publish(undefined, "/a", "news");
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  assert.deepEqual(order, []);
  near!.uncork();
  await until(() => order.length === 2, "both came");
  assert.deepEqual(order, ["pong", "delivery"]);
});
