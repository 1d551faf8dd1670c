import { type DeliveryRules, lazyMark, type QueuePolicy, USUAL_DELIVERY } from "../message/delivery-rules.js";
import type { Message } from "../message/message.js";

/** How one channel wants its messages delivered. A wildcard channel's wishes hold for every channel it matches. */
export class ChannelDelivery {
  readonly #changed: (isUsual: boolean) => void;
  #lazy = false;
  #lazyTimeoutMs = 0;
  #toPublisher = true;
  #queuePolicy: QueuePolicy | undefined;
  #keyOf: ((message: Message) => string) | undefined;

  /** @param changed - called after each setting */
  constructor(changed: (isUsual: boolean) => void) {
    this.#changed = changed;
  }

  /** Messages wake no session by themselves; they travel with the next that does. */
  get lazy(): boolean {
    return this.#lazy;
  }

  set lazy(lazy: boolean) {
    this.#lazy = lazy;
    if (!lazy) this.#lazyTimeoutMs = 0;
    this.#changed(this.isUsual);
  }

  /** Longest that a lazy message waits; 0: as long as the session says. Any other makes the channel lazy. */
  get lazyTimeoutMs(): number {
    return this.#lazyTimeoutMs;
  }

  /** @throws RangeError when negative or not a number */
  set lazyTimeoutMs(timeoutMs: number) {
    if (!(timeoutMs >= 0)) throw new RangeError(`lazyTimeoutMs: ${timeoutMs} is no time in milliseconds`);
    this.#lazyTimeoutMs = timeoutMs;
    if (timeoutMs > 0) this.#lazy = true;
    this.#changed(this.isUsual);
  }

  /** False: a session does not get what it published itself. */
  get broadcastToPublisher(): boolean {
    return this.#toPublisher;
  }

  set broadcastToPublisher(toPublisher: boolean) {
    this.#toPublisher = toPublisher;
    this.#changed(this.isUsual);
  }

  /** What becomes of waiting messages; undefined: what the session's policy says. */
  get queuePolicy(): QueuePolicy | undefined {
    return this.#queuePolicy;
  }

  set queuePolicy(policy: QueuePolicy | undefined) {
    this.#queuePolicy = policy;
    this.#changed(this.isUsual);
  }

  /**
   * Only the latest message of each key waits for a session that does not keep up, as in a table of prices.
   * @param keyOf - what a message is news of; without it, of its channel. Must not throw
   */
  latestBy(keyOf?: (message: Message) => string): void {
    this.#keyOf = keyOf;
    this.queuePolicy = "latest";
  }

  get keyOf(): ((message: Message) => string) | undefined {
    return this.#keyOf;
  }

  get isUsual(): boolean {
    return !this.#lazy && this.#toPublisher && this.#queuePolicy === undefined;
  }
}

/**
 * What the channels of one message, from general to exact, and its own mark say together: it is lazy if one says so,
 * with the shortest of their times; its publisher gets no copy if one says so; of queue policies the most exact counts.
 * @returns undefined when nothing is unusual
 */
export function deliveryRules(channels: Iterable<ChannelDelivery>, message: Message): DeliveryRules | undefined {
  const mark = lazyMark(message);
  let { lazyMs, toPublisher, queuePolicy, key }: DeliveryRules = USUAL_DELIVERY;
  if (mark !== undefined) lazyMs = mark;
  for (const delivery of channels) {
    if (delivery.isUsual) continue;
    if (delivery.lazy) lazyMs = shorter(lazyMs, delivery.lazyTimeoutMs);
    if (!delivery.broadcastToPublisher) toPublisher = false;
    if (delivery.queuePolicy === undefined) continue;
    queuePolicy = delivery.queuePolicy;
    key = delivery.keyOf === undefined ? undefined : `${message.channel} ${delivery.keyOf(message)}`;
  }
  const isUsual = lazyMs === undefined && toPublisher && queuePolicy === undefined;
  return isUsual ? undefined : { lazyMs, toPublisher, queuePolicy, key };
}

/** 0 stands for the session's own time, which any explicit one replaces. */
function shorter(a: number | undefined, b: number): number {
  if (a === undefined || a === 0) return b;
  return b === 0 ? a : Math.min(a, b);
}
