import type { Message } from "../message/message.js";
import type { SchemaIssue, SchemaResult, StandardSchema } from "../message/standard-schema.js";
import type { RemoteCallOptions } from "./bayeux-client.js";
import type { Delivery, DeliveryListener, SubscribeOptions, Subscription } from "./client-channel.js";
import { ClientError } from "./client-error.js";
import { MessageIterator, type MessageSource, type MessagesOptions } from "./message-iterator.js";

/** The client, as far as typed channels and calls need it. */
export interface TypedClient extends MessageSource {
  publish(channel: string, data: unknown, fields?: Record<string, unknown>): Promise<Message>;
  remoteCall(target: string, data: unknown, options?: RemoteCallOptions): Promise<unknown>;
}

/** Told of a message whose data is not of its channel's type, instead of the listeners. */
export type InvalidListener = (message: Message, issues: readonly SchemaIssue[]) => void;

/** A channel whose messages carry data of one type: `Input` as it is sent, `Output` as the schema makes it of that. */
export interface TypedClientChannel<Input, Output> {
  /** As the client's own. What is published is checked by the compiler, and by the server if it has a type too. */
  publish(data: Input, fields?: Record<string, unknown>): Promise<Message>;
  /** As the client's own; the listener sees only what is of the type. */
  subscribe(listener: DeliveryListener<Output>, options?: SubscribeOptions): Subscription;
  /** As the client's own; has only what is of the type. */
  messages(options?: MessagesOptions & SubscribeOptions): MessageIterator<Output>;
}

/** Most messages that wait for a schema which takes its time. More are told as invalid. */
const MAX_CHECKED = 1_000;

/**
 * Gives a channel a type: zod's, or any Standard Schema.
 *
 * ```ts
 * const chat = typedChannel(client, "/chat/*", z.object({ text: z.string() }), ({ channel }, issues) => report(channel, issues));
 * chat.subscribe(({ data }) => show(data.text));
 * ```
 * @param onInvalid - by default, what is not of the type is passed over
 */
export function typedChannel<Input, Output>(
  client: TypedClient,
  channel: string,
  schema: StandardSchema<Input, Output>,
  onInvalid: InvalidListener = () => {},
): TypedClientChannel<Input, Output> {
  function subscribe<T>(_: string, listener: DeliveryListener<T>, options?: SubscribeOptions): Subscription {
    let waiting = 0;
    /** The check before: messages stay in order. */
    let before: Promise<unknown> | undefined;
    const tell = (message: Delivery, result: SchemaResult<unknown>): void => {
      if (result.issues === undefined) listener({ ...message, data: result.value } as Delivery<T>);
      else onInvalid(message, result.issues);
    };
    return client.subscribe(
      channel,
      (message) => {
        const result = check(schema, message.data);
        if (waiting === 0 && !(result instanceof Promise)) {
          tell(message, result);
        } else if (waiting >= MAX_CHECKED) {
          onInvalid(message, [{ message: "too many messages wait for their check" }]);
        } else {
          waiting += 1;
          const now = Promise.all([result, before]).then(([checked]) => {
            waiting -= 1;
            tell(message, checked);
          });
          before = now.catch(() => {}); // a listener's failure is its own
        }
      },
      options,
    );
  }
  return {
    publish: (data, fields) => client.publish(channel, data, fields),
    subscribe: (listener, options) => subscribe(channel, listener, options),
    messages: (options = {}) =>
      new MessageIterator<Output>({ subscribe, onState: (listener) => client.onState(listener) }, channel, options),
  };
}

/**
 * Gives a remote call a type.
 * @returns the call. Its promise rejects with code `invalid` when the result is not of the type, and else as `remoteCall`
 */
export function typedCall<Input, Result>(
  client: TypedClient,
  target: string,
  types: { readonly input: StandardSchema<Input, unknown>; readonly result: StandardSchema<unknown, Result> },
): (data: Input, options?: RemoteCallOptions) => Promise<Result> {
  return async (data, options) => {
    const result = await check(types.result, await client.remoteCall(target, data, options));
    if (result.issues === undefined) return result.value;
    throw new ClientError("invalid", `${target} ${result.issues[0]?.message}`);
  };
}

/** A schema that throws finds nothing valid. */
function check<T>(schema: StandardSchema<unknown, T>, data: unknown): SchemaResult<T> | Promise<SchemaResult<T>> {
  const failed = (error: unknown): SchemaResult<T> => ({ issues: [{ message: String(error) }] });
  try {
    const result = schema["~standard"].validate(data);
    return result instanceof Promise ? result.catch(failed) : result;
  } catch (error) {
    return failed(error);
  }
}
