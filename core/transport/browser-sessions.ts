import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie } from "cookie";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import { type BrowserCookieOptions, browserCookie } from "./browser-cookie.js";
import { isSecure } from "./forwarded.js";
import { HoldCount } from "./hold-count.js";

/** What our own values look like; anything else a client sends is not taken over. */
const LEGAL = /^[0-9a-z]{16,64}$/;
const VALUE_BITS = 128;
/** A browser has a session a tab; a peer's link has a cookie of its own. Whoever has more is not looked through. */
const MAX_LOOKED_THROUGH = 64;

/** What is known of one browser, by its cookie. */
interface Browser {
  /** Of its cookie. */
  readonly value: string;
  readonly sessions: Set<ServerSession>;
  readonly holds: HoldCount;
}

export interface BrowserSessionsOptions extends BrowserCookieOptions {
  readonly maxSessionsPerBrowser: number;
  readonly multiSessionIntervalMs: number;
}

/**
 * Which HTTP sessions belong to which browser, by the value of its cookie. One for all HTTP transports of a server, so
 * that a session is found whichever of them it uses.
 * @see spec/bayeux.md section 14.3
 */
export class BrowserSessions {
  readonly #server: BayeuxServer;
  readonly #options: BrowserSessionsOptions;
  readonly #browsers = new Map<string, Browser>();
  readonly #browserOf = new WeakMap<ServerSession, Browser>();

  constructor(server: BayeuxServer, options: BrowserSessionsOptions) {
    this.#server = server;
    this.#options = options;
    // Not of each session, which is asked about with each of its messages as soon as anybody listens to it.
    server.addListener({ sessionRemoved: (session) => this.#ended(session) });
  }

  /** The value of the cookie that a request has of us, or that somebody made up; parsed once a request. */
  cookieOf({ headers }: IncomingMessage): string | undefined {
    return headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[this.#options.browserCookieName];
  }

  /**
   * The session that a request speaks for: it must be one of the browser's, so that a stolen clientId alone is useless.
   * Another's session is as unknown as one that never was.
   * @param cookie - {@link cookieOf} the request
   */
  find(cookie: string | undefined, clientId: unknown): ServerSession | undefined {
    const session = typeof clientId === "string" ? this.#server.getSession(clientId) : undefined;
    if (session === undefined || session.isLocal) return undefined;
    if (this.#server.options.trustClientSession) return session;
    return this.#browserWith(cookie)?.sessions.has(session) === true ? session : undefined;
  }

  /** Longest text, in UTF-16 units, taken of a request before it is known whose it is: a peer sends more than a client. */
  maxMessageChars(cookie: string | undefined): number {
    let max = this.#server.options.maxMessageBytes;
    const sessions = this.#browserWith(cookie)?.sessions;
    if (sessions === undefined || sessions.size > MAX_LOOKED_THROUGH) return max;
    for (const session of sessions) max = Math.max(max, session.maxMessageBytes ?? 0);
    return max;
  }

  /** Stands for the browser of a session, and is the same for all of them; undefined when it was made on a WebSocket. */
  browserOf(session: ServerSession): object | undefined {
    return this.#browserOf.get(session);
  }

  /** What limits the connects held for the browser of a session; undefined when it was made on a WebSocket. */
  holdsOf(session: ServerSession): HoldCount | undefined {
    return this.#browserOf.get(session)?.holds;
  }

  /** Ties a new session to the browser until it ends, and gives the browser its cookie if it has none of ours. */
  add(session: ServerSession, request: IncomingMessage, response: ServerResponse): void {
    const brought = this.cookieOf(request);
    const value = brought !== undefined && LEGAL.test(brought) ? brought : this.#server.random.token(VALUE_BITS);
    const browser = this.#browsers.get(value) ?? this.#newBrowser(value);
    browser.sessions.add(session);
    this.#browserOf.set(session, browser);
    if (value === brought) return;
    response.setHeader("Set-Cookie", browserCookie(value, this.#options, isSecure(request)));
  }

  #newBrowser(value: string): Browser {
    const { maxSessionsPerBrowser, multiSessionIntervalMs } = this.#options;
    const browser = {
      value,
      sessions: new Set<ServerSession>(),
      holds: new HoldCount(maxSessionsPerBrowser, multiSessionIntervalMs),
    };
    this.#browsers.set(value, browser);
    return browser;
  }

  #ended(session: ServerSession): void {
    const browser = this.#browserOf.get(session);
    if (browser?.sessions.delete(session) && browser.sessions.size === 0) this.#browsers.delete(browser.value);
  }

  #browserWith(cookie: string | undefined): Browser | undefined {
    return cookie === undefined ? undefined : this.#browsers.get(cookie);
  }
}
