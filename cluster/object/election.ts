import { isObject } from "../../core/message/message.js";

/** What a node that takes part in elections puts beside its boolean, for nodes of our kind. */
export interface Claim {
  /** Of the primary: its own number. Of others: the highest that they have seen. */
  readonly fence: number;
  /** What a primary wants its successors to know, and its number when it said so. */
  readonly state?: unknown;
  readonly written?: number;
}

/** What one node says of itself. */
export interface Candidate {
  readonly url: string;
  readonly isPrimary: boolean;
  /** Undefined for a node that takes no part in elections: its word was set by hand, as Java's always is. */
  readonly claim: Claim | undefined;
}

/** @returns undefined for what no node of our kind says */
export function readClaim(note: unknown): Claim | undefined {
  if (!isObject(note)) return undefined;
  const { fence, state, written } = note;
  if (!isFence(fence)) return undefined;
  return isFence(written) && written <= fence ? { fence, state, written } : { fence };
}

function isFence(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Who is primary as far as one node can see, and with what number. */
export interface Primary {
  readonly url: string;
  /** 0 for one that was chosen by hand. */
  readonly fence: number;
}

/**
 * Whom a node takes for the primary. One chosen by hand counts before any that was elected; of those who say that they
 * were, only one with a number that is not below any seen before: an earlier primary that does not know yet is none.
 * @param highestFence - seen by this node so far
 */
export function primaryOf(candidates: readonly Candidate[], highestFence: number): Primary | undefined {
  const chosen = candidates.find(({ isPrimary, claim }) => isPrimary && claim === undefined);
  if (chosen !== undefined) return { url: chosen.url, fence: 0 };
  let best: Primary | undefined;
  for (const { url, isPrimary, claim } of candidates) {
    if (!isPrimary || claim === undefined || claim.fence < highestFence) continue;
    if (best === undefined || claim.fence > best.fence) best = { url, fence: claim.fence };
  }
  return best;
}

/** The nodes that take part in elections. */
export function electableOf(candidates: readonly Candidate[]): string[] {
  return candidates.filter(({ claim }) => claim !== undefined).map(({ url }) => url);
}

/** What a node should do about being primary. `wait`: it is elected, and another has not stepped down yet. */
export type Decision = "stay" | "follow" | "promote" | "wait" | "renew" | "step-down";

/**
 * Every node decides for itself; what they agree on is the ring. A primary that sees a number not below its own, told by
 * anybody, takes a higher one, so that two halves of a cloud that meet again do not go on with the same.
 * @param owner - whom the ring names among the electable
 * @param self - is among the candidates
 * @param minNodes - that must be seen to have a primary at all
 */
export function decide(
  owner: string | undefined,
  self: string,
  candidates: readonly Candidate[],
  highestFence: number,
  minNodes: number,
): Decision {
  const mine = candidates.find(({ url, claim }) => url === self && claim !== undefined);
  const others = candidates.filter(({ url }) => url !== self);
  const isPrimary = mine?.isPrimary === true;
  const isChosenByHand = others.some((other) => other.isPrimary && other.claim === undefined);
  const isTooSmall = electableOf(candidates).length < minNodes;
  if (isChosenByHand || isTooSmall || owner !== self) return isPrimary ? "step-down" : "follow";
  if (mine === undefined || !isPrimary) return others.some((other) => other.isPrimary) ? "wait" : "promote";
  const fence = mine.claim?.fence ?? 0;
  const isDoubled = others.some((other) => other.isPrimary && other.claim?.fence === fence);
  return fence < highestFence || isDoubled ? "renew" : "stay";
}

/** The number of a new primary: above any seen, and, by the clock, above those of a cloud that is no more. */
export function nextFence(highestFence: number, nowMs: number): number {
  return Math.max(highestFence + 1, Math.floor(nowMs));
}
