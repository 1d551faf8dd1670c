import type { PrintedMessage } from "../../core/message/publication.js";
import type { LinkFrame } from "./link-frame.js";

/** What is new in a frame. */
export interface Arrival {
  readonly deliveries: readonly PrintedMessage[];
  /** Messages that the peer had to drop before these. */
  readonly dropped: number;
}

/** So much may have arrived and not been acknowledged; connects acknowledge too, so that there is no need for a timer. */
const MAX_UNACKED_MESSAGES = 256;
const MAX_UNACKED_BYTES = 262_144;

/**
 * What has arrived of a peer's deliveries in one session, over all of its connections: each is passed on once, and the
 * peer is told often enough. Pure.
 */
export class LinkReceiver {
  #received = 0;
  #dropped = 0;
  #acked = 0;
  #unackedBytes = 0;
  #isAckWanted = false;

  /** A new session: its peer counts from 1 again. */
  reset(): void {
    this.#received = this.#dropped = this.#acked = this.#unackedBytes = 0;
    this.#isAckWanted = false;
  }

  /** Number of the last delivery of all that have arrived. */
  get received(): number {
    return this.#received;
  }

  /** Whether the peer waits for an acknowledgement, or may soon. */
  get isAckDue(): boolean {
    if (this.#received === this.#acked) return false;
    return (
      this.#isAckWanted ||
      this.#received - this.#acked >= MAX_UNACKED_MESSAGES ||
      this.#unackedBytes >= MAX_UNACKED_BYTES
    );
  }

  /** @returns what to acknowledge in a frame, or connect, that leaves now */
  acknowledge(): number {
    this.#acked = this.#received;
    this.#unackedBytes = 0;
    this.#isAckWanted = false;
    return this.#received;
  }

  /**
   * Takes a frame in.
   * @param bytes - its size
   * @returns undefined when deliveries are missing before it, which the peer's queue does not let happen
   */
  take(frame: LinkFrame, bytes: number): Arrival | undefined {
    const { deliveries, first } = frame;
    if (deliveries.length > 0 && first > this.#received + 1) return undefined;
    const known = Math.max(0, Math.min(deliveries.length, this.#received + 1 - first));
    const dropped = Math.max(0, frame.dropped - this.#dropped);
    this.#dropped += dropped;
    this.#isAckWanted ||= frame.ackWanted;
    if (deliveries.length === 0) return { deliveries, dropped };
    this.#received += deliveries.length - known;
    this.#unackedBytes += bytes;
    return { deliveries: known === 0 ? deliveries : deliveries.slice(known), dropped };
  }
}
