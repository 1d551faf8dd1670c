/** A payload that was written, and may not have arrived. */
export interface WrittenPayload {
  readonly position: number;
  readonly chunk: Uint8Array;
}

/**
 * What becomes of a reader that comes back: it goes on; something it has not got is not kept any more; or it read an
 * earlier stream of the session, from which the present one took over.
 */
export type Resumption = "possible" | "gap" | "replaced";

/**
 * The last payloads of a session's stream, by position: 1, 2, 3 and so on, over all its responses and streams. A reader
 * that comes back names the last one it has, and gets those behind it again. Pure.
 */
export class StreamHistory {
  readonly #maxBytes: number;
  readonly #start: number;
  #payloads: WrittenPayload[] = [];
  #bytes = 0;
  #last: number;

  /**
   * @param maxBytes - how much is kept; the last payload is, whatever its size
   * @param start - the last position of the stream before it
   */
  constructor(maxBytes: number, start = 0) {
    this.#maxBytes = maxBytes;
    this.#start = start;
    this.#last = start;
  }

  /** The position of the last payload. */
  get last(): number {
    return this.#last;
  }

  /** @returns its position */
  add(chunk: Uint8Array): number {
    this.#last += 1;
    this.#payloads.push({ position: this.#last, chunk });
    this.#bytes += chunk.length;
    while (this.#bytes > this.#maxBytes && this.#payloads.length > 1) this.#forgetFirst();
    return this.#last;
  }

  /** The reader has everything up to this one. */
  confirm(position: number): void {
    while (this.#payloads.length > 0 && this.#payloads[0]!.position <= position) this.#forgetFirst();
  }

  /** Whether a reader can go on that has everything up to `position`. */
  resumption(position: number): Resumption {
    if (position < this.#start || position > this.#last) return "replaced";
    const first = this.#payloads[0]?.position ?? this.#last + 1;
    return position + 1 < first ? "gap" : "possible";
  }

  /** What is kept of what comes behind `position`. */
  after(position: number): readonly WrittenPayload[] {
    return this.#payloads.filter((payload) => payload.position > position);
  }

  #forgetFirst(): void {
    this.#bytes -= this.#payloads.shift()!.chunk.length;
  }
}
