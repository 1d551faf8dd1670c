import { FaultNode } from "./fault-node.js";
import { Lab } from "./lab.js";
import { type Account, Load } from "./load.js";

/** One line of the report. Times in milliseconds; undefined where they make no sense. */
export interface Result {
  readonly experiment: string;
  /** From the fault until the last node that had to notice said so. */
  readonly noticeMs: number | undefined;
  /** From the fault's end until every node has all others as members, and messages flow between all. */
  readonly healMs: number | undefined;
  readonly account: Account | undefined;
}

/** What experiments are done with. */
export interface Bench {
  readonly lab: Lab;
  readonly nodes: readonly FaultNode[];
  /** Length of a fault, in milliseconds. */
  readonly faultMs: number;
}

/** Real time is what is measured: how long a fault lasts, and the load that flows before it and after. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const LOST = ["suspected", "left"] as const;

/** Waits until each node has exactly the others as members. */
export async function allJoined(nodes: readonly FaultNode[], timeoutMs = 30_000): Promise<void> {
  await Promise.all(
    nodes.map((node) => {
      const others = nodes.filter((other) => other !== node);
      return node.until(
        () => node.members.size === others.length && others.every(({ url }) => node.members.has(url)),
        timeoutMs,
        "have all others as members",
      );
    }),
  );
}

/** @param pairs - who must notice whom */
async function noticed(pairs: readonly (readonly [FaultNode, FaultNode])[], sinceMs: number): Promise<number> {
  await Promise.all(
    pairs.map(([node, peer]) =>
      node.until(() => node.said(LOST, peer.url, sinceMs) !== undefined, 15_000, `notice ${peer.url}`),
    ),
  );
  return Math.max(...pairs.map(([node, peer]) => node.said(LOST, peer.url, sinceMs)! - sinceMs));
}

/** Pairs of nodes that are in different groups. */
function across(...groups: readonly (readonly FaultNode[])[]): [FaultNode, FaultNode][] {
  return groups.flatMap((group, index) =>
    groups.flatMap((others, other) =>
      other === index ? [] : group.flatMap((a) => others.map((b): [FaultNode, FaultNode] => [a, b])),
    ),
  );
}

async function healed(nodes: readonly FaultNode[], load: Load): Promise<number> {
  const sinceMs = Date.now();
  await allJoined(nodes);
  await load.flows(20_000);
  return Date.now() - sinceMs;
}

/** A fault that lasts a while, and ends. */
async function during(
  { nodes, faultMs }: Bench,
  experiment: string,
  fault: {
    begin(): Promise<void> | void;
    end(): Promise<void> | void;
    /** Who must notice whom. */
    readonly pairs: readonly (readonly [FaultNode, FaultNode])[];
  },
): Promise<Result> {
  const load = await Load.start(nodes);
  await pause(500);
  const sinceMs = Date.now();
  await fault.begin();
  const noticeMs = fault.pairs.length === 0 ? undefined : await noticed(fault.pairs, sinceMs);
  await pause(Math.max(0, sinceMs + faultMs - Date.now()));
  await fault.end();
  const healMs = await healed(nodes, load);
  await pause(500);
  return { experiment, noticeMs, healMs, account: await load.finish() };
}

