import type { CodecLimits } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";

/** How the messages of one session are written on a WebSocket, where its two ends agreed on something else than JSON. */
export interface SessionEncoding {
  /**
   * The payload of one binary WebSocket message.
   * @param publications - what was taken from the queue last
   * @param replies - all else there is to say
   * @param room - bytes to be left free in front of the payload
   * @returns memory that may be used again for the next payload, of any session
   */
  encode(publications: readonly Publication[], replies: readonly Message[], room: number): Uint8Array;
  /**
   * Reads the payload of one binary message.
   * @param payload - changes when this returns
   * @returns what is to be handled; none where there was only something for the encoding itself
   * @throws BayeuxError when it makes no sense
   */
  decode(payload: Uint8Array, limits: CodecLimits): Message[];
}

/** What waits for one session. The ack extension brings its own, which keeps what was sent until it is confirmed. */
export interface MessageQueue {
  /** Messages kept. */
  readonly length: number;
  /** UTF-8 bytes of their JSON. */
  readonly bytes: number;
  /** True when something waits that was not written yet; with an encoding also when its peer is to get an empty message. */
  readonly hasPending: boolean;
  /** True when the client says what has arrived; {@link Mailbox.acked} hears of it. */
  readonly acknowledges?: boolean;
  push(publication: Publication): void;
  /** Takes out the oldest message that was not written yet and that `wanted` picks. @returns it, if there is one */
  dropPending(wanted: (publication: Publication) => boolean): Publication | undefined;
  /** The same among all that are kept, also those that were written and may have to be written again. */
  dropOldest(wanted: (publication: Publication) => boolean): Publication | undefined;
  /**
   * Takes what may be written now.
   * @param reply - the reply to a connect or handshake that it travels with; undefined when it is pushed by itself
   */
  take(reply: Message | undefined): readonly Publication[];
  /** Set where the session's messages are not written as Bayeux is. */
  readonly encoding?: SessionEncoding;
  /** The session's messages leave by another connection from now on, or by none that can be pushed to. */
  moved?(): void;
}

const EMPTY: readonly Publication[] = [];

/** First in, first out; what is taken is forgotten. */
export class PlainQueue implements MessageQueue {
  /** Its own from the second message on; one alone, and none, are lists that all queues share. */
  #waiting = EMPTY;
  bytes = 0;

  get length(): number {
    return this.#waiting.length;
  }

  get hasPending(): boolean {
    return this.#waiting.length > 0;
  }

  push(publication: Publication): void {
    this.bytes += publication.bytes; // first: what cannot be printed throws here, and must not be left in the queue
    if (this.#waiting.length === 0) this.#waiting = publication.alone;
    else if (this.#waiting.length === 1) this.#waiting = [this.#waiting[0]!, publication];
    else (this.#waiting as Publication[]).push(publication);
  }

  dropPending(wanted: (publication: Publication) => boolean): Publication | undefined {
    const index = this.#waiting.findIndex(wanted);
    if (index < 0) return undefined;
    const dropped = this.#waiting[index]!;
    if (this.#waiting.length === 1) this.#waiting = EMPTY;
    else (this.#waiting as Publication[]).splice(index, 1);
    this.bytes -= dropped.bytes;
    return dropped;
  }

  dropOldest(wanted: (publication: Publication) => boolean): Publication | undefined {
    return this.dropPending(wanted);
  }

  take(): readonly Publication[] {
    if (this.#waiting.length === 0) return EMPTY;
    const taken = this.#waiting;
    this.#waiting = EMPTY;
    this.bytes = 0;
    return taken;
  }
}
