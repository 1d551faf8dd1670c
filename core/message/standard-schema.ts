/**
 * A type that can be checked, as zod, valibot, arktype and others offer it. Only what is used here of the Standard Schema
 * interface, version 1.
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  /** From the outside in; keys by themselves, or in an object. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

const MAX_ISSUES = 3;
const MAX_PATH_LENGTH = 100;

/** Where in `data` the issues are, for the arguments of an error: `data.items.0.price`. Keys are what a peer sent. */
export function issuePaths(issues: readonly SchemaIssue[]): string[] {
  const paths = issues.map(({ path = [] }) => ["data", ...path.map(keyText)].join(".").slice(0, MAX_PATH_LENGTH));
  return [...new Set(paths)].slice(0, MAX_ISSUES);
}

/** Nothing that would end an argument, or the error's field. */
function keyText(segment: PropertyKey | { readonly key: PropertyKey }): string {
  const key = typeof segment === "object" ? segment.key : segment;
  return String(key).replaceAll(/[^\w$-]/g, "_");
}
