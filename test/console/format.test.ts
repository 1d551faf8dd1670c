import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bytes, count, duration, milliseconds, nodeName, percent, rate, shown, words } from "../../console/format.js";

test("what cannot be seen, or would turn the text around it, is shown by its number", () => {
  assert.equal(shown("alice"), "alice");
  assert.equal(shown("al\u202Eecila"), "al‹U+202E›ecila");
  assert.equal(shown("a\u0000b\nc\u007F"), "a‹U+0000›b‹U+000A›c‹U+007F›");
  assert.equal(shown("\u2066x\u2069\u200B\uFEFF"), "‹U+2066›x‹U+2069›‹U+200B›‹U+FEFF›");
  assert.equal(shown("\uD800"), "‹U+D800›");
  assert.equal(shown("日本語 <b>ü</b>"), "日本語 <b>ü</b>");
});

test("no text of a stranger keeps a control or a bidirectional mark, and none is shown longer than it may be", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      assert.doesNotMatch(shown(text), /[\p{Cc}\p{Cf}\p{Cs}]/u);
      assert.ok([...shown(text, 10).replace(/‹U\+[0-9A-F]+›/g, "x")].length <= 11);
    }),
  );
});

test("numbers are as short as they can be read", () => {
  assert.deepEqual([count(0), count(12_345), count(1_234_567)], ["0", "12,345", "1.23M"]);
  assert.deepEqual(
    [rate(0), rate(0.01), rate(0.42), rate(7), rate(12.4), rate(34_567)],
    ["0", "0", "0.4", "7", "12", "34.6K"],
  );
  assert.deepEqual(
    [bytes(0), bytes(1_023), bytes(1_536), bytes(300 * 1_048_576)],
    ["0 B", "1023 B", "1.5 KiB", "300 MiB"],
  );
  assert.deepEqual([milliseconds(0.04), milliseconds(12.3), milliseconds(2_500)], ["0.0 ms", "12 ms", "2.5 s"]);
  assert.deepEqual(
    [duration(-5), duration(59_999), duration(3_600_000), duration(5_400_000), duration(200_000_000)],
    ["0 s", "59 s", "1 h", "1 h 30 min", "2 d"],
  );
  assert.equal(percent(0.256), "26 %");
});

test("a node is named by host and port, and by its path only where that is not the usual one", () => {
  assert.equal(nodeName("http://10.0.0.1:8080/cometd"), "10.0.0.1:8080");
  assert.equal(nodeName("https://bus.example/eu/cometd"), "bus.example/eu/cometd");
  assert.equal(nodeName("no\u202Eurl"), "no‹U+202E›url");
});

test("a name of the API is read as words", () => {
  assert.equal(words("messagesDropped"), "messages dropped");
});
