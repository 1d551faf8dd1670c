/** The client as browsers get it: no `node:` module, the platform's own WebSocket and fetch. */
export type { Clock, Timer } from "../clock.js";
export { ConfigError } from "../config-error.js";
export type { Logger } from "../logger.js";
export type { Ext, Message } from "../message/message.js";
export type { Random } from "../random.js";
export { BayeuxClient, type BayeuxClientParts, type StateListener } from "./bayeux-client.js";
export type { ConnectAdvice } from "./client-advice.js";
export type { Delivery, DeliveryListener, SubscribeOptions, Subscription } from "./client-channel.js";
export { ClientError, type ClientErrorCode } from "./client-error.js";
export type { BayeuxClientOptions, BayeuxClientOptionsInput } from "./client-options.js";
export type { HandshakeFields } from "./client-session-sink.js";
export type { ClientState } from "./client-state.js";
export type { ClientStats } from "./client-stats.js";
export { AckClientExtension } from "./extension/ack-client-extension.js";
export type { ClientExtension } from "./extension/client-extension.js";
export {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./transport/client-transport.js";
export { type Fetch, longPollingTransport } from "./transport/long-polling-client-transport.js";
export { type WebSocketLike, webSocketTransport } from "./transport/websocket-client-transport.js";
