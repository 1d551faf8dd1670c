/** The client as browsers get it: no `node:` module, the platform's own WebSocket and fetch. Workers too. */
import { BayeuxClient as AnyBayeuxClient } from "./bayeux-client.js";
import type { BayeuxClientOptionsInput } from "./client-options.js";
import { type BayeuxClientParts, coreTransports } from "./core-client.js";
import type { ClientTransportFactory } from "./transport/client-transport.js";
import { eventStreamTransport, streamingTransport } from "./transport/fetch-stream-transports.js";
import type { Fetch } from "./transport/long-polling-client-transport.js";
import { callbackPollingTransport, foreverIframeTransport } from "./transport/page-transports.js";

export * from "./client-api.js";

/** The client with every transport that the page or worker is good for. Otherwise {@link AnyBayeuxClient}. */
export class BayeuxClient extends AnyBayeuxClient {
  constructor(options: BayeuxClientOptionsInput, parts: BayeuxClientParts = {}) {
    super(options, { ...parts, transports: parts.transports ?? pageTransports() });
  }
}

/** All there are, the preferred one first; those that need a document only where there is one. */
export function pageTransports(): ClientTransportFactory[] {
  const send: Fetch = (url, init) => fetch(url, init);
  const factories = coreTransports();
  factories.splice(-1, 0, eventStreamTransport(send), streamingTransport(send));
  if (typeof document === "object") factories.push(foreverIframeTransport(send), callbackPollingTransport());
  return factories;
}
