import type { Message } from "../../message/message.js";

const encoder = new TextEncoder();

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
  readonly #waiting: Printed[] = [];

  /** @param sizeOf - counts what `maxBatchBytes` bounds; by default UTF-8 bytes */
  constructor(limits: BatchLimits, sizeOf = (text: string) => encoder.encode(text).length) {
    this.#limits = limits;
    this.#sizeOf = sizeOf;
  }

  /** @returns the messages that were not taken, because even alone they are over the limit or cannot be printed */
  push(messages: readonly Message[]): Message[] {
    return messages.filter((message) => {
      try {
        const text = JSON.stringify(message);
        const bytes = this.#sizeOf(text) + 1; // and a comma
        if (bytes >= this.#limits.maxBatchBytes) return true;
        this.#waiting.push({ message, text, bytes });
        return false;
      } catch {
        return true; // a cycle or a BigInt in the application's data
      }
    });
  }

  /** The next batch, as large as the limits allow; undefined when nothing waits. */
  take(): Batch | undefined {
    const { maxBatchMessages, maxBatchBytes } = this.#limits;
    let total = 1; // two brackets, and the last has no comma
    const end = this.#waiting.findIndex(({ bytes }, index) => {
      total += bytes;
      return total > maxBatchBytes || index >= maxBatchMessages;
    });
    const batch = this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
    if (batch.length === 0) return undefined;
    return { messages: batch.map(({ message }) => message), text: `[${batch.map(({ text }) => text).join(",")}]` };
  }
}
