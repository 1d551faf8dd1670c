import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeOf, layoutGraph } from "../../console/graph-layout.js";

const card = { width: 160, height: 66 };
const gaps = [
  { width: 124, height: 62 },
  { width: 26, height: 20 },
];

for (const nodes of [1, 2, 3, 4, 7, 12, 30]) {
  test(`${nodes} node(s): no card touches another, and all are inside the picture`, () => {
    for (const gap of gaps) {
      for (const aspect of [0.75, 1.6]) {
        const { width, height, places } = layoutGraph(nodes, { card, gap, aspect });
        assert.equal(places.length, nodes);
        for (const [index, { x, y }] of places.entries()) {
          assert.ok(x - card.width / 2 >= 0 && x + card.width / 2 <= width, `card ${index} is inside, across`);
          assert.ok(y - card.height / 2 >= 0 && y + card.height / 2 <= height, `card ${index} is inside, down`);
          for (const other of places.slice(index + 1)) {
            const apart =
              Math.abs(x - other.x) >= card.width + gap.width || Math.abs(y - other.y) >= card.height + gap.height;
            assert.ok(apart, `card ${index} keeps its distance`);
          }
        }
      }
    }
  });
}

test("no node makes an empty picture, and the same nodes stand where they stood", () => {
  assert.deepEqual(layoutGraph(0, { card, gap: gaps[0]!, aspect: 1 }).places, []);
  const options = { card, gap: gaps[1]!, aspect: 1.6 };
  assert.deepEqual(layoutGraph(7, options), layoutGraph(7, options));
});

test("a link ends at the edge of the card", () => {
  assert.deepEqual(edgeOf({ x: 0, y: 0 }, { x: 500, y: 0 }, card), { x: 80, y: 0 });
  assert.deepEqual(edgeOf({ x: 0, y: 0 }, { x: 0, y: -500 }, card), { x: 0, y: -33 });
  assert.deepEqual(edgeOf({ x: 0, y: 0 }, { x: 0, y: 0 }, card), { x: 0, y: 0 });
});
