import type { Random } from "../random.js";
import type { ServerSession } from "../session/server-session.js";

/** What our own values look like; anything else a client sends is not taken over. */
const LEGAL = /^[0-9a-z]{16,64}$/;
const VALUE_BITS = 128;
const NONE: ReadonlySet<ServerSession> = new Set();

/**
 * Which HTTP sessions belong to which browser, by the value of its cookie.
 * @see spec/bayeux.md section 14.3
 */
export class BrowserSessions {
  readonly #random: Random;
  readonly #sessions = new Map<string, Set<ServerSession>>();

  constructor(random: Random) {
    this.#random = random;
  }

  of(browser: string | undefined): ReadonlySet<ServerSession> {
    return (browser === undefined ? undefined : this.#sessions.get(browser)) ?? NONE;
  }

  /**
   * Ties a session to the browser until it ends.
   * @param browser - the value the request brought, if any
   * @returns the value in force; a new one unless the request brought a legal one
   */
  add(session: ServerSession, browser: string | undefined): string {
    const value = browser !== undefined && LEGAL.test(browser) ? browser : this.#random.token(VALUE_BITS);
    const sessions = this.#sessions.get(value) ?? new Set();
    this.#sessions.set(value, sessions.add(session));
    session.onRemoved(() => {
      sessions.delete(session);
      if (sessions.size === 0) this.#sessions.delete(value);
    });
    return value;
  }
}
