import { channelKind } from "../message/channel-id.js";
import { type DeliveryReceipt, rulesOfDelivery, USUAL_DELIVERY } from "../message/delivery-rules.js";
import type { Message } from "../message/message.js";
import { Publication } from "../message/publication.js";
import { RawJson } from "../message/raw-json.js";
import type { ServerSession } from "./server-session.js";
import type { SessionHost } from "./session-host.js";

/** A message for one session alone. */
export interface DirectDelivery {
  readonly sender: ServerSession | undefined;
  readonly channel: string;
  /** Any value of JSON; a {@link RawJson} is read only where an extension has to see it. */
  readonly data: unknown;
  /** Other top-level fields. */
  readonly fields: Record<string, unknown> | undefined;
  readonly receipt: DeliveryReceipt | undefined;
}

/** @returns what the receiver is to get; undefined when an extension withholds it */
export function publicationOf(
  delivery: DirectDelivery,
  receiver: ServerSession,
  host: SessionHost,
): Publication | undefined {
  const publication = unread(delivery, host) ?? extended(delivery, receiver, host);
  if (publication !== undefined) publication.probe = host.newProbe();
  return publication;
}

/** As it was printed by somebody else; undefined where it has to be read. */
function unread({ channel, data, fields, receipt }: DirectDelivery, host: SessionHost): Publication | undefined {
  if (!(data instanceof RawJson) || fields !== undefined) return undefined;
  if (!host.hasOnlyMetaExtensions() || channelKind(channel) === "meta") return undefined;
  const rules = receipt === undefined ? undefined : { ...USUAL_DELIVERY, receipt };
  const printed = { channel, data: data.text, dataBytes: data.bytes, fields: "", envelope: undefined };
  return new Publication(undefined, rules, printed);
}

/** Through the extensions of the server. */
function extended(
  { sender, channel, data, fields, receipt }: DirectDelivery,
  receiver: ServerSession,
  host: SessionHost,
): Publication | undefined {
  const value = data instanceof RawJson ? data.value : data;
  // Clients take a message without data for none of Bayeux's, as in a publish (publish.ts).
  const delivery: Message = { channel, ...fields, data: value ?? null };
  const rules = rulesOfDelivery(delivery, receipt);
  const message = host.outgoing(delivery, sender, receiver);
  return message === undefined ? undefined : new Publication(message, rules);
}
