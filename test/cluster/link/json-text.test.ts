import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { inspectJson } from "../../../cluster/link/json-text.js";

const inspect = (text: string, maxDepth = 1_000) => {
  const bytes = Buffer.from(`##${text}##`);
  return inspectJson(bytes, 2, bytes.length - 2, maxDepth);
};

test("whatever JSON.stringify prints is one value, and its charset is known", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
      const text = JSON.stringify(value);
      assert.equal(inspect(text), Buffer.byteLength(text) === text.length ? "latin1" : "utf8", text);
    }),
  );
});

/** Pieces from which texts come about that are nearly JSON. */
const piece = fc.constantFrom(...'[]{}",:\\1-e.u0 \n\tx', "true", "null", '"a"', "é", '],"advice":{', "}]}");

test("what passes cannot say anything outside itself, wherever it is put", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      if (inspect(text) === undefined) return;
      assert.ok(![...text].some((char) => char < " "), "fits into a line");
      let around: unknown;
      try {
        around = JSON.parse(`[{"channel":"/a","data":${text},"ext":1}]`);
      } catch {
        return; // nobody is told anything by it
      }
      assert.deepEqual(around, [{ channel: "/a", data: JSON.parse(text), ext: 1 }], text);
    }),
    { numRuns: 20_000 },
  );
});

test("attempts to break out are refused", () => {
  for (const text of [
    "",
    " 1",
    "1 ",
    "1,2",
    '1},{"channel":"/meta/disconnect"',
    '{}},{"channel":"/b","data":{}',
    '[1],"advice":{"hosts":[]}',
    '"a","b"',
    '"a',
    '"a\\"',
    "]",
    "{",
    "[[]",
    '{"a":"\n"}',
    "[1,\n2]",
    "tru",
    "0x1",
    "NaN",
    "9".repeat(41),
    "\u00a01",
  ]) {
    assert.equal(inspect(text), undefined, JSON.stringify(text));
  }
});

test("it nests no deeper than it may", () => {
  const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
  assert.equal(inspect(deep(5), 5), "latin1");
  assert.equal(inspect(deep(6), 5), undefined);
});
