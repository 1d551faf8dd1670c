import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace oortbus. */
export namespace oortbus {

    /** Namespace v1. */
    namespace v1 {

        /** Represents an EventBus */
        class EventBus extends $protobuf.rpc.Service {

            /**
             * Constructs a new EventBus service.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             */
            constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

            /**
             * Creates new EventBus service using the specified rpc implementation.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             * @returns RPC service. Useful where requests and/or responses are streamed.
             */
            static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): EventBus;

            /** Calls Publish. */
            publish: oortbus.v1.EventBus.Publish;

            /** Calls PublishBatch. */
            publishBatch: oortbus.v1.EventBus.PublishBatch;

            /** Calls PublishStream. */
            publishStream: oortbus.v1.EventBus.PublishStream;

            /** Calls Subscribe. */
            subscribe: oortbus.v1.EventBus.Subscribe;

            /** Calls GetChannels. */
            getChannels: oortbus.v1.EventBus.GetChannels;

            /** Calls SendToUser. */
            sendToUser: oortbus.v1.EventBus.SendToUser;

            /** Calls SendToUsers. */
            sendToUsers: oortbus.v1.EventBus.SendToUsers;

            /** Calls GetPresence. */
            getPresence: oortbus.v1.EventBus.GetPresence;

            /** Calls WatchPresence. */
            watchPresence: oortbus.v1.EventBus.WatchPresence;

            /** Calls ListUserSessions. */
            listUserSessions: oortbus.v1.EventBus.ListUserSessions;

            /** Calls DisconnectUser. */
            disconnectUser: oortbus.v1.EventBus.DisconnectUser;

            /** Calls DisconnectSession. */
            disconnectSession: oortbus.v1.EventBus.DisconnectSession;

            /** Calls GetCluster. */
            getCluster: oortbus.v1.EventBus.GetCluster;

            /** Calls WatchCluster. */
            watchCluster: oortbus.v1.EventBus.WatchCluster;

            /** Calls Drain. */
            drain: oortbus.v1.EventBus.Drain;

            /** Calls MintToken. */
            mintToken: oortbus.v1.EventBus.MintToken;

            /** Calls RevokeTokens. */
            revokeTokens: oortbus.v1.EventBus.RevokeTokens;
        }

        namespace EventBus {

            /**
             * Callback as used by {@link oortbus.v1.EventBus#publish}.
             * @param error Error, if any
             * @param [response] PublishResponse
             */
            type PublishCallback = (error: (Error|null), response?: oortbus.v1.PublishResponse) => void;

