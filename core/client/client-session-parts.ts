import type { Awaitable } from "../message/message.js";
import type { ClientEvents } from "./client-events.js";
import type { ClientExtensions } from "./extension/client-extensions.js";
import type { ClientTransportFactory, ClientTransportParts } from "./transport/client-transport.js";

/** Extra fields of each handshake, or what makes them: called anew for every handshake, so a token can be fresh. */
export type HandshakeFields = Record<string, unknown> | (() => Awaitable<Record<string, unknown>>);

/** What a client's session is made of. */
export interface ClientSessionParts extends ClientTransportParts {
  /** In the order of preference; at least one. */
  readonly transports: readonly ClientTransportFactory[];
  readonly extensions: ClientExtensions;
  readonly events: ClientEvents;
}
