import type { CometKey, Membership } from "./membership.js";

/**
 * `joining` one half of the link, or none yet · `joined` a member · `suspected` a member whose connection is lost right
 * now · `lost` was a member and did not say goodbye.
 */
export type PeerState = "joining" | "joined" | "suspected" | "lost";

/** One line of the cluster view. */
export interface Peer {
  readonly url: string;
  /** Id of its run; undefined as long as it never answered. */
  readonly id: string | undefined;
  readonly state: PeerState;
  /** When it entered that state, in ms since the epoch. */
  readonly since: number;
  readonly kind: "oortbus" | "java" | "unknown";
  /** Start of its run in ms since the epoch; Oortbus peers only. */
  readonly incarnation: number | undefined;
}

/** What is known about a run of a peer, beside the membership tables. */
export interface PeerFacts {
  readonly kind: "oortbus" | "java";
  readonly incarnation: number | undefined;
  /** What its clientIds begin with; Oortbus peers only. */
  readonly nodeTag: string | undefined;
  /** Of the extras; Oortbus peers only. */
  readonly version: number | undefined;
}

interface Sight {
  id: string | undefined;
  state: PeerState;
  since: number;
  facts: PeerFacts | undefined;
  gaps: number;
  /** A table holds it: it is linked, or being dialled. */
  isListed: boolean;
}

/** Limits on the memory of lost peers. */
export interface PeerViewLimits {
  readonly maxLostPeers: number;
  readonly lostPeerMs: number;
}

/** The peers as an operator sees them: the membership tables, and the memory of since when and of who was lost. */
export class PeerView {
  readonly #limits: PeerViewLimits;
  /** By URL. */
  readonly #sights = new Map<string, Sight>();

  constructor(limits: PeerViewLimits) {
    this.#limits = limits;
  }

  /**
   * Brings the view up to date after any event.
   * @param isHidden - whether a comet is a mere try, that nobody is to hear of until it is answered
   * @param factsOf - what the peer of that id said about itself
   */
  refresh(
    membership: Membership,
    nowMs: number,
    isHidden: (comet: CometKey) => boolean,
    factsOf: (id: string) => PeerFacts | undefined,
  ): void {
    const seen = new Map<string, { id: string | undefined; state: PeerState }>();
    for (const { url, comet } of membership.pending.values()) {
      if (!isHidden(comet)) seen.set(url, { id: undefined, state: "joining" });
    }
    for (const entry of membership.client.values()) seen.set(entry.url, { id: entry.id, state: "joining" });
    for (const entry of membership.server.values()) {
      const state = entry.state !== "joined" ? "joining" : entry.isSuspected ? "suspected" : "joined";
      if (state !== "joining" || seen.get(entry.url)?.id === undefined) seen.set(entry.url, { id: entry.id, state });
    }
    for (const [url, { id, state }] of seen) {
      const old = this.#sights.get(url);
      // A lost peer that is being dialled stays lost until it answers: its comet is not news.
      if (old?.state === "lost" && state === "joining" && (id === undefined || id === old.id)) {
        old.isListed = true;
        continue;
      }
      const facts = (id === undefined ? undefined : factsOf(id)) ?? (old?.id === id ? old?.facts : undefined);
      const since = old !== undefined && old.state === state && old.id === id ? old.since : nowMs;
      this.#sights.set(url, { id, state, since, facts, gaps: old?.gaps ?? 0, isListed: true });
    }
    for (const [url, sight] of this.#sights) {
      if (seen.has(url)) continue;
      sight.isListed = false;
      if (sight.state !== "lost") this.#sights.delete(url);
    }
    this.#forget(nowMs);
  }

  /** Messages of a member may be missing. */
  gap(url: string): void {
    const sight = this.#sights.get(url);
    if (sight !== undefined) sight.gaps += 1;
  }

  gapsOf(url: string): number {
    return this.#sights.get(url)?.gaps ?? 0;
  }

  /** A member went. One that did not say goodbye is remembered as lost. */
  left(url: string, graceful: boolean, nowMs: number): void {
    const sight = this.#sights.get(url);
    if (sight === undefined) return;
    this.#sights.delete(url);
    if (!graceful) this.#sights.set(url, { ...sight, state: "lost", since: nowMs });
  }

  /** The URL of the lost peer whose clientIds begin with `tag`. */
  lostHomeOf(tag: string, nowMs: number): string | undefined {
    this.#forget(nowMs);
    for (const [url, { state, facts }] of this.#sights) if (state === "lost" && facts?.nodeTag === tag) return url;
    return undefined;
  }

  /** In the order of their URLs. */
  peers(nowMs: number): Peer[] {
    this.#forget(nowMs);
    return [...this.#sights]
      .map(([url, { id, state, since, facts }]) => ({
        url,
        id,
        state,
        since,
        kind: facts?.kind ?? ("unknown" as const),
        incarnation: facts?.incarnation,
      }))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  }

  #forget(nowMs: number): void {
    const lost = [...this.#sights]
      .filter(([, sight]) => sight.state === "lost" && !sight.isListed)
      .sort((a, b) => a[1].since - b[1].since);
    for (const [index, [url, sight]] of lost.entries()) {
      const tooMany = lost.length - index > this.#limits.maxLostPeers;
      if (tooMany || nowMs - sight.since > this.#limits.lostPeerMs) this.#sights.delete(url);
    }
  }
}
