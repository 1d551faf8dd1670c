import { type $ZodIssue, type $ZodType, type output, safeParse } from "zod/v4/core";
import { ConfigError } from "./config-error.js";

export { ConfigError };

/**
 * Optional in, complete and frozen out: applies a schema's defaults and checks every key at once.
 * @param prefix - put before each key in the error text, for example `bayeux.`
 * @throws ConfigError naming every wrong or unknown key
 */
export function readOptions<S extends $ZodType>(schema: S, input: unknown, prefix = ""): output<S> {
  const result = safeParse(schema, input ?? {});
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => `${prefix}${describeIssue(issue)}`).join("; "));
}

function describeIssue(issue: $ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return `${path || "(root)"}: ${issue.message}`;
  return issue.keys.map((key) => `${path === "" ? key : `${path}.${key}`}: unknown option`).join("; ");
}
