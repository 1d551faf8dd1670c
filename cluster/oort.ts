import { andThen } from "../core/awaitable.js";
import type { ClientTransportFactory } from "../core/client/transport/client-transport.js";
import type { Clock, Timer } from "../core/clock.js";
import { AckExtension } from "../core/extension/ack-extension.js";
import type { Logger } from "../core/logger.js";
import { parseChannel } from "../core/message/channel-id.js";
import type { Message } from "../core/message/message.js";
import { readOptions } from "../core/options.js";
import type { Random } from "../core/random.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { LocalSession } from "../core/session/local-session.js";
import type { ServerSession } from "../core/session/server-session.js";
import { nodeTagOf } from "../core/session/session-registry.js";
import { type CometOwner, OortComet } from "./comet/oort-comet.js";
import type { Discovery } from "./discovery/discovery.js";
import { Forwarding } from "./forwarding.js";
import { type NodeIdentity, openingBatch } from "./membership/join-message.js";
import { LinkSessions } from "./membership/link-sessions.js";
import { type CometKey, type Effect, Membership } from "./membership/membership.js";
import { linkField, NodeAuth, type NodeExtras } from "./membership/node-auth.js";
import { isNodeUrl } from "./membership/node-url.js";
import { type Peer, PeerView } from "./membership/peer-view.js";
import { type Member, RunFacts } from "./membership/run-facts.js";
import { type OortOptions, type OortOptionsInput, oortOptions } from "./oort-options.js";
import { OortStats } from "./oort-stats.js";
import { protectInternalChannels } from "./protection.js";
import { Quarantine } from "./quarantine.js";
import { Republisher } from "./republisher.js";

/** Told who joins and who leaves. For one URL the two come in turn: the old run has left before the new one joins. */
export interface OortListener {
  /** Our link to it is usable, and it is subscribed to all that it wants of us. */
  joined?(peer: Member): void;
  left?(peer: Member): void;
}

/** Handed in; each has a default that fits a real process. */
export interface OortParts {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
  /** How links are opened. Default: WebSocket, then long-polling. */
  readonly transports?: readonly ClientTransportFactory[];
  /** Start of this run, in ms since the epoch; of two runs of one URL the later has the larger. Default: now. */
  readonly incarnation?: number;
}

/**
 * A node's membership in a cloud of Bayeux servers: links with every node it hears of, and carries what is published on
 * the observed channels of one to the clients of all. This class is the face and runs the effects; who is a member is
 * decided in membership.ts, what crosses a link in forwarding.ts.
 * @see spec/oort-seti.md
 */
