import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import { sendJson } from "../core/http/problem.js";
import type { Logger } from "../core/logger.js";
import { ApiError } from "./api-error.js";

/** Answers with what the work gives, as JSON, or with its refusal. */
export async function answer(response: ServerResponse, logger: Logger, work: () => unknown): Promise<void> {
  const result = await accepted(response, logger, async () => ({ value: await work() }));
  if (result !== undefined && !response.destroyed) sendJson(response, 200, result.value);
}

/** @returns undefined when the work was refused, and the caller told so */
export async function accepted<T>(
  response: ServerResponse,
  logger: Logger,
  work: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) logger.error({ err: error, path: response.req.url }, "api call failed");
    refuse(response, error instanceof ApiError ? error : new ApiError("INTERNAL", "internal error"));
    return undefined;
  }
}

/** Answers with a problem document; does nothing when an answer has begun. */
export function refuse(response: ServerResponse, { httpStatus, problem, retryAfterMs = 1_000 }: ApiError): void {
  if (response.headersSent || response.destroyed) return;
  if (httpStatus === 429 || httpStatus === 503) response.setHeader("retry-after", Math.ceil(retryAfterMs / 1_000));
  const body = { title: STATUS_CODES[httpStatus], ...problem };
  sendJson(response, httpStatus, body, "application/problem+json");
}

/** Also what keeps a page of another origin out: a browser asks before it sends such a type across origins. */
export function requireType(request: IncomingMessage, type: "application/json" | "application/x-ndjson"): void {
  const encoding = request.headers["content-encoding"] ?? "identity";
  const [given = ""] = (request.headers["content-type"] ?? "").split(";", 1);
  if (encoding === "identity" && given.trim().toLowerCase() === type) return;
  throw new ApiError("NOT_JSON", `the body must be ${type}, without content-encoding`);
}

/** Of a call: how long its caller waits, in seconds. */
const TIMEOUT_HEADER = "request-timeout";
/** Longest that a timer can be set for. */
const MAX_TIMEOUT_S = 2_147_483;

/**
 * How long the caller waits, as `Request-Timeout: 2.5` says it in seconds; undefined if he does not say.
 * @throws ApiError INVALID_ARGUMENT for anything else
 */
export function timeoutOf(request: IncomingMessage): number | undefined {
  const text = request.headers[TIMEOUT_HEADER];
  if (text === undefined) return undefined;
  const seconds = typeof text === "string" && /^\d{1,7}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= MAX_TIMEOUT_S) return seconds * 1_000;
  throw new ApiError("INVALID_ARGUMENT", "must be a number of seconds above 0, such as 2.5", {
    field: "Request-Timeout",
  });
}

/** @throws ApiError DEADLINE_EXCEEDED when the work is not done by then; its signal is aborted */
export async function withinTime<T>(maxMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new ApiError("DEADLINE_EXCEEDED", `not done in ${maxMs} ms`));
      abort.abort();
    }, maxMs);
  });
  try {
    return await Promise.race([work(abort.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
