import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";
import type { Awaitable, Message } from "../message/message.js";
import type { Chance } from "./backoff.js";
import type { ClientError } from "./client-error.js";
import type { ClientState } from "./client-state.js";
import type { ClientExtensions } from "./extension/client-extensions.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";

/** Extra fields of each handshake, or what makes them: called anew for every handshake, so a token can be fresh. */
export type HandshakeFields = Record<string, unknown> | (() => Awaitable<Record<string, unknown>>);

/** What a client's session tells the client. None of the methods throws. */
export interface ClientSessionSink {
  stateChanged(state: ClientState, previous: ClientState, cause: ClientError | undefined): void;
  /** A handshake was refused; what follows is the session's matter. */
  handshakeRefused(reply: Message): void;
  /** There is a new session. What is sent now goes before everything that waits, and before the first connect. */
  opened(reply: Message): void;
  /** The session is gone, and what it had with it; another may follow. May be told twice. */
  sessionLost(): void;
  /** The client is at rest, by its own will or the server's. */
  closed(cause: ClientError): void;
  /** A reply on a meta channel, or the server's own disconnect. */
  meta(message: Message): void;
  /** The answer to a remote call, if it is one. @returns whether it was */
  answer(id: string, message: Message): boolean;
  delivery(message: Message): void;
}

/** What a client's session is made of. */
export interface ClientSessionParts {
  readonly clock: Clock;
  readonly random: Chance;
  readonly logger: Logger;
  /** In the order of preference; at least one. */
  readonly transports: readonly ClientTransportFactory[];
  readonly extensions: ClientExtensions;
}
