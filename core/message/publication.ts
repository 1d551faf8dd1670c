import type { DeliveryRules } from "./delivery-rules.js";
import type { Message } from "./message.js";

/**
 * One message on its way to any number of subscribers: printed once, framed once, and both shared by every queue that
 * holds it. Frozen in meaning: nobody may change `message` after the first reader took `json`.
 */
export class Publication {
  readonly message: Message;
  /** undefined: delivered as usual. */
  readonly rules: DeliveryRules | undefined;
  /** The WebSocket frame that carries just this message, once a transport has made it. */
  frame: Uint8Array | undefined = undefined;
  /** The same, compressed, for sockets that want it so. */
  deflatedFrame: Uint8Array | undefined = undefined;
  #json: string | undefined = undefined;
  #bytes = -1;

  constructor(message: Message, rules?: DeliveryRules) {
    this.message = message;
    this.rules = rules;
  }

  get json(): string {
    this.#json ??= JSON.stringify(this.message);
    return this.#json;
  }

  /** Size of {@link json} in UTF-8 bytes; what queues count. */
  get bytes(): number {
    if (this.#bytes < 0) this.#bytes = utf8Length(this.json);
    return this.#bytes;
  }
}

/** Size of a text in UTF-8 bytes, counted without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
