import type { Extension } from "../message/extension.js";
import { ensureExt, extField, isObject, type Message } from "../message/message.js";
import { decodeZ85, encodeZ85 } from "../message/z85.js";
import type { ServerSession } from "../session/server-session.js";

/** What the `data` of a message with bytes is to server code. */
export interface BinaryData {
  readonly data: Uint8Array;
  /** False when more parts follow. */
  readonly last: boolean;
  /** Whatever the sender wants to say about the bytes: a file's name, a part's number. */
  readonly meta?: unknown;
}

/**
 * Lets clients send and receive bytes. Listeners, services and remote calls see {@link BinaryData} as `data`; server code
 * may publish and deliver that, or a `Uint8Array`. On the wire, and for subscribers in this process, it is text, which
 * {@link readBinary} reads. A message from a client whose text is no bytes is dropped: `404::message_deleted`.
 * @see spec/bayeux.md section 21.5
 */
export class BinaryExtension implements Extension<ServerSession> {
  incoming(_session: ServerSession | undefined, message: Message): boolean {
    if (extField(message, "binary") === undefined || message.channel.startsWith("/meta/")) return true;
    const read = readBinary(message);
    if (read === undefined) return false;
    message.data = read;
    return true;
  }

  outgoing(message: Message): void {
    const { data } = message;
    const bytes = data instanceof Uint8Array ? { data, last: true } : data;
    if (!isObject(bytes) || !(bytes.data instanceof Uint8Array)) return;
    message.data = { ...bytes, data: encodeZ85(bytes.data) };
    message.ext = { ...message.ext };
    ensureExt(message).binary ??= {};
  }
}

/**
 * The bytes of a message, whether the extension has decoded them or, as for subscribers in this process, not.
 * @returns undefined when it has none
 */
export function readBinary(message: Message): BinaryData | undefined {
  const { data } = message;
  if (!isObject(data)) return undefined;
  const isText = typeof data.data === "string" && extField(message, "binary") !== undefined;
  const bytes = isText ? decodeZ85(data.data as string) : data.data;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const last = data.last !== false;
  return data.meta === undefined ? { data: bytes, last } : { data: bytes, last, meta: data.meta };
}
