import type { NodeIdentity } from "./join-message.js";
import type { NodeExtras } from "./link-field.js";
import type { Membership } from "./membership.js";
import type { PeerFacts } from "./peer-view.js";

/** A member of the cloud, as events tell of it. */
export interface Member extends NodeIdentity {
  readonly kind: "oortbus" | "java";
  /** Start of its run in ms since the epoch; Oortbus members only. */
  readonly incarnation: number | undefined;
}

/** The node that made a session, and what is known of it: a `lost` one may live on at the other side of a partition. */
export interface SessionHome {
  readonly url: string;
  readonly state: "joined" | "suspected" | "lost";
}

/** What nodes said about their runs when they shook hands, by id; kept as long as a table holds the id. */
export class RunFacts {
  readonly #membership: Membership;
  readonly #facts = new Map<string, PeerFacts>();
  readonly #leaving = new Set<string>();

  constructor(membership: Membership) {
    this.#membership = membership;
  }

  /** @param extras - undefined for Java nodes */
  learn(id: string, extras: NodeExtras | undefined): void {
    const kind = extras === undefined ? "java" : "oortbus";
    this.#facts.set(id, { kind, incarnation: extras?.incarnation, nodeTag: extras?.nodeTag, version: extras?.version });
  }

  /** It said that it is about to go. */
  leaves(id: string): void {
    this.#leaving.add(id);
  }

  isLeaving(id: string): boolean {
    return this.#leaving.has(id);
  }

  get(id: string): PeerFacts | undefined {
    return this.#facts.get(id);
  }

  member({ url, id }: NodeIdentity): Member {
    const facts = this.#facts.get(id);
    return { url, id, kind: facts?.kind ?? "java", incarnation: facts?.incarnation };
  }

  /** The member whose clientIds begin with `tag`. */
  homeOf(tag: string): SessionHome | undefined {
    for (const [id, { url, state, isSuspected }] of this.#membership.server) {
      if (state !== "joined" || this.#facts.get(id)?.nodeTag !== tag) continue;
      return { url, state: isSuspected ? "suspected" : "joined" };
    }
    return undefined;
  }

  /** Forgets the runs that no table holds any more. */
  prune(): void {
    const { client, server } = this.#membership;
    for (const known of [this.#facts, this.#leaving]) {
      for (const id of known.keys()) if (!client.has(id) && !server.has(id)) known.delete(id);
    }
  }
}
