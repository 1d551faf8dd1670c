import type { ServerSession } from "../../core/session/server-session.js";
import { ruleLine } from "../../rights/explain.js";
import type { Rights } from "../../rights/rights.js";

/** What the rules say of a session's subscription, in one sentence. @param channel - legal */
export function explainSubscribe(rights: Rights, session: ServerSession, channel: string) {
  const { allowed, decidedBy, token } = rights.explainFor(session, { operation: "subscribe", channel });
  const rule = decidedBy.reason === undefined ? ruleLine(decidedBy) : `${decidedBy.rule}: ${decidedBy.reason}`;
  const byToken =
    token !== undefined && !token.allowed ? `; the token's ${token.claim} has no pattern that takes it` : "";
  return { allowed, text: `${allowed ? "may" : "may not"} subscribe to ${channel}: ${rule}${byToken}` };
}