/** Every experiment, by its name. Each begins and ends with all nodes joined. */
export const EXPERIMENTS: Readonly<Record<string, (bench: Bench) => Promise<Result>>> = {
  "partition 2|1": (bench) => {
    const [a, b, c] = bench.nodes as [FaultNode, FaultNode, FaultNode];
    const { lab } = bench;
    return during(bench, "partition 2|1", {
      begin: () => lab.partition([a.host, b.host], [c.host]),
      end: () => lab.heal(),
      pairs: across([a, b], [c]),
    });
  },

  "partition 1|1|1": (bench) => {
    const { lab, nodes } = bench;
    return during(bench, "partition 1|1|1", {
      begin: () => lab.partition(...nodes.map(({ host }) => [host])),
      end: () => lab.heal(),
      pairs: across(...nodes.map((node) => [node])),
    });
  },

  "one-way drop": (bench) => {
    const [a, b] = bench.nodes as [FaultNode, FaultNode];
    return during(bench, "one-way drop", {
      begin: () => a.host.cut(b.host, "out"),
      end: () => bench.lab.heal(),
      pairs: across([a], [b]),
    });
  },

  "half-open link": (bench) => {
    const [a, b] = bench.nodes as [FaultNode, FaultNode];
    // While nothing passes, one end dies and comes back: the other end's connections lead to a process that is gone.
    return during(bench, "half-open link", {
      begin: async () => {
        await a.host.cut(b.host, "both");
        await b.kill();
        await b.start();
      },
      end: () => bench.lab.heal(),
      pairs: [[a, b]],
    });
  },

  "pause and wake": (bench) => {
    const [a, b, c] = bench.nodes as [FaultNode, FaultNode, FaultNode];
    return during(bench, "pause and wake", {
      begin: () => b.pause(),
      end: () => b.resume(),
      pairs: [
        [a, b],
        [c, b],
      ],
    });
  },

  "kill -9 ×20": async ({ nodes }) => {
    const load = await Load.start(nodes);
    const notices: number[] = [];
    const heals: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const victim = nodes[round % nodes.length]!;
      const others = nodes.filter((node) => node !== victim);
      const sinceMs = Date.now();
      await victim.kill();
      notices.push(await noticed(across(others, [victim]).slice(0, others.length), sinceMs));
      await victim.start();
      heals.push(await healed(nodes, load));
    }
    const account = await load.finish();
    return { experiment: "kill -9 ×20", noticeMs: Math.max(...notices), healMs: Math.max(...heals), account };
  },

  "rolling restart": async ({ nodes }) => {
    const load = await Load.start(nodes);
    let healMs = 0;
    for (const node of nodes) {
      await node.stop();
      await node.start();
      healMs = Math.max(healMs, await healed(nodes, load));
    }
    return { experiment: "rolling restart", noticeMs: undefined, healMs, account: await load.finish() };
  },

  "change of address": async ({ nodes }) => {
    const moved = nodes.at(-1)!;
    const load = await Load.start(nodes);
    await pause(500);
    const others = nodes.filter((node) => node !== moved);
    const old = moved.url;
    const sinceMs = Date.now();
    await moved.kill();
    await moved.host.changeAddress();
    await moved.start();
    const healMs = await healed(nodes, load);
    await Promise.all(others.map((node) => node.until(() => !node.members.has(old), 15_000, "forget the old address")));
    const noticeMs = Math.max(...others.map((node) => node.said(LOST, old, sinceMs)! - sinceMs));
    return { experiment: "change of address", noticeMs, healMs, account: await load.finish() };
  },
};

/** Time from the start of all nodes at once until each has all others as members. */
export async function startAtOnce(nodes: readonly FaultNode[]): Promise<Result> {
  await Promise.all(nodes.map((node) => node.start()));
  const listenMs = Date.now();
  await allJoined(nodes);
  const healMs = Date.now() - listenMs;
  const experiment = `${nodes.length} nodes at once`;
  return { experiment, noticeMs: undefined, healMs, account: undefined };
}

/** Does the work in a lab of its own, whose nodes are not started yet. Leaves nothing behind. */
export async function inLab<T>(count: number, work: (lab: Lab, nodes: readonly FaultNode[]) => Promise<T>): Promise<T> {
  const lab = await Lab.create(count);
  const nodes: FaultNode[] = lab.hosts.map((host) => new FaultNode(host, () => nodes.map(({ url }) => url)));
  try {
    return await work(lab, nodes);
  } finally {
    for (const node of nodes) node.resume();
    await Promise.all(nodes.map((node) => node.kill()));
    await lab.remove();
  }
}
