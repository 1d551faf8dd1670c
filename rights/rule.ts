import { ChannelPattern, type ChannelTarget } from "./channel-pattern.js";

/**
 * What a client may want to do. `create`: make a channel that does not exist, by the first publish or subscribe; `send`: send
 * to users by `/service/seti`, on that channel; `watch`: hear by `/service/presence` when a user comes and goes.
 */
export const OPERATIONS = ["create", "publish", "subscribe", "send", "watch"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Whom a rule is about. */
export type Who =
  | "anyone"
  | "authenticated"
  | { readonly users: readonly string[] }
  | { readonly claim: readonly string[]; readonly is: readonly (string | number | boolean)[] };

/** One rule of the configuration, complete. */
export interface RuleText {
  /** What `create`, `publish`, `subscribe` and `send` are about. */
  readonly channels: readonly string[];
  /** What `watch` is about: user ids, `{user}` for oneself, `*` for everybody. */
  readonly presenceOf: readonly string[];
  readonly who: Who;
  /** One of the two has operations. */
  readonly allow: readonly Operation[];
  readonly deny: readonly Operation[];
}

/** Who asks. */
export interface Subject {
  /** undefined: nobody who is known. */
  readonly user: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** One question: an operation, and what it is about. */
export type Question =
  | { readonly operation: Exclude<Operation, "watch">; readonly channel: string }
  | { readonly operation: "watch"; readonly user: string };

/** A rule that can be asked. */
export class Rule {
  /** As an operator would point at it: `rights.rules[2]`, or `built-in`. */
  readonly name: string;
  readonly text: RuleText;
  /** Why it is there; for rules that nobody wrote down. */
  readonly reason: string | undefined;
  readonly allows: boolean;
  readonly #operations: ReadonlySet<Operation>;
  readonly #channels: readonly ChannelPattern[];
  readonly #watched: ReadonlySet<string>;
  readonly #watchesOneself: boolean;
  readonly #watchesAll: boolean;

  /** @throws RangeError when a channel pattern is not legal */
  constructor(name: string, text: RuleText, reason?: string) {
    this.name = name;
    this.text = text;
    this.reason = reason;
    this.allows = text.allow.length > 0;
    this.#operations = new Set(this.allows ? text.allow : text.deny);
    this.#channels = text.channels.map((channel) => new ChannelPattern(channel));
    this.#watchesOneself = text.presenceOf.includes("{user}");
    this.#watchesAll = text.presenceOf.includes("*");
    this.#watched = new Set(text.presenceOf.filter((user) => user !== "{user}"));
  }

  /**
   * Whether it decides this question. Of a subscription to a wildcard: a rule that allows must take all of it, a rule that
   * denies need only touch it.
   */
  decides(subject: Subject, question: Question, target: ChannelTarget | undefined): boolean {
    if (!this.#operations.has(question.operation) || !isOne(this.text.who, subject)) return false;
    if (question.operation === "watch") return this.#isWatched(question.user, subject.user);
    const { user } = subject;
    return this.#channels.some((pattern) =>
      this.allows ? pattern.takes(target!, user) : pattern.touches(target!, user),
    );
  }

  #isWatched(watched: string, user: string | undefined): boolean {
    if (this.#watchesAll || this.#watched.has(watched)) return true;
    return this.#watchesOneself && watched === user;
  }
}

/** Whether somebody is meant. */
function isOne(who: Who, { user, claims }: Subject): boolean {
  if (who === "anyone") return true;
  if (who === "authenticated") return user !== undefined;
  if ("users" in who) return user !== undefined && who.users.includes(user);
  const value = claimAt(claims, who.claim);
  return Array.isArray(value) ? value.some((one) => who.is.includes(one as string)) : who.is.includes(value as string);
}

/** Own properties alone: a claim is called what its issuer likes. */
function claimAt(claims: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = claims;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
