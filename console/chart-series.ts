/** Lines over one axis of time, as uPlot takes them: times in seconds, then a column for each line, null where it has none. */
export interface ChartData {
  readonly lines: readonly string[];
  readonly columns: readonly (readonly (number | null)[])[];
}

/** The newest points of several lines that are told together: one value a line and moment. Bounded. */
export class ChartSeries {
  readonly #maxPoints: number;
  readonly #points: { readonly atMs: number; readonly values: ReadonlyMap<string, number> }[] = [];

  constructor(maxPoints: number) {
    this.#maxPoints = maxPoints;
  }

  /** A moment that is not later than the last one is not taken. */
  add(atMs: number, values: ReadonlyMap<string, number>): void {
    if (atMs <= (this.#points.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY)) return;
    this.#points.push({ atMs, values });
    if (this.#points.length > this.#maxPoints) this.#points.shift();
  }

  /** Lines by name; one whose points are all forgotten is gone. */
  data(): ChartData {
    const lines = [...new Set(this.#points.flatMap(({ values }) => [...values.keys()]))].sort();
    return {
      lines,
      columns: [
        this.#points.map(({ atMs }) => atMs / 1_000),
        ...lines.map((line) => this.#points.map(({ values }) => values.get(line) ?? null)),
      ],
    };
  }
}

/** What is known of each line from before, put on common moments: of each line the last value of a bucket counts. */
export function bucketed(
  histories: ReadonlyMap<string, { readonly atMs: readonly number[]; readonly values: readonly number[] }>,
  bucketMs: number,
): { readonly atMs: number; readonly values: ReadonlyMap<string, number> }[] {
  const buckets = new Map<number, Map<string, number>>();
  for (const [line, { atMs, values }] of histories) {
    for (const [index, at] of atMs.entries()) {
      const start = Math.floor(at / bucketMs) * bucketMs;
      const bucket = buckets.get(start) ?? new Map<string, number>();
      bucket.set(line, values[index]!);
      buckets.set(start, bucket);
    }
  }
  return [...buckets].sort(([a], [b]) => a - b).map(([atMs, values]) => ({ atMs, values }));
}
