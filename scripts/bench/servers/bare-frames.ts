import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

// As much of WebSocket as the yardsticks need that do without `ws`: accepting, and short text frames of the load generator.

const ACCEPT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** Answers an upgrade request, without looking at what it asks. */
export function acceptUpgrade(request: IncomingMessage, socket: Duplex): void {
  const key = String(request.headers["sec-websocket-key"]);
  const accept = createHash("sha1")
    .update(key + ACCEPT)
    .digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
}

/** The payloads of a client's frames, whose bytes come in any pieces. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /** @returns the payloads of the frames that are complete now */
  read(chunk: Buffer): Buffer[] {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const payloads: Buffer[] = [];
    for (;;) {
      const head = headOf(bytes);
      if (head === undefined || bytes.length < head.end) break;
      const mask = bytes.subarray(head.start - 4, head.start);
      const payload = Buffer.from(bytes.subarray(head.start, head.end));
      for (let at = 0; at < payload.length; at += 1) payload[at]! ^= mask[at & 3]!;
      if ((bytes[0]! & 0x0f) === 1) payloads.push(payload);
      bytes = bytes.subarray(head.end);
    }
    this.#rest = bytes;
    return payloads;
  }
}

/** A masked frame of less than 64 KiB. */
function headOf(bytes: Buffer): { start: number; end: number } | undefined {
  if (bytes.length < 6) return undefined;
  const short = bytes[1]! & 0x7f;
  if (short < 126) return { start: 6, end: 6 + short };
  return bytes.length < 8 ? undefined : { start: 8, end: 8 + bytes.readUInt16BE(2) };
}

/** A server's frame with this text, of less than 64 KiB. */
export function textFrame(payload: Buffer): Buffer {
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : Buffer.from([0x81, 126, payload.length >>> 8, payload.length & 0xff]);
  return Buffer.concat([head, payload]);
}
