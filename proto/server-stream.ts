import { once } from "node:events";
import { type handleServerStreamingCall, type ServerWritableStream, status } from "@grpc/grpc-js";
import { GrpcError } from "./grpc-error.js";
import { type CallContext, contextOf, type FaultListener } from "./unary-call.js";

/** Answers with any number of messages; what it throws before or between them ends the call. */
export type StreamHandler<Request, Response> = (request: Request, context: CallContext) => AsyncIterable<Response>;

/**
 * Turns a handler that makes messages into what grpc-js calls. The next message is asked for when the caller can take it.
 * The call ends with the handler, or when the caller hangs up: the handler is then told by its signal.
 */
export function serverStream<Request, Response>(
  handler: StreamHandler<Request, Response>,
  onFault: FaultListener,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const abort = new AbortController();
    call.on("cancelled", () => abort.abort());
    pump(handler, call, abort.signal).then(
      () => call.end(),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const known = error instanceof GrpcError;
        if (!known) onFault(error, call.getPath());
        call.emit("error", {
          code: known ? error.code : status.INTERNAL,
          details: known ? error.message : "internal error",
        });
      },
    );
  };
}

async function pump<Request, Response>(
  handler: StreamHandler<Request, Response>,
  call: ServerWritableStream<Request, Response>,
  signal: AbortSignal,
): Promise<void> {
  for await (const message of handler(call.request, contextOf(call, signal))) {
    if (signal.aborted) return;
    if (!call.write(message)) await once(call, "drain", { signal });
  }
}
