import type { Identities } from "../auth/identity.js";
import type { Logger } from "../core/logger.js";
import type { SecurityPolicy } from "../core/security/security-policy.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { SetiRights } from "../seti/seti-services.js";
import type { RightsOptions } from "./rights-options.js";
import { RightsPolicy } from "./rights-policy.js";
import { OPERATIONS, type Operation } from "./rule.js";
import { type LoginMode, RuleSet } from "./rule-set.js";

export interface RightsParts {
  readonly mode: LoginMode;
  readonly identities: Identities;
  /** The user of a session that has no identity, where an app does the logins. */
  readonly userOf: (session: ServerSession) => string | undefined;
  readonly logger: Logger;
}

/** What a node's clients may do, by its configuration. */
export class Rights {
  readonly rules: RuleSet;
  readonly #policy: RightsPolicy | undefined;

  /** @param options - checked */
  constructor(options: RightsOptions, { mode, identities, userOf, logger }: RightsParts) {
    this.rules = new RuleSet(options.rules, mode);
    // Where everything is allowed nobody has to ask.
    if (this.rules.isUsual && mode !== "jwt") return;
    this.#policy = new RightsPolicy({ rules: this.rules, identities, userOf, logger });
  }

  /** To be asked about clients; undefined where they may do everything. */
  get policy(): SecurityPolicy | undefined {
    return this.#policy;
  }

  /** The same for what Seti offers them. */
  get setiRights(): SetiRights | undefined {
    return this.#policy;
  }

  /** Questions that were denied. */
  get denied(): readonly { readonly operation: Operation; readonly count: number }[] {
    return OPERATIONS.map((operation) => ({ operation, count: this.#policy?.denied[operation] ?? 0 }));
  }
}
