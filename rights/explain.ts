import type { Identity } from "../auth/identity.js";
import { parseChannel } from "../core/message/channel-id.js";
import { decide } from "./decision.js";
import type { Question, Rule, Who } from "./rule.js";
import type { RuleSet } from "./rule-set.js";
import { TokenRights } from "./token-rights.js";

/** A rule as it is shown to an operator. */
export interface ShownRule {
  /** Where it stands: `rights.rules[2]`, or `built-in`. */
  readonly rule: string;
  readonly effect: "allow" | "deny";
  readonly operations: readonly string[];
  readonly who: Who;
  readonly channels: readonly string[];
  readonly presenceOf: readonly string[];
  /** Why it is there, where nobody wrote it down. */
  readonly reason?: string;
}

/** Why one question is answered as it is. */
export interface Explanation {
  readonly allowed: boolean;
  readonly operation: Question["operation"];
  /** The channel, or the user whose presence it is. */
  readonly of: string;
  readonly decidedBy: ShownRule;
  /** What the token says; missing: nothing. */
  readonly token?: { readonly allowed: boolean; readonly claim: "pub" | "sub"; readonly pattern?: string };
  /** Of a publish or subscribe: what is needed besides where the channel does not exist at the node yet. */
  readonly creating?: Explanation;
}

/**
 * Says which rule decides, by the function that the server asks. Pure.
 * @throws RangeError when a channel is not one that can be asked about
 */
export function explain(
  rules: RuleSet,
  who: Pick<Identity, "user" | "claims" | "pub" | "sub">,
  asked: Question,
): Explanation {
  const question = asked.operation === "watch" ? asked : { ...asked, channel: readChannel(asked) };
  const { allowed, verdict, token } = decide(rules, who, new TokenRights(who), question);
  const isUse = question.operation === "publish" || question.operation === "subscribe";
  return {
    allowed,
    operation: question.operation,
    of: question.operation === "watch" ? question.user : question.channel,
    decidedBy: showRule(verdict.rule),
    ...(token === undefined ? {} : { token: { ...token, pattern: token.pattern } as Explanation["token"] & object }),
    ...(isUse ? { creating: explain(rules, who, { operation: "create", channel: question.channel }) } : {}),
  };
}

export function showRule({ name, allows, text, reason }: Rule): ShownRule {
  return {
    rule: name,
    effect: allows ? "allow" : "deny",
    operations: allows ? text.allow : text.deny,
    who: text.who,
    channels: text.channels,
    presenceOf: text.presenceOf,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** As the server reads it: nobody publishes or sends on a wildcard. */
function readChannel({ operation, channel }: Exclude<Question, { operation: "watch" }>): string {
  const id = parseChannel(channel);
  if (id === undefined) throw new RangeError(`${channel}: is no channel`);
  const takesWildcards = operation === "subscribe" || operation === "create";
  if (!takesWildcards && id.wildcard !== "none") throw new RangeError(`${channel}: must not be a wildcard`);
  return id.name;
}

const VERBS: Record<Question["operation"], string> = {
  create: "create",
  publish: "publish on",
  subscribe: "subscribe to",
  send: "send to users on",
  watch: "watch",
};

/** An explanation in a few lines. @param user - undefined: nobody who is logged in */
export function explanationLines(user: string | undefined, one: Explanation): string[] {
  const { allowed, operation, of, decidedBy, token, creating } = one;
  const lines = [
    `${user ?? "nobody"} ${allowed ? "may" : "may not"} ${VERBS[operation]} ${of}`,
    `  ${decidedBy.reason === undefined ? ruleLine(decidedBy) : `${decidedBy.rule}: ${decidedBy.reason}`}`,
  ];
  if (token !== undefined) {
    const { claim, pattern } = token;
    lines.push(
      pattern === undefined
        ? `  the token's ${claim} has no pattern that takes it`
        : `  the token's ${claim} takes it: ${pattern}`,
    );
  }
  if (creating !== undefined && allowed && !creating.allowed) {
    lines.push("  but only while the channel exists at the node, since it may not be created:");
    lines.push(
      ...explanationLines(user, creating)
        .slice(1)
        .map((line) => `  ${line}`),
    );
  }
  return lines;
}

/** A rule in one line. */
export function ruleLine({ rule, effect, operations, who, channels, presenceOf, reason }: ShownRule): string {
  const about = [...channels, ...presenceOf.map((user) => `presence of ${user}`)].join(" ");
  return `${rule}: ${effect} ${operations.join(", ")} for ${whoText(who)} on ${about}${reason === undefined ? "" : ` (${reason})`}`;
}

function whoText(who: Who): string {
  if (typeof who === "string") return who;
  if ("users" in who) return `users ${who.users.join(", ")}`;
  return `claim ${who.claim.join(".")} is ${who.is.join(" or ")}`;
}
