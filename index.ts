export type { ClusterView, NodeState } from "./api/cluster-view.js";
export type { Auth } from "./auth/auth.js";
export type { Identities, Identity } from "./auth/identity.js";
export type { MintedToken, TokenRights, TokenWish } from "./auth/token-mint.js";
export { type BusApp, BusNode, type BusNodeParts } from "./bus-node.js";
export type { NodeConfig, NodeConfigInput } from "./config.js";
export type { ChannelDelivery } from "./core/channel/channel-delivery.js";
export type { ChannelInitializer } from "./core/channel/channel-registry.js";
export {
  type DataFilter,
  dataFilter,
  deleteMessage,
  noMarkup,
  noScript,
  regexList,
} from "./core/channel/data-filter.js";
export type { ListenerLife } from "./core/channel/listener-life.js";
export type { ListenerOptions, MessageListener, ServerChannel } from "./core/channel/server-channel.js";
export { AckExtension } from "./core/extension/ack-extension.js";
export {
  ActivityExtension,
  type ActivityExtensionOptions,
  SessionActivity,
} from "./core/extension/activity-extension.js";
export { type BinaryData, BinaryExtension, readBinary } from "./core/extension/binary-extension.js";
export { TimestampExtension, type TimestampExtensionOptions } from "./core/extension/timestamp-extension.js";
export { TimesyncExtension, type TimesyncExtensionOptions } from "./core/extension/timesync-extension.js";
export type { HttpHandler, HttpMethod, Route } from "./core/http/http-server.js";
export { type Logger, silentLogger } from "./core/logger.js";
export type { Advice } from "./core/message/advice.js";
export { BayeuxError, type BayeuxErrorCode } from "./core/message/bayeux-error.js";
export type { ParametersOf } from "./core/message/channel-template.js";
export { markLazy, type QueuePolicy } from "./core/message/delivery-rules.js";
export type { Extension, OutgoingContext } from "./core/message/extension.js";
export type { Ext, Message } from "./core/message/message.js";
export type { StandardSchema } from "./core/message/standard-schema.js";
export { ConfigError } from "./core/options.js";
export type { Authorizer, Operation, Verdict } from "./core/security/authorizer.js";
export { GrantAuthorizer } from "./core/security/grant-authorizer.js";
export { DefaultSecurityPolicy, type SecurityPolicy } from "./core/security/security-policy.js";
export { type BayeuxListener, BayeuxServer, type ServerExtension } from "./core/server/bayeux-server.js";
export {
  type BoundService,
  bindService,
  type ServiceContext,
  type ServiceLifecycle,
} from "./core/server/service/bind-service.js";
export { configure, listener, remoteCall, service, subscription } from "./core/server/service/decorators.js";
export { addMessageHandlers, BroadcastHandler, type MessageHandler } from "./core/server/service/message-handler.js";
export {
  addRemoteCall,
  RemoteCallError,
  type RemoteCaller,
  type RemoteCallHandler,
  type RemoteCallOptions,
} from "./core/server/service/remote-call.js";
export {
  addSessionHandlers,
  type SessionHandler,
  type SessionHandlerFactory,
} from "./core/server/service/session-handler.js";
export type { ServiceHandler } from "./core/server/service-registry.js";
export type { ServiceCall, TypedChannel, TypedMessage } from "./core/server/typed-channel.js";
export type { LocalSession } from "./core/session/local-session.js";
export type { DropReason, Mailbox } from "./core/session/mailbox.js";
export type { KickAdvice, RemovalReason, ServerSession } from "./core/session/server-session.js";
export type { SessionListener } from "./core/session/session-listener.js";
