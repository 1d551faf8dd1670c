import type { Timer } from "../clock.js";
import type { Awaitable, Message } from "../message/message.js";
import { BASE_ADVICE, type ConnectAdvice, mergeAdvice, reconnectAdvice } from "./client-advice.js";
import { ClientError, errorCode, refusal } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientSessionParts, ClientSessionSink, HandshakeFields } from "./client-session-sink.js";
import { type ClientEvent, type ClientState, nextState } from "./client-state.js";
import { newClientStats } from "./client-stats.js";
import type { Endpoints } from "./endpoints.js";
import { MessageReader } from "./message-reader.js";
import { Outbox } from "./outbox.js";
import type { ClientRequest } from "./pending-requests.js";
import { Recovery } from "./recovery.js";
import { type Connection, ServerLink } from "./server-link.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/** A connect or handshake on its way. */
interface Cycle {
  readonly id: string;
  readonly timer: Timer;
}

/** How long the held connect may stay unanswered after the disconnect is (spec section 9: both are, at once). */
const DISCONNECT_GRACE_MS = 1_000;
/** A server that answers this many connects in a row with success and nothing else is asked more slowly. */
const MAX_EMPTY_CONNECTS = 10;

/**
 * The driver of the client state table: makes the session, keeps one connect outstanding, and comes back after
 * failures. It knows messages and replies; subscriptions and listeners are the client's.
 */
export class ClientSession {
  readonly stats = newClientStats();
  readonly #options: BayeuxClientOptions;
  readonly #parts: ClientSessionParts;
  readonly #sink: ClientSessionSink;
  readonly #recovery: Recovery;
  readonly #link: ServerLink;
  readonly #outbox: Outbox;
  readonly #reader: MessageReader;

  #state: ClientState = "disconnected";
  /** Counts moves, to notice that a listener made another one. */
  #moves = 0;
  #fields: HandshakeFields = {};
  #clientId: string | undefined;
  #advice: ConnectAdvice = BASE_ADVICE;
  /** The transport of the present session. */
  #factory: ClientTransportFactory;
  #handshake: Cycle | undefined;
  /** A successful handshake reply whose announced deliveries (`x-messages`, spec 5.4) are not all here. */
  #awaiting: { reply: Message; clientId: string; deliveries: number } | undefined;
  #connect: Cycle | undefined;
  #isConnectDue = false;
  #emptyConnects = 0;
  /** The next thing to do by the clock: retry, the next connect, or the end of a disconnect. */
  #timer: Timer | undefined;
  #disconnected: { promise: Promise<void>; resolve: () => void } | undefined;

