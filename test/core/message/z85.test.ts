import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeZ85, encodeZ85 } from "../../../core/message/z85.js";

test("the standard's own example", () => {
  const bytes = Uint8Array.of(0x86, 0x4f, 0xd2, 0x6f, 0xb5, 0x59, 0xf7, 0x5b);
  assert.equal(encodeZ85(bytes), "HelloWorld");
  assert.deepEqual(decodeZ85("HelloWorld"), bytes);
});

test("any bytes come back as they were, whatever their length", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      const text = encodeZ85(bytes);
      assert.equal(text.length, bytes.length + Math.ceil(bytes.length / 4));
      assert.deepEqual(decodeZ85(text), new Uint8Array(bytes));
    }),
  );
  for (const fill of [0, 0xff]) {
    for (let length = 0; length < 9; length += 1) {
      const bytes = new Uint8Array(length).fill(fill);
      assert.deepEqual(decodeZ85(encodeZ85(bytes)), bytes);
    }
  }
});

test("what is no such text gives nothing, and never throws", () => {
  for (const text of ["a", "Hello1", "Hell~", "He llo", "#####", "####", "Hellä"])
    assert.equal(decodeZ85(text), undefined, text);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = decodeZ85(text);
      assert.ok(bytes === undefined || bytes.length <= text.length);
    }),
  );
});
