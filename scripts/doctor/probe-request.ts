import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { TlsContent } from "../../core/http/tls-files.js";
import type { Message } from "../../core/message/message.js";

/** The answer to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly tookMs: number;
}

export interface ProbeOptions {
  readonly tls?: TlsContent;
  /** Posted as JSON; without it the request is a GET. */
  readonly messages?: readonly object[];
  readonly headers?: Readonly<Record<string, string>>;
  /** @default 5000 */
  readonly timeoutMs?: number;
}

/** More of an answer is not read. */
const MAX_BODY_BYTES = 65_536;

/** One request on a connection of its own. @throws Error when there is no answer in time */
export function probe(url: string, options: ProbeOptions = {}): Promise<Answer> {
  const { tls, messages, headers = {}, timeoutMs = 5_000 } = options;
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? requestHttps : requestHttp;
    const request = send(url, {
      ...tls,
      agent: false,
      method: messages === undefined ? "GET" : "POST",
      headers: { ...headers, ...(messages === undefined ? {} : { "content-type": "application/json" }) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.on("error", (error) =>
      reject(error.name === "AbortError" ? new Error(`no answer within ${timeoutMs} ms`) : error),
    );
    request.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        if (body.length < MAX_BODY_BYTES) body += text;
      });
      response.on("error", reject);
      response.on("end", () => {
        const tookMs = performance.now() - startedMs;
        resolve({ status: response.statusCode!, headers: response.headers, body, tookMs });
      });
    });
    request.end(messages === undefined ? undefined : JSON.stringify(messages));
  });
}

/** A client's handshake. */
export const HANDSHAKE = {
  channel: "/meta/handshake",
  version: "1.0",
  supportedConnectionTypes: ["websocket", "long-polling"],
};

/** The reply in an answer; undefined when that is no Bayeux. */
export function replyOf({ body }: Answer, channel: string): Message | undefined {
  try {
    const replies: unknown = JSON.parse(body);
    return Array.isArray(replies) ? replies.find((reply) => reply?.channel === channel) : undefined;
  } catch {
    return undefined;
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookieOf({ headers }: Answer): string {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name; // an AggregateError of several addresses has no message
}
