import type { Logger } from "../core/logger.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { ensureExt, extField, isObject, type Message } from "../core/message/message.js";
import type { ServerSession } from "../core/session/server-session.js";
import { logIdOf } from "../core/session/session-registry.js";
import type { JwtOptions } from "./auth-options.js";
import type { AuthStats } from "./auth-stats.js";
import type { Identity } from "./identity.js";
import { TokenError } from "./token-error.js";

/** After so long a login that found no room may come again, in milliseconds. */
const BUSY_RETRY_MS = 2_000;

export interface JwtLoginParts {
  readonly options: Pick<JwtOptions, "maxPendingLogins" | "maxUrlTokenLifeMs" | "clockSkewMs">;
  readonly stats: AuthStats;
  readonly logger: Logger;
  readonly now: () => number;
  /** @returns a promise that rejects with TokenError */
  verify(token: unknown): Promise<Identity>;
  isRevoked(identity: Identity): boolean;
  identityOf(session: ServerSession): Identity | undefined;
  /** Makes the session that identity's. @throws BayeuxError for an illegal user id and beyond a limit */
  admit(session: ServerSession, identity: Identity): void;
}

/**
 * The login of `auth.mode: "jwt"`: a handshake's `ext.authentication.token`, and the tokens that replace it while the session
 * lives. A refusal says in `ext.authentication` why, and in its advice when the same token may be shown again.
 */
export class JwtLogin {
  readonly #parts: JwtLoginParts;
  /** Sessions whose token is being checked. */
  readonly #pending = new Set<ServerSession>();

  constructor(parts: JwtLoginParts) {
    this.#parts = parts;
  }

  get pendingCount(): number {
    return this.#pending.size;
  }

  /** Decides on a handshake. */
  async login(session: ServerSession, message: Message, reply: Message): Promise<boolean> {
    const { stats, admit } = this.#parts;
    const authentication = extField(message, "authentication");
    try {
      const token = isObject(authentication) ? authentication.token : undefined;
      admit(session, await this.#check(session, token, session.context?.isInUrl === true));
      stats.logins.accepted += 1;
      return true;
    } catch (error) {
      const refusal = asRefusal(error);
      stats.logins[refusal.code] += 1;
      this.#explain(session, reply, refusal);
      if (refusal.retryMs !== undefined) reply.advice = { reconnect: "handshake", interval: refusal.retryMs };
      return false;
    }
  }

  /**
   * A live session shows its next token: `{"token": …}` on `/service/auth`. Until that is taken, the one before counts.
   * @returns a promise that rejects with the BayeuxError of the refusal
   */
  async refresh(session: ServerSession, message: Message, reply: Message): Promise<void> {
    const { stats, identityOf, admit } = this.#parts;
    const present = identityOf(session);
    if (present === undefined) throw new BayeuxError(403, [], "only a session with a token may show another");
    try {
      const token = isObject(message.data) ? message.data.token : undefined;
      const identity = await this.#check(session, token, session.transport === "callback-polling");
      if (identity.user !== present.user) {
        throw new TokenError("wrong_user", "the token is of another user than the session's");
      }
      admit(session, identity);
      stats.refreshes.accepted += 1;
    } catch (error) {
      const refusal = asRefusal(error);
      stats.refreshes.refused += 1;
      this.#explain(session, reply, refusal);
      throw new BayeuxError(refusal.code === "too_many_logins" ? 429 : 403, [refusal.code], refusal.message);
    }
  }

  /** @throws TokenError */
  async #check(session: ServerSession, token: unknown, isInUrl: boolean): Promise<Identity> {
    const { options, verify, isRevoked, now } = this.#parts;
    if (this.#pending.has(session) || this.#pending.size >= options.maxPendingLogins) {
      throw new TokenError("too_many_logins", "too many tokens are being checked", { retryMs: BUSY_RETRY_MS });
    }
    this.#pending.add(session);
    try {
      const identity = await verify(token);
      const expiresAtMs = identity.expiresAtMs ?? Number.POSITIVE_INFINITY;
      if (isInUrl && expiresAtMs > now() + options.maxUrlTokenLifeMs + options.clockSkewMs) {
        throw new TokenError(
          "token_in_url",
          `a token in a URL must expire within ${options.maxUrlTokenLifeMs} ms; use another transport than callback-polling`,
        );
      }
      if (isRevoked(identity)) throw new TokenError("revoked", "the token is revoked");
      return identity;
    } finally {
      this.#pending.delete(session);
    }
  }

  #explain(session: ServerSession, reply: Message, { code, message, retryMs }: TokenError): void {
    const retry = retryMs === undefined ? {} : { retryMs };
    ensureExt(reply).authentication = { failed: true, code, reason: message, ...retry };
    this.#parts.logger.info({ session: logIdOf(session.id), code, reason: message }, "token refused");
  }
}

/** @throws whatever is no refusal: a fault of ours */
function asRefusal(error: unknown): TokenError {
  if (error instanceof TokenError) return error;
  if (error instanceof BayeuxError) return new TokenError("claim_invalid", error.message, { cause: error });
  throw error;
}
