import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Contest, type Effort, runContest, type Series } from "./contest.js";
import { machineLoad, reportOf, tableOf } from "./report.js";

// Prints what a delivery costs the servers, in CPU microseconds, and fails if any message is missing.
//
//   npm run bench -- [--quick] [--only NAME] [--json FILE]

const STEADY = { name: "one by one", burst: 1 };
const BURSTS = { name: "bursts of 50", burst: 50 };

const FULL: Effort = { rounds: 5, durationMs: 1_000, warmUpMs: 1_000, padding: 80 };
const QUICK: Effort = { rounds: 1, durationMs: 200, warmUpMs: 100, padding: 80 };

function contests(isQuick: boolean): Contest[] {
  const fanOut = (clients: number): Contest => ({
    name: `fan-out ${clients}`,
    clients,
    contenders: [
      { name: "bare ws", kind: "bare", servers: "bare" },
      { name: "one node", kind: "broadcast", servers: 1 },
    ],
    patterns: [STEADY, BURSTS],
  });
  const hop = (name: string, kind: "broadcast" | "users", clients: number): Contest => ({
    name,
    clients,
    contenders: [
      { name: "one node", kind, servers: 1 },
      { name: "two nodes", kind, servers: 2, linkEncoding: "protobuf" },
      { name: "two, JSON link", kind, servers: 2, linkEncoding: "json" },
    ],
    patterns: [STEADY, BURSTS],
  });
  const sizes = isQuick ? [20] : [100, 1_000];
  return [
    ...sizes.map(fanOut),
    hop("mesh-hop 1", "broadcast", 1),
    ...(isQuick ? [] : [hop("mesh-hop 100", "broadcast", 100), hop("mesh-hop 1000", "broadcast", 1_000)]),
    hop("user-to-user", "users", isQuick ? 5 : 50),
  ];
}

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" }, json: { type: "string" } },
});
const effort = values.quick ? QUICK : FULL;
const load = machineLoad();
const series: Series[] = [];
for (const contest of contests(values.quick)) {
  if (values.only !== undefined && !contest.name.startsWith(values.only)) continue;
  process.stderr.write(`${contest.name} ...\n`);
  series.push(...(await runContest(contest, effort)));
}
const report = reportOf(series, effort, load);
const { cpu, cores, node, loadAverageBefore } = report.machine;
console.log(`${report.date}, ${cores} x ${cpu}, Node ${node}, load before ${loadAverageBefore}\n`);
console.log(tableOf(report.lines));
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
