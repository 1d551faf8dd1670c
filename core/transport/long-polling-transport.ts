import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";
import { BayeuxError } from "../message/bayeux-error.js";
import { decode } from "../message/codec.js";
import type { Message } from "../message/message.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import { BrowserSessions } from "./browser-sessions.js";
import { HttpConnection } from "./http-connection.js";
import { readBody } from "./request-body.js";
import { contextOf } from "./request-context.js";
import { type TransportOptions, type TransportOptionsInput, transportOptions } from "./transport-options.js";

/**
 * Bayeux over HTTP: one POST for each request array, and a connect that waits for its answer.
 * @see spec/bayeux.md section 14
 */
export class LongPollingTransport {
  readonly name = "long-polling";
  readonly #server: BayeuxServer;
  readonly #options: TransportOptions;
  readonly #offered: readonly string[];
  readonly #browsers: BrowserSessions;
  readonly #open = new Set<HttpConnection>();

  /**
   * @param offered - transport names for handshake replies, in the server's order
   * @throws ConfigError naming every option that is wrong
   */
  constructor(
    server: BayeuxServer,
    options: TransportOptionsInput = {},
    offered: readonly string[] = ["websocket", "long-polling"],
  ) {
    this.#server = server;
    this.#options = readOptions(transportOptions, options);
    this.#offered = offered;
    this.#browsers = new BrowserSessions(server.random);
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#open.size;
  }

  /** Answers one HTTP request. Never throws and never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method === "OPTIONS") return void response.writeHead(200).end();
      if (request.method !== "POST") throw new BayeuxError(400, [], "unknown_bayeux_transport");
      await this.#post(request, response);
    } catch (error) {
      this.#refuse(error, response);
    }
  }

  close(): void {
    for (const connection of this.#open) connection.superseded();
  }

  async #post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { options } = this.#server;
    const browser = parseCookie(request.headers.cookie ?? "")[this.#options.cookieName];
    const sessions = this.#browsers.of(browser);
    let maxMessageChars = options.maxMessageBytes;
    for (const session of sessions) maxMessageChars = Math.max(maxMessageChars, session.maxMessageBytes ?? 0);
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
      (session) => this.#newBrowser(session, browser, response),
      (err) => this.#server.logger.error({ err }, "reply cannot be printed"),
    );
    connection.session = this.#findSession(messages[0], sessions);
    this.#open.add(connection);
    response.on("close", () => {
      this.#open.delete(connection);
      connection.closed();
    });
    await this.#dispatch(messages, connection);
  }

  /** What the request itself causes rides on its own response instead of waking the held connect (spec section 13.3). */
  #dispatch(messages: readonly Message[], connection: HttpConnection): void | Promise<void> {
    const { session } = connection;
    if (session === undefined || messages.some((message) => message.channel === "/meta/connect")) {
      return this.#server.dispatcher.dispatch(messages, connection);
    }
    return session.batch(() => this.#server.dispatcher.dispatch(messages, connection));
  }

  /** The session must be one of the browser's, so that a stolen clientId alone is useless (spec section 14.3). */
  #findSession(first: Message | undefined, sessions: Iterable<ServerSession>): ServerSession | undefined {
    for (const session of sessions) {
      if (session.id === first?.clientId) return session;
    }
    if (!this.#server.options.trustClientSession || typeof first?.clientId !== "string") return undefined;
    const session = this.#server.getSession(first.clientId);
    return session?.isLocal ? undefined : session;
  }

  #newBrowser(session: ServerSession, browser: string | undefined, response: ServerResponse): void {
    const value = this.#browsers.add(session, browser);
    if (value === browser) return;
    const name = this.#options.cookieName;
    response.setHeader("Set-Cookie", stringifySetCookie({ name, value, path: "/", httpOnly: true }));
  }

  #refuse(error: unknown, response: ServerResponse): void {
    this.#server.stats.malformed += 1;
    const known = error instanceof BayeuxError ? error : new BayeuxError(500, [], "internal_error");
    if (known === error) this.#server.logger.debug({ err: error }, "malformed request");
    else this.#server.logger.error({ err: error }, "request handling failed");
    if (response.headersSent) return void response.destroy();
    // The rest of a body that was too large is not worth reading.
    if (known.code === 413 || known.code === 408) response.setHeader("Connection", "close");
    response.writeHead(known.code, { "Content-Type": "text/plain; charset=utf-8" }).end(known.message);
  }
}
