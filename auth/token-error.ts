/** Why a token was refused; `code` of the reply's `ext.authentication`, and a label of the metric of logins. */
export const TOKEN_REFUSALS = [
  "token_missing",
  "token_malformed",
  "token_too_long",
  "token_in_url",
  "algorithm_not_allowed",
  "unknown_key",
  "bad_signature",
  "expired",
  "not_yet_valid",
  "wrong_issuer",
  "wrong_audience",
  "claim_missing",
  "claim_invalid",
  "lives_too_long",
  "revoked",
  "wrong_user",
  "keys_unavailable",
  "too_many_logins",
] as const;

export type TokenRefusal = (typeof TOKEN_REFUSALS)[number];

/** A token was not taken. Its `message` is for the client: it says what was wrong, and quotes nothing of the token. */
export class TokenError extends Error {
  override readonly name = "TokenError";
  readonly code: TokenRefusal;
  /** After so long the same token may do; undefined where it never will. */
  readonly retryMs: number | undefined;

  constructor(
    code: TokenRefusal,
    text: string,
    options: ErrorOptions & { readonly retryMs?: number | undefined } = {},
  ) {
    super(text, options);
    this.code = code;
    this.retryMs = options.retryMs;
  }
}
