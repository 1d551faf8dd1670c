import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Clock } from "../clock.js";
import { BayeuxError } from "../message/bayeux-error.js";

/**
 * The JSON texts of a request: its body, or each `message` parameter of a form (Faye's cross-origin transport sends
 * such, under any content type).
 * @param within - by whose time, and how long, the body may take; the listener's own limit is wider, and counts the head in
 * @throws BayeuxError 413 over the limit, whether announced or not; 408 when it takes too long; 400 when it is not UTF-8 or
 *   breaks off
 * @see spec/bayeux.md section 14.1
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
  within: { readonly clock: Clock; readonly timeoutMs: number },
): Promise<string[]> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks = await readChunks(request, maxBytes, within);
  const text = toText(chunks);
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  return isForm || text.startsWith("message=") ? new URLSearchParams(text).getAll("message") : [text];
}

function readChunks(
  request: IncomingMessage,
  maxBytes: number,
  { clock, timeoutMs }: { readonly clock: Clock; readonly timeoutMs: number },
): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const late = clock.schedule(timeoutMs, () => fail(new BayeuxError(408, [], "body_too_slow")));
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes > maxBytes) fail(tooLarge(maxBytes));
      else chunks.push(chunk);
    };
    // What still comes is thrown away, until the answer has closed the connection.
    const fail = (error: BayeuxError): void => {
      late.cancel();
      request.off("data", onData).resume();
      reject(error);
    };
    request.on("data", onData);
    request.on("end", () => {
      late.cancel();
      resolve(chunks);
    });
    request.on("error", (cause) => fail(new BayeuxError(400, [], "body_incomplete", { cause })));
    request.on("close", () => {
      if (!request.complete) fail(new BayeuxError(400, [], "body_incomplete"));
    });
  });
}

function toText(chunks: readonly Buffer[]): string {
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw new BayeuxError(400, [], "not_utf8");
  const text = bytes.toString("utf8");
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

const BYTE_ORDER_MARK = "\ufeff";

function tooLarge(maxBytes: number): BayeuxError {
  return new BayeuxError(413, [String(maxBytes)], "message_too_large");
}
