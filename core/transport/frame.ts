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

/**
 * Makes the binary frame of a payload that has {@link HEADER_ROOM} in front of it, where it is.
 * @returns where it begins; it ends with the buffer
 */
export function beginBinaryFrame(buffer: Uint8Array): number {
  const length = buffer.length - HEADER_ROOM;
  const start = HEADER_ROOM - headerLength(length);
  writeHeader(buffer, length, start);
  buffer[start] = FIN_BINARY;
  return start;
}

/** Most bytes of a UTF-16 unit in UTF-8. */
const MAX_UNIT_BYTES = 3;
/** Memory in which the frame of one text after the other is made. */
const TEXT_ROOM = Buffer.allocUnsafeSlow(16_384);

/** Where frames go. */
export interface FrameOutput {
  write(frame: Uint8Array): void;
  /** The same of a part of what is used again when this returns. */
  writeLent(memory: Uint8Array, start: number, end: number): void;
}

/** Writes the frame of a text that is sent once. */
export function writeFrameOfText(text: string, output: FrameOutput): void {
  if (HEADER_ROOM + MAX_UNIT_BYTES * text.length > TEXT_ROOM.length) return output.write(frameOfText(text));
  const length = TEXT_ROOM.write(text, HEADER_ROOM, "utf8");
  const start = HEADER_ROOM - headerLength(length);
  writeHeader(TEXT_ROOM, length, start);
  output.writeLent(TEXT_ROOM, start, HEADER_ROOM + length);
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

/** @returns where the payload begins */
function writeHeader(frame: Uint8Array, length: number, start = 0): number {
  frame[start] = FIN_TEXT;
  if (length < 126) {
    frame[start + 1] = length;
    return start + 2;
  }
  const bytes = length < 65_536 ? 2 : 8;
  frame[start + 1] = bytes === 2 ? 126 : 127;
  const end = start + 2 + bytes;
  for (let at = end - 1, rest = length; at > start + 1; at -= 1, rest = Math.floor(rest / 256)) frame[at] = rest & 0xff;
  return end;
}
