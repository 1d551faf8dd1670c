import type { NodeIdentity } from "./join-message.js";

/** Names one OortComet, from its creation to its end. */
export type CometKey = number;

/** Our side of a link: `handshake-sent` the peer accepted us; `join-sent` it also got our opening batch. */
export type LocalState = "handshake-sent" | "join-sent";
/** The peer's side: `joined` is membership, and is reached once all three facts of section 8 hold. */
export type RemoteState = "handshake-received" | "join-received" | "joined";

/** A run of a node, as it says itself. */
export interface Run extends NodeIdentity {
  /** Start of the run: of two runs of one URL the larger is the later. Java nodes do not say it. */
  readonly incarnation?: number | undefined;
}

/** A comet whose handshake has not been accepted yet, or not any more. */
export interface PendingEntry {
  /** As dialled. */
  readonly url: string;
  readonly comet: CometKey;
}

/** A peer that accepted our handshake. */
export interface ClientEntry extends Run {
  /** Other names under which it was dialled. */
  readonly aliases: ReadonlySet<string>;
  readonly comet: CometKey;
  state: LocalState;
  /** Its connection is lost, or its session is new and not known to work yet while the peer is a suspected member. */
  isDown: boolean;
  /** It was already without an answer from the peer's own side when the links were looked after last. */
  isOverdue: boolean;
}

/** A peer whose handshake we accepted. */
export interface ServerEntry extends Run {
  /** Id of its server session. */
  readonly session: string;
  state: RemoteState;
  /** A member that we have no working connection to at present. */
  isSuspected: boolean;
}

/**
 * Why messages of a member may be missing here: `left` it went without goodbye · `session` its server ended our session,
 * or a new one took its place · `connection` a connection broke, and nothing is acknowledged on it · `overflow` more
 * waited for us than the peer may keep.
 */
export type GapReason = "left" | "session" | "connection" | "overflow";

/** What is to be done after an event, in this order. */
export type Effect =
  /** Make the comet and let it shake hands with `url`. */
  | { readonly kind: "dial"; readonly comet: CometKey; readonly url: string; readonly aliasUrl: string | undefined }
  /** Send the opening batch. */
  | { readonly kind: "open"; readonly comet: CometKey }
  /** The peer is alive: if the comet is waiting before its next try, let it try now. */
  | { readonly kind: "wake"; readonly comet: CometKey }
  /** Say goodbye and forget the comet. */
  | { readonly kind: "close"; readonly comet: CometKey }
  /** Disconnect a server session that has been replaced. */
  | { readonly kind: "end-session"; readonly session: string }
  /** Observe `url` again after a pause: the peer ended our session but still holds its own. */
  | { readonly kind: "redial"; readonly url: string }
  /** Let the comet shake hands anew, so that the peer connects back. */
  | { readonly kind: "renew"; readonly comet: CometKey }
  | { readonly kind: "joined"; readonly peer: NodeIdentity }
  /** A member cannot be reached right now: it either is `recovered` next, or has left. */
  | { readonly kind: "suspected"; readonly peer: NodeIdentity }
  | { readonly kind: "recovered"; readonly peer: NodeIdentity }
  /** What a member published since its link last worked may not have come. */
  | { readonly kind: "gap"; readonly peer: NodeIdentity; readonly reason: GapReason }
  | { readonly kind: "left"; readonly peer: NodeIdentity; readonly graceful: boolean }
  /** Not dialled, since the node already has as many links as it may. */
  | { readonly kind: "too-many-peers"; readonly url: string };

/** Most names remembered for one peer; the oldest go first. */
const MAX_ALIASES = 16;

/**
 * Who is a member, as rules: events in, effects out, no I/O and no time (spec/oort-seti.md sections 5, 6, 8, 10-12).
 * Every live comet is in exactly one of `pending` and `client`. A driver executes the effects in their order, outside.
 *
 * Two things differ from Java, neither visible on the wire. *left* is only said of a peer that had *joined*. And a
 * refused handshake costs only the comet that was refused: a peer that refuses one of its aliases keeps its good link.
 */
export class Membership {
  readonly #self: NodeIdentity;
  readonly #maxPeers: number;
  readonly #pending = new Map<string, PendingEntry>();
  readonly #client = new Map<string, ClientEntry>();
  readonly #server = new Map<string, ServerEntry>();
  #lastComet: CometKey = 0;

