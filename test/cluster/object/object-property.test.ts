import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { MapShape, type MapUpdate } from "../../../cluster/object/map-shape.js";
import { chunksOf, ObjectPart, type PartStatement, printWhole } from "../../../cluster/object/object-part.js";
import { type LinkStep, linkSteps, playLinks } from "../../support/link-steps.js";
import { Simulation } from "./object-simulation.js";

const URL = "http://north.example:8080/cometd";
const SHAPE = new MapShape<string, number>("string");
const LIMITS = { maxPartEntries: 1_000, maxPartBytes: 100_000, maxQueuedUpdates: 1_000 };
const KEYS = ["a", "b", "__proto__"];

type Update = MapUpdate<string, number>;

const update: fc.Arbitrary<Update> = fc.record({
  action: fc.constantFrom("oort.map.put" as const, "oort.map.put.absent" as const, "oort.map.remove" as const),
  key: fc.constantFrom(...KEYS),
  value: fc.nat(9),
});

/** All that an owner says in one run: each update as an item; and the whole after each, in one message or in chunks. */
function statementsOf(updates: readonly Update[], incarnation: number | undefined) {
  const value = SHAPE.empty();
  const items: PartStatement[] = [];
  const wholes: PartStatement[][] = [];
  const whole = (version: number): PartStatement[] => {
    const wire = SHAPE.write(value);
    const stamp = { url: URL, version, incarnation };
    if (version % 2 === 0)
      return [{ kind: "whole", ...stamp, value: wire, note: undefined, isPush: false, peer: undefined }];
    const texts = chunksOf(printWhole(wire, undefined), 9);
    return texts.map((text, index) => ({ kind: "chunk", ...stamp, text, index, count: texts.length }));
  };
  wholes.push(whole(0));
  for (const [index, one] of updates.entries()) {
    SHAPE.apply(value, one);
    items.push({ kind: "item", url: URL, version: index + 1, incarnation, ...SHAPE.writeItem(one) });
    wholes.push(whole(index + 1));
  }
  return { truth: value, items, wholes };
}

type Item = { key: string; value: number | undefined };

/** What listeners are told, applied to a map of their own. */
function follow(
  told: Map<string, number>,
  changes: ReturnType<ObjectPart<Map<string, number>, Update, unknown>["hear"]>,
) {
  for (const change of changes.changes) {
    const items = change.kind === "whole" ? (change.items as Item[]) : [change.change as Item];
    for (const { key, value } of items) {
      if (value === undefined) told.delete(key);
      else told.set(key, value);
    }
  }
}

test("all updates and any whole value, in any order and any number of times, lead to what the owner has", () => {
  const run = fc.record({
    updates: fc.array(update, { minLength: 1, maxLength: 12 }),
    wholesAt: fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
    repeated: fc.array(fc.nat(60), { maxLength: 8 }),
    order: fc.infiniteStream(fc.nat()),
    incarnation: fc.constantFrom(undefined, 7),
  });
  fc.assert(
    fc.property(run, ({ updates, wholesAt, repeated, order, incarnation }) => {
      const { truth, items, wholes } = statementsOf(updates, incarnation);
      const said = [...items, ...wholesAt.flatMap((at) => wholes[at % wholes.length]!)];
      for (const index of repeated) said.push(said[index % said.length]!);
      const shuffled = said.map((statement) => ({ statement, key: order.next().value as number }));
      const part = new ObjectPart(SHAPE, LIMITS);
      let version = -1;
      for (const { statement } of shuffled.sort((a, b) => a.key - b.key)) {
        part.hear(statement);
        assert.ok(part.version >= version, "older news never undoes newer");
        version = part.version;
        if (version >= 0) assert.deepEqual(part.value, statementsOf(updates.slice(0, version), incarnation).truth);
      }
      // A chunked whole may never have been complete before a newer one displaced it: then the last one mends it.
      if (part.version < 0) for (const statement of wholes[0]!) part.hear(statement);
      assert.deepEqual(part.value, truth);
      assert.ok(part.isComplete);
      assert.equal(part.queuedUpdates, 0);
      for (const statement of said) assert.deepEqual(part.hear(statement).changes, [], "all of it is old by now");
    }),
    { numRuns: 1_000 },
  );
});

