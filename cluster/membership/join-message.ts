import { isObject, type Message } from "../../core/message/message.js";
import { isNodeUrl } from "./node-url.js";

/** "These are the nodes I am connected to": an array of node URLs. */
export const CLOUD_CHANNEL = "/oort/cloud";
/** Where a node says that it has subscribed to everything it wants: the join. */
export const JOIN_CHANNEL = "/service/oort";

/** Longest run id taken from a peer, in UTF-16 units. */
const MAX_ID_LENGTH = 128;

/** Who a node is: the URL it is known by, and the id of its present run. */
export interface NodeIdentity {
  readonly url: string;
  readonly id: string;
}

/** Reads `oortURL` and `oortId`, which stand together in the handshake's ext and in the join's data. */
export function readIdentity(value: unknown): NodeIdentity | undefined {
  if (!isObject(value)) return undefined;
  const { oortURL: url, oortId: id } = value;
  if (!isNodeUrl(url) || typeof id !== "string" || id === "" || id.length > MAX_ID_LENGTH) return undefined;
  return { url, id };
}

/** What a node says on the channel of the join when it is about to leave: to Oortbus peers, for Java knows no such word. */
export function leavingData(self: NodeIdentity): Record<string, unknown> {
  return { oortId: self.id, oortURL: self.url, leaving: true };
}

export function isLeaving(data: unknown): boolean {
  return isObject(data) && data.leaving === true;
}

/**
 * Reads the data of a gossip message.
 * @param limit - most URLs looked at; what is beyond is left out
 * @returns the usable URLs in order, or undefined when it is no array of strings
 */
export function readCloud(data: unknown, limit: number): string[] | undefined {
  if (!Array.isArray(data) || !data.every((url) => typeof url === "string")) return undefined;
  return data.slice(0, limit).filter(isNodeUrl);
}

/**
 * What a node sends to a peer once both handshakes are done, in the order that the peer relies on: subscriptions, then
 * gossip, then the join, which means "I am subscribed to everything" (spec/oort-seti.md section 7). Ids and clientId
 * are the client's to add.
 * @param observed - what each subscribe names
 */
export function openingBatch(
  observed: Iterable<string | string[]>,
  known: readonly string[],
  self: NodeIdentity,
): Message[] {
  const batch: Message[] = [{ channel: "/meta/subscribe", subscription: CLOUD_CHANNEL }];
  for (const channel of observed) batch.push({ channel: "/meta/subscribe", subscription: channel });
  batch.push({ channel: CLOUD_CHANNEL, data: [...known] });
  batch.push({ channel: JOIN_CHANNEL, data: { oortId: self.id, oortURL: self.url } });
  return batch;
}
