import assert from "node:assert/strict";
import { test } from "node:test";
import { PRESENCE_PAUSE_MS, PresencePace } from "../../seti/presence-pace.js";
import { FakeClock } from "../support/fake-clock.js";

function newPace(maxUsers = 100) {
  const clock = new FakeClock();
  const told: string[] = [];
  const pace = new PresencePace(maxUsers, clock, (users, present) =>
    told.push(`${present ? "+" : "-"}${users.join(",")}`),
  );
  return { clock, pace, take: () => told.splice(0) };
}

test("who comes alone is told of at once; who comes soon after, with all others who do", async () => {
  const { clock, pace, take } = newPace();
  pace.changed("ann", true);
  assert.deepEqual(take(), ["+ann"]);
  pace.changed("bob", true);
  pace.changed("cem", true);
  pace.changed("ann", false);
  assert.deepEqual(take(), []);
  await clock.advance(PRESENCE_PAUSE_MS - 1);
  assert.deepEqual(take(), []);
  await clock.advance(1);
  assert.deepEqual(take(), ["-ann", "+bob,cem"]);
  pace.changed("dot", true);
  assert.deepEqual(take(), [], "the storm goes on");
  await clock.advance(2 * PRESENCE_PAUSE_MS);
  assert.deepEqual(take(), ["+dot"]);
  pace.changed("eve", true);
  assert.deepEqual(take(), ["+eve"], "it is over");
  assert.equal(clock.pending, 0, "nothing runs where nobody waits");
});

test("who came and went meanwhile is told of as he is", async () => {
  const { clock, pace, take } = newPace();
  pace.changed("ann", true);
  take();
  pace.changed("bob", true);
  pace.changed("bob", false);
  await clock.advance(PRESENCE_PAUSE_MS);
  assert.deepEqual(take(), ["-bob"]);
});

test("nobody waits when there are too many, or one of them is to be heard of, or all is over", async () => {
  const { clock, pace, take } = newPace(2);
  for (const user of ["ann", "bob", "cem", "dot"]) pace.changed(user, true);
  assert.deepEqual(take(), ["+ann", "+bob,cem"]);
  pace.catchUp();
  assert.deepEqual(take(), ["+dot"]);
  pace.changed("eve", true);
  pace.clear();
  await clock.advance(PRESENCE_PAUSE_MS);
  assert.deepEqual(take(), []);
});
