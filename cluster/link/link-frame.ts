import { isUtf8 } from "node:buffer";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import type { PrintedMessage, Publication } from "../../core/message/publication.js";
import { inspectJson } from "./json-text.js";

// One LinkFrame of proto/oortbus/v1/link.proto, which says what its fields mean. Written here by hand, into the buffer
// that goes to the socket, and read without making an object for each field; a test holds it against the generated code.

/** What a frame says beside its deliveries. */
export interface FrameHead {
  readonly first: number;
  readonly ack: number;
  readonly ackWanted: boolean;
  readonly dropped: number;
}

export interface LinkFrame extends FrameHead {
  readonly deliveries: readonly PrintedMessage[];
  /** A JSON array of Bayeux messages, not looked at; empty for none. */
  readonly messages: string;
}

export interface FrameLimits {
  /** Deepest nesting in the data of a delivery. */
  readonly maxJsonDepth: number;
}

/** Most deliveries in one frame, written or read. */
export const MAX_FRAME_DELIVERIES = 8_192;

const FIRST = tag(1, 0);
const ACK = tag(2, 0);
const ACK_WANTED = tag(3, 0);
const DROPPED = tag(4, 0);
const DELIVERIES = tag(5, 2);
const MESSAGES = tag(6, 2);
const CHANNEL = tag(1, 2);
const DATA = tag(2, 2);
const FIELDS = tag(3, 2);

const MAX_VARINT = 8; // bytes of the numbers that JavaScript has exactly
const MAX_HEAD = 4 * (1 + MAX_VARINT);
/** Tags and lengths of one delivery. */
const MAX_DELIVERY_HEAD = 4 * (1 + 5);

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

// --- Writing -----------------------------------------------------------------------------------------------------

/**
 * @param messages - a JSON array, or an empty text
 * @param room - bytes left free in front
 */
export function writeFrame(
  head: FrameHead,
  publications: readonly Publication[],
  messages: string,
  room: number,
): Uint8Array {
  const messagesBytes = messages === "" ? 0 : Buffer.byteLength(messages);
  const texts = publications.map((publication) => publication.printed);
  let bound = room + MAX_HEAD + messagesBytes + 1 + MAX_VARINT;
  for (const text of texts)
    bound += MAX_DELIVERY_HEAD + 3 * (text.channel.length + text.fields.length) + text.dataBytes;
  const buffer = Buffer.allocUnsafe(bound);
  let at = room;
  if (publications.length > 0) at = writeField(buffer, at, FIRST, head.first);
  if (head.ack > 0) at = writeField(buffer, at, ACK, head.ack);
  if (head.ackWanted) at = writeField(buffer, at, ACK_WANTED, 1);
  if (head.dropped > 0) at = writeField(buffer, at, DROPPED, head.dropped);
  for (const text of texts) at = writeDelivery(buffer, at, text);
  if (messagesBytes > 0) {
    at = writeField(buffer, at, MESSAGES, messagesBytes);
    at += buffer.write(messages, at, "utf8");
  }
  return buffer.subarray(0, at);
}

function writeDelivery(buffer: Buffer, start: number, { channel, data, dataBytes, fields }: PrintedMessage): number {
  const channelBytes = Buffer.byteLength(channel);
  const fieldsBytes = fields === "" ? 0 : Buffer.byteLength(fields);
  let length = 1 + varintLength(channelBytes) + channelBytes + 1 + varintLength(dataBytes) + dataBytes;
  if (fieldsBytes > 0) length += 1 + varintLength(fieldsBytes) + fieldsBytes;
  let at = writeField(buffer, start, DELIVERIES, length);
  at = writeField(buffer, at, CHANNEL, channelBytes);
  at += buffer.write(channel, at, "utf8");
  at = writeField(buffer, at, DATA, dataBytes);
  at += data.length === dataBytes ? buffer.write(data, at, "latin1") : buffer.write(data, at, "utf8");
  if (fieldsBytes > 0) {
    at = writeField(buffer, at, FIELDS, fieldsBytes);
    at += buffer.write(fields, at, "utf8");
  }
  return at;
}

/** A tag, and a number or length. @returns what is behind it */
function writeField(buffer: Uint8Array, start: number, field: number, value: number): number {
  let at = start;
  let rest = value;
  buffer[at] = field;
  at += 1;
  while (rest > 0x7f) {
    buffer[at] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
    at += 1;
  }
  buffer[at] = rest;
  return at + 1;
}

