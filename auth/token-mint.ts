import { createSecretKey, type KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import type { Clock } from "../core/clock.js";
import { ConfigError } from "../core/options.js";
import type { Random } from "../core/random.js";
import type { JwtOptions, MintOptions } from "./auth-options.js";
import { readSigningKey } from "./key-files.js";
import { fits } from "./key-ring.js";

/** The channels that a token opens; `{user}` stands for its user. Whatever is not in a list is closed. */
export interface TokenRights {
  readonly pub: readonly string[];
  readonly sub: readonly string[];
}

export interface TokenWish {
  readonly user: string;
  /** undefined: as the configuration says. */
  readonly ttlMs?: number | undefined;
  /** undefined: the token says nothing about it, and the rules of the configuration decide alone. */
  readonly rights?: TokenRights | undefined;
}

export interface MintedToken {
  readonly token: string;
  /** Its `jti`, by which it can be revoked. */
  readonly tokenId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Claims that every token of ours has, besides the user's. */
const OWN_CLAIMS = ["iat", "exp", "jti"];
/** In the order of preference, for what a key may be. */
const PREFERRED = ["HS256", "HS384", "HS512", "PS256", "RS256", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"];

/** Makes tokens, with a key of the configuration, that all nodes with the same configuration take. */
export class TokenMint {
  readonly #jwt: JwtOptions;
  readonly #options: MintOptions;
  readonly #key: KeyObject;
  readonly #algorithm: string;
  readonly #clock: Clock;
  readonly #random: Random;

  /**
   * @returns undefined where the configuration has no key to sign with
   * @throws ConfigError when the key cannot be used, or what it signs would be refused here
   */
  static of(jwt: JwtOptions, mint: MintOptions, parts: { clock: Clock; random: Random }): TokenMint | undefined {
    if (mint.keyFile !== undefined) return new TokenMint(jwt, mint, readSigningKey(mint.keyFile), parts);
    if (jwt.secret === undefined) return undefined;
    return new TokenMint(jwt, mint, createSecretKey(Buffer.from(jwt.secret)), parts);
  }

  private constructor(
    jwt: JwtOptions,
    mint: MintOptions,
    key: KeyObject,
    { clock, random }: { clock: Clock; random: Random },
  ) {
    this.#jwt = jwt;
    this.#options = mint;
    this.#key = key;
    this.#clock = clock;
    this.#random = random;
    const tokenKey = { key, keyId: undefined, algorithm: undefined };
    const allowed = PREFERRED.filter((name) => jwt.algorithms.some((one) => one === name));
    const algorithm = allowed.find((name) => fits(tokenKey, name));
    if (algorithm === undefined) {
      throw new ConfigError("auth.jwt.algorithms: has none that auth.mint.keyFile, or auth.jwt.secret, can sign with");
    }
    this.#algorithm = algorithm;
    const issuing = [...(jwt.issuer.length > 0 ? ["iss"] : []), ...(jwt.audience.length > 0 ? ["aud"] : [])];
    const made = [...OWN_CLAIMS, ...issuing, jwt.userClaim, jwt.rightsClaim];
    const missing = mint.keyFile === undefined ? [] : jwt.requiredClaims.filter((claim) => !made.includes(claim));
    if (missing.length > 0) {
      throw new ConfigError(`auth.jwt.requiredClaims: ${missing.join(", ")} is in no token that this node makes`);
    }
  }

  /** How long a token may be good at most, in milliseconds. */
  get maxTtlMs(): number {
    return this.#options.maxTtlMs;
  }

  /** @param wish - checked: a legal user, a life within {@link maxTtlMs}, patterns of channels */
  async mint({ user, ttlMs = this.#options.defaultTtlMs, rights }: TokenWish): Promise<MintedToken> {
    const { issuer, audience, userClaim, rightsClaim } = this.#jwt;
    const issuedAt = Math.floor(this.#clock.now() / 1_000);
    const expiresAt = issuedAt + Math.floor(ttlMs / 1_000);
    const tokenId = this.#random.token(128);
    const jwt = new SignJWT({ [userClaim]: user, ...(rights === undefined ? {} : { [rightsClaim]: rights }) })
      .setProtectedHeader({ alg: this.#algorithm, typ: "JWT" })
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .setJti(tokenId);
    if (issuer[0] !== undefined) jwt.setIssuer(issuer[0]);
    if (audience[0] !== undefined) jwt.setAudience(audience[0]);
    return { token: await jwt.sign(this.#key), tokenId, expiresAtMs: expiresAt * 1_000 };
  }
}
