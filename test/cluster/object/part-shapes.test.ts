import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson, copyAsJson, jsonEquals, jsonSize } from "../../../cluster/object/json-value.js";
import { ListShape, type ListUpdate } from "../../../cluster/object/list-shape.js";
import { MapShape } from "../../../cluster/object/map-shape.js";
import { listUnion, mapUnion, sum } from "../../../cluster/object/merger.js";
import { chunksOf, ObjectPart } from "../../../cluster/object/object-part.js";
import type { ObjectInfo } from "../../../cluster/object/object-table.js";
import { booleanValue, jsonValue, numberValue, stringValue } from "../../../cluster/object/value-kind.js";

const STRINGS = new MapShape<string, unknown>("string");
const NUMBERS = new MapShape<number, unknown>("number");
const LIST = new ListShape<unknown>();

test("an entry is put, put if absent and removed, and only what changed is told", () => {
  const map = new Map<string, unknown>();
  assert.deepEqual(STRINGS.apply(map, { action: "oort.map.put.absent", key: "a", value: 1 }), {
    key: "a",
    old: undefined,
    value: 1,
  });
  assert.equal(STRINGS.apply(map, { action: "oort.map.put.absent", key: "a", value: 2 }), undefined);
  assert.deepEqual(STRINGS.apply(map, { action: "oort.map.put", key: "a", value: 3 }), { key: "a", old: 1, value: 3 });
  assert.equal(STRINGS.apply(map, { action: "oort.map.remove", key: "b" }), undefined);
  assert.deepEqual(STRINGS.apply(map, { action: "oort.map.remove", key: "a" }), { key: "a", old: 3, value: undefined });
  assert.equal(map.size, 0);
});

test("what an entry costs is what it adds to the size of the whole", () => {
  const value = fc.oneof(fc.nat(), fc.string(), fc.array(fc.nat()), fc.boolean());
  const action = fc.constantFrom("oort.map.put" as const, "oort.map.put.absent" as const, "oort.map.remove" as const);
  const updates = fc.array(fc.record({ action, key: fc.constantFrom("a", "bb", "__proto__"), value }));
  fc.assert(
    fc.property(updates, (list) => {
      const map = new Map<string, unknown>();
      for (const update of list) {
        const before = { entries: map.size, bytes: jsonSize(STRINGS.write(map)) };
        const cost = STRINGS.cost(map, update);
        STRINGS.apply(map, update);
        assert.equal(map.size, before.entries + cost.entries);
        const empty = 2; // of the entry's own braces, which jsonSize counts with each
        const braces = cost.entries * empty;
        assert.equal(jsonSize(STRINGS.write(map)), before.bytes + cost.bytes - braces);
      }
    }),
  );
});

test("keys that are numbers are numbers in updates and their one spelling in a whole map", () => {
  assert.deepEqual(NUMBERS.read({ 1: "a", "-7": "b" }), new Map([[1, "a"], [-7, "b"]])); // biome-ignore format: short
  for (const key of ["1.5", "01", "1e3", "+1", "-0", "", "x", "9007199254740993"]) {
    assert.equal(NUMBERS.read({ [key]: 1 }), undefined, key);
  }
  const put = (key: unknown) =>
    NUMBERS.readItem("oort.map.entry", "oort.map.put", { "oort.map.key": key, "oort.map.value": 1 });
  assert.deepEqual(put(3), { action: "oort.map.put", key: 3, value: 1 });
  for (const key of ["3", 1.5, null, undefined, {}, 2 ** 53]) assert.equal(put(key), undefined, String(key));
});

test("elements are appended, removed with all their likes, and compared by value", () => {
  const list: unknown[] = [];
  LIST.apply(list, { action: "oort.list.add", elements: ["x", { a: 1, b: 2 }, "x", 1] });
  assert.deepEqual(LIST.apply(list, { action: "oort.list.remove", elements: [{ b: 2, a: 1 }, "x", "no"] }), {
    added: [],
    removed: ["x", { a: 1, b: 2 }, "x"],
  });
  assert.deepEqual(list, [1]);
  assert.equal(
    LIST.apply(list, { action: "oort.list.remove", elements: ["1"] }),
    undefined,
    "the text is not the number",
  );
  assert.deepEqual(LIST.difference([1, 1, "a"], ["a", "b", "b"]), [{ added: ["b"], removed: [1] }]);
  assert.deepEqual(LIST.difference([1, 1], [1]), []);
  assert.equal(LIST.read([1, null]), undefined);
  assert.equal(LIST.readItem("oort.list.element", "oort.list.clear", []), undefined);
});