  /** @param maxPeers - most comets at a time, pending ones included */
  constructor(self: NodeIdentity, maxPeers: number) {
    this.#self = self;
    this.#maxPeers = maxPeers;
  }

  get pending(): ReadonlyMap<string, Readonly<PendingEntry>> {
    return this.#pending;
  }

  /** By the peer's id. */
  get client(): ReadonlyMap<string, Readonly<ClientEntry>> {
    return this.#client;
  }

  /** By the peer's id. */
  get server(): ReadonlyMap<string, Readonly<ServerEntry>> {
    return this.#server;
  }

  /** What is gossiped: the URLs of the peers that accepted us, joined or not, in the order in which they did. */
  knownUrls(): string[] {
    return [...this.#client.values()].map((entry) => entry.url);
  }

  /** The comet for a peer's URL or alias, pending ones included. */
  findComet(url: string): CometKey | undefined {
    return (this.#pending.get(url) ?? this.#clientByName(url))?.comet;
  }

  sessionEntry(session: string): Readonly<ServerEntry> | undefined {
    for (const entry of this.#server.values()) if (entry.session === session) return entry;
    return undefined;
  }

  /** Somebody names a node: an operator, discovery, gossip, or its own handshake (then with the name it used for us). */
  observe(url: string, aliasUrl?: string): Effect[] {
    if (url === this.#self.url || this.findComet(url) !== undefined) return [];
    if (this.#pending.size + this.#client.size >= this.#maxPeers) return [{ kind: "too-many-peers", url }];
    this.#lastComet += 1;
    this.#pending.set(url, { url, comet: this.#lastComet });
    return [{ kind: "dial", comet: this.#lastComet, url, aliasUrl }];
  }

  /** The link to a node is not wanted any more. Its own session with us ends by its reaction to our goodbye. */
  deobserve(url: string): Effect[] {
    const effects: Effect[] = [];
    const pending = this.#pending.get(url);
    if (pending !== undefined) {
      this.#pending.delete(url);
      effects.push({ kind: "close", comet: pending.comet });
    }
    for (const entry of [...this.#client.values()]) {
      if (!isNamed(entry, url)) continue;
      this.#client.delete(entry.id);
      effects.push({ kind: "close", comet: entry.comet });
    }
    return this.#suspect(effects);
  }

  /**
   * A peer's handshake is about to be accepted (section 5).
   * @param session - id of the session that it gets
   * @returns why it is to be refused, if so: `self` the peer is this very node, reached under another name; `outdated`
   *   a later run of its URL has a session here
   */
  handshakeReceived(
    session: string,
    peer: Run,
    names: { readonly cometUrl?: string | undefined; readonly aliasUrl?: string | undefined },
  ): Effect[] | "self" | "outdated" {
    if (peer.id === this.#self.id) return "self";
    if (this.#laterRun(peer) !== undefined) return "outdated";
    const effects: Effect[] = [];
    const old = this.#server.get(peer.id);
    const { state = "handshake-received", isSuspected = false } = old ?? {};
    this.#server.set(peer.id, { ...peer, session, state, isSuspected });
    const client = this.#client.get(peer.id);
    if (client?.state === "handshake-sent") {
      client.state = "join-sent";
      effects.push({ kind: "open", comet: client.comet });
    }
    const answered = names.aliasUrl === undefined ? undefined : this.findComet(names.aliasUrl);
    const comet = answered ?? this.findComet(peer.url);
    if (comet === undefined) effects.push(...this.observe(peer.url, names.cometUrl));
    else effects.push({ kind: "wake", comet });
    if (old !== undefined && old.session !== session) effects.push({ kind: "end-session", session: old.session });
    return effects;
  }

  /** A peer accepted our handshake, the first or a renewed one (section 6). */
  handshakeAccepted(comet: CometKey, dialledUrl: string, peer: Run): Effect[] {
    const later = this.#laterRun(peer);
    if (later !== undefined && this.#drop(comet)) {
      // Some old run answers at the address of the one that is linked here: that one is dialled again.
      return this.#suspect([
        { kind: "close", comet },
        { kind: "redial", url: later.url },
      ]);
    }
    const stale = [...this.#client.values()].filter(
      (entry) =>
        entry.comet === comet || entry.id === peer.id || isNamed(entry, dialledUrl) || isNamed(entry, peer.url),
    );
    if (!this.#drop(comet) || peer.id === this.#self.id) return [{ kind: "close", comet }];
    const effects: Effect[] = [];
    for (const entry of stale) {
      this.#client.delete(entry.id);
      if (entry.comet !== comet) effects.push({ kind: "close", comet: entry.comet });
    }
    const entry: ClientEntry = {
      ...peer,
      aliases: aliasesOf(peer.url, dialledUrl, stale),
      comet,
      state: "handshake-sent",
      isDown: false,
      isOverdue: false,
    };
    this.#client.set(peer.id, entry);
    const server = this.#server.get(peer.id);
    if (server === undefined) return effects;
    entry.state = "join-sent";
    entry.isDown = server.isSuspected; // until its connects are answered
    effects.push({ kind: "open", comet });
    if (server.state === "join-received") effects.push(this.#join(server));
    else if (server.state === "joined") effects.push({ kind: "gap", peer: identity(server), reason: "session" });
    return this.#suspect(effects);
  }

  /** The connection of a comet is lost; its client tries to get it back. */
  cometLost(comet: CometKey): Effect[] {
    return this.#setDown(comet, true);
  }

  /** A comet's connects are answered. */
  cometRecovered(comet: CometKey): Effect[] {
    return this.#setDown(comet, false);
  }

  /** Something else that a link noticed. @returns nothing when the peer is no member: its `left` has told it, or it has missed nothing */
  gap(id: string, reason: GapReason): Effect[] {
    const entry = this.#server.get(id);
    return entry?.state === "joined" ? [{ kind: "gap", peer: identity(entry), reason }] : [];
  }

  /** A handshake was refused, but may be tried again: the comet goes back to the pending ones. */
  handshakeRefused(comet: CometKey, dialledUrl: string): Effect[] {
    if (!this.#drop(comet) || this.findComet(dialledUrl) !== undefined) return [{ kind: "close", comet }];
    this.#pending.set(dialledUrl, { url: dialledUrl, comet });
    return this.#suspect([]);
  }

  /** A comet has ended by the peer's word: refused for good, or told to go. Nothing is left of it. */
  cometEnded(comet: CometKey): Effect[] {
    const entry = [...this.#client.values()].find((other) => other.comet === comet);
    this.#drop(comet);
    // The peer threw us out and yet keeps its own session with us: half a link, which one of us has to mend.
    const isHalf = entry !== undefined && this.#server.has(entry.id);
    return this.#suspect(isHalf ? [{ kind: "redial", url: entry.url }] : []);
  }

  /**
   * The join: the peer is subscribed to all it wants (section 8).
   * @param session - the session that says so; a join for another node's entry, or of a replaced session, has no effect
   */
  joinReceived(session: string, peer: NodeIdentity): Effect[] {
    const effects: Effect[] = [];
    const own = this.#server.get(peer.id);
    if (own === undefined || own.session !== session || own.url !== peer.url) return effects;
    if (this.#laterRun(own) !== undefined) {
      this.#server.delete(own.id);
      if (own.state === "joined") effects.push(...leave(own, false));
      return [...effects, { kind: "end-session", session }];
    }
    for (const entry of [...this.#server.values()]) {
      if (entry.url !== peer.url || entry.id === peer.id) continue;
      this.#server.delete(entry.id);
      if (entry.state === "joined") effects.push(...leave(entry, false));
      effects.push({ kind: "end-session", session: entry.session });
    }
    if (own.state !== "handshake-received") return effects;
    if (this.#client.has(peer.id)) effects.push(this.#join(own));
    else own.state = "join-received";
    return this.#suspect(effects);
  }

  /**
   * A server session ended (section 11). An explicit goodbye takes our own comet with it; after a time-out we go on
   * dialling. A session that was replaced is not known here any more, and nothing happens.
   * @param isComplete - the peer had said that it is about to leave, and waited until we had all: else messages of it may
   *   be missing, however polite its goodbye is, since it may have given up our session with them before
   */
  sessionRemoved(session: string, graceful: boolean, isComplete = false): Effect[] {
    const entry = [...this.#server.values()].find((other) => other.session === session);
    if (entry === undefined) return [];
    this.#server.delete(entry.id);
    const effects: Effect[] = [];
    if (graceful) {
      const pending = this.#pending.get(entry.url);
      const comet = pending?.comet ?? this.#client.get(entry.id)?.comet;
      if (comet !== undefined) {
        this.#drop(comet);
        effects.push({ kind: "close", comet });
      }
    }
    if (entry.state === "joined") effects.push(...leave(entry, graceful, isComplete && !entry.isSuspected));
    return effects;
  }

  /**
   * Mends half links; to be called from time to time. A peer that has a session here, and no comet of ours, is dialled. A
   * comet that was accepted, and whose peer has not connected back since the last call, shakes hands anew.
   */
  audit(): Effect[] {
    const effects: Effect[] = [];
    for (const { id, url } of this.#server.values()) {
      if (!this.#client.has(id) && this.findComet(url) === undefined) effects.push({ kind: "redial", url });
    }
    for (const entry of this.#client.values()) {
      if (entry.state !== "handshake-sent") continue;
      if (entry.isOverdue) effects.push({ kind: "renew", comet: entry.comet });
      entry.isOverdue = true;
    }
    return effects;
  }

  /** The node leaves: every comet says goodbye, and no event is told (section 12). */
  stop(): Effect[] {
    const comets = [...this.#pending.values(), ...this.#client.values()].map((entry) => entry.comet);
    this.#pending.clear();
    this.#client.clear();
    this.#server.clear();
    return comets.map((comet) => ({ kind: "close", comet }));
  }

  #join(entry: ServerEntry): Effect {
    entry.state = "joined";
    return { kind: "joined", peer: identity(entry) };
  }

  /** Another run of the same URL that began later, and has a session here. */
  #laterRun({ url, id, incarnation }: Run): ServerEntry | undefined {
    if (incarnation === undefined) return undefined;
    for (const entry of this.#server.values()) {
      if (entry.url === url && entry.id !== id && (entry.incarnation ?? 0) > incarnation) return entry;
    }
    return undefined;
  }

  #setDown(comet: CometKey, isDown: boolean): Effect[] {
    for (const entry of this.#client.values()) if (entry.comet === comet) entry.isDown = isDown;
    return this.#suspect([]);
  }

  /** Adds what is to be told of members: each is suspected as long as no comet of ours has a working connection to it. */
  #suspect(effects: Effect[]): Effect[] {
    for (const entry of this.#server.values()) {
      const isUp = this.#client.get(entry.id)?.isDown === false;
      if (entry.state !== "joined" || entry.isSuspected !== isUp) continue;
      entry.isSuspected = !isUp;
      effects.push({ kind: isUp ? "recovered" : "suspected", peer: identity(entry) });
    }
    return effects;
  }

  #clientByName(url: string): ClientEntry | undefined {
    for (const entry of this.#client.values()) if (isNamed(entry, url)) return entry;
    return undefined;
  }

  /** Takes a comet out of the tables. @returns whether it was there */
  #drop(comet: CometKey): boolean {
    for (const entry of this.#pending.values()) if (entry.comet === comet) return this.#pending.delete(entry.url);
    for (const entry of this.#client.values()) if (entry.comet === comet) return this.#client.delete(entry.id);
    return false;
  }
}

function isNamed(entry: ClientEntry, name: string): boolean {
  return entry.url === name || entry.aliases.has(name);
}

/** Names outlive a change of link: else a list with two names of one node would make its links take turns for ever. */
function aliasesOf(url: string, dialledUrl: string, stale: readonly ClientEntry[]): Set<string> {
  const aliases = new Set(stale.filter((entry) => entry.url === url).flatMap((entry) => [...entry.aliases]));
  if (dialledUrl !== url) aliases.add(dialledUrl);
  for (const alias of aliases) if (aliases.size > MAX_ALIASES) aliases.delete(alias);
  return aliases;
}

/** What a member published on its way out may be lost, unless it said goodbye: it does so when all is sent. */
function leave(entry: ServerEntry, graceful: boolean, isComplete = false): Effect[] {
  const peer = identity(entry);
  const left: Effect = { kind: "left", peer, graceful };
  return isComplete ? [left] : [{ kind: "gap", peer, reason: "left" }, left];
}

function identity(entry: NodeIdentity): NodeIdentity {
  return { url: entry.url, id: entry.id };
}
