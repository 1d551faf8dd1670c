import type { Question, Subject } from "./rule.js";
import type { RuleSet, Verdict } from "./rule-set.js";
import type { TokenRights, TokenVerdict } from "./token-rights.js";

/** What the rules and the token say of a question, and what comes of it. */
export interface Decision {
  readonly allowed: boolean;
  /** Of the rules. */
  readonly verdict: Verdict;
  /** undefined: the token says nothing of it, or there is none. */
  readonly token: TokenVerdict | undefined;
}

/**
 * Answers one question. What the rules deny no token opens, and what a token does not grant no rule does. The server and
 * `oortbus explain` ask this function. Pure.
 */
export function decide(
  rules: RuleSet,
  subject: Subject,
  tokenRights: TokenRights | undefined,
  question: Question,
): Decision {
  const verdict = rules.decide(subject, question);
  const token = tokenRights?.decide(question);
  return { allowed: verdict.allowed && token?.allowed !== false, verdict, token };
}
