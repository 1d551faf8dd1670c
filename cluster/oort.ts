import { andThen } from "../core/awaitable.js";
import type { ClientTransportFactory } from "../core/client/transport/client-transport.js";
import type { Clock } from "../core/clock.js";
import { AckExtension } from "../core/extension/ack-extension.js";
import { readTlsFiles, type TlsContent } from "../core/http/tls-files.js";
import { Listeners } from "../core/listeners.js";
import type { Logger } from "../core/logger.js";
import { parseChannel } from "../core/message/channel-id.js";
import type { Message } from "../core/message/message.js";
import { readOptions } from "../core/options.js";
import type { Random } from "../core/random.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { LocalSession } from "../core/session/local-session.js";
import type { RequestContext, ServerSession } from "../core/session/server-session.js";
import { nodeTagOf } from "../core/session/session-registry.js";
import type { Discovery } from "./discovery/discovery.js";
import { Forwarding } from "./forwarding.js";
import { Interest, type InterestSize } from "./interest/interest.js";
import { LinkFraming } from "./link/link-framing.js";
import { type LinkTransports, linkTransports } from "./link/link-transports.js";
import { Links } from "./links.js";
import type { NodeIdentity } from "./membership/join-message.js";
import { LinkBeats } from "./membership/link-beats.js";
import { linkField } from "./membership/link-field.js";
import type { LinkView } from "./membership/link-view.js";
import type { GapReason } from "./membership/membership.js";
import { NodeAuth } from "./membership/node-auth.js";
import type { Peer } from "./membership/peer-view.js";
import type { Member, SessionHome } from "./membership/run-facts.js";
import { type OortOptions, type OortOptionsInput, oortOptions } from "./oort-options.js";
import { OortStats } from "./oort-stats.js";
import { protectInternalChannels } from "./protection.js";
import { type ChannelOwner, Republisher } from "./republisher.js";

/**
 * Told who joins and who leaves. For one URL the two come in turn: the old run has left before the new one joins. In
 * between, *suspected* and *recovered* come in turn as well; a suspected member may leave without having recovered.
 */
export interface OortListener {
  /** Our link to it is usable, and it is subscribed to all that it wants of us. */
  joined?(peer: Member): void;
  /** Our connection to a member is lost. It is a member still: it recovers soon, or is dead and leaves. */
  suspected?(peer: Member): void;
  recovered?(peer: Member): void;
  /** This node itself is about to leave: what it answers for should go to others now. */
  draining?(): void;
  /** A member is about to leave: it takes no new clients, and moves those it has. Oortbus members only. */
  leaving?(peer: Member): void;
  left?(peer: Member): void;
  /**
   * Messages that a member published may not have reached this node. With `left` just before that is told; otherwise the
   * link works again, or goes on, so what is missing can be asked for.
   */
  gap?(peer: Member, reason: GapReason): void;
}

/** Handed in; each has a default that fits a real process. */
export interface OortParts {
  readonly clock?: Clock;
  readonly random?: Random;
  readonly logger?: Logger;
  /** How links are opened; a function makes it for one link, and can carry frames. Default: WebSocket, then long-polling. */
  readonly transports?: readonly ClientTransportFactory[] | LinkTransports;
  /** Start of this run, in ms since the epoch; of two runs of one URL the later has the larger. Default: now. */
  readonly incarnation?: number;
}

/**
 * A node's membership in a cloud of Bayeux servers: links with every node it hears of, and carries what is published on
 * the observed channels of one to the clients of all. This class is the face; the links are in links.ts, who is a
 * member is decided in membership.ts, and what crosses a link in forwarding.ts.
 * @see spec/oort-seti.md
 */
export class Oort {
  readonly url: string;
  readonly id: string;
  readonly incarnation: number;
  readonly options: OortOptions;
  readonly stats = new OortStats();
  /** With what connections to peers are opened, where these are HTTPS. */
  readonly tls: TlsContent;
  /** Publishes here what comes from peers. */
  readonly oortSession: LocalSession;
  readonly #server: BayeuxServer;
  readonly #logger: Logger;
  readonly #auth: NodeAuth;
  readonly #links: Links;
  readonly #framing: LinkFraming;
  readonly #forwarding = new Forwarding();
  readonly #republisher: Republisher;
  readonly #interest: Interest;
  readonly #discoveries: Discovery[] = [];
  readonly #listeners: Listeners<OortListener>;
  #state: "idle" | "starting" | "running" | "stopping" | "stopped" = "idle";

