import type { z } from "zod";
import { ApiError, type ApiErrorKind } from "./api-error.js";

/**
 * Checks a request: what is of the wrong form is named by its field.
 * @throws ApiError for the first wrong field
 */
export function readRequest<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    const field = [...issue.path, issue.keys[0]].join(".");
    throw new ApiError("INVALID_ARGUMENT", "is not a field of this request", { field });
  }
  if (issue.path.length === 0) throw new ApiError("INVALID_ARGUMENT", "the request must be a JSON object");
  const kind = issue.code === "custom" ? (issue.params?.kind as ApiErrorKind | undefined) : undefined;
  throw new ApiError(kind ?? "INVALID_ARGUMENT", issue.message, { field: issue.path.join(".") });
}

/** For a field's own check: refuses it, as another kind than INVALID_ARGUMENT if need be. */
export function refuseField(context: z.core.$RefinementCtx, message: string, kind?: ApiErrorKind): void {
  context.addIssue({ code: "custom", message, ...(kind === undefined ? {} : { params: { kind } }) });
}
