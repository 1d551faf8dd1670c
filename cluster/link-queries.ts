import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { OortComet } from "./comet/oort-comet.js";
import { isInternal } from "./forwarding.js";
import { LinkQueue } from "./link/link-queue.js";
import type { NodeIdentity } from "./membership/join-message.js";
import type { LinkView } from "./membership/link-view.js";
import type { CometKey, Membership } from "./membership/membership.js";
import type { PeerView } from "./membership/peer-view.js";
import type { RunFacts } from "./membership/run-facts.js";

/** What others may ask of the links: reads their tables, changes nothing. */
export class LinkQueries {
  readonly #server: BayeuxServer;
  readonly #membership: Membership;
  readonly #comets: ReadonlyMap<CometKey, OortComet>;
  readonly #facts: RunFacts;
  readonly #view: PeerView;

  constructor(
    server: BayeuxServer,
    membership: Membership,
    comets: ReadonlyMap<CometKey, OortComet>,
    facts: RunFacts,
    view: PeerView,
  ) {
    this.#server = server;
    this.#membership = membership;
    this.#comets = comets;
    this.#facts = facts;
    this.#view = view;
  }

  /** See `Oort.linkOf`. */
  linkOf(url: string): LinkView | undefined {
    const key = this.#membership.findComet(url);
    const comet = key === undefined ? undefined : this.#comets.get(key);
    const entry = [...this.#membership.server.values()].find((other) => other.url === url);
    if (comet === undefined && entry === undefined) return undefined;
    const session = entry === undefined ? undefined : this.#server.getSession(entry.session);
    return {
      out: comet?.state ?? "none",
      in: entry?.state ?? "none",
      roundTripMs: comet?.roundTripMs,
      queuedMessages: session?.queue.length ?? 0,
      queuedBytes: session?.queue.bytes ?? 0,
      gaps: this.#view.gapsOf(url),
      interest: session === undefined ? undefined : interestOf(session),
      version: entry === undefined ? undefined : this.#facts.get(entry.id)?.version,
      sent: session?.queue instanceof LinkQueue ? session.queue.nextNumber - 1 : undefined,
    };
  }

  /** See `Oort.backlog`. */
  get backlog(): number {
    let messages = 0;
    for (const { session } of this.#membership.server.values()) {
      messages += this.#server.getSession(session)?.queue.length ?? 0;
    }
    return messages;
  }

  /** See `Oort.peerOf`. */
  peerOf(session: ServerSession): NodeIdentity | undefined {
    const entry = this.#membership.sessionEntry(session.id);
    return entry === undefined ? undefined : { url: entry.url, id: entry.id };
  }

  /** See `Oort.interestOf`. */
  interestOf(url: string): number | undefined {
    for (const { url: name, session } of this.#membership.server.values()) {
      if (name === url) return interestOf(this.#server.getSession(session));
    }
    return undefined;
  }

  /** See `Oort.hasPeerSession`. */
  hasPeerSession(url: string): boolean {
    for (const entry of this.#membership.server.values()) if (entry.url === url) return true;
    return false;
  }
}

/** What a peer is subscribed to here, but for the cluster's own channels. */
function interestOf(session: ServerSession | undefined): number {
  return [...(session?.subscriptions ?? [])].filter(({ name }) => !isInternal(name)).length;
}
