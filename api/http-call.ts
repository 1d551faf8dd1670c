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

function refuse(response: ServerResponse, { httpStatus, message, code, field }: ApiError): void {
  if (response.headersSent || response.destroyed) return;
  if (httpStatus === 429 || httpStatus === 503) response.setHeader("retry-after", "1");
  const problem = { title: STATUS_CODES[httpStatus], status: httpStatus, detail: message, code, field };
  sendJson(response, httpStatus, problem, "application/problem+json");
}

/** Also what keeps a page of another origin out: a browser asks before it sends this type across origins. */
export function requireJson(request: IncomingMessage): void {
  const encoding = request.headers["content-encoding"] ?? "identity";
  if (encoding === "identity" && /^application\/json *(?:;|$)/i.test(request.headers["content-type"] ?? "")) return;
  throw new ApiError("NOT_JSON", "the body must be application/json, without content-encoding");
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
