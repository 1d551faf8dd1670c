import type { Clock, Timer } from "../clock.js";
import type { Reconnect } from "../message/advice.js";
import type { Message } from "../message/message.js";
import { advisedHosts, BASE_ADVICE, type ConnectAdvice, mergeAdvice, reconnectAdvice } from "./client-advice.js";
import { ClientError, isSessionUnknown, refusal } from "./client-error.js";
import type { ClientEvents } from "./client-events.js";
import type { ClientSessionParts, HandshakeFields } from "./client-session-parts.js";
import { type ClientEvent, type ClientState, nextState } from "./client-state.js";
import type { ClientStats } from "./client-stats.js";
import { ConnectCycle } from "./connect-cycle.js";
import type { Endpoints } from "./endpoints.js";
import type { ClientExtensions } from "./extension/client-extensions.js";
import { type HandledPromise, handledPromise } from "./handled-promise.js";
import { idOf, kindOf } from "./message-reader.js";
import { Opening } from "./opening.js";
import { Outbox } from "./outbox.js";
import type { ClientRequest } from "./pending-requests.js";
import { Recovery } from "./recovery.js";
import { ServerLink } from "./server-link.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/** How long the held connect may stay unanswered after the disconnect is (spec section 9: both are, at once). */
const DISCONNECT_GRACE_MS = 1_000;

/**
 * The driver of the client state table: makes the session, keeps one connect outstanding, and comes back after
 * failures. It knows messages and replies; subscriptions and listeners are the client's.
 */
export class ClientSession {
  readonly stats: ClientStats;
  readonly #clock: Clock;
  readonly #events: ClientEvents;
  readonly #extensions: ClientExtensions;
  readonly #recovery: Recovery;
  readonly #endpoints: Endpoints;
  readonly #link: ServerLink;
  readonly #outbox: Outbox;
  readonly #opening: Opening;
  readonly #connects: ConnectCycle;

  #state: ClientState = "disconnected";
  /** Counts moves, to notice that a listener made another one. */
  #moves = 0;
  #fields: HandshakeFields = {};
  #advice: ConnectAdvice = BASE_ADVICE;
  /** The transport of the present session. */
  #factory: ClientTransportFactory;
  /** The handshake under way follows an invitation. */
  #isInvited = false;
  /** Of the next attempt, or of the end of a disconnect. */
  #timer: Timer | undefined;
  #disconnected: HandledPromise<void> | undefined;

