import { setTimeout as sleep } from "node:timers/promises";

/** Between two looks at a condition: short at first, longer where it takes long anyway. */
const FIRST_LOOKS_MS = 2;
const LATER_LOOKS_MS = 20;

/** Longest wait for anything, on a machine ten times slower than ours as well; a test that waits longer has found a fault. */
let patienceMs = 30_000;

/** Another longest wait from now on, where the server is far away. */
export function waitAtMost(ms: number): void {
  patienceMs = ms;
}

/** Waits for a promise, and fails with words when it takes too long. */
export async function withinTime<T>(promise: Promise<T>, what: string, atMostMs = patienceMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${atMostMs} ms for ${what}`)), atMostMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits until a condition holds that no event tells, and looks at it again and again.
 * @param condition - of this process, or asked of another one; what it throws ends the wait
 * @param what - the condition in words, or what makes them of the last look
 * @throws Error with these words when it takes too long
 */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string | (() => string),
  atMostMs = patienceMs,
): Promise<void> {
  const startMs = performance.now();
  while (!(await condition())) {
    const waitedMs = performance.now() - startMs;
    if (waitedMs > atMostMs) throw new Error(`waited ${atMostMs} ms until ${typeof what === "string" ? what : what()}`);
    await sleep(Math.min(LATER_LOOKS_MS, Math.max(FIRST_LOOKS_MS, waitedMs / 20)));
  }
}
