import type { Oort } from "../cluster/oort.js";
import type { Clock, Timer } from "../core/clock.js";
import { Histogram } from "../core/histogram.js";
import { isObject, type Message } from "../core/message/message.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import { ServerSession } from "../core/session/server-session.js";
import type { TelemetryOptions } from "./telemetry-options.js";

/** Peers are subscribed to exactly this, and send word back on it; clients never are, since it is one of the cluster's own. */
const CANARY_CHANNEL = "/oort/canary";
/** Of so many canaries of each peer the share that was lost is told. */
const RECENT = 60;

/** What is known of the way to one peer and back. */
interface PeerRecord {
  /** Of the last canaries, oldest first: whether each was lost. */
  readonly recent: boolean[];
  roundTripMs: number | undefined;
  hasLeft: boolean;
}

/** A canary that is out, and the peers from which it is not back. */
interface Canary {
  readonly sentAtMs: number;
  readonly waiting: Set<string>;
}

/** The way to one peer and back, as the last canaries found it. */
export interface CanaryView {
  readonly url: string;
  /** Between 0 and 1. */
  readonly lossRatio: number;
  /** Of the last that came back; undefined before the first. */
  readonly roundTripMs: number | undefined;
}

/**
 * Sends a small message to all peers every so often, by the way that every message takes: published, queued for each link,
 * written, read, published there and handed to a subscriber, which sends word back by the same way. So loss and latency
 * are known before a user misses anything; and by one clock, whatever the peers' say. Word is a delivery, which asks for no
 * reply, and all nodes send at multiples of the period, by default the moments of the links' heartbeats: so canaries wake
 * nobody up who would not be awake then.
 */
export class Canaries {
  readonly roundTrips = new Histogram();
  returned = 0;
  lost = 0;
  readonly #server: BayeuxServer;
  readonly #oort: Oort;
  readonly #clock: Clock;
  readonly #options: TelemetryOptions["canary"];
  readonly #out = new Map<number, Canary>();
  readonly #peers = new Map<string, PeerRecord>();
  /** They have said that they go, so nothing is expected of them. */
  readonly #leaving = new Set<string>();
  #number = 0;
  #timer: Timer | undefined;
  #lastTickMs = 0;
  #undo: (() => void)[] = [];

  constructor(server: BayeuxServer, oort: Oort, clock: Clock, options: TelemetryOptions["canary"]) {
    this.#server = server;
    this.#oort = oort;
    this.#clock = clock;
    this.#options = options;
  }

