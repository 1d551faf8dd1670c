import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { matches } from "../../core/message/channel-id.js";
import { ChannelPattern, patternProblem, targetOf } from "../../rights/channel-pattern.js";

const WORDS = ["a", "b", "service", "oort"];
const MAX_DEPTH = 3;

/** Every channel of these words, as deep as patterns and wildcards of the properties can tell apart. */
const universe: string[] = [];
for (let names = [""]; names[0]!.split("/").length <= MAX_DEPTH + 2; ) {
  names = names.flatMap((name) => [...WORDS, "other"].map((word) => `${name}/${word}`));
  universe.push(...names);
}

/** The oracle: a pattern as a regular expression. */
function oracle(pattern: string, user: string | undefined, channel: string): boolean {
  const segments = pattern.slice(1).split("/");
  const first = channel.split("/")[1]!;
  const isReserved = ["service", "oort", "seti", "meta"].includes(first);
  if (isReserved !== (segments[0] === first) && (isReserved || ["service", "oort"].includes(segments[0]!)))
    return false;
  const source = segments.map((segment) => {
    if (segment === "**") return "[^/]+(/[^/]+)*";
    if (segment === "*") return "[^/]+";
    if (segment === "{user}") return user === undefined ? "(?!)" : user;
    return segment.startsWith("{") ? "[^/]+" : segment;
  });
  return new RegExp(`^/${source.join("/")}$`).test(channel);
}

const segment = fc.constantFrom(...WORDS, "{user}", "{any}");
const tail = fc.constantFrom("", "/*", "/**");
const pattern = fc
  .tuple(fc.array(segment, { maxLength: MAX_DEPTH }), tail)
  .map(([segments, end]) => segments.map((one) => `/${one}`).join("") + end)
  .filter((text) => text !== "");
const target = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { maxLength: MAX_DEPTH }), tail)
  .map(([segments, end]) => segments.map((one) => `/${one}`).join("") + end)
  .filter((text) => text !== "");
const user = fc.constantFrom(undefined, "a", "b");

test("a pattern takes a channel, or all of a wildcard, exactly when a plain expression takes each name of it", () => {
  fc.assert(
    fc.property(pattern, target, user, (text, name, who) => {
      const names = universe.filter((channel) => isAskedBy(name, channel));
      const taken = names.filter((channel) => oracle(text, who, channel));
      const asked = targetOf(name);
      const one = new ChannelPattern(text);
      assert.equal(one.takes(asked, who), taken.length === names.length, `${text} takes ${name} for ${who}`);
      assert.equal(one.touches(asked, who), taken.length > 0, `${text} touches ${name} for ${who}`);
    }),
    { numRuns: 400 },
  );
});

/** What a target stands for. A wildcard above everything stands for the application's channels: no other is broadcast to it. */
function isAskedBy(name: string, channel: string): boolean {
  if (!matches(name, channel)) return false;
  return !(name === "/*" || name === "/**") || !["service", "oort"].includes(channel.split("/")[1]!);
}

test("a user's channels are his whatever his id looks like, and nobody else's", () => {
  const own = new ChannelPattern("/user/{user}");
  const below = new ChannelPattern("/user/{user}/**");
  const takes = (pattern: ChannelPattern, channel: string, who: string | undefined) =>
    pattern.takes(targetOf(channel), who);
  assert.ok(takes(own, "/user/alice", "alice"));
  assert.ok(takes(below, "/user/alice/inbox/**", "alice"));
  const tricks: [channel: string, who: string | undefined][] = [
    ["/user/alice", "bob"],
    ["/user/alice", undefined],
    ["/user/undefined", undefined],
    ["/user/Alice", "alice"],
    ["/user/*", "*"],
    ["/user/*", "alice"],
    ["/user/**", "**"],
    ["/user/a/b", "a/b"],
    ["/user/a/b", "a"],
    ["/user/{user}", "alice"],
    ["/user/a", "á"],
    ["/user/a", "a\u0301"],
    ["/user/alice", "alice "],
    ["/user/alice", "alice\u0000"],
    ["/user", ""],
  ];
  for (const [channel, who] of tricks) assert.equal(takes(own, channel, who), false, `${channel} for ${who}`);
  const deeper: [channel: string, who: string][] = [
    ["/user/**", "**"],
    ["/user/*", "*"],
    ["/user/a/b/c", "a/b"],
    ["/user/alice", "alice"],
    ["/user/../alice/x", "alice"],
  ];
  for (const [channel, who] of deeper) assert.equal(takes(below, channel, who), false, `${channel} for ${who}`);
});

test("a pattern that is not legal is told why", () => {
  const wrong: [text: unknown, problem: RegExp][] = [
    ["chat", /must be a channel such as/],
    ["", /must be a channel such as/],
    [7, /must be a channel such as/],
    ["/chat//lobby", /must be a channel such as/],
    ["/chat/*/lobby", /must be a channel such as/],
    ["/chat/ü", /must be a channel such as/],
    ["/chat/", /must be written \/chat/],
    ["/chat ", /must be written \/chat/],
    [" /chat", /must be a channel such as/],
    ["/user-{user}", /user-\{user\}: a parameter is a whole segment/],
    ["/user/{}", /\{\}: a parameter is a whole segment/],
    ["/user/{a}{b}", /a parameter is a whole segment/],
  ];
  for (const [text, problem] of wrong) assert.match(patternProblem(text) ?? "fine", problem, String(text));
  for (const text of ["/a", "/a/*", "/**", "/{x}/**", "/user/{user}/*"]) assert.equal(patternProblem(text), undefined);
});
