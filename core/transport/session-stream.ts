import type { ServerResponse } from "node:http";
import { type Awaitable, andThen } from "../awaitable.js";
import { BayeuxError } from "../message/bayeux-error.js";
import type { Message } from "../message/message.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";
import { ResponseWriter, type ResponseWriterOptions } from "./response-writer.js";
import { StreamConnection } from "./stream-connection.js";
import type { StreamFormat } from "./stream-format.js";
import type { Resumption } from "./stream-history.js";

/** Replies to connects that may wait for a reader who does not read; a well-behaved client has one. */
const MAX_BACKLOG = 16;

/** What distinguishes the streams of one transport from another's. */
export interface StreamKind {
  /** The transport's agreed name. */
  readonly transport: string;
  readonly format: StreamFormat;
  /** Age at which a response ends and the client asks for the next. */
  readonly maxAgeMs: number;
}

/**
 * The stream of one session: deliveries and the replies to connects go down, by one long response after the other. When
 * a response ends or breaks, everything waits for the next one, a held connect too, until the session expires.
 */
export class SessionStream {
  readonly session: ServerSession;
  readonly kind: StreamKind;
  readonly #server: BayeuxServer;
  readonly #connection: StreamConnection;
  readonly #writer: ResponseWriter;
  #openedAtMs = 0;
  /** The last response ended because of its age, in good form. */
  #isRenewed = false;
  /** A connect came while there was no response, so its sender waits for the next one. */
  #hasWaitingConnect = false;
  /** The session's messages left, or leave, here. */
  #wasTaken = false;
  /** Its client has been asked, by the answer to a connect, where it wants to read. */
  #wasAsked = false;

