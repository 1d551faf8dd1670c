import type { IncomingMessage, ServerResponse } from "node:http";
import type { StreamKind } from "./session-stream.js";
import type { SessionStreams } from "./session-streams.js";
import { STREAM_HEADERS, StreamFormat } from "./stream-format.js";
import { preferredType, refuseStream } from "./stream-request.js";

/**
 * Server-sent events down, POST up: what browsers' EventSource reads. Each event is one Bayeux array, its id the
 * position in the session's stream, so that a reader who comes back with `Last-Event-ID` gets what it missed.
 * @see WHATWG HTML, "Server-sent events"; spec/bayeux.md section 27.2 for Faye's form of the request
 */
export class EventStreamTransport {
  readonly name = "event-stream";
  readonly #streams: SessionStreams;
  readonly #kind: StreamKind;
  readonly #opening: string;

  /** @param retryMs - pause of a browser before it asks anew */
  constructor(streams: SessionStreams, options: { readonly maxAgeMs: number; readonly retryMs: number }) {
    this.#streams = streams;
    streams.register(this.name);
    this.#kind = { transport: this.name, format: new StreamFormat(EVENTS), maxAgeMs: options.maxAgeMs };
    this.#opening = `retry: ${options.retryMs}\n\n`;
  }

  /** Whether a GET is meant for this transport. */
  accepts(request: IncomingMessage): boolean {
    return preferredType(request, ["text/event-stream"]) !== undefined;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    if (!this.#streams.open(this.#kind, request, response, this.#opening)) refuseStream(response);
  }
}

/** JSON has no line ends in it, so a payload is one line. */
const EVENTS = {
  headers: { ...STREAM_HEADERS, "Content-Type": "text/event-stream" },
  payload: (json: string) => `data: ${json}\n\n`,
  position: (position: number) => `id: ${position}\n`,
  heartbeat: ":\n\n",
  renewal: "",
  farewell: "",
};
