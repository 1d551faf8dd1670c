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

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Peer. */
            type $Shape = oortbus.v1.Peer.$Properties;
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
