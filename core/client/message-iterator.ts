import type { Delivery, DeliveryListener, SubscribeOptions, Subscription } from "./client-channel.js";
import { ClientError } from "./client-error.js";
import type { StateListener } from "./client-events.js";
import { onAbort } from "./on-abort.js";

export interface MessagesOptions {
  /** Most messages that wait to be read. Default 1,000. */
  maxBufferedMessages?: number;
}

/** The client, as far as an iterator needs it. */
export interface MessageSource {
  subscribe<T>(channel: string, listener: DeliveryListener<T>, options?: SubscribeOptions): Subscription;
  onState(listener: StateListener): () => void;
}

interface Reader<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: unknown): void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The messages of one subscription, to be read one by one. */
export class MessageIterator<T> implements AsyncIterableIterator<Delivery<T>, undefined> {
  readonly #waiting: Delivery<T>[] = [];
  readonly #readers: Reader<Delivery<T>>[] = [];
  readonly #subscription: Subscription;
  readonly #stopListening: () => void;
  #isOver = false;
  /** Thrown once, after what was waiting. */
  #error: ClientError | undefined;

  /** @throws RangeError when the channel's name is not legal */
  constructor(client: MessageSource, channel: string, options: MessagesOptions & SubscribeOptions) {
    const { maxBufferedMessages = 1_000, signal } = options;
    this.#subscription = client.subscribe<T>(
      channel,
      (message) => {
        const reader = this.#readers.shift();
        if (reader !== undefined) reader.resolve({ done: false, value: message });
        else if (this.#waiting.length < maxBufferedMessages) this.#waiting.push(message);
        else this.#end(new ClientError("overflow", "maxBufferedMessages"));
      },
      options,
    );
    this.#stopListening = client.onState((state, _previous, cause) => {
      if (state === "disconnected") this.#end(cause);
    });
    this.#subscription.ready.catch((error: ClientError) => this.#end(error.code === "closed" ? undefined : error));
    onAbort(signal, () => this.#end(undefined));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Delivery<T>, undefined>> {
    const message = this.#waiting.shift();
    if (message !== undefined) return Promise.resolve({ done: false, value: message });
    const error = this.#error;
    this.#error = undefined;
    if (error !== undefined) return Promise.reject(error);
    if (this.#isOver) return Promise.resolve(DONE);
    return new Promise((resolve, reject) => {
      this.#readers.push({ resolve, reject });
    });
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#waiting.length = 0;
    this.#end(undefined);
    return Promise.resolve(DONE);
  }

  #end(error: ClientError | undefined): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopListening?.();
    this.#subscription?.unsubscribe().catch(() => {});
    const [first, ...others] = this.#readers.splice(0);
    if (first === undefined) this.#error = error;
    else if (error === undefined) first.resolve(DONE);
    else first.reject(error);
    for (const reader of others) reader.resolve(DONE);
  }
}