  constructor(parts: ClientSessionParts) {
    this.#clock = parts.clock;
    this.#events = parts.events;
    this.#extensions = parts.extensions;
    this.#recovery = new Recovery(parts);
    this.#endpoints = this.#recovery.endpoints;
    this.#factory = this.#endpoints.factory;
    this.#link = new ServerLink(parts, {
      received: (message) => {
        this.stats.messagesIn += 1;
        if (!this.#read(message)) this.stats.ignored += 1;
      },
      receivedAll: () => this.#connects.sendDue(),
      failed: (cause, neverOpened) => this.#failed(cause, neverOpened),
    });
    this.stats = this.#link.stats;
    this.#outbox = new Outbox(parts, this.#link);
    const failed = (cause: ClientError): void => this.#failed(cause);
    this.#opening = new Opening(parts, this.#link, this.#endpoints, {
      opened: (reply) => this.#open(reply),
      refused: (reply) => this.#handshakeRefused(reply),
      failed,
    });
    this.#connects = new ConnectCycle(parts, this.#link, this, failed);
  }

  get state(): ClientState {
    return this.#state;
  }

  get clientId(): string | undefined {
    return this.#link.clientId;
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
    if (this.#state === "disconnected" || this.#state === "disconnecting") request.reject(new ClientError("closed"));
    else this.#outbox.push(request);
  }

  /** Sends what waits now, instead of at the end of the turn. */
  flush(): void {
    this.#outbox.flush();
  }

  /** @returns settled when the server answered, or could not within `maxNetworkDelayMs` */
  disconnect(): Promise<void> {
    if (this.#disconnected === undefined) {
      if (this.clientId === undefined) {
        if (this.#state !== "disconnected") this.#close();
        return Promise.resolve();
      }
      this.#disconnected = handledPromise();
      this.#move("disconnect");
    }
    return this.#disconnected.promise;
  }

  /** Drops everything at once, without a word to the server. */
  abort(): void {
    if (this.#state !== "disconnected") this.#close("abort");
  }

  /**
   * Moves by the table, tells it, and starts the work of the state entered.
   * @returns false when a listener moved on
   */
  #move(event: ClientEvent, cause?: ClientError): boolean {
    const previous = this.#state;
    const state = nextState(previous, event);
    this.#state = state;
    this.#moves += 1;
    return this.#stays(() => {
      if (state === previous || this.#stays(() => this.#events.stateChanged.tell(state, previous, cause)))
        this.#enter(event);
    });
  }

  /** @returns false when a listener moved on meanwhile, so that whoever asks has nothing more to do */
  #stays(act: () => void): boolean {
    const moves = this.#moves;
    act();
    return moves === this.#moves;
  }

  /** Starts the work of the present state. Of those not named, #lose and #finish know how it came to them. */
  #enter(event: ClientEvent): void {
    switch (this.#state) {
      case "handshaking":
        this.#forgetSession();
        this.#advice = BASE_ADVICE;
        this.#endpoints.follow();
        this.#useTransport(this.#endpoints.factory);
        this.#opening.start(this.#fields);
        break;
      case "connecting":
        // After a handshake, the opening goes first: see #open.
        if (event !== "retry") break;
        this.#useTransport();
        this.#connects.send();
        break;
      case "connected":
        this.#isInvited = false;
        this.#recovery.confirmed();
        this.#connects.confirmed();
        this.#outbox.open();
        break;
      case "disconnecting":
        this.#sendDisconnect();
        break;
    }
  }

  #handshakeRefused(reply: Message): void {
    const reconnect = this.#heed(reply);
    if (!this.#stays(() => this.#events.handshakeReplied.tell(reply))) return;
    if (reconnect === "none") this.#finish("ended", refusal(reply));
    // To answer something new, at once: only `interval: 0` in so many words says so.
    else this.#lose(refusal(reply), false, reconnect === "handshake" && reply.advice?.interval === 0);
  }

  #open(reply: Message): void {
    const clientId = reply.clientId!;
    const offered: unknown = reply.supportedConnectionTypes;
    // A server that lists nothing has at least answered on this transport.
    const factory = Array.isArray(offered) ? this.#endpoints.agree(offered) : this.#factory;
    if (factory === undefined) {
      this.#finish("ended", new ClientError("no_transport", undefined, { reply }));
      return;
    }
    // A session made on a WebSocket has no cookie, so that it is unknown over HTTP (spec 14.3).
    if (factory !== this.#factory && this.#factory.name === "websocket") {
      this.#link.sendCycle({ id: this.#link.nextId(), channel: "/meta/disconnect", clientId });
      this.#lose(new ClientError("no_transport", "websocket", { reply }), true);
      return;
    }
    this.#link.clientId = clientId;
    this.#recovery.opened();
    this.#heed(reply);
    this.#useTransport(factory);
    const isOpen =
      this.#move("handshaken") &&
      this.#stays(() => this.#outbox.pushFirst(() => this.#events.handshakeReplied.tell(reply))) &&
      this.#stays(() => this.#outbox.open());
    if (isOpen) this.#connects.sendIn(this.#advice.intervalMs);
  }

  /** Takes up what a reply advises. @returns what to do next, if it says so */
  #heed(reply: Message): Reconnect | undefined {
    this.#advice = mergeAdvice(this.#advice, reply);
    this.#endpoints.prefer(advisedHosts(reply));
    return reconnectAdvice(reply);
  }

  #connectReplied(reply: Message): void {
    if (this.#state === "disconnecting") {
      if (this.#link.outstanding === 0) this.#close();
      return;
    }
    const reconnect = this.#heed(reply);
    const isSuccess = reply.successful === true;
    if (reconnect === "none") this.#finish("ended", new ClientError("closed", "by the server", { reply }));
    else if (reconnect === "handshake" || (!isSuccess && isSessionUnknown(reply))) this.#expire(reply);
    else if (isSuccess) this.#move("connected");
    else this.#lose(refusal(reply));
  }

  /** The transport failed, or an answer is overdue; or what the client makes was not made, which says nothing of it. */
  #failed(cause: ClientError, neverOpened = false): void {
    const isTransports = cause.code === "transport" || cause.code === "timeout";
    if (isTransports) this.stats.failures += 1;
    if (this.#state === "disconnecting") {
      this.#close("abort");
      return;
    }
    if (isTransports) this.#dropTransport(cause, "abort");
    if (this.#state !== "unconnected") this.#lose(cause, neverOpened);
  }

  /** Waits, and then tries again: with the session if there is still hope for it, or with a new one. */
  #lose(cause: ClientError, neverOpened = false, isInvited = false): void {
    this.#cancelCycle();
    this.#outbox.close();
    const hasSession = this.clientId !== undefined;
    // A server that always invites must not be asked in a tight loop: every other time is at once.
    this.#isInvited = isInvited && !this.#isInvited;
    const plan = this.#isInvited
      ? { delayMs: 0, keepsSession: false }
      : this.#recovery.failed(this.#advice, hasSession, this.#factory.name, neverOpened);
    if (!plan.keepsSession) this.#forgetSession();
    if (!this.#move("lost", cause)) return;
    this.#timer = this.#clock.schedule(plan.delayMs, () =>
      this.#move(this.clientId === undefined ? "rehandshake" : "retry"),
    );
  }

  /** The server does not know the session any more, or wants a new one. */
  #expire(reply: Message): void {
    const cause = new ClientError("session", undefined, { reply });
    this.#cancelCycle();
    this.#forgetSession();
    if (this.#recovery.sessionExpired()) this.#move("expired", cause);
    else this.#lose(cause);
  }

  #forgetSession(): void {
    this.#link.clientId = undefined;
    this.#outbox.close();
    // Subscribes and unsubscribes belonged to the session.
    this.#outbox.reject(new ClientError("session"), ({ isRepeatable }) => isRepeatable);
    this.#events.sessionLost.tell();
  }

  #cancelCycle(): void {
    this.#timer?.cancel();
    this.#connects.stop();
    this.#opening.cancel();
  }

  #sendDisconnect(): void {
    this.#timer?.cancel();
    this.#connects.stop();
    if (!this.#stays(() => this.#outbox.flush())) return;
    this.#outbox.reject(new ClientError("closed"));
    this.#useTransport();
    const replied = (): void => {
      if (this.#link.asked === undefined) this.#close();
      else this.#timer = this.#clock.schedule(DISCONNECT_GRACE_MS, () => this.#close());
    };
    const request: ClientRequest = {
      message: { channel: "/meta/disconnect" },
      resolve: replied,
      // Refused: the server has no such session, which is what was wanted. Other failures end in #failed.
      reject: ({ code }) => {
        if (code === "refused") replied();
        else if (code === "deleted") this.#close();
      },
    };
    this.#link.sendRequests([request]);
  }

  #disconnectedByServer(reply: Message): void {
    const reconnect = this.#heed(reply) ?? "none";
    if (this.#state === "disconnecting") this.#close();
    else if (reconnect === "none") this.#finish("ended", new ClientError("closed", "by the server", { reply }));
    else if (this.#state === "unconnected") this.#forgetSession();
    else this.#expire(reply);
  }

  /** The application ended the session. */
  #close(how: "close" | "abort" = "close"): void {
    this.#finish("closed", new ClientError("closed"), how);
  }

  /** Comes to rest: lets go of everything, and tells everybody who waits. */
  #finish(event: "ended" | "closed", cause: ClientError, how: "close" | "abort" = "close"): void {
    const disconnected = this.#disconnected;
    this.#disconnected = undefined;
    this.#cancelCycle();
    this.#link.clientId = undefined;
    const closed = new ClientError("closed", undefined, { cause });
    this.#dropTransport(closed, how);
    this.#outbox.close();
    this.#outbox.reject(closed);
    this.#events.sessionLost.tell();
    this.#events.cameToRest.tell(cause);
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
    if (this.#link.url === url && this.#link.transportName === factory.name) return;
    this.#dropTransport(new ClientError("session"), "close");
    this.#link.open(url, factory);
  }

  /** Requests on their way fail, but for those that may be sent again while the session lives. */
  #dropTransport(cause: ClientError, how: "close" | "abort"): void {
    const isAlive = this.clientId !== undefined && this.#state !== "disconnecting";
    const repeated: ClientRequest[] = [];
    for (const request of this.#link.drop(how)) {
      if (isAlive && request.isRepeatable) repeated.push(request);
      else request.reject(cause);
    }
    this.#outbox.repeat(repeated);
  }

  /** @returns false when there was nothing to be done with the message */
  #read(message: Message): boolean {
    const id = idOf(message);
    const kind = kindOf(message, id);
    // What does not match by id must not reach the extensions either: the ack extension would believe its number.
    const isAnswer = kind === "handshake" || kind === "connect";
    const { asked } = this.#link;
    if (kind === undefined || (isAnswer && (id !== asked?.id || message.channel !== asked?.channel))) return false;
    if (!this.#extensions.incoming(message)) return true;
    if (kind === "delivery") {
      this.stats.deliveries += 1;
      this.#connects.delivered();
      this.#events.deliveryReceived.tell(message);
      this.#events.delivered.tell(message);
      this.#opening.delivered();
      return true;
    }
    if (kind === "result") return this.#events.answer(id!, message);
    if (kind === "reply") return this.#replied(id!, message);
    // While a new session is made, a disconnect can only mean the old one.
    const { clientId } = this;
    const isForeign = clientId === undefined || (message.clientId ?? clientId) !== clientId;
    if (kind === "disconnect" && isForeign) return false;
    if (kind === "connect") this.#link.forget();
    if (!this.#stays(() => this.#events.metaReceived.tell(message))) return true;
    if (kind === "handshake") this.#opening.replied(message);
    else if (kind === "connect") this.#connectReplied(message);
    else this.#disconnectedByServer(message);
    return true;
  }

  #replied(id: string, message: Message): boolean {
    const request = this.#link.take(id);
    if (request === undefined) return false;
    if (message.channel.startsWith("/meta/")) this.#events.metaReceived.tell(message);
    if (message.successful === true) request.resolve(message);
    else request.reject(refusal(message));
    return true;
  }
}
