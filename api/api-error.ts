import type { status } from "@grpc/grpc-js";

/** Everything the backend API answers when it does not do what was asked. One word, two faces. */
const ANSWERS = {
  /** A field is missing, of the wrong form, or over its limit. */
  INVALID_ARGUMENT: { grpc: "INVALID_ARGUMENT", http: 400 },
  /** There is no token, or a wrong one. */
  UNAUTHENTICATED: { grpc: "UNAUTHENTICATED", http: 401 },
  /** The channel is one of the cluster's own, or the token is not good for the call. */
  PERMISSION_DENIED: { grpc: "PERMISSION_DENIED", http: 403 },
  /** HTTP only: the body is of another type. */
  NOT_JSON: { grpc: "INVALID_ARGUMENT", http: 415 },
  /** The idempotency key was used for another request. */
  KEY_REUSED: { grpc: "FAILED_PRECONDITION", http: 422 },
  /** The request or its payload is too large or too deep: the same again will fail again. */
  TOO_LARGE: { grpc: "RESOURCE_EXHAUSTED", http: 413 },
  /** Too much is under way: the same again may succeed later. */
  BUSY: { grpc: "RESOURCE_EXHAUSTED", http: 429 },
  /** This node is not set up for it: its configuration would have to change. */
  NOT_CONFIGURED: { grpc: "FAILED_PRECONDITION", http: 409 },
  INTERNAL: { grpc: "INTERNAL", http: 500 },
  /** The node is joining or leaving the cluster: another one will answer. */
  UNAVAILABLE: { grpc: "UNAVAILABLE", http: 503 },
  /** Not done in time; whether it was done is unknown. */
  DEADLINE_EXCEEDED: { grpc: "DEADLINE_EXCEEDED", http: 504 },
} as const satisfies Record<string, { grpc: keyof typeof status; http: number }>;

/** A refusal where it is not the end of the call. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
}

export type ApiErrorKind = keyof typeof ANSWERS;

/** A refusal the caller sees, as a gRPC status or as an HTTP problem. Its `message` names the field, if one is at fault. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly kind: ApiErrorKind;
  /** The request's field at fault, for example `users.3`. */
  readonly field: string | undefined;

  /** When the same may succeed, in ms from now; undefined where nobody knows. */
  readonly retryAfterMs: number | undefined;
  readonly #text: string;

  constructor(
    kind: ApiErrorKind,
    text: string,
    options: ErrorOptions & { field?: string; retryAfterMs?: number } = {},
  ) {
    super(options.field === undefined ? text : `${options.field}: ${text}`, options);
    this.kind = kind;
    this.field = options.field;
    this.retryAfterMs = options.retryAfterMs;
    this.#text = text;
  }

  /** The same, of a field within another: `data` under `messages.3` is `messages.3.data`. */
  under(path: string): ApiError {
    const field = this.field === undefined ? path : `${path}.${this.field}`;
    return new ApiError(this.kind, this.#text, { field, cause: this.cause });
  }

  get httpStatus(): number {
    return ANSWERS[this.kind].http;
  }

  /** The status' name in gRPC, which HTTP answers carry as well. */
  get code(): keyof typeof status {
    return ANSWERS[this.kind].grpc;
  }

  get problem(): Problem {
    const { code, httpStatus, message, field } = this;
    return { code, status: httpStatus, detail: message, ...(field === undefined ? {} : { field }) };
  }
}
