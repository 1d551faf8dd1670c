import { type Clock, LATENESS, type Timer } from "./clock.js";

/** Timers meet at multiples of one of these, the first that has one near enough: those of the first are edges of all. */
const EDGES_MS = [1_000, 500, 250] as const;
/** An edge is kept this much after its time: then it comes too early for nobody who aims at it, and timers are inexact. */
const MARGIN_MS = 1;
/** Who is so near before an edge aims at it, and is not moved to a later one. */
const AIM_MS = 2 * MARGIN_MS;

/**
 * Timers that may be a little late fire together. A process that does little spends most of its time on waking up: ten
 * timers a second, each for itself, take several times what they take as one, on a warm cache.
 *
 * The edges are those of the clock, so that who aims at its quarter seconds is not late at all, whenever he began.
 */
export class CoalescedTimers {
  readonly #clock: Pick<Clock, "now" | "schedule">;
  readonly #edges = new Map<number, Edge>();

  /** @param clock - wakes for each edge, and for each timer that cannot wait for one */
  constructor(clock: Pick<Clock, "now" | "schedule">) {
    this.#clock = clock;
  }

  /** As {@link Clock.schedule}: never too early, and late by {@link LATENESS} of `delayMs` at most, and a second. */
  schedule(delayMs: number, callback: () => void): Timer {
    const dueMs = this.#clock.now() + delayMs;
    const edgeMs = edgeBetween(dueMs, dueMs + delayMs * LATENESS);
    if (edgeMs === undefined) return this.#clock.schedule(delayMs, callback);
    let edge = this.#edges.get(edgeMs);
    if (edge === undefined) {
      edge = new Edge(this.#clock, edgeMs + MARGIN_MS, (ended) => this.#drop(edgeMs, ended));
      this.#edges.set(edgeMs, edge);
    }
    return edge.add(callback);
  }

  #drop(edgeMs: number, ended: Edge): void {
    if (this.#edges.get(edgeMs) === ended) this.#edges.delete(edgeMs);
  }
}

function edgeBetween(dueMs: number, latestMs: number): number | undefined {
  let edgeMs: number | undefined;
  for (const stepMs of EDGES_MS) {
    const nextMs = Math.ceil((dueMs - MARGIN_MS) / stepMs) * stepMs;
    const keptMs = nextMs + MARGIN_MS;
    if (keptMs - dueMs <= AIM_MS && keptMs <= latestMs) return nextMs;
    if (edgeMs === undefined && keptMs <= latestMs) edgeMs = nextMs;
  }
  return edgeMs;
}

/** The timers of one moment, in the order in which they were set. */
class Edge {
  readonly #clock: Pick<Clock, "now" | "schedule">;
  readonly #ended: (edge: Edge) => void;
  readonly #callbacks = new Set<{ readonly call: () => void }>();
  #timer: Timer;

  /** @param ended - called when it takes no more, since it is over, or nobody waits for it */
  constructor(clock: Pick<Clock, "now" | "schedule">, timeMs: number, ended: (edge: Edge) => void) {
    this.#clock = clock;
    this.#ended = ended;
    this.#timer = clock.schedule(timeMs - clock.now(), () => this.#fire());
  }

  add(call: () => void): Timer {
    const entry = { call };
    this.#callbacks.add(entry);
    return { cancel: () => this.#cancel(entry) };
  }

  #cancel(entry: { readonly call: () => void }): void {
    if (!this.#callbacks.delete(entry) || this.#callbacks.size > 0) return;
    this.#timer.cancel();
    this.#ended(this);
  }

  #fire(): void {
    this.#ended(this);
    try {
      for (const entry of this.#callbacks) {
        this.#callbacks.delete(entry);
        entry.call();
      }
    } finally {
      // Whoever throws keeps nobody else from his.
      if (this.#callbacks.size > 0) this.#timer = this.#clock.schedule(0, () => this.#fire());
    }
  }
}
