import assert from "node:assert/strict";
import { test } from "node:test";
import { sum } from "../../../cluster/object/merger.js";
import { OortList } from "../../../cluster/object/oort-list.js";
import { OortMap } from "../../../cluster/object/oort-map.js";
import { OortObject } from "../../../cluster/object/oort-object.js";
import { numberValue } from "../../../cluster/object/value-kind.js";
import type { Oort } from "../../../cluster/oort.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { type CloudNode, ObjectCloud } from "./object-cloud.js";

type Node = CloudNode<ReturnType<typeof install>>;

/** A map, a list and a plain value on each node, started with it. */
function install(oort: Oort, server: BayeuxServer) {
  const users = new OortObject(oort, server, "users", numberValue);
  const rooms = new OortMap<string, unknown>(oort, server, "rooms");
  const tags = new OortList<string>(oort, server, "tags");
  const events: string[] = [];
  users.addListener({
    updated: (info, old) => void events.push(`users ${info.url} ${old}>${info.value}`),
    removed: (info) => void events.push(`users ${info.url} gone ${info.value}`),
  });
  rooms.addListener({
    entryPut: (info, key, value, old) =>
      void events.push(`room ${info.url} ${key} ${JSON.stringify(old)}>${JSON.stringify(value)}`),
    entryRemoved: (info, key) => void events.push(`room ${info.url} ${key} gone`),
  });
  for (const object of [users, rooms, tags]) object.start();
  return { users, rooms, tags, events };
}

test("what one node sets, puts and adds is on all nodes, and mergers make one value of it", async () => {
  const cloud = await ObjectCloud.of(3, install);
  for (const [index, { app }] of cloud.nodes.entries()) {
    app.users.set(10 + index);
    app.rooms.put(`room-${index}`, { open: true });
    app.tags.add("common", `only-${index}`);
  }
  await cloud.clock.advance(500);
  cloud.assertEqual((app) => app.users);
  cloud.assertEqual((app) => app.rooms);
  cloud.assertEqual((app) => app.tags);
  const { app } = cloud.node(2);
  assert.equal(app.users.merge(sum), 33);
  assert.deepEqual(app.rooms.find("room-0"), { open: true });
  assert.equal(app.rooms.get("room-0"), undefined, "it is another node's");
  assert.equal(app.rooms.findInfo("room-1")?.url, cloud.node(1).url);
  assert.deepEqual([...app.rooms.merged.keys()], ["room-0", "room-1", "room-2"]);
  assert.ok(app.tags.isPresent("only-1") && !app.tags.contains("only-1"));
  assert.deepEqual(app.tags.merged, ["common", "only-0", "common", "only-1", "common", "only-2"]);
});

test("a node that joins later has everything, and everybody has its part", async () => {
  const cloud = await ObjectCloud.of(2, install);
  cloud.node(0).app.rooms.put("old", 1);
  cloud.start(2).app.rooms.put("new", 2);
  await cloud.clock.advance(3_000);
  for (const { app } of cloud.nodes) assert.deepEqual([...app.rooms.merged.keys()].sort(), ["new", "old"]);
  cloud.assertEqual((app) => app.rooms);
  assert.deepEqual(
    cloud.node(2).app.events.filter((event) => event.startsWith("room http://node-0")),
    [`room ${cloud.node(0).url} old undefined>1`],
    "told once, however often it was sent",
  );
});

test("an object that is started when the cloud has formed catches up, and one that stops takes its part along", async () => {
  const cloud = await ObjectCloud.of(3, (oort, server) => new OortMap<string, number>(oort, server, "late"));
  cloud.node(0).app.put("early", 1); // before it runs: there is a part to be told
  for (const { app } of cloud.nodes) {
    app.start();
    await cloud.clock.advance(1_000);
  }
  cloud.assertEqual((app) => app);
  assert.equal(cloud.node(2).app.find("early"), 1);
  const gone: string[] = [];
  cloud.node(2).app.addListener({ entryRemoved: (info, key) => void gone.push(`${info.url} ${key}`) });
  cloud.node(0).app.stop();
  await cloud.clock.advance(1_000);
  assert.deepEqual(gone, [`${cloud.node(0).url} early`]);
  assert.equal(cloud.node(1).app.find("early"), undefined);
  cloud.node(0).app.start();
  await cloud.clock.advance(1_000);
  cloud.assertEqual((app) => app, "started again");
  assert.equal(cloud.node(1).app.find("early"), 1);
});

