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

  /**
   * Publishes in one session and no other: while a connection is lost messages wait, and it may be a new session that they
   * leave in.
   * @param isWanted - asked when it leaves: whether the session is still the one that it is meant for
   * @returns whether the peer took it; never rejects
   */
  publishWhile(isWanted: () => boolean, message: Message): Promise<boolean> {
    return new Promise((resolve) => {
      const departing = () => {
        const isLeaving = isWanted();
        if (!isLeaving) resolve(false);
        return isLeaving;
      };
      this.send({
        message,
        isRepeatable: false,
        departing,
        resolve: () => resolve(true),
        reject: () => resolve(false),
      });
    });
  }
}
