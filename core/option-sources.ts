import type { z } from "zod";
import type { OptionEntry } from "./option-catalog.js";
import { ConfigError } from "./options.js";

/** More names than this in one error help nobody. */
const MOST_LISTED = 40;

/** What one source says: values by option key, and what it says that makes no sense. */
export interface OptionLayer {
  /** As an operator would point at it: `flag`, `environment`, or the file's name. */
  readonly name: string;
  /** The option's name in this source: `--port`, `OORTBUS_PORT`. */
  readonly nameOf: (option: OptionEntry) => string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly string[];
}

export interface ResolvedOptions<T> {
  readonly value: T;
  /** Option key to the name of the layer that set it. A default has none. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Lays sources over each other, the first one winning, and checks the result against the schema.
 * @throws ConfigError naming everything that is wrong in any of them, a line each
 */
export function resolveOptions<S extends z.ZodType>(
  schema: S,
  options: readonly OptionEntry[],
  layers: readonly OptionLayer[],
): ResolvedOptions<z.output<S>> {
  const values = new Map<string, unknown>();
  const origin = new Map<string, OptionLayer>();
  for (const option of options) {
    const layer = layers.find(({ values: given }) => given.has(option.key));
    if (layer === undefined) continue;
    values.set(option.key, layer.values.get(option.key));
    origin.set(option.key, layer);
  }
  const problems = layers.flatMap((layer) => layer.problems);
  const value = check(schema, options, values, problems, (option) => origin.get(option.key)?.nameOf(option));
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  const sources = new Map([...origin].map(([key, layer]) => [key, layer.name]));
  return { value: value as z.output<S>, sources };
}

/** Parses; sets aside what is wrong and parses again, so that rules over several options are heard as well. */
function check<S extends z.ZodType>(
  schema: S,
  options: readonly OptionEntry[],
  values: Map<string, unknown>,
  problems: string[],
  nameOf: (option: OptionEntry) => string | undefined,
): z.output<S> | undefined {
  const wrong = new Set<string>();
  for (;;) {
    const result = schema.safeParse(treeOf(options, values));
    if (result.success) return result.data;
    const before = values.size;
    const given = new Map(values);
    for (const issue of result.error.issues) {
      const option = options.find(({ path }) => path.every((name, index) => issue.path[index] === name));
      // Of a table each wrong entry is told, of any other option the first thing that is wrong.
      const key = option?.kind === "table" ? issue.path.join(".") : (option?.key ?? issue.path.join("."));
      if (wrong.has(key)) continue;
      wrong.add(key);
      problems.push(
        option === undefined
          ? `${key === "" ? "" : `${key}: `}${issue.message}`
          : describe(option, nameOf(option) ?? option.key, given.get(option.key), issue),
      );
      values.delete(option?.key ?? key);
    }
    if (values.size === before) return undefined;
  }
}

function describe(option: OptionEntry, name: string, value: unknown, issue: z.core.$ZodIssue): string {
  const inside = issue.path.slice(option.path.length);
  if (inside.length > 0 && option.kind === "table") {
    return describeInside(name, option.secret ? undefined : value, inside, issue);
  }
  const given = value === undefined || option.secret ? name : `${name} ${JSON.stringify(value)}`;
  const isRule = issue.code === "custom" || (issue.code === "invalid_format" && issue.format === "regex");
  return `${given}: ${isRule ? issue.message : `must be ${option.allowed}`}`;
}

/**
 * Inside a table the schema's own words say what is allowed: the option's are about the whole of it.
 * @param table - undefined where nothing of it may be repeated
 */
function describeInside(name: string, table: unknown, path: readonly PropertyKey[], issue: z.core.$ZodIssue): string {
  const place = path.reduce<string>(
    (text, key) => text + (typeof key === "number" ? `[${key}]` : `.${String(key)}`),
    name,
  );
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => `${place}.${key}: unknown option`).join("\n");
  const value = path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key], table);
  const isShort = value !== undefined && (typeof value !== "object" || value === null);
  return `${place}${isShort ? ` ${JSON.stringify(value)}` : ""}: ${issue.message}`;
}

