import type { Message } from "../message/message.js";
import { ClientError } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientSessionParts } from "./client-session-sink.js";
import type { ClientStats } from "./client-stats.js";
import { type ClientRequest, PendingRequests } from "./pending-requests.js";
import { type ClientTransport, type ClientTransportFactory, TransportError } from "./transport/client-transport.js";

export interface ServerLinkSink {
  /** One frame or response of the present transport. Ask {@link ServerLink.isCurrent} before each message. */
  received(messages: readonly Message[], connection: Connection): void;
  /** The present transport is of no use any more, or an answer is overdue. */
  failed(cause: ClientError, neverOpened: boolean): void;
}

/** One transport object: what an abandoned one still says is told from what the present one says by this. */
export interface Connection {
  readonly url: string;
  readonly transport: ClientTransport;
  /** Nothing came yet, so the first answer may take the time of opening more. */
  isFresh: boolean;
}

/**
 * The present transport of a client, and the requests on their way over it. Decides nothing: it says what failed, and
 * hands back what got no answer.
 */
export class ServerLink {
  readonly #options: BayeuxClientOptions;
  readonly #parts: ClientSessionParts;
  readonly #sink: ServerLinkSink;
  readonly stats: ClientStats;
  readonly #pending: PendingRequests;
  #connection: Connection | undefined;
  #lastId = 0;

  constructor(options: BayeuxClientOptions, parts: ClientSessionParts, stats: ClientStats, sink: ServerLinkSink) {
    this.#options = options;
    this.#parts = parts;
    this.stats = stats;
    this.#sink = sink;
    this.#pending = new PendingRequests(parts.clock, options.maxNetworkDelayMs, () =>
      sink.failed(new ClientError("timeout", "no answer to a message in time"), false),
    );
  }

  get url(): string | undefined {
    return this.#connection?.url;
  }

  get transportName(): string | undefined {
    return this.#connection?.transport.name;
  }

  /** Requests sent and not answered. */
  get outstanding(): number {
    return this.#pending.size;
  }

  /** How long the answer to what is sent now may take, apart from being held. */
  get answerMs(): number {
    const { maxNetworkDelayMs, connectTimeoutMs } = this.#options;
    return this.#connection?.isFresh === true ? maxNetworkDelayMs + connectTimeoutMs : maxNetworkDelayMs;
  }

  isCurrent(connection: Connection): boolean {
    return connection === this.#connection;
  }

  isOn(url: string, factory: ClientTransportFactory): boolean {
    return this.#connection?.url === url && this.#connection.transport.name === factory.name;
  }

  /** Makes the transport. There must be none. */
  open(url: string, factory: ClientTransportFactory): void {
    const connection = { url, isFresh: true } as { -readonly [K in keyof Connection]: Connection[K] };
    this.#connection = connection;
    const ifCurrent = (act: () => void): void => {
      if (this.isCurrent(connection)) act();
    };
    connection.transport = factory.create(
      this.#options.transportUrls[factory.name] ?? url,
      {
        received: (messages) =>
          ifCurrent(() => {
            connection.isFresh = false;
            this.#sink.received(messages, connection);
          }),
        failed: (error) =>
          ifCurrent(() => {
            this.#parts.logger.debug({ url, transport: factory.name, err: error }, "transport failed");
            this.#sink.failed(asClientError(error), error instanceof TransportError && error.neverOpened);
          }),
        refused: (error, messages) => ifCurrent(() => this.#refused(asClientError(error), messages)),
        departed: (messages) =>
          ifCurrent(() => {
            for (const { id } of messages) this.#pending.restart(id!);
          }),
      },
      { ...this.#parts, options: this.#options },
    );
  }

  /** Lets the transport go. @returns the requests that will get no answer now, in the order of sending */
  drop(how: "close" | "abort"): ClientRequest[] {
    const transport = this.#connection?.transport;
    this.#connection = undefined;
    if (how === "abort") transport?.abort();
    else transport?.close("Disconnect");
    return this.#pending.drain();
  }

  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /** Sends a handshake or connect, whose answer the caller waits for. @returns false if an extension dropped it */
  sendCycle(message: Message): boolean {
    if (!this.#parts.extensions.outgoing(message)) return false;
    this.#send([message]);
    return true;
  }

  /** Sends requests in one frame or request, as far as the limits allow. */
  sendRequests(requests: readonly ClientRequest[], clientId: string): void {
    const messages: Message[] = [];
    for (const request of requests) {
      const id = this.nextId();
      const message: Message = { ...request.message, id, clientId };
      if (!this.#parts.extensions.outgoing(message)) {
        request.reject(new ClientError("deleted", `an extension dropped the message on ${message.channel}`));
      } else if (request.departing?.(id) !== false) {
        this.#pending.add(id, request);
        messages.push(message);
      }
    }
    if (messages.length > 0) this.#send(messages);
  }

  /** The request that a reply answers. */
  take(id: string): ClientRequest | undefined {
    return this.#pending.take(id);
  }

  #send(messages: readonly Message[]): void {
    this.stats.messagesOut += messages.length;
    this.#connection?.transport.send(messages);
  }

  #refused(error: ClientError, messages: readonly Message[]): void {
    for (const { id } of messages) {
      const request = this.#pending.take(id!);
      // Not a request: the handshake or connect, without which nothing goes on.
      if (request === undefined) this.#sink.failed(error, false);
      else request.reject(error);
    }
  }
}

function asClientError(error: Error): ClientError {
  return error instanceof ClientError ? error : new ClientError("transport", error.message, { cause: error });
}
