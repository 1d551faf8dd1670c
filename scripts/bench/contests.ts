import type { Contender, Contest, Pattern } from "./contest.js";

/** What there is to compare with on this machine. */
export interface Peers {
  /** Faye, Socket.IO and CometD's server are installed. */
  readonly isInstalled: boolean;
  readonly hasCompiler: boolean;
  /** Where a Redis listens; undefined for none. */
  readonly redisPort: number | undefined;
}

const STEADY: Pattern = { name: "one by one", burst: 1 };
const BURSTS: Pattern = { name: "bursts of 50", burst: 50 };
const SHORT_BURSTS: Pattern = { name: "bursts of 10", burst: 10 };
/** As the load generator has it. */
const FROZEN_SHARE = 0.1;

const BARE_WS: Contender = { name: "bare ws", program: "servers/bare-ws-server", dialect: "bare" };
const BARE_NET: Contender = { name: "bare net", program: "servers/bare-net-server", dialect: "bare" };
const BARE_HTTP: Contender = { name: "bare http", program: "servers/bare-http-server", dialect: "bayeux" };
const EPOLL: Contender = { name: "C epoll", program: "servers/epoll-server", dialect: "bare" };
const RELAY: Contender = { name: "bare ws relay", program: "servers/bare-relay-server", dialect: "bare", servers: 2 };
const FAYE: Contender = { name: "Faye", program: "peers/faye.mjs", dialect: "bayeux" };
const COMETD: Contender = { name: "CometD Node.js", program: "peers/cometd.mjs", dialect: "bayeux" };
const SOCKET_IO: Contender = { name: "Socket.IO", program: "peers/socket-io.mjs", dialect: "socket.io" };
const SOCKET_IO_CLUSTER: Contender = {
  ...SOCKET_IO,
  name: "Socket.IO, cluster",
  program: "peers/socket-io-cluster.mjs",
};

function nodes(servers: number, more: Partial<Contender> = {}): Contender {
  const name = ["", "one node", "two nodes", "three nodes"][servers] ?? `${servers} nodes`;
  return { name, program: "servers/bus-server", dialect: "bayeux", servers, ...more };
}

/** Only the owners of a user are told of his login, not all nodes. */
function shards(servers: number): Contender {
  const name = ["", "", "two, shards", "three, shards"][servers] ?? `${servers}, shards`;
  return nodes(servers, { name, start: { presence: "shard" } });
}

const JSON_LINK = nodes(2, { name: "two, JSON link", start: { linkEncoding: "json" } });

/** @param isQuick - the same paths with few clients */
export function contests(peers: Peers, isQuick: boolean): Contest[] {
  const size = (clients: number): number => (isQuick ? Math.min(clients, 20) : clients);
  const foreign = (...contenders: Contender[]): Contender[] => (peers.isInstalled ? contenders : []);
  const redis = (): Contender[] => {
    if (!peers.isInstalled || peers.redisPort === undefined) return [];
    const start = { redisPort: peers.redisPort };
    return [{ ...SOCKET_IO, name: "Socket.IO, Redis", program: "peers/socket-io-redis.mjs", servers: 2, start }];
  };
  // What counts here is the 99th percentile: a round has 120 messages, which a dozen are too few for.
  const frozenRound = { ...rate(40), minRoundMs: isQuick ? 0 : 3_000 };
  const fanOut = (clients: number): Contest => ({
    name: `fan-out ${clients}`,
    kind: "broadcast",
    clients,
    contenders: [
      BARE_WS,
      BARE_NET,
      ...(peers.hasCompiler && !isQuick ? [EPOLL] : []),
      nodes(1),
      ...foreign(SOCKET_IO, FAYE),
    ],
    patterns: [STEADY, rate(10_000 / clients), clients === 5_000 ? SHORT_BURSTS : BURSTS],
  });
  const all: Contest[] = [
    ...(isQuick ? [20] : [100, 1_000, 5_000]).map(fanOut),
    {
      name: "frozen readers",
      kind: "frozen",
      clients: size(1_000),
      // With the usual policy a session that does not read ends, and takes no memory any more: here it stays.
      contenders: [nodes(1, { start: { queuePolicy: "drop-oldest" }, drops: true }), ...foreign(SOCKET_IO)],
      patterns: [
        { ...frozenRound, name: "all read" },
        { ...frozenRound, name: "10% frozen", frozen: { share: FROZEN_SHARE, isFilled: false } },
        { ...frozenRound, name: "10% frozen, full", frozen: { share: FROZEN_SHARE, isFilled: true } },
      ],
    },
    {
      name: "channels",
      kind: "topics",
      clients: size(1_000),
      contenders: [nodes(1), ...foreign(SOCKET_IO, FAYE)],
      patterns: [STEADY, BURSTS],
    },
    {
      name: "chat",
      kind: "chat",
      clients: size(1_000),
      contenders: [nodes(1), ...foreign(SOCKET_IO, FAYE)],
      // 100 members a room: so many deliveries a batch of ten.
      patterns: [20, 90].map((batches) => ({ name: `${batches} batches/s`, burst: 10, goesPerSecond: batches })),
      padding: 30,
    },
    {
      name: "mesh-hop 1",
      kind: "broadcast",
      clients: 1,
      contenders: [nodes(1), nodes(2), JSON_LINK],
      patterns: [STEADY, BURSTS],
    },
    {
      name: "across nodes",
      kind: "broadcast",
      clients: size(1_000),
      contenders: [
        nodes(1),
        nodes(2, { isSpread: true }),
        nodes(3, { isSpread: true }),
        ...foreign({ ...SOCKET_IO_CLUSTER, isSpread: true }),
        ...redis().map((contender) => ({ ...contender, isSpread: true })),
      ],
      patterns: [STEADY, rate(10), BURSTS],
    },
    {
      name: "user to user",
      kind: "users",
      clients: isQuick ? 5 : 50,
      contenders: [RELAY, nodes(1), nodes(2), JSON_LINK, ...foreign(SOCKET_IO_CLUSTER), ...redis()],
      patterns: [STEADY, rate(800), rate(10_000), BURSTS],
    },
    {
      name: "login",
      kind: "idle",
      counts: "logins",
      clients: size(1_000),
      contenders: [
        BARE_WS,
        nodes(1),
        ...[nodes(2), shards(2)],
        ...(isQuick ? [] : [nodes(3), shards(3), nodes(5), shards(5)]),
        ...foreign(SOCKET_IO, FAYE),
      ],
      patterns: [],
    },
    {
      name: "login",
      kind: "idle",
      counts: "first logins",
      clients: size(1_000),
      contenders: [BARE_WS, nodes(1), ...foreign(SOCKET_IO, FAYE)],
      patterns: [],
    },
    ...(isQuick ? [50] : [10_000, 15_000]).map(
      (clients): Contest => ({
        name: `idle ${clients}`,
        kind: "idle",
        counts: "idle",
        clients,
        contenders: [BARE_WS, nodes(1), ...(clients === 15_000 ? [] : foreign(SOCKET_IO, FAYE))],
        patterns: [],
      }),
    ),
    {
      name: "long-polling",
      kind: "polling",
      clients: isQuick ? 5 : 100,
      contenders: [BARE_HTTP, nodes(1), ...foreign(SOCKET_IO, FAYE, COMETD)],
      patterns: [STEADY],
    },
  ];
  return all;
}

function rate(messagesPerSecond: number): Pattern {
  return { name: `${messagesPerSecond}/s`, burst: 1, goesPerSecond: messagesPerSecond };
}
