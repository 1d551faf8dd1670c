import { type CodecLimits, decode, encodeReplies } from "../../core/message/codec.js";
import type { Message } from "../../core/message/message.js";
import type { PrintedMessage, Publication } from "../../core/message/publication.js";
import type { SessionEncoding } from "../../core/session/message-queue.js";
import { readFrame, writeFrame } from "./link-frame.js";
import type { LinkQueue } from "./link-queue.js";

/** Memory for one frame after the other, of all links. */
const ROOM = Buffer.allocUnsafeSlow(65_536);

/** The server's half of a link's encoding: writes frames out of a peer's queue, and reads what the peer acknowledges. */
export class LinkEncoding implements SessionEncoding {
  readonly #queue: LinkQueue;
  readonly #heard: () => void;
  readonly #unprintable: (error: unknown) => void;
  readonly #malformed: (error: unknown) => void;

  /**
   * @param heard - told of each frame of the peer that makes sense
   * @param unprintable - told of a reply that is no JSON
   * @param malformed - told of each frame of the peer that makes no sense, before that ends the connection
   */
  constructor(
    queue: LinkQueue,
    heard: () => void,
    unprintable: (error: unknown) => void,
    malformed: (error: unknown) => void,
  ) {
    this.#queue = queue;
    this.#heard = heard;
    this.#unprintable = unprintable;
    this.#malformed = malformed;
  }

  encode(publications: readonly Publication[], replies: readonly Message[], room: number): Uint8Array {
    const { nextNumber, wantsAck, droppedCount } = this.#queue;
    const head = { first: nextNumber - publications.length, ack: 0, ackWanted: wantsAck, dropped: droppedCount };
    const text = replies.length === 0 ? "" : encodeReplies(replies, this.#unprintable);
    return writeFrame(head, this.#formsOf(publications), text, room, ROOM);
  }

  #formsOf(publications: readonly Publication[]): readonly PrintedMessage[] {
    if (publications.length === 1) return [this.#queue.formOf(publications[0]!)];
    return publications.map((publication) => this.#queue.formOf(publication));
  }

  decode(payload: Uint8Array, limits: CodecLimits): Message[] {
    try {
      const { ack, messages } = readFrame(payload, limits);
      this.#queue.acknowledge(ack);
      this.#heard();
      return messages === "" ? [] : decode(messages, limits);
    } catch (error) {
      this.#malformed(error);
      throw error;
    }
  }
}
