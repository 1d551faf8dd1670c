import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import type { StreamKind } from "./session-stream.js";
import type { SessionStreams } from "./session-streams.js";
import { STREAM_HEADERS, StreamFormat } from "./stream-format.js";
import { preferredType, refuseStream } from "./stream-request.js";

const TYPES = ["application/x-ndjson", "multipart/x-mixed-replace"] as const;

/**
 * One HTTP response that stays open, POST up: a JSON array a line, for whoever reads a response as it comes (`fetch`,
 * curl, any language); or a part each, for the multipart requests of old.
 */
export class StreamingTransport {
  readonly name = "streaming";
  readonly #streams: SessionStreams;
  readonly #kinds: Record<(typeof TYPES)[number], StreamKind>;

  constructor(streams: SessionStreams, options: { readonly maxAgeMs: number }) {
    const { maxAgeMs } = options;
    this.#streams = streams;
    streams.register(this.name);
    this.#kinds = {
      "application/x-ndjson": { transport: this.name, format: new StreamFormat(LINES), maxAgeMs },
      "multipart/x-mixed-replace": { transport: this.name, format: new StreamFormat(PARTS), maxAgeMs },
    };
  }

  /** Whether a GET is meant for this transport. */
  accepts(request: IncomingMessage): boolean {
    return preferredType(request, TYPES) !== undefined;
  }

  /** @throws BayeuxError 400 for a request that `accepts` does not take */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const type = preferredType(request, TYPES);
    if (type === undefined) throw new BayeuxError(400, [], "unknown_bayeux_transport");
    const opening = type === "application/x-ndjson" ? "" : DELIMITER;
    if (!this.#streams.open(this.#kinds[type], request, response, opening)) refuseStream(response);
  }
}

/** JSON has no line ends in it, so a payload is one line; an empty one means nothing. */
const LINES = {
  headers: { ...STREAM_HEADERS, "Content-Type": "application/x-ndjson" },
  payload: (json: string) => `${json}\n`,
  heartbeat: "\n",
  renewal: "",
  farewell: "",
};

/** The boundary cannot be met inside a part: it begins a line, and JSON has no line ends in it. */
const BOUNDARY = "oortbus-part";
const DELIMITER = `--${BOUNDARY}\r\n`;

/**
 * The delimiter stands behind each part, since it is what tells a reader that the part is complete (RFC 2046 section
 * 5.1.1). A part without headers and content means nothing; the last one before the end is such.
 */
const PARTS = {
  headers: { ...STREAM_HEADERS, "Content-Type": `multipart/x-mixed-replace; boundary="${BOUNDARY}"` },
  payload: (json: string) => `Content-Type: application/json\r\n\r\n${json}\r\n${DELIMITER}`,
  heartbeat: `\r\n\r\n${DELIMITER}`,
  renewal: `\r\n\r\n--${BOUNDARY}--\r\n`,
  farewell: `\r\n\r\n--${BOUNDARY}--\r\n`,
};
