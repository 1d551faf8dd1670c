import { type Awaitable, andThen } from "../awaitable.js";
import type { MessageListener, ServerChannel } from "../channel/server-channel.js";
import { BayeuxError } from "../message/bayeux-error.js";
import type { ChannelTemplate, ParametersOf } from "../message/channel-template.js";
import type { Message } from "../message/message.js";
import { issuePaths, type StandardSchema } from "../message/standard-schema.js";
import type { ServerSession } from "../session/server-session.js";
import type { ServiceHandler } from "./service-registry.js";

/** What a typed channel needs of its server. */
export interface TypedChannelHost {
  createChannel(name: string): ServerChannel;
  publish(sender: ServerSession | undefined, channel: string, data: unknown, fields?: Record<string, unknown>): number;
  subscribe(channel: string, listener: (message: Message) => void): () => void;
  addService<Path extends string>(channel: Path, handler: ServiceHandler<ParametersOf<Path>>): () => void;
}

/** A message whose data was checked. */
export type TypedMessage<Data> = Message & { readonly data: Data };

/** The parameters to fill in, if the path has any. */
type Filled<Path extends string> = [keyof ParametersOf<Path>] extends [never] ? [] : [parameters: ParametersOf<Path>];

/** What a typed service is called with, besides the data. */
export interface ServiceCall<Parameters> {
  readonly session: ServerSession;
  readonly message: Message;
  /** May be given `ext`. */
  readonly reply: Message;
  readonly parameters: Parameters;
}

/**
 * A channel, wildcard or template whose messages carry data of one type. What clients and other nodes publish is checked
 * before anybody sees it, and replaced by what the schema makes of it; what is not of the type is refused with
 * `400:data.path:data_invalid`. What server code publishes is checked by the compiler.
 */
export class TypedChannel<Path extends string, Data> {
  readonly #host: TypedChannelHost;
  readonly #template: ChannelTemplate<Path>;
  readonly #unguard: () => void;

  /** Made by `BayeuxServer.typedChannel`. */
  constructor(host: TypedChannelHost, template: ChannelTemplate<Path>, schema: StandardSchema<unknown, Data>) {
    this.#host = host;
    this.#template = template;
    this.#unguard = host.createChannel(template.covering).addCheck(checkData(template, schema));
  }

  /**
   * Publishes from server code, past policy, authorizers and listeners.
   * @param filled - the parameters of the path, where it has any
   * @returns sessions of this server that took it
   * @throws RangeError when a parameter is no segment of a channel name, or the path is a wildcard
   */
  publish(data: Data, ...filled: Filled<Path>): number {
    const name = this.#template.fill((filled[0] ?? {}) as ParametersOf<Path>);
    return this.#host.publish(undefined, name, data);
  }

  /**
   * Hears what is published, in the same process, whoever published it.
   * @returns a function that unsubscribes
   */
  subscribe(listener: (message: TypedMessage<Data>, parameters: ParametersOf<Path>) => void): () => void {
    return this.#host.subscribe(this.#template.covering, (message) => {
      const parameters = this.#template.match(message.channel);
      if (parameters !== undefined) listener(message as TypedMessage<Data>, parameters);
    });
  }

  /**
   * Answers publishes on a service channel; see `BayeuxServer.addService`.
   * @returns a function that removes the service again
   * @throws RangeError when the path does not begin with `/service/`
   */
  serve(handler: (data: Data, call: ServiceCall<ParametersOf<Path>>) => void | Promise<void>): () => void {
    return this.#host.addService(this.#template.pattern, (session, message, reply, parameters) =>
      handler(message.data as Data, { session, message, reply, parameters }),
    );
  }

  /** Checks no more; subscriptions and services stay. */
  close(): void {
    this.#unguard();
  }
}

function checkData(template: ChannelTemplate, schema: StandardSchema): MessageListener {
  return (_session: ServerSession | undefined, message: Message): Awaitable<void> => {
    if (template.match(message.channel) === undefined) return;
    return andThen(schema["~standard"].validate(message.data), (result) => {
      if (result.issues !== undefined) throw new BayeuxError(400, issuePaths(result.issues), "data_invalid");
      message.data = result.value;
    });
  };
}
