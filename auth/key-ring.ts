import { createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { MIN_SECRET_BYTES } from "./auth-options.js";

/** A key that may have signed a token. */
export interface TokenKey {
  /** The name that tokens call it by; undefined for one that has none. */
  readonly keyId: string | undefined;
  /** The only algorithm it is for, if it says so. */
  readonly algorithm: string | undefined;
  /** A secret, or a public key. */
  readonly key: KeyObject;
}

/** Smallest RSA key, in bits (RFC 7518, 3.3). */
const MIN_RSA_BITS = 2_048;
const CURVES: Readonly<Record<string, string>> = { ES256: "prime256v1", ES384: "secp384r1", ES512: "secp521r1" };

/**
 * Whether a key can have made a signature of this algorithm. What a key is decides, never what a token's header calls it:
 * so a public key is never taken for a secret.
 */
export function fits({ key, algorithm }: TokenKey, wanted: string): boolean {
  if (algorithm !== undefined && algorithm !== wanted) return false;
  if (key.type === "secret") {
    return wanted.startsWith("HS") && (key.symmetricKeySize ?? 0) * 8 >= Number(wanted.slice(2));
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  switch (wanted.slice(0, 2)) {
    case "RS":
      return type === "rsa";
    case "PS":
      return type === "rsa" || type === "rsa-pss";
    case "ES":
      return type === "ec" && details?.namedCurve === CURVES[wanted];
    case "Ed":
      return type === "ed25519";
    default:
      return false;
  }
}

/** Some keys, found by the name and algorithm that a token's header gives. */
export class KeyRing {
  readonly #keys: readonly TokenKey[];

  constructor(keys: readonly TokenKey[]) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#keys.length;
  }

  /**
   * The keys that may have signed: of those that fit the algorithm the one with that name; where none has it, those
   * without a name; for a token that names none, all.
   */
  find(keyId: string | undefined, algorithm: string): readonly TokenKey[] {
    const fitting = this.#keys.filter((key) => fits(key, algorithm));
    if (keyId === undefined) return fitting;
    const named = fitting.filter((key) => key.keyId === keyId);
    return named.length > 0 ? named : fitting.filter((key) => key.keyId === undefined);
  }
}

/**
 * The keys of a JWK or a JWK set.
 * @param onUnusable - told why a key was left out: one that is for encryption or of a kind that signs no token
 * @throws TypeError when it is neither
 */
export function keysOfJwks(value: unknown, onUnusable: (reason: string) => void): TokenKey[] {
  if (!isRecord(value)) throw new TypeError("is no JWK and no JWK set");
  const list: readonly unknown[] | undefined = Array.isArray(value.keys)
    ? value.keys
    : typeof value.kty === "string"
      ? [value]
      : undefined;
  if (list === undefined) throw new TypeError("is no JWK and no JWK set: it has neither `keys` nor `kty`");
  return list.flatMap((jwk) => {
    try {
      return [keyOfJwk(jwk)];
    } catch (error) {
      onUnusable(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
}

function keyOfJwk(jwk: unknown): TokenKey {
  if (!isRecord(jwk)) throw new TypeError("a key is no object");
  const { kty, kid, alg, use, k } = jwk;
  if (use !== undefined && use !== "sig") throw new TypeError("a key is not for signatures");
  const key =
    kty === "oct" && typeof k === "string"
      ? createSecretKey(Buffer.from(k, "base64url"))
      : createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  return checked({
    keyId: typeof kid === "string" ? kid : undefined,
    algorithm: typeof alg === "string" ? alg : undefined,
    key,
  });
}

/** @throws TypeError for a key that is too weak, or of a kind that signs no token */
export function checked(tokenKey: TokenKey): TokenKey {
  const { key } = tokenKey;
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (key.type === "secret") {
    if ((key.symmetricKeySize ?? 0) < MIN_SECRET_BYTES) throw new TypeError("a secret is shorter than 32 bytes");
  } else if (type === "rsa" || type === "rsa-pss") {
    if ((details?.modulusLength ?? 0) < MIN_RSA_BITS) throw new TypeError("an RSA key is shorter than 2048 bits");
  } else if (type !== "ed25519" && !(type === "ec" && Object.values(CURVES).includes(details?.namedCurve ?? ""))) {
    throw new TypeError("a key is of a kind that signs no tokens");
  }
  return tokenKey;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
