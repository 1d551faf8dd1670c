import { status } from "@grpc/grpc-js";
import { GrpcError } from "../proto/grpc-error.js";
import type { CallContext } from "../proto/unary-call.js";
import type { ApiCall } from "./api-call.js";
import { ApiError } from "./api-error.js";
import type { AnswerStream } from "./api-method.js";
import type { BackendApi } from "./backend-api.js";

/**
 * Calls of methods with one answer, by name.
 * @returns what the method answers; its form is the message's, but for what is mapped by the caller
 */
export function unaryCalls(api: BackendApi) {
  return <T>(name: string, context: CallContext, input: () => unknown): Promise<T> =>
    answered(async () => (await api.call(api.method(name, "unary"), input(), callOf(context))) as T);
}

export function callOf({ signal, authorization, peer, traceparent, timeoutMs }: CallContext): ApiCall {
  return { signal, caller: authorization ?? "", address: peer.replace(/:\d+$/, ""), traceparent, timeoutMs };
}

/** What the work gives; a refusal in the words of gRPC. */
async function answered<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asGrpcError(error);
  }
}

function asGrpcError(error: unknown): unknown {
  return error instanceof ApiError ? new GrpcError(status[error.code], error.message, { cause: error }) : error;
}

/** The answers of a stream, until it ends or the caller hangs up. */
export async function* messages<T>(open: () => AnswerStream, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  try {
    const stream = open();
    const hangUp = (): void => void stream.return();
    signal.addEventListener("abort", hangUp, { once: true });
    if (signal.aborted) hangUp();
    yield* stream as AsyncIterableIterator<T>;
  } catch (error) {
    throw asGrpcError(error);
  }
}

export function mapped<From, To>(values: AsyncIterator<From>, map: (value: From) => To): AsyncIterator<To> {
  return {
    async next() {
      const result = await values.next();
      return result.done === true ? { done: true, value: undefined } : { done: false, value: map(result.value) };
    },
    async return() {
      await values.return?.();
      return { done: true, value: undefined };
    },
  };
}
