import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error.js";

const NEWLINE = 0x0a;

/**
 * The lines of a request's body, one after the other; empty ones are passed over. The next is read from the caller when it
 * is asked for.
 * @param maxBytes - of one line; a longer one ends the stream
 * @throws ApiError TOO_LARGE; INVALID_ARGUMENT when the caller goes away in the middle
 */
export async function* requestLines(
  request: IncomingMessage,
  maxBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let rest: Buffer[] = [];
  let restBytes = 0;
  const tooLong = (): ApiError => new ApiError("TOO_LARGE", `a line must be at most ${maxBytes} bytes`);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const line = Buffer.concat([...rest, chunk.subarray(from, end)]);
        rest = [];
        restBytes = 0;
        from = end + 1;
        if (line.length > maxBytes) throw tooLong();
        if (line.some((byte) => byte > 0x20)) yield line;
      }
      restBytes += chunk.length - from;
      if (restBytes > maxBytes) throw tooLong();
      if (from < chunk.length) rest.push(chunk.subarray(from));
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError("INVALID_ARGUMENT", "the request broke off", { cause: error });
  }
  const last = Buffer.concat(rest);
  if (last.some((byte) => byte > 0x20)) yield last;
}
