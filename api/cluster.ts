import { z } from "zod";
import { type ApiMethod, streamMethod, unaryMethod } from "./api-method.js";
import type { BackendApiParts } from "./bus-parts.js";
import { ClusterStream } from "./cluster-stream.js";
import type { ClusterView, PeerView } from "./cluster-view.js";
import { nothing } from "./fields.js";
import { ended } from "./messages.js";
import {
  NODE_STATES,
  type NodeReport,
  type NodeStatus,
  nodeReport,
  nodeStatus,
  peerView,
  statusOf,
} from "./node-report.js";

const QUESTION = "report";
const MIN_INTERVAL_MS = 250;
const MAX_INTERVAL_MS = 60_000;
const DEFAULT_INTERVAL_MS = 1_000;

const clusterView = z.strictObject({
  url: z.string(),
  id: z.string(),
  state: z.enum(NODE_STATES),
  peers: z.array(peerView),
  sessions: z.int().describe("client sessions on the answering node"),
  users: z.int().describe("users the answering node has an entry for, on whichever node they are"),
  shards: z.int().describe("nodes among which users are placed by consistent hash"),
});

/** The nodes, and how they are linked. All of it is answered in every state of the node. */
export function clusterMethods(parts: BackendApiParts): ApiMethod[] {
  const { server, oort, seti, questions, clock } = parts;

  const clientSessions = (): number => {
    const links = oort.peers.filter(({ url }) => oort.hasPeerSession(url)).length;
    return Math.max(0, server.remoteSessionCount - links);
  };
  const peers = (): PeerView[] =>
    oort.peers.map(({ url, id, state, since }) => {
      const link = oort.linkOf(url);
      const peer = { url, id: id ?? "", state, since: new Date(since).toISOString() };
      return link === undefined ? peer : { ...peer, link };
    });
  const view = (): ClusterView => ({
    url: oort.url,
    id: oort.id,
    state: parts.state(),
    peers: peers().map(withoutSent),
    sessions: clientSessions(),
    users: seti.userCount,
    shards: seti.shards.members.length,
  });
  const report = (): NodeReport => {
    const { messagesIn, publishes, deliveries, messagesDropped, handshakes } = server.stats;
    return {
      id: oort.id,
      state: parts.state(),
      sessions: clientSessions(),
      users: seti.userCount,
      channels: server.channelCount,
      peers: peers(),
      atMs: clock.now(),
      counters: {
        received: messagesIn,
        published: publishes,
        delivered: deliveries,
        dropped: messagesDropped,
        logins: handshakes,
      },
    };
  };
  questions.answer(QUESTION, report);

  /** Looks at all nodes, and remembers what they said for the rates of the next look. */
  const newLook = (): (() => Promise<NodeStatus[]>) => {
    let before: ReadonlyMap<string, NodeReport> = new Map();
    return async () => {
      const { answers } = await questions.askAll(QUESTION, {}, nodeReport);
      const reports = new Map(answers.map(({ node, answer }) => [node, answer]));
      const last = before;
      before = reports;
      const others = oort.peers.map(({ url, id = "" }): NodeStatus => {
        const said = reports.get(url);
        if (said !== undefined) return statusOf(url, said, last.get(url));
        return { url, id, answered: false, sessions: 0, users: 0, channels: 0, peers: [] };
      });
      return [statusOf(oort.url, reports.get(oort.url) ?? report(), last.get(oort.url)), ...others];
    };
  };

  return [
    unaryMethod({
      name: "GetCluster",
      summary: "The cluster as the answering node sees it.",
      request: nothing,
      response: clusterView,
      inEveryState: true,
      run: view as () => z.input<typeof clusterView>,
    }),
    streamMethod({
      name: "WatchCluster",
      summary: "Tells of all nodes, the links between them and their rates, now and again and again.",
      request: z.strictObject({
        intervalMs: z
          .int("must be a whole number")
          .refine(
            (ms) => ms === 0 || (ms >= MIN_INTERVAL_MS && ms <= MAX_INTERVAL_MS),
            `must be from ${MIN_INTERVAL_MS} to ${MAX_INTERVAL_MS}`,
          )
          .default(DEFAULT_INTERVAL_MS)
          .transform((ms) => (ms === 0 ? DEFAULT_INTERVAL_MS : ms))
          .meta({ description: `time between two snapshots, ${DEFAULT_INTERVAL_MS} if 0 or left out` }),
      }),
      response: z.union([
        z.strictObject({ started: z.strictObject({ node: z.string() }) }),
        z.strictObject({ snapshot: z.strictObject({ time: z.iso.datetime(), nodes: z.array(nodeStatus) }) }),
        z.strictObject({ ended }),
      ]),
      inEveryState: true,
      open: ({ intervalMs }) => new ClusterStream({ node: oort.url, intervalMs, clock, look: newLook() }) as never,
    }),
    unaryMethod({
      name: "Drain",
      summary:
        "Takes the answering node out of the cluster: its clients are moved to other nodes at a metered rate. The process goes on.",
      request: nothing,
      response: z.strictObject({ sessions: z.int().describe("client sessions that are still to be moved") }),
      inEveryState: true,
      audit: {},
      run() {
        parts.drain();
        return { sessions: clientSessions() };
      },
    }),
  ];
}

/** How many messages were ever sent on a link is for rates only. */
function withoutSent({ link, ...peer }: PeerView): PeerView {
  if (link === undefined) return peer;
  const { sent: _, ...view } = link;
  return { ...peer, link: view };
}
