import type { Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import {
  advisedHosts,
  BASE_ADVICE,
  type ConnectAdvice,
  isInvitation,
  mergeAdvice,
  reconnectAdvice,
} from "./client-advice.js";
import { type HandledPromise, handledPromise } from "./client-channel.js";
import { ClientError, disconnectedError, endedError, errorCode, refusal } from "./client-error.js";
import type { BayeuxClientOptions } from "./client-options.js";
import type { ClientSessionParts, ClientSessionSink, HandshakeFields } from "./client-session-sink.js";
import { type ClientEvent, type ClientState, nextState } from "./client-state.js";
import { newClientStats } from "./client-stats.js";
import { ConnectCycle } from "./connect-cycle.js";
import type { Endpoints } from "./endpoints.js";
import { idOf, kindOf } from "./message-reader.js";
import { Opening } from "./opening.js";
import { Outbox } from "./outbox.js";
import type { ClientRequest } from "./pending-requests.js";
import { Recovery } from "./recovery.js";
import { type Connection, ServerLink } from "./server-link.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/** How long the held connect may stay unanswered after the disconnect is (spec section 9: both are, at once). */
const DISCONNECT_GRACE_MS = 1_000;

/**
 * The driver of the client state table: makes the session, keeps one connect outstanding, and comes back after
 * failures. It knows messages and replies; subscriptions and listeners are the client's.
 */
export class ClientSession {
  readonly stats = newClientStats();
  readonly #parts: ClientSessionParts;
  readonly #sink: ClientSessionSink;
  readonly #recovery: Recovery;
  readonly #link: ServerLink;
  readonly #outbox: Outbox;
  readonly #opening: Opening;
  readonly #connects: ConnectCycle;

  #state: ClientState = "disconnected";
  /** Counts moves, to notice that a listener made another one. */
  #moves = 0;
  #fields: HandshakeFields = {};
  #clientId: string | undefined;
  #advice: ConnectAdvice = BASE_ADVICE;
  /** The transport of the present session. */
  #factory: ClientTransportFactory;
  /** Of the next attempt, or of the end of a disconnect. */
  #timer: Timer | undefined;
  #disconnected: HandledPromise<void> | undefined;

  constructor(options: BayeuxClientOptions, parts: ClientSessionParts, sink: ClientSessionSink) {
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
    this.#opening = new Opening(options, parts, this.#link, this.#endpoints, {
      opened: (reply, clientId) => this.#open(reply, clientId),
      refused: (reply) => this.#handshakeRefused(reply),
      failed: (cause) => this.#cycleFailed(cause),
    });
    this.#connects = new ConnectCycle(options, parts, this.#link, this, {
      sending: () => this.#useTransport(),
      failed: (cause) => this.#cycleFailed(cause),
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

  /** Whether a connect was answered with success since the connection was made. */
  get isConfirmed(): boolean {
    return this.#state === "connected";
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
    this.#disconnected = handledPromise<void>();
    const { promise } = this.#disconnected;
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
        if (event === "retry") this.#connects.send();
        break;
      case "connected":
        this.#recovery.confirmed();
        this.#connects.confirmed();
        this.#outbox.open();
        break;
      case "disconnecting":
        this.#sendDisconnect();
        break;
      // In the other states #lose and #finish know how it came to them.
    }
  }

  #startHandshake(): void {
    this.#forgetSession();
    this.#advice = BASE_ADVICE;
    this.#endpoints.follow();
    this.#useTransport(this.#endpoints.factory);
    this.#opening.start(this.#fields);
  }

  #handshakeRefused(reply: Message): void {
    this.#advice = mergeAdvice(this.#advice, reply);
    const move = this.#moves;
    this.#sink.handshakeRefused(reply);
    if (move !== this.#moves) return;
    this.#endpoints.prefer(advisedHosts(reply));
    if (reconnectAdvice(reply) === "none") this.#finish("ended", refusal(reply), "close");
    else this.#lose(refusal(reply), false, isInvitation(reply));
  }

  #open(reply: Message, clientId: string): void {
    const offered: unknown = reply.supportedConnectionTypes;
    // A server that lists nothing has at least answered on this transport.
    const factory = Array.isArray(offered) ? this.#endpoints.agree(offered) : this.#endpoints.factory;
    if (factory === undefined) {
      this.#finish("ended", new ClientError("no_transport", "no connection type in common", { reply }), "close");
      return;
    }
    // A session made on a WebSocket has no cookie, so that it is unknown over HTTP (spec 14.3).
    if (factory !== this.#factory && this.#factory.name === "websocket") {
      this.#link.sendCycle({ id: this.#link.nextId(), channel: "/meta/disconnect", clientId });
      this.#lose(new ClientError("no_transport", "the server has no WebSocket", { reply }), true);
      return;
    }
    this.#clientId = clientId;
    this.#recovery.opened();
    this.#advice = mergeAdvice(this.#advice, reply);
    this.#useTransport(factory);
    const move = this.#moves + 1;
    this.#move("handshaken");
    if (move !== this.#moves) return;
    this.#outbox.pushFirst(() => this.#sink.opened(reply));
    if (move !== this.#moves) return;
    this.#outbox.open();
    if (move === this.#moves) this.#connects.sendIn(this.#advice.intervalMs);
  }

  #connectReplied(reply: Message): void {
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

  /** An overdue answer may mean that the transport is dead; what could not be made or sent says nothing of it. */
  #cycleFailed(cause: ClientError): void {
    if (cause.code === "timeout") this.#failed(cause);
    else this.#lose(cause);
  }

  /** The transport is of no use any more. */
  #failed(cause: ClientError, neverOpened = false): void {
    this.stats.failures += 1;
    if (this.#state === "disconnecting") {
      this.#finish("closed", disconnectedError(), "abort");
      return;
    }
    this.#dropTransport(cause, "abort");
    if (this.#state !== "unconnected") this.#lose(cause, neverOpened);
  }

  /** Waits, and then tries again: with the session if there is still hope for it, or with a new one. */
  #lose(cause: ClientError, neverOpened = false, isInvited = false): void {
    this.#cancelCycle();
    this.#outbox.close();
    const { name } = this.#factory;
    const blocked = neverOpened || (name === "websocket" && !this.#recovery.isSticky) ? name : undefined;
    const { delayMs, keepsSession } =
      this.#clientId === undefined
        ? this.#recovery.handshakeFailed(this.#advice, blocked, isInvited)
        : this.#recovery.connectFailed(this.#advice, blocked);
    if (!keepsSession) this.#forgetSession();
    const move = this.#moves + 1;
    this.#move("lost", cause);
    if (move !== this.#moves) return;
    this.#timer = this.#parts.clock.schedule(delayMs, () =>
      this.#move(this.#clientId === undefined ? "rehandshake" : "retry"),
    );
  }

  /** The server does not know the session any more, or wants a new one. */
  #expire(reply: Message): void {
    const cause = new ClientError("session", "the session is gone on the server", { reply });
    this.#endpoints.prefer(advisedHosts(reply));
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
    this.#connects.cancel();
    this.#opening.cancel();
  }

  #sendDisconnect(): void {
    this.#timer?.cancel();
    this.#connects.stop();
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
    if (this.#connects.id === undefined) finish();
    else this.#timer = this.#parts.clock.schedule(DISCONNECT_GRACE_MS, finish);
  }

  #disconnectedByServer(message: Message): void {
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
      if (!this.#read(message)) this.stats.ignored += 1;
    }
    if (this.#link.isCurrent(connection)) this.#connects.sendDue();
  }

  /** @returns false when there was nothing to be done with the message */
  #read(message: Message): boolean {
    const id = idOf(message);
    const kind = kindOf(message, id);
    // What does not match by id must not reach the extensions either: the ack extension would believe its number.
    const expected = kind === "handshake" ? this.#opening.id : kind === "connect" ? this.#connects.id : id;
    if (kind === undefined || id !== expected) return false;
    if (!this.#parts.extensions.incoming(message)) return true;
    switch (kind) {
      case "delivery":
        this.stats.deliveries += 1;
        this.#connects.delivered();
        this.#sink.delivery(message);
        this.#opening.delivered();
        return true;
      case "result":
        return this.#sink.answer(id!, message);
      case "reply":
        return this.#replied(id!, message);
    }
    if (kind === "disconnect" && !this.#isOwn(message)) return false;
    if (kind === "connect") this.#connects.answered();
    const move = this.#moves;
    this.#sink.meta(message);
    if (move !== this.#moves) return true; // a listener moved on
    if (kind === "handshake") this.#opening.replied(message);
    else if (kind === "connect") this.#connectReplied(message);
    else this.#disconnectedByServer(message);
    return true;
  }

  /** While a new session is made, a disconnect can only mean the old one. */
  #isOwn({ clientId }: Message): boolean {
    return this.#clientId !== undefined && (typeof clientId !== "string" || clientId === this.#clientId);
  }

  #replied(id: string, message: Message): boolean {
    const request = this.#link.take(id);
    if (request === undefined) return false;
    if (message.channel.startsWith("/meta/")) this.#sink.meta(message);
    if (message.successful === true) request.resolve(message);
    else request.reject(refusal(message));
    return true;
  }
}
