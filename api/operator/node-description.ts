import { performance } from "node:perf_hooks";
import { z } from "zod";
import type { Oort } from "../../cluster/oort.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { Rights } from "../../rights/rights.js";
import type { Seti } from "../../seti/seti.js";
import type { NodeState } from "../cluster-view.js";
import { type Sample, SampleHistory } from "./sample-history.js";
import { SessionCensus } from "./session-census.js";

/** How often a node looks at itself. Sessions are counted then, some each time, and never when somebody asks. */
const SAMPLE_MS = 2_000;
/** Half an hour. */
const MAX_SAMPLES = 900;

const count = z.number().nonnegative();
const counts = z.record(z.string(), count);

/** What a node says of itself. */
export const nodeDescription = z.object({
  url: z.string(),
  id: z.string(),
  state: z.enum(["joining", "ready", "draining"]),
  startedMs: z.number(),
  nowMs: z.number(),
  sessions: count,
  users: count,
  channels: count,
  /** Sessions of clients by the transport they used last. */
  transports: counts,
  /** All that waits for clients, the fullest queue, and what one may hold. */
  queuedMessages: count,
  queuedBytes: count,
  fullestQueue: count,
  maxQueuedMessages: count,
  receivedPerSecond: count,
  publishedPerSecond: count,
  deliveredPerSecond: count,
  droppedPerSecond: count,
  /** Part of the time in which the event loop worked, 0 to 1. */
  busy: count,
  memoryBytes: count,
  /** How often each limit was hit since the node started. */
  limits: counts,
});

export type NodeDescription = z.output<typeof nodeDescription>;

export interface NodeSamplerParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly rights: Pick<Rights, "limiter">;
  readonly clock: Clock;
  state(): NodeState;
}

/** What grows, at one look. */
interface Totals {
  readonly atMs: number;
  readonly received: number;
  readonly published: number;
  readonly delivered: number;
  readonly dropped: number;
}

/** Looks at its node every two seconds, and tells what it saw. */
export class NodeSampler {
  readonly history = new SampleHistory(MAX_SAMPLES);
  readonly #parts: NodeSamplerParts;
  readonly #startedMs: number;
  #timer: Timer | undefined;
  #loop = performance.eventLoopUtilization();
  readonly #census: SessionCensus;
  #totals: Totals;

  constructor(parts: NodeSamplerParts) {
    this.#parts = parts;
    this.#startedMs = Math.round(parts.clock.now());
    const { bayeux, oort } = parts;
    this.#census = new SessionCensus(bayeux.sessions, (session) => !session.isLocal && !oort.isOort(session));
    this.#totals = this.#countTotals();
  }

  start(): void {
    if (this.#timer !== undefined) return;
    // At moments at which other timers of the node fire, so that it wakes up once for all.
    const nowMs = this.#parts.clock.now();
    const dueMs = Math.floor(nowMs / SAMPLE_MS + 1.1) * SAMPLE_MS;
    this.#timer = this.#parts.clock.schedule(dueMs - nowMs, () => {
      this.#timer = undefined;
      this.sample();
      this.start();
    });
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Looks now. */
  sample(): void {
    const before = this.#totals;
    this.#census.look();
    this.#totals = this.#countTotals();
    const seconds = (this.#totals.atMs - before.atMs) / 1_000;
    if (seconds <= 0) return;
    const perSecond = (now: number, then: number): number => Math.max(0, now - then) / seconds;
    const loop = performance.eventLoopUtilization();
    const { bayeux, seti } = this.#parts;
    const { sessions, queuedMessages, queuedBytes } = this.#census.counts;
    const sample: Sample = {
      atMs: Math.round(this.#totals.atMs),
      sessions,
      users: seti.localUserCount,
      channels: bayeux.channelCount,
      queuedMessages,
      queuedBytes,
      receivedPerSecond: perSecond(this.#totals.received, before.received),
      publishedPerSecond: perSecond(this.#totals.published, before.published),
      deliveredPerSecond: perSecond(this.#totals.delivered, before.delivered),
      droppedPerSecond: perSecond(this.#totals.dropped, before.dropped),
      busy: performance.eventLoopUtilization(loop, this.#loop).utilization,
      memoryBytes: process.memoryUsage.rss(),
    };
    this.#loop = loop;
    this.history.add(sample);
  }

  /** Client sessions at this moment. */
  countClients(): number {
    return this.#census.countNow();
  }

  describe(): NodeDescription {
    const { bayeux, oort, seti, clock, state } = this.#parts;
    const { sessions, queuedMessages, queuedBytes, fullestQueue, transports } = this.#census.counts;
    const last = this.history.last;
    return {
      url: oort.url,
      id: oort.id,
      state: state(),
      startedMs: this.#startedMs,
      nowMs: Math.round(clock.now()),
      sessions,
      users: seti.localUserCount,
      channels: bayeux.channelCount,
      transports: Object.fromEntries(transports),
      queuedMessages,
      queuedBytes,
      fullestQueue,
      maxQueuedMessages: bayeux.options.maxQueuedMessages,
      receivedPerSecond: last?.receivedPerSecond ?? 0,
      publishedPerSecond: last?.publishedPerSecond ?? 0,
      deliveredPerSecond: last?.deliveredPerSecond ?? 0,
      droppedPerSecond: last?.droppedPerSecond ?? 0,
      busy: last?.busy ?? 0,
      memoryBytes: last?.memoryBytes ?? process.memoryUsage.rss(),
      limits: this.#limitsHit(),
    };
  }

  #limitsHit(): Record<string, number> {
    const { bayeux, oort, seti, rights } = this.#parts;
    return {
      messagesDropped: bayeux.stats.messagesDropped,
      messagesOutdated: bayeux.stats.messagesOutdated,
      sessionsOverflowed: bayeux.stats.sessionsOverflowed,
      malformedPayloads: bayeux.stats.malformed,
      foreignPages: bayeux.stats.foreignPages,
      slowBodies: bayeux.stats.slowBodies,
      tooManyStreams: bayeux.stats.tooManyStreams,
      linkOverflows: oort.stats.linkOverflows,
      linkMessagesDropped: oort.stats.linkMessagesDropped,
      interestFallbacks: oort.stats.interestFallbacks,
      tooManyPeers: oort.stats.tooManyPeers,
      refusedSends: seti.stats.refusedSends,
      refusedUsers: seti.stats.refusedUsers,
      inboxRefused: seti.stats.inboxRefused,
      ...rateLimitsHit(rights),
    };
  }

  #countTotals(): Totals {
    const { stats } = this.#parts.bayeux;
    return {
      atMs: this.#parts.clock.now(),
      received: stats.messagesIn,
      published: stats.publishes,
      delivered: stats.deliveries,
      dropped: stats.messagesDropped,
    };
  }
}

/** As `handshakesRefusedPerAddress`. Empty where nobody is held back. */
function rateLimitsHit({ limiter }: Pick<Rights, "limiter">): Record<string, number> {
  const hit = Object.entries(limiter?.refused ?? {}).flatMap(([scope, refused]) =>
    Object.entries(refused).map(([what, times]) => [
      `${what}RefusedPer${scope[0]!.toUpperCase()}${scope.slice(1)}`,
      times,
    ]),
  );
  return Object.fromEntries(hit) as Record<string, number>;
}
