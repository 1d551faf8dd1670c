import { z } from "zod";

export const MAX_PAGE = 1_000;

/** Which channels are asked for. */
export const channelQuery = z.object({
  /** A channel or wildcard; undefined for all. */
  pattern: z.string().optional(),
  size: z.int().min(1).max(MAX_PAGE),
  /** Only names after this one. */
  after: z.string(),
});

export type ChannelQuery = z.output<typeof channelQuery>;

/** A node's first channels of a query, in the order of names. */
export const channelPage = z.object({
  channels: z.array(z.object({ channel: z.string(), subscribers: z.number() })).max(MAX_PAGE),
  /** There are more after the last one. */
  hasMore: z.boolean(),
});

export type ChannelPage = z.output<typeof channelPage>;

/**
 * The first channels of a query that have clients, in the order of names. Keeps no more than a page while it looks.
 * @param channels - in any order; each name once
 */
export function pageOf(
  channels: Iterable<{ readonly channel: string; subscribers(): number }>,
  { pattern, size, after }: ChannelQuery,
): ChannelPage {
  const first: { channel: string; subscribers: number }[] = [];
  for (const { channel, subscribers } of channels) {
    if (channel <= after || !isWithin(channel, pattern)) continue;
    if (first.length > size && channel > first.at(-1)!.channel) continue;
    const count = subscribers();
    if (count === 0) continue;
    first.splice(placeOf(channel, first), 0, { channel, subscribers: count });
    if (first.length > size + 1) first.pop();
  }
  return { channels: first.slice(0, size), hasMore: first.length > size };
}

/** One page of several nodes' pages of the same query. */
export function mergePages(pages: readonly ChannelPage[], size: number) {
  const merged = new Map<string, { channel: string; subscribers: number; nodes: number }>();
  for (const { channels } of pages) {
    for (const { channel, subscribers } of channels) {
      const known = merged.get(channel) ?? { channel, subscribers: 0, nodes: 0 };
      merged.set(channel, { channel, subscribers: known.subscribers + subscribers, nodes: known.nodes + 1 });
    }
  }
  // A node whose page goes on has filled it, so the first names of all are before that page's end, and sure.
  const sorted = [...merged.values()].sort((one, other) => (one.channel < other.channel ? -1 : 1));
  const channels = sorted.slice(0, size);
  const hasMore = sorted.length > size || pages.some((page) => page.hasMore);
  return { channels, nextPageToken: hasMore ? (channels.at(-1)?.channel ?? "") : "" };
}

/** Whether a channel, or a wildcard, is the pattern or among what the pattern matches. */
function isWithin(channel: string, pattern: string | undefined): boolean {
  if (pattern === undefined || channel === pattern) return true;
  const base = pattern.slice(0, pattern.lastIndexOf("/") + 1);
  if (pattern.endsWith("/**")) return channel.startsWith(base);
  return (
    pattern.endsWith("/*") &&
    channel.startsWith(base) &&
    !channel.includes("/", base.length) &&
    !channel.endsWith("/**")
  );
}

function placeOf(channel: string, sorted: readonly { readonly channel: string }[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.channel < channel) low = middle + 1;
    else high = middle;
  }
  return low;
}
