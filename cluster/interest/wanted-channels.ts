import type { Clock, Timer } from "../../core/clock.js";
import { type ChannelId, parseChannel } from "../../core/message/channel-id.js";
import { isInternal } from "../forwarding.js";
import { InterestCover } from "./interest-cover.js";

/** One channel or wildcard that somebody on this node wants. */
interface Want {
  /** Subscribed sessions. */
  sessions: number;
  /** Channel listeners are there, who see messages before subscribers do. */
  isListened: boolean;
  /** What of it may cross links: itself, or the patterns inside it, or nothing. */
  terms: readonly ChannelId[];
}

/**
 * What the clients and the code of this node want of its peers: their subscriptions, as far as the patterns of
 * `oort.channels` go, reduced to a cover, and kept for a while after the last one has gone. Also what is pinned: observed
 * by server code, whoever wants it. No I/O.
 */
export class WantedChannels {
  readonly #clock: Clock;
  readonly #lingerMs: number;
  readonly #changed: (name: string) => void;
  readonly #released: (name: string) => void;
  readonly #cover: InterestCover;
  readonly #patterns = new Map<string, ChannelId>();
  /** Channels that cross only when they are pinned by their own name. */
  readonly #exact = new Set<string>();
  readonly #pinned = new Set<string>();
  readonly #wants = new Map<string, Want>();
  /** How many wants have a term. */
  readonly #holds = new Map<string, number>();
  /** Terms that nobody wants any more, with the time when they go; in that order, since all linger equally long. */
  readonly #lingering = new Map<string, number>();
  #timer: Timer | undefined;

  /**
   * @param changed - told of each name whose {@link isTarget} may have changed
   * @param released - told of each term that nobody wants any more, though it may linger
   */
  constructor(clock: Clock, lingerMs: number, changed: (name: string) => void, released: (name: string) => void) {
    this.#clock = clock;
    this.#lingerMs = lingerMs;
    this.#changed = changed;
    this.#released = released;
    this.#cover = new InterestCover(changed);
  }

  get patterns(): ReadonlyMap<string, ChannelId> {
    return this.#patterns;
  }

  /** In the order in which they were pinned. */
  get pinned(): ReadonlySet<string> {
    return this.#pinned;
  }

  /** The fewest subscriptions that bring everything wanted; some of the pinned may be among them. */
  get cover(): ReadonlySet<string> {
    return this.#cover.names;
  }

  /** Whether peers are to be subscribed to this name. @param isCoarse - to the patterns, instead of what is wanted */
  isTarget(name: string, isCoarse: boolean): boolean {
    return this.#pinned.has(name) || (isCoarse ? this.#patterns.has(name) : this.#cover.names.has(name));
  }

  /** Whether somebody here gets what is published on a channel, now. */
  isWanted(id: ChannelId): boolean {
    for (const name of id.matching) if (this.#wants.has(name)) return true;
    return false;
  }

  /** What of a subscription may cross links. */
  termsOf(id: ChannelId): readonly ChannelId[] {
    if (id.kind !== "broadcast" || isInternal(id.name) || this.#exact.has(id.name)) return [];
    for (const name of id.matching) if (this.#patterns.has(name)) return [id];
    if (id.wildcard === "none") return [];
    return [...this.#patterns.values()].filter((pattern) => pattern.matching.includes(id.name));
  }

  addPattern(id: ChannelId): void {
    this.#patterns.set(id.name, id);
    this.#redo();
  }

  removePattern(name: string): void {
    if (!this.#patterns.delete(name)) return;
    this.#redo();
    this.#changed(name);
  }

  addExact(name: string): void {
    this.#exact.add(name);
    this.#redo();
  }

  pin(id: ChannelId): void {
    this.#pinned.add(id.name);
    this.#cover.add(id);
    this.#changed(id.name);
  }

  unpin(name: string): void {
    if (!this.#pinned.delete(name)) return;
    if (!this.#holds.has(name) && !this.#lingering.has(name)) this.#cover.delete(name);
    this.#changed(name);
  }

  subscribed(id: ChannelId): void {
    this.#want(id).sessions += 1;
  }

  unsubscribed({ name }: ChannelId): void {
    const want = this.#wants.get(name);
    if (want === undefined) return;
    want.sessions -= 1;
    this.#maybeForget(name, want);
  }

  listened(id: ChannelId, isListened: boolean): void {
    if (isListened) this.#want(id).isListened = true;
    const want = this.#wants.get(id.name);
    if (want === undefined || isListened) return;
    want.isListened = false;
    this.#maybeForget(id.name, want);
  }

  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #want(id: ChannelId): Want {
    let want = this.#wants.get(id.name);
    if (want === undefined) {
      want = { sessions: 0, isListened: false, terms: this.termsOf(id) };
      this.#wants.set(id.name, want);
      for (const term of want.terms) this.#hold(term);
    }
    return want;
  }

  #maybeForget(name: string, want: Want): void {
    if (want.sessions > 0 || want.isListened) return;
    this.#wants.delete(name);
    for (const term of want.terms) this.#release(term.name);
  }

  #hold(term: ChannelId): void {
    this.#holds.set(term.name, (this.#holds.get(term.name) ?? 0) + 1);
    this.#lingering.delete(term.name);
    this.#cover.add(term);
  }

  #release(name: string): void {
    const holds = this.#holds.get(name)! - 1;
    if (holds > 0) {
      this.#holds.set(name, holds);
      return;
    }
    this.#holds.delete(name);
    this.#released(name);
    this.#lingering.set(name, this.#clock.now() + this.#lingerMs);
    this.#timer ??= this.#clock.schedule(this.#lingerMs, () => this.#expire());
  }

  #expire(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    for (const [name, due] of this.#lingering) {
      if (due > now) {
        this.#timer = this.#clock.schedule(due - now, () => this.#expire());
        return;
      }
      this.#lingering.delete(name);
      if (!this.#pinned.has(name)) this.#cover.delete(name);
    }
  }

  /** What may cross has changed. */
  #redo(): void {
    for (const [name, want] of this.#wants) {
      const old = want.terms;
      want.terms = this.termsOf(parseChannel(name)!);
      for (const term of want.terms) this.#hold(term);
      for (const term of old) this.#release(term.name);
    }
    // What may not cross any more need not linger.
    for (const name of this.#lingering.keys()) {
      if (this.termsOf(parseChannel(name)!).length > 0) continue;
      this.#lingering.delete(name);
      if (!this.#pinned.has(name)) this.#cover.delete(name);
    }
    for (const name of this.#patterns.keys()) this.#changed(name);
  }
}
