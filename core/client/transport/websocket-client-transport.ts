import type { Timer } from "../../clock.js";
import type { Message } from "../../message/message.js";
import { ClientError } from "../client-error.js";
import { BatchQueue } from "./batch-queue.js";
import {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./client-transport.js";
import { readPayload } from "./read-payload.js";

/** The part of a WebSocket used here; a browser's is one, and so is that of `ws`. */
export interface WebSocketLike {
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  /** Drops the TCP connection; not in browsers. */
  terminate?(): void;
}

/**
 * The WebSocket transport (spec section 16), on whatever WebSocket is handed in.
 * @param open - starts opening a WebSocket to a `ws:` or `wss:` URL; may throw
 */
export function webSocketTransport(
  open: (url: string, parts: ClientTransportParts) => WebSocketLike,
): ClientTransportFactory {
  return {
    name: "websocket",
    create: (url, sink, parts) => new WebSocketClientTransport(() => open(webSocketUrl(url), parts), sink, parts),
  };
}

/** `http:` becomes `ws:`, `https:` becomes `wss:`; the path stays as it is (spec 16.1). */
export function webSocketUrl(url: string): string {
  return url.replace(/^http/i, "ws");
}

class WebSocketClientTransport implements ClientTransport {
  readonly name = "websocket";
  readonly #open: () => WebSocketLike;
  readonly #sink: ClientTransportSink;
  readonly #parts: ClientTransportParts;
  readonly #queue: BatchQueue;
  #socket: WebSocketLike | undefined;
  #opening: Timer | undefined;
  #isOpen = false;
  #isFinished = false;

  constructor(open: () => WebSocketLike, sink: ClientTransportSink, parts: ClientTransportParts) {
    this.#open = open;
    this.#sink = sink;
    this.#parts = parts;
    this.#queue = new BatchQueue(parts.options);
  }

  send(messages: readonly Message[]): void {
    if (this.#isFinished) return;
    const unsent = this.#socket?.bufferedAmount ?? 0;
    // Without the meta messages the session would end.
    const isVital = messages.some(({ channel }) => channel.startsWith("/meta/"));
    if (unsent > this.#parts.options.maxBufferedBytes && !isVital) {
      this.#sink.refused(new ClientError("overflow", "maxBufferedBytes"), messages);
      return;
    }
    const refused = this.#queue.push(messages);
    if (this.#socket === undefined) this.#start();
    else if (this.#isOpen) this.#flush();
    if (refused.length > 0) this.#sink.refused(new ClientError("too_large"), refused);
  }

  close(): void {
    const socket = this.#socket;
    if (this.#isOpen) {
      this.#detach();
      socket?.close(1000);
    } else {
      this.abort();
    }
  }

  abort(): void {
    const socket = this.#socket;
    this.#detach();
    if (socket?.terminate === undefined) socket?.close();
    else socket.terminate();
  }

  #start(): void {
    const { clock, options } = this.#parts;
    try {
      const socket = this.#open();
      this.#socket = socket;
      socket.onopen = () => {
        this.#opening?.cancel();
        this.#isOpen = true;
        this.#flush();
      };
      socket.onmessage = ({ data }: { data?: unknown }) => this.#receive(data);
      socket.onerror = ({ error }: { error?: unknown }) => this.#fail("error", error);
      socket.onclose = ({ code, reason }: { code?: unknown; reason?: unknown }) => this.#fail(`${code} ${reason}`);
    } catch (cause) {
      this.#fail("error", cause);
      return;
    }
    this.#opening = clock.schedule(options.connectTimeoutMs, () => this.#fail("connectTimeoutMs"));
  }

  #flush(): void {
    for (let batch = this.#queue.take(); batch !== undefined; batch = this.#queue.take()) {
      this.#socket?.send(batch.text);
    }
  }

  #receive(data: unknown): void {
    // Binary frames are not used, and an empty text or `[]` is somebody's keep-alive (spec 16.2).
    if (typeof data !== "string" || data === "") return;
    let messages: Message[];
    try {
      messages = readPayload(data, this.#parts);
    } catch (cause) {
      this.#fail("not Bayeux", cause);
      return;
    }
    if (messages.length > 0) this.#sink.received(messages);
  }

  #fail(text: string, cause?: unknown): void {
    const neverOpened = !this.#isOpen;
    this.abort();
    this.#sink.failed(new TransportError(text, { cause, neverOpened }));
  }

  /** Lets go of the socket: nothing it does reaches the sink any more. */
  #detach(): void {
    const socket = this.#socket;
    this.#isFinished = true;
    this.#isOpen = false;
    this.#socket = undefined;
    this.#opening?.cancel();
    if (socket !== undefined) socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
  }
}
