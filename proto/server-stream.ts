import { once } from "node:events";
import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type ServerDuplexStream,
  type ServerWritableStream,
  status,
} from "@grpc/grpc-js";
import { GrpcError } from "./grpc-error.js";
import { type CallContext, contextOf, type FaultListener } from "./unary-call.js";

/** Answers with any number of messages; what it throws before or between them ends the call. */
export type StreamHandler<Request, Response> = (request: Request, context: CallContext) => AsyncIterable<Response>;

/** The same for any number of requests, which come as they are asked for. */
export type ExchangeHandler<Request, Response> = (
  requests: AsyncIterator<Request>,
  context: CallContext,
) => AsyncIterable<Response>;

/**
 * Turns a handler that makes messages into what grpc-js calls. The next message is asked for when the caller can take it.
 * The call ends with the handler, or when the caller hangs up: the handler is then told by its signal.
 */
export function serverStream<Request, Response>(
  handler: StreamHandler<Request, Response>,
  onFault: FaultListener,
): handleServerStreamingCall<Request, Response> {
  return (call) => answer(call, (context) => handler(call.request, context), onFault);
}

/** As {@link serverStream}, of a handler that is given messages; the next is read from the caller when it asks for it. */
export function exchangeCall<Request, Response>(
  handler: ExchangeHandler<Request, Response>,
  onFault: FaultListener,
): handleBidiStreamingCall<Request, Response> {
  return (call) => {
    // At their end the requests must not take the answers with them that are still to be written.
    const requests = call.iterator({ destroyOnReturn: false }) as AsyncIterator<Request>;
    answer(call, (context) => handler(requests, context), onFault);
  };
}

function answer<Request, Response>(
  call: ServerWritableStream<Request, Response> | ServerDuplexStream<Request, Response>,
  handler: (context: CallContext) => AsyncIterable<Response>,
  onFault: FaultListener,
): void {
  const abort = new AbortController();
  call.on("cancelled", () => abort.abort());
  pump(() => handler(contextOf(call, abort.signal)), call, abort.signal).then(
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
}

async function pump<Request, Response>(
  handler: () => AsyncIterable<Response>,
  call: ServerWritableStream<Request, Response> | ServerDuplexStream<Request, Response>,
  signal: AbortSignal,
): Promise<void> {
  for await (const message of handler()) {
    if (signal.aborted) return;
    if (!call.write(message)) await once(call, "drain", { signal });
  }
}
