import assert from "node:assert/strict";
import { test } from "node:test";
import { NOT_ON_THE_WIRE, PARTLY_NOT_ON_THE_WIRE } from "./not-on-the-wire.js";
import { RULES } from "./table.js";

/** The numbered sections of spec/bayeux.md: a number with how many subsections it has. */
const SECTIONS: Readonly<Record<number, number>> = {
  ...{ 1: 0, 2: 0, 3: 2, 4: 0, 5: 4, 6: 7, 7: 0, 8: 4, 9: 0, 10: 0, 11: 0, 12: 4, 13: 5, 14: 6, 15: 0, 16: 6 },
  ...{ 17: 0, 18: 0, 19: 0, 20: 0, 21: 7, 22: 0, 23: 0, 24: 0, 25: 4, 26: 0, 27: 2, 28: 0, 29: 0, 30: 0 },
};

/** Where there are subsections, they are what has rules. */
const NUMBERED = Object.entries(SECTIONS).flatMap(([number, count]) =>
  count === 0 ? [number] : Array.from({ length: count }, (_, index) => `${number}.${index + 1}`),
);

/** `4 step 6, 10, DESIGN 4.6` are rules of the sections 4 and 10; `29.4` is the fourth point of section 29. */
function sectionsOf(clause: string): string[] {
  const cited = clause.split(", ").flatMap((part) => /^\d+(\.\d+)?/.exec(part)?.[0] ?? []);
  return cited.map((number) => (NUMBERED.includes(number) ? number : (number.split(".")[0] ?? "")));
}

const COVERED = new Set(RULES.flatMap(([, rules]) => rules.flatMap(({ clause }) => sectionsOf(clause))));

test("every numbered section of the specification has a rule, or a reason for having none", () => {
  const missing = NUMBERED.filter((number) => !COVERED.has(number) && NOT_ON_THE_WIRE[number] === undefined);
  assert.deepEqual(missing, []);
});

test("no section has both, and no rule is of a section that is none", () => {
  assert.deepEqual(
    Object.keys(NOT_ON_THE_WIRE).filter((number) => COVERED.has(number)),
    [],
    "has rules by now: take it out of the table",
  );
  assert.deepEqual(
    [...COVERED, ...Object.keys(NOT_ON_THE_WIRE)].filter((number) => !NUMBERED.includes(number)),
    [],
  );
  for (const number of Object.keys(PARTLY_NOT_ON_THE_WIRE)) assert.ok(COVERED.has(number), number);
});

test("no two rules of a title are the same", () => {
  for (const [title, rules] of RULES) {
    const names = rules.map(({ rule }) => rule);
    assert.deepEqual([...new Set(names)], names, title);
  }
});
