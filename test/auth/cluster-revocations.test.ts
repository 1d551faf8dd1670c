import assert from "node:assert/strict";
import { test } from "node:test";
import { ClusterRevocations } from "../../auth/cluster-revocations.js";
import type { Identity } from "../../auth/identity.js";
import type { Oort } from "../../cluster/oort.js";
import { silentLogger } from "../../core/logger.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { ObjectCloud } from "../cluster/object/object-cloud.js";

const LIFE_MS = 600_000;
const OPTIONS = { maxRevocations: 50, maxTokenLifeMs: LIFE_MS, clockSkewMs: 5_000 };

interface App {
  readonly revocations: ClusterRevocations;
  /** What the node was told, by its name. */
  readonly told: string[];
}

function install(oort: Oort, server: BayeuxServer): App {
  const told: string[] = [];
  const revocations = new ClusterRevocations(oort, server, OPTIONS, {
    clock: server.clock,
    logger: silentLogger,
    revoked: (key) => told.push(key),
  });
  revocations.start();
  return { revocations, told };
}

const holder = (user: string): Identity => ({
  user,
  tokenId: undefined,
  expiresAtMs: undefined,
  claims: { iat: 1 },
  pub: undefined,
  sub: undefined,
});

const knows = (cloud: ObjectCloud<App>, index: number, user: string): boolean =>
  cloud.node(index).app.revocations.isRevoked(holder(user));

test("a node that was cut off learns what was revoked meanwhile as soon as it is back, and tells its own", async () => {
  const cloud = await ObjectCloud.of(3, install);
  cloud.isolate(2);
  await cloud.clock.advance(60_000);
  cloud.node(0).app.revocations.add({ user: "alice" });
  cloud.node(2).app.revocations.add({ user: "bob" });
  await cloud.clock.advance(1_000);
  assert.deepEqual(
    [0, 1, 2].map((index) => [knows(cloud, index, "alice"), knows(cloud, index, "bob")]),
    [
      [true, false],
      [true, false],
      [false, true],
    ],
  );
  cloud.network.heal();
  await cloud.clock.advance(45_000);
  for (const index of [0, 1, 2]) {
    assert.ok(knows(cloud, index, "alice") && knows(cloud, index, "bob"), `node ${index}`);
    assert.deepEqual([...cloud.node(index).app.told].sort(), ["user:alice", "user:bob"], "each is told once");
  }
});

test("it outlives the node that was told: one that restarts at once, and one that joins when that is gone, know", async () => {
  const cloud = await ObjectCloud.of(3, install);
  cloud.node(2).app.revocations.add({ user: "alice" });
  await cloud.clock.advance(1_000);
  cloud.crash(2);
  cloud.network.heal();
  cloud.start(2);
  await cloud.clock.advance(45_000);
  assert.ok(knows(cloud, 2, "alice"), "who began anew had forgotten");
  cloud.crash(2);
  cloud.crash(1);
  await cloud.clock.advance(120_000);
  cloud.network.heal();
  cloud.start(1);
  await cloud.clock.advance(45_000);
  assert.ok(knows(cloud, 1, "alice"));
});

test("whatever goes wrong, who knows does not forget, and when faults stop all know what any of them knows", async () => {
  for (let seed = 1; seed <= 2; seed += 1) {
    const cloud = await ObjectCloud.of(4, install, seed);
    const { random } = cloud;
    const dead = new Set<number>();
    const users = Array.from({ length: 12 }, (_, index) => `user-${index}`);
    const known = () =>
      cloud.nodes.map((_, index) => (dead.has(index) ? [] : users.filter((user) => knows(cloud, index, user))));
    for (let step = 0; step < 50; step += 1) {
      const index = random.int(4);
      const chance = random.fraction();
      if (chance < 0.15) cloud.network.cut(cloud.node(index).url, cloud.node(random.int(4)).url);
      else if (chance < 0.3) cloud.network.heal();
      else if (chance < 0.4 && dead.size < 2 && !dead.has(index)) {
        dead.add(index);
        cloud.crash(index);
      } else if (chance < 0.6 && dead.has(index)) {
        dead.delete(index);
        cloud.network.heal();
        cloud.start(index);
      } else if (!dead.has(index)) cloud.node(index).app.revocations.add({ user: users[random.int(12)]! });
      const before = known();
      await cloud.clock.advance(random.fraction() * 2_000);
      for (const [node, names] of known().entries()) {
        for (const user of before[node]!) assert.ok(names.includes(user), `seed ${seed}: node ${node} forgot ${user}`);
      }
    }
    const someKnow = new Set(known().flat());
    cloud.network.heal();
    for (const index of dead) cloud.start(index);
    dead.clear();
    await cloud.clock.advance(90_000);
    cloud.assertMesh();
    for (const [node, names] of known().entries()) {
      assert.deepEqual(names, [...someKnow].sort(byNumber), `seed ${seed}: node ${node}`);
    }
  }
});

function byNumber(a: string, b: string): number {
  return Number(a.slice(5)) - Number(b.slice(5));
}

test("it is forgotten by all when no token can be good any more, and leaves room for others", async () => {
  const cloud = await ObjectCloud.of(2, install);
  const { revocations } = cloud.node(0).app;
  for (let count = 0; count < 50; count += 1) assert.ok(revocations.add({ tokenId: `t${count}` }));
  assert.equal(revocations.add({ tokenId: "one too many" }), undefined);
  assert.ok(revocations.add({ tokenId: "t7" }), "the same again takes no room");
  await cloud.clock.advance(LIFE_MS - 60_000);
  assert.deepEqual([revocations.size, cloud.node(1).app.revocations.size], [50, 50]);
  await cloud.clock.advance(300_000);
  assert.deepEqual([revocations.size, cloud.node(1).app.revocations.size], [0, 0]);
  assert.ok(revocations.add({ tokenId: "now there is room" }));
});
