import type { Message } from "../../message/message.js";

/**
 * Sees every message of one client. Incoming runs in the order of registration, outgoing in reverse (spec section 20).
 * One that throws is logged and passed over.
 */
export interface ClientExtension {
  /** A message from the server, before anything else looks at it. May change it. @returns false to drop it */
  incoming?(message: Message): boolean | undefined | void;
  /** A message about to be sent, complete but for its printing. May change it, not its `id`. @returns false to drop it */
  outgoing?(message: Message): boolean | undefined | void;
}
