import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { InterestCover } from "../../../cluster/interest/interest-cover.js";
import { matches, parseChannel } from "../../../core/message/channel-id.js";

const NAMES = [
  "/a",
  "/a/b",
  "/a/b/c",
  "/a/c",
  "/d",
  "/*",
  "/**",
  "/a/*",
  "/a/**",
  "/a/b/*",
  "/a/b/**",
  "/d/*",
  "/d/**",
];

/** Whether every channel that `name` takes is taken by `other` as well. */
function covers(other: string, name: string): boolean {
  if (other === name) return false;
  if (!name.endsWith("*")) return matches(other, name);
  // What a wildcard takes: something right below it, and, for two stars, something deeper as well.
  const parent = name.replace(/\*+$/, "");
  const samples = name.endsWith("/**") ? [`${parent}x`, `${parent}x/y`] : [`${parent}x`];
  return samples.every((sample) => matches(other, sample));
}

test("the cover has those members that no other covers, whatever was added and deleted before", () => {
  const change = fc.record({ name: fc.constantFrom(...NAMES), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const told = new Set<string>();
      const cover = new InterestCover((name) => void (told.has(name) ? told.delete(name) : told.add(name)));
      const members = new Set<string>();
      for (const { name, isAdded } of changes) {
        if (isAdded) cover.add(parseChannel(name)!);
        else cover.delete(name);
        if (isAdded) members.add(name);
        else members.delete(name);
        const expected = [...members].filter((one) => ![...members].some((other) => covers(other, one)));
        assert.deepEqual([...cover.names].sort(), expected.sort());
        assert.deepEqual([...told].sort(), expected, "told of each change once");
        for (const one of NAMES) assert.equal(cover.has(one), members.has(one));
      }
    }),
    { numRuns: 500 },
  );
});
