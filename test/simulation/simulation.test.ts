import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildRoot } from "../support/project-root.js";
import { mutated } from "./mutation.js";
import { MUTATIONS } from "./mutations.js";
import { runSeed } from "./run-story.js";
import { SimulatedCloud } from "./simulated-cloud.js";

// The share of `npm test`; more is run by `npm run simulate`.

/** No further story is begun after so long. On a quiet machine some 60 stories are told in it. */
const SHARE_MS = 5_000;
const MIN_STORIES = 8;

test("whatever happens to a cloud, all is right soon after, nothing is lost untold, and nothing stays behind", async () => {
  const startedMs = performance.now();
  for (let seed = 1; seed <= MIN_STORIES || performance.now() - startedMs < SHARE_MS; seed += 1) {
    const { problems, story } = await runSeed(seed);
    assert.deepEqual(problems, [], `npm run simulate -- --seed ${seed} --verbose\n${story.join("\n")}`);
  }
});

test("a seed tells the same story twice, and another seed another", async () => {
  const [once, again, other] = [await runSeed(4_711), await runSeed(4_711), await runSeed(4_712)];
  assert.ok(once.story.length > 50);
  assert.deepEqual(again.story, once.story);
  assert.equal(again.hash, once.hash);
  assert.notEqual(other.hash, once.hash);
});

test("five nodes that start at once, each knowing the next, form a mesh", async () => {
  const cloud = new SimulatedCloud({ seed: 1, nodes: 5, discovery: "ring" });
  cloud.startAll();
  await cloud.run(5_000);
  assert.equal(cloud.memberProblem(), undefined);
});

test("a partition is noticed by every pair that it cuts within 3 s, and heals with one left and one joined each", async () => {
  for (const seed of [1, 2, 3]) {
    const cloud = new SimulatedCloud({ seed, nodes: 5 });
    cloud.startAll();
    await cloud.run(10_000 + cloud.random.between(0, 1_000));
    for (const node of cloud.alive) node.news.length = 0;
    cloud.partition([0, 1], [2, 3, 4]);
    await cloud.run(3_000);
    for (const node of cloud.alive) assert.equal(node.members.size, node.index < 2 ? 1 : 2, `${seed} ${node.name}`);
    await cloud.run(cloud.random.between(0, 60_000));
    cloud.heal();
    await cloud.run(20_000);
    assert.equal(cloud.memberProblem(), undefined);
    for (const node of cloud.alive) {
      const told = (what: string) => node.news.filter((news) => news.what === what).length;
      const lost = node.index < 2 ? 3 : 2;
      assert.deepEqual([told("left"), told("joined")], [lost, lost], `${seed} ${node.name}`);
    }
  }
});

test("a link that came back in the same session is watched for silence like one that never broke", async () => {
  for (const linkEncoding of ["protobuf", "json"] as const) {
    const cloud = new SimulatedCloud({ seed: 1, nodes: 2, options: () => ({ oort: { linkEncoding } }) });
    const [north, south] = [cloud.start(0), cloud.start(1)];
    await cloud.run(5_000);
    cloud.network.break(north.url, south.url);
    await cloud.run(2_000);
    assert.ok(north.news.some(({ what }) => what === "recovered"));
    assert.ok(north.news.every(({ what }) => what !== "gap"));
    const broken = cloud.network.break(north.url, south.url, "server");
    assert.equal(broken.length, 1);
    await cloud.run(3_000);
    assert.ok(!broken[0]!.isHalfOpen, linkEncoding);
    await cloud.run(5_000);
    assert.equal(cloud.memberProblem(), undefined);
  }
});

test("every planted bug still finds its place in the code", () => {
  const names = MUTATIONS.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, "names are unique");
  assert.ok(names.length >= 12);
  const stale = MUTATIONS.flatMap((mutation) => {
    const compiled = readFileSync(join(buildRoot, mutation.file.replace(/\.ts$/, ".js")), "utf8");
    try {
      assert.notEqual(mutated(compiled, mutation), compiled);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  assert.deepEqual(stale, [], "change `find` in test/simulation/mutations.ts to what the code says now");
});

test("a mutation replaces one piece of text, however it is broken into lines, and nothing that is not there once", () => {
  const mutation = { name: "m", file: "f.ts", find: "if (a) b();", replace: "$&", why: "" };
  assert.equal(mutated("x; if (a)\n    b(); y;", mutation), "x; $& y;");
  assert.throws(() => mutated("if (a) b(); if (a) b();", mutation), /occurs 2 times in f\.ts/);
  assert.throws(() => mutated("if (a) c();", mutation), /occurs 0 times/);
});
