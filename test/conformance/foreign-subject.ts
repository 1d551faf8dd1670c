import type { Cleanup } from "../support/raw-client.js";
import type { Rule, Transport, Wire } from "./rule.js";
import { runRule, type Subject } from "./run-rule.js";

/** Whatever was opened while a rule was played. */
class Opened implements Cleanup {
  readonly #closers: (() => unknown)[] = [];

  after: Cleanup["after"] = (close) => {
    this.#closers.push(() => (close as () => unknown)());
  };

  close(): void {
    for (const close of this.#closers.splice(0)) close();
  }
}

/** What became of a rule. */
export interface Outcome {
  readonly about: string;
  readonly rule: Rule;
  readonly transport: Transport;
  readonly result: "passed" | "failed" | "skipped";
  /** Of a failure, the first line of the fault; of a rule that was skipped, what it needs. */
  readonly why?: string;
}

/** Channels, extensions and a policy that the tests give their own server; see `subject.ts`. */
const FURNITURE =
  /"\/(?:policed|guarded|filtered|nocreate|lazy)\b|"\/service\/(?:echo|whisper|sum|later|refuse|burst|kick)"|"(?:drop|deny|greet)":/;

/**
 * What a rule needs that a server elsewhere does not have; undefined when it can be asked of it.
 * @param offered - the connection types of its handshake replies
 */
export function needOf(rule: Rule, offered: readonly unknown[]): string | undefined {
  const isScripting = rule.server === "scripting" && offered.includes("callback-polling");
  if (rule.server !== undefined && !isScripting) return `a server set up otherwise (${rule.server})`;
  const steps = JSON.stringify(rule.steps);
  if (steps.includes('"untilGone":')) return "a look inside";
  return FURNITURE.test(steps) ? "channels and services of the test server" : undefined;
}

/**
 * What is compared with a server whose options and words nobody knows: of an error its code, of advice what to do where
 * something failed, and that connection types are listed. Fields that a server may add are passed over.
 */
export function comparedElsewhere(message: Wire): unknown {
  const { error, advice, supportedConnectionTypes, minimumVersion: _, clientId, ...rest } = message as Fields;
  const compared: Record<string, unknown> = rest;
  if (rest.channel === "/meta/handshake") compared.clientId = clientId;
  if (error !== undefined) compared.error = String(error).slice(0, 3);
  if (rest.successful === false) compared.advice = (advice as { reconnect?: unknown } | null | undefined)?.reconnect;
  if (supportedConnectionTypes !== undefined) compared.types = Array.isArray(supportedConnectionTypes);
  return compared;
}

type Fields = Readonly<Record<string, unknown>>;

/** Plays one rule against a server elsewhere. Never rejects. */
export async function judge(
  { url, offered }: { readonly url: string; readonly offered: readonly unknown[] },
  about: string,
  rule: Rule,
  transport: Transport,
): Promise<Outcome> {
  const outcome = { about, rule, transport };
  const need = needOf(rule, offered);
  if (need !== undefined) return { ...outcome, result: "skipped", why: need };
  const subject: Subject = { url, compared: comparedElsewhere };
  const opened = new Opened();
  try {
    await runRule(opened, subject, rule, transport);
    return { ...outcome, result: "passed" };
  } catch (error) {
    return { ...outcome, result: "failed", why: faultOf(error) };
  } finally {
    opened.close();
  }
}

function faultOf(error: unknown): string {
  const { actual, expected, message } = error as Error & { actual?: unknown; expected?: unknown };
  const [first = ""] = message.split("\n");
  if (actual === undefined && expected === undefined) return first;
  return `${first.slice(0, first.indexOf(":"))}: got ${brief(actual)} instead of ${brief(expected)}`;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
