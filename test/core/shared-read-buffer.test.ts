import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { type TestContext, test } from "node:test";
import fc from "fast-check";
import { type WebSocket, WebSocketServer } from "ws";
import { readPast } from "../../core/frame-reader.js";
import { readIntoShared } from "../../core/shared-read-buffer.js";
import { until, withinTime } from "../support/until.js";

const MAX_PAYLOAD = 5_000;
const MASK = [7, 0, 99, 250];

/** Both ends of a connection. */
async function pair(t: TestContext): Promise<{ near: Socket; far: Socket }> {
  const server = createServer({ noDelay: true });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const far = connect((server.address() as { port: number }).port, "127.0.0.1");
  const [near] = (await once(server, "connection")) as [Socket];
  server.close();
  t.after(() => {
    near.destroy();
    far.destroy();
  });
  for (const end of [near, far]) end.on("error", () => {});
  return { near, far };
}

/** Takes what begins with "t", and as many letters as it says. */
function takerOf(most: number): { heard: string[]; take: (bytes: Buffer, length: number) => number } {
  const heard: string[] = [];
  const take = (bytes: Buffer, length: number): number => {
    if (bytes[0] !== 0x74) return 0;
    const taken = Math.min(most, length);
    heard.push(bytes.toString("utf8", 0, taken));
    return taken;
  };
  return { heard, take };
}

test("the taker has the first look, and the stream gets the rest, in memory of its own", async (t) => {
  const { near, far } = await pair(t);
  const { heard, take } = takerOf(5);
  const streamed: Buffer[] = [];
  near.on("data", (chunk: Buffer) => void streamed.push(chunk));
  readIntoShared(near, { take });
  const rest = () => Buffer.concat(streamed).toString();
  far.write("taken");
  await until(() => heard.length === 1, "taken");
  assert.equal(rest(), "", "and nobody else has seen it");
  far.write("this and that");
  await until(() => rest() === "and that", "the rest");
  far.write("no");
  await until(() => rest() === "and thatno", "what it does not take");
  assert.deepEqual(heard, ["taken", "this "]);
});

test("while nobody listens, or the stream is paused, or something waits in it, the stream has all, in order", async (t) => {
  const { near, far } = await pair(t);
  const { heard, take } = takerOf(100);
  readIntoShared(near, { take });
  far.write("then ");
  await until(() => near.bytesRead === 5, "it came");
  let streamed = "";
  near.on("data", (chunk: Buffer) => {
    streamed += chunk;
  });
  await until(() => streamed === "then ", "it waited in the stream");
  near.pause();
  near.read(0); // as Node does by itself while there is room
  far.write("two ");
  await until(() => near.readableLength === 4, "it waits");
  far.write("three");
  near.resume();
  await until(() => heard.concat(streamed).join("").length === 14, "both");
  assert.ok(streamed.startsWith("then two "));
  near.removeAllListeners("data");
  far.write("till the end");
  await until(() => near.bytesRead === 26, "it came");
  assert.deepEqual(
    heard.filter((text) => text.startsWith("till")),
    [],
  );
});

test("who does not read is not read from: no more waits than the stream has room for, and nothing is lost", async (t) => {
  const { near, far } = await pair(t);
  readIntoShared(near, { take: () => 0 });
  let bytes = 0;
  near.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes === chunk.length) near.pause();
  });
  const total = 20_000_000;
  far.end(Buffer.alloc(total, "x"));
  await until(() => bytes > 0, "the first");
  await until(() => far.writableLength > 0, "the peer has to wait");
  assert.ok(near.bytesRead < total / 2, `${near.bytesRead} bytes read`);
  assert.ok(near.readableLength <= near.readableHighWaterMark + 65_536);
  const ended = once(near, "end");
  near.resume();
  await withinTime(ended, "the end");
  assert.equal(bytes, total);
});

test("the end of the peer, and its being cut off, are noticed as ever", async (t) => {
  for (const leave of ["end", "resetAndDestroy"] as const) {
    const { near, far } = await pair(t);
    const { take } = takerOf(5);
    near.on("data", () => {});
    readIntoShared(near, { take });
    const closed = new Promise<boolean>((resolve) => near.on("close", resolve));
    far[leave]();
    assert.equal(await withinTime(closed, "closed"), leave === "resetAndDestroy");
  }
});

test("a stream that is no socket of Node's own is left as it is", () => {
  const stream = new Duplex();
  const before = Object.getOwnPropertySymbols(stream).length;
  readIntoShared(stream, { take: () => 0 });
  assert.equal(Object.getOwnPropertySymbols(stream).length, before);
});

// --- Frames, over real sockets ------------------------------------------------------------------------------------

function frame(opcode: number, payload: Buffer, first = 0x80 | opcode): Buffer {
  const isShort = payload.length < 126;
  const header = Buffer.alloc(isShort ? 2 : 4);
  header[0] = first;
  header[1] = 0x80 | (isShort ? payload.length : 126);
  if (!isShort) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, Buffer.from(MASK), payload.map((byte, index) => byte ^ MASK[index % 4]!)]);
}

