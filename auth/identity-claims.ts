import { parseChannel } from "../core/message/channel-id.js";
import { isObject } from "../core/message/message.js";
import { userIdProblem } from "../seti/user-id.js";
import type { JwtOptions } from "./auth-options.js";
import type { Identity } from "./identity.js";
import { TokenError } from "./token-error.js";

/** Most patterns in each list of a token's rights. */
export const MAX_PATTERNS = 256;
const MAX_TOKEN_ID_CHARS = 256;

export type ClaimRules = Pick<
  JwtOptions,
  "userClaim" | "rightsClaim" | "requiredClaims" | "clockSkewMs" | "maxTokenLifeMs"
> & { readonly maxUserIdBytes: number };

/**
 * Reads who a token is for, and what it opens, out of claims whose signature, `exp`, `nbf`, `iss` and `aud` are checked.
 * @throws TokenError naming the claim that is missing, of the wrong form, or beyond a limit
 */
export function identityOfClaims(
  claims: Readonly<Record<string, unknown>>,
  rules: ClaimRules,
  nowMs: number,
): Identity {
  for (const claim of [rules.userClaim, ...rules.requiredClaims]) {
    if (!Object.hasOwn(claims, claim)) throw new TokenError("claim_missing", `the token has no claim ${claim}`);
  }
  const user = claims[rules.userClaim];
  const problem = userIdProblem(user, rules.maxUserIdBytes);
  if (problem !== undefined) throw invalid(rules.userClaim, problem);
  const { iat, exp, jti } = claims;
  if (iat !== undefined && typeof iat !== "number") throw invalid("iat", "must be a number");
  if (iat !== undefined && iat * 1_000 > nowMs + rules.clockSkewMs) {
    throw new TokenError("not_yet_valid", "the token was issued in the future");
  }
  if (jti !== undefined && (typeof jti !== "string" || jti === "" || jti.length > MAX_TOKEN_ID_CHARS)) {
    throw invalid("jti", `must be text of 1 to ${MAX_TOKEN_ID_CHARS} characters`);
  }
  const expiresAtMs = Number(exp) * 1_000 + rules.clockSkewMs; // jose takes it for as long
  if (expiresAtMs > nowMs + rules.maxTokenLifeMs + 2 * rules.clockSkewMs) {
    throw new TokenError("lives_too_long", `the token is good for longer than ${rules.maxTokenLifeMs} ms`);
  }
  return { user: user as string, tokenId: jti, expiresAtMs, claims, ...grantsOf(claims, rules.rightsClaim) };
}

/**
 * The channels that claims open.
 * @throws TokenError when the claim that should say so is of another form
 */
function grantsOf(claims: Readonly<Record<string, unknown>>, claim: string): Pick<Identity, "pub" | "sub"> {
  const rights = Object.hasOwn(claims, claim) ? claims[claim] : {};
  if (!isObject(rights)) throw invalid(claim, 'must be an object {"pub", "sub"}');
  return { pub: patterns(rights, "pub", claim), sub: patterns(rights, "sub", claim) };
}

/** Whether a text is a channel or a wildcard in its normal form, parameters such as `{user}` being whole segments. */
export function isChannelPattern(pattern: unknown): pattern is string {
  const id = parseChannel(pattern);
  if (id === undefined || id.name !== pattern) return false;
  return id.name.split("/").every((segment) => !/[{}]/.test(segment) || /^\{[^{}]+\}$/.test(segment));
}

function patterns(rights: Record<string, unknown>, name: string, claim: string): readonly string[] | undefined {
  const list = Object.hasOwn(rights, name) ? rights[name] : undefined;
  if (list === undefined) return undefined;
  if (Array.isArray(list) && list.length <= MAX_PATTERNS && list.every(isChannelPattern)) return list;
  throw invalid(
    `${claim}.${name}`,
    `must be a list of at most ${MAX_PATTERNS} channels or wildcards, such as /chat/**`,
  );
}

function invalid(claim: string, allowed: string): TokenError {
  return new TokenError("claim_invalid", `the token's claim ${claim} ${allowed}`);
}
