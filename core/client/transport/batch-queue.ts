import type { Message } from "../../message/message.js";
import { utf8Length } from "../../message/publication.js";

/** Some messages, and the text that carries them. */
export interface Batch {
  readonly messages: readonly Message[];
  readonly text: string;
}

export interface BatchLimits {
  /** Most messages in one batch. */
  readonly maxBatchMessages: number;
  /** Largest text of one batch, in UTF-8. */
  readonly maxBatchBytes: number;
}

interface Printed {
  readonly message: Message;
  readonly text: string;
  readonly bytes: number;
}

/** Messages waiting to be sent, each printed once; handed out in batches no larger than a server takes. */
export class BatchQueue {
  readonly #limits: BatchLimits;
  readonly #sizeOf: (text: string) => number;
  #waiting: Printed[] = [];
  #taken = 0;

  /** @param sizeOf - counts what `maxBatchBytes` bounds; by default UTF-8 bytes */
  constructor(limits: BatchLimits, sizeOf = utf8Length) {
    this.#limits = limits;
    this.#sizeOf = sizeOf;
  }

  /** Why messages are not taken. */
  get limitText(): string {
    return `the message is not JSON or has more than ${this.#limits.maxBatchBytes} bytes`;
  }

  get isEmpty(): boolean {
    return this.#taken === this.#waiting.length;
  }

  /** @returns the messages that were not taken, because even alone they are over the limit or cannot be printed */
  push(messages: readonly Message[]): Message[] {
    const refused: Message[] = [];
    for (const message of messages) {
      const text = print(message);
      const bytes = text === undefined ? 0 : this.#sizeOf(text);
      if (text === undefined || bytes + 2 > this.#limits.maxBatchBytes) refused.push(message);
      else this.#waiting.push({ message, text, bytes });
    }
    return refused;
  }

  /** The next batch, as large as the limits allow; undefined when nothing waits. */
  take(): Batch | undefined {
    if (this.isEmpty) return undefined;
    const messages: Message[] = [];
    const texts: string[] = [];
    let bytes = 1;
    for (let next = this.#waiting[this.#taken]; next !== undefined; next = this.#waiting[this.#taken]) {
      bytes += next.bytes + 1;
      if (
        messages.length > 0 &&
        (bytes > this.#limits.maxBatchBytes || messages.length >= this.#limits.maxBatchMessages)
      )
        break;
      messages.push(next.message);
      texts.push(next.text);
      this.#taken += 1;
    }
    if (this.isEmpty) {
      this.#waiting = [];
      this.#taken = 0;
    }
    return { messages, text: `[${texts.join(",")}]` };
  }
}

/** Data of the application may have a cycle or a BigInt; that is its message's failure, not the transport's. */
function print(message: Message): string | undefined {
  try {
    return JSON.stringify(message);
  } catch {
    return undefined;
  }
}
