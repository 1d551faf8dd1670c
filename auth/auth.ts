import type { ObjectCloud } from "../cluster/object/object-cloud.js";
import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { Random } from "../core/random.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { AuthOptions } from "./auth-options.js";
import { AuthPolicy, type Login, type PeerCheck } from "./auth-policy.js";
import { newAuthStats } from "./auth-stats.js";
import { ClusterRevocations } from "./cluster-revocations.js";
import type { Identities, Identity } from "./identity.js";
import { JwtLogin } from "./jwt-login.js";
import { readTokenKeys } from "./key-files.js";
import { KeyRing } from "./key-ring.js";
import { openLogin } from "./open-login.js";
import { RemoteKeys } from "./remote-keys.js";
import type { NamedRevocation, Revoked } from "./revocations.js";
import { type MintedToken, TokenMint, type TokenWish } from "./token-mint.js";
import { AUTH_CHANNEL, TokenSessions } from "./token-sessions.js";
import { TokenVerifier } from "./token-verifier.js";

const NO_CLAIMS = Object.freeze({});

export interface AuthParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Longest user id, in UTF-8 bytes. */
  readonly maxUserIdBytes: number;
  /** Makes the session the user's. @throws BayeuxError for an illegal user id and beyond a limit */
  associate(user: string, session: ServerSession): unknown;
  /** For issuers' keys. @default the platform's */
  readonly fetch?: typeof fetch;
}

/** What there is where `auth.mode` is jwt. */
interface JwtMode {
  readonly login: JwtLogin;
  readonly revocations: ClusterRevocations;
  /** undefined without a `jwksUrl`. */
  readonly remote: RemoteKeys | undefined;
}

/** Who clients are, how they show it, and for how long that is good: the face of this layer. */
export class Auth implements Identities {
  /** To be the server's. */
  readonly policy: AuthPolicy;
  readonly stats = newAuthStats();
  readonly #server: BayeuxServer;
  readonly #parts: AuthParts;
  readonly #sessions: TokenSessions;
  readonly #jwt: JwtMode | undefined;
  /** undefined where no key is configured for that, or `auth.mode` takes no tokens. */
  readonly #mint: TokenMint | undefined;
  #detach: (() => void)[] = [];

