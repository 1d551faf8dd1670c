import type { Logger } from "../../core/logger.js";
import type { Advice } from "../../core/message/advice.js";
import { errorField } from "../../core/message/bayeux-error.js";
import type { OutgoingContext } from "../../core/message/extension.js";
import { ensureExt, type Message } from "../../core/message/message.js";
import type { BayeuxServer, ServerExtension } from "../../core/server/bayeux-server.js";
import type { RemovalReason, ServerSession } from "../../core/session/server-session.js";
import { crossesLink, isInternal } from "../forwarding.js";
import { LinkQueue } from "../link/link-queue.js";
import type { OortOptions } from "../oort-options.js";
import type { OortStats } from "../oort-stats.js";
import { SilenceWatch } from "../silence-watch.js";
import { CLOUD_CHANNEL, isLeaving, JOIN_CHANNEL, type NodeIdentity, readCloud, readIdentity } from "./join-message.js";
import type { LinkBeats } from "./link-beats.js";
import { type LinkHandshake, OORT_EXT } from "./link-field.js";
import type { LinkRefusal, NodeAuth } from "./node-auth.js";
import type { PeerFault } from "./peer-conduct.js";

/** Session attribute that holds the peer's URL; a session that has it is an Oort session. */
const PEER_URL = "org.cometd.oort.cometURL";

/** A peer that proved itself and is refused all the same, and when it may come again; this very node never may. */
export type RefusedPeer =
  | { readonly why: "self" }
  | { readonly why: "outdated" | "quarantined"; readonly retryMs: number };

/** What is to be decided about the sessions of peers. */
export interface LinkSessionsHost {
  /** A peer proved who it is. @returns why it is refused all the same, if so: see `Membership.handshakeReceived` */
  handshake(session: ServerSession, handshake: LinkHandshake): RefusedPeer | undefined;
  join(session: ServerSession, peer: NodeIdentity): void;
  /** A peer is about to say goodbye. */
  leaving(session: ServerSession, peer: NodeIdentity): void;
  gossip(session: ServerSession, urls: readonly string[]): void;
  /** A peer broke the protocol. */
  fault(session: ServerSession, what: PeerFault): void;
  /** @param graceful - the peer said goodbye, or we asked it to go */
  removed(session: ServerSession, graceful: boolean): void;
}

export interface LinkSessionsParts {
  readonly server: BayeuxServer;
  readonly auth: NodeAuth;
  readonly options: OortOptions;
  readonly stats: OortStats;
  readonly logger: Logger;
  readonly beats: LinkBeats;
}

/** Of a peer of our own kind. */
interface Pulse {
  readonly silence: SilenceWatch;
  /** Says nothing more to it, and expects nothing of it. */
  stop(): void;
}

/**
 * The server's half of every link: tells peers from clients at the handshake, gives their sessions a link's limits and
 * times, keeps messages from looping, and reads what peers say on `/oort/cloud` and `/service/oort`.
 * @see spec/oort-seti.md sections 5, 7, 8, 16
 */
export class LinkSessions implements ServerExtension {
  readonly metaOnly = true;
  readonly #parts: LinkSessionsParts;
  readonly #host: LinkSessionsHost;
  readonly #isLocalOort: (session: ServerSession) => boolean;
  readonly #pulses = new Map<ServerSession, Pulse>();
  #undo: (() => void)[] = [];

  /** @param isLocalOort - true for the local session that republishes what comes from peers */
  constructor(parts: LinkSessionsParts, host: LinkSessionsHost, isLocalOort: (session: ServerSession) => boolean) {
    this.#parts = parts;
    this.#host = host;
    this.#isLocalOort = isLocalOort;
  }

  open(): void {
    const { server } = this.#parts;
    server.addExtension(this);
    this.#undo = [
      () => server.removeExtension(this),
      server.addService(JOIN_CHANNEL, (session, message) => this.#join(session, message)),
      // A listener, not a subscription: the loop filter keeps one peer's gossip from all others (section 7).
      server.createChannel(CLOUD_CHANNEL).addListener((session, message) => this.#gossip(session, message)),
    ];
  }

  close(): void {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    for (const pulse of this.#pulses.values()) pulse.stop();
    this.#pulses.clear();
  }

  /** True for sessions of peers, and for the local session that republishes what they send. */
  isOort(session: ServerSession): boolean {
    return session.hasAttribute(PEER_URL) || this.#isLocalOort(session);
  }

  incoming(session: ServerSession | undefined, message: Message): void {
    if (message.channel === "/meta/connect" && session !== undefined) this.heard(session);
  }

  /** A peer has shown that it lives. */
  heard(session: ServerSession): void {
    this.#pulses.get(session)?.silence.heard();
  }

  /** Runs while the handshake's reply is being prepared, so the security policy has decided already. */
  outgoing(message: Message, context: OutgoingContext<ServerSession>): void {
    const { receiver, request } = context;
    if (message.channel !== "/meta/handshake" || request === undefined || receiver?.isLocal) return;
    const verdict = this.#parts.auth.judge(request);
    if (verdict.kind === "absent") return;
    ensureExt(message)[OORT_EXT] = this.#parts.auth.replyField(verdict);
    if (verdict.kind === "challenged") this.#deny(message, receiver, { reconnect: "handshake", interval: 0 });
    else if (verdict.kind !== "accepted") this.#refuse(message, receiver, verdict.kind);
    else if (message.successful === true && receiver !== undefined) this.#accept(message, receiver, verdict.handshake);
  }

  #refuse(message: Message, session: ServerSession | undefined, why: LinkRefusal): void {
    const { stats, logger } = this.#parts;
    stats.linksRefused[why] += 1;
    logger.warn({ why, from: session?.context?.remoteAddress }, "refused a handshake that claims to come from a peer");
    this.#deny(message, session, { reconnect: "none" });
  }

  /** The policy has refused it already, if the node has one that asks us. This holds also where it has none. */
  #deny(message: Message, session: ServerSession | undefined, advice: Advice): void {
    if (session !== undefined) {
      session.maxIntervalMs = 0; // nobody is told its id: the next sweep ends it
      session.lifetime.scheduleExpiry();
    }
    message.successful = false;
    message.error = errorField(403, [], "handshake_denied");
    message.advice = advice;
    for (const field of ["clientId", "version", "minimumVersion", "supportedConnectionTypes"]) delete message[field];
  }

