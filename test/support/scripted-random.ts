import type { Random } from "../../core/random.js";

/** Chance as a test wants it: the given fractions in turn, again and again; tokens that count up (`t1`, `t2`, ...). */
export class ScriptedRandom implements Random {
  readonly #fractions: readonly number[];
  #taken = 0;
  #tokens = 0;

  constructor(fractions: readonly number[] = [0.5]) {
    this.#fractions = fractions;
  }

  fraction(): number {
    const fraction = this.#fractions[this.#taken % this.#fractions.length] ?? 0;
    this.#taken += 1;
    return fraction;
  }

  token(_bits: number): string {
    this.#tokens += 1;
    return `t${this.#tokens}`;
  }
}
