import type { ObjectCloud } from "../cluster/object/object-cloud.js";
import { OortMap } from "../cluster/object/oort-map.js";
import type { Clock, Timer } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { Identity } from "./identity.js";
import {
  isRevocation,
  type NamedRevocation,
  type Revocation,
  Revocations,
  type Revoked,
  revocationKey,
} from "./revocations.js";

const MAP_NAME = "oortbus-revocations";
/** How often what is over is forgotten. */
const PRUNE_MS = 60_000;

export interface ClusterRevocationsOptions {
  readonly maxRevocations: number;
  /** No token is good for longer. */
  readonly maxTokenLifeMs: number;
  readonly clockSkewMs: number;
}

export interface ClusterRevocationsParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of what is revoked newly, here or on another node. @returns how many sessions that ended */
  revoked(key: string, revocation: Revocation): number;
}

/**
 * Tells all nodes what is revoked, by a map of which each node has a part. A node that joins gets the parts of all others.
 * When one leaves, or begins anew, those who stay take what only its part had into theirs, so that who joins later, and it
 * itself, learn of it all the same.
 */
export class ClusterRevocations {
  readonly #revocations = new Revocations();
  readonly #map: OortMap<string, Revocation>;
  readonly #options: ClusterRevocationsOptions;
  readonly #parts: ClusterRevocationsParts;
  /** What some part had until now. */
  readonly #orphans = new Set<string>();
  #isRunning = false;
  #timer: Timer | undefined;

  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    options: ClusterRevocationsOptions,
    parts: ClusterRevocationsParts,
  ) {
    this.#options = options;
    this.#parts = parts;
    const { clock, logger } = parts;
    this.#map = new OortMap(cloud, server, MAP_NAME, {}, { clock, logger });
    this.#map.addListener({
      entryPut: ({ isLocal }, key, value) => {
        if (!isLocal) this.#learn(key, value);
      },
      entryRemoved: ({ isLocal }, key) => {
        if (isLocal) return;
        if (this.#orphans.size === 0) clock.endOfTurn(() => this.#inherit());
        this.#orphans.add(key);
      },
    });
  }

  get size(): number {
    return this.#revocations.size;
  }

  start(): void {
    this.#isRunning = true;
    this.#map.start();
    this.#schedulePrune();
  }

  stop(): void {
    this.#isRunning = false;
    this.#timer?.cancel();
    this.#map.stop();
  }

  isRevoked(identity: Identity): boolean {
    return this.#revocations.isRevoked(identity);
  }

  /** @returns undefined when too much is revoked already: nothing was done */
  add(revoked: Revoked): NamedRevocation | undefined {
    const key = revocationKey(revoked);
    const { maxRevocations, maxTokenLifeMs, clockSkewMs } = this.#options;
    if (this.#map.local.size >= maxRevocations && !this.#map.local.has(key)) return undefined;
    const beforeMs = Math.floor(this.#parts.clock.now());
    // The newest token that is meant was issued now, or a little later by a clock that is ahead.
    const revocation = { beforeMs, untilMs: beforeMs + maxTokenLifeMs + 4 * clockSkewMs };
    this.#map.put(key, revocation);
    this.#learn(key, revocation);
    return { key, ...revocation };
  }

  /**
   * Another node asks what its revocation did here. Its map may still be on the way, so it is heeded now.
   * @returns sessions of this node that it ended
   */
  endedBy({ key, ...revocation }: NamedRevocation): number {
    this.#learn(key, revocation);
    return this.#revocations.endedBy({ key, ...revocation });
  }

  #learn(key: string, value: Revocation): void {
    if (!isRevocation(key, value) || value.untilMs <= this.#parts.clock.now()) return;
    if (!this.#revocations.add(key, value)) return;
    this.#revocations.noteEnded(key, this.#parts.revoked(key, this.#revocations.get(key) ?? value));
  }

  /** No part that this node sees has them any more, since their nodes are gone or have begun anew. */
  #inherit(): void {
    const nowMs = this.#parts.clock.now();
    const entries = [...this.#orphans].flatMap((key): [string, Revocation][] => {
      const known = this.#revocations.get(key);
      const isOver = known === undefined || known.untilMs <= nowMs;
      return isOver || this.#map.findInfo(key) !== undefined ? [] : [[key, known]];
    });
    this.#orphans.clear();
    if (entries.length > 0 && this.#isRunning) this.#map.set([...this.#map.local, ...entries]);
  }

  #schedulePrune(): void {
    this.#timer = this.#parts.clock.schedule(PRUNE_MS, () => {
      // Not at once: by another node's clock it may not be over, and that one would take it for lost.
      for (const key of this.#revocations.prune(this.#parts.clock.now() - PRUNE_MS)) {
        if (this.#map.local.has(key)) this.#map.remove(key);
      }
      this.#schedulePrune();
    });
  }
}
