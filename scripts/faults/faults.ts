import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { EXPERIMENTS, inLab, type Result, startAtOnce } from "./experiments.js";
import { Lab } from "./lab.js";

/**
 * Breaks a real cluster of processes in network namespaces in every way that networks and machines do, under load, and
 * counts what that cost: `npm run faults`. Needs Linux and root; everything it makes it takes away again.
 */
async function main(): Promise<number> {
  const program = new Command("faults")
    .option("--only <text>", "experiments whose name has this text")
    .option("--fault-ms <ms>", "length of partitions, drops and pauses", Number, 10_000)
    .option("--nodes <n>", "nodes of the cluster", Number, 3)
    .option("--json <file>", "write the results there as well")
    .parse();
  const {
    only = "",
    faultMs,
    nodes: count,
    json,
  } = program.opts<{
    only?: string;
    faultMs: number;
    nodes: number;
    json?: string;
  }>();
  const missing = await Lab.missing();
  if (missing !== undefined) {
    console.error(`faults: this machine lacks ${missing}`);
    return 2;
  }
  const results: Result[] = [];
  for (const [name, experiment] of Object.entries(EXPERIMENTS)) {
    if (!name.includes(only)) continue;
    // Each in a lab of its own, so that none inherits the state of another.
    results.push(
      await inLab(count, async (lab, nodes) => {
        await startAtOnce(nodes);
        return experiment({ lab, nodes, faultMs });
      }),
    );
    console.log(printLine(results.at(-1)!));
  }
  if ("5 nodes at once".includes(only)) {
    results.push(await inLab(5, (_, nodes) => startAtOnce(nodes)));
    console.log(printLine(results.at(-1)!));
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`\n${printTable(results)}`);
  return results.some(({ account }) => account !== undefined && (account.untold > 0 || account.doubled > 0)) ? 1 : 0;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? "-" : `${(ms / 1_000).toFixed(1)} s`);

function cells({ experiment, noticeMs, healMs, account }: Result): string[] {
  const counts =
    account === undefined ? ["-", "-", "-", "-"] : [account.expected, account.lost, account.untold, account.doubled];
  return [experiment, seconds(noticeMs), seconds(healMs), ...counts.map(String)];
}

function printLine(result: Result): string {
  return cells(result).join("  ");
}

function printTable(results: readonly Result[]): string {
  const head = ["Fault", "noticed", "healed", "deliveries expected", "lost", "lost silently", "doubled"];
  const rows = [head, head.map(() => "---"), ...results.map(cells)];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

process.exitCode = await main();
