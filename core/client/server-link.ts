import type { Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import { ClientError, type ClientErrorCode } from "./client-error.js";
import type { ClientSessionParts } from "./client-session-parts.js";
import { newClientStats } from "./client-stats.js";
import { type ClientRequest, PendingRequests } from "./pending-requests.js";
import type { ClientTransport, ClientTransportFactory } from "./transport/client-transport.js";

export interface ServerLinkSink {
  /** A message came over the present transport. */
  received(message: Message): void;
  /** Those of one frame or response are all told, and the transport is still the present one. */
  receivedAll(): void;
  /** The present transport is of no use any more, or an answer is overdue. */
  failed(cause: ClientError, neverOpened?: boolean): void;
}

/** One transport object: what an abandoned one still says is told from what the present one says by this. */
interface Connection {
  readonly url: string;
  carrier?: ClientTransport;
  /** Nothing came yet, so the first answer may take the time of opening more. */
  isFresh: boolean;
}

/**
 * The present transport of a client, and the requests on their way over it. Decides nothing: it says what failed, and
 * hands back what got no answer.
 */
export class ServerLink {
  readonly stats = newClientStats();
  /** The handshake or connect that waits for an answer. */
  asked: Message | undefined;
  /** Of the session in which messages are sent; undefined while there is none. */
  clientId: string | undefined;
  readonly #parts: ClientSessionParts;
  readonly #sink: ServerLinkSink;
  readonly #pending: PendingRequests;
  #connection: Connection | undefined;
  #lastId = 0;
  #overdue: Timer | undefined;

  constructor(parts: ClientSessionParts, sink: ServerLinkSink) {
    this.#parts = parts;
    this.#sink = sink;
    this.#pending = new PendingRequests(parts.clock, parts.options.maxNetworkDelayMs, () =>
      sink.failed(new ClientError("timeout")),
    );
  }

  get url(): string | undefined {
    return this.#connection?.url;
  }

  get transportName(): string | undefined {
    return this.#connection?.carrier?.name;
  }

  /** Requests sent and not answered. */
  get outstanding(): number {
    return this.#pending.size;
  }

  /** Makes the transport. There must be none. */
  open(url: string, factory: ClientTransportFactory): void {
    const connection: Connection = { url, isFresh: true };
    this.#connection = connection;
    const ifCurrent =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args): void => {
        if (connection === this.#connection) act(...args);
      };
    connection.carrier = factory.create(
      this.#parts.options.transportUrls[factory.name] ?? url,
      {
        received: ifCurrent((messages) => {
          connection.isFresh = false;
          for (const message of messages) {
            if (connection !== this.#connection) return; // the message before, or a listener, ended this connection
            this.#sink.received(message);
          }
          if (connection === this.#connection) this.#sink.receivedAll();
        }),
        failed: ifCurrent((error) => this.#sink.failed(error, error.neverOpened)),
        refused: ifCurrent((error, messages) => this.#refused(error, messages)),
        departed: ifCurrent((messages) => {
          for (const { id } of messages) {
            const request = this.take(id!);
            if (request !== undefined) this.#pending.add(id!, request); // its time starts anew
          }
        }),
      },
      this.#parts,
    );
  }

  /** Lets the transport go. @returns the requests that will get no answer now, in the order of sending */
  drop(how: "close" | "abort"): ClientRequest[] {
    const transport = this.#connection?.carrier;
    this.#connection = undefined;
    transport?.[how]();
    return this.#pending.drain();
  }

  nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /**
   * Sends a handshake or connect, of which one at most waits for an answer.
   * @param holdMs - how long the server may hold it
   * @param failed - called when an extension drops it, or no answer comes in time
   */
  ask(message: Message, holdMs: number, failed: (cause: ClientError) => void): void {
    const fail = (code: ClientErrorCode): void => failed(new ClientError(code, message.channel));
    this.forget();
    this.asked = { ...message, id: this.nextId() };
    const { maxNetworkDelayMs, connectTimeoutMs } = this.#parts.options;
    const answerMs = maxNetworkDelayMs + (this.#connection?.isFresh ? connectTimeoutMs : 0);
    this.#overdue = this.#parts.clock.schedule(holdMs + answerMs, () => fail("timeout"));
    if (!this.sendCycle(this.asked)) fail("deleted");
  }

  /** What {@link ask} sent has its answer, or needs none any more. */
  forget(): void {
    this.#overdue?.cancel();
    this.asked = undefined;
  }

  /** Sends one that no request waits for. @returns false if an extension dropped it */
  sendCycle(message: Message): boolean {
    const isSent = this.#parts.extensions.outgoing(message);
    if (isSent) this.#send([message]);
    return isSent;
  }

  /** Sends requests in one frame or request, as far as the limits allow. */
  sendRequests(requests: readonly ClientRequest[]): void {
    const messages: Message[] = [];
    for (const request of requests) {
      const id = this.nextId();
      const message: Message = { ...request.message, id, clientId: this.clientId! };
      if (!this.#parts.extensions.outgoing(message)) request.reject(new ClientError("deleted", message.channel));
      else if (request.departing?.(id) !== false) {
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
    this.#connection?.carrier?.send(messages);
  }

  #refused(error: ClientError, messages: readonly Message[]): void {
    for (const { id } of messages) {
      const request = this.take(id!);
      // Not a request: the handshake or connect, without which nothing goes on.
      if (request === undefined) this.#sink.failed(error);
      else request.reject(error);
    }
  }
}
