import type { Fill, Filler } from "./filler.js";
import { type FrameSink, nextMark, numberAt } from "./load-client.js";
import type { Load, LoadSet } from "./load-set.js";

const DELIVERED_ONE = Buffer.from('"delivered":1');
/** On a machine that has too much to do the other node's word may come too late; whether the message came is counted anyway. */
const UNCONFIRMED = Buffer.from('"unconfirmed":["');

/** Who gets the messages of a stream. */
export interface Receiver {
  /** Number of the message expected next: as many have come. */
  nextSeq: number;
  /** Numbers start anew with each round. */
  restart(): void;
  /** Reads no more, as a phone in a tunnel. Where it is missing, nobody is frozen. */
  freeze?(): void;
  thaw?(): void;
  close(): void;
}

/** Where the messages of streams come from. */
interface Publisher {
  /** What is sent until `uncork` leaves in one go, where that can be said. */
  cork?(): void;
  uncork?(): void;
  close(): void;
}

/** One publisher and those who get its messages, which are numbered from 0 in each round. */
export class Stream implements FrameSink {
  readonly #set: LoadSet;
  #sentAt: number[] = [];
  receivers: readonly Receiver[] = [];
  /** How `data` leaves. */
  send: (data: string) => void = () => {};
  /** So many of the receivers, from the first on, do not read at the moment. */
  #frozen = 0;

  constructor(set: LoadSet) {
    this.#set = set;
  }

  restart(): void {
    this.#sentAt = [];
    for (const client of this.receivers) client.restart();
  }

  /** @returns how many deliveries are to come of it */
  publishNext(text: string): number {
    const seq = this.#sentAt.push(performance.now()) - 1;
    this.send(`{"seq":${seq},"text":"${text}"}`);
    return this.receivers.length - this.#frozen;
  }

  frame(frame: Buffer, client: Receiver): void {
    const now = performance.now();
    let hasMessages = false;
    for (let at = nextMark(frame, 0); at >= 0; at = nextMark(frame, at)) {
      const seq = numberAt(frame, at);
      if (seq !== client.nextSeq) return this.failed(`message ${seq} came instead of ${client.nextSeq}`);
      client.nextSeq += 1;
      hasMessages = true;
      this.#set.arrived(now - this.#sentAt[seq]!);
    }
    if (hasMessages) this.#set.check();
    if (this.#set.confirms) this.#set.confirmed(countOf(DELIVERED_ONE, frame) + countOf(UNCONFIRMED, frame));
  }

  failed(problem: string): void {
    this.#set.fail(new Error(problem));
  }

  /** A share of the receivers, the first of them, stops to read. */
  freeze(share: number): void {
    this.#frozen = Math.floor(this.receivers.length * share);
    for (const client of this.receivers.slice(0, this.#frozen)) client.freeze?.();
  }

  /** All read again. @returns how many deliveries are still to come */
  thaw(): number {
    const frozen = this.receivers.slice(0, this.#frozen);
    this.#frozen = 0;
    for (const client of frozen) client.thaw?.();
    return frozen.reduce((sum, { nextSeq }) => sum + this.#sentAt.length - nextSeq, 0);
  }

  verify(): void {
    for (const [index, { nextSeq }] of this.receivers.entries()) {
      if (index < this.#frozen || nextSeq === this.#sentAt.length) continue;
      throw new Error(`a receiver has ${nextSeq} of ${this.#sentAt.length} messages`);
    }
  }
}

function countOf(mark: Buffer, frame: Buffer): number {
  let count = 0;
  for (let at = frame.indexOf(mark); at >= 0; at = frame.indexOf(mark, at + 1)) count += 1;
  return count;
}

/** Several streams, whose turn it is one after the other. */
export class Streams implements Load {
  readonly #streams: readonly Stream[];
  readonly #publishers: readonly Publisher[];
  readonly #filler: Filler | undefined;
  #next = 0;

  constructor(streams: readonly Stream[], publishers: readonly Publisher[], filler?: Filler) {
    this.#streams = streams;
    this.#publishers = publishers;
    this.#filler = filler;
  }

  restart(): void {
    for (const stream of this.#streams) stream.restart();
  }

  send(messages: number, text: string): number {
    let expected = 0;
    for (const publisher of this.#publishers) publisher.cork?.();
    for (let count = 0; count < messages; count += 1) {
      expected += this.#streams[this.#next % this.#streams.length]!.publishNext(text);
      this.#next += 1;
    }
    for (const publisher of this.#publishers) publisher.uncork?.();
    return expected;
  }

  verify(): void {
    for (const stream of this.#streams) stream.verify();
  }

  freeze(share: number): void {
    for (const stream of this.#streams) stream.freeze(share);
  }

  async fill(fill: Fill): Promise<void> {
    await this.#filler?.fill(fill);
  }

  thaw(): number {
    return this.#streams.reduce((sum, stream) => sum + stream.thaw(), 0);
  }

  close(): void {
    for (const client of this.#publishers) client.close();
    this.#filler?.client?.close();
    for (const { receivers } of this.#streams) for (const client of receivers) client.close();
  }
}
