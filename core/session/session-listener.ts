import type { Message } from "../message/message.js";
import type { DropReason } from "./mailbox.js";
import type { ServerSession } from "./server-session.js";
import type { RemovalReason } from "./session-host.js";

/** Told of what happens to one session. Every method is optional; one that throws is logged. */
export interface SessionListener {
  /** Its connect is held: the client is there and waits, for `timeoutMs` at most. */
  suspended?(session: ServerSession, connect: Message, timeoutMs: number): void;
  /** The connect is held no more: answered (`timedOut` if for want of news), replaced by a newer one, or its peer is gone. */
  resumed?(session: ServerSession, connect: Message, timedOut: boolean): void;
  /** A message that had been published to it will not reach it. */
  dropped?(session: ServerSession, message: Message, reason: DropReason): void;
  /** A frame of its peer was not Bayeux, or over a limit, and ends the connection. */
  refused?(session: ServerSession, error: Error): void;
  /** It has ended, and is unsubscribed from everything. */
  removed?(session: ServerSession, reason: RemovalReason): void;
}
