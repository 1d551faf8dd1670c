import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import { decode, encode, encodeReplies, isDeeperThan } from "../../../core/message/codec.js";
import type { Message } from "../../../core/message/message.js";

const LIMITS = { maxMessageChars: 200, maxBatchMessages: 3, maxJsonDepth: 5 };

function codeOf(text: string): number | undefined {
  try {
    decode(text, LIMITS);
  } catch (error) {
    assert.ok(error instanceof BayeuxError, String(error));
    return error.code;
  }
  return undefined;
}

test("an array of messages, or one bare message", () => {
  assert.deepEqual(decode('[{"channel":"/a"},{"channel":"/b"}]', LIMITS), [{ channel: "/a" }, { channel: "/b" }]);
  assert.deepEqual(decode(' {"channel":"/a"}\n', LIMITS), [{ channel: "/a" }]);
  assert.deepEqual(decode("[]", LIMITS), []);
});

test("what is not Bayeux is 400", () => {
  for (const text of [
    "",
    " ",
    "{bad",
    "[",
    "null",
    "1",
    '"x"',
    "true",
    "[null]",
    "[1]",
    '["x"]',
    "[[]]",
    "[{},[]]",
    "[]x",
  ]) {
    assert.equal(codeOf(text), 400, text);
  }
});

test("what is over a limit is 413, at the limit it passes", () => {
  const filled = (length: number) => `{"channel":"/a","data":"${"x".repeat(length - 26)}"}`;
  assert.equal(filled(200).length, 200);
  assert.equal(codeOf(filled(200)), undefined);
  assert.equal(codeOf(filled(201)), 413);
  assert.equal(codeOf("[{},{},{}]"), undefined);
  assert.equal(codeOf("[{},{},{},{}]"), 413);
  assert.equal(codeOf('[{"data":[[[]]]}]'), undefined);
  assert.equal(codeOf('[{"data":[[[[]]]]}]'), 413);
});

test("a text of a million brackets is refused before it is parsed", () => {
  const text = "[".repeat(1_000_000);
  assert.ok(isDeeperThan(text, 32));
  assert.throws(
    () => decode(text, { ...LIMITS, maxMessageChars: text.length }),
    /^BayeuxError: 413/,
    "not 400: no JSON",
  );
});

test("brackets in strings do not count, escaped quotes do not end them", () => {
  assert.ok(!isDeeperThan(JSON.stringify({ a: "[[[[[[", 'b"[[[': '\\"]]]{{{{"' }), 1));
  assert.ok(isDeeperThan(JSON.stringify({ "\\": [[["]"]]] }), 3));
});

test("keys of the prototype are data like any other", () => {
  const [message] = decode(
    '[{"channel":"/a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]',
    LIMITS,
  );
  assert.ok(Object.hasOwn(message!, "__proto__"));
  assert.equal((message as { polluted?: unknown }).polluted, undefined);
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

/** Nesting as `JSON.parse` sees it. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test("any JSON: the depth counted on the text is the depth of the value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const depth = depthOf(value);
      const text = JSON.stringify(value);
      assert.ok(!isDeeperThan(text, depth));
      if (depth > 0) assert.ok(isDeeperThan(text, depth - 1));
    }),
    { numRuns: 500 },
  );
});

test("any text becomes messages that are objects, or a BayeuxError", () => {
  const bits = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    '"',
    "\\",
    "null",
    '"channel"',
    '"/a"',
    "1",
    " ",
    "é",
    "\u0000",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(bits, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(text, (given) => {
      let messages: Message[];
      try {
        messages = decode(given, LIMITS);
      } catch (error) {
        assert.ok(error instanceof BayeuxError && (error.code === 400 || error.code === 413), String(error));
        return;
      }
      for (const message of messages)
        assert.ok(typeof message === "object" && message !== null && !Array.isArray(message));
    }),
    { numRuns: 3_000 },
  );
});

test("any message survives being written and read", () => {
  const wide = { maxMessageChars: 1e6, maxBatchMessages: 100, maxJsonDepth: 100 };
  const message = fc.record({ channel: fc.string(), data: fc.jsonValue() });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
      const text = encode(messages);
      assert.deepEqual(decode(text, wide), JSON.parse(text));
    }),
  );
});

test("a reply that cannot be printed becomes an error, and the others are not lost with it", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const errors: unknown[] = [];
  const good = { channel: "/a", id: "1", successful: true };
  const bad = { channel: "/b", id: "2", successful: true, ext: circle };
  const text = encodeReplies([good, bad, { ...good, ext: { big: 1n } }], (error) => errors.push(error));
  assert.deepEqual(JSON.parse(text), [
    good,
    { channel: "/b", id: "2", successful: false, error: "500::internal_error" },
    { channel: "/a", id: "1", successful: false, error: "500::internal_error" },
  ]);
  assert.equal(errors.length, 2);
});
