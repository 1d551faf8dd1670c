import type { Message } from "../message/message.js";
import type { RequestContext, ServerSession } from "../session/server-session.js";

/** A message came too soon. */
export interface TooSoon {
  /** Who is too fast, for the arguments of its reply's error 429. */
  readonly scope: string;
  /** What there is too much of, for the error's text. */
  readonly text: string;
  /** When its sender may try again: from now, in milliseconds. */
  readonly waitMs: number;
  /** Its sender has been told so often enough: a connection that can be closed is. */
  readonly isAbuse: boolean;
}

/** Asked about each message of a client before anything else looks at it. */
export interface Throttle {
  /**
   * Counts a message.
   * @param session - the one its connection speaks for; undefined for a handshake, and where there is none
   * @param connection - the same object for all messages of a socket
   * @returns undefined when it may be handled
   */
  admit(
    message: Message,
    session: ServerSession | undefined,
    connection: { readonly context: RequestContext },
  ): TooSoon | undefined;
}

const TOO_SOON = "429:";

/**
 * Whether a reply says that its request came too soon, and when to come again. Services answer with 429 as well, for reasons
 * of their own, which their callers must read.
 */
export function saysTooSoon({ error, advice }: Message): boolean {
  return error?.startsWith(TOO_SOON) === true && (advice?.interval ?? 0) > 0;
}
