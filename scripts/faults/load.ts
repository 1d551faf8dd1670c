import { BayeuxClient } from "../../core/client/node.js";
import type { FaultNode } from "./fault-node.js";

/** A message that a node took from its publisher. */
interface Accepted {
  readonly from: number;
  readonly number: number;
  readonly atMs: number;
}

/** What became of the messages of one experiment, over all pairs of a publisher's and a subscriber's node. */
export interface Account {
  /** Accepted messages times nodes other than their own. */
  readonly expected: number;
  readonly lost: number;
  /** Lost, and neither the subscriber's node nor its client was told of a gap. Must be 0. */
  readonly untold: number;
  readonly doubled: number;
}

/** Between two messages of one publisher. */
const PERIOD_MS = 20;
/** A gap must be told so soon after what was lost in it, while the node that is to tell it runs. */
const TOLD_WITHIN_MS = 4_000;
/** A client that has just lost its session subscribes again within this. */
const RESUBSCRIBED_WITHIN_MS = 3_000;

/** One client on one node: publishes numbered messages, and hears those of all. */
class LoadClient {
  readonly node: FaultNode;
  readonly client: BayeuxClient;
  /** How often each message was heard, by `from/number`. */
  readonly heard = new Map<string, number>();
  /** When messages may have been missed by this client's own session, in ms since the epoch. */
  readonly gapsMs: number[] = [];
  /** Since when the subscription stands; undefined while it does not. */
  subscribedMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #number = 0;

  constructor(node: FaultNode, index: number, accepted: Accepted[]) {
    this.node = node;
    this.client = new BayeuxClient({ url: node.clientUrl, minRetryMs: 50, maxRetryMs: 500 });
    this.client.onGap(({ sinceMs }) => this.gapsMs.push(sinceMs));
    this.client.onState((state) => {
      if (state !== "connected") this.gapsMs.push(Date.now());
    });
    this.client.subscribe("/load/*", ({ data }) => {
      const key = data as string;
      this.heard.set(key, (this.heard.get(key) ?? 0) + 1);
    });
    this.#timer = setInterval(() => {
      if (this.client.state !== "connected") return;
      const [number, atMs] = [this.#number, Date.now()];
      this.#number += 1;
      this.client.publish(`/load/${index}`, `${index}/${number}`).then(
        () => accepted.push({ from: index, number, atMs }),
        () => {},
      );
    }, PERIOD_MS);
  }

  stopPublishing(): void {
    clearInterval(this.#timer);
  }
}

/** A client on every node, each publishing to all, counted message by message. */
export class Load {
  readonly #nodes: readonly FaultNode[];
  readonly #clients: readonly LoadClient[];
  readonly #accepted: Accepted[] = [];

  private constructor(nodes: readonly FaultNode[]) {
    this.#nodes = nodes;
    this.#clients = nodes.map((node, index) => new LoadClient(node, index, this.#accepted));
  }

  /** @returns when every client is subscribed and hears every node */
  static async start(nodes: readonly FaultNode[]): Promise<Load> {
    const load = new Load(nodes);
    await Promise.all(
      load.#clients.map(({ client }) => client.handshake({ ext: { authentication: { user: "load" } } })),
    );
    await load.flows(20_000);
    load.#accepted.length = 0;
    for (const client of load.#clients) client.heard.clear();
    return load;
  }

  /** Waits until each client hears what every node publishes from now on. @throws Error naming the pairs that are silent */
  async flows(timeoutMs: number): Promise<void> {
    const sinceMs = Date.now();
    const silent = (): string[] =>
      this.#clients.flatMap(({ heard }, to) =>
        this.#nodes.flatMap((_, from) =>
          this.#accepted.some((one) => one.from === from && one.atMs > sinceMs && heard.has(`${from}/${one.number}`))
            ? []
            : [`${from}->${to}`],
        ),
      );
    while (silent().length > 0) {
      if (Date.now() - sinceMs > timeoutMs) throw new Error(`silent after ${timeoutMs} ms: ${silent().join(" ")}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Ends the load, and counts. @param settleMs - what is under way gets so long */
  async finish(settleMs = 1_000): Promise<Account> {
    for (const client of this.#clients) client.stopPublishing();
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    let [expected, lost, untold, doubled] = [0, 0, 0, 0];
    for (const [to, { heard, gapsMs, node }] of this.#clients.entries()) {
      for (const count of heard.values()) doubled += count - 1;
      for (const { from, number, atMs } of this.#accepted) {
        if (from === to) continue;
        expected += 1;
        if (heard.has(`${from}/${number}`)) continue;
        lost += 1;
        const toldToClient = gapsMs.some(
          (gapMs) => gapMs > atMs - RESUBSCRIBED_WITHIN_MS && gapMs < atMs + TOLD_WITHIN_MS,
        );
        if (!toldToClient && !wasTold(this.#nodes[from]!, node, atMs)) untold += 1;
      }
    }
    await Promise.all(this.#clients.map(({ client }) => client.disconnect().catch(() => {})));
    for (const { client } of this.#clients) client.abort();
    return { expected, lost, untold, doubled };
  }
}

/**
 * Whether a node was told that it may miss what was published on another at that time: the other was no member then, or a
 * gap was told soon after, or the publisher's node had not got it back as a member since the last one.
 */
function wasTold(publisher: FaultNode, subscriber: FaultNode, atMs: number): boolean {
  const membership = subscriber.news.findLast(
    ({ kind, peer, atMs: saidMs }) =>
      peer === publisher.url && (kind === "joined" || kind === "left") && saidMs <= atMs,
  );
  const startedMs = subscriber.startsMs.findLast((startMs) => startMs <= atMs) ?? 0;
  if (membership?.kind !== "joined" || membership.atMs < startedMs) return true;
  const gaps = subscriber.news.filter(
    ({ kind, peer }) => peer === publisher.url && (kind === "gap" || kind === "left"),
  );
  const deadlineMs = subscriber.runsUntil(atMs, TOLD_WITHIN_MS);
  if (gaps.some((gap) => gap.atMs >= atMs && gap.atMs < deadlineMs)) return true;
  const last = gaps.findLast((gap) => gap.atMs < atMs);
  if (last === undefined) return false;
  return !publisher.news.some(
    ({ kind, peer, atMs: joinedMs }) =>
      kind === "joined" && peer === subscriber.url && joinedMs > last.atMs && joinedMs < atMs,
  );
}
