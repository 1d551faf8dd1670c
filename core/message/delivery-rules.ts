import type { Message } from "./message.js";

/**
 * What becomes of a message that waits in a session's queue.
 * - `disconnect`: it is never dropped; when the queue is full the session ends, and its client knows that it must start anew.
 * - `drop-oldest`: when the queue is full it may be dropped, the oldest first.
 * - `latest`: a newer message with the same key takes its place while it waits; when the queue is full, as `drop-oldest`.
 */
export type QueuePolicy = "disconnect" | "drop-oldest" | "latest";

/** Told what becomes of one message to one session. */
export interface DeliveryReceipt {
  /** It was handed to the session's connection; told again when it is sent again. */
  written(): void;
  /** The session's client says that it has it: of a session with the ack extension, in the end this or {@link lost}. */
  acked(): void;
  /** It was dropped, or the session ended, before it was written, or acknowledged where it is to be. */
  lost(): void;
}

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
  /** Who wants to know what becomes of it. */
  readonly receipt?: DeliveryReceipt | undefined;
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

/** The rules of a message for one session alone; undefined: the usual. */
export function rulesOfDelivery(message: Message, receipt: DeliveryReceipt | undefined): DeliveryRules | undefined {
  const lazyMs = lazyMark(message);
  return lazyMs === undefined && receipt === undefined ? undefined : { ...USUAL_DELIVERY, lazyMs, receipt };
}

/** The mark of {@link markLazy}, if the message has one. */
export function lazyMark(message: Message): number | undefined {
  return (message as { readonly [LAZY]?: number })[LAZY];
}