  /** @throws ConfigError when a key file cannot be used */
  constructor(options: AuthOptions, cloud: ObjectCloud & PeerCheck, server: BayeuxServer, parts: AuthParts) {
    this.#server = server;
    this.#parts = parts;
    const isJwt = options.mode === "jwt";
    this.#sessions = new TokenSessions({
      clock: parts.clock,
      stats: this.stats,
      expiryWarningMs: options.jwt.expiryWarningMs,
      areRevocable: isJwt,
    });
    this.#mint = isJwt ? TokenMint.of(options.jwt, options.mint, parts) : undefined;
    this.#jwt = isJwt ? this.#newJwt(options, cloud) : undefined;
    this.policy = new AuthPolicy(cloud, this.#newLogin(options.mode));
  }

  /** How often an issuer's keys were fetched, or could not be; undefined without a `jwksUrl`. */
  get keyFetches(): { readonly fetched: number; readonly failed: number } | undefined {
    return this.#jwt?.remote?.stats;
  }

  /** Logins whose token is being checked. */
  get pendingLogins(): number {
    return this.#jwt?.login.pendingCount ?? 0;
  }

  /** Users and tokens that are revoked just now, as far as this node knows. */
  get revocationCount(): number {
    return this.#jwt?.revocations.size ?? 0;
  }

  identityOf(session: ServerSession): Identity | undefined {
    return this.#sessions.identityOf(session);
  }

  /**
   * Says who a session is, and makes it its user's. What `auth.mode` does at a login; for an app's own policy, from within its
   * `canHandshake`, where the mode is custom.
   * @throws BayeuxError for an illegal user id and beyond a limit
   */
  admit(session: ServerSession, identity: Identity): void {
    if (identity.user !== undefined) this.#parts.associate(identity.user, session);
    this.#sessions.set(session, identity);
  }

  /** After the cloud and Seti have started. */
  start(): void {
    this.#detach = [
      this.#server.addListener({
        sessionAdded: (session) => this.#added(session),
        sessionRemoved: (session) => this.#sessions.removed(session),
      }),
    ];
    const jwt = this.#jwt;
    if (jwt === undefined) return;
    this.#detach.push(
      this.#server.addService(AUTH_CHANNEL, (session, message, reply) => jwt.login.refresh(session, message, reply)),
    );
    jwt.revocations.start();
    void jwt.remote?.start();
  }

  stop(): void {
    for (const detach of this.#detach) detach();
    this.#detach = [];
    this.#sessions.stop();
    this.#jwt?.revocations.stop();
    this.#jwt?.remote?.stop();
  }

  /**
   * From now on no node takes the tokens of the user that were issued until now, or that one token; sessions that have one
   * end, on all nodes.
   * @returns undefined when too much is revoked already
   * @throws Error where `auth.mode` takes no tokens
   */
  revoke(revoked: Revoked): NamedRevocation | undefined {
    if (this.#jwt === undefined) throw new Error("there are no tokens to revoke");
    return this.#jwt.revocations.add(revoked);
  }

  /** Sessions of this node that a revocation ended, whichever node was told to revoke. */
  endedBy(revocation: NamedRevocation): number {
    return this.#jwt?.revocations.endedBy(revocation) ?? 0;
  }

  /** Longest life of a token that {@link mintToken} makes, in milliseconds; undefined where it makes none. */
  get maxTtlMs(): number | undefined {
    return this.#mint?.maxTtlMs;
  }

  /**
   * Makes a token that every node with the same configuration takes.
   * @param wish - a legal user, a life within {@link maxTtlMs}, patterns of channels
   * @throws Error where no key is configured to sign it
   */
  async mintToken(wish: TokenWish): Promise<MintedToken> {
    if (this.#mint === undefined) throw new Error("there is no key to sign tokens with");
    this.stats.minted.count += 1;
    const minted = await this.#mint.mint(wish);
    this.#parts.logger.info({ user: wish.user, tokenId: minted.tokenId }, "token minted");
    return minted;
  }

  /** Whether there are tokens to be revoked. */
  get takesTokens(): boolean {
    return this.#jwt !== undefined;
  }

  /** Between its login and this moment the session's token may have been revoked. */
  #added(session: ServerSession): void {
    this.#sessions.added(session);
    const identity = this.identityOf(session);
    if (identity === undefined || this.#jwt?.revocations.isRevoked(identity) !== true) return;
    this.#parts.clock.endOfTurn(() => this.#sessions.end(session, "revoked"));
  }

  #newJwt({ jwt, mint }: AuthOptions, cloud: ObjectCloud): JwtMode {
    const { clock, logger, maxUserIdBytes, fetch } = this.#parts;
    const keys = new KeyRing(readTokenKeys(jwt, mint));
    const remote =
      jwt.jwksUrl === undefined
        ? undefined
        : new RemoteKeys(jwt.jwksUrl, jwt, { clock, logger, ...(fetch === undefined ? {} : { fetch }) });
    const verifier = new TokenVerifier(jwt, { keys, remote, clock, maxUserIdBytes });
    const revocations = new ClusterRevocations(cloud, this.#server, jwt, {
      clock,
      logger,
      revoked: (key, revocation) => this.#sessions.endRevoked(key, revocation),
    });
    const login = new JwtLogin({
      options: jwt,
      stats: this.stats,
      logger,
      now: () => clock.now(),
      verify: (token) => verifier.verify(token),
      isRevoked: (identity) => revocations.isRevoked(identity),
      identityOf: (session) => this.identityOf(session),
      admit: (session, identity) => this.admit(session, identity),
    });
    return { login, revocations, remote };
  }

  #newLogin(mode: AuthOptions["mode"]): Login {
    const jwt = this.#jwt;
    if (jwt !== undefined) return (session, message, reply) => jwt.login.login(session, message, reply);
    if (mode === "custom") return () => true;
    const open = openLogin((user, session) => this.admit(session, called(user)));
    return (session, message, reply) => {
      const isAllowed = open(session, message, reply) === true;
      this.stats.logins[isAllowed ? "accepted" : "refused"] += 1;
      return isAllowed;
    };
  }
}

/** Somebody who says who he is, and is believed. */
function called(user: string): Identity {
  return { user, tokenId: undefined, expiresAtMs: undefined, claims: NO_CLAIMS, pub: undefined, sub: undefined };
}
