import type { ServerChannel } from "../../core/channel/server-channel.js";
import type { ClientError } from "../../core/client/client-error.js";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { type ChannelId, parseChannel } from "../../core/message/channel-id.js";
import type { Message } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { isInternal } from "../forwarding.js";
import { CLOUD_CHANNEL } from "../membership/join-message.js";
import type { OortOptions } from "../oort-options.js";
import type { OortStats } from "../oort-stats.js";
import { InterestWaits } from "./interest-waits.js";
import { chunks, LinkInterest } from "./link-interest.js";
import { WantedChannels } from "./wanted-channels.js";

export interface InterestParts {
  readonly server: BayeuxServer;
  readonly options: OortOptions;
  readonly stats: OortStats;
  readonly clock: Clock;
  readonly logger: Logger;
  /** True for the sessions of peers, whose subscriptions are their own interest, and not ours. */
  readonly isOort: (session: ServerSession) => boolean;
}

/** How much this node asks of each peer. */
export interface InterestSize {
  /** Channels and wildcards that a peer is subscribed to for this node, but for the cluster's own. */
  readonly channels: number;
  /** Too many channels were wanted, so the patterns of `oort.channels` are observed as they are. */
  readonly isFallback: boolean;
}

/** Out of fallback only when so much of the limit is free again: else a node at its limit would go to and fro. */
const BACK_AT = 0.5;

/**
 * What this node is subscribed to at its peers: what its own clients and code want (see WantedChannels), on every link (see
 * LinkInterest), up to date at the end of each turn. A client's subscribe is answered when every peer has taken it.
 * With `oort.forwarding: "observe"` it is the patterns of `oort.channels`, whoever wants them.
 */
export class Interest {
  readonly #parts: InterestParts;
  /** `oort.forwarding` is `observe`. */
  readonly isStatic: boolean;
  readonly #wanted: WantedChannels;
  readonly #waits: InterestWaits;
  readonly #links = new Set<LinkInterest>();
  /** Names to be looked at when the turn ends. */
  #changed = new Set<string>();
  #isFallback = false;
  #undo: (() => void) | undefined;

