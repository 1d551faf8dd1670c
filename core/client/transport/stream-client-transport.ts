import type { Timer } from "../../clock.js";
import type { Message } from "../../message/message.js";
import {
  type ClientTransport,
  type ClientTransportFactory,
  type ClientTransportParts,
  type ClientTransportSink,
  TransportError,
} from "./client-transport.js";
import { type Fetch, posting } from "./long-polling-client-transport.js";
import { RequestClientTransport } from "./request-client-transport.js";

/** What a stream tells. Nothing any more once it was closed. */
export interface StreamEvents {
  /** It stands, or the server does not know the session; the answer to the next connect will tell. */
  opened(): void;
  payload(messages: Message[], position?: string): void;
  /** It ended in good form, and another is to follow. */
  ended(): void;
  failed(error: unknown): void;
}

/**
 * Opens the way down of one session.
 * @param url - names the session
 * @returns what closes it at once
 */
export type OpenStream = (url: string, events: StreamEvents, parts: ClientTransportParts) => () => void;

/**
 * A transport whose deliveries and connect replies come down a response that stays open, while messages go up by POST.
 * It goes on with a session that a handshake by POST made.
 */
export function streamTransport(name: string, fetch: Fetch, open: OpenStream): ClientTransportFactory {
  return {
    name,
    needsSession: true,
    create: (url, sink, parts) => new StreamClientTransport(name, url, fetch, open, sink, parts),
  };
}

class StreamClientTransport implements ClientTransport {
  readonly name: string;
  readonly #url: string;
  readonly #open: OpenStream;
  readonly #sink: ClientTransportSink;
  readonly #parts: ClientTransportParts;
  readonly #up: RequestClientTransport;
  #close: (() => void) | undefined;
  /** The connect that waits for the stream. */
  #held: readonly Message[] | undefined;
  #position: string | undefined;
  /** Until the first payload: a proxy may keep the stream back. */
  #opening: Timer | undefined;
  #isProven = false;
  #hasNews = false;

  constructor(
    name: string,
    url: string,
    fetch: Fetch,
    open: OpenStream,
    sink: ClientTransportSink,
    parts: ClientTransportParts,
  ) {
    this.name = name;
    this.#url = url;
    this.#open = open;
    this.#sink = sink;
    this.#parts = parts;
    const upSink = { ...sink, failed: (error: Error) => this.#failed(error) };
    this.#up = new RequestClientTransport(name, posting(fetch, url, parts, true), upSink, parts);
  }

  send(messages: readonly Message[]): void {
    const [{ channel, clientId }] = messages as [Message];
    if (channel !== "/meta/connect" || (this.#close !== undefined && this.#held === undefined)) {
      this.#up.send(messages);
      return;
    }
    this.#held = messages;
    const { connectTimeoutMs } = this.#parts.options;
    this.#opening = this.#parts.clock.schedule(connectTimeoutMs, () =>
      this.#failed(new TransportError(`nothing came within ${connectTimeoutMs} ms`, { neverOpened: true })),
    );
    this.#start(clientId!);
  }

  close(): void {
    this.abort();
  }

  abort(): void {
    this.#opening?.cancel();
    this.#up.abort();
    this.#close?.();
  }

  #start(clientId: string): void {
    const query = new URLSearchParams({ clientId });
    if (this.#position !== undefined) query.set("lastEventId", this.#position);
    this.#hasNews = false;
    const { clock, options } = this.#parts;
    const startedAt = clock.now();
    let isOver = false;
    const ifOpen = (act: () => void): void => {
      if (!isOver) act();
    };
    const restart = (): void => {
      this.#close?.();
      this.#start(clientId);
    };
    const close = this.#open(
      `${this.#url}${this.#url.includes("?") ? "&" : "?"}${query}`,
      {
        opened: () => ifOpen(() => this.#opened()),
        payload: (messages, position) =>
          ifOpen(() => {
            this.#opening?.cancel();
            this.#isProven = this.#hasNews = true;
            this.#position = position ?? this.#position;
            this.#sink.received(messages);
          }),
        ended: () =>
          ifOpen(() => {
            // Streams that end as soon as they are there must not be asked for in a tight loop.
            if (this.#hasNews || clock.now() - startedAt >= options.minRetryMs) restart();
            else this.#failed(new TransportError("it ended at once"));
          }),
        failed: (cause) =>
          // The server writes again what came after the last position.
          ifOpen(() => (this.#hasNews && this.#position !== undefined ? restart() : this.#failed(cause))),
      },
      this.#parts,
    );
    this.#close = () => {
      isOver = true;
      close();
    };
  }

  #opened(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#up.send(held);
  }

  #failed(cause: unknown): void {
    this.abort();
    const text = cause instanceof Error ? cause.message : cause;
    this.#sink.failed(new TransportError(`the stream failed: ${text}`, { cause, neverOpened: !this.#isProven }));
  }
}
