import type { Message } from "../core/message/message.js";
import { isInternalChannel } from "./fields.js";
import { PulledStream } from "./pulled-stream.js";

/** One piece of news of a subscription; exactly one field is there. */
export interface SubscriptionNews {
  readonly started?: { readonly node: string };
  readonly message?: { readonly channel: string; readonly data: unknown };
  readonly gap?: { readonly dropped: number; readonly node?: string };
  readonly ended?: { readonly reason: string };
}

export interface SubscriptionStreamOptions {
  /** Bayeux URL of this node. */
  readonly node: string;
  /** Kept for a caller who reads slowly. */
  readonly maxBufferedMessages: number;
  readonly maxBufferedBytes: number;
  /** When the subscription is in force on every node. */
  readonly settled: Promise<void>;
  /** Called once, when nobody reads any more. */
  closed(): void;
}

interface Waiting {
  readonly news: SubscriptionNews;
  readonly bytes: number;
}

/**
 * What one caller of Subscribe gets: the start, then messages. When what waits for him is full, what comes is dropped
 * until he has read it, and then he is told how much.
 */
export class SubscriptionStream extends PulledStream<SubscriptionNews> {
  readonly #options: SubscriptionStreamOptions;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #dropped = 0;
  #last: Message | undefined;
  #start: "settling" | "due" | "told" = "settling";

  constructor(options: SubscriptionStreamOptions) {
    super();
    this.#options = options;
    void options.settled.then(() => {
      this.#start = "due";
      this.wake();
    });
  }

  /** Something was published that matches one of the channels; called once for each that it matches. */
  push(message: Message): void {
    if (this.isEnding || message === this.#last || isInternalChannel(message.channel)) return;
    this.#last = message;
    const { channel, data } = message;
    const bytes = Buffer.byteLength(JSON.stringify(data) ?? "null");
    const { maxBufferedMessages, maxBufferedBytes } = this.#options;
    const hasRoom = this.#waiting.length < maxBufferedMessages && this.#bytes + bytes <= maxBufferedBytes;
    if (this.#dropped > 0 || !(hasRoom || this.#waiting.length === 0)) this.#dropped += 1;
    else this.#keep({ news: { message: { channel, data: data ?? null } }, bytes });
  }

  /** Messages that a node published may not have come here. */
  lostFrom(node: string): void {
    if (this.isEnding || this.#waiting.at(-1)?.news.gap?.node === node) return;
    this.#keep({ news: { gap: { dropped: 0, node } }, bytes: 0 });
  }

  #keep(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#bytes += waiting.bytes;
    this.wake();
  }

  protected take(): SubscriptionNews | undefined {
    if (this.#start === "settling") return undefined;
    if (this.#start === "due") {
      this.#start = "told";
      return { started: { node: this.#options.node } };
    }
    const next = this.#waiting.shift();
    if (next !== undefined) {
      this.#bytes -= next.bytes;
      return next.news;
    }
    if (this.#dropped === 0) return undefined;
    const dropped = this.#dropped;
    this.#dropped = 0;
    return { gap: { dropped } };
  }

  protected lastWord(reason: string): SubscriptionNews {
    return { ended: { reason } };
  }

  protected closed(): void {
    this.#waiting = [];
    this.#last = undefined;
    this.#options.closed();
  }
}
