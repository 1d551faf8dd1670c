import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { decode } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { HttpConnection } from "./http-connection.js";
import { readBody } from "./request-body.js";
import { contextOf } from "./request-context.js";

/**
 * Bayeux over HTTP: one POST for each request array, and a connect that waits for its answer. Also the way up of the
 * transports that only stream down.
 * @see spec/bayeux.md section 14
 */
export class LongPollingTransport {
  readonly name = "long-polling";
  readonly #server: BayeuxServer;
  readonly #browsers: BrowserSessions;
  readonly #offered: readonly string[];
  readonly #open = new Set<HttpConnection>();

  /** @param offered - transport names for handshake replies, in the server's order */
  constructor(server: BayeuxServer, browsers: BrowserSessions, offered: readonly string[]) {
    this.#server = server;
    this.#browsers = browsers;
    this.#offered = offered;
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#open.size;
  }

  /**
   * Answers one POST.
   * @throws BayeuxError when it is not Bayeux, before anything was answered
   */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { options } = this.#server;
    let maxMessageChars = options.maxMessageBytes;
    for (const session of this.#browsers.of(request)) {
      maxMessageChars = Math.max(maxMessageChars, session.maxMessageBytes ?? 0);
    }
    const bodies = await readBody(request, maxMessageChars);
    if (response.destroyed) return; // the peer went while it was sending
    const limits = { maxMessageChars, maxBatchMessages: options.maxBatchMessages, maxJsonDepth: options.maxJsonDepth };
    const messages = bodies.flatMap((text) => decode(text, limits));
    if (messages.length > limits.maxBatchMessages) {
      throw new BayeuxError(413, [String(limits.maxBatchMessages)], "batch_too_large");
    }
    const connection = new HttpConnection(
      this.name,
      this.#offered,
      contextOf(request),
      response,
      (session) => this.#browsers.add(session, request, response),
      (err) => this.#server.logger.error({ err }, "reply cannot be printed"),
    );
    connection.session = this.#browsers.find(request, messages[0]?.clientId);
    this.#open.add(connection);
    response.on("close", () => {
      this.#open.delete(connection);
      connection.closed();
    });
    await this.#dispatch(messages, connection);
  }

  close(): void {
    for (const connection of this.#open) connection.superseded();
  }

  /** What the request itself causes rides on its own response instead of waking the held connect (spec section 13.3). */
  #dispatch(messages: readonly Message[], connection: HttpConnection): void | Promise<void> {
    const { session } = connection;
    if (session === undefined || messages.some((message) => message.channel === "/meta/connect")) {
      return this.#server.dispatcher.dispatch(messages, connection);
    }
    return session.batch(() => this.#server.dispatcher.dispatch(messages, connection));
  }
}
