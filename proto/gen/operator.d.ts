import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace oortbus. */
export namespace oortbus {

    /** Namespace v1. */
    namespace v1 {

        /** Represents an Operator */
        class Operator extends $protobuf.rpc.Service {

            /**
             * Constructs a new Operator service.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             */
            constructor(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean);

            /**
             * Creates new Operator service using the specified rpc implementation.
             * @param rpcImpl RPC implementation
             * @param [requestDelimited=false] Whether requests are length-delimited
             * @param [responseDelimited=false] Whether responses are length-delimited
             * @returns RPC service. Useful where requests and/or responses are streamed.
             */
            static create(rpcImpl: $protobuf.RPCImpl, requestDelimited?: boolean, responseDelimited?: boolean): Operator;

            /** Calls DescribeNode. */
            describeNode: oortbus.v1.Operator.DescribeNode;

            /** Calls GetHistory. */
            getHistory: oortbus.v1.Operator.GetHistory;

            /** Calls ListSessions. */
            listSessions: oortbus.v1.Operator.ListSessions;

            /** Calls TraceMessage. */
            traceMessage: oortbus.v1.Operator.TraceMessage;

            /** Calls ExplainDelivery. */
            explainDelivery: oortbus.v1.Operator.ExplainDelivery;

            /** Calls EndSession. */
            endSession: oortbus.v1.Operator.EndSession;

            /** Calls DrainNode. */
            drainNode: oortbus.v1.Operator.DrainNode;

            /** Calls GetAuditLog. */
            getAuditLog: oortbus.v1.Operator.GetAuditLog;
        }

        namespace Operator {

            /**
             * Callback as used by {@link oortbus.v1.Operator#describeNode}.
             * @param error Error, if any
             * @param [response] DescribeNodeResponse
             */
            type DescribeNodeCallback = (error: (Error|null), response?: oortbus.v1.DescribeNodeResponse) => void;

