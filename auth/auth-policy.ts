import { type Awaitable, andThen } from "../core/awaitable.js";
import type { ServerChannel } from "../core/channel/server-channel.js";
import type { Message } from "../core/message/message.js";
import { DefaultSecurityPolicy, type SecurityPolicy } from "../core/security/security-policy.js";
import type { RequestContext, ServerSession } from "../core/session/server-session.js";

/** Decides on a client's handshake. May put `ext` and `advice` on the reply to explain a refusal. */
export type Login = (session: ServerSession, message: Message, reply: Message) => Awaitable<boolean>;

/** What the policy needs to know of the cloud. */
export interface PeerCheck {
  /** Whether a handshake claims to come from a peer. */
  presentsOort(message: Message): boolean;
  /** Whether it proves so. */
  isOortHandshake(message: Message, context: RequestContext | undefined): boolean;
  /** True for peers' sessions and for the one that republishes what peers send. */
  isOort(session: ServerSession): boolean;
}

/** Asked about peers, and about anyone where nobody set a policy. */
const NOBODY: readonly SecurityPolicy[] = [];

/**
 * The policy of a node. Peers prove the secret or are refused, and what they may do is not the application's to decide.
 * Everybody else meets the rule of `auth.mode`, then the application's own policy, if it set one.
 */
export class AuthPolicy implements SecurityPolicy {
  /** The application's. Anything it forbids is forbidden; never asked about peers, nor about local handshakes. */
  application: SecurityPolicy | undefined;
  /** The rules of the configuration, asked about clients only, before the application's. What it forbids is forbidden. */
  rights: SecurityPolicy | undefined;
  /** Backends, asked about clients only and last of all. What they forbid is forbidden; they may change what is asked. */
  hooks: SecurityPolicy | undefined;
  /** No more clients: they are told to try again, which brings them to another node. */
  draining = false;
  readonly #login: Login;
  readonly #peers: PeerCheck;
  readonly #defaults = new DefaultSecurityPolicy();

  /** @param login - the rule of `auth.mode` */
  constructor(peers: PeerCheck, login: Login) {
    this.#peers = peers;
    this.#login = login;
  }

  canHandshake(session: ServerSession, message: Message, reply: Message): Awaitable<boolean> {
    if (session.isLocal) return true; // code of this process
    if (this.#peers.presentsOort(message)) return this.#peers.isOortHandshake(message, session.context);
    if (this.draining) {
      reply.advice = { reconnect: "handshake" };
      return false;
    }
    return andThen(
      this.#login(session, message, reply),
      (allowed) => allowed && all(this.#about(session), (policy) => policy.canHandshake(session, message, reply)),
    );
  }

  canCreate(session: ServerSession, channel: string, message: Message): Awaitable<boolean> {
    return this.#ask(session, (policy) => policy.canCreate(session, channel, message));
  }

  canSubscribe(session: ServerSession, channel: ServerChannel, message: Message): Awaitable<boolean> {
    return this.#ask(session, (policy) => policy.canSubscribe(session, channel, message));
  }

  canPublish(session: ServerSession, channel: ServerChannel, message: Message): Awaitable<boolean> {
    if (this.#about(session).length === 0) return this.#defaults.canPublish(session, channel, message);
    return this.#askToPublish(session, channel, message);
  }

  #askToPublish(session: ServerSession, channel: ServerChannel, message: Message): Awaitable<boolean> {
    return this.#ask(session, (policy) => policy.canPublish(session, channel, message));
  }

  canPublishUnread(session: ServerSession, channel: ServerChannel): boolean | undefined {
    for (const policy of this.#about(session)) {
      const answer = policy.canPublishUnread?.(session, channel);
      if (answer !== true) return answer;
    }
    return this.#defaults.canPublishUnread(session, channel);
  }

  #ask(session: ServerSession, question: (policy: SecurityPolicy) => Awaitable<boolean>): Awaitable<boolean> {
    return andThen(question(this.#defaults), (allowed) => allowed && all(this.#about(session), question));
  }

  /** Whom to ask about a session, besides CometD's defaults; a handful of policies at most. */
  #about(session: ServerSession): readonly SecurityPolicy[] {
    if (this.rights === undefined && this.application === undefined && this.hooks === undefined) return NOBODY;
    if (this.#peers.isOort(session)) return NOBODY;
    const { rights, application, hooks } = this;
    const asked = session.isLocal ? [application] : [rights, application, hooks];
    return asked.filter((policy) => policy !== undefined);
  }
}

/** Asks one after another, until one says no. */
function all(
  [policy, ...rest]: readonly SecurityPolicy[],
  question: (policy: SecurityPolicy) => Awaitable<boolean>,
): Awaitable<boolean> {
  if (policy === undefined) return true;
  return andThen(question(policy), (allowed) => allowed && all(rest, question));
}
