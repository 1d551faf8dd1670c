import type { FrameSink, LoadClient } from "./load-client.js";

const MARK = Buffer.from('"fill":');
/** So much is sent to those who do not read. */
export interface Fill {
  readonly messages: number;
  /** Length of each. */
  readonly chars: number;
}

/** Fills the sockets, and then the queues, of clients that do not read, on a channel of theirs; it sees to it that all has left. */
export class Filler implements FrameSink {
  static readonly channel = "/bench/fill";
  readonly failed: (problem: string) => void;
  /** Publishes, and is subscribed. */
  client: LoadClient | undefined;
  #left = 0;
  #done: (() => void) | undefined;

  constructor(failed: (problem: string) => void) {
    this.failed = failed;
  }

  fill({ messages, chars }: Fill): Promise<void> {
    this.#left = messages;
    const there = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    const data = `{"fill":0,"text":"${"x".repeat(chars)}"}`;
    for (let sent = 0; sent < messages; sent += 1) this.client?.publish(Filler.channel, data);
    return there;
  }

  frame(frame: Buffer): void {
    for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at + 1)) this.#left -= 1;
    if (this.#left <= 0) this.#done?.();
  }
}
