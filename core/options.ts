import type { z } from "zod";

/** An option that cannot be used. The message names every offending key and what it allows. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Optional in, complete and frozen out: applies a schema's defaults and checks every key at once.
 * @param prefix - put before each key in the error text, for example `bayeux.`
 * @throws ConfigError naming every wrong or unknown key
 */
export function readOptions<S extends z.ZodType>(schema: S, input: unknown, prefix = ""): z.output<S> {
  const result = schema.safeParse(input ?? {});
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => `${prefix}${describeIssue(issue)}`).join("; "));
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return `${path || "(root)"}: ${issue.message}`;
  return issue.keys.map((key) => `${path === "" ? key : `${path}.${key}`}: unknown option`).join("; ");
}
