import type { Awaitable } from "../../awaitable.js";
import { channelKind } from "../../message/channel-id.js";
import { parseTemplate } from "../../message/channel-template.js";
import type { LocalSession } from "../../session/local-session.js";
import type { ServerSession } from "../../session/server-session.js";
import type { BayeuxServer } from "../bayeux-server.js";
import {
  type Binding,
  bindingsOf,
  type ConfigureMethod,
  type ListenerMethod,
  type SubscriptionMethod,
  serviceNameOf,
} from "./decorators.js";
import { addRemoteCall, type RemoteCallHandler } from "./remote-call.js";

/** What a service is given when it is bound. */
export interface ServiceContext {
  readonly server: BayeuxServer;
  /** A client of its own, which publishes and subscribes as any other, checked by the policy. */
  readonly local: LocalSession;
  /** The server's side of it: the identity to deliver and publish with from server code. */
  readonly session: ServerSession;
}

/** What the class of a service may have besides decorated methods. */
export interface ServiceLifecycle {
  /** Its channels are set up, and no message has come yet. */
  bound?(context: ServiceContext): Awaitable<void>;
  /** Its methods are called no more; its session is still there. */
  unbound?(): void;
}

export interface BoundService {
  readonly context: ServiceContext;
  /**
   * Takes everything back: listeners, remote calls, subscriptions, the session. Channels that it set up stay. Calling it
   * again does nothing.
   */
  unbind(): void;
}

/** The services of each server. */
const boundTo = new WeakMap<BayeuxServer, WeakSet<object>>();

/**
 * Connects the decorated methods of an object with a server: first the channels it configures, then its `bound`, then
 * listeners, remote calls and subscriptions.
 * @param service - of a class with `@service`
 * @returns once all is in place; when it rejects nothing is left behind but channels that it had set up
 * @throws TypeError when the class is no service; Error when the object is bound to this server already, a channel that
 *   it configures is there already, or the policy refuses its session or a subscription (one that takes its time to
 *   refuse a subscription is logged); RangeError for an illegal name, or a subscription to a channel that has none
 * @see spec/bayeux.md section 24
 */
export async function bindService(server: BayeuxServer, service: object & ServiceLifecycle): Promise<BoundService> {
  const name = serviceNameOf(service);
  if (name === undefined) throw new TypeError(`${service.constructor?.name ?? "object"} has no @service decorator`);
  const others = boundTo.get(server) ?? new WeakSet();
  if (others.has(service)) throw new Error(`service ${name}: this object is bound already`);
  boundTo.set(server, others.add(service));
  const taking: (() => void)[] = [() => others.delete(service)];
  /** In reverse, each even if another fails. */
  const unbind = (): void => {
    for (const takeBack of taking.splice(0).reverse()) {
      try {
        takeBack();
      } catch (err) {
        server.logger.error({ err, service: name }, "service could not be unbound");
      }
    }
  };
  try {
    const context = await newContext(server, name);
    taking.push(() => context.local.disconnect());
    const bindings = bindingsOf(service);
    for (const binding of bindings) if (binding.kind === "configure") setUp(server, binding);
    await service.bound?.(context);
    taking.push(() => service.unbound?.());
    for (const binding of bindings) if (binding.kind !== "configure") taking.push(bind(context, binding));
    return { context, unbind };
  } catch (error) {
    unbind();
    throw error;
  }
}

async function newContext(server: BayeuxServer, name: string): Promise<ServiceContext> {
  const local = server.newLocalSession(name);
  await local.handshake();
  return { server, local, session: local.session };
}

function setUp(server: BayeuxServer, { channel: name, options, method }: Binding & { kind: "configure" }): void {
  const { errorIfExists = true, configureIfExists = true } = options;
  const init = method as ConfigureMethod<void>;
  const existing = server.getChannel(name);
  if (existing === undefined) server.createChannel(name, init);
  else if (errorIfExists) throw new Error(`@configure: the channel ${name} is there already`);
  else if (configureIfExists) init(existing);
}

function bind(context: ServiceContext, binding: Exclude<Binding, { kind: "configure" }>): () => void {
  const { server, local, session: own } = context;
  if (binding.kind === "remoteCall") {
    return addRemoteCall(server, binding.channel, binding.method as RemoteCallHandler, binding.options);
  }
  if (binding.kind === "listener") {
    const { receiveOwnPublishes = false } = binding.options;
    const method = binding.method as ListenerMethod<void, string>;
    return server.addMessageListener<string>(binding.channel, (session, message, parameters) =>
      session === own && !receiveOwnPublishes ? undefined : method(session, message, parameters),
    );
  }
  const template = parseTemplate<string>(binding.channel);
  if (channelKind(template.covering) !== "broadcast") {
    throw new RangeError(`@subscription: ${binding.channel} is no broadcast channel`);
  }
  const method = binding.method as SubscriptionMethod<void, string>;
  return local.subscribe(template.covering, (message) => {
    const parameters = template.match(message.channel);
    if (parameters !== undefined) method(message, parameters);
  });
}
