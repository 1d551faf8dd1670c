import type { Awaitable } from "../awaitable.js";
import { BayeuxError } from "../message/bayeux-error.js";
import { type CodecLimits, decode } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { Connection } from "../server/exchange.js";
import type { Sweepable } from "../server/sweeper.js";
import type { Flushable } from "../session/flusher.js";
import type { SessionEncoding } from "../session/message-queue.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";
import { logIdOf } from "../session/session-registry.js";
import { takeWithHandshake } from "./handshake-delivery.js";

/** The bytes' side of a connection that both ends may write to at any time. */
export interface StreamWriter {
  /** True where the bytes end with the session; otherwise another session may follow. */
  readonly isOneSession?: boolean;
  /** False while the peer does not take what was written; `StreamConnection.writable` is called when it does again. */
  readonly canWrite: boolean;
  /** Reads what writing will read, and changes nothing (`Flushable.look`). Missing where there is little. */
  look?(): number;
  /** What is written until `uncork` leaves together. */
  cork(): void;
  uncork(): void;
  /** Longest frame taken from the peer from now on. */
  limit(maxMessageBytes: number): void;
  /** Writes deliveries, which other connections may share. */
  deliver(publications: readonly Publication[]): void;
  /** Writes messages of this connection alone, in one frame. */
  reply(messages: readonly Message[]): void;
  /** Writes what the encoding of the session makes; missing where only text can be written. */
  writeEncoded?(encoding: SessionEncoding, publications: readonly Publication[], replies: readonly Message[]): void;
  /** Stops reading until `resume`: the peer asks faster than it is answered. */
  pause(): void;
  resume(): void;
  /** Closes after what was written. @param code - a WebSocket close code */
  close(code: number, reason: string): void;
}

/** Requests of one connection that may be unanswered at a time, before reading stops. */
const MAX_PENDING_REQUESTS = 64;

const NORMAL = 1000;
const GOING_AWAY = 1001;
const TOO_LARGE = 1009;
const POLICY = 1008;
const INTERNAL = 1011;
/** A close frame has room for no more (RFC 6455 section 5.5); our reasons are ASCII. */
const MAX_REASON_BYTES = 120;

/**
 * What every two-way transport does: finds the session of a frame, keeps the order of requests, and writes at the end of
 * the turn what replies and deliveries there are.
 * @see spec/bayeux.md section 16
 */
export class StreamConnection implements Connection, Flushable, Sweepable {
  // First what each delivery looks at: it is all in the same piece of memory then (core/README.md, "Decisions").
  flushPending = false;
  #closed = false;
  readonly #writer: StreamWriter;
  session: ServerSession | undefined;
  /** Made when there is one, as {@link #waiting}: most connections stay for hours, and do little. */
  #replies: Message[] | undefined;
  /** Why it is closed as soon as its client has been told. */
  #turnedAway: string | undefined;

  readonly transport: string;
  readonly pushes = true;
  readonly offered: readonly string[];
  readonly context: RequestContext;
  pending = 0;
  sweepSlot = 0;
  deadlineMs: number;
  readonly #maxUnboundMs: number;
  readonly #takesSessions: boolean;
  readonly #server: BayeuxServer;
  /** Requests that wait for an earlier one. */
  #waiting: Message[][] | undefined;
  #busy = false;
  #paused = false;
  #refused = false;
  /** Of the last session here that had one: what its peer still sends is read by it, also when the session has ended. */
  #encoding: SessionEncoding | undefined;

