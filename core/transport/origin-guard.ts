import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { hostsOf, isSecure } from "./forwarded.js";

/**
 * Whose page sent a request: `own`: one of ours, by its host; `allowed`: one on the list; `foreign`: any other, or one
 * that hides; `none`: no page, as far as anybody can tell: not a browser, or a person who typed the address.
 */
export type PageOrigin = "own" | "allowed" | "foreign" | "none";

/** How long a browser may remember the answer to a preflight. */
const PREFLIGHT_SECONDS = 600;

/**
 * What pages of other origins may do: those on the list everything, with cookies (CORS); others nothing in the name of
 * the browser's user. Browsers attach cookies to requests that any page makes, and hold nobody back from opening a
 * WebSocket; hence this is the server's to refuse.
 * @see spec/bayeux.md section 14.6
 */
export class OriginGuard {
  readonly #allowed: ReadonlySet<string>;
  readonly #headers: string;

  constructor(options: { readonly allowedOrigins: readonly string[]; readonly allowedHeaders: readonly string[] }) {
    this.#allowed = new Set(options.allowedOrigins);
    this.#headers = ["Content-Type", ...options.allowedHeaders].join(", ");
  }

  /**
   * Puts the CORS headers on the response, whatever it will be.
   * @throws BayeuxError 403 when a foreign page would act with the user's cookies or credentials
   */
  admit(request: IncomingMessage, response: ServerResponse): void {
    if (this.#allowed.size > 0) response.setHeader("Vary", "Origin");
    const page = this.pageOf(request);
    const { origin, cookie, authorization } = request.headers;
    if (page === "allowed" && origin !== undefined) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
    }
    if (page === "foreign" && (cookie !== undefined || authorization !== undefined)) throw denied();
  }

  /** Answers `OPTIONS`: a preflight of an allowed origin with what it may do, anything else with nothing. */
  answerOptions(request: IncomingMessage, response: ServerResponse): void {
    if (response.hasHeader("Access-Control-Allow-Origin") && request.headers["access-control-request-method"]) {
      response.setHeader("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
      response.setHeader("Access-Control-Allow-Headers", this.#headers);
      response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }
    response.writeHead(200, { "Content-Length": 0 }).end();
  }

  /**
   * Whether a page may have what it can read whatever we answer, as a WebSocket or a script. A foreign one may not, cookies
   * or not.
   */
  admitsReading(request: IncomingMessage): boolean {
    return this.pageOf(request) !== "foreign";
  }

  /**
   * A request without `Origin` may still be a page's: script tags and frames send none. Then `Sec-Fetch-Site` tells, or
   * in plain http the `Referer`, and who hides both his name and his distance is foreign.
   */
  pageOf(request: Pick<IncomingMessage, "headers" | "socket">): PageOrigin {
    const { origin, referer } = request.headers;
    if (origin !== undefined) return this.#judge(origin, request);
    const site = request.headers["sec-fetch-site"];
    if (site === "same-origin" || site === "none") return "none";
    if (referer !== undefined) return this.#judge(originOf(referer), request);
    return site === undefined ? "none" : "foreign";
  }

  #judge(origin: string | undefined, request: Pick<IncomingMessage, "headers" | "socket">): PageOrigin {
    if (origin === undefined) return "foreign";
    if (this.#allowed.has(origin)) return "allowed";
    const url = parsed(origin);
    if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) return "foreign";
    // A page that came unencrypted may be anybody's; it has no say over what is encrypted.
    if (url.protocol === "http:" && isSecure(request)) return "foreign";
    // Parsed with the page's scheme, since each has its own port that need not be written.
    return hostsOf(request).some((host) => parsed(`${url.protocol}//${host}`)?.host === url.host) ? "own" : "foreign";
  }
}

/** Whether a text is an origin as browsers write it: `https://chat.example`, without path or slash. */
export function isOrigin(text: string): boolean {
  const url = parsed(text);
  return url !== undefined && url.origin === text && /^https?:$/.test(url.protocol);
}

/** The refusal of a foreign page. */
export function denied(): BayeuxError {
  return new BayeuxError(403, [], "origin_denied");
}

function originOf(text: string): string | undefined {
  return parsed(text)?.origin;
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
