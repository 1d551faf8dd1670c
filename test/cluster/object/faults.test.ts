import assert from "node:assert/strict";
import { test } from "node:test";
import { OortList } from "../../../cluster/object/oort-list.js";
import { OortMap } from "../../../cluster/object/oort-map.js";
import { OortPrimaryCounter } from "../../../cluster/object/oort-primary-counter.js";
import type { Oort } from "../../../cluster/oort.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { ObjectCloud } from "./object-cloud.js";

/** Small parts cross in chunks here, and everything is kept that listeners were told. */
function install(oort: Oort, server: BayeuxServer) {
  const map = new OortMap<string, number>(oort, server, "map", { chunkChars: 150 });
  const list = new OortList<number>(oort, server, "list");
  const counter = new OortPrimaryCounter(oort, server, "numbers");
  const told = new Map<string, Map<string, number>>();
  map.addListener({
    entryPut: ({ url }, key, value) => void part(told, url).set(key, value),
    entryRemoved: ({ url }, key) => assert.ok(part(told, url).delete(key), `${key} of ${url} was there`),
  });
  for (const one of [map, list, counter]) one.start();
  return { map, list, counter, told };
}

function part(told: Map<string, Map<string, number>>, url: string): Map<string, number> {
  const known = told.get(url) ?? new Map<string, number>();
  told.set(url, known);
  return known;
}

type App = ReturnType<typeof install>;

/** One thing goes wrong, or somebody does something. */
function step(cloud: ObjectCloud<App>, dead: Set<number>): void {
  const { random } = cloud;
  const index = random.int(cloud.nodes.length);
  const { app, url } = cloud.node(index);
  const chance = random.fraction();
  if (chance < 0.08) {
    const other = cloud.node(random.int(cloud.nodes.length)).url;
    if (other !== url) cloud.network.cut(url, other);
  } else if (chance < 0.12) cloud.network.heal();
  else if (chance < 0.16 && !dead.has(index)) {
    dead.add(index);
    cloud.crash(index);
  } else if (chance < 0.24 && dead.has(index)) {
    dead.delete(index);
    cloud.network.heal();
    cloud.start(index);
  } else if (!dead.has(index)) {
    const key = `key-${random.int(12)}`;
    if (chance < 0.7) app.map.put(key, random.int(1_000));
    else if (chance < 0.8) app.map.remove(key);
    else if (chance < 0.82) app.map.set([...app.map.local].slice(0, 3));
    else if (chance < 0.9) app.list.add(random.int(5));
    else if (chance < 0.95) app.list.remove(random.int(5));
    else void app.counter.getAndAdd(1);
  }
}

test("after any faults, when these stop, all nodes have the same objects, told just these, and one primary", async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const cloud = await ObjectCloud.of(4, install, seed);
    const dead = new Set<number>();
    for (let n = 0; n < 250; n += 1) {
      step(cloud, dead);
      await cloud.clock.advance(cloud.random.fraction() * 300);
    }
    cloud.network.heal();
    for (const index of dead) cloud.start(index);
    await cloud.clock.advance(45_000);
    cloud.assertMesh();
    cloud.assertEqual((app) => app.map, `seed ${seed}: map`);
    cloud.assertEqual((app) => app.list, `seed ${seed}: list`);
    for (const { app, url } of cloud.nodes) {
      for (const info of app.map.infos) {
        assert.deepEqual(part(app.told, info.url), info.value, `seed ${seed}: what was told at ${url} of ${info.url}`);
      }
      assert.equal(app.map.stats.malformed + app.map.stats.forged + app.map.stats.refused, 0, `seed ${seed}`);
    }
    const primaries = cloud.nodes.map(({ app }) => app.counter.primary.primary);
    assert.ok(primaries[0] !== undefined, `seed ${seed}`);
    for (const primary of primaries) assert.deepEqual(primary, primaries[0], `seed ${seed}`);
    assert.equal(cloud.nodes.filter(({ app }) => app.counter.primary.isPrimary).length, 1);
  }
});
