import { constants, deflateRawSync } from "node:zlib";
import type { Publication } from "../message/publication.js";
import { frameOf } from "./frame.js";

/** FIN, text, and RSV1: the payload is compressed (RFC 7692 section 6). */
const FIN_TEXT_DEFLATED = 0xc1;
/** A sync flush ends with an empty block, which is left away on the wire (RFC 7692 section 7.2.1). */
const TRAILER_BYTES = 4;
/** Compressing takes about 1 ms for 64 KiB, during which nothing else happens; what is longer than this goes as it is. */
const MAX_DEFLATED_BYTES = 1_048_576;
const SYNC = { finishFlush: constants.Z_SYNC_FLUSH };

/**
 * The compressed frame of `[json]`. Without context take-over a frame stands for itself, so that, as the plain one, it is
 * made once per publication and fits every socket that negotiated `permessage-deflate`.
 */
export function deflatedFrameOf(publication: Publication, thresholdBytes: number): Uint8Array {
  publication.deflatedFrame ??= deflatedFrame(frameOf(publication), thresholdBytes);
  return publication.deflatedFrame;
}

/**
 * The same frame, compressed; or the frame itself where its payload is below the threshold, does not get smaller, or would
 * take too long, which the extension allows for any message.
 */
export function deflatedFrame(frame: Uint8Array, thresholdBytes: number): Uint8Array {
  const start = payloadStart(frame);
  const size = frame.length - start;
  if (size < thresholdBytes || size > MAX_DEFLATED_BYTES) return frame;
  const deflated = deflateRawSync(frame.subarray(start), SYNC);
  const length = deflated.length - TRAILER_BYTES;
  const header = headerOf(length);
  if (header.length + length >= frame.length) return frame;
  return Buffer.concat([header, deflated.subarray(0, length)]);
}

function payloadStart(frame: Uint8Array): number {
  if (frame[1] === 127) return 10;
  return frame[1] === 126 ? 4 : 2;
}

function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([FIN_TEXT_DEFLATED, length]);
  if (length < 65_536) return Buffer.from([FIN_TEXT_DEFLATED, 126, length >>> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = FIN_TEXT_DEFLATED;
  header[1] = 127;
  header.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
  header.writeUInt32BE(length >>> 0, 6);
  return header;
}
