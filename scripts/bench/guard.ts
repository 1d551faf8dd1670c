import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Contest, type Effort, runContest } from "./contest.js";
import { contests } from "./contests.js";
import { MOST_LOSS, type Ratios, verdictsOf } from "./guard-verdict.js";
import { median, reportOf, round } from "./report.js";
import { tableOf } from "./tables.js";

// Fails when a key scenario costs more than 15% over what it did when the baseline was written, against the yardstick that
// runs beside it: what the machine does to the one it does to the other.
//
//   npm run bench:guard [-- --write]

interface Baseline {
  readonly date: string;
  readonly node: string;
  readonly ratios: Ratios;
}

/** Bare yardsticks only: peers change with their versions. */
const KEY: readonly { contest: string; pattern: string; of: string; over: string }[] = [
  { contest: "fan-out 100", pattern: "one by one", of: "one node", over: "bare net" },
  { contest: "fan-out 100", pattern: "bursts of 50", of: "one node", over: "bare net" },
  { contest: "fan-out 1000", pattern: "one by one", of: "one node", over: "bare net" },
  { contest: "user to user", pattern: "one by one", of: "two nodes", over: "bare ws relay" },
  { contest: "login", pattern: "logins", of: "one node", over: "bare ws" },
];

/** Many short rounds by turns: a median of these moves less than that of few long ones. */
const EFFORT: Effort = { rounds: 15, durationMs: 300, warmUpMs: 1_500, idleMs: 0 };
const FILE = fileURLToPath(new URL("../../../scripts/bench/baseline.json", import.meta.url));

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const measured = await measure();
if (values.write) await write(measured);
else process.exitCode = compare(measured, JSON.parse(await readFile(FILE, "utf8")) as Baseline) ? 0 : 1;

async function measure(): Promise<Baseline> {
  const all = contests({ isInstalled: false, hasCompiler: false, redisPort: undefined }, false);
  const ratios: Record<string, { ratio: number; spread: number }> = {};
  for (const name of new Set(KEY.map(({ contest }) => contest))) {
    const keys = KEY.filter(({ contest }) => contest === name);
    const series = await runContest(narrowed(all.find((contest) => contest.name === name)!, keys), EFFORT);
    for (const { pattern, of, over } of keys) {
      const costsOf = (contender: string): number[] =>
        series
          .find((one) => one.contender.name === contender && one.pattern === pattern)!
          .rounds.map(({ cpuMicros, deliveries }) => cpuMicros / deliveries);
      const yardstick = costsOf(over);
      const each = costsOf(of).map((cost, index) => cost / yardstick[index]!);
      const ratio = median(each);
      const spread = median(each.map((one) => Math.abs(one - ratio))) / ratio;
      ratios[`${name}, ${pattern}`] = { ratio: round(ratio), spread: round(spread) };
    }
  }
  const { date, machine } = reportOf([], EFFORT, 0);
  return { date, node: machine.node, ratios };
}

/** Only what is looked at takes part. */
function narrowed(contest: Contest, keys: typeof KEY): Contest {
  const names = keys.flatMap(({ of, over }) => [over, of]);
  const contenders = contest.contenders.filter(({ name }) => names.includes(name));
  const patterns = contest.patterns.filter(({ name }) => keys.some(({ pattern }) => pattern === name));
  return { ...contest, contenders, patterns };
}

/** @returns whether nothing was lost */
function compare(now: Baseline, baseline: Baseline): boolean {
  const verdicts = verdictsOf(now.ratios, baseline.ratios);
  const rows = verdicts.map(({ name, before, ratio, change, spread, verdict }) => [
    ...[name, String(before ?? ""), String(ratio), percent(change), percent(spread), verdict],
  ]);
  console.log(tableOf(["scenario", "baseline", "now", "change", "spread", "verdict"], rows, 1));
  const isGood = verdicts.every(({ verdict }) => verdict !== "LOST");
  if (!isGood) console.log(`\nmore than ${percent(MOST_LOSS)} lost. If that is meant: npm run bench:guard -- --write`);
  return isGood;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

async function write(baseline: Baseline): Promise<void> {
  await writeFile(FILE, `${JSON.stringify(baseline, null, 2)}\n`);
  console.log(`written: ${FILE}`);
}
