import { createRequire } from "node:module";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { BayeuxError } from "../../core/message/bayeux-error.js";

/** A schema is compiled to code: beyond this it is a program. */
const MAX_SCHEMA_CHARS = 65_536;
const MAX_PATH_LENGTH = 100;
const MAX_REASON_LENGTH = 100;

/** Checks one message's data. @throws BayeuxError 400 naming what is wrong, and where */
export type DataCheck = (data: unknown) => void;

/**
 * Makes a check of a JSON Schema (2020-12). What a peer sends is looked at in time that grows with its length: patterns are run
 * by RE2, which does not go back, and what compares all with all must be bounded by the schema.
 * @throws Error saying what is wrong with the schema
 */
export function compileSchema(schema: unknown): DataCheck {
  const problem = schemaProblem(schema);
  if (problem !== undefined) throw new Error(problem);
  const validate = newAjv().compile(schema as object);
  return (data) => {
    if (validate(data)) return;
    const { path, reason } = describe(validate.errors![0]!);
    throw new BayeuxError(400, [path, reason], "data_invalid");
  };
}

/** What is wrong with a schema; undefined: nothing. */
export function schemaProblem(schema: unknown): string | undefined {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return "must be a JSON Schema, an object";
  if (JSON.stringify(schema).length > MAX_SCHEMA_CHARS) return `must have at most ${MAX_SCHEMA_CHARS} characters`;
  if ("$async" in schema) return "must not be asynchronous";
  isSecure ??= newSecurityCheck();
  if (!isSecure(schema)) {
    const { instancePath, message } = isSecure.errors![0]!;
    return `is not safe for what strangers send: ${instancePath || "/"} ${message}`;
  }
  try {
    newAjv().compile(schema);
    return undefined;
  } catch (error) {
    return `is no JSON Schema that can be used: ${error instanceof Error ? error.message : error}`;
  }
}

/** Loaded with the first schema: most nodes, and most commands, have none and need not wait for it. */
const load = createRequire(import.meta.url);
/** By Ajv's own list of what makes a schema slow: patterns and uniqueItems without bounds. */
let isSecure: ValidateFunction | undefined;

function newSecurityCheck(): ValidateFunction {
  const { Ajv } = load("ajv") as typeof import("ajv");
  return new Ajv({ strict: false }).compile(load("ajv/lib/refs/json-schema-secure.json") as object);
}

/** Strict: a keyword that means nothing is an error of who wrote it. Formats are not checked but must be known, so there is none. */
function newAjv() {
  const { Ajv2020 } = load("ajv/dist/2020.js") as typeof import("ajv/dist/2020.js");
  return new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, code: { regExp }, logger: false });
}

const regExp = Object.assign((pattern: string) => new LinearPattern(pattern), { code: "new LinearPattern" });

/** As much of a regular expression as Ajv uses, in linear time. */
class LinearPattern {
  readonly #source: string;
  readonly #pattern: import("re2js").RE2JS;

  constructor(source: string) {
    this.#source = source;
    this.#pattern = (load("re2js") as typeof import("re2js")).RE2JS.compile(source);
  }

  /** By this Ajv tells patterns apart. */
  toString(): string {
    return this.#source;
  }

  test(text: string): boolean {
    return this.#pattern.matcher(text).find();
  }
}

/** Where it is, as typed channels say it (`data.items.0.price`), and what it must be. What is no word of ours is left out. */
function describe({ instancePath, message = "is wrong", params }: ErrorObject): { path: string; reason: string } {
  const keys = instancePath.split("/").slice(1);
  const extra: unknown = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof extra === "string") keys.push(extra);
  const path = ["data", ...keys].map((key) => key.replaceAll(/[^\w$-]/g, "_")).join(".");
  return {
    path: path.slice(0, MAX_PATH_LENGTH),
    reason: message.replaceAll(/[^\w $<>=.'"-]/g, "_").slice(0, MAX_REASON_LENGTH),
  };
}
