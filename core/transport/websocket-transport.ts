import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import { frameOf, frameOfAll, frameOfText } from "./frame.js";
import { contextOf } from "./request-context.js";
import { StreamConnection, type StreamWriter } from "./stream-connection.js";
import {
  offeredTypes,
  type TransportOptions,
  type TransportOptionsInput,
  transportOptions,
} from "./transport-options.js";

/** A peer that does not answer a close frame is cut off after this. */
const CLOSE_GRACE_MS = 2_000;

/**
 * Bayeux over WebSocket. Frames and limits only; what they mean is the dispatcher's.
 * @see spec/bayeux.md section 16
 */
export class WebSocketTransport {
  readonly name = "websocket";
  readonly #server: BayeuxServer;
  readonly #options: TransportOptions;
  readonly #offered: readonly string[];
  readonly #sockets: WebSocketServer;
  readonly #batches = new BatchFrames();

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, options: TransportOptionsInput = {}) {
    this.#server = server;
    this.#options = readOptions(transportOptions, options);
    this.#offered = offeredTypes(this.#options);
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      perMessageDeflate: false,
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

  #accept(ws: WebSocket, socket: Duplex, request: IncomingMessage): void {
    const writer = new SocketWriter(ws, socket, this.#options.maxUnsentBytes, this.#batches, (err) =>
      this.#server.logger.error({ err }, "reply cannot be printed"),
    );
    const connection = new StreamConnection(this.#server, writer, {
      transport: this.name,
      offered: this.#offered,
      context: contextOf(request),
    });
    ws.on("message", (data, isBinary) => {
      if (!isBinary) connection.receive(String(data)); // binary frames are not Bayeux's
    });
    ws.on("close", () => connection.closed());
    // ws closes the socket itself after an error, with the code that fits.
    ws.on("error", (err) => {
      this.#server.stats.malformed += 1;
      this.#server.logger.debug({ err }, "websocket error");
    });
    socket.on("drain", () => connection.writable());
  }
}

/**
 * Writes prepared frames straight to the socket: `ws` would make a new header for each receiver. Legal as long as no
 * compression was negotiated, which makes it stateless, and nobody sends fragments.
 */
class SocketWriter implements StreamWriter {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #maxUnsentBytes: number;
  readonly #batches: BatchFrames;
  readonly #onError: (error: unknown) => void;

  constructor(
    ws: WebSocket,
    socket: Duplex,
    maxUnsentBytes: number,
    batches: BatchFrames,
    onError: (error: unknown) => void,
  ) {
    this.#ws = ws;
    this.#socket = socket;
    this.#maxUnsentBytes = maxUnsentBytes;
    this.#batches = batches;
    this.#onError = onError;
  }

  get canWrite(): boolean {
    return this.#socket.writableLength < this.#maxUnsentBytes;
  }

  deliver(publications: readonly Publication[]): void {
    this.#write(publications.length === 1 ? frameOf(publications[0]!) : this.#batches.frameOf(publications));
  }

  reply(messages: readonly Message[]): void {
    this.#write(frameOfText(encodeReplies(messages, this.#onError)));
  }

  #write(frame: Uint8Array): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    this.#socket.write(frame);
  }

  cork(): void {
    this.#socket.cork();
  }

  uncork(): void {
    this.#socket.uncork();
  }

  /** `ws` sets the limit at the upgrade, before anybody can know whether this is a peer; a test holds this in place. */
  limit(maxMessageBytes: number): void {
    const receiver = (this.#ws as unknown as { _receiver: { _maxPayload: number } })._receiver;
    if (receiver._maxPayload !== maxMessageBytes) receiver._maxPayload = maxMessageBytes;
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }
}

/** Subscribers of the same channels have the same messages at the end of a turn: the frame of the last batch serves them all. */
class BatchFrames {
  #publications: readonly Publication[] = [];
  #frame: Uint8Array = new Uint8Array();

  frameOf(publications: readonly Publication[]): Uint8Array {
    if (!sameItems(publications, this.#publications)) {
      this.#publications = publications;
      this.#frame = frameOfAll(publications);
    }
    return this.#frame;
  }
}

function sameItems<T>(left: readonly T[], right: readonly T[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}
