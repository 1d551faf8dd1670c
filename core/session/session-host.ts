import type { Clock } from "../clock.js";
import type { Logger } from "../logger.js";
import type { Message } from "../message/message.js";
import type { BayeuxStats } from "./bayeux-stats.js";
import type { Flusher } from "./flusher.js";
import type { DropReason, MailboxDefaults } from "./mailbox.js";
import type { ServerSession } from "./server-session.js";
import type { Probe } from "./write-times.js";

/**
 * Why a session ended. `disconnected`: the client or server code said so; `expired`: no connect came in time, or a message
 * took too long; `overflow`: its queue was full; `closed`: the server stops.
 */
export type RemovalReason = "disconnected" | "expired" | "overflow" | "closed";

/** What a client is told when server code ends its session. */
export interface KickAdvice {
  /** `none` (default): stay away until the user wants back in. `handshake`: come back, perhaps to another node. */
  readonly reconnect?: "none" | "handshake";
  /** With `handshake`: how long to wait before, in milliseconds; 0 by default. */
  readonly interval?: number;
}

/** The limits, times and habits of sessions that set none of their own. */
export interface SessionDefaults extends MailboxDefaults {
  readonly timeoutMs: number;
  readonly intervalMs: number;
  readonly maxIntervalMs: number;
  /** 0: no limit. */
  readonly maxProcessingMs: number;
  readonly broadcastToPublisher: boolean;
  readonly metaConnectDeliveryOnly: boolean;
}

/** What a session needs of the server it lives in. */
export interface SessionHost {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stats: BayeuxStats;
  readonly flusher: Flusher;
  readonly defaults: SessionDefaults;
  /** The session's deadline was set or moved earlier. */
  watch(session: ServerSession): void;
  /** Takes an ended session out of the registry and tells the server's listeners. Called once. */
  ended(session: ServerSession, reason: RemovalReason): void;
  /** Counts a message that will not reach the session, and tells the server's listeners. */
  dropped(session: ServerSession, message: Message, reason: DropReason): void;
  /** No server-wide extension wants to see what is for one session alone, but meta messages. */
  hasOnlyMetaExtensions(): boolean;
  /** Runs the server-wide outgoing extensions on a message for this session alone. */
  outgoing(message: Message, sender: ServerSession | undefined, receiver: ServerSession): Message | undefined;
  /** Chooses whether a message that server code sends to one session is timed or followed. */
  newProbe(): Probe | undefined;
}

/** What the peer's request looked like, for a policy that wants more than the message. Gone after the handshake. */
export interface RequestContext {
  readonly remoteAddress: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Its messages are part of its URL, which proxies and browsers keep in logs and histories. */
  readonly isInUrl?: boolean;
  /** It came over TLS with a client certificate that the listener's authorities vouch for. */
  readonly isCertified?: boolean;
}
