import type { Clock, Timer } from "../clock.js";
import type { Logger } from "../logger.js";
import type { Awaitable, Message } from "../message/message.js";
import type { Random } from "../random.js";
import { Backoff } from "./backoff.js";
import { BASE_ADVICE, type ConnectAdvice, mergeAdvice, reconnectAdvice } from "./client-advice.js";
import { ClientError, errorCode, refusal } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import { type ClientEvent, type ClientState, nextState } from "./client-state.js";
import { Endpoints } from "./endpoints.js";
import type { ClientExtensions } from "./extension/client-extensions.js";
import { MessageReader } from "./message-reader.js";
import { Outbox } from "./outbox.js";
import { type ClientRequest, PendingRequests } from "./pending-requests.js";
import { type ClientTransport, type ClientTransportFactory, TransportError } from "./transport/client-transport.js";

/** Extra fields of each handshake, or what makes them: called anew for every handshake, so a token can be fresh. */
export type HandshakeFields = Record<string, unknown> | (() => Awaitable<Record<string, unknown>>);

/** What a client's session tells the client. None of the methods throws. */
export interface ClientSessionSink {
  stateChanged(state: ClientState, previous: ClientState, cause: ClientError | undefined): void;
  /** A handshake was refused; what follows is the session's matter. */
  handshakeRefused(reply: Message): void;
  /** There is a new session. What is sent now goes before everything that waits, and before the first connect. */
  opened(reply: Message): void;
  /** The session is gone, and what it had with it; another may follow. */
  sessionLost(): void;
  /** The client is at rest, by its own will or the server's. */
  closed(cause: ClientError): void;
  /** A meta message, after it was acted upon; or before, if it is a reply that somebody waits for. */
  meta(message: Message): void;
  /** The answer to a remote call, if it is one. @returns whether it was */
  answer(id: string, message: Message): boolean;
  delivery(message: Message): void;
}

export interface ClientSessionParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transports: readonly ClientTransportFactory[];
  readonly extensions: ClientExtensions;
}

/** Plain counters since the client was made. */
export interface ClientStats {
  messagesOut: number;
  messagesIn: number;
  deliveries: number;
  /** Messages from the server that nothing could be done with: malformed, late, or an answer to nothing. */
  ignored: number;
  handshakes: number;
  /** Transports that failed, and answers that did not come in time. */
  failures: number;
}

/** A connect or handshake on its way. */
interface Cycle {
  readonly id: string;
  readonly timer: Timer;
}

/** What a transport that is no longer used may still say is told from what the present one says by this object. */
interface Link {
  readonly transport: ClientTransport;
  readonly url: string;
  /** Still opening, for all we know: its first answer may take the opening time more. */
  isFresh: boolean;
}

/** Assumed when the server never said how long it keeps a session. */
const ASSUMED_MAX_INTERVAL_MS = 20_000;
/** How long the held connect may stay unanswered after the disconnect is (spec section 9: both are, at once). */
const DISCONNECT_GRACE_MS = 1_000;
/** A server that answers this many connects in a row with success and nothing else is asked more slowly. */
const MAX_EMPTY_CONNECTS = 10;

/**
 * The driver of the client state table: makes the session, keeps one connect outstanding, and comes back after
 * failures. It knows messages and replies; subscriptions and listeners are the client's.
 */
export class ClientSession {
  readonly stats: ClientStats = {
    messagesOut: 0,
    messagesIn: 0,
    deliveries: 0,
    ignored: 0,
    handshakes: 0,
    failures: 0,
  };
  readonly #options: BayeuxClientOptions;
  readonly #parts: ClientSessionParts;
  readonly #sink: ClientSessionSink;
  readonly #backoff: Backoff;
  readonly #endpoints: Endpoints;
  readonly #pending: PendingRequests;
  readonly #outbox: Outbox;
  readonly #reader: MessageReader;

