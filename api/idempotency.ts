import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../core/clock.js";
import { ApiError } from "./api-error.js";
import type { ApiOptions } from "./api-options.js";
import type { ApiQuestions } from "./bus-parts.js";

interface Claim {
  /** Of the request: the same key on another one is a mistake. */
  readonly request: string;
  readonly atMs: number;
  /** Other nodes are still being asked whether they know the key. */
  isAsking: boolean;
  /** Meanwhile another node asked, and goes first: it knows the key now. */
  hasYielded: boolean;
  /** Rejects when it was refused: then the key is free again. */
  outcome: Promise<unknown>;
  result: { readonly value: unknown; readonly bytes: number } | undefined;
}

const QUESTION = "key";

/** What a node says of a key. */
const answerForm = z.union([
  z.object({ known: z.literal(false) }),
  z.object({ known: z.literal(true), request: z.string(), pending: z.literal(true) }),
  z.object({ known: z.literal(true), request: z.string(), pending: z.literal(false), value: z.unknown() }),
]);

type Answer = z.output<typeof answerForm>;

/**
 * The results of calls that had a key, so that the same call again, at this node or another, is answered with the first
 * result and does nothing. The node that took the first call knows its result; the others ask it. What it knew is gone
 * when it dies: then the call is done again. As long as it is a member and silent, nobody knows, and nothing is done.
 */
export class Idempotency {
  readonly #node: string;
  readonly #questions: ApiQuestions;
  readonly #options: ApiOptions;
  readonly #clock: Clock;
  /** The oldest first. */
  readonly #claims = new Map<string, Claim>();
  #bytes = 0;

  /** @param node - URL of this node */
  constructor(node: string, questions: ApiQuestions, options: ApiOptions, clock: Clock) {
    this.#node = node;
    this.#questions = questions;
    this.#options = options;
    this.#clock = clock;
    questions.answer(QUESTION, (body, from) => this.#asked(body, from));
  }

  /** Keys known here. */
  get size(): number {
    return this.#claims.size;
  }

  /**
   * Does the work, unless a call of this caller with this key did so before.
   * @param request - the method and all that it was asked
   * @returns what the first call was answered
   * @throws ApiError KEY_REUSED when that was another request; UNAVAILABLE when another node is still at it, or silent; what the work throws
   */
  async once(caller: string, key: string, request: unknown, work: () => unknown): Promise<unknown> {
    this.#forget();
    const id = digest(`${caller}\0${key}`);
    const asked = digest(JSON.stringify(request));
    const known = this.#claims.get(id);
    if (known !== undefined) {
      mustBeSame(known.request, asked);
      return known.outcome;
    }
    const claim: Claim = {
      request: asked,
      atMs: this.#clock.now(),
      isAsking: true,
      hasYielded: false,
      outcome: Promise.resolve(),
      result: undefined,
    };
    claim.outcome = this.#do(id, claim, work);
    this.#claims.set(id, claim);
    try {
      return await claim.outcome;
    } catch (error) {
      this.#drop(id, claim);
      throw error;
    }
  }

  async #do(id: string, claim: Claim, work: () => unknown): Promise<unknown> {
    let elsewhere: { readonly value: unknown } | undefined;
    do {
      claim.hasYielded = false;
      elsewhere = await this.#askOthers(id, claim);
    } while (elsewhere === undefined && claim.hasYielded);
    claim.isAsking = false;
    const value = elsewhere === undefined ? await work() : elsewhere.value;
    const bytes = Buffer.byteLength(JSON.stringify(value));
    claim.result = { value, bytes };
    this.#bytes += bytes;
    this.#forget();
    return value;
  }

  async #askOthers(id: string, claim: Claim): Promise<{ readonly value: unknown } | undefined> {
    const others = this.#questions.nodes.filter((node) => node !== this.#node);
    const { answers, unanswered } = await this.#questions.askAll(QUESTION, { id }, answerForm, others);
    for (const { answer } of answers) {
      if (!answer.known) continue;
      mustBeSame(answer.request, claim.request);
      if (answer.pending) throw new ApiError("UNAVAILABLE", "the first call with this key is still under way");
      return { value: answer.value };
    }
    const [silent] = unanswered;
    if (silent === undefined) return undefined;
    throw new ApiError("UNAVAILABLE", `${silent} does not say whether it knows the key: try again`);
  }

  /**
   * Another node has got a call with this key. Of two that ask each other at once, the one with the smaller URL goes on, and
   * the other asks again: it may have asked before the first had its call.
   */
  async #asked({ id }: Readonly<Record<string, unknown>>, from: string): Promise<Answer> {
    const claim = typeof id === "string" ? this.#claims.get(id) : undefined;
    if (claim === undefined) return { known: false };
    if (claim.isAsking && this.#node > from) {
      claim.hasYielded = true;
      return { known: false };
    }
    const { request } = claim;
    const pending: Answer = { known: true, request, pending: true };
    let timer: { cancel(): void } | undefined;
    const waited = new Promise<Answer>((resolve) => {
      timer = this.#clock.schedule(this.#options.nodeTimeoutMs / 2, () => resolve(pending));
    });
    const done = claim.outcome.then(
      (value): Answer => ({ known: true, request, pending: false, value }),
      (): Answer => ({ known: false }),
    );
    return Promise.race([done, waited]).finally(() => timer?.cancel());
  }

  /** What is too old, and the oldest of what is too much. Calls under way are kept. */
  #forget(): void {
    const { maxKeys, maxKeyBytes, keyAgeMs } = this.#options;
    const oldestMs = this.#clock.now() - keyAgeMs;
    for (const [id, claim] of this.#claims) {
      if (claim.atMs >= oldestMs && this.#claims.size < maxKeys && this.#bytes <= maxKeyBytes) return;
      if (claim.result !== undefined) this.#drop(id, claim);
    }
  }

  #drop(id: string, claim: Claim): void {
    if (this.#claims.get(id) !== claim) return;
    this.#claims.delete(id);
    this.#bytes -= claim.result?.bytes ?? 0;
  }
}

function mustBeSame(first: string, now: string): void {
  if (first !== now) {
    throw new ApiError("KEY_REUSED", "was used for another request", { field: "idempotencyKey" });
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
