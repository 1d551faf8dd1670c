import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { JwtOptions } from "./auth-options.js";
import { KeyRing, keysOfJwks, type TokenKey } from "./key-ring.js";
import { TokenError } from "./token-error.js";

/** Largest key set, in bytes. */
const MAX_BYTES = 262_144;
/** Most keys of it that are looked at. */
const MAX_KEYS = 64;
/** After a failure the next attempt is made no earlier, unless the cool-down is shorter. */
const RETRY_MS = 5_000;

export type RemoteKeysOptions = Pick<
  JwtOptions,
  "jwksCacheMs" | "jwksMaxStaleMs" | "jwksCoolDownMs" | "jwksTimeoutMs" | "maxPendingLogins"
>;

export interface RemoteKeysParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** @default the platform's */
  readonly fetch?: typeof fetch;
}

/**
 * The keys that an issuer publishes at a URL. There is one request at a time, for all who wait; known keys are used while
 * newer ones are on their way; a name nobody knows makes it look again, but not before the cool-down is over, so that
 * strangers cannot make this node ask for keys as often as they like.
 */
export class RemoteKeys {
  readonly stats = { fetched: 0, failed: 0 };
  readonly #url: string;
  readonly #options: RemoteKeysOptions;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #fetch: typeof fetch;
  #ring: KeyRing | undefined;
  #fetchedMs = Number.NEGATIVE_INFINITY;
  #nextTryMs = Number.NEGATIVE_INFINITY;
  #pending: Promise<void> | undefined;
  /** Logins that wait for it. */
  #waiting = 0;
  #abort: AbortController | undefined;

  constructor(url: string, options: RemoteKeysOptions, parts: RemoteKeysParts) {
    this.#url = url;
    this.#options = options;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
    this.#fetch = parts.fetch ?? fetch;
  }

  /** Asks for the keys, so that the first login need not wait. Never rejects. */
  async start(): Promise<void> {
    await this.#refresh();
  }

  stop(): void {
    this.#abort?.abort();
  }

  /**
   * @returns the keys that may have signed; none when the issuer has none of that name
   * @throws TokenError `keys_unavailable` while there are no keys, `unknown_key` while it is too early to look again,
   *   `too_many_logins` when many wait already; all say when to come again
   */
  async find(keyId: string | undefined, algorithm: string): Promise<readonly TokenKey[]> {
    const ageMs = this.#clock.now() - this.#fetchedMs;
    if (ageMs > this.#options.jwksCacheMs + this.#options.jwksMaxStaleMs) this.#ring = undefined;
    const known = this.#ring?.find(keyId, algorithm) ?? [];
    if (known.length > 0) {
      if (ageMs > this.#options.jwksCacheMs && this.#mayTry()) void this.#refresh();
      return known;
    }
    if (this.#pending === undefined && !this.#mayTry()) throw this.#tooEarly();
    await this.#wait();
    if (this.#ring === undefined) throw this.#tooEarly();
    return this.#ring.find(keyId, algorithm);
  }

  /** Half of the places at most, so that those with known keys find one while the issuer takes its time. */
  async #wait(): Promise<void> {
    if (this.#waiting * 2 >= this.#options.maxPendingLogins) {
      throw new TokenError("too_many_logins", "too many tokens wait for the issuer's keys", { retryMs: RETRY_MS });
    }
    this.#waiting += 1;
    await this.#refresh();
    this.#waiting -= 1;
  }

  #mayTry(): boolean {
    return this.#clock.now() >= this.#nextTryMs;
  }

  #tooEarly(): TokenError {
    const retryMs = Math.max(1_000, Math.ceil(this.#nextTryMs - this.#clock.now()));
    return this.#ring === undefined
      ? new TokenError("keys_unavailable", "the issuer's keys cannot be had just now", { retryMs })
      : new TokenError("unknown_key", "no key of that name is known yet", { retryMs });
  }

  #refresh(): Promise<void> {
    this.#pending ??= this.#load().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #load(): Promise<void> {
    const { jwksCoolDownMs, jwksTimeoutMs } = this.#options;
    const abort = new AbortController();
    this.#abort = abort;
    const timer = this.#clock.schedule(jwksTimeoutMs, () => abort.abort(new Error(`no answer in ${jwksTimeoutMs} ms`)));
    this.#nextTryMs = this.#clock.now() + jwksCoolDownMs;
    try {
      const keys = await this.#request(abort.signal);
      this.#ring = new KeyRing(keys);
      this.#fetchedMs = this.#clock.now();
      this.stats.fetched += 1;
    } catch (err) {
      this.stats.failed += 1;
      this.#nextTryMs = this.#clock.now() + Math.min(jwksCoolDownMs, RETRY_MS);
      this.#logger.warn({ err, url: this.#url, keys: this.#ring?.size ?? 0 }, "keys of tokens cannot be had");
    } finally {
      timer.cancel();
    }
  }

  async #request(signal: AbortSignal): Promise<TokenKey[]> {
    // What redirects could be taken over by whoever can set one up: the address is the configuration's, and no other.
    const response = await this.#fetch(this.#url, {
      signal,
      redirect: "error",
      headers: { accept: "application/jwk-set+json, application/json" },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`answered ${response.status}`);
    }
    const value = JSON.parse(await textOf(response)) as { keys?: unknown };
    const limited = Array.isArray(value?.keys) ? { keys: value.keys.slice(0, MAX_KEYS) } : value;
    const keys = keysOfJwks(limited, (reason) => this.#logger.debug({ url: this.#url, reason }, "key left out"));
    const published = keys.filter(({ key }) => key.type === "public"); // a secret that is published is none
    if (published.length === 0) throw new Error("has no key that tokens can be signed with");
    return published;
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new Error(`is longer than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
