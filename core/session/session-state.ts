/** Where a session is in its life (spec section 12.1). */
export type SessionState = "new" | "handshaken" | "connected" | "disconnected" | "expired";

export type SessionEvent = "handshake" | "connect" | "disconnect" | "expire";

/** Every legal move of a session. An empty cell is a bug, never a case to skip. */
const MOVES: Record<SessionState, Partial<Record<SessionEvent, SessionState>>> = {
  new: { handshake: "handshaken", disconnect: "disconnected" },
  handshaken: { connect: "connected", disconnect: "disconnected", expire: "expired" },
  connected: { connect: "connected", disconnect: "disconnected", expire: "expired" },
  disconnected: {},
  expired: {},
};

/** @throws Error when the move is not in the table */
export function nextSessionState(state: SessionState, event: SessionEvent): SessionState {
  const next = MOVES[state][event];
  if (next === undefined) throw new Error(`session: no move for ${event} in ${state}`);
  return next;
}