            /** Calls DescribeNode. */
            type DescribeNode = {
              (request: oortbus.v1.IDescribeNodeRequest, callback: oortbus.v1.Operator.DescribeNodeCallback): void;
              (request: oortbus.v1.IDescribeNodeRequest): Promise<oortbus.v1.DescribeNodeResponse>;
              readonly name: "DescribeNode";
              readonly path: "/oortbus.v1.Operator/DescribeNode";
              readonly requestType: "DescribeNodeRequest";
              readonly responseType: "DescribeNodeResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#getHistory}.
             * @param error Error, if any
             * @param [response] GetHistoryResponse
             */
            type GetHistoryCallback = (error: (Error|null), response?: oortbus.v1.GetHistoryResponse) => void;

            /** Calls GetHistory. */
            type GetHistory = {
              (request: oortbus.v1.IGetHistoryRequest, callback: oortbus.v1.Operator.GetHistoryCallback): void;
              (request: oortbus.v1.IGetHistoryRequest): Promise<oortbus.v1.GetHistoryResponse>;
              readonly name: "GetHistory";
              readonly path: "/oortbus.v1.Operator/GetHistory";
              readonly requestType: "GetHistoryRequest";
              readonly responseType: "GetHistoryResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#listSessions}.
             * @param error Error, if any
             * @param [response] ListSessionsResponse
             */
            type ListSessionsCallback = (error: (Error|null), response?: oortbus.v1.ListSessionsResponse) => void;

            /** Calls ListSessions. */
            type ListSessions = {
              (request: oortbus.v1.IListSessionsRequest, callback: oortbus.v1.Operator.ListSessionsCallback): void;
              (request: oortbus.v1.IListSessionsRequest): Promise<oortbus.v1.ListSessionsResponse>;
              readonly name: "ListSessions";
              readonly path: "/oortbus.v1.Operator/ListSessions";
              readonly requestType: "ListSessionsRequest";
              readonly responseType: "ListSessionsResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#traceMessage}.
             * @param error Error, if any
             * @param [response] TraceMessageResponse
             */
            type TraceMessageCallback = (error: (Error|null), response?: oortbus.v1.TraceMessageResponse) => void;

            /** Calls TraceMessage. */
            type TraceMessage = {
              (request: oortbus.v1.ITraceMessageRequest, callback: oortbus.v1.Operator.TraceMessageCallback): void;
              (request: oortbus.v1.ITraceMessageRequest): Promise<oortbus.v1.TraceMessageResponse>;
              readonly name: "TraceMessage";
              readonly path: "/oortbus.v1.Operator/TraceMessage";
              readonly requestType: "TraceMessageRequest";
              readonly responseType: "TraceMessageResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#explainDelivery}.
             * @param error Error, if any
             * @param [response] ExplainDeliveryResponse
             */
            type ExplainDeliveryCallback = (error: (Error|null), response?: oortbus.v1.ExplainDeliveryResponse) => void;

            /** Calls ExplainDelivery. */
            type ExplainDelivery = {
              (request: oortbus.v1.IExplainDeliveryRequest, callback: oortbus.v1.Operator.ExplainDeliveryCallback): void;
              (request: oortbus.v1.IExplainDeliveryRequest): Promise<oortbus.v1.ExplainDeliveryResponse>;
              readonly name: "ExplainDelivery";
              readonly path: "/oortbus.v1.Operator/ExplainDelivery";
              readonly requestType: "ExplainDeliveryRequest";
              readonly responseType: "ExplainDeliveryResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#endSession}.
             * @param error Error, if any
             * @param [response] EndSessionResponse
             */
            type EndSessionCallback = (error: (Error|null), response?: oortbus.v1.EndSessionResponse) => void;

            /** Calls EndSession. */
            type EndSession = {
              (request: oortbus.v1.IEndSessionRequest, callback: oortbus.v1.Operator.EndSessionCallback): void;
              (request: oortbus.v1.IEndSessionRequest): Promise<oortbus.v1.EndSessionResponse>;
              readonly name: "EndSession";
              readonly path: "/oortbus.v1.Operator/EndSession";
              readonly requestType: "EndSessionRequest";
              readonly responseType: "EndSessionResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#drainNode}.
             * @param error Error, if any
             * @param [response] DrainNodeResponse
             */
            type DrainNodeCallback = (error: (Error|null), response?: oortbus.v1.DrainNodeResponse) => void;

            /** Calls DrainNode. */
            type DrainNode = {
              (request: oortbus.v1.IDrainNodeRequest, callback: oortbus.v1.Operator.DrainNodeCallback): void;
              (request: oortbus.v1.IDrainNodeRequest): Promise<oortbus.v1.DrainNodeResponse>;
              readonly name: "DrainNode";
              readonly path: "/oortbus.v1.Operator/DrainNode";
              readonly requestType: "DrainNodeRequest";
              readonly responseType: "DrainNodeResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#getAuditLog}.
             * @param error Error, if any
             * @param [response] GetAuditLogResponse
             */
            type GetAuditLogCallback = (error: (Error|null), response?: oortbus.v1.GetAuditLogResponse) => void;

            /** Calls GetAuditLog. */
            type GetAuditLog = {
              (request: oortbus.v1.IGetAuditLogRequest, callback: oortbus.v1.Operator.GetAuditLogCallback): void;
              (request: oortbus.v1.IGetAuditLogRequest): Promise<oortbus.v1.GetAuditLogResponse>;
              readonly name: "GetAuditLog";
              readonly path: "/oortbus.v1.Operator/GetAuditLog";
              readonly requestType: "GetAuditLogRequest";
              readonly responseType: "GetAuditLogResponse";
              readonly requestStream: undefined;
              readonly responseStream: undefined;
            };
        }

        /**
         * Properties of a DescribeNodeRequest.
         * @deprecated Use oortbus.v1.DescribeNodeRequest.$Properties instead.
         */
        interface IDescribeNodeRequest extends oortbus.v1.DescribeNodeRequest.$Properties {
        }

        /** Represents a DescribeNodeRequest. */
        class DescribeNodeRequest {

            /**
             * Constructs a new DescribeNodeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DescribeNodeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribeNodeRequest node. */
            node: string;

            /**
             * Creates a new DescribeNodeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DescribeNodeRequest instance
             */
            static create(properties: oortbus.v1.DescribeNodeRequest.$Shape): oortbus.v1.DescribeNodeRequest & oortbus.v1.DescribeNodeRequest.$Shape;
            static create(properties?: oortbus.v1.DescribeNodeRequest.$Properties): oortbus.v1.DescribeNodeRequest;

            /**
             * Encodes the specified DescribeNodeRequest message. Does not implicitly {@link oortbus.v1.DescribeNodeRequest.verify|verify} messages.
             * @param message DescribeNodeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DescribeNodeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeNodeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DescribeNodeRequest & oortbus.v1.DescribeNodeRequest.$Shape} DescribeNodeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DescribeNodeRequest & oortbus.v1.DescribeNodeRequest.$Shape;

            /**
             * Verifies a DescribeNodeRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DescribeNodeRequest {

            /** Properties of a DescribeNodeRequest. */
            interface $Properties {

                /** DescribeNodeRequest node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeNodeRequest. */
            type $Shape = oortbus.v1.DescribeNodeRequest.$Properties;
        }

        /**
         * Properties of a DescribeNodeResponse.
         * @deprecated Use oortbus.v1.DescribeNodeResponse.$Properties instead.
         */
        interface IDescribeNodeResponse extends oortbus.v1.DescribeNodeResponse.$Properties {
        }

        /** Represents a DescribeNodeResponse. */
        class DescribeNodeResponse {

            /**
             * Constructs a new DescribeNodeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DescribeNodeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribeNodeResponse url. */
            url: string;

            /** DescribeNodeResponse id. */
            id: string;

            /** DescribeNodeResponse state. */
            state: string;

            /** DescribeNodeResponse startedMs. */
            startedMs: number;

            /** DescribeNodeResponse nowMs. */
            nowMs: number;

            /** DescribeNodeResponse sessions. */
            sessions: number;

            /** DescribeNodeResponse users. */
            users: number;

            /** DescribeNodeResponse channels. */
            channels: number;

            /** DescribeNodeResponse transports. */
            transports: { [k: string]: number };

            /** DescribeNodeResponse queuedMessages. */
            queuedMessages: number;

            /** DescribeNodeResponse queuedBytes. */
            queuedBytes: number;

            /** DescribeNodeResponse fullestQueue. */
            fullestQueue: number;

            /** DescribeNodeResponse maxQueuedMessages. */
            maxQueuedMessages: number;

            /** DescribeNodeResponse receivedPerSecond. */
            receivedPerSecond: number;

            /** DescribeNodeResponse publishedPerSecond. */
            publishedPerSecond: number;

            /** DescribeNodeResponse deliveredPerSecond. */
            deliveredPerSecond: number;

            /** DescribeNodeResponse droppedPerSecond. */
            droppedPerSecond: number;

            /** DescribeNodeResponse busy. */
            busy: number;

            /** DescribeNodeResponse memoryBytes. */
            memoryBytes: number;

            /** DescribeNodeResponse limits. */
            limits: { [k: string]: number };

            /**
             * Creates a new DescribeNodeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DescribeNodeResponse instance
             */
            static create(properties: oortbus.v1.DescribeNodeResponse.$Shape): oortbus.v1.DescribeNodeResponse & oortbus.v1.DescribeNodeResponse.$Shape;
            static create(properties?: oortbus.v1.DescribeNodeResponse.$Properties): oortbus.v1.DescribeNodeResponse;

            /**
             * Encodes the specified DescribeNodeResponse message. Does not implicitly {@link oortbus.v1.DescribeNodeResponse.verify|verify} messages.
             * @param message DescribeNodeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DescribeNodeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeNodeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DescribeNodeResponse & oortbus.v1.DescribeNodeResponse.$Shape} DescribeNodeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DescribeNodeResponse & oortbus.v1.DescribeNodeResponse.$Shape;

            /**
             * Verifies a DescribeNodeResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DescribeNodeResponse {

            /** Properties of a DescribeNodeResponse. */
            interface $Properties {

                /** DescribeNodeResponse url */
                url?: (string|null);

                /** DescribeNodeResponse id */
                id?: (string|null);

                /** DescribeNodeResponse state */
                state?: (string|null);

                /** DescribeNodeResponse startedMs */
                startedMs?: (number|null);

                /** DescribeNodeResponse nowMs */
                nowMs?: (number|null);

                /** DescribeNodeResponse sessions */
                sessions?: (number|null);

                /** DescribeNodeResponse users */
                users?: (number|null);

                /** DescribeNodeResponse channels */
                channels?: (number|null);

                /** DescribeNodeResponse transports */
                transports?: ({ [k: string]: number }|null);

                /** DescribeNodeResponse queuedMessages */
                queuedMessages?: (number|null);

                /** DescribeNodeResponse queuedBytes */
                queuedBytes?: (number|null);

                /** DescribeNodeResponse fullestQueue */
                fullestQueue?: (number|null);

                /** DescribeNodeResponse maxQueuedMessages */
                maxQueuedMessages?: (number|null);

                /** DescribeNodeResponse receivedPerSecond */
                receivedPerSecond?: (number|null);

                /** DescribeNodeResponse publishedPerSecond */
                publishedPerSecond?: (number|null);

                /** DescribeNodeResponse deliveredPerSecond */
                deliveredPerSecond?: (number|null);

                /** DescribeNodeResponse droppedPerSecond */
                droppedPerSecond?: (number|null);

                /** DescribeNodeResponse busy */
                busy?: (number|null);

                /** DescribeNodeResponse memoryBytes */
                memoryBytes?: (number|null);

                /** DescribeNodeResponse limits */
                limits?: ({ [k: string]: number }|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeNodeResponse. */
            type $Shape = oortbus.v1.DescribeNodeResponse.$Properties;
        }

        /**
         * Properties of a GetHistoryRequest.
         * @deprecated Use oortbus.v1.GetHistoryRequest.$Properties instead.
         */
        interface IGetHistoryRequest extends oortbus.v1.GetHistoryRequest.$Properties {
        }

        /** Represents a GetHistoryRequest. */
        class GetHistoryRequest {

            /**
             * Constructs a new GetHistoryRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetHistoryRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetHistoryRequest node. */
            node: string;

            /** GetHistoryRequest sinceMs. */
            sinceMs: number;

            /** GetHistoryRequest maxPoints. */
            maxPoints: number;

            /**
             * Creates a new GetHistoryRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetHistoryRequest instance
             */
            static create(properties: oortbus.v1.GetHistoryRequest.$Shape): oortbus.v1.GetHistoryRequest & oortbus.v1.GetHistoryRequest.$Shape;
            static create(properties?: oortbus.v1.GetHistoryRequest.$Properties): oortbus.v1.GetHistoryRequest;

            /**
             * Encodes the specified GetHistoryRequest message. Does not implicitly {@link oortbus.v1.GetHistoryRequest.verify|verify} messages.
             * @param message GetHistoryRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetHistoryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHistoryRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetHistoryRequest & oortbus.v1.GetHistoryRequest.$Shape} GetHistoryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetHistoryRequest & oortbus.v1.GetHistoryRequest.$Shape;

            /**
             * Verifies a GetHistoryRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetHistoryRequest {

            /** Properties of a GetHistoryRequest. */
            interface $Properties {

                /** GetHistoryRequest node */
                node?: (string|null);

                /** GetHistoryRequest sinceMs */
                sinceMs?: (number|null);

                /** GetHistoryRequest maxPoints */
                maxPoints?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHistoryRequest. */
            type $Shape = oortbus.v1.GetHistoryRequest.$Properties;
        }

        /**
         * Properties of a GetHistoryResponse.
         * @deprecated Use oortbus.v1.GetHistoryResponse.$Properties instead.
         */
        interface IGetHistoryResponse extends oortbus.v1.GetHistoryResponse.$Properties {
        }

        /** Represents a GetHistoryResponse. */
        class GetHistoryResponse {

            /**
             * Constructs a new GetHistoryResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetHistoryResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetHistoryResponse node. */
            node: string;

            /** GetHistoryResponse atMs. */
            atMs: number[];

            /** GetHistoryResponse sessions. */
            sessions: number[];

            /** GetHistoryResponse users. */
            users: number[];

            /** GetHistoryResponse channels. */
            channels: number[];

            /** GetHistoryResponse queuedMessages. */
            queuedMessages: number[];

            /** GetHistoryResponse queuedBytes. */
            queuedBytes: number[];

            /** GetHistoryResponse receivedPerSecond. */
            receivedPerSecond: number[];

            /** GetHistoryResponse publishedPerSecond. */
            publishedPerSecond: number[];

            /** GetHistoryResponse deliveredPerSecond. */
            deliveredPerSecond: number[];

            /** GetHistoryResponse droppedPerSecond. */
            droppedPerSecond: number[];

            /** GetHistoryResponse busy. */
            busy: number[];

            /** GetHistoryResponse memoryBytes. */
            memoryBytes: number[];

            /**
             * Creates a new GetHistoryResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetHistoryResponse instance
             */
            static create(properties: oortbus.v1.GetHistoryResponse.$Shape): oortbus.v1.GetHistoryResponse & oortbus.v1.GetHistoryResponse.$Shape;
            static create(properties?: oortbus.v1.GetHistoryResponse.$Properties): oortbus.v1.GetHistoryResponse;

            /**
             * Encodes the specified GetHistoryResponse message. Does not implicitly {@link oortbus.v1.GetHistoryResponse.verify|verify} messages.
             * @param message GetHistoryResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetHistoryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetHistoryResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetHistoryResponse & oortbus.v1.GetHistoryResponse.$Shape} GetHistoryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetHistoryResponse & oortbus.v1.GetHistoryResponse.$Shape;

            /**
             * Verifies a GetHistoryResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetHistoryResponse {

            /** Properties of a GetHistoryResponse. */
            interface $Properties {

                /** GetHistoryResponse node */
                node?: (string|null);

                /** GetHistoryResponse atMs */
                atMs?: (number[]|null);

                /** GetHistoryResponse sessions */
                sessions?: (number[]|null);

                /** GetHistoryResponse users */
                users?: (number[]|null);

                /** GetHistoryResponse channels */
                channels?: (number[]|null);

                /** GetHistoryResponse queuedMessages */
                queuedMessages?: (number[]|null);

                /** GetHistoryResponse queuedBytes */
                queuedBytes?: (number[]|null);

                /** GetHistoryResponse receivedPerSecond */
                receivedPerSecond?: (number[]|null);

                /** GetHistoryResponse publishedPerSecond */
                publishedPerSecond?: (number[]|null);

                /** GetHistoryResponse deliveredPerSecond */
                deliveredPerSecond?: (number[]|null);

                /** GetHistoryResponse droppedPerSecond */
                droppedPerSecond?: (number[]|null);

                /** GetHistoryResponse busy */
                busy?: (number[]|null);

                /** GetHistoryResponse memoryBytes */
                memoryBytes?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetHistoryResponse. */
            type $Shape = oortbus.v1.GetHistoryResponse.$Properties;
        }

        /**
         * Properties of a ListSessionsRequest.
         * @deprecated Use oortbus.v1.ListSessionsRequest.$Properties instead.
         */
        interface IListSessionsRequest extends oortbus.v1.ListSessionsRequest.$Properties {
        }

        /** Represents a ListSessionsRequest. */
        class ListSessionsRequest {

            /**
             * Constructs a new ListSessionsRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ListSessionsRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListSessionsRequest node. */
            node: string;

            /** ListSessionsRequest user. */
            user: string;

            /** ListSessionsRequest transport. */
            transport: string;

            /** ListSessionsRequest order. */
            order: string;

            /** ListSessionsRequest pageSize. */
            pageSize: number;

            /** ListSessionsRequest pageToken. */
            pageToken: string;

            /**
             * Creates a new ListSessionsRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListSessionsRequest instance
             */
            static create(properties: oortbus.v1.ListSessionsRequest.$Shape): oortbus.v1.ListSessionsRequest & oortbus.v1.ListSessionsRequest.$Shape;
            static create(properties?: oortbus.v1.ListSessionsRequest.$Properties): oortbus.v1.ListSessionsRequest;

            /**
             * Encodes the specified ListSessionsRequest message. Does not implicitly {@link oortbus.v1.ListSessionsRequest.verify|verify} messages.
             * @param message ListSessionsRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ListSessionsRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListSessionsRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ListSessionsRequest & oortbus.v1.ListSessionsRequest.$Shape} ListSessionsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ListSessionsRequest & oortbus.v1.ListSessionsRequest.$Shape;

            /**
             * Verifies a ListSessionsRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListSessionsRequest {

            /** Properties of a ListSessionsRequest. */
            interface $Properties {

                /** ListSessionsRequest node */
                node?: (string|null);

                /** ListSessionsRequest user */
                user?: (string|null);

                /** ListSessionsRequest transport */
                transport?: (string|null);

                /** ListSessionsRequest order */
                order?: (string|null);

                /** ListSessionsRequest pageSize */
                pageSize?: (number|null);

                /** ListSessionsRequest pageToken */
                pageToken?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListSessionsRequest. */
            type $Shape = oortbus.v1.ListSessionsRequest.$Properties;
        }

        /**
         * Properties of a ListSessionsResponse.
         * @deprecated Use oortbus.v1.ListSessionsResponse.$Properties instead.
         */
        interface IListSessionsResponse extends oortbus.v1.ListSessionsResponse.$Properties {
        }

        /** Represents a ListSessionsResponse. */
        class ListSessionsResponse {

            /**
             * Constructs a new ListSessionsResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ListSessionsResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListSessionsResponse sessions. */
            sessions: oortbus.v1.ClientSession.$Properties[];

            /** ListSessionsResponse total. */
            total: number;

            /** ListSessionsResponse nextPageToken. */
            nextPageToken: string;

            /** ListSessionsResponse unansweredNodes. */
            unansweredNodes: string[];

            /** ListSessionsResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new ListSessionsResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListSessionsResponse instance
             */
            static create(properties: oortbus.v1.ListSessionsResponse.$Shape): oortbus.v1.ListSessionsResponse & oortbus.v1.ListSessionsResponse.$Shape;
            static create(properties?: oortbus.v1.ListSessionsResponse.$Properties): oortbus.v1.ListSessionsResponse;

            /**
             * Encodes the specified ListSessionsResponse message. Does not implicitly {@link oortbus.v1.ListSessionsResponse.verify|verify} messages.
             * @param message ListSessionsResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ListSessionsResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListSessionsResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ListSessionsResponse & oortbus.v1.ListSessionsResponse.$Shape} ListSessionsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ListSessionsResponse & oortbus.v1.ListSessionsResponse.$Shape;

            /**
             * Verifies a ListSessionsResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ListSessionsResponse {

            /** Properties of a ListSessionsResponse. */
            interface $Properties {

                /** ListSessionsResponse sessions */
                sessions?: (oortbus.v1.ClientSession.$Properties[]|null);

                /** ListSessionsResponse total */
                total?: (number|null);

                /** ListSessionsResponse nextPageToken */
                nextPageToken?: (string|null);

                /** ListSessionsResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** ListSessionsResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListSessionsResponse. */
            type $Shape = oortbus.v1.ListSessionsResponse.$Properties;
        }

        /**
         * Properties of a ClientSession.
         * @deprecated Use oortbus.v1.ClientSession.$Properties instead.
         */
        interface IClientSession extends oortbus.v1.ClientSession.$Properties {
        }

        /** Represents a ClientSession. */
        class ClientSession {

            /**
             * Constructs a new ClientSession.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ClientSession.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientSession node. */
            node: string;

            /** ClientSession session. */
            session: string;

            /** ClientSession users. */
            users: string[];

            /** ClientSession transport. */
            transport: string;

            /** ClientSession sinceMs. */
            sinceMs: number;

            /** ClientSession remoteAddress. */
            remoteAddress: string;

            /** ClientSession queuedMessages. */
            queuedMessages: number;

            /** ClientSession queuedBytes. */
            queuedBytes: number;

            /** ClientSession subscriptions. */
            subscriptions: number;

            /** ClientSession dropped. */
            dropped: number;

            /** ClientSession isReachable. */
            isReachable: boolean;

            /**
             * Creates a new ClientSession instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClientSession instance
             */
            static create(properties: oortbus.v1.ClientSession.$Shape): oortbus.v1.ClientSession & oortbus.v1.ClientSession.$Shape;
            static create(properties?: oortbus.v1.ClientSession.$Properties): oortbus.v1.ClientSession;

            /**
             * Encodes the specified ClientSession message. Does not implicitly {@link oortbus.v1.ClientSession.verify|verify} messages.
             * @param message ClientSession message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ClientSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientSession message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ClientSession & oortbus.v1.ClientSession.$Shape} ClientSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ClientSession & oortbus.v1.ClientSession.$Shape;

            /**
             * Verifies a ClientSession message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ClientSession {

            /** Properties of a ClientSession. */
            interface $Properties {

                /** ClientSession node */
                node?: (string|null);

                /** ClientSession session */
                session?: (string|null);

                /** ClientSession users */
                users?: (string[]|null);

                /** ClientSession transport */
                transport?: (string|null);

                /** ClientSession sinceMs */
                sinceMs?: (number|null);

                /** ClientSession remoteAddress */
                remoteAddress?: (string|null);

                /** ClientSession queuedMessages */
                queuedMessages?: (number|null);

                /** ClientSession queuedBytes */
                queuedBytes?: (number|null);

                /** ClientSession subscriptions */
                subscriptions?: (number|null);

                /** ClientSession dropped */
                dropped?: (number|null);

                /** ClientSession isReachable */
                isReachable?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientSession. */
            type $Shape = oortbus.v1.ClientSession.$Properties;
        }

        /**
         * Properties of a TraceMessageRequest.
         * @deprecated Use oortbus.v1.TraceMessageRequest.$Properties instead.
         */
        interface ITraceMessageRequest extends oortbus.v1.TraceMessageRequest.$Properties {
        }

        /** Represents a TraceMessageRequest. */
        class TraceMessageRequest {

            /**
             * Constructs a new TraceMessageRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.TraceMessageRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TraceMessageRequest user. */
            user: string;

            /** TraceMessageRequest channel. */
            channel: string;

            /** TraceMessageRequest data. */
            data: Uint8Array;

            /**
             * Creates a new TraceMessageRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TraceMessageRequest instance
             */
            static create(properties: oortbus.v1.TraceMessageRequest.$Shape): oortbus.v1.TraceMessageRequest & oortbus.v1.TraceMessageRequest.$Shape;
            static create(properties?: oortbus.v1.TraceMessageRequest.$Properties): oortbus.v1.TraceMessageRequest;

            /**
             * Encodes the specified TraceMessageRequest message. Does not implicitly {@link oortbus.v1.TraceMessageRequest.verify|verify} messages.
             * @param message TraceMessageRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.TraceMessageRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TraceMessageRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceMessageRequest & oortbus.v1.TraceMessageRequest.$Shape} TraceMessageRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.TraceMessageRequest & oortbus.v1.TraceMessageRequest.$Shape;

            /**
             * Verifies a TraceMessageRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TraceMessageRequest {

            /** Properties of a TraceMessageRequest. */
            interface $Properties {

                /** TraceMessageRequest user */
                user?: (string|null);

                /** TraceMessageRequest channel */
                channel?: (string|null);

                /** TraceMessageRequest data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TraceMessageRequest. */
            type $Shape = oortbus.v1.TraceMessageRequest.$Properties;
        }

        /**
         * Properties of a TraceMessageResponse.
         * @deprecated Use oortbus.v1.TraceMessageResponse.$Properties instead.
         */
        interface ITraceMessageResponse extends oortbus.v1.TraceMessageResponse.$Properties {
        }

        /** Represents a TraceMessageResponse. */
        class TraceMessageResponse {

            /**
             * Constructs a new TraceMessageResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.TraceMessageResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TraceMessageResponse steps. */
            steps: oortbus.v1.TraceStep.$Properties[];

            /** TraceMessageResponse delivered. */
            delivered: number;

            /** TraceMessageResponse stored. */
            stored: number;

            /** TraceMessageResponse unansweredNodes. */
            unansweredNodes: string[];

            /** TraceMessageResponse unknownNodes. */
            unknownNodes: string[];

            /**
             * Creates a new TraceMessageResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TraceMessageResponse instance
             */
            static create(properties: oortbus.v1.TraceMessageResponse.$Shape): oortbus.v1.TraceMessageResponse & oortbus.v1.TraceMessageResponse.$Shape;
            static create(properties?: oortbus.v1.TraceMessageResponse.$Properties): oortbus.v1.TraceMessageResponse;

            /**
             * Encodes the specified TraceMessageResponse message. Does not implicitly {@link oortbus.v1.TraceMessageResponse.verify|verify} messages.
             * @param message TraceMessageResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.TraceMessageResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TraceMessageResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceMessageResponse & oortbus.v1.TraceMessageResponse.$Shape} TraceMessageResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.TraceMessageResponse & oortbus.v1.TraceMessageResponse.$Shape;

            /**
             * Verifies a TraceMessageResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TraceMessageResponse {

            /** Properties of a TraceMessageResponse. */
            interface $Properties {

                /** TraceMessageResponse steps */
                steps?: (oortbus.v1.TraceStep.$Properties[]|null);

                /** TraceMessageResponse delivered */
                delivered?: (number|null);

                /** TraceMessageResponse stored */
                stored?: (number|null);

                /** TraceMessageResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** TraceMessageResponse unknownNodes */
                unknownNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TraceMessageResponse. */
            type $Shape = oortbus.v1.TraceMessageResponse.$Properties;
        }

        /**
         * Properties of a TraceStep.
         * @deprecated Use oortbus.v1.TraceStep.$Properties instead.
         */
        interface ITraceStep extends oortbus.v1.TraceStep.$Properties {
        }

        /** Represents a TraceStep. */
        class TraceStep {

            /**
             * Constructs a new TraceStep.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.TraceStep.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TraceStep node. */
            node: string;

            /** TraceStep step. */
            step: string;

            /** TraceStep atMs. */
            atMs: number;

            /** TraceStep uncertaintyMs. */
            uncertaintyMs: number;

            /** TraceStep session. */
            session: string;

            /** TraceStep transport. */
            transport: string;

            /** TraceStep detail. */
            detail: string;

            /**
             * Creates a new TraceStep instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TraceStep instance
             */
            static create(properties: oortbus.v1.TraceStep.$Shape): oortbus.v1.TraceStep & oortbus.v1.TraceStep.$Shape;
            static create(properties?: oortbus.v1.TraceStep.$Properties): oortbus.v1.TraceStep;

            /**
             * Encodes the specified TraceStep message. Does not implicitly {@link oortbus.v1.TraceStep.verify|verify} messages.
             * @param message TraceStep message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.TraceStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TraceStep message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceStep & oortbus.v1.TraceStep.$Shape} TraceStep
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.TraceStep & oortbus.v1.TraceStep.$Shape;

            /**
             * Verifies a TraceStep message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace TraceStep {

            /** Properties of a TraceStep. */
            interface $Properties {

                /** TraceStep node */
                node?: (string|null);

                /** TraceStep step */
                step?: (string|null);

                /** TraceStep atMs */
                atMs?: (number|null);

                /** TraceStep uncertaintyMs */
                uncertaintyMs?: (number|null);

                /** TraceStep session */
                session?: (string|null);

                /** TraceStep transport */
                transport?: (string|null);

                /** TraceStep detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TraceStep. */
            type $Shape = oortbus.v1.TraceStep.$Properties;
        }

        /**
         * Properties of an ExplainDeliveryRequest.
         * @deprecated Use oortbus.v1.ExplainDeliveryRequest.$Properties instead.
         */
        interface IExplainDeliveryRequest extends oortbus.v1.ExplainDeliveryRequest.$Properties {
        }

        /** Represents an ExplainDeliveryRequest. */
        class ExplainDeliveryRequest {

            /**
             * Constructs a new ExplainDeliveryRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ExplainDeliveryRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExplainDeliveryRequest user. */
            user: string;

            /** ExplainDeliveryRequest channel. */
            channel: string;

            /**
             * Creates a new ExplainDeliveryRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExplainDeliveryRequest instance
             */
            static create(properties: oortbus.v1.ExplainDeliveryRequest.$Shape): oortbus.v1.ExplainDeliveryRequest & oortbus.v1.ExplainDeliveryRequest.$Shape;
            static create(properties?: oortbus.v1.ExplainDeliveryRequest.$Properties): oortbus.v1.ExplainDeliveryRequest;

            /**
             * Encodes the specified ExplainDeliveryRequest message. Does not implicitly {@link oortbus.v1.ExplainDeliveryRequest.verify|verify} messages.
             * @param message ExplainDeliveryRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ExplainDeliveryRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExplainDeliveryRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ExplainDeliveryRequest & oortbus.v1.ExplainDeliveryRequest.$Shape} ExplainDeliveryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ExplainDeliveryRequest & oortbus.v1.ExplainDeliveryRequest.$Shape;

            /**
             * Verifies an ExplainDeliveryRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ExplainDeliveryRequest {

            /** Properties of an ExplainDeliveryRequest. */
            interface $Properties {

                /** ExplainDeliveryRequest user */
                user?: (string|null);

                /** ExplainDeliveryRequest channel */
                channel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExplainDeliveryRequest. */
            type $Shape = oortbus.v1.ExplainDeliveryRequest.$Properties;
        }

        /**
         * Properties of an ExplainDeliveryResponse.
         * @deprecated Use oortbus.v1.ExplainDeliveryResponse.$Properties instead.
         */
        interface IExplainDeliveryResponse extends oortbus.v1.ExplainDeliveryResponse.$Properties {
        }

        /** Represents an ExplainDeliveryResponse. */
        class ExplainDeliveryResponse {

            /**
             * Constructs a new ExplainDeliveryResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.ExplainDeliveryResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExplainDeliveryResponse findings. */
            findings: oortbus.v1.Finding.$Properties[];

            /**
             * Creates a new ExplainDeliveryResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExplainDeliveryResponse instance
             */
            static create(properties: oortbus.v1.ExplainDeliveryResponse.$Shape): oortbus.v1.ExplainDeliveryResponse & oortbus.v1.ExplainDeliveryResponse.$Shape;
            static create(properties?: oortbus.v1.ExplainDeliveryResponse.$Properties): oortbus.v1.ExplainDeliveryResponse;

            /**
             * Encodes the specified ExplainDeliveryResponse message. Does not implicitly {@link oortbus.v1.ExplainDeliveryResponse.verify|verify} messages.
             * @param message ExplainDeliveryResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.ExplainDeliveryResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExplainDeliveryResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.ExplainDeliveryResponse & oortbus.v1.ExplainDeliveryResponse.$Shape} ExplainDeliveryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.ExplainDeliveryResponse & oortbus.v1.ExplainDeliveryResponse.$Shape;

            /**
             * Verifies an ExplainDeliveryResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace ExplainDeliveryResponse {

            /** Properties of an ExplainDeliveryResponse. */
            interface $Properties {

                /** ExplainDeliveryResponse findings */
                findings?: (oortbus.v1.Finding.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExplainDeliveryResponse. */
            type $Shape = oortbus.v1.ExplainDeliveryResponse.$Properties;
        }

        /**
         * Properties of a Finding.
         * @deprecated Use oortbus.v1.Finding.$Properties instead.
         */
        interface IFinding extends oortbus.v1.Finding.$Properties {
        }

        /** Represents a Finding. */
        class Finding {

            /**
             * Constructs a new Finding.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.Finding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Finding topic. */
            topic: string;

            /** Finding verdict. */
            verdict: string;

            /** Finding text. */
            text: string;

            /** Finding node. */
            node: string;

            /** Finding session. */
            session: string;

            /**
             * Creates a new Finding instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Finding instance
             */
            static create(properties: oortbus.v1.Finding.$Shape): oortbus.v1.Finding & oortbus.v1.Finding.$Shape;
            static create(properties?: oortbus.v1.Finding.$Properties): oortbus.v1.Finding;

            /**
             * Encodes the specified Finding message. Does not implicitly {@link oortbus.v1.Finding.verify|verify} messages.
             * @param message Finding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.Finding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Finding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.Finding & oortbus.v1.Finding.$Shape} Finding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.Finding & oortbus.v1.Finding.$Shape;

            /**
             * Verifies a Finding message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace Finding {

            /** Properties of a Finding. */
            interface $Properties {

                /** Finding topic */
                topic?: (string|null);

                /** Finding verdict */
                verdict?: (string|null);

                /** Finding text */
                text?: (string|null);

                /** Finding node */
                node?: (string|null);

                /** Finding session */
                session?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Finding. */
            type $Shape = oortbus.v1.Finding.$Properties;
        }

        /**
         * Properties of an EndSessionRequest.
         * @deprecated Use oortbus.v1.EndSessionRequest.$Properties instead.
         */
        interface IEndSessionRequest extends oortbus.v1.EndSessionRequest.$Properties {
        }

        /** Represents an EndSessionRequest. */
        class EndSessionRequest {

            /**
             * Constructs a new EndSessionRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.EndSessionRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EndSessionRequest node. */
            node: string;

            /** EndSessionRequest session. */
            session: string;

            /** EndSessionRequest reason. */
            reason: string;

            /**
             * Creates a new EndSessionRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EndSessionRequest instance
             */
            static create(properties: oortbus.v1.EndSessionRequest.$Shape): oortbus.v1.EndSessionRequest & oortbus.v1.EndSessionRequest.$Shape;
            static create(properties?: oortbus.v1.EndSessionRequest.$Properties): oortbus.v1.EndSessionRequest;

            /**
             * Encodes the specified EndSessionRequest message. Does not implicitly {@link oortbus.v1.EndSessionRequest.verify|verify} messages.
             * @param message EndSessionRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.EndSessionRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EndSessionRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.EndSessionRequest & oortbus.v1.EndSessionRequest.$Shape} EndSessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.EndSessionRequest & oortbus.v1.EndSessionRequest.$Shape;

            /**
             * Verifies an EndSessionRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace EndSessionRequest {

            /** Properties of an EndSessionRequest. */
            interface $Properties {

                /** EndSessionRequest node */
                node?: (string|null);

                /** EndSessionRequest session */
                session?: (string|null);

                /** EndSessionRequest reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EndSessionRequest. */
            type $Shape = oortbus.v1.EndSessionRequest.$Properties;
        }

        /**
         * Properties of an EndSessionResponse.
         * @deprecated Use oortbus.v1.EndSessionResponse.$Properties instead.
         */
        interface IEndSessionResponse extends oortbus.v1.EndSessionResponse.$Properties {
        }

        /** Represents an EndSessionResponse. */
        class EndSessionResponse {

            /**
             * Constructs a new EndSessionResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.EndSessionResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EndSessionResponse ended. */
            ended: boolean;

            /**
             * Creates a new EndSessionResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EndSessionResponse instance
             */
            static create(properties: oortbus.v1.EndSessionResponse.$Shape): oortbus.v1.EndSessionResponse & oortbus.v1.EndSessionResponse.$Shape;
            static create(properties?: oortbus.v1.EndSessionResponse.$Properties): oortbus.v1.EndSessionResponse;

            /**
             * Encodes the specified EndSessionResponse message. Does not implicitly {@link oortbus.v1.EndSessionResponse.verify|verify} messages.
             * @param message EndSessionResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.EndSessionResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EndSessionResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.EndSessionResponse & oortbus.v1.EndSessionResponse.$Shape} EndSessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.EndSessionResponse & oortbus.v1.EndSessionResponse.$Shape;

            /**
             * Verifies an EndSessionResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace EndSessionResponse {

            /** Properties of an EndSessionResponse. */
            interface $Properties {

                /** EndSessionResponse ended */
                ended?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EndSessionResponse. */
            type $Shape = oortbus.v1.EndSessionResponse.$Properties;
        }

        /**
         * Properties of a DrainNodeRequest.
         * @deprecated Use oortbus.v1.DrainNodeRequest.$Properties instead.
         */
        interface IDrainNodeRequest extends oortbus.v1.DrainNodeRequest.$Properties {
        }

        /** Represents a DrainNodeRequest. */
        class DrainNodeRequest {

            /**
             * Constructs a new DrainNodeRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DrainNodeRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainNodeRequest node. */
            node: string;

            /**
             * Creates a new DrainNodeRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainNodeRequest instance
             */
            static create(properties: oortbus.v1.DrainNodeRequest.$Shape): oortbus.v1.DrainNodeRequest & oortbus.v1.DrainNodeRequest.$Shape;
            static create(properties?: oortbus.v1.DrainNodeRequest.$Properties): oortbus.v1.DrainNodeRequest;

            /**
             * Encodes the specified DrainNodeRequest message. Does not implicitly {@link oortbus.v1.DrainNodeRequest.verify|verify} messages.
             * @param message DrainNodeRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DrainNodeRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainNodeRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainNodeRequest & oortbus.v1.DrainNodeRequest.$Shape} DrainNodeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DrainNodeRequest & oortbus.v1.DrainNodeRequest.$Shape;

            /**
             * Verifies a DrainNodeRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DrainNodeRequest {

            /** Properties of a DrainNodeRequest. */
            interface $Properties {

                /** DrainNodeRequest node */
                node?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainNodeRequest. */
            type $Shape = oortbus.v1.DrainNodeRequest.$Properties;
        }

        /**
         * Properties of a DrainNodeResponse.
         * @deprecated Use oortbus.v1.DrainNodeResponse.$Properties instead.
         */
        interface IDrainNodeResponse extends oortbus.v1.DrainNodeResponse.$Properties {
        }

        /** Represents a DrainNodeResponse. */
        class DrainNodeResponse {

            /**
             * Constructs a new DrainNodeResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.DrainNodeResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DrainNodeResponse sessions. */
            sessions: number;

            /**
             * Creates a new DrainNodeResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DrainNodeResponse instance
             */
            static create(properties: oortbus.v1.DrainNodeResponse.$Shape): oortbus.v1.DrainNodeResponse & oortbus.v1.DrainNodeResponse.$Shape;
            static create(properties?: oortbus.v1.DrainNodeResponse.$Properties): oortbus.v1.DrainNodeResponse;

            /**
             * Encodes the specified DrainNodeResponse message. Does not implicitly {@link oortbus.v1.DrainNodeResponse.verify|verify} messages.
             * @param message DrainNodeResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.DrainNodeResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DrainNodeResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainNodeResponse & oortbus.v1.DrainNodeResponse.$Shape} DrainNodeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.DrainNodeResponse & oortbus.v1.DrainNodeResponse.$Shape;

            /**
             * Verifies a DrainNodeResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace DrainNodeResponse {

            /** Properties of a DrainNodeResponse. */
            interface $Properties {

                /** DrainNodeResponse sessions */
                sessions?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DrainNodeResponse. */
            type $Shape = oortbus.v1.DrainNodeResponse.$Properties;
        }

        /**
         * Properties of a GetAuditLogRequest.
         * @deprecated Use oortbus.v1.GetAuditLogRequest.$Properties instead.
         */
        interface IGetAuditLogRequest extends oortbus.v1.GetAuditLogRequest.$Properties {
        }

        /** Represents a GetAuditLogRequest. */
        class GetAuditLogRequest {

            /**
             * Constructs a new GetAuditLogRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetAuditLogRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetAuditLogRequest maxEntries. */
            maxEntries: number;

            /**
             * Creates a new GetAuditLogRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetAuditLogRequest instance
             */
            static create(properties: oortbus.v1.GetAuditLogRequest.$Shape): oortbus.v1.GetAuditLogRequest & oortbus.v1.GetAuditLogRequest.$Shape;
            static create(properties?: oortbus.v1.GetAuditLogRequest.$Properties): oortbus.v1.GetAuditLogRequest;

            /**
             * Encodes the specified GetAuditLogRequest message. Does not implicitly {@link oortbus.v1.GetAuditLogRequest.verify|verify} messages.
             * @param message GetAuditLogRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetAuditLogRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetAuditLogRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetAuditLogRequest & oortbus.v1.GetAuditLogRequest.$Shape} GetAuditLogRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetAuditLogRequest & oortbus.v1.GetAuditLogRequest.$Shape;

            /**
             * Verifies a GetAuditLogRequest message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetAuditLogRequest {

            /** Properties of a GetAuditLogRequest. */
            interface $Properties {

                /** GetAuditLogRequest maxEntries */
                maxEntries?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetAuditLogRequest. */
            type $Shape = oortbus.v1.GetAuditLogRequest.$Properties;
        }

        /**
         * Properties of a GetAuditLogResponse.
         * @deprecated Use oortbus.v1.GetAuditLogResponse.$Properties instead.
         */
        interface IGetAuditLogResponse extends oortbus.v1.GetAuditLogResponse.$Properties {
        }

        /** Represents a GetAuditLogResponse. */
        class GetAuditLogResponse {

            /**
             * Constructs a new GetAuditLogResponse.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.GetAuditLogResponse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetAuditLogResponse entries. */
            entries: oortbus.v1.AuditEntry.$Properties[];

            /** GetAuditLogResponse unansweredNodes. */
            unansweredNodes: string[];

            /**
             * Creates a new GetAuditLogResponse instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetAuditLogResponse instance
             */
            static create(properties: oortbus.v1.GetAuditLogResponse.$Shape): oortbus.v1.GetAuditLogResponse & oortbus.v1.GetAuditLogResponse.$Shape;
            static create(properties?: oortbus.v1.GetAuditLogResponse.$Properties): oortbus.v1.GetAuditLogResponse;

            /**
             * Encodes the specified GetAuditLogResponse message. Does not implicitly {@link oortbus.v1.GetAuditLogResponse.verify|verify} messages.
             * @param message GetAuditLogResponse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.GetAuditLogResponse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetAuditLogResponse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.GetAuditLogResponse & oortbus.v1.GetAuditLogResponse.$Shape} GetAuditLogResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.GetAuditLogResponse & oortbus.v1.GetAuditLogResponse.$Shape;

            /**
             * Verifies a GetAuditLogResponse message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace GetAuditLogResponse {

            /** Properties of a GetAuditLogResponse. */
            interface $Properties {

                /** GetAuditLogResponse entries */
                entries?: (oortbus.v1.AuditEntry.$Properties[]|null);

                /** GetAuditLogResponse unansweredNodes */
                unansweredNodes?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetAuditLogResponse. */
            type $Shape = oortbus.v1.GetAuditLogResponse.$Properties;
        }

        /**
         * Properties of an AuditEntry.
         * @deprecated Use oortbus.v1.AuditEntry.$Properties instead.
         */
        interface IAuditEntry extends oortbus.v1.AuditEntry.$Properties {
        }

        /** Represents an AuditEntry. */
        class AuditEntry {

            /**
             * Constructs a new AuditEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: oortbus.v1.AuditEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuditEntry atMs. */
            atMs: number;

            /** AuditEntry node. */
            node: string;

            /** AuditEntry address. */
            address: string;

            /** AuditEntry token. */
            token: string;

            /** AuditEntry action. */
            action: string;

            /** AuditEntry target. */
            target: string;

            /** AuditEntry outcome. */
            outcome: string;

            /**
             * Creates a new AuditEntry instance using the specified properties.
             * @param [properties] Properties to set
             * @returns AuditEntry instance
             */
            static create(properties: oortbus.v1.AuditEntry.$Shape): oortbus.v1.AuditEntry & oortbus.v1.AuditEntry.$Shape;
            static create(properties?: oortbus.v1.AuditEntry.$Properties): oortbus.v1.AuditEntry;

            /**
             * Encodes the specified AuditEntry message. Does not implicitly {@link oortbus.v1.AuditEntry.verify|verify} messages.
             * @param message AuditEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: oortbus.v1.AuditEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuditEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {oortbus.v1.AuditEntry & oortbus.v1.AuditEntry.$Shape} AuditEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): oortbus.v1.AuditEntry & oortbus.v1.AuditEntry.$Shape;

            /**
             * Verifies an AuditEntry message.
             * @param message Plain object to verify
             * @returns `null` if valid, otherwise the reason why it is not
             */
            static verify(message: { [k: string]: any }): (string|null);
        }

        namespace AuditEntry {

            /** Properties of an AuditEntry. */
            interface $Properties {

                /** AuditEntry atMs */
                atMs?: (number|null);

                /** AuditEntry node */
                node?: (string|null);

                /** AuditEntry address */
                address?: (string|null);

                /** AuditEntry token */
                token?: (string|null);

                /** AuditEntry action */
                action?: (string|null);

                /** AuditEntry target */
                target?: (string|null);

                /** AuditEntry outcome */
                outcome?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuditEntry. */
            type $Shape = oortbus.v1.AuditEntry.$Properties;
        }
    }
}
