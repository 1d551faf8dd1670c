import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Measured, measure } from "./measure.js";
import { measurePrivate, type PrivateMessages } from "./private-messages.js";
import { chartOf } from "./scaling-chart.js";
import { goalOf, latencyGoalOf, privateTableOf, reportOf, tablesOf } from "./scaling-report.js";

// npm run bench:scaling -- [options]: what a login, a private message and presence cost clouds of more and more nodes.

const USAGE = `usage: npm run bench:scaling -- [options]
  --nodes N,N,…  sizes of the clouds (2,3,5,8,16,32)
  --users N      users in each cloud (4000)
  --logins N     of these come one by one, and are counted (200)
  --sends N      private messages of each kind (50)
  --copies N     owners of a user, R (2)
  --real N,N,…   sizes of the clouds of real processes, in which private messages are timed; none: not at all (2,3,5,8)
  --rate N       private messages a second there (500)
  --rounds N     of two seconds each, one of messages, one of a relay and one of an echo by turns (10)
  --json FILE    writes what was measured
  --svg FILE     draws it`;

const { values } = parseArgs({
  options: {
    nodes: { type: "string", default: "2,3,5,8,16,32" },
    users: { type: "string", default: "4000" },
    logins: { type: "string", default: "200" },
    sends: { type: "string", default: "50" },
    copies: { type: "string", default: "2" },
    real: { type: "string", default: "2,3,5,8" },
    rate: { type: "string", default: "500" },
    rounds: { type: "string", default: "10" },
    json: { type: "string" },
    svg: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(USAGE);
else await run();

async function run(): Promise<void> {
  const sizes = sizesOf(values.nodes);
  const effort = { users: numberOf(values.users), logins: numberOf(values.logins), sends: numberOf(values.sends) };
  if (effort.logins > effort.users) throw new Error(`logins must be at most users\n${USAGE}`);
  const measured: Measured[] = [];
  for (const presence of ["flood", "shard"] as const) {
    for (const nodes of sizes) {
      const startedMs = performance.now();
      measured.push(await measure(nodes, presence, numberOf(values.copies), effort));
      console.error(`${presence}, ${nodes} nodes: ${((performance.now() - startedMs) / 1_000).toFixed(1)} s`);
    }
  }
  const sent = values.real === "none" ? [] : await timePrivateMessages(sizesOf(values.real));
  const report = reportOf(measured, effort, sent);
  const goal = goalOf(measured);
  console.log(`${report.date}, ${report.machine}\n\n${tablesOf(measured)}\n\n${goal.text}`);
  if (sent.length > 0) console.log(`\n${privateTableOf(sent)}\n\n${latencyGoalOf(sent)}`);
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
  if (values.svg !== undefined) await writeFile(values.svg, chartOf(measured, sent));
  if (!goal.isMet) process.exitCode = 1;
}

async function timePrivateMessages(sizes: readonly number[]): Promise<PrivateMessages[]> {
  const sent: PrivateMessages[] = [];
  const effort = { pairs: 40, perSecond: numberOf(values.rate), rounds: numberOf(values.rounds) };
  for (const presence of ["flood", "shard"] as const) {
    for (const nodes of sizes) {
      const one = await measurePrivate(nodes, presence, { ...effort, durationMs: 2_000, warmUpMs: 3_000 });
      sent.push(one);
      console.error(`${presence}, ${nodes} real nodes: p99 ${one.bus.latencyMs.p99.toFixed(2)} ms`);
    }
  }
  return sent;
}

function sizesOf(text: string): number[] {
  return text.split(",").map((size) => numberOf(size, 2));
}

function numberOf(text: string, least = 1): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least)
    throw new Error(`${text} is no number from ${least} on\n${USAGE}`);
  return number;
}
