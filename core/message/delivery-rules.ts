import type { Message } from "./message.js";

/**
 * What becomes of a message that waits in a session's queue.
 * - `disconnect`: it is never dropped; when the queue is full the session ends, and its client knows that it must start anew.
 * - `drop-oldest`: when the queue is full it may be dropped, the oldest first.
 * - `latest`: a newer message with the same key takes its place while it waits; when the queue is full, as `drop-oldest`.
 */
export type QueuePolicy = "disconnect" | "drop-oldest" | "latest";

/** How one publication is delivered, where a channel or the message itself wants it otherwise than usual. */
export interface DeliveryRules {
  /** Longest it may wait for company, in milliseconds; 0: as long as the session says; undefined: it is not lazy. */
  readonly lazyMs: number | undefined;
  /** False: its publisher gets no copy. */
  readonly toPublisher: boolean;
  /** undefined: the session's. */
  readonly queuePolicy: QueuePolicy | undefined;
  /** What it is the latest news of; undefined: of its channel. */
  readonly key: string | undefined;
}

/** The usual: at once, to everybody, with the session's queue policy. */
export const USUAL_DELIVERY: DeliveryRules = Object.freeze({
  lazyMs: undefined,
  toPublisher: true,
  queuePolicy: undefined,
  key: undefined,
});

/** Where a message keeps its mark. A symbol: never on the wire, and no peer can set it. */
const LAZY = Symbol("lazy");

/**
 * Marks a message as lazy: it wakes nobody, and travels with the next message that does, or after `delayMs`. For a message
 * in a channel listener, or for the `fields` of a publish or delivery: `publish(undefined, "/news", data, markLazy({}))`.
 * @param delayMs - the longest it may wait; 0: as long as the receiving session says (`maxLazyMs`)
 * @returns `target`
 * @throws RangeError when `delayMs` is negative or not a number
 * @see spec/bayeux.md section 22
 */
export function markLazy<T extends object>(target: T, delayMs = 0): T {
  if (!(delayMs >= 0)) throw new RangeError(`lazy: ${delayMs} is no time in milliseconds`);
  return Object.assign(target, { [LAZY]: delayMs });
}

/** The mark of {@link markLazy}, if the message has one. */
export function lazyMark(message: Message): number | undefined {
  return (message as { readonly [LAZY]?: number })[LAZY];
}