  #accept(message: Message, session: ServerSession, handshake: LinkHandshake): void {
    const { options, stats, logger } = this.#parts;
    session.attributes.set(PEER_URL, handshake.url);
    const { mailbox } = session;
    mailbox.maxQueuedMessages = options.maxLinkQueuedMessages;
    mailbox.maxQueuedBytes = options.maxLinkQueuedBytes;
    // A peer that misses something must know it, and lazy messages wait where they end, not on their way.
    mailbox.queuePolicy = "disconnect";
    mailbox.maxLazyMs = 0;
    session.maxMessageBytes = options.maxLinkMessageBytes;
    // It subscribes to what its clients want, and those it asks itself whether they may.
    session.maxSubscriptions = options.maxLinkSubscriptions;
    session.isTrusted = true;
    session.addChannelFilter((sender, channel) => this.#crosses(session, sender, channel));
    const refusal = this.#host.handshake(session, handshake);
    if (refusal === undefined) {
      if (handshake.extras !== undefined) this.#quicken(message, session);
      session.addListener({
        removed: (_, reason) => this.#removed(session, handshake, reason),
        refused: () => this.#host.fault(session, "frame"),
      });
      return;
    }
    message.successful = false;
    if (refusal.why === "self") {
      stats.selfLinks += 1;
      logger.debug({ name: handshake.cometUrl }, "met myself under another name");
      message.advice = { ...message.advice, reconnect: "none" };
      return;
    }
    stats.linksRefused[refusal.why] += 1;
    logger.warn({ peer: handshake.url, id: handshake.id, why: refusal.why }, "refused a peer for now");
    this.#deny(message, session, { reconnect: "handshake", interval: refusal.retryMs });
  }

  /** Between nodes of our kind connects are short, so that both halves of a dead link are noticed by ordinary Bayeux. */
  #quicken(message: Message, session: ServerSession): void {
    const { options, server, beats } = this.#parts;
    const { heartbeatMs, suspectAfterMs } = options;
    session.timeoutMs = heartbeatMs;
    session.maxIntervalMs = suspectAfterMs;
    session.lifetime.scheduleExpiry(); // it was scheduled with the times of a client
    const silence = new SilenceWatch(server.clock, options, () => session.end("expired", { reconnect: "handshake" }));
    silence.start(heartbeatMs);
    const endBeats = beats.every(heartbeatMs, () => this.#beat(session));
    const stop = (): void => {
      silence.stop();
      endBeats();
    };
    this.#pulses.set(session, { silence, stop });
    message.advice = { ...message.advice, timeout: heartbeatMs, maxInterval: suspectAfterMs };
  }

  /** An empty frame at least; where links carry JSON, the reply to the connect that is held. */
  #beat(session: ServerSession): void {
    const { queue } = session;
    if (!(queue instanceof LinkQueue) || !queue.beats) return session.lifetime.release(true);
    queue.beat();
    session.outlet?.wake();
  }

  #crosses(session: ServerSession, sender: ServerSession | undefined, channel: string): boolean {
    const from = sender === undefined ? "none" : sender === session || this.isOort(sender) ? "oort" : "other";
    return crossesLink({
      channel,
      sender: from,
      subscribedExactly: isInternal(channel) && this.#isSubscribed(session, channel),
    });
  }

  #isSubscribed(session: ServerSession, name: string): boolean {
    const channel = this.#parts.server.getChannel(name);
    return channel !== undefined && session.subscriptions.has(channel);
  }

  #removed(session: ServerSession, peer: NodeIdentity, reason: RemovalReason): void {
    this.#pulses.get(session)?.stop();
    this.#pulses.delete(session);
    if (reason === "overflow") {
      this.#parts.stats.linkOverflows += 1;
      this.#parts.logger.error({ peer: peer.url }, "too much waited for a peer: link reset, what waited is lost");
    }
    this.#host.removed(session, reason === "disconnected");
  }

  #join(session: ServerSession, message: Message): void {
    const peer = readIdentity(message.data);
    if (peer === undefined || !session.hasAttribute(PEER_URL)) this.#malformed(session, message);
    else if (isLeaving(message.data)) this.#host.leaving(session, peer);
    else this.#host.join(session, peer);
  }

  #gossip(session: ServerSession | undefined, message: Message): void {
    if (session === undefined || !session.hasAttribute(PEER_URL)) return;
    const urls = readCloud(message.data, this.#parts.options.maxPeers);
    if (urls === undefined) this.#malformed(session, message);
    else this.#host.gossip(session, urls);
  }

  #malformed(session: ServerSession, message: Message): void {
    this.#parts.stats.malformed += 1;
    this.#parts.logger.warn({ channel: message.channel }, "a peer's message makes no sense: ignored");
    this.#host.fault(session, "message");
  }
}
