import { ApiError, type Problem } from "./api-error.js";
import type { Arriving } from "./api-method.js";

/** What came of one message, or the last word; exactly one field is there. */
export interface PublishOutcome {
  readonly published?: { readonly sessions: number };
  readonly problem?: Problem;
  readonly ended?: { readonly reason: string };
}

export interface PublishStreamOptions {
  readonly messages: AsyncIterator<Arriving>;
  /** Reads one and publishes it, when there is room. @throws ApiError when it is wrong */
  publish(read: Arriving): Promise<{ readonly sessions: number }>;
}

/**
 * What one caller of PublishStream gets: an outcome for each message. The next message is read when the outcome before was
 * taken, so a caller that does not read, and a cluster that is behind, slow the caller down.
 */
export class PublishStream implements AsyncIterableIterator<PublishOutcome> {
  readonly #options: PublishStreamOptions;
  #endedBy: string | undefined;
  #isDone = false;
  #wake: (() => void) | undefined;

  constructor(options: PublishStreamOptions) {
    this.#options = options;
  }

  /** The node leaves the cluster: nothing more is read. */
  end(reason: string): void {
    this.#endedBy ??= reason;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<PublishOutcome, undefined>> {
    if (this.#isDone) return { done: true, value: undefined };
    try {
      const step = await this.#step();
      if (step !== undefined) return { done: false, value: step };
    } catch (error) {
      this.#close();
      throw error;
    }
    this.#close();
    return { done: true, value: undefined };
  }

  /** The caller hung up. */
  async return(): Promise<IteratorResult<PublishOutcome, undefined>> {
    this.#close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @returns undefined at the end of the messages */
  async #step(): Promise<PublishOutcome | undefined> {
    const message = await this.#nextMessage();
    if (message === undefined || this.#isDone) return undefined;
    if (message === "ended") {
      this.#close();
      return { ended: { reason: this.#endedBy! } };
    }
    try {
      return { published: await this.#options.publish(message.read) };
    } catch (error) {
      if (error instanceof ApiError) return { problem: error.problem };
      throw error;
    }
  }

  #nextMessage(): Promise<{ readonly read: Arriving } | "ended" | undefined> {
    if (this.#endedBy !== undefined) return Promise.resolve("ended");
    return new Promise((resolve, reject) => {
      this.#wake = () => resolve(this.#isDone ? undefined : "ended");
      this.#options.messages
        .next()
        .then((result) => resolve(result.done === true ? undefined : { read: result.value }), reject);
    });
  }

  #close(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#wake?.();
    void this.#options.messages.return?.();
  }
}