  /**
   * @param parts.maxUnboundMs - it is closed after this time without a session; not watched unless given
   * @param parts.requireHandshakePerConnection - sessions of other connections cannot go on here
   */
  constructor(
    server: BayeuxServer,
    writer: StreamWriter,
    parts: {
      readonly transport: string;
      readonly offered: readonly string[];
      readonly context: RequestContext;
      readonly maxUnboundMs?: number;
      readonly requireHandshakePerConnection?: boolean;
    },
  ) {
    this.#server = server;
    this.#writer = writer;
    this.transport = parts.transport;
    this.offered = parts.offered;
    this.context = parts.context;
    this.#maxUnboundMs = parts.maxUnboundMs ?? Number.POSITIVE_INFINITY;
    this.#takesSessions = parts.requireHandshakePerConnection !== true;
    this.deadlineMs = server.clock.now() + this.#maxUnboundMs;
    server.watch(this);
  }

  /** One frame from the peer. Never throws: a frame that is not Bayeux closes the connection. */
  receive(text: string): void {
    if (this.#closed || this.#refused) return;
    try {
      this.#received(decode(text, this.#limits()));
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** One binary frame. Bayeux has none: only a session with an encoding of its own does. Never throws. */
  receiveEncoded(payload: Uint8Array): void {
    const encoding = this.session?.queue.encoding ?? this.#encoding;
    if (encoding === undefined || this.#closed || this.#refused) return;
    try {
      this.#received(encoding.decode(payload, this.#limits()));
    } catch (error) {
      this.#refuse(error);
    }
  }

  #received(messages: Message[]): void {
    // Old Faye clients send `[]` to keep the socket alive (spec section 16.2).
    if (messages.length === 0) return;
    if (!this.#busy) this.#dispatch(messages);
    else if (this.#waiting === undefined) this.#waiting = [messages];
    else this.#waiting.push(messages);
    this.#regulate();
  }

  get carriesEncodings(): boolean {
    return this.#writer.writeEncoded !== undefined;
  }

  /** Replies that the peer has not taken yet. */
  get backlog(): number {
    return this.#replies?.length ?? 0;
  }

  /** Takes them, for somebody who can write. */
  takeBacklog(): Message[] {
    const replies = this.#replies ?? [];
    this.#replies = undefined;
    return replies;
  }

  /** The peer takes bytes again. */
  writable(): void {
    this.#server.flusher.add(this);
    this.#regulate();
  }

  /**
   * Looked at once in a while: who shakes no hands, or whose session has ended or goes on elsewhere, need not keep a
   * socket. One that has a session is looked at again later, so after its session it may stay for up to twice that time.
   */
  due(nowMs: number): void {
    if (this.#closed || this.#refused) return;
    // A session that went on over another socket leaves this one behind, half open perhaps: nobody else would notice.
    const isUsed = this.session?.isHandshaken === true && this.session.outlet === this;
    if (!isUsed && !this.#busy) return this.#writer.close(NORMAL, "No Session");
    this.deadlineMs = nowMs + this.#maxUnboundMs;
    this.#server.watch(this);
  }

  /** A frame is none of Bayeux, or longer than may be, so that the transport did not even read it. */
  unreadable(error: Error): void {
    const { session } = this;
    if (session !== undefined) session.hooks?.tell((listener) => listener.refused?.(session, error));
  }

  /** The connection is gone, whoever closed it. */
  closed(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting = undefined;
    this.#replies = undefined;
    this.session?.unbind(this);
  }

  // --- Connection ------------------------------------------------------------------------------------------------

  wake(): void {
    this.#server.flusher.add(this);
  }

  /** In the middle of a publication, whose other channels must still find what was offered. */
  drain(): void {
    const session = this.session;
    const offered = session?.lastOffered;
    this.flush();
    if (session !== undefined) session.lastOffered = offered;
  }

  answer(replies: readonly Message[]): void {
    if (this.#closed) return;
    if (this.#replies !== undefined) for (const reply of replies) this.#replies.push(reply);
    else if (replies.length > 0) this.#replies = replies.slice();
    if (this.session?.maxMessageBytes !== undefined) this.#writer.limit(this.session.maxMessageBytes);
    this.#server.flusher.add(this);
  }

  /** Over a socket the older connect is forgotten: its client matches replies by id (spec section 6.5). */
  superseded(): void {}

  sessionEnded(reason: string): void {
    this.flush();
    // The reason stands in what is left: a held connect's reply. It is short, so a peer that is slow gets it as well.
    if (this.backlog > 0 && !this.#closed) this.#writer.reply(this.takeBacklog());
    if (this.#writer.isOneSession && reason === "disconnected") this.#writer.close(NORMAL, "Disconnect");
    else if (reason === "closed") this.#writer.close(GOING_AWAY, "Going Away");
    else if (reason !== "disconnected") this.#writer.close(NORMAL, "Destroy");
  }

  /** What comes from now on is not looked at any more. */
  turnAway(reason: string): void {
    this.#refused = true;
    this.#waiting = undefined;
    this.#turnedAway = reason;
    this.#server.flusher.add(this);
  }

  look(): number {
    return (this.#writer.look?.() ?? 0) + (this.session?.queue.hasPending === true ? 1 : 0);
  }

  flush(): void {
    if (this.#closed) return;
    if (this.#writer.canWrite) this.#flush();
    if (this.#turnedAway !== undefined) this.#writer.close(POLICY, this.#turnedAway.slice(0, MAX_REASON_BYTES));
  }

  /** Handshake reply, deliveries, other replies: in this order (spec section 13.2). */
  #flush(): void {
    const replies = this.#replies ?? NO_REPLIES;
    this.#replies = undefined;
    const session = this.session;
    const takes = session?.queue.hasPending === true && session.outlet === this;
    if (session?.queue.encoding !== undefined && this.carriesEncodings) {
      return this.#flushEncoded(session, session.queue.encoding, replies, takes);
    }
    if (replies.length === 0) {
      if (takes) this.#deliver(session.take(undefined));
      return;
    }
    if (replies.some(isHandshake)) return this.#flushHandshakes(replies, takes ? session : undefined);
    const publications = takes ? session.take(replies.find(isConnect)) : NONE;
    // Most often there is one thing to write, which needs no cork.
    if (publications.length === 0) this.#writer.reply(replies);
    else this.#flushBoth(publications, replies);
  }

  #flushBoth(publications: readonly Publication[], replies: readonly Message[]): void {
    this.#together(() => {
      this.#writer.deliver(publications);
      this.#writer.reply(replies);
    });
  }

  /** @param session - that may be written to */
  #flushHandshakes(replies: readonly Message[], session: ServerSession | undefined): void {
    this.#together(() => {
      const handshakes = replies.filter(isHandshake);
      const opening = session === undefined ? NONE : takeWithHandshake(handshakes.at(-1)!, session);
      this.#writer.reply(handshakes);
      this.#deliver(opening);
      if (session !== undefined) this.#deliver(session.take(replies.find(isConnect)));
      const others = replies.filter((reply) => !isHandshake(reply));
      if (others.length > 0) this.#writer.reply(others);
    });
  }

  #together(write: () => void): void {
    this.#writer.cork();
    try {
      write();
    } finally {
      this.#writer.uncork();
    }
  }

  /** The reply to a handshake is text always: whoever reads it is to learn by it that the rest is not. */
  #flushEncoded(session: ServerSession, encoding: SessionEncoding, replies: readonly Message[], takes: boolean): void {
    this.#encoding = encoding;
    let others = replies;
    if (replies.some(isHandshake)) {
      this.#writer.reply(replies.filter(isHandshake));
      others = replies.filter((reply) => !isHandshake(reply));
    }
    const publications = takes ? session.take(others.find(isConnect)) : NONE;
    // Apart, since deliveries may fill a frame up to what the peer takes.
    const areBoth = publications.length > 0 && others.length > 0;
    if (areBoth) this.#writer.cork();
    const isEmpty = takes && publications.length === 0 && others.length === 0; // the queue wants a frame all the same
    if (publications.length > 0 || isEmpty) this.#writer.writeEncoded!(encoding, publications, []);
    if (others.length > 0) this.#writer.writeEncoded!(encoding, [], others);
    if (areBoth) this.#writer.uncork();
    if (publications.length > 0 && session.queue.hasPending) this.#server.flusher.add(this); // more than one frame has room for
  }

  #deliver(publications: readonly Publication[]): void {
    if (publications.length > 0) this.#writer.deliver(publications);
  }

  // --- Requests --------------------------------------------------------------------------------------------------

  #dispatch(messages: Message[]): void {
    this.#findSession(messages[0]!);
    let handled: Awaitable<void>;
    try {
      handled = this.#server.dispatcher.dispatch(messages, this);
    } catch (error) {
      this.#refuse(error);
      return;
    }
    if (!(handled instanceof Promise)) return;
    this.#busy = true;
    void handled
      .catch((error: unknown) => this.#refuse(error))
      .then(() => {
        this.#busy = false;
        this.#goOn();
      });
  }

  /** The requests that waited, until one of them takes its time as well. */
  #goOn(): void {
    for (
      let next = this.#waiting?.shift();
      next !== undefined;
      next = this.#busy ? undefined : this.#waiting?.shift()
    ) {
      this.#dispatch(next);
    }
    this.#regulate();
  }

  /**
   * A frame on a socket without a live session names it by clientId, and no cookie is asked for: a session made over
   * HTTP goes on here (spec section 16.3). The session's messages follow it at once.
   */
  #findSession(first: Message): void {
    if (this.session?.isHandshaken !== true && this.#takesSessions) {
      this.session = typeof first.clientId === "string" ? this.#server.getSession(first.clientId) : undefined;
      if (this.session?.isLocal) this.session = undefined;
    }
    if (this.session !== undefined && this.session.id === first.clientId) this.session.bind(this);
  }

  /** What the session may send is known once it is: a peer of the cluster sends more than a client. */
  #limits(): CodecLimits {
    const { maxBatchMessages, maxJsonDepth, maxMessageBytes } = this.#server.options;
    const bytes = this.session?.maxMessageBytes;
    if (bytes === undefined) return { maxMessageChars: maxMessageBytes, maxBatchMessages, maxJsonDepth };
    return { maxMessageChars: bytes, maxBatchMessages: Number.POSITIVE_INFINITY, maxJsonDepth };
  }

  settled(): void {
    this.#regulate();
  }

  /** Reads on only while the peer leaves us room to answer. */
  #regulate(): void {
    const crowded =
      (this.#waiting !== undefined && this.#waiting.length > 0) ||
      this.pending >= MAX_PENDING_REQUESTS ||
      (this.backlog > MAX_PENDING_REQUESTS && !this.#writer.canWrite);
    if (crowded === this.#paused || this.#closed) return;
    this.#paused = crowded;
    if (crowded) this.#writer.pause();
    else this.#writer.resume();
  }

  /** What comes behind a frame that is not Bayeux is not looked at any more. */
  #refuse(error: unknown): void {
    this.#refused = true;
    this.#waiting = undefined;
    this.#server.stats.malformed += 1;
    const { logger } = this.#server;
    if (error instanceof BayeuxError) {
      logger.debug({ err: error, session: logIdOf(this.session?.id) }, "malformed frame");
      this.unreadable(error);
      this.#writer.close(error.code === 413 ? TOO_LARGE : INTERNAL, error.message.slice(0, MAX_REASON_BYTES));
    } else {
      logger.error({ err: error }, "frame handling failed");
      this.#writer.close(INTERNAL, "500::internal_error");
    }
  }
}

const NONE: readonly Publication[] = [];
const NO_REPLIES: readonly Message[] = [];

function isHandshake(message: Message): boolean {
  return message.channel === "/meta/handshake";
}

function isConnect(message: Message): boolean {
  return message.channel === "/meta/connect";
}
