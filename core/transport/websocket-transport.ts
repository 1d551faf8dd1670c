import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import { type FrameSink, readPast } from "../frame-reader.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import { OriginGuard } from "./origin-guard.js";
import { contextOf } from "./request-context.js";
import type { SessionRelay } from "./session-relay.js";
import { DeflatedFrames, PlainFrames } from "./shared-frames.js";
import { StraySockets } from "./stray-sockets.js";
import { StreamConnection } from "./stream-connection.js";
import {
  offeredTypes,
  type TransportOptions,
  type TransportOptionsInput,
  transportOptions,
} from "./transport-options.js";
import { TrustedProxies } from "./trusted-proxies.js";
import { deflateOf, WebSocketWriter, type WriterSettings } from "./websocket-writer.js";

/** A peer that does not answer a close frame is cut off after this. */
const CLOSE_GRACE_MS = 2_000;

const FULL_WINDOW_BITS = 15;
/** IANA's WebSocket close codes: "Try Again Later". */
const TRY_AGAIN = 1013;

/**
 * Bayeux over WebSocket. Frames and limits only; what they mean is the dispatcher's.
 * @see spec/bayeux.md section 16
 */
export class WebSocketTransport {
  readonly name = "websocket";
  readonly #server: BayeuxServer;
  readonly #options: TransportOptions;
  readonly #offered: readonly string[];
  readonly #sockets: InstanceType<typeof WebSocketServer<typeof BayeuxSocket>>;
  readonly #guard: OriginGuard;
  readonly #proxies: TrustedProxies;
  readonly #plain: WriterSettings;
  readonly #deflated: WriterSettings;
  readonly #strays: StraySockets | undefined;

