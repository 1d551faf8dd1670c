/**
 * Answers made as one reader takes them. What waits for a slow reader is in the stream alone, and the stream bounds it.
 * A reader that leaves, or a stream that has said its last word, is closed once.
 */
export abstract class PulledStream<Answer> implements AsyncIterableIterator<Answer> {
  #endedBy: string | undefined;
  #isDone = false;
  #wake: (() => void) | undefined;

  /** What comes next; undefined if there is nothing yet: {@link wake} says when. */
  protected abstract take(): Answer | undefined;
  /** The last word of a stream that the node ends. */
  protected abstract lastWord(reason: string): Answer;
  /** Nobody reads any more. Called once. */
  protected abstract closed(): void;

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Whether what happens now is told to nobody any more. */
  protected get isEnding(): boolean {
    return this.#isDone || this.#endedBy !== undefined;
  }

  /** There may be something to {@link take}. */
  protected wake(): void {
    this.#wake?.();
  }

  /** Ends it, after what is on its way, with a last word. */
  end(reason: string): void {
    this.#endedBy ??= reason;
    this.wake();
  }

  async next(): Promise<IteratorResult<Answer, undefined>> {
    for (;;) {
      if (this.#isDone) return { done: true, value: undefined };
      const value = this.take();
      if (value !== undefined) return { done: false, value };
      if (this.#endedBy !== undefined) {
        const last = this.lastWord(this.#endedBy);
        this.#close();
        return { done: false, value: last };
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }

  /** The caller hung up. */
  async return(): Promise<IteratorResult<Answer, undefined>> {
    this.#close();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.wake();
    this.closed();
  }
}
