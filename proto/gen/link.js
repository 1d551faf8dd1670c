/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["oortbus/v1/link.proto"] || ($protobuf.roots["oortbus/v1/link.proto"] = {});

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

        v1.LinkFrame = (function() {

            /**
             * Properties of a LinkFrame.
             * @typedef {Object} oortbus.v1.LinkFrame.$Properties
             * @property {number|Long|null} [first] LinkFrame first
             * @property {number|Long|null} [ack] LinkFrame ack
             * @property {boolean|null} [ackWanted] LinkFrame ackWanted
             * @property {number|Long|null} [dropped] LinkFrame dropped
             * @property {Array.<oortbus.v1.LinkDelivery.$Properties>|null} [deliveries] LinkFrame deliveries
             * @property {Uint8Array|null} [messages] LinkFrame messages
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkFrame.
             * @memberof oortbus.v1
             * @interface ILinkFrame
             * @augments oortbus.v1.LinkFrame.$Properties
             * @deprecated Use oortbus.v1.LinkFrame.$Properties instead.
             */

            /**
             * Shape of a LinkFrame.
             * @typedef {oortbus.v1.LinkFrame.$Properties} oortbus.v1.LinkFrame.$Shape
             */

            /**
             * Constructs a new LinkFrame.
             * @memberof oortbus.v1
             * @classdesc Represents a LinkFrame.
             * @constructor
             * @param {oortbus.v1.LinkFrame.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkFrame = function (properties) {
                this.deliveries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkFrame first.
             * @member {number|Long} first
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.first = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LinkFrame ack.
             * @member {number|Long} ack
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.ack = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LinkFrame ackWanted.
             * @member {boolean} ackWanted
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.ackWanted = false;

            /**
             * LinkFrame dropped.
             * @member {number|Long} dropped
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.dropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * LinkFrame deliveries.
             * @member {Array.<oortbus.v1.LinkDelivery.$Properties>} deliveries
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.deliveries = $util.emptyArray;

            /**
             * LinkFrame messages.
             * @member {Uint8Array} messages
             * @memberof oortbus.v1.LinkFrame
             * @instance
             */
            LinkFrame.prototype.messages = $util.newBuffer([]);

            /**
             * Creates a new LinkFrame instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.LinkFrame
             * @static
             * @param {oortbus.v1.LinkFrame.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.LinkFrame} LinkFrame instance
             * @type {{
             *   (properties: oortbus.v1.LinkFrame.$Shape): oortbus.v1.LinkFrame & oortbus.v1.LinkFrame.$Shape;
             *   (properties?: oortbus.v1.LinkFrame.$Properties): oortbus.v1.LinkFrame;
             * }}
             */
            LinkFrame.create = function(properties) {
                return new LinkFrame(properties);
            };

            /**
             * Encodes the specified LinkFrame message. Does not implicitly {@link oortbus.v1.LinkFrame.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.LinkFrame
             * @static
             * @param {oortbus.v1.LinkFrame.$Properties} message LinkFrame message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkFrame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.first != null && $Object.hasOwnProperty.call(message, "first") && (typeof message.first === "object" ? message.first.low || message.first.high : message.first !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.first);
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack") && (typeof message.ack === "object" ? message.ack.low || message.ack.high : message.ack !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.ack);
                if (message.ackWanted != null && $Object.hasOwnProperty.call(message, "ackWanted") && message.ackWanted !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.ackWanted);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && (typeof message.dropped === "object" ? message.dropped.low || message.dropped.high : message.dropped !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.dropped);
                if (message.deliveries != null && message.deliveries.length)
                    for (let i = 0; i < message.deliveries.length; ++i)
                        $root.oortbus.v1.LinkDelivery.encode(message.deliveries[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && message.messages.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.messages);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkFrame message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.LinkFrame
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.LinkFrame & oortbus.v1.LinkFrame.$Shape} LinkFrame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkFrame.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.LinkFrame();
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.first = value;
                            else
                                delete message.first;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.ack = value;
                            else
                                delete message.ack;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.ackWanted = value;
                            else
                                delete message.ackWanted;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.dropped = value;
                            else
                                delete message.dropped;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.deliveries && message.deliveries.length))
                                message.deliveries = [];
                            message.deliveries.push($root.oortbus.v1.LinkDelivery.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.messages = value;
                            else
                                delete message.messages;
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
             * Verifies a LinkFrame message.
             * @function verify
             * @memberof oortbus.v1.LinkFrame
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LinkFrame.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.first != null && $Object.hasOwnProperty.call(message, "first"))
                    if (!$util.isInteger(message.first) && !(message.first && $util.isInteger(message.first.low) && $util.isInteger(message.first.high)))
                        return "first: integer|Long expected";
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    if (!$util.isInteger(message.ack) && !(message.ack && $util.isInteger(message.ack.low) && $util.isInteger(message.ack.high)))
                        return "ack: integer|Long expected";
                if (message.ackWanted != null && $Object.hasOwnProperty.call(message, "ackWanted"))
                    if (typeof message.ackWanted !== "boolean")
                        return "ackWanted: boolean expected";
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (!$util.isInteger(message.dropped) && !(message.dropped && $util.isInteger(message.dropped.low) && $util.isInteger(message.dropped.high)))
                        return "dropped: integer|Long expected";
                if (message.deliveries != null && $Object.hasOwnProperty.call(message, "deliveries")) {
                    if (!$Array.isArray(message.deliveries))
                        return "deliveries: array expected";
                    for (let i = 0; i < message.deliveries.length; ++i) {
                        let error = $root.oortbus.v1.LinkDelivery.verify(message.deliveries[i], _depth + 1);
                        if (error)
                            return "deliveries." + error;
                    }
                }
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages"))
                    if (!(message.messages && typeof message.messages.length === "number" || $util.isString(message.messages)))
                        return "messages: buffer expected";
                return null;
            };

            return LinkFrame;
        })();

        v1.LinkDelivery = (function() {

            /**
             * Properties of a LinkDelivery.
             * @typedef {Object} oortbus.v1.LinkDelivery.$Properties
             * @property {string|null} [channel] LinkDelivery channel
             * @property {Uint8Array|null} [data] LinkDelivery data
             * @property {Uint8Array|null} [fields] LinkDelivery fields
             * @property {Uint8Array|null} [envelope] LinkDelivery envelope
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkDelivery.
             * @memberof oortbus.v1
             * @interface ILinkDelivery
             * @augments oortbus.v1.LinkDelivery.$Properties
             * @deprecated Use oortbus.v1.LinkDelivery.$Properties instead.
             */

            /**
             * Shape of a LinkDelivery.
             * @typedef {oortbus.v1.LinkDelivery.$Properties} oortbus.v1.LinkDelivery.$Shape
             */

            /**
             * Constructs a new LinkDelivery.
             * @memberof oortbus.v1
             * @classdesc Represents a LinkDelivery.
             * @constructor
             * @param {oortbus.v1.LinkDelivery.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkDelivery = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkDelivery channel.
             * @member {string} channel
             * @memberof oortbus.v1.LinkDelivery
             * @instance
             */
            LinkDelivery.prototype.channel = "";

            /**
             * LinkDelivery data.
             * @member {Uint8Array} data
             * @memberof oortbus.v1.LinkDelivery
             * @instance
             */
            LinkDelivery.prototype.data = $util.newBuffer([]);

            /**
             * LinkDelivery fields.
             * @member {Uint8Array} fields
             * @memberof oortbus.v1.LinkDelivery
             * @instance
             */
            LinkDelivery.prototype.fields = $util.newBuffer([]);

            /**
             * LinkDelivery envelope.
             * @member {Uint8Array} envelope
             * @memberof oortbus.v1.LinkDelivery
             * @instance
             */
            LinkDelivery.prototype.envelope = $util.newBuffer([]);

            /**
             * Creates a new LinkDelivery instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.LinkDelivery
             * @static
             * @param {oortbus.v1.LinkDelivery.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.LinkDelivery} LinkDelivery instance
             * @type {{
             *   (properties: oortbus.v1.LinkDelivery.$Shape): oortbus.v1.LinkDelivery & oortbus.v1.LinkDelivery.$Shape;
             *   (properties?: oortbus.v1.LinkDelivery.$Properties): oortbus.v1.LinkDelivery;
             * }}
             */
            LinkDelivery.create = function(properties) {
                return new LinkDelivery(properties);
            };

            /**
             * Encodes the specified LinkDelivery message. Does not implicitly {@link oortbus.v1.LinkDelivery.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.LinkDelivery
             * @static
             * @param {oortbus.v1.LinkDelivery.$Properties} message LinkDelivery message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkDelivery.encode = function (message, writer, _depth) {
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
                if (message.fields != null && $Object.hasOwnProperty.call(message, "fields") && message.fields.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.fields);
                if (message.envelope != null && $Object.hasOwnProperty.call(message, "envelope") && message.envelope.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.envelope);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkDelivery message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.LinkDelivery
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.LinkDelivery & oortbus.v1.LinkDelivery.$Shape} LinkDelivery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkDelivery.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.LinkDelivery();
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
                            if ((value = reader.bytes()).length)
                                message.fields = value;
                            else
                                delete message.fields;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.envelope = value;
                            else
                                delete message.envelope;
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
             * Verifies a LinkDelivery message.
             * @function verify
             * @memberof oortbus.v1.LinkDelivery
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            LinkDelivery.verify = function (message, _depth) {
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
                if (message.fields != null && $Object.hasOwnProperty.call(message, "fields"))
                    if (!(message.fields && typeof message.fields.length === "number" || $util.isString(message.fields)))
                        return "fields: buffer expected";
                if (message.envelope != null && $Object.hasOwnProperty.call(message, "envelope"))
                    if (!(message.envelope && typeof message.envelope.length === "number" || $util.isString(message.envelope)))
                        return "envelope: buffer expected";
                return null;
            };

            return LinkDelivery;
        })();

        return v1;
    })();

    return oortbus;
})();

export {
  $root as default
};
