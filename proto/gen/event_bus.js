/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["oortbus/v1/event_bus.proto"] || ($protobuf.roots["oortbus/v1/event_bus.proto"] = {});

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

        v1.EventBus = (function() {

            /**
             * Constructs a new EventBus service.
             * @memberof oortbus.v1
             * @classdesc Represents an EventBus
             * @extends $protobuf.rpc.Service
             * @constructor
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             */
            const EventBus = function(rpcImpl, requestDelimited, responseDelimited) {
                $protobuf.rpc.Service.call(this, rpcImpl, requestDelimited, responseDelimited);
            };

            $Object.defineProperty(EventBus.prototype = $Object.create($protobuf.rpc.Service.prototype), "constructor", { value: EventBus, writable: true, enumerable: false, configurable: true });

            /**
             * Creates new EventBus service using the specified rpc implementation.
             * @function create
             * @memberof oortbus.v1.EventBus
             * @static
             * @param {$protobuf.RPCImpl} rpcImpl RPC implementation
             * @param {boolean} [requestDelimited=false] Whether requests are length-delimited
             * @param {boolean} [responseDelimited=false] Whether responses are length-delimited
             * @returns {EventBus} RPC service. Useful where requests and/or responses are streamed.
             */
            EventBus.create = function(rpcImpl, requestDelimited, responseDelimited) {
                return new this(rpcImpl, requestDelimited, responseDelimited);
            };

            /**
             * Callback as used by {@link oortbus.v1.EventBus#publish}.
             * @memberof oortbus.v1.EventBus
             * @typedef PublishCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.PublishResponse} [response] PublishResponse
             */

            /**
             * Calls Publish.
             * @memberof oortbus.v1.EventBus
             * @typedef Publish
             * @type {{
             *   (request: oortbus.v1.IPublishRequest, callback: oortbus.v1.EventBus.PublishCallback): void;
             *   (request: oortbus.v1.IPublishRequest): Promise<oortbus.v1.PublishResponse>;
             *   readonly name: "Publish";
             *   readonly path: "/oortbus.v1.EventBus/Publish";
             *   readonly requestType: "PublishRequest";
             *   readonly responseType: "PublishResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Publish.
             * @name oortbus.v1.EventBus#publish
             * @type {oortbus.v1.EventBus.Publish}
             */
            $Object.defineProperties(EventBus.prototype.publish = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.publish, $root.oortbus.v1.PublishRequest, $root.oortbus.v1.PublishResponse, request, callback);
            }, {
                name: { value: "Publish" },
                path: { value: "/oortbus.v1.EventBus/Publish" },
                requestType: { value: "PublishRequest" },
                responseType: { value: "PublishResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#sendToUser}.
             * @memberof oortbus.v1.EventBus
             * @typedef SendToUserCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.SendToUserResponse} [response] SendToUserResponse
             */

            /**
             * Calls SendToUser.
             * @memberof oortbus.v1.EventBus
             * @typedef SendToUser
             * @type {{
             *   (request: oortbus.v1.ISendToUserRequest, callback: oortbus.v1.EventBus.SendToUserCallback): void;
             *   (request: oortbus.v1.ISendToUserRequest): Promise<oortbus.v1.SendToUserResponse>;
             *   readonly name: "SendToUser";
             *   readonly path: "/oortbus.v1.EventBus/SendToUser";
             *   readonly requestType: "SendToUserRequest";
             *   readonly responseType: "SendToUserResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls SendToUser.
             * @name oortbus.v1.EventBus#sendToUser
             * @type {oortbus.v1.EventBus.SendToUser}
             */
            $Object.defineProperties(EventBus.prototype.sendToUser = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.sendToUser, $root.oortbus.v1.SendToUserRequest, $root.oortbus.v1.SendToUserResponse, request, callback);
            }, {
                name: { value: "SendToUser" },
                path: { value: "/oortbus.v1.EventBus/SendToUser" },
                requestType: { value: "SendToUserRequest" },
                responseType: { value: "SendToUserResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getPresence}.
             * @memberof oortbus.v1.EventBus
             * @typedef GetPresenceCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.GetPresenceResponse} [response] GetPresenceResponse
             */

            /**
             * Calls GetPresence.
             * @memberof oortbus.v1.EventBus
             * @typedef GetPresence
             * @type {{
             *   (request: oortbus.v1.IGetPresenceRequest, callback: oortbus.v1.EventBus.GetPresenceCallback): void;
             *   (request: oortbus.v1.IGetPresenceRequest): Promise<oortbus.v1.GetPresenceResponse>;
             *   readonly name: "GetPresence";
             *   readonly path: "/oortbus.v1.EventBus/GetPresence";
             *   readonly requestType: "GetPresenceRequest";
             *   readonly responseType: "GetPresenceResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetPresence.
             * @name oortbus.v1.EventBus#getPresence
             * @type {oortbus.v1.EventBus.GetPresence}
             */
            $Object.defineProperties(EventBus.prototype.getPresence = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.getPresence, $root.oortbus.v1.GetPresenceRequest, $root.oortbus.v1.GetPresenceResponse, request, callback);
            }, {
                name: { value: "GetPresence" },
                path: { value: "/oortbus.v1.EventBus/GetPresence" },
                requestType: { value: "GetPresenceRequest" },
                responseType: { value: "GetPresenceResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#watchPresence}.
             * @memberof oortbus.v1.EventBus
             * @typedef WatchPresenceCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.WatchPresenceResponse} [response] WatchPresenceResponse
             */

            /**
             * Calls WatchPresence.
             * @memberof oortbus.v1.EventBus
             * @typedef WatchPresence
             * @type {{
             *   (request: oortbus.v1.IWatchPresenceRequest, callback: oortbus.v1.EventBus.WatchPresenceCallback): void;
             *   (request: oortbus.v1.IWatchPresenceRequest): Promise<oortbus.v1.WatchPresenceResponse>;
             *   readonly name: "WatchPresence";
             *   readonly path: "/oortbus.v1.EventBus/WatchPresence";
             *   readonly requestType: "WatchPresenceRequest";
             *   readonly responseType: "WatchPresenceResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls WatchPresence.
             * @name oortbus.v1.EventBus#watchPresence
             * @type {oortbus.v1.EventBus.WatchPresence}
             */
            $Object.defineProperties(EventBus.prototype.watchPresence = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.watchPresence, $root.oortbus.v1.WatchPresenceRequest, $root.oortbus.v1.WatchPresenceResponse, request, callback);
            }, {
                name: { value: "WatchPresence" },
                path: { value: "/oortbus.v1.EventBus/WatchPresence" },
                requestType: { value: "WatchPresenceRequest" },
                responseType: { value: "WatchPresenceResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#listUserSessions}.
             * @memberof oortbus.v1.EventBus
             * @typedef ListUserSessionsCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.ListUserSessionsResponse} [response] ListUserSessionsResponse
             */

            /**
             * Calls ListUserSessions.
             * @memberof oortbus.v1.EventBus
             * @typedef ListUserSessions
             * @type {{
             *   (request: oortbus.v1.IListUserSessionsRequest, callback: oortbus.v1.EventBus.ListUserSessionsCallback): void;
             *   (request: oortbus.v1.IListUserSessionsRequest): Promise<oortbus.v1.ListUserSessionsResponse>;
             *   readonly name: "ListUserSessions";
             *   readonly path: "/oortbus.v1.EventBus/ListUserSessions";
             *   readonly requestType: "ListUserSessionsRequest";
             *   readonly responseType: "ListUserSessionsResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls ListUserSessions.
             * @name oortbus.v1.EventBus#listUserSessions
             * @type {oortbus.v1.EventBus.ListUserSessions}
             */
            $Object.defineProperties(EventBus.prototype.listUserSessions = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.listUserSessions, $root.oortbus.v1.ListUserSessionsRequest, $root.oortbus.v1.ListUserSessionsResponse, request, callback);
            }, {
                name: { value: "ListUserSessions" },
                path: { value: "/oortbus.v1.EventBus/ListUserSessions" },
                requestType: { value: "ListUserSessionsRequest" },
                responseType: { value: "ListUserSessionsResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#disconnectUser}.
             * @memberof oortbus.v1.EventBus
             * @typedef DisconnectUserCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.DisconnectUserResponse} [response] DisconnectUserResponse
             */

            /**
             * Calls DisconnectUser.
             * @memberof oortbus.v1.EventBus
             * @typedef DisconnectUser
             * @type {{
             *   (request: oortbus.v1.IDisconnectUserRequest, callback: oortbus.v1.EventBus.DisconnectUserCallback): void;
             *   (request: oortbus.v1.IDisconnectUserRequest): Promise<oortbus.v1.DisconnectUserResponse>;
             *   readonly name: "DisconnectUser";
             *   readonly path: "/oortbus.v1.EventBus/DisconnectUser";
             *   readonly requestType: "DisconnectUserRequest";
             *   readonly responseType: "DisconnectUserResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls DisconnectUser.
             * @name oortbus.v1.EventBus#disconnectUser
             * @type {oortbus.v1.EventBus.DisconnectUser}
             */
            $Object.defineProperties(EventBus.prototype.disconnectUser = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.disconnectUser, $root.oortbus.v1.DisconnectUserRequest, $root.oortbus.v1.DisconnectUserResponse, request, callback);
            }, {
                name: { value: "DisconnectUser" },
                path: { value: "/oortbus.v1.EventBus/DisconnectUser" },
                requestType: { value: "DisconnectUserRequest" },
                responseType: { value: "DisconnectUserResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#disconnectSession}.
             * @memberof oortbus.v1.EventBus
             * @typedef DisconnectSessionCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.DisconnectSessionResponse} [response] DisconnectSessionResponse
             */

            /**
             * Calls DisconnectSession.
             * @memberof oortbus.v1.EventBus
             * @typedef DisconnectSession
             * @type {{
             *   (request: oortbus.v1.IDisconnectSessionRequest, callback: oortbus.v1.EventBus.DisconnectSessionCallback): void;
             *   (request: oortbus.v1.IDisconnectSessionRequest): Promise<oortbus.v1.DisconnectSessionResponse>;
             *   readonly name: "DisconnectSession";
             *   readonly path: "/oortbus.v1.EventBus/DisconnectSession";
             *   readonly requestType: "DisconnectSessionRequest";
             *   readonly responseType: "DisconnectSessionResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls DisconnectSession.
             * @name oortbus.v1.EventBus#disconnectSession
             * @type {oortbus.v1.EventBus.DisconnectSession}
             */
            $Object.defineProperties(EventBus.prototype.disconnectSession = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.disconnectSession, $root.oortbus.v1.DisconnectSessionRequest, $root.oortbus.v1.DisconnectSessionResponse, request, callback);
            }, {
                name: { value: "DisconnectSession" },
                path: { value: "/oortbus.v1.EventBus/DisconnectSession" },
                requestType: { value: "DisconnectSessionRequest" },
                responseType: { value: "DisconnectSessionResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getCluster}.
             * @memberof oortbus.v1.EventBus
             * @typedef GetClusterCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.GetClusterResponse} [response] GetClusterResponse
             */

            /**
             * Calls GetCluster.
             * @memberof oortbus.v1.EventBus
             * @typedef GetCluster
             * @type {{
             *   (request: oortbus.v1.IGetClusterRequest, callback: oortbus.v1.EventBus.GetClusterCallback): void;
             *   (request: oortbus.v1.IGetClusterRequest): Promise<oortbus.v1.GetClusterResponse>;
             *   readonly name: "GetCluster";
             *   readonly path: "/oortbus.v1.EventBus/GetCluster";
             *   readonly requestType: "GetClusterRequest";
             *   readonly responseType: "GetClusterResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetCluster.
             * @name oortbus.v1.EventBus#getCluster
             * @type {oortbus.v1.EventBus.GetCluster}
             */
            $Object.defineProperties(EventBus.prototype.getCluster = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.getCluster, $root.oortbus.v1.GetClusterRequest, $root.oortbus.v1.GetClusterResponse, request, callback);
            }, {
                name: { value: "GetCluster" },
                path: { value: "/oortbus.v1.EventBus/GetCluster" },
                requestType: { value: "GetClusterRequest" },
                responseType: { value: "GetClusterResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#drain}.
             * @memberof oortbus.v1.EventBus
             * @typedef DrainCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.DrainResponse} [response] DrainResponse
             */

            /**
             * Calls Drain.
             * @memberof oortbus.v1.EventBus
             * @typedef Drain
             * @type {{
             *   (request: oortbus.v1.IDrainRequest, callback: oortbus.v1.EventBus.DrainCallback): void;
             *   (request: oortbus.v1.IDrainRequest): Promise<oortbus.v1.DrainResponse>;
             *   readonly name: "Drain";
             *   readonly path: "/oortbus.v1.EventBus/Drain";
             *   readonly requestType: "DrainRequest";
             *   readonly responseType: "DrainResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls Drain.
             * @name oortbus.v1.EventBus#drain
             * @type {oortbus.v1.EventBus.Drain}
             */
            $Object.defineProperties(EventBus.prototype.drain = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.drain, $root.oortbus.v1.DrainRequest, $root.oortbus.v1.DrainResponse, request, callback);
            }, {
                name: { value: "Drain" },
                path: { value: "/oortbus.v1.EventBus/Drain" },
                requestType: { value: "DrainRequest" },
                responseType: { value: "DrainResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            return EventBus;
        })();

        v1.PublishRequest = (function() {

            /**
             * Properties of a PublishRequest.
             * @typedef {Object} oortbus.v1.PublishRequest.$Properties
             * @property {string|null} [channel] PublishRequest channel
             * @property {Uint8Array|null} [data] PublishRequest data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishRequest.
             * @memberof oortbus.v1
             * @interface IPublishRequest
             * @augments oortbus.v1.PublishRequest.$Properties
             * @deprecated Use oortbus.v1.PublishRequest.$Properties instead.
             */

            /**
             * Shape of a PublishRequest.
             * @typedef {oortbus.v1.PublishRequest.$Properties} oortbus.v1.PublishRequest.$Shape
             */

            /**
             * Constructs a new PublishRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishRequest.
             * @constructor
             * @param {oortbus.v1.PublishRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.PublishRequest
             * @instance
             */
            PublishRequest.prototype.channel = "";

            /**
             * PublishRequest data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.PublishRequest
             * @instance
             */
            PublishRequest.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new PublishRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishRequest
             * @static
             * @param {oortbus.v1.PublishRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishRequest} PublishRequest instance
             * @type {{
             *   (properties: oortbus.v1.PublishRequest.$Shape): oortbus.v1.PublishRequest & oortbus.v1.PublishRequest.$Shape;
             *   (properties?: oortbus.v1.PublishRequest.$Properties): oortbus.v1.PublishRequest;
             * }}
             */
            PublishRequest.create = function(properties) {
                return new PublishRequest(properties);
            };

            /**
             * Encodes the specified PublishRequest message. Does not implicitly {@link oortbus.v1.PublishRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishRequest
             * @static
             * @param {oortbus.v1.PublishRequest.$Properties} message PublishRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PublishRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishRequest & oortbus.v1.PublishRequest.$Shape} PublishRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishRequest();
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
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 2: {
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
             * Verifies a PublishRequest message.
             * @function verify
             * @memberof oortbus.v1.PublishRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                        return "data: buffer expected";
                return null;
            };

            return PublishRequest;
        })();

        v1.PublishResponse = (function() {

            /**
             * Properties of a PublishResponse.
             * @typedef {Object} oortbus.v1.PublishResponse.$Properties
             * @property {number|null} [sessions] PublishResponse sessions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishResponse.
             * @memberof oortbus.v1
             * @interface IPublishResponse
             * @augments oortbus.v1.PublishResponse.$Properties
             * @deprecated Use oortbus.v1.PublishResponse.$Properties instead.
             */

            /**
             * Shape of a PublishResponse.
             * @typedef {oortbus.v1.PublishResponse.$Properties} oortbus.v1.PublishResponse.$Shape
             */

            /**
             * Constructs a new PublishResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishResponse.
             * @constructor
             * @param {oortbus.v1.PublishResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishResponse sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.PublishResponse
             * @instance
             */
            PublishResponse.prototype.sessions = 0;

            /**
             * Creates a new PublishResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishResponse
             * @static
             * @param {oortbus.v1.PublishResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishResponse} PublishResponse instance
             * @type {{
             *   (properties: oortbus.v1.PublishResponse.$Shape): oortbus.v1.PublishResponse & oortbus.v1.PublishResponse.$Shape;
             *   (properties?: oortbus.v1.PublishResponse.$Properties): oortbus.v1.PublishResponse;
             * }}
             */
            PublishResponse.create = function(properties) {
                return new PublishResponse(properties);
            };

            /**
             * Encodes the specified PublishResponse message. Does not implicitly {@link oortbus.v1.PublishResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishResponse
             * @static
             * @param {oortbus.v1.PublishResponse.$Properties} message PublishResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishResponse.encode = function (message, writer, _depth) {
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
             * Decodes a PublishResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishResponse & oortbus.v1.PublishResponse.$Shape} PublishResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishResponse();
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
             * Verifies a PublishResponse message.
             * @function verify
             * @memberof oortbus.v1.PublishResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishResponse.verify = function (message, _depth) {
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

            return PublishResponse;
        })();

        v1.SendToUserRequest = (function() {

            /**
             * Properties of a SendToUserRequest.
             * @typedef {Object} oortbus.v1.SendToUserRequest.$Properties
             * @property {string|null} [user] SendToUserRequest user
             * @property {string|null} [channel] SendToUserRequest channel
             * @property {Uint8Array|null} [data] SendToUserRequest data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SendToUserRequest.
             * @memberof oortbus.v1
             * @interface ISendToUserRequest
             * @augments oortbus.v1.SendToUserRequest.$Properties
             * @deprecated Use oortbus.v1.SendToUserRequest.$Properties instead.
             */

            /**
             * Shape of a SendToUserRequest.
             * @typedef {oortbus.v1.SendToUserRequest.$Properties} oortbus.v1.SendToUserRequest.$Shape
             */

            /**
             * Constructs a new SendToUserRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a SendToUserRequest.
             * @constructor
             * @param {oortbus.v1.SendToUserRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SendToUserRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SendToUserRequest user.
             * @member {string} user
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.user = "";

            /**
             * SendToUserRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.channel = "";

            /**
             * SendToUserRequest data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new SendToUserRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SendToUserRequest
             * @static
             * @param {oortbus.v1.SendToUserRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SendToUserRequest} SendToUserRequest instance
             * @type {{
             *   (properties: oortbus.v1.SendToUserRequest.$Shape): oortbus.v1.SendToUserRequest & oortbus.v1.SendToUserRequest.$Shape;
             *   (properties?: oortbus.v1.SendToUserRequest.$Properties): oortbus.v1.SendToUserRequest;
             * }}
             */
            SendToUserRequest.create = function(properties) {
                return new SendToUserRequest(properties);
            };

            /**
             * Encodes the specified SendToUserRequest message. Does not implicitly {@link oortbus.v1.SendToUserRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SendToUserRequest
             * @static
             * @param {oortbus.v1.SendToUserRequest.$Properties} message SendToUserRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SendToUserRequest.encode = function (message, writer, _depth) {
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
             * Decodes a SendToUserRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SendToUserRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUserRequest & oortbus.v1.SendToUserRequest.$Shape} SendToUserRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SendToUserRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SendToUserRequest();
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
             * Verifies a SendToUserRequest message.
             * @function verify
             * @memberof oortbus.v1.SendToUserRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SendToUserRequest.verify = function (message, _depth) {
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

            return SendToUserRequest;
        })();

        v1.SendToUserResponse = (function() {

            /**
             * Properties of a SendToUserResponse.
             * @typedef {Object} oortbus.v1.SendToUserResponse.$Properties
             * @property {number|null} [delivered] SendToUserResponse delivered
             * @property {Array.<string>|null} [unknown] SendToUserResponse unknown
             * @property {Array.<string>|null} [unconfirmed] SendToUserResponse unconfirmed
             * @property {number|null} [stored] SendToUserResponse stored
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SendToUserResponse.
             * @memberof oortbus.v1
             * @interface ISendToUserResponse
             * @augments oortbus.v1.SendToUserResponse.$Properties
             * @deprecated Use oortbus.v1.SendToUserResponse.$Properties instead.
             */

            /**
             * Shape of a SendToUserResponse.
             * @typedef {oortbus.v1.SendToUserResponse.$Properties} oortbus.v1.SendToUserResponse.$Shape
             */

            /**
             * Constructs a new SendToUserResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a SendToUserResponse.
             * @constructor
             * @param {oortbus.v1.SendToUserResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SendToUserResponse = function (properties) {
                this.unknown = [];
                this.unconfirmed = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SendToUserResponse delivered.
             * @member {number} delivered
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.delivered = 0;

            /**
             * SendToUserResponse unknown.
             * @member {Array.<string>} unknown
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.unknown = $util.emptyArray;

            /**
             * SendToUserResponse unconfirmed.
             * @member {Array.<string>} unconfirmed
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.unconfirmed = $util.emptyArray;

            /**
             * SendToUserResponse stored.
             * @member {number} stored
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.stored = 0;

            /**
             * Creates a new SendToUserResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SendToUserResponse
             * @static
             * @param {oortbus.v1.SendToUserResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SendToUserResponse} SendToUserResponse instance
             * @type {{
             *   (properties: oortbus.v1.SendToUserResponse.$Shape): oortbus.v1.SendToUserResponse & oortbus.v1.SendToUserResponse.$Shape;
             *   (properties?: oortbus.v1.SendToUserResponse.$Properties): oortbus.v1.SendToUserResponse;
             * }}
             */
            SendToUserResponse.create = function(properties) {
                return new SendToUserResponse(properties);
            };

            /**
             * Encodes the specified SendToUserResponse message. Does not implicitly {@link oortbus.v1.SendToUserResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SendToUserResponse
             * @static
             * @param {oortbus.v1.SendToUserResponse.$Properties} message SendToUserResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SendToUserResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered") && message.delivered !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.delivered);
                if (message.unknown != null && message.unknown.length)
                    for (let i = 0; i < message.unknown.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.unknown[i]);
                if (message.unconfirmed != null && message.unconfirmed.length)
                    for (let i = 0; i < message.unconfirmed.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.unconfirmed[i]);
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored") && message.stored !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.stored);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SendToUserResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SendToUserResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUserResponse & oortbus.v1.SendToUserResponse.$Shape} SendToUserResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SendToUserResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SendToUserResponse();
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
                                message.delivered = value;
                            else
                                delete message.delivered;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknown && message.unknown.length))
                                message.unknown = [];
                            message.unknown.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unconfirmed && message.unconfirmed.length))
                                message.unconfirmed = [];
                            message.unconfirmed.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.stored = value;
                            else
                                delete message.stored;
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
             * Verifies a SendToUserResponse message.
             * @function verify
             * @memberof oortbus.v1.SendToUserResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SendToUserResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered"))
                    if (!$util.isInteger(message.delivered))
                        return "delivered: integer expected";
                if (message.unknown != null && $Object.hasOwnProperty.call(message, "unknown")) {
                    if (!$Array.isArray(message.unknown))
                        return "unknown: array expected";
                    for (let i = 0; i < message.unknown.length; ++i)
                        if (!$util.isString(message.unknown[i]))
                            return "unknown: string[] expected";
                }
                if (message.unconfirmed != null && $Object.hasOwnProperty.call(message, "unconfirmed")) {
                    if (!$Array.isArray(message.unconfirmed))
                        return "unconfirmed: array expected";
                    for (let i = 0; i < message.unconfirmed.length; ++i)
                        if (!$util.isString(message.unconfirmed[i]))
                            return "unconfirmed: string[] expected";
                }
                if (message.stored != null && $Object.hasOwnProperty.call(message, "stored"))
                    if (!$util.isInteger(message.stored))
                        return "stored: integer expected";
                return null;
            };

            return SendToUserResponse;
        })();

        v1.GetPresenceRequest = (function() {

            /**
             * Properties of a GetPresenceRequest.
             * @typedef {Object} oortbus.v1.GetPresenceRequest.$Properties
             * @property {Array.<string>|null} [users] GetPresenceRequest users
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetPresenceRequest.
             * @memberof oortbus.v1
             * @interface IGetPresenceRequest
             * @augments oortbus.v1.GetPresenceRequest.$Properties
             * @deprecated Use oortbus.v1.GetPresenceRequest.$Properties instead.
             */

            /**
             * Shape of a GetPresenceRequest.
             * @typedef {oortbus.v1.GetPresenceRequest.$Properties} oortbus.v1.GetPresenceRequest.$Shape
             */

            /**
             * Constructs a new GetPresenceRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a GetPresenceRequest.
             * @constructor
             * @param {oortbus.v1.GetPresenceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetPresenceRequest = function (properties) {
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetPresenceRequest users.
             * @member {Array.<string>} users
             * @memberof oortbus.v1.GetPresenceRequest
             * @instance
             */
            GetPresenceRequest.prototype.users = $util.emptyArray;

            /**
             * Creates a new GetPresenceRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetPresenceRequest
             * @static
             * @param {oortbus.v1.GetPresenceRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetPresenceRequest} GetPresenceRequest instance
             * @type {{
             *   (properties: oortbus.v1.GetPresenceRequest.$Shape): oortbus.v1.GetPresenceRequest & oortbus.v1.GetPresenceRequest.$Shape;
             *   (properties?: oortbus.v1.GetPresenceRequest.$Properties): oortbus.v1.GetPresenceRequest;
             * }}
             */
            GetPresenceRequest.create = function(properties) {
                return new GetPresenceRequest(properties);
            };

            /**
             * Encodes the specified GetPresenceRequest message. Does not implicitly {@link oortbus.v1.GetPresenceRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetPresenceRequest
             * @static
             * @param {oortbus.v1.GetPresenceRequest.$Properties} message GetPresenceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetPresenceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.users[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetPresenceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetPresenceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetPresenceRequest & oortbus.v1.GetPresenceRequest.$Shape} GetPresenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetPresenceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetPresenceRequest();
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
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push(reader.stringVerify());
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
             * Verifies a GetPresenceRequest message.
             * @function verify
             * @memberof oortbus.v1.GetPresenceRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetPresenceRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i)
                        if (!$util.isString(message.users[i]))
                            return "users: string[] expected";
                }
                return null;
            };

            return GetPresenceRequest;
        })();

        v1.GetPresenceResponse = (function() {

            /**
             * Properties of a GetPresenceResponse.
             * @typedef {Object} oortbus.v1.GetPresenceResponse.$Properties
             * @property {Array.<oortbus.v1.UserPresence.$Properties>|null} [users] GetPresenceResponse users
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetPresenceResponse.
             * @memberof oortbus.v1
             * @interface IGetPresenceResponse
             * @augments oortbus.v1.GetPresenceResponse.$Properties
             * @deprecated Use oortbus.v1.GetPresenceResponse.$Properties instead.
             */

            /**
             * Shape of a GetPresenceResponse.
             * @typedef {oortbus.v1.GetPresenceResponse.$Properties} oortbus.v1.GetPresenceResponse.$Shape
             */

            /**
             * Constructs a new GetPresenceResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a GetPresenceResponse.
             * @constructor
             * @param {oortbus.v1.GetPresenceResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetPresenceResponse = function (properties) {
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetPresenceResponse users.
             * @member {Array.<oortbus.v1.UserPresence.$Properties>} users
             * @memberof oortbus.v1.GetPresenceResponse
             * @instance
             */
            GetPresenceResponse.prototype.users = $util.emptyArray;

            /**
             * Creates a new GetPresenceResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetPresenceResponse
             * @static
             * @param {oortbus.v1.GetPresenceResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetPresenceResponse} GetPresenceResponse instance
             * @type {{
             *   (properties: oortbus.v1.GetPresenceResponse.$Shape): oortbus.v1.GetPresenceResponse & oortbus.v1.GetPresenceResponse.$Shape;
             *   (properties?: oortbus.v1.GetPresenceResponse.$Properties): oortbus.v1.GetPresenceResponse;
             * }}
             */
            GetPresenceResponse.create = function(properties) {
                return new GetPresenceResponse(properties);
            };

            /**
             * Encodes the specified GetPresenceResponse message. Does not implicitly {@link oortbus.v1.GetPresenceResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetPresenceResponse
             * @static
             * @param {oortbus.v1.GetPresenceResponse.$Properties} message GetPresenceResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetPresenceResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        $root.oortbus.v1.UserPresence.encode(message.users[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetPresenceResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetPresenceResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetPresenceResponse & oortbus.v1.GetPresenceResponse.$Shape} GetPresenceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetPresenceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetPresenceResponse();
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
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push($root.oortbus.v1.UserPresence.decode(reader, reader.size(), $undefined, _depth + 1));
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
             * Verifies a GetPresenceResponse message.
             * @function verify
             * @memberof oortbus.v1.GetPresenceResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetPresenceResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i) {
                        let error = $root.oortbus.v1.UserPresence.verify(message.users[i], _depth + 1);
                        if (error)
                            return "users." + error;
                    }
                }
                return null;
            };

            return GetPresenceResponse;
        })();

        v1.UserPresence = (function() {

            /**
             * Properties of a UserPresence.
             * @typedef {Object} oortbus.v1.UserPresence.$Properties
             * @property {string|null} [user] UserPresence user
             * @property {boolean|null} [present] UserPresence present
             * @property {Array.<string>|null} [nodes] UserPresence nodes
             * @property {number|null} [localSessions] UserPresence localSessions
             * @property {Array.<string>|null} [shardOwners] UserPresence shardOwners
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a UserPresence.
             * @memberof oortbus.v1
             * @interface IUserPresence
             * @augments oortbus.v1.UserPresence.$Properties
             * @deprecated Use oortbus.v1.UserPresence.$Properties instead.
             */

            /**
             * Shape of a UserPresence.
             * @typedef {oortbus.v1.UserPresence.$Properties} oortbus.v1.UserPresence.$Shape
             */

            /**
             * Constructs a new UserPresence.
             * @memberof oortbus.v1
             * @classdesc Represents a UserPresence.
             * @constructor
             * @param {oortbus.v1.UserPresence.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UserPresence = function (properties) {
                this.nodes = [];
                this.shardOwners = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UserPresence user.
             * @member {string} user
             * @memberof oortbus.v1.UserPresence
             * @instance
             */
            UserPresence.prototype.user = "";

            /**
             * UserPresence present.
             * @member {boolean} present
             * @memberof oortbus.v1.UserPresence
             * @instance
             */
            UserPresence.prototype.present = false;

            /**
             * UserPresence nodes.
             * @member {Array.<string>} nodes
             * @memberof oortbus.v1.UserPresence
             * @instance
             */
            UserPresence.prototype.nodes = $util.emptyArray;

            /**
             * UserPresence localSessions.
             * @member {number} localSessions
             * @memberof oortbus.v1.UserPresence
             * @instance
             */
            UserPresence.prototype.localSessions = 0;

            /**
             * UserPresence shardOwners.
             * @member {Array.<string>} shardOwners
             * @memberof oortbus.v1.UserPresence
             * @instance
             */
            UserPresence.prototype.shardOwners = $util.emptyArray;

            /**
             * Creates a new UserPresence instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.UserPresence
             * @static
             * @param {oortbus.v1.UserPresence.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.UserPresence} UserPresence instance
             * @type {{
             *   (properties: oortbus.v1.UserPresence.$Shape): oortbus.v1.UserPresence & oortbus.v1.UserPresence.$Shape;
             *   (properties?: oortbus.v1.UserPresence.$Properties): oortbus.v1.UserPresence;
             * }}
             */
            UserPresence.create = function(properties) {
                return new UserPresence(properties);
            };

            /**
             * Encodes the specified UserPresence message. Does not implicitly {@link oortbus.v1.UserPresence.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.UserPresence
             * @static
             * @param {oortbus.v1.UserPresence.$Properties} message UserPresence message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UserPresence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.present != null && $Object.hasOwnProperty.call(message, "present") && message.present !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.present);
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.nodes[i]);
                if (message.localSessions != null && $Object.hasOwnProperty.call(message, "localSessions") && message.localSessions !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.localSessions);
                if (message.shardOwners != null && message.shardOwners.length)
                    for (let i = 0; i < message.shardOwners.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.shardOwners[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a UserPresence message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.UserPresence
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.UserPresence & oortbus.v1.UserPresence.$Shape} UserPresence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UserPresence.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.UserPresence();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.present = value;
                            else
                                delete message.present;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.localSessions = value;
                            else
                                delete message.localSessions;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.shardOwners && message.shardOwners.length))
                                message.shardOwners = [];
                            message.shardOwners.push(reader.stringVerify());
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
             * Verifies a UserPresence message.
             * @function verify
             * @memberof oortbus.v1.UserPresence
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            UserPresence.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.present != null && $Object.hasOwnProperty.call(message, "present"))
                    if (typeof message.present !== "boolean")
                        return "present: boolean expected";
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes")) {
                    if (!$Array.isArray(message.nodes))
                        return "nodes: array expected";
                    for (let i = 0; i < message.nodes.length; ++i)
                        if (!$util.isString(message.nodes[i]))
                            return "nodes: string[] expected";
                }
                if (message.localSessions != null && $Object.hasOwnProperty.call(message, "localSessions"))
                    if (!$util.isInteger(message.localSessions))
                        return "localSessions: integer expected";
                if (message.shardOwners != null && $Object.hasOwnProperty.call(message, "shardOwners")) {
                    if (!$Array.isArray(message.shardOwners))
                        return "shardOwners: array expected";
                    for (let i = 0; i < message.shardOwners.length; ++i)
                        if (!$util.isString(message.shardOwners[i]))
                            return "shardOwners: string[] expected";
                }
                return null;
            };

            return UserPresence;
        })();

        v1.WatchPresenceRequest = (function() {

            /**
             * Properties of a WatchPresenceRequest.
             * @typedef {Object} oortbus.v1.WatchPresenceRequest.$Properties
             * @property {Array.<string>|null} [users] WatchPresenceRequest users
             * @property {boolean|null} [counts] WatchPresenceRequest counts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchPresenceRequest.
             * @memberof oortbus.v1
             * @interface IWatchPresenceRequest
             * @augments oortbus.v1.WatchPresenceRequest.$Properties
             * @deprecated Use oortbus.v1.WatchPresenceRequest.$Properties instead.
             */

            /**
             * Shape of a WatchPresenceRequest.
             * @typedef {oortbus.v1.WatchPresenceRequest.$Properties} oortbus.v1.WatchPresenceRequest.$Shape
             */

            /**
             * Constructs a new WatchPresenceRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a WatchPresenceRequest.
             * @constructor
             * @param {oortbus.v1.WatchPresenceRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchPresenceRequest = function (properties) {
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchPresenceRequest users.
             * @member {Array.<string>} users
             * @memberof oortbus.v1.WatchPresenceRequest
             * @instance
             */
            WatchPresenceRequest.prototype.users = $util.emptyArray;

            /**
             * WatchPresenceRequest counts.
             * @member {boolean} counts
             * @memberof oortbus.v1.WatchPresenceRequest
             * @instance
             */
            WatchPresenceRequest.prototype.counts = false;

            /**
             * Creates a new WatchPresenceRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.WatchPresenceRequest
             * @static
             * @param {oortbus.v1.WatchPresenceRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.WatchPresenceRequest} WatchPresenceRequest instance
             * @type {{
             *   (properties: oortbus.v1.WatchPresenceRequest.$Shape): oortbus.v1.WatchPresenceRequest & oortbus.v1.WatchPresenceRequest.$Shape;
             *   (properties?: oortbus.v1.WatchPresenceRequest.$Properties): oortbus.v1.WatchPresenceRequest;
             * }}
             */
            WatchPresenceRequest.create = function(properties) {
                return new WatchPresenceRequest(properties);
            };

            /**
             * Encodes the specified WatchPresenceRequest message. Does not implicitly {@link oortbus.v1.WatchPresenceRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.WatchPresenceRequest
             * @static
             * @param {oortbus.v1.WatchPresenceRequest.$Properties} message WatchPresenceRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchPresenceRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.users[i]);
                if (message.counts != null && $Object.hasOwnProperty.call(message, "counts") && message.counts !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.counts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchPresenceRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.WatchPresenceRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchPresenceRequest & oortbus.v1.WatchPresenceRequest.$Shape} WatchPresenceRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchPresenceRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.WatchPresenceRequest();
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
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.counts = value;
                            else
                                delete message.counts;
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
             * Verifies a WatchPresenceRequest message.
             * @function verify
             * @memberof oortbus.v1.WatchPresenceRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WatchPresenceRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i)
                        if (!$util.isString(message.users[i]))
                            return "users: string[] expected";
                }
                if (message.counts != null && $Object.hasOwnProperty.call(message, "counts"))
                    if (typeof message.counts !== "boolean")
                        return "counts: boolean expected";
                return null;
            };

            return WatchPresenceRequest;
        })();

        v1.WatchPresenceResponse = (function() {

            /**
             * Properties of a WatchPresenceResponse.
             * @typedef {Object} oortbus.v1.WatchPresenceResponse.$Properties
             * @property {oortbus.v1.PresenceStarted.$Properties|null} [started] WatchPresenceResponse started
             * @property {oortbus.v1.PresenceChange.$Properties|null} [change] WatchPresenceResponse change
             * @property {oortbus.v1.PresenceCount.$Properties|null} [count] WatchPresenceResponse count
             * @property {oortbus.v1.PresenceGap.$Properties|null} [gap] WatchPresenceResponse gap
             * @property {oortbus.v1.PresenceEnded.$Properties|null} [ended] WatchPresenceResponse ended
             * @property {"started"|"change"|"count"|"gap"|"ended"} [news] WatchPresenceResponse news
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchPresenceResponse.
             * @memberof oortbus.v1
             * @interface IWatchPresenceResponse
             * @augments oortbus.v1.WatchPresenceResponse.$Properties
             * @deprecated Use oortbus.v1.WatchPresenceResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a WatchPresenceResponse.
             * @typedef {{
             *   started?: oortbus.v1.PresenceStarted.$Shape|null;
             *   change?: oortbus.v1.PresenceChange.$Shape|null;
             *   count?: oortbus.v1.PresenceCount.$Shape|null;
             *   gap?: oortbus.v1.PresenceGap.$Shape|null;
             *   ended?: oortbus.v1.PresenceEnded.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ news?: undefined; started?: null; change?: null; count?: null; gap?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.PresenceStarted.$Shape; change?: null; count?: null; gap?: null; ended?: null }|{ news?: "change"; started?: null; change: oortbus.v1.PresenceChange.$Shape; count?: null; gap?: null; ended?: null }|{ news?: "count"; started?: null; change?: null; count: oortbus.v1.PresenceCount.$Shape; gap?: null; ended?: null }|{ news?: "gap"; started?: null; change?: null; count?: null; gap: oortbus.v1.PresenceGap.$Shape; ended?: null }|{ news?: "ended"; started?: null; change?: null; count?: null; gap?: null; ended: oortbus.v1.PresenceEnded.$Shape })
             * )} oortbus.v1.WatchPresenceResponse.$Shape
             */

            /**
             * Constructs a new WatchPresenceResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a WatchPresenceResponse.
             * @constructor
             * @param {oortbus.v1.WatchPresenceResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchPresenceResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchPresenceResponse started.
             * @member {oortbus.v1.PresenceStarted.$Properties|null|undefined} started
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            WatchPresenceResponse.prototype.started = null;

            /**
             * WatchPresenceResponse change.
             * @member {oortbus.v1.PresenceChange.$Properties|null|undefined} change
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            WatchPresenceResponse.prototype.change = null;

            /**
             * WatchPresenceResponse count.
             * @member {oortbus.v1.PresenceCount.$Properties|null|undefined} count
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            WatchPresenceResponse.prototype.count = null;

            /**
             * WatchPresenceResponse gap.
             * @member {oortbus.v1.PresenceGap.$Properties|null|undefined} gap
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            WatchPresenceResponse.prototype.gap = null;

            /**
             * WatchPresenceResponse ended.
             * @member {oortbus.v1.PresenceEnded.$Properties|null|undefined} ended
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            WatchPresenceResponse.prototype.ended = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * WatchPresenceResponse news.
             * @member {"started"|"change"|"count"|"gap"|"ended"|undefined} news
             * @memberof oortbus.v1.WatchPresenceResponse
             * @instance
             */
            $Object.defineProperty(WatchPresenceResponse.prototype, "news", {
                get: $util.oneOfGetter($oneOfFields = ["started", "change", "count", "gap", "ended"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new WatchPresenceResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.WatchPresenceResponse
             * @static
             * @param {oortbus.v1.WatchPresenceResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.WatchPresenceResponse} WatchPresenceResponse instance
             * @type {{
             *   (properties: oortbus.v1.WatchPresenceResponse.$Shape): oortbus.v1.WatchPresenceResponse & oortbus.v1.WatchPresenceResponse.$Shape;
             *   (properties?: oortbus.v1.WatchPresenceResponse.$Properties): oortbus.v1.WatchPresenceResponse;
             * }}
             */
            WatchPresenceResponse.create = function(properties) {
                return new WatchPresenceResponse(properties);
            };

            /**
             * Encodes the specified WatchPresenceResponse message. Does not implicitly {@link oortbus.v1.WatchPresenceResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.WatchPresenceResponse
             * @static
             * @param {oortbus.v1.WatchPresenceResponse.$Properties} message WatchPresenceResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchPresenceResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                    $root.oortbus.v1.PresenceStarted.encode(message.started, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.change != null && $Object.hasOwnProperty.call(message, "change"))
                    $root.oortbus.v1.PresenceChange.encode(message.change, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    $root.oortbus.v1.PresenceCount.encode(message.count, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.oortbus.v1.PresenceGap.encode(message.gap, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    $root.oortbus.v1.PresenceEnded.encode(message.ended, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchPresenceResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.WatchPresenceResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchPresenceResponse & oortbus.v1.WatchPresenceResponse.$Shape} WatchPresenceResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchPresenceResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.WatchPresenceResponse();
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
                            message.started = $root.oortbus.v1.PresenceStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.started);
                            message.news = "started";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.change = $root.oortbus.v1.PresenceChange.decode(reader, reader.size(), $undefined, _depth + 1, message.change);
                            message.news = "change";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.count = $root.oortbus.v1.PresenceCount.decode(reader, reader.size(), $undefined, _depth + 1, message.count);
                            message.news = "count";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.oortbus.v1.PresenceGap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            message.news = "gap";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.ended = $root.oortbus.v1.PresenceEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
                            message.news = "ended";
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
             * Verifies a WatchPresenceResponse message.
             * @function verify
             * @memberof oortbus.v1.WatchPresenceResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WatchPresenceResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.started != null && $Object.hasOwnProperty.call(message, "started")) {
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.PresenceStarted.verify(message.started, _depth + 1);
                        if (error)
                            return "started." + error;
                    }
                }
                if (message.change != null && $Object.hasOwnProperty.call(message, "change")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.PresenceChange.verify(message.change, _depth + 1);
                        if (error)
                            return "change." + error;
                    }
                }
                if (message.count != null && $Object.hasOwnProperty.call(message, "count")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.PresenceCount.verify(message.count, _depth + 1);
                        if (error)
                            return "count." + error;
                    }
                }
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.PresenceGap.verify(message.gap, _depth + 1);
                        if (error)
                            return "gap." + error;
                    }
                }
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.PresenceEnded.verify(message.ended, _depth + 1);
                        if (error)
                            return "ended." + error;
                    }
                }
                return null;
            };

            return WatchPresenceResponse;
        })();

        v1.PresenceStarted = (function() {

            /**
             * Properties of a PresenceStarted.
             * @typedef {Object} oortbus.v1.PresenceStarted.$Properties
             * @property {string|null} [node] PresenceStarted node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceStarted.
             * @memberof oortbus.v1
             * @interface IPresenceStarted
             * @augments oortbus.v1.PresenceStarted.$Properties
             * @deprecated Use oortbus.v1.PresenceStarted.$Properties instead.
             */

            /**
             * Shape of a PresenceStarted.
             * @typedef {oortbus.v1.PresenceStarted.$Properties} oortbus.v1.PresenceStarted.$Shape
             */

            /**
             * Constructs a new PresenceStarted.
             * @memberof oortbus.v1
             * @classdesc Represents a PresenceStarted.
             * @constructor
             * @param {oortbus.v1.PresenceStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceStarted node.
             * @member {string} node
             * @memberof oortbus.v1.PresenceStarted
             * @instance
             */
            PresenceStarted.prototype.node = "";

            /**
             * Creates a new PresenceStarted instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PresenceStarted
             * @static
             * @param {oortbus.v1.PresenceStarted.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PresenceStarted} PresenceStarted instance
             * @type {{
             *   (properties: oortbus.v1.PresenceStarted.$Shape): oortbus.v1.PresenceStarted & oortbus.v1.PresenceStarted.$Shape;
             *   (properties?: oortbus.v1.PresenceStarted.$Properties): oortbus.v1.PresenceStarted;
             * }}
             */
            PresenceStarted.create = function(properties) {
                return new PresenceStarted(properties);
            };

            /**
             * Encodes the specified PresenceStarted message. Does not implicitly {@link oortbus.v1.PresenceStarted.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PresenceStarted
             * @static
             * @param {oortbus.v1.PresenceStarted.$Properties} message PresenceStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceStarted.encode = function (message, writer, _depth) {
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
             * Decodes a PresenceStarted message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PresenceStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceStarted & oortbus.v1.PresenceStarted.$Shape} PresenceStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceStarted.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PresenceStarted();
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
             * Verifies a PresenceStarted message.
             * @function verify
             * @memberof oortbus.v1.PresenceStarted
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PresenceStarted.verify = function (message, _depth) {
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

            return PresenceStarted;
        })();

        v1.PresenceChange = (function() {

            /**
             * Properties of a PresenceChange.
             * @typedef {Object} oortbus.v1.PresenceChange.$Properties
             * @property {string|null} [user] PresenceChange user
             * @property {boolean|null} [present] PresenceChange present
             * @property {number|null} [nodes] PresenceChange nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceChange.
             * @memberof oortbus.v1
             * @interface IPresenceChange
             * @augments oortbus.v1.PresenceChange.$Properties
             * @deprecated Use oortbus.v1.PresenceChange.$Properties instead.
             */

            /**
             * Shape of a PresenceChange.
             * @typedef {oortbus.v1.PresenceChange.$Properties} oortbus.v1.PresenceChange.$Shape
             */

            /**
             * Constructs a new PresenceChange.
             * @memberof oortbus.v1
             * @classdesc Represents a PresenceChange.
             * @constructor
             * @param {oortbus.v1.PresenceChange.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceChange = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceChange user.
             * @member {string} user
             * @memberof oortbus.v1.PresenceChange
             * @instance
             */
            PresenceChange.prototype.user = "";

            /**
             * PresenceChange present.
             * @member {boolean} present
             * @memberof oortbus.v1.PresenceChange
             * @instance
             */
            PresenceChange.prototype.present = false;

            /**
             * PresenceChange nodes.
             * @member {number} nodes
             * @memberof oortbus.v1.PresenceChange
             * @instance
             */
            PresenceChange.prototype.nodes = 0;

            /**
             * Creates a new PresenceChange instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PresenceChange
             * @static
             * @param {oortbus.v1.PresenceChange.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PresenceChange} PresenceChange instance
             * @type {{
             *   (properties: oortbus.v1.PresenceChange.$Shape): oortbus.v1.PresenceChange & oortbus.v1.PresenceChange.$Shape;
             *   (properties?: oortbus.v1.PresenceChange.$Properties): oortbus.v1.PresenceChange;
             * }}
             */
            PresenceChange.create = function(properties) {
                return new PresenceChange(properties);
            };

            /**
             * Encodes the specified PresenceChange message. Does not implicitly {@link oortbus.v1.PresenceChange.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PresenceChange
             * @static
             * @param {oortbus.v1.PresenceChange.$Properties} message PresenceChange message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceChange.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.present != null && $Object.hasOwnProperty.call(message, "present") && message.present !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.present);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.nodes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceChange message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PresenceChange
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceChange & oortbus.v1.PresenceChange.$Shape} PresenceChange
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceChange.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PresenceChange();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.present = value;
                            else
                                delete message.present;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.nodes = value;
                            else
                                delete message.nodes;
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
             * Verifies a PresenceChange message.
             * @function verify
             * @memberof oortbus.v1.PresenceChange
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PresenceChange.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.present != null && $Object.hasOwnProperty.call(message, "present"))
                    if (typeof message.present !== "boolean")
                        return "present: boolean expected";
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes"))
                    if (!$util.isInteger(message.nodes))
                        return "nodes: integer expected";
                return null;
            };

            return PresenceChange;
        })();

        v1.PresenceCount = (function() {

            /**
             * Properties of a PresenceCount.
             * @typedef {Object} oortbus.v1.PresenceCount.$Properties
             * @property {number|null} [present] PresenceCount present
             * @property {number|null} [watched] PresenceCount watched
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceCount.
             * @memberof oortbus.v1
             * @interface IPresenceCount
             * @augments oortbus.v1.PresenceCount.$Properties
             * @deprecated Use oortbus.v1.PresenceCount.$Properties instead.
             */

            /**
             * Shape of a PresenceCount.
             * @typedef {oortbus.v1.PresenceCount.$Properties} oortbus.v1.PresenceCount.$Shape
             */

            /**
             * Constructs a new PresenceCount.
             * @memberof oortbus.v1
             * @classdesc Represents a PresenceCount.
             * @constructor
             * @param {oortbus.v1.PresenceCount.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceCount = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceCount present.
             * @member {number} present
             * @memberof oortbus.v1.PresenceCount
             * @instance
             */
            PresenceCount.prototype.present = 0;

            /**
             * PresenceCount watched.
             * @member {number} watched
             * @memberof oortbus.v1.PresenceCount
             * @instance
             */
            PresenceCount.prototype.watched = 0;

            /**
             * Creates a new PresenceCount instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PresenceCount
             * @static
             * @param {oortbus.v1.PresenceCount.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PresenceCount} PresenceCount instance
             * @type {{
             *   (properties: oortbus.v1.PresenceCount.$Shape): oortbus.v1.PresenceCount & oortbus.v1.PresenceCount.$Shape;
             *   (properties?: oortbus.v1.PresenceCount.$Properties): oortbus.v1.PresenceCount;
             * }}
             */
            PresenceCount.create = function(properties) {
                return new PresenceCount(properties);
            };

            /**
             * Encodes the specified PresenceCount message. Does not implicitly {@link oortbus.v1.PresenceCount.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PresenceCount
             * @static
             * @param {oortbus.v1.PresenceCount.$Properties} message PresenceCount message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceCount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.present != null && $Object.hasOwnProperty.call(message, "present") && message.present !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.present);
                if (message.watched != null && $Object.hasOwnProperty.call(message, "watched") && message.watched !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.watched);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceCount message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PresenceCount
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceCount & oortbus.v1.PresenceCount.$Shape} PresenceCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceCount.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PresenceCount();
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
                                message.present = value;
                            else
                                delete message.present;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.watched = value;
                            else
                                delete message.watched;
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
             * Verifies a PresenceCount message.
             * @function verify
             * @memberof oortbus.v1.PresenceCount
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PresenceCount.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.present != null && $Object.hasOwnProperty.call(message, "present"))
                    if (!$util.isInteger(message.present))
                        return "present: integer expected";
                if (message.watched != null && $Object.hasOwnProperty.call(message, "watched"))
                    if (!$util.isInteger(message.watched))
                        return "watched: integer expected";
                return null;
            };

            return PresenceCount;
        })();

        v1.PresenceGap = (function() {

            /**
             * Properties of a PresenceGap.
             * @typedef {Object} oortbus.v1.PresenceGap.$Properties
             * @property {number|null} [dropped] PresenceGap dropped
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceGap.
             * @memberof oortbus.v1
             * @interface IPresenceGap
             * @augments oortbus.v1.PresenceGap.$Properties
             * @deprecated Use oortbus.v1.PresenceGap.$Properties instead.
             */

            /**
             * Shape of a PresenceGap.
             * @typedef {oortbus.v1.PresenceGap.$Properties} oortbus.v1.PresenceGap.$Shape
             */

            /**
             * Constructs a new PresenceGap.
             * @memberof oortbus.v1
             * @classdesc Represents a PresenceGap.
             * @constructor
             * @param {oortbus.v1.PresenceGap.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceGap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceGap dropped.
             * @member {number} dropped
             * @memberof oortbus.v1.PresenceGap
             * @instance
             */
            PresenceGap.prototype.dropped = 0;

            /**
             * Creates a new PresenceGap instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PresenceGap
             * @static
             * @param {oortbus.v1.PresenceGap.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PresenceGap} PresenceGap instance
             * @type {{
             *   (properties: oortbus.v1.PresenceGap.$Shape): oortbus.v1.PresenceGap & oortbus.v1.PresenceGap.$Shape;
             *   (properties?: oortbus.v1.PresenceGap.$Properties): oortbus.v1.PresenceGap;
             * }}
             */
            PresenceGap.create = function(properties) {
                return new PresenceGap(properties);
            };

            /**
             * Encodes the specified PresenceGap message. Does not implicitly {@link oortbus.v1.PresenceGap.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PresenceGap
             * @static
             * @param {oortbus.v1.PresenceGap.$Properties} message PresenceGap message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceGap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && message.dropped !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.dropped);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceGap message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PresenceGap
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceGap & oortbus.v1.PresenceGap.$Shape} PresenceGap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceGap.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PresenceGap();
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
                                message.dropped = value;
                            else
                                delete message.dropped;
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
             * Verifies a PresenceGap message.
             * @function verify
             * @memberof oortbus.v1.PresenceGap
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PresenceGap.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (!$util.isInteger(message.dropped))
                        return "dropped: integer expected";
                return null;
            };

            return PresenceGap;
        })();

        v1.PresenceEnded = (function() {

            /**
             * Properties of a PresenceEnded.
             * @typedef {Object} oortbus.v1.PresenceEnded.$Properties
             * @property {string|null} [reason] PresenceEnded reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PresenceEnded.
             * @memberof oortbus.v1
             * @interface IPresenceEnded
             * @augments oortbus.v1.PresenceEnded.$Properties
             * @deprecated Use oortbus.v1.PresenceEnded.$Properties instead.
             */

            /**
             * Shape of a PresenceEnded.
             * @typedef {oortbus.v1.PresenceEnded.$Properties} oortbus.v1.PresenceEnded.$Shape
             */

            /**
             * Constructs a new PresenceEnded.
             * @memberof oortbus.v1
             * @classdesc Represents a PresenceEnded.
             * @constructor
             * @param {oortbus.v1.PresenceEnded.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PresenceEnded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PresenceEnded reason.
             * @member {string} reason
             * @memberof oortbus.v1.PresenceEnded
             * @instance
             */
            PresenceEnded.prototype.reason = "";

            /**
             * Creates a new PresenceEnded instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PresenceEnded
             * @static
             * @param {oortbus.v1.PresenceEnded.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PresenceEnded} PresenceEnded instance
             * @type {{
             *   (properties: oortbus.v1.PresenceEnded.$Shape): oortbus.v1.PresenceEnded & oortbus.v1.PresenceEnded.$Shape;
             *   (properties?: oortbus.v1.PresenceEnded.$Properties): oortbus.v1.PresenceEnded;
             * }}
             */
            PresenceEnded.create = function(properties) {
                return new PresenceEnded(properties);
            };

            /**
             * Encodes the specified PresenceEnded message. Does not implicitly {@link oortbus.v1.PresenceEnded.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PresenceEnded
             * @static
             * @param {oortbus.v1.PresenceEnded.$Properties} message PresenceEnded message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PresenceEnded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PresenceEnded message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PresenceEnded
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PresenceEnded & oortbus.v1.PresenceEnded.$Shape} PresenceEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PresenceEnded.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PresenceEnded();
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
             * Verifies a PresenceEnded message.
             * @function verify
             * @memberof oortbus.v1.PresenceEnded
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PresenceEnded.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            return PresenceEnded;
        })();

        v1.ListUserSessionsRequest = (function() {

            /**
             * Properties of a ListUserSessionsRequest.
             * @typedef {Object} oortbus.v1.ListUserSessionsRequest.$Properties
             * @property {string|null} [user] ListUserSessionsRequest user
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListUserSessionsRequest.
             * @memberof oortbus.v1
             * @interface IListUserSessionsRequest
             * @augments oortbus.v1.ListUserSessionsRequest.$Properties
             * @deprecated Use oortbus.v1.ListUserSessionsRequest.$Properties instead.
             */

            /**
             * Shape of a ListUserSessionsRequest.
             * @typedef {oortbus.v1.ListUserSessionsRequest.$Properties} oortbus.v1.ListUserSessionsRequest.$Shape
             */

            /**
             * Constructs a new ListUserSessionsRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a ListUserSessionsRequest.
             * @constructor
             * @param {oortbus.v1.ListUserSessionsRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListUserSessionsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListUserSessionsRequest user.
             * @member {string} user
             * @memberof oortbus.v1.ListUserSessionsRequest
             * @instance
             */
            ListUserSessionsRequest.prototype.user = "";

            /**
             * Creates a new ListUserSessionsRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ListUserSessionsRequest
             * @static
             * @param {oortbus.v1.ListUserSessionsRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ListUserSessionsRequest} ListUserSessionsRequest instance
             * @type {{
             *   (properties: oortbus.v1.ListUserSessionsRequest.$Shape): oortbus.v1.ListUserSessionsRequest & oortbus.v1.ListUserSessionsRequest.$Shape;
             *   (properties?: oortbus.v1.ListUserSessionsRequest.$Properties): oortbus.v1.ListUserSessionsRequest;
             * }}
             */
            ListUserSessionsRequest.create = function(properties) {
                return new ListUserSessionsRequest(properties);
            };

            /**
             * Encodes the specified ListUserSessionsRequest message. Does not implicitly {@link oortbus.v1.ListUserSessionsRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ListUserSessionsRequest
             * @static
             * @param {oortbus.v1.ListUserSessionsRequest.$Properties} message ListUserSessionsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListUserSessionsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListUserSessionsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ListUserSessionsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ListUserSessionsRequest & oortbus.v1.ListUserSessionsRequest.$Shape} ListUserSessionsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListUserSessionsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.ListUserSessionsRequest();
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
             * Verifies a ListUserSessionsRequest message.
             * @function verify
             * @memberof oortbus.v1.ListUserSessionsRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ListUserSessionsRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                return null;
            };

            return ListUserSessionsRequest;
        })();

        v1.ListUserSessionsResponse = (function() {

            /**
             * Properties of a ListUserSessionsResponse.
             * @typedef {Object} oortbus.v1.ListUserSessionsResponse.$Properties
             * @property {Array.<oortbus.v1.UserSession.$Properties>|null} [sessions] ListUserSessionsResponse sessions
             * @property {number|null} [total] ListUserSessionsResponse total
             * @property {Array.<string>|null} [unansweredNodes] ListUserSessionsResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] ListUserSessionsResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListUserSessionsResponse.
             * @memberof oortbus.v1
             * @interface IListUserSessionsResponse
             * @augments oortbus.v1.ListUserSessionsResponse.$Properties
             * @deprecated Use oortbus.v1.ListUserSessionsResponse.$Properties instead.
             */

            /**
             * Shape of a ListUserSessionsResponse.
             * @typedef {oortbus.v1.ListUserSessionsResponse.$Properties} oortbus.v1.ListUserSessionsResponse.$Shape
             */

            /**
             * Constructs a new ListUserSessionsResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a ListUserSessionsResponse.
             * @constructor
             * @param {oortbus.v1.ListUserSessionsResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListUserSessionsResponse = function (properties) {
                this.sessions = [];
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListUserSessionsResponse sessions.
             * @member {Array.<oortbus.v1.UserSession.$Properties>} sessions
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @instance
             */
            ListUserSessionsResponse.prototype.sessions = $util.emptyArray;

            /**
             * ListUserSessionsResponse total.
             * @member {number} total
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @instance
             */
            ListUserSessionsResponse.prototype.total = 0;

            /**
             * ListUserSessionsResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @instance
             */
            ListUserSessionsResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * ListUserSessionsResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @instance
             */
            ListUserSessionsResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new ListUserSessionsResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @static
             * @param {oortbus.v1.ListUserSessionsResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ListUserSessionsResponse} ListUserSessionsResponse instance
             * @type {{
             *   (properties: oortbus.v1.ListUserSessionsResponse.$Shape): oortbus.v1.ListUserSessionsResponse & oortbus.v1.ListUserSessionsResponse.$Shape;
             *   (properties?: oortbus.v1.ListUserSessionsResponse.$Properties): oortbus.v1.ListUserSessionsResponse;
             * }}
             */
            ListUserSessionsResponse.create = function(properties) {
                return new ListUserSessionsResponse(properties);
            };

            /**
             * Encodes the specified ListUserSessionsResponse message. Does not implicitly {@link oortbus.v1.ListUserSessionsResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @static
             * @param {oortbus.v1.ListUserSessionsResponse.$Properties} message ListUserSessionsResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListUserSessionsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessions != null && message.sessions.length)
                    for (let i = 0; i < message.sessions.length; ++i)
                        $root.oortbus.v1.UserSession.encode(message.sessions[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.total != null && $Object.hasOwnProperty.call(message, "total") && message.total !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.total);
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.unansweredNodes[i]);
                if (message.unknownNodes != null && message.unknownNodes.length)
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.unknownNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListUserSessionsResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ListUserSessionsResponse & oortbus.v1.ListUserSessionsResponse.$Shape} ListUserSessionsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListUserSessionsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.ListUserSessionsResponse();
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
                            message.sessions.push($root.oortbus.v1.UserSession.decode(reader, reader.size(), $undefined, _depth + 1));
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
                            if (!(message.unansweredNodes && message.unansweredNodes.length))
                                message.unansweredNodes = [];
                            message.unansweredNodes.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
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
             * Verifies a ListUserSessionsResponse message.
             * @function verify
             * @memberof oortbus.v1.ListUserSessionsResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ListUserSessionsResponse.verify = function (message, _depth) {
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
                        let error = $root.oortbus.v1.UserSession.verify(message.sessions[i], _depth + 1);
                        if (error)
                            return "sessions." + error;
                    }
                }
                if (message.total != null && $Object.hasOwnProperty.call(message, "total"))
                    if (!$util.isInteger(message.total))
                        return "total: integer expected";
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

            return ListUserSessionsResponse;
        })();

        v1.UserSession = (function() {

            /**
             * Properties of a UserSession.
             * @typedef {Object} oortbus.v1.UserSession.$Properties
             * @property {string|null} [node] UserSession node
             * @property {string|null} [session] UserSession session
             * @property {string|null} [transport] UserSession transport
             * @property {google.protobuf.Timestamp.$Properties|null} [since] UserSession since
             * @property {string|null} [remoteAddress] UserSession remoteAddress
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a UserSession.
             * @memberof oortbus.v1
             * @interface IUserSession
             * @augments oortbus.v1.UserSession.$Properties
             * @deprecated Use oortbus.v1.UserSession.$Properties instead.
             */

            /**
             * Shape of a UserSession.
             * @typedef {oortbus.v1.UserSession.$Properties} oortbus.v1.UserSession.$Shape
             */

            /**
             * Constructs a new UserSession.
             * @memberof oortbus.v1
             * @classdesc Represents a UserSession.
             * @constructor
             * @param {oortbus.v1.UserSession.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UserSession = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UserSession node.
             * @member {string} node
             * @memberof oortbus.v1.UserSession
             * @instance
             */
            UserSession.prototype.node = "";

            /**
             * UserSession session.
             * @member {string} session
             * @memberof oortbus.v1.UserSession
             * @instance
             */
            UserSession.prototype.session = "";

            /**
             * UserSession transport.
             * @member {string} transport
             * @memberof oortbus.v1.UserSession
             * @instance
             */
            UserSession.prototype.transport = "";

            /**
             * UserSession since.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} since
             * @memberof oortbus.v1.UserSession
             * @instance
             */
            UserSession.prototype.since = null;

            /**
             * UserSession remoteAddress.
             * @member {string} remoteAddress
             * @memberof oortbus.v1.UserSession
             * @instance
             */
            UserSession.prototype.remoteAddress = "";

            /**
             * Creates a new UserSession instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.UserSession
             * @static
             * @param {oortbus.v1.UserSession.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.UserSession} UserSession instance
             * @type {{
             *   (properties: oortbus.v1.UserSession.$Shape): oortbus.v1.UserSession & oortbus.v1.UserSession.$Shape;
             *   (properties?: oortbus.v1.UserSession.$Properties): oortbus.v1.UserSession;
             * }}
             */
            UserSession.create = function(properties) {
                return new UserSession(properties);
            };

            /**
             * Encodes the specified UserSession message. Does not implicitly {@link oortbus.v1.UserSession.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.UserSession
             * @static
             * @param {oortbus.v1.UserSession.$Properties} message UserSession message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UserSession.encode = function (message, writer, _depth) {
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
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport") && message.transport !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.transport);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.google.protobuf.Timestamp.encode(message.since, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.remoteAddress != null && $Object.hasOwnProperty.call(message, "remoteAddress") && message.remoteAddress !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.remoteAddress);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a UserSession message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.UserSession
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.UserSession & oortbus.v1.UserSession.$Shape} UserSession
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UserSession.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.UserSession();
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
                                message.transport = value;
                            else
                                delete message.transport;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.remoteAddress = value;
                            else
                                delete message.remoteAddress;
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
             * Verifies a UserSession message.
             * @function verify
             * @memberof oortbus.v1.UserSession
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            UserSession.verify = function (message, _depth) {
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
                if (message.transport != null && $Object.hasOwnProperty.call(message, "transport"))
                    if (!$util.isString(message.transport))
                        return "transport: string expected";
                if (message.since != null && $Object.hasOwnProperty.call(message, "since")) {
                    let error = $root.google.protobuf.Timestamp.verify(message.since, _depth + 1);
                    if (error)
                        return "since." + error;
                }
                if (message.remoteAddress != null && $Object.hasOwnProperty.call(message, "remoteAddress"))
                    if (!$util.isString(message.remoteAddress))
                        return "remoteAddress: string expected";
                return null;
            };

            return UserSession;
        })();

        v1.DisconnectUserRequest = (function() {

            /**
             * Properties of a DisconnectUserRequest.
             * @typedef {Object} oortbus.v1.DisconnectUserRequest.$Properties
             * @property {string|null} [user] DisconnectUserRequest user
             * @property {string|null} [reason] DisconnectUserRequest reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DisconnectUserRequest.
             * @memberof oortbus.v1
             * @interface IDisconnectUserRequest
             * @augments oortbus.v1.DisconnectUserRequest.$Properties
             * @deprecated Use oortbus.v1.DisconnectUserRequest.$Properties instead.
             */

            /**
             * Shape of a DisconnectUserRequest.
             * @typedef {oortbus.v1.DisconnectUserRequest.$Properties} oortbus.v1.DisconnectUserRequest.$Shape
             */

            /**
             * Constructs a new DisconnectUserRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a DisconnectUserRequest.
             * @constructor
             * @param {oortbus.v1.DisconnectUserRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DisconnectUserRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DisconnectUserRequest user.
             * @member {string} user
             * @memberof oortbus.v1.DisconnectUserRequest
             * @instance
             */
            DisconnectUserRequest.prototype.user = "";

            /**
             * DisconnectUserRequest reason.
             * @member {string} reason
             * @memberof oortbus.v1.DisconnectUserRequest
             * @instance
             */
            DisconnectUserRequest.prototype.reason = "";

            /**
             * Creates a new DisconnectUserRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DisconnectUserRequest
             * @static
             * @param {oortbus.v1.DisconnectUserRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DisconnectUserRequest} DisconnectUserRequest instance
             * @type {{
             *   (properties: oortbus.v1.DisconnectUserRequest.$Shape): oortbus.v1.DisconnectUserRequest & oortbus.v1.DisconnectUserRequest.$Shape;
             *   (properties?: oortbus.v1.DisconnectUserRequest.$Properties): oortbus.v1.DisconnectUserRequest;
             * }}
             */
            DisconnectUserRequest.create = function(properties) {
                return new DisconnectUserRequest(properties);
            };

            /**
             * Encodes the specified DisconnectUserRequest message. Does not implicitly {@link oortbus.v1.DisconnectUserRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DisconnectUserRequest
             * @static
             * @param {oortbus.v1.DisconnectUserRequest.$Properties} message DisconnectUserRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DisconnectUserRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DisconnectUserRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DisconnectUserRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectUserRequest & oortbus.v1.DisconnectUserRequest.$Shape} DisconnectUserRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DisconnectUserRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DisconnectUserRequest();
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
             * Verifies a DisconnectUserRequest message.
             * @function verify
             * @memberof oortbus.v1.DisconnectUserRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DisconnectUserRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            return DisconnectUserRequest;
        })();

        v1.DisconnectUserResponse = (function() {

            /**
             * Properties of a DisconnectUserResponse.
             * @typedef {Object} oortbus.v1.DisconnectUserResponse.$Properties
             * @property {number|null} [disconnected] DisconnectUserResponse disconnected
             * @property {Array.<string>|null} [unansweredNodes] DisconnectUserResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] DisconnectUserResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DisconnectUserResponse.
             * @memberof oortbus.v1
             * @interface IDisconnectUserResponse
             * @augments oortbus.v1.DisconnectUserResponse.$Properties
             * @deprecated Use oortbus.v1.DisconnectUserResponse.$Properties instead.
             */

            /**
             * Shape of a DisconnectUserResponse.
             * @typedef {oortbus.v1.DisconnectUserResponse.$Properties} oortbus.v1.DisconnectUserResponse.$Shape
             */

            /**
             * Constructs a new DisconnectUserResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a DisconnectUserResponse.
             * @constructor
             * @param {oortbus.v1.DisconnectUserResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DisconnectUserResponse = function (properties) {
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DisconnectUserResponse disconnected.
             * @member {number} disconnected
             * @memberof oortbus.v1.DisconnectUserResponse
             * @instance
             */
            DisconnectUserResponse.prototype.disconnected = 0;

            /**
             * DisconnectUserResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.DisconnectUserResponse
             * @instance
             */
            DisconnectUserResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * DisconnectUserResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.DisconnectUserResponse
             * @instance
             */
            DisconnectUserResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new DisconnectUserResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DisconnectUserResponse
             * @static
             * @param {oortbus.v1.DisconnectUserResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DisconnectUserResponse} DisconnectUserResponse instance
             * @type {{
             *   (properties: oortbus.v1.DisconnectUserResponse.$Shape): oortbus.v1.DisconnectUserResponse & oortbus.v1.DisconnectUserResponse.$Shape;
             *   (properties?: oortbus.v1.DisconnectUserResponse.$Properties): oortbus.v1.DisconnectUserResponse;
             * }}
             */
            DisconnectUserResponse.create = function(properties) {
                return new DisconnectUserResponse(properties);
            };

            /**
             * Encodes the specified DisconnectUserResponse message. Does not implicitly {@link oortbus.v1.DisconnectUserResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DisconnectUserResponse
             * @static
             * @param {oortbus.v1.DisconnectUserResponse.$Properties} message DisconnectUserResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DisconnectUserResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected") && message.disconnected !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.disconnected);
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.unansweredNodes[i]);
                if (message.unknownNodes != null && message.unknownNodes.length)
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.unknownNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DisconnectUserResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DisconnectUserResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectUserResponse & oortbus.v1.DisconnectUserResponse.$Shape} DisconnectUserResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DisconnectUserResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DisconnectUserResponse();
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
                                message.disconnected = value;
                            else
                                delete message.disconnected;
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
                    case 3: {
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
             * Verifies a DisconnectUserResponse message.
             * @function verify
             * @memberof oortbus.v1.DisconnectUserResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DisconnectUserResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected"))
                    if (!$util.isInteger(message.disconnected))
                        return "disconnected: integer expected";
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

            return DisconnectUserResponse;
        })();

        v1.DisconnectSessionRequest = (function() {

            /**
             * Properties of a DisconnectSessionRequest.
             * @typedef {Object} oortbus.v1.DisconnectSessionRequest.$Properties
             * @property {string|null} [user] DisconnectSessionRequest user
             * @property {string|null} [session] DisconnectSessionRequest session
             * @property {string|null} [reason] DisconnectSessionRequest reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DisconnectSessionRequest.
             * @memberof oortbus.v1
             * @interface IDisconnectSessionRequest
             * @augments oortbus.v1.DisconnectSessionRequest.$Properties
             * @deprecated Use oortbus.v1.DisconnectSessionRequest.$Properties instead.
             */

            /**
             * Shape of a DisconnectSessionRequest.
             * @typedef {oortbus.v1.DisconnectSessionRequest.$Properties} oortbus.v1.DisconnectSessionRequest.$Shape
             */

            /**
             * Constructs a new DisconnectSessionRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a DisconnectSessionRequest.
             * @constructor
             * @param {oortbus.v1.DisconnectSessionRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DisconnectSessionRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DisconnectSessionRequest user.
             * @member {string} user
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @instance
             */
            DisconnectSessionRequest.prototype.user = "";

            /**
             * DisconnectSessionRequest session.
             * @member {string} session
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @instance
             */
            DisconnectSessionRequest.prototype.session = "";

            /**
             * DisconnectSessionRequest reason.
             * @member {string} reason
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @instance
             */
            DisconnectSessionRequest.prototype.reason = "";

            /**
             * Creates a new DisconnectSessionRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @static
             * @param {oortbus.v1.DisconnectSessionRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DisconnectSessionRequest} DisconnectSessionRequest instance
             * @type {{
             *   (properties: oortbus.v1.DisconnectSessionRequest.$Shape): oortbus.v1.DisconnectSessionRequest & oortbus.v1.DisconnectSessionRequest.$Shape;
             *   (properties?: oortbus.v1.DisconnectSessionRequest.$Properties): oortbus.v1.DisconnectSessionRequest;
             * }}
             */
            DisconnectSessionRequest.create = function(properties) {
                return new DisconnectSessionRequest(properties);
            };

            /**
             * Encodes the specified DisconnectSessionRequest message. Does not implicitly {@link oortbus.v1.DisconnectSessionRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @static
             * @param {oortbus.v1.DisconnectSessionRequest.$Properties} message DisconnectSessionRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DisconnectSessionRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
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
             * Decodes a DisconnectSessionRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectSessionRequest & oortbus.v1.DisconnectSessionRequest.$Shape} DisconnectSessionRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DisconnectSessionRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DisconnectSessionRequest();
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
             * Verifies a DisconnectSessionRequest message.
             * @function verify
             * @memberof oortbus.v1.DisconnectSessionRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DisconnectSessionRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    if (!$util.isString(message.session))
                        return "session: string expected";
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    if (!$util.isString(message.reason))
                        return "reason: string expected";
                return null;
            };

            return DisconnectSessionRequest;
        })();

        v1.DisconnectSessionResponse = (function() {

            /**
             * Properties of a DisconnectSessionResponse.
             * @typedef {Object} oortbus.v1.DisconnectSessionResponse.$Properties
             * @property {number|null} [disconnected] DisconnectSessionResponse disconnected
             * @property {Array.<string>|null} [unansweredNodes] DisconnectSessionResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] DisconnectSessionResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DisconnectSessionResponse.
             * @memberof oortbus.v1
             * @interface IDisconnectSessionResponse
             * @augments oortbus.v1.DisconnectSessionResponse.$Properties
             * @deprecated Use oortbus.v1.DisconnectSessionResponse.$Properties instead.
             */

            /**
             * Shape of a DisconnectSessionResponse.
             * @typedef {oortbus.v1.DisconnectSessionResponse.$Properties} oortbus.v1.DisconnectSessionResponse.$Shape
             */

            /**
             * Constructs a new DisconnectSessionResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a DisconnectSessionResponse.
             * @constructor
             * @param {oortbus.v1.DisconnectSessionResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DisconnectSessionResponse = function (properties) {
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DisconnectSessionResponse disconnected.
             * @member {number} disconnected
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @instance
             */
            DisconnectSessionResponse.prototype.disconnected = 0;

            /**
             * DisconnectSessionResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @instance
             */
            DisconnectSessionResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * DisconnectSessionResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @instance
             */
            DisconnectSessionResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new DisconnectSessionResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @static
             * @param {oortbus.v1.DisconnectSessionResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DisconnectSessionResponse} DisconnectSessionResponse instance
             * @type {{
             *   (properties: oortbus.v1.DisconnectSessionResponse.$Shape): oortbus.v1.DisconnectSessionResponse & oortbus.v1.DisconnectSessionResponse.$Shape;
             *   (properties?: oortbus.v1.DisconnectSessionResponse.$Properties): oortbus.v1.DisconnectSessionResponse;
             * }}
             */
            DisconnectSessionResponse.create = function(properties) {
                return new DisconnectSessionResponse(properties);
            };

            /**
             * Encodes the specified DisconnectSessionResponse message. Does not implicitly {@link oortbus.v1.DisconnectSessionResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @static
             * @param {oortbus.v1.DisconnectSessionResponse.$Properties} message DisconnectSessionResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DisconnectSessionResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected") && message.disconnected !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.disconnected);
                if (message.unansweredNodes != null && message.unansweredNodes.length)
                    for (let i = 0; i < message.unansweredNodes.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.unansweredNodes[i]);
                if (message.unknownNodes != null && message.unknownNodes.length)
                    for (let i = 0; i < message.unknownNodes.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.unknownNodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DisconnectSessionResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DisconnectSessionResponse & oortbus.v1.DisconnectSessionResponse.$Shape} DisconnectSessionResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DisconnectSessionResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DisconnectSessionResponse();
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
                                message.disconnected = value;
                            else
                                delete message.disconnected;
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
                    case 3: {
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
             * Verifies a DisconnectSessionResponse message.
             * @function verify
             * @memberof oortbus.v1.DisconnectSessionResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DisconnectSessionResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected"))
                    if (!$util.isInteger(message.disconnected))
                        return "disconnected: integer expected";
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

            return DisconnectSessionResponse;
        })();

        v1.GetClusterRequest = (function() {

            /**
             * Properties of a GetClusterRequest.
             * @typedef {Object} oortbus.v1.GetClusterRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetClusterRequest.
             * @memberof oortbus.v1
             * @interface IGetClusterRequest
             * @augments oortbus.v1.GetClusterRequest.$Properties
             * @deprecated Use oortbus.v1.GetClusterRequest.$Properties instead.
             */

            /**
             * Shape of a GetClusterRequest.
             * @typedef {oortbus.v1.GetClusterRequest.$Properties} oortbus.v1.GetClusterRequest.$Shape
             */

            /**
             * Constructs a new GetClusterRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a GetClusterRequest.
             * @constructor
             * @param {oortbus.v1.GetClusterRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetClusterRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new GetClusterRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetClusterRequest
             * @static
             * @param {oortbus.v1.GetClusterRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetClusterRequest} GetClusterRequest instance
             * @type {{
             *   (properties: oortbus.v1.GetClusterRequest.$Shape): oortbus.v1.GetClusterRequest & oortbus.v1.GetClusterRequest.$Shape;
             *   (properties?: oortbus.v1.GetClusterRequest.$Properties): oortbus.v1.GetClusterRequest;
             * }}
             */
            GetClusterRequest.create = function(properties) {
                return new GetClusterRequest(properties);
            };

            /**
             * Encodes the specified GetClusterRequest message. Does not implicitly {@link oortbus.v1.GetClusterRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetClusterRequest
             * @static
             * @param {oortbus.v1.GetClusterRequest.$Properties} message GetClusterRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetClusterRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetClusterRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetClusterRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetClusterRequest & oortbus.v1.GetClusterRequest.$Shape} GetClusterRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetClusterRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetClusterRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
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
             * Verifies a GetClusterRequest message.
             * @function verify
             * @memberof oortbus.v1.GetClusterRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetClusterRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            return GetClusterRequest;
        })();

        v1.GetClusterResponse = (function() {

            /**
             * Properties of a GetClusterResponse.
             * @typedef {Object} oortbus.v1.GetClusterResponse.$Properties
             * @property {string|null} [url] GetClusterResponse url
             * @property {string|null} [id] GetClusterResponse id
             * @property {oortbus.v1.NodeState|null} [state] GetClusterResponse state
             * @property {Array.<oortbus.v1.Peer.$Properties>|null} [peers] GetClusterResponse peers
             * @property {number|null} [sessions] GetClusterResponse sessions
             * @property {number|null} [users] GetClusterResponse users
             * @property {number|null} [shards] GetClusterResponse shards
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetClusterResponse.
             * @memberof oortbus.v1
             * @interface IGetClusterResponse
             * @augments oortbus.v1.GetClusterResponse.$Properties
             * @deprecated Use oortbus.v1.GetClusterResponse.$Properties instead.
             */

            /**
             * Shape of a GetClusterResponse.
             * @typedef {oortbus.v1.GetClusterResponse.$Properties} oortbus.v1.GetClusterResponse.$Shape
             */

            /**
             * Constructs a new GetClusterResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a GetClusterResponse.
             * @constructor
             * @param {oortbus.v1.GetClusterResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetClusterResponse = function (properties) {
                this.peers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetClusterResponse url.
             * @member {string} url
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.url = "";

            /**
             * GetClusterResponse id.
             * @member {string} id
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.id = "";

            /**
             * GetClusterResponse state.
             * @member {oortbus.v1.NodeState} state
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.state = 0;

            /**
             * GetClusterResponse peers.
             * @member {Array.<oortbus.v1.Peer.$Properties>} peers
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.peers = $util.emptyArray;

            /**
             * GetClusterResponse sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.sessions = 0;

            /**
             * GetClusterResponse users.
             * @member {number} users
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.users = 0;

            /**
             * GetClusterResponse shards.
             * @member {number} shards
             * @memberof oortbus.v1.GetClusterResponse
             * @instance
             */
            GetClusterResponse.prototype.shards = 0;

            /**
             * Creates a new GetClusterResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetClusterResponse
             * @static
             * @param {oortbus.v1.GetClusterResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetClusterResponse} GetClusterResponse instance
             * @type {{
             *   (properties: oortbus.v1.GetClusterResponse.$Shape): oortbus.v1.GetClusterResponse & oortbus.v1.GetClusterResponse.$Shape;
             *   (properties?: oortbus.v1.GetClusterResponse.$Properties): oortbus.v1.GetClusterResponse;
             * }}
             */
            GetClusterResponse.create = function(properties) {
                return new GetClusterResponse(properties);
            };

            /**
             * Encodes the specified GetClusterResponse message. Does not implicitly {@link oortbus.v1.GetClusterResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetClusterResponse
             * @static
             * @param {oortbus.v1.GetClusterResponse.$Properties} message GetClusterResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetClusterResponse.encode = function (message, writer, _depth) {
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
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.state);
                if (message.peers != null && message.peers.length)
                    for (let i = 0; i < message.peers.length; ++i)
                        $root.oortbus.v1.Peer.encode(message.peers[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && message.sessions !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.sessions);
                if (message.users != null && $Object.hasOwnProperty.call(message, "users") && message.users !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.users);
                if (message.shards != null && $Object.hasOwnProperty.call(message, "shards") && message.shards !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.shards);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetClusterResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetClusterResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetClusterResponse & oortbus.v1.GetClusterResponse.$Shape} GetClusterResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetClusterResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetClusterResponse();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.peers && message.peers.length))
                                message.peers = [];
                            message.peers.push($root.oortbus.v1.Peer.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.sessions = value;
                            else
                                delete message.sessions;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.users = value;
                            else
                                delete message.users;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.shards = value;
                            else
                                delete message.shards;
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
             * Verifies a GetClusterResponse message.
             * @function verify
             * @memberof oortbus.v1.GetClusterResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetClusterResponse.verify = function (message, _depth) {
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
                    if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                        return "state: enum value expected";
                if (message.peers != null && $Object.hasOwnProperty.call(message, "peers")) {
                    if (!$Array.isArray(message.peers))
                        return "peers: array expected";
                    for (let i = 0; i < message.peers.length; ++i) {
                        let error = $root.oortbus.v1.Peer.verify(message.peers[i], _depth + 1);
                        if (error)
                            return "peers." + error;
                    }
                }
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions))
                        return "sessions: integer expected";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users"))
                    if (!$util.isInteger(message.users))
                        return "users: integer expected";
                if (message.shards != null && $Object.hasOwnProperty.call(message, "shards"))
                    if (!$util.isInteger(message.shards))
                        return "shards: integer expected";
                return null;
            };

            return GetClusterResponse;
        })();

        v1.DrainRequest = (function() {

            /**
             * Properties of a DrainRequest.
             * @typedef {Object} oortbus.v1.DrainRequest.$Properties
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DrainRequest.
             * @memberof oortbus.v1
             * @interface IDrainRequest
             * @augments oortbus.v1.DrainRequest.$Properties
             * @deprecated Use oortbus.v1.DrainRequest.$Properties instead.
             */

            /**
             * Shape of a DrainRequest.
             * @typedef {oortbus.v1.DrainRequest.$Properties} oortbus.v1.DrainRequest.$Shape
             */

            /**
             * Constructs a new DrainRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a DrainRequest.
             * @constructor
             * @param {oortbus.v1.DrainRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DrainRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Creates a new DrainRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DrainRequest
             * @static
             * @param {oortbus.v1.DrainRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DrainRequest} DrainRequest instance
             * @type {{
             *   (properties: oortbus.v1.DrainRequest.$Shape): oortbus.v1.DrainRequest & oortbus.v1.DrainRequest.$Shape;
             *   (properties?: oortbus.v1.DrainRequest.$Properties): oortbus.v1.DrainRequest;
             * }}
             */
            DrainRequest.create = function(properties) {
                return new DrainRequest(properties);
            };

            /**
             * Encodes the specified DrainRequest message. Does not implicitly {@link oortbus.v1.DrainRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DrainRequest
             * @static
             * @param {oortbus.v1.DrainRequest.$Properties} message DrainRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DrainRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DrainRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainRequest & oortbus.v1.DrainRequest.$Shape} DrainRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DrainRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
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
             * Verifies a DrainRequest message.
             * @function verify
             * @memberof oortbus.v1.DrainRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DrainRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                return null;
            };

            return DrainRequest;
        })();

        v1.DrainResponse = (function() {

            /**
             * Properties of a DrainResponse.
             * @typedef {Object} oortbus.v1.DrainResponse.$Properties
             * @property {number|null} [sessions] DrainResponse sessions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DrainResponse.
             * @memberof oortbus.v1
             * @interface IDrainResponse
             * @augments oortbus.v1.DrainResponse.$Properties
             * @deprecated Use oortbus.v1.DrainResponse.$Properties instead.
             */

            /**
             * Shape of a DrainResponse.
             * @typedef {oortbus.v1.DrainResponse.$Properties} oortbus.v1.DrainResponse.$Shape
             */

            /**
             * Constructs a new DrainResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a DrainResponse.
             * @constructor
             * @param {oortbus.v1.DrainResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DrainResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DrainResponse sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.DrainResponse
             * @instance
             */
            DrainResponse.prototype.sessions = 0;

            /**
             * Creates a new DrainResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.DrainResponse
             * @static
             * @param {oortbus.v1.DrainResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.DrainResponse} DrainResponse instance
             * @type {{
             *   (properties: oortbus.v1.DrainResponse.$Shape): oortbus.v1.DrainResponse & oortbus.v1.DrainResponse.$Shape;
             *   (properties?: oortbus.v1.DrainResponse.$Properties): oortbus.v1.DrainResponse;
             * }}
             */
            DrainResponse.create = function(properties) {
                return new DrainResponse(properties);
            };

            /**
             * Encodes the specified DrainResponse message. Does not implicitly {@link oortbus.v1.DrainResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.DrainResponse
             * @static
             * @param {oortbus.v1.DrainResponse.$Properties} message DrainResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DrainResponse.encode = function (message, writer, _depth) {
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
             * Decodes a DrainResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.DrainResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.DrainResponse & oortbus.v1.DrainResponse.$Shape} DrainResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DrainResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.DrainResponse();
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
             * Verifies a DrainResponse message.
             * @function verify
             * @memberof oortbus.v1.DrainResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            DrainResponse.verify = function (message, _depth) {
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

            return DrainResponse;
        })();

        v1.Peer = (function() {

            /**
             * Properties of a Peer.
             * @typedef {Object} oortbus.v1.Peer.$Properties
             * @property {string|null} [url] Peer url
             * @property {string|null} [id] Peer id
             * @property {oortbus.v1.PeerState|null} [state] Peer state
             * @property {google.protobuf.Timestamp.$Properties|null} [since] Peer since
             * @property {oortbus.v1.Link.$Properties|null} [link] Peer link
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Peer.
             * @memberof oortbus.v1
             * @interface IPeer
             * @augments oortbus.v1.Peer.$Properties
             * @deprecated Use oortbus.v1.Peer.$Properties instead.
             */

            /**
             * Shape of a Peer.
             * @typedef {oortbus.v1.Peer.$Properties} oortbus.v1.Peer.$Shape
             */

            /**
             * Constructs a new Peer.
             * @memberof oortbus.v1
             * @classdesc Represents a Peer.
             * @constructor
             * @param {oortbus.v1.Peer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Peer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Peer url.
             * @member {string} url
             * @memberof oortbus.v1.Peer
             * @instance
             */
            Peer.prototype.url = "";

            /**
             * Peer id.
             * @member {string} id
             * @memberof oortbus.v1.Peer
             * @instance
             */
            Peer.prototype.id = "";

            /**
             * Peer state.
             * @member {oortbus.v1.PeerState} state
             * @memberof oortbus.v1.Peer
             * @instance
             */
            Peer.prototype.state = 0;

            /**
             * Peer since.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} since
             * @memberof oortbus.v1.Peer
             * @instance
             */
            Peer.prototype.since = null;

            /**
             * Peer link.
             * @member {oortbus.v1.Link.$Properties|null|undefined} link
             * @memberof oortbus.v1.Peer
             * @instance
             */
            Peer.prototype.link = null;

            /**
             * Creates a new Peer instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Peer
             * @static
             * @param {oortbus.v1.Peer.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Peer} Peer instance
             * @type {{
             *   (properties: oortbus.v1.Peer.$Shape): oortbus.v1.Peer & oortbus.v1.Peer.$Shape;
             *   (properties?: oortbus.v1.Peer.$Properties): oortbus.v1.Peer;
             * }}
             */
            Peer.create = function(properties) {
                return new Peer(properties);
            };

            /**
             * Encodes the specified Peer message. Does not implicitly {@link oortbus.v1.Peer.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Peer
             * @static
             * @param {oortbus.v1.Peer.$Properties} message Peer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Peer.encode = function (message, writer, _depth) {
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
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.state);
                if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                    $root.google.protobuf.Timestamp.encode(message.since, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.link != null && $Object.hasOwnProperty.call(message, "link"))
                    $root.oortbus.v1.Link.encode(message.link, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Peer message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Peer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Peer & oortbus.v1.Peer.$Shape} Peer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Peer.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Peer();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.since = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.since);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.link = $root.oortbus.v1.Link.decode(reader, reader.size(), $undefined, _depth + 1, message.link);
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
             * Verifies a Peer message.
             * @function verify
             * @memberof oortbus.v1.Peer
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Peer.verify = function (message, _depth) {
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
                    if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                        return "state: enum value expected";
                if (message.since != null && $Object.hasOwnProperty.call(message, "since")) {
                    let error = $root.google.protobuf.Timestamp.verify(message.since, _depth + 1);
                    if (error)
                        return "since." + error;
                }
                if (message.link != null && $Object.hasOwnProperty.call(message, "link")) {
                    let error = $root.oortbus.v1.Link.verify(message.link, _depth + 1);
                    if (error)
                        return "link." + error;
                }
                return null;
            };

            return Peer;
        })();

        v1.Link = (function() {

            /**
             * Properties of a Link.
             * @typedef {Object} oortbus.v1.Link.$Properties
             * @property {string|null} [out] Link out
             * @property {string|null} ["in"] Link in
             * @property {number|null} [roundTripMs] Link roundTripMs
             * @property {number|null} [queuedMessages] Link queuedMessages
             * @property {number|null} [queuedBytes] Link queuedBytes
             * @property {number|null} [gaps] Link gaps
             * @property {number|null} [interest] Link interest
             * @property {number|null} [version] Link version
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Link.
             * @memberof oortbus.v1
             * @interface ILink
             * @augments oortbus.v1.Link.$Properties
             * @deprecated Use oortbus.v1.Link.$Properties instead.
             */

            /**
             * Shape of a Link.
             * @typedef {oortbus.v1.Link.$Properties} oortbus.v1.Link.$Shape
             */

            /**
             * Constructs a new Link.
             * @memberof oortbus.v1
             * @classdesc Represents a Link.
             * @constructor
             * @param {oortbus.v1.Link.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Link = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Link out.
             * @member {string} out
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.out = "";

            /**
             * Link in.
             * @member {string} in
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype["in"] = "";

            /**
             * Link roundTripMs.
             * @member {number|null|undefined} roundTripMs
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.roundTripMs = null;

            /**
             * Link queuedMessages.
             * @member {number} queuedMessages
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.queuedMessages = 0;

            /**
             * Link queuedBytes.
             * @member {number} queuedBytes
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.queuedBytes = 0;

            /**
             * Link gaps.
             * @member {number} gaps
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.gaps = 0;

            /**
             * Link interest.
             * @member {number|null|undefined} interest
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.interest = null;

            /**
             * Link version.
             * @member {number|null|undefined} version
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.version = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_roundTripMs", {
                get: $util.oneOfGetter($oneOfFields = ["roundTripMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_interest", {
                get: $util.oneOfGetter($oneOfFields = ["interest"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_version", {
                get: $util.oneOfGetter($oneOfFields = ["version"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Link instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Link
             * @static
             * @param {oortbus.v1.Link.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Link} Link instance
             * @type {{
             *   (properties: oortbus.v1.Link.$Shape): oortbus.v1.Link & oortbus.v1.Link.$Shape;
             *   (properties?: oortbus.v1.Link.$Properties): oortbus.v1.Link;
             * }}
             */
            Link.create = function(properties) {
                return new Link(properties);
            };

            /**
             * Encodes the specified Link message. Does not implicitly {@link oortbus.v1.Link.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Link
             * @static
             * @param {oortbus.v1.Link.$Properties} message Link message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Link.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.out != null && $Object.hasOwnProperty.call(message, "out") && message.out !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.out);
                if (message["in"] != null && $Object.hasOwnProperty.call(message, "in") && message["in"] !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message["in"]);
                if (message.roundTripMs != null && $Object.hasOwnProperty.call(message, "roundTripMs"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.roundTripMs);
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages") && message.queuedMessages !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.queuedMessages);
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes") && message.queuedBytes !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.queuedBytes);
                if (message.gaps != null && $Object.hasOwnProperty.call(message, "gaps") && message.gaps !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.gaps);
                if (message.interest != null && $Object.hasOwnProperty.call(message, "interest"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.interest);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Link message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Link
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Link & oortbus.v1.Link.$Shape} Link
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Link.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Link();
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
                                message.out = value;
                            else
                                delete message.out;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["in"] = value;
                            else
                                delete message["in"];
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.roundTripMs = reader.double();
                            message._roundTripMs = "roundTripMs";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.queuedMessages = value;
                            else
                                delete message.queuedMessages;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.queuedBytes = value;
                            else
                                delete message.queuedBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.gaps = value;
                            else
                                delete message.gaps;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.interest = reader.uint32();
                            message._interest = "interest";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.version = reader.uint32();
                            message._version = "version";
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
             * Verifies a Link message.
             * @function verify
             * @memberof oortbus.v1.Link
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Link.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.out != null && $Object.hasOwnProperty.call(message, "out"))
                    if (!$util.isString(message.out))
                        return "out: string expected";
                if (message["in"] != null && $Object.hasOwnProperty.call(message, "in"))
                    if (!$util.isString(message["in"]))
                        return "in: string expected";
                if (message.roundTripMs != null && $Object.hasOwnProperty.call(message, "roundTripMs")) {
                    properties._roundTripMs = 1;
                    if (typeof message.roundTripMs !== "number")
                        return "roundTripMs: number expected";
                }
                if (message.queuedMessages != null && $Object.hasOwnProperty.call(message, "queuedMessages"))
                    if (!$util.isInteger(message.queuedMessages))
                        return "queuedMessages: integer expected";
                if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes"))
                    if (!$util.isInteger(message.queuedBytes))
                        return "queuedBytes: integer expected";
                if (message.gaps != null && $Object.hasOwnProperty.call(message, "gaps"))
                    if (!$util.isInteger(message.gaps))
                        return "gaps: integer expected";
                if (message.interest != null && $Object.hasOwnProperty.call(message, "interest")) {
                    properties._interest = 1;
                    if (!$util.isInteger(message.interest))
                        return "interest: integer expected";
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version")) {
                    properties._version = 1;
                    if (!$util.isInteger(message.version))
                        return "version: integer expected";
                }
                return null;
            };

            return Link;
        })();

        /**
         * NodeState enum.
         * @name oortbus.v1.NodeState
         * @enum {number}
         * @property {number} NODE_STATE_UNSPECIFIED=0 NODE_STATE_UNSPECIFIED value
         * @property {number} NODE_STATE_JOINING=1 NODE_STATE_JOINING value
         * @property {number} NODE_STATE_READY=2 NODE_STATE_READY value
         * @property {number} NODE_STATE_DRAINING=3 NODE_STATE_DRAINING value
         */
        v1.NodeState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NODE_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "NODE_STATE_JOINING"] = 1;
            values[valuesById[2] = "NODE_STATE_READY"] = 2;
            values[valuesById[3] = "NODE_STATE_DRAINING"] = 3;
            return values;
        })();

        /**
         * PeerState enum.
         * @name oortbus.v1.PeerState
         * @enum {number}
         * @property {number} PEER_STATE_UNSPECIFIED=0 PEER_STATE_UNSPECIFIED value
         * @property {number} PEER_STATE_JOINING=1 PEER_STATE_JOINING value
         * @property {number} PEER_STATE_JOINED=2 PEER_STATE_JOINED value
         * @property {number} PEER_STATE_SUSPECTED=3 PEER_STATE_SUSPECTED value
         * @property {number} PEER_STATE_LOST=4 PEER_STATE_LOST value
         */
        v1.PeerState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PEER_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PEER_STATE_JOINING"] = 1;
            values[valuesById[2] = "PEER_STATE_JOINED"] = 2;
            values[valuesById[3] = "PEER_STATE_SUSPECTED"] = 3;
            values[valuesById[4] = "PEER_STATE_LOST"] = 4;
            return values;
        })();

        return v1;
    })();

    return oortbus;
})();

