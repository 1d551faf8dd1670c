import type { QueuePolicy } from "../message/delivery-rules.js";
import type { Publication } from "../message/publication.js";
import type { MessageQueue } from "./message-queue.js";

/** How much may wait for one session. */
export interface QueueLimits {
  readonly maxQueuedMessages: number;
  readonly maxQueuedBytes: number;
}

/** A single message larger than the byte limit still passes when nothing else waits. */
export function isFull(queue: MessageQueue, publication: Publication, limits: QueueLimits): boolean {
  return (
    queue.length >= limits.maxQueuedMessages ||
    // Without a limit nobody need know its size, for which it may have to be printed.
    (queue.length > 0 &&
      limits.maxQueuedBytes < Number.POSITIVE_INFINITY &&
      queue.bytes + publication.bytes > limits.maxQueuedBytes)
  );
}

/** A message's own policy, given by its channel, or the one usual in its session. */
export function policyOf(publication: Publication, usual: QueuePolicy): QueuePolicy {
  return publication.rules?.queuePolicy ?? usual;
}

/**
 * Takes out the message that `publication` is newer news of, if one waits. The newer goes to the end: the order in which
 * messages were published stays. Costs a look at each message that waits.
 * @see spec/bayeux.md section 23: "a de-queue listener can merge or prune (conflation)"
 */
export function takeOutdated(
  queue: MessageQueue,
  publication: Publication,
  usual: QueuePolicy,
): Publication | undefined {
  if (!queue.hasPending || policyOf(publication, usual) !== "latest") return undefined;
  const key = keyOf(publication);
  return queue.dropPending((other) => policyOf(other, usual) === "latest" && keyOf(other) === key);
}

function keyOf(publication: Publication): string {
  return publication.rules?.key ?? publication.channel;
}

/**
 * Drops the oldest of what may be dropped, until `publication` fits.
 * @param dropped - told of each message dropped
 * @returns `fits`; `dropped`: there was too little to drop, so it must go itself; `full`: neither it nor anything else may
 */
export function makeRoom(
  queue: MessageQueue,
  publication: Publication,
  limits: QueueLimits,
  usual: QueuePolicy,
  dropped: (publication: Publication) => void,
): "fits" | "dropped" | "full" {
  while (isFull(queue, publication, limits)) {
    const oldest = queue.dropOldest((other) => policyOf(other, usual) !== "disconnect");
    if (oldest !== undefined) dropped(oldest);
    else return policyOf(publication, usual) === "disconnect" ? "full" : "dropped";
  }
  return "fits";
}
