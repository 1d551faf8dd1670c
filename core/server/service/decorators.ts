import type { Awaitable } from "../../awaitable.js";
import type { ServerChannel } from "../../channel/server-channel.js";
import type { ParametersOf } from "../../message/channel-template.js";
import type { Message } from "../../message/message.js";
import type { ServerSession } from "../../session/server-session.js";
import type { RemoteCaller, RemoteCallOptions } from "./remote-call.js";

/**
 * Sees each message on a channel, wildcard or template before its subscribers do, and may change `data` and `ext`.
 * @returns false to stop the message
 */
export type ListenerMethod<This, Path extends string> = (
  this: This,
  session: ServerSession | undefined,
  message: Message,
  parameters: ParametersOf<Path>,
) => Awaitable<boolean | undefined | void>;

/** Gets each message on a channel, wildcard or template as any subscriber does. */
export type SubscriptionMethod<This, Path extends string> = (
  this: This,
  message: Message,
  parameters: ParametersOf<Path>,
) => void;

/** Answers remote calls; see `RemoteCallHandler`. */
export type RemoteCallMethod<This, Target extends string, Data> = (
  this: This,
  caller: RemoteCaller,
  data: Data,
  parameters: ParametersOf<Target>,
) => unknown;

/** Sets a channel up before anybody else sees it. */
export type ConfigureMethod<This> = (this: This, channel: ServerChannel) => void;

export interface ListenerOptions {
  /** Whether it sees what the service's own session publishes. @default false */
  readonly receiveOwnPublishes?: boolean;
}

export interface ConfigureOptions {
  /** A channel that is there already is an error. @default true */
  readonly errorIfExists?: boolean;
  /** Otherwise: whether it is set up once more. @default true */
  readonly configureIfExists?: boolean;
}

/** What a decorated method is bound to. `method` has its `this`. */
export type Binding =
  | { readonly kind: "configure"; readonly channel: string; readonly options: ConfigureOptions; readonly method: Bound }
  | { readonly kind: "listener"; readonly channel: string; readonly options: ListenerOptions; readonly method: Bound }
  | { readonly kind: "subscription"; readonly channel: string; readonly method: Bound }
  | {
      readonly kind: "remoteCall";
      readonly channel: string;
      readonly options: RemoteCallOptions;
      readonly method: Bound;
    };

type Bound = (...args: never[]) => unknown;
type NewBinding = Binding extends infer One ? (One extends Binding ? Omit<One, "method"> : never) : never;

/** The part of a method decorator's context that is needed here. */
interface MethodContext<This> {
  readonly name: string | symbol;
  readonly static: boolean;
  readonly private: boolean;
  readonly access: { get(object: This): unknown };
  addInitializer(initializer: (this: This) => void): void;
}

/** By the class that was decorated. Private to this module, so that no object of a stranger passes for a service. */
const names = new WeakMap<object, string>();
/** By the object; the keys keep one method from being bound twice to the same. */
const bindings = new WeakMap<object, Map<unknown, Binding>>();

/**
 * Makes a class a service, which {@link bindService} takes.
 * @param name - what the id of the service's own session begins with; letters, digits, `_`
 */
export function service(name: string) {
  if (!/^\w+$/.test(name)) throw new TypeError(`not a name for a service: ${name}; letters, digits and _ are`);
  return (decorated: abstract new (...args: never[]) => object, _context: ClassDecoratorContext): void => {
    names.set(decorated, name);
  };
}

/** Decorates a method that sees messages before their subscribers do. */
export function listener<Path extends string>(channel: Path, options: ListenerOptions = {}) {
  return <This extends object>(
    _method: ListenerMethod<This, Path>,
    context: ClassMethodDecoratorContext<This, ListenerMethod<This, Path>>,
  ): void => note(context, { kind: "listener", channel, options });
}

/** Decorates a method that gets messages as a subscriber. Broadcast channels only. */
export function subscription<Path extends string>(channel: Path) {
  return <This extends object>(
    _method: SubscriptionMethod<This, Path>,
    context: ClassMethodDecoratorContext<This, SubscriptionMethod<This, Path>>,
  ): void => note(context, { kind: "subscription", channel });
}

/**
 * Decorates a method that answers remote calls: `stock/quote`, or with parameters `stock/{symbol}`. Its data is `unknown`
 * unless `options.data` checks it.
 */
export function remoteCall<Target extends string, Data = unknown>(
  target: Target,
  options: RemoteCallOptions<Data> = {},
) {
  return <This extends object>(
    _method: RemoteCallMethod<This, Target, NoInfer<Data>>,
    context: ClassMethodDecoratorContext<This, RemoteCallMethod<This, Target, NoInfer<Data>>>,
  ): void => note(context, { kind: "remoteCall", channel: target, options });
}

/** Decorates a method that sets a channel up, when the service is bound. */
export function configure(channel: string, options: ConfigureOptions = {}) {
  return <This extends object>(
    _method: ConfigureMethod<This>,
    context: ClassMethodDecoratorContext<This, ConfigureMethod<This>>,
  ): void => note(context, { kind: "configure", channel, options });
}

/** The name of an object's class, or of the nearest one above that has one. */
export function serviceNameOf(instance: object): string | undefined {
  for (let type: unknown = instance.constructor; typeof type === "function"; type = Object.getPrototypeOf(type)) {
    const name = names.get(type);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** What an object's decorated methods want, those of its classes above first. */
export function bindingsOf(instance: object): readonly Binding[] {
  return [...(bindings.get(instance)?.values() ?? [])];
}

function note<This extends object>(context: MethodContext<This>, binding: NewBinding): void {
  if (context.static) throw new TypeError(`@${binding.kind} on the static method ${String(context.name)}`);
  // A method and the one that overrides it are the same, decorated anew or not; private ones only share their name.
  const key = context.private ? {} : `${binding.kind} ${binding.channel} ${String(context.name)}`;
  context.addInitializer(function (this: This) {
    const method = (...args: never[]): unknown => Reflect.apply(context.access.get(this) as Bound, this, args);
    const own = bindings.get(this) ?? new Map<unknown, Binding>();
    bindings.set(this, own.set(key, { ...binding, method } as Binding));
  });
}