test("one whole value makes good any loss before it, and what is older than it changes nothing", () => {
  const run = fc.record({
    updates: fc.array(update, { minLength: 1, maxLength: 12 }),
    lost: fc.array(fc.nat(11)),
    late: fc.array(fc.nat(11)),
    incarnation: fc.constantFrom(undefined, 7),
  });
  fc.assert(
    fc.property(run, ({ updates, lost, late, incarnation }) => {
      const { truth, items, wholes } = statementsOf(updates, incarnation);
      const part = new ObjectPart(SHAPE, LIMITS);
      const told = new Map<string, number>();
      for (const statement of wholes[0]!) follow(told, part.hear(statement));
      items.forEach((item, index) => {
        if (lost.includes(index)) return;
        const heard = part.hear(item);
        follow(told, heard);
        assert.equal(
          heard.isGap,
          lost.some((at) => at < index),
          "a gap shows with the next update",
        );
      });
      for (const statement of wholes.at(-1)!) follow(told, part.hear(statement));
      for (const index of late) {
        for (const old of [items[index], ...(wholes[index] ?? [])]) {
          if (old !== undefined && old.version < updates.length) assert.deepEqual(part.hear(old).changes, []);
        }
      }
      assert.deepEqual(part.value, truth);
      assert.deepEqual(told, truth, "what listeners were told");
      assert.ok(part.isComplete);
    }),
    { numRuns: 1_000 },
  );
});

test("an earlier run of a node never speaks for a later one, whatever its version", () => {
  const updates = fc.array(update, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(updates, updates, fc.infiniteStream(fc.boolean()), (before, after, turn) => {
      const old = statementsOf(before, 1);
      const young = statementsOf(after, 2);
      const part = new ObjectPart(SHAPE, LIMITS);
      // Half of what the old run said is known, and what is beyond it waits.
      for (const statement of old.wholes[Math.floor(before.length / 2)]!) part.hear(statement);
      for (const item of old.items.slice(Math.floor(before.length / 2) + 1)) part.hear(item);
      const late = [...old.items, ...old.wholes.flat()];
      const rest = [...young.wholes[0]!, ...young.items];
      part.hear(rest.shift()!);
      while (rest.length > 0 || late.length > 0) {
        const from = rest.length > 0 && (turn.next().value || late.length === 0) ? rest : late;
        part.hear(from.shift()!);
      }
      assert.deepEqual(part.value, young.truth);
    }),
    { numRuns: 500 },
  );
});

type Step =
  | { readonly what: "put" | "remove"; readonly node: number; readonly key: number; readonly value: number }
  | { readonly what: "set"; readonly node: number; readonly values: readonly number[] }
  | { readonly what: "replace"; readonly node: number; readonly other: number }
  | { readonly what: "restart"; readonly node: number }
  | LinkStep;

const node = fc.nat(3);

function steps(withLosses: boolean): fc.Arbitrary<Step[]> {
  const { deliver, lose, openOrClose, wait } = linkSteps(4);
  const all: fc.WeightedArbitrary<Step>[] = [
    { weight: 8, arbitrary: deliver },
    { weight: 5, arbitrary: fc.record({ what: fc.constant("put" as const), node, key: fc.nat(5), value: fc.nat(99) }) },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant("remove" as const), node, key: fc.nat(5), value: fc.nat() }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("set" as const), node, values: fc.array(fc.nat(9)) }) },
    { weight: 4, arbitrary: openOrClose },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("replace" as const), node, other: node }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("restart" as const), node }) },
    { weight: 2, arbitrary: wait(3_000) },
  ];
  if (withLosses) all.push({ weight: 2, arbitrary: lose });
  return fc.array(fc.oneof(...all), { maxLength: 60 });
}

async function play(sim: Simulation, story: readonly Step[]): Promise<void> {
  for (const step of story) {
    switch (step.what) {
      case "put":
        sim.node(step.node).put(`k${step.key}`, step.value);
        break;
      case "remove":
        sim.node(step.node).remove(`k${step.key}`);
        break;
      case "set":
        sim.node(step.node).setAll(step.values.map((value, index) => [`k${index}`, value] as const));
        break;
      case "replace":
        sim.replace(sim.node(step.node), sim.node(step.other));
        break;
      case "restart":
        sim.restart(sim.node(step.node));
        break;
      default:
        await playLinks(sim, step);
    }
    await sim.clock.settle();
  }
}

const RUNS = 250;

/** Plays a story, lets all be linked and quiet again, and looks. */
async function assertEndsEqual(sim: Simulation, story: readonly Step[]): Promise<void> {
  sim.openAll();
  await play(sim, story);
  sim.openAll();
  await sim.settle(25_000, 500);
  sim.assertEqual();
}

test("after any story of updates, losses, cuts and restarts all nodes have the same, and told just that", async () => {
  const story = fc.asyncProperty(steps(true), (played) => assertEndsEqual(new Simulation(4), played));
  await fc.assert(story, { numRuns: RUNS });
});

test("with nodes that know nothing of ours it is the same, as long as what is lost is lost with its link", async () => {
  const isJava = (index: number) => index % 2 === 1;
  const story = fc.asyncProperty(steps(false), (played) => assertEndsEqual(new Simulation(4, isJava), played));
  await fc.assert(story, { numRuns: RUNS });
});
