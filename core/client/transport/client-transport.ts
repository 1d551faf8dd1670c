import type { Clock } from "../../clock.js";
import type { Message } from "../../message/message.js";
import type { Chance } from "../backoff.js";
import { ClientError } from "../client-error.js";
import type { BayeuxClientOptions } from "../client-options.js";

/**
 * Carries messages to one URL and back: frames, requests and limits, no Bayeux rule. Made for one connection; after a
 * failure the client makes another.
 */
export interface ClientTransport {
  /** The connection type it is on the wire: `websocket`, `long-polling`. */
  readonly name: string;
  /**
   * Sends messages, in one frame or request as far as limits allow, in the order of the calls. A `/meta/connect` comes
   * in a call of its own and may overtake the rest. Opens the connection if need be. Never throws.
   */
  send(messages: readonly Message[]): void;
  /** Ends in good form. Nothing is told to the sink any more. */
  close(): void;
  /** Drops the connection at once. Nothing is told to the sink any more. */
  abort(): void;
}

/** Where a transport tells what happens. None of the methods throws. */
export interface ClientTransportSink {
  /** One frame or response, decoded: JSON objects, of which nothing else is checked. */
  received(messages: Message[]): void;
  /**
   * The transport is finished: whatever it was given and is not answered yet will not be.
   * @param unanswered - those of them that the transport knows by name; for the log
   */
  failed(error: TransportError, unanswered?: readonly Message[]): void;
  /** These messages were not taken and will not be answered; the transport goes on. */
  refused(error: ClientError, messages: readonly Message[]): void;
  /** These messages leave only now, perhaps after an earlier request, so their time for an answer starts anew. */
  departed(messages: readonly Message[]): void;
}

/** What a transport gets from its client. */
export interface ClientTransportParts {
  readonly clock: Clock;
  readonly random: Chance;
  readonly options: BayeuxClientOptions;
}

/** Makes transports of one kind. A client tries its factories in their order. */
export interface ClientTransportFactory {
  readonly name: string;
  /** It goes on with a session that a handshake on another transport made, where the client has another. */
  readonly needsSession?: boolean;
  /** @param url - the server's endpoint, `http:` or `https:` also for a WebSocket */
  create(url: string, sink: ClientTransportSink, parts: ClientTransportParts): ClientTransport;
}

/** How a transport failed. */
export class TransportError extends ClientError {
  override readonly name = "TransportError";
  /** The connection was never open: something between may not let this kind of transport through. */
  readonly neverOpened: boolean;
  /** Of the response that said by it that the request was not taken. */
  readonly status: number | undefined;

  constructor(text: string, options: ErrorOptions & { neverOpened?: boolean; status?: number } = {}) {
    super("transport", text, options);
    this.neverOpened = options.neverOpened ?? false;
    this.status = options.status;
  }
}
