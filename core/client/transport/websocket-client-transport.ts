import type { Timer } from "../../clock.js";
import { decode } from "../../message/codec.js";
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

/** The part of a WebSocket used here; a browser's is one, and so is that of `ws`. */
export interface WebSocketLike {
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  /** Of `ws` only: drops the TCP connection. */
  terminate?(): void;
}

/** How long a server may take to answer a close frame before the connection is dropped. */
const CLOSE_GRACE_MS = 1_000;

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
  #state: "idle" | "opening" | "open" | "finished" = "idle";

  constructor(open: () => WebSocketLike, sink: ClientTransportSink, parts: ClientTransportParts) {
    this.#open = open;
    this.#sink = sink;
    this.#parts = parts;
    this.#queue = new BatchQueue(parts.options);
  }

  send(messages: readonly Message[]): void {
    if (this.#state === "finished") return;
    const { maxBufferedBytes } = this.#parts.options;
    if (this.#state === "open" && this.#socket!.bufferedAmount > maxBufferedBytes && !messages.some(isVital)) {
      const text = `the socket holds more than ${maxBufferedBytes} unsent bytes`;
      this.#sink.refused(new ClientError("overflow", text), messages);
      return;
    }
    const refused = this.#queue.push(messages);
    if (this.#state === "idle") this.#start();
    if (this.#state === "open") this.#flush();
    if (refused.length > 0) this.#sink.refused(new ClientError("too_large", this.#queue.limitText), refused);
  }

  close(reason = "Disconnect"): void {
    if (this.#state !== "open") {
      this.abort();
      return;
    }
    const socket = this.#detach();
    if (socket === undefined) return;
    const grace = this.#parts.clock.schedule(CLOSE_GRACE_MS, () => drop(socket));
    socket.onclose = () => grace.cancel();
    try {
      socket.close(1000, reason.slice(0, 40)); // the limit is 123 bytes; ours are short ASCII
    } catch {
      drop(socket);
    }
  }

  abort(): void {
    const socket = this.#detach();
    if (socket !== undefined) drop(socket);
  }

  #start(): void {
    this.#state = "opening";
    const { connectTimeoutMs } = this.#parts.options;
    let socket: WebSocketLike;
    try {
      socket = this.#open();
    } catch (cause) {
      this.#fail(new TransportError("the WebSocket cannot be made", { cause, neverOpened: true }));
      return;
    }
    this.#socket = socket;
    socket.onopen = () => {
      this.#opening?.cancel();
      this.#state = "open";
      this.#flush();
    };
    socket.onmessage = (event: unknown) => this.#receive((event as { data?: unknown }).data);
    socket.onerror = (event: unknown) => this.#lost("the WebSocket failed", (event as { error?: unknown }).error);
    socket.onclose = (event: unknown) => {
      const { code, reason } = event as { code?: unknown; reason?: unknown };
      this.#lost(`the WebSocket was closed: ${code} ${reason}`.trimEnd(), undefined);
    };
    this.#opening = this.#parts.clock.schedule(connectTimeoutMs, () =>
      this.#lost(`the WebSocket did not open within ${connectTimeoutMs} ms`, undefined),
    );
  }

  #flush(): void {
    try {
      for (let batch = this.#queue.take(); batch !== undefined; batch = this.#queue.take()) {
        this.#socket?.send(batch.text);
      }
    } catch (cause) {
      this.#lost("the WebSocket cannot send", cause);
    }
  }

  #receive(data: unknown): void {
    // Binary frames are not used, and an empty text or `[]` is somebody's keep-alive (spec 16.2).
    if (typeof data !== "string" || data === "" || this.#state !== "open") return;
    const { maxMessageChars, maxJsonDepth } = this.#parts.options;
    let messages: Message[];
    try {
      messages = decode(data, { maxMessageChars, maxJsonDepth, maxBatchMessages: maxMessageChars });
    } catch (cause) {
      this.#lost("the server sent what is not Bayeux", cause);
      return;
    }
    if (messages.length > 0) this.#sink.received(messages);
  }

  #lost(text: string, cause: unknown): void {
    this.#fail(new TransportError(text, { cause, neverOpened: this.#state !== "open" }));
  }

  #fail(error: TransportError): void {
    if (this.#state === "finished") return;
    this.abort();
    this.#sink.failed(error);
  }

  /** Lets go of the socket: nothing it does reaches the sink any more. */
  #detach(): WebSocketLike | undefined {
    const socket = this.#socket;
    this.#state = "finished";
    this.#socket = undefined;
    this.#opening?.cancel();
    if (socket === undefined) return undefined;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.onerror = () => {}; // `ws` throws an error event that nobody hears
    return socket;
  }
}

/** What must pass even where publishes are held back: without it the session would end. */
function isVital(message: Message): boolean {
  return message.channel.startsWith("/meta/");
}

function drop(socket: WebSocketLike): void {
  try {
    if (socket.terminate === undefined) socket.close();
    else socket.terminate();
  } catch {
    // It is gone already.
  }
}
