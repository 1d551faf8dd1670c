import { BayeuxClient } from "../../core/client/node.js";
import type { Message } from "../../core/message/message.js";

/** The Bayeux client of one link. Its subscriptions are managed by whoever knows what the node wants, not here. */
export class LinkClient extends BayeuxClient {
  /**
   * Sends a subscribe or unsubscribe, again after a lost connection as long as the session lives, in the order of the calls.
   * @returns the successful reply
   */
  repeatable(message: Message): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.send({ message, isRepeatable: true, resolve, reject });
    });
  }
}
