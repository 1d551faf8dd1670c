import { reconnectAdvice } from "../../core/client/client-advice.js";
import type { ClientState } from "../../core/client/client-state.js";
import { AckClientExtension } from "../../core/client/extension/ack-client-extension.js";
import type { ClientTransportFactory } from "../../core/client/transport/client-transport.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import type { PrintedMessage } from "../../core/message/publication.js";
import type { Random } from "../../core/random.js";
import type { Interest } from "../interest/interest.js";
import type { LinkInterest } from "../interest/link-interest.js";
import { FramedLink } from "../link/framed-link.js";
import type { LinkTransports } from "../link/link-transports.js";
import { JOIN_CHANNEL } from "../membership/join-message.js";
import type { LinkBeats } from "../membership/link-beats.js";
import { type LinkReply, OORT_EXT } from "../membership/link-field.js";
import { LinkLogin, type LoginOutcome } from "../membership/link-login.js";
import type { CometKey, GapReason } from "../membership/membership.js";
import type { NodeAuth } from "../membership/node-auth.js";
import type { OortOptions } from "../oort-options.js";
import type { OortStats } from "../oort-stats.js";
import { SilenceWatch } from "../silence-watch.js";
import { clientOptionsOf } from "./comet-options.js";
import { type CometEvent, type CometState, nextCometState } from "./comet-state.js";
import { LinkClient } from "./link-client.js";

/** Why a comet is over: its dial came to nothing for good, or the peer told it to go. */
export type CometEnd = Exclude<LoginOutcome["kind"], "accepted" | "challenged"> | "broken_frame" | "told_to_go";

/** Told of what happens on a link. A closed comet tells nothing any more. */
export interface CometOwner {
  /** The peer accepted our handshake. What the owner sends now goes before the first connect. */
  accepted(comet: OortComet, peer: LinkReply): void;
  /** The peer refused for now; the comet goes on trying. */
  refused(comet: OortComet): void;
  /** It is over by the peer's word, or because it is none of ours: the comet is closed already. */
  ended(comet: OortComet, why: CometEnd): void;
  delivered(comet: OortComet, message: Message): void;
  /** The same, where the link carries frames. */
  printed(comet: OortComet, message: PrintedMessage): void;
  /** The connection was lost, or is there again, or another try has failed. */
  changed(comet: OortComet): void;
  /** Messages of the peer may be missing; a new session is not told here, `accepted` tells it. */
  gap(comet: OortComet, reason: GapReason): void;
}

export interface CometParts {
  readonly options: OortOptions;
  readonly auth: NodeAuth;
  readonly stats: OortStats;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly transports: readonly ClientTransportFactory[] | LinkTransports;
  readonly interest: Interest;
  readonly beats: LinkBeats;
}

/** Of the data of one delivery: deeper than any node lets its clients nest, and no danger to who reads it. */
const MAX_JSON_DEPTH = 1_000;
/** A dial younger than this is left alone when the peer turns out to be alive: its answer may be on the way. */
const YOUNG_DIAL_MS = 1_000;

/**
 * The client's half of one link: a Bayeux client of the peer that shakes hands as a node, sends the opening batch when
 * told to, sees to it that its join is confirmed, and notices when the peer falls silent.
 * @see spec/oort-seti.md sections 6 and 7; the moves are in comet-state.ts
 */
export class OortComet {
  readonly key: CometKey;
  /** As dialled; the peer may call itself otherwise. */
  readonly url: string;
  readonly #aliasUrl: string | undefined;
  readonly #parts: CometParts;
  readonly #owner: CometOwner;
  readonly #silence: SilenceWatch;
  #state: CometState = "dialling";
  #login: LinkLogin;
  #client: LinkClient;
  #framed: FramedLink | undefined;
  readonly #interest: LinkInterest;
  #batch: (interest: LinkInterest) => readonly Message[] = () => [];
  /** Counts sessions, so that answers to what an older one sent are dropped. */
  #session = 0;
  /** How often both ends say that they live; undefined where the peer is none of our kind. */
  #heartbeatMs: number | undefined;
  #endBeats: (() => void) | undefined;
  #retry: Timer | undefined;
  #dialling: Timer | undefined;
  #dialledAtMs = 0;
  #downSinceMs: number | undefined;
  #roundTripMs: number | undefined;
  #isRefused = false;

  constructor(key: CometKey, url: string, aliasUrl: string | undefined, parts: CometParts, owner: CometOwner) {
    this.key = key;
    this.url = url;
    this.#aliasUrl = aliasUrl;
    this.#parts = parts;
    this.#owner = owner;
    this.#downSinceMs = parts.clock.now();
    this.#silence = new SilenceWatch(parts.clock, parts.options, () => this.#silent());
    this.#login = new LinkLogin(parts.auth, url, aliasUrl);
    this.#client = this.#connect();
    this.#interest = parts.interest.newLink(url, (message) => this.#client.repeatable(message));
  }

  get state(): CometState {
    return this.#state;
  }

  /** From the last message that was answered while the connection stood to its reply. */
  get roundTripMs(): number | undefined {
    return this.#roundTripMs;
  }

