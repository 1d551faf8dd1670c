import assert from "node:assert/strict";
import { test } from "node:test";
import { REMEMBER_MS, UserTeller } from "../../hooks/user-teller.js";
import { FakeClock } from "../support/fake-clock.js";

/** The teller of node `north`, where `owner` answers for everybody. */
function tellerOfNorth() {
  const told: string[] = [];
  const clock = new FakeClock();
  const state = { owner: "north" as string | undefined };
  const outlet = {
    tellerOf: () => state.owner,
    tell: (user: string, present: boolean, again: boolean) =>
      void told.push(`${user} ${present ? "first" : "last"}${again ? " again" : ""}`),
  };
  return { told, clock, state, teller: new UserTeller("north", outlet, clock) };
}

test("a node tells of its own users at once, and of others when who should have is gone", () => {
  const { told, state, teller } = tellerOfNorth();
  teller.edge("alice", true);
  state.owner = "south";
  teller.edge("bob", true);
  teller.edge("bob", false);
  teller.edge("carol", true);
  assert.deepEqual(told, ["alice first"]);
  state.owner = "west";
  teller.left("south");
  assert.deepEqual(told, ["alice first"], "now it is for west to tell");
  state.owner = "north";
  teller.left("west");
  assert.deepEqual(told, ["alice first", "bob last again", "carol first again"], "of each the latest");
  teller.left("west");
  assert.equal(told.length, 3);
});

test("it does not remember for ever", async () => {
  const { told, clock, state, teller } = tellerOfNorth();
  state.owner = "south";
  teller.edge("alice", true);
  await clock.advance(REMEMBER_MS + 1);
  teller.edge("bob", true);
  assert.equal(teller.remembered, 1);
  state.owner = "north";
  teller.left("south");
  assert.deepEqual(told, ["bob first again"]);
  for (let index = 0; index < 10_100; index += 1) {
    state.owner = "south";
    teller.edge(`user${index}`, true);
  }
  assert.equal(teller.remembered, 10_000);
});
