import type { Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

export type Operation = "create" | "subscribe" | "publish";

/** `deny` with its reason ends the question; otherwise one `grant` is needed and `ignore` is no opinion. */
export type Verdict = "grant" | "ignore" | { readonly deny: string };

/**
 * Attached to a channel, possibly a wildcard; asked about every operation on a channel that matches, after the policy
 * said yes. One authorizer on a channel turns its default from yes to no.
 * @see spec/bayeux.md section 19
 */
export interface Authorizer {
  /** It never looks at `message`; then messages can be published without being read. */
  readonly ignoresMessages?: boolean;
  /** @param channel - the name operated on, for a subscription to a wildcard the wildcard itself */
  authorize(operation: Operation, channel: string, session: ServerSession, message: Message): Verdict;
}

/**
 * Collects the verdicts on one operation.
 * @returns undefined when granted, else the reason for the `error` field of the reply
 */
export function authorize(
  authorizers: Iterable<Authorizer>,
  operation: Operation,
  channel: string,
  session: ServerSession,
  message: Message,
): string | undefined {
  let asked = false;
  let granted = false;
  for (const authorizer of authorizers) {
    asked = true;
    const verdict = authorizer.authorize(operation, channel, session, message);
    if (typeof verdict === "object") return verdict.deny;
    if (verdict === "grant") granted = true;
  }
  return granted || !asked ? undefined : "denied_by_not_granting";
}