  /** Once the Oort has started. Does nothing where `periodMs` is 0, also for the canaries of others. */
  start(): void {
    if (this.#options.periodMs === 0) return;
    this.#undo = [
      this.#server.subscribe(CANARY_CHANNEL, (message) => this.#arrived(message)),
      this.#oort.addListener({
        leaving: ({ url }) => this.#expectNothingOf(url),
        left: ({ url }) => this.#left(url),
        joined: ({ url }) => void this.#leaving.delete(url),
      }),
    ];
    this.#oort.observeChannel(CANARY_CHANNEL);
    this.#lastTickMs = this.#clock.now();
    this.#schedule(false);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const undo of this.#undo) undo();
    this.#undo = [];
    this.#out.clear();
  }

  /** Peers that take part, in the order of their URLs. */
  get peers(): readonly CanaryView[] {
    return [...this.#peers]
      .map(([url, { recent, roundTripMs }]) => ({ url, lossRatio: shareOf(recent), roundTripMs }))
      .sort((one, other) => (one.url < other.url ? -1 : 1));
  }

  #schedule(isLate: boolean): void {
    const { periodMs } = this.#options;
    const nowMs = this.#clock.now();
    // A timer may fire a little early: that was its moment, and the next is a period later. After one that was late
    // there is a whole period for what waits to be read.
    const dueMs = Math.floor(nowMs / periodMs + (isLate ? 2 : 1.1)) * periodMs;
    this.#timer = this.#clock.schedule(dueMs - nowMs, () => this.#tick());
  }

  #tick(): void {
    const nowMs = this.#clock.now();
    // This process stood still: what is back may wait to be read.
    const isLate = nowMs - this.#lastTickMs > 2 * this.#options.periodMs;
    this.#lastTickMs = nowMs;
    if (!isLate) this.#expire(nowMs);
    this.#send(nowMs);
    this.#schedule(isLate);
  }

  #send(nowMs: number): void {
    const waiting = new Set<string>();
    for (const [url] of this.#subscribedPeers()) if (!this.#leaving.has(url)) waiting.add(url);
    if (waiting.size === 0) return;
    this.#number += 1;
    this.#out.set(this.#number, { sentAtMs: nowMs, waiting });
    this.#server.publish(undefined, CANARY_CHANNEL, { oortURL: this.#oort.url, canary: this.#number });
  }

  #expire(nowMs: number): void {
    for (const [number, { sentAtMs, waiting }] of this.#out) {
      if (nowMs - sentAtMs < this.#options.timeoutMs) break; // the later ones were sent later
      this.#out.delete(number);
      this.lost += waiting.size;
      for (const url of waiting) this.#note(url, true);
    }
    for (const [url, { hasLeft }] of this.#peers) if (hasLeft && !this.#isAwaited(url)) this.#peers.delete(url);
  }

  /** Those that take part, by URL. */
  *#subscribedPeers(): Iterable<[string, ServerSession]> {
    for (const subscriber of this.#server.getChannel(CANARY_CHANNEL)?.subscribers ?? []) {
      const peer = subscriber instanceof ServerSession ? this.#oort.peerOf(subscriber) : undefined;
      if (peer !== undefined) yield [peer.url, subscriber as ServerSession];
    }
  }

  /** A peer's canary, or word of one of ours. */
  #arrived({ data }: Message): void {
    if (!isObject(data) || typeof data.oortURL !== "string" || data.oortURL === this.#oort.url) return;
    if (data.returned !== undefined) return this.#cameBack(data.oortURL, data.returned);
    for (const [url, session] of this.#subscribedPeers()) {
      if (url !== data.oortURL) continue;
      session.deliver(undefined, CANARY_CHANNEL, { oortURL: this.#oort.url, returned: data.canary });
    }
  }

  #cameBack(url: string, number: unknown): void {
    if (typeof number !== "number") return;
    const canary = this.#out.get(number);
    if (canary === undefined || !canary.waiting.delete(url)) return;
    if (canary.waiting.size === 0) this.#out.delete(number);
    const roundTripMs = this.#clock.now() - canary.sentAtMs;
    this.returned += 1;
    this.roundTrips.observe(roundTripMs);
    this.#note(url, false).roundTripMs = roundTripMs;
  }

  #note(url: string, isLost: boolean): PeerRecord {
    let record = this.#peers.get(url);
    if (record === undefined) {
      record = { recent: [], roundTripMs: undefined, hasLeft: false };
      this.#peers.set(url, record);
    }
    if (record.recent.push(isLost) > RECENT) record.recent.shift();
    if (!isLost) record.hasLeft = false;
    return record;
  }

  #expectNothingOf(url: string): void {
    this.#leaving.add(url);
    for (const { waiting } of this.#out.values()) waiting.delete(url);
  }

  /** What is out to it may be lost, and then is counted. */
  #left(url: string): void {
    this.#leaving.delete(url);
    const record = this.#peers.get(url);
    if (record === undefined) return;
    if (this.#isAwaited(url)) record.hasLeft = true;
    else this.#peers.delete(url);
  }

  #isAwaited(url: string): boolean {
    for (const { waiting } of this.#out.values()) if (waiting.has(url)) return true;
    return false;
  }
}

function shareOf(recent: readonly boolean[]): number {
  return recent.length === 0 ? 0 : recent.filter(Boolean).length / recent.length;
}