  #state: ClientState = "disconnected";
  /** Counts moves, to notice that a listener made another one. */
  #moves = 0;
  #fields: HandshakeFields = {};
  #lastId = 0;
  #clientId: string | undefined;
  #advice: ConnectAdvice = BASE_ADVICE;
  #link: Link | undefined;
  #handshake: Cycle | undefined;
  /** A successful handshake reply whose announced deliveries (`x-messages`) are not all here. */
  #awaiting: { reply: Message; deliveries: number } | undefined;
  #connect: Cycle | undefined;
  #isConnectDue = false;
  #emptyConnects = 0;
  /** The next thing to do by the clock: retry, the next connect, or the end of a disconnect. */
  #timer: Timer | undefined;
  #lostAt: number | undefined;
  /** Sessions lost since the last confirmed connect. */
  #expiries = 0;
  #disconnected: { promise: Promise<void>; resolve: () => void } | undefined;

  constructor(options: BayeuxClientOptions, parts: ClientSessionParts, sink: ClientSessionSink) {
    this.#options = options;
    this.#parts = parts;
    this.#sink = sink;
    this.#backoff = new Backoff(options, parts.random);
    const urls = options.url === undefined ? options.urls : [options.url];
    this.#endpoints = new Endpoints(urls, parts.transports, options.attemptsPerUrl);
    this.#pending = new PendingRequests(parts.clock, options.maxNetworkDelayMs, () => this.#overdue("a message"));
    this.#outbox = new Outbox(options, parts.clock, {
      outstanding: () => this.#pending.size,
      send: (requests) => this.#sendRequests(requests),
    });
    this.#reader = new MessageReader({
      handshakeReply: (message) => this.#handshakeReplied(message),
      connectReply: (message) => this.#connectReplied(message),
      reply: (id, message) => this.#replied(id, message),
      serverDisconnect: (message) => this.#disconnectedByServer(message),
      delivery: (message) => this.#delivered(message),
      answer: (id, message) => this.#sink.answer(id, message),
      ignored: () => {
        this.stats.ignored += 1;
      },
      handshakeId: () => this.#handshake?.id,
      connectId: () => this.#connect?.id,
      extend: (message) => this.#parts.extensions.incoming(message),
    });
  }

  get state(): ClientState {
    return this.#state;
  }

  get clientId(): string | undefined {
    return this.#clientId;
  }

  get advice(): ConnectAdvice {
    return this.#advice;
  }

  /** The URL in use, or to be tried next. */
  get url(): string {
    return this.#link?.url ?? this.#endpoints.url;
  }

  get transportName(): string | undefined {
    return this.#link?.transport.name;
  }

  /** Sent and not answered, or waiting to be sent. */
  get outstanding(): number {
    return this.#pending.size + this.#outbox.size;
  }

  start(fields: HandshakeFields): void {
    this.#fields = fields;
    this.#backoff.reset();
    this.#endpoints.startOver();
    this.#expiries = 0;
    this.#lostAt = undefined;
    this.#move("start");
  }

  /** Sends a request, now or as soon as there is a session to send it in. Its promise tells what became of it. */
  request(request: ClientRequest): void {
    if (this.#state === "disconnected" || this.#state === "disconnecting") {
      request.reject(new ClientError("closed", `the client is ${this.#state}`));
      return;
    }
    this.#outbox.push(request);
  }

  /** Sends what waits now, instead of at the end of the turn. */
  flush(): void {
    this.#outbox.flush();
  }

  /** @returns settled when the server answered, or could not within `maxNetworkDelayMs` */
  disconnect(): Promise<void> {
    if (this.#disconnected !== undefined) return this.#disconnected.promise;
    if (this.#state === "disconnected") return Promise.resolve();
    if (this.#clientId === undefined) {
      this.#finish("closed", new ClientError("closed", "the client was disconnected"), "close");
      return Promise.resolve();
    }
    let resolve = (): void => {};
    const promise = new Promise<void>((settle) => {
      resolve = settle;
    });
    this.#disconnected = { promise, resolve };
    this.#move("disconnect");
    return promise;
  }

  /** Drops everything at once, without a word to the server. */
  abort(): void {
    if (this.#state === "disconnected") return;
    this.#finish("closed", new ClientError("closed", "the client was aborted"), "abort");
  }

  #move(event: ClientEvent, cause?: ClientError): void {
    const previous = this.#state;
    this.#state = nextState(previous, event);
    this.#moves += 1;
    const move = this.#moves;
    if (this.#state !== previous) {
      this.#parts.logger.debug({ state: this.#state, event, url: this.url, cause: cause?.message }, "client state");
      this.#sink.stateChanged(this.#state, previous, cause);
      if (move !== this.#moves) return; // a listener moved on
    }
    switch (this.#state) {
      case "handshaking":
        this.#startHandshake();
        break;
      case "connecting":
        // After a handshake, the opening goes first: see #open.
        if (event === "retry") this.#sendConnect();
        break;
      case "connected":
        this.#confirmed();
        break;
      case "disconnecting":
        this.#sendDisconnect();
        break;
      case "unconnected":
      case "disconnected":
        break; // #lose and #finish know how it came to this
    }
  }

  // Handshake

  #startHandshake(): void {
    this.#forgetSession();
    this.#advice = BASE_ADVICE;
    this.#useTransport(this.#endpoints.factory);
    const move = this.#moves;
    const failed = (cause: unknown): void => {
      if (move === this.#moves) this.#lose(failure("the handshake's fields could not be made", cause));
    };
    let fields: Awaitable<Record<string, unknown>>;
    try {
      // A copy: extensions write into the message, and the fields are the application's.
      fields = typeof this.#fields === "function" ? this.#fields() : structuredClone(this.#fields);
    } catch (cause) {
      failed(cause);
      return;
    }
    if (fields instanceof Promise) {
      fields.then((later) => {
        if (move === this.#moves) this.#sendHandshake(later);
      }, failed);
    } else {
      this.#sendHandshake(fields);
    }
  }

  #sendHandshake(fields: Record<string, unknown>): void {
    const id = this.#nextId();
    const message: Message = {
      ...fields,
      id,
      channel: "/meta/handshake",
      version: "1.0",
      minimumVersion: "1.0",
      supportedConnectionTypes: this.#endpoints.names,
    };
    if (this.#options.ext !== undefined) message.ext = { ...this.#options.ext, ...message.ext };
    if (!this.#parts.extensions.outgoing(message)) {
      this.#lose(new ClientError("deleted", "an extension dropped the handshake"));
      return;
    }
    this.stats.handshakes += 1;
    this.#handshake = { id, timer: this.#deadline(0, "the handshake") };
    this.#send([message]);
  }

  #handshakeReplied(reply: Message): void {
    this.#sink.meta(reply);
    if (this.#state !== "handshaking") return;
    const { clientId } = reply;
    if (reply.successful !== true || typeof clientId !== "string" || clientId === "") {
      this.#handshakeRefused(reply);
      return;
    }
    const announced = reply["x-messages"];
    if (typeof announced === "number" && announced > 0) this.#awaiting = { reply, deliveries: announced };
    else this.#open(reply, clientId);
  }

  #handshakeRefused(reply: Message): void {
    this.#advice = mergeAdvice(this.#advice, reply);
    this.#endHandshake();
    const move = this.#moves;
    this.#sink.handshakeRefused(reply);
    if (move !== this.#moves) return;
    if (reconnectAdvice(reply) === "none") this.#finish("ended", refusal(reply), "close");
    else this.#lose(refusal(reply));
  }

  #open(reply: Message, clientId: string): void {
    this.#endHandshake();
    const offered: unknown = reply.supportedConnectionTypes;
    // A server that lists nothing has at least answered on this transport.
    const factory = Array.isArray(offered) ? this.#endpoints.agree(offered) : this.#endpoints.factory;
    if (factory === undefined) {
      this.#finish("ended", new ClientError("no_transport", "no connection type in common", { reply }), "close");
      return;
    }
    this.#clientId = clientId;
    this.#advice = mergeAdvice(this.#advice, reply);
    this.#useTransport(factory);
    this.#move("handshaken");
    if (this.#clientId !== clientId) return;
    const move = this.#moves;
    this.#outbox.pushFirst(() => this.#sink.opened(reply));
    if (move !== this.#moves) return;
    this.#outbox.open();
    if (move === this.#moves) this.#scheduleConnect(this.#advice.intervalMs);
  }

  #endHandshake(): void {
    this.#handshake?.timer.cancel();
    this.#handshake = undefined;
    this.#awaiting = undefined;
  }

  // Connect

  #scheduleConnect(delayMs: number): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (delayMs <= 0) this.#sendConnect();
    else {
      this.#timer = this.#parts.clock.schedule(delayMs, () => {
        this.#timer = undefined;
        this.#sendConnect();
      });
    }
  }

  #sendConnect(): void {
    if (this.#link === undefined) this.#useTransport(this.#endpoints.factory);
    const id = this.#nextId();
    // Until the connection is confirmed, the server shall answer at once (spec 6.3).
    const holdMs = this.#state === "connecting" ? 0 : this.#options.connectHoldMs;
    const message: Message = {
      id,
      channel: "/meta/connect",
      clientId: this.#clientId!,
      connectionType: this.#link!.transport.name,
      ...(holdMs === undefined ? {} : { advice: { timeout: holdMs } }),
    };
    if (!this.#parts.extensions.outgoing(message)) {
      this.#lose(new ClientError("deleted", "an extension dropped the connect"));
      return;
    }
    this.#connect = { id, timer: this.#deadline(holdMs ?? this.#advice.timeoutMs, "the connect") };
    this.#send([message]);
  }

  #connectReplied(reply: Message): void {
    this.#connect?.timer.cancel();
    this.#connect = undefined;
    this.#sink.meta(reply);
    if (this.#state === "disconnecting") {
      if (this.#pending.size === 0) this.#finish("closed", disconnectedError(), "close");
      return;
    }
    if (this.#state !== "connecting" && this.#state !== "connected") return;
    this.#advice = mergeAdvice(this.#advice, reply);
    const reconnect = reconnectAdvice(reply);
    if (reconnect === "none") this.#finish("ended", endedError(reply), "close");
    else if (reconnect === "handshake" || (reply.successful !== true && errorCode(reply) === 402)) this.#expire(reply);
    else if (reply.successful === true) this.#move("connected");
    else this.#lose(refusal(reply));
  }

  #confirmed(): void {
    this.#backoff.reset();
    this.#endpoints.succeeded();
    this.#expiries = 0;
    this.#lostAt = undefined;
    // Messages may follow in the same frame, and the next connect acknowledges them too: see #received.
    this.#isConnectDue = true;
    this.#outbox.open();
  }

  /** How long to wait before the next connect. A server that holds none of them must not be asked in a tight loop. */
  #pauseMs(): number {
    this.#emptyConnects += 1;
    return this.#emptyConnects > MAX_EMPTY_CONNECTS
      ? Math.max(this.#advice.intervalMs, this.#options.minRetryMs)
      : this.#advice.intervalMs;
  }

  // Failure

  #deadline(holdMs: number, what: string): Timer {
    const link = this.#link!;
    const { maxNetworkDelayMs, connectTimeoutMs } = this.#options;
    const delayMs = holdMs + maxNetworkDelayMs + (link.isFresh ? connectTimeoutMs : 0);
    return this.#parts.clock.schedule(delayMs, () => this.#overdue(what));
  }

  #overdue(what: string): void {
    const awaiting = this.#awaiting;
    if (awaiting !== undefined) {
      // The session stands, only not all of the announced deliveries came: go on without them.
      this.#open(awaiting.reply, awaiting.reply.clientId!);
      return;
    }
    this.#failed(new ClientError("timeout", `no answer to ${what} in time`), false);
  }

  /** The transport is of no use any more. */
  #failed(cause: ClientError, neverOpened: boolean): void {
    this.stats.failures += 1;
    if (this.#state === "disconnecting") {
      this.#finish("closed", disconnectedError(), "abort");
    } else if (this.#state === "unconnected") {
      this.#dropTransport(cause, "abort");
    } else {
      this.#dropTransport(cause, "abort");
      this.#lose(cause, neverOpened);
    }
  }

  /** Waits, and then tries again: with the session if there is still hope for it, or with a new one. */
  #lose(cause: ClientError, neverOpened = false): void {
    this.#cancelCycle();
    this.#outbox.close();
    const now = this.#parts.clock.now();
    this.#lostAt ??= now;
    let isAtOnce = false;
    if (this.#clientId === undefined) {
      isAtOnce = this.#endpoints.handshakeFailed(neverOpened);
    } else {
      const isOthersTurn = this.#endpoints.failed();
      const { timeoutMs, intervalMs, maxIntervalMs = ASSUMED_MAX_INTERVAL_MS } = this.#advice;
      const keptMs = (this.#options.connectHoldMs ?? timeoutMs) + intervalMs + maxIntervalMs;
      if (isOthersTurn || now - this.#lostAt > keptMs) this.#forgetSession();
    }
    const delayMs = isAtOnce ? 0 : Math.max(this.#backoff.nextDelayMs(), this.#advice.intervalMs);
    const move = this.#moves + 1;
    this.#move("lost", cause);
    if (move !== this.#moves) return;
    this.#timer = this.#parts.clock.schedule(delayMs, () => {
      this.#timer = undefined;
      this.#move(this.#clientId === undefined ? "rehandshake" : "retry");
    });
  }

  /** The server does not know the session any more, or wants a new one. */
  #expire(reply: Message): void {
    const cause = new ClientError("session", "the session is gone on the server", { reply });
    this.#expiries += 1;
    this.#cancelCycle();
    this.#forgetSession();
    this.#endpoints.startOver();
    // At once the first time (spec 6.6), but a server that forgets every session is not asked in a tight loop.
    if (this.#expiries === 1) this.#move("expired", cause);
    else this.#lose(cause);
  }

  #forgetSession(): void {
    this.#clientId = undefined;
    this.#outbox.close();
    this.#outbox.dropRepeatable(new ClientError("session", "the session is gone"));
    this.#sink.sessionLost();
  }

  #cancelCycle(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#connect?.timer.cancel();
    this.#connect = undefined;
    this.#isConnectDue = false;
    this.#endHandshake();
  }

  // The end

  #sendDisconnect(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#connect?.timer.cancel(); // it may still be answered, but nothing depends on it
    this.#isConnectDue = false;
    this.#outbox.flush();
    if (this.#state !== "disconnecting") return;
    this.#outbox.rejectAll(disconnectedError());
    if (this.#link === undefined) this.#useTransport(this.#endpoints.factory);
    this.#sendRequests([
      {
        message: { channel: "/meta/disconnect" },
        isRepeatable: false,
        resolve: () => this.#disconnectReplied(),
        // Refused means that the server has no such session: that is what was wanted. Other failures end elsewhere.
        reject: (error) => {
          if (error.code === "refused") this.#disconnectReplied();
        },
      },
    ]);
  }

  #disconnectReplied(): void {
    if (this.#state !== "disconnecting") return;
    const finish = (): void => this.#finish("closed", disconnectedError(), "close");
    if (this.#connect === undefined) finish();
    else this.#timer = this.#parts.clock.schedule(DISCONNECT_GRACE_MS, finish);
  }

  #disconnectedByServer(message: Message): void {
    const { clientId } = message;
    this.#sink.meta(message);
    // While a new session is made, it can only mean the old one.
    if (this.#clientId === undefined || (typeof clientId === "string" && clientId !== this.#clientId)) return;
    if (this.#state === "disconnecting") {
      this.#finish("closed", disconnectedError(), "close");
      return;
    }
    const reconnect = reconnectAdvice(message);
    if (reconnect === undefined || reconnect === "none") this.#finish("ended", endedError(message), "close");
    else if (this.#state === "unconnected") this.#forgetSession();
    else this.#expire(message);
  }

  /** Comes to rest: lets go of everything, and tells everybody who waits. */
  #finish(event: "ended" | "closed", cause: ClientError, how: "close" | "abort"): void {
    this.#cancelCycle();
    const disconnected = this.#disconnected;
    this.#disconnected = undefined;
    this.#clientId = undefined;
    const closed = new ClientError("closed", cause.message, { cause });
    this.#dropTransport(closed, how);
    this.#outbox.close();
    this.#outbox.rejectAll(closed);
    this.#sink.sessionLost();
    this.#move(event, cause);
    this.#sink.closed(cause);
    disconnected?.resolve();
  }

  // Transport

  /** Goes on with the transport there is, if it is of that kind and URL; else lets it go for another. */
  #useTransport(factory: ClientTransportFactory): void {
    const { url } = this.#endpoints;
    if (this.#link?.url === url && this.#link.transport.name === factory.name) return;
    this.#dropTransport(new ClientError("session", "the session was replaced"), "close");
    const link: { transport?: ClientTransport; url: string; isFresh: boolean } = { url, isFresh: true };
    const isCurrent = (): boolean => link === this.#link;
    link.transport = factory.create(
      url,
      {
        received: (messages) => {
          if (isCurrent()) this.#received(link as Link, messages);
        },
        failed: (error) => {
          if (!isCurrent()) return;
          this.#parts.logger.debug({ url, err: error }, "transport failed");
          this.#failed(transportFailure(error), error instanceof TransportError && error.neverOpened);
        },
        refused: (error, messages) => {
          if (!isCurrent()) return;
          for (const { id } of messages) {
            if (id === this.#handshake?.id) this.#failed(transportFailure(error), false);
            else this.#pending.take(id!)?.reject(transportFailure(error));
          }
        },
        departed: (messages) => {
          if (!isCurrent()) return;
          for (const { id } of messages) this.#pending.restart(id!);
        },
      },
      { ...this.#parts, options: this.#options },
    );
    this.#link = link as Link;
  }

  /** Requests on their way fail, but for those that may be sent again while the session lives. */
  #dropTransport(cause: ClientError, how: "close" | "abort"): void {
    const transport = this.#link?.transport;
    this.#link = undefined;
    if (how === "abort") transport?.abort();
    else transport?.close("Disconnect");
    const requests = this.#pending.drain();
    const isRepeating = this.#clientId !== undefined && this.#state !== "disconnecting";
    if (isRepeating) this.#outbox.repeat(requests.filter((request) => request.isRepeatable));
    for (const request of requests) if (!isRepeating || !request.isRepeatable) request.reject(cause);
  }

  #sendRequests(requests: readonly ClientRequest[]): void {
    const messages: Message[] = [];
    for (const request of requests) {
      const id = this.#nextId();
      const message: Message = { ...request.message, id, clientId: this.#clientId! };
      if (!this.#parts.extensions.outgoing(message)) {
        request.reject(new ClientError("deleted", `an extension dropped the message on ${message.channel}`));
      } else if (request.departing?.(id) !== false) {
        this.#pending.add(id, request);
        messages.push(message);
      }
    }
    if (messages.length > 0) this.#send(messages);
  }

  #send(messages: readonly Message[]): void {
    this.stats.messagesOut += messages.length;
    this.#link?.transport.send(messages);
  }

  #received(link: Link, messages: readonly Message[]): void {
    link.isFresh = false;
    for (const message of messages) {
      if (link !== this.#link) return; // a listener, or the message before, ended this connection
      this.stats.messagesIn += 1;
      this.#reader.read(message);
    }
    if (link !== this.#link || !this.#isConnectDue || this.#state !== "connected") return;
    this.#isConnectDue = false;
    this.#scheduleConnect(this.#pauseMs());
  }

  #replied(id: string, message: Message): void {
    const request = this.#pending.take(id);
    if (request === undefined) {
      this.stats.ignored += 1;
      return;
    }
    if (message.successful === true) request.resolve(message);
    else request.reject(refusal(message));
    if (message.channel.startsWith("/meta/")) this.#sink.meta(message);
  }

  #delivered(message: Message): void {
    this.stats.deliveries += 1;
    this.#emptyConnects = 0;
    this.#sink.delivery(message);
    const awaiting = this.#awaiting;
    if (awaiting === undefined) return;
    awaiting.deliveries -= 1;
    if (awaiting.deliveries <= 0) this.#open(awaiting.reply, awaiting.reply.clientId!);
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}

function transportFailure(error: Error): ClientError {
  return error instanceof ClientError ? error : failure(error.message, error);
}

function failure(text: string, cause: unknown): ClientError {
  return new ClientError("transport", text, { cause });
}

function disconnectedError(): ClientError {
  return new ClientError("closed", "the client was disconnected");
}

function endedError(reply: Message): ClientError {
  return new ClientError("closed", "the server ended the session", { reply });
}