function treeOf(options: readonly OptionEntry[], values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { key, path } of options) {
    if (!values.has(key)) continue;
    let node = root;
    for (const name of path.slice(0, -1)) {
      node[name] ??= {};
      node = node[name] as Record<string, unknown>;
    }
    node[path.at(-1)!] = values.get(key);
  }
  return root;
}

/**
 * Flags by option key, each with the texts it was given (`true`: none).
 * @param problems - what the command line's parser could not place
 */
export function layerFromFlags(
  options: readonly OptionEntry[],
  flags: ReadonlyMap<string, readonly (string | true)[]>,
  problems: readonly string[] = [],
): OptionLayer {
  const values = new Map<string, unknown>();
  const own = [...problems];
  for (const option of options) {
    const given = flags.get(option.key);
    if (given === undefined) continue;
    const bare = given.includes(true);
    if (option.kind === "boolean" && bare) values.set(option.key, true);
    else if (bare) own.push(`--${option.flag}: needs a value, ${option.allowed}`);
    else if (option.kind === "list")
      values.set(
        option.key,
        given.flatMap((text) => splitList(String(text))),
      );
    else if (given.length > 1) own.push(`--${option.flag}: given ${given.length} times`);
    else values.set(option.key, fromText(option, String(given[0])));
  }
  return { name: "flag", nameOf: (option) => `--${option.flag}`, values, problems: own };
}

/**
 * Every variable with the prefix must be an option: a misspelt one would otherwise be silently without effect.
 * An empty variable counts as not set, since that is how compose files pass on what is not there.
 * @param others - further names with the prefix that are not options
 */
export function layerFromEnvironment(
  options: readonly OptionEntry[],
  environment: Readonly<Record<string, string | undefined>>,
  prefix: string,
  others: readonly string[] = [],
): OptionLayer {
  const byName = new Map(options.flatMap((option) => (option.env === undefined ? [] : [[option.env, option]])));
  const values = new Map<string, unknown>();
  const problems: string[] = [];
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(`${prefix}_`) || others.includes(name)) continue;
    const option = byName.get(name);
    if (option === undefined) problems.push(`${name}: unknown variable${suggest(name, [...byName.keys(), ...others])}`);
    else if (text !== undefined && text !== "") values.set(option.key, fromText(option, text));
  }
  return { name: "environment", nameOf: (option) => option.env ?? option.key, values, problems };
}

/** A tree of sections, as read from a file or given by an embedding program. */
export function layerFromTree(options: readonly OptionEntry[], tree: unknown, name: string): OptionLayer {
  const values = new Map<string, unknown>();
  const problems: string[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    const key = path.join(".");
    if (options.some((option) => option.key === key)) {
      if (node !== undefined) values.set(key, node);
      return;
    }
    const inside = options.filter((option) => path.every((part, index) => option.path[index] === part));
    const names = [...new Set(inside.map((option) => option.path[path.length]!))];
    if (inside.length === 0) {
      const siblings = options.filter((option) => path.slice(0, -1).every((part, at) => option.path[at] === part));
      const known = [...new Set(siblings.map((option) => option.path.slice(0, path.length).join(".")))];
      problems.push(`${name}: ${key}: unknown option${suggest(key, known)}`);
    } else if (typeof node === "object" && node !== null && !Array.isArray(node)) {
      for (const [part, child] of Object.entries(node)) visit(child, [...path, part]);
    } else if (node !== undefined && node !== null) {
      problems.push(`${name}: ${key === "" ? "(whole file)" : key}: must be a section with ${names.join(", ")}`);
    }
  };
  visit(tree, []);
  return { name, nameOf: (option) => `${name}: ${option.key}`, values, problems };
}

/** "; did you mean X?", or what there is when nothing is close: all of it, or the few closest of many. */
export function suggest(name: string, known: readonly string[]): string {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best !== undefined && best.distance <= Math.max(2, name.length / 4)) return `; did you mean ${best.candidate}?`;
  if (known.length <= MOST_LISTED) return `; there is ${known.join(", ")}`;
  return `; closest are ${ranked
    .slice(0, 5)
    .map(({ candidate }) => candidate)
    .join(", ")}`;
}

function fromText(option: OptionEntry, text: string): unknown {
  switch (option.kind) {
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "list":
      return splitList(text);
    case "table":
      return fromJson(text);
    case "text":
      return text;
  }
}

/** @returns the text itself where it is no JSON: the schema refuses it */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
