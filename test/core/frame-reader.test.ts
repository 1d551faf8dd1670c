import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import { test } from "node:test";
import fc from "fast-check";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { readPast } from "../../core/frame-reader.js";
import { withinTime } from "../support/until.js";

const KEY = "dGhlIHNhbXBsZSBub25jZQ==";
const MAX_PAYLOAD = 1_000;

/** A socket without a network: what comes is what the test says, and what is written is kept. */
class FakeSocket extends Duplex {
  readonly written: Buffer[] = [];

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written.push(chunk);
    this.emit("written");
    done();
  }

  get text(): string {
    return Buffer.concat(this.written).toString("latin1");
  }
}

interface End {
  readonly ws: WebSocket;
  readonly socket: FakeSocket;
}

type EndMaker = (options?: { readonly deflate?: boolean }) => Promise<End>;

/** The end that reads masked frames. */
const serverEnd: EndMaker = async ({ deflate = false } = {}) => {
  const socket = new FakeSocket();
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  const extensions = deflate ? { "sec-websocket-extensions": "permessage-deflate" } : {};
  request.headers = { upgrade: "websocket", "sec-websocket-key": KEY, "sec-websocket-version": "13", ...extensions };
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: deflate });
  const ws = await new Promise<WebSocket>((resolve) => server.handleUpgrade(request, socket, Buffer.alloc(0), resolve));
  socket.written.length = 0;
  return { ws, socket };
};

