import { z } from "zod";

export const NODE_STATES = ["joining", "ready", "draining"] as const;
const PEER_STATES = ["joining", "joined", "suspected", "lost"] as const;

/** Both directions of a link, as {@link LinkView} has them. */
export const linkView = z.strictObject({
  out: z.string().describe("the state of the node's own connection to the peer"),
  in: z.string().describe("how far the peer is with its connection to the node"),
  roundTripMs: z.number().optional(),
  queuedMessages: z.int(),
  queuedBytes: z.int(),
  gaps: z.int().describe("times that messages of the peer may have been lost"),
  interest: z.int().optional().describe("channels and wildcards that the peer wants of this node"),
  version: z.int().optional().describe("of the protocol between Oortbus nodes; absent for Java's"),
  sentPerSecond: z.number().optional().describe("messages sent to the peer a second, in WatchCluster"),
});

export const peerView = z.strictObject({
  url: z.string(),
  id: z.string(),
  state: z.enum(PEER_STATES),
  since: z.iso.datetime(),
  link: linkView.optional(),
});

/** What a node tells another of itself; counters only grow. */
export const nodeReport = z.object({
  id: z.string(),
  state: z.enum(NODE_STATES),
  sessions: z.number(),
  users: z.number(),
  channels: z.number(),
  peers: z.array(
    peerView.omit({ link: true }).extend({ link: linkView.extend({ sent: z.number().optional() }).optional() }),
  ),
  /** By its own clock, so that rates need no common one. */
  atMs: z.number(),
  counters: z.strictObject({
    received: z.number(),
    published: z.number(),
    delivered: z.number(),
    dropped: z.number(),
    logins: z.number(),
  }),
});

export type NodeReport = z.output<typeof nodeReport>;

const rate = z.number().describe("a second");

/** A node in a snapshot of the cluster. */
export const nodeStatus = z.strictObject({
  url: z.string(),
  id: z.string(),
  state: z.enum(NODE_STATES).optional().describe("absent if it did not answer"),
  answered: z.boolean(),
  sessions: z.int(),
  users: z.int(),
  channels: z.int(),
  peers: z.array(peerView),
  rates: z
    .strictObject({ received: rate, published: rate, delivered: rate, dropped: rate, logins: rate })
    .optional()
    .describe("since the snapshot before; absent in the first"),
});

export type NodeStatus = z.output<typeof nodeStatus>;

/**
 * A report as a snapshot tells it.
 * @param before - the node's report in the snapshot before; of another run of the node it counts as none
 */
export function statusOf(url: string, report: NodeReport, before: NodeReport | undefined): NodeStatus {
  const { id, state, sessions, users, channels, counters, atMs } = report;
  const known = before?.id === id && atMs > before.atMs ? before : undefined;
  const perSecond = (now: number, then: number): number =>
    Math.max(0, Math.round(((now - then) * 1e5) / (atMs - known!.atMs)) / 100);
  const peers = report.peers.map(({ link, ...peer }) => {
    if (link === undefined) return peer;
    const { sent, ...view } = link;
    const then = known?.peers.find((other) => other.url === peer.url)?.link?.sent;
    if (sent === undefined || then === undefined) return { ...peer, link: view };
    return { ...peer, link: { ...view, sentPerSecond: perSecond(sent, then) } };
  });
  const status = { url, id, state, answered: true, sessions, users, channels, peers };
  if (known === undefined) return status;
  const rates = {
    received: perSecond(counters.received, known.counters.received),
    published: perSecond(counters.published, known.counters.published),
    delivered: perSecond(counters.delivered, known.counters.delivered),
    dropped: perSecond(counters.dropped, known.counters.dropped),
    logins: perSecond(counters.logins, known.counters.logins),
  };
  return { ...status, rates };
}
