import type { Clock } from "../../core/clock.js";
import { Quarantine } from "../quarantine.js";
import type { NodeIdentity } from "./join-message.js";

/**
 * What a peer may do wrong: a `message` that made no sense, or was not its to send; a `frame` that was none, or was over
 * a limit; more gossip than anybody needs (`flood`).
 */
export type PeerFault = "message" | "frame" | "flood";

/** See oort-options.ts. */
export interface ConductOptions {
  readonly maxPeerFaults: number;
  readonly maxGossipPerMinute: number;
  readonly maxPeers: number;
  readonly quarantineMs: number;
  readonly maxQuarantineMs: number;
}

interface Minute {
  readonly sinceMs: number;
  faults: number;
  gossip: number;
}

const MINUTE_MS = 60_000;

/**
 * Counts, for each peer and minute, what it does wrong. A few slips are a version's or a network's; more are the peer's,
 * which then has to rest, by its URL and its id.
 */
export class PeerConduct {
  readonly #clock: Clock;
  readonly #options: ConductOptions;
  /** By URL; the oldest first. */
  readonly #minutes = new Map<string, Minute>();
  readonly #resting: Quarantine;

  constructor(clock: Clock, options: ConductOptions) {
    this.#clock = clock;
    this.#options = options;
    const { quarantineMs, maxQuarantineMs, maxPeers } = options;
    this.#resting = new Quarantine(clock, quarantineMs, 2 * maxPeers, maxQuarantineMs);
  }

  /** How much longer a URL or id has to rest, in ms; 0 when it need not. */
  restMs(name: string): number {
    return this.#resting.restMs(name);
  }

  /** @returns whether that was one too many: it has to rest now */
  fault({ url, id }: NodeIdentity): boolean {
    const minute = this.#minute(url);
    minute.faults += 1;
    if (minute.faults <= this.#options.maxPeerFaults) return false;
    this.#minutes.delete(url);
    this.#resting.add(url);
    this.#resting.add(id);
    return true;
  }

  /** @returns whether one more gossip message is within what a peer may send */
  mayGossip(url: string): boolean {
    const minute = this.#minute(url);
    minute.gossip += 1;
    return minute.gossip <= this.#options.maxGossipPerMinute;
  }

  #minute(url: string): Minute {
    const now = this.#clock.now();
    const known = this.#minutes.get(url);
    if (known !== undefined && now - known.sinceMs < MINUTE_MS) return known;
    const minute = { sinceMs: now, faults: 0, gossip: 0 };
    this.#minutes.delete(url);
    this.#minutes.set(url, minute);
    for (const oldest of this.#minutes.keys()) {
      if (this.#minutes.size > this.#options.maxPeers) this.#minutes.delete(oldest);
    }
    return minute;
  }
}
