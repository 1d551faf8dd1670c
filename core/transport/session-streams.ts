import type { IncomingMessage, ServerResponse } from "node:http";
import type { Timer } from "../clock.js";
import { BayeuxError } from "../message/bayeux-error.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import { logIdOf } from "../session/session-registry.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { contextOf } from "./request-context.js";
import type { ResponseWriterOptions } from "./response-writer.js";
import { SessionStream, type StreamKind } from "./session-stream.js";
import { clientIdOf, positionOf } from "./stream-request.js";
import { StreamStats, type StreamStatsByTransport } from "./stream-stats.js";
import type { TrustedProxies } from "./trusted-proxies.js";

/** How often the ages of streams are looked at, at most; shorter ages are looked at more often. */
const MAX_TICK_MS = 1_000;

export interface SessionStreamsOptions extends ResponseWriterOptions {
  readonly proxies: TrustedProxies;
  /** A stream on which nothing was written for this long gets something that means nothing. */
  readonly heartbeatMs: number;
  /** Of the sessions of one browser; less than 0: no limit. */
  readonly maxStreamsPerBrowser: number;
  /** Shortest age at which the streams of a kind are renewed. */
  readonly minAgeMs: number;
}

/** The streams of a server, whatever their kind: a session has one at most. One timer for all of them. */
export class SessionStreams {
  readonly #server: BayeuxServer;
  readonly #browsers: BrowserSessions;
  readonly #options: SessionStreamsOptions;
  readonly #streams = new Map<ServerSession, SessionStream>();
  readonly #byBrowser = new WeakMap<object, Set<SessionStream>>();
  /** The last positions, or earlier ones, of sessions that have or had a stream: they go on growing. */
  readonly #positions = new WeakMap<ServerSession, number>();
  readonly #stats = new Map<string, StreamStats>();
  readonly #tickMs: number;
  #heartbeatAtMs = 0;
  #timer: Timer | undefined;

  constructor(server: BayeuxServer, browsers: BrowserSessions, options: SessionStreamsOptions) {
    this.#server = server;
    this.#browsers = browsers;
    this.#options = options;
    this.#tickMs = Math.max(1, Math.min(MAX_TICK_MS, options.heartbeatMs, options.minAgeMs / 4));
  }

  /** Responses that are open, of one transport. */
  countOpen(transport: string): number {
    let open = 0;
    for (const stream of this.#streams.values()) if (stream.isOpen && stream.kind.transport === transport) open += 1;
    return open;
  }

  get stats(): StreamStatsByTransport {
    return this.#stats;
  }

  /** A transport tells that it is there. */
  register(transport: string): void {
    this.#stats.set(transport, new StreamStats());
  }

  /**
   * Opens the stream of the session that a GET names, or goes on with it.
   * @returns false when there is no such session for this browser, or the stream cannot go on where the reader says:
   *   nothing was answered then
   * @throws BayeuxError 429 when the browser has as many streams as it may
   */
  open(kind: StreamKind, request: IncomingMessage, response: ServerResponse, opening: string): boolean {
    const session = this.#browsers.find(this.#browsers.cookieOf(request), clientIdOf(request));
    if (session?.isHandshaken !== true) return false;
    const before = this.#streams.get(session);
    if (!this.#hasRoom(session)) throw new BayeuxError(429, [], "too_many_streams");
    const position = positionOf(request);
    const continues = before?.kind === kind && before.continuesFrom(position);
    const stream = continues ? before : this.#add(session, kind, request);
    const stats = this.#stats.get(kind.transport)!;
    const resumption = continues && position !== undefined ? stream.resumption(position) : "possible";
    if (resumption === "replaced") return false; // an EventSource that reconnects, though its client has another by now
    if (resumption === "gap") {
      // What is missing is not kept any more, and a gap must be told (DESIGN decision 7): the client starts anew.
      stats.gaps += 1;
      this.#server.logger.warn({ session: logIdOf(session.id), position }, "stream cannot be resumed: session ended");
      session.end("overflow", { reconnect: "handshake" });
      return false;
    }
    stats.opened += 1;
    if (continues && position !== undefined && position < stream.lastPosition) stats.replayed += 1;
    stream.open(response, opening, continues ? position : undefined, continues ? undefined : before);
    this.#start();
    return true;
  }

  /** The stream that a session's messages leave by, or may; undefined when it uses another transport, and is offered none. */
  of(session: ServerSession | undefined): SessionStream | undefined {
    const stream = session === undefined ? undefined : this.#streams.get(session);
    return stream !== undefined && (stream.isInUse || stream.isOffered) ? stream : undefined;
  }

  #leave(stream: SessionStream): void {
    this.#forget(stream);
    this.#positions.set(stream.session, stream.lastPosition);
    stream.close();
  }

  /** Ends them all. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const stream of [...this.#streams.values()]) this.#leave(stream);
  }

  /** Browsers open few connections to a host; streams must leave some for requests. */
  #hasRoom(session: ServerSession): boolean {
    const { maxStreamsPerBrowser } = this.#options;
    if (maxStreamsPerBrowser < 0) return true;
    let open = 0;
    for (const stream of this.#streamsBeside(session)) {
      if (stream.isOpen && stream.session !== session) open += 1;
    }
    return open < maxStreamsPerBrowser;
  }

  /** The streams of the session's browser, its own among them. */
  #streamsBeside(session: ServerSession): Set<SessionStream> {
    const browser = this.#browsers.browserOf(session) ?? session;
    const streams = this.#byBrowser.get(browser) ?? new Set();
    this.#byBrowser.set(browser, streams);
    return streams;
  }

  #add(session: ServerSession, kind: StreamKind, request: IncomingMessage): SessionStream {
    const before = this.#streams.get(session);
    // One further, so that a reader who has all of the stream before is still known as its reader.
    const last = before?.lastPosition ?? this.#positions.get(session);
    const start = last === undefined ? 0 : last + 1;
    const stream = new SessionStream(
      this.#server,
      session,
      kind,
      contextOf(request, this.#options.proxies),
      this.#options,
      start,
    );
    if (!this.#positions.has(session)) session.onRemoved(() => this.#ended(session));
    this.#positions.set(session, start);
    if (before !== undefined) this.#forget(before);
    this.#streams.set(session, stream);
    this.#streamsBeside(session).add(stream);
    return stream;
  }

  #forget(stream: SessionStream): void {
    this.#streams.delete(stream.session);
    this.#streamsBeside(stream.session).delete(stream);
  }

  /** The one in use hears of it as the session's outlet, and has replies to write first. */
  #ended(session: ServerSession): void {
    const stream = this.#streams.get(session);
    if (stream === undefined) return;
    this.#forget(stream);
    if (!stream.isInUse) stream.close();
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
      if (!stream.isInUse && !stream.isOffered)
        this.#leave(stream); // the session went on by another transport
      else if (stream.tick(nowMs, isHeartbeat)) this.#stats.get(stream.kind.transport)!.renewed += 1;
    }
    if (this.#streams.size > 0) this.#start();
  }
}
