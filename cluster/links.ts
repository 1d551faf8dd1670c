import type { Message } from "../core/message/message.js";
import type { PrintedMessage } from "../core/message/publication.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import { DialNotes } from "./comet/dial-notes.js";
import { type CometOwner, type CometParts, OortComet } from "./comet/oort-comet.js";
import type { LinkInterest } from "./interest/link-interest.js";
import { LinkQueries } from "./link-queries.js";
import {
  CLOUD_CHANNEL,
  JOIN_CHANNEL,
  leavingData,
  type NodeIdentity,
  openingBatch,
} from "./membership/join-message.js";
import type { LinkHandshake } from "./membership/link-field.js";
import { LinkSessions, type RefusedPeer } from "./membership/link-sessions.js";
import { type CometKey, type Effect, type GapReason, Membership } from "./membership/membership.js";
import { isNodeUrl } from "./membership/node-url.js";
import { PeerConduct, type PeerFault } from "./membership/peer-conduct.js";
import { type Peer, PeerView } from "./membership/peer-view.js";
import { type Member, RunFacts, type SessionHome } from "./membership/run-facts.js";
import { Upkeep } from "./membership/upkeep.js";
import { Quarantine } from "./quarantine.js";

/** When a node that is refused as an old run may try again: it may be the later one, with a clock that went back. */
const OUTDATED_RETRY_MS = 1_000;

/** Told of what the links bring. */
export interface LinksHost {
  joined(peer: Member): void;
  suspected(peer: Member): void;
  recovered(peer: Member): void;
  leaving(peer: Member): void;
  left(peer: Member): void;
  gap(peer: Member, reason: GapReason): void;
  /** A message came from a peer, for the first time. */
  delivered(message: Message): void;
  /** The same of a link that carries frames. */
  printed(message: PrintedMessage): void;
  /** True for the local session that republishes what comes from peers. */
  isLocalOort(session: ServerSession): boolean;
}

/** What each comet needs, and what the sessions of peers need beside it. */
export interface LinksParts extends CometParts {
  readonly self: NodeIdentity;
  readonly server: BayeuxServer;
}

/**
 * The links of one node, both halves: feeds what happens on them into the rules of membership.ts, and executes the
 * effects that these ask for.
 */
export class Links {
  readonly queries: LinkQueries;
  readonly #parts: LinksParts;
  readonly #host: LinksHost;
  readonly #membership: Membership;
  readonly #sessions: LinkSessions;
  readonly #view: PeerView;
  /** URLs that refused us, or are none of ours. */
  readonly #quarantine: Quarantine;
  readonly #conduct: PeerConduct;
  readonly #notes = new DialNotes();
  readonly #facts: RunFacts;
  readonly #comets = new Map<CometKey, OortComet>();
  readonly #upkeep: Upkeep;
  /** Peers that were told of the others, in this round of gossip. */
  readonly #gossiped = new Set<CometKey>();
  #isOpen = false;

