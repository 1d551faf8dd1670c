import { isUtf8 } from "node:buffer";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import type { PrintedMessage } from "../../core/message/publication.js";
import { withOne } from "../../core/with-one.js";
import { inspectJson } from "./json-text.js";
import { MAX_VARINT, malformed, ProtobufReader, tag, varintLength, writeField } from "./protobuf.js";

// One LinkFrame of proto/oortbus/v1/link.proto, which says what its fields mean. Written here by hand, into the buffer
// that goes to the socket, and read without making an object for each field; a test holds it against the generated code.

/** What a frame says beside its deliveries. */
export interface FrameHead {
  readonly first: number;
  readonly ack: number;
  readonly ackWanted: boolean;
  readonly dropped: number;
}

export interface LinkFrame extends FrameHead {
  readonly deliveries: readonly PrintedMessage[];
  /** A JSON array of Bayeux messages, not looked at; empty for none. */
  readonly messages: string;
}

export interface FrameLimits {
  /** Deepest nesting in the data of a delivery. */
  readonly maxJsonDepth: number;
}

const NO_DELIVERIES: readonly PrintedMessage[] = [];

/** Most deliveries in one frame, written or read. */
export const MAX_FRAME_DELIVERIES = 8_192;

const FIRST = tag(1, 0);
const ACK = tag(2, 0);
const ACK_WANTED = tag(3, 0);
const DROPPED = tag(4, 0);
const DELIVERIES = tag(5, 2);
const MESSAGES = tag(6, 2);
const CHANNEL = tag(1, 2);
const DATA = tag(2, 2);
const FIELDS = tag(3, 2);
const ENVELOPE = tag(4, 2);

const MAX_HEAD = 4 * (1 + MAX_VARINT);
/** Tags and lengths of one delivery. */
const MAX_DELIVERY_HEAD = 5 * (1 + 5);

// --- Writing -----------------------------------------------------------------------------------------------------

/**
 * @param deliveries - with envelopes for a peer alone that knows these
 * @param messages - a JSON array, or an empty text
 * @param room - bytes left free in front
 * @param memory - where it is written, if it has room; otherwise, and by default, in memory of its own
 */
export function writeFrame(
  head: FrameHead,
  deliveries: readonly PrintedMessage[],
  messages: string,
  room: number,
  memory?: Buffer,
): Uint8Array {
  const messagesBytes = messages === "" ? 0 : Buffer.byteLength(messages);
  let bound = room + MAX_HEAD + messagesBytes + 1 + MAX_VARINT;
  for (const { channel, fields, dataBytes, envelope } of deliveries)
    bound += MAX_DELIVERY_HEAD + 3 * (channel.length + fields.length) + dataBytes + (envelope?.length ?? 0);
  const buffer = memory !== undefined && bound <= memory.length ? memory : Buffer.allocUnsafe(bound);
  let at = room;
  if (deliveries.length > 0) at = writeField(buffer, at, FIRST, head.first);
  if (head.ack > 0) at = writeField(buffer, at, ACK, head.ack);
  if (head.ackWanted) at = writeField(buffer, at, ACK_WANTED, 1);
  if (head.dropped > 0) at = writeField(buffer, at, DROPPED, head.dropped);
  for (const delivery of deliveries) at = writeDelivery(buffer, at, delivery);
  if (messagesBytes > 0) {
    at = writeField(buffer, at, MESSAGES, messagesBytes);
    at += buffer.write(messages, at, "utf8");
  }
  return buffer.subarray(0, at);
}