function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}

// --- Reading -----------------------------------------------------------------------------------------------------

/**
 * Reads a frame, whatever bytes it is given. A later field of the same number wins, unknown ones are passed over, as
 * protobuf has it.
 * @throws BayeuxError 400 when it is no frame, or has data that is not one JSON value each; 413 over a limit
 */
export function readFrame(bytes: Uint8Array, limits: FrameLimits): LinkFrame {
  return new FrameReader(bytes, limits).frame();
}

class FrameReader {
  readonly #bytes: Buffer;
  readonly #limits: FrameLimits;
  #at = 0;

  constructor(bytes: Uint8Array, limits: FrameLimits) {
    this.#bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#limits = limits;
  }

  frame(): LinkFrame {
    const end = this.#bytes.length;
    const deliveries: PrintedMessage[] = [];
    const frame = { first: 0, ack: 0, ackWanted: false, dropped: 0, deliveries, messages: "" };
    while (this.#at < end) {
      const field = this.#varint(end);
      if (field === DELIVERIES) deliveries.push(this.#delivery(this.#sectionEnd(end)));
      else if (field === FIRST) frame.first = this.#varint(end);
      else if (field === ACK) frame.ack = this.#varint(end);
      else if (field === ACK_WANTED) frame.ackWanted = this.#varint(end) !== 0;
      else if (field === DROPPED) frame.dropped = this.#varint(end);
      else if (field === MESSAGES) frame.messages = this.#text(this.#sectionEnd(end));
      else this.#skip(field, end);
      if (deliveries.length > MAX_FRAME_DELIVERIES) throw new BayeuxError(413, [], "link_frame_too_long");
    }
    if (deliveries.length > 0 && frame.first === 0) throw malformed("deliveries without number");
    return frame;
  }

  #delivery(end: number): PrintedMessage {
    let channel = "";
    let fields = "";
    let dataStart = 0;
    let dataEnd = 0;
    while (this.#at < end) {
      const field = this.#varint(end);
      if (field === CHANNEL) {
        channel = this.#text(this.#sectionEnd(end));
      } else if (field === DATA) {
        dataEnd = this.#sectionEnd(end);
        dataStart = this.#at;
        this.#at = dataEnd;
      } else if (field === FIELDS) {
        fields = this.#text(this.#sectionEnd(end));
      } else {
        this.#skip(field, end);
      }
    }
    const charset = inspectJson(this.#bytes, dataStart, dataEnd, this.#limits.maxJsonDepth);
    if (charset === undefined) throw malformed("data is not one JSON value");
    if (charset === "utf8" && !isUtf8(this.#bytes.subarray(dataStart, dataEnd))) throw malformed("data is not UTF-8");
    return { channel, data: this.#bytes.toString(charset, dataStart, dataEnd), dataBytes: dataEnd - dataStart, fields };
  }

  /** Not checked for UTF-8: what is not is replaced, and then means nothing to whoever reads it. */
  #text(end: number): string {
    const text = this.#bytes.toString("utf8", this.#at, end);
    this.#at = end;
    return text;
  }

  /** Reads a length. @returns where what has it ends */
  #sectionEnd(limit: number): number {
    const length = this.#varint(limit);
    const end = this.#at + length;
    if (end > limit) throw malformed("a length beyond the end");
    return end;
  }

  #varint(end: number): number {
    let value = 0;
    let scale = 1;
    for (let read = 0; read < MAX_VARINT; read += 1) {
      if (this.#at >= end) throw malformed("a number without end");
      const byte = this.#bytes[this.#at]!;
      this.#at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      scale *= 0x80;
    }
    throw malformed("a number too large");
  }

  #skip(field: number, end: number): void {
    const wireType = field & 7;
    if (wireType === 0) this.#varint(end);
    else if (wireType === 2) this.#at = this.#sectionEnd(end);
    else if (wireType === 1 || wireType === 5) this.#at += wireType === 1 ? 8 : 4;
    else throw malformed("an unknown wire type");
    if (this.#at > end) throw malformed("a field beyond the end");
  }
}

function malformed(what: string): BayeuxError {
  return new BayeuxError(400, [], "link_frame_malformed", { cause: new Error(what) });
}
