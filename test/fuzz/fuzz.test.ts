import assert from "node:assert/strict";
import { test } from "node:test";
import { FuzzWorld } from "./fuzz-world.js";
import { INPUTS_PER_CASE, runCase } from "./run-case.js";
import { SeededChoice } from "./seeded-choice.js";

test("whatever comes in, the server answers in good form and in time, and forgets it in the end", async () => {
  const until = performance.now() + 3_000;
  for (let seed = 1; performance.now() < until; seed += 1) {
    const failure = await runCase(seed);
    if (failure !== undefined) assert.fail(`seed ${seed}, input ${failure.index}: ${failure.input}\n${failure.error}`);
  }
});

test("the inputs reach what they are to try, and are the same for the same seed", async () => {
  const play = async () => {
    const world = new FuzzWorld(new SeededChoice(7));
    const inputs: string[] = [];
    for (let left = INPUTS_PER_CASE; left > 0; left -= 1) {
      await world.step();
      inputs.push(world.last);
    }
    const { stats } = world.server;
    await world.end();
    return { inputs, stats: { ...stats } };
  };
  const first = await play();
  const { handshakes, deliveries, errors, malformed, publishes } = first.stats;
  for (const [name, count] of Object.entries({ handshakes, deliveries, errors, malformed, publishes })) {
    assert.ok(count > 10, `${name}: ${count}`);
  }
  assert.deepEqual(await play(), first);
});
