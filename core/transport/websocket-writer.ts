import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { SessionEncoding } from "../session/message-queue.js";
import { beginBinaryFrame, HEADER_ROOM } from "./frame.js";
import type { SharedFrames } from "./shared-frames.js";
import { SocketOutput } from "./socket-output.js";
import type { StreamWriter } from "./stream-connection.js";

/** What sockets of one kind have in common. */
export interface WriterSettings {
  readonly frames: SharedFrames;
  /** A peer that leaves so much unread gets nothing more until it reads. */
  readonly maxUnsentBytes: number;
  /** Infinity for any number. */
  readonly messagesPerFrame: number;
  /** Told of replies that cannot be printed. */
  readonly onError: (error: unknown) => void;
}

/**
 * Writes prepared frames straight to the socket: `ws` would make a new header, and compress anew, for each receiver. Legal
 * as long as no frame depends on another, and nobody sends fragments. It is the output itself, not its user: what is
 * visited for each delivery is one object.
 */
export class WebSocketWriter extends SocketOutput implements StreamWriter {
  readonly #settings: WriterSettings;
  readonly #ws: WebSocket;

  constructor(ws: WebSocket, socket: Duplex, settings: WriterSettings) {
    super(socket);
    this.#ws = ws;
    this.#settings = settings;
  }

  get canWrite(): boolean {
    return this.unsentBytes < this.#settings.maxUnsentBytes;
  }

  deliver(publications: readonly Publication[]): void {
    const { frames, messagesPerFrame } = this.#settings;
    if (publications.length <= messagesPerFrame) this.write(frames.ofDeliveries(publications));
    else this.#deliverInParts(publications, frames, messagesPerFrame);
  }

  #deliverInParts(publications: readonly Publication[], frames: SharedFrames, most: number): void {
    this.cork();
    for (let start = 0; start < publications.length; start += most) {
      this.write(frames.ofDeliveries(publications.slice(start, start + most)));
    }
    this.uncork();
  }

  reply(messages: readonly Message[]): void {
    const { frames, onError } = this.#settings;
    frames.writeText(encodeReplies(messages, onError), this);
  }

  writeEncoded(encoding: SessionEncoding, publications: readonly Publication[], replies: readonly Message[]): void {
    const frame = encoding.encode(publications, replies, HEADER_ROOM);
    this.writeLent(frame, beginBinaryFrame(frame), frame.length);
  }

  /** `ws` sets the limit at the upgrade, before anybody can know whether this is a peer; a test holds this in place. */
  limit(maxMessageBytes: number): void {
    const receiver = (this.#ws as unknown as { _receiver: { _maxPayload: number } })._receiver;
    if (receiver._maxPayload === maxMessageBytes) return;
    receiver._maxPayload = maxMessageBytes;
    const deflate = deflateOf(this.#ws);
    if (deflate !== undefined) deflate._maxPayload = maxMessageBytes; // what it may inflate to
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

/** What `ws` keeps of `permessage-deflate` on one socket, and its types do not tell. A test holds this in place. */
interface Deflate {
  readonly params: { readonly server_max_window_bits?: number };
  _maxPayload: number;
}

export function deflateOf(ws: WebSocket): Deflate | undefined {
  return (ws as unknown as { _extensions: { "permessage-deflate"?: Deflate } })._extensions["permessage-deflate"];
}