test("while the cloud is parted each half goes on with its own nodes, and the whole comes back when it heals", async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const cloud = await ObjectCloud.of(4, install, seed);
    for (const [index, { app }] of cloud.nodes.entries()) app.rooms.put(`of-${index}`, index);
    await cloud.clock.advance(500);
    cloud.isolate(0, 1);
    await cloud.clock.advance(4_000);
    assert.deepEqual([...cloud.node(0).app.rooms.merged.keys()], ["of-0", "of-1"], `seed ${seed}`);
    assert.deepEqual([...cloud.node(3).app.rooms.merged.keys()], ["of-2", "of-3"], `seed ${seed}`);
    cloud.node(0).app.rooms.put("of-0", "changed");
    cloud.node(3).app.rooms.remove("of-3");
    cloud.node(3).app.users.set(5);
    await cloud.clock.advance(cloud.random.fraction() * 20_000);
    cloud.network.heal();
    await cloud.clock.advance(15_000);
    cloud.assertMesh();
    cloud.assertEqual((app) => app.rooms, `seed ${seed}`);
    cloud.assertEqual((app) => app.users, `seed ${seed}`);
  }
});

test("a node that crashes and is back, soon or late, has its new part everywhere and nothing of its old one", async () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const cloud = await ObjectCloud.of(3, install, seed);
    for (let n = 0; n < 10; n += 1) cloud.node(1).app.rooms.put(`old-${n}`, n);
    await cloud.clock.advance(500);
    cloud.crash(1);
    await cloud.clock.advance(cloud.random.fraction() * 6_000);
    cloud.network.heal();
    // Fewer updates than in the run before: a lower version that must win all the same.
    cloud.start(1).app.rooms.put("new", seed);
    await cloud.clock.advance(10_000);
    cloud.assertMesh();
    cloud.assertEqual((app) => app.rooms, `seed ${seed}`);
    assert.deepEqual([...cloud.node(0).app.rooms.merged.keys()], ["new"], `seed ${seed}`);
    const told = cloud.node(0).app.events.filter((event) => event.startsWith(`room ${cloud.node(1).url} new`));
    assert.equal(told.length, 1, `seed ${seed}: ${told.join("; ")}`);
  }
});

test("a part too large for one message crosses in chunks, as it changes meanwhile", async () => {
  const options = { chunkChars: 500 };
  const cloud = await ObjectCloud.of(3, (oort, server) => {
    const map = new OortMap<string, string>(oort, server, "large", options);
    map.start();
    return map;
  });
  const { app } = cloud.node(0);
  app.set(Array.from({ length: 200 }, (_, n) => [`key-${n}`, `${n} "quoted" 😀`] as const));
  for (let n = 0; n < 40; n += 1) {
    app.put(`key-${n}`, "changed");
    app.put("huge", "x".repeat(600 + n)); // an entry that is too large for one message itself
    await cloud.clock.advance(20);
  }
  await cloud.clock.advance(15_000);
  cloud.assertEqual((map) => map);
  assert.equal(cloud.node(1).app.find("key-39"), "changed");
  assert.ok(app.stats.chunksOut > 20, `${app.stats.chunksOut} chunks`);
  const late = cloud.start(3);
  await cloud.clock.advance(15_000);
  assert.equal(late.app.find("key-199"), '199 "quoted" 😀');
  cloud.assertEqual((map) => map, "with a new node");
});

