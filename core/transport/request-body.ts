import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { Clock } from "../clock.js";
import { BayeuxError } from "../message/bayeux-error.js";

export interface BodyLimits {
  readonly maxBytes: number;
  /** How long the body may take, by `clock`; the listener's own limit is wider, and counts the head in. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/**
 * Told of a body once: its JSON texts (the body, or each `message` parameter of a form: Faye's cross-origin transport sends
 * such, under any content type), or why there are none. No promise, since each poll is a request.
 */
export type BodyTaker = (body: string[] | BayeuxError) => void;

/**
 * Reads the body of a request. Most come in one piece with their head: these are there as soon as this turn's input is
 * parsed, and take neither listeners nor a timer.
 * @param take - is given a BayeuxError 413 over the limit, whether announced or not; 408 when it takes too long; 400 when
 *   it is not UTF-8 or breaks off
 * @see spec/bayeux.md section 14.1
 */
export function readBody(request: IncomingMessage, limits: BodyLimits, take: BodyTaker): void {
  const announced = request.headers["content-length"];
  if (announced === undefined) return waitFor(request, limits, take);
  const bytes = Number(announced);
  if (bytes > limits.maxBytes) take(tooLarge(limits.maxBytes));
  else process.nextTick(takeOrWait, bytes, request, limits, take);
}

/** @param bytes - how long the body is */
function takeOrWait(bytes: number, request: IncomingMessage, limits: BodyLimits, take: BodyTaker): void {
  if (request.readableLength === bytes) hand(request.read() ?? EMPTY, request, take);
  else waitFor(request, limits, take);
}

function waitFor(request: IncomingMessage, { maxBytes, timeoutMs, clock }: BodyLimits, take: BodyTaker): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isOver = false;
  const late = clock.schedule(timeoutMs, () => fail(new BayeuxError(408, [], "body_too_slow")));
  const onData = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes > maxBytes) fail(tooLarge(maxBytes));
    else chunks.push(chunk);
  };
  // What still comes is thrown away, until the answer has closed the connection.
  const fail = (error: BayeuxError): void => {
    if (isOver) return;
    isOver = true;
    late.cancel();
    request.off("data", onData).resume();
    take(error);
  };
  request.on("data", onData);
  request.on("end", () => {
    if (isOver) return;
    isOver = true;
    late.cancel();
    hand(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), request, take);
  });
  request.on("error", (cause) => fail(new BayeuxError(400, [], "body_incomplete", { cause })));
  request.on("close", () => {
    if (!request.complete) fail(new BayeuxError(400, [], "body_incomplete"));
  });
}

function hand(bytes: Buffer, request: IncomingMessage, take: BodyTaker): void {
  if (!isUtf8(bytes)) return take(new BayeuxError(400, [], "not_utf8"));
  const all = bytes.toString("utf8");
  const text = all.startsWith(BYTE_ORDER_MARK) ? all.slice(1) : all;
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true;
  take(isForm || text.startsWith("message=") ? new URLSearchParams(text).getAll("message") : [text]);
}

const EMPTY = Buffer.alloc(0);
const BYTE_ORDER_MARK = "\ufeff";

function tooLarge(maxBytes: number): BayeuxError {
  return new BayeuxError(413, [String(maxBytes)], "message_too_large");
}
