import assert from "node:assert/strict";
import { test } from "node:test";
import { type CometEvent, type CometState, nextCometState } from "../../../cluster/comet/comet-state.js";

const STATES: CometState[] = ["dialling", "handshaken", "joining", "open", "suspended", "closed"];
const EVENTS: CometEvent[] = ["accepted", "opened", "confirmed", "unconfirmed", "lost", "recovered", "ended", "close"];

test("an OortComet moves exactly as the table says, and every other event is a loud mistake", () => {
  const table: Record<CometState, string> = {
    //          accepted   opened  confirmed unconfirmed lost recovered ended close
    dialling: "handshaken - - - dialling dialling closed closed",
    handshaken: "handshaken joining - - handshaken handshaken closed closed",
    joining: "handshaken joining open joining joining joining closed closed",
    open: "handshaken - - - suspended open closed closed",
    suspended: "handshaken - - - suspended open closed closed",
    closed: "- - - - - - - -",
  };
  for (const state of STATES) {
    const expected = table[state].split(" ");
    for (const [index, event] of EVENTS.entries()) {
      if (expected[index] === "-")
        assert.throws(() => nextCometState(state, event), /cannot have/, `${state} ${event}`);
      else assert.equal(nextCometState(state, event), expected[index], `${state} ${event}`);
    }
  }
});
