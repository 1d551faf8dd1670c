import { decodeJwt } from "jose";
import { z } from "zod";
import type { Identity } from "../../auth/identity.js";
import { identityOfClaims } from "../../auth/identity-claims.js";
import { TokenError } from "../../auth/token-error.js";
import type { NodeConfig } from "../../config.js";
import { ConfigError } from "../../core/options.js";
import {
  type Explanation,
  explain,
  explanationLines,
  ruleLine,
  type ShownRule,
  showRule,
} from "../../rights/explain.js";
import { OPERATIONS, type Operation, type Question } from "../../rights/rule.js";
import { RuleSet } from "../../rights/rule-set.js";
import { defineCommand } from "./command.js";
import { print } from "./print.js";

const channels = (what: string) => z.array(z.string()).default([]).describe(`channels: may they ${what}?`);

const schema = z.strictObject({
  user: z
    .string()
    .min(1)
    .optional()
    .describe("who asks; default: the user that the claims or the token name, else nobody"),
  claims: z.string().optional().describe("what a token of the user says, as JSON"),
  userToken: z.string().optional().describe("a token of the user; its signature and its times are not checked"),
  subscribe: channels("be subscribed to"),
  publish: channels("be published on"),
  create: channels("be created"),
  send: channels("be sent on to users, by /service/seti"),
  watch: z.array(z.string()).default([]).describe("users: may their presence be watched?"),
  json: z.boolean().default(false).describe("print it as JSON, for programs"),
});

type Asked = Readonly<Record<Operation, readonly string[]>>;
type Who = Pick<Identity, "user" | "claims" | "pub" | "sub">;

interface Answer {
  readonly user: string | null;
  readonly answers: readonly Explanation[];
  /** All rules in their order, where nothing was asked. */
  readonly rules?: readonly ShownRule[];
}

/** Ends with exit code 1 when anything that was asked is denied. */
export const explainCommand = defineCommand({
  name: "explain",
  summary:
    "tell which rule decides what a user may do, by the rules that a node would run with; no question: all rules",
  schema,
  takesNodeOptions: true,
  run({ own, config: { value } }) {
    const rules = new RuleSet(value.rights.rules, value.auth.mode);
    const who = readWho(own, value);
    const questions = OPERATIONS.flatMap((operation) => questionsOf(operation, own));
    const answers = questions.map((question) => answerTo(question, rules, who));
    const all = questions.length > 0 ? {} : { rules: rules.rules.map(showRule) };
    print<Answer>(own, { user: who.user ?? null, answers, ...all }, ({ answers, rules = [] }) => [
      ...answers.flatMap((answer) => explanationLines(who.user, answer)),
      ...rules.map(ruleLine),
    ]);
    if (answers.some(({ allowed }) => !allowed)) process.exitCode = 1;
  },
});

function questionsOf(operation: Operation, asked: Asked): Question[] {
  return asked[operation].map((of) => (operation === "watch" ? { operation, user: of } : { operation, channel: of }));
}

function answerTo(question: Question, rules: RuleSet, who: Who): Explanation {
  try {
    return explain(rules, who, question);
  } catch (error) {
    if (error instanceof RangeError) throw new ConfigError(`--${question.operation}: ${error.message}`);
    throw error;
  }
}

/** As the node reads it, but for what only time and signatures can tell. */
function readWho({ user, claims, userToken }: z.output<typeof schema>, { auth, seti }: NodeConfig): Who {
  if (claims !== undefined && userToken !== undefined) throw new ConfigError("--user-token: not beside --claims");
  if (claims === undefined && userToken === undefined) return { user, claims: {}, pub: undefined, sub: undefined };
  const said = userToken === undefined ? readClaims(claims!) : readToken(userToken);
  const { userClaim, rightsClaim, clockSkewMs, maxTokenLifeMs } = auth.jwt;
  const rules = { userClaim, rightsClaim, clockSkewMs, maxTokenLifeMs, requiredClaims: [] };
  const named = user === undefined ? said : { ...said, [userClaim]: user };
  try {
    return identityOfClaims(named, { ...rules, maxUserIdBytes: seti.maxUserIdBytes }, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new ConfigError(`${userToken === undefined ? "--claims" : "--user-token"}: ${error.message}`);
  }
}

function readClaims(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new ConfigError(`--claims ${text}: must be a JSON object`);
  }
}

function readToken(token: string): Record<string, unknown> {
  try {
    return decodeJwt(token);
  } catch {
    throw new ConfigError("--user-token: must be a JSON Web Token");
  }
}
