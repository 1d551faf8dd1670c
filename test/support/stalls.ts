import type { TestContext } from "node:test";

const PERIOD_MS = 10;

/**
 * For how long this process has stood still since then, because others had the processor: what must happen within a time
 * has so much more of it on a busy machine.
 * @returns the milliseconds until now
 */
export function watchStalls(t: TestContext): () => number {
  let stalledMs = 0;
  let lastMs = performance.now();
  const look = (): number => {
    const nowMs = performance.now();
    stalledMs += Math.max(0, nowMs - lastMs - 2 * PERIOD_MS);
    lastMs = nowMs;
    return stalledMs;
  };
  const timer = setInterval(look, PERIOD_MS);
  t.after(() => clearInterval(timer));
  return look;
}
