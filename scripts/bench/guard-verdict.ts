/** CPU of our nodes over that of the yardstick, by `scenario, pattern`; and how far single rounds lay from it. */
export type Ratios = Readonly<Record<string, { readonly ratio: number; readonly spread: number }>>;

export interface Verdict {
  readonly name: string;
  /** The baseline's ratio; undefined where it has none. */
  readonly before: number | undefined;
  readonly ratio: number;
  /** Share by which it grew. */
  readonly change: number;
  readonly spread: number;
  readonly verdict: "ok" | "LOST" | "new";
}

/** So much more than the baseline is a loss. */
export const MOST_LOSS = 0.15;

/** What became of each scenario. Pure. */
export function verdictsOf(now: Ratios, baseline: Ratios): Verdict[] {
  return Object.entries(now).map(([name, { ratio, spread }]) => {
    const before = baseline[name]?.ratio;
    const change = before === undefined ? 0 : ratio / before - 1;
    const verdict = before === undefined ? "new" : change > MOST_LOSS ? "LOST" : "ok";
    return { name, before, ratio, change, spread, verdict };
  });
}
