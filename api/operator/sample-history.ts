/** What is sampled of a node, in the order in which a chart's columns come. */
export const SAMPLED = [
  "sessions",
  "users",
  "channels",
  "queuedMessages",
  "queuedBytes",
  "receivedPerSecond",
  "publishedPerSecond",
  "deliveredPerSecond",
  "droppedPerSecond",
  "busy",
  "memoryBytes",
] as const;
export type Sampled = (typeof SAMPLED)[number];

/** One look at a node. */
export interface Sample extends Readonly<Record<Sampled, number>> {
  /** Milliseconds since the epoch, by the node's clock. */
  readonly atMs: number;
}

/** Columns of equal length, as charts want them. */
export type History = Readonly<Record<"atMs" | Sampled, readonly number[]>>;

/** The last so many samples of a node, the oldest forgotten first. */
export class SampleHistory {
  readonly #size: number;
  readonly #samples: Sample[] = [];
  #next = 0;

  constructor(size: number) {
    this.#size = size;
  }

  get last(): Sample | undefined {
    return this.#samples[(this.#next + this.#size - 1) % this.#size];
  }

  add(sample: Sample): void {
    this.#samples[this.#next] = sample;
    this.#next = (this.#next + 1) % this.#size;
  }

  /** In the order in which they were added. @param sinceMs - only later ones */
  after(sinceMs: number): Sample[] {
    const inOrder = [...this.#samples.slice(this.#next), ...this.#samples.slice(0, this.#next)];
    return inOrder.filter(({ atMs }) => atMs > sinceMs);
  }
}

/**
 * At most so many points: neighbours are put together, as their mean, at the time of the last of them. A peak that lasts
 * one sample is flattened by as many as are put together, and never lost.
 */
export function thinned(samples: readonly Sample[], maxPoints: number): Sample[] {
  const together = Math.ceil(samples.length / Math.max(1, maxPoints));
  if (together <= 1) return [...samples];
  const points: Sample[] = [];
  for (let start = 0; start < samples.length; start += together) {
    const group = samples.slice(start, start + together);
    const means = Object.fromEntries(
      SAMPLED.map((name) => [name, group.reduce((sum, sample) => sum + sample[name], 0) / group.length]),
    ) as Record<Sampled, number>;
    points.push({ atMs: group.at(-1)!.atMs, ...means });
  }
  return points;
}

export function columnsOf(samples: readonly Sample[]): History {
  const columns = Object.fromEntries(SAMPLED.map((name) => [name, samples.map((sample) => sample[name])])) as Record<
    Sampled,
    number[]
  >;
  return { atMs: samples.map(({ atMs }) => atMs), ...columns };
}
