import type { PrintedMessage, Publication } from "../../core/message/publication.js";
import type { MessageQueue } from "../../core/session/message-queue.js";
import { isInternal } from "../forwarding.js";
import type { LinkEncoding } from "./link-encoding.js";
import { MAX_FRAME_DELIVERIES } from "./link-frame.js";

/** How much may wait for one peer, what was sent and is not acknowledged included. */
export interface LinkQueueLimits {
  readonly maxMessages: number;
  readonly maxBytes: number;
  /** Longest frame that the peer takes. A message that does not fit into one is dropped. */
  readonly maxFrameBytes: number;
  /** The peer knows the forms that owners of channels of the cluster's own give their messages. */
  readonly takesEnvelopes: boolean;
  /** Both ends send a frame each heartbeat, so that no connect has to be answered for it. */
  readonly beats: boolean;
}

/** What the queue asks of its owner. */
export interface LinkQueueOwner {
  /** It is full: what the connection takes may be written now. */
  drain(): void;
  /** Messages were dropped, and the peer will be told how many. */
  dropped(publications: readonly Publication[]): void;
  /** It is full of what must not be dropped. Messages are taken in no more. */
  overflow(): void;
}

/** Frames are filled up to this size, so that a large queue does not become one frame that takes long to arrive. */
const FRAME_BYTES = 1_048_576;
/** What a frame has around each delivery, at most. */
const OVERHEAD_BYTES = 64;
/** With so much of the queue in use, the peer is asked to acknowledge at once. */
const ASKING_SHARE = 1 / 4;
/** So much is made free at a time: dropping one message for each that comes would move all the others each time. */
const DROPPED_SHARE = 1 / 8;

const NONE: readonly Publication[] = [];

/**
 * What waits for one peer. A message gets its number when it is written for the first time, counted from 1, and is kept
 * until the peer says that it has it; on a new connection what it does not have is written again. When it is full, the
 * oldest messages go that were not written yet, but for the cluster's own, whose loss nobody would make good.
 */
export class LinkQueue implements MessageQueue {
  encoding: LinkEncoding | undefined = undefined;
  readonly #limits: LinkQueueLimits;
  readonly #owner: LinkQueueOwner;
  #kept: Publication[] = [];
  /** Of {@link #kept}: those before are acknowledged, those from {@link #next} on were not written. */
  #start = 0;
  #next = 0;
  /** Number of the message at {@link #start}. */
  #startNumber = 1;
  #bytes = 0;
  #dropped = 0;
  /** There is a new connection, and its peer has not said yet what it has. */
  isSuspended = false;
  #isFull = false;
  #isBeatDue = false;

  constructor(limits: LinkQueueLimits, owner: LinkQueueOwner) {
    this.#limits = limits;
    this.#owner = owner;
  }