export class Oort {
  readonly url: string;
  readonly id: string;
  readonly incarnation: number;
  readonly options: OortOptions;
  readonly stats = new OortStats();
  /** Publishes here what comes from peers. */
  readonly oortSession: LocalSession;
  readonly #server: BayeuxServer;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #logger: Logger;
  readonly #transports: readonly ClientTransportFactory[] | undefined;
  readonly #auth: NodeAuth;
  readonly #membership: Membership;
  readonly #sessions: LinkSessions;
  readonly #forwarding = new Forwarding();
  readonly #view: PeerView;
  readonly #quarantine: Quarantine;
  readonly #comets = new Map<CometKey, OortComet>();
  readonly #facts: RunFacts;
  readonly #republisher: Republisher;
  readonly #discoveries: Discovery[] = [];
  readonly #redials = new Set<Timer>();
  #listeners: readonly OortListener[] = [];
  #state: "idle" | "starting" | "running" | "stopping" | "stopped" = "idle";

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, options: OortOptionsInput, parts: OortParts = {}) {
    this.options = readOptions(oortOptions, options, "oort.");
    this.#server = server;
    this.#clock = parts.clock ?? server.clock;
    this.#random = parts.random ?? server.random;
    this.#logger = parts.logger ?? server.logger;
    this.#transports = parts.transports;
    this.url = this.options.url;
    this.id = this.#random.token(128);
    this.incarnation = parts.incarnation ?? Math.floor(this.#clock.now());
    const self = { url: this.url, id: this.id };
    const { clusterName, heartbeatMs } = this.options;
    // Without a secret a random one: links with nobody, instead of links with everybody.
    const secret = this.options.secret ?? this.#random.token(256);
    const nodeTag = server.options.nodeTag || undefined;
    this.#auth = new NodeAuth(self, secret, { incarnation: this.incarnation, clusterName, heartbeatMs, nodeTag });
    this.#membership = new Membership(self, this.options.maxPeers);
    this.#facts = new RunFacts(this.#membership);
    this.#view = new PeerView(this.options);
    this.#quarantine = new Quarantine(this.#clock, this.options.refusedRetryMs, this.options.maxPeers);
    this.oortSession = server.newLocalSession("oort");
    this.#republisher = new Republisher(this.#forwarding, this.oortSession, this.stats, this.#logger);
    this.#sessions = new LinkSessions(
      { server, auth: this.#auth, options: this.options, stats: this.stats, logger: this.#logger },
      {
        handshake: (session, { extras, ...peer }) => this.#handshake(session, peer, extras),
        join: (session, peer) => this.#run(this.#membership.joinReceived(session.id, peer)),
        gossip: (urls) => {
          for (const url of urls) this.observe(url);
        },
        removed: (session, graceful) => this.#run(this.#membership.sessionRemoved(session.id, graceful)),
      },
      (session) => this.#isOpen && session === this.oortSession.session,
    );
    for (const channel of this.options.channels) this.#forwarding.observe(channel);
  }

  /** Opens the node to peers and begins to dial what discovery finds. @throws Error when the policy refuses its session */
  start(): void {
    if (this.#state !== "idle") return;
    this.#state = "starting";
    const shaken = andThen(this.oortSession.handshake(), () => this.#open());
    if (shaken instanceof Promise) shaken.catch((err: unknown) => this.#logger.error({ err }, "no part in the cloud"));
  }

  #open(): void {
    if (this.#state !== "starting") return;
    this.#state = "running";
    if (this.options.secret === undefined) this.#logger.warn({}, "no oort.secret: this node links with nobody");
    if (this.options.ack) this.#server.addExtension(new AckExtension());
    protectInternalChannels(this.#server, (session) => this.isOort(session));
    this.#sessions.open();
    for (const discovery of this.#discoveries) this.#startDiscovery(discovery);
  }

  /**
   * Leaves the cloud: says goodbye on each link, and waits for the answers, at most `stopTimeoutMs`. Nobody here is told
   * that the members left. The server may go on; the cluster's channels stay closed to its clients.
   */
  async stop(): Promise<void> {
    if (this.#state !== "running") return;
    this.#state = "stopping";
    for (const discovery of this.#discoveries) discovery.stop();
    for (const timer of this.#redials) timer.cancel();
    this.#redials.clear();
    const effects = this.#membership.stop();
    await Promise.all(effects.map((effect) => (effect.kind === "close" ? this.#close(effect.comet) : undefined)));
    this.#sessions.close();
    this.#state = "stopped";
    this.oortSession.disconnect();
    this.#refresh();
  }

  /** Lets a discovery name nodes for as long as this Oort runs. */
  addDiscovery(discovery: Discovery): void {
    this.#discoveries.push(discovery);
    if (this.#state === "running") this.#startDiscovery(discovery);
  }

  /**
   * Links with a node, and keeps the link up. Does nothing for our own URL, a node that is linked or being dialled, and,
   * for a while, one that refused us.
   */
  observe(url: string): void {
    if (this.#state !== "running") return;
    if (!isNodeUrl(url)) {
      this.stats.malformed += 1;
      this.#logger.warn({ url: String(url).slice(0, 200) }, "not the URL of a node: ignored");
    } else if (!this.#quarantine.has(url)) {
      this.#run(this.#membership.observe(url));
    }
  }

  /** Ends the link with a node. Gossip or discovery may bring it back. */
  deobserve(url: string): void {
    this.#run(this.#membership.deobserve(url));
  }

  /** Stops dialling a node that is gone, unless it is a member: those go by their own word, or by silence. */
  forget(url: string): void {
    const comet = this.#membership.findComet(url);
    const entry = [...this.#membership.client.values()].find((other) => other.comet === comet);
    if (entry === undefined || this.#membership.server.get(entry.id)?.state !== "joined") this.deobserve(url);
  }

  /**
   * Takes what peers publish on a channel, `*` and `**` at its end included.
   * @throws RangeError when it is no broadcast channel
   */
  observeChannel(name: string): void {
    const id = parseChannel(name);
    if (id?.kind !== "broadcast") throw new RangeError(`cannot observe ${name}: it must be a broadcast channel`);
    if (!this.#forwarding.observe(id.name)) return;
    for (const comet of this.#comets.values()) comet.subscribe(id.name);
  }

  deobserveChannel(name: string): void {
    const channel = parseChannel(name)?.name ?? name;
    if (!this.#forwarding.deobserve(channel)) return;
    for (const comet of this.#comets.values()) comet.unsubscribe(channel);
  }

  /** Wildcard observations skip this channel: it crosses only if it is observed by its own name. */
  addExactChannel(name: string): void {
    this.#forwarding.addExact(name);
  }

  /** The other nodes, as far as this one knows, in the order of their URLs. */
  get peers(): readonly Peer[] {
    return this.#view.peers(this.#clock.now());
  }

  /** URLs of the nodes that accepted our handshake; what is gossiped. */
  get knownUrls(): readonly string[] {
    return this.#membership.knownUrls();
  }

  /** @returns a function that removes the listener again */
  addListener(listener: OortListener): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => {
      this.#listeners = this.#listeners.filter((other) => other !== listener);
    };
  }

  /** Publishes over our link to one node, by its URL or an alias. @returns whether it took the message; never rejects */
  publishTo(url: string, channel: string, data: unknown, fields?: Record<string, unknown>): Promise<boolean> {
    const comet = this.#membership.findComet(url);
    if (comet === undefined) return Promise.resolve(false);
    return this.#comets.get(comet)?.publish(channel, data, fields) ?? Promise.resolve(false);
  }

  /** True for sessions of peers, and for the local session that publishes here what they send. */
  isOort(session: ServerSession): boolean {
    return this.#sessions.isOort(session);
  }

  /** Whose session it is; undefined for a client's, or one that was replaced. */
  peerOf(session: ServerSession): NodeIdentity | undefined {
    const entry = this.#membership.sessionEntry(session.id);
    return entry === undefined ? undefined : { url: entry.url, id: entry.id };
  }

  /** Whether a session of the node at exactly this URL is registered here, joined or not. */
  hasPeerSession(url: string): boolean {
    for (const entry of this.#membership.server.values()) if (entry.url === url) return true;
    return false;
  }

  /** The URL of the other member whose server made this clientId; undefined for our own, and for those of nobody here. */
  homeOf(clientId: string): string | undefined {
    const tag = nodeTagOf(clientId);
    return tag === "" || tag === this.#server.options.nodeTag ? undefined : this.#facts.homeOf(tag);
  }

  /** Whether a handshake comes from a node of this cloud, which has proved it. */
  isOortHandshake(message: Message): boolean {
    return message.channel === "/meta/handshake" && this.#auth.judge(message).kind === "accepted";
  }

  /** Whether a handshake claims to come from a node. A policy must refuse it unless it {@link isOortHandshake}. */
  presentsOort(message: Message): boolean {
    return message.channel === "/meta/handshake" && linkField(message) !== undefined;
  }

  /** The local session exists, and what is published by it or to peers is told apart. */
  get #isOpen(): boolean {
    return this.#state === "running" || this.#state === "stopping";
  }

  #startDiscovery(discovery: Discovery): void {
    discovery.start(
      (url) => this.observe(url),
      (url) => this.forget(url),
    );
  }

  #handshake(session: ServerSession, peer: NodeIdentity & Names, extras: NodeExtras | undefined): boolean {
    if (this.#state !== "running") return peer.id !== this.id; // leaving: its session ends with the server
    const effects = this.#membership.handshakeReceived(session.id, { url: peer.url, id: peer.id }, peer);
    if (effects === undefined) return false;
    if (peer.url === this.url) this.#logger.error({ url: peer.url }, "another node says it has this node's URL");
    this.#facts.learn(peer.id, extras);
    this.#run(effects);
    return true;
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
    switch (effect.kind) {
      case "dial":
        return this.#dial(effect.comet, effect.url, effect.aliasUrl);
      case "open":
        return this.#comets.get(effect.comet)?.open(this.#openingBatch());
      case "wake":
        return this.#comets.get(effect.comet)?.wake();
      case "close":
        return void this.#close(effect.comet);
      case "end-session":
        return this.#server.getSession(effect.session)?.disconnect();
      case "redial":
        return this.#redialLater(effect.url);
      case "joined":
        this.stats.joined += 1;
        this.#logger.info({ peer: effect.peer.url, id: effect.peer.id }, "peer joined");
        return this.#tell((listener) => listener.joined?.(this.#facts.member(effect.peer)));
      case "left":
        this.stats.left += 1;
        this.#logger.info({ peer: effect.peer.url, id: effect.peer.id, graceful: effect.graceful }, "peer left");
        this.#view.left(effect.peer.url, effect.graceful, this.#clock.now());
        return this.#tell((listener) => listener.left?.(this.#facts.member(effect.peer)));
      case "too-many-peers":
        this.stats.tooManyPeers += 1;
        this.#logger.warn({ url: effect.url, maxPeers: this.options.maxPeers }, "too many peers: not dialled");
    }
  }

  #openingBatch(): Message[] {
    return openingBatch(this.#forwarding.observed, this.#membership.knownUrls(), this);
  }

  #dial(key: CometKey, url: string, aliasUrl: string | undefined): void {
    const comet = new OortComet(
      key,
      url,
      aliasUrl,
      {
        options: this.options,
        auth: this.#auth,
        stats: this.stats,
        clock: this.#clock,
        random: this.#random,
        logger: this.#logger,
        transports: this.#transports,
      },
      this.#cometOwner(),
    );
    this.#comets.set(key, comet);
    comet.start();
  }

  #cometOwner(): CometOwner {
    return {
      accepted: (comet, { extras, url, id }) => {
        this.#facts.learn(id, extras);
        this.#run(this.#membership.handshakeAccepted(comet.key, comet.url, { url, id }));
      },
      refused: (comet) => this.#run(this.#membership.handshakeRefused(comet.key, comet.url)),
      ended: (comet, why) => {
        this.#comets.delete(comet.key);
        if (why !== "told_to_go") {
          this.stats.dialsRefused += 1;
          this.#quarantine.add(comet.url);
          this.#logger.warn({ peer: comet.url, why }, "not linked");
        }
        this.#run(this.#membership.cometEnded(comet.key));
      },
      delivered: (_, message) => this.#republisher.received(message),
      changed: (comet) => this.#changed(comet),
    };
  }

  #close(key: CometKey): Promise<void> {
    const comet = this.#comets.get(key);
    this.#comets.delete(key);
    return comet?.close() ?? Promise.resolve();
  }

  #changed(comet: OortComet): void {
    const down = comet.downSinceMs;
    if (down !== undefined && this.#clock.now() - down > this.options.forgetAfterMs) {
      this.#logger.info({ peer: comet.url }, "unreachable for too long: not dialled any more");
      this.deobserve(comet.url);
    }
    this.#refresh();
  }

  #redialLater(url: string): void {
    const timer = this.#clock.schedule(this.options.minRetryMs, () => {
      this.#redials.delete(timer);
      // By now the peer may have said goodbye.
      if (this.hasPeerSession(url)) this.observe(url);
    });
    this.#redials.add(timer);
  }

  #refresh(): void {
    this.#view.refresh(
      this.#membership,
      this.#clock.now(),
      (comet) => this.#comets.get(comet)?.downSinceMs !== undefined,
      (id) => this.#facts.get(id),
    );
  }

  #tell(news: (listener: OortListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        news(listener);
      } catch (err) {
        this.#logger.error({ err }, "oort listener failed");
      }
    }
  }
}

/** By what names two nodes know each other, from a handshake. */
interface Names {
  readonly cometUrl: string | undefined;
  readonly aliasUrl: string | undefined;
}
