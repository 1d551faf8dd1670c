/**
 * Tells across tabs and workers who still lives: a lock is let go when its holder ends, by a crash as well. Web Locks are
 * there on secure pages and on those of this machine; elsewhere none of this does anything.
 */
export interface LifeLock {
  readonly name: string;
  release(): void;
}

/** The part of `navigator.locks` in use. */
interface Locks {
  request(name: string, options: { signal?: AbortSignal }, held: () => Promise<void> | undefined): Promise<unknown>;
}

function locks(): Locks | undefined {
  return (globalThis.navigator as { locks?: Locks } | undefined)?.locks;
}

/** Takes a lock that nobody else has. @returns it once it is held; undefined where there are no locks */
export async function holdLifeLock(): Promise<LifeLock | undefined> {
  const all = locks();
  if (all === undefined) return undefined;
  const name = `oortbus ${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    const held = () =>
      new Promise<void>((release) => {
        resolve({ name, release });
      });
    all.request(name, {}, held).catch(() => resolve(undefined)); // refused, in a sandboxed frame for example
  });
}

/** Calls `gone` once the holder of a lock is gone; never where there are no locks. @returns the remover */
export function whenReleased(name: string, gone: () => void): () => void {
  const stop = new AbortController();
  locks()
    ?.request(name, { signal: stop.signal }, () => {
      if (!stop.signal.aborted) gone();
      return undefined;
    })
    .catch(() => {}); // stopped
  return () => stop.abort();
}
