import type { ServerResponse } from "node:http";
import type { Clock } from "../clock.js";
import { encodeReplies } from "../message/codec.js";
import type { Message } from "../message/message.js";
import type { Publication } from "../message/publication.js";
import type { StreamWriter } from "./stream-connection.js";
import type { StreamFormat } from "./stream-format.js";
import { type Resumption, StreamHistory } from "./stream-history.js";

/** A peer that does not take the end of a response is cut off after this. */
const CLOSE_GRACE_MS = 10_000;

export interface ResponseWriterOptions {
  /** Bytes that may be unread before messages wait in the session's queue. */
  readonly maxUnsentBytes: number;
  /** Bytes kept for a reader that comes back and names the last payload it has. */
  readonly maxResumeBytes: number;
}

/** The way down of one session's stream: one response after the other, and in between none. */
export class ResponseWriter implements StreamWriter {
  readonly isOneSession = true;
  readonly #clock: Clock;
  readonly #format: StreamFormat;
  readonly #options: ResponseWriterOptions;
  readonly #onError: (error: unknown) => void;
  readonly #start: number;
  readonly #history: StreamHistory | undefined;
  #response: ServerResponse | undefined;
  #lastReply = 0;
  #isIdle = true;

  /**
   * @param start - the last position of the session's stream before it
   * @param onError - told of a reply that cannot be printed
   */
  constructor(
    clock: Clock,
    format: StreamFormat,
    options: ResponseWriterOptions,
    start: number,
    onError: (error: unknown) => void,
  ) {
    this.#clock = clock;
    this.#format = format;
    this.#options = options;
    this.#onError = onError;
    this.#start = start;
    if (format.form.position !== undefined) this.#history = new StreamHistory(options.maxResumeBytes, start);
  }

  /** Where the session's next stream begins. */
  get lastPosition(): number {
    return this.#history?.last ?? this.#start;
  }

  /** The response in use. */
  get response(): ServerResponse | undefined {
    return this.#response;
  }

  get canWrite(): boolean {
    return this.#response !== undefined && this.#response.writableLength < this.#options.maxUnsentBytes;
  }

  /** Whether a reader can go on that has everything up to `position`. */
  resumption(position: number): Resumption {
    return this.#history?.resumption(position) ?? "possible";
  }

  /**
   * Goes on with another response; the one before it ends.
   * @param opening - written first, and the position from which it goes on, so that each reader knows one from the start
   * @param position - of the last payload that the reader has; those behind it are written again
   */
  attach(response: ServerResponse, opening: string, position: number | undefined): void {
    this.finish(this.#format.form.farewell);
    this.#response = response;
    response.writeHead(200, { ...this.#format.form.headers });
    response.cork();
    if (opening !== "") response.write(opening);
    const start = this.#format.form.position?.(position ?? this.lastPosition);
    if (start !== undefined) response.write(`${start}\n`);
    const missed = position === undefined ? [] : (this.#history?.after(position) ?? []);
    for (const payload of missed) this.#write(payload.chunk, payload.position);
    response.uncork();
    response.flushHeaders();
  }

  /** All that was written has left the process. */
  get isDrained(): boolean {
    return this.#response?.writableLength === 0;
  }

  /** The response is gone. */
  detach(): void {
    this.#response = undefined;
  }

  /** Ends the response in good form, after what was written. */
  finish(text: string): void {
    const response = this.#response;
    if (response === undefined) return;
    this.#response = undefined;
    response.end(text);
    const cut = this.#clock.schedule(CLOSE_GRACE_MS, () => response.destroy());
    response.once("close", () => cut.cancel());
  }

  /** The reader has sent its next connect, so it has read the reply to the last. */
  confirmReply(): void {
    this.#history?.confirm(this.#lastReply);
  }

  /** Writes something if nothing was written since the last call. */
  heartbeat(): void {
    if (this.#isIdle && this.canWrite) this.#response?.write(this.#format.form.heartbeat);
    this.#isIdle = true;
  }

  deliver(publications: readonly Publication[]): void {
    this.#writeNew(this.#format.chunkOf(publications));
  }

  reply(messages: readonly Message[]): void {
    this.#writeNew(this.#format.chunkOfText(encodeReplies(messages, this.#onError)));
    this.#lastReply = this.#history?.last ?? 0;
  }

  #writeNew(chunk: Uint8Array): void {
    if (this.#response === undefined) return;
    this.#write(chunk, this.#history?.add(chunk));
  }

  #write(chunk: Uint8Array, position: number | undefined): void {
    this.#isIdle = false;
    if (position !== undefined) this.#response?.write(this.#format.form.position!(position));
    this.#response?.write(chunk);
  }

  cork(): void {
    this.#response?.cork();
  }

  uncork(): void {
    this.#response?.uncork();
  }

  close(): void {
    this.finish(this.#format.form.farewell);
  }

  // Nothing comes up this way: the peer's requests are POSTs, each with its own limits.
  limit(): void {}
  pause(): void {}
  resume(): void {}
}
