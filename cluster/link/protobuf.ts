import { BayeuxError } from "../../core/message/bayeux-error.js";

// What the forms of `proto/oortbus/v1` that go over links are written and read with, by hand: into the buffer that goes to
// the socket, and without an object for each field.

/** Bytes of the numbers that JavaScript has exactly. */
export const MAX_VARINT = 8;

export function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

/** A tag, and a number or length. @returns what is behind it */
export function writeField(buffer: Uint8Array, start: number, field: number, value: number): number {
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

export function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  if (value < 0x20_0000) return 3;
  return value < 0x1000_0000 ? 4 : 5;
}

/** Room for many messages, made at once; a larger message has its own. */
const ROOM_BYTES = 16_384;

/** Writes one message after the other. */
export class ProtobufWriter {
  #buffer = Buffer.allocUnsafeSlow(ROOM_BYTES);
  /** Where the present message began. */
  #start = 0;
  #at = 0;

  number(field: number, value: number): void {
    this.#need(1 + MAX_VARINT);
    this.#at = writeField(this.#buffer, this.#at, field, value);
  }

  text(field: number, text: string): void {
    this.#need(1 + MAX_VARINT + 3 * text.length);
    const start = this.begin(field);
    this.#at += this.#buffer.write(text, this.#at, "utf8");
    this.end(start);
  }

  /** What is written from now on, until {@link end}, is one field. @returns what to tell `end` */
  begin(field: number): number {
    this.#need(2);
    this.#buffer[this.#at] = field;
    this.#at += 2; // most are short: a length of one byte
    return this.#at - this.#start;
  }

  end(begun: number): void {
    const length = this.#at - this.#start - begun;
    const more = varintLength(length) - 1;
    if (more > 0) this.#need(more);
    const from = this.#start + begun;
    if (more > 0) {
      this.#buffer.copyWithin(from + more, from, this.#at);
      this.#at += more;
    }
    writeField(this.#buffer, from - 2, this.#buffer[from - 2]!, length);
  }

  /** @returns what was written since the last time; nothing else is ever written there */
  finish(): Uint8Array {
    const bytes = this.#buffer.subarray(this.#start, this.#at);
    this.#start = this.#at;
    return bytes;
  }

  #need(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const written = this.#at - this.#start;
    const larger = Buffer.allocUnsafeSlow(Math.max(ROOM_BYTES, 2 * (written + bytes)));
    this.#buffer.copy(larger, 0, this.#start, this.#at);
    this.#buffer = larger;
    this.#start = 0;
    this.#at = written;
  }
}

/** Reads fields one after the other, whatever bytes it is given. What has no end, or is beyond it, throws BayeuxError 400. */
export class ProtobufReader {
  protected readonly bytes: Buffer;
  protected at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Not checked for UTF-8: what is not is replaced, and then means nothing to whoever reads it. */
  protected text(end: number): string {
    const text = this.bytes.toString("utf8", this.at, end);
    this.at = end;
    return text;
  }

  /** As they are: they hold as long as the bytes that were handed in. */
  protected span(end: number): Uint8Array {
    const span = this.bytes.subarray(this.at, end);
    this.at = end;
    return span;
  }

  /** Reads a length. @returns where what has it ends */
  protected sectionEnd(limit: number): number {
    const length = this.varint(limit);
    const end = this.at + length;
    if (end > limit) throw malformed("a length beyond the end");
    return end;
  }

  protected varint(end: number): number {
    let value = 0;
    let scale = 1;
    for (let read = 0; read < MAX_VARINT; read += 1) {
      if (this.at >= end) throw malformed("a number without end");
      const byte = this.bytes[this.at]!;
      this.at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      scale *= 0x80;
    }
    throw malformed("a number too large");
  }

  protected skip(field: number, end: number): void {
    const wireType = field & 7;
    if (wireType === 0) this.varint(end);
    else if (wireType === 2) this.at = this.sectionEnd(end);
    else if (wireType === 1 || wireType === 5) this.at += wireType === 1 ? 8 : 4;
    else throw malformed("an unknown wire type");
    if (this.at > end) throw malformed("a field beyond the end");
  }
}

export function malformed(what: string): BayeuxError {
  return new BayeuxError(400, [], "link_frame_malformed", { cause: new Error(what) });
}
