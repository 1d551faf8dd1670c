/** Some events in the order in which they happened, to be delivered together. */
export interface EventBatch {
  /** The first and the last number in it, those of a gap included. */
  readonly from: number;
  readonly to: number;
  /** How many events of it are no gap. */
  readonly count: number;
  /** Each in JSON. */
  readonly events: readonly string[];
}

interface Queued {
  readonly seq: number;
  readonly json: string;
}

export interface QueueLimits {
  readonly maxBatchEvents: number;
  readonly maxQueuedEvents: number;
  readonly maxQueuedBytes: number;
}

/**
 * What one hook is to be told, numbered without holes. Where there is no room the oldest go, and a `gap` takes their place
 * that names their numbers. Pure.
 */
export class EventQueue {
  readonly #limits: QueueLimits;
  #waiting: Queued[] = [];
  /** Where {@link #waiting} begins: what is before it has gone. */
  #head = 0;
  #bytes = 0;
  #inFlight: EventBatch | undefined;
  #inFlightBytes = 0;
  #gap: { from: number; to: number } | undefined;
  #lastSeq = 0;
  /** Events that had to go. */
  dropped = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Events kept, those under way included. */
  get size(): number {
    return this.#waiting.length - this.#head + (this.#inFlight?.count ?? 0);
  }

  get bytes(): number {
    return this.#bytes + this.#inFlightBytes;
  }

  /** @param fields - become the event, behind its number */
  add(fields: Readonly<Record<string, unknown>>): void {
    this.#lastSeq += 1;
    const json = JSON.stringify({ seq: this.#lastSeq, ...fields });
    this.#waiting.push({ seq: this.#lastSeq, json });
    this.#bytes += Buffer.byteLength(json);
    const { maxQueuedEvents, maxQueuedBytes } = this.#limits;
    // The batch under way is kept whatever comes: it may have arrived.
    while ((this.size > maxQueuedEvents || this.bytes > maxQueuedBytes) && this.#waiting.length - this.#head > 1) {
      this.#drop();
    }
  }

  /** What to deliver next, the same until it is {@link delivered}; undefined when there is nothing. */
  next(): EventBatch | undefined {
    if (this.#inFlight !== undefined) return this.#inFlight;
    const taken = this.#waiting.slice(this.#head, this.#head + this.#limits.maxBatchEvents);
    if (taken.length === 0) return undefined;
    this.#head += taken.length;
    this.#trim();
    this.#inFlightBytes = taken.reduce((bytes, { json }) => bytes + Buffer.byteLength(json), 0);
    this.#bytes -= this.#inFlightBytes;
    const gap = this.#gap;
    this.#gap = undefined;
    this.#inFlight = {
      from: gap?.from ?? taken[0]!.seq,
      to: taken.at(-1)!.seq,
      count: taken.length,
      events: [...(gap === undefined ? [] : [JSON.stringify({ seq: gap.to, type: "gap", ...gap })])].concat(
        taken.map(({ json }) => json),
      ),
    };
    return this.#inFlight;
  }

  /** The batch that {@link next} gave has arrived. */
  delivered(): void {
    this.#inFlight = undefined;
    this.#inFlightBytes = 0;
  }

  #drop(): void {
    const { seq, json } = this.#waiting[this.#head]!;
    this.#head += 1;
    this.#bytes -= Buffer.byteLength(json);
    this.#gap = { from: this.#gap?.from ?? seq, to: seq };
    this.dropped += 1;
    this.#trim();
  }

  /** Lets go of what is before the head, once in a while. */
  #trim(): void {
    if (this.#head < 1_024 && this.#head < this.#waiting.length) return;
    this.#waiting = this.#waiting.slice(this.#head);
    this.#head = 0;
  }
}
