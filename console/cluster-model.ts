/** What WatchCluster tells, as its HTTP twin does. */
export interface Snapshot {
  readonly time: string;
  readonly nodes: readonly NodeStatus[];
}

export interface NodeStatus {
  readonly url: string;
  readonly id?: string;
  readonly state?: string;
  readonly answered: boolean;
  readonly sessions: number;
  readonly users: number;
  readonly channels: number;
  readonly peers: readonly PeerStatus[];
  readonly rates?: Rates;
}

export interface Rates {
  readonly received: number;
  readonly published: number;
  readonly delivered: number;
  readonly dropped: number;
  readonly logins: number;
}

export interface PeerStatus {
  readonly url: string;
  readonly state: string;
  readonly since: string;
  readonly link?: LinkStatus;
}

export interface LinkStatus {
  readonly out: string;
  readonly in: string;
  readonly roundTripMs?: number;
  readonly queuedMessages: number;
  readonly queuedBytes: number;
  readonly gaps: number;
  readonly interest?: number;
  readonly version?: number;
  readonly sentPerSecond?: number;
}

/**
 * How a node is, in one word. `ready`, `joining`, `draining`: its own; of one that does not answer what the others say:
 * `suspected`, `lost`; `silent`: linked, and does not answer; `foreign`: linked, and CometD's, which is never asked.
 */
export type NodeHealth = "ready" | "joining" | "draining" | "suspected" | "lost" | "silent" | "foreign";

export interface NodeModel {
  readonly url: string;
  readonly health: NodeHealth;
  readonly answered: boolean;
  readonly sessions: number;
  readonly users: number;
  readonly channels: number;
  readonly rates: Rates;
  /** Whether {@link rates} were measured: the first look has none. */
  readonly isMeasured: boolean;
}

/** `up`: both ends have it open; `partial`: one of them; `down`: a peer is suspected or lost, or neither end has it. */
export type LinkHealth = "up" | "partial" | "down";

/** The link of two nodes, `a` before `b` by URL; what an end said of it is undefined where that did not answer. */
export interface LinkModel {
  readonly a: string;
  readonly b: string;
  readonly health: LinkHealth;
  readonly aToB: number | undefined;
  readonly bToA: number | undefined;
  readonly roundTripMs: number | undefined;
  readonly queuedMessages: number;
  readonly gaps: number;
  /** In a few words, for people. */
  readonly text: string;
}

export interface ClusterModel {
  readonly nodes: readonly NodeModel[];
  readonly links: readonly LinkModel[];
  readonly totals: Rates & { readonly sessions: number; readonly nodesUp: number; readonly linksUp: number };
}

const NO_RATES: Rates = { received: 0, published: 0, delivered: 0, dropped: 0, logins: 0 };

/** The cluster as one picture, made of what its nodes say of themselves and of each other. Pure. */
export function clusterModel({ nodes: statuses }: Pick<Snapshot, "nodes">): ClusterModel {
  const nodes = statuses
    .map((status) => nodeModel(status, statuses))
    .sort((one, other) => (one.url < other.url ? -1 : 1));
  const links = linkModels(statuses);
  const sum = (read: (node: NodeModel) => number): number => nodes.reduce((total, node) => total + read(node), 0);
  return {
    nodes,
    links,
    totals: {
      sessions: sum(({ sessions }) => sessions),
      nodesUp: nodes.filter(({ health }) => health === "ready" || health === "foreign").length,
      linksUp: links.filter(({ health }) => health === "up").length,
      received: sum(({ rates }) => rates.received),
      published: sum(({ rates }) => rates.published),
      delivered: sum(({ rates }) => rates.delivered),
      dropped: sum(({ rates }) => rates.dropped),
      logins: sum(({ rates }) => rates.logins),
    },
  };
}

function nodeModel(status: NodeStatus, all: readonly NodeStatus[]): NodeModel {
  const { url, answered, sessions = 0, users = 0, channels = 0, rates = NO_RATES } = status;
  const isMeasured = status.rates !== undefined;
  return { url, answered, sessions, users, channels, rates, isMeasured, health: healthOf(status, all) };
}

function healthOf({ url, state, answered }: NodeStatus, all: readonly NodeStatus[]): NodeHealth {
  if (answered && (state === "ready" || state === "joining" || state === "draining")) return state;
  const views = all
    .filter((other) => other.answered && other.url !== url)
    .flatMap(({ peers }) => peers.filter((peer) => peer.url === url));
  // The worst word counts: one node that has lost it is one link less.
  for (const word of ["lost", "suspected"] as const) if (views.some((view) => view.state === word)) return word;
  const joined = views.filter((view) => view.state === "joined");
  if (joined.length === 0) return views.length === 0 ? "silent" : "joining";
  return joined.every(({ link }) => link !== undefined && link.version === undefined) ? "foreign" : "silent";
}

function linkModels(all: readonly NodeStatus[]): LinkModel[] {
  const ends = new Map<string, { a: string; b: string; ofA?: PeerStatus; ofB?: PeerStatus }>();
  for (const { url, peers, answered } of all) {
    if (!answered) continue;
    for (const peer of peers) {
      const [a, b] = url < peer.url ? [url, peer.url] : [peer.url, url];
      const key = `${a} ${b}`;
      const known = ends.get(key) ?? { a, b };
      ends.set(key, url === a ? { ...known, ofA: peer } : { ...known, ofB: peer });
    }
  }
  return [...ends.values()]
    .map(({ a, b, ofA, ofB }) => linkModel(a, b, ofA, ofB))
    .sort((one, other) => (`${one.a} ${one.b}` < `${other.a} ${other.b}` ? -1 : 1));
}

function linkModel(a: string, b: string, ofA: PeerStatus | undefined, ofB: PeerStatus | undefined): LinkModel {
  const views = [ofA, ofB].filter((view) => view !== undefined);
  const trips = views.flatMap(({ link }) => link?.roundTripMs ?? []);
  const health = linkHealth(views);
  return {
    a,
    b,
    health,
    aToB: ofA?.link?.sentPerSecond,
    bToA: ofB?.link?.sentPerSecond,
    roundTripMs: trips.length === 0 ? undefined : Math.max(...trips),
    queuedMessages: views.reduce((sum, { link }) => sum + (link?.queuedMessages ?? 0), 0),
    gaps: views.reduce((sum, { link }) => sum + (link?.gaps ?? 0), 0),
    text: health === "up" ? "open" : [...new Set(views.map(viewText))].join("; "),
  };
}

function linkHealth(views: readonly PeerStatus[]): LinkHealth {
  if (views.some(({ state }) => state === "lost" || state === "suspected")) return "down";
  const open = views.map(({ link, state }) => state === "joined" && link?.out === "open" && link.in === "joined");
  if (open.every(Boolean)) return "up";
  return views.some(({ link }) => link !== undefined && (link.out === "open" || link.in === "joined"))
    ? "partial"
    : "down";
}

function viewText({ state, link }: PeerStatus): string {
  return link === undefined ? state : `${state}: out ${link.out}, in ${link.in}`;
}
