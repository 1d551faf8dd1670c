import type { Message } from "../../message/message.js";
import { ClientError } from "../client-error.js";
import { type Batch, BatchQueue } from "./batch-queue.js";
import {
  type ClientTransport,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./client-transport.js";

/** Of messages on whose answers the client's cycle waits: handshake, connect, disconnect. */
const CYCLE = /^\/meta\/[hcd]/;

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
    const isConnect = messages[0]?.channel === "/meta/connect";
    const queue = isConnect ? this.#connects : this.#queue;
    const refused = queue.push(messages);
    if (isConnect) void this.#request(queue.take());
    else void this.#drain();
    if (refused.length > 0) this.#sink.refused(new ClientError("too_large"), refused);
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
    for (let batch = this.#queue.take(); batch !== undefined && !this.#isFinished; batch = this.#queue.take()) {
      this.#sink.departed(batch.messages);
      await this.#request(batch);
    }
    this.#isBusy = false;
  }

  /** One request and its response. Never rejects. */
  async #request(batch: Batch | undefined): Promise<void> {
    if (batch === undefined) return;
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
      request.abort(); // what was not read is not wanted
    }
    this.#isOpen = true;
    if (!this.#isFinished && messages.length > 0) this.#sink.received(messages);
  }

  #failed(cause: unknown, { messages }: Batch): void {
    const { status = 0, message } = cause as Partial<TransportError>;
    const error = new TransportError(`${message ?? cause}`, { cause, neverOpened: !this.#isOpen && status === 0 });
    // A status of 4xx blames this request: the messages in it fail, the session need not, unless it waits for them.
    if (status >= 400 && status < 500 && !messages.some(({ channel }) => CYCLE.test(channel))) {
      this.#sink.refused(error, messages);
    } else {
      this.abort();
      this.#sink.failed(error, messages);
    }
  }
}
