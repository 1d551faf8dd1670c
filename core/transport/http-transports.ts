import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import { BrowserSessions } from "./browser-sessions.js";
import { refuseRequest } from "./http-refusal.js";
import { LongPollingTransport } from "./long-polling-transport.js";
import { offeredTypes, type TransportOptionsInput, transportOptions } from "./transport-options.js";

/**
 * All of Bayeux that comes by HTTP request: decides by method, query and Accept which transport answers. They share what
 * is known of browsers, so a session may change between them.
 */
export class HttpTransports {
  readonly #server: BayeuxServer;
  readonly #longPolling: LongPollingTransport;

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, options: TransportOptionsInput = {}) {
    const read = readOptions(transportOptions, options);
    const browsers = new BrowserSessions(server, read);
    this.#server = server;
    this.#longPolling = new LongPollingTransport(server, browsers, offeredTypes(read));
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#longPolling.connectionCount;
  }

  /** Answers one HTTP request. Never throws and never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method === "OPTIONS") return void response.writeHead(200).end();
      if (request.method !== "POST") throw new BayeuxError(400, [], "unknown_bayeux_transport");
      await this.#longPolling.handle(request, response);
    } catch (error) {
      refuseRequest(this.#server, error, response);
    }
  }

  close(): void {
    this.#longPolling.close();
  }
}
