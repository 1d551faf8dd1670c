import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "../../core/clock.js";
import type { Random } from "../../core/random.js";
import type { NodeIdentity } from "./join-message.js";

/** Sets these proofs apart from any other use of the same secret; another version of the transcript gets another label. */
const LABEL = "oortbus-link-1";

/** How long after a challenge its answer is taken. Long enough for a stalled process. */
const CHALLENGE_MS = 20_000;

/** Most challenges answered with a valid proof and remembered, so that none is answered twice. Strangers add nothing. */
const MAX_SPENT = 65_536;

/** All that the two ends of a link say about themselves while it opens; a proof is bound to every word of it. */
export interface LinkTranscript {
  /** The node that dials. */
  readonly client: NodeIdentity;
  readonly server: NodeIdentity;
  /** The name by which the client reaches the server, and the one under which the server knows the client. */
  readonly cometUrl: string;
  readonly aliasUrl: string | undefined;
  readonly clientNonce: string;
  readonly serverNonce: string;
  /** What each says beside CometD's fields, see {@link canonical}. */
  readonly clientExtras: string;
  /** Not known yet when the client proves itself: empty in its proof. */
  readonly serverExtras: string;
}

/**
 * What one end of a link shows to prove that it knows the secret, which itself never travels: an HMAC-SHA256 in
 * Base64url. The role is part of it, so what one end showed is of no use at the other.
 */
export function proofOf(secret: string, role: "client" | "server", transcript: LinkTranscript): string {
  const { client, server, cometUrl, aliasUrl, clientNonce, serverNonce, clientExtras, serverExtras } = transcript;
  const nodes = [client.id, client.url, server.id, server.url, cometUrl, aliasUrl ?? null];
  const text = JSON.stringify([LABEL, role, ...nodes, clientNonce, serverNonce, clientExtras, serverExtras]);
  return createHmac("sha256", secret).update(text, "utf8").digest("base64url");
}

/** Compares digests of equal length, so that the time taken tells nothing about how much of a guess was right. */
export function isSame(given: unknown, expected: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value, "utf8").digest();
  return typeof given === "string" && given.length <= 1_024 && timingSafeEqual(digest(given), digest(expected));
}

/** An object as one text, whatever the order of its keys; `omitted` ones are left out, and those without a value. */
export function canonical(object: Readonly<Record<string, unknown>>, omitted: readonly string[] = []): string {
  const entries = Object.entries(object).filter(([key, value]) => value !== undefined && !omitted.includes(key));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The nonces of a node's server half. Made of the time and a MAC under a key of this run, so that one can be checked
 * without having been kept: whoever asks for challenges costs no memory. Only the answered ones are kept, for their time.
 */
export class Challenges {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #key: string;
  /** Until when, in the order of being spent. */
  readonly #spent = new Map<string, number>();

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#key = random.token(256);
  }

  issue(): string {
    const body = `${Math.floor(this.#clock.now()).toString(36)}.${this.#random.token(128)}`;
    return `${body}.${this.#mac(body)}`;
  }

  /** Whether it was issued by this run, not too long ago. */
  isFresh(nonce: string): boolean {
    const end = nonce.lastIndexOf(".");
    if (end < 0 || !isSame(nonce.slice(end + 1), this.#mac(nonce.slice(0, end)))) return false;
    const ageMs = this.#clock.now() - Number.parseInt(nonce, 36);
    return ageMs > -CHALLENGE_MS && ageMs <= CHALLENGE_MS;
  }

  /** Uses it up. Ask only for one that is fresh and was answered rightly. @returns false when it was used up before */
  spend(nonce: string): boolean {
    const now = this.#clock.now();
    for (const [oldest, untilMs] of this.#spent) {
      if (untilMs > now) break;
      this.#spent.delete(oldest);
    }
    if (this.#spent.has(nonce) || this.#spent.size >= MAX_SPENT) return false;
    this.#spent.set(nonce, now + 2 * CHALLENGE_MS);
    return true;
  }

  #mac(body: string): string {
    return createHmac("sha256", this.#key).update(body, "utf8").digest("base64url");
  }
}
