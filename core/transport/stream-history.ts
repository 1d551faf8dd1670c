/** A payload that was written, and may not have arrived. */
export interface WrittenPayload {
  readonly position: number;
  readonly chunk: Uint8Array;
}

/**
 * The last payloads of a session's stream, by position: 1, 2, 3 and so on, over all its responses. A reader that comes
 * back names the last one it has, and gets those behind it again. Pure.
 */
export class StreamHistory {
  readonly #maxBytes: number;
  #payloads: WrittenPayload[] = [];
  #bytes = 0;
  #last = 0;

  /** @param maxBytes - how much is kept; the last payload is, whatever its size */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The position of the last payload; 0 before the first. */
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

  /** What comes behind `position`; undefined when some of it is not kept any more, or the position was never given. */
  after(position: number): readonly WrittenPayload[] | undefined {
    if (position > this.#last) return undefined;
    const first = this.#payloads[0]?.position ?? this.#last + 1;
    if (position + 1 < first) return undefined;
    return this.#payloads.filter((payload) => payload.position > position);
  }

  #forgetFirst(): void {
    this.#bytes -= this.#payloads.shift()!.chunk.length;
  }
}
