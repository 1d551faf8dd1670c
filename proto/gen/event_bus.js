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
             * Callback as used by {@link oortbus.v1.EventBus#publishBatch}.
             * @memberof oortbus.v1.EventBus
             * @typedef PublishBatchCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.PublishBatchResponse} [response] PublishBatchResponse
             */

            /**
             * Calls PublishBatch.
             * @memberof oortbus.v1.EventBus
             * @typedef PublishBatch
             * @type {{
             *   (request: oortbus.v1.IPublishBatchRequest, callback: oortbus.v1.EventBus.PublishBatchCallback): void;
             *   (request: oortbus.v1.IPublishBatchRequest): Promise<oortbus.v1.PublishBatchResponse>;
             *   readonly name: "PublishBatch";
             *   readonly path: "/oortbus.v1.EventBus/PublishBatch";
             *   readonly requestType: "PublishBatchRequest";
             *   readonly responseType: "PublishBatchResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls PublishBatch.
             * @name oortbus.v1.EventBus#publishBatch
             * @type {oortbus.v1.EventBus.PublishBatch}
             */
            $Object.defineProperties(EventBus.prototype.publishBatch = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.publishBatch, $root.oortbus.v1.PublishBatchRequest, $root.oortbus.v1.PublishBatchResponse, request, callback);
            }, {
                name: { value: "PublishBatch" },
                path: { value: "/oortbus.v1.EventBus/PublishBatch" },
                requestType: { value: "PublishBatchRequest" },
                responseType: { value: "PublishBatchResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#publishStream}.
             * @memberof oortbus.v1.EventBus
             * @typedef PublishStreamCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.PublishStreamResponse} [response] PublishStreamResponse
             */

            /**
             * Calls PublishStream.
             * @memberof oortbus.v1.EventBus
             * @typedef PublishStream
             * @type {{
             *   (request: oortbus.v1.IPublishStreamRequest, callback: oortbus.v1.EventBus.PublishStreamCallback): void;
             *   (request: oortbus.v1.IPublishStreamRequest): Promise<oortbus.v1.PublishStreamResponse>;
             *   readonly name: "PublishStream";
             *   readonly path: "/oortbus.v1.EventBus/PublishStream";
             *   readonly requestType: "PublishStreamRequest";
             *   readonly responseType: "PublishStreamResponse";
             *   readonly requestStream: true;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls PublishStream.
             * @name oortbus.v1.EventBus#publishStream
             * @type {oortbus.v1.EventBus.PublishStream}
             */
            $Object.defineProperties(EventBus.prototype.publishStream = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.publishStream, $root.oortbus.v1.PublishStreamRequest, $root.oortbus.v1.PublishStreamResponse, request, callback);
            }, {
                name: { value: "PublishStream" },
                path: { value: "/oortbus.v1.EventBus/PublishStream" },
                requestType: { value: "PublishStreamRequest" },
                responseType: { value: "PublishStreamResponse" },
                requestStream: { value: true },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#subscribe}.
             * @memberof oortbus.v1.EventBus
             * @typedef SubscribeCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.SubscribeResponse} [response] SubscribeResponse
             */

            /**
             * Calls Subscribe.
             * @memberof oortbus.v1.EventBus
             * @typedef Subscribe
             * @type {{
             *   (request: oortbus.v1.ISubscribeRequest, callback: oortbus.v1.EventBus.SubscribeCallback): void;
             *   (request: oortbus.v1.ISubscribeRequest): Promise<oortbus.v1.SubscribeResponse>;
             *   readonly name: "Subscribe";
             *   readonly path: "/oortbus.v1.EventBus/Subscribe";
             *   readonly requestType: "SubscribeRequest";
             *   readonly responseType: "SubscribeResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls Subscribe.
             * @name oortbus.v1.EventBus#subscribe
             * @type {oortbus.v1.EventBus.Subscribe}
             */
            $Object.defineProperties(EventBus.prototype.subscribe = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.subscribe, $root.oortbus.v1.SubscribeRequest, $root.oortbus.v1.SubscribeResponse, request, callback);
            }, {
                name: { value: "Subscribe" },
                path: { value: "/oortbus.v1.EventBus/Subscribe" },
                requestType: { value: "SubscribeRequest" },
                responseType: { value: "SubscribeResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#getChannels}.
             * @memberof oortbus.v1.EventBus
             * @typedef GetChannelsCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.GetChannelsResponse} [response] GetChannelsResponse
             */

            /**
             * Calls GetChannels.
             * @memberof oortbus.v1.EventBus
             * @typedef GetChannels
             * @type {{
             *   (request: oortbus.v1.IGetChannelsRequest, callback: oortbus.v1.EventBus.GetChannelsCallback): void;
             *   (request: oortbus.v1.IGetChannelsRequest): Promise<oortbus.v1.GetChannelsResponse>;
             *   readonly name: "GetChannels";
             *   readonly path: "/oortbus.v1.EventBus/GetChannels";
             *   readonly requestType: "GetChannelsRequest";
             *   readonly responseType: "GetChannelsResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls GetChannels.
             * @name oortbus.v1.EventBus#getChannels
             * @type {oortbus.v1.EventBus.GetChannels}
             */
            $Object.defineProperties(EventBus.prototype.getChannels = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.getChannels, $root.oortbus.v1.GetChannelsRequest, $root.oortbus.v1.GetChannelsResponse, request, callback);
            }, {
                name: { value: "GetChannels" },
                path: { value: "/oortbus.v1.EventBus/GetChannels" },
                requestType: { value: "GetChannelsRequest" },
                responseType: { value: "GetChannelsResponse" },
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
             * Callback as used by {@link oortbus.v1.EventBus#sendToUsers}.
             * @memberof oortbus.v1.EventBus
             * @typedef SendToUsersCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.SendToUsersResponse} [response] SendToUsersResponse
             */

            /**
             * Calls SendToUsers.
             * @memberof oortbus.v1.EventBus
             * @typedef SendToUsers
             * @type {{
             *   (request: oortbus.v1.ISendToUsersRequest, callback: oortbus.v1.EventBus.SendToUsersCallback): void;
             *   (request: oortbus.v1.ISendToUsersRequest): Promise<oortbus.v1.SendToUsersResponse>;
             *   readonly name: "SendToUsers";
             *   readonly path: "/oortbus.v1.EventBus/SendToUsers";
             *   readonly requestType: "SendToUsersRequest";
             *   readonly responseType: "SendToUsersResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls SendToUsers.
             * @name oortbus.v1.EventBus#sendToUsers
             * @type {oortbus.v1.EventBus.SendToUsers}
             */
            $Object.defineProperties(EventBus.prototype.sendToUsers = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.sendToUsers, $root.oortbus.v1.SendToUsersRequest, $root.oortbus.v1.SendToUsersResponse, request, callback);
            }, {
                name: { value: "SendToUsers" },
                path: { value: "/oortbus.v1.EventBus/SendToUsers" },
                requestType: { value: "SendToUsersRequest" },
                responseType: { value: "SendToUsersResponse" },
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
             * Callback as used by {@link oortbus.v1.EventBus#watchCluster}.
             * @memberof oortbus.v1.EventBus
             * @typedef WatchClusterCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.WatchClusterResponse} [response] WatchClusterResponse
             */

            /**
             * Calls WatchCluster.
             * @memberof oortbus.v1.EventBus
             * @typedef WatchCluster
             * @type {{
             *   (request: oortbus.v1.IWatchClusterRequest, callback: oortbus.v1.EventBus.WatchClusterCallback): void;
             *   (request: oortbus.v1.IWatchClusterRequest): Promise<oortbus.v1.WatchClusterResponse>;
             *   readonly name: "WatchCluster";
             *   readonly path: "/oortbus.v1.EventBus/WatchCluster";
             *   readonly requestType: "WatchClusterRequest";
             *   readonly responseType: "WatchClusterResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: true;
             * }}
             */

            /**
             * Calls WatchCluster.
             * @name oortbus.v1.EventBus#watchCluster
             * @type {oortbus.v1.EventBus.WatchCluster}
             */
            $Object.defineProperties(EventBus.prototype.watchCluster = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.watchCluster, $root.oortbus.v1.WatchClusterRequest, $root.oortbus.v1.WatchClusterResponse, request, callback);
            }, {
                name: { value: "WatchCluster" },
                path: { value: "/oortbus.v1.EventBus/WatchCluster" },
                requestType: { value: "WatchClusterRequest" },
                responseType: { value: "WatchClusterResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: true }
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

            /**
             * Callback as used by {@link oortbus.v1.EventBus#mintToken}.
             * @memberof oortbus.v1.EventBus
             * @typedef MintTokenCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.MintTokenResponse} [response] MintTokenResponse
             */

            /**
             * Calls MintToken.
             * @memberof oortbus.v1.EventBus
             * @typedef MintToken
             * @type {{
             *   (request: oortbus.v1.IMintTokenRequest, callback: oortbus.v1.EventBus.MintTokenCallback): void;
             *   (request: oortbus.v1.IMintTokenRequest): Promise<oortbus.v1.MintTokenResponse>;
             *   readonly name: "MintToken";
             *   readonly path: "/oortbus.v1.EventBus/MintToken";
             *   readonly requestType: "MintTokenRequest";
             *   readonly responseType: "MintTokenResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls MintToken.
             * @name oortbus.v1.EventBus#mintToken
             * @type {oortbus.v1.EventBus.MintToken}
             */
            $Object.defineProperties(EventBus.prototype.mintToken = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.mintToken, $root.oortbus.v1.MintTokenRequest, $root.oortbus.v1.MintTokenResponse, request, callback);
            }, {
                name: { value: "MintToken" },
                path: { value: "/oortbus.v1.EventBus/MintToken" },
                requestType: { value: "MintTokenRequest" },
                responseType: { value: "MintTokenResponse" },
                requestStream: { value: $undefined },
                responseStream: { value: $undefined }
            });

            /**
             * Callback as used by {@link oortbus.v1.EventBus#revokeTokens}.
             * @memberof oortbus.v1.EventBus
             * @typedef RevokeTokensCallback
             * @type {function}
             * @param {Error|null} error Error, if any
             * @param {oortbus.v1.RevokeTokensResponse} [response] RevokeTokensResponse
             */

            /**
             * Calls RevokeTokens.
             * @memberof oortbus.v1.EventBus
             * @typedef RevokeTokens
             * @type {{
             *   (request: oortbus.v1.IRevokeTokensRequest, callback: oortbus.v1.EventBus.RevokeTokensCallback): void;
             *   (request: oortbus.v1.IRevokeTokensRequest): Promise<oortbus.v1.RevokeTokensResponse>;
             *   readonly name: "RevokeTokens";
             *   readonly path: "/oortbus.v1.EventBus/RevokeTokens";
             *   readonly requestType: "RevokeTokensRequest";
             *   readonly responseType: "RevokeTokensResponse";
             *   readonly requestStream: undefined;
             *   readonly responseStream: undefined;
             * }}
             */

            /**
             * Calls RevokeTokens.
             * @name oortbus.v1.EventBus#revokeTokens
             * @type {oortbus.v1.EventBus.RevokeTokens}
             */
            $Object.defineProperties(EventBus.prototype.revokeTokens = function(request, callback) {
                return $protobuf.rpc.Service.prototype.rpcCall.call(this, EventBus.prototype.revokeTokens, $root.oortbus.v1.RevokeTokensRequest, $root.oortbus.v1.RevokeTokensResponse, request, callback);
            }, {
                name: { value: "RevokeTokens" },
                path: { value: "/oortbus.v1.EventBus/RevokeTokens" },
                requestType: { value: "RevokeTokensRequest" },
                responseType: { value: "RevokeTokensResponse" },
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
             * @property {string|null} [idempotencyKey] PublishRequest idempotencyKey
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
             * PublishRequest idempotencyKey.
             * @member {string} idempotencyKey
             * @memberof oortbus.v1.PublishRequest
             * @instance
             */
            PublishRequest.prototype.idempotencyKey = "";

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
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.idempotencyKey);
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
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.idempotencyKey = value;
                            else
                                delete message.idempotencyKey;
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
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey"))
                    if (!$util.isString(message.idempotencyKey))
                        return "idempotencyKey: string expected";
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

        v1.BusMessage = (function() {

            /**
             * Properties of a BusMessage.
             * @typedef {Object} oortbus.v1.BusMessage.$Properties
             * @property {string|null} [channel] BusMessage channel
             * @property {Uint8Array|null} [data] BusMessage data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BusMessage.
             * @memberof oortbus.v1
             * @interface IBusMessage
             * @augments oortbus.v1.BusMessage.$Properties
             * @deprecated Use oortbus.v1.BusMessage.$Properties instead.
             */

            /**
             * Shape of a BusMessage.
             * @typedef {oortbus.v1.BusMessage.$Properties} oortbus.v1.BusMessage.$Shape
             */

            /**
             * Constructs a new BusMessage.
             * @memberof oortbus.v1
             * @classdesc Represents a BusMessage.
             * @constructor
             * @param {oortbus.v1.BusMessage.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BusMessage = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BusMessage channel.
             * @member {string} channel
             * @memberof oortbus.v1.BusMessage
             * @instance
             */
            BusMessage.prototype.channel = "";

            /**
             * BusMessage data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.BusMessage
             * @instance
             */
            BusMessage.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new BusMessage instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.BusMessage
             * @static
             * @param {oortbus.v1.BusMessage.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.BusMessage} BusMessage instance
             * @type {{
             *   (properties: oortbus.v1.BusMessage.$Shape): oortbus.v1.BusMessage & oortbus.v1.BusMessage.$Shape;
             *   (properties?: oortbus.v1.BusMessage.$Properties): oortbus.v1.BusMessage;
             * }}
             */
            BusMessage.create = function(properties) {
                return new BusMessage(properties);
            };

            /**
             * Encodes the specified BusMessage message. Does not implicitly {@link oortbus.v1.BusMessage.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.BusMessage
             * @static
             * @param {oortbus.v1.BusMessage.$Properties} message BusMessage message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BusMessage.encode = function (message, writer, _depth) {
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
             * Decodes a BusMessage message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.BusMessage
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.BusMessage & oortbus.v1.BusMessage.$Shape} BusMessage
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BusMessage.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.BusMessage();
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
             * Verifies a BusMessage message.
             * @function verify
             * @memberof oortbus.v1.BusMessage
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            BusMessage.verify = function (message, _depth) {
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

            return BusMessage;
        })();

        v1.PublishBatchRequest = (function() {

            /**
             * Properties of a PublishBatchRequest.
             * @typedef {Object} oortbus.v1.PublishBatchRequest.$Properties
             * @property {Array.<oortbus.v1.BusMessage.$Properties>|null} [messages] PublishBatchRequest messages
             * @property {string|null} [idempotencyKey] PublishBatchRequest idempotencyKey
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishBatchRequest.
             * @memberof oortbus.v1
             * @interface IPublishBatchRequest
             * @augments oortbus.v1.PublishBatchRequest.$Properties
             * @deprecated Use oortbus.v1.PublishBatchRequest.$Properties instead.
             */

            /**
             * Shape of a PublishBatchRequest.
             * @typedef {oortbus.v1.PublishBatchRequest.$Properties} oortbus.v1.PublishBatchRequest.$Shape
             */

            /**
             * Constructs a new PublishBatchRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishBatchRequest.
             * @constructor
             * @param {oortbus.v1.PublishBatchRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishBatchRequest = function (properties) {
                this.messages = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishBatchRequest messages.
             * @member {Array.<oortbus.v1.BusMessage.$Properties>} messages
             * @memberof oortbus.v1.PublishBatchRequest
             * @instance
             */
            PublishBatchRequest.prototype.messages = $util.emptyArray;

            /**
             * PublishBatchRequest idempotencyKey.
             * @member {string} idempotencyKey
             * @memberof oortbus.v1.PublishBatchRequest
             * @instance
             */
            PublishBatchRequest.prototype.idempotencyKey = "";

            /**
             * Creates a new PublishBatchRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishBatchRequest
             * @static
             * @param {oortbus.v1.PublishBatchRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishBatchRequest} PublishBatchRequest instance
             * @type {{
             *   (properties: oortbus.v1.PublishBatchRequest.$Shape): oortbus.v1.PublishBatchRequest & oortbus.v1.PublishBatchRequest.$Shape;
             *   (properties?: oortbus.v1.PublishBatchRequest.$Properties): oortbus.v1.PublishBatchRequest;
             * }}
             */
            PublishBatchRequest.create = function(properties) {
                return new PublishBatchRequest(properties);
            };

            /**
             * Encodes the specified PublishBatchRequest message. Does not implicitly {@link oortbus.v1.PublishBatchRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishBatchRequest
             * @static
             * @param {oortbus.v1.PublishBatchRequest.$Properties} message PublishBatchRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishBatchRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && message.messages.length)
                    for (let i = 0; i < message.messages.length; ++i)
                        $root.oortbus.v1.BusMessage.encode(message.messages[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.idempotencyKey);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PublishBatchRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishBatchRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishBatchRequest & oortbus.v1.PublishBatchRequest.$Shape} PublishBatchRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishBatchRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishBatchRequest();
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
                            if (!(message.messages && message.messages.length))
                                message.messages = [];
                            message.messages.push($root.oortbus.v1.BusMessage.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.idempotencyKey = value;
                            else
                                delete message.idempotencyKey;
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
             * Verifies a PublishBatchRequest message.
             * @function verify
             * @memberof oortbus.v1.PublishBatchRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishBatchRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages")) {
                    if (!$Array.isArray(message.messages))
                        return "messages: array expected";
                    for (let i = 0; i < message.messages.length; ++i) {
                        let error = $root.oortbus.v1.BusMessage.verify(message.messages[i], _depth + 1);
                        if (error)
                            return "messages." + error;
                    }
                }
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey"))
                    if (!$util.isString(message.idempotencyKey))
                        return "idempotencyKey: string expected";
                return null;
            };

            return PublishBatchRequest;
        })();

        v1.PublishBatchResponse = (function() {

            /**
             * Properties of a PublishBatchResponse.
             * @typedef {Object} oortbus.v1.PublishBatchResponse.$Properties
             * @property {Array.<number>|null} [sessions] PublishBatchResponse sessions
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishBatchResponse.
             * @memberof oortbus.v1
             * @interface IPublishBatchResponse
             * @augments oortbus.v1.PublishBatchResponse.$Properties
             * @deprecated Use oortbus.v1.PublishBatchResponse.$Properties instead.
             */

            /**
             * Shape of a PublishBatchResponse.
             * @typedef {oortbus.v1.PublishBatchResponse.$Properties} oortbus.v1.PublishBatchResponse.$Shape
             */

            /**
             * Constructs a new PublishBatchResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishBatchResponse.
             * @constructor
             * @param {oortbus.v1.PublishBatchResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishBatchResponse = function (properties) {
                this.sessions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishBatchResponse sessions.
             * @member {Array.<number>} sessions
             * @memberof oortbus.v1.PublishBatchResponse
             * @instance
             */
            PublishBatchResponse.prototype.sessions = $util.emptyArray;

            /**
             * Creates a new PublishBatchResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishBatchResponse
             * @static
             * @param {oortbus.v1.PublishBatchResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishBatchResponse} PublishBatchResponse instance
             * @type {{
             *   (properties: oortbus.v1.PublishBatchResponse.$Shape): oortbus.v1.PublishBatchResponse & oortbus.v1.PublishBatchResponse.$Shape;
             *   (properties?: oortbus.v1.PublishBatchResponse.$Properties): oortbus.v1.PublishBatchResponse;
             * }}
             */
            PublishBatchResponse.create = function(properties) {
                return new PublishBatchResponse(properties);
            };

            /**
             * Encodes the specified PublishBatchResponse message. Does not implicitly {@link oortbus.v1.PublishBatchResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishBatchResponse
             * @static
             * @param {oortbus.v1.PublishBatchResponse.$Properties} message PublishBatchResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishBatchResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sessions != null && message.sessions.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint32s(message.sessions);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PublishBatchResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishBatchResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishBatchResponse & oortbus.v1.PublishBatchResponse.$Shape} PublishBatchResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishBatchResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishBatchResponse();
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
                            if (wireType === 2) {
                                if (!(message.sessions && message.sessions.length))
                                    message.sessions = [];
                                reader.uint32s(message.sessions);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.sessions && message.sessions.length))
                                message.sessions = [];
                            message.sessions.push(reader.uint32());
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
             * Verifies a PublishBatchResponse message.
             * @function verify
             * @memberof oortbus.v1.PublishBatchResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishBatchResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions")) {
                    if (!$Array.isArray(message.sessions))
                        return "sessions: array expected";
                    for (let i = 0; i < message.sessions.length; ++i)
                        if (!$util.isInteger(message.sessions[i]))
                            return "sessions: integer[] expected";
                }
                return null;
            };

            return PublishBatchResponse;
        })();

        v1.PublishStreamRequest = (function() {

            /**
             * Properties of a PublishStreamRequest.
             * @typedef {Object} oortbus.v1.PublishStreamRequest.$Properties
             * @property {string|null} [channel] PublishStreamRequest channel
             * @property {Uint8Array|null} [data] PublishStreamRequest data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishStreamRequest.
             * @memberof oortbus.v1
             * @interface IPublishStreamRequest
             * @augments oortbus.v1.PublishStreamRequest.$Properties
             * @deprecated Use oortbus.v1.PublishStreamRequest.$Properties instead.
             */

            /**
             * Shape of a PublishStreamRequest.
             * @typedef {oortbus.v1.PublishStreamRequest.$Properties} oortbus.v1.PublishStreamRequest.$Shape
             */

            /**
             * Constructs a new PublishStreamRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishStreamRequest.
             * @constructor
             * @param {oortbus.v1.PublishStreamRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishStreamRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishStreamRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.PublishStreamRequest
             * @instance
             */
            PublishStreamRequest.prototype.channel = "";

            /**
             * PublishStreamRequest data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.PublishStreamRequest
             * @instance
             */
            PublishStreamRequest.prototype.data = $util.newBuffer([]);

            /**
             * Creates a new PublishStreamRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishStreamRequest
             * @static
             * @param {oortbus.v1.PublishStreamRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishStreamRequest} PublishStreamRequest instance
             * @type {{
             *   (properties: oortbus.v1.PublishStreamRequest.$Shape): oortbus.v1.PublishStreamRequest & oortbus.v1.PublishStreamRequest.$Shape;
             *   (properties?: oortbus.v1.PublishStreamRequest.$Properties): oortbus.v1.PublishStreamRequest;
             * }}
             */
            PublishStreamRequest.create = function(properties) {
                return new PublishStreamRequest(properties);
            };

            /**
             * Encodes the specified PublishStreamRequest message. Does not implicitly {@link oortbus.v1.PublishStreamRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishStreamRequest
             * @static
             * @param {oortbus.v1.PublishStreamRequest.$Properties} message PublishStreamRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishStreamRequest.encode = function (message, writer, _depth) {
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
             * Decodes a PublishStreamRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishStreamRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishStreamRequest & oortbus.v1.PublishStreamRequest.$Shape} PublishStreamRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishStreamRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishStreamRequest();
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
             * Verifies a PublishStreamRequest message.
             * @function verify
             * @memberof oortbus.v1.PublishStreamRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishStreamRequest.verify = function (message, _depth) {
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

            return PublishStreamRequest;
        })();

        v1.PublishStreamResponse = (function() {

            /**
             * Properties of a PublishStreamResponse.
             * @typedef {Object} oortbus.v1.PublishStreamResponse.$Properties
             * @property {oortbus.v1.PublishResponse.$Properties|null} [published] PublishStreamResponse published
             * @property {oortbus.v1.Problem.$Properties|null} [problem] PublishStreamResponse problem
             * @property {oortbus.v1.StreamEnded.$Properties|null} [ended] PublishStreamResponse ended
             * @property {"published"|"problem"|"ended"} [outcome] PublishStreamResponse outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PublishStreamResponse.
             * @memberof oortbus.v1
             * @interface IPublishStreamResponse
             * @augments oortbus.v1.PublishStreamResponse.$Properties
             * @deprecated Use oortbus.v1.PublishStreamResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a PublishStreamResponse.
             * @typedef {{
             *   published?: oortbus.v1.PublishResponse.$Shape|null;
             *   problem?: oortbus.v1.Problem.$Shape|null;
             *   ended?: oortbus.v1.StreamEnded.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ outcome?: undefined; published?: null; problem?: null; ended?: null }|{ outcome?: "published"; published: oortbus.v1.PublishResponse.$Shape; problem?: null; ended?: null }|{ outcome?: "problem"; published?: null; problem: oortbus.v1.Problem.$Shape; ended?: null }|{ outcome?: "ended"; published?: null; problem?: null; ended: oortbus.v1.StreamEnded.$Shape })
             * )} oortbus.v1.PublishStreamResponse.$Shape
             */

            /**
             * Constructs a new PublishStreamResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a PublishStreamResponse.
             * @constructor
             * @param {oortbus.v1.PublishStreamResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PublishStreamResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PublishStreamResponse published.
             * @member {oortbus.v1.PublishResponse.$Properties|null|undefined} published
             * @memberof oortbus.v1.PublishStreamResponse
             * @instance
             */
            PublishStreamResponse.prototype.published = null;

            /**
             * PublishStreamResponse problem.
             * @member {oortbus.v1.Problem.$Properties|null|undefined} problem
             * @memberof oortbus.v1.PublishStreamResponse
             * @instance
             */
            PublishStreamResponse.prototype.problem = null;

            /**
             * PublishStreamResponse ended.
             * @member {oortbus.v1.StreamEnded.$Properties|null|undefined} ended
             * @memberof oortbus.v1.PublishStreamResponse
             * @instance
             */
            PublishStreamResponse.prototype.ended = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * PublishStreamResponse outcome.
             * @member {"published"|"problem"|"ended"|undefined} outcome
             * @memberof oortbus.v1.PublishStreamResponse
             * @instance
             */
            $Object.defineProperty(PublishStreamResponse.prototype, "outcome", {
                get: $util.oneOfGetter($oneOfFields = ["published", "problem", "ended"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PublishStreamResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.PublishStreamResponse
             * @static
             * @param {oortbus.v1.PublishStreamResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.PublishStreamResponse} PublishStreamResponse instance
             * @type {{
             *   (properties: oortbus.v1.PublishStreamResponse.$Shape): oortbus.v1.PublishStreamResponse & oortbus.v1.PublishStreamResponse.$Shape;
             *   (properties?: oortbus.v1.PublishStreamResponse.$Properties): oortbus.v1.PublishStreamResponse;
             * }}
             */
            PublishStreamResponse.create = function(properties) {
                return new PublishStreamResponse(properties);
            };

            /**
             * Encodes the specified PublishStreamResponse message. Does not implicitly {@link oortbus.v1.PublishStreamResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.PublishStreamResponse
             * @static
             * @param {oortbus.v1.PublishStreamResponse.$Properties} message PublishStreamResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PublishStreamResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.published != null && $Object.hasOwnProperty.call(message, "published"))
                    $root.oortbus.v1.PublishResponse.encode(message.published, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem"))
                    $root.oortbus.v1.Problem.encode(message.problem, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    $root.oortbus.v1.StreamEnded.encode(message.ended, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PublishStreamResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.PublishStreamResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.PublishStreamResponse & oortbus.v1.PublishStreamResponse.$Shape} PublishStreamResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PublishStreamResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.PublishStreamResponse();
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
                            message.published = $root.oortbus.v1.PublishResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.published);
                            message.outcome = "published";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.problem = $root.oortbus.v1.Problem.decode(reader, reader.size(), $undefined, _depth + 1, message.problem);
                            message.outcome = "problem";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.ended = $root.oortbus.v1.StreamEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
                            message.outcome = "ended";
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
             * Verifies a PublishStreamResponse message.
             * @function verify
             * @memberof oortbus.v1.PublishStreamResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            PublishStreamResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                let properties = {};
                if (message.published != null && $Object.hasOwnProperty.call(message, "published")) {
                    properties.outcome = 1;
                    {
                        let error = $root.oortbus.v1.PublishResponse.verify(message.published, _depth + 1);
                        if (error)
                            return "published." + error;
                    }
                }
                if (message.problem != null && $Object.hasOwnProperty.call(message, "problem")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.oortbus.v1.Problem.verify(message.problem, _depth + 1);
                        if (error)
                            return "problem." + error;
                    }
                }
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                    if (properties.outcome === 1)
                        return "outcome: multiple values";
                    properties.outcome = 1;
                    {
                        let error = $root.oortbus.v1.StreamEnded.verify(message.ended, _depth + 1);
                        if (error)
                            return "ended." + error;
                    }
                }
                return null;
            };

            return PublishStreamResponse;
        })();

        v1.Problem = (function() {

            /**
             * Properties of a Problem.
             * @typedef {Object} oortbus.v1.Problem.$Properties
             * @property {string|null} [code] Problem code
             * @property {number|null} [status] Problem status
             * @property {string|null} [detail] Problem detail
             * @property {string|null} [field] Problem field
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Problem.
             * @memberof oortbus.v1
             * @interface IProblem
             * @augments oortbus.v1.Problem.$Properties
             * @deprecated Use oortbus.v1.Problem.$Properties instead.
             */

            /**
             * Shape of a Problem.
             * @typedef {oortbus.v1.Problem.$Properties} oortbus.v1.Problem.$Shape
             */

            /**
             * Constructs a new Problem.
             * @memberof oortbus.v1
             * @classdesc Represents a Problem.
             * @constructor
             * @param {oortbus.v1.Problem.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Problem = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Problem code.
             * @member {string} code
             * @memberof oortbus.v1.Problem
             * @instance
             */
            Problem.prototype.code = "";

            /**
             * Problem status.
             * @member {number} status
             * @memberof oortbus.v1.Problem
             * @instance
             */
            Problem.prototype.status = 0;

            /**
             * Problem detail.
             * @member {string} detail
             * @memberof oortbus.v1.Problem
             * @instance
             */
            Problem.prototype.detail = "";

            /**
             * Problem field.
             * @member {string} field
             * @memberof oortbus.v1.Problem
             * @instance
             */
            Problem.prototype.field = "";

            /**
             * Creates a new Problem instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Problem
             * @static
             * @param {oortbus.v1.Problem.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Problem} Problem instance
             * @type {{
             *   (properties: oortbus.v1.Problem.$Shape): oortbus.v1.Problem & oortbus.v1.Problem.$Shape;
             *   (properties?: oortbus.v1.Problem.$Properties): oortbus.v1.Problem;
             * }}
             */
            Problem.create = function(properties) {
                return new Problem(properties);
            };

            /**
             * Encodes the specified Problem message. Does not implicitly {@link oortbus.v1.Problem.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Problem
             * @static
             * @param {oortbus.v1.Problem.$Properties} message Problem message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Problem.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.status);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.detail);
                if (message.field != null && $Object.hasOwnProperty.call(message, "field") && message.field !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.field);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Problem message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Problem
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Problem & oortbus.v1.Problem.$Shape} Problem
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Problem.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Problem();
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
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.status = value;
                            else
                                delete message.status;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.field = value;
                            else
                                delete message.field;
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
             * Verifies a Problem message.
             * @function verify
             * @memberof oortbus.v1.Problem
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Problem.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    if (!$util.isString(message.code))
                        return "code: string expected";
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    if (!$util.isInteger(message.status))
                        return "status: integer expected";
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                    if (!$util.isString(message.detail))
                        return "detail: string expected";
                if (message.field != null && $Object.hasOwnProperty.call(message, "field"))
                    if (!$util.isString(message.field))
                        return "field: string expected";
                return null;
            };

            return Problem;
        })();

        v1.StreamEnded = (function() {

            /**
             * Properties of a StreamEnded.
             * @typedef {Object} oortbus.v1.StreamEnded.$Properties
             * @property {string|null} [reason] StreamEnded reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StreamEnded.
             * @memberof oortbus.v1
             * @interface IStreamEnded
             * @augments oortbus.v1.StreamEnded.$Properties
             * @deprecated Use oortbus.v1.StreamEnded.$Properties instead.
             */

            /**
             * Shape of a StreamEnded.
             * @typedef {oortbus.v1.StreamEnded.$Properties} oortbus.v1.StreamEnded.$Shape
             */

            /**
             * Constructs a new StreamEnded.
             * @memberof oortbus.v1
             * @classdesc Represents a StreamEnded.
             * @constructor
             * @param {oortbus.v1.StreamEnded.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StreamEnded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StreamEnded reason.
             * @member {string} reason
             * @memberof oortbus.v1.StreamEnded
             * @instance
             */
            StreamEnded.prototype.reason = "";

            /**
             * Creates a new StreamEnded instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.StreamEnded
             * @static
             * @param {oortbus.v1.StreamEnded.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.StreamEnded} StreamEnded instance
             * @type {{
             *   (properties: oortbus.v1.StreamEnded.$Shape): oortbus.v1.StreamEnded & oortbus.v1.StreamEnded.$Shape;
             *   (properties?: oortbus.v1.StreamEnded.$Properties): oortbus.v1.StreamEnded;
             * }}
             */
            StreamEnded.create = function(properties) {
                return new StreamEnded(properties);
            };

            /**
             * Encodes the specified StreamEnded message. Does not implicitly {@link oortbus.v1.StreamEnded.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.StreamEnded
             * @static
             * @param {oortbus.v1.StreamEnded.$Properties} message StreamEnded message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StreamEnded.encode = function (message, writer, _depth) {
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
             * Decodes a StreamEnded message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.StreamEnded
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.StreamEnded & oortbus.v1.StreamEnded.$Shape} StreamEnded
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StreamEnded.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.StreamEnded();
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
             * Verifies a StreamEnded message.
             * @function verify
             * @memberof oortbus.v1.StreamEnded
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            StreamEnded.verify = function (message, _depth) {
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

            return StreamEnded;
        })();

        v1.SendToUserRequest = (function() {

            /**
             * Properties of a SendToUserRequest.
             * @typedef {Object} oortbus.v1.SendToUserRequest.$Properties
             * @property {string|null} [user] SendToUserRequest user
             * @property {string|null} [channel] SendToUserRequest channel
             * @property {Uint8Array|null} [data] SendToUserRequest data
             * @property {string|null} [idempotencyKey] SendToUserRequest idempotencyKey
             * @property {oortbus.v1.Until|null} [until] SendToUserRequest until
             * @property {number|null} [deadlineMs] SendToUserRequest deadlineMs
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
             * SendToUserRequest idempotencyKey.
             * @member {string} idempotencyKey
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.idempotencyKey = "";

            /**
             * SendToUserRequest until.
             * @member {oortbus.v1.Until} until
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.until = 0;

            /**
             * SendToUserRequest deadlineMs.
             * @member {number} deadlineMs
             * @memberof oortbus.v1.SendToUserRequest
             * @instance
             */
            SendToUserRequest.prototype.deadlineMs = 0;

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
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.idempotencyKey);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until") && message.until !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.until);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.deadlineMs);
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
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.idempotencyKey = value;
                            else
                                delete message.idempotencyKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.until = value;
                            else
                                delete message.until;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
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
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey"))
                    if (!$util.isString(message.idempotencyKey))
                        return "idempotencyKey: string expected";
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    if (typeof message.until !== "number" || (message.until | 0) !== message.until)
                        return "until: enum value expected";
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs"))
                    if (!$util.isInteger(message.deadlineMs))
                        return "deadlineMs: integer expected";
                return null;
            };

            return SendToUserRequest;
        })();

        /**
         * Until enum.
         * @name oortbus.v1.Until
         * @enum {number}
         * @property {number} UNTIL_UNSPECIFIED=0 UNTIL_UNSPECIFIED value
         * @property {number} UNTIL_QUEUED=1 UNTIL_QUEUED value
         * @property {number} UNTIL_WRITTEN=2 UNTIL_WRITTEN value
         * @property {number} UNTIL_ACKED=3 UNTIL_ACKED value
         */
        v1.Until = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNTIL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "UNTIL_QUEUED"] = 1;
            values[valuesById[2] = "UNTIL_WRITTEN"] = 2;
            values[valuesById[3] = "UNTIL_ACKED"] = 3;
            return values;
        })();

        v1.SendToUserResponse = (function() {

            /**
             * Properties of a SendToUserResponse.
             * @typedef {Object} oortbus.v1.SendToUserResponse.$Properties
             * @property {number|null} [delivered] SendToUserResponse delivered
             * @property {Array.<string>|null} [unknown] SendToUserResponse unknown
             * @property {Array.<string>|null} [unconfirmed] SendToUserResponse unconfirmed
             * @property {number|null} [stored] SendToUserResponse stored
             * @property {Array.<string>|null} [untaken] SendToUserResponse untaken
             * @property {number|null} [nodes] SendToUserResponse nodes
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
                this.untaken = [];
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
             * SendToUserResponse untaken.
             * @member {Array.<string>} untaken
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.untaken = $util.emptyArray;

            /**
             * SendToUserResponse nodes.
             * @member {number} nodes
             * @memberof oortbus.v1.SendToUserResponse
             * @instance
             */
            SendToUserResponse.prototype.nodes = 0;

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
                if (message.untaken != null && message.untaken.length)
                    for (let i = 0; i < message.untaken.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.untaken[i]);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.nodes);
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
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untaken && message.untaken.length))
                                message.untaken = [];
                            message.untaken.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
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
                if (message.untaken != null && $Object.hasOwnProperty.call(message, "untaken")) {
                    if (!$Array.isArray(message.untaken))
                        return "untaken: array expected";
                    for (let i = 0; i < message.untaken.length; ++i)
                        if (!$util.isString(message.untaken[i]))
                            return "untaken: string[] expected";
                }
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes"))
                    if (!$util.isInteger(message.nodes))
                        return "nodes: integer expected";
                return null;
            };

            return SendToUserResponse;
        })();

        v1.SendToUsersRequest = (function() {

            /**
             * Properties of a SendToUsersRequest.
             * @typedef {Object} oortbus.v1.SendToUsersRequest.$Properties
             * @property {Array.<string>|null} [users] SendToUsersRequest users
             * @property {string|null} [channel] SendToUsersRequest channel
             * @property {Uint8Array|null} [data] SendToUsersRequest data
             * @property {string|null} [idempotencyKey] SendToUsersRequest idempotencyKey
             * @property {oortbus.v1.Until|null} [until] SendToUsersRequest until
             * @property {number|null} [deadlineMs] SendToUsersRequest deadlineMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SendToUsersRequest.
             * @memberof oortbus.v1
             * @interface ISendToUsersRequest
             * @augments oortbus.v1.SendToUsersRequest.$Properties
             * @deprecated Use oortbus.v1.SendToUsersRequest.$Properties instead.
             */

            /**
             * Shape of a SendToUsersRequest.
             * @typedef {oortbus.v1.SendToUsersRequest.$Properties} oortbus.v1.SendToUsersRequest.$Shape
             */

            /**
             * Constructs a new SendToUsersRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a SendToUsersRequest.
             * @constructor
             * @param {oortbus.v1.SendToUsersRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SendToUsersRequest = function (properties) {
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SendToUsersRequest users.
             * @member {Array.<string>} users
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.users = $util.emptyArray;

            /**
             * SendToUsersRequest channel.
             * @member {string} channel
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.channel = "";

            /**
             * SendToUsersRequest data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.data = $util.newBuffer([]);

            /**
             * SendToUsersRequest idempotencyKey.
             * @member {string} idempotencyKey
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.idempotencyKey = "";

            /**
             * SendToUsersRequest until.
             * @member {oortbus.v1.Until} until
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.until = 0;

            /**
             * SendToUsersRequest deadlineMs.
             * @member {number} deadlineMs
             * @memberof oortbus.v1.SendToUsersRequest
             * @instance
             */
            SendToUsersRequest.prototype.deadlineMs = 0;

            /**
             * Creates a new SendToUsersRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SendToUsersRequest
             * @static
             * @param {oortbus.v1.SendToUsersRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SendToUsersRequest} SendToUsersRequest instance
             * @type {{
             *   (properties: oortbus.v1.SendToUsersRequest.$Shape): oortbus.v1.SendToUsersRequest & oortbus.v1.SendToUsersRequest.$Shape;
             *   (properties?: oortbus.v1.SendToUsersRequest.$Properties): oortbus.v1.SendToUsersRequest;
             * }}
             */
            SendToUsersRequest.create = function(properties) {
                return new SendToUsersRequest(properties);
            };

            /**
             * Encodes the specified SendToUsersRequest message. Does not implicitly {@link oortbus.v1.SendToUsersRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SendToUsersRequest
             * @static
             * @param {oortbus.v1.SendToUsersRequest.$Properties} message SendToUsersRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SendToUsersRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.users[i]);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.data);
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.idempotencyKey);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until") && message.until !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.until);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.deadlineMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SendToUsersRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SendToUsersRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUsersRequest & oortbus.v1.SendToUsersRequest.$Shape} SendToUsersRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SendToUsersRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SendToUsersRequest();
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
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.idempotencyKey = value;
                            else
                                delete message.idempotencyKey;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.until = value;
                            else
                                delete message.until;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
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
             * Verifies a SendToUsersRequest message.
             * @function verify
             * @memberof oortbus.v1.SendToUsersRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SendToUsersRequest.verify = function (message, _depth) {
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
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                    if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                        return "data: buffer expected";
                if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey"))
                    if (!$util.isString(message.idempotencyKey))
                        return "idempotencyKey: string expected";
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    if (typeof message.until !== "number" || (message.until | 0) !== message.until)
                        return "until: enum value expected";
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs"))
                    if (!$util.isInteger(message.deadlineMs))
                        return "deadlineMs: integer expected";
                return null;
            };

            return SendToUsersRequest;
        })();

        v1.SendToUsersResponse = (function() {

            /**
             * Properties of a SendToUsersResponse.
             * @typedef {Object} oortbus.v1.SendToUsersResponse.$Properties
             * @property {number|null} [delivered] SendToUsersResponse delivered
             * @property {Array.<string>|null} [unknown] SendToUsersResponse unknown
             * @property {Array.<string>|null} [unconfirmed] SendToUsersResponse unconfirmed
             * @property {number|null} [stored] SendToUsersResponse stored
             * @property {Array.<string>|null} [untaken] SendToUsersResponse untaken
             * @property {Array.<oortbus.v1.UserOutcome.$Properties>|null} [users] SendToUsersResponse users
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SendToUsersResponse.
             * @memberof oortbus.v1
             * @interface ISendToUsersResponse
             * @augments oortbus.v1.SendToUsersResponse.$Properties
             * @deprecated Use oortbus.v1.SendToUsersResponse.$Properties instead.
             */

            /**
             * Shape of a SendToUsersResponse.
             * @typedef {oortbus.v1.SendToUsersResponse.$Properties} oortbus.v1.SendToUsersResponse.$Shape
             */

            /**
             * Constructs a new SendToUsersResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a SendToUsersResponse.
             * @constructor
             * @param {oortbus.v1.SendToUsersResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SendToUsersResponse = function (properties) {
                this.unknown = [];
                this.unconfirmed = [];
                this.untaken = [];
                this.users = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SendToUsersResponse delivered.
             * @member {number} delivered
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.delivered = 0;

            /**
             * SendToUsersResponse unknown.
             * @member {Array.<string>} unknown
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.unknown = $util.emptyArray;

            /**
             * SendToUsersResponse unconfirmed.
             * @member {Array.<string>} unconfirmed
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.unconfirmed = $util.emptyArray;

            /**
             * SendToUsersResponse stored.
             * @member {number} stored
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.stored = 0;

            /**
             * SendToUsersResponse untaken.
             * @member {Array.<string>} untaken
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.untaken = $util.emptyArray;

            /**
             * SendToUsersResponse users.
             * @member {Array.<oortbus.v1.UserOutcome.$Properties>} users
             * @memberof oortbus.v1.SendToUsersResponse
             * @instance
             */
            SendToUsersResponse.prototype.users = $util.emptyArray;

            /**
             * Creates a new SendToUsersResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SendToUsersResponse
             * @static
             * @param {oortbus.v1.SendToUsersResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SendToUsersResponse} SendToUsersResponse instance
             * @type {{
             *   (properties: oortbus.v1.SendToUsersResponse.$Shape): oortbus.v1.SendToUsersResponse & oortbus.v1.SendToUsersResponse.$Shape;
             *   (properties?: oortbus.v1.SendToUsersResponse.$Properties): oortbus.v1.SendToUsersResponse;
             * }}
             */
            SendToUsersResponse.create = function(properties) {
                return new SendToUsersResponse(properties);
            };

            /**
             * Encodes the specified SendToUsersResponse message. Does not implicitly {@link oortbus.v1.SendToUsersResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SendToUsersResponse
             * @static
             * @param {oortbus.v1.SendToUsersResponse.$Properties} message SendToUsersResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SendToUsersResponse.encode = function (message, writer, _depth) {
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
                if (message.untaken != null && message.untaken.length)
                    for (let i = 0; i < message.untaken.length; ++i)
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.untaken[i]);
                if (message.users != null && message.users.length)
                    for (let i = 0; i < message.users.length; ++i)
                        $root.oortbus.v1.UserOutcome.encode(message.users[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SendToUsersResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SendToUsersResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SendToUsersResponse & oortbus.v1.SendToUsersResponse.$Shape} SendToUsersResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SendToUsersResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SendToUsersResponse();
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
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untaken && message.untaken.length))
                                message.untaken = [];
                            message.untaken.push(reader.stringVerify());
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.users && message.users.length))
                                message.users = [];
                            message.users.push($root.oortbus.v1.UserOutcome.decode(reader, reader.size(), $undefined, _depth + 1));
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
             * Verifies a SendToUsersResponse message.
             * @function verify
             * @memberof oortbus.v1.SendToUsersResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SendToUsersResponse.verify = function (message, _depth) {
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
                if (message.untaken != null && $Object.hasOwnProperty.call(message, "untaken")) {
                    if (!$Array.isArray(message.untaken))
                        return "untaken: array expected";
                    for (let i = 0; i < message.untaken.length; ++i)
                        if (!$util.isString(message.untaken[i]))
                            return "untaken: string[] expected";
                }
                if (message.users != null && $Object.hasOwnProperty.call(message, "users")) {
                    if (!$Array.isArray(message.users))
                        return "users: array expected";
                    for (let i = 0; i < message.users.length; ++i) {
                        let error = $root.oortbus.v1.UserOutcome.verify(message.users[i], _depth + 1);
                        if (error)
                            return "users." + error;
                    }
                }
                return null;
            };

            return SendToUsersResponse;
        })();

        v1.UserOutcome = (function() {

            /**
             * Properties of a UserOutcome.
             * @typedef {Object} oortbus.v1.UserOutcome.$Properties
             * @property {string|null} [user] UserOutcome user
             * @property {number|null} [sessions] UserOutcome sessions
             * @property {number|null} [nodes] UserOutcome nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a UserOutcome.
             * @memberof oortbus.v1
             * @interface IUserOutcome
             * @augments oortbus.v1.UserOutcome.$Properties
             * @deprecated Use oortbus.v1.UserOutcome.$Properties instead.
             */

            /**
             * Shape of a UserOutcome.
             * @typedef {oortbus.v1.UserOutcome.$Properties} oortbus.v1.UserOutcome.$Shape
             */

            /**
             * Constructs a new UserOutcome.
             * @memberof oortbus.v1
             * @classdesc Represents a UserOutcome.
             * @constructor
             * @param {oortbus.v1.UserOutcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UserOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UserOutcome user.
             * @member {string} user
             * @memberof oortbus.v1.UserOutcome
             * @instance
             */
            UserOutcome.prototype.user = "";

            /**
             * UserOutcome sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.UserOutcome
             * @instance
             */
            UserOutcome.prototype.sessions = 0;

            /**
             * UserOutcome nodes.
             * @member {number} nodes
             * @memberof oortbus.v1.UserOutcome
             * @instance
             */
            UserOutcome.prototype.nodes = 0;

            /**
             * Creates a new UserOutcome instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.UserOutcome
             * @static
             * @param {oortbus.v1.UserOutcome.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.UserOutcome} UserOutcome instance
             * @type {{
             *   (properties: oortbus.v1.UserOutcome.$Shape): oortbus.v1.UserOutcome & oortbus.v1.UserOutcome.$Shape;
             *   (properties?: oortbus.v1.UserOutcome.$Properties): oortbus.v1.UserOutcome;
             * }}
             */
            UserOutcome.create = function(properties) {
                return new UserOutcome(properties);
            };

            /**
             * Encodes the specified UserOutcome message. Does not implicitly {@link oortbus.v1.UserOutcome.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.UserOutcome
             * @static
             * @param {oortbus.v1.UserOutcome.$Properties} message UserOutcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UserOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && message.sessions !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.sessions);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.nodes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a UserOutcome message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.UserOutcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.UserOutcome & oortbus.v1.UserOutcome.$Shape} UserOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UserOutcome.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.UserOutcome();
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
                            if (value = reader.uint32())
                                message.sessions = value;
                            else
                                delete message.sessions;
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
             * Verifies a UserOutcome message.
             * @function verify
             * @memberof oortbus.v1.UserOutcome
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            UserOutcome.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions))
                        return "sessions: integer expected";
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes"))
                    if (!$util.isInteger(message.nodes))
                        return "nodes: integer expected";
                return null;
            };

            return UserOutcome;
        })();

        v1.SubscribeRequest = (function() {

            /**
             * Properties of a SubscribeRequest.
             * @typedef {Object} oortbus.v1.SubscribeRequest.$Properties
             * @property {Array.<string>|null} [channels] SubscribeRequest channels
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubscribeRequest.
             * @memberof oortbus.v1
             * @interface ISubscribeRequest
             * @augments oortbus.v1.SubscribeRequest.$Properties
             * @deprecated Use oortbus.v1.SubscribeRequest.$Properties instead.
             */

            /**
             * Shape of a SubscribeRequest.
             * @typedef {oortbus.v1.SubscribeRequest.$Properties} oortbus.v1.SubscribeRequest.$Shape
             */

            /**
             * Constructs a new SubscribeRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a SubscribeRequest.
             * @constructor
             * @param {oortbus.v1.SubscribeRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubscribeRequest = function (properties) {
                this.channels = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubscribeRequest channels.
             * @member {Array.<string>} channels
             * @memberof oortbus.v1.SubscribeRequest
             * @instance
             */
            SubscribeRequest.prototype.channels = $util.emptyArray;

            /**
             * Creates a new SubscribeRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SubscribeRequest
             * @static
             * @param {oortbus.v1.SubscribeRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SubscribeRequest} SubscribeRequest instance
             * @type {{
             *   (properties: oortbus.v1.SubscribeRequest.$Shape): oortbus.v1.SubscribeRequest & oortbus.v1.SubscribeRequest.$Shape;
             *   (properties?: oortbus.v1.SubscribeRequest.$Properties): oortbus.v1.SubscribeRequest;
             * }}
             */
            SubscribeRequest.create = function(properties) {
                return new SubscribeRequest(properties);
            };

            /**
             * Encodes the specified SubscribeRequest message. Does not implicitly {@link oortbus.v1.SubscribeRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SubscribeRequest
             * @static
             * @param {oortbus.v1.SubscribeRequest.$Properties} message SubscribeRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubscribeRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channels != null && message.channels.length)
                    for (let i = 0; i < message.channels.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.channels[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubscribeRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SubscribeRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeRequest & oortbus.v1.SubscribeRequest.$Shape} SubscribeRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubscribeRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SubscribeRequest();
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
                            if (!(message.channels && message.channels.length))
                                message.channels = [];
                            message.channels.push(reader.stringVerify());
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
             * Verifies a SubscribeRequest message.
             * @function verify
             * @memberof oortbus.v1.SubscribeRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SubscribeRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels")) {
                    if (!$Array.isArray(message.channels))
                        return "channels: array expected";
                    for (let i = 0; i < message.channels.length; ++i)
                        if (!$util.isString(message.channels[i]))
                            return "channels: string[] expected";
                }
                return null;
            };

            return SubscribeRequest;
        })();

        v1.SubscribeResponse = (function() {

            /**
             * Properties of a SubscribeResponse.
             * @typedef {Object} oortbus.v1.SubscribeResponse.$Properties
             * @property {oortbus.v1.SubscribeStarted.$Properties|null} [started] SubscribeResponse started
             * @property {oortbus.v1.BusMessage.$Properties|null} [message] SubscribeResponse message
             * @property {oortbus.v1.SubscribeGap.$Properties|null} [gap] SubscribeResponse gap
             * @property {oortbus.v1.StreamEnded.$Properties|null} [ended] SubscribeResponse ended
             * @property {"started"|"message"|"gap"|"ended"} [news] SubscribeResponse news
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubscribeResponse.
             * @memberof oortbus.v1
             * @interface ISubscribeResponse
             * @augments oortbus.v1.SubscribeResponse.$Properties
             * @deprecated Use oortbus.v1.SubscribeResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a SubscribeResponse.
             * @typedef {{
             *   started?: oortbus.v1.SubscribeStarted.$Shape|null;
             *   message?: oortbus.v1.BusMessage.$Shape|null;
             *   gap?: oortbus.v1.SubscribeGap.$Shape|null;
             *   ended?: oortbus.v1.StreamEnded.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ news?: undefined; started?: null; message?: null; gap?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.SubscribeStarted.$Shape; message?: null; gap?: null; ended?: null }|{ news?: "message"; started?: null; message: oortbus.v1.BusMessage.$Shape; gap?: null; ended?: null }|{ news?: "gap"; started?: null; message?: null; gap: oortbus.v1.SubscribeGap.$Shape; ended?: null }|{ news?: "ended"; started?: null; message?: null; gap?: null; ended: oortbus.v1.StreamEnded.$Shape })
             * )} oortbus.v1.SubscribeResponse.$Shape
             */

            /**
             * Constructs a new SubscribeResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a SubscribeResponse.
             * @constructor
             * @param {oortbus.v1.SubscribeResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubscribeResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubscribeResponse started.
             * @member {oortbus.v1.SubscribeStarted.$Properties|null|undefined} started
             * @memberof oortbus.v1.SubscribeResponse
             * @instance
             */
            SubscribeResponse.prototype.started = null;

            /**
             * SubscribeResponse message.
             * @member {oortbus.v1.BusMessage.$Properties|null|undefined} message
             * @memberof oortbus.v1.SubscribeResponse
             * @instance
             */
            SubscribeResponse.prototype.message = null;

            /**
             * SubscribeResponse gap.
             * @member {oortbus.v1.SubscribeGap.$Properties|null|undefined} gap
             * @memberof oortbus.v1.SubscribeResponse
             * @instance
             */
            SubscribeResponse.prototype.gap = null;

            /**
             * SubscribeResponse ended.
             * @member {oortbus.v1.StreamEnded.$Properties|null|undefined} ended
             * @memberof oortbus.v1.SubscribeResponse
             * @instance
             */
            SubscribeResponse.prototype.ended = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * SubscribeResponse news.
             * @member {"started"|"message"|"gap"|"ended"|undefined} news
             * @memberof oortbus.v1.SubscribeResponse
             * @instance
             */
            $Object.defineProperty(SubscribeResponse.prototype, "news", {
                get: $util.oneOfGetter($oneOfFields = ["started", "message", "gap", "ended"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SubscribeResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SubscribeResponse
             * @static
             * @param {oortbus.v1.SubscribeResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SubscribeResponse} SubscribeResponse instance
             * @type {{
             *   (properties: oortbus.v1.SubscribeResponse.$Shape): oortbus.v1.SubscribeResponse & oortbus.v1.SubscribeResponse.$Shape;
             *   (properties?: oortbus.v1.SubscribeResponse.$Properties): oortbus.v1.SubscribeResponse;
             * }}
             */
            SubscribeResponse.create = function(properties) {
                return new SubscribeResponse(properties);
            };

            /**
             * Encodes the specified SubscribeResponse message. Does not implicitly {@link oortbus.v1.SubscribeResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SubscribeResponse
             * @static
             * @param {oortbus.v1.SubscribeResponse.$Properties} message SubscribeResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubscribeResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                    $root.oortbus.v1.SubscribeStarted.encode(message.started, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    $root.oortbus.v1.BusMessage.encode(message.message, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.oortbus.v1.SubscribeGap.encode(message.gap, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    $root.oortbus.v1.StreamEnded.encode(message.ended, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubscribeResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SubscribeResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeResponse & oortbus.v1.SubscribeResponse.$Shape} SubscribeResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubscribeResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SubscribeResponse();
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
                            message.started = $root.oortbus.v1.SubscribeStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.started);
                            message.news = "started";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.message = $root.oortbus.v1.BusMessage.decode(reader, reader.size(), $undefined, _depth + 1, message.message);
                            message.news = "message";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.oortbus.v1.SubscribeGap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            message.news = "gap";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.ended = $root.oortbus.v1.StreamEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
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
             * Verifies a SubscribeResponse message.
             * @function verify
             * @memberof oortbus.v1.SubscribeResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SubscribeResponse.verify = function (message, _depth) {
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
                        let error = $root.oortbus.v1.SubscribeStarted.verify(message.started, _depth + 1);
                        if (error)
                            return "started." + error;
                    }
                }
                if (message.message != null && $Object.hasOwnProperty.call(message, "message")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.BusMessage.verify(message.message, _depth + 1);
                        if (error)
                            return "message." + error;
                    }
                }
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.SubscribeGap.verify(message.gap, _depth + 1);
                        if (error)
                            return "gap." + error;
                    }
                }
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.StreamEnded.verify(message.ended, _depth + 1);
                        if (error)
                            return "ended." + error;
                    }
                }
                return null;
            };

            return SubscribeResponse;
        })();

        v1.SubscribeStarted = (function() {

            /**
             * Properties of a SubscribeStarted.
             * @typedef {Object} oortbus.v1.SubscribeStarted.$Properties
             * @property {string|null} [node] SubscribeStarted node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubscribeStarted.
             * @memberof oortbus.v1
             * @interface ISubscribeStarted
             * @augments oortbus.v1.SubscribeStarted.$Properties
             * @deprecated Use oortbus.v1.SubscribeStarted.$Properties instead.
             */

            /**
             * Shape of a SubscribeStarted.
             * @typedef {oortbus.v1.SubscribeStarted.$Properties} oortbus.v1.SubscribeStarted.$Shape
             */

            /**
             * Constructs a new SubscribeStarted.
             * @memberof oortbus.v1
             * @classdesc Represents a SubscribeStarted.
             * @constructor
             * @param {oortbus.v1.SubscribeStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubscribeStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubscribeStarted node.
             * @member {string} node
             * @memberof oortbus.v1.SubscribeStarted
             * @instance
             */
            SubscribeStarted.prototype.node = "";

            /**
             * Creates a new SubscribeStarted instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SubscribeStarted
             * @static
             * @param {oortbus.v1.SubscribeStarted.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SubscribeStarted} SubscribeStarted instance
             * @type {{
             *   (properties: oortbus.v1.SubscribeStarted.$Shape): oortbus.v1.SubscribeStarted & oortbus.v1.SubscribeStarted.$Shape;
             *   (properties?: oortbus.v1.SubscribeStarted.$Properties): oortbus.v1.SubscribeStarted;
             * }}
             */
            SubscribeStarted.create = function(properties) {
                return new SubscribeStarted(properties);
            };

            /**
             * Encodes the specified SubscribeStarted message. Does not implicitly {@link oortbus.v1.SubscribeStarted.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SubscribeStarted
             * @static
             * @param {oortbus.v1.SubscribeStarted.$Properties} message SubscribeStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubscribeStarted.encode = function (message, writer, _depth) {
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
             * Decodes a SubscribeStarted message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SubscribeStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeStarted & oortbus.v1.SubscribeStarted.$Shape} SubscribeStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubscribeStarted.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SubscribeStarted();
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
             * Verifies a SubscribeStarted message.
             * @function verify
             * @memberof oortbus.v1.SubscribeStarted
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SubscribeStarted.verify = function (message, _depth) {
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

            return SubscribeStarted;
        })();

        v1.SubscribeGap = (function() {

            /**
             * Properties of a SubscribeGap.
             * @typedef {Object} oortbus.v1.SubscribeGap.$Properties
             * @property {number|null} [dropped] SubscribeGap dropped
             * @property {string|null} [node] SubscribeGap node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubscribeGap.
             * @memberof oortbus.v1
             * @interface ISubscribeGap
             * @augments oortbus.v1.SubscribeGap.$Properties
             * @deprecated Use oortbus.v1.SubscribeGap.$Properties instead.
             */

            /**
             * Shape of a SubscribeGap.
             * @typedef {oortbus.v1.SubscribeGap.$Properties} oortbus.v1.SubscribeGap.$Shape
             */

            /**
             * Constructs a new SubscribeGap.
             * @memberof oortbus.v1
             * @classdesc Represents a SubscribeGap.
             * @constructor
             * @param {oortbus.v1.SubscribeGap.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubscribeGap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubscribeGap dropped.
             * @member {number} dropped
             * @memberof oortbus.v1.SubscribeGap
             * @instance
             */
            SubscribeGap.prototype.dropped = 0;

            /**
             * SubscribeGap node.
             * @member {string} node
             * @memberof oortbus.v1.SubscribeGap
             * @instance
             */
            SubscribeGap.prototype.node = "";

            /**
             * Creates a new SubscribeGap instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SubscribeGap
             * @static
             * @param {oortbus.v1.SubscribeGap.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SubscribeGap} SubscribeGap instance
             * @type {{
             *   (properties: oortbus.v1.SubscribeGap.$Shape): oortbus.v1.SubscribeGap & oortbus.v1.SubscribeGap.$Shape;
             *   (properties?: oortbus.v1.SubscribeGap.$Properties): oortbus.v1.SubscribeGap;
             * }}
             */
            SubscribeGap.create = function(properties) {
                return new SubscribeGap(properties);
            };

            /**
             * Encodes the specified SubscribeGap message. Does not implicitly {@link oortbus.v1.SubscribeGap.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SubscribeGap
             * @static
             * @param {oortbus.v1.SubscribeGap.$Properties} message SubscribeGap message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubscribeGap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && message.dropped !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.dropped);
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.node);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubscribeGap message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SubscribeGap
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SubscribeGap & oortbus.v1.SubscribeGap.$Shape} SubscribeGap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubscribeGap.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SubscribeGap();
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
                    case 2: {
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
             * Verifies a SubscribeGap message.
             * @function verify
             * @memberof oortbus.v1.SubscribeGap
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SubscribeGap.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (!$util.isInteger(message.dropped))
                        return "dropped: integer expected";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                return null;
            };

            return SubscribeGap;
        })();

        v1.GetChannelsRequest = (function() {

            /**
             * Properties of a GetChannelsRequest.
             * @typedef {Object} oortbus.v1.GetChannelsRequest.$Properties
             * @property {string|null} [pattern] GetChannelsRequest pattern
             * @property {number|null} [pageSize] GetChannelsRequest pageSize
             * @property {string|null} [pageToken] GetChannelsRequest pageToken
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetChannelsRequest.
             * @memberof oortbus.v1
             * @interface IGetChannelsRequest
             * @augments oortbus.v1.GetChannelsRequest.$Properties
             * @deprecated Use oortbus.v1.GetChannelsRequest.$Properties instead.
             */

            /**
             * Shape of a GetChannelsRequest.
             * @typedef {oortbus.v1.GetChannelsRequest.$Properties} oortbus.v1.GetChannelsRequest.$Shape
             */

            /**
             * Constructs a new GetChannelsRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a GetChannelsRequest.
             * @constructor
             * @param {oortbus.v1.GetChannelsRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetChannelsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetChannelsRequest pattern.
             * @member {string} pattern
             * @memberof oortbus.v1.GetChannelsRequest
             * @instance
             */
            GetChannelsRequest.prototype.pattern = "";

            /**
             * GetChannelsRequest pageSize.
             * @member {number} pageSize
             * @memberof oortbus.v1.GetChannelsRequest
             * @instance
             */
            GetChannelsRequest.prototype.pageSize = 0;

            /**
             * GetChannelsRequest pageToken.
             * @member {string} pageToken
             * @memberof oortbus.v1.GetChannelsRequest
             * @instance
             */
            GetChannelsRequest.prototype.pageToken = "";

            /**
             * Creates a new GetChannelsRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetChannelsRequest
             * @static
             * @param {oortbus.v1.GetChannelsRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetChannelsRequest} GetChannelsRequest instance
             * @type {{
             *   (properties: oortbus.v1.GetChannelsRequest.$Shape): oortbus.v1.GetChannelsRequest & oortbus.v1.GetChannelsRequest.$Shape;
             *   (properties?: oortbus.v1.GetChannelsRequest.$Properties): oortbus.v1.GetChannelsRequest;
             * }}
             */
            GetChannelsRequest.create = function(properties) {
                return new GetChannelsRequest(properties);
            };

            /**
             * Encodes the specified GetChannelsRequest message. Does not implicitly {@link oortbus.v1.GetChannelsRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetChannelsRequest
             * @static
             * @param {oortbus.v1.GetChannelsRequest.$Properties} message GetChannelsRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetChannelsRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pattern != null && $Object.hasOwnProperty.call(message, "pattern") && message.pattern !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.pattern);
                if (message.pageSize != null && $Object.hasOwnProperty.call(message, "pageSize") && message.pageSize !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.pageSize);
                if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken") && message.pageToken !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.pageToken);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetChannelsRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetChannelsRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetChannelsRequest & oortbus.v1.GetChannelsRequest.$Shape} GetChannelsRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetChannelsRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetChannelsRequest();
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
                                message.pattern = value;
                            else
                                delete message.pattern;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.pageSize = value;
                            else
                                delete message.pageSize;
                            continue;
                        }
                    case 3: {
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
             * Verifies a GetChannelsRequest message.
             * @function verify
             * @memberof oortbus.v1.GetChannelsRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetChannelsRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.pattern != null && $Object.hasOwnProperty.call(message, "pattern"))
                    if (!$util.isString(message.pattern))
                        return "pattern: string expected";
                if (message.pageSize != null && $Object.hasOwnProperty.call(message, "pageSize"))
                    if (!$util.isInteger(message.pageSize))
                        return "pageSize: integer expected";
                if (message.pageToken != null && $Object.hasOwnProperty.call(message, "pageToken"))
                    if (!$util.isString(message.pageToken))
                        return "pageToken: string expected";
                return null;
            };

            return GetChannelsRequest;
        })();

        v1.GetChannelsResponse = (function() {

            /**
             * Properties of a GetChannelsResponse.
             * @typedef {Object} oortbus.v1.GetChannelsResponse.$Properties
             * @property {Array.<oortbus.v1.ChannelView.$Properties>|null} [channels] GetChannelsResponse channels
             * @property {string|null} [nextPageToken] GetChannelsResponse nextPageToken
             * @property {Array.<string>|null} [unansweredNodes] GetChannelsResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] GetChannelsResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetChannelsResponse.
             * @memberof oortbus.v1
             * @interface IGetChannelsResponse
             * @augments oortbus.v1.GetChannelsResponse.$Properties
             * @deprecated Use oortbus.v1.GetChannelsResponse.$Properties instead.
             */

            /**
             * Shape of a GetChannelsResponse.
             * @typedef {oortbus.v1.GetChannelsResponse.$Properties} oortbus.v1.GetChannelsResponse.$Shape
             */

            /**
             * Constructs a new GetChannelsResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a GetChannelsResponse.
             * @constructor
             * @param {oortbus.v1.GetChannelsResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetChannelsResponse = function (properties) {
                this.channels = [];
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetChannelsResponse channels.
             * @member {Array.<oortbus.v1.ChannelView.$Properties>} channels
             * @memberof oortbus.v1.GetChannelsResponse
             * @instance
             */
            GetChannelsResponse.prototype.channels = $util.emptyArray;

            /**
             * GetChannelsResponse nextPageToken.
             * @member {string} nextPageToken
             * @memberof oortbus.v1.GetChannelsResponse
             * @instance
             */
            GetChannelsResponse.prototype.nextPageToken = "";

            /**
             * GetChannelsResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.GetChannelsResponse
             * @instance
             */
            GetChannelsResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * GetChannelsResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.GetChannelsResponse
             * @instance
             */
            GetChannelsResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new GetChannelsResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.GetChannelsResponse
             * @static
             * @param {oortbus.v1.GetChannelsResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.GetChannelsResponse} GetChannelsResponse instance
             * @type {{
             *   (properties: oortbus.v1.GetChannelsResponse.$Shape): oortbus.v1.GetChannelsResponse & oortbus.v1.GetChannelsResponse.$Shape;
             *   (properties?: oortbus.v1.GetChannelsResponse.$Properties): oortbus.v1.GetChannelsResponse;
             * }}
             */
            GetChannelsResponse.create = function(properties) {
                return new GetChannelsResponse(properties);
            };

            /**
             * Encodes the specified GetChannelsResponse message. Does not implicitly {@link oortbus.v1.GetChannelsResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.GetChannelsResponse
             * @static
             * @param {oortbus.v1.GetChannelsResponse.$Properties} message GetChannelsResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetChannelsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channels != null && message.channels.length)
                    for (let i = 0; i < message.channels.length; ++i)
                        $root.oortbus.v1.ChannelView.encode(message.channels[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.nextPageToken != null && $Object.hasOwnProperty.call(message, "nextPageToken") && message.nextPageToken !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nextPageToken);
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
             * Decodes a GetChannelsResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.GetChannelsResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.GetChannelsResponse & oortbus.v1.GetChannelsResponse.$Shape} GetChannelsResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetChannelsResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.GetChannelsResponse();
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
                            if (!(message.channels && message.channels.length))
                                message.channels = [];
                            message.channels.push($root.oortbus.v1.ChannelView.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nextPageToken = value;
                            else
                                delete message.nextPageToken;
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
             * Verifies a GetChannelsResponse message.
             * @function verify
             * @memberof oortbus.v1.GetChannelsResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            GetChannelsResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels")) {
                    if (!$Array.isArray(message.channels))
                        return "channels: array expected";
                    for (let i = 0; i < message.channels.length; ++i) {
                        let error = $root.oortbus.v1.ChannelView.verify(message.channels[i], _depth + 1);
                        if (error)
                            return "channels." + error;
                    }
                }
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

            return GetChannelsResponse;
        })();

        v1.ChannelView = (function() {

            /**
             * Properties of a ChannelView.
             * @typedef {Object} oortbus.v1.ChannelView.$Properties
             * @property {string|null} [channel] ChannelView channel
             * @property {number|null} [subscribers] ChannelView subscribers
             * @property {number|null} [nodes] ChannelView nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ChannelView.
             * @memberof oortbus.v1
             * @interface IChannelView
             * @augments oortbus.v1.ChannelView.$Properties
             * @deprecated Use oortbus.v1.ChannelView.$Properties instead.
             */

            /**
             * Shape of a ChannelView.
             * @typedef {oortbus.v1.ChannelView.$Properties} oortbus.v1.ChannelView.$Shape
             */

            /**
             * Constructs a new ChannelView.
             * @memberof oortbus.v1
             * @classdesc Represents a ChannelView.
             * @constructor
             * @param {oortbus.v1.ChannelView.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ChannelView = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ChannelView channel.
             * @member {string} channel
             * @memberof oortbus.v1.ChannelView
             * @instance
             */
            ChannelView.prototype.channel = "";

            /**
             * ChannelView subscribers.
             * @member {number} subscribers
             * @memberof oortbus.v1.ChannelView
             * @instance
             */
            ChannelView.prototype.subscribers = 0;

            /**
             * ChannelView nodes.
             * @member {number} nodes
             * @memberof oortbus.v1.ChannelView
             * @instance
             */
            ChannelView.prototype.nodes = 0;

            /**
             * Creates a new ChannelView instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ChannelView
             * @static
             * @param {oortbus.v1.ChannelView.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ChannelView} ChannelView instance
             * @type {{
             *   (properties: oortbus.v1.ChannelView.$Shape): oortbus.v1.ChannelView & oortbus.v1.ChannelView.$Shape;
             *   (properties?: oortbus.v1.ChannelView.$Properties): oortbus.v1.ChannelView;
             * }}
             */
            ChannelView.create = function(properties) {
                return new ChannelView(properties);
            };

            /**
             * Encodes the specified ChannelView message. Does not implicitly {@link oortbus.v1.ChannelView.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ChannelView
             * @static
             * @param {oortbus.v1.ChannelView.$Properties} message ChannelView message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ChannelView.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
                if (message.subscribers != null && $Object.hasOwnProperty.call(message, "subscribers") && message.subscribers !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.subscribers);
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.nodes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ChannelView message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ChannelView
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ChannelView & oortbus.v1.ChannelView.$Shape} ChannelView
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ChannelView.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.ChannelView();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.subscribers = value;
                            else
                                delete message.subscribers;
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
             * Verifies a ChannelView message.
             * @function verify
             * @memberof oortbus.v1.ChannelView
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ChannelView.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.subscribers != null && $Object.hasOwnProperty.call(message, "subscribers"))
                    if (!$util.isInteger(message.subscribers))
                        return "subscribers: integer expected";
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes"))
                    if (!$util.isInteger(message.nodes))
                        return "nodes: integer expected";
                return null;
            };

            return ChannelView;
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

        v1.MintTokenRequest = (function() {

            /**
             * Properties of a MintTokenRequest.
             * @typedef {Object} oortbus.v1.MintTokenRequest.$Properties
             * @property {string|null} [user] MintTokenRequest user
             * @property {number|null} [ttlSeconds] MintTokenRequest ttlSeconds
             * @property {oortbus.v1.TokenRights.$Properties|null} [rights] MintTokenRequest rights
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MintTokenRequest.
             * @memberof oortbus.v1
             * @interface IMintTokenRequest
             * @augments oortbus.v1.MintTokenRequest.$Properties
             * @deprecated Use oortbus.v1.MintTokenRequest.$Properties instead.
             */

            /**
             * Shape of a MintTokenRequest.
             * @typedef {oortbus.v1.MintTokenRequest.$Properties} oortbus.v1.MintTokenRequest.$Shape
             */

            /**
             * Constructs a new MintTokenRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a MintTokenRequest.
             * @constructor
             * @param {oortbus.v1.MintTokenRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MintTokenRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MintTokenRequest user.
             * @member {string} user
             * @memberof oortbus.v1.MintTokenRequest
             * @instance
             */
            MintTokenRequest.prototype.user = "";

            /**
             * MintTokenRequest ttlSeconds.
             * @member {number} ttlSeconds
             * @memberof oortbus.v1.MintTokenRequest
             * @instance
             */
            MintTokenRequest.prototype.ttlSeconds = 0;

            /**
             * MintTokenRequest rights.
             * @member {oortbus.v1.TokenRights.$Properties|null|undefined} rights
             * @memberof oortbus.v1.MintTokenRequest
             * @instance
             */
            MintTokenRequest.prototype.rights = null;

            /**
             * Creates a new MintTokenRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.MintTokenRequest
             * @static
             * @param {oortbus.v1.MintTokenRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.MintTokenRequest} MintTokenRequest instance
             * @type {{
             *   (properties: oortbus.v1.MintTokenRequest.$Shape): oortbus.v1.MintTokenRequest & oortbus.v1.MintTokenRequest.$Shape;
             *   (properties?: oortbus.v1.MintTokenRequest.$Properties): oortbus.v1.MintTokenRequest;
             * }}
             */
            MintTokenRequest.create = function(properties) {
                return new MintTokenRequest(properties);
            };

            /**
             * Encodes the specified MintTokenRequest message. Does not implicitly {@link oortbus.v1.MintTokenRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.MintTokenRequest
             * @static
             * @param {oortbus.v1.MintTokenRequest.$Properties} message MintTokenRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MintTokenRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.ttlSeconds != null && $Object.hasOwnProperty.call(message, "ttlSeconds") && message.ttlSeconds !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.ttlSeconds);
                if (message.rights != null && $Object.hasOwnProperty.call(message, "rights"))
                    $root.oortbus.v1.TokenRights.encode(message.rights, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MintTokenRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.MintTokenRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.MintTokenRequest & oortbus.v1.MintTokenRequest.$Shape} MintTokenRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MintTokenRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.MintTokenRequest();
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
                            if (value = reader.uint32())
                                message.ttlSeconds = value;
                            else
                                delete message.ttlSeconds;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.rights = $root.oortbus.v1.TokenRights.decode(reader, reader.size(), $undefined, _depth + 1, message.rights);
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
             * Verifies a MintTokenRequest message.
             * @function verify
             * @memberof oortbus.v1.MintTokenRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            MintTokenRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.ttlSeconds != null && $Object.hasOwnProperty.call(message, "ttlSeconds"))
                    if (!$util.isInteger(message.ttlSeconds))
                        return "ttlSeconds: integer expected";
                if (message.rights != null && $Object.hasOwnProperty.call(message, "rights")) {
                    let error = $root.oortbus.v1.TokenRights.verify(message.rights, _depth + 1);
                    if (error)
                        return "rights." + error;
                }
                return null;
            };

            return MintTokenRequest;
        })();

        v1.TokenRights = (function() {

            /**
             * Properties of a TokenRights.
             * @typedef {Object} oortbus.v1.TokenRights.$Properties
             * @property {Array.<string>|null} [pub] TokenRights pub
             * @property {Array.<string>|null} [sub] TokenRights sub
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TokenRights.
             * @memberof oortbus.v1
             * @interface ITokenRights
             * @augments oortbus.v1.TokenRights.$Properties
             * @deprecated Use oortbus.v1.TokenRights.$Properties instead.
             */

            /**
             * Shape of a TokenRights.
             * @typedef {oortbus.v1.TokenRights.$Properties} oortbus.v1.TokenRights.$Shape
             */

            /**
             * Constructs a new TokenRights.
             * @memberof oortbus.v1
             * @classdesc Represents a TokenRights.
             * @constructor
             * @param {oortbus.v1.TokenRights.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TokenRights = function (properties) {
                this.pub = [];
                this.sub = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TokenRights pub.
             * @member {Array.<string>} pub
             * @memberof oortbus.v1.TokenRights
             * @instance
             */
            TokenRights.prototype.pub = $util.emptyArray;

            /**
             * TokenRights sub.
             * @member {Array.<string>} sub
             * @memberof oortbus.v1.TokenRights
             * @instance
             */
            TokenRights.prototype.sub = $util.emptyArray;

            /**
             * Creates a new TokenRights instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.TokenRights
             * @static
             * @param {oortbus.v1.TokenRights.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.TokenRights} TokenRights instance
             * @type {{
             *   (properties: oortbus.v1.TokenRights.$Shape): oortbus.v1.TokenRights & oortbus.v1.TokenRights.$Shape;
             *   (properties?: oortbus.v1.TokenRights.$Properties): oortbus.v1.TokenRights;
             * }}
             */
            TokenRights.create = function(properties) {
                return new TokenRights(properties);
            };

            /**
             * Encodes the specified TokenRights message. Does not implicitly {@link oortbus.v1.TokenRights.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.TokenRights
             * @static
             * @param {oortbus.v1.TokenRights.$Properties} message TokenRights message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TokenRights.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.pub != null && message.pub.length)
                    for (let i = 0; i < message.pub.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.pub[i]);
                if (message.sub != null && message.sub.length)
                    for (let i = 0; i < message.sub.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.sub[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TokenRights message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.TokenRights
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.TokenRights & oortbus.v1.TokenRights.$Shape} TokenRights
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TokenRights.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.TokenRights();
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
                            if (!(message.pub && message.pub.length))
                                message.pub = [];
                            message.pub.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sub && message.sub.length))
                                message.sub = [];
                            message.sub.push(reader.stringVerify());
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
             * Verifies a TokenRights message.
             * @function verify
             * @memberof oortbus.v1.TokenRights
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            TokenRights.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.pub != null && $Object.hasOwnProperty.call(message, "pub")) {
                    if (!$Array.isArray(message.pub))
                        return "pub: array expected";
                    for (let i = 0; i < message.pub.length; ++i)
                        if (!$util.isString(message.pub[i]))
                            return "pub: string[] expected";
                }
                if (message.sub != null && $Object.hasOwnProperty.call(message, "sub")) {
                    if (!$Array.isArray(message.sub))
                        return "sub: array expected";
                    for (let i = 0; i < message.sub.length; ++i)
                        if (!$util.isString(message.sub[i]))
                            return "sub: string[] expected";
                }
                return null;
            };

            return TokenRights;
        })();

        v1.MintTokenResponse = (function() {

            /**
             * Properties of a MintTokenResponse.
             * @typedef {Object} oortbus.v1.MintTokenResponse.$Properties
             * @property {string|null} [token] MintTokenResponse token
             * @property {string|null} [tokenId] MintTokenResponse tokenId
             * @property {google.protobuf.Timestamp.$Properties|null} [expiresAt] MintTokenResponse expiresAt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MintTokenResponse.
             * @memberof oortbus.v1
             * @interface IMintTokenResponse
             * @augments oortbus.v1.MintTokenResponse.$Properties
             * @deprecated Use oortbus.v1.MintTokenResponse.$Properties instead.
             */

            /**
             * Shape of a MintTokenResponse.
             * @typedef {oortbus.v1.MintTokenResponse.$Properties} oortbus.v1.MintTokenResponse.$Shape
             */

            /**
             * Constructs a new MintTokenResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a MintTokenResponse.
             * @constructor
             * @param {oortbus.v1.MintTokenResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MintTokenResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MintTokenResponse token.
             * @member {string} token
             * @memberof oortbus.v1.MintTokenResponse
             * @instance
             */
            MintTokenResponse.prototype.token = "";

            /**
             * MintTokenResponse tokenId.
             * @member {string} tokenId
             * @memberof oortbus.v1.MintTokenResponse
             * @instance
             */
            MintTokenResponse.prototype.tokenId = "";

            /**
             * MintTokenResponse expiresAt.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} expiresAt
             * @memberof oortbus.v1.MintTokenResponse
             * @instance
             */
            MintTokenResponse.prototype.expiresAt = null;

            /**
             * Creates a new MintTokenResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.MintTokenResponse
             * @static
             * @param {oortbus.v1.MintTokenResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.MintTokenResponse} MintTokenResponse instance
             * @type {{
             *   (properties: oortbus.v1.MintTokenResponse.$Shape): oortbus.v1.MintTokenResponse & oortbus.v1.MintTokenResponse.$Shape;
             *   (properties?: oortbus.v1.MintTokenResponse.$Properties): oortbus.v1.MintTokenResponse;
             * }}
             */
            MintTokenResponse.create = function(properties) {
                return new MintTokenResponse(properties);
            };

            /**
             * Encodes the specified MintTokenResponse message. Does not implicitly {@link oortbus.v1.MintTokenResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.MintTokenResponse
             * @static
             * @param {oortbus.v1.MintTokenResponse.$Properties} message MintTokenResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MintTokenResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.token);
                if (message.tokenId != null && $Object.hasOwnProperty.call(message, "tokenId") && message.tokenId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tokenId);
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt"))
                    $root.google.protobuf.Timestamp.encode(message.expiresAt, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MintTokenResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.MintTokenResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.MintTokenResponse & oortbus.v1.MintTokenResponse.$Shape} MintTokenResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MintTokenResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.MintTokenResponse();
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
                                message.token = value;
                            else
                                delete message.token;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tokenId = value;
                            else
                                delete message.tokenId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.expiresAt = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.expiresAt);
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
             * Verifies a MintTokenResponse message.
             * @function verify
             * @memberof oortbus.v1.MintTokenResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            MintTokenResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                    if (!$util.isString(message.token))
                        return "token: string expected";
                if (message.tokenId != null && $Object.hasOwnProperty.call(message, "tokenId"))
                    if (!$util.isString(message.tokenId))
                        return "tokenId: string expected";
                if (message.expiresAt != null && $Object.hasOwnProperty.call(message, "expiresAt")) {
                    let error = $root.google.protobuf.Timestamp.verify(message.expiresAt, _depth + 1);
                    if (error)
                        return "expiresAt." + error;
                }
                return null;
            };

            return MintTokenResponse;
        })();

        v1.RevokeTokensRequest = (function() {

            /**
             * Properties of a RevokeTokensRequest.
             * @typedef {Object} oortbus.v1.RevokeTokensRequest.$Properties
             * @property {string|null} [user] RevokeTokensRequest user
             * @property {string|null} [tokenId] RevokeTokensRequest tokenId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RevokeTokensRequest.
             * @memberof oortbus.v1
             * @interface IRevokeTokensRequest
             * @augments oortbus.v1.RevokeTokensRequest.$Properties
             * @deprecated Use oortbus.v1.RevokeTokensRequest.$Properties instead.
             */

            /**
             * Shape of a RevokeTokensRequest.
             * @typedef {oortbus.v1.RevokeTokensRequest.$Properties} oortbus.v1.RevokeTokensRequest.$Shape
             */

            /**
             * Constructs a new RevokeTokensRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a RevokeTokensRequest.
             * @constructor
             * @param {oortbus.v1.RevokeTokensRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RevokeTokensRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RevokeTokensRequest user.
             * @member {string} user
             * @memberof oortbus.v1.RevokeTokensRequest
             * @instance
             */
            RevokeTokensRequest.prototype.user = "";

            /**
             * RevokeTokensRequest tokenId.
             * @member {string} tokenId
             * @memberof oortbus.v1.RevokeTokensRequest
             * @instance
             */
            RevokeTokensRequest.prototype.tokenId = "";

            /**
             * Creates a new RevokeTokensRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.RevokeTokensRequest
             * @static
             * @param {oortbus.v1.RevokeTokensRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.RevokeTokensRequest} RevokeTokensRequest instance
             * @type {{
             *   (properties: oortbus.v1.RevokeTokensRequest.$Shape): oortbus.v1.RevokeTokensRequest & oortbus.v1.RevokeTokensRequest.$Shape;
             *   (properties?: oortbus.v1.RevokeTokensRequest.$Properties): oortbus.v1.RevokeTokensRequest;
             * }}
             */
            RevokeTokensRequest.create = function(properties) {
                return new RevokeTokensRequest(properties);
            };

            /**
             * Encodes the specified RevokeTokensRequest message. Does not implicitly {@link oortbus.v1.RevokeTokensRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.RevokeTokensRequest
             * @static
             * @param {oortbus.v1.RevokeTokensRequest.$Properties} message RevokeTokensRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RevokeTokensRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.tokenId != null && $Object.hasOwnProperty.call(message, "tokenId") && message.tokenId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tokenId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RevokeTokensRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.RevokeTokensRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.RevokeTokensRequest & oortbus.v1.RevokeTokensRequest.$Shape} RevokeTokensRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RevokeTokensRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.RevokeTokensRequest();
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
                                message.tokenId = value;
                            else
                                delete message.tokenId;
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
             * Verifies a RevokeTokensRequest message.
             * @function verify
             * @memberof oortbus.v1.RevokeTokensRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            RevokeTokensRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.tokenId != null && $Object.hasOwnProperty.call(message, "tokenId"))
                    if (!$util.isString(message.tokenId))
                        return "tokenId: string expected";
                return null;
            };

            return RevokeTokensRequest;
        })();

        v1.RevokeTokensResponse = (function() {

            /**
             * Properties of a RevokeTokensResponse.
             * @typedef {Object} oortbus.v1.RevokeTokensResponse.$Properties
             * @property {number|null} [disconnected] RevokeTokensResponse disconnected
             * @property {google.protobuf.Timestamp.$Properties|null} [until] RevokeTokensResponse until
             * @property {Array.<string>|null} [unansweredNodes] RevokeTokensResponse unansweredNodes
             * @property {Array.<string>|null} [unknownNodes] RevokeTokensResponse unknownNodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RevokeTokensResponse.
             * @memberof oortbus.v1
             * @interface IRevokeTokensResponse
             * @augments oortbus.v1.RevokeTokensResponse.$Properties
             * @deprecated Use oortbus.v1.RevokeTokensResponse.$Properties instead.
             */

            /**
             * Shape of a RevokeTokensResponse.
             * @typedef {oortbus.v1.RevokeTokensResponse.$Properties} oortbus.v1.RevokeTokensResponse.$Shape
             */

            /**
             * Constructs a new RevokeTokensResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a RevokeTokensResponse.
             * @constructor
             * @param {oortbus.v1.RevokeTokensResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RevokeTokensResponse = function (properties) {
                this.unansweredNodes = [];
                this.unknownNodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RevokeTokensResponse disconnected.
             * @member {number} disconnected
             * @memberof oortbus.v1.RevokeTokensResponse
             * @instance
             */
            RevokeTokensResponse.prototype.disconnected = 0;

            /**
             * RevokeTokensResponse until.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} until
             * @memberof oortbus.v1.RevokeTokensResponse
             * @instance
             */
            RevokeTokensResponse.prototype.until = null;

            /**
             * RevokeTokensResponse unansweredNodes.
             * @member {Array.<string>} unansweredNodes
             * @memberof oortbus.v1.RevokeTokensResponse
             * @instance
             */
            RevokeTokensResponse.prototype.unansweredNodes = $util.emptyArray;

            /**
             * RevokeTokensResponse unknownNodes.
             * @member {Array.<string>} unknownNodes
             * @memberof oortbus.v1.RevokeTokensResponse
             * @instance
             */
            RevokeTokensResponse.prototype.unknownNodes = $util.emptyArray;

            /**
             * Creates a new RevokeTokensResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.RevokeTokensResponse
             * @static
             * @param {oortbus.v1.RevokeTokensResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.RevokeTokensResponse} RevokeTokensResponse instance
             * @type {{
             *   (properties: oortbus.v1.RevokeTokensResponse.$Shape): oortbus.v1.RevokeTokensResponse & oortbus.v1.RevokeTokensResponse.$Shape;
             *   (properties?: oortbus.v1.RevokeTokensResponse.$Properties): oortbus.v1.RevokeTokensResponse;
             * }}
             */
            RevokeTokensResponse.create = function(properties) {
                return new RevokeTokensResponse(properties);
            };

            /**
             * Encodes the specified RevokeTokensResponse message. Does not implicitly {@link oortbus.v1.RevokeTokensResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.RevokeTokensResponse
             * @static
             * @param {oortbus.v1.RevokeTokensResponse.$Properties} message RevokeTokensResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RevokeTokensResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected") && message.disconnected !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.disconnected);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    $root.google.protobuf.Timestamp.encode(message.until, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
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
             * Decodes a RevokeTokensResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.RevokeTokensResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.RevokeTokensResponse & oortbus.v1.RevokeTokensResponse.$Shape} RevokeTokensResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RevokeTokensResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.RevokeTokensResponse();
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
                            message.until = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.until);
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
             * Verifies a RevokeTokensResponse message.
             * @function verify
             * @memberof oortbus.v1.RevokeTokensResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            RevokeTokensResponse.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.disconnected != null && $Object.hasOwnProperty.call(message, "disconnected"))
                    if (!$util.isInteger(message.disconnected))
                        return "disconnected: integer expected";
                if (message.until != null && $Object.hasOwnProperty.call(message, "until")) {
                    let error = $root.google.protobuf.Timestamp.verify(message.until, _depth + 1);
                    if (error)
                        return "until." + error;
                }
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

            return RevokeTokensResponse;
        })();

        v1.WatchClusterRequest = (function() {

            /**
             * Properties of a WatchClusterRequest.
             * @typedef {Object} oortbus.v1.WatchClusterRequest.$Properties
             * @property {number|null} [intervalMs] WatchClusterRequest intervalMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchClusterRequest.
             * @memberof oortbus.v1
             * @interface IWatchClusterRequest
             * @augments oortbus.v1.WatchClusterRequest.$Properties
             * @deprecated Use oortbus.v1.WatchClusterRequest.$Properties instead.
             */

            /**
             * Shape of a WatchClusterRequest.
             * @typedef {oortbus.v1.WatchClusterRequest.$Properties} oortbus.v1.WatchClusterRequest.$Shape
             */

            /**
             * Constructs a new WatchClusterRequest.
             * @memberof oortbus.v1
             * @classdesc Represents a WatchClusterRequest.
             * @constructor
             * @param {oortbus.v1.WatchClusterRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchClusterRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchClusterRequest intervalMs.
             * @member {number} intervalMs
             * @memberof oortbus.v1.WatchClusterRequest
             * @instance
             */
            WatchClusterRequest.prototype.intervalMs = 0;

            /**
             * Creates a new WatchClusterRequest instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.WatchClusterRequest
             * @static
             * @param {oortbus.v1.WatchClusterRequest.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.WatchClusterRequest} WatchClusterRequest instance
             * @type {{
             *   (properties: oortbus.v1.WatchClusterRequest.$Shape): oortbus.v1.WatchClusterRequest & oortbus.v1.WatchClusterRequest.$Shape;
             *   (properties?: oortbus.v1.WatchClusterRequest.$Properties): oortbus.v1.WatchClusterRequest;
             * }}
             */
            WatchClusterRequest.create = function(properties) {
                return new WatchClusterRequest(properties);
            };

            /**
             * Encodes the specified WatchClusterRequest message. Does not implicitly {@link oortbus.v1.WatchClusterRequest.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.WatchClusterRequest
             * @static
             * @param {oortbus.v1.WatchClusterRequest.$Properties} message WatchClusterRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchClusterRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs") && message.intervalMs !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.intervalMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchClusterRequest message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.WatchClusterRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchClusterRequest & oortbus.v1.WatchClusterRequest.$Shape} WatchClusterRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchClusterRequest.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.WatchClusterRequest();
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
                                message.intervalMs = value;
                            else
                                delete message.intervalMs;
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
             * Verifies a WatchClusterRequest message.
             * @function verify
             * @memberof oortbus.v1.WatchClusterRequest
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WatchClusterRequest.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                    if (!$util.isInteger(message.intervalMs))
                        return "intervalMs: integer expected";
                return null;
            };

            return WatchClusterRequest;
        })();

        v1.WatchClusterResponse = (function() {

            /**
             * Properties of a WatchClusterResponse.
             * @typedef {Object} oortbus.v1.WatchClusterResponse.$Properties
             * @property {oortbus.v1.ClusterStarted.$Properties|null} [started] WatchClusterResponse started
             * @property {oortbus.v1.ClusterSnapshot.$Properties|null} [snapshot] WatchClusterResponse snapshot
             * @property {oortbus.v1.StreamEnded.$Properties|null} [ended] WatchClusterResponse ended
             * @property {"started"|"snapshot"|"ended"} [news] WatchClusterResponse news
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WatchClusterResponse.
             * @memberof oortbus.v1
             * @interface IWatchClusterResponse
             * @augments oortbus.v1.WatchClusterResponse.$Properties
             * @deprecated Use oortbus.v1.WatchClusterResponse.$Properties instead.
             */

            /**
             * Narrowed shape of a WatchClusterResponse.
             * @typedef {{
             *   started?: oortbus.v1.ClusterStarted.$Shape|null;
             *   snapshot?: oortbus.v1.ClusterSnapshot.$Shape|null;
             *   ended?: oortbus.v1.StreamEnded.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ news?: undefined; started?: null; snapshot?: null; ended?: null }|{ news?: "started"; started: oortbus.v1.ClusterStarted.$Shape; snapshot?: null; ended?: null }|{ news?: "snapshot"; started?: null; snapshot: oortbus.v1.ClusterSnapshot.$Shape; ended?: null }|{ news?: "ended"; started?: null; snapshot?: null; ended: oortbus.v1.StreamEnded.$Shape })
             * )} oortbus.v1.WatchClusterResponse.$Shape
             */

            /**
             * Constructs a new WatchClusterResponse.
             * @memberof oortbus.v1
             * @classdesc Represents a WatchClusterResponse.
             * @constructor
             * @param {oortbus.v1.WatchClusterResponse.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WatchClusterResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WatchClusterResponse started.
             * @member {oortbus.v1.ClusterStarted.$Properties|null|undefined} started
             * @memberof oortbus.v1.WatchClusterResponse
             * @instance
             */
            WatchClusterResponse.prototype.started = null;

            /**
             * WatchClusterResponse snapshot.
             * @member {oortbus.v1.ClusterSnapshot.$Properties|null|undefined} snapshot
             * @memberof oortbus.v1.WatchClusterResponse
             * @instance
             */
            WatchClusterResponse.prototype.snapshot = null;

            /**
             * WatchClusterResponse ended.
             * @member {oortbus.v1.StreamEnded.$Properties|null|undefined} ended
             * @memberof oortbus.v1.WatchClusterResponse
             * @instance
             */
            WatchClusterResponse.prototype.ended = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            /**
             * WatchClusterResponse news.
             * @member {"started"|"snapshot"|"ended"|undefined} news
             * @memberof oortbus.v1.WatchClusterResponse
             * @instance
             */
            $Object.defineProperty(WatchClusterResponse.prototype, "news", {
                get: $util.oneOfGetter($oneOfFields = ["started", "snapshot", "ended"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new WatchClusterResponse instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.WatchClusterResponse
             * @static
             * @param {oortbus.v1.WatchClusterResponse.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.WatchClusterResponse} WatchClusterResponse instance
             * @type {{
             *   (properties: oortbus.v1.WatchClusterResponse.$Shape): oortbus.v1.WatchClusterResponse & oortbus.v1.WatchClusterResponse.$Shape;
             *   (properties?: oortbus.v1.WatchClusterResponse.$Properties): oortbus.v1.WatchClusterResponse;
             * }}
             */
            WatchClusterResponse.create = function(properties) {
                return new WatchClusterResponse(properties);
            };

            /**
             * Encodes the specified WatchClusterResponse message. Does not implicitly {@link oortbus.v1.WatchClusterResponse.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.WatchClusterResponse
             * @static
             * @param {oortbus.v1.WatchClusterResponse.$Properties} message WatchClusterResponse message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WatchClusterResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.started != null && $Object.hasOwnProperty.call(message, "started"))
                    $root.oortbus.v1.ClusterStarted.encode(message.started, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    $root.oortbus.v1.ClusterSnapshot.encode(message.snapshot, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                    $root.oortbus.v1.StreamEnded.encode(message.ended, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WatchClusterResponse message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.WatchClusterResponse
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.WatchClusterResponse & oortbus.v1.WatchClusterResponse.$Shape} WatchClusterResponse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WatchClusterResponse.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.WatchClusterResponse();
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
                            message.started = $root.oortbus.v1.ClusterStarted.decode(reader, reader.size(), $undefined, _depth + 1, message.started);
                            message.news = "started";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.snapshot = $root.oortbus.v1.ClusterSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                            message.news = "snapshot";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.ended = $root.oortbus.v1.StreamEnded.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
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
             * Verifies a WatchClusterResponse message.
             * @function verify
             * @memberof oortbus.v1.WatchClusterResponse
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            WatchClusterResponse.verify = function (message, _depth) {
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
                        let error = $root.oortbus.v1.ClusterStarted.verify(message.started, _depth + 1);
                        if (error)
                            return "started." + error;
                    }
                }
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.ClusterSnapshot.verify(message.snapshot, _depth + 1);
                        if (error)
                            return "snapshot." + error;
                    }
                }
                if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                    if (properties.news === 1)
                        return "news: multiple values";
                    properties.news = 1;
                    {
                        let error = $root.oortbus.v1.StreamEnded.verify(message.ended, _depth + 1);
                        if (error)
                            return "ended." + error;
                    }
                }
                return null;
            };

            return WatchClusterResponse;
        })();

        v1.ClusterStarted = (function() {

            /**
             * Properties of a ClusterStarted.
             * @typedef {Object} oortbus.v1.ClusterStarted.$Properties
             * @property {string|null} [node] ClusterStarted node
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClusterStarted.
             * @memberof oortbus.v1
             * @interface IClusterStarted
             * @augments oortbus.v1.ClusterStarted.$Properties
             * @deprecated Use oortbus.v1.ClusterStarted.$Properties instead.
             */

            /**
             * Shape of a ClusterStarted.
             * @typedef {oortbus.v1.ClusterStarted.$Properties} oortbus.v1.ClusterStarted.$Shape
             */

            /**
             * Constructs a new ClusterStarted.
             * @memberof oortbus.v1
             * @classdesc Represents a ClusterStarted.
             * @constructor
             * @param {oortbus.v1.ClusterStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClusterStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClusterStarted node.
             * @member {string} node
             * @memberof oortbus.v1.ClusterStarted
             * @instance
             */
            ClusterStarted.prototype.node = "";

            /**
             * Creates a new ClusterStarted instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ClusterStarted
             * @static
             * @param {oortbus.v1.ClusterStarted.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ClusterStarted} ClusterStarted instance
             * @type {{
             *   (properties: oortbus.v1.ClusterStarted.$Shape): oortbus.v1.ClusterStarted & oortbus.v1.ClusterStarted.$Shape;
             *   (properties?: oortbus.v1.ClusterStarted.$Properties): oortbus.v1.ClusterStarted;
             * }}
             */
            ClusterStarted.create = function(properties) {
                return new ClusterStarted(properties);
            };

            /**
             * Encodes the specified ClusterStarted message. Does not implicitly {@link oortbus.v1.ClusterStarted.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ClusterStarted
             * @static
             * @param {oortbus.v1.ClusterStarted.$Properties} message ClusterStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClusterStarted.encode = function (message, writer, _depth) {
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
             * Decodes a ClusterStarted message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ClusterStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ClusterStarted & oortbus.v1.ClusterStarted.$Shape} ClusterStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClusterStarted.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.ClusterStarted();
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
             * Verifies a ClusterStarted message.
             * @function verify
             * @memberof oortbus.v1.ClusterStarted
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ClusterStarted.verify = function (message, _depth) {
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

            return ClusterStarted;
        })();

        v1.ClusterSnapshot = (function() {

            /**
             * Properties of a ClusterSnapshot.
             * @typedef {Object} oortbus.v1.ClusterSnapshot.$Properties
             * @property {google.protobuf.Timestamp.$Properties|null} [time] ClusterSnapshot time
             * @property {Array.<oortbus.v1.NodeStatus.$Properties>|null} [nodes] ClusterSnapshot nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClusterSnapshot.
             * @memberof oortbus.v1
             * @interface IClusterSnapshot
             * @augments oortbus.v1.ClusterSnapshot.$Properties
             * @deprecated Use oortbus.v1.ClusterSnapshot.$Properties instead.
             */

            /**
             * Shape of a ClusterSnapshot.
             * @typedef {oortbus.v1.ClusterSnapshot.$Properties} oortbus.v1.ClusterSnapshot.$Shape
             */

            /**
             * Constructs a new ClusterSnapshot.
             * @memberof oortbus.v1
             * @classdesc Represents a ClusterSnapshot.
             * @constructor
             * @param {oortbus.v1.ClusterSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClusterSnapshot = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClusterSnapshot time.
             * @member {google.protobuf.Timestamp.$Properties|null|undefined} time
             * @memberof oortbus.v1.ClusterSnapshot
             * @instance
             */
            ClusterSnapshot.prototype.time = null;

            /**
             * ClusterSnapshot nodes.
             * @member {Array.<oortbus.v1.NodeStatus.$Properties>} nodes
             * @memberof oortbus.v1.ClusterSnapshot
             * @instance
             */
            ClusterSnapshot.prototype.nodes = $util.emptyArray;

            /**
             * Creates a new ClusterSnapshot instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.ClusterSnapshot
             * @static
             * @param {oortbus.v1.ClusterSnapshot.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.ClusterSnapshot} ClusterSnapshot instance
             * @type {{
             *   (properties: oortbus.v1.ClusterSnapshot.$Shape): oortbus.v1.ClusterSnapshot & oortbus.v1.ClusterSnapshot.$Shape;
             *   (properties?: oortbus.v1.ClusterSnapshot.$Properties): oortbus.v1.ClusterSnapshot;
             * }}
             */
            ClusterSnapshot.create = function(properties) {
                return new ClusterSnapshot(properties);
            };

            /**
             * Encodes the specified ClusterSnapshot message. Does not implicitly {@link oortbus.v1.ClusterSnapshot.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.ClusterSnapshot
             * @static
             * @param {oortbus.v1.ClusterSnapshot.$Properties} message ClusterSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClusterSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.time != null && $Object.hasOwnProperty.call(message, "time"))
                    $root.google.protobuf.Timestamp.encode(message.time, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        $root.oortbus.v1.NodeStatus.encode(message.nodes[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClusterSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.ClusterSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.ClusterSnapshot & oortbus.v1.ClusterSnapshot.$Shape} ClusterSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClusterSnapshot.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.ClusterSnapshot();
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
                            message.time = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.time);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push($root.oortbus.v1.NodeStatus.decode(reader, reader.size(), $undefined, _depth + 1));
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
             * Verifies a ClusterSnapshot message.
             * @function verify
             * @memberof oortbus.v1.ClusterSnapshot
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            ClusterSnapshot.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.time != null && $Object.hasOwnProperty.call(message, "time")) {
                    let error = $root.google.protobuf.Timestamp.verify(message.time, _depth + 1);
                    if (error)
                        return "time." + error;
                }
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes")) {
                    if (!$Array.isArray(message.nodes))
                        return "nodes: array expected";
                    for (let i = 0; i < message.nodes.length; ++i) {
                        let error = $root.oortbus.v1.NodeStatus.verify(message.nodes[i], _depth + 1);
                        if (error)
                            return "nodes." + error;
                    }
                }
                return null;
            };

            return ClusterSnapshot;
        })();

        v1.NodeStatus = (function() {

            /**
             * Properties of a NodeStatus.
             * @typedef {Object} oortbus.v1.NodeStatus.$Properties
             * @property {string|null} [url] NodeStatus url
             * @property {string|null} [id] NodeStatus id
             * @property {oortbus.v1.NodeState|null} [state] NodeStatus state
             * @property {boolean|null} [answered] NodeStatus answered
             * @property {number|null} [sessions] NodeStatus sessions
             * @property {number|null} [users] NodeStatus users
             * @property {number|null} [channels] NodeStatus channels
             * @property {Array.<oortbus.v1.Peer.$Properties>|null} [peers] NodeStatus peers
             * @property {oortbus.v1.NodeRates.$Properties|null} [rates] NodeStatus rates
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeStatus.
             * @memberof oortbus.v1
             * @interface INodeStatus
             * @augments oortbus.v1.NodeStatus.$Properties
             * @deprecated Use oortbus.v1.NodeStatus.$Properties instead.
             */

            /**
             * Shape of a NodeStatus.
             * @typedef {oortbus.v1.NodeStatus.$Properties} oortbus.v1.NodeStatus.$Shape
             */

            /**
             * Constructs a new NodeStatus.
             * @memberof oortbus.v1
             * @classdesc Represents a NodeStatus.
             * @constructor
             * @param {oortbus.v1.NodeStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeStatus = function (properties) {
                this.peers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodeStatus url.
             * @member {string} url
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.url = "";

            /**
             * NodeStatus id.
             * @member {string} id
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.id = "";

            /**
             * NodeStatus state.
             * @member {oortbus.v1.NodeState} state
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.state = 0;

            /**
             * NodeStatus answered.
             * @member {boolean} answered
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.answered = false;

            /**
             * NodeStatus sessions.
             * @member {number} sessions
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.sessions = 0;

            /**
             * NodeStatus users.
             * @member {number} users
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.users = 0;

            /**
             * NodeStatus channels.
             * @member {number} channels
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.channels = 0;

            /**
             * NodeStatus peers.
             * @member {Array.<oortbus.v1.Peer.$Properties>} peers
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.peers = $util.emptyArray;

            /**
             * NodeStatus rates.
             * @member {oortbus.v1.NodeRates.$Properties|null|undefined} rates
             * @memberof oortbus.v1.NodeStatus
             * @instance
             */
            NodeStatus.prototype.rates = null;

            /**
             * Creates a new NodeStatus instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.NodeStatus
             * @static
             * @param {oortbus.v1.NodeStatus.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.NodeStatus} NodeStatus instance
             * @type {{
             *   (properties: oortbus.v1.NodeStatus.$Shape): oortbus.v1.NodeStatus & oortbus.v1.NodeStatus.$Shape;
             *   (properties?: oortbus.v1.NodeStatus.$Properties): oortbus.v1.NodeStatus;
             * }}
             */
            NodeStatus.create = function(properties) {
                return new NodeStatus(properties);
            };

            /**
             * Encodes the specified NodeStatus message. Does not implicitly {@link oortbus.v1.NodeStatus.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.NodeStatus
             * @static
             * @param {oortbus.v1.NodeStatus.$Properties} message NodeStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeStatus.encode = function (message, writer, _depth) {
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
                if (message.answered != null && $Object.hasOwnProperty.call(message, "answered") && message.answered !== false)
                    writer.uint32(/* id 4, wireType 0 =*/32).bool(message.answered);
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && message.sessions !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.sessions);
                if (message.users != null && $Object.hasOwnProperty.call(message, "users") && message.users !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.users);
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels") && message.channels !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.channels);
                if (message.peers != null && message.peers.length)
                    for (let i = 0; i < message.peers.length; ++i)
                        $root.oortbus.v1.Peer.encode(message.peers[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.rates != null && $Object.hasOwnProperty.call(message, "rates"))
                    $root.oortbus.v1.NodeRates.encode(message.rates, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeStatus message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.NodeStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.NodeStatus & oortbus.v1.NodeStatus.$Shape} NodeStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeStatus.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.NodeStatus();
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
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.answered = value;
                            else
                                delete message.answered;
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
                                message.channels = value;
                            else
                                delete message.channels;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.peers && message.peers.length))
                                message.peers = [];
                            message.peers.push($root.oortbus.v1.Peer.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.rates = $root.oortbus.v1.NodeRates.decode(reader, reader.size(), $undefined, _depth + 1, message.rates);
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
             * Verifies a NodeStatus message.
             * @function verify
             * @memberof oortbus.v1.NodeStatus
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            NodeStatus.verify = function (message, _depth) {
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
                if (message.answered != null && $Object.hasOwnProperty.call(message, "answered"))
                    if (typeof message.answered !== "boolean")
                        return "answered: boolean expected";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions))
                        return "sessions: integer expected";
                if (message.users != null && $Object.hasOwnProperty.call(message, "users"))
                    if (!$util.isInteger(message.users))
                        return "users: integer expected";
                if (message.channels != null && $Object.hasOwnProperty.call(message, "channels"))
                    if (!$util.isInteger(message.channels))
                        return "channels: integer expected";
                if (message.peers != null && $Object.hasOwnProperty.call(message, "peers")) {
                    if (!$Array.isArray(message.peers))
                        return "peers: array expected";
                    for (let i = 0; i < message.peers.length; ++i) {
                        let error = $root.oortbus.v1.Peer.verify(message.peers[i], _depth + 1);
                        if (error)
                            return "peers." + error;
                    }
                }
                if (message.rates != null && $Object.hasOwnProperty.call(message, "rates")) {
                    let error = $root.oortbus.v1.NodeRates.verify(message.rates, _depth + 1);
                    if (error)
                        return "rates." + error;
                }
                return null;
            };

            return NodeStatus;
        })();

        v1.NodeRates = (function() {

            /**
             * Properties of a NodeRates.
             * @typedef {Object} oortbus.v1.NodeRates.$Properties
             * @property {number|null} [received] NodeRates received
             * @property {number|null} [published] NodeRates published
             * @property {number|null} [delivered] NodeRates delivered
             * @property {number|null} [dropped] NodeRates dropped
             * @property {number|null} [logins] NodeRates logins
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NodeRates.
             * @memberof oortbus.v1
             * @interface INodeRates
             * @augments oortbus.v1.NodeRates.$Properties
             * @deprecated Use oortbus.v1.NodeRates.$Properties instead.
             */

            /**
             * Shape of a NodeRates.
             * @typedef {oortbus.v1.NodeRates.$Properties} oortbus.v1.NodeRates.$Shape
             */

            /**
             * Constructs a new NodeRates.
             * @memberof oortbus.v1
             * @classdesc Represents a NodeRates.
             * @constructor
             * @param {oortbus.v1.NodeRates.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NodeRates = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NodeRates received.
             * @member {number} received
             * @memberof oortbus.v1.NodeRates
             * @instance
             */
            NodeRates.prototype.received = 0;

            /**
             * NodeRates published.
             * @member {number} published
             * @memberof oortbus.v1.NodeRates
             * @instance
             */
            NodeRates.prototype.published = 0;

            /**
             * NodeRates delivered.
             * @member {number} delivered
             * @memberof oortbus.v1.NodeRates
             * @instance
             */
            NodeRates.prototype.delivered = 0;

            /**
             * NodeRates dropped.
             * @member {number} dropped
             * @memberof oortbus.v1.NodeRates
             * @instance
             */
            NodeRates.prototype.dropped = 0;

            /**
             * NodeRates logins.
             * @member {number} logins
             * @memberof oortbus.v1.NodeRates
             * @instance
             */
            NodeRates.prototype.logins = 0;

            /**
             * Creates a new NodeRates instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.NodeRates
             * @static
             * @param {oortbus.v1.NodeRates.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.NodeRates} NodeRates instance
             * @type {{
             *   (properties: oortbus.v1.NodeRates.$Shape): oortbus.v1.NodeRates & oortbus.v1.NodeRates.$Shape;
             *   (properties?: oortbus.v1.NodeRates.$Properties): oortbus.v1.NodeRates;
             * }}
             */
            NodeRates.create = function(properties) {
                return new NodeRates(properties);
            };

            /**
             * Encodes the specified NodeRates message. Does not implicitly {@link oortbus.v1.NodeRates.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.NodeRates
             * @static
             * @param {oortbus.v1.NodeRates.$Properties} message NodeRates message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NodeRates.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.received != null && $Object.hasOwnProperty.call(message, "received") && !$Object.is(message.received, 0))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.received);
                if (message.published != null && $Object.hasOwnProperty.call(message, "published") && !$Object.is(message.published, 0))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.published);
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered") && !$Object.is(message.delivered, 0))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.delivered);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && !$Object.is(message.dropped, 0))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.dropped);
                if (message.logins != null && $Object.hasOwnProperty.call(message, "logins") && !$Object.is(message.logins, 0))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.logins);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NodeRates message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.NodeRates
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.NodeRates & oortbus.v1.NodeRates.$Shape} NodeRates
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NodeRates.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.NodeRates();
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
                                message.received = value;
                            else
                                delete message.received;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.published = value;
                            else
                                delete message.published;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.delivered = value;
                            else
                                delete message.delivered;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            if (!$Object.is(value = reader.double(), 0))
                                message.logins = value;
                            else
                                delete message.logins;
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
             * Verifies a NodeRates message.
             * @function verify
             * @memberof oortbus.v1.NodeRates
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            NodeRates.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.received != null && $Object.hasOwnProperty.call(message, "received"))
                    if (typeof message.received !== "number")
                        return "received: number expected";
                if (message.published != null && $Object.hasOwnProperty.call(message, "published"))
                    if (typeof message.published !== "number")
                        return "published: number expected";
                if (message.delivered != null && $Object.hasOwnProperty.call(message, "delivered"))
                    if (typeof message.delivered !== "number")
                        return "delivered: number expected";
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (typeof message.dropped !== "number")
                        return "dropped: number expected";
                if (message.logins != null && $Object.hasOwnProperty.call(message, "logins"))
                    if (typeof message.logins !== "number")
                        return "logins: number expected";
                return null;
            };

            return NodeRates;
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
             * @property {number|null} [sentPerSecond] Link sentPerSecond
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

            /**
             * Link sentPerSecond.
             * @member {number|null|undefined} sentPerSecond
             * @memberof oortbus.v1.Link
             * @instance
             */
            Link.prototype.sentPerSecond = null;

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

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_sentPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["sentPerSecond"]),
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
                if (message.sentPerSecond != null && $Object.hasOwnProperty.call(message, "sentPerSecond"))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.sentPerSecond);
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
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.sentPerSecond = reader.double();
                            message._sentPerSecond = "sentPerSecond";
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
                if (message.sentPerSecond != null && $Object.hasOwnProperty.call(message, "sentPerSecond")) {
                    properties._sentPerSecond = 1;
                    if (typeof message.sentPerSecond !== "number")
                        return "sentPerSecond: number expected";
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
