import { TOKEN_REFUSALS, type TokenRefusal } from "./token-error.js";

/** What a login came to. `refused` are those of `auth.mode: "open"` that name no legal user. */
export type LoginOutcome = "accepted" | "refused" | TokenRefusal;

/** What has happened since the node was made. */
export interface AuthStats {
  readonly logins: Record<LoginOutcome, number>;
  readonly refreshes: { accepted: number; refused: number };
  readonly warned: { count: number };
  readonly ended: { expired: number; revoked: number };
  readonly minted: { count: number };
}

export function newAuthStats(): AuthStats {
  const outcomes: readonly LoginOutcome[] = ["accepted", "refused", ...TOKEN_REFUSALS];
  return {
    logins: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<LoginOutcome, number>,
    refreshes: { accepted: 0, refused: 0 },
    warned: { count: 0 },
    ended: { expired: 0, revoked: 0 },
    minted: { count: 0 },
  };
}
