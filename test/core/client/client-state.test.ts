import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CLIENT_EVENTS,
  CLIENT_STATES,
  type ClientEvent,
  type ClientState,
  canMove,
  nextState,
} from "../../../core/client/client-state.js";

/** Written out a second time, so that a slip in the table is seen. A dash: must not happen. */
const EXPECTED = `
                start        handshaken  connected  expired      lost         retry       rehandshake  ended         disconnect     closed
disconnected    handshaking  -           -          -            -            -           -            -             -              -
handshaking     -            connecting  -          -            unconnected  -           -            disconnected  -              disconnected
connecting      -            -           connected  handshaking  unconnected  -           -            disconnected  disconnecting  disconnected
connected       -            -           connected  handshaking  unconnected  -           -            disconnected  disconnecting  disconnected
unconnected     -            -           -          -            -            connecting  handshaking  disconnected  disconnecting  disconnected
disconnecting   -            -           -          -            -            -           -            -             -              disconnected
`;

function expectedMoves(): Map<string, string> {
  const [header = "", ...rows] = EXPECTED.trim().split("\n");
  const events = header.trim().split(/\s+/);
  const moves = new Map<string, string>();
  for (const row of rows) {
    const [state, ...cells] = row.trim().split(/\s+/);
    for (const [index, cell] of cells.entries()) moves.set(`${state} ${events[index]}`, cell);
  }
  return moves;
}

test("every state answers every event as expected, or refuses it loudly", () => {
  const expected = expectedMoves();
  assert.equal(expected.size, CLIENT_STATES.length * CLIENT_EVENTS.length);
  for (const state of CLIENT_STATES) {
    for (const event of CLIENT_EVENTS) {
      const cell = expected.get(`${state} ${event}`);
      assert.ok(cell !== undefined, `${state} ${event} is in the expectation`);
      assert.equal(canMove(state, event), cell !== "-", `${state} on ${event}`);
      if (cell === "-") assert.throws(() => nextState(state, event), /has no move on/);
      else assert.equal(nextState(state, event), cell, `${state} on ${event}`);
    }
  }
});

test("every state can be reached, and can come to rest", () => {
  const reached = reachableFrom("disconnected");
  assert.deepEqual([...reached].sort(), [...CLIENT_STATES].sort());
  for (const state of CLIENT_STATES) assert.ok(reachableFrom(state).has("disconnected"), state);
});

function reachableFrom(start: ClientState): Set<ClientState> {
  const reached = new Set<ClientState>([start]);
  for (const state of reached) {
    for (const event of CLIENT_EVENTS) if (canMove(state, event)) reached.add(nextState(state, event as ClientEvent));
  }
  return reached;
}
