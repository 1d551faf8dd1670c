import type { Publication } from "../message/publication.js";

const FIN_TEXT = 0x81;
const FIN_BINARY = 0x82;
const OPEN = 0x5b;
const COMMA = 0x2c;
const CLOSE = 0x5d;

/**
 * The WebSocket frame of `[json]`, made once per publication and shared by all its receivers. Servers do not mask, so
 * the same bytes fit every socket (RFC 6455 section 5.3).
 */
export function frameOf(publication: Publication): Uint8Array {
  publication.frame ??= build([publication], publication.bytes + 2);
  return publication.frame;
}

/** One frame with all of them, as one array. */
export function frameOfAll(publications: readonly Publication[]): Uint8Array {
  let length = publications.length + 1; // brackets and commas
  for (const publication of publications) length += publication.bytes;
  return build(publications, length);
}

/** The frame of a text that is sent once. */
export function frameOfText(text: string): Uint8Array {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  frame.write(text, writeHeader(frame, length), "utf8");
  return frame;
}

function build(publications: readonly Publication[], length: number): Uint8Array {
  const frame = Buffer.allocUnsafe(headerLength(length) + length);
  let offset = writeHeader(frame, length);
  frame[offset] = OPEN;
  for (const publication of publications) {
    offset += 1 + frame.write(publication.json, offset + 1, "utf8");
    frame[offset] = COMMA;
  }
  frame[offset] = CLOSE;
  return frame;
}

/** Longest header of a frame that is not masked. */
export const HEADER_ROOM = 10;

/** The binary frame of a payload that has {@link HEADER_ROOM} in front of it. */
export function binaryFrameOf(buffer: Uint8Array): Uint8Array {
  const length = buffer.length - HEADER_ROOM;
  const start = HEADER_ROOM - headerLength(length);
  const frame = Buffer.from(buffer.buffer, buffer.byteOffset + start, buffer.length - start);
  writeHeader(frame, length);
  frame[0] = FIN_BINARY;
  return frame;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

/** @returns where the payload begins */
function writeHeader(frame: Buffer, length: number): number {
  frame[0] = FIN_TEXT;
  if (length < 126) {
    frame[1] = length;
    return 2;
  }
  if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
    return 4;
  }
  frame[1] = 127;
  frame.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
  frame.writeUInt32BE(length >>> 0, 6);
  return 10;
}
