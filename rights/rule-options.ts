import { z } from "zod";
import { patternProblem } from "./channel-pattern.js";
import { OPERATIONS, type Operation, type RuleText, type Who } from "./rule.js";

/** A rule as one writes it: one value may stand for a list of one. */
export interface RuleInput {
  readonly channels?: string | readonly string[];
  readonly presenceOf?: string | readonly string[];
  readonly who: WhoInput;
  readonly allow?: Operation | readonly Operation[];
  readonly deny?: Operation | readonly Operation[];
}

export type WhoInput =
  | "anyone"
  | "authenticated"
  | { readonly users: string | readonly string[] }
  | { readonly claim: string | readonly string[]; readonly is: ClaimValue | readonly ClaimValue[] };

type ClaimValue = string | number | boolean;

/** Entries of one list in one rule. A rule is looked through for each new question. */
const MAX_ENTRIES = 256;
const WHO = 'must be "anyone", "authenticated", {users: [...]} or {claim: name, is: value}';
const RULE_OPERATIONS = OPERATIONS.map((operation) => JSON.stringify(operation)).join(", ");
/** Below these no rule opens anything; the services there that are the node's own are open by themselves. */
const CLOSED = /^\/(?:meta|oort|seti|service\/oort)(?:\/|$)/;

type Path = readonly PropertyKey[];
/** Notes one problem. @param path - inside the value that is read */
type Note = (message: string, path?: Path) => void;

/** A value that is read by hand, so that each problem has its own words and its own place. */
function read<Input, Output>(reader: (value: unknown, note: Note) => Output) {
  return z
    .custom<Input>(() => true)
    .optional()
    .transform((value, context) => {
      const before = context.issues.length;
      const output = reader(value, (message, path = []) => {
        context.issues.push({ code: "custom", input: value, message, path: [...path] });
      });
      return context.issues.length > before ? z.NEVER : output;
    });
}

/** One value, or a list of them; each is looked at. */
function listOf<T>(value: unknown, note: Note, problemOf: (entry: unknown) => string | undefined): readonly T[] {
  if (value === undefined) return [];
  const isList = Array.isArray(value);
  const entries: unknown[] = isList ? value : [value];
  if (entries.length > MAX_ENTRIES) note(`must have at most ${MAX_ENTRIES} entries`);
  for (const [index, entry] of entries.slice(0, MAX_ENTRIES).entries()) {
    const problem = problemOf(entry);
    if (problem !== undefined) note(problem, isList ? [index] : []);
  }
  return entries as T[];
}

const channels = read<RuleInput["channels"], readonly string[]>((value, note) => listOf(value, note, channelProblem));

function channelProblem(entry: unknown): string | undefined {
  const problem = patternProblem(entry);
  if (problem !== undefined) return problem;
  return CLOSED.test(entry as string) ? "is closed to clients, and no rule opens it" : undefined;
}

/** The same where nobody may be left out: an empty list would silently mean nobody. */
function someOf<T>(value: unknown, note: Note, problemOf: (entry: unknown) => string | undefined): readonly T[] {
  const entries = listOf<T>(value, note, problemOf);
  if (entries.length === 0) note("must not be empty");
  return entries;
}

const userProblem = (entry: unknown): string | undefined =>
  typeof entry === "string" && entry !== "" ? undefined : "must be a user id, text";

const presenceOf = read<RuleInput["presenceOf"], readonly string[]>((value, note) => listOf(value, note, userProblem));

const operations = read<RuleInput["allow"], readonly Operation[]>((value, note) =>
  listOf(value, note, (entry) =>
    OPERATIONS.includes(entry as Operation) ? undefined : `must be one of ${RULE_OPERATIONS}`,
  ),
);

const who = read<WhoInput, Who>((value, note) => {
  if (value === "anyone" || value === "authenticated") return value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    note(WHO);
    return "anyone";
  }
  const keys = Object.keys(value).sort().join();
  const { users, claim, is } = value as { users?: unknown; claim?: unknown; is?: unknown };
  const at =
    (key: string): Note =>
    (message, path = []) =>
      note(message, [key, ...path]);
  if (keys === "users") return { users: someOf(users, at("users"), userProblem) };
  if (keys !== "claim,is") {
    note(WHO);
    return "anyone";
  }
  const isName = (entry: unknown) =>
    typeof entry === "string" && entry !== "" ? undefined : "must be the name of a claim";
  const isValue = (entry: unknown) =>
    ["string", "number", "boolean"].includes(typeof entry) ? undefined : "must be text, a number, true or false";
  return { claim: someOf(claim, at("claim"), isName), is: someOf(is, at("is"), isValue) };
});

/** One rule of `rights.rules`. */
export const ruleOptions = z
  .strictObject({ channels, presenceOf, who, allow: operations, deny: operations })
  .superRefine(({ channels, presenceOf, allow, deny }, context) => {
    const note = (path: string, message: string): void => context.addIssue({ code: "custom", path: [path], message });
    const [effect, named] = allow.length > 0 ? (["allow", allow] as const) : (["deny", deny] as const);
    if (allow.length > 0 && deny.length > 0) note("deny", "must not stand beside allow: write two rules");
    if (named.length === 0) note("allow", `must be given, or deny: ${RULE_OPERATIONS}`);
    const watches = named.includes("watch");
    const usesChannels = named.some((operation) => operation !== "watch");
    if (watches && presenceOf.length === 0)
      note("presenceOf", `must be given where ${effect} has "watch": user ids, {user} for oneself, * for everybody`);
    if (!watches && presenceOf.length > 0) note("presenceOf", `has no effect without "watch" in ${effect}`);
    if (usesChannels && channels.length === 0)
      note("channels", `must be given where ${effect} has ${named.filter((one) => one !== "watch").join(", ")}`);
    if (!usesChannels && named.length > 0 && channels.length > 0)
      note("channels", `has no effect where ${effect} has "watch" alone`);
  })
  .transform((rule): RuleText => rule)
  .readonly();