  constructor(
    server: BayeuxServer,
    session: ServerSession,
    kind: StreamKind,
    context: RequestContext,
    options: ResponseWriterOptions,
    startPosition: number,
  ) {
    this.session = session;
    this.kind = kind;
    this.#server = server;
    this.#writer = new ResponseWriter(server.clock, kind.format, options, startPosition, (err) =>
      server.logger.error({ err }, "reply cannot be printed"),
    );
    // It does no handshakes, so it offers nothing.
    this.#connection = new StreamConnection(server, this.#writer, { transport: kind.transport, offered: [], context });
    this.#connection.session = session;
  }

  /** A response is there to write to. */
  get isOpen(): boolean {
    return this.#writer.response !== undefined;
  }

  /** The session's messages leave here, now or when there is a response again. */
  get isInUse(): boolean {
    return this.session.outlet === this.#connection;
  }

  /** It is there for the session to use: its client has yet to say, by a connect, that it reads here. */
  get isOffered(): boolean {
    return this.isOpen && !this.#wasTaken;
  }

  /**
   * Whether a new response goes on where the last one ended: it was to be renewed, a connect came since, or the reader
   * says what it has. Otherwise its client starts anew, and has forgotten the connect it sent before, as after a lost socket.
   */
  continuesFrom(position: number | undefined): boolean {
    return this.isInUse && (this.#isRenewed || this.#hasWaitingConnect || position !== undefined);
  }

  /** Whether a reader can go on that has everything up to `position`. */
  resumption(position: number): Resumption {
    return this.#writer.resumption(position);
  }

  /** Where the session's next stream begins. */
  get lastPosition(): number {
    return this.#writer.lastPosition;
  }

  /**
   * The session's messages leave by this response from now on, if its client waits for them here. Otherwise it is asked:
   * a connect that another transport holds is answered there, and the next one says where it wants to read. What was
   * written there has arrived by then, so that nothing overtakes it.
   * @param before - the session's stream until now, if it is another: it ends, and its connect is answered here, since
   *   nobody knows whether its client still reads there
   * @param opening - written first
   * @param position - of the last payload that the reader has
   */
  open(
    response: ServerResponse,
    opening: string,
    position: number | undefined,
    before: SessionStream | undefined,
  ): void {
    const isWanted = before?.isInUse === true || this.#isWanted();
    if (before !== undefined) before.#revive();
    this.#writer.attach(response, opening, position);
    this.#openedAtMs = this.#server.clock.now();
    this.#isRenewed = false;
    this.#hasWaitingConnect = false;
    response.on("drain", () => this.#connection.writable());
    response.on("close", () => this.#lost(response));
    response.on("error", () => {}); // a close follows
    if (isWanted) this.#take(before);
    else {
      before?.close();
      this.#wasAsked = false;
      this.ask();
    }
  }

  /** Answers the connect that another transport holds, once while this is offered: it may have left before its sender could read here. */
  ask(): void {
    if (this.#wasAsked || this.session.lifetime.held === undefined) return;
    this.#wasAsked = true;
    this.session.lifetime.release();
  }

  /**
   * It is in use, or its client has sent no connect yet, or one that is held and says so. A connect that was answered may be
   * followed by any.
   */
  #isWanted(): boolean {
    if (this.isInUse || !this.session.isConnected) return true;
    const { held } = this.session.lifetime;
    return held !== undefined && isForStream(held.request, this.session);
  }

  #take(before: SessionStream | undefined): void {
    this.#wasTaken = true;
    this.session.bind(this.#connection);
    const { holder } = this.session;
    if (holder !== undefined && holder !== this.#connection) this.session.lifetime.release();
    if (before !== undefined) this.#succeed(before);
    this.session.resume(this.#connection);
    this.#connection.wake(); // replies may have waited
  }

  /** The connect that came since its response was lost is to be answered, if by another stream. */
  #revive(): void {
    if (this.#hasWaitingConnect) this.session.resume(this.#connection);
  }

  /** Without deliveries: if the connect is an old one, its client has forgotten it, and would not acknowledge them. */
  #succeed(before: SessionStream): void {
    const replies = before.#connection.takeBacklog();
    if (replies.length > 0) this.#writer.reply(replies);
    before.close();
  }

  /**
   * Connects that came by POST: their replies go down the stream, and all else as well from now on.
   * @throws BayeuxError 429 when the replies to too many others wait already
   */
  connect(messages: readonly Message[]): Awaitable<void> {
    if (this.#connection.backlog + messages.length > MAX_BACKLOG) throw new BayeuxError(429, [], "too_many_connects");
    if (this.isOffered) this.#take(undefined);
    if (this.isOpen) this.#writer.confirmReply();
    return andThen(this.#server.dispatcher.dispatch(messages, this.#connection), () => {
      if (this.isOpen) return;
      this.#hasWaitingConnect = true;
      this.session.lifetime.park(this.#connection);
    });
  }

  /**
   * Called once in a while.
   * @param isHeartbeat - it is time to write something where nothing was written
   * @returns whether its response ended, for the next one to go on
   */
  tick(nowMs: number, isHeartbeat: boolean): boolean {
    if (!this.isOpen) return false;
    // A reader that is behind is renewed when it has caught up, or its end might be cut off.
    const isOld = nowMs - this.#openedAtMs >= this.kind.maxAgeMs && this.#writer.isDrained;
    if (isOld) this.#renew();
    else if (isHeartbeat) this.#writer.heartbeat();
    return isOld;
  }

  /** The session has gone to another transport, or ended without this one: what was written is the last of it. */
  close(): void {
    this.#connection.closed();
    this.#writer.close();
  }

  /** What the old response carries arrives before its end, and what comes now waits for the new one: nothing is lost. */
  #renew(): void {
    this.#connection.flush();
    this.#writer.finish(this.kind.format.form.renewal);
    this.#isRenewed = true;
    this.session.lifetime.park(this.#connection);
  }

  #lost(response: ServerResponse): void {
    if (this.#writer.response !== response) return;
    this.#writer.detach();
    this.session.lifetime.park(this.#connection);
  }
}

/** Types of connects whose sender wants the answer in the response to its request. */
const NOT_STREAMED: ReadonlySet<unknown> = new Set(["long-polling", "callback-polling", "websocket"]);

/** Whether a connect that came by request is to be answered on the stream of its session; any other leaves the stream. */
export function isForStream(message: Message, session: ServerSession): boolean {
  const { channel, clientId, connectionType } = message;
  return channel === "/meta/connect" && clientId === session.id && !NOT_STREAMED.has(connectionType);
}