  /** Since when there is no working connection; undefined when there is one. */
  get downSinceMs(): number | undefined {
    return this.#downSinceMs;
  }

  start(): void {
    // Every reply is handled in #replied, and a client that gives up in #moved; the promise tells nothing more.
    const login = new LinkLogin(this.#parts.auth, this.url, this.#aliasUrl);
    this.#login = login;
    void this.#client.handshake(() => ({ ext: { [OORT_EXT]: login.request() } }));
  }

  /**
   * Sends the opening batch, and again every so often until the peer confirms the join in it.
   * @param batch - makes it as of now; see `openingBatch`
   */
  open(batch: (interest: LinkInterest) => readonly Message[]): void {
    this.#batch = batch;
    this.#apply("opened");
    this.#sendBatch();
  }

  /** @returns whether the peer took it */
  async publish(channel: string, data: unknown, fields?: Record<string, unknown>): Promise<boolean> {
    if (this.#state === "closed") return false;
    const answered = this.#timed();
    try {
      const reply = await this.#client.publish(channel, data, fields);
      answered();
      return reply.successful === true;
    } catch (err) {
      this.#parts.logger.debug({ err, peer: this.url, channel }, "publish to a peer failed");
      return false;
    }
  }

  /** A message leaves now. @returns to be called when it is answered */
  #timed(): () => void {
    if (this.#client.state === "unconnected") return () => {};
    const sentAtMs = this.#parts.clock.now();
    return () => {
      this.#roundTripMs = this.#parts.clock.now() - sentAtMs;
      this.#parts.stats.roundTrips.observe(this.#roundTripMs);
    };
  }

  /** Shakes hands anew, in a new session. */
  renew(): void {
    if (this.#state !== "closed") this.#redial();
  }

  /** The peer is alive, as its own handshake shows: a client that waits, or dials in vain, starts anew at once. */
  wake(): void {
    const { state } = this.#client;
    const isStuck = state === "handshaking" && this.#parts.clock.now() - this.#dialledAtMs > YOUNG_DIAL_MS;
    const isWaiting = state === "unconnected" && !this.#login.isChallenged;
    if (this.#state !== "closed" && (isWaiting || isStuck)) this.#redial();
  }

  /** Says goodbye, if there is a connection to say it on. @returns when it was answered, or its time is over */
  async close(): Promise<void> {
    if (this.#state === "closed") return;
    const client = this.#client;
    const connected = client.state === "connected" || client.state === "connecting";
    this.#apply("close");
    this.#release();
    if (!connected) return client.abort();
    const { clock, options } = this.#parts;
    let timer: Timer | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = clock.schedule(options.stopTimeoutMs, resolve);
    });
    await Promise.race([client.disconnect().catch(() => {}), timeout]);
    timer?.cancel();
    client.abort();
  }

  #connect(): LinkClient {
    const { options, clock, random, logger, transports } = this.#parts;
    const framed = this.#newFramed(() => isCurrent());
    const client = new LinkClient(clientOptionsOf(options, this.url), {
      clock,
      random,
      logger,
      transports:
        typeof transports === "function" ? transports(framed && ((socket) => framed.wrap(socket))) : transports,
    });
    this.#framed = framed;
    const isCurrent = () => client === this.#client && this.#state !== "closed";
    if (options.ack) client.addExtension(new AckClientExtension());
    if (framed !== undefined) client.addExtension(framed);
    client.addExtension({
      incoming: () => void (isCurrent() && this.#silence.heard()),
      outgoing: (message) => void delete message.minimumVersion, // as Java's links: none
    });
    client.onHandshakeReply((reply) => void (isCurrent() && this.#replied(reply)));
    client.onState((state) => void (isCurrent() && this.#moved(state)));
    client.onGap(({ kind }) => {
      if (isCurrent() && kind === "connection" && framed?.isAgreed !== true) this.#owner.gap(this, kind);
    });
    client.onDelivery((message) => void (isCurrent() && this.#owner.delivered(this, message)));
    return client;
  }

  /** Between the client and its sockets, if this link may be one of frames. */
  #newFramed(isCurrent: () => boolean): FramedLink | undefined {
    const { options, transports, stats, logger } = this.#parts;
    if (options.linkEncoding !== "protobuf" || typeof transports !== "function") return undefined;
    const limits = { maxFrameBytes: options.maxLinkMessageBytes, maxJsonDepth: MAX_JSON_DEPTH };
    return new FramedLink(limits, {
      opened: () => {
        if (isCurrent() && this.#client.state === "handshaking") this.#awaitHandshake(options.dialTimeoutMs);
      },
      heard: () => void (isCurrent() && this.#silence.heard()),
      delivered: (message) => void (isCurrent() && this.#owner.printed(this, message)),
      dropped: (count) => {
        logger.warn({ peer: this.url, count }, "a peer had more for us than it may keep: messages are missing");
        if (isCurrent()) this.#owner.gap(this, "overflow");
      },
      malformed: (err) => {
        stats.linkMalformed += 1;
        logger.warn({ err, peer: this.url }, "a peer sent what is no frame: link ended");
        if (isCurrent()) this.#end("broken_frame");
      },
    });
  }

  /** Gives up the present connection and session, and starts anew at once. */
  #redial(): void {
    const old = this.#client;
    this.#unwatch();
    this.#dialling?.cancel();
    this.#client = this.#connect();
    old.abort();
    this.start();
  }

  #replied(reply: Message): void {
    this.#dialling?.cancel();
    const outcome = this.#login.read(reply);
    if (outcome.kind === "challenged") return; // the client shakes hands again at once
    if (outcome.kind === "refused") {
      this.#isRefused = reconnectAdvice(reply) === "none"; // the client gives up: see #moved
      if (!this.#isRefused) this.#owner.refused(this);
      return;
    }
    if (outcome.kind !== "accepted") return this.#end(outcome.kind);
    const { peer } = outcome;
    this.#session += 1;
    this.#interest.reset();
    this.#retry?.cancel();
    this.#apply("accepted");
    this.#heartbeatMs = peer.extras?.heartbeatMs;
    this.#watchSilence();
    this.#owner.accepted(this, peer);
  }

  #moved(state: ClientState): void {
    const {
      clock,
      options: { dialTimeoutMs },
    } = this.#parts;
    this.#dialling?.cancel();
    if (state === "disconnected") return this.#end(this.#isRefused ? "refused" : "told_to_go");
    if (state === "handshaking") {
      this.#interest.reset();
      this.#dialledAtMs = clock.now();
      // After a challenge the connection stands, and only the answer is to come.
      return this.#awaitHandshake(this.#login.isChallenged ? dialTimeoutMs : 2 * dialTimeoutMs);
    }
    if (this.#login.isChallenged) return; // between the two handshakes of one dial
    if (state === "connected") {
      this.#downSinceMs = undefined;
      this.#watchSilence(); // it had stopped where a connection was lost and the session lives on
      this.#apply("recovered");
    } else if (state === "unconnected") {
      this.#downSinceMs ??= clock.now();
      this.#unwatch();
      this.#apply("lost");
    } else {
      return;
    }
    this.#owner.changed(this);
  }

  /**
   * Opening a connection has its limit, and so has the answer on it: a peer that cannot answer in time is dialled anew. A
   * connection that breaks meanwhile is noticed by nothing else.
   */
  #awaitHandshake(limitMs: number): void {
    this.#dialling?.cancel();
    this.#dialling = this.#parts.clock.schedule(limitMs, () => {
      this.#owner.changed(this);
      if (this.#state !== "closed") this.#redial();
    });
  }

  /** A Java peer has its own times, which the client knows from its advice. */
  #watchSilence(): void {
    this.#unwatch();
    if (this.#heartbeatMs === undefined) return;
    this.#silence.start(this.#heartbeatMs);
    this.#endBeats = this.#parts.beats.every(this.#heartbeatMs, () => this.#framed?.beat());
  }

  #unwatch(): void {
    this.#silence.stop();
    this.#endBeats?.();
    this.#endBeats = undefined;
  }

  #silent(): void {
    this.#parts.logger.info({ peer: this.url }, "a peer is silent: dialling anew");
    this.#downSinceMs ??= this.#parts.clock.now();
    this.#apply("lost");
    this.#owner.changed(this);
    this.#redial();
  }

  #end(why: CometEnd): void {
    this.#apply("ended");
    this.#release();
    this.#client.abort();
    this.#owner.ended(this, why);
  }

  #release(): void {
    this.#unwatch();
    this.#retry?.cancel();
    this.#dialling?.cancel();
    this.#interest.close();
  }

  #apply(event: CometEvent): void {
    this.#state = nextCometState(this.#state, event);
  }

  #sendBatch(): void {
    const session = this.#session;
    const batch = this.#batch(this.#interest);
    const subscriptions = batch.flatMap(({ subscription }) => (subscription === undefined ? [] : [subscription]));
    const answered = this.#timed();
    this.#client.batch(() => {
      this.#interest.open(subscriptions.map((names) => [names].flat()));
      for (const { channel, data, subscription } of batch) {
        if (subscription !== undefined) continue;
        // Not in a later session: there it would come before that one's subscriptions.
        const taken = this.#client.publishWhile(() => session === this.#session, { channel, data });
        if (channel !== JOIN_CHANNEL) continue;
        void taken.then((isConfirmed) => {
          if (isConfirmed) answered();
          this.#joined(session, isConfirmed);
        });
      }
    });
  }

  #joined(session: number, confirmed: boolean): void {
    if (session !== this.#session || this.#state !== "joining") return;
    this.#apply(confirmed ? "confirmed" : "unconfirmed");
    if (confirmed) {
      this.#downSinceMs = undefined; // as this reply shows; the one to the first connect is just behind it
      return this.#owner.changed(this);
    }
    this.#parts.stats.joinsRetried += 1;
    this.#retry?.cancel();
    this.#retry = this.#parts.clock.schedule(this.#parts.options.joinRetryMs, () => {
      if (session === this.#session && this.#state === "joining") this.#sendBatch();
    });
  }
}
