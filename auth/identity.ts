import type { ServerSession } from "../core/session/server-session.js";

/** Who a session is, as its login proved it. */
export interface Identity {
  /** undefined: nobody in particular, as an app's own policy may say. */
  readonly user: string | undefined;
  /** The token's `jti`. */
  readonly tokenId: string | undefined;
  /** When the session ends unless it shows a new token; milliseconds since the epoch, by the node's clock. */
  readonly expiresAtMs: number | undefined;
  /** All that the token says. */
  readonly claims: Readonly<Record<string, unknown>>;
  /**
   * Patterns of channels that the token lets its session publish on; `{user}` in them stands for {@link user}, and is not
   * replaced yet. undefined: the token says nothing about it.
   */
  readonly pub: readonly string[] | undefined;
  /** As {@link pub}, of channels to subscribe to. */
  readonly sub: readonly string[] | undefined;
}

/** Where to look a session's identity up. */
export interface Identities {
  /**
   * @returns undefined for local sessions and peers, for a client that named no user where `auth.mode` is open, and where an
   *   app's own policy did the login without saying who it is
   */
  identityOf(session: ServerSession): Identity | undefined;
}
