import type { OortListener } from "../cluster/oort.js";
import type { Clock } from "../core/clock.js";
import type { Message } from "../core/message/message.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { PresenceListener } from "../seti/seti.js";
import { sessionNameOf } from "../seti/user-sessions.js";
import type { EventType } from "./hook-options.js";
import { UserTeller } from "./user-teller.js";

/** What of a node's Oort is needed. */
export interface HookCloud {
  readonly url: string;
  readonly id: string;
  readonly incarnation: number;
  addListener(listener: OortListener): () => void;
  presentsOort(message: Message): boolean;
}

/** What of a node's Seti is needed. */
export interface HookUsers {
  addPresenceListener(listener: PresenceListener): () => void;
  ownersOf(user: string): readonly string[];
  userOf(session: ServerSession): string | undefined;
  usersOf(session: ServerSession): string[];
  associate(user: string, session: ServerSession): boolean;
  disassociate(user: string, session: ServerSession): boolean;
  getAssociatedUserIds(): string[];
  presenceOf(user: string): { readonly nodes: readonly string[] };
}

/** One thing that happened. */
export interface HookEvent {
  readonly type: EventType;
  /** The channel it is about, where it is about one. */
  readonly channel?: string;
  /** What is told beside type and time. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface EventSourceParts {
  readonly bayeux: BayeuxServer;
  readonly oort: HookCloud;
  readonly seti: HookUsers;
  readonly clock: Clock;
}

/**
 * Makes events of what happens on a node: to its clients, to its channels, and to the users that it answers for. Sessions
 * of peers and of server code are none of it.
 */
export class EventSource {
  readonly #parts: EventSourceParts;
  readonly #emit: (event: HookEvent) => void;
  readonly #teller: UserTeller;
  /** Clients' sessions, with the user that each had at first: for the time when Seti has stopped. */
  readonly #users = new WeakMap<ServerSession, string | undefined>();
  /** Client subscriptions of this node, by channel. */
  readonly #occupants = new Map<string, number>();
  #isLeaving = false;
  #tellsUsers = false;

  constructor(parts: EventSourceParts, emit: (event: HookEvent) => void) {
    this.#parts = parts;
    this.#emit = emit;
    const { oort, seti, clock } = parts;
    this.#teller = new UserTeller(
      oort.url,
      {
        // A node that leaves tells only where nobody is left to do it.
        tellerOf: (user) => {
          const owners = seti.ownersOf(user);
          return (this.#isLeaving ? owners.find((url) => url !== oort.url) : undefined) ?? owners[0];
        },
        tell: (user, present, again) =>
          this.#emit({ type: present ? "user.first" : "user.last", fields: { user, ...(again ? { again } : {}) } }),
      },
      clock,
    );
    // Now, so that it is told before Seti's listener, which then forgets the session's user.
    parts.bayeux.addListener({ sessionRemoved: (session, reason) => this.#closed(session, reason) });
  }

  /** Begins to tell, of what somebody wants to know. After Seti has started, so that a session's user is known by then. */
  start(wanted: ReadonlySet<EventType>): void {
    const { bayeux, oort, seti } = this.#parts;
    this.#tellsUsers = wanted.has("user.first") || wanted.has("user.last");
    bayeux.addListener({ sessionAdded: (session, handshake) => this.#opened(session, handshake) });
    if (wanted.has("channel.occupied") || wanted.has("channel.vacated")) {
      bayeux.addListener({
        subscribed: (session, { name }) => this.#occupied(session, name),
        unsubscribed: (session, { name }) => this.#vacated(session, name),
      });
    }
    if (this.#tellsUsers) {
      seti.addPresenceListener({
        firstAnywhere: (user) => this.#teller.edge(user, true),
        lastAnywhere: (user) => this.#teller.edge(user, false),
      });
    }
    oort.addListener({
      draining: () => {
        this.#isLeaving = true;
      },
      left: ({ url, id }) => {
        this.#emit({ type: "node.left", fields: { left: { url, id } } });
        this.#teller.left(url);
      },
    });
  }

  /** Before Seti stops, which then forgets its users: those that are here alone go with the node. */
  leave(): void {
    if (!this.#tellsUsers) return;
    const { oort, seti } = this.#parts;
    for (const user of seti.getAssociatedUserIds()) {
      if (seti.presenceOf(user).nodes.every((url) => url === oort.url)) this.#teller.edge(user, false);
    }
  }

  #opened(session: ServerSession, handshake: Message): void {
    if (session.isLocal || this.#parts.oort.presentsOort(handshake)) return;
    this.#users.set(session, this.#parts.seti.userOf(session));
    const address = session.context?.remoteAddress;
    this.#emit({ type: "session.opened", fields: { ...this.describe(session), address } });
  }

  #closed(session: ServerSession, reason: string): void {
    if (!this.#users.has(session)) return;
    this.#emit({ type: "session.closed", fields: { ...this.describe(session), reason } });
  }

  #occupied(session: ServerSession, channel: string): void {
    if (!this.#users.has(session)) return;
    const count = (this.#occupants.get(channel) ?? 0) + 1;
    this.#occupants.set(channel, count);
    if (count === 1) this.#emit({ type: "channel.occupied", channel, fields: { channel } });
  }

  #vacated(session: ServerSession, channel: string): void {
    if (!this.#users.has(session)) return;
    const count = (this.#occupants.get(channel) ?? 1) - 1;
    if (count > 0) {
      this.#occupants.set(channel, count);
      return;
    }
    this.#occupants.delete(channel);
    this.#emit({ type: "channel.vacated", channel, fields: { channel } });
  }

  /** A session, as events and questions have it: under the name that the API has for it, with its user. */
  describe(session: ServerSession): { readonly session: string; readonly user: string | undefined } {
    const user = this.#parts.seti.userOf(session) ?? this.#users.get(session);
    return { session: sessionNameOf(session), user };
  }
}