export const google = $root.google = (() => {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    const google = {};

    google.protobuf = (function() {

        /**
         * Namespace protobuf.
         * @memberof google
         * @namespace
         */
        const protobuf = {};

        protobuf.Timestamp = (function() {

            /**
             * Properties of a Timestamp.
             * @typedef {Object} google.protobuf.Timestamp.$Properties
             * @property {number|Long|null} [seconds] Timestamp seconds
             * @property {number|null} [nanos] Timestamp nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Timestamp.
             * @memberof google.protobuf
             * @interface ITimestamp
             * @augments google.protobuf.Timestamp.$Properties
             * @deprecated Use google.protobuf.Timestamp.$Properties instead.
             */

            /**
             * Shape of a Timestamp.
             * @typedef {google.protobuf.Timestamp.$Properties} google.protobuf.Timestamp.$Shape
             */

            /**
             * Constructs a new Timestamp.
             * @memberof google.protobuf
             * @classdesc Represents a Timestamp.
             * @constructor
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Timestamp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Timestamp seconds.
             * @member {number|Long} seconds
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Timestamp nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.nanos = 0;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @function create
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @returns {google.protobuf.Timestamp} Timestamp instance
             * @type {{
             *   (properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
             *   (properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;
             * }}
             */
            Timestamp.create = function(properties) {
                return new Timestamp(properties);
            };

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties} message Timestamp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Timestamp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Timestamp message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Timestamp.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.google.protobuf.Timestamp();
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
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
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
             * Verifies a Timestamp message.
             * @function verify
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Timestamp.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    if (!$util.isInteger(message.seconds) && !(message.seconds && $util.isInteger(message.seconds.low) && $util.isInteger(message.seconds.high)))
                        return "seconds: integer|Long expected";
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos"))
                    if (!$util.isInteger(message.nanos))
                        return "nanos: integer expected";
                return null;
            };

            return Timestamp;
        })();

        return protobuf;
    })();

    return google;
})();

export {
  $root as default
};
