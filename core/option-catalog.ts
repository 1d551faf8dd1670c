import { z } from "zod";

/** One option as people meet it: in a flag, an environment variable, a file, a page of documentation. */
export interface OptionEntry {
  /** Its place in a file: `oort.channels`. */
  readonly key: string;
  /** Without dashes: the key itself, words apart where it is short: `grpc-port`. */
  readonly flag: string;
  readonly path: readonly string[];
  /** `OORTBUS_OORT_CHANNELS`; undefined for an option that no variable sets. */
  readonly env: string | undefined;
  /** How text becomes a value: a list is split at commas, a table (a list of sections) is JSON. */
  readonly kind: "text" | "number" | "boolean" | "list" | "table";
  /** In words, for errors and documentation: `a whole number from 1 to 65535`. */
  readonly allowed: string;
  /** undefined: none, or worked out from other options; then `help` says how. */
  readonly default: unknown;
  readonly help: string;
  /** Never printed. Set in the schema by `.meta({ secret: true })`. */
  readonly secret: boolean;
}

/** What of a JSON Schema is looked at here. */
interface SchemaNode {
  readonly type?: string;
  readonly properties?: Record<string, SchemaNode>;
  readonly items?: SchemaNode;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly secret?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/**
 * Reads every option out of a schema of nested objects, in the schema's order, so that flags, variables, help and
 * documentation cannot differ from what is checked.
 * @param envPrefix - put before each variable's name, for example `OORTBUS`; none: no variables
 */
export function listOptions(schema: z.ZodType, envPrefix?: string): OptionEntry[] {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as SchemaNode;
  return entriesOf(root, [], envPrefix);
}

function entriesOf(node: SchemaNode, path: readonly string[], envPrefix: string | undefined): OptionEntry[] {
  if (node.properties !== undefined) {
    return Object.entries(node.properties).flatMap(([name, child]) => entriesOf(child, [...path, name], envPrefix));
  }
  const kind = kindOf(node);
  if (kind === undefined) return []; // a function, say: for embedding programs only
  return [
    {
      key: path.join("."),
      flag: path.length === 1 ? kebabCase(path[0]!) : path.join("."),
      path,
      env: envPrefix === undefined ? undefined : [envPrefix, ...path.map(snakeCase)].join("_"),
      kind,
      allowed: allowedBy(node),
      default: node.default,
      help: node.description ?? "",
      secret: node.secret ?? false,
    },
  ];
}

function kindOf(node: SchemaNode): OptionEntry["kind"] | undefined {
  switch (node.type) {
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "string":
      return "text";
    case "array":
      return node.items?.properties === undefined ? "list" : "table";
    default:
      return undefined;
  }
}

function allowedBy(node: SchemaNode): string {
  if (node.enum !== undefined) return node.enum.map((value) => JSON.stringify(value)).join(" or ");
  if (node.const !== undefined) return JSON.stringify(node.const);
  switch (node.type) {
    case "integer":
      return `a whole number${rangeOf(node)}`;
    case "number":
      return `a number${rangeOf(node)}`;
    case "boolean":
      return "true or false";
    case "array":
      if (node.items?.properties !== undefined)
        return `a list of sections with ${Object.keys(node.items.properties).join(", ")}`;
      return `a list, each ${allowedBy(node.items ?? {})}`;
    default:
      return node.format === "uri" ? "an http or https URL" : `text${lengthOf(node)}`;
  }
}

function rangeOf({ minimum, maximum, exclusiveMinimum, type }: SchemaNode): string {
  const least = minimum ?? (exclusiveMinimum !== undefined && type === "integer" ? exclusiveMinimum + 1 : undefined);
  // The ends of the safe integers are the schema's way of saying "any".
  const from = least === undefined || least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const to = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (from !== undefined && to !== undefined) return ` from ${from} to ${to}`;
  if (from !== undefined) return `, at least ${from}`;
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}`;
  return to === undefined ? "" : `, at most ${to}`;
}

function lengthOf({ minLength, maxLength }: SchemaNode): string {
  if (maxLength !== undefined) return ` of ${minLength ?? 0} to ${maxLength} characters`;
  return minLength === undefined || minLength === 0 ? "" : ", not empty";
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
