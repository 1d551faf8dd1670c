import type { Clock, Timer } from "../core/clock.js";
import type { PresenceStream } from "./presence-stream.js";
import type { PresenceOutlet, PresenceTeller } from "./presence-teller.js";
import type { PresenceWriter } from "./presence-writer.js";
import type { PresenceStatement, Stamp } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

export interface PresenceSyncOptions {
  readonly announceIntervalMs: number;
  readonly minResyncDelayMs: number;
  readonly maxResyncDelayMs: number;
}

/** What the sync wants to know of the presence table. */
export interface PresenceView {
  isComplete(node: string): boolean;
  have(node: string): Stamp | undefined;
}

/** Of a run that never was: the empty set of the present one is known to everybody. */
const NOTHING: Stamp = { incarnation: 0, version: 0 };

/** One node of which something is missing, and how patiently it is asked. */
interface Resync {
  atMs: number;
  delayMs: number;
}

/**
 * Brings nodes to the same knowledge after a join, a loss, or a time apart: says how far this node's statements are, asks
 * for what is missing of others', and sends what others miss. To a Java node it sends full sets.
 * @see spec/oort-seti.md section 20
 */
export class PresenceSync {
  readonly #view: PresenceView;
  readonly #teller: PresenceTeller;
  readonly #writer: PresenceWriter;
  readonly #outlet: PresenceOutlet;
  readonly #isOwnKind: (node: string) => boolean;
  readonly #options: PresenceSyncOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  #running = false;
  #announceTimer: Timer | undefined;
  #resyncTimer: Timer | undefined;
  readonly #resyncs = new Map<string, Resync>();
  /** Nodes that have said how far they are since they were linked: what is missing then is asked for at once. */
  readonly #greeted = new Set<string>();
  /** What a node was last told that it lacked, so that it is not told twice. */
  readonly #answered = new Map<string, { since: number; version: number; untilMs: number }>();
  /** What is sent at the end of this turn, by node: several reasons in one turn, one answer. */
  readonly #pushes = new Map<string, "greeting" | "set" | Stamp>();

