import { createHash } from "node:crypto";

/** What happened in one run of the simulator, line by line, with the times of the virtual world. */
export class Story {
  readonly lines: string[] = [];
  readonly #now: () => number;
  readonly #startMs: number;
  readonly #hash = createHash("sha256");
  #digest: string | undefined;

  constructor(now: () => number) {
    this.#now = now;
    this.#startMs = now();
  }

  /** Seconds since the story began. */
  get seconds(): number {
    return (this.#now() - this.#startMs) / 1_000;
  }

  /** @param who - a node, a client, or what is done to them */
  tell(who: string, text: string): void {
    const line = `${this.seconds.toFixed(3).padStart(8)}  ${who.padEnd(10)} ${text}`;
    this.lines.push(line);
    this.#hash.update(line);
    this.#hash.update("\n");
  }

  /** Counts for the hash, and is not printed: one for each frame on the wire. */
  note(text: string): void {
    this.#hash.update(text);
  }

  /** Two runs with this in common did the same at the same times. Ends the story. */
  get hash(): string {
    this.#digest ??= this.#hash.digest("hex").slice(0, 16);
    return this.#digest;
  }
}