            /** Calls Publish. */
            type Publish = {
              (request: oortbus.v1.IPublishRequest, callback: oortbus.v1.EventBus.PublishCallback): void;
              (request: oortbus.v1.IPublishRequest): Promise<oortbus.v1.PublishResponse>;
              readonly name: "Publish";
              readonly path: "/oortbus.v1.EventBus/Publish";
              readonly requestType: "PublishRequest";
              readonly responseType: "PublishResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#publishBatch}.
             * @param error Error, if any
             * @param [response] PublishBatchResponse
             */
            type PublishBatchCallback = (error: (Error|null), response?: oortbus.v1.PublishBatchResponse) => void;

            /** Calls PublishBatch. */
            type PublishBatch = {
              (request: oortbus.v1.IPublishBatchRequest, callback: oortbus.v1.EventBus.PublishBatchCallback): void;
              (request: oortbus.v1.IPublishBatchRequest): Promise<oortbus.v1.PublishBatchResponse>;
              readonly name: "PublishBatch";
              readonly path: "/oortbus.v1.EventBus/PublishBatch";
              readonly requestType: "PublishBatchRequest";
              readonly responseType: "PublishBatchResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#publishStream}.
             * @param error Error, if any
             * @param [response] PublishStreamResponse
             */
            type PublishStreamCallback = (error: (Error|null), response?: oortbus.v1.PublishStreamResponse) => void;

            /** Calls PublishStream. */
            type PublishStream = {
              (request: oortbus.v1.IPublishStreamRequest, callback: oortbus.v1.EventBus.PublishStreamCallback): void;
              (request: oortbus.v1.IPublishStreamRequest): Promise<oortbus.v1.PublishStreamResponse>;
              readonly name: "PublishStream";
              readonly path: "/oortbus.v1.EventBus/PublishStream";
              readonly requestType: "PublishStreamRequest";
              readonly responseType: "PublishStreamResponse";
              readonly requestStream: true;
              readonly responseStream: true;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#subscribe}.
             * @param error Error, if any
             * @param [response] SubscribeResponse
             */
            type SubscribeCallback = (error: (Error|null), response?: oortbus.v1.SubscribeResponse) => void;

            /** Calls Subscribe. */
            type Subscribe = {
              (request: oortbus.v1.ISubscribeRequest, callback: oortbus.v1.EventBus.SubscribeCallback): void;
              (request: oortbus.v1.ISubscribeRequest): Promise<oortbus.v1.SubscribeResponse>;
              readonly name: "Subscribe";
              readonly path: "/oortbus.v1.EventBus/Subscribe";
              readonly requestType: "SubscribeRequest";
              readonly responseType: "SubscribeResponse";
              readonly requestStream: undefined;
              readonly responseStream: true;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getChannels}.
             * @param error Error, if any
             * @param [response] GetChannelsResponse
             */
            type GetChannelsCallback = (error: (Error|null), response?: oortbus.v1.GetChannelsResponse) => void;

            /** Calls GetChannels. */
            type GetChannels = {
              (request: oortbus.v1.IGetChannelsRequest, callback: oortbus.v1.EventBus.GetChannelsCallback): void;
              (request: oortbus.v1.IGetChannelsRequest): Promise<oortbus.v1.GetChannelsResponse>;
              readonly name: "GetChannels";
              readonly path: "/oortbus.v1.EventBus/GetChannels";
              readonly requestType: "GetChannelsRequest";
              readonly responseType: "GetChannelsResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#sendToUser}.
             * @param error Error, if any
             * @param [response] SendToUserResponse
             */
            type SendToUserCallback = (error: (Error|null), response?: oortbus.v1.SendToUserResponse) => void;

            /** Calls SendToUser. */
            type SendToUser = {
              (request: oortbus.v1.ISendToUserRequest, callback: oortbus.v1.EventBus.SendToUserCallback): void;
              (request: oortbus.v1.ISendToUserRequest): Promise<oortbus.v1.SendToUserResponse>;
              readonly name: "SendToUser";
              readonly path: "/oortbus.v1.EventBus/SendToUser";
              readonly requestType: "SendToUserRequest";
              readonly responseType: "SendToUserResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#sendToUsers}.
             * @param error Error, if any
             * @param [response] SendToUsersResponse
             */
            type SendToUsersCallback = (error: (Error|null), response?: oortbus.v1.SendToUsersResponse) => void;

            /** Calls SendToUsers. */
            type SendToUsers = {
              (request: oortbus.v1.ISendToUsersRequest, callback: oortbus.v1.EventBus.SendToUsersCallback): void;
              (request: oortbus.v1.ISendToUsersRequest): Promise<oortbus.v1.SendToUsersResponse>;
              readonly name: "SendToUsers";
              readonly path: "/oortbus.v1.EventBus/SendToUsers";
              readonly requestType: "SendToUsersRequest";
              readonly responseType: "SendToUsersResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getPresence}.
             * @param error Error, if any
             * @param [response] GetPresenceResponse
             */
            type GetPresenceCallback = (error: (Error|null), response?: oortbus.v1.GetPresenceResponse) => void;

            /** Calls GetPresence. */
            type GetPresence = {
              (request: oortbus.v1.IGetPresenceRequest, callback: oortbus.v1.EventBus.GetPresenceCallback): void;
              (request: oortbus.v1.IGetPresenceRequest): Promise<oortbus.v1.GetPresenceResponse>;
              readonly name: "GetPresence";
              readonly path: "/oortbus.v1.EventBus/GetPresence";
              readonly requestType: "GetPresenceRequest";
              readonly responseType: "GetPresenceResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#watchPresence}.
             * @param error Error, if any
             * @param [response] WatchPresenceResponse
             */
            type WatchPresenceCallback = (error: (Error|null), response?: oortbus.v1.WatchPresenceResponse) => void;

            /** Calls WatchPresence. */
            type WatchPresence = {
              (request: oortbus.v1.IWatchPresenceRequest, callback: oortbus.v1.EventBus.WatchPresenceCallback): void;
              (request: oortbus.v1.IWatchPresenceRequest): Promise<oortbus.v1.WatchPresenceResponse>;
              readonly name: "WatchPresence";
              readonly path: "/oortbus.v1.EventBus/WatchPresence";
              readonly requestType: "WatchPresenceRequest";
              readonly responseType: "WatchPresenceResponse";
              readonly requestStream: undefined;
              readonly responseStream: true;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#listUserSessions}.
             * @param error Error, if any
             * @param [response] ListUserSessionsResponse
             */
            type ListUserSessionsCallback = (error: (Error|null), response?: oortbus.v1.ListUserSessionsResponse) => void;

            /** Calls ListUserSessions. */
            type ListUserSessions = {
              (request: oortbus.v1.IListUserSessionsRequest, callback: oortbus.v1.EventBus.ListUserSessionsCallback): void;
              (request: oortbus.v1.IListUserSessionsRequest): Promise<oortbus.v1.ListUserSessionsResponse>;
              readonly name: "ListUserSessions";
              readonly path: "/oortbus.v1.EventBus/ListUserSessions";
              readonly requestType: "ListUserSessionsRequest";
              readonly responseType: "ListUserSessionsResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#disconnectUser}.
             * @param error Error, if any
             * @param [response] DisconnectUserResponse
             */
            type DisconnectUserCallback = (error: (Error|null), response?: oortbus.v1.DisconnectUserResponse) => void;

            /** Calls DisconnectUser. */
            type DisconnectUser = {
              (request: oortbus.v1.IDisconnectUserRequest, callback: oortbus.v1.EventBus.DisconnectUserCallback): void;
              (request: oortbus.v1.IDisconnectUserRequest): Promise<oortbus.v1.DisconnectUserResponse>;
              readonly name: "DisconnectUser";
              readonly path: "/oortbus.v1.EventBus/DisconnectUser";
              readonly requestType: "DisconnectUserRequest";
              readonly responseType: "DisconnectUserResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#disconnectSession}.
             * @param error Error, if any
             * @param [response] DisconnectSessionResponse
             */
            type DisconnectSessionCallback = (error: (Error|null), response?: oortbus.v1.DisconnectSessionResponse) => void;

            /** Calls DisconnectSession. */
            type DisconnectSession = {
              (request: oortbus.v1.IDisconnectSessionRequest, callback: oortbus.v1.EventBus.DisconnectSessionCallback): void;
              (request: oortbus.v1.IDisconnectSessionRequest): Promise<oortbus.v1.DisconnectSessionResponse>;
              readonly name: "DisconnectSession";
              readonly path: "/oortbus.v1.EventBus/DisconnectSession";
              readonly requestType: "DisconnectSessionRequest";
              readonly responseType: "DisconnectSessionResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getCluster}.
             * @param error Error, if any
             * @param [response] GetClusterResponse
             */
            type GetClusterCallback = (error: (Error|null), response?: oortbus.v1.GetClusterResponse) => void;

            /** Calls GetCluster. */
            type GetCluster = {
              (request: oortbus.v1.IGetClusterRequest, callback: oortbus.v1.EventBus.GetClusterCallback): void;
              (request: oortbus.v1.IGetClusterRequest): Promise<oortbus.v1.GetClusterResponse>;
              readonly name: "GetCluster";
              readonly path: "/oortbus.v1.EventBus/GetCluster";
              readonly requestType: "GetClusterRequest";
              readonly responseType: "GetClusterResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#watchCluster}.
             * @param error Error, if any
             * @param [response] WatchClusterResponse
             */
            type WatchClusterCallback = (error: (Error|null), response?: oortbus.v1.WatchClusterResponse) => void;

            /** Calls WatchCluster. */
            type WatchCluster = {
              (request: oortbus.v1.IWatchClusterRequest, callback: oortbus.v1.EventBus.WatchClusterCallback): void;
              (request: oortbus.v1.IWatchClusterRequest): Promise<oortbus.v1.WatchClusterResponse>;
              readonly name: "WatchCluster";
              readonly path: "/oortbus.v1.EventBus/WatchCluster";
              readonly requestType: "WatchClusterRequest";
              readonly responseType: "WatchClusterResponse";
              readonly requestStream: undefined;
              readonly responseStream: true;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#drain}.
             * @param error Error, if any
             * @param [response] DrainResponse
             */
            type DrainCallback = (error: (Error|null), response?: oortbus.v1.DrainResponse) => void;

            /** Calls Drain. */
            type Drain = {
              (request: oortbus.v1.IDrainRequest, callback: oortbus.v1.EventBus.DrainCallback): void;
              (request: oortbus.v1.IDrainRequest): Promise<oortbus.v1.DrainResponse>;
              readonly name: "Drain";
              readonly path: "/oortbus.v1.EventBus/Drain";
              readonly requestType: "DrainRequest";
              readonly responseType: "DrainResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#mintToken}.
             * @param error Error, if any
             * @param [response] MintTokenResponse
             */
            type MintTokenCallback = (error: (Error|null), response?: oortbus.v1.MintTokenResponse) => void;

            /** Calls MintToken. */
            type MintToken = {
              (request: oortbus.v1.IMintTokenRequest, callback: oortbus.v1.EventBus.MintTokenCallback): void;
              (request: oortbus.v1.IMintTokenRequest): Promise<oortbus.v1.MintTokenResponse>;
              readonly name: "MintToken";
              readonly path: "/oortbus.v1.EventBus/MintToken";
              readonly requestType: "MintTokenRequest";
              readonly responseType: "MintTokenResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#revokeTokens}.
             * @param error Error, if any
             * @param [response] RevokeTokensResponse
             */
            type RevokeTokensCallback = (error: (Error|null), response?: oortbus.v1.RevokeTokensResponse) => void;

            /** Calls RevokeTokens. */
            type RevokeTokens = {
              (request: oortbus.v1.IRevokeTokensRequest, callback: oortbus.v1.EventBus.RevokeTokensCallback): void;
              (request: oortbus.v1.IRevokeTokensRequest): Promise<oortbus.v1.RevokeTokensResponse>;
              readonly name: "RevokeTokens";
              readonly path: "/oortbus.v1.EventBus/RevokeTokens";
              readonly requestType: "RevokeTokensRequest";
              readonly responseType: "RevokeTokensResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };
        }

        /**
         * Properties of a PublishRequest.
         * @deprecated Use oortbus.v1.PublishRequest.$Properties instead.
         */
        interface IPublishRequest extends oortbus.v1.PublishRequest.$Properties {
        }

        /** Represents a PublishRequest. */
        class PublishRequest {

            /**
             * Constructs a new PublishRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishRequest channel. */
            channel: string;

            /** PublishRequest data. */
            data: Uint8Array;

            /** PublishRequest idempotencyKey. */
            idempotencyKey: string;

            /**
             * Creates a new PublishRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishRequest instance
             */
            static create(properties: oortbus.v1.PublishRequest.$Shape): oortbus.v1.PublishRequest & oortbus.v1.PublishRequest.$Shape;
            static create(properties?: oortbus.v1.PublishRequest.$Properties): oortbus.v1.PublishRequest;

            /**
             * Encodes the specified PublishRequest message. Does not implicitly {@link oortbus.v1.PublishRequest.verify|verify} messages.
             * @param message PublishRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishRequest & oortbus.v1.PublishRequest.$Shape} PublishRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishRequest & oortbus.v1.PublishRequest.$Shape;

            /**
             * Verifies a PublishRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishRequest {

            /** Properties of a PublishRequest. */
            interface $Properties {

                /** PublishRequest channel */
                channel?: (string|null);

                /** PublishRequest data */
                data?: (Uint8Array|null);

                /** PublishRequest idempotencyKey */
                idempotencyKey?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PublishRequest. */
            type $Shape = oortbus.v1.PublishRequest.$Properties;
        }

        /**
         * Properties of a PublishResponse.
         * @deprecated Use oortbus.v1.PublishResponse.$Properties instead.
         */
        interface IPublishResponse extends oortbus.v1.PublishResponse.$Properties {
        }

        /** Represents a PublishResponse. */
        class PublishResponse {

            /**
             * Constructs a new PublishResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishResponse sessions. */
            sessions: number;

            /**
             * Creates a new PublishResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishResponse instance
             */
            static create(properties: oortbus.v1.PublishResponse.$Shape): oortbus.v1.PublishResponse & oortbus.v1.PublishResponse.$Shape;
            static create(properties?: oortbus.v1.PublishResponse.$Properties): oortbus.v1.PublishResponse;

            /**
             * Encodes the specified PublishResponse message. Does not implicitly {@link oortbus.v1.PublishResponse.verify|verify} messages.
             * @param message PublishResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishResponse & oortbus.v1.PublishResponse.$Shape} PublishResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishResponse & oortbus.v1.PublishResponse.$Shape;

            /**
             * Verifies a PublishResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishResponse {

            /** Properties of a PublishResponse. */
            interface $Properties {

                /** PublishResponse sessions */
                sessions?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PublishResponse. */
            type $Shape = oortbus.v1.PublishResponse.$Properties;
        }

        /**
         * Properties of a BusMessage.
         * @deprecated Use oortbus.v1.BusMessage.$Properties instead.
         */
        interface IBusMessage extends oortbus.v1.BusMessage.$Properties {
        }

        /** Represents a BusMessage. */
        class BusMessage {

            /**
             * Constructs a new BusMessage.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.BusMessage.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BusMessage channel. */
            channel: string;

            /** BusMessage data. */
            data: Uint8Array;

            /**
             * Creates a new BusMessage instance using the specified properties.
             * @param [properties] Properties to set
             * @returns BusMessage instance
             */
            static create(properties: oortbus.v1.BusMessage.$Shape): oortbus.v1.BusMessage & oortbus.v1.BusMessage.$Shape;
            static create(properties?: oortbus.v1.BusMessage.$Properties): oortbus.v1.BusMessage;

            /**
             * Encodes the specified BusMessage message. Does not implicitly {@link oortbus.v1.BusMessage.verify|verify} messages.
             * @param message BusMessage message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.BusMessage.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BusMessage message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.BusMessage & oortbus.v1.BusMessage.$Shape} BusMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.BusMessage & oortbus.v1.BusMessage.$Shape;

            /**
             * Verifies a BusMessage message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace BusMessage {

            /** Properties of a BusMessage. */
            interface $Properties {

                /** BusMessage channel */
                channel?: (string|null);

                /** BusMessage data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BusMessage. */
            type $Shape = oortbus.v1.BusMessage.$Properties;
        }

        /**
         * Properties of a PublishBatchRequest.
         * @deprecated Use oortbus.v1.PublishBatchRequest.$Properties instead.
         */
        interface IPublishBatchRequest extends oortbus.v1.PublishBatchRequest.$Properties {
        }

        /** Represents a PublishBatchRequest. */
        class PublishBatchRequest {

            /**
             * Constructs a new PublishBatchRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishBatchRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishBatchRequest messages. */
            messages: oortbus.v1.BusMessage.$Properties[];

            /** PublishBatchRequest idempotencyKey. */
            idempotencyKey: string;

            /**
             * Creates a new PublishBatchRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishBatchRequest instance
             */
            static create(properties: oortbus.v1.PublishBatchRequest.$Shape): oortbus.v1.PublishBatchRequest & oortbus.v1.PublishBatchRequest.$Shape;
            static create(properties?: oortbus.v1.PublishBatchRequest.$Properties): oortbus.v1.PublishBatchRequest;

            /**
             * Encodes the specified PublishBatchRequest message. Does not implicitly {@link oortbus.v1.PublishBatchRequest.verify|verify} messages.
             * @param message PublishBatchRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishBatchRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishBatchRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishBatchRequest & oortbus.v1.PublishBatchRequest.$Shape} PublishBatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishBatchRequest & oortbus.v1.PublishBatchRequest.$Shape;

            /**
             * Verifies a PublishBatchRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishBatchRequest {

            /** Properties of a PublishBatchRequest. */
            interface $Properties {

                /** PublishBatchRequest messages */
                messages?: (oortbus.v1.BusMessage.$Properties[]|null);

                /** PublishBatchRequest idempotencyKey */
                idempotencyKey?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PublishBatchRequest. */
            type $Shape = oortbus.v1.PublishBatchRequest.$Properties;
        }

        /**
         * Properties of a PublishBatchResponse.
         * @deprecated Use oortbus.v1.PublishBatchResponse.$Properties instead.
         */
        interface IPublishBatchResponse extends oortbus.v1.PublishBatchResponse.$Properties {
        }

        /** Represents a PublishBatchResponse. */
        class PublishBatchResponse {

            /**
             * Constructs a new PublishBatchResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishBatchResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishBatchResponse sessions. */
            sessions: number[];

            /**
             * Creates a new PublishBatchResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishBatchResponse instance
             */
            static create(properties: oortbus.v1.PublishBatchResponse.$Shape): oortbus.v1.PublishBatchResponse & oortbus.v1.PublishBatchResponse.$Shape;
            static create(properties?: oortbus.v1.PublishBatchResponse.$Properties): oortbus.v1.PublishBatchResponse;

            /**
             * Encodes the specified PublishBatchResponse message. Does not implicitly {@link oortbus.v1.PublishBatchResponse.verify|verify} messages.
             * @param message PublishBatchResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishBatchResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishBatchResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishBatchResponse & oortbus.v1.PublishBatchResponse.$Shape} PublishBatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishBatchResponse & oortbus.v1.PublishBatchResponse.$Shape;

            /**
             * Verifies a PublishBatchResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishBatchResponse {

            /** Properties of a PublishBatchResponse. */
            interface $Properties {

                /** PublishBatchResponse sessions */
                sessions?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PublishBatchResponse. */
            type $Shape = oortbus.v1.PublishBatchResponse.$Properties;
        }

        /**
         * Properties of a PublishStreamRequest.
         * @deprecated Use oortbus.v1.PublishStreamRequest.$Properties instead.
         */
        interface IPublishStreamRequest extends oortbus.v1.PublishStreamRequest.$Properties {
        }

        /** Represents a PublishStreamRequest. */
        class PublishStreamRequest {

            /**
             * Constructs a new PublishStreamRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishStreamRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishStreamRequest channel. */
            channel: string;

            /** PublishStreamRequest data. */
            data: Uint8Array;

            /**
             * Creates a new PublishStreamRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishStreamRequest instance
             */
            static create(properties: oortbus.v1.PublishStreamRequest.$Shape): oortbus.v1.PublishStreamRequest & oortbus.v1.PublishStreamRequest.$Shape;
            static create(properties?: oortbus.v1.PublishStreamRequest.$Properties): oortbus.v1.PublishStreamRequest;

            /**
             * Encodes the specified PublishStreamRequest message. Does not implicitly {@link oortbus.v1.PublishStreamRequest.verify|verify} messages.
             * @param message PublishStreamRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishStreamRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishStreamRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishStreamRequest & oortbus.v1.PublishStreamRequest.$Shape} PublishStreamRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishStreamRequest & oortbus.v1.PublishStreamRequest.$Shape;

            /**
             * Verifies a PublishStreamRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishStreamRequest {

            /** Properties of a PublishStreamRequest. */
            interface $Properties {

                /** PublishStreamRequest channel */
                channel?: (string|null);

                /** PublishStreamRequest data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PublishStreamRequest. */
            type $Shape = oortbus.v1.PublishStreamRequest.$Properties;
        }

        /**
         * Properties of a PublishStreamResponse.
         * @deprecated Use oortbus.v1.PublishStreamResponse.$Properties instead.
         */
        interface IPublishStreamResponse extends oortbus.v1.PublishStreamResponse.$Properties {
        }

        /** Represents a PublishStreamResponse. */
        class PublishStreamResponse {

            /**
             * Constructs a new PublishStreamResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PublishStreamResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PublishStreamResponse published. */
            published?: (oortbus.v1.PublishResponse.$Properties|null);

            /** PublishStreamResponse problem. */
            problem?: (oortbus.v1.Problem.$Properties|null);

            /** PublishStreamResponse ended. */
            ended?: (oortbus.v1.StreamEnded.$Properties|null);

            /** PublishStreamResponse outcome. */
            outcome?: ("published"|"problem"|"ended");

            /**
             * Creates a new PublishStreamResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PublishStreamResponse instance
             */
            static create(properties: oortbus.v1.PublishStreamResponse.$Shape): oortbus.v1.PublishStreamResponse & oortbus.v1.PublishStreamResponse.$Shape;
            static create(properties?: oortbus.v1.PublishStreamResponse.$Properties): oortbus.v1.PublishStreamResponse;

            /**
             * Encodes the specified PublishStreamResponse message. Does not implicitly {@link oortbus.v1.PublishStreamResponse.verify|verify} messages.
             * @param message PublishStreamResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PublishStreamResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PublishStreamResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishStreamResponse & oortbus.v1.PublishStreamResponse.$Shape} PublishStreamResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PublishStreamResponse & oortbus.v1.PublishStreamResponse.$Shape;

            /**
             * Verifies a PublishStreamResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PublishStreamResponse {

            /** Properties of a PublishStreamResponse. */
            interface $Properties {

                /** PublishStreamResponse published */
                published?: (oortbus.v1.PublishResponse.$Properties|null);

                /** PublishStreamResponse problem */
                problem?: (oortbus.v1.Problem.$Properties|null);

                /** PublishStreamResponse ended */
                ended?: (oortbus.v1.StreamEnded.$Properties|null);

                /** PublishStreamResponse outcome */
                outcome?: ("published"|"problem"|"ended");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PublishStreamResponse. */
            type $Shape = {
              published?: oortbus.v1.PublishResponse.$Shape|null;
              problem?: oortbus.v1.Problem.$Shape|null;
              ended?: oortbus.v1.StreamEnded.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ outcome?: undefined; published?: null; problem?: null; ended?: null }|{ outcome?: "published"; published: oortbus.v1.PublishResponse.$Shape; problem?: null; ended?: null }|{ outcome?: "problem"; published?: null; problem: oortbus.v1.Problem.$Shape; ended?: null }|{ outcome?: "ended"; published?: null; problem?: null; ended: oortbus.v1.StreamEnded.$Shape })
            );
        }

        /**
         * Properties of a Problem.
         * @deprecated Use oortbus.v1.Problem.$Properties instead.
         */
        interface IProblem extends oortbus.v1.Problem.$Properties {
        }

        /** Represents a Problem. */
        class Problem {

            /**
             * Constructs a new Problem.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Problem.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Problem code. */
            code: string;

            /** Problem status. */
            status: number;

            /** Problem detail. */
            detail: string;

            /** Problem field. */
            field: string;

            /**
             * Creates a new Problem instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Problem instance
             */
            static create(properties: oortbus.v1.Problem.$Shape): oortbus.v1.Problem & oortbus.v1.Problem.$Shape;
            static create(properties?: oortbus.v1.Problem.$Properties): oortbus.v1.Problem;

            /**
             * Encodes the specified Problem message. Does not implicitly {@link oortbus.v1.Problem.verify|verify} messages.
             * @param message Problem message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Problem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Problem message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Problem & oortbus.v1.Problem.$Shape} Problem
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Problem & oortbus.v1.Problem.$Shape;

            /**
             * Verifies a Problem message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Problem {

            /** Properties of a Problem. */
            interface $Properties {

                /** Problem code */
                code?: (string|null);

                /** Problem status */
                status?: (number|null);

                /** Problem detail */
                detail?: (string|null);

                /** Problem field */
                field?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Problem. */
            type $Shape = oortbus.v1.Problem.$Properties;
        }

        /**
         * Properties of a StreamEnded.
         * @deprecated Use oortbus.v1.StreamEnded.$Properties instead.
         */
        interface IStreamEnded extends oortbus.v1.StreamEnded.$Properties {
        }

        /** Represents a StreamEnded. */
        class StreamEnded {

            /**
             * Constructs a new StreamEnded.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.StreamEnded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamEnded reason. */
            reason: string;

            /**
             * Creates a new StreamEnded instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StreamEnded instance
             */
            static create(properties: oortbus.v1.StreamEnded.$Shape): oortbus.v1.StreamEnded & oortbus.v1.StreamEnded.$Shape;
            static create(properties?: oortbus.v1.StreamEnded.$Properties): oortbus.v1.StreamEnded;

            /**
             * Encodes the specified StreamEnded message. Does not implicitly {@link oortbus.v1.StreamEnded.verify|verify} messages.
             * @param message StreamEnded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.StreamEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamEnded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.StreamEnded & oortbus.v1.StreamEnded.$Shape} StreamEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.StreamEnded & oortbus.v1.StreamEnded.$Shape;

            /**
             * Verifies a StreamEnded message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace StreamEnded {

            /** Properties of a StreamEnded. */
            interface $Properties {

                /** StreamEnded reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamEnded. */
            type $Shape = oortbus.v1.StreamEnded.$Properties;
        }

        /**
         * Properties of a SendToUserRequest.
         * @deprecated Use oortbus.v1.SendToUserRequest.$Properties instead.
         */
        interface ISendToUserRequest extends oortbus.v1.SendToUserRequest.$Properties {
        }

        /** Represents a SendToUserRequest. */
        class SendToUserRequest {

            /**
             * Constructs a new SendToUserRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SendToUserRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendToUserRequest user. */
            user: string;

            /** SendToUserRequest channel. */
            channel: string;

            /** SendToUserRequest data. */
            data: Uint8Array;

            /** SendToUserRequest idempotencyKey. */
            idempotencyKey: string;

            /** SendToUserRequest until. */
            until: oortbus.v1.Until;

            /** SendToUserRequest deadlineMs. */
            deadlineMs: number;

            /**
             * Creates a new SendToUserRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendToUserRequest instance
             */
            static create(properties: oortbus.v1.SendToUserRequest.$Shape): oortbus.v1.SendToUserRequest & oortbus.v1.SendToUserRequest.$Shape;
            static create(properties?: oortbus.v1.SendToUserRequest.$Properties): oortbus.v1.SendToUserRequest;

            /**
             * Encodes the specified SendToUserRequest message. Does not implicitly {@link oortbus.v1.SendToUserRequest.verify|verify} messages.
             * @param message SendToUserRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SendToUserRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendToUserRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUserRequest & oortbus.v1.SendToUserRequest.$Shape} SendToUserRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SendToUserRequest & oortbus.v1.SendToUserRequest.$Shape;

            /**
             * Verifies a SendToUserRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SendToUserRequest {

            /** Properties of a SendToUserRequest. */
            interface $Properties {

                /** SendToUserRequest user */
                user?: (string|null);

                /** SendToUserRequest channel */
                channel?: (string|null);

                /** SendToUserRequest data */
                data?: (Uint8Array|null);

                /** SendToUserRequest idempotencyKey */
                idempotencyKey?: (string|null);

                /** SendToUserRequest until */
                until?: (oortbus.v1.Until|null);

                /** SendToUserRequest deadlineMs */
                deadlineMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUserRequest. */
            type $Shape = oortbus.v1.SendToUserRequest.$Properties;
        }

        /** Until enum. */
        enum Until {

            /** UNTIL_UNSPECIFIED value */
            UNTIL_UNSPECIFIED = 0,

            /** UNTIL_QUEUED value */
            UNTIL_QUEUED = 1,

            /** UNTIL_WRITTEN value */
            UNTIL_WRITTEN = 2,

            /** UNTIL_ACKED value */
            UNTIL_ACKED = 3
        }

        /**
         * Properties of a SendToUserResponse.
         * @deprecated Use oortbus.v1.SendToUserResponse.$Properties instead.
         */
        interface ISendToUserResponse extends oortbus.v1.SendToUserResponse.$Properties {
        }

        /** Represents a SendToUserResponse. */
        class SendToUserResponse {

            /**
             * Constructs a new SendToUserResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SendToUserResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendToUserResponse delivered. */
            delivered: number;

            /** SendToUserResponse unknown. */
            unknown: string[];

            /** SendToUserResponse unconfirmed. */
            unconfirmed: string[];

            /** SendToUserResponse stored. */
            stored: number;

            /** SendToUserResponse untaken. */
            untaken: string[];

            /** SendToUserResponse nodes. */
            nodes: number;

            /**
             * Creates a new SendToUserResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendToUserResponse instance
             */
            static create(properties: oortbus.v1.SendToUserResponse.$Shape): oortbus.v1.SendToUserResponse & oortbus.v1.SendToUserResponse.$Shape;
            static create(properties?: oortbus.v1.SendToUserResponse.$Properties): oortbus.v1.SendToUserResponse;

            /**
             * Encodes the specified SendToUserResponse message. Does not implicitly {@link oortbus.v1.SendToUserResponse.verify|verify} messages.
             * @param message SendToUserResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SendToUserResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendToUserResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUserResponse & oortbus.v1.SendToUserResponse.$Shape} SendToUserResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SendToUserResponse & oortbus.v1.SendToUserResponse.$Shape;

            /**
             * Verifies a SendToUserResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SendToUserResponse {

            /** Properties of a SendToUserResponse. */
            interface $Properties {

                /** SendToUserResponse delivered */
                delivered?: (number|null);

                /** SendToUserResponse unknown */
                unknown?: (string[]|null);

                /** SendToUserResponse unconfirmed */
                unconfirmed?: (string[]|null);

                /** SendToUserResponse stored */
                stored?: (number|null);

                /** SendToUserResponse untaken */
                untaken?: (string[]|null);

                /** SendToUserResponse nodes */
                nodes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUserResponse. */
            type $Shape = oortbus.v1.SendToUserResponse.$Properties;
        }

        /**
         * Properties of a SendToUsersRequest.
         * @deprecated Use oortbus.v1.SendToUsersRequest.$Properties instead.
         */
        interface ISendToUsersRequest extends oortbus.v1.SendToUsersRequest.$Properties {
        }

        /** Represents a SendToUsersRequest. */
        class SendToUsersRequest {

            /**
             * Constructs a new SendToUsersRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SendToUsersRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendToUsersRequest users. */
            users: string[];

            /** SendToUsersRequest channel. */
            channel: string;

            /** SendToUsersRequest data. */
            data: Uint8Array;

            /** SendToUsersRequest idempotencyKey. */
            idempotencyKey: string;

            /** SendToUsersRequest until. */
            until: oortbus.v1.Until;

            /** SendToUsersRequest deadlineMs. */
            deadlineMs: number;

            /**
             * Creates a new SendToUsersRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendToUsersRequest instance
             */
            static create(properties: oortbus.v1.SendToUsersRequest.$Shape): oortbus.v1.SendToUsersRequest & oortbus.v1.SendToUsersRequest.$Shape;
            static create(properties?: oortbus.v1.SendToUsersRequest.$Properties): oortbus.v1.SendToUsersRequest;

            /**
             * Encodes the specified SendToUsersRequest message. Does not implicitly {@link oortbus.v1.SendToUsersRequest.verify|verify} messages.
             * @param message SendToUsersRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SendToUsersRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendToUsersRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUsersRequest & oortbus.v1.SendToUsersRequest.$Shape} SendToUsersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SendToUsersRequest & oortbus.v1.SendToUsersRequest.$Shape;

            /**
             * Verifies a SendToUsersRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SendToUsersRequest {

            /** Properties of a SendToUsersRequest. */
            interface $Properties {

                /** SendToUsersRequest users */
                users?: (string[]|null);

                /** SendToUsersRequest channel */
                channel?: (string|null);

                /** SendToUsersRequest data */
                data?: (Uint8Array|null);

                /** SendToUsersRequest idempotencyKey */
                idempotencyKey?: (string|null);

                /** SendToUsersRequest until */
                until?: (oortbus.v1.Until|null);

                /** SendToUsersRequest deadlineMs */
                deadlineMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUsersRequest. */
            type $Shape = oortbus.v1.SendToUsersRequest.$Properties;
        }

        /**
         * Properties of a SendToUsersResponse.
         * @deprecated Use oortbus.v1.SendToUsersResponse.$Properties instead.
         */
        interface ISendToUsersResponse extends oortbus.v1.SendToUsersResponse.$Properties {
        }

        /** Represents a SendToUsersResponse. */
        class SendToUsersResponse {

            /**
             * Constructs a new SendToUsersResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SendToUsersResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SendToUsersResponse delivered. */
            delivered: number;

            /** SendToUsersResponse unknown. */
            unknown: string[];

            /** SendToUsersResponse unconfirmed. */
            unconfirmed: string[];

            /** SendToUsersResponse stored. */
            stored: number;

            /** SendToUsersResponse untaken. */
            untaken: string[];

            /** SendToUsersResponse users. */
            users: oortbus.v1.UserOutcome.$Properties[];

            /**
             * Creates a new SendToUsersResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SendToUsersResponse instance
             */
            static create(properties: oortbus.v1.SendToUsersResponse.$Shape): oortbus.v1.SendToUsersResponse & oortbus.v1.SendToUsersResponse.$Shape;
            static create(properties?: oortbus.v1.SendToUsersResponse.$Properties): oortbus.v1.SendToUsersResponse;

            /**
             * Encodes the specified SendToUsersResponse message. Does not implicitly {@link oortbus.v1.SendToUsersResponse.verify|verify} messages.
             * @param message SendToUsersResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SendToUsersResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SendToUsersResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUsersResponse & oortbus.v1.SendToUsersResponse.$Shape} SendToUsersResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SendToUsersResponse & oortbus.v1.SendToUsersResponse.$Shape;

            /**
             * Verifies a SendToUsersResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SendToUsersResponse {

            /** Properties of a SendToUsersResponse. */
            interface $Properties {

                /** SendToUsersResponse delivered */
                delivered?: (number|null);

                /** SendToUsersResponse unknown */
                unknown?: (string[]|null);

                /** SendToUsersResponse unconfirmed */
                unconfirmed?: (string[]|null);

                /** SendToUsersResponse stored */
                stored?: (number|null);

                /** SendToUsersResponse untaken */
                untaken?: (string[]|null);

                /** SendToUsersResponse users */
                users?: (oortbus.v1.UserOutcome.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUsersResponse. */
            type $Shape = oortbus.v1.SendToUsersResponse.$Properties;
        }

        /**
         * Properties of a UserOutcome.
         * @deprecated Use oortbus.v1.UserOutcome.$Properties instead.
         */
        interface IUserOutcome extends oortbus.v1.UserOutcome.$Properties {
        }

        /** Represents a UserOutcome. */
        class UserOutcome {

            /**
             * Constructs a new UserOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.UserOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UserOutcome user. */
            user: string;

            /** UserOutcome sessions. */
            sessions: number;

            /** UserOutcome nodes. */
            nodes: number;

            /**
             * Creates a new UserOutcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UserOutcome instance
             */
            static create(properties: oortbus.v1.UserOutcome.$Shape): oortbus.v1.UserOutcome & oortbus.v1.UserOutcome.$Shape;
            static create(properties?: oortbus.v1.UserOutcome.$Properties): oortbus.v1.UserOutcome;

            /**
             * Encodes the specified UserOutcome message. Does not implicitly {@link oortbus.v1.UserOutcome.verify|verify} messages.
             * @param message UserOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.UserOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UserOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.UserOutcome & oortbus.v1.UserOutcome.$Shape} UserOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.UserOutcome & oortbus.v1.UserOutcome.$Shape;

            /**
             * Verifies a UserOutcome message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace UserOutcome {

            /** Properties of a UserOutcome. */
            interface $Properties {

                /** UserOutcome user */
                user?: (string|null);

                /** UserOutcome sessions */
                sessions?: (number|null);

                /** UserOutcome nodes */
                nodes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UserOutcome. */
            type $Shape = oortbus.v1.UserOutcome.$Properties;
        }

        /**
         * Properties of a SubscribeRequest.
         * @deprecated Use oortbus.v1.SubscribeRequest.$Properties instead.
         */
        interface ISubscribeRequest extends oortbus.v1.SubscribeRequest.$Properties {
        }

        /** Represents a SubscribeRequest. */
        class SubscribeRequest {

            /**
             * Constructs a new SubscribeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SubscribeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribeRequest channels. */
            channels: string[];

            /**
             * Creates a new SubscribeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribeRequest instance
             */
            static create(properties: oortbus.v1.SubscribeRequest.$Shape): oortbus.v1.SubscribeRequest & oortbus.v1.SubscribeRequest.$Shape;
            static create(properties?: oortbus.v1.SubscribeRequest.$Properties): oortbus.v1.SubscribeRequest;

            /**
             * Encodes the specified SubscribeRequest message. Does not implicitly {@link oortbus.v1.SubscribeRequest.verify|verify} messages.
             * @param message SubscribeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SubscribeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeRequest & oortbus.v1.SubscribeRequest.$Shape} SubscribeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SubscribeRequest & oortbus.v1.SubscribeRequest.$Shape;

            /**
             * Verifies a SubscribeRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SubscribeRequest {

            /** Properties of a SubscribeRequest. */
            interface $Properties {

                /** SubscribeRequest channels */
                channels?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubscribeRequest. */
            type $Shape = oortbus.v1.SubscribeRequest.$Properties;
        }

        /**
         * Properties of a SubscribeResponse.
         * @deprecated Use oortbus.v1.SubscribeResponse.$Properties instead.
         */
        interface ISubscribeResponse extends oortbus.v1.SubscribeResponse.$Properties {
        }

        /** Represents a SubscribeResponse. */
        class SubscribeResponse {

            /**
             * Constructs a new SubscribeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SubscribeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribeResponse started. */
            started?: (oortbus.v1.SubscribeStarted.$Properties|null);

            /** SubscribeResponse message. */
            message?: (oortbus.v1.BusMessage.$Properties|null);

            /** SubscribeResponse gap. */
            gap?: (oortbus.v1.SubscribeGap.$Properties|null);

            /** SubscribeResponse ended. */
            ended?: (oortbus.v1.StreamEnded.$Properties|null);

            /** SubscribeResponse news. */
            news?: ("started"|"message"|"gap"|"ended");

            /**
             * Creates a new SubscribeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribeResponse instance
             */
            static create(properties: oortbus.v1.SubscribeResponse.$Shape): oortbus.v1.SubscribeResponse & oortbus.v1.SubscribeResponse.$Shape;
            static create(properties?: oortbus.v1.SubscribeResponse.$Properties): oortbus.v1.SubscribeResponse;

            /**
             * Encodes the specified SubscribeResponse message. Does not implicitly {@link oortbus.v1.SubscribeResponse.verify|verify} messages.
             * @param message SubscribeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SubscribeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeResponse & oortbus.v1.SubscribeResponse.$Shape} SubscribeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SubscribeResponse & oortbus.v1.SubscribeResponse.$Shape;

            /**
             * Verifies a SubscribeResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SubscribeResponse {

            /** Properties of a SubscribeResponse. */
            interface $Properties {

                /** SubscribeResponse started */
                started?: (oortbus.v1.SubscribeStarted.$Properties|null);

                /** SubscribeResponse message */
                message?: (oortbus.v1.BusMessage.$Properties|null);

                /** SubscribeResponse gap */
                gap?: (oortbus.v1.SubscribeGap.$Properties|null);

                /** SubscribeResponse ended */
                ended?: (oortbus.v1.StreamEnded.$Properties|null);

                /** SubscribeResponse news */
                news?: ("started"|"message"|"gap"|"ended");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a SubscribeResponse. */
            type $Shape = {
              started?: oortbus.v1.SubscribeStarted.$Shape|null;
              message?: oortbus.v1.BusMessage.$Shape|null;
              gap?: oortbus.v1.SubscribeGap.$Shape|null;
              ended?: oortbus.v1.StreamEnded.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ news?: undefined; started?: null; message?: null; gap?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.SubscribeStarted.$Shape; message?: null; gap?: null; ended?: null }|{ news?: "message"; started?: null; message: oortbus.v1.BusMessage.$Shape; gap?: null; ended?: null }|{ news?: "gap"; started?: null; message?: null; gap: oortbus.v1.SubscribeGap.$Shape; ended?: null }|{ news?: "ended"; started?: null; message?: null; gap?: null; ended: oortbus.v1.StreamEnded.$Shape })
            );
        }

        /**
         * Properties of a SubscribeStarted.
         * @deprecated Use oortbus.v1.SubscribeStarted.$Properties instead.
         */
        interface ISubscribeStarted extends oortbus.v1.SubscribeStarted.$Properties {
        }

        /** Represents a SubscribeStarted. */
        class SubscribeStarted {

            /**
             * Constructs a new SubscribeStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SubscribeStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribeStarted node. */
            node: string;

            /**
             * Creates a new SubscribeStarted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribeStarted instance
             */
            static create(properties: oortbus.v1.SubscribeStarted.$Shape): oortbus.v1.SubscribeStarted & oortbus.v1.SubscribeStarted.$Shape;
            static create(properties?: oortbus.v1.SubscribeStarted.$Properties): oortbus.v1.SubscribeStarted;

            /**
             * Encodes the specified SubscribeStarted message. Does not implicitly {@link oortbus.v1.SubscribeStarted.verify|verify} messages.
             * @param message SubscribeStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SubscribeStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribeStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeStarted & oortbus.v1.SubscribeStarted.$Shape} SubscribeStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SubscribeStarted & oortbus.v1.SubscribeStarted.$Shape;

            /**
             * Verifies a SubscribeStarted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SubscribeStarted {

            /** Properties of a SubscribeStarted. */
            interface $Properties {

                /** SubscribeStarted node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubscribeStarted. */
            type $Shape = oortbus.v1.SubscribeStarted.$Properties;
        }

        /**
         * Properties of a SubscribeGap.
         * @deprecated Use oortbus.v1.SubscribeGap.$Properties instead.
         */
        interface ISubscribeGap extends oortbus.v1.SubscribeGap.$Properties {
        }

        /** Represents a SubscribeGap. */
        class SubscribeGap {

            /**
             * Constructs a new SubscribeGap.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.SubscribeGap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubscribeGap dropped. */
            dropped: number;

            /** SubscribeGap node. */
            node: string;

            /**
             * Creates a new SubscribeGap instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SubscribeGap instance
             */
            static create(properties: oortbus.v1.SubscribeGap.$Shape): oortbus.v1.SubscribeGap & oortbus.v1.SubscribeGap.$Shape;
            static create(properties?: oortbus.v1.SubscribeGap.$Properties): oortbus.v1.SubscribeGap;

            /**
             * Encodes the specified SubscribeGap message. Does not implicitly {@link oortbus.v1.SubscribeGap.verify|verify} messages.
             * @param message SubscribeGap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.SubscribeGap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubscribeGap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeGap & oortbus.v1.SubscribeGap.$Shape} SubscribeGap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.SubscribeGap & oortbus.v1.SubscribeGap.$Shape;

            /**
             * Verifies a SubscribeGap message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace SubscribeGap {

            /** Properties of a SubscribeGap. */
            interface $Properties {

                /** SubscribeGap dropped */
                dropped?: (number|null);

                /** SubscribeGap node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubscribeGap. */
            type $Shape = oortbus.v1.SubscribeGap.$Properties;
        }

        /**
         * Properties of a GetChannelsRequest.
         * @deprecated Use oortbus.v1.GetChannelsRequest.$Properties instead.
         */
        interface IGetChannelsRequest extends oortbus.v1.GetChannelsRequest.$Properties {
        }

        /** Represents a GetChannelsRequest. */
        class GetChannelsRequest {

            /**
             * Constructs a new GetChannelsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetChannelsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetChannelsRequest pattern. */
            pattern: string;

            /** GetChannelsRequest pageSize. */
            pageSize: number;

            /** GetChannelsRequest pageToken. */
            pageToken: string;

            /**
             * Creates a new GetChannelsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetChannelsRequest instance
             */
            static create(properties: oortbus.v1.GetChannelsRequest.$Shape): oortbus.v1.GetChannelsRequest & oortbus.v1.GetChannelsRequest.$Shape;
            static create(properties?: oortbus.v1.GetChannelsRequest.$Properties): oortbus.v1.GetChannelsRequest;

            /**
             * Encodes the specified GetChannelsRequest message. Does not implicitly {@link oortbus.v1.GetChannelsRequest.verify|verify} messages.
             * @param message GetChannelsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetChannelsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetChannelsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetChannelsRequest & oortbus.v1.GetChannelsRequest.$Shape} GetChannelsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetChannelsRequest & oortbus.v1.GetChannelsRequest.$Shape;

            /**
             * Verifies a GetChannelsRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetChannelsRequest {

            /** Properties of a GetChannelsRequest. */
            interface $Properties {

                /** GetChannelsRequest pattern */
                pattern?: (string|null);

                /** GetChannelsRequest pageSize */
                pageSize?: (number|null);

                /** GetChannelsRequest pageToken */
                pageToken?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetChannelsRequest. */
            type $Shape = oortbus.v1.GetChannelsRequest.$Properties;
        }

        /**
         * Properties of a GetChannelsResponse.
         * @deprecated Use oortbus.v1.GetChannelsResponse.$Properties instead.
         */
        interface IGetChannelsResponse extends oortbus.v1.GetChannelsResponse.$Properties {
        }

        /** Represents a GetChannelsResponse. */
        class GetChannelsResponse {

            /**
             * Constructs a new GetChannelsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetChannelsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetChannelsResponse channels. */
            channels: oortbus.v1.ChannelView.$Properties[];

            /** GetChannelsResponse nextPageToken. */
            nextPageToken: string;

            /** GetChannelsResponse unansweredNodes. */
            unansweredNodes: string[];

            /** GetChannelsResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new GetChannelsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetChannelsResponse instance
             */
            static create(properties: oortbus.v1.GetChannelsResponse.$Shape): oortbus.v1.GetChannelsResponse & oortbus.v1.GetChannelsResponse.$Shape;
            static create(properties?: oortbus.v1.GetChannelsResponse.$Properties): oortbus.v1.GetChannelsResponse;

            /**
             * Encodes the specified GetChannelsResponse message. Does not implicitly {@link oortbus.v1.GetChannelsResponse.verify|verify} messages.
             * @param message GetChannelsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetChannelsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetChannelsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetChannelsResponse & oortbus.v1.GetChannelsResponse.$Shape} GetChannelsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetChannelsResponse & oortbus.v1.GetChannelsResponse.$Shape;

            /**
             * Verifies a GetChannelsResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetChannelsResponse {

            /** Properties of a GetChannelsResponse. */
            interface $Properties {

                /** GetChannelsResponse channels */
                channels?: (oortbus.v1.ChannelView.$Properties[]|null);

                /** GetChannelsResponse nextPageToken */
                nextPageToken?: (string|null);

                /** GetChannelsResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** GetChannelsResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetChannelsResponse. */
            type $Shape = oortbus.v1.GetChannelsResponse.$Properties;
        }

        /**
         * Properties of a ChannelView.
         * @deprecated Use oortbus.v1.ChannelView.$Properties instead.
         */
        interface IChannelView extends oortbus.v1.ChannelView.$Properties {
        }

        /** Represents a ChannelView. */
        class ChannelView {

            /**
             * Constructs a new ChannelView.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ChannelView.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelView channel. */
            channel: string;

            /** ChannelView subscribers. */
            subscribers: number;

            /** ChannelView nodes. */
            nodes: number;

            /**
             * Creates a new ChannelView instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelView instance
             */
            static create(properties: oortbus.v1.ChannelView.$Shape): oortbus.v1.ChannelView & oortbus.v1.ChannelView.$Shape;
            static create(properties?: oortbus.v1.ChannelView.$Properties): oortbus.v1.ChannelView;

            /**
             * Encodes the specified ChannelView message. Does not implicitly {@link oortbus.v1.ChannelView.verify|verify} messages.
             * @param message ChannelView message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ChannelView.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelView message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ChannelView & oortbus.v1.ChannelView.$Shape} ChannelView
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ChannelView & oortbus.v1.ChannelView.$Shape;

            /**
             * Verifies a ChannelView message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ChannelView {

            /** Properties of a ChannelView. */
            interface $Properties {

                /** ChannelView channel */
                channel?: (string|null);

                /** ChannelView subscribers */
                subscribers?: (number|null);

                /** ChannelView nodes */
                nodes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelView. */
            type $Shape = oortbus.v1.ChannelView.$Properties;
        }

        /**
         * Properties of a GetPresenceRequest.
         * @deprecated Use oortbus.v1.GetPresenceRequest.$Properties instead.
         */
        interface IGetPresenceRequest extends oortbus.v1.GetPresenceRequest.$Properties {
        }

        /** Represents a GetPresenceRequest. */
        class GetPresenceRequest {

            /**
             * Constructs a new GetPresenceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetPresenceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPresenceRequest users. */
            users: string[];

            /**
             * Creates a new GetPresenceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPresenceRequest instance
             */
            static create(properties: oortbus.v1.GetPresenceRequest.$Shape): oortbus.v1.GetPresenceRequest & oortbus.v1.GetPresenceRequest.$Shape;
            static create(properties?: oortbus.v1.GetPresenceRequest.$Properties): oortbus.v1.GetPresenceRequest;

            /**
             * Encodes the specified GetPresenceRequest message. Does not implicitly {@link oortbus.v1.GetPresenceRequest.verify|verify} messages.
             * @param message GetPresenceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetPresenceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPresenceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetPresenceRequest & oortbus.v1.GetPresenceRequest.$Shape} GetPresenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetPresenceRequest & oortbus.v1.GetPresenceRequest.$Shape;

            /**
             * Verifies a GetPresenceRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetPresenceRequest {

            /** Properties of a GetPresenceRequest. */
            interface $Properties {

                /** GetPresenceRequest users */
                users?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPresenceRequest. */
            type $Shape = oortbus.v1.GetPresenceRequest.$Properties;
        }

        /**
         * Properties of a GetPresenceResponse.
         * @deprecated Use oortbus.v1.GetPresenceResponse.$Properties instead.
         */
        interface IGetPresenceResponse extends oortbus.v1.GetPresenceResponse.$Properties {
        }

        /** Represents a GetPresenceResponse. */
        class GetPresenceResponse {

            /**
             * Constructs a new GetPresenceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetPresenceResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetPresenceResponse users. */
            users: oortbus.v1.UserPresence.$Properties[];

            /**
             * Creates a new GetPresenceResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetPresenceResponse instance
             */
            static create(properties: oortbus.v1.GetPresenceResponse.$Shape): oortbus.v1.GetPresenceResponse & oortbus.v1.GetPresenceResponse.$Shape;
            static create(properties?: oortbus.v1.GetPresenceResponse.$Properties): oortbus.v1.GetPresenceResponse;

            /**
             * Encodes the specified GetPresenceResponse message. Does not implicitly {@link oortbus.v1.GetPresenceResponse.verify|verify} messages.
             * @param message GetPresenceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetPresenceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetPresenceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetPresenceResponse & oortbus.v1.GetPresenceResponse.$Shape} GetPresenceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetPresenceResponse & oortbus.v1.GetPresenceResponse.$Shape;

            /**
             * Verifies a GetPresenceResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetPresenceResponse {

            /** Properties of a GetPresenceResponse. */
            interface $Properties {

                /** GetPresenceResponse users */
                users?: (oortbus.v1.UserPresence.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetPresenceResponse. */
            type $Shape = oortbus.v1.GetPresenceResponse.$Properties;
        }

        /**
         * Properties of a UserPresence.
         * @deprecated Use oortbus.v1.UserPresence.$Properties instead.
         */
        interface IUserPresence extends oortbus.v1.UserPresence.$Properties {
        }

        /** Represents a UserPresence. */
        class UserPresence {

            /**
             * Constructs a new UserPresence.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.UserPresence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UserPresence user. */
            user: string;

            /** UserPresence present. */
            present: boolean;

            /** UserPresence nodes. */
            nodes: string[];

            /** UserPresence localSessions. */
            localSessions: number;

            /** UserPresence shardOwners. */
            shardOwners: string[];

            /**
             * Creates a new UserPresence instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UserPresence instance
             */
            static create(properties: oortbus.v1.UserPresence.$Shape): oortbus.v1.UserPresence & oortbus.v1.UserPresence.$Shape;
            static create(properties?: oortbus.v1.UserPresence.$Properties): oortbus.v1.UserPresence;

            /**
             * Encodes the specified UserPresence message. Does not implicitly {@link oortbus.v1.UserPresence.verify|verify} messages.
             * @param message UserPresence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.UserPresence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UserPresence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.UserPresence & oortbus.v1.UserPresence.$Shape} UserPresence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.UserPresence & oortbus.v1.UserPresence.$Shape;

            /**
             * Verifies a UserPresence message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace UserPresence {

            /** Properties of a UserPresence. */
            interface $Properties {

                /** UserPresence user */
                user?: (string|null);

                /** UserPresence present */
                present?: (boolean|null);

                /** UserPresence nodes */
                nodes?: (string[]|null);

                /** UserPresence localSessions */
                localSessions?: (number|null);

                /** UserPresence shardOwners */
                shardOwners?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UserPresence. */
            type $Shape = oortbus.v1.UserPresence.$Properties;
        }

        /**
         * Properties of a WatchPresenceRequest.
         * @deprecated Use oortbus.v1.WatchPresenceRequest.$Properties instead.
         */
        interface IWatchPresenceRequest extends oortbus.v1.WatchPresenceRequest.$Properties {
        }

        /** Represents a WatchPresenceRequest. */
        class WatchPresenceRequest {

            /**
             * Constructs a new WatchPresenceRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.WatchPresenceRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchPresenceRequest users. */
            users: string[];

            /** WatchPresenceRequest counts. */
            counts: boolean;

            /**
             * Creates a new WatchPresenceRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchPresenceRequest instance
             */
            static create(properties: oortbus.v1.WatchPresenceRequest.$Shape): oortbus.v1.WatchPresenceRequest & oortbus.v1.WatchPresenceRequest.$Shape;
            static create(properties?: oortbus.v1.WatchPresenceRequest.$Properties): oortbus.v1.WatchPresenceRequest;

            /**
             * Encodes the specified WatchPresenceRequest message. Does not implicitly {@link oortbus.v1.WatchPresenceRequest.verify|verify} messages.
             * @param message WatchPresenceRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.WatchPresenceRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchPresenceRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchPresenceRequest & oortbus.v1.WatchPresenceRequest.$Shape} WatchPresenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.WatchPresenceRequest & oortbus.v1.WatchPresenceRequest.$Shape;

            /**
             * Verifies a WatchPresenceRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace WatchPresenceRequest {

            /** Properties of a WatchPresenceRequest. */
            interface $Properties {

                /** WatchPresenceRequest users */
                users?: (string[]|null);

                /** WatchPresenceRequest counts */
                counts?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchPresenceRequest. */
            type $Shape = oortbus.v1.WatchPresenceRequest.$Properties;
        }

        /**
         * Properties of a WatchPresenceResponse.
         * @deprecated Use oortbus.v1.WatchPresenceResponse.$Properties instead.
         */
        interface IWatchPresenceResponse extends oortbus.v1.WatchPresenceResponse.$Properties {
        }

        /** Represents a WatchPresenceResponse. */
        class WatchPresenceResponse {

            /**
             * Constructs a new WatchPresenceResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.WatchPresenceResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchPresenceResponse started. */
            started?: (oortbus.v1.PresenceStarted.$Properties|null);

            /** WatchPresenceResponse change. */
            change?: (oortbus.v1.PresenceChange.$Properties|null);

            /** WatchPresenceResponse count. */
            count?: (oortbus.v1.PresenceCount.$Properties|null);

            /** WatchPresenceResponse gap. */
            gap?: (oortbus.v1.PresenceGap.$Properties|null);

            /** WatchPresenceResponse ended. */
            ended?: (oortbus.v1.PresenceEnded.$Properties|null);

            /** WatchPresenceResponse news. */
            news?: ("started"|"change"|"count"|"gap"|"ended");

            /**
             * Creates a new WatchPresenceResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchPresenceResponse instance
             */
            static create(properties: oortbus.v1.WatchPresenceResponse.$Shape): oortbus.v1.WatchPresenceResponse & oortbus.v1.WatchPresenceResponse.$Shape;
            static create(properties?: oortbus.v1.WatchPresenceResponse.$Properties): oortbus.v1.WatchPresenceResponse;

            /**
             * Encodes the specified WatchPresenceResponse message. Does not implicitly {@link oortbus.v1.WatchPresenceResponse.verify|verify} messages.
             * @param message WatchPresenceResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.WatchPresenceResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchPresenceResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchPresenceResponse & oortbus.v1.WatchPresenceResponse.$Shape} WatchPresenceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.WatchPresenceResponse & oortbus.v1.WatchPresenceResponse.$Shape;

            /**
             * Verifies a WatchPresenceResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace WatchPresenceResponse {

            /** Properties of a WatchPresenceResponse. */
            interface $Properties {

                /** WatchPresenceResponse started */
                started?: (oortbus.v1.PresenceStarted.$Properties|null);

                /** WatchPresenceResponse change */
                change?: (oortbus.v1.PresenceChange.$Properties|null);

                /** WatchPresenceResponse count */
                count?: (oortbus.v1.PresenceCount.$Properties|null);

                /** WatchPresenceResponse gap */
                gap?: (oortbus.v1.PresenceGap.$Properties|null);

                /** WatchPresenceResponse ended */
                ended?: (oortbus.v1.PresenceEnded.$Properties|null);

                /** WatchPresenceResponse news */
                news?: ("started"|"change"|"count"|"gap"|"ended");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a WatchPresenceResponse. */
            type $Shape = {
              started?: oortbus.v1.PresenceStarted.$Shape|null;
              change?: oortbus.v1.PresenceChange.$Shape|null;
              count?: oortbus.v1.PresenceCount.$Shape|null;
              gap?: oortbus.v1.PresenceGap.$Shape|null;
              ended?: oortbus.v1.PresenceEnded.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ news?: undefined; started?: null; change?: null; count?: null; gap?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.PresenceStarted.$Shape; change?: null; count?: null; gap?: null; ended?: null }|{ news?: "change"; started?: null; change: oortbus.v1.PresenceChange.$Shape; count?: null; gap?: null; ended?: null }|{ news?: "count"; started?: null; change?: null; count: oortbus.v1.PresenceCount.$Shape; gap?: null; ended?: null }|{ news?: "gap"; started?: null; change?: null; count?: null; gap: oortbus.v1.PresenceGap.$Shape; ended?: null }|{ news?: "ended"; started?: null; change?: null; count?: null; gap?: null; ended: oortbus.v1.PresenceEnded.$Shape })
            );
        }

        /**
         * Properties of a PresenceStarted.
         * @deprecated Use oortbus.v1.PresenceStarted.$Properties instead.
         */
        interface IPresenceStarted extends oortbus.v1.PresenceStarted.$Properties {
        }

        /** Represents a PresenceStarted. */
        class PresenceStarted {

            /**
             * Constructs a new PresenceStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PresenceStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceStarted node. */
            node: string;

            /**
             * Creates a new PresenceStarted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceStarted instance
             */
            static create(properties: oortbus.v1.PresenceStarted.$Shape): oortbus.v1.PresenceStarted & oortbus.v1.PresenceStarted.$Shape;
            static create(properties?: oortbus.v1.PresenceStarted.$Properties): oortbus.v1.PresenceStarted;

            /**
             * Encodes the specified PresenceStarted message. Does not implicitly {@link oortbus.v1.PresenceStarted.verify|verify} messages.
             * @param message PresenceStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PresenceStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceStarted & oortbus.v1.PresenceStarted.$Shape} PresenceStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PresenceStarted & oortbus.v1.PresenceStarted.$Shape;

            /**
             * Verifies a PresenceStarted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PresenceStarted {

            /** Properties of a PresenceStarted. */
            interface $Properties {

                /** PresenceStarted node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceStarted. */
            type $Shape = oortbus.v1.PresenceStarted.$Properties;
        }

        /**
         * Properties of a PresenceChange.
         * @deprecated Use oortbus.v1.PresenceChange.$Properties instead.
         */
        interface IPresenceChange extends oortbus.v1.PresenceChange.$Properties {
        }

        /** Represents a PresenceChange. */
        class PresenceChange {

            /**
             * Constructs a new PresenceChange.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PresenceChange.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceChange user. */
            user: string;

            /** PresenceChange present. */
            present: boolean;

            /** PresenceChange nodes. */
            nodes: number;

            /**
             * Creates a new PresenceChange instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceChange instance
             */
            static create(properties: oortbus.v1.PresenceChange.$Shape): oortbus.v1.PresenceChange & oortbus.v1.PresenceChange.$Shape;
            static create(properties?: oortbus.v1.PresenceChange.$Properties): oortbus.v1.PresenceChange;

            /**
             * Encodes the specified PresenceChange message. Does not implicitly {@link oortbus.v1.PresenceChange.verify|verify} messages.
             * @param message PresenceChange message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PresenceChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceChange message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceChange & oortbus.v1.PresenceChange.$Shape} PresenceChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PresenceChange & oortbus.v1.PresenceChange.$Shape;

            /**
             * Verifies a PresenceChange message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PresenceChange {

            /** Properties of a PresenceChange. */
            interface $Properties {

                /** PresenceChange user */
                user?: (string|null);

                /** PresenceChange present */
                present?: (boolean|null);

                /** PresenceChange nodes */
                nodes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceChange. */
            type $Shape = oortbus.v1.PresenceChange.$Properties;
        }

        /**
         * Properties of a PresenceCount.
         * @deprecated Use oortbus.v1.PresenceCount.$Properties instead.
         */
        interface IPresenceCount extends oortbus.v1.PresenceCount.$Properties {
        }

        /** Represents a PresenceCount. */
        class PresenceCount {

            /**
             * Constructs a new PresenceCount.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PresenceCount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceCount present. */
            present: number;

            /** PresenceCount watched. */
            watched: number;

            /**
             * Creates a new PresenceCount instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceCount instance
             */
            static create(properties: oortbus.v1.PresenceCount.$Shape): oortbus.v1.PresenceCount & oortbus.v1.PresenceCount.$Shape;
            static create(properties?: oortbus.v1.PresenceCount.$Properties): oortbus.v1.PresenceCount;

            /**
             * Encodes the specified PresenceCount message. Does not implicitly {@link oortbus.v1.PresenceCount.verify|verify} messages.
             * @param message PresenceCount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PresenceCount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceCount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceCount & oortbus.v1.PresenceCount.$Shape} PresenceCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PresenceCount & oortbus.v1.PresenceCount.$Shape;

            /**
             * Verifies a PresenceCount message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PresenceCount {

            /** Properties of a PresenceCount. */
            interface $Properties {

                /** PresenceCount present */
                present?: (number|null);

                /** PresenceCount watched */
                watched?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceCount. */
            type $Shape = oortbus.v1.PresenceCount.$Properties;
        }

        /**
         * Properties of a PresenceGap.
         * @deprecated Use oortbus.v1.PresenceGap.$Properties instead.
         */
        interface IPresenceGap extends oortbus.v1.PresenceGap.$Properties {
        }

        /** Represents a PresenceGap. */
        class PresenceGap {

            /**
             * Constructs a new PresenceGap.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PresenceGap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceGap dropped. */
            dropped: number;

            /**
             * Creates a new PresenceGap instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceGap instance
             */
            static create(properties: oortbus.v1.PresenceGap.$Shape): oortbus.v1.PresenceGap & oortbus.v1.PresenceGap.$Shape;
            static create(properties?: oortbus.v1.PresenceGap.$Properties): oortbus.v1.PresenceGap;

            /**
             * Encodes the specified PresenceGap message. Does not implicitly {@link oortbus.v1.PresenceGap.verify|verify} messages.
             * @param message PresenceGap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PresenceGap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceGap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceGap & oortbus.v1.PresenceGap.$Shape} PresenceGap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PresenceGap & oortbus.v1.PresenceGap.$Shape;

            /**
             * Verifies a PresenceGap message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PresenceGap {

            /** Properties of a PresenceGap. */
            interface $Properties {

                /** PresenceGap dropped */
                dropped?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceGap. */
            type $Shape = oortbus.v1.PresenceGap.$Properties;
        }

        /**
         * Properties of a PresenceEnded.
         * @deprecated Use oortbus.v1.PresenceEnded.$Properties instead.
         */
        interface IPresenceEnded extends oortbus.v1.PresenceEnded.$Properties {
        }

        /** Represents a PresenceEnded. */
        class PresenceEnded {

            /**
             * Constructs a new PresenceEnded.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.PresenceEnded.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceEnded reason. */
            reason: string;

            /**
             * Creates a new PresenceEnded instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceEnded instance
             */
            static create(properties: oortbus.v1.PresenceEnded.$Shape): oortbus.v1.PresenceEnded & oortbus.v1.PresenceEnded.$Shape;
            static create(properties?: oortbus.v1.PresenceEnded.$Properties): oortbus.v1.PresenceEnded;

            /**
             * Encodes the specified PresenceEnded message. Does not implicitly {@link oortbus.v1.PresenceEnded.verify|verify} messages.
             * @param message PresenceEnded message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.PresenceEnded.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceEnded message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceEnded & oortbus.v1.PresenceEnded.$Shape} PresenceEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.PresenceEnded & oortbus.v1.PresenceEnded.$Shape;

            /**
             * Verifies a PresenceEnded message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace PresenceEnded {

            /** Properties of a PresenceEnded. */
            interface $Properties {

                /** PresenceEnded reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceEnded. */
            type $Shape = oortbus.v1.PresenceEnded.$Properties;
        }

        /**
         * Properties of a ListUserSessionsRequest.
         * @deprecated Use oortbus.v1.ListUserSessionsRequest.$Properties instead.
         */
        interface IListUserSessionsRequest extends oortbus.v1.ListUserSessionsRequest.$Properties {
        }

        /** Represents a ListUserSessionsRequest. */
        class ListUserSessionsRequest {

            /**
             * Constructs a new ListUserSessionsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ListUserSessionsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListUserSessionsRequest user. */
            user: string;

            /**
             * Creates a new ListUserSessionsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListUserSessionsRequest instance
             */
            static create(properties: oortbus.v1.ListUserSessionsRequest.$Shape): oortbus.v1.ListUserSessionsRequest & oortbus.v1.ListUserSessionsRequest.$Shape;
            static create(properties?: oortbus.v1.ListUserSessionsRequest.$Properties): oortbus.v1.ListUserSessionsRequest;

            /**
             * Encodes the specified ListUserSessionsRequest message. Does not implicitly {@link oortbus.v1.ListUserSessionsRequest.verify|verify} messages.
             * @param message ListUserSessionsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ListUserSessionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListUserSessionsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ListUserSessionsRequest & oortbus.v1.ListUserSessionsRequest.$Shape} ListUserSessionsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ListUserSessionsRequest & oortbus.v1.ListUserSessionsRequest.$Shape;

            /**
             * Verifies a ListUserSessionsRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListUserSessionsRequest {

            /** Properties of a ListUserSessionsRequest. */
            interface $Properties {

                /** ListUserSessionsRequest user */
                user?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListUserSessionsRequest. */
            type $Shape = oortbus.v1.ListUserSessionsRequest.$Properties;
        }

        /**
         * Properties of a ListUserSessionsResponse.
         * @deprecated Use oortbus.v1.ListUserSessionsResponse.$Properties instead.
         */
        interface IListUserSessionsResponse extends oortbus.v1.ListUserSessionsResponse.$Properties {
        }

        /** Represents a ListUserSessionsResponse. */
        class ListUserSessionsResponse {

            /**
             * Constructs a new ListUserSessionsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ListUserSessionsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListUserSessionsResponse sessions. */
            sessions: oortbus.v1.UserSession.$Properties[];

            /** ListUserSessionsResponse total. */
            total: number;

            /** ListUserSessionsResponse unansweredNodes. */
            unansweredNodes: string[];

            /** ListUserSessionsResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new ListUserSessionsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListUserSessionsResponse instance
             */
            static create(properties: oortbus.v1.ListUserSessionsResponse.$Shape): oortbus.v1.ListUserSessionsResponse & oortbus.v1.ListUserSessionsResponse.$Shape;
            static create(properties?: oortbus.v1.ListUserSessionsResponse.$Properties): oortbus.v1.ListUserSessionsResponse;

            /**
             * Encodes the specified ListUserSessionsResponse message. Does not implicitly {@link oortbus.v1.ListUserSessionsResponse.verify|verify} messages.
             * @param message ListUserSessionsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ListUserSessionsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListUserSessionsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ListUserSessionsResponse & oortbus.v1.ListUserSessionsResponse.$Shape} ListUserSessionsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ListUserSessionsResponse & oortbus.v1.ListUserSessionsResponse.$Shape;

            /**
             * Verifies a ListUserSessionsResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListUserSessionsResponse {

            /** Properties of a ListUserSessionsResponse. */
            interface $Properties {

                /** ListUserSessionsResponse sessions */
                sessions?: (oortbus.v1.UserSession.$Properties[]|null);

                /** ListUserSessionsResponse total */
                total?: (number|null);

                /** ListUserSessionsResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** ListUserSessionsResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListUserSessionsResponse. */
            type $Shape = oortbus.v1.ListUserSessionsResponse.$Properties;
        }

        /**
         * Properties of a UserSession.
         * @deprecated Use oortbus.v1.UserSession.$Properties instead.
         */
        interface IUserSession extends oortbus.v1.UserSession.$Properties {
        }

        /** Represents a UserSession. */
        class UserSession {

            /**
             * Constructs a new UserSession.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.UserSession.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UserSession node. */
            node: string;

            /** UserSession session. */
            session: string;

            /** UserSession transport. */
            transport: string;

            /** UserSession since. */
            since?: (google.protobuf.Timestamp.$Properties|null);

            /** UserSession remoteAddress. */
            remoteAddress: string;

            /**
             * Creates a new UserSession instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UserSession instance
             */
            static create(properties: oortbus.v1.UserSession.$Shape): oortbus.v1.UserSession & oortbus.v1.UserSession.$Shape;
            static create(properties?: oortbus.v1.UserSession.$Properties): oortbus.v1.UserSession;

            /**
             * Encodes the specified UserSession message. Does not implicitly {@link oortbus.v1.UserSession.verify|verify} messages.
             * @param message UserSession message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.UserSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a UserSession message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.UserSession & oortbus.v1.UserSession.$Shape} UserSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.UserSession & oortbus.v1.UserSession.$Shape;

            /**
             * Verifies a UserSession message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace UserSession {

            /** Properties of a UserSession. */
            interface $Properties {

                /** UserSession node */
                node?: (string|null);

                /** UserSession session */
                session?: (string|null);

                /** UserSession transport */
                transport?: (string|null);

                /** UserSession since */
                since?: (google.protobuf.Timestamp.$Properties|null);

                /** UserSession remoteAddress */
                remoteAddress?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a UserSession. */
            type $Shape = oortbus.v1.UserSession.$Properties;
        }

        /**
         * Properties of a DisconnectUserRequest.
         * @deprecated Use oortbus.v1.DisconnectUserRequest.$Properties instead.
         */
        interface IDisconnectUserRequest extends oortbus.v1.DisconnectUserRequest.$Properties {
        }

        /** Represents a DisconnectUserRequest. */
        class DisconnectUserRequest {

            /**
             * Constructs a new DisconnectUserRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DisconnectUserRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisconnectUserRequest user. */
            user: string;

            /** DisconnectUserRequest reason. */
            reason: string;

            /**
             * Creates a new DisconnectUserRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisconnectUserRequest instance
             */
            static create(properties: oortbus.v1.DisconnectUserRequest.$Shape): oortbus.v1.DisconnectUserRequest & oortbus.v1.DisconnectUserRequest.$Shape;
            static create(properties?: oortbus.v1.DisconnectUserRequest.$Properties): oortbus.v1.DisconnectUserRequest;

            /**
             * Encodes the specified DisconnectUserRequest message. Does not implicitly {@link oortbus.v1.DisconnectUserRequest.verify|verify} messages.
             * @param message DisconnectUserRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DisconnectUserRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisconnectUserRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectUserRequest & oortbus.v1.DisconnectUserRequest.$Shape} DisconnectUserRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DisconnectUserRequest & oortbus.v1.DisconnectUserRequest.$Shape;

            /**
             * Verifies a DisconnectUserRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DisconnectUserRequest {

            /** Properties of a DisconnectUserRequest. */
            interface $Properties {

                /** DisconnectUserRequest user */
                user?: (string|null);

                /** DisconnectUserRequest reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisconnectUserRequest. */
            type $Shape = oortbus.v1.DisconnectUserRequest.$Properties;
        }

        /**
         * Properties of a DisconnectUserResponse.
         * @deprecated Use oortbus.v1.DisconnectUserResponse.$Properties instead.
         */
        interface IDisconnectUserResponse extends oortbus.v1.DisconnectUserResponse.$Properties {
        }

        /** Represents a DisconnectUserResponse. */
        class DisconnectUserResponse {

            /**
             * Constructs a new DisconnectUserResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DisconnectUserResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisconnectUserResponse disconnected. */
            disconnected: number;

            /** DisconnectUserResponse unansweredNodes. */
            unansweredNodes: string[];

            /** DisconnectUserResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new DisconnectUserResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisconnectUserResponse instance
             */
            static create(properties: oortbus.v1.DisconnectUserResponse.$Shape): oortbus.v1.DisconnectUserResponse & oortbus.v1.DisconnectUserResponse.$Shape;
            static create(properties?: oortbus.v1.DisconnectUserResponse.$Properties): oortbus.v1.DisconnectUserResponse;

            /**
             * Encodes the specified DisconnectUserResponse message. Does not implicitly {@link oortbus.v1.DisconnectUserResponse.verify|verify} messages.
             * @param message DisconnectUserResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DisconnectUserResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisconnectUserResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectUserResponse & oortbus.v1.DisconnectUserResponse.$Shape} DisconnectUserResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DisconnectUserResponse & oortbus.v1.DisconnectUserResponse.$Shape;

            /**
             * Verifies a DisconnectUserResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DisconnectUserResponse {

            /** Properties of a DisconnectUserResponse. */
            interface $Properties {

                /** DisconnectUserResponse disconnected */
                disconnected?: (number|null);

                /** DisconnectUserResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** DisconnectUserResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisconnectUserResponse. */
            type $Shape = oortbus.v1.DisconnectUserResponse.$Properties;
        }

        /**
         * Properties of a DisconnectSessionRequest.
         * @deprecated Use oortbus.v1.DisconnectSessionRequest.$Properties instead.
         */
        interface IDisconnectSessionRequest extends oortbus.v1.DisconnectSessionRequest.$Properties {
        }

        /** Represents a DisconnectSessionRequest. */
        class DisconnectSessionRequest {

            /**
             * Constructs a new DisconnectSessionRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DisconnectSessionRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisconnectSessionRequest user. */
            user: string;

            /** DisconnectSessionRequest session. */
            session: string;

            /** DisconnectSessionRequest reason. */
            reason: string;

            /**
             * Creates a new DisconnectSessionRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisconnectSessionRequest instance
             */
            static create(properties: oortbus.v1.DisconnectSessionRequest.$Shape): oortbus.v1.DisconnectSessionRequest & oortbus.v1.DisconnectSessionRequest.$Shape;
            static create(properties?: oortbus.v1.DisconnectSessionRequest.$Properties): oortbus.v1.DisconnectSessionRequest;

            /**
             * Encodes the specified DisconnectSessionRequest message. Does not implicitly {@link oortbus.v1.DisconnectSessionRequest.verify|verify} messages.
             * @param message DisconnectSessionRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DisconnectSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisconnectSessionRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectSessionRequest & oortbus.v1.DisconnectSessionRequest.$Shape} DisconnectSessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DisconnectSessionRequest & oortbus.v1.DisconnectSessionRequest.$Shape;

            /**
             * Verifies a DisconnectSessionRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DisconnectSessionRequest {

            /** Properties of a DisconnectSessionRequest. */
            interface $Properties {

                /** DisconnectSessionRequest user */
                user?: (string|null);

                /** DisconnectSessionRequest session */
                session?: (string|null);

                /** DisconnectSessionRequest reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisconnectSessionRequest. */
            type $Shape = oortbus.v1.DisconnectSessionRequest.$Properties;
        }

        /**
         * Properties of a DisconnectSessionResponse.
         * @deprecated Use oortbus.v1.DisconnectSessionResponse.$Properties instead.
         */
        interface IDisconnectSessionResponse extends oortbus.v1.DisconnectSessionResponse.$Properties {
        }

        /** Represents a DisconnectSessionResponse. */
        class DisconnectSessionResponse {

            /**
             * Constructs a new DisconnectSessionResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DisconnectSessionResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DisconnectSessionResponse disconnected. */
            disconnected: number;

            /** DisconnectSessionResponse unansweredNodes. */
            unansweredNodes: string[];

            /** DisconnectSessionResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new DisconnectSessionResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DisconnectSessionResponse instance
             */
            static create(properties: oortbus.v1.DisconnectSessionResponse.$Shape): oortbus.v1.DisconnectSessionResponse & oortbus.v1.DisconnectSessionResponse.$Shape;
            static create(properties?: oortbus.v1.DisconnectSessionResponse.$Properties): oortbus.v1.DisconnectSessionResponse;

            /**
             * Encodes the specified DisconnectSessionResponse message. Does not implicitly {@link oortbus.v1.DisconnectSessionResponse.verify|verify} messages.
             * @param message DisconnectSessionResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DisconnectSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DisconnectSessionResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectSessionResponse & oortbus.v1.DisconnectSessionResponse.$Shape} DisconnectSessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DisconnectSessionResponse & oortbus.v1.DisconnectSessionResponse.$Shape;

            /**
             * Verifies a DisconnectSessionResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DisconnectSessionResponse {

            /** Properties of a DisconnectSessionResponse. */
            interface $Properties {

                /** DisconnectSessionResponse disconnected */
                disconnected?: (number|null);

                /** DisconnectSessionResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** DisconnectSessionResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DisconnectSessionResponse. */
            type $Shape = oortbus.v1.DisconnectSessionResponse.$Properties;
        }

        /**
         * Properties of a GetClusterRequest.
         * @deprecated Use oortbus.v1.GetClusterRequest.$Properties instead.
         */
        interface IGetClusterRequest extends oortbus.v1.GetClusterRequest.$Properties {
        }

        /** Represents a GetClusterRequest. */
        class GetClusterRequest {

            /**
             * Constructs a new GetClusterRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetClusterRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new GetClusterRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetClusterRequest instance
             */
            static create(properties: oortbus.v1.GetClusterRequest.$Shape): oortbus.v1.GetClusterRequest & oortbus.v1.GetClusterRequest.$Shape;
            static create(properties?: oortbus.v1.GetClusterRequest.$Properties): oortbus.v1.GetClusterRequest;

            /**
             * Encodes the specified GetClusterRequest message. Does not implicitly {@link oortbus.v1.GetClusterRequest.verify|verify} messages.
             * @param message GetClusterRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetClusterRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetClusterRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetClusterRequest & oortbus.v1.GetClusterRequest.$Shape} GetClusterRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetClusterRequest & oortbus.v1.GetClusterRequest.$Shape;

            /**
             * Verifies a GetClusterRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetClusterRequest {

            /** Properties of a GetClusterRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetClusterRequest. */
            type $Shape = oortbus.v1.GetClusterRequest.$Properties;
        }

        /**
         * Properties of a GetClusterResponse.
         * @deprecated Use oortbus.v1.GetClusterResponse.$Properties instead.
         */
        interface IGetClusterResponse extends oortbus.v1.GetClusterResponse.$Properties {
        }

        /** Represents a GetClusterResponse. */
        class GetClusterResponse {

            /**
             * Constructs a new GetClusterResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetClusterResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetClusterResponse url. */
            url: string;

            /** GetClusterResponse id. */
            id: string;

            /** GetClusterResponse state. */
            state: oortbus.v1.NodeState;

            /** GetClusterResponse peers. */
            peers: oortbus.v1.Peer.$Properties[];

            /** GetClusterResponse sessions. */
            sessions: number;

            /** GetClusterResponse users. */
            users: number;

            /** GetClusterResponse shards. */
            shards: number;

            /**
             * Creates a new GetClusterResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetClusterResponse instance
             */
            static create(properties: oortbus.v1.GetClusterResponse.$Shape): oortbus.v1.GetClusterResponse & oortbus.v1.GetClusterResponse.$Shape;
            static create(properties?: oortbus.v1.GetClusterResponse.$Properties): oortbus.v1.GetClusterResponse;

            /**
             * Encodes the specified GetClusterResponse message. Does not implicitly {@link oortbus.v1.GetClusterResponse.verify|verify} messages.
             * @param message GetClusterResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetClusterResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetClusterResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetClusterResponse & oortbus.v1.GetClusterResponse.$Shape} GetClusterResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetClusterResponse & oortbus.v1.GetClusterResponse.$Shape;

            /**
             * Verifies a GetClusterResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetClusterResponse {

            /** Properties of a GetClusterResponse. */
            interface $Properties {

                /** GetClusterResponse url */
                url?: (string|null);

                /** GetClusterResponse id */
                id?: (string|null);

                /** GetClusterResponse state */
                state?: (oortbus.v1.NodeState|null);

                /** GetClusterResponse peers */
                peers?: (oortbus.v1.Peer.$Properties[]|null);

                /** GetClusterResponse sessions */
                sessions?: (number|null);

                /** GetClusterResponse users */
                users?: (number|null);

                /** GetClusterResponse shards */
                shards?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetClusterResponse. */
            type $Shape = oortbus.v1.GetClusterResponse.$Properties;
        }

        /**
         * Properties of a DrainRequest.
         * @deprecated Use oortbus.v1.DrainRequest.$Properties instead.
         */
        interface IDrainRequest extends oortbus.v1.DrainRequest.$Properties {
        }

        /** Represents a DrainRequest. */
        class DrainRequest {

            /**
             * Constructs a new DrainRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DrainRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new DrainRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainRequest instance
             */
            static create(properties: oortbus.v1.DrainRequest.$Shape): oortbus.v1.DrainRequest & oortbus.v1.DrainRequest.$Shape;
            static create(properties?: oortbus.v1.DrainRequest.$Properties): oortbus.v1.DrainRequest;

            /**
             * Encodes the specified DrainRequest message. Does not implicitly {@link oortbus.v1.DrainRequest.verify|verify} messages.
             * @param message DrainRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DrainRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainRequest & oortbus.v1.DrainRequest.$Shape} DrainRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DrainRequest & oortbus.v1.DrainRequest.$Shape;

            /**
             * Verifies a DrainRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DrainRequest {

            /** Properties of a DrainRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainRequest. */
            type $Shape = oortbus.v1.DrainRequest.$Properties;
        }

        /**
         * Properties of a DrainResponse.
         * @deprecated Use oortbus.v1.DrainResponse.$Properties instead.
         */
        interface IDrainResponse extends oortbus.v1.DrainResponse.$Properties {
        }

        /** Represents a DrainResponse. */
        class DrainResponse {

            /**
             * Constructs a new DrainResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DrainResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainResponse sessions. */
            sessions: number;

            /**
             * Creates a new DrainResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainResponse instance
             */
            static create(properties: oortbus.v1.DrainResponse.$Shape): oortbus.v1.DrainResponse & oortbus.v1.DrainResponse.$Shape;
            static create(properties?: oortbus.v1.DrainResponse.$Properties): oortbus.v1.DrainResponse;

            /**
             * Encodes the specified DrainResponse message. Does not implicitly {@link oortbus.v1.DrainResponse.verify|verify} messages.
             * @param message DrainResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DrainResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainResponse & oortbus.v1.DrainResponse.$Shape} DrainResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DrainResponse & oortbus.v1.DrainResponse.$Shape;

            /**
             * Verifies a DrainResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DrainResponse {

            /** Properties of a DrainResponse. */
            interface $Properties {

                /** DrainResponse sessions */
                sessions?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainResponse. */
            type $Shape = oortbus.v1.DrainResponse.$Properties;
        }

        /**
         * Properties of a MintTokenRequest.
         * @deprecated Use oortbus.v1.MintTokenRequest.$Properties instead.
         */
        interface IMintTokenRequest extends oortbus.v1.MintTokenRequest.$Properties {
        }

        /** Represents a MintTokenRequest. */
        class MintTokenRequest {

            /**
             * Constructs a new MintTokenRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.MintTokenRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MintTokenRequest user. */
            user: string;

            /** MintTokenRequest ttlSeconds. */
            ttlSeconds: number;

            /** MintTokenRequest rights. */
            rights?: (oortbus.v1.TokenRights.$Properties|null);

            /**
             * Creates a new MintTokenRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MintTokenRequest instance
             */
            static create(properties: oortbus.v1.MintTokenRequest.$Shape): oortbus.v1.MintTokenRequest & oortbus.v1.MintTokenRequest.$Shape;
            static create(properties?: oortbus.v1.MintTokenRequest.$Properties): oortbus.v1.MintTokenRequest;

            /**
             * Encodes the specified MintTokenRequest message. Does not implicitly {@link oortbus.v1.MintTokenRequest.verify|verify} messages.
             * @param message MintTokenRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.MintTokenRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MintTokenRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.MintTokenRequest & oortbus.v1.MintTokenRequest.$Shape} MintTokenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.MintTokenRequest & oortbus.v1.MintTokenRequest.$Shape;

            /**
             * Verifies a MintTokenRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace MintTokenRequest {

            /** Properties of a MintTokenRequest. */
            interface $Properties {

                /** MintTokenRequest user */
                user?: (string|null);

                /** MintTokenRequest ttlSeconds */
                ttlSeconds?: (number|null);

                /** MintTokenRequest rights */
                rights?: (oortbus.v1.TokenRights.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MintTokenRequest. */
            type $Shape = oortbus.v1.MintTokenRequest.$Properties;
        }

        /**
         * Properties of a TokenRights.
         * @deprecated Use oortbus.v1.TokenRights.$Properties instead.
         */
        interface ITokenRights extends oortbus.v1.TokenRights.$Properties {
        }

        /** Represents a TokenRights. */
        class TokenRights {

            /**
             * Constructs a new TokenRights.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.TokenRights.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TokenRights pub. */
            pub: string[];

            /** TokenRights sub. */
            sub: string[];

            /**
             * Creates a new TokenRights instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TokenRights instance
             */
            static create(properties: oortbus.v1.TokenRights.$Shape): oortbus.v1.TokenRights & oortbus.v1.TokenRights.$Shape;
            static create(properties?: oortbus.v1.TokenRights.$Properties): oortbus.v1.TokenRights;

            /**
             * Encodes the specified TokenRights message. Does not implicitly {@link oortbus.v1.TokenRights.verify|verify} messages.
             * @param message TokenRights message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.TokenRights.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TokenRights message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.TokenRights & oortbus.v1.TokenRights.$Shape} TokenRights
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.TokenRights & oortbus.v1.TokenRights.$Shape;

            /**
             * Verifies a TokenRights message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TokenRights {

            /** Properties of a TokenRights. */
            interface $Properties {

                /** TokenRights pub */
                pub?: (string[]|null);

                /** TokenRights sub */
                sub?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TokenRights. */
            type $Shape = oortbus.v1.TokenRights.$Properties;
        }

        /**
         * Properties of a MintTokenResponse.
         * @deprecated Use oortbus.v1.MintTokenResponse.$Properties instead.
         */
        interface IMintTokenResponse extends oortbus.v1.MintTokenResponse.$Properties {
        }

        /** Represents a MintTokenResponse. */
        class MintTokenResponse {

            /**
             * Constructs a new MintTokenResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.MintTokenResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MintTokenResponse token. */
            token: string;

            /** MintTokenResponse tokenId. */
            tokenId: string;

            /** MintTokenResponse expiresAt. */
            expiresAt?: (google.protobuf.Timestamp.$Properties|null);

            /**
             * Creates a new MintTokenResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MintTokenResponse instance
             */
            static create(properties: oortbus.v1.MintTokenResponse.$Shape): oortbus.v1.MintTokenResponse & oortbus.v1.MintTokenResponse.$Shape;
            static create(properties?: oortbus.v1.MintTokenResponse.$Properties): oortbus.v1.MintTokenResponse;

            /**
             * Encodes the specified MintTokenResponse message. Does not implicitly {@link oortbus.v1.MintTokenResponse.verify|verify} messages.
             * @param message MintTokenResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.MintTokenResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MintTokenResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.MintTokenResponse & oortbus.v1.MintTokenResponse.$Shape} MintTokenResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.MintTokenResponse & oortbus.v1.MintTokenResponse.$Shape;

            /**
             * Verifies a MintTokenResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace MintTokenResponse {

            /** Properties of a MintTokenResponse. */
            interface $Properties {

                /** MintTokenResponse token */
                token?: (string|null);

                /** MintTokenResponse tokenId */
                tokenId?: (string|null);

                /** MintTokenResponse expiresAt */
                expiresAt?: (google.protobuf.Timestamp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MintTokenResponse. */
            type $Shape = oortbus.v1.MintTokenResponse.$Properties;
        }

        /**
         * Properties of a RevokeTokensRequest.
         * @deprecated Use oortbus.v1.RevokeTokensRequest.$Properties instead.
         */
        interface IRevokeTokensRequest extends oortbus.v1.RevokeTokensRequest.$Properties {
        }

        /** Represents a RevokeTokensRequest. */
        class RevokeTokensRequest {

            /**
             * Constructs a new RevokeTokensRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.RevokeTokensRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevokeTokensRequest user. */
            user: string;

            /** RevokeTokensRequest tokenId. */
            tokenId: string;

            /**
             * Creates a new RevokeTokensRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevokeTokensRequest instance
             */
            static create(properties: oortbus.v1.RevokeTokensRequest.$Shape): oortbus.v1.RevokeTokensRequest & oortbus.v1.RevokeTokensRequest.$Shape;
            static create(properties?: oortbus.v1.RevokeTokensRequest.$Properties): oortbus.v1.RevokeTokensRequest;

            /**
             * Encodes the specified RevokeTokensRequest message. Does not implicitly {@link oortbus.v1.RevokeTokensRequest.verify|verify} messages.
             * @param message RevokeTokensRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.RevokeTokensRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevokeTokensRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.RevokeTokensRequest & oortbus.v1.RevokeTokensRequest.$Shape} RevokeTokensRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.RevokeTokensRequest & oortbus.v1.RevokeTokensRequest.$Shape;

            /**
             * Verifies a RevokeTokensRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace RevokeTokensRequest {

            /** Properties of a RevokeTokensRequest. */
            interface $Properties {

                /** RevokeTokensRequest user */
                user?: (string|null);

                /** RevokeTokensRequest tokenId */
                tokenId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevokeTokensRequest. */
            type $Shape = oortbus.v1.RevokeTokensRequest.$Properties;
        }

        /**
         * Properties of a RevokeTokensResponse.
         * @deprecated Use oortbus.v1.RevokeTokensResponse.$Properties instead.
         */
        interface IRevokeTokensResponse extends oortbus.v1.RevokeTokensResponse.$Properties {
        }

        /** Represents a RevokeTokensResponse. */
        class RevokeTokensResponse {

            /**
             * Constructs a new RevokeTokensResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.RevokeTokensResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevokeTokensResponse disconnected. */
            disconnected: number;

            /** RevokeTokensResponse until. */
            until?: (google.protobuf.Timestamp.$Properties|null);

            /** RevokeTokensResponse unansweredNodes. */
            unansweredNodes: string[];

            /** RevokeTokensResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new RevokeTokensResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RevokeTokensResponse instance
             */
            static create(properties: oortbus.v1.RevokeTokensResponse.$Shape): oortbus.v1.RevokeTokensResponse & oortbus.v1.RevokeTokensResponse.$Shape;
            static create(properties?: oortbus.v1.RevokeTokensResponse.$Properties): oortbus.v1.RevokeTokensResponse;

            /**
             * Encodes the specified RevokeTokensResponse message. Does not implicitly {@link oortbus.v1.RevokeTokensResponse.verify|verify} messages.
             * @param message RevokeTokensResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.RevokeTokensResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevokeTokensResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.RevokeTokensResponse & oortbus.v1.RevokeTokensResponse.$Shape} RevokeTokensResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.RevokeTokensResponse & oortbus.v1.RevokeTokensResponse.$Shape;

            /**
             * Verifies a RevokeTokensResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace RevokeTokensResponse {

            /** Properties of a RevokeTokensResponse. */
            interface $Properties {

                /** RevokeTokensResponse disconnected */
                disconnected?: (number|null);

                /** RevokeTokensResponse until */
                until?: (google.protobuf.Timestamp.$Properties|null);

                /** RevokeTokensResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** RevokeTokensResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevokeTokensResponse. */
            type $Shape = oortbus.v1.RevokeTokensResponse.$Properties;
        }

        /**
         * Properties of a WatchClusterRequest.
         * @deprecated Use oortbus.v1.WatchClusterRequest.$Properties instead.
         */
        interface IWatchClusterRequest extends oortbus.v1.WatchClusterRequest.$Properties {
        }

        /** Represents a WatchClusterRequest. */
        class WatchClusterRequest {

            /**
             * Constructs a new WatchClusterRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.WatchClusterRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchClusterRequest intervalMs. */
            intervalMs: number;

            /**
             * Creates a new WatchClusterRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchClusterRequest instance
             */
            static create(properties: oortbus.v1.WatchClusterRequest.$Shape): oortbus.v1.WatchClusterRequest & oortbus.v1.WatchClusterRequest.$Shape;
            static create(properties?: oortbus.v1.WatchClusterRequest.$Properties): oortbus.v1.WatchClusterRequest;

            /**
             * Encodes the specified WatchClusterRequest message. Does not implicitly {@link oortbus.v1.WatchClusterRequest.verify|verify} messages.
             * @param message WatchClusterRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.WatchClusterRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchClusterRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchClusterRequest & oortbus.v1.WatchClusterRequest.$Shape} WatchClusterRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.WatchClusterRequest & oortbus.v1.WatchClusterRequest.$Shape;

            /**
             * Verifies a WatchClusterRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace WatchClusterRequest {

            /** Properties of a WatchClusterRequest. */
            interface $Properties {

                /** WatchClusterRequest intervalMs */
                intervalMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WatchClusterRequest. */
            type $Shape = oortbus.v1.WatchClusterRequest.$Properties;
        }

        /**
         * Properties of a WatchClusterResponse.
         * @deprecated Use oortbus.v1.WatchClusterResponse.$Properties instead.
         */
        interface IWatchClusterResponse extends oortbus.v1.WatchClusterResponse.$Properties {
        }

        /** Represents a WatchClusterResponse. */
        class WatchClusterResponse {

            /**
             * Constructs a new WatchClusterResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.WatchClusterResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WatchClusterResponse started. */
            started?: (oortbus.v1.ClusterStarted.$Properties|null);

            /** WatchClusterResponse snapshot. */
            snapshot?: (oortbus.v1.ClusterSnapshot.$Properties|null);

            /** WatchClusterResponse ended. */
            ended?: (oortbus.v1.StreamEnded.$Properties|null);

            /** WatchClusterResponse news. */
            news?: ("started"|"snapshot"|"ended");

            /**
             * Creates a new WatchClusterResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns WatchClusterResponse instance
             */
            static create(properties: oortbus.v1.WatchClusterResponse.$Shape): oortbus.v1.WatchClusterResponse & oortbus.v1.WatchClusterResponse.$Shape;
            static create(properties?: oortbus.v1.WatchClusterResponse.$Properties): oortbus.v1.WatchClusterResponse;

            /**
             * Encodes the specified WatchClusterResponse message. Does not implicitly {@link oortbus.v1.WatchClusterResponse.verify|verify} messages.
             * @param message WatchClusterResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.WatchClusterResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WatchClusterResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchClusterResponse & oortbus.v1.WatchClusterResponse.$Shape} WatchClusterResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.WatchClusterResponse & oortbus.v1.WatchClusterResponse.$Shape;

            /**
             * Verifies a WatchClusterResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace WatchClusterResponse {

            /** Properties of a WatchClusterResponse. */
            interface $Properties {

                /** WatchClusterResponse started */
                started?: (oortbus.v1.ClusterStarted.$Properties|null);

                /** WatchClusterResponse snapshot */
                snapshot?: (oortbus.v1.ClusterSnapshot.$Properties|null);

                /** WatchClusterResponse ended */
                ended?: (oortbus.v1.StreamEnded.$Properties|null);

                /** WatchClusterResponse news */
                news?: ("started"|"snapshot"|"ended");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a WatchClusterResponse. */
            type $Shape = {
              started?: oortbus.v1.ClusterStarted.$Shape|null;
              snapshot?: oortbus.v1.ClusterSnapshot.$Shape|null;
              ended?: oortbus.v1.StreamEnded.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ news?: undefined; started?: null; snapshot?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.ClusterStarted.$Shape; snapshot?: null; ended?: null }|{ news?: "snapshot"; started?: null; snapshot: oortbus.v1.ClusterSnapshot.$Shape; ended?: null }|{ news?: "ended"; started?: null; snapshot?: null; ended: oortbus.v1.StreamEnded.$Shape })
            );
        }

        /**
         * Properties of a ClusterStarted.
         * @deprecated Use oortbus.v1.ClusterStarted.$Properties instead.
         */
        interface IClusterStarted extends oortbus.v1.ClusterStarted.$Properties {
        }

        /** Represents a ClusterStarted. */
        class ClusterStarted {

            /**
             * Constructs a new ClusterStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ClusterStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClusterStarted node. */
            node: string;

            /**
             * Creates a new ClusterStarted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClusterStarted instance
             */
            static create(properties: oortbus.v1.ClusterStarted.$Shape): oortbus.v1.ClusterStarted & oortbus.v1.ClusterStarted.$Shape;
            static create(properties?: oortbus.v1.ClusterStarted.$Properties): oortbus.v1.ClusterStarted;

            /**
             * Encodes the specified ClusterStarted message. Does not implicitly {@link oortbus.v1.ClusterStarted.verify|verify} messages.
             * @param message ClusterStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ClusterStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClusterStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ClusterStarted & oortbus.v1.ClusterStarted.$Shape} ClusterStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ClusterStarted & oortbus.v1.ClusterStarted.$Shape;

            /**
             * Verifies a ClusterStarted message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ClusterStarted {

            /** Properties of a ClusterStarted. */
            interface $Properties {

                /** ClusterStarted node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClusterStarted. */
            type $Shape = oortbus.v1.ClusterStarted.$Properties;
        }

        /**
         * Properties of a ClusterSnapshot.
         * @deprecated Use oortbus.v1.ClusterSnapshot.$Properties instead.
         */
        interface IClusterSnapshot extends oortbus.v1.ClusterSnapshot.$Properties {
        }

        /** Represents a ClusterSnapshot. */
        class ClusterSnapshot {

            /**
             * Constructs a new ClusterSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ClusterSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClusterSnapshot time. */
            time?: (google.protobuf.Timestamp.$Properties|null);

            /** ClusterSnapshot nodes. */
            nodes: oortbus.v1.NodeStatus.$Properties[];

            /**
             * Creates a new ClusterSnapshot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClusterSnapshot instance
             */
            static create(properties: oortbus.v1.ClusterSnapshot.$Shape): oortbus.v1.ClusterSnapshot & oortbus.v1.ClusterSnapshot.$Shape;
            static create(properties?: oortbus.v1.ClusterSnapshot.$Properties): oortbus.v1.ClusterSnapshot;

            /**
             * Encodes the specified ClusterSnapshot message. Does not implicitly {@link oortbus.v1.ClusterSnapshot.verify|verify} messages.
             * @param message ClusterSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ClusterSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClusterSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ClusterSnapshot & oortbus.v1.ClusterSnapshot.$Shape} ClusterSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ClusterSnapshot & oortbus.v1.ClusterSnapshot.$Shape;

            /**
             * Verifies a ClusterSnapshot message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ClusterSnapshot {

            /** Properties of a ClusterSnapshot. */
            interface $Properties {

                /** ClusterSnapshot time */
                time?: (google.protobuf.Timestamp.$Properties|null);

                /** ClusterSnapshot nodes */
                nodes?: (oortbus.v1.NodeStatus.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClusterSnapshot. */
            type $Shape = oortbus.v1.ClusterSnapshot.$Properties;
        }

        /**
         * Properties of a NodeStatus.
         * @deprecated Use oortbus.v1.NodeStatus.$Properties instead.
         */
        interface INodeStatus extends oortbus.v1.NodeStatus.$Properties {
        }

        /** Represents a NodeStatus. */
        class NodeStatus {

            /**
             * Constructs a new NodeStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.NodeStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeStatus url. */
            url: string;

            /** NodeStatus id. */
            id: string;

            /** NodeStatus state. */
            state: oortbus.v1.NodeState;

            /** NodeStatus answered. */
            answered: boolean;

            /** NodeStatus sessions. */
            sessions: number;

            /** NodeStatus users. */
            users: number;

            /** NodeStatus channels. */
            channels: number;

            /** NodeStatus peers. */
            peers: oortbus.v1.Peer.$Properties[];

            /** NodeStatus rates. */
            rates?: (oortbus.v1.NodeRates.$Properties|null);

            /**
             * Creates a new NodeStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeStatus instance
             */
            static create(properties: oortbus.v1.NodeStatus.$Shape): oortbus.v1.NodeStatus & oortbus.v1.NodeStatus.$Shape;
            static create(properties?: oortbus.v1.NodeStatus.$Properties): oortbus.v1.NodeStatus;

            /**
             * Encodes the specified NodeStatus message. Does not implicitly {@link oortbus.v1.NodeStatus.verify|verify} messages.
             * @param message NodeStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.NodeStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.NodeStatus & oortbus.v1.NodeStatus.$Shape} NodeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.NodeStatus & oortbus.v1.NodeStatus.$Shape;

            /**
             * Verifies a NodeStatus message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace NodeStatus {

            /** Properties of a NodeStatus. */
            interface $Properties {

                /** NodeStatus url */
                url?: (string|null);

                /** NodeStatus id */
                id?: (string|null);

                /** NodeStatus state */
                state?: (oortbus.v1.NodeState|null);

                /** NodeStatus answered */
                answered?: (boolean|null);

                /** NodeStatus sessions */
                sessions?: (number|null);

                /** NodeStatus users */
                users?: (number|null);

                /** NodeStatus channels */
                channels?: (number|null);

                /** NodeStatus peers */
                peers?: (oortbus.v1.Peer.$Properties[]|null);

                /** NodeStatus rates */
                rates?: (oortbus.v1.NodeRates.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeStatus. */
            type $Shape = oortbus.v1.NodeStatus.$Properties;
        }

        /**
         * Properties of a NodeRates.
         * @deprecated Use oortbus.v1.NodeRates.$Properties instead.
         */
        interface INodeRates extends oortbus.v1.NodeRates.$Properties {
        }

        /** Represents a NodeRates. */
        class NodeRates {

            /**
             * Constructs a new NodeRates.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.NodeRates.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NodeRates received. */
            received: number;

            /** NodeRates published. */
            published: number;

            /** NodeRates delivered. */
            delivered: number;

            /** NodeRates dropped. */
            dropped: number;

            /** NodeRates logins. */
            logins: number;

            /**
             * Creates a new NodeRates instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NodeRates instance
             */
            static create(properties: oortbus.v1.NodeRates.$Shape): oortbus.v1.NodeRates & oortbus.v1.NodeRates.$Shape;
            static create(properties?: oortbus.v1.NodeRates.$Properties): oortbus.v1.NodeRates;

            /**
             * Encodes the specified NodeRates message. Does not implicitly {@link oortbus.v1.NodeRates.verify|verify} messages.
             * @param message NodeRates message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.NodeRates.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NodeRates message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.NodeRates & oortbus.v1.NodeRates.$Shape} NodeRates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.NodeRates & oortbus.v1.NodeRates.$Shape;

            /**
             * Verifies a NodeRates message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace NodeRates {

            /** Properties of a NodeRates. */
            interface $Properties {

                /** NodeRates received */
                received?: (number|null);

                /** NodeRates published */
                published?: (number|null);

                /** NodeRates delivered */
                delivered?: (number|null);

                /** NodeRates dropped */
                dropped?: (number|null);

                /** NodeRates logins */
                logins?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NodeRates. */
            type $Shape = oortbus.v1.NodeRates.$Properties;
        }

        /**
         * Properties of a Peer.
         * @deprecated Use oortbus.v1.Peer.$Properties instead.
         */
        interface IPeer extends oortbus.v1.Peer.$Properties {
        }

        /** Represents a Peer. */
        class Peer {

            /**
             * Constructs a new Peer.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Peer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Peer url. */
            url: string;

            /** Peer id. */
            id: string;

            /** Peer state. */
            state: oortbus.v1.PeerState;

            /** Peer since. */
            since?: (google.protobuf.Timestamp.$Properties|null);

            /** Peer link. */
            link?: (oortbus.v1.Link.$Properties|null);

            /**
             * Creates a new Peer instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Peer instance
             */
            static create(properties: oortbus.v1.Peer.$Shape): oortbus.v1.Peer & oortbus.v1.Peer.$Shape;
            static create(properties?: oortbus.v1.Peer.$Properties): oortbus.v1.Peer;

            /**
             * Encodes the specified Peer message. Does not implicitly {@link oortbus.v1.Peer.verify|verify} messages.
             * @param message Peer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Peer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Peer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Peer & oortbus.v1.Peer.$Shape} Peer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Peer & oortbus.v1.Peer.$Shape;

            /**
             * Verifies a Peer message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Peer {

            /** Properties of a Peer. */
            interface $Properties {

                /** Peer url */
                url?: (string|null);

                /** Peer id */
                id?: (string|null);

                /** Peer state */
                state?: (oortbus.v1.PeerState|null);

                /** Peer since */
                since?: (google.protobuf.Timestamp.$Properties|null);

                /** Peer link */
                link?: (oortbus.v1.Link.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Peer. */
            type $Shape = oortbus.v1.Peer.$Properties;
        }

        /**
         * Properties of a Link.
         * @deprecated Use oortbus.v1.Link.$Properties instead.
         */
        interface ILink extends oortbus.v1.Link.$Properties {
        }

        /** Represents a Link. */
        class Link {

            /**
             * Constructs a new Link.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Link.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Link out. */
            out: string;

            /** Link in. */
            in: string;

            /** Link roundTripMs. */
            roundTripMs?: (number|null);

            /** Link queuedMessages. */
            queuedMessages: number;

            /** Link queuedBytes. */
            queuedBytes: number;

            /** Link gaps. */
            gaps: number;

            /** Link interest. */
            interest?: (number|null);

            /** Link version. */
            version?: (number|null);

            /** Link sentPerSecond. */
            sentPerSecond?: (number|null);

            /**
             * Creates a new Link instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Link instance
             */
            static create(properties: oortbus.v1.Link.$Shape): oortbus.v1.Link & oortbus.v1.Link.$Shape;
            static create(properties?: oortbus.v1.Link.$Properties): oortbus.v1.Link;

            /**
             * Encodes the specified Link message. Does not implicitly {@link oortbus.v1.Link.verify|verify} messages.
             * @param message Link message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Link.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Link message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Link & oortbus.v1.Link.$Shape} Link
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Link & oortbus.v1.Link.$Shape;

            /**
             * Verifies a Link message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Link {

            /** Properties of a Link. */
            interface $Properties {

                /** Link out */
                out?: (string|null);

                /** Link in */
                "in"?: (string|null);

                /** Link roundTripMs */
                roundTripMs?: (number|null);

                /** Link queuedMessages */
                queuedMessages?: (number|null);

                /** Link queuedBytes */
                queuedBytes?: (number|null);

                /** Link gaps */
                gaps?: (number|null);

                /** Link interest */
                interest?: (number|null);

                /** Link version */
                version?: (number|null);

                /** Link sentPerSecond */
                sentPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Link. */
            type $Shape = oortbus.v1.Link.$Properties;
        }

        /** NodeState enum. */
        enum NodeState {

            /** NODE_STATE_UNSPECIFIED value */
            NODE_STATE_UNSPECIFIED = 0,

            /** NODE_STATE_JOINING value */
            NODE_STATE_JOINING = 1,

            /** NODE_STATE_READY value */
            NODE_STATE_READY = 2,

            /** NODE_STATE_DRAINING value */
            NODE_STATE_DRAINING = 3
        }

        /** PeerState enum. */
        enum PeerState {

            /** PEER_STATE_UNSPECIFIED value */
            PEER_STATE_UNSPECIFIED = 0,

            /** PEER_STATE_JOINING value */
            PEER_STATE_JOINING = 1,

            /** PEER_STATE_JOINED value */
            PEER_STATE_JOINED = 2,

            /** PEER_STATE_SUSPECTED value */
            PEER_STATE_SUSPECTED = 3,

            /** PEER_STATE_LOST value */
            PEER_STATE_LOST = 4
        }
    }
}

/** Namespace google. */
export namespace google {

    /** Namespace protobuf. */
    namespace protobuf {

        /**
         * Properties of a Timestamp.
         * @deprecated Use google.protobuf.Timestamp.$Properties instead.
         */
        interface ITimestamp extends google.protobuf.Timestamp.$Properties {
        }

        /** Represents a Timestamp. */
        class Timestamp {

            /**
             * Constructs a new Timestamp.
             * @param [properties] Properties to set
             */
            constructor(properties?: google.protobuf.Timestamp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Timestamp seconds. */
            seconds: (number|Long);

            /** Timestamp nanos. */
            nanos: number;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Timestamp instance
             */
            static create(properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
            static create(properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @param message Timestamp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: google.protobuf.Timestamp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;

            /**
             * Verifies a Timestamp message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Timestamp {

            /** Properties of a Timestamp. */
            interface $Properties {

                /** Timestamp seconds */
                seconds?: (number|Long|null);

                /** Timestamp nanos */
                nanos?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Timestamp. */
            type $Shape = google.protobuf.Timestamp.$Properties;
        }
    }
}
