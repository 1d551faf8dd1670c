import assert from "node:assert/strict";
import { test } from "node:test";
import { ExpectedAnswers } from "../../seti/expected-answers.js";
import { SeededChoice } from "../fuzz/seeded-choice.js";

const NODES = ["alpha", "beta", "gamma"];

test("what is to come is known whatever comes, is announced, or will not come any more, in any order", () => {
  const choice = new SeededChoice(3);
  const expected = new ExpectedAnswers();
  let counts = new Map<string, number>();
  for (let step = 0; step < 5_000; step += 1) {
    const node = choice.of(NODES);
    const what = choice.below(12);
    if (what === 0) {
      const asked = NODES.filter(() => choice.chance(0.4));
      expected.begin(asked);
      counts = new Map(asked.map((one) => [one, 1]));
    } else if (what === 1) {
      expected.clear();
      counts.clear();
    } else if (what === 2) {
      assert.equal(expected.forget(node), counts.delete(node));
    } else {
      const answers = choice.chance(0.5) ? 1 : -1;
      expected.add(node, answers);
      const count = (counts.get(node) ?? 0) + answers;
      if (count === 0) counts.delete(node);
      else counts.set(node, count);
    }
    assert.equal(expected.isEmpty, counts.size === 0);
    for (const one of NODES) assert.equal(expected.isDueOf(one), (counts.get(one) ?? 0) > 0);
  }
});
