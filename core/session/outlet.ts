import type { Message } from "../message/message.js";

/** Where a session's messages leave: a socket, or one HTTP response that waits. Made and owned by a transport. */
export interface Outlet {
  /** The transport's agreed name, such as `websocket`. */
  readonly transport: string;
  /** True when it may be written to at any time; false when it carries one response. */
  readonly pushes: boolean;
  /** It can carry what a session's `SessionEncoding` makes. */
  readonly carriesEncodings?: boolean;
  /** The session has something to write; the outlet takes it at the end of the turn. Only called where it pushes. */
  wake(): void;
  /** Writes what the session has now, if the peer can take it: the queue is about to overflow. Only where it pushes. */
  drain(): void;
  /** Writes the reply to a connect that was held. */
  answer(replies: readonly Message[]): void;
  /** A newer connect replaced the one that waits here. */
  superseded(): void;
  /** The session has ended: the outlet writes what is left and closes, unless it is not the session's own to close. */
  sessionEnded(reason: string): void;
}

/** A connect that waits for something to say, or for its time. */
export interface HeldConnect {
  readonly request: Message;
  readonly outlet: Outlet;
  readonly untilMs: number;
  /** Makes the reply, runs it through the outgoing extensions and hands it to the outlet. @param fields - put on the reply */
  finish(fields?: Partial<Message>): void;
}
