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

            /** Calls SendToUser. */
            sendToUser: oortbus.v1.EventBus.SendToUser;

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

            /** Calls Drain. */
            drain: oortbus.v1.EventBus.Drain;
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

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUserRequest. */
            type $Shape = oortbus.v1.SendToUserRequest.$Properties;
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

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SendToUserResponse. */
            type $Shape = oortbus.v1.SendToUserResponse.$Properties;
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
