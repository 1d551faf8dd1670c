import type { status } from "@grpc/grpc-js";

/** A failure a handler wants its caller to see. Anything else a handler throws is INTERNAL, without its text. */
export class GrpcError extends Error {
  override readonly name = "GrpcError";
  readonly code: status;

  constructor(code: status, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
