import type { IncomingMessage, ServerResponse } from "node:http";
import { type HttpParts, HttpRequests } from "./http-requests.js";
import { type BodyLimits, readBody } from "./request-body.js";
import { JSON_FORM } from "./response-form.js";

/**
 * Bayeux over HTTP: one POST for each request array, and a connect that waits for its answer. Also the way up of the
 * transports that only stream down, and, with connects that are not to be held or without any, polling and piggyback.
 * @see spec/bayeux.md section 14
 */
export class LongPollingTransport {
  readonly name = "long-polling";
  readonly #parts: HttpParts;
  readonly #requests: HttpRequests;
  readonly #limits: BodyLimits;

  constructor(parts: HttpParts) {
    this.#parts = parts;
    this.#requests = new HttpRequests(this.name, parts);
    const { server, bodyTimeoutMs } = parts;
    this.#limits = { maxBytes: server.options.maxMessageBytes, timeoutMs: bodyTimeoutMs, clock: server.clock };
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#requests.size;
  }

  /** Answers one POST: also one that is not Bayeux, or that we fail at. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const { browsers, refuse } = this.#parts;
    const cookie = browsers.cookieOf(request);
    const isShort = Number(request.headers["content-length"]) <= this.#limits.maxBytes;
    const maxBytes = isShort ? this.#limits.maxBytes : browsers.maxMessageChars(cookie);
    const limits = isShort ? this.#limits : { ...this.#limits, maxBytes };
    readBody(request, limits, (body) => {
      if (!Array.isArray(body)) return refuse(body, response);
      if (response.destroyed) return; // the peer went while it was sending
      this.#requests.answer(body, maxBytes, { request, response, cookie, form: JSON_FORM });
    });
  }

  close(): void {
    this.#requests.close();
  }
}
