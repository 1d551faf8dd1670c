import { type Awaitable, andThen } from "../../awaitable.js";
import { errorField } from "../../message/bayeux-error.js";
import type { ChannelId } from "../../message/channel-id.js";
import type { ServerSession } from "../../session/server-session.js";
import { type Exchange, fail } from "../exchange.js";
import type { MetaContext } from "./meta-context.js";

/**
 * `/meta/subscribe`, one name or an array. Names are checked first, all of them; then they are subscribed from left to
 * right until one is refused, and those before it stay.
 * @see spec/bayeux.md section 7
 */
export function subscribe(context: MetaContext, exchange: Exchange): Awaitable<void> {
  const ids = readSubscription(context, exchange);
  return ids === undefined ? undefined : subscribeFrom(0, ids, context, exchange);
}

/** The channels a subscribe or unsubscribe names; undefined when it was answered with an error. */
export function readSubscription(context: MetaContext, exchange: Exchange): ChannelId[] | undefined {
  const subscription: unknown = exchange.request.subscription;
  const names: unknown[] = Array.isArray(subscription) ? subscription : [subscription];
  if (subscription === undefined || subscription === null || names.length === 0) {
    fail(exchange, errorField(403, [], "subscription_missing"));
    return undefined;
  }
  const ids = names.map((name) => context.channels.identify(name));
  if (names.length > maxSubscriptions(context, exchange.session!) || !ids.every((id) => id !== undefined)) {
    fail(exchange, errorField(403, [], "subscription_invalid"));
    return undefined;
  }
  return ids;
}

function subscribeFrom(
  start: number,
  ids: readonly ChannelId[],
  context: MetaContext,
  exchange: Exchange,
): Awaitable<void> {
  const session = exchange.session!;
  for (let index = start; index < ids.length; index += 1) {
    const done = subscribeOne(ids[index]!, session, context, exchange);
    if (done instanceof Promise) {
      return done.then((ok) => (ok ? subscribeFrom(index + 1, ids, context, exchange) : undefined));
    }
    if (!done) return;
  }
  exchange.reply.successful = true;
  // A local session is answered in its own call.
  if (!session.isLocal) exchange.later = context.confirming(session, ids);
}

/** @returns false when it was answered with an error */
function subscribeOne(
  id: ChannelId,
  session: ServerSession,
  context: MetaContext,
  exchange: Exchange,
): Awaitable<boolean> {
  return andThen(context.access.channelForSubscribe(session, id, exchange.request), (channel) => {
    if (typeof channel === "string") return refused(exchange, channel);
    if (!session.isHandshaken || id.kind === "meta") {
      return refused(exchange, errorField(403, [], "subscribe_failed"));
    }
    // Subscribing to a service channel succeeds and means nothing (spec section 3.2).
    if (id.kind === "service" || session.subscriptions.has(channel)) return true;
    if (!session.isLocal && session.subscriptions.size >= maxSubscriptions(context, session)) {
      return refused(exchange, errorField(403, ["too_many_subscriptions"], "subscribe_denied"));
    }
    channel.subscribe(session);
    return true;
  });
}

function maxSubscriptions({ options }: MetaContext, session: ServerSession): number {
  return session.maxSubscriptions ?? options.maxSubscriptions;
}

function refused(exchange: Exchange, error: string): false {
  fail(exchange, error);
  return false;
}
