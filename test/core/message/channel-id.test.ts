import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  channelKind,
  MAX_CHANNEL_DEPTH,
  MAX_CHANNEL_LENGTH,
  matches,
  parseChannel,
} from "../../../core/message/channel-id.js";

test("the matching set of a channel goes from general to exact", () => {
  assert.deepEqual(parseChannel("/a/b")?.matching, ["/**", "/a/**", "/a/*", "/a/b"]);
  assert.deepEqual(parseChannel("/a")?.matching, ["/**", "/*", "/a"]);
  assert.deepEqual(parseChannel("/a/b/c")?.matching, ["/**", "/a/**", "/a/b/**", "/a/b/*", "/a/b/c"]);
});

test("the matching set of a wildcard is what takes at least as much", () => {
  assert.deepEqual(parseChannel("/**")?.matching, ["/**"]);
  assert.deepEqual(parseChannel("/*")?.matching, ["/**", "/*"]);
  assert.deepEqual(parseChannel("/a/*")?.matching, ["/**", "/a/**", "/a/*"]);
  assert.deepEqual(parseChannel("/a/**")?.matching, ["/**", "/a/**"]);
});

test("a wildcard is special only as the whole last segment", () => {
  assert.equal(parseChannel("/a/*")?.wildcard, "*");
  assert.equal(parseChannel("/a/**")?.wildcard, "**");
  for (const name of ["/a*", "/a/b*", "/a/***", "/a/*b", "/{x}"]) assert.equal(parseChannel(name)?.wildcard, "none");
  for (const name of ["/*/b", "/**/b", "/a/*/**"]) assert.equal(parseChannel(name), undefined);
});

test("the kind is in the prefix, to the letter", () => {
  assert.equal(channelKind("/meta/connect"), "meta");
  assert.equal(channelKind("/service/x"), "service");
  for (const name of ["/meta", "/service", "/Meta/x", "/metax/y", "/services/x", "/a/meta/x"]) {
    assert.equal(channelKind(name), "broadcast");
  }
});

test("names that are none, of any type", () => {
  const wrong = [
    "",
    "/",
    "//",
    "a",
    "/a//b",
    "//a",
    "/a//",
    "/ü",
    "/a?b",
    "/a\u0000",
    "/a\n",
    "\n/a",
    " /a",
    "/ ",
    "/ /",
  ];
  for (const name of [...wrong, undefined, null, 5, {}, [], ["/a"], true]) assert.equal(parseChannel(name), undefined);
});

test("a name is parsed alike however often, and however many others were parsed meanwhile", () => {
  const parse = () => ["/a/b", "/a/b/ ", "/a/*/b", "/a/b"].map((name) => parseChannel(name));
  const first = parse();
  for (let count = 0; count < 3_000; count += 1) parseChannel(`/other/${count}`);
  assert.deepEqual(parse(), first);
  assert.equal(first[1]?.name, "/a/b");
  assert.equal(first[2], undefined);
});

test("length and depth have a limit", () => {
  assert.ok(parseChannel(`/${"x".repeat(MAX_CHANNEL_LENGTH - 1)}`));
  assert.equal(parseChannel(`/${"x".repeat(MAX_CHANNEL_LENGTH)}`), undefined);
  assert.ok(parseChannel("/x".repeat(MAX_CHANNEL_DEPTH)));
  assert.equal(parseChannel("/x".repeat(MAX_CHANNEL_DEPTH + 1)), undefined);
});

const segment = fc.constantFrom("a", "b", "meta", "a*", "*a");
const plainName = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join("/")}`);
const pattern = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom("*", "**", "a"))
  .map(([segments, last]) => `/${[...segments, last].join("/")}`);

/** Section 3.1 read word by word: no prefix trick, no set. */
function naivelyMatches(given: string, name: string): boolean {
  const wanted = given.split("/").slice(1);
  const parts = name.split("/").slice(1);
  const last = wanted.at(-1);
  const parent = wanted.slice(0, -1);
  const sameParent = parent.every((part, index) => part === parts[index]);
  if (last === "**") return sameParent && parts.length > parent.length;
  if (last === "*") return sameParent && parts.length === parent.length + 1;
  return given === name;
}

test("a pattern matches what the rule says, and is in the matching set exactly then", () => {
  fc.assert(
    fc.property(pattern, plainName, (given, name) => {
      const expected = naivelyMatches(given, name);
      assert.equal(matches(given, name), expected);
      assert.equal(parseChannel(name)!.matching.includes(given), expected);
    }),
    { numRuns: 2_000 },
  );
});

test("a parsed name parses to itself, and its set has no name twice", () => {
  const unit = fc.constantFrom("/", "/", " ", "*", "a", "meta", "ü", "{");
  const text = fc.array(unit, { maxLength: 10 }).map((units) => `/${units.join("")}`);
  fc.assert(
    fc.property(text, (name) => {
      const id = parseChannel(name);
      if (id === undefined) return;
      assert.deepEqual(parseChannel(id.name), id);
      assert.equal(id.name, id.name.trim());
      assert.ok(!id.name.endsWith("/"));
      assert.equal(new Set(id.matching).size, id.matching.length);
      assert.equal(id.matching.at(-1), id.name);
    }),
    { numRuns: 3_000 },
  );
});
