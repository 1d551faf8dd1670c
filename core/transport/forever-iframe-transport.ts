import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { scriptLiteral } from "./script-literal.js";
import type { StreamKind } from "./session-stream.js";
import type { SessionStreams } from "./session-streams.js";
import { STREAM_HEADERS, StreamFormat } from "./stream-format.js";
import { SESSION_UNKNOWN } from "./stream-request.js";

/** The query parameter that names the callback. */
const CALLBACK_PARAMETER = "iframe";
/** A name and nothing more: it is put into a page. */
const CALLBACK = /^[A-Za-z_$][0-9A-Za-z_$]{0,63}$/;
/** Browsers wait for so much of a page before they run the first script in it. */
const PADDING_CHARS = 2_048;

/**
 * A page in a hidden frame that never ends, POST up: each payload is a script that calls the embedding page. For browsers
 * that know nothing better, hence off unless allowed. The page grows with every message, so it is renewed: the callback
 * gets `null`, and its owner opens the next frame and drops this one.
 */
export class ForeverIframeTransport {
  readonly name = "forever-iframe";
  readonly #streams: SessionStreams;
  readonly #kind: StreamKind;

  constructor(streams: SessionStreams, options: { readonly maxAgeMs: number }) {
    this.#streams = streams;
    streams.register(this.name);
    this.#kind = { transport: this.name, format: new StreamFormat(SCRIPTS), maxAgeMs: options.maxAgeMs };
  }

  /** Whether a GET is meant for this transport: it names a callback, well or not. */
  accepts(query: URLSearchParams): boolean {
    return query.has(CALLBACK_PARAMETER);
  }

  /** @throws BayeuxError 400 when the callback is no plain name */
  handle(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const [callback = "", ...others] = query.getAll(CALLBACK_PARAMETER);
    if (others.length > 0 || !CALLBACK.test(callback)) throw new BayeuxError(400, [], "callback_invalid");
    const opening = pageFor(callback);
    if (this.#streams.open(this.#kind, request, response, opening)) return;
    response.writeHead(404, SCRIPTS.headers).end(opening + SCRIPTS.payload(SESSION_UNKNOWN));
  }
}

/**
 * `r` hands a payload to the page around, which must be of the same origin for that, and takes the script that called it
 * out of the page again.
 */
function pageFor(callback: string): string {
  const script = `function r(m){var s=document.currentScript;if(s)s.parentNode.removeChild(s);parent["${callback}"](m)}`;
  return `<!doctype html><html><head><meta charset="utf-8"><title></title><script>${script}</script></head><body>\n${" ".repeat(PADDING_CHARS)}\n`;
}

/** What could end the script or the string it stands in, as JSON writes it otherwise. */
const ESCAPES: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The JSON text as a script may contain it: no `</script>`, no `<!--`, no line end that is none in JSON. */
export function escapeForPage(json: string): string {
  return scriptLiteral(json).replace(/[<>&\u2028\u2029]/g, (char) => ESCAPES[char]!);
}

const SCRIPTS = {
  headers: {
    ...STREAM_HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    // Nothing but our own scripts, and in no page but those of this origin.
    "Content-Security-Policy":
      "default-src 'none'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
  },
  payload: (json: string) => `<script>r(${escapeForPage(json)})</script>\n`,
  heartbeat: "\n",
  renewal: "<script>r(null)</script></body></html>\n",
  farewell: "</body></html>\n",
};
