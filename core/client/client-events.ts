import type { Message } from "../message/message.js";
import type { ClientError } from "./client-error.js";
import type { ClientState } from "./client-state.js";
import { type ListenerErrors, Listeners } from "./listeners.js";

export type StateListener = (state: ClientState, previous: ClientState, cause: ClientError | undefined) => void;

/** What a client's session tells the client and its application. */
export type ClientEvents = ReturnType<typeof clientEvents>;

/** @param onError - told of what any of the listeners throws */
export function clientEvents(onError: ListenerErrors) {
  const listeners = <Args extends unknown[]>() => new Listeners<Args>(onError);
  return {
    stateChanged: listeners<Parameters<StateListener>>(),
    /** Each handshake reply. After a successful one, what is sent now goes before everything that waits. */
    handshakeReplied: listeners<[reply: Message]>(),
    /** The session is gone, and what it had with it; another may follow. May be told twice. */
    sessionLost: listeners<[]>(),
    /** The client is at rest, by its own will or the server's. */
    cameToRest: listeners<[cause: ClientError]>(),
    /** A reply on a meta channel, or the server's own disconnect. */
    metaReceived: listeners<[message: Message]>(),
    /** What was published somewhere; told to all who listen here before the first who listens to `delivered`. */
    deliveryReceived: listeners<[message: Message]>(),
    delivered: listeners<[message: Message]>(),
    /** For clients that make remote calls: takes a result. @returns whether somebody waits for it */
    answer: (_id: string, _message: Message): boolean => false,
  };
}