  constructor(
    view: PresenceView,
    teller: PresenceTeller,
    writer: PresenceWriter,
    outlet: PresenceOutlet,
    isOwnKind: (node: string) => boolean,
    options: PresenceSyncOptions,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#view = view;
    this.#teller = teller;
    this.#writer = writer;
    this.#outlet = outlet;
    this.#isOwnKind = isOwnKind;
    this.#options = options;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  /** @param minIncarnation - at least the start time of the node; a second start of one Seti gets a higher one */
  start(minIncarnation: number): void {
    const nowMs = Math.floor(this.#clock.now());
    this.#writer.incarnation = Math.max(this.#writer.incarnation + 1, Math.floor(minIncarnation), nowMs);
    this.#running = true;
    this.#announceLater();
  }

  /** Says goodbye: an empty full set that wants no answer (spec section 20.4). */
  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#announceTimer?.cancel();
    this.#resyncTimer?.cancel();
    this.#announceTimer = undefined;
    this.#resyncTimer = undefined;
    this.#resyncs.clear();
    this.#greeted.clear();
    this.#answered.clear();
    this.#pushes.clear();
    this.#teller.end();
  }

  /**
   * What a node gets when it subscribes to `/seti/all`. Java: the full set, also when there are no users, for it clears what
   * is stale there, and asks for that node's set. Our own kind: how far this node is, and what it knows of that one.
   */
  welcome(node: string): PresenceStatement[] {
    const stream = this.#streamOf(node);
    if (stream === undefined) return [];
    if (this.#isOwnKind(node)) return [this.#greeting(node, stream)];
    this.#teller.prepareSet(node);
    this.#stats.setsOut += 1;
    return [this.#writer.wholeSet(stream, true)];
  }

  /** A node has joined: it is told again what it was told when it subscribed, since it may not have known us yet. */
  joined(node: string): void {
    this.#pushSoon(node, this.#isOwnKind(node) ? "greeting" : "set");
  }

  /** A statement of the node was taken: answers it if it wants an answer, and looks whether something is missing. */
  heard(statement: PresenceStatement): void {
    const { node, have, alive, digest } = statement;
    if (have !== undefined) this.#pushSoon(node, have);
    else if (alive === true) this.#pushSoon(node, "set");
    if (this.#view.isComplete(node)) {
      this.#resyncs.delete(node);
      if (digest !== undefined) this.#greeted.add(node);
      return;
    }
    const isGreeting = digest !== undefined && !this.#greeted.has(node);
    if (isGreeting) this.#greeted.add(node);
    this.missing(node, isGreeting);
  }

  /** Something of what the node said is missing: it is asked for it, and again until it is here. */
  missing(node: string, now = false): void {
    if (this.#resyncs.has(node) && !now) return;
    const delayMs = this.#options.minResyncDelayMs;
    this.#resyncs.set(node, { atMs: this.#clock.now() + (now ? 0 : delayMs), delayMs });
    this.#resyncLater();
  }

  left(node: string): void {
    this.#resyncs.delete(node);
    this.#pushes.delete(node);
    this.#greeted.delete(node);
    this.#answered.delete(node);
  }

  #streamOf(node: string): PresenceStream | undefined {
    return this.#running ? this.#teller.streamFor(node) : undefined;
  }

  #pushSoon(node: string, what: "greeting" | "set" | Stamp): void {
    if (!this.#running) return;
    if (this.#pushes.size === 0) this.#clock.endOfTurn(() => this.#pushAll());
    // A full set serves every reason.
    if (this.#pushes.get(node) !== "set") this.#pushes.set(node, what);
  }

  #pushAll(): void {
    const pushes = [...this.#pushes];
    this.#pushes.clear();
    for (const [node, what] of pushes) {
      for (const statement of this.#answerTo(node, what)) this.#outlet.push(node, statement);
    }
  }

  #answerTo(node: string, what: "greeting" | "set" | Stamp): PresenceStatement[] {
    const stream = this.#streamOf(node);
    if (stream === undefined) return [];
    if (what === "greeting") return [this.#greeting(node, stream)];
    if (what === "set") {
      this.#stats.setsOut += 1;
      if (this.#isOwnKind(node)) return this.#writer.chunkedSet(stream);
      this.#teller.prepareSet(node);
      return [this.#writer.wholeSet(stream, false)];
    }
    const since = what.incarnation === this.#writer.incarnation ? what.version : 0;
    // Greetings come by two ways, one right after the other: the second draws nothing new.
    const last = this.#answered.get(node);
    const nowMs = this.#clock.now();
    const isRepeated = last?.since === since && last.version === stream.version && nowMs < last.untilMs;
    if (isRepeated) return [];
    this.#answered.set(node, { since, version: stream.version, untilMs: nowMs + this.#options.minResyncDelayMs / 2 });
    // Who asks may not know this node at all: it is told at least how far this one is.
    if (since === stream.version) return [this.#writer.announcement(stream)];
    this.#stats.differencesOut += 1;
    return this.#writer.missingSince(stream, since);
  }

  /** To a node that is linked: how far this one is, and what it knows of that one, which sends the rest. */
  #greeting(node: string, stream: PresenceStream): PresenceStatement {
    return this.#writer.announcement(stream, this.#view.have(node) ?? NOTHING);
  }

  /** Tells how far this node is, so that also a lost last change is noticed. */
  #announceLater(): void {
    this.#announceTimer = this.#clock.schedule(this.#options.announceIntervalMs, () => {
      this.#teller.announce();
      this.#announceLater();
    });
  }

  #resyncLater(): void {
    if (this.#resyncs.size === 0 || !this.#running) return;
    const firstMs = Math.min(...[...this.#resyncs.values()].map((resync) => resync.atMs));
    this.#resyncTimer?.cancel();
    this.#resyncTimer = this.#clock.schedule(Math.max(0, firstMs - this.#clock.now()), () => {
      this.#resyncTimer = undefined;
      this.#askWhereDue();
      this.#resyncLater();
    });
  }

  #askWhereDue(): void {
    const nowMs = this.#clock.now();
    for (const [node, resync] of this.#resyncs) {
      if (this.#view.isComplete(node)) this.#resyncs.delete(node);
      else if (resync.atMs <= nowMs) {
        this.#stats.resyncs += 1;
        const stream = this.#teller.streamFor(node);
        const have = this.#view.have(node);
        if (stream !== undefined) {
          this.#outlet.push(
            node,
            have === undefined ? this.#writer.request(stream) : this.#writer.announcement(stream, have),
          );
        }
        resync.delayMs = Math.min(resync.delayMs * 2, this.#options.maxResyncDelayMs);
        resync.atMs = nowMs + resync.delayMs;
      }
    }
  }
}
