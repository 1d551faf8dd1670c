import assert from "node:assert/strict";
import { test } from "node:test";
import { nextSessionState, type SessionEvent, type SessionState } from "../../../core/session/session-state.js";

/** Spec section 12.1, written out: every state with every event; undefined where there is no way. */
const LIFE: Record<SessionState, Record<SessionEvent, SessionState | undefined>> = {
  new: { handshake: "handshaken", connect: undefined, disconnect: "disconnected", expire: undefined },
  handshaken: { handshake: undefined, connect: "connected", disconnect: "disconnected", expire: "expired" },
  connected: { handshake: undefined, connect: "connected", disconnect: "disconnected", expire: "expired" },
  disconnected: { handshake: undefined, connect: undefined, disconnect: undefined, expire: undefined },
  expired: { handshake: undefined, connect: undefined, disconnect: undefined, expire: undefined },
};

for (const [state, row] of Object.entries(LIFE)) {
  for (const [event, next] of Object.entries(row)) {
    test(`${event} in ${state}: ${next ?? "is a bug"}`, () => {
      const move = () => nextSessionState(state as SessionState, event as SessionEvent);
      if (next === undefined) assert.throws(move, new RegExp(`no move for ${event} in ${state}`));
      else assert.equal(move(), next);
    });
  }
}
