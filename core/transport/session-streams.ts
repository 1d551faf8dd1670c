import type { IncomingMessage, ServerResponse } from "node:http";
import type { Timer } from "../clock.js";
import type { Message } from "../message/message.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { contextOf } from "./request-context.js";
import type { ResponseWriterOptions } from "./response-writer.js";
import { SessionStream, type StreamKind } from "./session-stream.js";
import { clientIdOf, positionOf } from "./stream-request.js";

/** How often the ages of streams are looked at, at most; shorter ages are looked at more often. */
const MAX_TICK_MS = 1_000;

export interface SessionStreamsOptions extends ResponseWriterOptions {
  /** A stream on which nothing was written for this long gets something that means nothing. */
  readonly heartbeatMs: number;
  /** Shortest age at which the streams of a kind are renewed. */
  readonly minAgeMs: number;
}

/** The streams of a server, whatever their kind: a session has one at most. One timer for all of them. */
export class SessionStreams {
  readonly #server: BayeuxServer;
  readonly #browsers: BrowserSessions;
  readonly #options: SessionStreamsOptions;
  readonly #streams = new Map<ServerSession, SessionStream>();
  /** Where the streams began of sessions that have one or had one: their positions go on growing. */
  readonly #positions = new WeakMap<ServerSession, number>();
  readonly #tickMs: number;
  #heartbeatAtMs = 0;
  #timer: Timer | undefined;

  constructor(server: BayeuxServer, browsers: BrowserSessions, options: SessionStreamsOptions) {
    this.#server = server;
    this.#browsers = browsers;
    this.#options = options;
    this.#tickMs = Math.max(1, Math.min(MAX_TICK_MS, options.heartbeatMs, options.minAgeMs / 4));
  }

  /** Responses that are open. */
  get size(): number {
    let open = 0;
    for (const stream of this.#streams.values()) if (stream.isOpen) open += 1;
    return open;
  }

  /**
   * Opens the stream of the session that a GET names, or goes on with it.
   * @returns false when there is no such session for this browser, or the stream cannot go on where the reader says:
   *   nothing was answered then
   */
  open(kind: StreamKind, request: IncomingMessage, response: ServerResponse, opening: string): boolean {
    const session = this.#browsers.find(request, clientIdOf(request));
    if (session?.isHandshaken !== true) return false;
    const before = this.#streams.get(session);
    const position = positionOf(request);
    const continues = before?.kind === kind && before.continuesFrom(position);
    const stream = continues ? before : this.#add(session, kind, request);
    const resumption = continues && position !== undefined ? stream.resumption(position) : "possible";
    if (resumption === "replaced") return false; // an EventSource that reconnects, though its client has another by now
    if (resumption === "gap") {
      // What is missing is not kept any more, and a gap must be told (DESIGN decision 7): the client starts anew.
      this.#server.logger.warn({ session: session.id, position }, "stream cannot be resumed: session ended");
      session.end("overflow", { reconnect: "handshake" });
      return false;
    }
    stream.open(response, opening, continues ? position : undefined);
    if (!continues) before?.close();
    this.#start();
    return true;
  }

  /** The stream that a session's messages leave by; undefined when it uses another transport. */
  of(session: ServerSession | undefined): SessionStream | undefined {
    const stream = session === undefined ? undefined : this.#streams.get(session);
    return stream?.isInUse ? stream : undefined;
  }

  /** The session asks for its messages in the responses to its requests again. */
  leave(stream: SessionStream): void {
    this.#streams.delete(stream.session);
    this.#positions.set(stream.session, stream.lastPosition);
    stream.close();
  }

  /** Ends them all. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const stream of [...this.#streams.values()]) this.leave(stream);
  }

  #add(session: ServerSession, kind: StreamKind, request: IncomingMessage): SessionStream {
    const before = this.#streams.get(session);
    const start = before?.lastPosition ?? this.#positions.get(session) ?? 0;
    const stream = new SessionStream(this.#server, session, kind, contextOf(request), this.#options, start);
    if (!this.#positions.has(session)) session.onRemoved(() => this.#ended(session));
    this.#positions.set(session, start);
    this.#streams.set(session, stream);
    return stream;
  }

  /** The one in use hears of it as the session's outlet, and has replies to write first. */
  #ended(session: ServerSession): void {
    const stream = this.#streams.get(session);
    this.#streams.delete(session);
    if (stream?.isInUse === false) stream.close();
  }

  #start(): void {
    this.#timer ??= this.#server.clock.schedule(this.#tickMs, () => this.#tick());
  }

  #tick(): void {
    this.#timer = undefined;
    const nowMs = this.#server.clock.now();
    const isHeartbeat = nowMs >= this.#heartbeatAtMs;
    if (isHeartbeat) this.#heartbeatAtMs = nowMs + this.#options.heartbeatMs;
    for (const stream of this.#streams.values()) {
      if (stream.isInUse) stream.tick(nowMs, isHeartbeat);
      else this.leave(stream); // the session went on over a socket
    }
    if (this.#streams.size > 0) this.#start();
  }
}

/** Types of connects whose sender wants the answer in the response to its request. */
const NOT_STREAMED: ReadonlySet<unknown> = new Set(["long-polling", "callback-polling", "websocket"]);

/** Whether a connect that came by request is to be answered on the stream of its session. */
export function isForStream(message: Message, session: ServerSession): boolean {
  return isConnectOf(message, session) && !NOT_STREAMED.has(message.connectionType);
}

/** Whether it asks for the answer in the response to its request, so that the stream is left. */
export function leavesStream(message: Message, session: ServerSession): boolean {
  return isConnectOf(message, session) && NOT_STREAMED.has(message.connectionType);
}

function isConnectOf(message: Message, session: ServerSession): boolean {
  return message.channel === "/meta/connect" && message.clientId === session.id;
}