/** The end that has dialled, and reads frames without a mask. */
const clientEnd: EndMaker = async () => {
  const socket = new FakeSocket();
  const ws = new WebSocket("ws://127.0.0.1/", {
    createConnection: () => socket as unknown as Socket,
    generateMask: (mask) => mask.fill(0),
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
  });
  await once(socket, "written");
  const key = /Sec-WebSocket-Key: (\S+)/i.exec(socket.text)?.[1];
  const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
  const opened = once(ws, "open");
  const answer = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
  socket.push(`${answer.join("\r\n")}\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  await opened;
  socket.written.length = 0;
  return { ws, socket };
};

interface FrameParts {
  readonly payload: Buffer;
  readonly opcode?: number;
  readonly fin?: boolean;
  readonly rsv?: number;
  /** Undefined: without one. */
  readonly mask?: readonly number[] | undefined;
  /** How its length is written: as short as may be, or longer. */
  readonly form?: "short" | "16 bits" | "64 bits";
}

function frame({ payload, opcode = 1, fin = true, rsv = 0, mask, form = "short" }: FrameParts): Buffer {
  const { length } = payload;
  const bits = form === "64 bits" || length > 65_535 ? 64 : form === "16 bits" || length > 125 ? 16 : 7;
  const header = Buffer.alloc(bits === 64 ? 10 : bits === 16 ? 4 : 2);
  header[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  header[1] = (mask === undefined ? 0 : 0x80) | (bits === 64 ? 127 : bits === 16 ? 126 : length);
  if (bits === 16) header.writeUInt16BE(length, 2);
  if (bits === 64) header.writeUInt32BE(length, 6);
  if (mask === undefined) return Buffer.concat([header, payload]);
  return Buffer.concat([header, Buffer.from(mask), payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}

const MASK = [1, 2, 3, 0xf4];

const payloads = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 140 }).map((text) => Buffer.from(text)) },
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 124, 125, 126, 127, 999, 1_000, 1_001).map((length) => Buffer.alloc(length, "x")),
  },
);
const masks = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 });

/** Mostly what a client should send, so that something comes behind it. */
function bytesOf(isMasked: boolean): fc.Arbitrary<Buffer> {
  const mask = isMasked ? masks : fc.constant(undefined);
  const form = fc.constantFrom("short", "short", "short", "16 bits", "64 bits" as const);
  const wrong = fc.record({ payload: payloads, mask: isMasked ? fc.constant(undefined) : masks }).map(frame);
  const whole = fc.record({ payload: payloads, mask, form, opcode: fc.constantFrom(1, 1, 1, 1, 2) }).map(frame);
  const control = fc
    .record({
      payload: fc.string({ maxLength: 20 }).map((text) => Buffer.from(text)),
      mask,
      opcode: fc.constantFrom(9, 10),
    })
    .map(frame);
  const parts = fc
    .tuple(fc.array(payloads, { minLength: 2, maxLength: 4 }), mask, fc.option(control))
    .map(([several, maskBytes, between]) =>
      Buffer.concat(
        several.flatMap((payload, index) => [
          frame({ payload, mask: maskBytes, opcode: index === 0 ? 1 : 0, fin: index === several.length - 1 }),
          ...(index === 0 && between !== null ? [between] : []),
        ]),
      ),
    );
  const end = fc
    .record({
      payload: fc.constantFrom(Buffer.alloc(0), Buffer.of(3, 232), Buffer.of(3, 236, 120)),
      mask,
      opcode: fc.constant(8),
    })
    .map(frame);
  const odd = fc
    .record({
      ...{ payload: payloads, form, opcode: fc.integer({ min: 0, max: 15 }), fin: fc.boolean() },
      rsv: fc.constantFrom(0, 0, 0, 1, 2, 4),
      mask: fc.option(masks, { nil: undefined }),
    })
    .map(frame);
  const noise = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes));
  return fc
    .array(
      fc.oneof(
        { weight: 24, arbitrary: whole },
        { weight: 4, arbitrary: control },
        { weight: 4, arbitrary: parts },
        { weight: 1, arbitrary: end },
        { weight: 1, arbitrary: odd },
        { weight: 1, arbitrary: wrong },
        { weight: 1, arbitrary: noise },
      ),
      { maxLength: 12 },
    )
    .map((all) => Buffer.concat(all));
}

/** What becomes of the bytes: everything that is heard, in order, and everything that is written. */
async function heardBy(
  make: EndMaker,
  isPast: boolean,
  chunks: readonly Buffer[],
  { pauseAt, raisedAt }: { readonly pauseAt: number; readonly raisedAt: number },
): Promise<unknown[]> {
  const { ws, socket } = await make();
  const heard: unknown[] = [];
  let messages = 0;
  const hear = (data: string | RawData, isBinary: boolean): void => {
    heard.push(isBinary ? (data as Buffer).toString("hex") : String(data), isBinary);
    messages += 1;
    if (messages === raisedAt) limitOf(ws)._maxPayload = MAX_PAYLOAD * 2;
    if (messages !== pauseAt) return;
    ws.pause();
    setImmediate(() => ws.resume());
  };
  ws.on("message", hear);
  ws.on("ping", (data) => heard.push("ping", String(data)));
  ws.on("pong", (data) => heard.push("pong", String(data)));
  ws.on("error", (error: Error & { code?: string }) => heard.push(error.name, error.message, error.code));
  ws.on("close", (code, reason) => heard.push("close", code, String(reason)));
  const closed = new Promise((resolve) => ws.on("close", resolve));
  if (isPast) {
    readPast(ws, { textCame: (text) => hear(text, false), bytesCame: (bytes) => hear(bytes, true) });
  }
  for (const [index, chunk] of chunks.entries()) {
    socket.push(Buffer.from(chunk)); // both unmask in place
    if (index % 3 === 0) await new Promise(setImmediate);
  }
  await new Promise(setImmediate);
  heard.push(ws.readyState);
  socket.push(null);
  await new Promise(setImmediate);
  socket.destroy();
  await closed;
  heard.push(Buffer.concat(socket.written).toString("hex"));
  return heard;
}

function limitOf(ws: WebSocket): { _maxPayload: number } {
  return (ws as unknown as { _receiver: { _maxPayload: number } })._receiver;
}

function cut(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...places, bytes.length]
    .map((end, index) => bytes.subarray(index === 0 ? 0 : places[index - 1], end))
    .filter(({ length }) => length > 0);
}

const ENDS: readonly [name: string, make: EndMaker, isMasked: boolean, runs: number][] = [
  ["the server's", serverEnd, true, 1_000],
  ["the dialling", clientEnd, false, 400],
];
for (const [name, make, isMasked, numRuns] of ENDS) {
  test(`whatever comes, in whatever chunks: ${name} end hears and says what it does with ws alone`, async () => {
    await fc.assert(
      fc.asyncProperty(
        bytesOf(isMasked),
        fc.array(fc.nat(4_000), { maxLength: 12 }),
        fc.record({ pauseAt: fc.integer({ min: 1, max: 8 }), raisedAt: fc.integer({ min: 1, max: 8 }) }),
        async (bytes, cuts, how) => {
          const chunks = cut(bytes, cuts);
          assert.deepEqual(await heardBy(make, true, chunks, how), await heardBy(make, false, chunks, how));
        },
      ),
      { numRuns },
    );
  });

  test(`${name} end reads whole frames itself, in the turn in which they come, also behind one that came in parts`, async () => {
    const { ws, socket } = await make();
    const heard: string[] = [];
    ws.on("message", (data, isBinary) => heard.push(`ws: ${isBinary ? "bytes" : "text"} ${String(data)}`));
    readPast(ws, {
      textCame: (text) => void heard.push(`text ${text}`),
      bytesCame: (bytes) => void heard.push(`bytes ${String(bytes)}`),
    });
    await new Promise(setImmediate);
    const of = (text: string, opcode = 1) =>
      frame({ payload: Buffer.from(text), opcode, mask: isMasked ? MASK : undefined });
    const take = (...chunks: Buffer[]): string[] => {
      heard.length = 0;
      for (const chunk of chunks) socket.push(chunk);
      return [...heard];
    };
    assert.deepEqual(take(Buffer.concat([of("one"), of("zwölf 😀"), of("three", 2), of("")])), [
      "text one",
      "text zwölf 😀",
      "bytes three",
      "text ",
    ]);
    const long = "x".repeat(500);
    const whole = Buffer.concat([of("one"), of(long), of("two"), of("three")]);
    for (const at of [20, 200, whole.length - 3]) {
      const [start, rest] = [whole.subarray(0, at), whole.subarray(at)].map((part) => Buffer.from(part));
      const parted = at === 20 || at === 200 ? "ws: text " : "text ";
      const last = at === whole.length - 3 ? "ws: text " : "text ";
      assert.deepEqual(
        take(start!, rest!),
        ["text one", `${parted}${long}`, "text two", `${last}three`],
        `cut at ${at}`,
      );
      assert.deepEqual(take(of("next")), ["text next"]);
    }
    assert.deepEqual(take(Buffer.concat([of("one"), of("two", 9), of("three")])), ["text one", "ws: text three"]);
    assert.deepEqual(take(of("next")), ["text next"], "behind a ping");
    ws.terminate();
  });
}

test("a socket that compresses is left to ws, and so is one whose ws is not what is known", async () => {
  const compressing = await serverEnd({ deflate: true });
  const changed = await serverEnd();
  (changed.ws as unknown as { _receiver: { _state: unknown } })._receiver._state = "start";
  for (const { ws } of [compressing, changed]) {
    const { _receiver: receiver } = ws as unknown as { _receiver: object };
    readPast(ws, { textCame: () => assert.fail(), bytesCame: () => assert.fail() });
    assert.equal(Object.hasOwn(receiver, "write"), false);
    ws.terminate();
  }
});

test("behind what ws has refused nothing is heard, though ws says so only after the turn", async () => {
  const { ws, socket } = await serverEnd();
  const heard: string[] = [];
  readPast(ws, { textCame: (text) => void heard.push(text), bytesCame: () => {} });
  await new Promise(setImmediate);
  const failed = withinTime(once(ws, "error"), "an error");
  const text = frame({ payload: Buffer.from("text"), mask: MASK });
  socket.push(Buffer.from(text));
  socket.push(Buffer.of(0xb1, 0x80)); // reserved bits
  socket.push(Buffer.from(text));
  await failed;
  assert.deepEqual(heard, ["text"]);
  ws.terminate();
});

test("a frame that is refused for its text is given to ws as it came", async () => {
  const { ws, socket } = await serverEnd();
  readPast(ws, { textCame: () => {}, bytesCame: () => {} });
  const failed = withinTime(once(ws, "error"), "an error");
  socket.push(frame({ payload: Buffer.from([0x61, 0xff, 0x62]), mask: MASK }));
  const [error] = (await failed) as [Error & { code?: string }];
  assert.equal(error.code, "WS_ERR_INVALID_UTF8");
  assert.equal(Buffer.concat(socket.written).toString("hex"), "880203ef", "1007");
  ws.terminate();
});
