import type { Message } from "../message/message.js";
import type { ServerSession } from "./server-session.js";

/** Follows single messages through this server: core says what happens to them, and knows nothing of who listens. */
export interface MessageTracer {
  /** The message that is being given to listeners and subscribers just now, in this turn; undefined if it is not followed. */
  readonly current: MessageTrace | undefined;
  /**
   * A publish arrived, before anybody is asked whether it may. Must be quick, and not throw.
   * @param sender - undefined for server code's own
   * @returns undefined for a message that is not followed, as most
   */
  received(sender: ServerSession | undefined, message: Message): MessageTrace | undefined;
}

/** One message that is followed. */
export interface MessageTrace {
  /** For log lines about the message. */
  readonly traceId: string;
  /** What clients get of it. @param delivery - not to be changed */
  forClients(delivery: Message): Message;
  /** What other nodes get, so that they can go on with the trace. @param delivery - not to be changed */
  forPeers(delivery: Message): Message;
  /** Does what the message is for; what is published meanwhile is a consequence of it. */
  within<T>(work: () => T): T;
  /** It was handed to the connection of a client or peer; perhaps not for the first time. */
  written(receiver: ServerSession): void;
  /** The publish is answered: all that wanted the message have it in their queues, or it was refused. */
  handled(reply: Message): void;
}
