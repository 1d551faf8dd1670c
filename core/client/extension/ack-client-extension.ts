import { ensureExt, extField, isObject, type Message } from "../../message/message.js";
import type { ClientExtension } from "./client-extension.js";

/**
 * The client's end of acknowledged delivery: what the server queued is delivered at least once, in order, also when
 * responses are lost, as long as the session lives. The server then delivers with connect replies only, on a WebSocket
 * too. One extension object serves one client.
 * @see spec/bayeux.md section 21.1
 */
export class AckClientExtension implements ClientExtension {
  #isEnabled = false;
  #batch = 0;

  /** Whether the server agreed for the present session. */
  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  /** The last batch received: what the next connect acknowledges. */
  get batch(): number {
    return this.#batch;
  }

  incoming(message: Message): void {
    if (message.successful !== true) return;
    const ack = extField(message, "ack");
    if (message.channel === "/meta/handshake") {
      this.#isEnabled = ack === true || (isObject(ack) && ack.enabled === true);
      // Messages that came with the handshake reply are a batch already.
      this.#batch = (isObject(ack) && batchNumber(ack.batch)) || 0;
    } else if (message.channel === "/meta/connect" && this.#isEnabled) {
      this.#batch = batchNumber(ack) ?? this.#batch;
    }
  }

  outgoing(message: Message): void {
    if (message.channel === "/meta/handshake") ensureExt(message).ack = true;
    else if (message.channel === "/meta/connect" && this.#isEnabled) ensureExt(message).ack = this.#batch;
  }
}

function batchNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}
