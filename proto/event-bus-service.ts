import type { ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { oortbus } from "#proto/event_bus.js";
import { type ExchangeHandler, exchangeCall, type StreamHandler, serverStream } from "./server-stream.js";
import { type FaultListener, type UnaryHandler, unaryCall } from "./unary-call.js";

/** The service's full name, as health checks and reflection use it. */
export const EVENT_BUS_SERVICE = "oortbus.v1.EventBus";

export type PublishRequest = oortbus.v1.PublishRequest;
export type PublishResponse = oortbus.v1.PublishResponse.$Properties;
export type PublishBatchRequest = oortbus.v1.PublishBatchRequest;
export type PublishBatchResponse = oortbus.v1.PublishBatchResponse.$Properties;
export type PublishStreamRequest = oortbus.v1.PublishStreamRequest;
export type PublishStreamResponse = oortbus.v1.PublishStreamResponse.$Properties;
export type SubscribeRequest = oortbus.v1.SubscribeRequest;
export type SubscribeResponse = oortbus.v1.SubscribeResponse.$Properties;
export type GetChannelsRequest = oortbus.v1.GetChannelsRequest;
export type GetChannelsResponse = oortbus.v1.GetChannelsResponse.$Properties;
export type SendToUsersRequest = oortbus.v1.SendToUsersRequest;
export type SendToUsersResponse = oortbus.v1.SendToUsersResponse.$Properties;
export type WatchClusterRequest = oortbus.v1.WatchClusterRequest;
export type WatchClusterResponse = oortbus.v1.WatchClusterResponse.$Properties;
export type SendToUserRequest = oortbus.v1.SendToUserRequest;
export type SendToUserResponse = oortbus.v1.SendToUserResponse.$Properties;
export type GetPresenceRequest = oortbus.v1.GetPresenceRequest;
export type GetPresenceResponse = oortbus.v1.GetPresenceResponse.$Properties;
export type WatchPresenceRequest = oortbus.v1.WatchPresenceRequest;
export type WatchPresenceResponse = oortbus.v1.WatchPresenceResponse.$Properties;
export type ListUserSessionsRequest = oortbus.v1.ListUserSessionsRequest;
export type ListUserSessionsResponse = oortbus.v1.ListUserSessionsResponse.$Properties;
export type DisconnectUserRequest = oortbus.v1.DisconnectUserRequest;
export type DisconnectUserResponse = oortbus.v1.DisconnectUserResponse.$Properties;
export type DisconnectSessionRequest = oortbus.v1.DisconnectSessionRequest;
export type DisconnectSessionResponse = oortbus.v1.DisconnectSessionResponse.$Properties;
export type GetClusterRequest = oortbus.v1.GetClusterRequest;
export type DrainRequest = oortbus.v1.DrainRequest;
export type DrainResponse = oortbus.v1.DrainResponse.$Properties;
export type MintTokenRequest = oortbus.v1.MintTokenRequest;
export type MintTokenResponse = oortbus.v1.MintTokenResponse.$Properties;
export type RevokeTokensRequest = oortbus.v1.RevokeTokensRequest;
export type RevokeTokensResponse = oortbus.v1.RevokeTokensResponse.$Properties;
export type GetClusterResponse = oortbus.v1.GetClusterResponse.$Properties;

/** What serves the EventBus: one function a method, given in by the owner of the bus. */
export interface EventBusHandlers {
  publish: UnaryHandler<PublishRequest, PublishResponse>;
  publishBatch: UnaryHandler<PublishBatchRequest, PublishBatchResponse>;
  publishStream: ExchangeHandler<PublishStreamRequest, PublishStreamResponse>;
  subscribe: StreamHandler<SubscribeRequest, SubscribeResponse>;
  getChannels: UnaryHandler<GetChannelsRequest, GetChannelsResponse>;
  sendToUser: UnaryHandler<SendToUserRequest, SendToUserResponse>;
  sendToUsers: UnaryHandler<SendToUsersRequest, SendToUsersResponse>;
  getPresence: UnaryHandler<GetPresenceRequest, GetPresenceResponse>;
  watchPresence: StreamHandler<WatchPresenceRequest, WatchPresenceResponse>;
  listUserSessions: UnaryHandler<ListUserSessionsRequest, ListUserSessionsResponse>;
  disconnectUser: UnaryHandler<DisconnectUserRequest, DisconnectUserResponse>;
  disconnectSession: UnaryHandler<DisconnectSessionRequest, DisconnectSessionResponse>;
  getCluster: UnaryHandler<GetClusterRequest, GetClusterResponse>;
  watchCluster: StreamHandler<WatchClusterRequest, WatchClusterResponse>;
  drain: UnaryHandler<DrainRequest, DrainResponse>;
  mintToken: UnaryHandler<MintTokenRequest, MintTokenResponse>;
  revokeTokens: UnaryHandler<RevokeTokensRequest, RevokeTokensResponse>;
}

/** A generated message class: `In` is what its encoder takes, `Out` what its decoder gives. */
interface MessageType<In, Out> {
  encode(message: In): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Out;
}

/** One method as both ends need it; `In` and `Out` of either message as in {@link MessageType}. */
export interface Method<Streams extends boolean, ReqIn, ReqOut, ResIn, ResOut, Takes extends boolean = false> {
  readonly path: string;
  /** Whether it takes any number of messages. */
  readonly requestStream: Takes;
  /** Whether it answers with any number of messages. */
  readonly responseStream: Streams;
  requestSerialize(message: ReqIn): Buffer;
  requestDeserialize(bytes: Buffer): ReqOut;
  responseSerialize(message: ResIn): Buffer;
  responseDeserialize(bytes: Buffer): ResOut;
}

const { v1 } = oortbus;
const methods = v1.EventBus.prototype;

/** The methods on the wire: paths and codecs, both from the generated module. */
export const eventBusDefinition = {
  publish: unary(methods.publish.path, v1.PublishRequest, v1.PublishResponse),
  publishBatch: unary(methods.publishBatch.path, v1.PublishBatchRequest, v1.PublishBatchResponse),
  publishStream: exchanging(methods.publishStream.path, v1.PublishStreamRequest, v1.PublishStreamResponse),
  subscribe: streaming(methods.subscribe.path, v1.SubscribeRequest, v1.SubscribeResponse),
  getChannels: unary(methods.getChannels.path, v1.GetChannelsRequest, v1.GetChannelsResponse),
  sendToUser: unary(methods.sendToUser.path, v1.SendToUserRequest, v1.SendToUserResponse),
  sendToUsers: unary(methods.sendToUsers.path, v1.SendToUsersRequest, v1.SendToUsersResponse),
  getPresence: unary(methods.getPresence.path, v1.GetPresenceRequest, v1.GetPresenceResponse),
  watchPresence: streaming(methods.watchPresence.path, v1.WatchPresenceRequest, v1.WatchPresenceResponse),
  listUserSessions: unary(methods.listUserSessions.path, v1.ListUserSessionsRequest, v1.ListUserSessionsResponse),
  disconnectUser: unary(methods.disconnectUser.path, v1.DisconnectUserRequest, v1.DisconnectUserResponse),
  disconnectSession: unary(methods.disconnectSession.path, v1.DisconnectSessionRequest, v1.DisconnectSessionResponse),
  getCluster: unary(methods.getCluster.path, v1.GetClusterRequest, v1.GetClusterResponse),
  watchCluster: streaming(methods.watchCluster.path, v1.WatchClusterRequest, v1.WatchClusterResponse),
  drain: unary(methods.drain.path, v1.DrainRequest, v1.DrainResponse),
  mintToken: unary(methods.mintToken.path, v1.MintTokenRequest, v1.MintTokenResponse),
  revokeTokens: unary(methods.revokeTokens.path, v1.RevokeTokensRequest, v1.RevokeTokensResponse),
} satisfies ServiceDefinition;

/** @returns the handlers in the form grpc-js serves, each call with one answer bounded by `maxCallMs` */
export function eventBusImplementation(
  handlers: EventBusHandlers,
  maxCallMs: number,
  onFault: FaultListener,
): UntypedServiceImplementation {
  return {
    publish: unaryCall(handlers.publish, maxCallMs, onFault),
    publishBatch: unaryCall(handlers.publishBatch, maxCallMs, onFault),
    publishStream: exchangeCall(handlers.publishStream, onFault),
    subscribe: serverStream(handlers.subscribe, onFault),
    getChannels: unaryCall(handlers.getChannels, maxCallMs, onFault),
    sendToUser: unaryCall(handlers.sendToUser, maxCallMs, onFault),
    sendToUsers: unaryCall(handlers.sendToUsers, maxCallMs, onFault),
    getPresence: unaryCall(handlers.getPresence, maxCallMs, onFault),
    watchPresence: serverStream(handlers.watchPresence, onFault),
    listUserSessions: unaryCall(handlers.listUserSessions, maxCallMs, onFault),
    disconnectUser: unaryCall(handlers.disconnectUser, maxCallMs, onFault),
    disconnectSession: unaryCall(handlers.disconnectSession, maxCallMs, onFault),
    getCluster: unaryCall(handlers.getCluster, maxCallMs, onFault),
    watchCluster: serverStream(handlers.watchCluster, onFault),
    drain: unaryCall(handlers.drain, maxCallMs, onFault),
    mintToken: unaryCall(handlers.mintToken, maxCallMs, onFault),
    revokeTokens: unaryCall(handlers.revokeTokens, maxCallMs, onFault),
  };
}

/** A method with one answer. */
export function unary<ReqIn, ReqOut, ResIn, ResOut>(
  path: string,
  request: MessageType<ReqIn, ReqOut>,
  response: MessageType<ResIn, ResOut>,
): Method<false, ReqIn, ReqOut, ResIn, ResOut> {
  return { ...codecs(path, request, response), responseStream: false };
}

function streaming<ReqIn, ReqOut, ResIn, ResOut>(
  path: string,
  request: MessageType<ReqIn, ReqOut>,
  response: MessageType<ResIn, ResOut>,
): Method<true, ReqIn, ReqOut, ResIn, ResOut> {
  return { ...codecs(path, request, response), responseStream: true };
}

/** A method with any number of messages both ways. */
function exchanging<ReqIn, ReqOut, ResIn, ResOut>(
  path: string,
  request: MessageType<ReqIn, ReqOut>,
  response: MessageType<ResIn, ResOut>,
): Method<true, ReqIn, ReqOut, ResIn, ResOut, true> {
  return { ...codecs(path, request, response), requestStream: true, responseStream: true };
}

function codecs<ReqIn, ReqOut, ResIn, ResOut>(
  path: string,
  request: MessageType<ReqIn, ReqOut>,
  response: MessageType<ResIn, ResOut>,
): Omit<Method<boolean, ReqIn, ReqOut, ResIn, ResOut>, "responseStream"> {
  return {
    path,
    requestStream: false,
    requestSerialize: (message) => Buffer.from(request.encode(message).finish()),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: (message) => Buffer.from(response.encode(message).finish()),
    responseDeserialize: (bytes) => response.decode(bytes),
  };
}
