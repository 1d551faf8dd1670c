import type { IncomingMessage, ServerResponse } from "node:http";
import { parseCookie } from "cookie";
import type { BayeuxServer } from "../server/bayeux-server.js";
import type { ServerSession } from "../session/server-session.js";
import { type BrowserCookieOptions, browserCookie } from "./browser-cookie.js";
import { isSecure } from "./forwarded.js";

/** What our own values look like; anything else a client sends is not taken over. */
const LEGAL = /^[0-9a-z]{16,64}$/;
const VALUE_BITS = 128;
const NONE: ReadonlySet<ServerSession> = new Set();

/**
 * Which HTTP sessions belong to which browser, by the value of its cookie. One for all HTTP transports of a server, so
 * that a session is found whichever of them it uses.
 * @see spec/bayeux.md section 14.3
 */
export class BrowserSessions {
  readonly #server: BayeuxServer;
  readonly #options: BrowserCookieOptions;
  readonly #sessions = new Map<string, Set<ServerSession>>();

  constructor(server: BayeuxServer, options: BrowserCookieOptions) {
    this.#server = server;
    this.#options = options;
  }

  /** The sessions of the browser that sent the request. */
  of(request: IncomingMessage): ReadonlySet<ServerSession> {
    const browser = this.#browserOf(request);
    return (browser === undefined ? undefined : this.#sessions.get(browser)) ?? NONE;
  }

  /**
   * The session that a request speaks for: it must be one of the browser's, so that a stolen clientId alone is useless.
   * Another's session is as unknown as one that never was.
   */
  find(request: IncomingMessage, clientId: unknown): ServerSession | undefined {
    if (typeof clientId !== "string") return undefined;
    for (const session of this.of(request)) {
      if (session.id === clientId) return session;
    }
    if (!this.#server.options.trustClientSession) return undefined;
    const session = this.#server.getSession(clientId);
    return session?.isLocal ? undefined : session;
  }

  /** Ties a new session to the browser until it ends, and gives the browser its cookie if it has none of ours. */
  add(session: ServerSession, request: IncomingMessage, response: ServerResponse): void {
    const brought = this.#browserOf(request);
    const value = brought !== undefined && LEGAL.test(brought) ? brought : this.#server.random.token(VALUE_BITS);
    const sessions = this.#sessions.get(value) ?? new Set();
    this.#sessions.set(value, sessions.add(session));
    session.onRemoved(() => {
      sessions.delete(session);
      if (sessions.size === 0) this.#sessions.delete(value);
    });
    if (value === brought) return;
    response.setHeader("Set-Cookie", browserCookie(value, this.#options, isSecure(request)));
  }

  #browserOf(request: IncomingMessage): string | undefined {
    return parseCookie(request.headers.cookie ?? "")[this.#options.browserCookieName];
  }
}
