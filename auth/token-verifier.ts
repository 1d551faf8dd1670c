import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from "jose";
import type { Clock } from "../core/clock.js";
import { isObject } from "../core/message/message.js";
import type { JwtOptions } from "./auth-options.js";
import type { Identity } from "./identity.js";
import { identityOfClaims } from "./identity-claims.js";
import type { KeyRing, TokenKey } from "./key-ring.js";
import type { RemoteKeys } from "./remote-keys.js";
import { TokenError } from "./token-error.js";
import { parseUniqueMembers } from "./unique-members.js";

const MAX_KEY_ID_CHARS = 256;

export interface VerifierParts {
  readonly keys: KeyRing;
  /** Asked where none of {@link keys} has signed. */
  readonly remote: RemoteKeys | undefined;
  readonly clock: Clock;
  readonly maxUserIdBytes: number;
}

interface TokenHeader {
  readonly algorithm: string;
  readonly keyId: string | undefined;
}

/**
 * Says whose a token is. What the token's header says chooses among the keys of the configuration, and nothing else:
 * keys or addresses of keys in it are not looked at.
 */
export class TokenVerifier {
  readonly #options: JwtOptions;
  readonly #parts: VerifierParts;

  constructor(options: JwtOptions, parts: VerifierParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /**
   * @param token - as the client gave it, of any type
   * @returns a promise that rejects with TokenError
   */
  async verify(token: unknown): Promise<Identity> {
    const checked = this.#text(token);
    const header = this.#header(checked);
    const claims = await this.#claims(checked, header);
    const { clock, maxUserIdBytes } = this.#parts;
    return identityOfClaims(claims, { ...this.#options, maxUserIdBytes }, clock.now());
  }

  #text(token: unknown): string {
    if (token === undefined) throw new TokenError("token_missing", "ext.authentication.token must be a token");
    if (typeof token !== "string") throw new TokenError("token_malformed", "the token must be text");
    const { maxTokenChars } = this.#options;
    if (token.length <= maxTokenChars) return token;
    throw new TokenError("token_too_long", `the token must be at most ${maxTokenChars} characters long`);
  }

  #header(token: string): TokenHeader {
    const [header = "", payload = "", signature, ...more] = token.split(".");
    if (signature === undefined || more.length > 0)
      throw new TokenError("token_malformed", "the token is no signed JWT");
    const { alg, kid } = read(header, "header");
    read(payload, "payload");
    const { algorithms } = this.#options;
    if (!algorithms.some((allowed) => allowed === alg)) {
      throw new TokenError("algorithm_not_allowed", `the token's algorithm must be one of ${algorithms.join(", ")}`);
    }
    if (kid !== undefined && (typeof kid !== "string" || kid.length > MAX_KEY_ID_CHARS)) {
      throw new TokenError("token_malformed", `the token's kid must be text of at most ${MAX_KEY_ID_CHARS} characters`);
    }
    return { algorithm: alg as string, keyId: kid };
  }

  async #claims(token: string, { keyId, algorithm }: TokenHeader): Promise<JWTPayload> {
    const { keys, remote } = this.#parts;
    const local = keys.find(keyId, algorithm);
    const claims = await this.#tryEach(token, algorithm, local);
    if (claims !== undefined) return claims;
    const published = remote === undefined || algorithm.startsWith("HS") ? [] : await remote.find(keyId, algorithm);
    const remoteClaims = await this.#tryEach(token, algorithm, published);
    if (remoteClaims !== undefined) return remoteClaims;
    if (local.length + published.length > 0) throw new TokenError("bad_signature", "the token's signature is wrong");
    throw new TokenError("unknown_key", "the token is signed with a key that is not known here");
  }

  /** @returns undefined when none of the keys has signed the token */
  async #tryEach(token: string, algorithm: string, keys: readonly TokenKey[]): Promise<JWTPayload | undefined> {
    for (const { key } of keys) {
      try {
        return (await jwtVerify(token, key, this.#joseOptions(algorithm))).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw asTokenError(error);
      }
    }
    return undefined;
  }

  #joseOptions(algorithm: string): JWTVerifyOptions {
    const { issuer, audience, clockSkewMs } = this.#options;
    return {
      algorithms: [algorithm],
      clockTolerance: clockSkewMs / 1_000,
      currentDate: new Date(this.#parts.clock.now()),
      requiredClaims: ["exp"],
      ...(issuer.length === 0 ? {} : { issuer: [...issuer] }),
      ...(audience.length === 0 ? {} : { audience: [...audience] }),
    };
  }
}

function read(part: string, name: string): Record<string, unknown> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(part, "base64url"));
    const value = parseUniqueMembers(text);
    if (isObject(value)) return value;
  } catch {
    // Said below, without what was in it.
  }
  throw new TokenError(
    "token_malformed",
    `the token's ${name} must be JSON in base64url, an object that has no member twice`,
  );
}

/** What jose says, in our words. Anything that it does not say is a fault of ours. */
function asTokenError(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenError("expired", "the token has expired", { cause: error });
  if (error instanceof errors.JWTClaimValidationFailed) return claimError(error);
  if (error instanceof errors.JOSEError) {
    return new TokenError("token_malformed", "the token is no signed JWT that is understood here", { cause: error });
  }
  return error;
}

function claimError(cause: errors.JWTClaimValidationFailed): TokenError {
  const { claim, reason } = cause;
  if (reason === "missing") return new TokenError("claim_missing", `the token has no claim ${claim}`, { cause });
  if (reason === "invalid") return new TokenError("claim_invalid", `the token's claim ${claim} is invalid`, { cause });
  if (claim === "iss") return new TokenError("wrong_issuer", "the token is of another issuer", { cause });
  if (claim === "aud") return new TokenError("wrong_audience", "the token is for another audience", { cause });
  return new TokenError("not_yet_valid", "the token is not valid yet", { cause });
}
