import { decode } from "../../message/codec.js";
import type { Message } from "../../message/message.js";
import { ClientError } from "../client-error.js";
import { type Batch, BatchQueue } from "./batch-queue.js";
import {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./client-transport.js";

/** The part of `fetch` used here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * The long-polling transport (spec section 14): at most two requests at a time, one of them for the connect. Messages
 * that come while the other is on its way go together in the next, so their order holds.
 * @param fetch - the platform's, or one that keeps cookies (`cookie-jar.ts`)
 */
export function longPollingTransport(fetch: Fetch): ClientTransportFactory {
  return {
    name: "long-polling",
    create: (url, sink, parts) => new LongPollingClientTransport(url, fetch, sink, parts),
  };
}

class LongPollingClientTransport implements ClientTransport {
  readonly name = "long-polling";
  readonly #url: string;
  readonly #fetch: Fetch;
  readonly #sink: ClientTransportSink;
  readonly #parts: ClientTransportParts;
  readonly #queue: BatchQueue;
  readonly #requests = new Set<AbortController>();
  #isBusy = false;
  #isFinished = false;

  constructor(url: string, fetch: Fetch, sink: ClientTransportSink, parts: ClientTransportParts) {
    this.#url = url;
    this.#fetch = fetch;
    this.#sink = sink;
    this.#parts = parts;
    this.#queue = new BatchQueue(parts.options);
  }

  send(messages: readonly Message[]): void {
    if (this.#isFinished) return;
    if (messages.length === 1 && messages[0]!.channel === "/meta/connect") {
      const connect = new BatchQueue(this.#parts.options);
      connect.push(messages);
      const batch = connect.take();
      // Only an extension can have made it so large; the client notices that no answer comes.
      if (batch !== undefined) void this.#exchange(batch);
      return;
    }
    const refused = this.#queue.push(messages);
    void this.#drain();
    if (refused.length > 0) {
      const text = `the message is not JSON or has more than ${this.#parts.options.maxBatchBytes} bytes`;
      this.#sink.refused(new ClientError("too_large", text), refused);
    }
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
      await this.#exchange(batch);
    }
    this.#isBusy = false;
  }

  /** One request and its response. Never rejects. */
  async #exchange(batch: Batch): Promise<void> {
    const request = new AbortController();
    this.#requests.add(request);
    let messages: Message[];
    try {
      const response = await this.#fetch(this.#url, {
        method: "POST",
        headers: { "Content-Type": "application/json;charset=UTF-8" },
        body: batch.text,
        cache: "no-store",
        credentials: "include",
        signal: request.signal,
      });
      messages = await this.#read(response);
    } catch (cause) {
      if (this.#isFinished) return;
      return this.#failed(cause, batch);
    } finally {
      this.#requests.delete(request);
    }
    if (!this.#isFinished) this.#sink.received(messages);
  }

  async #read(response: Response): Promise<Message[]> {
    if (response.status !== 200) {
      void response.body?.cancel().catch(() => {});
      throw new HttpStatusError(response.status);
    }
    const { maxMessageChars, maxJsonDepth } = this.#parts.options;
    const text = await readText(response, maxMessageChars);
    const messages = decode(text, { maxMessageChars, maxJsonDepth, maxBatchMessages: maxMessageChars });
    if (messages.length === 0) throw new TransportError("the server sent an empty response");
    return messages;
  }

  #failed(cause: unknown, batch: Batch): void {
    const text = cause instanceof Error ? cause.message : String(cause);
    const error = new TransportError(`the request failed: ${text}`, { cause });
    // A status of 4xx blames this request: the messages in it fail, the session need not.
    if (cause instanceof HttpStatusError && cause.blamesRequest && !batch.messages.some(isCycle)) {
      this.#sink.refused(error, batch.messages);
      return;
    }
    this.abort();
    this.#sink.failed(error, batch.messages);
  }
}

class HttpStatusError extends Error {
  readonly blamesRequest: boolean;

  constructor(status: number) {
    super(`HTTP status ${status}`);
    this.blamesRequest = status >= 400 && status < 500;
  }
}

/** The messages on whose answers the client's cycle waits. */
function isCycle(message: Message): boolean {
  return (
    message.channel === "/meta/handshake" ||
    message.channel === "/meta/connect" ||
    message.channel === "/meta/disconnect"
  );
}

/** @throws TransportError once there is more text than `limit`, without reading the rest */
async function readText(response: Response, limit: number): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (text.length > limit) {
      void reader.cancel().catch(() => {});
      throw new TransportError(`the response has more than ${limit} characters`);
    }
    if (done) return text;
  }
}
