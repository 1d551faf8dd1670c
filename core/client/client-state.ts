/**
 * Where a client stands with its server.
 * - `disconnected`: at rest; nothing is sent until `handshake()`
 * - `handshaking`: a handshake is on its way; there is no session yet
 * - `connecting`: there is a session, and a connect is on its way that no reply has confirmed yet
 * - `connected`: a connect was answered with success
 * - `unconnected`: lost or refused for now; waiting to try again
 * - `disconnecting`: the disconnect is on its way
 */
export type ClientState = "disconnected" | "handshaking" | "connecting" | "connected" | "unconnected" | "disconnecting";

/**
 * What happens to a client.
 * - `start`: the application called `handshake()`
 * - `handshaken`: a successful handshake reply
 * - `connected`: a successful connect reply
 * - `expired`: the server says that the session is gone, and a new one may be made at once
 * - `lost`: the transport failed, an answer is overdue, or the server refused with leave to try again
 * - `retry`: the wait is over; connect with the session there is
 * - `rehandshake`: the wait is over; make a new session
 * - `ended`: the server says not to come back
 * - `disconnect`: the application called `disconnect()` while there is a session
 * - `closed`: the disconnect is done, or there was no session to end, or the application called `abort()`
 */
export type ClientEvent =
  | "start"
  | "handshaken"
  | "connected"
  | "expired"
  | "lost"
  | "retry"
  | "rehandshake"
  | "ended"
  | "disconnect"
  | "closed";

export const CLIENT_STATES: readonly ClientState[] = [
  "disconnected",
  "handshaking",
  "connecting",
  "connected",
  "unconnected",
  "disconnecting",
];

export const CLIENT_EVENTS: readonly ClientEvent[] = [
  "start",
  "handshaken",
  "connected",
  "expired",
  "lost",
  "retry",
  "rehandshake",
  "ended",
  "disconnect",
  "closed",
];

/** Every legal move of a client. An empty cell is a bug, never a case to skip. */
const MOVES: Record<ClientState, Partial<Record<ClientEvent, ClientState>>> = {
  disconnected: {
    start: "handshaking",
  },
  handshaking: {
    handshaken: "connecting",
    lost: "unconnected",
    ended: "disconnected",
    closed: "disconnected",
  },
  connecting: {
    connected: "connected",
    expired: "handshaking",
    lost: "unconnected",
    ended: "disconnected",
    disconnect: "disconnecting",
    closed: "disconnected",
  },
  connected: {
    connected: "connected",
    expired: "handshaking",
    lost: "unconnected",
    ended: "disconnected",
    disconnect: "disconnecting",
    closed: "disconnected",
  },
  unconnected: {
    retry: "connecting",
    rehandshake: "handshaking",
    // A transport that outlived a refused connect can still bring the server's own disconnect.
    ended: "disconnected",
    disconnect: "disconnecting",
    closed: "disconnected",
  },
  disconnecting: {
    closed: "disconnected",
  },
};

/** Whether the table has a move. */
export function canMove(state: ClientState, event: ClientEvent): boolean {
  return MOVES[state][event] !== undefined;
}

/** @throws Error on an empty cell: the driver let an event through that this state cannot have. */
export function nextState(state: ClientState, event: ClientEvent): ClientState {
  const next = MOVES[state][event];
  if (next === undefined) throw new Error(`${state} has no move on ${event}`);
  return next;
}
