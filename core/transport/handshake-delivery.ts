import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { ServerSession } from "../session/server-session.js";

/**
 * Takes what leaves with the reply to a handshake, behind it, and says in it how many messages these are: so its client
 * knows when they have all come. Nothing, unless the server is told to (`allowMessageDeliveryDuringHandshake`).
 * @see spec/bayeux.md section 5.4
 */
export function takeWithHandshake(reply: Message, session: ServerSession): readonly Publication[] {
  if (reply.successful !== true || reply.clientId !== session.id || !session.mailbox.opensWithHandshake) return [];
  const taken = session.take(reply);
  if (taken.length > 0) reply["x-messages"] = taken.length;
  return taken;
}