test("a list whose elements come and go is not too large for what it once held", () => {
  const part = new ObjectPart(LIST, { maxPartEntries: 100, maxPartBytes: 300, maxQueuedUpdates: 10 });
  const stamp = { url: "u", incarnation: undefined };
  part.hear({ kind: "whole", ...stamp, version: 0, value: [], note: undefined, isPush: false, peer: undefined });
  let version = 0;
  const hear = (action: ListUpdate<unknown>["action"], elements: unknown[]) => {
    version += 1;
    return part.hear({ kind: "item", ...stamp, version, ...LIST.writeItem({ action, elements }) });
  };
  for (let n = 0; n < 20; n += 1) {
    hear("oort.list.add", ["x".repeat(100)]);
    hear("oort.list.remove", ["x".repeat(100)]);
  }
  assert.equal(part.version, version);
  for (let n = 0; n < 5; n += 1) hear("oort.list.add", ["x".repeat(100)]);
  assert.equal(part.value?.length, 2, "what is too much is not taken");
  assert.equal(part.isComplete, false);
});

test("what waits behind a gap is bounded in bytes, and pieces of a value in number", () => {
  const part = new ObjectPart(LIST, { maxPartEntries: 100, maxPartBytes: 1_000, maxQueuedUpdates: 100 });
  const stamp = { url: "u", incarnation: 7 };
  const whole = { kind: "whole", ...stamp, note: undefined, isPush: false, peer: undefined } as const;
  const add = (version: number) => {
    const elements = ["x".repeat(300)];
    return part.hear({ kind: "item", ...stamp, version, ...LIST.writeItem({ action: "oort.list.add", elements }) });
  };
  part.hear({ ...whole, version: 0, value: [] });
  for (let round = 0; round < 3; round += 1) {
    const first = part.version + 2;
    const verdicts = [0, 1, 2, 2, 3].map((n) => add(first + n).verdict);
    assert.deepEqual(verdicts, ["news", "news", "news", "refused", "refused"], `round ${round}`);
    assert.equal(part.queuedUpdates, 3);
    part.hear({ ...whole, version: first + 10, value: [] });
    assert.equal(part.queuedUpdates, 0);
  }
  const chunk = { kind: "chunk", ...stamp, version: 1_000, text: "", index: 0 } as const;
  assert.equal(part.hear({ ...chunk, count: 100_000 }).verdict, "refused");
});

test("values are read as Java's factories read them", () => {
  assert.deepEqual([true, "true", "TRUE", "no", 1, null].map(booleanValue.read), [
    true,
    true,
    true,
    false,
    undefined,
    undefined,
  ]);
  assert.deepEqual([1, 1.5, "1", null].map(numberValue.read), [1, 1.5, undefined, undefined]);
  assert.deepEqual(["a", 1, true, { a: 1 }, null].map(stringValue.read), ["a", "1", "true", '{"a":1}', undefined]);
  const json = jsonValue<readonly number[]>(() => []);
  assert.deepEqual([json.empty(), json.read([1]), json.read(null)], [[], [1], undefined]);
});

test("mergers make one value of all parts, in the order in which these come", () => {
  const infos = <T>(...values: T[]) => values.map((value) => ({ value }) as ObjectInfo<T>);
  assert.equal(sum(infos(1, 2, 3)), 6);
  assert.deepEqual(listUnion(infos([1, 2], [], [2])), [1, 2, 2]);
  assert.deepEqual([...mapUnion(infos(new Map([["a", 1], ["b", 1]]), new Map([["a", 2]])))], [["a", 2], ["b", 1]]); // biome-ignore format: short
});

test("values are copied as JSON carries them, and compared whatever the order of their keys", () => {
  for (const value of [undefined, null, () => {}, Number.NaN, 1n])
    assert.throws(() => copyAsJson(value, "it"), TypeError);
  const value = { a: [1, { b: undefined }] };
  assert.deepEqual(copyAsJson(value, "it"), { a: [1, {}] });
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [left, right] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))] as unknown[];
      assert.ok(jsonEquals(left, structuredClone(left)));
      assert.equal(jsonEquals(left, right), canonicalJson(left) === canonicalJson(right));
      const reversed =
        typeof left === "object" && left !== null && !Array.isArray(left)
          ? Object.fromEntries(Object.entries(left).reverse())
          : left;
      assert.ok(jsonEquals(left, reversed));
    }),
  );
});

test("a text in pieces is the text, and no piece ends within a character", () => {
  const unit = fc.constantFrom("a", "é", "😀", '"');
  fc.assert(
    fc.property(fc.array(unit), fc.integer({ min: 1, max: 5 }), (units, maxChars) => {
      const text = units.join("");
      const chunks = chunksOf(text, maxChars);
      assert.equal(chunks.join(""), text);
      for (const chunk of chunks) assert.ok(chunk.length > 0 && chunk.length <= maxChars);
      if (maxChars > 1) for (const chunk of chunks.slice(0, -1)) assert.doesNotMatch(chunk, /[\ud800-\udbff]$/);
    }),
  );
});
