import type { Clock, Timer } from "../../core/clock.js";
import type { Random } from "../../core/random.js";

/** Times in milliseconds; see oort-options.ts. */
export interface UpkeepOptions {
  readonly gossipMs: number;
  readonly minRetryMs: number;
  readonly departedRetryMs: number;
  readonly forgetAfterMs: number;
  readonly maxPeers: number;
}

export interface UpkeepHost {
  /** Time to look after half links, and to tell one peer who else is there. */
  look(): void;
  /** Our side of a link is to be opened again, if the peer still keeps its own. */
  redial(url: string): void;
  /** Time to try whether a node that said goodbye is back; once, and it is not to be dialled on if it is not. */
  tryDeparted(url: string): void;
}

interface Departure {
  readonly sinceMs: number;
  timer: Timer;
}

/**
 * What a node does for its links unasked, from time to time: looks after them, opens them anew, and tries whether
 * members that said goodbye are back. So a lone seed that restarts is found again, by those that were with it.
 */
export class Upkeep {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #options: UpkeepOptions;
  readonly #host: UpkeepHost;
  readonly #redials = new Set<Timer>();
  /** By URL; the oldest first. */
  readonly #departed = new Map<string, Departure>();
  #look: Timer | undefined;

  constructor(clock: Clock, random: Random, options: UpkeepOptions, host: UpkeepHost) {
    this.#clock = clock;
    this.#random = random;
    this.#options = options;
    this.#host = host;
  }

  open(): void {
    this.#look = this.#clock.schedule(this.#about(this.#options.gossipMs), () => {
      this.open();
      this.#host.look();
    });
  }

  close(): void {
    this.#look?.cancel();
    for (const timer of this.#redials) timer.cancel();
    this.#redials.clear();
    for (const url of [...this.#departed.keys()]) this.returned(url);
  }

  /** In a moment; by then the peer may have said goodbye. */
  redialSoon(url: string): void {
    const timer = this.#clock.schedule(this.#options.minRetryMs, () => {
      this.#redials.delete(timer);
      this.#host.redial(url);
    });
    this.#redials.add(timer);
  }

  /** A member said goodbye. */
  departed(url: string): void {
    this.returned(url);
    this.#departed.set(url, { sinceMs: this.#clock.now(), timer: this.#tryLater(url) });
    for (const oldest of this.#departed.keys()) if (this.#departed.size > this.#options.maxPeers) this.returned(oldest);
  }

  /** It is back, or it does not matter any more. */
  returned(url: string): void {
    this.#departed.get(url)?.timer.cancel();
    this.#departed.delete(url);
  }

  #tryLater(url: string): Timer {
    return this.#clock.schedule(this.#about(this.#options.departedRetryMs), () => {
      const departure = this.#departed.get(url);
      if (departure === undefined) return;
      if (this.#clock.now() - departure.sinceMs > this.#options.forgetAfterMs) return this.returned(url);
      departure.timer = this.#tryLater(url);
      this.#host.tryDeparted(url);
    });
  }

  /** Half of it to one and a half, so that the nodes of a cloud do not all act at once. */
  #about(ms: number): number {
    return ms * (0.5 + this.#random.fraction());
  }
}
