import { parseArgs } from "node:util";
import { INPUTS_PER_CASE, runCase } from "./run-case.js";

// Gives servers in virtual time whatever comes to mind, until the time is over or something goes wrong.
//
//   npm run fuzz -- [--minutes N] [--seed N] [--inputs N]
//
// The same seed gives the same inputs. A failure names the seed of its case: --seed N --inputs 1 plays that case alone.

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    inputs: { type: "string", default: "1000000000" },
  },
});
const began = performance.now();
const until = began + Number(values.minutes) * 60_000;
const most = Number(values.inputs);
const firstSeed = Number(values.seed);
let inputs = 0;
let toldAt = began;

for (let seed = firstSeed; inputs < most && performance.now() < until; seed += 1) {
  const failure = await runCase(seed);
  if (failure !== undefined) {
    console.error(`seed ${failure.seed}, input ${failure.index}: ${failure.input.slice(0, 2_000)}`);
    console.error(failure.error);
    process.exitCode = 1;
    break;
  }
  inputs += INPUTS_PER_CASE;
  if (performance.now() - toldAt > 10_000) {
    toldAt = performance.now();
    tell();
  }
}
tell();

function tell(): void {
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${inputs} inputs in ${seconds.toFixed(1)} s, ${Math.round(inputs / seconds)} a second; from seed ${firstSeed}`,
  );
}
