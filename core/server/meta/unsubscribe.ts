import { errorField } from "../../message/bayeux-error.js";
import { type Exchange, fail } from "../exchange.js";
import type { MetaContext } from "./meta-context.js";
import { readSubscription } from "./subscribe.js";

/**
 * `/meta/unsubscribe`, one name or an array. Messages that were queued before are still delivered.
 * @see spec/bayeux.md section 7
 */
export function unsubscribe(context: MetaContext, exchange: Exchange): void {
  const session = exchange.session!;
  for (const id of readSubscription(context, exchange) ?? []) {
    if (id.kind === "meta") return fail(exchange, errorField(403, [], "unsubscribe_failed"));
    const channel = context.channels.get(id.name);
    if (channel === undefined && id.kind === "broadcast") return fail(exchange, errorField(400, [], "channel_missing"));
    if (channel !== undefined) channel.unsubscribe(session);
    exchange.reply.successful = true;
  }
}