  get length(): number {
    return this.#kept.length - this.#start;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get hasPending(): boolean {
    return (this.#next < this.#kept.length || this.#isBeatDue) && !this.isSuspended;
  }

  get beats(): boolean {
    return this.#limits.beats;
  }

  /** A frame is to leave now, an empty one if there is nothing to say. */
  beat(): void {
    this.#isBeatDue = true;
  }

  /** Messages dropped since the start, for the peer to know. */
  get droppedCount(): number {
    return this.#dropped;
  }

  /** Number of the message that is written next. */
  get nextNumber(): number {
    return this.#startNumber + this.#next - this.#start;
  }

  /** Whether the peer should say at once what it has. */
  get wantsAck(): boolean {
    const { maxMessages, maxBytes } = this.#limits;
    return this.length > maxMessages * ASKING_SHARE || this.#bytes > maxBytes * ASKING_SHARE;
  }

  push(publication: Publication): void {
    if (this.#isFull) return;
    const bytes = this.#bytesOf(publication); // first: what cannot be printed throws here
    if (bytes + OVERHEAD_BYTES > this.#limits.maxFrameBytes) return this.#drop([publication]);
    if (!this.#hasRoom(bytes, 0)) this.#owner.drain();
    if (!this.#hasRoom(bytes, 0)) this.#makeRoom(bytes);
    if (!this.#hasRoom(bytes, 0)) {
      if (!isInternal(publication.channel)) return this.#drop([publication]);
      this.#isFull = true;
      return this.#owner.overflow();
    }
    this.#bytes += bytes;
    this.#kept.push(publication);
  }

  dropPending(wanted: (publication: Publication) => boolean): Publication | undefined {
    const index = this.#kept.findIndex((publication, at) => at >= this.#next && wanted(publication));
    if (index < 0) return undefined;
    const [dropped] = this.#kept.splice(index, 1);
    this.#bytes -= this.#bytesOf(dropped!);
    return dropped;
  }

  /** What was written keeps its number, so that only what was not can go. */
  dropOldest(wanted: (publication: Publication) => boolean): Publication | undefined {
    return this.dropPending(wanted);
  }

  /** As much as goes into one frame. */
  take(): readonly Publication[] {
    if (!this.hasPending) return NONE;
    this.#isBeatDue = false;
    const target = Math.min(FRAME_BYTES, this.#limits.maxFrameBytes);
    const from = this.#next;
    let bytes = 0;
    while (this.#next < this.#kept.length && this.#next - from < MAX_FRAME_DELIVERIES) {
      bytes += this.#bytesOf(this.#kept[this.#next]!) + OVERHEAD_BYTES;
      if (bytes > target && this.#next > from) break;
      this.#next += 1;
    }
    return this.#kept.slice(from, this.#next);
  }

  /** How the peer gets a message. */
  formOf(publication: Publication): PrintedMessage {
    return (this.#limits.takesEnvelopes && publication.enveloped) || publication.printed;
  }

  moved(): void {
    this.isSuspended = true;
  }

  /** The peer has everything up to this number. One that was never given, or is older than another, is passed over. */
  acknowledge(number: number): void {
    if (number >= this.nextNumber) return;
    while (this.#startNumber <= number) {
      this.#bytes -= this.#bytesOf(this.#kept[this.#start]!);
      this.#start += 1;
      this.#startNumber += 1;
    }
    // Moving the rest costs as much as there is, so it waits until half is empty.
    if (this.#start > 64 && this.#start * 2 > this.#kept.length) {
      this.#kept.splice(0, this.#start);
      this.#next -= this.#start;
      this.#start = 0;
    }
  }

  /** On a new connection: all that the peer does not have is pending again. @returns messages to be written again */
  resume(number: number): number {
    this.acknowledge(number);
    const again = this.#next - this.#start;
    this.#next = this.#start;
    this.isSuspended = false;
    return again;
  }

  /** Of its JSON, or of what goes in place of that. */
  #bytesOf(publication: Publication): number {
    const { enveloped } = publication;
    if (enveloped === undefined || !this.#limits.takesEnvelopes) return publication.bytes;
    return enveloped.channel.length + enveloped.dataBytes + enveloped.envelope!.length;
  }

  #hasRoom(bytes: number, share: number): boolean {
    const { maxMessages, maxBytes } = this.#limits;
    if (this.length === 0) return true; // a single message may be larger than the limit
    return this.length < maxMessages * (1 - share) && this.#bytes + bytes <= maxBytes * (1 - share);
  }

  #makeRoom(bytes: number): void {
    const kept = this.#kept.slice(0, this.#next);
    const dropped: Publication[] = [];
    let left = this.length;
    for (const publication of this.#kept.slice(this.#next)) {
      const mayStay =
        isInternal(publication.channel) ||
        (left < this.#limits.maxMessages * (1 - DROPPED_SHARE) &&
          this.#bytes + bytes <= this.#limits.maxBytes * (1 - DROPPED_SHARE));
      if (mayStay) {
        kept.push(publication);
        continue;
      }
      left -= 1;
      this.#bytes -= this.#bytesOf(publication);
      dropped.push(publication);
    }
    this.#kept = kept;
    if (dropped.length > 0) this.#drop(dropped);
  }

  #drop(publications: readonly Publication[]): void {
    this.#dropped += publications.length;
    this.#owner.dropped(publications);
  }
}
