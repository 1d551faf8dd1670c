/**
 * How far a message to a user has to come to count as delivered.
 * - `queued`: a session's queue has taken it;
 * - `written`: it was handed to the connection of a session: to the socket, or as an answer to a poll;
 * - `acked`: the client of a session has said that it has it (ack extension). A session without the extension never does.
 */
export type Until = (typeof UNTIL)[number];

export const UNTIL = ["queued", "written", "acked"] as const;

export interface SendOptions {
  /**
   * Most time for the whole of it, in ms; who has not been reached by then is unconfirmed. Default: `replyTimeoutMs` for each
   * round, and as much again for what {@link until} waits for.
   */
  readonly deadlineMs?: number | undefined;
  /**
   * A message sent again with the same key, from this node or another, is not delivered again to a user at a node that
   * remembers the key; it counts as delivered all the same.
   */
  readonly key?: string | undefined;
  /** Whether the result tells of each user. */
  readonly eachUser?: boolean | undefined;
  /** What counts as delivered. Default: `queued`. Java nodes tell nothing but that they hold a user, which is `queued`. */
  readonly until?: Until | undefined;
}

/** What became of a message for one user. */
export interface UserOutcome {
  /** Sessions it was delivered to, on all nodes. A Java node that holds the user counts as one session. */
  readonly sessions: number;
  /** Nodes with such a session. A Java node that an owner told is counted with that owner. */
  readonly nodes: number;
}

/** What became of a message to users. */
export interface SendResult {
  /** Sessions it was delivered to, of all users. */
  readonly delivered: number;
  /** Users whom nobody holds. */
  readonly unknown: readonly string[];
  /**
   * Users who may have got it, or not: a node that should have answered did not; or sessions took it, and none came as far as
   * `until` asks before the deadline.
   */
  readonly unconfirmed: readonly string[];
  /** Users with sessions none of which took it: their queues were full, or server code withheld it. Only when there are any. */
  readonly untaken?: readonly string[];
  /** By user, each of those it was sent to; where `eachUser` asked for it. */
  readonly users?: ReadonlyMap<string, UserOutcome>;
}
