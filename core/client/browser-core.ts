/**
 * The smallest client for browsers: WebSocket and long-polling, subscriptions, publishes, extensions. `browser.ts` has all
 * the rest.
 */
export { ConfigError } from "../config-error.js";
export type { Message } from "../message/message.js";
export type { Delivery, DeliveryListener, SubscribeOptions, Subscription } from "./client-channel.js";
export { ClientError, type ClientErrorCode } from "./client-error.js";
export type { StateListener } from "./client-events.js";
export { type BayeuxClientParts, CoreClient as BayeuxClient, coreTransports } from "./core-client.js";
export { type ClientTransportFactory, TransportError } from "./transport/client-transport.js";
export { type Fetch, longPollingTransport } from "./transport/long-polling-client-transport.js";
export { type WebSocketLike, webSocketTransport } from "./transport/websocket-client-transport.js";