  /**
   * @param relay - asked about sessions that are not this server's
   * @throws ConfigError naming every option that is wrong
   */
  constructor(server: BayeuxServer, options: TransportOptionsInput = {}, relay?: SessionRelay) {
    this.#server = server;
    this.#strays = relay && new StraySockets(relay);
    this.#options = readOptions(transportOptions, options);
    this.#offered = offeredTypes(this.#options);
    this.#guard = new OriginGuard(this.#options);
    this.#proxies = new TrustedProxies(this.#options.trustedProxies);
    const { maxUnsentBytes, messagesPerFrame, perMessageDeflateThresholdBytes } = this.#options;
    this.#plain = {
      frames: new PlainFrames(),
      maxUnsentBytes,
      messagesPerFrame: messagesPerFrame === 0 ? Number.POSITIVE_INFINITY : messagesPerFrame,
      onError: (err) => server.logger.error({ err }, "reply cannot be printed"),
    };
    this.#deflated = { ...this.#plain, frames: new DeflatedFrames(perMessageDeflateThresholdBytes) };
    this.#sockets = new WebSocketServer({
      noServer: true,
      WebSocket: BayeuxSocket,
      clientTracking: true,
      // Without context take-over each frame stands for itself, so that we can share ours, and keep no state for it.
      perMessageDeflate: this.#options.perMessageDeflate && {
        serverNoContextTakeover: true,
        clientNoContextTakeover: true,
      },
      // `ws` would agree to the first sub-protocol offered, whatever it means; Bayeux has none (spec section 16.1).
      handleProtocols: () => false,
      maxPayload: server.options.maxMessageBytes,
    });
  }

  get connectionCount(): number {
    return this.#sockets.clients.size;
  }

  /** Takes over an HTTP upgrade request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!this.#guard.admitsReading(request)) return this.#refuse(request, socket);
    this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, request));
  }

  /** Closes every socket; those that do not answer in time are cut off. */
  close(): void {
    for (const ws of this.#sockets.clients) {
      ws.close(1001, "Going Away");
      this.#server.clock.schedule(CLOSE_GRACE_MS, () => ws.terminate());
    }
    this.#sockets.close();
  }

  #accept(ws: BayeuxSocket, socket: Duplex, request: IncomingMessage): void {
    const writer = new WebSocketWriter(ws, socket, this.#settingsFor(ws));
    const connection = new StreamConnection(this.#server, writer, {
      transport: this.name,
      offered: this.#offered,
      context: contextOf(request, this.#proxies),
      maxUnboundMs: this.#options.maxUnboundMs,
      requireHandshakePerConnection: this.#options.requireHandshakePerConnection,
    });
    ws.belongsTo(this, connection, writer);
    readPast(ws, ws, socket);
    socket.on("drain", () => connection.writable());
  }

  /** A text message has come. */
  received(ws: WebSocket, connection: StreamConnection, text: string): void {
    if (!this.#sendsAway(ws, connection, text)) connection.receive(text);
  }

  /** `ws` closes the socket itself after an error, with the code that fits. */
  failed(connection: StreamConnection, err: Error): void {
    this.#server.stats.malformed += 1;
    this.#server.logger.debug({ err }, "websocket error");
    connection.unreadable(err);
  }

  /** @returns whether the socket is, or was before, closed for what it says */
  #sendsAway(ws: WebSocket, connection: StreamConnection, text: string): boolean {
    if (this.#strays === undefined || connection.session !== undefined) return false;
    if (ws.readyState !== ws.OPEN) return true;
    if (!this.#strays.sendsAway(text)) return false;
    ws.close(TRY_AGAIN, "the session is at another node");
    return true;
  }

  /** A client may ask for a smaller window than ours: then it gets its messages uncompressed, which is always right. */
  #settingsFor(ws: WebSocket): WriterSettings {
    const deflate = deflateOf(ws);
    const isShared =
      deflate !== undefined && (deflate.params.server_max_window_bits ?? FULL_WINDOW_BITS) === FULL_WINDOW_BITS;
    return isShared ? this.#deflated : this.#plain;
  }

  #refuse(request: IncomingMessage, socket: Duplex): void {
    this.#server.stats.foreignPages += 1;
    this.#server.logger.debug({ origin: request.headers.origin }, "websocket of a foreign page refused");
    socket.on("error", () => {}); // it may be gone already
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", () => socket.destroy());
  }
}

/** Knows whose it is, so that all share their listeners: most sockets stay for hours, and do little. */
class BayeuxSocket extends WebSocket implements FrameSink {
  transport!: WebSocketTransport;
  connection!: StreamConnection;
  writer: WebSocketWriter | undefined;

  belongsTo(transport: WebSocketTransport, connection: StreamConnection, writer: WebSocketWriter): void {
    this.transport = transport;
    this.connection = connection;
    this.writer = writer;
    this.on("message", onMessage as (data: RawData, isBinary: boolean) => void);
    this.on("close", onClose as () => void);
    this.on("error", onError as (err: Error) => void);
  }

  textCame(text: string): void {
    this.transport.received(this, this.connection, text);
  }

  bytesCame(bytes: Buffer): void {
    this.connection.receiveEncoded(bytes);
  }

  /** The answer to a ping: the one thing that `ws` itself writes while frames may follow. */
  override pong(...parts: Parameters<WebSocket["pong"]>): void {
    this.writer?.streamIsUsed();
    super.pong(...parts);
  }

  /** Called by `ws` as well, for the close frame of a client, or what is wrong with its frames. Nothing may follow. */
  override close(...parts: Parameters<WebSocket["close"]>): void {
    this.writer?.end();
    super.close(...parts);
  }
}

function onMessage(this: BayeuxSocket, data: RawData, isBinary: boolean): void {
  if (isBinary) this.bytesCame(data as Buffer);
  else this.textCame((data as Buffer).toString());
}

function onClose(this: BayeuxSocket): void {
  this.connection.closed();
}

function onError(this: BayeuxSocket, err: Error): void {
  this.transport.failed(this.connection, err);
}
