/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["oortbus/v1/operator.proto"] || ($protobuf.roots["oortbus/v1/operator.proto"] = {});

export const oortbus = $root.oortbus = (() => {

    /**
     * Namespace oortbus.
     * @exports oortbus
     * @namespace
     */
    const oortbus = {};

    oortbus.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof oortbus
         * @namespace
         */
        const v1 = {};

        v1.Operator = (function() {

            /**
             * Constructs a new Operator service.
             * @memberof oortbus.v1
             * @classdesc Represents an Operator
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const Operator = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(Operator.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: Operator, writable: true, enumerable: false, configurable: true });

            /**
             * Creates new Operator service using the specified rpc implementation.
             * @function create
             * @memberof oortbus.v1.Operator
             * @static
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             * @returns {Operator} RPC service. Useful where requests and/or responses are streamed.
             */
            Operator.create = function(rpcImpl, requestDelimited, responseDelimited) {
                return new this(rpcImpl, requestDelimited, responseDelimited);
            };

            /**
             * Callback as used by {@link oortbus.v1.Operator#describeNode}.
             * @memberof oortbus.v1.Operator
             * @typedef DescribeNodeCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.DescribeNodeResponse} [response] DescribeNodeResponse
             */

            /**
             * Calls DescribeNode.
             * @memberof oortbus.v1.Operator
             * @typedef DescribeNode
             * @type {{
             *   (request: oortbus.v1.IDescribeNodeRequest, callback: oortbus.v1.Operator.DescribeNodeCallback): void;
             *   (request: oortbus.v1.IDescribeNodeRequest): Promise<oortbus.v1.DescribeNodeResponse>;
             *   readonly name: "DescribeNode";
             *   readonly path: "/oortbus.v1.Operator/DescribeNode";
             *   readonly requestType: "DescribeNodeRequest";
             *   readonly responseType: "DescribeNodeResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls DescribeNode.
             * @name oortbus.v1.Operator#describeNode
             * @type {oortbus.v1.Operator.DescribeNode}
             */
            $Object.defineProperties(Operator.prototype.describeNode = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.describeNode, $root.oortbus.v1.DescribeNodeRequest, $root.oortbus.v1.DescribeNodeResponse, request, callback);
            }, {
                name: { value: "DescribeNode" },
                path: { value: "/oortbus.v1.Operator/DescribeNode" },
                requestType: { value: "DescribeNodeRequest" },
                responseType: { value: "DescribeNodeResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#getHistory}.
             * @memberof oortbus.v1.Operator
             * @typedef GetHistoryCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.GetHistoryResponse} [response] GetHistoryResponse
             */

            /**
             * Calls GetHistory.
             * @memberof oortbus.v1.Operator
             * @typedef GetHistory
             * @type {{
             *   (request: oortbus.v1.IGetHistoryRequest, callback: oortbus.v1.Operator.GetHistoryCallback): void;
             *   (request: oortbus.v1.IGetHistoryRequest): Promise<oortbus.v1.GetHistoryResponse>;
             *   readonly name: "GetHistory";
             *   readonly path: "/oortbus.v1.Operator/GetHistory";
             *   readonly requestType: "GetHistoryRequest";
             *   readonly responseType: "GetHistoryResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetHistory.
             * @name oortbus.v1.Operator#getHistory
             * @type {oortbus.v1.Operator.GetHistory}
             */
            $Object.defineProperties(Operator.prototype.getHistory = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.getHistory, $root.oortbus.v1.GetHistoryRequest, $root.oortbus.v1.GetHistoryResponse, request, callback);
            }, {
                name: { value: "GetHistory" },
                path: { value: "/oortbus.v1.Operator/GetHistory" },
                requestType: { value: "GetHistoryRequest" },
                responseType: { value: "GetHistoryResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#listSessions}.
             * @memberof oortbus.v1.Operator
             * @typedef ListSessionsCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.ListSessionsResponse} [response] ListSessionsResponse
             */

            /**
             * Calls ListSessions.
             * @memberof oortbus.v1.Operator
             * @typedef ListSessions
             * @type {{
             *   (request: oortbus.v1.IListSessionsRequest, callback: oortbus.v1.Operator.ListSessionsCallback): void;
             *   (request: oortbus.v1.IListSessionsRequest): Promise<oortbus.v1.ListSessionsResponse>;
             *   readonly name: "ListSessions";
             *   readonly path: "/oortbus.v1.Operator/ListSessions";
             *   readonly requestType: "ListSessionsRequest";
             *   readonly responseType: "ListSessionsResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListSessions.
             * @name oortbus.v1.Operator#listSessions
             * @type {oortbus.v1.Operator.ListSessions}
             */
            $Object.defineProperties(Operator.prototype.listSessions = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.listSessions, $root.oortbus.v1.ListSessionsRequest, $root.oortbus.v1.ListSessionsResponse, request, callback);
            }, {
                name: { value: "ListSessions" },
                path: { value: "/oortbus.v1.Operator/ListSessions" },
                requestType: { value: "ListSessionsRequest" },
                responseType: { value: "ListSessionsResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#traceMessage}.
             * @memberof oortbus.v1.Operator
             * @typedef TraceMessageCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.TraceMessageResponse} [response] TraceMessageResponse
             */

            /**
             * Calls TraceMessage.
             * @memberof oortbus.v1.Operator
             * @typedef TraceMessage
             * @type {{
             *   (request: oortbus.v1.ITraceMessageRequest, callback: oortbus.v1.Operator.TraceMessageCallback): void;
             *   (request: oortbus.v1.ITraceMessageRequest): Promise<oortbus.v1.TraceMessageResponse>;
             *   readonly name: "TraceMessage";
             *   readonly path: "/oortbus.v1.Operator/TraceMessage";
             *   readonly requestType: "TraceMessageRequest";
             *   readonly responseType: "TraceMessageResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls TraceMessage.
             * @name oortbus.v1.Operator#traceMessage
             * @type {oortbus.v1.Operator.TraceMessage}
             */
            $Object.defineProperties(Operator.prototype.traceMessage = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.traceMessage, $root.oortbus.v1.TraceMessageRequest, $root.oortbus.v1.TraceMessageResponse, request, callback);
            }, {
                name: { value: "TraceMessage" },
                path: { value: "/oortbus.v1.Operator/TraceMessage" },
                requestType: { value: "TraceMessageRequest" },
                responseType: { value: "TraceMessageResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#explainDelivery}.
             * @memberof oortbus.v1.Operator
             * @typedef ExplainDeliveryCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.ExplainDeliveryResponse} [response] ExplainDeliveryResponse
             */

            /**
             * Calls ExplainDelivery.
             * @memberof oortbus.v1.Operator
             * @typedef ExplainDelivery
             * @type {{
             *   (request: oortbus.v1.IExplainDeliveryRequest, callback: oortbus.v1.Operator.ExplainDeliveryCallback): void;
             *   (request: oortbus.v1.IExplainDeliveryRequest): Promise<oortbus.v1.ExplainDeliveryResponse>;
             *   readonly name: "ExplainDelivery";
             *   readonly path: "/oortbus.v1.Operator/ExplainDelivery";
             *   readonly requestType: "ExplainDeliveryRequest";
             *   readonly responseType: "ExplainDeliveryResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ExplainDelivery.
             * @name oortbus.v1.Operator#explainDelivery
             * @type {oortbus.v1.Operator.ExplainDelivery}
             */
            $Object.defineProperties(Operator.prototype.explainDelivery = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.explainDelivery, $root.oortbus.v1.ExplainDeliveryRequest, $root.oortbus.v1.ExplainDeliveryResponse, request, callback);
            }, {
                name: { value: "ExplainDelivery" },
                path: { value: "/oortbus.v1.Operator/ExplainDelivery" },
                requestType: { value: "ExplainDeliveryRequest" },
                responseType: { value: "ExplainDeliveryResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#endSession}.
             * @memberof oortbus.v1.Operator
             * @typedef EndSessionCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.EndSessionResponse} [response] EndSessionResponse
             */

            /**
             * Calls EndSession.
             * @memberof oortbus.v1.Operator
             * @typedef EndSession
             * @type {{
             *   (request: oortbus.v1.IEndSessionRequest, callback: oortbus.v1.Operator.EndSessionCallback): void;
             *   (request: oortbus.v1.IEndSessionRequest): Promise<oortbus.v1.EndSessionResponse>;
             *   readonly name: "EndSession";
             *   readonly path: "/oortbus.v1.Operator/EndSession";
             *   readonly requestType: "EndSessionRequest";
             *   readonly responseType: "EndSessionResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls EndSession.
             * @name oortbus.v1.Operator#endSession
             * @type {oortbus.v1.Operator.EndSession}
             */
            $Object.defineProperties(Operator.prototype.endSession = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.endSession, $root.oortbus.v1.EndSessionRequest, $root.oortbus.v1.EndSessionResponse, request, callback);
            }, {
                name: { value: "EndSession" },
                path: { value: "/oortbus.v1.Operator/EndSession" },
                requestType: { value: "EndSessionRequest" },
                responseType: { value: "EndSessionResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#drainNode}.
             * @memberof oortbus.v1.Operator
             * @typedef DrainNodeCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.DrainNodeResponse} [response] DrainNodeResponse
             */

            /**
             * Calls DrainNode.
             * @memberof oortbus.v1.Operator
             * @typedef DrainNode
             * @type {{
             *   (request: oortbus.v1.IDrainNodeRequest, callback: oortbus.v1.Operator.DrainNodeCallback): void;
             *   (request: oortbus.v1.IDrainNodeRequest): Promise<oortbus.v1.DrainNodeResponse>;
             *   readonly name: "DrainNode";
             *   readonly path: "/oortbus.v1.Operator/DrainNode";
             *   readonly requestType: "DrainNodeRequest";
             *   readonly responseType: "DrainNodeResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls DrainNode.
             * @name oortbus.v1.Operator#drainNode
             * @type {oortbus.v1.Operator.DrainNode}
             */
            $Object.defineProperties(Operator.prototype.drainNode = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.drainNode, $root.oortbus.v1.DrainNodeRequest, $root.oortbus.v1.DrainNodeResponse, request, callback);
            }, {
                name: { value: "DrainNode" },
                path: { value: "/oortbus.v1.Operator/DrainNode" },
                requestType: { value: "DrainNodeRequest" },
                responseType: { value: "DrainNodeResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.Operator#getAuditLog}.
             * @memberof oortbus.v1.Operator
             * @typedef GetAuditLogCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.GetAuditLogResponse} [response] GetAuditLogResponse
             */

            /**
             * Calls GetAuditLog.
             * @memberof oortbus.v1.Operator
             * @typedef GetAuditLog
             * @type {{
             *   (request: oortbus.v1.IGetAuditLogRequest, callback: oortbus.v1.Operator.GetAuditLogCallback): void;
             *   (request: oortbus.v1.IGetAuditLogRequest): Promise<oortbus.v1.GetAuditLogResponse>;
             *   readonly name: "GetAuditLog";
             *   readonly path: "/oortbus.v1.Operator/GetAuditLog";
             *   readonly requestType: "GetAuditLogRequest";
             *   readonly responseType: "GetAuditLogResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetAuditLog.
             * @name oortbus.v1.Operator#getAuditLog
             * @type {oortbus.v1.Operator.GetAuditLog}
             */
            $Object.defineProperties(Operator.prototype.getAuditLog = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, Operator.prototype.getAuditLog, $root.oortbus.v1.GetAuditLogRequest, $root.oortbus.v1.GetAuditLogResponse, request, callback);
            }, {
                name: { value: "GetAuditLog" },
                path: { value: "/oortbus.v1.Operator/GetAuditLog" },
                requestType: { value: "GetAuditLogRequest" },
                responseType: { value: "GetAuditLogResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            return Operator;
        })();

        v1.DescribeNodeRequest = (function() {

            /**
             * Properties of a DescribeNodeRequest.
             * @typedef {Object} oortbus.v1.DescribeNodeRequest.$Properties
             * @property {string|null} [node] DescribeNodeRequest node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DescribeNodeRequest.
             * @memberof oortbus.v1
             * @interface IDescribeNodeRequest
             * @augments oortbus.v1.DescribeNodeRequest.$Properties
             * @deprecated Use oortbus.v1.DescribeNodeRequest.$Properties instead.
             */

            /**
             * Shape of a DescribeNodeRequest.
             * @typedef {oortbus.v1.DescribeNodeRequest.$Properties} oortbus.v1.DescribeNodeRequest.$Shape
             */

            /**
             * Constructs a new DescribeNodeRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a DescribeNodeRequest.
             * @constructor
             * @param {oortbus.v1.DescribeNodeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DescribeNodeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DescribeNodeRequest node.
             * @member {string} node
             * @memberof oortbus.v1.DescribeNodeRequest
             * @instance
             */
            DescribeNodeRequest.prototype.node = "";

            /**
             * Creates a new DescribeNodeRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DescribeNodeRequest
             * @static
             * @param {oortbus.v1.DescribeNodeRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DescribeNodeRequest} DescribeNodeRequest instance
             * @type {{
             *   (properties: oortbus.v1.DescribeNodeRequest.$Shape): oortbus.v1.DescribeNodeRequest & oortbus.v1.DescribeNodeRequest.$Shape;
             *   (properties?: oortbus.v1.DescribeNodeRequest.$Properties): oortbus.v1.DescribeNodeRequest;
             * }}
             */
            DescribeNodeRequest.create = function(properties) {
                return new DescribeNodeRequest(properties);
            };

            /**
             * Encodes the specified DescribeNodeRequest message. Does not implicitly {@link oortbus.v1.DescribeNodeRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DescribeNodeRequest
             * @static
             * @param {oortbus.v1.DescribeNodeRequest.$Properties} message DescribeNodeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DescribeNodeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DescribeNodeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DescribeNodeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DescribeNodeRequest & oortbus.v1.DescribeNodeRequest.$Shape} DescribeNodeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DescribeNodeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.DescribeNodeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DescribeNodeRequest message.
             * @function verify
             * @memberof oortbus.v1.DescribeNodeRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DescribeNodeRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                return null;
            };

            return DescribeNodeRequest;
        })();

        v1.DescribeNodeResponse = (function() {

            /**
             * Properties of a DescribeNodeResponse.
             * @typedef {Object} oortbus.v1.DescribeNodeResponse.$Properties
             * @property {string|null} [url] DescribeNodeResponse url
             * @property {string|null} [id] DescribeNodeResponse id
             * @property {string|null} [state] DescribeNodeResponse state
             * @property {number|null} [startedMs] DescribeNodeResponse startedMs
             * @property {number|null} [nowMs] DescribeNodeResponse nowMs
             * @property {number|null} [sessions] DescribeNodeResponse sessions
             * @property {number|null} [users] DescribeNodeResponse users
             * @property {number|null} [channels] DescribeNodeResponse channels
             * @property {Object.<string,number>|null} [transports] DescribeNodeResponse transports
             * @property {number|null} [queuedMessages] DescribeNodeResponse queuedMessages
             * @property {number|null} [queuedBytes] DescribeNodeResponse queuedBytes
             * @property {number|null} [fullestQueue] DescribeNodeResponse fullestQueue
             * @property {number|null} [maxQueuedMessages] DescribeNodeResponse maxQueuedMessages
             * @property {number|null} [receivedPerSecond] DescribeNodeResponse receivedPerSecond
             * @property {number|null} [publishedPerSecond] DescribeNodeResponse publishedPerSecond
             * @property {number|null} [deliveredPerSecond] DescribeNodeResponse deliveredPerSecond
             * @property {number|null} [droppedPerSecond] DescribeNodeResponse droppedPerSecond
             * @property {number|null} [busy] DescribeNodeResponse busy
             * @property {number|null} [memoryBytes] DescribeNodeResponse memoryBytes
             * @property {Object.<string,number>|null} [limits] DescribeNodeResponse limits
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DescribeNodeResponse.
             * @memberof oortbus.v1
             * @interface IDescribeNodeResponse
             * @augments oortbus.v1.DescribeNodeResponse.$Properties
             * @deprecated Use oortbus.v1.DescribeNodeResponse.$Properties instead.
             */

            /**
             * Shape of a DescribeNodeResponse.
             * @typedef {oortbus.v1.DescribeNodeResponse.$Properties} oortbus.v1.DescribeNodeResponse.$Shape
             */

            /**
             * Constructs a new DescribeNodeResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a DescribeNodeResponse.
             * @constructor
             * @param {oortbus.v1.DescribeNodeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DescribeNodeResponse = function (properties) {
                this.transports = {};
                this.limits = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DescribeNodeResponse url.
             * @member {string} url
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.url = "";

            /**
             * DescribeNodeResponse id.
             * @member {string} id
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.id = "";

            /**
             * DescribeNodeResponse state.
             * @member {string} state
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.state = "";

            /**
             * DescribeNodeResponse startedMs.
             * @member {number} startedMs
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.startedMs = 0;

            /**
             * DescribeNodeResponse nowMs.
             * @member {number} nowMs
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.nowMs = 0;

            /**
             * DescribeNodeResponse sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.sessions = 0;

            /**
             * DescribeNodeResponse users.
             * @member {number} users
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.users = 0;

            /**
             * DescribeNodeResponse channels.
             * @member {number} channels
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.channels = 0;

            /**
             * DescribeNodeResponse transports.
             * @member {Object.<string,number>} transports
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.transports = $util.emptyObject;

            /**
             * DescribeNodeResponse queuedMessages.
             * @member {number} queuedMessages
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.queuedMessages = 0;

            /**
             * DescribeNodeResponse queuedBytes.
             * @member {number} queuedBytes
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.queuedBytes = 0;

            /**
             * DescribeNodeResponse fullestQueue.
             * @member {number} fullestQueue
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.fullestQueue = 0;

            /**
             * DescribeNodeResponse maxQueuedMessages.
             * @member {number} maxQueuedMessages
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.maxQueuedMessages = 0;

            /**
             * DescribeNodeResponse receivedPerSecond.
             * @member {number} receivedPerSecond
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.receivedPerSecond = 0;

            /**
             * DescribeNodeResponse publishedPerSecond.
             * @member {number} publishedPerSecond
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.publishedPerSecond = 0;

            /**
             * DescribeNodeResponse deliveredPerSecond.
             * @member {number} deliveredPerSecond
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.deliveredPerSecond = 0;

            /**
             * DescribeNodeResponse droppedPerSecond.
             * @member {number} droppedPerSecond
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.droppedPerSecond = 0;

            /**
             * DescribeNodeResponse busy.
             * @member {number} busy
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.busy = 0;

            /**
             * DescribeNodeResponse memoryBytes.
             * @member {number} memoryBytes
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.memoryBytes = 0;

            /**
             * DescribeNodeResponse limits.
             * @member {Object.<string,number>} limits
             * @memberof oortbus.v1.DescribeNodeResponse
             * @instance
             */
            DescribeNodeResponse.prototype.limits = $util.emptyObject;

            /**
             * Creates a new DescribeNodeResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DescribeNodeResponse
             * @static
             * @param {oortbus.v1.DescribeNodeResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DescribeNodeResponse} DescribeNodeResponse instance
             * @type {{
             *   (properties: oortbus.v1.DescribeNodeResponse.$Shape): oortbus.v1.DescribeNodeResponse & oortbus.v1.DescribeNodeResponse.$Shape;
             *   (properties?: oortbus.v1.DescribeNodeResponse.$Properties): oortbus.v1.DescribeNodeResponse;
             * }}
             */
            DescribeNodeResponse.create = function(properties) {
                return new DescribeNodeResponse(properties);
            };

            /**
             * Encodes the specified DescribeNodeResponse message. Does not implicitly {@link oortbus.v1.DescribeNodeResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DescribeNodeResponse
             * @static
             * @param {oortbus.v1.DescribeNodeResponse.$Properties} message DescribeNodeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DescribeNodeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.url != null && $Object.hasOwnProperty.call(message, "url") && message.url !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.url);
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
                if (message.startedMs != null && $Object.hasOwnProperty.call(message, "startedMs") && !$Object.is(message.startedMs, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.startedMs);
                if (message.nowMs != null && $Object.hasOwnProperty.call(message, "nowMs") && !$Object.is(message.nowMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.nowMs);
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && message.sessions !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.sessions);
                if (message.users != null && $Object.hasOwnProperty.call(message, "users") && message.users !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.users);
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels") && message.channels !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.channels);
                if (message.transports != null && $Object.hasOwnProperty.call(message, "transports"))
                    for (let keys = $Object.keys(message.transports), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 9, wireType 2 =*/74).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 0 =*/16).uint32(message.transports[keys[i]]).ldelim();
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages") && message.queuedMessages !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.queuedMessages);
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes") && !$Object.is(message.queuedBytes, 0))
                    writer.uint32(/* id 11, wireType 1 =*/89).double(message.queuedBytes);
                if (message.fullestQueue != null && $Object.hasOwnProperty.call(message, "fullestQueue") && message.fullestQueue !== 0)
                    writer.uint32(/* id 12, wireType 0 =*/96).uint32(message.fullestQueue);
                if (message.maxQueuedMessages != null && $Object.hasOwnProperty.call(message, "maxQueuedMessages") && message.maxQueuedMessages !== 0)
                    writer.uint32(/* id 13, wireType 0 =*/104).uint32(message.maxQueuedMessages);
                if (message.receivedPerSecond != null && $Object.hasOwnProperty.call(message, "receivedPerSecond") && !$Object.is(message.receivedPerSecond, 0))
                    writer.uint32(/* id 14, wireType 1 =*/113).double(message.receivedPerSecond);
                if (message.publishedPerSecond != null && $Object.hasOwnProperty.call(message, "publishedPerSecond") && !$Object.is(message.publishedPerSecond, 0))
                    writer.uint32(/* id 15, wireType 1 =*/121).double(message.publishedPerSecond);
                if (message.deliveredPerSecond != null && $Object.hasOwnProperty.call(message, "deliveredPerSecond") && !$Object.is(message.deliveredPerSecond, 0))
                    writer.uint32(/* id 16, wireType 1 =*/129).double(message.deliveredPerSecond);
                if (message.droppedPerSecond != null && $Object.hasOwnProperty.call(message, "droppedPerSecond") && !$Object.is(message.droppedPerSecond, 0))
                    writer.uint32(/* id 17, wireType 1 =*/137).double(message.droppedPerSecond);
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy") && !$Object.is(message.busy, 0))
                    writer.uint32(/* id 18, wireType 1 =*/145).double(message.busy);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && !$Object.is(message.memoryBytes, 0))
                    writer.uint32(/* id 19, wireType 1 =*/153).double(message.memoryBytes);
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    for (let keys = $Object.keys(message.limits), i = 0; i < keys.length; ++i)
                        writer.uint32(/* id 20, wireType 2 =*/162).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 1 =*/17).double(message.limits[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DescribeNodeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DescribeNodeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DescribeNodeResponse & oortbus.v1.DescribeNodeResponse.$Shape} DescribeNodeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DescribeNodeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, key, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.DescribeNodeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.url = value;
                            else
                                delete message.url;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.id = value;
                            else
                                delete message.id;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.startedMs = value;
                            else
                                delete message.startedMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.nowMs = value;
                            else
                                delete message.nowMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sessions = value;
                            else
                                delete message.sessions;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.users = value;
                            else
                                delete message.users;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.channels = value;
                            else
                                delete message.channels;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (message.transports === $util.emptyObject)
                                message.transports = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 0)
                                        break;
                                    value = reader.uint32();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.transports, key);
                            message.transports[key] = value;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.queuedMessages = value;
                            else
                                delete message.queuedMessages;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.queuedBytes = value;
                            else
                                delete message.queuedBytes;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.fullestQueue = value;
                            else
                                delete message.fullestQueue;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxQueuedMessages = value;
                            else
                                delete message.maxQueuedMessages;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.receivedPerSecond = value;
                            else
                                delete message.receivedPerSecond;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.publishedPerSecond = value;
                            else
                                delete message.publishedPerSecond;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.deliveredPerSecond = value;
                            else
                                delete message.deliveredPerSecond;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.droppedPerSecond = value;
                            else
                                delete message.droppedPerSecond;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.busy = value;
                            else
                                delete message.busy;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if (message.limits === $util.emptyObject)
                                message.limits = {};
                            let end2 = reader.size() + reader.pos;
                            if (end2 > reader.len)
                                throw $RangeError("index out of range");
                            reader.len = end2;
                            key = "";
                            value = 0;
                            while (reader.pos < end2) {
                                let tag2 = reader.tag();
                                wireType = tag2 & 7;
                                switch (tag2 >>>= 3) {
                                case 1:
                                    if (wireType !== 2)
                                        break;
                                    key = reader.stringVerify();
                                    continue;
                                case 2:
                                    if (wireType !== 1)
                                        break;
                                    value = reader.double();
                                    continue;
                                }
                                reader.skipType(wireType, _depth, tag2);
                            }
                            if (reader.pos !== end2)
                                throw $RangeError("index out of range");
                            reader.len = end;
                            if (key === "__proto__")
                                $util.makeProp(message.limits, key);
                            message.limits[key] = value;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DescribeNodeResponse message.
             * @function verify
             * @memberof oortbus.v1.DescribeNodeResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DescribeNodeResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.url != null && $Object.hasOwnProperty.call(message, "url"))
                    if (!$util.isString(message.url))
                        return "url: string expected";
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    if (!$util.isString(message.id))
                        return "id: string expected";
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    if (!$util.isString(message.state))
                        return "state: string expected";
                if (message.startedMs != null && $Object.hasOwnProperty.call(message, "startedMs"))
                    if (typeof message.startedMs !== "number")
                        return "startedMs: number expected";
                if (message.nowMs != null && $Object.hasOwnProperty.call(message, "nowMs"))
                    if (typeof message.nowMs !== "number")
                        return "nowMs: number expected";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions))
                        return "sessions: integer expected";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users"))
                    if (!$util.isInteger(message.users))
                        return "users: integer expected";
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels"))
                    if (!$util.isInteger(message.channels))
                        return "channels: integer expected";
                if (message.transports != null && $Object.hasOwnProperty.call(message, "transports")) {
                    if (!$util.isObject(message.transports))
                        return "transports: object expected";
                    let key = $Object.keys(message.transports);
                    for (let i = 0; i < key.length; ++i)
                        if (!$util.isInteger(message.transports[key[i]]))
                            return "transports: integer{k:string} expected";
                }
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages"))
                    if (!$util.isInteger(message.queuedMessages))
                        return "queuedMessages: integer expected";
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes"))
                    if (typeof message.queuedBytes !== "number")
                        return "queuedBytes: number expected";
                if (message.fullestQueue != null && $Object.hasOwnProperty.call(message, "fullestQueue"))
                    if (!$util.isInteger(message.fullestQueue))
                        return "fullestQueue: integer expected";
                if (message.maxQueuedMessages != null && $Object.hasOwnProperty.call(message, "maxQueuedMessages"))
                    if (!$util.isInteger(message.maxQueuedMessages))
                        return "maxQueuedMessages: integer expected";
                if (message.receivedPerSecond != null && $Object.hasOwnProperty.call(message, "receivedPerSecond"))
                    if (typeof message.receivedPerSecond !== "number")
                        return "receivedPerSecond: number expected";
                if (message.publishedPerSecond != null && $Object.hasOwnProperty.call(message, "publishedPerSecond"))
                    if (typeof message.publishedPerSecond !== "number")
                        return "publishedPerSecond: number expected";
                if (message.deliveredPerSecond != null && $Object.hasOwnProperty.call(message, "deliveredPerSecond"))
                    if (typeof message.deliveredPerSecond !== "number")
                        return "deliveredPerSecond: number expected";
                if (message.droppedPerSecond != null && $Object.hasOwnProperty.call(message, "droppedPerSecond"))
                    if (typeof message.droppedPerSecond !== "number")
                        return "droppedPerSecond: number expected";
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy"))
                    if (typeof message.busy !== "number")
                        return "busy: number expected";
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (typeof message.memoryBytes !== "number")
                        return "memoryBytes: number expected";
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits")) {
                    if (!$util.isObject(message.limits))
                        return "limits: object expected";
                    let key = $Object.keys(message.limits);
                    for (let i = 0; i < key.length; ++i)
                        if (typeof message.limits[key[i]] !== "number")
                            return "limits: number{k:string} expected";
                }
                return null;
            };

            return DescribeNodeResponse;
        })();

        v1.GetHistoryRequest = (function() {

            /**
             * Properties of a GetHistoryRequest.
             * @typedef {Object} oortbus.v1.GetHistoryRequest.$Properties
             * @property {string|null} [node] GetHistoryRequest node
             * @property {number|null} [sinceMs] GetHistoryRequest sinceMs
             * @property {number|null} [maxPoints] GetHistoryRequest maxPoints
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetHistoryRequest.
             * @memberof oortbus.v1
             * @interface IGetHistoryRequest
             * @augments oortbus.v1.GetHistoryRequest.$Properties
             * @deprecated Use oortbus.v1.GetHistoryRequest.$Properties instead.
             */

            /**
             * Shape of a GetHistoryRequest.
             * @typedef {oortbus.v1.GetHistoryRequest.$Properties} oortbus.v1.GetHistoryRequest.$Shape
             */

            /**
             * Constructs a new GetHistoryRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a GetHistoryRequest.
             * @constructor
             * @param {oortbus.v1.GetHistoryRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetHistoryRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetHistoryRequest node.
             * @member {string} node
             * @memberof oortbus.v1.GetHistoryRequest
             * @instance
             */
            GetHistoryRequest.prototype.node = "";

            /**
             * GetHistoryRequest sinceMs.
             * @member {number} sinceMs
             * @memberof oortbus.v1.GetHistoryRequest
             * @instance
             */
            GetHistoryRequest.prototype.sinceMs = 0;

            /**
             * GetHistoryRequest maxPoints.
             * @member {number} maxPoints
             * @memberof oortbus.v1.GetHistoryRequest
             * @instance
             */
            GetHistoryRequest.prototype.maxPoints = 0;

            /**
             * Creates a new GetHistoryRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetHistoryRequest
             * @static
             * @param {oortbus.v1.GetHistoryRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetHistoryRequest} GetHistoryRequest instance
             * @type {{
             *   (properties: oortbus.v1.GetHistoryRequest.$Shape): oortbus.v1.GetHistoryRequest & oortbus.v1.GetHistoryRequest.$Shape;
             *   (properties?: oortbus.v1.GetHistoryRequest.$Properties): oortbus.v1.GetHistoryRequest;
             * }}
             */
            GetHistoryRequest.create = function(properties) {
                return new GetHistoryRequest(properties);
            };

            /**
             * Encodes the specified GetHistoryRequest message. Does not implicitly {@link oortbus.v1.GetHistoryRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetHistoryRequest
             * @static
             * @param {oortbus.v1.GetHistoryRequest.$Properties} message GetHistoryRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetHistoryRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && !$Object.is(message.sinceMs, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.sinceMs);
                if (message.maxPoints != null && $Object.hasOwnProperty.call(message, "maxPoints") && message.maxPoints !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.maxPoints);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetHistoryRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetHistoryRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetHistoryRequest & oortbus.v1.GetHistoryRequest.$Shape} GetHistoryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetHistoryRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.GetHistoryRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxPoints = value;
                            else
                                delete message.maxPoints;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GetHistoryRequest message.
             * @function verify
             * @memberof oortbus.v1.GetHistoryRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetHistoryRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs"))
                    if (typeof message.sinceMs !== "number")
                        return "sinceMs: number expected";
                if (message.maxPoints != null && $Object.hasOwnProperty.call(message, "maxPoints"))
                    if (!$util.isInteger(message.maxPoints))
                        return "maxPoints: integer expected";
                return null;
            };

            return GetHistoryRequest;
        })();

        v1.GetHistoryResponse = (function() {

            /**
             * Properties of a GetHistoryResponse.
             * @typedef {Object} oortbus.v1.GetHistoryResponse.$Properties
             * @property {string|null} [node] GetHistoryResponse node
             * @property {Array.<number>|null} [atMs] GetHistoryResponse atMs
             * @property {Array.<number>|null} [sessions] GetHistoryResponse sessions
             * @property {Array.<number>|null} [users] GetHistoryResponse users
             * @property {Array.<number>|null} [channels] GetHistoryResponse channels
             * @property {Array.<number>|null} [queuedMessages] GetHistoryResponse queuedMessages
             * @property {Array.<number>|null} [queuedBytes] GetHistoryResponse queuedBytes
             * @property {Array.<number>|null} [receivedPerSecond] GetHistoryResponse receivedPerSecond
             * @property {Array.<number>|null} [publishedPerSecond] GetHistoryResponse publishedPerSecond
             * @property {Array.<number>|null} [deliveredPerSecond] GetHistoryResponse deliveredPerSecond
             * @property {Array.<number>|null} [droppedPerSecond] GetHistoryResponse droppedPerSecond
             * @property {Array.<number>|null} [busy] GetHistoryResponse busy
             * @property {Array.<number>|null} [memoryBytes] GetHistoryResponse memoryBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetHistoryResponse.
             * @memberof oortbus.v1
             * @interface IGetHistoryResponse
             * @augments oortbus.v1.GetHistoryResponse.$Properties
             * @deprecated Use oortbus.v1.GetHistoryResponse.$Properties instead.
             */

            /**
             * Shape of a GetHistoryResponse.
             * @typedef {oortbus.v1.GetHistoryResponse.$Properties} oortbus.v1.GetHistoryResponse.$Shape
             */

            /**
             * Constructs a new GetHistoryResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a GetHistoryResponse.
             * @constructor
             * @param {oortbus.v1.GetHistoryResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetHistoryResponse = function (properties) {
                this.atMs = [];
                this.sessions = [];
                this.users = [];
                this.channels = [];
                this.queuedMessages = [];
                this.queuedBytes = [];
                this.receivedPerSecond = [];
                this.publishedPerSecond = [];
                this.deliveredPerSecond = [];
                this.droppedPerSecond = [];
                this.busy = [];
                this.memoryBytes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetHistoryResponse node.
             * @member {string} node
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.node = "";

            /**
             * GetHistoryResponse atMs.
             * @member {Array.<number>} atMs
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.atMs = $util.emptyArray;

            /**
             * GetHistoryResponse sessions.
             * @member {Array.<number>} sessions
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.sessions = $util.emptyArray;

            /**
             * GetHistoryResponse users.
             * @member {Array.<number>} users
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.users = $util.emptyArray;

            /**
             * GetHistoryResponse channels.
             * @member {Array.<number>} channels
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.channels = $util.emptyArray;

            /**
             * GetHistoryResponse queuedMessages.
             * @member {Array.<number>} queuedMessages
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.queuedMessages = $util.emptyArray;

            /**
             * GetHistoryResponse queuedBytes.
             * @member {Array.<number>} queuedBytes
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.queuedBytes = $util.emptyArray;

            /**
             * GetHistoryResponse receivedPerSecond.
             * @member {Array.<number>} receivedPerSecond
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.receivedPerSecond = $util.emptyArray;

            /**
             * GetHistoryResponse publishedPerSecond.
             * @member {Array.<number>} publishedPerSecond
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.publishedPerSecond = $util.emptyArray;

            /**
             * GetHistoryResponse deliveredPerSecond.
             * @member {Array.<number>} deliveredPerSecond
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.deliveredPerSecond = $util.emptyArray;

            /**
             * GetHistoryResponse droppedPerSecond.
             * @member {Array.<number>} droppedPerSecond
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.droppedPerSecond = $util.emptyArray;

            /**
             * GetHistoryResponse busy.
             * @member {Array.<number>} busy
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.busy = $util.emptyArray;

            /**
             * GetHistoryResponse memoryBytes.
             * @member {Array.<number>} memoryBytes
             * @memberof oortbus.v1.GetHistoryResponse
             * @instance
             */
            GetHistoryResponse.prototype.memoryBytes = $util.emptyArray;

            /**
             * Creates a new GetHistoryResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetHistoryResponse
             * @static
             * @param {oortbus.v1.GetHistoryResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetHistoryResponse} GetHistoryResponse instance
             * @type {{
             *   (properties: oortbus.v1.GetHistoryResponse.$Shape): oortbus.v1.GetHistoryResponse & oortbus.v1.GetHistoryResponse.$Shape;
             *   (properties?: oortbus.v1.GetHistoryResponse.$Properties): oortbus.v1.GetHistoryResponse;
             * }}
             */
            GetHistoryResponse.create = function(properties) {
                return new GetHistoryResponse(properties);
            };

            /**
             * Encodes the specified GetHistoryResponse message. Does not implicitly {@link oortbus.v1.GetHistoryResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetHistoryResponse
             * @static
             * @param {oortbus.v1.GetHistoryResponse.$Properties} message GetHistoryResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetHistoryResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.atMs != null && message.atMs.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).doubles(message.atMs);
                if (message.sessions != null && message.sessions.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.sessions);
                if (message.users != null && message.users.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).doubles(message.users);
                if (message.channels != null && message.channels.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).doubles(message.channels);
                if (message.queuedMessages != null && message.queuedMessages.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).doubles(message.queuedMessages);
                if (message.queuedBytes != null && message.queuedBytes.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).doubles(message.queuedBytes);
                if (message.receivedPerSecond != null && message.receivedPerSecond.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).doubles(message.receivedPerSecond);
                if (message.publishedPerSecond != null && message.publishedPerSecond.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).doubles(message.publishedPerSecond);
                if (message.deliveredPerSecond != null && message.deliveredPerSecond.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).doubles(message.deliveredPerSecond);
                if (message.droppedPerSecond != null && message.droppedPerSecond.length)
                    writer.uint32(/* id 11, wireType 2 =*/90).doubles(message.droppedPerSecond);
                if (message.busy != null && message.busy.length)
                    writer.uint32(/* id 12, wireType 2 =*/98).doubles(message.busy);
                if (message.memoryBytes != null && message.memoryBytes.length)
                    writer.uint32(/* id 13, wireType 2 =*/106).doubles(message.memoryBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetHistoryResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetHistoryResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetHistoryResponse & oortbus.v1.GetHistoryResponse.$Shape} GetHistoryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetHistoryResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.GetHistoryResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType === 2) {
                                if (!(message.atMs && message.atMs.length))
                                    message.atMs = [];
                                reader.doubles(message.atMs);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.atMs && message.atMs.length))
                                message.atMs = [];
                            message.atMs.push(reader.double());
                            continue;
                        }
                    case 3: {
                            if (wireType === 2) {
                                if (!(message.sessions && message.sessions.length))
                                    message.sessions = [];
                                reader.doubles(message.sessions);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push(reader.double());
                            continue;
                        }
                    case 4: {
                            if (wireType === 2) {
                                if (!(message.users && message.users.length))
                                    message.users = [];
                                reader.doubles(message.users);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push(reader.double());
                            continue;
                        }
                    case 5: {
                            if (wireType === 2) {
                                if (!(message.channels && message.channels.length))
                                    message.channels = [];
                                reader.doubles(message.channels);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.channels && message.channels.length))
                                message.channels = [];
                            message.channels.push(reader.double());
                            continue;
                        }
                    case 6: {
                            if (wireType === 2) {
                                if (!(message.queuedMessages && message.queuedMessages.length))
                                    message.queuedMessages = [];
                                reader.doubles(message.queuedMessages);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.queuedMessages && message.queuedMessages.length))
                                message.queuedMessages = [];
                            message.queuedMessages.push(reader.double());
                            continue;
                        }
                    case 7: {
                            if (wireType === 2) {
                                if (!(message.queuedBytes && message.queuedBytes.length))
                                    message.queuedBytes = [];
                                reader.doubles(message.queuedBytes);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.queuedBytes && message.queuedBytes.length))
                                message.queuedBytes = [];
                            message.queuedBytes.push(reader.double());
                            continue;
                        }
                    case 8: {
                            if (wireType === 2) {
                                if (!(message.receivedPerSecond && message.receivedPerSecond.length))
                                    message.receivedPerSecond = [];
                                reader.doubles(message.receivedPerSecond);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.receivedPerSecond && message.receivedPerSecond.length))
                                message.receivedPerSecond = [];
                            message.receivedPerSecond.push(reader.double());
                            continue;
                        }
                    case 9: {
                            if (wireType === 2) {
                                if (!(message.publishedPerSecond && message.publishedPerSecond.length))
                                    message.publishedPerSecond = [];
                                reader.doubles(message.publishedPerSecond);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.publishedPerSecond && message.publishedPerSecond.length))
                                message.publishedPerSecond = [];
                            message.publishedPerSecond.push(reader.double());
                            continue;
                        }
                    case 10: {
                            if (wireType === 2) {
                                if (!(message.deliveredPerSecond && message.deliveredPerSecond.length))
                                    message.deliveredPerSecond = [];
                                reader.doubles(message.deliveredPerSecond);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.deliveredPerSecond && message.deliveredPerSecond.length))
                                message.deliveredPerSecond = [];
                            message.deliveredPerSecond.push(reader.double());
                            continue;
                        }
                    case 11: {
                            if (wireType === 2) {
                                if (!(message.droppedPerSecond && message.droppedPerSecond.length))
                                    message.droppedPerSecond = [];
                                reader.doubles(message.droppedPerSecond);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.droppedPerSecond && message.droppedPerSecond.length))
                                message.droppedPerSecond = [];
                            message.droppedPerSecond.push(reader.double());
                            continue;
                        }
                    case 12: {
                            if (wireType === 2) {
                                if (!(message.busy && message.busy.length))
                                    message.busy = [];
                                reader.doubles(message.busy);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.busy && message.busy.length))
                                message.busy = [];
                            message.busy.push(reader.double());
                            continue;
                        }
                    case 13: {
                            if (wireType === 2) {
                                if (!(message.memoryBytes && message.memoryBytes.length))
                                    message.memoryBytes = [];
                                reader.doubles(message.memoryBytes);
                                continue;
                            }
                            if (wireType !== 1)
                                break;
                            if (!(message.memoryBytes && message.memoryBytes.length))
                                message.memoryBytes = [];
                            message.memoryBytes.push(reader.double());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GetHistoryResponse message.
             * @function verify
             * @memberof oortbus.v1.GetHistoryResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetHistoryResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs")) {
                    if (!$Array.isArray(message.atMs))
                        return "atMs: array expected";
                    for (let i = 0; i < message.atMs.length; ++i)
                        if (typeof message.atMs[i] !== "number")
                            return "atMs: number[] expected";
                }
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions")) {
                    if (!$Array.isArray(message.sessions))
                        return "sessions: array expected";
                    for (let i = 0; i < message.sessions.length; ++i)
                        if (typeof message.sessions[i] !== "number")
                            return "sessions: number[] expected";
                }
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i)
                        if (typeof message.users[i] !== "number")
                            return "users: number[] expected";
                }
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels")) {
                    if (!$Array.isArray(message.channels))
                        return "channels: array expected";
                    for (let i = 0; i < message.channels.length; ++i)
                        if (typeof message.channels[i] !== "number")
                            return "channels: number[] expected";
                }
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages")) {
                    if (!$Array.isArray(message.queuedMessages))
                        return "queuedMessages: array expected";
                    for (let i = 0; i < message.queuedMessages.length; ++i)
                        if (typeof message.queuedMessages[i] !== "number")
                            return "queuedMessages: number[] expected";
                }
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes")) {
                    if (!$Array.isArray(message.queuedBytes))
                        return "queuedBytes: array expected";
                    for (let i = 0; i < message.queuedBytes.length; ++i)
                        if (typeof message.queuedBytes[i] !== "number")
                            return "queuedBytes: number[] expected";
                }
                if (message.receivedPerSecond != null && $Object.hasOwnProperty.call(message, "receivedPerSecond")) {
                    if (!$Array.isArray(message.receivedPerSecond))
                        return "receivedPerSecond: array expected";
                    for (let i = 0; i < message.receivedPerSecond.length; ++i)
                        if (typeof message.receivedPerSecond[i] !== "number")
                            return "receivedPerSecond: number[] expected";
                }
                if (message.publishedPerSecond != null && $Object.hasOwnProperty.call(message, "publishedPerSecond")) {
                    if (!$Array.isArray(message.publishedPerSecond))
                        return "publishedPerSecond: array expected";
                    for (let i = 0; i < message.publishedPerSecond.length; ++i)
                        if (typeof message.publishedPerSecond[i] !== "number")
                            return "publishedPerSecond: number[] expected";
                }
                if (message.deliveredPerSecond != null && $Object.hasOwnProperty.call(message, "deliveredPerSecond")) {
                    if (!$Array.isArray(message.deliveredPerSecond))
                        return "deliveredPerSecond: array expected";
                    for (let i = 0; i < message.deliveredPerSecond.length; ++i)
                        if (typeof message.deliveredPerSecond[i] !== "number")
                            return "deliveredPerSecond: number[] expected";
                }
                if (message.droppedPerSecond != null && $Object.hasOwnProperty.call(message, "droppedPerSecond")) {
                    if (!$Array.isArray(message.droppedPerSecond))
                        return "droppedPerSecond: array expected";
                    for (let i = 0; i < message.droppedPerSecond.length; ++i)
                        if (typeof message.droppedPerSecond[i] !== "number")
                            return "droppedPerSecond: number[] expected";
                }
                if (message.busy != null && $Object.hasOwnProperty.call(message, "busy")) {
                    if (!$Array.isArray(message.busy))
                        return "busy: array expected";
                    for (let i = 0; i < message.busy.length; ++i)
                        if (typeof message.busy[i] !== "number")
                            return "busy: number[] expected";
                }
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes")) {
                    if (!$Array.isArray(message.memoryBytes))
                        return "memoryBytes: array expected";
                    for (let i = 0; i < message.memoryBytes.length; ++i)
                        if (typeof message.memoryBytes[i] !== "number")
                            return "memoryBytes: number[] expected";
                }
                return null;
            };

            return GetHistoryResponse;
        })();

        v1.ListSessionsRequest = (function() {

            /**
             * Properties of a ListSessionsRequest.
             * @typedef {Object} oortbus.v1.ListSessionsRequest.$Properties
             * @property {string|null} [node] ListSessionsRequest node
             * @property {string|null} [user] ListSessionsRequest user
             * @property {string|null} [transport] ListSessionsRequest transport
             * @property {string|null} [order] ListSessionsRequest order
             * @property {number|null} [pageSize] ListSessionsRequest pageSize
             * @property {string|null} [pageToken] ListSessionsRequest pageToken
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListSessionsRequest.
             * @memberof oortbus.v1
             * @interface IListSessionsRequest
             * @augments oortbus.v1.ListSessionsRequest.$Properties
             * @deprecated Use oortbus.v1.ListSessionsRequest.$Properties instead.
             */

            /**
             * Shape of a ListSessionsRequest.
             * @typedef {oortbus.v1.ListSessionsRequest.$Properties} oortbus.v1.ListSessionsRequest.$Shape
             */

            /**
             * Constructs a new ListSessionsRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a ListSessionsRequest.
             * @constructor
             * @param {oortbus.v1.ListSessionsRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListSessionsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListSessionsRequest node.
             * @member {string} node
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.node = "";

            /**
             * ListSessionsRequest user.
             * @member {string} user
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.user = "";

            /**
             * ListSessionsRequest transport.
             * @member {string} transport
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.transport = "";

            /**
             * ListSessionsRequest order.
             * @member {string} order
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.order = "";

            /**
             * ListSessionsRequest pageSize.
             * @member {number} pageSize
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.pageSize = 0;

            /**
             * ListSessionsRequest pageToken.
             * @member {string} pageToken
             * @memberof oortbus.v1.ListSessionsRequest
             * @instance
             */
            ListSessionsRequest.prototype.pageToken = "";

            /**
             * Creates a new ListSessionsRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ListSessionsRequest
             * @static
             * @param {oortbus.v1.ListSessionsRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ListSessionsRequest} ListSessionsRequest instance
             * @type {{
             *   (properties: oortbus.v1.ListSessionsRequest.$Shape): oortbus.v1.ListSessionsRequest & oortbus.v1.ListSessionsRequest.$Shape;
             *   (properties?: oortbus.v1.ListSessionsRequest.$Properties): oortbus.v1.ListSessionsRequest;
             * }}
             */
            ListSessionsRequest.create = function(properties) {
                return new ListSessionsRequest(properties);
            };

            /**
             * Encodes the specified ListSessionsRequest message. Does not implicitly {@link oortbus.v1.ListSessionsRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ListSessionsRequest
             * @static
             * @param {oortbus.v1.ListSessionsRequest.$Properties} message ListSessionsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListSessionsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.user);
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.transport);
                if (message.order != null && $Object.hasOwnProperty.call(message, "order") && message.order !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.order);
                if (message.pageSize != null && $Object.hasOwnProperty.call(message, "pageSize") && message.pageSize !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.pageSize);
                if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken") && message.pageToken !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.pageToken);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListSessionsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ListSessionsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ListSessionsRequest & oortbus.v1.ListSessionsRequest.$Shape} ListSessionsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListSessionsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.ListSessionsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.user = value;
                            else
                                delete message.user;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.order = value;
                            else
                                delete message.order;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pageSize = value;
                            else
                                delete message.pageSize;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.pageToken = value;
                            else
                                delete message.pageToken;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ListSessionsRequest message.
             * @function verify
             * @memberof oortbus.v1.ListSessionsRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ListSessionsRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport"))
                    if (!$util.isString(message.transport))
                        return "transport: string expected";
                if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                    if (!$util.isString(message.order))
                        return "order: string expected";
                if (message.pageSize != null && $Object.hasOwnProperty.call(message, "pageSize"))
                    if (!$util.isInteger(message.pageSize))
                        return "pageSize: integer expected";
                if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken"))
                    if (!$util.isString(message.pageToken))
                        return "pageToken: string expected";
                return null;
            };

            return ListSessionsRequest;
        })();

        v1.ListSessionsResponse = (function() {

            /**
             * Properties of a ListSessionsResponse.
             * @typedef {Object} oortbus.v1.ListSessionsResponse.$Properties
             * @property {Array.<oortbus.v1.ClientSession.$Properties>|null} [sessions] ListSessionsResponse sessions
             * @property {number|null} [total] ListSessionsResponse total
             * @property {string|null} [nextPageToken] ListSessionsResponse nextPageToken
             * @property {Array.<string>|null} [unansweredNodes] ListSessionsResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] ListSessionsResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListSessionsResponse.
             * @memberof oortbus.v1
             * @interface IListSessionsResponse
             * @augments oortbus.v1.ListSessionsResponse.$Properties
             * @deprecated Use oortbus.v1.ListSessionsResponse.$Properties instead.
             */

            /**
             * Shape of a ListSessionsResponse.
             * @typedef {oortbus.v1.ListSessionsResponse.$Properties} oortbus.v1.ListSessionsResponse.$Shape
             */

            /**
             * Constructs a new ListSessionsResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a ListSessionsResponse.
             * @constructor
             * @param {oortbus.v1.ListSessionsResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListSessionsResponse = function (properties) {
                this.sessions = [];
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListSessionsResponse sessions.
             * @member {Array.<oortbus.v1.ClientSession.$Properties>} sessions
             * @memberof oortbus.v1.ListSessionsResponse
             * @instance
             */
            ListSessionsResponse.prototype.sessions = $util.emptyArray;

            /**
             * ListSessionsResponse total.
             * @member {number} total
             * @memberof oortbus.v1.ListSessionsResponse
             * @instance
             */
            ListSessionsResponse.prototype.total = 0;

            /**
             * ListSessionsResponse nextPageToken.
             * @member {string} nextPageToken
             * @memberof oortbus.v1.ListSessionsResponse
             * @instance
             */
            ListSessionsResponse.prototype.nextPageToken = "";

            /**
             * ListSessionsResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.ListSessionsResponse
             * @instance
             */
            ListSessionsResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * ListSessionsResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.ListSessionsResponse
             * @instance
             */
            ListSessionsResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new ListSessionsResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ListSessionsResponse
             * @static
             * @param {oortbus.v1.ListSessionsResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ListSessionsResponse} ListSessionsResponse instance
             * @type {{
             *   (properties: oortbus.v1.ListSessionsResponse.$Shape): oortbus.v1.ListSessionsResponse & oortbus.v1.ListSessionsResponse.$Shape;
             *   (properties?: oortbus.v1.ListSessionsResponse.$Properties): oortbus.v1.ListSessionsResponse;
             * }}
             */
            ListSessionsResponse.create = function(properties) {
                return new ListSessionsResponse(properties);
            };

            /**
             * Encodes the specified ListSessionsResponse message. Does not implicitly {@link oortbus.v1.ListSessionsResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ListSessionsResponse
             * @static
             * @param {oortbus.v1.ListSessionsResponse.$Properties} message ListSessionsResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListSessionsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessions != null && message.sessions.length)
                    for (let i = 0; i < message.sessions.length; ++i)
                        $root.oortbus.v1.ClientSession.encode(message.sessions[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.total);
                if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken") && message.nextPageToken !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.nextPageToken);
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.unansweredNodes[i]);
                if (message.unknownNodes != null && message.unknownNodes.length)
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.unknownNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListSessionsResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ListSessionsResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ListSessionsResponse & oortbus.v1.ListSessionsResponse.$Shape} ListSessionsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListSessionsResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.ListSessionsResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push($root.oortbus.v1.ClientSession.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.total = value;
                            else
                                delete message.total;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nextPageToken = value;
                            else
                                delete message.nextPageToken;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unansweredNodes && message.unansweredNodes.length))
                                message.unansweredNodes = [];
                            message.unansweredNodes.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknownNodes && message.unknownNodes.length))
                                message.unknownNodes = [];
                            message.unknownNodes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ListSessionsResponse message.
             * @function verify
             * @memberof oortbus.v1.ListSessionsResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ListSessionsResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions")) {
                    if (!$Array.isArray(message.sessions))
                        return "sessions: array expected";
                    for (let i = 0; i < message.sessions.length; ++i) {
                        let error = $root.oortbus.v1.ClientSession.verify(message.sessions[i], _depth + 1);
                        if (error)
                            return "sessions." + error;
                    }
                }
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (!$util.isInteger(message.total))
                        return "total: integer expected";
                if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken"))
                    if (!$util.isString(message.nextPageToken))
                        return "nextPageToken: string expected";
                if (message.unansweredNodes != null && $Object.hasOwnProperty.call(message, "unansweredNodes")) {
                    if (!$Array.isArray(message.unansweredNodes))
                        return "unansweredNodes: array expected";
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        if (!$util.isString(message.unansweredNodes[i]))
                            return "unansweredNodes: string[] expected";
                }
                if (message.unknownNodes != null && $Object.hasOwnProperty.call(message, "unknownNodes")) {
                    if (!$Array.isArray(message.unknownNodes))
                        return "unknownNodes: array expected";
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        if (!$util.isString(message.unknownNodes[i]))
                            return "unknownNodes: string[] expected";
                }
                return null;
            };

            return ListSessionsResponse;
        })();

        v1.ClientSession = (function() {

            /**
             * Properties of a ClientSession.
             * @typedef {Object} oortbus.v1.ClientSession.$Properties
             * @property {string|null} [node] ClientSession node
             * @property {string|null} [session] ClientSession session
             * @property {Array.<string>|null} [users] ClientSession users
             * @property {string|null} [transport] ClientSession transport
             * @property {number|null} [sinceMs] ClientSession sinceMs
             * @property {string|null} [remoteAddress] ClientSession remoteAddress
             * @property {number|null} [queuedMessages] ClientSession queuedMessages
             * @property {number|null} [queuedBytes] ClientSession queuedBytes
             * @property {number|null} [subscriptions] ClientSession subscriptions
             * @property {number|null} [dropped] ClientSession dropped
             * @property {boolean|null} [isReachable] ClientSession isReachable
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClientSession.
             * @memberof oortbus.v1
             * @interface IClientSession
             * @augments oortbus.v1.ClientSession.$Properties
             * @deprecated Use oortbus.v1.ClientSession.$Properties instead.
             */

            /**
             * Shape of a ClientSession.
             * @typedef {oortbus.v1.ClientSession.$Properties} oortbus.v1.ClientSession.$Shape
             */

            /**
             * Constructs a new ClientSession.
             * @memberof oortbus.v1
             * @classdesc Represents a ClientSession.
             * @constructor
             * @param {oortbus.v1.ClientSession.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClientSession = function (properties) {
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClientSession node.
             * @member {string} node
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.node = "";

            /**
             * ClientSession session.
             * @member {string} session
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.session = "";

            /**
             * ClientSession users.
             * @member {Array.<string>} users
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.users = $util.emptyArray;

            /**
             * ClientSession transport.
             * @member {string} transport
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.transport = "";

            /**
             * ClientSession sinceMs.
             * @member {number} sinceMs
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.sinceMs = 0;

            /**
             * ClientSession remoteAddress.
             * @member {string} remoteAddress
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.remoteAddress = "";

            /**
             * ClientSession queuedMessages.
             * @member {number} queuedMessages
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.queuedMessages = 0;

            /**
             * ClientSession queuedBytes.
             * @member {number} queuedBytes
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.queuedBytes = 0;

            /**
             * ClientSession subscriptions.
             * @member {number} subscriptions
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.subscriptions = 0;

            /**
             * ClientSession dropped.
             * @member {number} dropped
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.dropped = 0;

            /**
             * ClientSession isReachable.
             * @member {boolean} isReachable
             * @memberof oortbus.v1.ClientSession
             * @instance
             */
            ClientSession.prototype.isReachable = false;

            /**
             * Creates a new ClientSession instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ClientSession
             * @static
             * @param {oortbus.v1.ClientSession.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ClientSession} ClientSession instance
             * @type {{
             *   (properties: oortbus.v1.ClientSession.$Shape): oortbus.v1.ClientSession & oortbus.v1.ClientSession.$Shape;
             *   (properties?: oortbus.v1.ClientSession.$Properties): oortbus.v1.ClientSession;
             * }}
             */
            ClientSession.create = function(properties) {
                return new ClientSession(properties);
            };

            /**
             * Encodes the specified ClientSession message. Does not implicitly {@link oortbus.v1.ClientSession.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ClientSession
             * @static
             * @param {oortbus.v1.ClientSession.$Properties} message ClientSession message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClientSession.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.session);
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.users[i]);
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.transport);
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && !$Object.is(message.sinceMs, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.sinceMs);
                if (message.remoteAddress != null && $Object.hasOwnProperty.call(message, "remoteAddress") && message.remoteAddress !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.remoteAddress);
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages") && message.queuedMessages !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.queuedMessages);
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes") && message.queuedBytes !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.queuedBytes);
                if (message.subscriptions != null && $Object.hasOwnProperty.call(message, "subscriptions") && message.subscriptions !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.subscriptions);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && message.dropped !== 0)
                    writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.dropped);
                if (message.isReachable != null && $Object.hasOwnProperty.call(message, "isReachable") && message.isReachable !== false)
                    writer.uint32(/* id 11, wireType 0 =*/88).bool(message.isReachable);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClientSession message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ClientSession
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ClientSession & oortbus.v1.ClientSession.$Shape} ClientSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClientSession.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.ClientSession();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.sinceMs = value;
                            else
                                delete message.sinceMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.remoteAddress = value;
                            else
                                delete message.remoteAddress;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.queuedMessages = value;
                            else
                                delete message.queuedMessages;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.queuedBytes = value;
                            else
                                delete message.queuedBytes;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.subscriptions = value;
                            else
                                delete message.subscriptions;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.isReachable = value;
                            else
                                delete message.isReachable;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a ClientSession message.
             * @function verify
             * @memberof oortbus.v1.ClientSession
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ClientSession.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    if (!$util.isString(message.session))
                        return "session: string expected";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i)
                        if (!$util.isString(message.users[i]))
                            return "users: string[] expected";
                }
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport"))
                    if (!$util.isString(message.transport))
                        return "transport: string expected";
                if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs"))
                    if (typeof message.sinceMs !== "number")
                        return "sinceMs: number expected";
                if (message.remoteAddress != null && $Object.hasOwnProperty.call(message, "remoteAddress"))
                    if (!$util.isString(message.remoteAddress))
                        return "remoteAddress: string expected";
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages"))
                    if (!$util.isInteger(message.queuedMessages))
                        return "queuedMessages: integer expected";
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes"))
                    if (!$util.isInteger(message.queuedBytes))
                        return "queuedBytes: integer expected";
                if (message.subscriptions != null && $Object.hasOwnProperty.call(message, "subscriptions"))
                    if (!$util.isInteger(message.subscriptions))
                        return "subscriptions: integer expected";
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (!$util.isInteger(message.dropped))
                        return "dropped: integer expected";
                if (message.isReachable != null && $Object.hasOwnProperty.call(message, "isReachable"))
                    if (typeof message.isReachable !== "boolean")
                        return "isReachable: boolean expected";
                return null;
            };

            return ClientSession;
        })();

        v1.TraceMessageRequest = (function() {

            /**
             * Properties of a TraceMessageRequest.
             * @typedef {Object} oortbus.v1.TraceMessageRequest.$Properties
             * @property {string|null} [user] TraceMessageRequest user
             * @property {string|null} [channel] TraceMessageRequest channel
             * @property {Uint8Array|null} [data] TraceMessageRequest data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TraceMessageRequest.
             * @memberof oortbus.v1
             * @interface ITraceMessageRequest
             * @augments oortbus.v1.TraceMessageRequest.$Properties
             * @deprecated Use oortbus.v1.TraceMessageRequest.$Properties instead.
             */

            /**
             * Shape of a TraceMessageRequest.
             * @typedef {oortbus.v1.TraceMessageRequest.$Properties} oortbus.v1.TraceMessageRequest.$Shape
             */

            /**
             * Constructs a new TraceMessageRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a TraceMessageRequest.
             * @constructor
             * @param {oortbus.v1.TraceMessageRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TraceMessageRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TraceMessageRequest user.
             * @member {string} user
             * @memberof oortbus.v1.TraceMessageRequest
             * @instance
             */
            TraceMessageRequest.prototype.user = "";

            /**
             * TraceMessageRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.TraceMessageRequest
             * @instance
             */
            TraceMessageRequest.prototype.channel = "";

            /**
             * TraceMessageRequest data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.TraceMessageRequest
             * @instance
             */
            TraceMessageRequest.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new TraceMessageRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.TraceMessageRequest
             * @static
             * @param {oortbus.v1.TraceMessageRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.TraceMessageRequest} TraceMessageRequest instance
             * @type {{
             *   (properties: oortbus.v1.TraceMessageRequest.$Shape): oortbus.v1.TraceMessageRequest & oortbus.v1.TraceMessageRequest.$Shape;
             *   (properties?: oortbus.v1.TraceMessageRequest.$Properties): oortbus.v1.TraceMessageRequest;
             * }}
             */
            TraceMessageRequest.create = function(properties) {
                return new TraceMessageRequest(properties);
            };

            /**
             * Encodes the specified TraceMessageRequest message. Does not implicitly {@link oortbus.v1.TraceMessageRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.TraceMessageRequest
             * @static
             * @param {oortbus.v1.TraceMessageRequest.$Properties} message TraceMessageRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TraceMessageRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TraceMessageRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.TraceMessageRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceMessageRequest & oortbus.v1.TraceMessageRequest.$Shape} TraceMessageRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TraceMessageRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.TraceMessageRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.user = value;
                            else
                                delete message.user;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TraceMessageRequest message.
             * @function verify
             * @memberof oortbus.v1.TraceMessageRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TraceMessageRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                        return "data: buffer expected";
                return null;
            };

            return TraceMessageRequest;
        })();

        v1.TraceMessageResponse = (function() {

            /**
             * Properties of a TraceMessageResponse.
             * @typedef {Object} oortbus.v1.TraceMessageResponse.$Properties
             * @property {Array.<oortbus.v1.TraceStep.$Properties>|null} [steps] TraceMessageResponse steps
             * @property {number|null} [delivered] TraceMessageResponse delivered
             * @property {number|null} [stored] TraceMessageResponse stored
             * @property {Array.<string>|null} [unansweredNodes] TraceMessageResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] TraceMessageResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TraceMessageResponse.
             * @memberof oortbus.v1
             * @interface ITraceMessageResponse
             * @augments oortbus.v1.TraceMessageResponse.$Properties
             * @deprecated Use oortbus.v1.TraceMessageResponse.$Properties instead.
             */

            /**
             * Shape of a TraceMessageResponse.
             * @typedef {oortbus.v1.TraceMessageResponse.$Properties} oortbus.v1.TraceMessageResponse.$Shape
             */

            /**
             * Constructs a new TraceMessageResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a TraceMessageResponse.
             * @constructor
             * @param {oortbus.v1.TraceMessageResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TraceMessageResponse = function (properties) {
                this.steps = [];
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TraceMessageResponse steps.
             * @member {Array.<oortbus.v1.TraceStep.$Properties>} steps
             * @memberof oortbus.v1.TraceMessageResponse
             * @instance
             */
            TraceMessageResponse.prototype.steps = $util.emptyArray;

            /**
             * TraceMessageResponse delivered.
             * @member {number} delivered
             * @memberof oortbus.v1.TraceMessageResponse
             * @instance
             */
            TraceMessageResponse.prototype.delivered = 0;

            /**
             * TraceMessageResponse stored.
             * @member {number} stored
             * @memberof oortbus.v1.TraceMessageResponse
             * @instance
             */
            TraceMessageResponse.prototype.stored = 0;

            /**
             * TraceMessageResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.TraceMessageResponse
             * @instance
             */
            TraceMessageResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * TraceMessageResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.TraceMessageResponse
             * @instance
             */
            TraceMessageResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new TraceMessageResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.TraceMessageResponse
             * @static
             * @param {oortbus.v1.TraceMessageResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.TraceMessageResponse} TraceMessageResponse instance
             * @type {{
             *   (properties: oortbus.v1.TraceMessageResponse.$Shape): oortbus.v1.TraceMessageResponse & oortbus.v1.TraceMessageResponse.$Shape;
             *   (properties?: oortbus.v1.TraceMessageResponse.$Properties): oortbus.v1.TraceMessageResponse;
             * }}
             */
            TraceMessageResponse.create = function(properties) {
                return new TraceMessageResponse(properties);
            };

            /**
             * Encodes the specified TraceMessageResponse message. Does not implicitly {@link oortbus.v1.TraceMessageResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.TraceMessageResponse
             * @static
             * @param {oortbus.v1.TraceMessageResponse.$Properties} message TraceMessageResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TraceMessageResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.steps != null && message.steps.length)
                    for (let i = 0; i < message.steps.length; ++i)
                        $root.oortbus.v1.TraceStep.encode(message.steps[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered") && message.delivered !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.delivered);
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored") && message.stored !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.stored);
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.unansweredNodes[i]);
                if (message.unknownNodes != null && message.unknownNodes.length)
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.unknownNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TraceMessageResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.TraceMessageResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceMessageResponse & oortbus.v1.TraceMessageResponse.$Shape} TraceMessageResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TraceMessageResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.TraceMessageResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push($root.oortbus.v1.TraceStep.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.delivered = value;
                            else
                                delete message.delivered;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stored = value;
                            else
                                delete message.stored;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unansweredNodes && message.unansweredNodes.length))
                                message.unansweredNodes = [];
                            message.unansweredNodes.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknownNodes && message.unknownNodes.length))
                                message.unknownNodes = [];
                            message.unknownNodes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TraceMessageResponse message.
             * @function verify
             * @memberof oortbus.v1.TraceMessageResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TraceMessageResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps")) {
                    if (!$Array.isArray(message.steps))
                        return "steps: array expected";
                    for (let i = 0; i < message.steps.length; ++i) {
                        let error = $root.oortbus.v1.TraceStep.verify(message.steps[i], _depth + 1);
                        if (error)
                            return "steps." + error;
                    }
                }
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered"))
                    if (!$util.isInteger(message.delivered))
                        return "delivered: integer expected";
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored"))
                    if (!$util.isInteger(message.stored))
                        return "stored: integer expected";
                if (message.unansweredNodes != null && $Object.hasOwnProperty.call(message, "unansweredNodes")) {
                    if (!$Array.isArray(message.unansweredNodes))
                        return "unansweredNodes: array expected";
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        if (!$util.isString(message.unansweredNodes[i]))
                            return "unansweredNodes: string[] expected";
                }
                if (message.unknownNodes != null && $Object.hasOwnProperty.call(message, "unknownNodes")) {
                    if (!$Array.isArray(message.unknownNodes))
                        return "unknownNodes: array expected";
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        if (!$util.isString(message.unknownNodes[i]))
                            return "unknownNodes: string[] expected";
                }
                return null;
            };

            return TraceMessageResponse;
        })();

        v1.TraceStep = (function() {

            /**
             * Properties of a TraceStep.
             * @typedef {Object} oortbus.v1.TraceStep.$Properties
             * @property {string|null} [node] TraceStep node
             * @property {string|null} [step] TraceStep step
             * @property {number|null} [atMs] TraceStep atMs
             * @property {number|null} [uncertaintyMs] TraceStep uncertaintyMs
             * @property {string|null} [session] TraceStep session
             * @property {string|null} [transport] TraceStep transport
             * @property {string|null} [detail] TraceStep detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TraceStep.
             * @memberof oortbus.v1
             * @interface ITraceStep
             * @augments oortbus.v1.TraceStep.$Properties
             * @deprecated Use oortbus.v1.TraceStep.$Properties instead.
             */

            /**
             * Shape of a TraceStep.
             * @typedef {oortbus.v1.TraceStep.$Properties} oortbus.v1.TraceStep.$Shape
             */

            /**
             * Constructs a new TraceStep.
             * @memberof oortbus.v1
             * @classdesc Represents a TraceStep.
             * @constructor
             * @param {oortbus.v1.TraceStep.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TraceStep = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TraceStep node.
             * @member {string} node
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.node = "";

            /**
             * TraceStep step.
             * @member {string} step
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.step = "";

            /**
             * TraceStep atMs.
             * @member {number} atMs
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.atMs = 0;

            /**
             * TraceStep uncertaintyMs.
             * @member {number} uncertaintyMs
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.uncertaintyMs = 0;

            /**
             * TraceStep session.
             * @member {string} session
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.session = "";

            /**
             * TraceStep transport.
             * @member {string} transport
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.transport = "";

            /**
             * TraceStep detail.
             * @member {string} detail
             * @memberof oortbus.v1.TraceStep
             * @instance
             */
            TraceStep.prototype.detail = "";

            /**
             * Creates a new TraceStep instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.TraceStep
             * @static
             * @param {oortbus.v1.TraceStep.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.TraceStep} TraceStep instance
             * @type {{
             *   (properties: oortbus.v1.TraceStep.$Shape): oortbus.v1.TraceStep & oortbus.v1.TraceStep.$Shape;
             *   (properties?: oortbus.v1.TraceStep.$Properties): oortbus.v1.TraceStep;
             * }}
             */
            TraceStep.create = function(properties) {
                return new TraceStep(properties);
            };

            /**
             * Encodes the specified TraceStep message. Does not implicitly {@link oortbus.v1.TraceStep.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.TraceStep
             * @static
             * @param {oortbus.v1.TraceStep.$Properties} message TraceStep message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TraceStep.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.step);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && !$Object.is(message.atMs, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.atMs);
                if (message.uncertaintyMs != null && $Object.hasOwnProperty.call(message, "uncertaintyMs") && !$Object.is(message.uncertaintyMs, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.uncertaintyMs);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.session);
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.transport);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TraceStep message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.TraceStep
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.TraceStep & oortbus.v1.TraceStep.$Shape} TraceStep
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TraceStep.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.TraceStep();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.step = value;
                            else
                                delete message.step;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.uncertaintyMs = value;
                            else
                                delete message.uncertaintyMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a TraceStep message.
             * @function verify
             * @memberof oortbus.v1.TraceStep
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TraceStep.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    if (!$util.isString(message.step))
                        return "step: string expected";
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    if (typeof message.atMs !== "number")
                        return "atMs: number expected";
                if (message.uncertaintyMs != null && $Object.hasOwnProperty.call(message, "uncertaintyMs"))
                    if (typeof message.uncertaintyMs !== "number")
                        return "uncertaintyMs: number expected";
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    if (!$util.isString(message.session))
                        return "session: string expected";
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport"))
                    if (!$util.isString(message.transport))
                        return "transport: string expected";
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    if (!$util.isString(message.detail))
                        return "detail: string expected";
                return null;
            };

            return TraceStep;
        })();

        v1.ExplainDeliveryRequest = (function() {

            /**
             * Properties of an ExplainDeliveryRequest.
             * @typedef {Object} oortbus.v1.ExplainDeliveryRequest.$Properties
             * @property {string|null} [user] ExplainDeliveryRequest user
             * @property {string|null} [channel] ExplainDeliveryRequest channel
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ExplainDeliveryRequest.
             * @memberof oortbus.v1
             * @interface IExplainDeliveryRequest
             * @augments oortbus.v1.ExplainDeliveryRequest.$Properties
             * @deprecated Use oortbus.v1.ExplainDeliveryRequest.$Properties instead.
             */

            /**
             * Shape of an ExplainDeliveryRequest.
             * @typedef {oortbus.v1.ExplainDeliveryRequest.$Properties} oortbus.v1.ExplainDeliveryRequest.$Shape
             */

            /**
             * Constructs a new ExplainDeliveryRequest.
             * @memberof oortbus.v1
             * @classdesc Represents an ExplainDeliveryRequest.
             * @constructor
             * @param {oortbus.v1.ExplainDeliveryRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ExplainDeliveryRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ExplainDeliveryRequest user.
             * @member {string} user
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @instance
             */
            ExplainDeliveryRequest.prototype.user = "";

            /**
             * ExplainDeliveryRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @instance
             */
            ExplainDeliveryRequest.prototype.channel = "";

            /**
             * Creates a new ExplainDeliveryRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @static
             * @param {oortbus.v1.ExplainDeliveryRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ExplainDeliveryRequest} ExplainDeliveryRequest instance
             * @type {{
             *   (properties: oortbus.v1.ExplainDeliveryRequest.$Shape): oortbus.v1.ExplainDeliveryRequest & oortbus.v1.ExplainDeliveryRequest.$Shape;
             *   (properties?: oortbus.v1.ExplainDeliveryRequest.$Properties): oortbus.v1.ExplainDeliveryRequest;
             * }}
             */
            ExplainDeliveryRequest.create = function(properties) {
                return new ExplainDeliveryRequest(properties);
            };

            /**
             * Encodes the specified ExplainDeliveryRequest message. Does not implicitly {@link oortbus.v1.ExplainDeliveryRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @static
             * @param {oortbus.v1.ExplainDeliveryRequest.$Properties} message ExplainDeliveryRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ExplainDeliveryRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ExplainDeliveryRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ExplainDeliveryRequest & oortbus.v1.ExplainDeliveryRequest.$Shape} ExplainDeliveryRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ExplainDeliveryRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.ExplainDeliveryRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.user = value;
                            else
                                delete message.user;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an ExplainDeliveryRequest message.
             * @function verify
             * @memberof oortbus.v1.ExplainDeliveryRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ExplainDeliveryRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                return null;
            };

            return ExplainDeliveryRequest;
        })();

        v1.ExplainDeliveryResponse = (function() {

            /**
             * Properties of an ExplainDeliveryResponse.
             * @typedef {Object} oortbus.v1.ExplainDeliveryResponse.$Properties
             * @property {Array.<oortbus.v1.Finding.$Properties>|null} [findings] ExplainDeliveryResponse findings
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an ExplainDeliveryResponse.
             * @memberof oortbus.v1
             * @interface IExplainDeliveryResponse
             * @augments oortbus.v1.ExplainDeliveryResponse.$Properties
             * @deprecated Use oortbus.v1.ExplainDeliveryResponse.$Properties instead.
             */

            /**
             * Shape of an ExplainDeliveryResponse.
             * @typedef {oortbus.v1.ExplainDeliveryResponse.$Properties} oortbus.v1.ExplainDeliveryResponse.$Shape
             */

            /**
             * Constructs a new ExplainDeliveryResponse.
             * @memberof oortbus.v1
             * @classdesc Represents an ExplainDeliveryResponse.
             * @constructor
             * @param {oortbus.v1.ExplainDeliveryResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ExplainDeliveryResponse = function (properties) {
                this.findings = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ExplainDeliveryResponse findings.
             * @member {Array.<oortbus.v1.Finding.$Properties>} findings
             * @memberof oortbus.v1.ExplainDeliveryResponse
             * @instance
             */
            ExplainDeliveryResponse.prototype.findings = $util.emptyArray;

            /**
             * Creates a new ExplainDeliveryResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ExplainDeliveryResponse
             * @static
             * @param {oortbus.v1.ExplainDeliveryResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ExplainDeliveryResponse} ExplainDeliveryResponse instance
             * @type {{
             *   (properties: oortbus.v1.ExplainDeliveryResponse.$Shape): oortbus.v1.ExplainDeliveryResponse & oortbus.v1.ExplainDeliveryResponse.$Shape;
             *   (properties?: oortbus.v1.ExplainDeliveryResponse.$Properties): oortbus.v1.ExplainDeliveryResponse;
             * }}
             */
            ExplainDeliveryResponse.create = function(properties) {
                return new ExplainDeliveryResponse(properties);
            };

            /**
             * Encodes the specified ExplainDeliveryResponse message. Does not implicitly {@link oortbus.v1.ExplainDeliveryResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ExplainDeliveryResponse
             * @static
             * @param {oortbus.v1.ExplainDeliveryResponse.$Properties} message ExplainDeliveryResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ExplainDeliveryResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.findings != null && message.findings.length)
                    for (let i = 0; i < message.findings.length; ++i)
                        $root.oortbus.v1.Finding.encode(message.findings[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an ExplainDeliveryResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ExplainDeliveryResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ExplainDeliveryResponse & oortbus.v1.ExplainDeliveryResponse.$Shape} ExplainDeliveryResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ExplainDeliveryResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.ExplainDeliveryResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.findings && message.findings.length))
                                message.findings = [];
                            message.findings.push($root.oortbus.v1.Finding.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an ExplainDeliveryResponse message.
             * @function verify
             * @memberof oortbus.v1.ExplainDeliveryResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ExplainDeliveryResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.findings != null && $Object.hasOwnProperty.call(message, "findings")) {
                    if (!$Array.isArray(message.findings))
                        return "findings: array expected";
                    for (let i = 0; i < message.findings.length; ++i) {
                        let error = $root.oortbus.v1.Finding.verify(message.findings[i], _depth + 1);
                        if (error)
                            return "findings." + error;
                    }
                }
                return null;
            };

            return ExplainDeliveryResponse;
        })();

        v1.Finding = (function() {

            /**
             * Properties of a Finding.
             * @typedef {Object} oortbus.v1.Finding.$Properties
             * @property {string|null} [topic] Finding topic
             * @property {string|null} [verdict] Finding verdict
             * @property {string|null} [text] Finding text
             * @property {string|null} [node] Finding node
             * @property {string|null} [session] Finding session
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Finding.
             * @memberof oortbus.v1
             * @interface IFinding
             * @augments oortbus.v1.Finding.$Properties
             * @deprecated Use oortbus.v1.Finding.$Properties instead.
             */

            /**
             * Shape of a Finding.
             * @typedef {oortbus.v1.Finding.$Properties} oortbus.v1.Finding.$Shape
             */

            /**
             * Constructs a new Finding.
             * @memberof oortbus.v1
             * @classdesc Represents a Finding.
             * @constructor
             * @param {oortbus.v1.Finding.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Finding = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Finding topic.
             * @member {string} topic
             * @memberof oortbus.v1.Finding
             * @instance
             */
            Finding.prototype.topic = "";

            /**
             * Finding verdict.
             * @member {string} verdict
             * @memberof oortbus.v1.Finding
             * @instance
             */
            Finding.prototype.verdict = "";

            /**
             * Finding text.
             * @member {string} text
             * @memberof oortbus.v1.Finding
             * @instance
             */
            Finding.prototype.text = "";

            /**
             * Finding node.
             * @member {string} node
             * @memberof oortbus.v1.Finding
             * @instance
             */
            Finding.prototype.node = "";

            /**
             * Finding session.
             * @member {string} session
             * @memberof oortbus.v1.Finding
             * @instance
             */
            Finding.prototype.session = "";

            /**
             * Creates a new Finding instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Finding
             * @static
             * @param {oortbus.v1.Finding.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Finding} Finding instance
             * @type {{
             *   (properties: oortbus.v1.Finding.$Shape): oortbus.v1.Finding & oortbus.v1.Finding.$Shape;
             *   (properties?: oortbus.v1.Finding.$Properties): oortbus.v1.Finding;
             * }}
             */
            Finding.create = function(properties) {
                return new Finding(properties);
            };

            /**
             * Encodes the specified Finding message. Does not implicitly {@link oortbus.v1.Finding.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Finding
             * @static
             * @param {oortbus.v1.Finding.$Properties} message Finding message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Finding.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict") && message.verdict !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.verdict);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.node);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.session);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Finding message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Finding
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Finding & oortbus.v1.Finding.$Shape} Finding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Finding.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.Finding();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.topic = value;
                            else
                                delete message.topic;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.verdict = value;
                            else
                                delete message.verdict;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.text = value;
                            else
                                delete message.text;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Finding message.
             * @function verify
             * @memberof oortbus.v1.Finding
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Finding.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.topic != null && $Object.hasOwnProperty.call(message, "topic"))
                    if (!$util.isString(message.topic))
                        return "topic: string expected";
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    if (!$util.isString(message.verdict))
                        return "verdict: string expected";
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    if (!$util.isString(message.text))
                        return "text: string expected";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    if (!$util.isString(message.session))
                        return "session: string expected";
                return null;
            };

            return Finding;
        })();

        v1.EndSessionRequest = (function() {

            /**
             * Properties of an EndSessionRequest.
             * @typedef {Object} oortbus.v1.EndSessionRequest.$Properties
             * @property {string|null} [node] EndSessionRequest node
             * @property {string|null} [session] EndSessionRequest session
             * @property {string|null} [reason] EndSessionRequest reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EndSessionRequest.
             * @memberof oortbus.v1
             * @interface IEndSessionRequest
             * @augments oortbus.v1.EndSessionRequest.$Properties
             * @deprecated Use oortbus.v1.EndSessionRequest.$Properties instead.
             */

            /**
             * Shape of an EndSessionRequest.
             * @typedef {oortbus.v1.EndSessionRequest.$Properties} oortbus.v1.EndSessionRequest.$Shape
             */

            /**
             * Constructs a new EndSessionRequest.
             * @memberof oortbus.v1
             * @classdesc Represents an EndSessionRequest.
             * @constructor
             * @param {oortbus.v1.EndSessionRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EndSessionRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EndSessionRequest node.
             * @member {string} node
             * @memberof oortbus.v1.EndSessionRequest
             * @instance
             */
            EndSessionRequest.prototype.node = "";

            /**
             * EndSessionRequest session.
             * @member {string} session
             * @memberof oortbus.v1.EndSessionRequest
             * @instance
             */
            EndSessionRequest.prototype.session = "";

            /**
             * EndSessionRequest reason.
             * @member {string} reason
             * @memberof oortbus.v1.EndSessionRequest
             * @instance
             */
            EndSessionRequest.prototype.reason = "";

            /**
             * Creates a new EndSessionRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.EndSessionRequest
             * @static
             * @param {oortbus.v1.EndSessionRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.EndSessionRequest} EndSessionRequest instance
             * @type {{
             *   (properties: oortbus.v1.EndSessionRequest.$Shape): oortbus.v1.EndSessionRequest & oortbus.v1.EndSessionRequest.$Shape;
             *   (properties?: oortbus.v1.EndSessionRequest.$Properties): oortbus.v1.EndSessionRequest;
             * }}
             */
            EndSessionRequest.create = function(properties) {
                return new EndSessionRequest(properties);
            };

            /**
             * Encodes the specified EndSessionRequest message. Does not implicitly {@link oortbus.v1.EndSessionRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.EndSessionRequest
             * @static
             * @param {oortbus.v1.EndSessionRequest.$Properties} message EndSessionRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EndSessionRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.session);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EndSessionRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.EndSessionRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.EndSessionRequest & oortbus.v1.EndSessionRequest.$Shape} EndSessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EndSessionRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.EndSessionRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.session = value;
                            else
                                delete message.session;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EndSessionRequest message.
             * @function verify
             * @memberof oortbus.v1.EndSessionRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EndSessionRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    if (!$util.isString(message.session))
                        return "session: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            return EndSessionRequest;
        })();

        v1.EndSessionResponse = (function() {

            /**
             * Properties of an EndSessionResponse.
             * @typedef {Object} oortbus.v1.EndSessionResponse.$Properties
             * @property {boolean|null} [ended] EndSessionResponse ended
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EndSessionResponse.
             * @memberof oortbus.v1
             * @interface IEndSessionResponse
             * @augments oortbus.v1.EndSessionResponse.$Properties
             * @deprecated Use oortbus.v1.EndSessionResponse.$Properties instead.
             */

            /**
             * Shape of an EndSessionResponse.
             * @typedef {oortbus.v1.EndSessionResponse.$Properties} oortbus.v1.EndSessionResponse.$Shape
             */

            /**
             * Constructs a new EndSessionResponse.
             * @memberof oortbus.v1
             * @classdesc Represents an EndSessionResponse.
             * @constructor
             * @param {oortbus.v1.EndSessionResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EndSessionResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EndSessionResponse ended.
             * @member {boolean} ended
             * @memberof oortbus.v1.EndSessionResponse
             * @instance
             */
            EndSessionResponse.prototype.ended = false;

            /**
             * Creates a new EndSessionResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.EndSessionResponse
             * @static
             * @param {oortbus.v1.EndSessionResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.EndSessionResponse} EndSessionResponse instance
             * @type {{
             *   (properties: oortbus.v1.EndSessionResponse.$Shape): oortbus.v1.EndSessionResponse & oortbus.v1.EndSessionResponse.$Shape;
             *   (properties?: oortbus.v1.EndSessionResponse.$Properties): oortbus.v1.EndSessionResponse;
             * }}
             */
            EndSessionResponse.create = function(properties) {
                return new EndSessionResponse(properties);
            };

            /**
             * Encodes the specified EndSessionResponse message. Does not implicitly {@link oortbus.v1.EndSessionResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.EndSessionResponse
             * @static
             * @param {oortbus.v1.EndSessionResponse.$Properties} message EndSessionResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EndSessionResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended") && message.ended !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.ended);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EndSessionResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.EndSessionResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.EndSessionResponse & oortbus.v1.EndSessionResponse.$Shape} EndSessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EndSessionResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.EndSessionResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ended = value;
                            else
                                delete message.ended;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an EndSessionResponse message.
             * @function verify
             * @memberof oortbus.v1.EndSessionResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            EndSessionResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    if (typeof message.ended !== "boolean")
                        return "ended: boolean expected";
                return null;
            };

            return EndSessionResponse;
        })();

        v1.DrainNodeRequest = (function() {

            /**
             * Properties of a DrainNodeRequest.
             * @typedef {Object} oortbus.v1.DrainNodeRequest.$Properties
             * @property {string|null} [node] DrainNodeRequest node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DrainNodeRequest.
             * @memberof oortbus.v1
             * @interface IDrainNodeRequest
             * @augments oortbus.v1.DrainNodeRequest.$Properties
             * @deprecated Use oortbus.v1.DrainNodeRequest.$Properties instead.
             */

            /**
             * Shape of a DrainNodeRequest.
             * @typedef {oortbus.v1.DrainNodeRequest.$Properties} oortbus.v1.DrainNodeRequest.$Shape
             */

            /**
             * Constructs a new DrainNodeRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a DrainNodeRequest.
             * @constructor
             * @param {oortbus.v1.DrainNodeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DrainNodeRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DrainNodeRequest node.
             * @member {string} node
             * @memberof oortbus.v1.DrainNodeRequest
             * @instance
             */
            DrainNodeRequest.prototype.node = "";

            /**
             * Creates a new DrainNodeRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DrainNodeRequest
             * @static
             * @param {oortbus.v1.DrainNodeRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DrainNodeRequest} DrainNodeRequest instance
             * @type {{
             *   (properties: oortbus.v1.DrainNodeRequest.$Shape): oortbus.v1.DrainNodeRequest & oortbus.v1.DrainNodeRequest.$Shape;
             *   (properties?: oortbus.v1.DrainNodeRequest.$Properties): oortbus.v1.DrainNodeRequest;
             * }}
             */
            DrainNodeRequest.create = function(properties) {
                return new DrainNodeRequest(properties);
            };

            /**
             * Encodes the specified DrainNodeRequest message. Does not implicitly {@link oortbus.v1.DrainNodeRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DrainNodeRequest
             * @static
             * @param {oortbus.v1.DrainNodeRequest.$Properties} message DrainNodeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainNodeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DrainNodeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DrainNodeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainNodeRequest & oortbus.v1.DrainNodeRequest.$Shape} DrainNodeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainNodeRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.DrainNodeRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DrainNodeRequest message.
             * @function verify
             * @memberof oortbus.v1.DrainNodeRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DrainNodeRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                return null;
            };

            return DrainNodeRequest;
        })();

        v1.DrainNodeResponse = (function() {

            /**
             * Properties of a DrainNodeResponse.
             * @typedef {Object} oortbus.v1.DrainNodeResponse.$Properties
             * @property {number|null} [sessions] DrainNodeResponse sessions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DrainNodeResponse.
             * @memberof oortbus.v1
             * @interface IDrainNodeResponse
             * @augments oortbus.v1.DrainNodeResponse.$Properties
             * @deprecated Use oortbus.v1.DrainNodeResponse.$Properties instead.
             */

            /**
             * Shape of a DrainNodeResponse.
             * @typedef {oortbus.v1.DrainNodeResponse.$Properties} oortbus.v1.DrainNodeResponse.$Shape
             */

            /**
             * Constructs a new DrainNodeResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a DrainNodeResponse.
             * @constructor
             * @param {oortbus.v1.DrainNodeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DrainNodeResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DrainNodeResponse sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.DrainNodeResponse
             * @instance
             */
            DrainNodeResponse.prototype.sessions = 0;

            /**
             * Creates a new DrainNodeResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DrainNodeResponse
             * @static
             * @param {oortbus.v1.DrainNodeResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DrainNodeResponse} DrainNodeResponse instance
             * @type {{
             *   (properties: oortbus.v1.DrainNodeResponse.$Shape): oortbus.v1.DrainNodeResponse & oortbus.v1.DrainNodeResponse.$Shape;
             *   (properties?: oortbus.v1.DrainNodeResponse.$Properties): oortbus.v1.DrainNodeResponse;
             * }}
             */
            DrainNodeResponse.create = function(properties) {
                return new DrainNodeResponse(properties);
            };

            /**
             * Encodes the specified DrainNodeResponse message. Does not implicitly {@link oortbus.v1.DrainNodeResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DrainNodeResponse
             * @static
             * @param {oortbus.v1.DrainNodeResponse.$Properties} message DrainNodeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainNodeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && message.sessions !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sessions);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DrainNodeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DrainNodeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainNodeResponse & oortbus.v1.DrainNodeResponse.$Shape} DrainNodeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainNodeResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.DrainNodeResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sessions = value;
                            else
                                delete message.sessions;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a DrainNodeResponse message.
             * @function verify
             * @memberof oortbus.v1.DrainNodeResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DrainNodeResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions))
                        return "sessions: integer expected";
                return null;
            };

            return DrainNodeResponse;
        })();

        v1.GetAuditLogRequest = (function() {

            /**
             * Properties of a GetAuditLogRequest.
             * @typedef {Object} oortbus.v1.GetAuditLogRequest.$Properties
             * @property {number|null} [maxEntries] GetAuditLogRequest maxEntries
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetAuditLogRequest.
             * @memberof oortbus.v1
             * @interface IGetAuditLogRequest
             * @augments oortbus.v1.GetAuditLogRequest.$Properties
             * @deprecated Use oortbus.v1.GetAuditLogRequest.$Properties instead.
             */

            /**
             * Shape of a GetAuditLogRequest.
             * @typedef {oortbus.v1.GetAuditLogRequest.$Properties} oortbus.v1.GetAuditLogRequest.$Shape
             */

            /**
             * Constructs a new GetAuditLogRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a GetAuditLogRequest.
             * @constructor
             * @param {oortbus.v1.GetAuditLogRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetAuditLogRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetAuditLogRequest maxEntries.
             * @member {number} maxEntries
             * @memberof oortbus.v1.GetAuditLogRequest
             * @instance
             */
            GetAuditLogRequest.prototype.maxEntries = 0;

            /**
             * Creates a new GetAuditLogRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetAuditLogRequest
             * @static
             * @param {oortbus.v1.GetAuditLogRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetAuditLogRequest} GetAuditLogRequest instance
             * @type {{
             *   (properties: oortbus.v1.GetAuditLogRequest.$Shape): oortbus.v1.GetAuditLogRequest & oortbus.v1.GetAuditLogRequest.$Shape;
             *   (properties?: oortbus.v1.GetAuditLogRequest.$Properties): oortbus.v1.GetAuditLogRequest;
             * }}
             */
            GetAuditLogRequest.create = function(properties) {
                return new GetAuditLogRequest(properties);
            };

            /**
             * Encodes the specified GetAuditLogRequest message. Does not implicitly {@link oortbus.v1.GetAuditLogRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetAuditLogRequest
             * @static
             * @param {oortbus.v1.GetAuditLogRequest.$Properties} message GetAuditLogRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetAuditLogRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.maxEntries != null && $Object.hasOwnProperty.call(message, "maxEntries") && message.maxEntries !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.maxEntries);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetAuditLogRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetAuditLogRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetAuditLogRequest & oortbus.v1.GetAuditLogRequest.$Shape} GetAuditLogRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetAuditLogRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.GetAuditLogRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.maxEntries = value;
                            else
                                delete message.maxEntries;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GetAuditLogRequest message.
             * @function verify
             * @memberof oortbus.v1.GetAuditLogRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetAuditLogRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.maxEntries != null && $Object.hasOwnProperty.call(message, "maxEntries"))
                    if (!$util.isInteger(message.maxEntries))
                        return "maxEntries: integer expected";
                return null;
            };

            return GetAuditLogRequest;
        })();

        v1.GetAuditLogResponse = (function() {

            /**
             * Properties of a GetAuditLogResponse.
             * @typedef {Object} oortbus.v1.GetAuditLogResponse.$Properties
             * @property {Array.<oortbus.v1.AuditEntry.$Properties>|null} [entries] GetAuditLogResponse entries
             * @property {Array.<string>|null} [unansweredNodes] GetAuditLogResponse unansweredNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetAuditLogResponse.
             * @memberof oortbus.v1
             * @interface IGetAuditLogResponse
             * @augments oortbus.v1.GetAuditLogResponse.$Properties
             * @deprecated Use oortbus.v1.GetAuditLogResponse.$Properties instead.
             */

            /**
             * Shape of a GetAuditLogResponse.
             * @typedef {oortbus.v1.GetAuditLogResponse.$Properties} oortbus.v1.GetAuditLogResponse.$Shape
             */

            /**
             * Constructs a new GetAuditLogResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a GetAuditLogResponse.
             * @constructor
             * @param {oortbus.v1.GetAuditLogResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetAuditLogResponse = function (properties) {
                this.entries = [];
                this.unansweredNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetAuditLogResponse entries.
             * @member {Array.<oortbus.v1.AuditEntry.$Properties>} entries
             * @memberof oortbus.v1.GetAuditLogResponse
             * @instance
             */
            GetAuditLogResponse.prototype.entries = $util.emptyArray;

            /**
             * GetAuditLogResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.GetAuditLogResponse
             * @instance
             */
            GetAuditLogResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * Creates a new GetAuditLogResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetAuditLogResponse
             * @static
             * @param {oortbus.v1.GetAuditLogResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetAuditLogResponse} GetAuditLogResponse instance
             * @type {{
             *   (properties: oortbus.v1.GetAuditLogResponse.$Shape): oortbus.v1.GetAuditLogResponse & oortbus.v1.GetAuditLogResponse.$Shape;
             *   (properties?: oortbus.v1.GetAuditLogResponse.$Properties): oortbus.v1.GetAuditLogResponse;
             * }}
             */
            GetAuditLogResponse.create = function(properties) {
                return new GetAuditLogResponse(properties);
            };

            /**
             * Encodes the specified GetAuditLogResponse message. Does not implicitly {@link oortbus.v1.GetAuditLogResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetAuditLogResponse
             * @static
             * @param {oortbus.v1.GetAuditLogResponse.$Properties} message GetAuditLogResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetAuditLogResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        $root.oortbus.v1.AuditEntry.encode(message.entries[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.unansweredNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetAuditLogResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetAuditLogResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetAuditLogResponse & oortbus.v1.GetAuditLogResponse.$Shape} GetAuditLogResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetAuditLogResponse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.GetAuditLogResponse();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push($root.oortbus.v1.AuditEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unansweredNodes && message.unansweredNodes.length))
                                message.unansweredNodes = [];
                            message.unansweredNodes.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a GetAuditLogResponse message.
             * @function verify
             * @memberof oortbus.v1.GetAuditLogResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetAuditLogResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                    if (!$Array.isArray(message.entries))
                        return "entries: array expected";
                    for (let i = 0; i < message.entries.length; ++i) {
                        let error = $root.oortbus.v1.AuditEntry.verify(message.entries[i], _depth + 1);
                        if (error)
                            return "entries." + error;
                    }
                }
                if (message.unansweredNodes != null && $Object.hasOwnProperty.call(message, "unansweredNodes")) {
                    if (!$Array.isArray(message.unansweredNodes))
                        return "unansweredNodes: array expected";
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        if (!$util.isString(message.unansweredNodes[i]))
                            return "unansweredNodes: string[] expected";
                }
                return null;
            };

            return GetAuditLogResponse;
        })();

        v1.AuditEntry = (function() {

            /**
             * Properties of an AuditEntry.
             * @typedef {Object} oortbus.v1.AuditEntry.$Properties
             * @property {number|null} [atMs] AuditEntry atMs
             * @property {string|null} [node] AuditEntry node
             * @property {string|null} [address] AuditEntry address
             * @property {string|null} [token] AuditEntry token
             * @property {string|null} [action] AuditEntry action
             * @property {string|null} [target] AuditEntry target
             * @property {string|null} [outcome] AuditEntry outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AuditEntry.
             * @memberof oortbus.v1
             * @interface IAuditEntry
             * @augments oortbus.v1.AuditEntry.$Properties
             * @deprecated Use oortbus.v1.AuditEntry.$Properties instead.
             */

            /**
             * Shape of an AuditEntry.
             * @typedef {oortbus.v1.AuditEntry.$Properties} oortbus.v1.AuditEntry.$Shape
             */

            /**
             * Constructs a new AuditEntry.
             * @memberof oortbus.v1
             * @classdesc Represents an AuditEntry.
             * @constructor
             * @param {oortbus.v1.AuditEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AuditEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AuditEntry atMs.
             * @member {number} atMs
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.atMs = 0;

            /**
             * AuditEntry node.
             * @member {string} node
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.node = "";

            /**
             * AuditEntry address.
             * @member {string} address
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.address = "";

            /**
             * AuditEntry token.
             * @member {string} token
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.token = "";

            /**
             * AuditEntry action.
             * @member {string} action
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.action = "";

            /**
             * AuditEntry target.
             * @member {string} target
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.target = "";

            /**
             * AuditEntry outcome.
             * @member {string} outcome
             * @memberof oortbus.v1.AuditEntry
             * @instance
             */
            AuditEntry.prototype.outcome = "";

            /**
             * Creates a new AuditEntry instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.AuditEntry
             * @static
             * @param {oortbus.v1.AuditEntry.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.AuditEntry} AuditEntry instance
             * @type {{
             *   (properties: oortbus.v1.AuditEntry.$Shape): oortbus.v1.AuditEntry & oortbus.v1.AuditEntry.$Shape;
             *   (properties?: oortbus.v1.AuditEntry.$Properties): oortbus.v1.AuditEntry;
             * }}
             */
            AuditEntry.create = function(properties) {
                return new AuditEntry(properties);
            };

            /**
             * Encodes the specified AuditEntry message. Does not implicitly {@link oortbus.v1.AuditEntry.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.AuditEntry
             * @static
             * @param {oortbus.v1.AuditEntry.$Properties} message AuditEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AuditEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && !$Object.is(message.atMs, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.atMs);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.token);
                if (message.action != null && $Object.hasOwnProperty.call(message, "action") && message.action !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.action);
                if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.target);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.outcome);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AuditEntry message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.AuditEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.AuditEntry & oortbus.v1.AuditEntry.$Shape} AuditEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AuditEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.oortbus.v1.AuditEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.atMs = value;
                            else
                                delete message.atMs;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.node = value;
                            else
                                delete message.node;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.action = value;
                            else
                                delete message.action;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.target = value;
                            else
                                delete message.target;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an AuditEntry message.
             * @function verify
             * @memberof oortbus.v1.AuditEntry
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            AuditEntry.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    if (typeof message.atMs !== "number")
                        return "atMs: number expected";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    if (!$util.isString(message.address))
                        return "address: string expected";
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (!$util.isString(message.token))
                        return "token: string expected";
                if (message.action != null && $Object.hasOwnProperty.call(message, "action"))
                    if (!$util.isString(message.action))
                        return "action: string expected";
                if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                    if (!$util.isString(message.target))
                        return "target: string expected";
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    if (!$util.isString(message.outcome))
                        return "outcome: string expected";
                return null;
            };

            return AuditEntry;
        })();

        return v1;
    })();

    return oortbus;
})();

export {
  $root as default
};
