import type { Identities } from "../auth/identity.js";
import type { ObjectCloud } from "../cluster/object/object-cloud.js";
import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { Message } from "../core/message/message.js";
import type { SecurityPolicy } from "../core/security/security-policy.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { SetiRights } from "../seti/seti-services.js";
import { type Explanation, explain } from "./explain.js";
import { ChannelHistory } from "./history/channel-history.js";
import { HistoryCopy } from "./history/history-copy.js";
import type { RateLimitOptions } from "./limits/rate-limit-options.js";
import { RateLimiter } from "./limits/rate-limiter.js";
import { Namespaces } from "./namespaces/namespaces.js";
import type { RightsOptions } from "./rights-options.js";
import { RightsPolicy } from "./rights-policy.js";
import { OPERATIONS, type Operation, type Question } from "./rule.js";
import { type LoginMode, RuleSet } from "./rule-set.js";

/** Of a node's configuration, checked. */
export interface RightsConfig {
  readonly auth: { readonly mode: LoginMode };
  readonly rights: RightsOptions;
  readonly rateLimits: RateLimitOptions;
  readonly transport: { readonly trustedProxies: readonly string[] };
}

export interface RightsParts {
  readonly server: BayeuxServer;
  readonly cloud: ObjectCloud;
  readonly identities: Identities;
  /** The user of a session that has no identity, where an app does the logins. */
  readonly userOf: (session: ServerSession) => string | undefined;
  /** Whether a handshake claims to be a peer's. */
  readonly presentsPeer: (message: Message) => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What a node's clients may do, and how fast, by its configuration. */
export class Rights {
  readonly rules: RuleSet;
  /** undefined: nobody is held back. */
  readonly limiter: RateLimiter | undefined;
  /** What subscribers get of what was published before. */
  readonly history: ChannelHistory;
  readonly #namespaces: Namespaces;
  readonly #copy: HistoryCopy;
  readonly #policy: RightsPolicy | undefined;
  readonly #parts: RightsParts;

  constructor({ auth, rights, rateLimits, transport }: RightsConfig, parts: RightsParts) {
    this.#parts = parts;
    const { server, cloud, identities, clock, logger, presentsPeer } = parts;
    this.#namespaces = new Namespaces(server, rights.namespaces);
    this.history = new ChannelHistory(server, this.#namespaces);
    this.#copy = new HistoryCopy(this.history, { server, cloud, clock, logger });
    this.rules = new RuleSet(rights.rules, auth.mode);
    if (rateLimits.enabled === true) {
      const userOf = (session: ServerSession) => identities.identityOf(session)?.user ?? parts.userOf(session);
      const trustsNoProxy = transport.trustedProxies.length === 0;
      this.limiter = new RateLimiter(rateLimits, { clock, logger, userOf, presentsPeer, trustsNoProxy });
      server.dispatcher.throttle = this.limiter;
    }
    // Where everything is allowed, and at any pace, nobody has to ask.
    const isAsked = !this.rules.isUsual || auth.mode === "jwt" || this.#namespaces.haveLimits;
    if (!isAsked && this.limiter === undefined) return;
    this.#policy = new RightsPolicy({
      rules: this.rules,
      identities,
      userOf: parts.userOf,
      limiter: this.limiter,
      namespaces: this.#namespaces,
      logger,
    });
  }

  /** Once the node takes part in the cloud. */
  start(): void {
    this.history.start();
    this.#copy.start();
  }

  stop(): void {
    this.#copy.stop();
    this.history.stop();
  }

  /** Messages of histories that others had and this node did not. */
  get copied(): number {
    return this.#copy.copied;
  }

  /** To be asked about clients; undefined where they may do everything. */
  get policy(): SecurityPolicy | undefined {
    return this.#policy;
  }

  /** The same for what Seti offers them. */
  get setiRights(): SetiRights | undefined {
    return this.#policy;
  }

  /** Says which rule decides whether a session may do something. @throws RangeError when a channel is none */
  explainFor(session: ServerSession, question: Question): Explanation {
    const { identities, userOf } = this.#parts;
    const nobody = { user: userOf(session), claims: {}, pub: undefined, sub: undefined };
    return explain(this.rules, identities.identityOf(session) ?? nobody, question);
  }

  /** Questions that were denied. */
  get denied(): readonly { readonly operation: Operation; readonly count: number }[] {
    return OPERATIONS.map((operation) => ({ operation, count: this.#policy?.denied[operation] ?? 0 }));
  }
}