  constructor(parts: LinksParts, host: LinksHost) {
    const { self, server, auth, options, stats, logger, clock, beats } = parts;
    this.#parts = parts;
    this.#host = host;
    this.#membership = new Membership(self, options.maxPeers);
    this.#facts = new RunFacts(this.#membership);
    this.#view = new PeerView(options);
    this.queries = new LinkQueries(server, this.#membership, this.#comets, this.#facts, this.#view);
    this.#upkeep = new Upkeep(clock, parts.random, options, {
      look: () => this.#look(),
      redial: (url) => {
        if (this.queries.hasPeerSession(url)) this.observe(url);
      },
      tryDeparted: (url) => this.#tryDeparted(url),
    });
    this.#quarantine = new Quarantine(clock, options.refusedRetryMs, options.maxPeers);
    this.#conduct = new PeerConduct(clock, options);
    this.#sessions = new LinkSessions(
      { server, auth, options, stats, logger, beats },
      {
        handshake: (session, handshake) => this.#handshake(session, handshake),
        join: (session, peer) => this.#run(this.#membership.joinReceived(session.id, peer)),
        leaving: (session, peer) => this.#leaving(session, peer),
        gossip: (session, urls) => this.#gossip(session, urls),
        fault: (session, what) => this.fault(session, what),
        removed: (session, graceful) => this.#removed(session, graceful),
      },
      (session) => host.isLocalOort(session),
    );
  }

  /** Lets peers in, and {@link observe} dial. */
  open(): void {
    this.#isOpen = true;
    this.#sessions.open();
    this.#upkeep.open();
  }

  /** Says goodbye on every link. Nobody here is told that the members left. @returns when all are closed */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#upkeep.close();
    const effects = this.#membership.stop();
    await Promise.all(effects.map((effect) => (effect.kind === "close" ? this.#close(effect.comet) : undefined)));
    this.#sessions.close();
    this.#refresh();
  }

  /** See `Oort.observe`. */
  observe(url: string): void {
    if (!this.#isOpen) return;
    if (!isNodeUrl(url)) {
      this.#parts.stats.malformed += 1;
      this.#parts.logger.warn({ url: String(url).slice(0, 200) }, "not the URL of a node: ignored");
    } else if (!this.#quarantine.has(url) && this.#conduct.restMs(url) === 0) {
      const tried = this.#membership.findComet(url);
      if (tried !== undefined) this.#notes.forget(tried); // it is wanted for good
      this.#run(this.#membership.observe(url));
    }
  }

  /** See `Oort.deobserve`. */
  deobserve(url: string): void {
    this.#upkeep.returned(url);
    this.#run(this.#membership.deobserve(url));
  }

  /** See `Oort.forget`. */
  forget(url: string): void {
    const comet = this.#membership.findComet(url);
    const entry = [...this.#membership.client.values()].find((other) => other.comet === comet);
    if (entry === undefined || this.#membership.server.get(entry.id)?.state !== "joined") this.deobserve(url);
  }

  /** The other nodes, as far as this one knows, in the order of their URLs. */
  get peers(): readonly Peer[] {
    return this.#view.peers(this.#parts.clock.now());
  }

  /** URLs of the nodes that accepted our handshake; what is gossiped. */
  get knownUrls(): readonly string[] {
    return this.#membership.knownUrls();
  }

  /** See `Oort.publishTo`. */
  publishTo(url: string, channel: string, data: unknown, fields?: Record<string, unknown>): Promise<boolean> {
    const comet = this.#membership.findComet(url);
    if (comet === undefined) return Promise.resolve(false);
    return this.#comets.get(comet)?.publish(channel, data, fields) ?? Promise.resolve(false);
  }

  /** See `Oort.announceLeaving`. */
  announceLeaving(): void {
    const { self } = this.#parts;
    for (const { url, id } of this.#membership.server.values()) {
      if (this.#facts.get(id)?.kind === "oortbus") void this.publishTo(url, JOIN_CHANNEL, leavingData(self));
    }
  }

  /** See `Oort.isOort`. */
  isOort(session: ServerSession): boolean {
    return this.#sessions.isOort(session);
  }

  /** The peer of a session has sent something. */
  heard(session: ServerSession): void {
    this.#sessions.heard(session);
  }

  /** The node whose clientIds begin with `tag`: a member, or one that was lost and did not say goodbye. */
  homeOf(tag: string): SessionHome | undefined {
    const url = this.#view.lostHomeOf(tag, this.#parts.clock.now());
    return this.#facts.homeOf(tag) ?? (url === undefined ? undefined : { url, state: "lost" });
  }

  /** See `Oort.fault`. */
  fault(session: ServerSession, what: PeerFault): void {
    const peer = this.#membership.sessionEntry(session.id);
    if (peer === undefined) return;
    const { stats, logger } = this.#parts;
    stats.peerFaults[what] += 1;
    if (!this.#conduct.fault(peer)) return;
    const { url, id } = peer;
    stats.peersQuarantined += 1;
    logger.error({ peer: url, id, what, restMs: this.#conduct.restMs(url) }, "peer quarantined: it broke the protocol");
    this.#run(this.#membership.sessionRemoved(session.id, false));
    this.#run(this.#membership.deobserve(url));
    session.disconnect();
  }

  /** What one peer names is dialled only so far: else it could fill this node's links with names of nobody. */
  #gossip(session: ServerSession, urls: readonly string[]): void {
    const { stats, options } = this.#parts;
    const peer = this.#membership.sessionEntry(session.id);
    if (peer === undefined) return;
    if (!this.#conduct.mayGossip(peer.url)) return this.fault(session, "flood");
    let room = options.maxGossipDials - this.#notes.namedBy(peer.url);
    for (const url of urls) {
      if (this.#membership.findComet(url) !== undefined) continue;
      if (room <= 0) {
        stats.gossipIgnored += 1;
        continue;
      }
      this.observe(url);
      const comet = this.#membership.findComet(url);
      if (comet === undefined) continue;
      this.#notes.noteHearsay(comet, peer.url);
      room -= 1;
    }
  }

  /** Messages of a peer may be missing here. Told of members only: when it is none, `left` has told it already. */
  gap(peer: Pick<NodeIdentity, "id">, reason: GapReason): void {
    this.#run(this.#membership.gap(peer.id, reason));
  }

  #handshake(session: ServerSession, { extras, ...peer }: LinkHandshake): RefusedPeer | undefined {
    const { self, logger } = this.#parts;
    // Leaving: its session ends with the server.
    if (!this.#isOpen) return peer.id === self.id ? { why: "self" } : undefined;
    const retryMs = Math.max(this.#conduct.restMs(peer.url), this.#conduct.restMs(peer.id));
    if (retryMs > 0) return { why: "quarantined", retryMs };
    const run = { url: peer.url, id: peer.id, incarnation: extras?.incarnation };
    const effects = this.#membership.handshakeReceived(session.id, run, peer);
    if (effects === "self") return { why: "self" };
    if (effects === "outdated") return { why: "outdated", retryMs: OUTDATED_RETRY_MS };
    if (peer.url === self.url) logger.error({ url: peer.url }, "another node says it has this node's URL");
    this.#facts.learn(peer.id, extras);
    this.#run(effects);
    return undefined;
  }

  #removed(session: ServerSession, graceful: boolean): void {
    const id = this.#membership.sessionEntry(session.id)?.id;
    const isComplete = graceful && id !== undefined && this.#facts.isLeaving(id);
    this.#run(this.#membership.sessionRemoved(session.id, graceful, isComplete));
  }

  #leaving(session: ServerSession, { id }: NodeIdentity): void {
    const entry = this.#membership.sessionEntry(session.id);
    if (entry?.id !== id || entry.state !== "joined" || this.#facts.isLeaving(id)) return;
    this.#facts.leaves(id);
    this.#parts.logger.info({ peer: entry.url, id }, "peer is leaving");
    this.#host.leaving(this.#facts.member(entry));
  }

  // --- Effects ---------------------------------------------------------------------------------------------------

  #run(effects: readonly Effect[]): void {
    // The view must know a member before its listeners ask, and forget it before they hear that it left.
    this.#refresh();
    for (const effect of effects) this.#execute(effect);
    this.#refresh();
    this.#facts.prune();
  }

  #execute(effect: Effect): void {
    const { stats, logger, server, clock, options } = this.#parts;
    switch (effect.kind) {
      case "dial":
        return this.#dial(effect.comet, effect.url, effect.aliasUrl);
      case "open":
        return this.#comets.get(effect.comet)?.open((link) => this.#openingBatch(link));
      case "wake":
        return this.#comets.get(effect.comet)?.wake();
      case "close":
        return void this.#close(effect.comet);
      case "end-session":
        return server.getSession(effect.session)?.disconnect();
      case "redial":
        stats.linksMended += 1;
        return this.#upkeep.redialSoon(effect.url);
      case "renew":
        stats.linksMended += 1;
        return this.#comets.get(effect.comet)?.renew();
      case "joined":
        stats.joined += 1;
        logger.info({ peer: effect.peer.url, id: effect.peer.id }, "peer joined");
        this.#upkeep.returned(effect.peer.url);
        return this.#host.joined(this.#facts.member(effect.peer));
      case "suspected":
        stats.suspected += 1;
        logger.info({ peer: effect.peer.url, id: effect.peer.id }, "peer suspected: no connection to it");
        return this.#host.suspected(this.#facts.member(effect.peer));
      case "recovered":
        logger.info({ peer: effect.peer.url, id: effect.peer.id }, "peer recovered");
        return this.#host.recovered(this.#facts.member(effect.peer));
      case "gap":
        stats.gaps[effect.reason] += 1;
        this.#view.gap(effect.peer.url);
        logger.info({ peer: effect.peer.url, id: effect.peer.id, reason: effect.reason }, "messages may be missing");
        return this.#host.gap(this.#facts.member(effect.peer), effect.reason);
      case "left":
        stats.left += 1;
        logger.info({ peer: effect.peer.url, id: effect.peer.id, graceful: effect.graceful }, "peer left");
        this.#view.left(effect.peer.url, effect.graceful, clock.now());
        if (effect.graceful) this.#upkeep.departed(effect.peer.url);
        return this.#host.left(this.#facts.member(effect.peer));
      case "too-many-peers":
        stats.tooManyPeers += 1;
        logger.warn({ url: effect.url, maxPeers: options.maxPeers }, "too many peers: not dialled");
    }
  }

  #openingBatch(link: LinkInterest): Message[] {
    return openingBatch(this.#parts.interest.opening(link), this.#membership.knownUrls(), this.#parts.self);
  }

  #dial(key: CometKey, url: string, aliasUrl: string | undefined): void {
    const comet = new OortComet(key, url, aliasUrl, this.#parts, this.#cometOwner());
    this.#comets.set(key, comet);
    comet.start();
  }

  #cometOwner(): CometOwner {
    const { stats, logger } = this.#parts;
    return {
      accepted: (comet, { extras, url, id }) => {
        this.#facts.learn(id, extras);
        this.#notes.forget(comet.key);
        const run = { url, id, incarnation: extras?.incarnation };
        this.#run(this.#membership.handshakeAccepted(comet.key, comet.url, run));
      },
      refused: (comet) => {
        this.#run(this.#membership.handshakeRefused(comet.key, comet.url));
        if (this.#notes.isTry(comet.key)) this.#run(this.#membership.deobserve(comet.url));
      },
      ended: (comet, why) => {
        this.#forgetComet(comet.key);
        if (why !== "told_to_go") {
          stats.dialsRefused[why] += 1;
          this.#quarantine.add(comet.url);
          logger.warn({ peer: comet.url, why }, "not linked");
        }
        this.#run(this.#membership.cometEnded(comet.key));
      },
      delivered: (_, message) => this.#host.delivered(message),
      printed: (_, message) => this.#host.printed(message),
      changed: (comet) => this.#changed(comet),
      gap: (comet, reason) => {
        for (const { id, comet: key } of this.#membership.client.values())
          if (key === comet.key) this.gap({ id }, reason);
      },
    };
  }

  #close(key: CometKey): Promise<void> {
    const comet = this.#comets.get(key);
    this.#forgetComet(key);
    return comet?.close() ?? Promise.resolve();
  }

  #forgetComet(key: CometKey): void {
    this.#comets.delete(key);
    this.#notes.forget(key);
    this.#gossiped.delete(key);
  }

  #changed(comet: OortComet): void {
    const { clock, options, logger } = this.#parts;
    const down = comet.downSinceMs;
    const { key } = comet;
    this.#run(down === undefined ? this.#membership.cometRecovered(key) : this.#membership.cometLost(key));
    if (down === undefined) return;
    const limitMs = this.#notes.limitMs(key, options);
    if (limitMs < 0) this.#run(this.#membership.deobserve(comet.url));
    else if (clock.now() - down > limitMs) {
      logger.info({ peer: comet.url }, "unreachable for too long: not dialled any more");
      this.deobserve(comet.url);
    }
  }

  #tryDeparted(url: string): void {
    const known = this.#membership.findComet(url);
    this.observe(url);
    const comet = this.#membership.findComet(url);
    if (known === undefined && comet !== undefined) this.#notes.noteTry(comet);
    this.#refresh();
  }

  /** One peer in turn hears of the others, so that a gossip message that was lost is made good. */
  #look(): void {
    this.#run(this.#membership.audit());
    const open = [...this.#comets.values()].filter((comet) => comet.state === "open");
    let next = open.find(({ key }) => !this.#gossiped.has(key));
    if (next === undefined) {
      this.#gossiped.clear();
      next = open[0];
    }
    if (next === undefined) return;
    this.#gossiped.add(next.key);
    void next.publish(CLOUD_CHANNEL, this.#membership.knownUrls());
  }

  #refresh(): void {
    this.#view.refresh(
      this.#membership,
      this.#parts.clock.now(),
      (comet) => this.#notes.isTry(comet),
      (id) => this.#facts.get(id),
    );
  }
}
