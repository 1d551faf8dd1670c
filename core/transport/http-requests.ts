import type { ServerResponse } from "node:http";
import { type Awaitable, andThen } from "../awaitable.js";
import { BayeuxError } from "../message/bayeux-error.js";
import { decode } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import { UnorderedList } from "../unordered-list.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { HttpConnection, type HttpConnectionHost, type HttpRequest } from "./http-connection.js";
import { contextOf } from "./request-context.js";
import type { SessionRelay } from "./session-relay.js";
import { isForStream } from "./session-stream.js";
import type { SessionStreams } from "./session-streams.js";
import type { TrustedProxies } from "./trusted-proxies.js";
import { WholeResponses } from "./whole-response.js";

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
  /** Answers a request that is not Bayeux, or that we failed at. */
  readonly refuse: (error: unknown, response: ServerResponse) => void;
}

/** The requests of one such transport that wait for their answer. */
export class HttpRequests implements HttpConnectionHost {
  readonly transport: string;
  readonly offered: readonly string[];
  readonly browsers: BrowserSessions;
  readonly duplicateStatus: number;
  readonly wholeResponses: WholeResponses;
  readonly #parts: HttpParts;
  readonly #waiting = new UnorderedList<HttpConnection>();

  /** @param transport - its agreed name */
  constructor(transport: string, parts: HttpParts) {
    this.transport = transport;
    this.offered = parts.offered;
    this.browsers = parts.browsers;
    this.duplicateStatus = parts.duplicateStatus;
    this.wholeResponses = new WholeResponses(parts.server.clock);
    this.#parts = parts;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Answers one request with the replies to the messages in its texts, now or when its connect has been held; also one that
   * is not Bayeux, or that we fail at.
   */
  answer(texts: readonly string[], maxMessageChars: number, asked: HttpRequest): void {
    try {
      const answered = this.#answer(texts, maxMessageChars, asked);
      if (answered instanceof Promise) answered.catch((error: unknown) => this.#parts.refuse(error, asked.response));
    } catch (error) {
      this.#parts.refuse(error, asked.response);
    }
  }

  #answer(texts: readonly string[], maxMessageChars: number, asked: HttpRequest): Awaitable<void> {
    const { browsers, relay } = this.#parts;
    const messages = this.#decode(texts, maxMessageChars);
    const clientId = messages[0]?.clientId;
    const session = browsers.find(asked.cookie, clientId);
    if (session !== undefined || relay === undefined) return this.#handle(messages, asked, session);
    const { request, response } = asked;
    // By GET, the messages are in the URL.
    const body = request.method === "GET" ? undefined : JSON.stringify(messages);
    const relayed = relay.relay(clientId, request, response, body);
    return andThen(relayed, (isRelayed) => (isRelayed ? undefined : this.#handle(messages, asked, undefined)));
  }

  #decode(texts: readonly string[], maxMessageChars: number): Message[] {
    const { maxBatchMessages, maxJsonDepth } = this.#parts.server.options;
    const limits = { maxMessageChars, maxBatchMessages, maxJsonDepth };
    if (texts.length === 1) return decode(texts[0]!, limits);
    const messages = texts.flatMap((text) => decode(text, limits));
    if (messages.length <= maxBatchMessages) return messages;
    throw new BayeuxError(413, [String(maxBatchMessages)], "batch_too_large");
  }

  #handle(messages: readonly Message[], asked: HttpRequest, session: ServerSession | undefined): Awaitable<void> {
    const { request, response } = asked;
    const context = contextOf(request, this.#parts.proxies, request.method === "GET");
    const connection = new HttpConnection(this, asked, context, session);
    try {
      return this.#dispatch(messages, connection);
    } finally {
      if (!connection.isAnswered) {
        this.#waiting.add(connection);
        response.on("close", () => connection.closed());
      }
    }
  }

  answered(connection: HttpConnection): void {
    this.#waiting.delete(connection);
  }

  onError = (err: unknown): void => this.#parts.server.logger.error({ err }, "reply cannot be printed");

  /** Ends every request that waits. */
  close(): void {
    for (const connection of this.#waiting.toArray()) connection.superseded();
  }

  #dispatch(messages: readonly Message[], connection: HttpConnection): Awaitable<void> {
    const { session } = connection;
    const { streams } = this.#parts;
    const stream = streams.of(session);
    if (session === undefined || stream === undefined) return this.#dispatchHere(messages, connection);
    const connects = messages.filter((message) => isForStream(message, session));
    if (connects.length === 0 && stream.isOffered) {
      return andThen(this.#dispatchHere(messages, connection), () => stream.ask());
    }
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
