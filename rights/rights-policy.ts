import type { Identities, Identity } from "../auth/identity.js";
import type { ServerChannel } from "../core/channel/server-channel.js";
import type { Logger } from "../core/logger.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import type { Message } from "../core/message/message.js";
import type { SecurityPolicy } from "../core/security/security-policy.js";
import type { ServerSession } from "../core/session/server-session.js";
import { decide } from "./decision.js";
import type { RateLimiter } from "./limits/rate-limiter.js";
import type { Namespaces } from "./namespaces/namespaces.js";
import type { Operation, Question, Subject } from "./rule.js";
import type { RuleSet } from "./rule-set.js";
import { TokenRights } from "./token-rights.js";

/** Decisions that are kept for one identity, and for all that have none together. */
const MAX_KEPT = 64;
const MAX_KEPT_FOR_NOBODY = 4_096;

/** What is known of one who asks. */
interface Asker {
  readonly subject: Subject;
  readonly tokenRights: TokenRights | undefined;
  /** Of `create`, `publish` and `subscribe`, by these and the channel. */
  readonly kept: Map<string, boolean>;
  readonly maxKept: number;
}

export interface RightsPolicyParts {
  readonly rules: RuleSet;
  readonly identities: Identities;
  /** The user of a session that has no identity, where an app does the logins. */
  readonly userOf: (session: ServerSession) => string | undefined;
  /** undefined: users log in as often as they like. */
  readonly limiter: RateLimiter | undefined;
  readonly namespaces: Namespaces;
  readonly logger: Logger;
}

/**
 * Asks the rules for each client; code of this process and peers are none, and are not to be asked about. A decision depends
 * on rules, identity and channel alone, never on the message, so a few are kept for each identity, and go with it.
 */
export class RightsPolicy implements SecurityPolicy {
  /** Questions that were denied, by operation. */
  readonly denied: Record<Operation, number> = { create: 0, publish: 0, subscribe: 0, send: 0, watch: 0 };
  readonly #parts: RightsPolicyParts;
  readonly #nobody = newAsker({ user: undefined, claims: {} }, undefined, MAX_KEPT_FOR_NOBODY);
  readonly #byIdentity = new WeakMap<Identity, Asker>();
  readonly #bySession = new WeakMap<ServerSession, Asker>();

  constructor(parts: RightsPolicyParts) {
    this.#parts = parts;
  }

  /** Asked once the login is known. @throws BayeuxError 429 when the user logs in too often */
  canHandshake(session: ServerSession, _message: Message, reply: Message): boolean {
    const { user } = this.#askerOf(session).subject;
    const tooSoon = user === undefined ? undefined : this.#parts.limiter?.admitLogin(user);
    if (tooSoon === undefined) return true;
    reply.advice = { reconnect: "handshake", interval: Math.ceil(tooSoon.waitMs) };
    throw new BayeuxError(429, [tooSoon.scope], tooSoon.text);
  }

  canCreate(session: ServerSession, channel: string, _message: Message): boolean {
    if (!this.#may(session, "create", channel)) return false;
    this.#parts.namespaces.mayCreate(channel);
    return true;
  }

  canSubscribe(session: ServerSession, channel: ServerChannel, _message: Message): boolean {
    if (!this.#may(session, "subscribe", channel.name)) return false;
    this.#parts.namespaces.maySubscribe(session, channel);
    return true;
  }

  canPublish(session: ServerSession, { name }: ServerChannel, _message: Message): boolean {
    return this.#may(session, "publish", name);
  }

  canPublishUnread(session: ServerSession, { name }: ServerChannel): boolean {
    return this.#may(session, "publish", name);
  }

  /** Whether a client may send to users on a channel. */
  maySend(session: ServerSession, channel: string): boolean {
    return this.#decide(session, this.#askerOf(session), { operation: "send", channel });
  }

  /** Whether a client may hear when a user comes and goes. */
  mayWatch(session: ServerSession, user: string): boolean {
    return this.#decide(session, this.#askerOf(session), { operation: "watch", user });
  }

  #may(session: ServerSession, operation: "create" | "publish" | "subscribe", channel: string): boolean {
    const asker = this.#askerOf(session);
    const key = operation + channel;
    const kept = asker.kept.get(key);
    if (kept === true) return true;
    const allowed = kept ?? this.#keep(asker, key, decideFor(this.#parts.rules, asker, { operation, channel }));
    if (!allowed) this.#deny(session, { operation, channel }, asker);
    return allowed;
  }

  #keep({ kept, maxKept }: Asker, key: string, allowed: boolean): boolean {
    if (kept.size >= maxKept) kept.clear(); // who uses that many channels asks anew now and then
    kept.set(key, allowed);
    return allowed;
  }

  #decide(session: ServerSession, asker: Asker, question: Question): boolean {
    const allowed = decideFor(this.#parts.rules, asker, question);
    if (!allowed) this.#deny(session, question, asker);
    return allowed;
  }

  #deny(session: ServerSession, question: Question, { subject }: Asker): void {
    this.denied[question.operation] += 1;
    this.#parts.logger.debug({ session: session.id, user: subject.user, ...question }, "denied by rights");
  }

  #askerOf(session: ServerSession): Asker {
    const identity = this.#parts.identities.identityOf(session);
    if (identity === undefined) return this.#withoutIdentity(session);
    let asker = this.#byIdentity.get(identity);
    if (asker === undefined) {
      asker = newAsker(identity, new TokenRights(identity));
      this.#byIdentity.set(identity, asker);
    }
    return asker;
  }

  /** An app may say at any time whose session it is. */
  #withoutIdentity(session: ServerSession): Asker {
    const user = this.#parts.userOf(session);
    if (user === undefined) return this.#nobody;
    let asker = this.#bySession.get(session);
    if (asker?.subject.user !== user) {
      asker = newAsker({ user, claims: {} }, undefined);
      this.#bySession.set(session, asker);
    }
    return asker;
  }
}

function newAsker({ user, claims }: Subject, tokenRights: TokenRights | undefined, maxKept = MAX_KEPT): Asker {
  return { subject: { user, claims }, tokenRights, kept: new Map(), maxKept };
}

function decideFor(rules: RuleSet, { subject, tokenRights }: Asker, question: Question): boolean {
  return decide(rules, subject, tokenRights, question).allowed;
}
