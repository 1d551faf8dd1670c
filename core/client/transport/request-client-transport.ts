import type { Message } from "../../message/message.js";
import { ClientError } from "../client-error.js";
import { type Batch, BatchQueue } from "./batch-queue.js";
import {
  type ClientTransport,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./client-transport.js";

/**
 * Sends the text of one batch, and brings the messages that are answered.
 * @param signal - aborted when the answer is not wanted any more
 */
export type Exchange = (text: string, signal: AbortSignal) => Promise<Message[]>;

/**
 * A transport where each batch is a request with one response: at most two at a time, one of them for the connect.
 * Messages that come while the other is on its way go together in the next, so their order holds.
 */
export class RequestClientTransport implements ClientTransport {
  readonly name: string;
  readonly #exchange: Exchange;
  readonly #sink: ClientTransportSink;
  readonly #queue: BatchQueue;
  readonly #connects: BatchQueue;
  readonly #requests = new Set<AbortController>();
  #isBusy = false;
  #isFinished = false;
  /** Something was answered, so requests do get through. */
  #isOpen = false;

  /** @param queue - makes what splits messages into batches */
  constructor(
    name: string,
    exchange: Exchange,
    sink: ClientTransportSink,
    parts: ClientTransportParts,
    queue = () => new BatchQueue(parts.options),
  ) {
    this.name = name;
    this.#exchange = exchange;
    this.#sink = sink;
    this.#queue = queue();
    this.#connects = queue();
  }

  send(messages: readonly Message[]): void {
    if (this.#isFinished) return;
    if (messages[0]?.channel === "/meta/connect") {
      this.#connects.push(messages);
      const batch = this.#connects.take();
      // Only an extension can have made it too large; the client notices that no answer comes.
      if (batch !== undefined) void this.#request(batch);
      return;
    }
    const refused = this.#queue.push(messages);
    void this.#drain();
    if (refused.length > 0) this.#sink.refused(new ClientError("too_large", this.#queue.limitText), refused);
  }

  close(): void {
    this.abort();
  }

  abort(): void {
    this.#isFinished = true;
    for (const request of this.#requests) request.abort();
    this.#requests.clear();
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    let isFirst = true;
    for (let batch = this.#queue.take(); batch !== undefined && !this.#isFinished; batch = this.#queue.take()) {
      if (!isFirst) this.#sink.departed(batch.messages);
      isFirst = false;
      await this.#request(batch);
    }
    this.#isBusy = false;
  }

  /** One request and its response. Never rejects. */
  async #request(batch: Batch): Promise<void> {
    const request = new AbortController();
    this.#requests.add(request);
    let messages: Message[];
    try {
      messages = await this.#exchange(batch.text, request.signal);
    } catch (cause) {
      if (!this.#isFinished) this.#failed(cause, batch);
      return;
    } finally {
      this.#requests.delete(request);
    }
    this.#isOpen = true;
    if (!this.#isFinished && messages.length > 0) this.#sink.received(messages);
  }

  #failed(cause: unknown, batch: Batch): void {
    const text = cause instanceof Error ? cause.message : cause;
    const hasStatus = cause instanceof HttpStatusError;
    const error = new TransportError(`the request failed: ${text}`, {
      cause,
      neverOpened: !this.#isOpen && !hasStatus,
    });
    // A status of 4xx blames this request: the messages in it fail, the session need not.
    if (hasStatus && cause.blamesRequest && !batch.messages.some(isCycle)) {
      this.#sink.refused(error, batch.messages);
      return;
    }
    this.abort();
    this.#sink.failed(error, batch.messages);
  }
}

/** A response that says by its status that the request was not taken. */
export class HttpStatusError extends Error {
  readonly blamesRequest: boolean;

  constructor(status: number) {
    super(`HTTP status ${status}`);
    this.blamesRequest = status >= 400 && status < 500;
  }
}

/** The messages on whose answers the client's cycle waits. */
function isCycle({ channel }: Message): boolean {
  return channel === "/meta/handshake" || channel === "/meta/connect" || channel === "/meta/disconnect";
}
