import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LazyWait } from "../../../core/session/lazy-wait.js";

test("the earliest of the lazy messages' times counts", () => {
  const wait = new LazyWait();
  assert.ok(wait.join(500, true));
  assert.ok(wait.join(200, false));
  assert.ok(wait.join(900, false));
  assert.equal(wait.untilMs, 200);
});

test("beside a message that does not wait, a lazy one does not either", () => {
  const wait = new LazyWait();
  assert.equal(wait.join(500, false), false);
  assert.ok(!wait.holds);
  wait.join(500, true);
  wait.end();
  assert.equal(wait.join(700, false), false);
  assert.equal(wait.untilMs, Number.POSITIVE_INFINITY);
});

test("whatever comes and goes, it holds exactly while all that waits is lazy, until the first is due", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("lazy" as const), untilMs: fc.nat(1_000) }),
    fc.record({ kind: fc.constant("urgent" as const) }),
    fc.record({ kind: fc.constant("taken" as const) }),
  );
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const wait = new LazyWait();
      let waiting: (number | "urgent")[] = [];
      for (const next of steps) {
        if (next.kind === "lazy") {
          wait.join(next.untilMs, waiting.length === 0);
          waiting.push(next.untilMs);
        } else {
          wait.end();
          waiting = next.kind === "taken" ? [] : [...waiting, "urgent"];
        }
        const times = waiting.filter((entry) => entry !== "urgent");
        const allLazy = waiting.length > 0 && times.length === waiting.length;
        assert.equal(wait.holds, allLazy);
        assert.equal(wait.untilMs, allLazy ? Math.min(...times) : Number.POSITIVE_INFINITY);
      }
    }),
  );
});
