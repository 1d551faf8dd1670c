import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS, PresencePace, STORM_USERS } from "../../seti/presence-pace.js";
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

test("in a storm they wait longer for each other, and when it is over no longer than before", async () => {
  const { clock, pace, take } = newPace(1_000);
  const storm = async (ms: number, eachMs: number): Promise<number> => {
    for (let atMs = 0; atMs < ms; atMs += eachMs) {
      pace.changed(`user${clock.now()}`, true);
      await clock.advance(eachMs);
    }
    return take().length;
  };
  const tellings = await storm(2_000, 1);
  assert.equal(tellings, 1 + 1 + 1 + Math.floor((2_000 - 3 * PRESENCE_PAUSE_MS) / LONGEST_PRESENCE_PAUSE_MS));
  await clock.advance(LONGEST_PRESENCE_PAUSE_MS);
  take();
  const few = await storm(2_000, Math.ceil((2 * PRESENCE_PAUSE_MS) / STORM_USERS));
  assert.ok(few >= 2_000 / PRESENCE_PAUSE_MS - 2, `${few} tellings`);
  await clock.advance(PRESENCE_PAUSE_MS);
  take();
  await clock.advance(PRESENCE_PAUSE_MS);
  pace.changed("eve", true);
  assert.deepEqual(take(), ["+eve"]);
});
