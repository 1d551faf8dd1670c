import { type handleUnaryCall, type ServerUnaryCall, status } from "@grpc/grpc-js";
import { GrpcError } from "./grpc-error.js";

/** What a handler knows of its call beside the request. */
export interface CallContext {
  /** Aborted when the caller hangs up, its deadline passes, or the server's own limit on a call does. */
  readonly signal: AbortSignal;
  /** The caller's address and port, as the transport tells it. */
  readonly peer: string;
  /** The call's `authorization`, which was checked already; undefined without one. */
  readonly authorization: string | undefined;
  /** The call's `traceparent` (W3C Trace Context), as it came; undefined without one. */
  readonly traceparent: string | undefined;
  /** How long the caller waits, in ms from now; undefined if it set no deadline. */
  readonly timeoutMs: number | undefined;
}

export type UnaryHandler<Request, Response> = (request: Request, context: CallContext) => Promise<Response> | Response;

/** A handler threw something that is not a {@link GrpcError}: our bug, told to whoever logs. */
export type FaultListener = (error: unknown, path: string) => void;

/**
 * Turns a handler that may return a promise into what grpc-js calls. The call ends with the handler, or when its time
 * is up; the handler is then told by its signal, and its late result goes nowhere.
 * @param maxCallMs - longest a call may take, also one whose caller set no deadline
 */
export function unaryCall<Request, Response>(
  handler: UnaryHandler<Request, Response>,
  maxCallMs: number,
  onFault: FaultListener,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const abort = new AbortController();
    const answer = (error: GrpcError | undefined, response?: Response): void => {
      if (abort.signal.aborted) return;
      clearTimeout(timer);
      if (error === undefined) callback(null, response);
      else callback({ code: error.code, details: error.message });
    };
    const timer = setTimeout(() => {
      answer(new GrpcError(status.DEADLINE_EXCEEDED, `not done in ${maxCallMs} ms`));
      abort.abort();
    }, maxCallMs);
    call.on("cancelled", () => {
      clearTimeout(timer);
      abort.abort();
    });
    run(handler, call, abort.signal).then(
      (response) => answer(undefined, response),
      (error: unknown) => {
        const known = error instanceof GrpcError;
        if (!known && !abort.signal.aborted) onFault(error, call.getPath());
        answer(known ? error : new GrpcError(status.INTERNAL, "internal error"));
      },
    );
  };
}

/** Async, so that a handler's throw is a rejection like any other. */
async function run<Request, Response>(
  handler: UnaryHandler<Request, Response>,
  call: ServerUnaryCall<Request, Response>,
  signal: AbortSignal,
): Promise<Response> {
  return handler(call.request, contextOf(call, signal));
}

/** What a handler is told of its call. */
export function contextOf(
  call: Pick<ServerUnaryCall<unknown, unknown>, "metadata" | "getPeer" | "getDeadline">,
  signal: AbortSignal,
): CallContext {
  const [authorization] = call.metadata.get("authorization");
  const [traceparent] = call.metadata.get("traceparent");
  const leftMs = Number(call.getDeadline()) - Date.now();
  const timeoutMs = Number.isFinite(leftMs) ? Math.max(0, leftMs) : undefined;
  return {
    signal,
    peer: call.getPeer(),
    authorization: authorization?.toString(),
    traceparent: traceparent?.toString(),
    timeoutMs,
  };
}