test("a listener that changes something itself sees and causes everything in order", async () => {
  const cloud = await ObjectCloud.of(2, (oort, server) => {
    const app = install(oort, server);
    // What this hears in the turn of a publication makes the next one, before the peers have got the first.
    const local = server.newLocalSession("app");
    void local.handshake();
    local.subscribe("/oort/objects/rooms", () => {
      const { size } = app.rooms.local;
      if (size > 0 && size < 4) app.rooms.put(`more-${size}`, true);
    });
    return app;
  });
  const [one, two] = cloud.nodes as [(typeof cloud.nodes)[0], (typeof cloud.nodes)[0]];
  const seen: unknown[] = [];
  one.app.users.addListener({
    updated: ({ isLocal, value }) => void (isLocal && value < 5 && one.app.users.set(value + 1)),
  });
  one.app.users.addListener({ updated: ({ isLocal, value }) => void (isLocal && seen.push(value)) });
  one.app.users.set(1);
  one.app.rooms.put("first", true);
  await cloud.clock.advance(500);
  assert.deepEqual(seen, [1, 2, 3, 4, 5]);
  cloud.assertEqual((app) => app.users);
  cloud.assertEqual((app) => app.rooms);
  assert.equal(two.app.rooms.merged.size, 4);
  assert.equal(two.app.rooms.stats.pulls, 0, "no gap was seen");
});

test("keys and values that mean something to JavaScript are only that", async () => {
  const cloud = await ObjectCloud.of(2, install);
  const { rooms } = cloud.node(0).app;
  for (const key of ["__proto__", "constructor", "toString", ""]) rooms.put(key, { __proto__: null, polluted: key });
  await cloud.clock.advance(500);
  cloud.assertEqual((app) => app.rooms);
  assert.deepEqual(cloud.node(1).app.rooms.find("__proto__"), { polluted: "__proto__" });
  rooms.set(rooms.local); // the same as a whole
  await cloud.clock.advance(500);
  cloud.assertEqual((app) => app.rooms);
  assert.equal(cloud.node(1).app.rooms.find("__proto__") !== undefined, true);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
});

test("what JSON cannot carry is refused where it is handed in, and keys are of one kind", async () => {
  const cloud = await ObjectCloud.of(2, (oort, server) => {
    const map = new OortMap<number, unknown>(oort, server, "numbers", { keys: "number" });
    map.start();
    return map;
  });
  const { app } = cloud.node(0);
  for (const value of [undefined, null, () => {}, Symbol("no")]) assert.throws(() => app.put(1, value), TypeError);
  for (const key of [1.5, Number.NaN, "1", 2 ** 60]) assert.throws(() => app.put(key as number, 1), TypeError);
  assert.equal(app.local.size, 0);
  app.put(-7, "minus seven");
  app.put(2 ** 53 - 1, "much");
  app.set(app.local);
  app.put(0, "zero");
  await cloud.clock.advance(500);
  cloud.assertEqual((map) => map);
  assert.deepEqual([...cloud.node(1).app.merged.keys()], [-7, 2 ** 53 - 1, 0]);
  const value = { changed: "no" };
  app.put(1, value);
  value.changed = "later";
  await cloud.clock.advance(500);
  assert.deepEqual(cloud.node(1).app.find(1), { changed: "no" });
  cloud.assertEqual((map) => map);
});

test("two objects of one name cannot run at one node, and a name must be legal in a channel", async () => {
  const cloud = await ObjectCloud.of(1 + 1, install);
  const { oort, server } = cloud.node(0);
  assert.throws(() => new OortMap(oort, server, "rooms").start(), /runs already/);
  for (const name of ["", "*", "a/**", "ä", "a//b"]) assert.throws(() => new OortList(oort, server, name), RangeError);
  assert.throws(() => new OortList(oort, server, "tags", { chunkChars: 0 }), /object\.chunkChars/);
});

test("only nodes of the cloud are heard: not a session of this server, nor a node about another's part", async () => {
  const cloud = await ObjectCloud.of(3, install);
  const [one, two, three] = cloud.nodes as [Node, Node, Node];
  const forged = {
    "oort.info.url": two.url,
    "oort.info.name": "rooms",
    "oort.info.object": { forged: true },
    "oort.info.version": 99,
    "oortbus.incarnation": cloud.clock.now(),
  };
  const local = one.server.newLocalSession("app");
  await local.handshake();
  for (const channel of ["/oort/objects/rooms", "/service/oort/objects/rooms"]) {
    await local.publish(channel, forged);
    void three.oort.publishTo(one.url, channel, forged);
  }
  await cloud.clock.advance(500);
  assert.equal(one.app.rooms.stats.forged, 4);
  for (const { app } of cloud.nodes) assert.equal(app.rooms.find("forged"), undefined);
});
