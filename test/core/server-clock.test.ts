import assert from "node:assert/strict";
import { test } from "node:test";
import { serverClock, TurnEnd } from "../../core/server-clock.js";

test("what the end of a turn brings about is done in the same turn, behind what waited before", async () => {
  const done: string[] = [];
  await new Promise<void>((resolve) => {
    serverClock.endOfTurn(() => {
      done.push("answer");
      serverClock.endOfTurn(() => done.push("write of the answer"));
    });
    serverClock.endOfTurn(() => done.push("write"));
    setImmediate(() => done.push("next"));
    setImmediate(resolve);
  });
  assert.deepEqual(done, ["answer", "write", "write of the answer", "next"]);
});

test("whoever throws at the end of a turn keeps nobody else from his, and nobody's comes twice", () => {
  const soon: (() => void)[] = [];
  const turnEnd = new TurnEnd((callback) => soon.push(callback));
  const done: string[] = [];
  turnEnd.add(() => done.push("ann"));
  turnEnd.add(() => {
    throw new Error("bob");
  });
  turnEnd.add(() => done.push("carol"));
  assert.equal(soon.length, 1, "one call for all");
  assert.throws(() => soon.shift()!(), /bob/);
  assert.deepEqual(done, ["ann"]);
  assert.equal(soon.length, 1, "for the others");
  soon.shift()!();
  assert.deepEqual(done, ["ann", "carol"]);
  turnEnd.add(() => done.push("dave"));
  assert.equal(soon.length, 1, "a new turn");
  soon.shift()!();
  assert.deepEqual(done, ["ann", "carol", "dave"]);
  assert.equal(soon.length, 0);
});

test("those who answer each other for ever let others have their turn", async () => {
  let answers = 0;
  let isOver = false;
  const answer = (): void => {
    answers += 1;
    if (!isOver) serverClock.endOfTurn(answer);
  };
  serverClock.endOfTurn(answer);
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  isOver = true;
  assert.ok(answers > 3, "many in a turn");
});
