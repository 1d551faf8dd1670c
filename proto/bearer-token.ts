import { createHash, timingSafeEqual } from "node:crypto";

/**
 * The bearer tokens that open a service. Both faces of the backend API ask it, so that a token works on both or on none.
 */
export class BearerTokens {
  readonly #digests: readonly Buffer[];

  /** @param tokens - none means that everybody may call */
  constructor(tokens: readonly string[]) {
    this.#digests = tokens.map(digest);
  }

  /** Whether calls need a token at all. */
  get required(): boolean {
    return this.#digests.length > 0;
  }

  /**
   * Whether an `Authorization` header's value is `Bearer <one of the tokens>`. Takes the same time whichever token is
   * compared and however much of it is right: digests of equal length are compared, and all of them.
   */
  accepts(authorization: unknown): boolean {
    if (!this.required) return true;
    const match = typeof authorization === "string" ? /^Bearer +([^\s]+) *$/i.exec(authorization) : null;
    const given = digest(match?.[1] ?? "");
    let accepted = false;
    for (const expected of this.#digests) accepted = timingSafeEqual(given, expected) || accepted;
    return accepted && match !== null;
  }
}

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