function writeDelivery(buffer: Buffer, start: number, delivery: PrintedMessage): number {
  const { channel, data, dataBytes, fields, envelope } = delivery;
  const channelBytes = Buffer.byteLength(channel);
  const fieldsBytes = fields === "" ? 0 : Buffer.byteLength(fields);
  let length = 1 + varintLength(channelBytes) + channelBytes + 1 + varintLength(dataBytes) + dataBytes;
  if (fieldsBytes > 0) length += 1 + varintLength(fieldsBytes) + fieldsBytes;
  if (envelope !== undefined) length += 1 + varintLength(envelope.length) + envelope.length;
  let at = writeField(buffer, start, DELIVERIES, length);
  at = writeField(buffer, at, CHANNEL, channelBytes);
  at += buffer.write(channel, at, "utf8");
  at = writeField(buffer, at, DATA, dataBytes);
  at += data.length === dataBytes ? buffer.write(data, at, "latin1") : buffer.write(data, at, "utf8");
  if (fieldsBytes > 0) {
    at = writeField(buffer, at, FIELDS, fieldsBytes);
    at += buffer.write(fields, at, "utf8");
  }
  if (envelope !== undefined) {
    at = writeField(buffer, at, ENVELOPE, envelope.length);
    buffer.set(envelope, at);
    at += envelope.length;
  }
  return at;
}

// --- Reading -----------------------------------------------------------------------------------------------------

/**
 * Reads a frame, whatever bytes it is given. A later field of the same number wins, unknown ones are passed over, as
 * protobuf has it.
 * @throws BayeuxError 400 when it is no frame, or has data that is not one JSON value each; 413 over a limit
 */
export function readFrame(bytes: Uint8Array, limits: FrameLimits): LinkFrame {
  return new FrameReader(bytes, limits).frame();
}

class FrameReader extends ProtobufReader {
  readonly #limits: FrameLimits;

  constructor(bytes: Uint8Array, limits: FrameLimits) {
    super(bytes);
    this.#limits = limits;
  }

  frame(): LinkFrame {
    const end = this.bytes.length;
    let deliveries: PrintedMessage[] | undefined;
    const frame = { first: 0, ack: 0, ackWanted: false, dropped: 0, deliveries: NO_DELIVERIES, messages: "" };
    while (this.at < end) {
      const field = this.varint(end);
      if (field === DELIVERIES) {
        deliveries = withOne(deliveries, this.#delivery(this.sectionEnd(end)));
        if (deliveries.length > MAX_FRAME_DELIVERIES) throw new BayeuxError(413, [], "link_frame_too_long");
      } else if (field === FIRST) frame.first = this.varint(end);
      else if (field === ACK) frame.ack = this.varint(end);
      else if (field === ACK_WANTED) frame.ackWanted = this.varint(end) !== 0;
      else if (field === DROPPED) frame.dropped = this.varint(end);
      else if (field === MESSAGES) frame.messages = this.text(this.sectionEnd(end));
      else this.skip(field, end);
    }
    if (deliveries === undefined) return frame;
    if (frame.first === 0) throw malformed("deliveries without number");
    frame.deliveries = deliveries;
    return frame;
  }

  #delivery(end: number): PrintedMessage {
    let channel = "";
    let fields = "";
    let envelope: Uint8Array | undefined;
    let dataStart = 0;
    let dataEnd = 0;
    while (this.at < end) {
      const field = this.varint(end);
      if (field === CHANNEL) {
        channel = this.text(this.sectionEnd(end));
      } else if (field === DATA) {
        dataEnd = this.sectionEnd(end);
        dataStart = this.at;
        this.at = dataEnd;
      } else if (field === FIELDS) {
        fields = this.text(this.sectionEnd(end));
      } else if (field === ENVELOPE) {
        envelope = this.span(this.sectionEnd(end));
      } else {
        this.skip(field, end);
      }
    }
    if (envelope !== undefined && dataEnd === dataStart) return { channel, data: "", dataBytes: 0, fields, envelope };
    const charset = inspectJson(this.bytes, dataStart, dataEnd, this.#limits.maxJsonDepth);
    if (charset === undefined) throw malformed("data is not one JSON value");
    if (charset === "utf8" && !isUtf8(this.bytes.subarray(dataStart, dataEnd))) throw malformed("data is not UTF-8");
    const data = this.bytes.toString(charset, dataStart, dataEnd);
    return { channel, data, dataBytes: dataEnd - dataStart, fields, envelope };
  }
}
