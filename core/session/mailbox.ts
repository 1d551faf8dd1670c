import type { Clock } from "../clock.js";
import type { DeliveryReceipt, QueuePolicy } from "../message/delivery-rules.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import { LazyWait } from "./lazy-wait.js";
import { type MessageQueue, PlainQueue } from "./message-queue.js";
import { isFull, makeRoom, type QueueLimits, takeOutdated } from "./queue-policy.js";

/** Why a message was dropped. `overflow`: the queue was full; `outdated`: a newer one took its place (policy `latest`). */
export type DropReason = "overflow" | "outdated";

export interface DroppedMessage {
  readonly message: Message;
  readonly reason: DropReason;
}

/**
 * What became of a message. `urgent`: it waits, and should leave at the end of the turn; `replaced`: the same, and others
 * may have been dropped for it; `lazy`: it waits for company; `dropped`: it was not taken; `full`: neither, and nothing may
 * be dropped for it. In all cases but the first there may be something to tell: {@link Mailbox.dropped}.
 */
export type PutOutcome = "urgent" | "replaced" | "lazy" | "dropped" | "full";

/** What the server says of the mailboxes of its sessions. */
export interface MailboxDefaults extends QueueLimits {
  readonly queuePolicy: QueuePolicy;
  readonly maxLazyMs: number;
  readonly allowMessageDeliveryDuringHandshake: boolean;
}

/** What waits for one session: how much may, what is dropped for what, and how long lazy messages stay. */
export class Mailbox implements QueueLimits {
  // First what each delivery looks at (core/README.md, "Decisions").
  /** Replaced by the ack extension. */
  queue: MessageQueue = new PlainQueue();
  /** Nothing here is out of the ordinary: a message that is not either is just put behind the others. */
  #isPlain: boolean;
  /** Most messages and bytes that may wait; what happens with more, {@link queuePolicy} says. */
  maxQueuedMessages: number;
  maxQueuedBytes: number;
  #lazy: LazyWait | undefined;
  /** Of messages here, and, where the client acknowledges, of those on their way. */
  #receipts: Set<DeliveryReceipt> | undefined;

  /** Longest that a lazy message waits when its channel says no time, in milliseconds; 0: nothing is lazy here. */
  maxLazyMs: number;
  /** What waits when the handshake's reply is written leaves with it (spec section 5.4). */
  readonly opensWithHandshake: boolean;
  /** Messages dropped for want of room that the client has not been told of. */
  untold = 0;
  #queuePolicy: QueuePolicy;
  /** What was dropped since {@link takeDropped}; undefined for nothing. */
  dropped: DroppedMessage[] | undefined;

  constructor(defaults: MailboxDefaults) {
    this.maxQueuedMessages = defaults.maxQueuedMessages;
    this.maxQueuedBytes = defaults.maxQueuedBytes;
    this.maxLazyMs = defaults.maxLazyMs;
    this.opensWithHandshake = defaults.allowMessageDeliveryDuringHandshake;
    this.#queuePolicy = defaults.queuePolicy;
    this.#isPlain = defaults.queuePolicy !== "latest";
  }

  /** For messages whose channel has no policy of its own. */
  get queuePolicy(): QueuePolicy {
    return this.#queuePolicy;
  }

  set queuePolicy(policy: QueuePolicy) {
    this.#queuePolicy = policy;
    this.#isPlain = policy !== "latest" && this.#lazy === undefined;
  }

  /** Something waits that does not want to: it leaves with the next chance. */
  get hasUrgent(): boolean {
    return this.queue.hasPending && this.#lazy?.holds !== true;
  }

  /** When lazy messages have waited long enough; Infinity for never. */
  get lazyUntilMs(): number {
    return this.#lazy?.untilMs ?? Number.POSITIVE_INFINITY;
  }

  /** Takes a message in, if there is room without dropping others; `full`, and not taken, if there is none. */
  put(publication: Publication, clock: Clock): PutOutcome {
    if (!this.#isPlain || publication.rules !== undefined) return this.#putSpecially(publication, clock);
    if (isFull(this.queue, publication, this)) return "full";
    this.queue.push(publication);
    return "urgent";
  }

  #putSpecially(publication: Publication, clock: Clock): PutOutcome {
    const outdated = takeOutdated(this.queue, publication, this.#queuePolicy);
    if (outdated !== undefined) this.#drop(outdated, "outdated");
    if (isFull(this.queue, publication, this)) return "full";
    const lazyMs = publication.rules?.lazyMs;
    if (lazyMs !== undefined && this.maxLazyMs > 0) return this.#putLazily(publication, lazyMs, clock);
    this.#lazy?.end();
    this.#push(publication);
    return outdated === undefined ? "urgent" : "replaced";
  }

  /** Takes a message in for which there was no room, if others may be dropped for it. */
  squeeze(publication: Publication, clock: Clock): PutOutcome {
    const room = makeRoom(this.queue, publication, this, this.#queuePolicy, (old) => this.#drop(old, "overflow"));
    if (room === "fits") {
      const outcome = this.put(publication, clock);
      return outcome === "urgent" ? "replaced" : outcome;
    }
    if (room === "dropped") this.#drop(publication, "overflow");
    return room;
  }

  #putLazily(publication: Publication, lazyMs: number, clock: Clock): PutOutcome {
    this.#lazy ??= new LazyWait();
    this.#isPlain = false;
    const untilMs = clock.now() + (lazyMs === 0 ? this.maxLazyMs : lazyMs);
    const waits = this.#lazy.join(untilMs, !this.queue.hasPending);
    this.#push(publication);
    return waits ? "lazy" : "urgent";
  }

  #push(publication: Publication): void {
    this.queue.push(publication);
    const receipt = publication.rules?.receipt;
    if (receipt === undefined) return;
    this.#receipts ??= new Set();
    this.#receipts.add(receipt);
  }

  #drop({ message, rules }: Publication, reason: DropReason): void {
    const receipt = rules?.receipt;
    if (receipt !== undefined && this.#receipts?.delete(receipt)) receipt.lost();
    if (reason === "overflow") this.untold += 1;
    this.dropped ??= [];
    this.dropped.push({ message, reason });
  }

  takeDropped(): readonly DroppedMessage[] {
    const dropped = this.dropped ?? [];
    this.dropped = undefined;
    return dropped;
  }

  /** What waits may not wait any longer, lazy or not. */
  urge(): void {
    this.#lazy?.end();
  }

  /** Takes what may be written together with the reply to a connect or handshake, or by itself. */
  take(reply: Message | undefined): readonly Publication[] {
    const taken = this.queue.take(reply);
    if (this.#lazy !== undefined && !this.queue.hasPending) this.#lazy.end();
    if (this.#receipts !== undefined) this.#written(taken, this.#receipts);
    return taken;
  }

  #written(publications: readonly Publication[], receipts: Set<DeliveryReceipt>): void {
    for (const { rules } of publications) {
      const receipt = rules?.receipt;
      if (receipt === undefined || !receipts.has(receipt)) continue;
      if (!this.queue.acknowledges) receipts.delete(receipt);
      receipt.written();
    }
  }

  /** The client has these. */
  acked(kept: readonly { readonly publication: Publication }[]): void {
    if (this.#receipts === undefined) return;
    for (const { publication } of kept) {
      const receipt = publication.rules?.receipt;
      if (receipt !== undefined && this.#receipts.delete(receipt)) receipt.acked();
    }
  }

  /** The session has ended: nothing more is written, and nothing acknowledged. */
  close(): void {
    const receipts = this.#receipts ?? [];
    this.#receipts = undefined;
    for (const receipt of receipts) receipt.lost();
  }
}