  /** @throws ConfigError naming every option that is wrong */
  constructor(server: BayeuxServer, options: OortOptionsInput, parts: OortParts = {}) {
    this.options = readOptions(oortOptions, options, "oort.");
    const clock = parts.clock ?? server.clock;
    const random = parts.random ?? server.random;
    this.#server = server;
    this.#logger = parts.logger ?? server.logger;
    this.#listeners = new Listeners(this.#logger, "oort listener failed");
    this.url = this.options.url;
    this.id = random.token(128);
    this.incarnation = parts.incarnation ?? Math.floor(clock.now());
    this.tls = readTlsFiles(this.options.tls, "oort.tls.");
    const self = { url: this.url, id: this.id };
    const { clusterName, heartbeatMs, acceptedSecrets, java } = this.options;
    // Without a secret a random one: links with nobody, instead of links with everybody.
    const secret = this.options.secret ?? random.token(256);
    const nodeTag = server.options.nodeTag || undefined;
    const extras = { incarnation: this.incarnation, clusterName, heartbeatMs, nodeTag };
    this.#auth = new NodeAuth(self, { secret, acceptedSecrets, java }, extras, { clock, random });
    this.oortSession = server.newLocalSession("oort");
    const shared = { server, clock, options: this.options, stats: this.stats, logger: this.#logger };
    this.#interest = new Interest({ ...shared, isOort: (session) => this.isOort(session) });
    this.#republisher = new Republisher(
      this.#forwarding,
      this.#interest,
      server,
      this.oortSession,
      this.stats,
      this.#logger,
    );
    const interest = this.#interest;
    this.#framing = new LinkFraming({
      ...shared,
      isPeer: (session) => this.isOort(session) && !session.isLocal,
      heard: (session) => this.#links.heard(session),
    });
    this.#links = new Links(
      {
        ...shared,
        self,
        random,
        auth: this.#auth,
        interest,
        beats: new LinkBeats(clock),
        transports: parts.transports ?? linkTransports({ tls: this.tls, clock }),
      },
      {
        joined: (peer) => this.#listeners.tell((listener) => listener.joined?.(peer)),
        suspected: (peer) => this.#listeners.tell((listener) => listener.suspected?.(peer)),
        recovered: (peer) => this.#listeners.tell((listener) => listener.recovered?.(peer)),
        leaving: (peer) => this.#listeners.tell((listener) => listener.leaving?.(peer)),
        left: (peer) => this.#listeners.tell((listener) => listener.left?.(peer)),
        gap: (peer, reason) => this.#listeners.tell((listener) => listener.gap?.(peer, reason)),
        delivered: (message) => this.#republisher.received(message),
        printed: (message) => this.#republisher.receivedPrinted(message),
        isLocalOort: (session) => this.#isOpen && session === this.oortSession.session,
      },
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
    this.#server.addExtension(this.#framing); // has its turn before ack, and after the links
    protectInternalChannels(this.#server, (session) => this.isOort(session));
    this.#interest.open();
    this.#links.open();
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
    await this.#links.close();
    this.#server.removeExtension(this.#framing);
    this.#interest.close();
    this.#state = "stopped";
    this.oortSession.disconnect();
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
    this.#links.observe(url);
  }

  /** Ends the link with a node. Gossip or discovery may bring it back. */
  deobserve(url: string): void {
    this.#links.deobserve(url);
  }

  /** Stops dialling a node that is gone, unless it is a member: those go by their own word, or by silence. */
  forget(url: string): void {
    this.#links.forget(url);
  }

  /**
   * Takes what peers publish on a channel, `*` and `**` at its end included, whether anybody here subscribes to it or not.
   * @throws RangeError when it is no broadcast channel
   */
  observeChannel(name: string): void {
    const id = parseChannel(name);
    if (id?.kind !== "broadcast") throw new RangeError(`cannot observe ${name}: it must be a broadcast channel`);
    this.#forwarding.observe(id.name);
    this.#interest.observe(id);
  }

  deobserveChannel(name: string): void {
    const channel = parseChannel(name)?.name ?? name;
    this.#forwarding.deobserve(channel);
    this.#interest.deobserve(channel);
  }

  /**
   * From now on what a link of frames brings on a channel of the cluster's own is handed to its owner as it came, as long as
   * he alone is subscribed to it and nobody else sees it. Else it is published here, and he gets it as any subscriber.
   * @returns a function that ends it
   */
  ownChannel(name: string, owner: ChannelOwner): () => void {
    return this.#republisher.own(name, owner);
  }

  /** Wildcard observations skip this channel: it crosses only if it is observed by its own name. */
  addExactChannel(name: string): void {
    this.#forwarding.addExact(name);
    this.#interest.addExact(name);
  }

  /** How much this node asks its peers to send. */
  get interest(): InterestSize {
    return this.#interest.size;
  }

  /** How many channels and wildcards the node at exactly this URL asks us to send; undefined while it has no session here. */
  interestOf(url: string): number | undefined {
    return this.#links.queries.interestOf(url);
  }

  /**
   * For server code that has just subscribed and wants to be sure: clients are made to wait for this, local sessions are
   * not. @returns when all that is wanted here is in force on every link, or `interestTimeoutMs` has passed
   */
  interestSettled(): Promise<void> {
    return this.#interest.settled();
  }

  /** The other nodes, as far as this one knows, in the order of their URLs. */
  get peers(): readonly Peer[] {
    return this.#links.peers;
  }

  /** Both directions of the link with the node at exactly this URL; undefined when there is neither. */
  linkOf(url: string): LinkView | undefined {
    return this.#links.queries.linkOf(url);
  }

  /** URLs of the nodes that accepted our handshake; what is gossiped. */
  get knownUrls(): readonly string[] {
    return this.#links.knownUrls;
  }

  /** @returns a function that removes the listener again */
  addListener(listener: OortListener): () => void {
    return this.#listeners.add(listener);
  }

  /** Publishes over our link to one node, by its URL or an alias. @returns whether it took the message; never rejects */
  publishTo(url: string, channel: string, data: unknown, fields?: Record<string, unknown>): Promise<boolean> {
    return this.#links.publishTo(url, channel, data, fields);
  }

  /** Tells listeners here, and Oortbus peers, that this node is about to leave, so that they count on it for nothing new. */
  announceLeaving(): void {
    this.#listeners.tell((listener) => listener.draining?.());
    this.#links.announceLeaving();
  }

  /** Messages published here that peers have not confirmed yet. */
  get backlog(): number {
    return this.#links.queries.backlog;
  }

  /** True for sessions of peers, and for the local session that publishes here what they send. */
  isOort(session: ServerSession): boolean {
    return this.#links.isOort(session);
  }

  /** Whose session it is; undefined for a client's, or one that was replaced. */
  peerOf(session: ServerSession): NodeIdentity | undefined {
    return this.#links.queries.peerOf(session);
  }

  /**
   * For what is built on the links: a peer's message there made no sense, or was not its to send. A peer that does so too
   * often is quarantined: its link ends, and it is neither dialled nor let in for a while. Ignored for other sessions.
   */
  fault(session: ServerSession): void {
    this.#links.fault(session, "message");
  }

  /** Whether a session of the node at exactly this URL is registered here, joined or not. */
  hasPeerSession(url: string): boolean {
    return this.#links.queries.hasPeerSession(url);
  }

  /** The other node whose server made this clientId; undefined for our own, and for those of nobody we know. */
  homeOf(clientId: string): SessionHome | undefined {
    const tag = nodeTagOf(clientId);
    return tag === "" || tag === this.#server.options.nodeTag ? undefined : this.#links.homeOf(tag);
  }

  /**
   * Whether a handshake comes from a node of this cloud, which has proved it.
   * @param context - of the request that brought it; with `tls.mutual` it must have shown a certificate
   */
  isOortHandshake(message: Message, context?: RequestContext): boolean {
    if (message.channel !== "/meta/handshake") return false;
    if (this.options.tls.mutual && context?.isCertified !== true) return false;
    return this.#auth.judge(message).kind === "accepted";
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
}