  constructor(options: BayeuxClientOptions, parts: ClientSessionParts, sink: ClientSessionSink) {
    this.#options = options;
    this.#parts = parts;
    this.#sink = sink;
    this.#recovery = new Recovery(options, parts.clock, parts.random, parts.transports);
    this.#factory = this.#endpoints.factory;
    this.#link = new ServerLink(options, parts, this.stats, {
      received: (messages, connection) => this.#received(messages, connection),
      failed: (cause, neverOpened) => this.#failed(cause, neverOpened),
    });
    this.#outbox = new Outbox(options, parts.clock, {
      outstanding: () => this.#link.outstanding,
      send: (requests) => this.#link.sendRequests(requests, this.#clientId!),
    });
    this.#reader = new MessageReader({
      handshakeId: () => this.#handshake?.id,
      connectId: () => this.#connect?.id,
      extend: (message) => parts.extensions.incoming(message),
      handshakeReply: (message) => this.#handshakeReplied(message),
      connectReply: (message) => this.#connectReplied(message),
      reply: (id, message) => this.#replied(id, message),
      serverDisconnect: (message) => this.#disconnectedByServer(message),
      delivery: (message) => this.#delivered(message),
      answer: (id, message) => sink.answer(id, message),
      ignored: () => {
        this.stats.ignored += 1;
      },
    });
  }

  get #endpoints(): Endpoints {
    return this.#recovery.endpoints;
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
    return this.#link.url ?? this.#endpoints.url;
  }

  get transportName(): string | undefined {
    return this.#link.transportName;
  }

  start(fields: HandshakeFields): void {
    this.#fields = fields;
    this.#recovery.start();
    this.#move("start");
  }

  /** Sends a request, now or as soon as there is a session to send it in. Its callbacks tell what became of it. */
  request(request: ClientRequest): void {
    if (this.#state === "disconnected" || this.#state === "disconnecting") {
      request.reject(new ClientError("closed", `the client is ${this.#state}`));
    } else {
      this.#outbox.push(request);
    }
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
      this.#finish("closed", disconnectedError(), "close");
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

  /** Moves by the table, tells it, and starts the work of the state entered. */
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

  // The handshake

  #startHandshake(): void {
    this.#forgetSession();
    this.#advice = BASE_ADVICE;
    this.#useTransport(this.#endpoints.factory);
    const move = this.#moves;
    const failed = (cause: unknown): void => {
      if (move === this.#moves) this.#lose(new ClientError("closed", "the handshake cannot be made", { cause }));
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
    const id = this.#link.nextId();
    const message: Message = {
      ...fields,
      id,
      channel: "/meta/handshake",
      version: "1.0",
      minimumVersion: "1.0",
      supportedConnectionTypes: this.#endpoints.names,
    };
    if (this.#options.ext !== undefined) message.ext = { ...this.#options.ext, ...message.ext };
    this.stats.handshakes += 1;
    this.#handshake = { id, timer: this.#deadline(0) };
    if (!this.#link.sendCycle(message)) this.#lose(new ClientError("deleted", "an extension dropped the handshake"));
  }

  #handshakeReplied(reply: Message): void {
    const move = this.#moves;
    this.#sink.meta(reply);
    if (move !== this.#moves) return;
    const { clientId, "x-messages": announced } = reply;
    if (reply.successful !== true || typeof clientId !== "string" || clientId === "") {
      this.#handshakeRefused(reply);
    } else if (typeof announced === "number" && announced > 0) {
      this.#awaiting = { reply, clientId, deliveries: announced };
    } else {
      this.#open(reply, clientId);
    }
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
    const move = this.#moves + 1;
    this.#move("handshaken");
    if (move !== this.#moves) return;
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

  // The connect cycle

  #scheduleConnect(delayMs: number): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    if (delayMs <= 0) {
      this.#sendConnect();
      return;
    }
    this.#timer = this.#parts.clock.schedule(delayMs, () => {
      this.#timer = undefined;
      this.#sendConnect();
    });
  }

  #sendConnect(): void {
    this.#useTransport();
    const id = this.#link.nextId();
    // Until the connection is confirmed, the server shall answer at once (spec 6.3).
    const holdMs = this.#state === "connecting" ? 0 : this.#options.connectHoldMs;
    const message: Message = {
      id,
      channel: "/meta/connect",
      clientId: this.#clientId!,
      connectionType: this.#link.transportName!,
      ...(holdMs === undefined ? {} : { advice: { timeout: holdMs } }),
    };
    this.#connect = { id, timer: this.#deadline(holdMs ?? this.#advice.timeoutMs) };
    if (!this.#link.sendCycle(message)) this.#lose(new ClientError("deleted", "an extension dropped the connect"));
  }

  #connectReplied(reply: Message): void {
    this.#connect?.timer.cancel();
    this.#connect = undefined;
    const move = this.#moves;
    this.#sink.meta(reply);
    if (move !== this.#moves) return;
    if (this.#state === "disconnecting") {
      if (this.#link.outstanding === 0) this.#finish("closed", disconnectedError(), "close");
      return;
    }
    this.#advice = mergeAdvice(this.#advice, reply);
    const reconnect = reconnectAdvice(reply);
    if (reconnect === "none") this.#finish("ended", endedError(reply), "close");
    else if (reconnect === "handshake" || (reply.successful !== true && errorCode(reply) === 402)) this.#expire(reply);
    else if (reply.successful === true) this.#move("connected");
    else this.#lose(refusal(reply));
  }

  #confirmed(): void {
    this.#recovery.confirmed();
    // Messages may follow in the same frame, and the next connect acknowledges them too: see #received.
    this.#isConnectDue = true;
    this.#outbox.open();
  }

  /** How long to wait before the next connect. A server that holds none of them must not be asked in a tight loop. */
  #pauseMs(): number {
    const { intervalMs } = this.#advice;
    this.#emptyConnects += 1;
    return this.#emptyConnects > MAX_EMPTY_CONNECTS ? Math.max(intervalMs, this.#options.minRetryMs) : intervalMs;
  }

  #deadline(holdMs: number): Timer {
    return this.#parts.clock.schedule(holdMs + this.#link.answerMs, () => {
      const awaiting = this.#awaiting;
      // The session stands, only not all of the announced deliveries came: go on without them.
      if (awaiting !== undefined) this.#open(awaiting.reply, awaiting.clientId);
      else this.#failed(new ClientError("timeout", `no answer while ${this.#state}`), false);
    });
  }

  // Failures

  /** The transport is of no use any more. */
  #failed(cause: ClientError, neverOpened: boolean): void {
    this.stats.failures += 1;
    if (this.#state === "disconnecting") {
      this.#finish("closed", disconnectedError(), "abort");
      return;
    }
    this.#dropTransport(cause, "abort");
    if (this.#state !== "unconnected") this.#lose(cause, neverOpened);
  }

  /** Waits, and then tries again: with the session if there is still hope for it, or with a new one. */
  #lose(cause: ClientError, neverOpened = false): void {
    this.#cancelCycle();
    this.#outbox.close();
    const { delayMs, keepsSession } =
      this.#clientId === undefined
        ? this.#recovery.handshakeFailed(this.#advice, neverOpened)
        : this.#recovery.connectFailed(this.#advice);
    if (!keepsSession) this.#forgetSession();
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
    this.#cancelCycle();
    this.#forgetSession();
    if (this.#recovery.sessionExpired()) this.#move("expired", cause);
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
    const move = this.#moves;
    this.#outbox.flush();
    if (move !== this.#moves) return;
    this.#outbox.rejectAll(disconnectedError());
    this.#useTransport();
    const request: ClientRequest = {
      message: { channel: "/meta/disconnect" },
      isRepeatable: false,
      resolve: () => this.#disconnectReplied(),
      // Refused: the server has no such session, which is what was wanted. Other failures end in #failed.
      reject: (error) => {
        if (error.code === "refused") this.#disconnectReplied();
        else if (error.code === "deleted") this.#finish("closed", error, "close");
      },
    };
    this.#link.sendRequests([request], this.#clientId!);
  }

  #disconnectReplied(): void {
    const finish = (): void => this.#finish("closed", disconnectedError(), "close");
    if (this.#connect === undefined) finish();
    else this.#timer = this.#parts.clock.schedule(DISCONNECT_GRACE_MS, finish);
  }

  #disconnectedByServer(message: Message): void {
    const { clientId } = message;
    // While a new session is made, it can only mean the old one.
    if (this.#clientId === undefined || (typeof clientId === "string" && clientId !== this.#clientId)) {
      this.stats.ignored += 1;
      return;
    }
    const move = this.#moves;
    this.#sink.meta(message);
    if (move !== this.#moves) return;
    const reconnect = reconnectAdvice(message);
    if (this.#state === "disconnecting") this.#finish("closed", disconnectedError(), "close");
    else if (reconnect === undefined || reconnect === "none") this.#finish("ended", endedError(message), "close");
    else if (this.#state === "unconnected") this.#forgetSession();
    else this.#expire(message);
  }

  /** Comes to rest: lets go of everything, and tells everybody who waits. */
  #finish(event: "ended" | "closed", cause: ClientError, how: "close" | "abort"): void {
    const disconnected = this.#disconnected;
    this.#disconnected = undefined;
    this.#cancelCycle();
    this.#clientId = undefined;
    const closed = new ClientError("closed", cause.message, { cause });
    this.#dropTransport(closed, how);
    this.#outbox.close();
    this.#outbox.rejectAll(closed);
    this.#sink.sessionLost();
    this.#sink.closed(cause);
    this.#move(event, event === "ended" ? cause : undefined);
    disconnected?.resolve();
  }

  // The transport, and what comes from it

  /**
   * Goes on with the transport there is, if it is the one wanted; else lets it go, and makes that.
   * @param factory - by default the session's own: a session does not change its transport (spec 14.3)
   */
  #useTransport(factory = this.#factory): void {
    const { url } = this.#endpoints;
    this.#factory = factory;
    if (this.#link.isOn(url, factory)) return;
    this.#dropTransport(new ClientError("session", "the session was replaced"), "close");
    this.#link.open(url, factory);
  }

  /** Requests on their way fail, but for those that may be sent again while the session lives. */
  #dropTransport(cause: ClientError, how: "close" | "abort"): void {
    const requests = this.#link.drop(how);
    const isRepeating = this.#clientId !== undefined && this.#state !== "disconnecting";
    if (isRepeating) this.#outbox.repeat(requests.filter((request) => request.isRepeatable));
    for (const request of requests) if (!isRepeating || !request.isRepeatable) request.reject(cause);
  }

  #received(messages: readonly Message[], connection: Connection): void {
    for (const message of messages) {
      if (!this.#link.isCurrent(connection)) return; // the message before, or a listener, ended this connection
      this.stats.messagesIn += 1;
      this.#reader.read(message);
    }
    if (!this.#link.isCurrent(connection) || !this.#isConnectDue) return;
    this.#isConnectDue = false;
    this.#scheduleConnect(this.#pauseMs());
  }

  #replied(id: string, message: Message): void {
    const request = this.#link.take(id);
    if (request === undefined) {
      this.stats.ignored += 1;
      return;
    }
    if (message.channel.startsWith("/meta/")) this.#sink.meta(message);
    if (message.successful === true) request.resolve(message);
    else request.reject(refusal(message));
  }

  #delivered(message: Message): void {
    this.stats.deliveries += 1;
    this.#emptyConnects = 0;
    this.#sink.delivery(message);
    const awaiting = this.#awaiting;
    if (awaiting === undefined) return;
    awaiting.deliveries -= 1;
    if (awaiting.deliveries <= 0) this.#open(awaiting.reply, awaiting.clientId);
  }
}

function disconnectedError(): ClientError {
  return new ClientError("closed", "the client was disconnected");
}

function endedError(reply: Message): ClientError {
  return new ClientError("closed", "the server ended the session", { reply });
}
