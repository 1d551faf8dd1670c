import type { IncomingMessage } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";

/**
 * The JSON texts of a request: its body, or each `message` parameter of a form (Faye's cross-origin transport sends
 * such, under any content type).
 * @throws BayeuxError 413 over the limit, whether announced or not; 400 when the body is not UTF-8 or breaks off
 * @see spec/bayeux.md section 14.1
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string[]> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += (chunk as Buffer).length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk as Buffer);
    }
  } catch (cause) {
    throw cause instanceof BayeuxError ? cause : new BayeuxError(400, [], "body_incomplete", { cause });
  }
  const text = toText(chunks);
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  return isForm || text.startsWith("message=") ? new URLSearchParams(text).getAll("message") : [text];
}

function toText(chunks: readonly Buffer[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  } catch (cause) {
    throw new BayeuxError(400, [], "not_utf8", { cause });
  }
}

function tooLarge(maxBytes: number): BayeuxError {
  return new BayeuxError(413, [String(maxBytes)], "message_too_large");
}
