import { z } from "zod";

/** How a list of sessions is ordered. `queue`: the fullest queue first. */
export const SESSION_ORDERS = ["newest", "oldest", "queue"] as const;
export type SessionOrder = (typeof SESSION_ORDERS)[number];

/** One session in a list, as its node tells it. */
export const listedSession = z.object({
  node: z.string(),
  session: z.string().describe("names it for EndSession and DisconnectSession; no clientId can be made of it"),
  users: z.array(z.string()).describe("whom it speaks for; none before a login"),
  transport: z.string().describe("what it used last, such as `websocket`; empty before the first"),
  sinceMs: z.number().describe("when it shook hands, by its node's clock"),
  remoteAddress: z.string().describe("empty where the node does not tell addresses (`seti.sessionAddresses`)"),
  queuedMessages: z.number().describe("what waits for it, or is not confirmed by its client yet"),
  queuedBytes: z.number(),
  subscriptions: z.number(),
  dropped: z.number().describe("messages that did not reach it: its queue was full, or a newer one took their place"),
  isReachable: z.boolean().describe("its client is there: a socket or a held connect; messages wait otherwise"),
});

export type ListedSession = z.output<typeof listedSession>;

/** Where a session stands in a list over all nodes: by the order's number, then by node, then by its own number there. */
export interface SessionPlace {
  readonly rank: number;
  readonly node: string;
  readonly number: number;
}

/** The rank of a session: the smaller comes first. */
export function rankOf(order: SessionOrder, { sinceMs, queued }: { sinceMs: number; queued: number }): number {
  if (order === "queue") return -queued;
  return order === "oldest" ? sinceMs : -sinceMs;
}

/** @returns negative when `a` comes before `b`; the order is total, so that a page begins where the last one ended */
export function comparePlaces(a: SessionPlace, b: SessionPlace): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.node !== b.node) return a.node < b.node ? -1 : 1;
  return a.number - b.number;
}

/**
 * The first `size` items behind a place, in order, without sorting the others.
 * @param after - undefined for the first page
 */
export function pageOf<Item>(
  items: Iterable<Item>,
  placeOf: (item: Item) => SessionPlace,
  after: SessionPlace | undefined,
  size: number,
): { readonly page: readonly { readonly item: Item; readonly place: SessionPlace }[]; readonly hasMore: boolean } {
  const page: { item: Item; place: SessionPlace }[] = [];
  let behind = 0;
  for (const item of items) {
    const place = placeOf(item);
    if (after !== undefined && comparePlaces(place, after) <= 0) continue;
    behind += 1;
    const last = page.at(-1);
    if (page.length === size && last !== undefined && comparePlaces(place, last.place) >= 0) continue;
    page.splice(indexFor(page, place), 0, { item, place });
    if (page.length > size) page.pop();
  }
  return { page, hasMore: behind > page.length };
}

function indexFor(page: readonly { readonly place: SessionPlace }[], place: SessionPlace): number {
  let low = 0;
  let high = page.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (comparePlaces(page[middle]!.place, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A place as a caller keeps it between two pages. */
export function printPlace({ rank, node, number }: SessionPlace): string {
  return Buffer.from(JSON.stringify([rank, node, number])).toString("base64url");
}

/** @returns undefined for text that no {@link printPlace} made */
export function readPlace(token: string): SessionPlace | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(token, "base64url").toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [rank, node, number] = value as unknown[];
  if (typeof rank !== "number" || typeof node !== "string" || typeof number !== "number") return undefined;
  return { rank, node, number };
}
