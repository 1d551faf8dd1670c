/** What all entries of the whole client export, but for the `BayeuxClient` of the platform. */
export type { Clock, Timer } from "../clock.js";
export { ConfigError } from "../config-error.js";
export type { Logger } from "../logger.js";
export type { Ext, Message } from "../message/message.js";
export type { SchemaIssue, StandardSchema } from "../message/standard-schema.js";
export type { Random } from "../random.js";
export type { RemoteCallOptions } from "./bayeux-client.js";
export type { ConnectAdvice } from "./client-advice.js";
export type { Delivery, DeliveryListener, SubscribeOptions, Subscription } from "./client-channel.js";
export { ClientError, type ClientErrorCode } from "./client-error.js";
export type { StateListener } from "./client-events.js";
export type { BayeuxClientOptions, BayeuxClientOptionsInput } from "./client-options.js";
export type { HandshakeFields } from "./client-session-parts.js";
export type { ClientState } from "./client-state.js";
export type { ClientStats } from "./client-stats.js";
export type { BayeuxClientParts } from "./core-client.js";
export { AckClientExtension } from "./extension/ack-client-extension.js";
export { BinaryClientExtension, type BinaryData } from "./extension/binary-client-extension.js";
export type { ClientExtension } from "./extension/client-extension.js";
export { Reload, type ReloadStorage } from "./extension/reload.js";
export { TimestampClientExtension } from "./extension/timestamp-client-extension.js";
export { TimesyncClientExtension } from "./extension/timesync-client-extension.js";
export type { Gap } from "./gap-watch.js";
export type { MessageIterator, MessagesOptions } from "./message-iterator.js";
export {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./transport/client-transport.js";
export { eventStreamTransport, streamingTransport } from "./transport/fetch-stream-transports.js";
export { type Fetch, longPollingTransport } from "./transport/long-polling-client-transport.js";
export { callbackPollingTransport, foreverIframeTransport } from "./transport/page-transports.js";
export { type WebSocketLike, webSocketTransport } from "./transport/websocket-client-transport.js";
export {
  type InvalidListener,
  type TypedClient,
  type TypedClientChannel,
  typedCall,
  typedChannel,
} from "./typed-client-channel.js";
