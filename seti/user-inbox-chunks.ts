import type { KeptMessage } from "./user-inbox-store.js";

/** Most of one message between nodes: far below the size of a link message. */
const MAX_MESSAGES = 100;
const MAX_BYTES = 262_144;

/** Parts of a list that are small enough for a link message, in order; a single message is never parted. */
export function chunksOf(messages: readonly KeptMessage[]): KeptMessage[][] {
  const chunks: KeptMessage[][] = [];
  let bytes = 0;
  let chunk: KeptMessage[] = [];
  for (const message of messages) {
    const size = Buffer.byteLength(JSON.stringify(message));
    if (chunk.length > 0 && (chunk.length >= MAX_MESSAGES || bytes + size > MAX_BYTES)) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(message);
    bytes += size;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}
