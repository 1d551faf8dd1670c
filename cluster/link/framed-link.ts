import type { ClientExtension } from "../../core/client/extension/client-extension.js";
import type { WebSocketLike } from "../../core/client/transport/websocket-client-transport.js";
import type { FrameSink } from "../../core/frame-reader.js";
import { ensureExt, type Message } from "../../core/message/message.js";
import type { PrintedMessage } from "../../core/message/publication.js";
import { type FrameLimits, readFrame, writeFrame } from "./link-frame.js";
import { LINK_EXT, readOffer, writeOffer, writeReceived } from "./link-offer.js";
import { LinkReceiver } from "./link-receiver.js";

/** A WebSocket that also carries bytes; that of `ws` is one. */
export interface BinarySocket extends Omit<WebSocketLike, "send"> {
  send(data: string | Uint8Array): void;
  /** Where it is there, messages are taken by it: `onmessage` makes an event of each. */
  on?(event: "message", listener: (data: unknown, isBinary: boolean) => void): void;
}

/** Puts something between a client and its sockets. */
export type SocketWrap = (socket: BinarySocket) => WebSocketLike;

/** Told of what comes over a link. */
export interface FramedLinkOwner {
  /** A socket stands: what is said on it can be answered. */
  opened(): void;
  /** Each delivery once, in the order in which the peer wrote them. */
  delivered(message: PrintedMessage): void;
  /** The peer had to drop so many, since the last that was delivered. */
  dropped(count: number): void;
  /** Anything came at all. */
  heard(): void;
  /** The peer broke the protocol: the link is to be ended. */
  malformed(error: unknown): void;
}

export interface FramedLinkLimits extends FrameLimits {
  readonly maxFrameBytes: number;
}

/**
 * The client's half of a link's encoding. It sits between the Bayeux client and its WebSocket: what the client says goes
 * into frames, and what comes out of frames goes to the client, but for deliveries, which never become messages here.
 *
 * A socket begins with text, which any server understands. It changes to frames when the peer agrees in its handshake
 * reply, or, on a later socket of the same session, with the first frame of the peer.
 */
export class FramedLink implements ClientExtension {
  readonly #limits: FramedLinkLimits;
  readonly #owner: FramedLinkOwner;
  readonly #receiver = new LinkReceiver();
  #isAgreed = false;
  #beats = false;
  #socket: LinkSocket | undefined;

  constructor(limits: FramedLinkLimits, owner: FramedLinkOwner) {
    this.#limits = limits;
    this.#owner = owner;
  }

  /** The present session is one of frames. */
  get isAgreed(): boolean {
    return this.#isAgreed;
  }

  outgoing(message: Message): void {
    if (message.channel === "/meta/handshake") ensureExt(message)[LINK_EXT] = writeOffer(this.#limits.maxFrameBytes);
    // On a new socket the peer goes on behind what has arrived.
    else if (message.channel === "/meta/connect" && this.#isAgreed)
      ensureExt(message)[LINK_EXT] = writeReceived(this.#receiver.acknowledge());
  }

  /** A new session begins with the reply to its handshake. */
  incoming(message: Message): void {
    if (message.channel !== "/meta/handshake" || message.successful !== true) return;
    const offer = readOffer(message);
    this.#isAgreed = offer !== undefined;
    this.#beats = offer?.beats === true;
    this.#receiver.reset();
    this.#socket?.setFramed(this.#isAgreed);
  }

  /** Lets the peer know that this node lives, and what it has, where that is agreed. */
  beat(): void {
    if (this.#beats) this.#socket?.beat();
  }

  wrap(socket: BinarySocket): WebSocketLike {
    this.#socket = new LinkSocket(socket, this);
    return this.#socket;
  }

  /** For a socket: the frame of a text that it was given. */
  frameOf(text: string): Uint8Array {
    const ack = this.#receiver.acknowledge();
    return writeFrame({ first: 0, ack, ackWanted: false, dropped: 0 }, [], text, 0);
  }

  /** For a socket: takes a frame. @returns the text in it, and what to send in answer */
  take(bytes: Uint8Array): { text: string; answer: Uint8Array | undefined } {
    this.#owner.heard();
    if (bytes.length > this.#limits.maxFrameBytes) throw new RangeError("a frame too long");
    const frame = readFrame(bytes, this.#limits);
    const arrival = this.#receiver.take(frame, bytes.length);
    if (arrival === undefined) throw new RangeError(`delivery ${frame.first} before its time`);
    if (arrival.dropped > 0) this.#owner.dropped(arrival.dropped);
    for (const message of arrival.deliveries) this.#owner.delivered(message);
    return { text: frame.messages, answer: this.#receiver.isAckDue ? this.frameOf("") : undefined };
  }

  opened(): void {
    this.#owner.opened();
  }

  malformed(error: unknown): void {
    this.#owner.malformed(error);
  }
}

class LinkSocket implements WebSocketLike, FrameSink {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly #socket: BinarySocket;
  readonly #link: FramedLink;
  #isFramed = false;

  constructor(socket: BinarySocket, link: FramedLink) {
    this.#socket = socket;
    this.#link = link;
    socket.onopen = (event: unknown) => {
      link.opened();
      this.onopen?.(event as never);
    };
    socket.onclose = (event: unknown) => this.onclose?.(event as never);
    socket.onerror = (event: unknown) => this.onerror?.(event as never);
    if (socket.on === undefined) socket.onmessage = ({ data }: { data?: unknown }) => this.#receive(data);
    else socket.on("message", (data, isBinary) => this.#receive(isBinary ? data : String(data)));
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  setFramed(isFramed: boolean): void {
    this.#isFramed = isFramed;
  }

  send(text: string): void {
    this.#socket.send(this.#isFramed ? this.#link.frameOf(text) : text);
  }

  beat(): void {
    if (this.#isFramed) this.#socket.send(this.#link.frameOf(""));
  }

  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  terminate(): void {
    if (this.#socket.terminate === undefined) this.#socket.close();
    else this.#socket.terminate();
  }

  textCame(text: string): void {
    this.#receive(text);
  }

  /** Nothing of a frame is kept: its texts are made, and who is handed an envelope reads it at once. */
  bytesCame(bytes: Buffer): void {
    this.#receive(bytes);
  }

  #receive(data: unknown): void {
    if (this.onmessage === null) return; // the client has let go of it
    if (!(data instanceof Uint8Array)) return this.onmessage({ data } as never);
    if (!this.#link.isAgreed) return; // bytes that nobody asked for
    this.#isFramed = true;
    try {
      const { text, answer } = this.#link.take(data);
      if (answer !== undefined) this.#socket.send(answer);
      if (text !== "") (this.onmessage as ((event: { data: string }) => void) | null)?.({ data: text });
    } catch (error) {
      this.#link.malformed(error);
    }
  }
}
