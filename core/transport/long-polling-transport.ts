import type { IncomingMessage, ServerResponse } from "node:http";
import { type HttpParts, HttpRequests } from "./http-requests.js";
import { readBody } from "./request-body.js";
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

  constructor(parts: HttpParts) {
    this.#parts = parts;
    this.#requests = new HttpRequests(this.name, parts);
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#requests.size;
  }

  /**
   * Answers one POST.
   * @throws BayeuxError when it is not Bayeux, before anything was answered
   */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { server, browsers, bodyTimeoutMs } = this.#parts;
    const maxMessageChars = browsers.maxMessageChars(request);
    const texts = await readBody(request, maxMessageChars, { clock: server.clock, timeoutMs: bodyTimeoutMs });
    if (response.destroyed) return; // the peer went while it was sending
    await this.#requests.answer(texts, maxMessageChars, request, response, JSON_FORM);
  }

  close(): void {
    this.#requests.close();
  }
}
