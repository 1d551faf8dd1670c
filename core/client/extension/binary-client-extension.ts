import { ensureExt, extField, isObject, type Message } from "../../message/message.js";
import { decodeZ85, encodeZ85 } from "../../message/z85.js";
import type { ClientExtension } from "./client-extension.js";

/** What the `data` of a message with bytes is to listeners. */
export interface BinaryData {
  readonly data: Uint8Array;
  /** False when more parts follow. */
  readonly last: boolean;
  /** Whatever the sender wants to say about the bytes. */
  readonly meta?: unknown;
}

/**
 * Lets `data` be bytes: a `Uint8Array`, an `ArrayBuffer`, or {@link BinaryData} of which `last` and `meta` may be missing.
 * Listeners get {@link BinaryData}. What says that it is bytes and is none is passed on as it came (spec 21.5).
 */
export class BinaryClientExtension implements ClientExtension {
  outgoing(message: Message): void {
    const { data } = message;
    const { data: inner, ...more } = isObject(data) && "data" in data ? data : { data };
    const bytes = inner instanceof ArrayBuffer ? new Uint8Array(inner) : inner;
    if (!(bytes instanceof Uint8Array)) return;
    message.data = { last: true, ...more, data: encodeZ85(bytes) };
    message.ext = { ...message.ext }; // the application's own object stays as it is
    ensureExt(message).binary = {};
  }

  incoming(message: Message): void {
    const { data } = message;
    if (extField(message, "binary") === undefined || !isObject(data) || typeof data.data !== "string") return;
    const bytes = decodeZ85(data.data);
    if (bytes !== undefined) message.data = { ...data, last: data.last !== false, data: bytes };
  }
}
