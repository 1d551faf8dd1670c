import { cpuMsOf } from "../support/cpu-time.js";
import { FuzzWorld } from "./fuzz-world.js";
import { SeededChoice } from "./seeded-choice.js";

/** Inputs to one server; then it must forget all of them, and the next one starts. */
export const INPUTS_PER_CASE = 400;
/** No input may keep the process from others for longer: its own time, since the machine may be busy with others. */
const MAX_INPUT_MS = 50;
const PROTOTYPES = [Object.prototype, Array.prototype, Function.prototype, Map.prototype, Promise.prototype];

/** What went wrong, and with which seed it does so again. */
export interface Failure {
  readonly seed: number;
  /** Which input of the case. */
  readonly index: number;
  readonly input: string;
  readonly error: unknown;
}

/**
 * Plays one case. A slow input is one only if it is slow again: garbage is collected when it likes.
 * @returns undefined when all was well
 */
export async function runCase(seed: number): Promise<Failure | undefined> {
  const first = await play(seed);
  let slow = first.slow;
  for (let again = 0; slow.size > 0 && again < 2; again += 1) {
    const { slow: now } = await play(seed);
    slow = new Map([...slow].filter(([index]) => now.has(index)));
  }
  const [[index, input] = []] = slow;
  if (first.failure !== undefined) return first.failure;
  if (index === undefined) return undefined;
  return { seed, index, input: input ?? "", error: new Error(`took more than ${MAX_INPUT_MS} ms`) };
}

async function play(seed: number): Promise<{ failure?: Failure; slow: Map<number, string> }> {
  const world = new FuzzWorld(new SeededChoice(seed));
  const before = PROTOTYPES.map(keysOf);
  const slow = new Map<number, string>();
  const rejections: unknown[] = [];
  const note = (reason: unknown) => rejections.push(reason);
  process.on("unhandledRejection", note);
  let index = 0;
  try {
    for (; index < INPUTS_PER_CASE; index += 1) {
      if ((await cpuMsOf(() => world.step())) > MAX_INPUT_MS) slow.set(index, world.last);
    }
    await world.end();
    await new Promise((resolve) => setImmediate(resolve));
    if (rejections.length > 0) throw rejections[0];
    for (const [place, prototype] of PROTOTYPES.entries()) {
      if (keysOf(prototype) !== before[place]) throw new Error(`a prototype has changed: ${keysOf(prototype)}`);
    }
    return { slow };
  } catch (error) {
    return { failure: { seed, index, input: world.last, error }, slow };
  } finally {
    process.off("unhandledRejection", note);
  }
}

function keysOf(prototype: object): string {
  return Reflect.ownKeys(prototype).map(String).join();
}
