import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chartOf } from "./chart.js";
import { type Contest, type Effort, runContest, type Series } from "./contest.js";
import { contests } from "./contests.js";
import { estimateMs } from "./estimate.js";
import { goalsTable } from "./goals.js";
import { mostOpenFiles } from "./open-files.js";
import { findPeers } from "./peers.js";
import { machineLoad, type Report, reportOf } from "./report.js";
import { captionOf, tablesOf } from "./tables.js";

// Prints what a delivery, a login and an idle session cost the servers, in CPU time and memory, and fails if any message
// is missing. `npm run bench -- --help` lists the options.

const HELP = `npm run bench -- [options]
  --quick            every path with few clients and short rounds; its numbers mean little
  --only NAME,...    the scenarios whose names begin so
  --pattern TEXT     of these the patterns that have this in their names
  --no-peers         without Faye, Socket.IO and CometD's server, which are installed from npm else
  --rounds N         rounds of each pattern (5)
  --seconds N        length of a round (0.6)
  --json FILE        the numbers
  --chart FILE       bars, as SVG
  --docs             numbers, chart and tables of docs/performance.md
  --cpu-prof FOLDER  where the servers leave CPU profiles`;

/** Idle sessions are watched for two heartbeats: all of these servers have one each 25 s. */
const FULL: Effort = { rounds: 5, durationMs: 600, warmUpMs: 600, idleMs: 50_000 };
const QUICK: Effort = { rounds: 1, durationMs: 150, warmUpMs: 50, idleMs: 200 };

const SPARE_FILES = 200;

const DOCS = fileURLToPath(new URL("../../../docs/", import.meta.url));
const MARKS = { begin: "<!-- begin: npm run bench -- --docs -->", end: "<!-- end -->" };

const { values } = parseArgs({
  allowNegative: true,
  options: {
    help: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    pattern: { type: "string", default: "" },
    peers: { type: "boolean", default: true },
    rounds: { type: "string" },
    seconds: { type: "string" },
    json: { type: "string" },
    chart: { type: "string" },
    docs: { type: "boolean", default: false },
    "cpu-prof": { type: "string" },
  },
});
if (values.help) console.log(HELP);
else await main();

async function main(): Promise<void> {
  const usual = values.quick ? QUICK : FULL;
  const durationMs = (positive("--seconds", values.seconds) ?? usual.durationMs / 1_000) * 1_000;
  const effort: Effort = {
    ...usual,
    rounds: positive("--rounds", values.rounds) ?? usual.rounds,
    durationMs,
    warmUpMs: Math.min(usual.warmUpMs, durationMs),
    profileFolder: values["cpu-prof"],
  };
  const peers = await findPeers(values.peers && !values.quick, say);
  const wanted = chosen(contests(peers, values.quick)).filter(hasFiles);
  say(`about ${Math.ceil(estimateMs(wanted, effort) / 60_000)} min, on two cores`);
  const load = machineLoad();
  const startedMs = performance.now();
  const series: Series[] = [];
  for (const contest of wanted) {
    say(`${contest.name} ...`);
    series.push(...(await runContest(contest, effort)));
  }
  say(`took ${((performance.now() - startedMs) / 60_000).toFixed(1)} min`);
  const report = reportOf(series, effort, load);
  console.log(`${captionOf(report)}\n\n${tablesOf(report)}\n\n${goalsTable(report)}`);
  if (values.json !== undefined) await writeFile(values.json, jsonOf(report));
  if (values.chart !== undefined) await writeFile(values.chart, chartOf(report));
  if (values.docs) await writeDocs(report);
}

/** By the beginnings of their names, and what their patterns have in theirs. @throws Error where one chooses nothing */
function chosen(all: readonly Contest[]): Contest[] {
  const beginnings = values.only.split(",");
  const names = all.map(({ name }) => name);
  for (const beginning of beginnings) {
    if (names.some((name) => name.startsWith(beginning))) continue;
    throw new Error(`--only ${beginning}: no scenario begins so. There are: ${names.join(", ")}`);
  }
  return all
    .filter(({ name }) => beginnings.some((beginning) => name.startsWith(beginning)))
    .map((contest) => ({
      ...contest,
      patterns: contest.patterns.filter(({ name }) => name.includes(values.pattern)),
    }));
}

/** A file for each client in the server and the load generator; Node itself raises the soft limit to the hard one. */
function hasFiles({ name, kind, clients }: Contest): boolean {
  const needed = clients * (kind === "users" || kind === "polling" ? 2 : 1) + SPARE_FILES;
  const most = mostOpenFiles();
  if (needed <= most) return true;
  say(`${name} needs ${needed} open files, and ${most} are allowed (ulimit -Hn): left out`);
  return false;
}

function positive(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!(Number(text) > 0)) throw new Error(`${flag} ${text}: must be a number above 0`);
  return Number(text);
}

async function writeDocs(report: Report): Promise<void> {
  const page = `${DOCS}performance.md`;
  const text = await readFile(page, "utf8");
  const [before, rest] = split(text, MARKS.begin);
  const [, after] = split(rest, MARKS.end);
  const parts = [captionOf(report), "![CPU time by scenario](performance.svg)", goalsTable(report), tablesOf(report)];
  await writeFile(page, `${before}${MARKS.begin}\n${parts.join("\n\n")}\n${MARKS.end}${after}`);
  await writeFile(`${DOCS}performance.json`, jsonOf(report));
  await writeFile(`${DOCS}performance.svg`, chartOf(report));
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`docs/performance.md has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function jsonOf(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
