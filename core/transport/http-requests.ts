import type { IncomingMessage, ServerResponse } from "node:http";
import { type Awaitable, andThen } from "../awaitable.js";
import { BayeuxError } from "../message/bayeux-error.js";
import { decode } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { HttpConnection } from "./http-connection.js";
import { contextOf } from "./request-context.js";
import type { ResponseForm } from "./response-form.js";
import type { SessionRelay } from "./session-relay.js";
import { isForStream, leavesStream, type SessionStreams } from "./session-streams.js";
import type { TrustedProxies } from "./trusted-proxies.js";

/** What all transports need that answer each request by one response. */
export interface HttpParts {
  readonly server: BayeuxServer;
  /** One for all of them. */
  readonly browsers: BrowserSessions;
  readonly streams: SessionStreams;
  /** Transport names for handshake replies, in the server's order. */
  readonly offered: readonly string[];
  /** Status that ends the older of two connects. */
  readonly duplicateStatus: number;
  readonly bodyTimeoutMs: number;
  readonly proxies: TrustedProxies;
  /** Undefined where there are no other nodes. */
  readonly relay: SessionRelay | undefined;
}

/** The requests of one such transport that wait for their answer. */
export class HttpRequests {
  readonly #transport: string;
  readonly #parts: HttpParts;
  readonly #open = new Set<HttpConnection>();

  /** @param transport - its agreed name */
  constructor(transport: string, parts: HttpParts) {
    this.#transport = transport;
    this.#parts = parts;
  }

  get size(): number {
    return this.#open.size;
  }

  /**
   * Answers one request with the replies to the messages in its texts, now or when its connect has been held.
   * @throws BayeuxError when they are not Bayeux, before anything was answered
   */
  async answer(
    texts: readonly string[],
    maxMessageChars: number,
    request: IncomingMessage,
    response: ServerResponse,
    form: ResponseForm,
  ): Promise<void> {
    const { server, browsers, offered, duplicateStatus, relay } = this.#parts;
    const { maxBatchMessages, maxJsonDepth } = server.options;
    const limits = { maxMessageChars, maxBatchMessages, maxJsonDepth };
    const messages = texts.length === 1 ? decode(texts[0]!, limits) : texts.flatMap((text) => decode(text, limits));
    if (messages.length > maxBatchMessages) {
      throw new BayeuxError(413, [String(maxBatchMessages)], "batch_too_large");
    }
    const clientId = messages[0]?.clientId;
    const session = browsers.find(request, clientId);
    if (session === undefined && relay !== undefined) {
      // By GET, the messages are in the URL.
      const body = request.method === "GET" ? undefined : JSON.stringify(messages);
      if (await relay.relay(clientId, request, response, body)) return;
    }
    const connection = new HttpConnection({
      transport: this.#transport,
      offered,
      context: contextOf(request, this.#parts.proxies, request.method === "GET"),
      response,
      form,
      duplicateStatus,
      holdsOf: (session) => browsers.holdsOf(session),
      handshaken: (session) => browsers.add(session, request, response),
      onError: (err) => server.logger.error({ err }, "reply cannot be printed"),
    });
    connection.session = session;
    this.#open.add(connection);
    response.on("close", () => {
      this.#open.delete(connection);
      connection.closed();
    });
    await this.#dispatch(messages, connection);
  }

  /** Ends every request that waits. */
  close(): void {
    for (const connection of this.#open) connection.superseded();
  }

  #dispatch(messages: readonly Message[], connection: HttpConnection): Awaitable<void> {
    const { session } = connection;
    const { streams } = this.#parts;
    const stream = streams.of(session);
    if (session === undefined || stream === undefined) return this.#dispatchHere(messages, connection);
    const connects = messages.filter((message) => isForStream(message, session));
    connection.yields = messages.some((message) => leavesStream(message, session)) && stream.keepsFirst();
    const others = messages.filter((message) => !connects.includes(message));
    const handled = others.length === 0 ? undefined : this.#dispatchHere(others, connection);
    return andThen(handled, () => {
      if (connects.length === 0) return;
      return andThen(stream.connect(connects), () => {
        if (others.length === 0) connection.answerElsewhere();
      });
    });
  }

  /** What the request itself causes rides on its own response instead of waking the held connect (spec section 13.3). */
  #dispatchHere(messages: readonly Message[], connection: HttpConnection): Awaitable<void> {
    const { session } = connection;
    const { dispatcher } = this.#parts.server;
    if (session === undefined || messages.some((message) => message.channel === "/meta/connect")) {
      return dispatcher.dispatch(messages, connection);
    }
    return session.batch(() => dispatcher.dispatch(messages, connection));
  }
}
