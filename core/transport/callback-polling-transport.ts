import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { BrowserSessions } from "./browser-sessions.js";
import { type HttpParts, HttpRequests } from "./http-requests.js";
import type { ResponseForm } from "./response-form.js";
import { scriptLiteral } from "./script-literal.js";

/** What a callback may be called; the answer runs as a script in the page, so nothing else may get in. */
const CALLBACK = /^[a-zA-Z0-9._-]+$/;

export interface CallbackOptions {
  /** The query parameter that names the callback. */
  readonly callbackParameter: string;
  readonly maxCallbackChars: number;
}

/**
 * Bayeux for script tags (JSONP): messages in the query of a GET, replies as the argument of a call. For old browsers
 * only: it lets a page of any origin read what the browser's cookies open, hence the guard in front refuses foreign pages,
 * and the transport itself is off unless allowed.
 * @see spec/bayeux.md section 15
 */
export class CallbackPollingTransport {
  readonly name = "callback-polling";
  readonly #server: BayeuxServer;
  readonly #browsers: BrowserSessions;
  readonly #options: CallbackOptions;
  readonly #requests: HttpRequests;

  constructor(options: CallbackOptions, parts: HttpParts) {
    this.#server = parts.server;
    this.#browsers = parts.browsers;
    this.#options = options;
    this.#requests = new HttpRequests(this.name, parts);
  }

  /** Requests that wait for their answer. */
  get connectionCount(): number {
    return this.#requests.size;
  }

  /** Whether a GET is meant for this transport: it names a callback, well or not. */
  accepts(query: URLSearchParams): boolean {
    return query.has(this.#options.callbackParameter);
  }

  /**
   * Answers one GET.
   * @throws BayeuxError when it does not say what, or with what
   */
  handle(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const callback = this.#callbackOf(query);
    const texts = query.getAll("message");
    if (texts.length === 0) throw new BayeuxError(400, [], "no_messages");
    const maxMessageChars = this.#server.options.maxMessageBytes; // the head that carries it is shorter still
    const cookie = this.#browsers.cookieOf(request);
    this.#requests.answer(texts, maxMessageChars, { request, response, form: scriptForm(callback), cookie });
  }

  close(): void {
    this.#requests.close();
  }

  #callbackOf(query: URLSearchParams): string {
    const { callbackParameter, maxCallbackChars } = this.#options;
    const [callback = "", ...others] = query.getAll(callbackParameter);
    if (others.length > 0 || callback.length > maxCallbackChars || !CALLBACK.test(callback)) {
      throw new BayeuxError(400, [], "callback_invalid");
    }
    return callback;
  }
}

/**
 * A call of the callback. The comment before it keeps the file from beginning with what the client chose (it could spell
 * another file type), `nosniff` and the attachment keep it from being taken for anything but a script.
 */
function scriptForm(callback: string): ResponseForm {
  return {
    headers: SCRIPT_HEADERS,
    wrap: (json) => `/**/${callback}(${escapeForScript(json)});`,
    showsStatus: false,
    metaConnectDeliveryOnly: true,
  };
}

const SCRIPT_HEADERS: readonly string[] = [
  ...["Content-Type", "text/javascript; charset=utf-8"],
  ...["Content-Disposition", "attachment; filename=f.txt"],
  ...["X-Content-Type-Options", "nosniff"],
  ...["Cache-Control", "no-store"],
];

/** JSON as JavaScript of before 2019, where these two end a line, also inside a string. */
function escapeForScript(json: string): string {
  return scriptLiteral(json).replace(/[\u2028\u2029]/g, (separator) =>
    separator === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