const text = fc.string({ unit: "grapheme", maxLength: 80 }).map((value) => frame(1, Buffer.from(value)));
const bytes = fc.uint8Array({ maxLength: 80 }).map((value) => frame(2, Buffer.from(value)));
const long = fc.integer({ min: 3_000, max: 5_001 }).map((length) => frame(1, Buffer.alloc(length, "l")));
const ping = fc.constant(frame(9, Buffer.from("ping")));
const close = fc.constant(frame(8, Buffer.of(3, 232)));
const fragments = fc.constant(Buffer.concat([frame(1, Buffer.from("be"), 1), frame(0, Buffer.from("gun"))]));
const wrong = fc.constantFrom(frame(1, Buffer.of(0xff)), frame(3, Buffer.of()), Buffer.of(0x81, 1, 0x61));
const streams = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: text },
    { weight: 3, arbitrary: bytes },
    { weight: 2, arbitrary: long },
    { weight: 2, arbitrary: ping },
    { weight: 2, arbitrary: fragments },
    { weight: 1, arbitrary: close },
    { weight: 1, arbitrary: wrong },
  ),
  { maxLength: 15 },
);

test("whatever comes over a real socket, in whatever parts: heard and answered as by ws alone", async (t) => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", maxPayload: MAX_PAYLOAD });
  t.after(() => server.close());
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  let lent = 0;

  const heardBy = async (
    isShared: boolean,
    all: Buffer,
    cuts: readonly number[],
    pauseAt: number,
    onStreamed?: () => void,
  ): Promise<unknown[]> => {
    const far = connect(port, "127.0.0.1");
    far.setNoDelay();
    far.on("error", () => {});
    const upgrade = ["Host: x", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"];
    far.write(`GET / HTTP/1.1\r\n${upgrade.join("\r\n")}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
    const [ws, request] = (await once(server, "connection")) as [WebSocket, { socket: Socket }];
    await once(far, "data");
    const heard: unknown[] = [];
    const hear = (data: unknown, isBinary: boolean): void => {
      // What was given away must not change when the next is read.
      heard.push(isBinary ? data : String(data));
      if (heard.length !== pauseAt) return;
      ws.pause();
      setImmediate(() => ws.resume());
    };
    ws.on("message", hear);
    ws.on("ping", () => heard.push("ping"));
    ws.on("error", (error: Error & { code?: string }) => heard.push(error.code));
    const closed = new Promise<number>((resolve) => ws.on("close", resolve));
    if (isShared) {
      const sink = {
        textCame: (value: string) => hear(value, false),
        bytesCame: (value: Buffer, areLent: boolean) => {
          if (areLent) lent += 1;
          hear(areLent ? Buffer.from(value) : value, true);
        },
      };
      readPast(ws, sink, request.socket);
      if (onStreamed !== undefined) request.socket.on("data", onStreamed);
    }
    const answers: Buffer[] = [];
    far.on("data", (chunk: Buffer) => void answers.push(chunk));
    let start = 0;
    for (const end of [...cuts, all.length]) {
      if (end <= start || end > all.length) continue;
      far.write(all.subarray(start, end));
      start = end;
      for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate); // the server reads it in between
    }
    far.end();
    heard.push(await closed);
    await until(() => far.closed, "closed at both ends");
    return [...heard, Buffer.concat(answers).toString("hex")];
  };
  await fc.assert(
    fc.asyncProperty(streams, fc.array(fc.nat(3_000), { maxLength: 6 }), fc.nat(8), async (frames, cuts, pauseAt) => {
      const all = Buffer.concat(frames);
      const places = cuts.sort((a, b) => a - b);
      assert.deepEqual(await heardBy(true, all, places, pauseAt), await heardBy(false, all, places, pauseAt));
    }),
    { numRuns: 60 },
  );
  // What looks like a frame is none in the middle of another, nor may it come in the middle of a message.
  const inside = frame(1, Buffer.from("inside"));
  const outside = Buffer.concat([Buffer.of(0x82, 0x80 | (inside.length + 4), ...MASK, 1, 2, 3, 4), inside]);
  const begun = frame(1, Buffer.from("begun"), 1);
  for (const [all, cut] of [
    [outside, outside.length - inside.length],
    [Buffer.concat([begun, inside]), begun.length],
  ] as const) {
    assert.deepEqual(await heardBy(true, all, [cut], 0), await heardBy(false, all, [cut], 0));
  }
  assert.ok(lent > 0, "bytes were read in place");
  let streamed = 0;
  const five = Buffer.concat(["one", "two", "three", "four", "five"].map((value) => frame(1, Buffer.from(value))));
  const heard = await heardBy(true, five, [], 0, () => {
    streamed += 1;
  });
  assert.equal(heard.slice(0, 5).join(), "one,two,three,four,five");
  assert.equal(streamed, 0, "whole frames never were in the stream");
});
