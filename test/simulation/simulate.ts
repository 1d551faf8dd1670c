import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Mutation } from "./mutation.js";
import { plant } from "./mutation-hooks.js";
import { MUTATIONS } from "./mutations.js";
import type { Outcome } from "./run-story.js";

// npm run simulate -- [--seeds 10000] [--from N] [--nodes N] [--minutes N] [--seconds N]: many stories.
// --seed N [--verbose]: one, with all that happens in it. --mutations [NAME...]: is each planted bug found?

const USAGE = `usage: npm run simulate -- [options]
  --seeds N      stories to run (100)
  --from N       seed of the first (1)
  --seconds N    begin no further story after so long
  --nodes N      nodes of every cloud, 3 to 7 (by the seed)
  --minutes N    virtual minutes of faults (by the seed, 5 to 30 s)
  --seed N       one story; --verbose prints all of it
  --first        end with the first story that fails
  --mutation X   with this bug planted
  --mutations    for each planted bug, or those named behind: how soon is it found?`;

const { values, positionals } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
    seconds: { type: "string" },
    nodes: { type: "string" },
    minutes: { type: "string" },
    seed: { type: "string" },
    verbose: { type: "boolean", default: false },
    first: { type: "boolean", default: false },
    mutation: { type: "string" },
    mutations: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

if (values.help) console.log(USAGE);
else if (values.mutations) await findPlantedBugs(positionals);
else await runStories();

async function runStories(): Promise<void> {
  if (values.mutation !== undefined) plant(mutationOf(values.mutation));
  // Not before: from here on production code is loaded.
  const { runSeed } = await import("./run-story.js");
  const from = numberOf(values.seed ?? values.from) ?? 1;
  const count = values.seed === undefined ? (numberOf(values.seeds) ?? 100) : 1;
  const options = { nodes: numberOf(values.nodes), minutes: numberOf(values.minutes) };
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const totals = { stories: 0, failed: 0, virtualMs: 0, frames: 0, settledMs: [] as number[] };
  for (let seed = from; seed < from + count; seed += 1) {
    if ((performance.now() - startedMs) / 1_000 > (numberOf(values.seconds) ?? Number.POSITIVE_INFINITY)) break;
    const outcome = await runSeed(seed, options);
    totals.stories += 1;
    totals.virtualMs += outcome.virtualMs;
    totals.frames += outcome.frames;
    if (outcome.settledMs !== undefined) totals.settledMs.push(outcome.settledMs);
    const isBad = outcome.problems.length > 0;
    // The first that fails is told whole; of the others what was wrong, and how to see the rest.
    if (values.verbose || (isBad && totals.failed === 0)) print(outcome.story.join("\n"));
    if (isBad) tellFailure(outcome);
    else if (values.seed !== undefined) print(`seed ${seed}: as it should be, story ${outcome.hash}`);
    if (isBad) totals.failed += 1;
    if (isBad && values.first) break;
  }
  const seconds = (performance.now() - startedMs) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1e6;
  const settled = totals.settledMs.sort((one, other) => one - other);
  const quantile = (part: number) => ((settled[Math.floor((settled.length - 1) * part)] ?? 0) / 1_000).toFixed(2);
  print(
    `${totals.stories} stories, ${totals.failed} failed; ${seconds.toFixed(1)} s, ` +
      `a core does ${(totals.stories / cpuSeconds).toFixed(1)} stories/s, ` +
      `${(totals.virtualMs / 1_000 / cpuSeconds).toFixed(0)} virtual s/s, ${(totals.frames / cpuSeconds).toFixed(0)} frames/s; ` +
      `right after (s): median ${quantile(0.5)}, 99% ${quantile(0.99)}, worst ${quantile(1)}`,
  );
  if (totals.failed > 0) process.exitCode = 1;
}

function tellFailure({ seed, nodes, problems, hash }: Outcome): void {
  print(`seed ${seed} failed (${nodes} nodes, story ${hash}):`);
  for (const problem of problems) print(`  - ${problem}`);
  const flags = (["nodes", "minutes", "mutation"] as const)
    .filter((flag) => values[flag] !== undefined)
    .map((flag) => ` --${flag} ${values[flag]}`);
  print(`  again: npm run simulate -- --seed ${seed} --verbose${flags.join("")}`);
}

/** One process for each, since what is loaded stays loaded. */
async function findPlantedBugs(names: readonly string[]): Promise<void> {
  const chosen = names.length === 0 ? MUTATIONS : names.map(mutationOf);
  const seconds = numberOf(values.seconds) ?? 60;
  print(`${"planted bug".padEnd(30)} ${"found by seed".padStart(13)} ${"seconds".padStart(8)}  what was seen`);
  for (const { name } of chosen) {
    const startedMs = performance.now();
    const { code, output } = await runWith(name, seconds);
    const found = code === 1 ? /^seed (\d+) failed.*\n {2}- (.*)$/m.exec(output) : null;
    const took = ((performance.now() - startedMs) / 1_000).toFixed(1);
    const seen = found?.[2]?.slice(0, 100) ?? (code === 0 ? "NOT FOUND" : `FAILED: ${lastLines(output)}`);
    print(`${name.padEnd(30)} ${(found?.[1] ?? "-").padStart(13)} ${took.padStart(8)}  ${seen}`);
    if (found === null) process.exitCode = 1;
  }
}

function runWith(mutation: string, seconds: number): Promise<{ code: number | null; output: string }> {
  const args = ["--mutation", mutation, "--first", "--seeds", "100000", "--seconds", String(seconds)];
  const flags = ["nodes", "minutes", "from"] as const;
  for (const flag of flags) if (values[flag] !== undefined) args.push(`--${flag}`, values[flag]);
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], { stdio: "pipe" });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

function lastLines(text: string): string {
  return (/^.*Error: .*$/m.exec(text)?.[0] ?? text.slice(-200)).trim();
}

function mutationOf(name: string): Mutation {
  const mutation = MUTATIONS.find((other) => other.name === name);
  if (mutation === undefined) throw new Error(`no mutation is named ${name}`);
  return mutation;
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`${text} is no number\n${USAGE}`);
  return number;
}

function print(line: string): void {
  console.log(line);
}
