import { isUtf8 } from "node:buffer";
import { type Duplex, Writable } from "node:stream";
import type { WebSocket } from "ws";
import { type BytesTaker, readIntoShared } from "./shared-read-buffer.js";

/** Who gets what frames carry. */
export interface FrameSink {
  textCame(text: string): void;
  /** @param areLent - they change when this returns; otherwise they are theirs, as long as they want them */
  bytesCame(bytes: Buffer, areLent: boolean): void;
}

/** What `ws` keeps of the reading end of one socket, and its types do not tell. */
interface Receiver extends BytesTaker {
  readonly _isServer: boolean;
  readonly _maxPayload: number;
  /** What it waits for: 0 for a frame. */
  readonly _state: number;
  readonly _bufferedBytes: number;
  /** The opcode of a message that has begun, and needs more frames. */
  readonly _fragmented: number;
  write(chunk: Buffer): boolean;
  /** Ours. */
  sink: FrameSink;
  /** Ours: what is to come of the frame that `ws` reads; 0 where that is not known. */
  missingBytes: number;
}

const streamWrite = Writable.prototype.write as (this: unknown, chunk: Buffer) => boolean;

const FIN_TEXT = 0x81;
const FIN_BINARY = 0x82;
const MASKED = 0x80;
const MASK_BYTES = 4;
const LENGTH_OF_16_BITS = 126;
const ASCII_END = 0x80;

/**
 * Hands whole text and binary frames to the sink as they come, in the turn in which they come. `ws` would put each through
 * a stream, a state machine and two events, whose objects are far in the memory where most sockets are silent for long.
 *
 * Whatever else there is gets to `ws` as it came, and behind it everything until `ws` waits for a frame again: parts of frames
 * and of messages, long frames, pings, the end, and all that is wrong, so that errors and close codes are those of `ws`.
 * Its `message` event tells of the frames that it reads itself. Sockets that compress are left to it altogether.
 *
 * Where `ws` is one day not what is known here, it reads everything; tests hold in place that it is.
 * @param socket - that of `ws`: its reads need no memory of their own then
 */
export function readPast(ws: WebSocket, sink: FrameSink, socket?: Duplex): void {
  const receiver = (ws as unknown as { readonly _receiver?: Receiver })._receiver;
  if (receiver === undefined || ws.extensions !== "" || !isKnown(receiver)) return;
  receiver.sink = sink;
  receiver.missingBytes = 0;
  receiver.write = write;
  receiver.take = take;
  if (socket !== undefined) readIntoShared(socket, receiver);
}

/** The socket of one that was dialled and is open, which `ws` keeps and its types do not tell. */
export function socketOf(ws: WebSocket): Duplex | undefined {
  return (ws as unknown as { readonly _socket?: Duplex })._socket;
}

function isKnown(receiver: Receiver): boolean {
  return (
    receiver instanceof Writable &&
    typeof receiver._isServer === "boolean" &&
    typeof receiver._maxPayload === "number" &&
    waitsForFrame(receiver)
  );
}

/** Nothing has come of the next frame, nor of the message that it may be a part of. */
function waitsForFrame({ _state, _bufferedBytes, _fragmented }: Receiver): boolean {
  return _state === 0 && _bufferedBytes === 0 && _fragmented === 0;
}

/**
 * In place of the stream's `write`: one function for all sockets.
 * @returns false where the socket is to be paused: `ws` is given no more of it once it has refused something
 */
function write(this: Receiver, chunk: Buffer): boolean {
  let at = 0;
  if (!waitsForFrame(this)) {
    at = Math.min(this.missingBytes, chunk.length);
    this.missingBytes -= at;
    if (at === 0 || at === chunk.length) return writeToStream(this, chunk);
    writeToStream(this, chunk.subarray(0, at));
    if (!waitsForFrame(this)) return writeToStream(this, chunk.subarray(at));
  }
  at = takeFrames(this, chunk, at, chunk.length, false);
  return at === chunk.length || writeToStream(this, at === 0 ? chunk : chunk.subarray(at));
}

/** What came for all, before the stream has it. */
function take(this: Receiver, shared: Buffer, length: number): number {
  return waitsForFrame(this) ? takeFrames(this, shared, 0, length, true) : 0;
}

function writeToStream(receiver: Receiver, chunk: Buffer): boolean {
  return streamWrite.call(receiver, chunk);
}

/**
 * @param isLent - the chunk is used again; otherwise the sink gets parts of it for good
 * @returns where something begins that is not for us
 */
function takeFrames(receiver: Receiver, chunk: Buffer, from: number, to: number, isLent: boolean): number {
  receiver.missingBytes = 0;
  const maskBit = receiver._isServer ? MASKED : 0;
  let at = from;
  while (at + 1 < to) {
    const isText = chunk[at] === FIN_TEXT;
    if (!isText && chunk[at] !== FIN_BINARY) break;
    let length = chunk[at + 1]! ^ maskBit; // above 127 where a mask is missing, or there should be none
    let start = at + 2;
    if (length === LENGTH_OF_16_BITS) {
      if (start + 2 > to) break;
      length = chunk.readUInt16BE(start);
      start += 2;
    } else if (length > LENGTH_OF_16_BITS) break;
    if (maskBit !== 0) start += MASK_BYTES;
    const max = receiver._maxPayload;
    if (length > max && max > 0) break;
    const end = start + length;
    if (end > to) {
      receiver.missingBytes = end - to;
      break;
    }
    const isAscii = maskBit !== 0 && unmask(chunk, start, end) < ASCII_END;
    if (!isText) receiver.sink.bytesCame(chunk.subarray(start, end), isLent);
    else if (isAscii) receiver.sink.textCame(chunk.toString("latin1", start, end));
    else if (isUtf8(chunk.subarray(start, end))) receiver.sink.textCame(chunk.toString("utf8", start, end));
    else {
      if (maskBit !== 0) unmask(chunk, start, end);
      break;
    }
    at = end;
  }
  return at;
}

/** Or masks: it is the same. @returns all bytes that came of it, ORed: below 128 if it is ASCII */
function unmask(chunk: Buffer, start: number, end: number): number {
  // Four at a time, each with its byte of the mask.
  const first = chunk[start - 4]!;
  const second = chunk[start - 3]!;
  const third = chunk[start - 2]!;
  const fourth = chunk[start - 1]!;
  let all = 0;
  let at = start;
  for (; at + 3 < end; at += 4) {
    const a = chunk[at]! ^ first;
    const b = chunk[at + 1]! ^ second;
    const c = chunk[at + 2]! ^ third;
    const d = chunk[at + 3]! ^ fourth;
    chunk[at] = a;
    chunk[at + 1] = b;
    chunk[at + 2] = c;
    chunk[at + 3] = d;
    all |= a | b | c | d;
  }
  for (; at < end; at += 1) {
    const byte = chunk[at]! ^ chunk[start - 4 + ((at - start) & 3)]!;
    chunk[at] = byte;
    all |= byte;
  }
  return all;
}
