/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array;

// Exported root namespace
const $root = $protobuf.roots["oortbus/v1/seti.proto"] || ($protobuf.roots["oortbus/v1/seti.proto"] = {});

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

        v1.SetiEnvelope = (function() {

            /**
             * Properties of a SetiEnvelope.
             * @typedef {Object} oortbus.v1.SetiEnvelope.$Properties
             * @property {string|null} [node] SetiEnvelope node
             * @property {string|null} [channel] SetiEnvelope channel
             * @property {Array.<oortbus.v1.Addressee.$Properties>|null} [addressees] SetiEnvelope addressees
             * @property {number|null} [hops] SetiEnvelope hops
             * @property {string|null} [key] SetiEnvelope key
             * @property {oortbus.v1.Until|null} [until] SetiEnvelope until
             * @property {string|null} [answerTo] SetiEnvelope answerTo
             * @property {Array.<oortbus.v1.Answer.$Properties>|null} [answers] SetiEnvelope answers
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetiEnvelope.
             * @memberof oortbus.v1
             * @interface ISetiEnvelope
             * @augments oortbus.v1.SetiEnvelope.$Properties
             * @deprecated Use oortbus.v1.SetiEnvelope.$Properties instead.
             */

            /**
             * Shape of a SetiEnvelope.
             * @typedef {oortbus.v1.SetiEnvelope.$Properties} oortbus.v1.SetiEnvelope.$Shape
             */

            /**
             * Constructs a new SetiEnvelope.
             * @memberof oortbus.v1
             * @classdesc Represents a SetiEnvelope.
             * @constructor
             * @param {oortbus.v1.SetiEnvelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetiEnvelope = function (properties) {
                this.addressees = [];
                this.answers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetiEnvelope node.
             * @member {string} node
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.node = "";

            /**
             * SetiEnvelope channel.
             * @member {string} channel
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.channel = "";

            /**
             * SetiEnvelope addressees.
             * @member {Array.<oortbus.v1.Addressee.$Properties>} addressees
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.addressees = $util.emptyArray;

            /**
             * SetiEnvelope hops.
             * @member {number} hops
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.hops = 0;

            /**
             * SetiEnvelope key.
             * @member {string} key
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.key = "";

            /**
             * SetiEnvelope until.
             * @member {oortbus.v1.Until} until
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.until = 0;

            /**
             * SetiEnvelope answerTo.
             * @member {string} answerTo
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.answerTo = "";

            /**
             * SetiEnvelope answers.
             * @member {Array.<oortbus.v1.Answer.$Properties>} answers
             * @memberof oortbus.v1.SetiEnvelope
             * @instance
             */
            SetiEnvelope.prototype.answers = $util.emptyArray;

            /**
             * Creates a new SetiEnvelope instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.SetiEnvelope
             * @static
             * @param {oortbus.v1.SetiEnvelope.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.SetiEnvelope} SetiEnvelope instance
             * @type {{
             *   (properties: oortbus.v1.SetiEnvelope.$Shape): oortbus.v1.SetiEnvelope & oortbus.v1.SetiEnvelope.$Shape;
             *   (properties?: oortbus.v1.SetiEnvelope.$Properties): oortbus.v1.SetiEnvelope;
             * }}
             */
            SetiEnvelope.create = function(properties) {
                return new SetiEnvelope(properties);
            };

            /**
             * Encodes the specified SetiEnvelope message. Does not implicitly {@link oortbus.v1.SetiEnvelope.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.SetiEnvelope
             * @static
             * @param {oortbus.v1.SetiEnvelope.$Properties} message SetiEnvelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetiEnvelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.node);
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.channel);
                if (message.addressees != null && message.addressees.length)
                    for (let i = 0; i < message.addressees.length; ++i)
                        $root.oortbus.v1.Addressee.encode(message.addressees[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.hops != null && $Object.hasOwnProperty.call(message, "hops") && message.hops !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.hops);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.key);
                if (message.until != null && $Object.hasOwnProperty.call(message, "until") && message.until !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).int32(message.until);
                if (message.answerTo != null && $Object.hasOwnProperty.call(message, "answerTo") && message.answerTo !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.answerTo);
                if (message.answers != null && message.answers.length)
                    for (let i = 0; i < message.answers.length; ++i)
                        $root.oortbus.v1.Answer.encode(message.answers[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetiEnvelope message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.SetiEnvelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.SetiEnvelope & oortbus.v1.SetiEnvelope.$Shape} SetiEnvelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetiEnvelope.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.SetiEnvelope();
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
                                message.channel = value;
                            else
                                delete message.channel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addressees && message.addressees.length))
                                message.addressees = [];
                            message.addressees.push($root.oortbus.v1.Addressee.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.hops = value;
                            else
                                delete message.hops;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.key = value;
                            else
                                delete message.key;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.until = value;
                            else
                                delete message.until;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.answerTo = value;
                            else
                                delete message.answerTo;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.answers && message.answers.length))
                                message.answers = [];
                            message.answers.push($root.oortbus.v1.Answer.decode(reader, reader.size(), $undefined, _depth + 1));
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
             * Verifies a SetiEnvelope message.
             * @function verify
             * @memberof oortbus.v1.SetiEnvelope
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            SetiEnvelope.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.node != null && $Object.hasOwnProperty.call(message, "node"))
                    if (!$util.isString(message.node))
                        return "node: string expected";
                if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                    if (!$util.isString(message.channel))
                        return "channel: string expected";
                if (message.addressees != null && $Object.hasOwnProperty.call(message, "addressees")) {
                    if (!$Array.isArray(message.addressees))
                        return "addressees: array expected";
                    for (let i = 0; i < message.addressees.length; ++i) {
                        let error = $root.oortbus.v1.Addressee.verify(message.addressees[i], _depth + 1);
                        if (error)
                            return "addressees." + error;
                    }
                }
                if (message.hops != null && $Object.hasOwnProperty.call(message, "hops"))
                    if (!$util.isInteger(message.hops))
                        return "hops: integer expected";
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    if (!$util.isString(message.key))
                        return "key: string expected";
                if (message.until != null && $Object.hasOwnProperty.call(message, "until"))
                    if (typeof message.until !== "number" || (message.until | 0) !== message.until)
                        return "until: enum value expected";
                if (message.answerTo != null && $Object.hasOwnProperty.call(message, "answerTo"))
                    if (!$util.isString(message.answerTo))
                        return "answerTo: string expected";
                if (message.answers != null && $Object.hasOwnProperty.call(message, "answers")) {
                    if (!$Array.isArray(message.answers))
                        return "answers: array expected";
                    for (let i = 0; i < message.answers.length; ++i) {
                        let error = $root.oortbus.v1.Answer.verify(message.answers[i], _depth + 1);
                        if (error)
                            return "answers." + error;
                    }
                }
                return null;
            };

            return SetiEnvelope;
        })();

        v1.Addressee = (function() {

            /**
             * Properties of an Addressee.
             * @typedef {Object} oortbus.v1.Addressee.$Properties
             * @property {string|null} [user] Addressee user
             * @property {number|Long|null} [request] Addressee request
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Addressee.
             * @memberof oortbus.v1
             * @interface IAddressee
             * @augments oortbus.v1.Addressee.$Properties
             * @deprecated Use oortbus.v1.Addressee.$Properties instead.
             */

            /**
             * Shape of an Addressee.
             * @typedef {oortbus.v1.Addressee.$Properties} oortbus.v1.Addressee.$Shape
             */

            /**
             * Constructs a new Addressee.
             * @memberof oortbus.v1
             * @classdesc Represents an Addressee.
             * @constructor
             * @param {oortbus.v1.Addressee.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Addressee = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Addressee user.
             * @member {string} user
             * @memberof oortbus.v1.Addressee
             * @instance
             */
            Addressee.prototype.user = "";

            /**
             * Addressee request.
             * @member {number|Long} request
             * @memberof oortbus.v1.Addressee
             * @instance
             */
            Addressee.prototype.request = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Creates a new Addressee instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Addressee
             * @static
             * @param {oortbus.v1.Addressee.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Addressee} Addressee instance
             * @type {{
             *   (properties: oortbus.v1.Addressee.$Shape): oortbus.v1.Addressee & oortbus.v1.Addressee.$Shape;
             *   (properties?: oortbus.v1.Addressee.$Properties): oortbus.v1.Addressee;
             * }}
             */
            Addressee.create = function(properties) {
                return new Addressee(properties);
            };

            /**
             * Encodes the specified Addressee message. Does not implicitly {@link oortbus.v1.Addressee.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Addressee
             * @static
             * @param {oortbus.v1.Addressee.$Properties} message Addressee message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Addressee.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.user != null && $Object.hasOwnProperty.call(message, "user") && message.user !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.user);
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && (typeof message.request === "object" ? message.request.low || message.request.high : message.request !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.request);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Addressee message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Addressee
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Addressee & oortbus.v1.Addressee.$Shape} Addressee
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Addressee.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Addressee();
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
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.request = value;
                            else
                                delete message.request;
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
             * Verifies an Addressee message.
             * @function verify
             * @memberof oortbus.v1.Addressee
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Addressee.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.user != null && $Object.hasOwnProperty.call(message, "user"))
                    if (!$util.isString(message.user))
                        return "user: string expected";
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    if (!$util.isInteger(message.request) && !(message.request && $util.isInteger(message.request.low) && $util.isInteger(message.request.high)))
                        return "request: integer|Long expected";
                return null;
            };

            return Addressee;
        })();

        /**
         * Until enum.
         * @name oortbus.v1.Until
         * @enum {number}
         * @property {number} UNTIL_UNSPECIFIED=0 UNTIL_UNSPECIFIED value
         * @property {number} UNTIL_WRITTEN=1 UNTIL_WRITTEN value
         * @property {number} UNTIL_ACKED=2 UNTIL_ACKED value
         */
        v1.Until = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "UNTIL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "UNTIL_WRITTEN"] = 1;
            values[valuesById[2] = "UNTIL_ACKED"] = 2;
            return values;
        })();

        v1.Answer = (function() {

            /**
             * Properties of an Answer.
             * @typedef {Object} oortbus.v1.Answer.$Properties
             * @property {number|Long|null} [request] Answer request
             * @property {number|Long|null} [sessions] Answer sessions
             * @property {number|Long|null} [reached] Answer reached
             * @property {number|Long|null} [confirmed] Answer confirmed
             * @property {number|Long|null} [open] Answer open
             * @property {Array.<string>|null} [passed] Answer passed
             * @property {boolean|null} [lost] Answer lost
             * @property {oortbus.v1.Holders.$Properties|null} [holders] Answer holders
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Answer.
             * @memberof oortbus.v1
             * @interface IAnswer
             * @augments oortbus.v1.Answer.$Properties
             * @deprecated Use oortbus.v1.Answer.$Properties instead.
             */

            /**
             * Shape of an Answer.
             * @typedef {oortbus.v1.Answer.$Properties} oortbus.v1.Answer.$Shape
             */

            /**
             * Constructs a new Answer.
             * @memberof oortbus.v1
             * @classdesc Represents an Answer.
             * @constructor
             * @param {oortbus.v1.Answer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Answer = function (properties) {
                this.passed = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Answer request.
             * @member {number|Long} request
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.request = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Answer sessions.
             * @member {number|Long} sessions
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.sessions = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Answer reached.
             * @member {number|Long} reached
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.reached = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Answer confirmed.
             * @member {number|Long} confirmed
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.confirmed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Answer open.
             * @member {number|Long} open
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.open = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Answer passed.
             * @member {Array.<string>} passed
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.passed = $util.emptyArray;

            /**
             * Answer lost.
             * @member {boolean} lost
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.lost = false;

            /**
             * Answer holders.
             * @member {oortbus.v1.Holders.$Properties|null|undefined} holders
             * @memberof oortbus.v1.Answer
             * @instance
             */
            Answer.prototype.holders = null;

            /**
             * Creates a new Answer instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Answer
             * @static
             * @param {oortbus.v1.Answer.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Answer} Answer instance
             * @type {{
             *   (properties: oortbus.v1.Answer.$Shape): oortbus.v1.Answer & oortbus.v1.Answer.$Shape;
             *   (properties?: oortbus.v1.Answer.$Properties): oortbus.v1.Answer;
             * }}
             */
            Answer.create = function(properties) {
                return new Answer(properties);
            };

            /**
             * Encodes the specified Answer message. Does not implicitly {@link oortbus.v1.Answer.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Answer
             * @static
             * @param {oortbus.v1.Answer.$Properties} message Answer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Answer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request") && (typeof message.request === "object" ? message.request.low || message.request.high : message.request !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.request);
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions") && (typeof message.sessions === "object" ? message.sessions.low || message.sessions.high : message.sessions !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sessions);
                if (message.reached != null && $Object.hasOwnProperty.call(message, "reached") && (typeof message.reached === "object" ? message.reached.low || message.reached.high : message.reached !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.reached);
                if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed") && (typeof message.confirmed === "object" ? message.confirmed.low || message.confirmed.high : message.confirmed !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.confirmed);
                if (message.open != null && $Object.hasOwnProperty.call(message, "open") && (typeof message.open === "object" ? message.open.low || message.open.high : message.open !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.open);
                if (message.passed != null && message.passed.length)
                    for (let i = 0; i < message.passed.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).string(message.passed[i]);
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost") && message.lost !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.lost);
                if (message.holders != null && $Object.hasOwnProperty.call(message, "holders"))
                    $root.oortbus.v1.Holders.encode(message.holders, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Answer message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Answer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Answer & oortbus.v1.Answer.$Shape} Answer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Answer.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Answer();
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
                                message.request = value;
                            else
                                delete message.request;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sessions = value;
                            else
                                delete message.sessions;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.reached = value;
                            else
                                delete message.reached;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.confirmed = value;
                            else
                                delete message.confirmed;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.open = value;
                            else
                                delete message.open;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.passed && message.passed.length))
                                message.passed = [];
                            message.passed.push(reader.stringVerify());
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.lost = value;
                            else
                                delete message.lost;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.holders = $root.oortbus.v1.Holders.decode(reader, reader.size(), $undefined, _depth + 1, message.holders);
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
             * Verifies an Answer message.
             * @function verify
             * @memberof oortbus.v1.Answer
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Answer.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    if (!$util.isInteger(message.request) && !(message.request && $util.isInteger(message.request.low) && $util.isInteger(message.request.high)))
                        return "request: integer|Long expected";
                if (message.sessions != null && $Object.hasOwnProperty.call(message, "sessions"))
                    if (!$util.isInteger(message.sessions) && !(message.sessions && $util.isInteger(message.sessions.low) && $util.isInteger(message.sessions.high)))
                        return "sessions: integer|Long expected";
                if (message.reached != null && $Object.hasOwnProperty.call(message, "reached"))
                    if (!$util.isInteger(message.reached) && !(message.reached && $util.isInteger(message.reached.low) && $util.isInteger(message.reached.high)))
                        return "reached: integer|Long expected";
                if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed"))
                    if (!$util.isInteger(message.confirmed) && !(message.confirmed && $util.isInteger(message.confirmed.low) && $util.isInteger(message.confirmed.high)))
                        return "confirmed: integer|Long expected";
                if (message.open != null && $Object.hasOwnProperty.call(message, "open"))
                    if (!$util.isInteger(message.open) && !(message.open && $util.isInteger(message.open.low) && $util.isInteger(message.open.high)))
                        return "open: integer|Long expected";
                if (message.passed != null && $Object.hasOwnProperty.call(message, "passed")) {
                    if (!$Array.isArray(message.passed))
                        return "passed: array expected";
                    for (let i = 0; i < message.passed.length; ++i)
                        if (!$util.isString(message.passed[i]))
                            return "passed: string[] expected";
                }
                if (message.lost != null && $Object.hasOwnProperty.call(message, "lost"))
                    if (typeof message.lost !== "boolean")
                        return "lost: boolean expected";
                if (message.holders != null && $Object.hasOwnProperty.call(message, "holders")) {
                    let error = $root.oortbus.v1.Holders.verify(message.holders, _depth + 1);
                    if (error)
                        return "holders." + error;
                }
                return null;
            };

            return Answer;
        })();

        v1.Holders = (function() {

            /**
             * Properties of a Holders.
             * @typedef {Object} oortbus.v1.Holders.$Properties
             * @property {Array.<string>|null} [nodes] Holders nodes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Holders.
             * @memberof oortbus.v1
             * @interface IHolders
             * @augments oortbus.v1.Holders.$Properties
             * @deprecated Use oortbus.v1.Holders.$Properties instead.
             */

            /**
             * Shape of a Holders.
             * @typedef {oortbus.v1.Holders.$Properties} oortbus.v1.Holders.$Shape
             */

            /**
             * Constructs a new Holders.
             * @memberof oortbus.v1
             * @classdesc Represents a Holders.
             * @constructor
             * @param {oortbus.v1.Holders.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Holders = function (properties) {
                this.nodes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Holders nodes.
             * @member {Array.<string>} nodes
             * @memberof oortbus.v1.Holders
             * @instance
             */
            Holders.prototype.nodes = $util.emptyArray;

            /**
             * Creates a new Holders instance using the specified properties.
             * @function create
             * @memberof oortbus.v1.Holders
             * @static
             * @param {oortbus.v1.Holders.$Properties=} [properties] Properties to set
             * @returns {oortbus.v1.Holders} Holders instance
             * @type {{
             *   (properties: oortbus.v1.Holders.$Shape): oortbus.v1.Holders & oortbus.v1.Holders.$Shape;
             *   (properties?: oortbus.v1.Holders.$Properties): oortbus.v1.Holders;
             * }}
             */
            Holders.create = function(properties) {
                return new Holders(properties);
            };

            /**
             * Encodes the specified Holders message. Does not implicitly {@link oortbus.v1.Holders.verify|verify} messages.
             * @function encode
             * @memberof oortbus.v1.Holders
             * @static
             * @param {oortbus.v1.Holders.$Properties} message Holders message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Holders.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nodes != null && message.nodes.length)
                    for (let i = 0; i < message.nodes.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodes[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Holders message from the specified reader or buffer.
             * @function decode
             * @memberof oortbus.v1.Holders
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {oortbus.v1.Holders & oortbus.v1.Holders.$Shape} Holders
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Holders.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.oortbus.v1.Holders();
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
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            message.nodes.push(reader.stringVerify());
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
             * Verifies a Holders message.
             * @function verify
             * @memberof oortbus.v1.Holders
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Holders.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes")) {
                    if (!$Array.isArray(message.nodes))
                        return "nodes: array expected";
                    for (let i = 0; i < message.nodes.length; ++i)
                        if (!$util.isString(message.nodes[i]))
                            return "nodes: string[] expected";
                }
                return null;
            };

            return Holders;
        })();

        return v1;
    })();

    return oortbus;
})();

export {
  $root as default
};
