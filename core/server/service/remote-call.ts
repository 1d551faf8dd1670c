import { type Awaitable, andThen } from "../../awaitable.js";
import { BayeuxError } from "../../message/bayeux-error.js";
import type { ParametersOf } from "../../message/channel-template.js";
import type { Message } from "../../message/message.js";
import { issuePaths, type StandardSchema } from "../../message/standard-schema.js";
import type { ServerSession } from "../../session/server-session.js";
import type { BayeuxServer } from "../bayeux-server.js";

/** Whoever made a remote call, for the answer. Only the first result or failure counts. */
export interface RemoteCaller {
  readonly session: ServerSession;
  /** The call as it came; its `ext`, for example. */
  readonly message: Message;
  readonly isAnswered: boolean;
  /** @returns false when the call was answered before, or its session has ended */
  result(data: unknown): boolean;
  /** @param data - what the caller is told of the reason. @returns as {@link result} */
  failure(data: unknown): boolean;
}

/**
 * Answers remote calls. What it returns is the result; a promise, which the call then waits for, may come to nothing,
 * and the result is `null`. One that returns `undefined` answers through the caller, now or later.
 * @throws RemoteCallError to fail the call. Of any other error the caller learns no more than that there was one.
 */
export type RemoteCallHandler<Target extends string = string, Data = unknown> = (
  caller: RemoteCaller,
  data: Data,
  parameters: ParametersOf<Target>,
) => unknown;

/** A failure that a caller may know of: it gets `{ message, details }` as data. */
export class RemoteCallError extends Error {
  override readonly name = "RemoteCallError";
  readonly details: unknown;

  constructor(message: string, details?: unknown, options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}

export interface RemoteCallOptions<Data = unknown> {
  /** What a call's data must be, by zod or any other that knows Standard Schema; other calls fail: `data invalid`. */
  readonly data?: StandardSchema<unknown, Data>;
  /** Calls of one session that may be worked on at a time, as long as the handler makes promises. @default 64 */
  readonly maxPendingCalls?: number;
}

/**
 * Offers a function to clients, which call it by its target: a publish on `/service/<target>` whose result is a message
 * on the same channel with the same id.
 * @param target - for example `stock/quote`; `stock/{symbol}` hands over the symbol; a wildcard takes whatever matches
 * @returns a function that takes it back
 * @throws RangeError when the target makes no service channel
 * @see spec/bayeux.md section 8.4
 */
export function addRemoteCall<Target extends string, Data = unknown>(
  server: BayeuxServer,
  target: Target,
  handler: RemoteCallHandler<Target, NoInfer<Data>>,
  { data: schema, maxPendingCalls = 64 }: RemoteCallOptions<Data> = {},
): () => void {
  const pending = new WeakMap<ServerSession, number>();
  const channel: string = `/service/${target.startsWith("/") ? target.slice(1) : target}`;
  return server.addService(channel, (session, message, reply, parameters) => {
    // Without an id there is nothing by which the caller could tell the result.
    if (reply.id === undefined) throw new BayeuxError(400, [], "id_missing");
    const others = pending.get(session) ?? 0;
    if (others >= maxPendingCalls) throw new BayeuxError(429, [String(maxPendingCalls)], "too_many_calls");
    const caller = new Caller(session, message, reply.id);
    const failed = (error: unknown): void => {
      if (!(error instanceof RemoteCallError)) server.logger.error({ err: error, target }, "remote call failed");
      caller.failure(failureOf(error));
    };
    try {
      const checked = schema === undefined ? (message.data as Data) : check(schema, message.data);
      const result = andThen(checked, (data) => handler(caller, data, parameters as ParametersOf<Target>));
      if (!isThenable(result)) {
        if (result !== undefined) caller.result(result);
        return;
      }
      pending.set(session, others + 1);
      // The publish is acknowledged at once: no client waits as long for that as a call may take.
      void Promise.resolve(result)
        .then((later: unknown) => caller.result(later), failed)
        .catch(failed) // the result cannot be printed
        .finally(() => pending.set(session, pending.get(session)! - 1));
    } catch (error) {
      failed(error);
    }
  });
}

/** Also what is no `Promise` of the language: some libraries' queries. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

/** @throws RemoteCallError (or rejects) when the schema says no */
function check<Data>(schema: StandardSchema<unknown, Data>, data: unknown): Awaitable<Data> {
  return andThen(schema["~standard"].validate(data), (result) => {
    if (result.issues === undefined) return result.value;
    throw new RemoteCallError("data invalid", issuePaths(result.issues));
  });
}

/** Nothing of what is inside this server goes to a stranger. */
function failureOf(error: unknown): object {
  if (!(error instanceof RemoteCallError)) return { message: "internal error" };
  const { message, details } = error;
  return details === undefined ? { message } : { message, details };
}

class Caller implements RemoteCaller {
  readonly session: ServerSession;
  readonly message: Message;
  readonly #id: string;
  #isAnswered = false;

  constructor(session: ServerSession, message: Message, id: string) {
    this.session = session;
    this.message = message;
    this.#id = id;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  result(data: unknown): boolean {
    return this.#answer(true, data);
  }

  failure(data: unknown): boolean {
    return this.#answer(false, data);
  }

  /** `data` must be there: without it the JS client takes the message for the publish's acknowledgement. */
  #answer(successful: boolean, data: unknown): boolean {
    if (this.#isAnswered) return false;
    const fields = { id: this.#id, successful };
    const delivered = this.session.deliver(undefined, this.message.channel, data ?? null, fields);
    this.#isAnswered = true; // not before: what cannot be printed is no answer
    return delivered;
  }
}