  constructor(parts: InterestParts) {
    const { options, clock, stats, logger } = parts;
    this.#parts = parts;
    this.isStatic = options.forwarding === "observe";
    this.#wanted = new WantedChannels(
      clock,
      options.interestLingerMs,
      (name) => this.#touch(name),
      (name) => this.#waits.giveUp(name),
    );
    const isInForce = (id: ChannelId): boolean => this.#isInForce(id);
    this.#waits = new InterestWaits(clock, options.interestTimeoutMs, isInForce, (channel) => {
      stats.interestTimeouts += 1;
      logger.debug({ channel }, "a peer has not taken a subscription in time: the client is answered all the same");
    });
    for (const name of options.channels) {
      const id = parseChannel(name)!;
      if (isInternal(id.name)) this.#wanted.pin(id);
      else this.#wanted.addPattern(id);
    }
  }

  /** Takes in what is subscribed already, and follows the server from now on. */
  open(): void {
    const { server, isOort } = this.#parts;
    const remove = server.addListener({
      subscribed: (session, { id }) => void (isOort(session) || this.#wanted.subscribed(id)),
      unsubscribed: (session, { id }) => void (isOort(session) || this.#wanted.unsubscribed(id)),
      listenersChanged: ({ id, listeners }) => this.#wanted.listened(id, listeners.length > 0),
      confirming: (session, ids) => (isOort(session) ? undefined : this.#untilInForce(ids)),
    });
    for (const channel of server.channels) this.#takeIn(channel);
    this.#undo = remove;
  }

  close(): void {
    this.#undo?.();
    this.#undo = undefined;
    this.#wanted.close();
    this.#waits.close();
  }

  get size(): InterestSize {
    const { patterns, cover } = this.#wanted;
    const names = this.#isCoarse ? patterns.keys() : cover;
    const all = new Set([...this.#wanted.pinned, ...names]);
    return { channels: [...all].filter((name) => !isInternal(name)).length, isFallback: this.#isFallback };
  }

  /** Whether anybody here gets what is published on a channel. */
  isWanted(channel: string): boolean {
    const id = this.#parts.server.getChannel(channel)?.id ?? parseChannel(channel);
    if (id === undefined) return false;
    return this.#wanted.isWanted(id) || id.matching.some((name) => this.#wanted.pinned.has(name));
  }

  /** Subscribes to a channel whether anybody wants it or not. */
  observe(id: ChannelId): void {
    this.#wanted.pin(id);
  }

  /** Takes back {@link observe}, and a pattern of that name. */
  deobserve(name: string): void {
    this.#wanted.unpin(name);
    this.#wanted.removePattern(name);
  }

  /** A channel that crosses only if it is observed by its own name. */
  addExact(name: string): void {
    this.#wanted.addExact(name);
  }

  /** @returns when all that is wanted now is in force on every link, or `interestTimeoutMs` has passed */
  async settled(): Promise<void> {
    const ids = [...this.#targets(this.#isCoarse)].map((name) => parseChannel(name)!);
    await Promise.all(ids.map((id) => this.#waits.until(id)));
  }

  // --- Links -----------------------------------------------------------------------------------------------------

  /** @param send - see LinkInterest */
  newLink(url: string, send: (message: Message) => Promise<Message>): LinkInterest {
    const { stats } = this.#parts;
    const link = new LinkInterest(send, {
      confirmed: (names) => this.#waits.check(names),
      reset: () => this.#waits.checkAll(),
      refused: (names, error) => this.#refused(url, link, names, error),
      closed: () => {
        this.#links.delete(link);
        this.#waits.checkAll();
      },
      counted: (changes) => {
        stats.interestChanges += changes;
      },
    });
    this.#links.add(link);
    return link;
  }

  /** What the subscribes of an opening batch name, `/oort/cloud` aside. What is pinned goes one by one, as Java does. */
  *opening(link: LinkInterest): Iterable<string | string[]> {
    const { pinned } = this.#wanted;
    yield* pinned;
    const names = [...this.#targets(this.#isCoarse || link.isCoarse)].filter((name) => !pinned.has(name));
    if (this.isStatic) yield* names;
    else for (const chunk of chunks(names)) yield [...chunk];
  }

  #refused(peer: string, link: LinkInterest, names: readonly string[], error: ClientError): void {
    const { stats, logger } = this.#parts;
    stats.interestRefused += 1;
    logger.warn(
      { err: error, peer, channels: names.slice(0, 10), count: names.length },
      "a peer refused a subscription",
    );
    if (link.isCoarse || names.every((name) => this.#wanted.pinned.has(name))) return;
    // It may refuse single channels for reasons of its own, such as how many it has; the patterns bring them as well.
    link.coarsen(this.#wanted.patterns.keys(), (name) => this.#isTarget(name, true));
  }

  // --- Changes ---------------------------------------------------------------------------------------------------

  #takeIn(channel: ServerChannel): void {
    for (const session of channel.subscribers) {
      if (!this.#parts.isOort(session as ServerSession)) this.#wanted.subscribed(channel.id);
    }
    if (channel.listeners.length > 0) this.#wanted.listened(channel.id, true);
  }

  #touch(name: string): void {
    if (this.#changed.size === 0) this.#parts.clock.endOfTurn(() => this.#endTurn());
    this.#changed.add(name);
  }

  #endTurn(): void {
    this.#maybeFallBack();
    const names = this.#changed;
    this.#changed = new Set();
    for (const link of this.#links) this.#update(link, names);
  }

  #update(link: LinkInterest, names: Iterable<string>): void {
    const isCoarse = this.#isCoarse || link.isCoarse;
    link.update(names, (name) => this.#isTarget(name, isCoarse));
  }

  #isTarget(name: string, isCoarse: boolean): boolean {
    return name === CLOUD_CHANNEL || this.#wanted.isTarget(name, isCoarse);
  }

  #maybeFallBack(): void {
    const { options, stats, logger } = this.#parts;
    const { cover, pinned, patterns } = this.#wanted;
    const limit = options.maxInterestChannels * (this.#isFallback ? BACK_AT : 1);
    const isOver = cover.size - pinned.size > limit;
    if (this.isStatic || isOver === this.#isFallback) return;
    this.#isFallback = isOver;
    const facts = { channels: cover.size, maxInterestChannels: options.maxInterestChannels };
    if (isOver) stats.interestFallbacks += 1;
    if (isOver) logger.warn(facts, "too many channels are wanted here: the patterns of oort.channels are observed");
    else logger.info(facts, "few enough channels are wanted here again: peers send only these");
    for (const name of cover) this.#changed.add(name);
    for (const name of patterns.keys()) this.#changed.add(name);
  }

  get #isCoarse(): boolean {
    return this.isStatic || this.#isFallback;
  }

  #targets(isCoarse: boolean): Iterable<string> {
    const { pinned, patterns, cover } = this.#wanted;
    return new Set([...pinned, ...(isCoarse ? patterns.keys() : cover)]);
  }

  // --- Waiting ---------------------------------------------------------------------------------------------------

  #untilInForce(ids: readonly ChannelId[]): Promise<void> | undefined {
    if (this.isStatic || this.#links.size === 0) return undefined;
    const waits: Promise<void>[] = [];
    for (const id of ids) {
      for (const term of this.#wanted.termsOf(id)) {
        const wait = this.#waits.until(term);
        if (wait !== undefined) waits.push(wait);
      }
    }
    return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
  }

  #isInForce(id: ChannelId): boolean {
    for (const link of this.#links) if (link.isOpen && !link.covers(id)) return false;
    return true;
  }
}
