import { createPrivateKey, createPublicKey, createSecretKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { ConfigError } from "../core/options.js";
import type { JwtOptions, MintOptions } from "./auth-options.js";
import { checked, keysOfJwks, type TokenKey } from "./key-ring.js";

/**
 * Reads the keys of the configuration: the secret, the key files, and the public half of the key that signs own tokens.
 * @throws ConfigError naming the option and the file that cannot be used
 */
export function readTokenKeys(jwt: JwtOptions, mint: MintOptions): TokenKey[] {
  const keys = jwt.keyFiles.flatMap(readKeyFile);
  if (jwt.secret !== undefined) keys.push(unnamed(createSecretKey(Buffer.from(jwt.secret))));
  const signing = mint.keyFile === undefined ? undefined : readSigningKey(mint.keyFile);
  if (signing !== undefined) keys.push(unnamed(createPublicKey(signing)));
  return keys;
}

/** @throws ConfigError when the file has no private key that can sign tokens */
export function readSigningKey(file: string): KeyObject {
  return attempt("auth.mint.keyFile", file, (text) => {
    const key = isJson(text)
      ? createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: "jwk" })
      : createPrivateKey(text);
    return checked(unnamed(key)).key;
  });
}

function readKeyFile(file: string): TokenKey[] {
  return attempt("auth.jwt.keyFiles", file, (text) => {
    if (!isJson(text)) return [checked(unnamed(createPublicKey(text)))];
    return keysOfJwks(JSON.parse(text), (reason) => {
      throw new TypeError(reason);
    });
  });
}

function unnamed(key: KeyObject): TokenKey {
  return { keyId: undefined, algorithm: undefined, key };
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith("{");
}

function attempt<T>(option: string, file: string, work: (text: string) => T): T {
  try {
    return work(readFileSync(file, "utf8"));
  } catch (cause) {
    // What the file holds may be a secret, of which the engine would quote some.
    if (cause instanceof SyntaxError) throw new ConfigError(`${option}: ${file} cannot be used: is no JSON`);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`${option}: ${file} cannot be used: ${reason}`, { cause });
  }
}
