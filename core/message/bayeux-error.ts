/** Meaning of each error code, as CometD 5-8 spells it. Clients test the code only (spec section 10). */
export type BayeuxErrorCode = 400 | 401 | 402 | 403 | 404 | 405 | 406 | 408 | 413 | 429 | 500;

/** The peer broke the protocol. Its `message` is the reply's `error` field: `code:args:text`. */
export class BayeuxError extends Error {
  override readonly name = "BayeuxError";
  readonly code: BayeuxErrorCode;

  constructor(code: BayeuxErrorCode, args: readonly string[], text: string, options?: ErrorOptions) {
    super(errorField(code, args, text), options); // the cause is for our log, not for the wire
    this.code = code;
  }
}

/** The text of a reply's `error` field. Commas and colons inside arguments are the caller's to avoid. */
export function errorField(code: BayeuxErrorCode, args: readonly string[], text: string): string {
  return `${code}:${args.join(",")}:${text}`;
}
