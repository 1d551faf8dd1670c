import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BenchChild } from "./child-process.js";
import { type Contest, type Effort, runContest } from "./contest.js";
import { contests } from "./contests.js";
import { MOST_LOSS, type Ratios, verdictsOf } from "./guard-verdict.js";
import { median, reportOf, round } from "./report.js";
import { tableOf } from "./tables.js";

// Fails when a key scenario costs more than 15% over what it did when the baseline was written, against the yardstick that
// runs beside it: what the machine does to the one it does to the other.
//
//   npm run bench:guard [-- --in-memory] [-- --write]
//
// --in-memory leaves out what goes through sockets, which a busy machine disturbs: that part is for CI.

interface Baseline {
  readonly date: string;
  readonly node: string;
  readonly cpu: string;
  readonly ratios: Ratios;
}

/** Bare yardsticks only: peers change with their versions. */
const KEY: readonly { contest: string; pattern: string; of: string; over: string }[] = [
  { contest: "fan-out 100", pattern: "one by one", of: "one node", over: "bare net" },
  { contest: "fan-out 100", pattern: "bursts of 50", of: "one node", over: "bare net" },
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "bare net" },
  { contest: "user to user", pattern: "one by one", of: "two nodes", over: "bare ws relay" },
  { contest: "login", pattern: "storm", of: "one node", over: "bare ws" },
];

/** Many short rounds by turns: a median of these moves less than that of few long ones. */
const EFFORT: Effort = { rounds: 15, durationMs: 300, warmUpMs: 1_500, idleMs: 0 };
const FILE = fileURLToPath(new URL("../../../scripts/bench/baseline.json", import.meta.url));

/** Of an odd number of processes the middle one counts: V8 does not come to the same code in each. */
const PROCESSES = 5;
const STEADY_V8 = ["--single-threaded", "--hash-seed=1", "--random-seed=1"];

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, "in-memory": { type: "boolean", default: false } },
});
if (values.write && values["in-memory"]) throw new Error("--write is for all of it: leave --in-memory out");
const measured = await measure(values["in-memory"]);
if (values.write) await write(measured);
else await judge(measured, JSON.parse(await readFile(FILE, "utf8")) as Baseline);

async function measure(onlyInMemory: boolean): Promise<Baseline> {
  const ratios = { ...(await measureInMemory()), ...(onlyInMemory ? {} : await measureSockets()) };
  const { date, machine } = reportOf([], EFFORT, 0);
  return { date, node: machine.node, cpu: machine.cpu, ratios };
}

async function measureInMemory(): Promise<Ratios> {
  const runs: Record<string, number>[] = [];
  while (runs.length < PROCESSES) {
    const child = new BenchChild("in-memory", STEADY_V8);
    runs.push(await child.request<Record<string, number>>("measure"));
    await child.stop();
  }
  return Object.fromEntries(Object.keys(runs[0]!).map((name) => [name, ratioOf(runs.map((run) => run[name]!))]));
}

async function measureSockets(): Promise<Ratios> {
  const all = contests({ isInstalled: false, hasCompiler: false, redisPort: undefined }, false);
  const ratios: Record<string, Ratios[string]> = {};
  for (const name of new Set(KEY.map(({ contest }) => contest))) {
    const keys = KEY.filter(({ contest }) => contest === name);
    const series = await runContest(narrowed(all.find((contest) => contest.name === name)!, keys), EFFORT);
    for (const { pattern, of, over } of keys) {
      const costsOf = (contender: string): number[] =>
        series
          .find((one) => one.contender.name === contender && one.pattern === pattern)!
          .rounds.map(({ cpuMicros, deliveries }) => cpuMicros / deliveries);
      const yardstick = costsOf(over);
      ratios[`${name}, ${pattern}`] = ratioOf(costsOf(of).map((cost, index) => cost / yardstick[index]!));
    }
  }
  return ratios;
}

function ratioOf(each: readonly number[]): Ratios[string] {
  const ratio = median(each);
  const spread = median(each.map((one) => Math.abs(one - ratio))) / ratio;
  return { ratio: Math.round(ratio * 1_000) / 1_000, spread: round(spread) };
}

/** Only what is looked at takes part. */
function narrowed(contest: Contest, keys: typeof KEY): Contest {
  const names = keys.flatMap(({ of, over }) => [over, of]);
  const contenders = contest.contenders.filter(({ name }) => names.includes(name));
  const patterns = contest.patterns.filter(({ name }) => keys.some(({ pattern }) => pattern === name));
  return { ...contest, contenders, patterns };
}

/** What was lost is measured once more, since a busy machine can look like a loss; the lower of both counts. */
async function judge(now: Baseline, baseline: Baseline): Promise<void> {
  const isSame = now.cpu === baseline.cpu && majorOf(now.node) === majorOf(baseline.node);
  if (compare(now, baseline)) return;
  if (!isSame) {
    console.log(`\nno verdict: the baseline is of ${baseline.cpu}, Node ${baseline.node}; elsewhere ratios are others`);
    return;
  }
  console.log("\nonce more:");
  const again = await measure(values["in-memory"]);
  const ratios = Object.entries(again.ratios).map(([name, one]) => {
    const before = now.ratios[name]!;
    return [name, before.ratio < one.ratio ? before : one] as const;
  });
  if (compare({ ...again, ratios: Object.fromEntries(ratios) }, baseline)) return;
  console.log(`\nmore than ${percent(MOST_LOSS)} lost. If that is meant: npm run bench:guard -- --write`);
  process.exitCode = 1;
}

function majorOf(version: string): string {
  return version.split(".", 1)[0]!;
}

/** @returns whether nothing was lost */
function compare(now: Baseline, baseline: Baseline): boolean {
  const verdicts = verdictsOf(now.ratios, baseline.ratios);
  const rows = verdicts.map(({ name, before, ratio, change, spread, verdict }) => [
    ...[name, String(before ?? ""), String(ratio), percent(change), percent(spread), verdict],
  ]);
  console.log(tableOf(["scenario", "baseline", "now", "change", "spread", "verdict"], rows, 1));
  return verdicts.every(({ verdict }) => verdict !== "LOST");
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

async function write(baseline: Baseline): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(`written: ${FILE}`);
}
