import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import { BrowserSessions } from "./browser-sessions.js";
import { CallbackPollingTransport } from "./callback-polling-transport.js";
import { refuseRequest } from "./http-refusal.js";
import { LongPollingTransport } from "./long-polling-transport.js";
import { OriginGuard } from "./origin-guard.js";
import { offeredTypes, type TransportOptionsInput, transportOptions } from "./transport-options.js";

/**
 * All of Bayeux that comes by HTTP request: decides by method, query and Accept which transport answers. They share what
 * is known of browsers, so a session may change between them.
 */
export class HttpTransports {
  readonly #server: BayeuxServer;
  readonly #guard: OriginGuard;
  readonly #longPolling: LongPollingTransport;
  readonly #callbackPolling: CallbackPollingTransport | undefined;

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, options: TransportOptionsInput = {}) {
    const read = readOptions(transportOptions, options);
    const browsers = new BrowserSessions(server, read);
    const parts = {
      server,
      browsers,
      offered: offeredTypes(read),
      duplicateStatus: read.duplicateMetaConnectHttpResponseCode,
      bodyTimeoutMs: read.bodyTimeoutMs,
    };
    this.#server = server;
    this.#guard = new OriginGuard(read);
    this.#longPolling = new LongPollingTransport(parts);
    if (read.allowedTransports.includes("callback-polling")) {
      this.#callbackPolling = new CallbackPollingTransport(read, parts);
    }
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#longPolling.connectionCount + (this.#callbackPolling?.connectionCount ?? 0);
  }

  /** Answers one HTTP request. Never throws and never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      this.#guard.admit(request, response);
      if (request.method === "OPTIONS") return this.#guard.answerOptions(request, response);
      if (request.method === "POST") return await this.#longPolling.handle(request, response);
      const query = queryOf(request);
      if (this.#callbackPolling?.accepts(query)) {
        return await this.#callbackPolling.handle(request, response, query);
      }
      throw new BayeuxError(400, [], "unknown_bayeux_transport");
    } catch (error) {
      refuseRequest(this.#server, error, response);
    }
  }

  close(): void {
    this.#longPolling.close();
    this.#callbackPolling?.close();
  }
}

function queryOf({ url = "" }: IncomingMessage): URLSearchParams {
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
}
