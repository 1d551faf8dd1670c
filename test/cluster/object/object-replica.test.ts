import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type EntryChange, MapShape, type MapUpdate } from "../../../cluster/object/map-shape.js";
import { type ObjectMessage, writeObjectMessage } from "../../../cluster/object/object-message.js";
import { type ObjectOptionsInput, objectOptions } from "../../../cluster/object/object-options.js";
import { ObjectReplica } from "../../../cluster/object/object-replica.js";
import { ObjectStats } from "../../../cluster/object/object-stats.js";
import { silentLogger } from "../../../core/logger.js";
import { FakeClock } from "../../support/fake-clock.js";

const ALPHA = "http://alpha.example:8080/cometd";
const BETA = "http://beta.example:8080/cometd";
const JAVA = "http://java.example:8080/cometd";

type Sent = { readonly to: string; readonly message: ObjectMessage };

/** Alpha's copy of a map, with beta as a node of our own kind and another that is Java's. */
function startReplica(t: TestContext, options: ObjectOptionsInput = {}) {
  const clock = new FakeClock();
  const stats = new ObjectStats();
  const sent: Sent[] = [];
  const events: string[] = [];
  const tell = (url: string, { key, value }: EntryChange<string, unknown>) =>
    void events.push(`${new URL(url).hostname.split(".")[0]} ${key}=${JSON.stringify(value)}`);
  const replica = new ObjectReplica<Map<string, unknown>, MapUpdate<string, unknown>, EntryChange<string, unknown>>(
    "rooms",
    ALPHA,
    new MapShape<string, unknown>("string"),
    new Map(),
    {
      share: (message, toOwnKind) => {
        if (message === toOwnKind) return void sent.push({ to: "all", message: toOwnKind });
        if (message !== undefined) sent.push({ to: "java nodes", message });
        sent.push({ to: "own kind", message: toOwnKind });
      },
      send: async (to, message) => {
        sent.push({ to, message });
        return true;
      },
      isOwnKind: (url) => url === BETA,
    },
    {
      updated: ({ url }, _old, changes) => {
        for (const change of changes) tell(url, change);
      },
      changed: ({ url }, change) => tell(url, change),
      removed: ({ url }, changes) => {
        for (const change of changes) tell(url, change);
      },
    },
    { clock, logger: silentLogger, stats, options: objectOptions.parse(options) },
  );
  replica.start(500);
  t.after(() => replica.stop());
  return {
    clock,
    replica,
    stats,
    /** What was sent since it was asked last: to whom, and the data. */
    take: () => sent.splice(0).map(({ to, message }) => ({ to, ...writeObjectMessage(message, "rooms") })),
    events: () => events.splice(0),
    put: (key: string, value: unknown) => replica.update({ action: "oort.map.put", key, value }),
    hear: (message: ObjectMessage, from?: string) => replica.heard(writeObjectMessage(message, "rooms"), from),
  };
}

const WHOLE = { kind: "whole", note: undefined, isPush: false, peer: undefined } as const;
const OWN = { "oort.info.url": ALPHA, "oort.info.name": "rooms", "oortbus.incarnation": 500 };

function item(url: string, version: number, key: string, value: unknown, incarnation?: number): ObjectMessage {
  const object = { "oort.map.key": key, "oort.map.value": value };
  return { kind: "item", url, version, incarnation, type: "oort.map.entry", action: "oort.map.put", object };
}

test("who joins gets our part as a push, and a push draws one answer, also when it is old news", (t) => {
  const { replica, take, hear, put } = startReplica(t);
  put("a", 1);
  take();
  replica.joined(JAVA, undefined);
  const push = { ...OWN, "oort.info.object": { a: 1 }, "oort.info.version": 1, "oort.info.action": "oort.object.push" };
  assert.deepEqual(take(), [{ to: JAVA, ...push }]);
  const theirs = { ...WHOLE, url: JAVA, version: 3, incarnation: undefined, value: { j: 1 }, isPush: true };
  for (let n = 0; n < 2; n += 1) {
    hear(theirs, JAVA);
    assert.deepEqual(take(), [{ to: JAVA, ...push, "oort.info.peer": JAVA }]);
  }
  hear({ ...theirs, version: 4, peer: ALPHA }, JAVA);
  assert.deepEqual(take(), [], "an answer draws none");
});

test("a share from a member that was not known introduces us; a second one does not", (t) => {
  const { replica, take, hear } = startReplica(t);
  replica.joined(JAVA, undefined);
  take();
  const share = { ...WHOLE, url: JAVA, incarnation: undefined, value: {} };
  hear({ ...share, version: 0 });
  assert.deepEqual(
    take().map((one) => [one.to, "oort.info.peer" in one && one["oort.info.peer"]]),
    [[JAVA, JAVA]],
  );
  hear({ ...share, version: 1 });
  assert.deepEqual(take(), []);
});

test("a gap is pulled at once and patiently, until the whole part has come; then what waited follows", async (t) => {
  const { replica, take, hear, events, clock, stats } = startReplica(t);
  replica.joined(JAVA, undefined);
  hear({ ...WHOLE, url: JAVA, version: 1, incarnation: undefined, value: { a: 1 }, peer: ALPHA, isPush: true }, JAVA);
  take();
  events();
  hear(item(JAVA, 3, "c", 3));
  const pull = { "oort.info.url": ALPHA, "oort.info.name": "rooms", "oort.info.action": "oort.object.pull" };
  assert.deepEqual(take(), [{ to: JAVA, ...pull }]);
  hear(item(JAVA, 4, "d", 4));
  assert.deepEqual(take(), [], "asked once");
  assert.deepEqual(events(), [], "nothing is told before its time");
  await clock.advance(1_600);
  assert.deepEqual(take(), [
    { to: JAVA, ...pull },
    { to: JAVA, ...pull },
  ]);
  const answer = { ...WHOLE, url: JAVA, incarnation: undefined, isPush: true, peer: ALPHA };
  hear({ ...answer, version: 2, value: { a: 1, b: 2 } }, JAVA);
  assert.deepEqual(events(), ["java b=2", "java c=3", "java d=4"]);
  await clock.advance(60_000);
  assert.deepEqual(
    take().filter(({ to }) => to === JAVA),
    [],
  );
  assert.equal(stats.pulls, 3);
});

test("a node of our kind that tells a version we do not have is asked, when it has had time to come by itself", async (t) => {
  const { replica, take, hear, clock } = startReplica(t);
  replica.joined(BETA, 900);
  hear({ ...WHOLE, url: BETA, version: 1, incarnation: 900, value: {}, peer: ALPHA, isPush: true }, BETA);
  take();
  hear({ kind: "announce", url: BETA, version: 2, incarnation: 900 });
  assert.deepEqual(take(), []);
  await clock.advance(500);
  assert.deepEqual(
    take().map(({ to }) => to),
    [BETA],
  );
});

test("when something of a Java node may be lost it is asked once; our kind tells its version by itself", async (t) => {
  const { replica, take, hear, clock } = startReplica(t);
  replica.joined(JAVA, undefined);
  replica.joined(BETA, 900);
  for (const [url, incarnation] of [
    [JAVA, undefined],
    [BETA, 900],
  ] as const) {
    hear({ ...WHOLE, url, version: 1, incarnation, value: {}, peer: ALPHA, isPush: true }, url);
  }
  take();
  for (const url of [JAVA, BETA, "http://stranger.example/cometd"]) replica.gap(url);
  await clock.advance(5_000);
  assert.deepEqual(
    take().map(({ to }) => to),
    [JAVA],
  );
});

test("a member that says nothing is asked a few times only: perhaps it has no such object", async (t) => {
  const { replica, stats, clock } = startReplica(t);
  replica.joined(BETA, 900);
  await clock.advance(3_600_000);
  assert.equal(stats.pulls, 5);
  assert.equal(replica.isComplete, true);
});

test("a node that is no member has no part, and of a member's earlier run nothing is taken", (t) => {
  const { replica, hear, stats } = startReplica(t);
  hear({ ...WHOLE, url: BETA, version: 9, incarnation: 800, value: { old: 1 } });
  replica.joined(BETA, 900);
  hear({ ...WHOLE, url: BETA, version: 9, incarnation: 800, value: { old: 1 } });
  assert.equal(replica.info(BETA), undefined);
  assert.equal(stats.stale, 2);
  hear({ ...WHOLE, url: BETA, version: 0, incarnation: 901, value: { young: 1 } });
  assert.deepEqual(replica.info(BETA)?.value, new Map([["young", 1]]));
  replica.left(BETA);
  hear({ ...WHOLE, url: BETA, version: 5, incarnation: 901, value: { late: 1 } });
  assert.equal(replica.info(BETA), undefined);
});

test("a large part goes to Java whole, and to our kind as a word that it is there", async (t) => {
  const { replica, take, put, clock } = startReplica(t, { chunkChars: 100 });
  replica.joined(JAVA, undefined);
  replica.joined(BETA, 900);
  take();
  const huge = "x".repeat(150);
  put("huge", huge);
  const announce = { ...OWN, "oort.info.version": 1, "oort.info.action": "oortbus.announce" };
  const sent = take();
  assert.deepEqual(sent[0]?.["oort.info.object" as never], { "oort.map.key": "huge", "oort.map.value": huge });
  assert.deepEqual([sent[0]?.to, sent[1]], ["java nodes", { to: "own kind", ...announce }]);
  replica.heard({ "oort.info.url": BETA, "oort.info.name": "rooms", "oort.info.action": "oort.object.pull" }, BETA);
  await clock.settle();
  const chunks = take();
  assert.equal(chunks.length, 2);
  const text = chunks.map((chunk) => String(chunk["oort.info.object" as never])).join("");
  assert.deepEqual(JSON.parse(text), { value: { huge } });
});

test("what makes no sense, and what somebody says of another's part, is counted and changes nothing", (t) => {
  const { replica, stats, take, events } = startReplica(t);
  replica.joined(BETA, 900);
  take();
  const good = { "oort.info.url": BETA, "oort.info.name": "rooms", "oort.info.version": 1, "oort.info.object": {} };
  const bad: unknown[] = [
    undefined,
    null,
    [],
    "text",
    {},
    { ...good, "oort.info.name": "other" },
    { ...good, "oort.info.url": 7 },
    { ...good, "oort.info.version": undefined },
    { ...good, "oort.info.version": "1" },
    { ...good, "oort.info.version": 1.5 },
    { ...good, "oort.info.version": -1 },
    { ...good, "oort.info.version": 2 ** 60 },
    { ...good, "oort.info.action": "oort.object.burn" },
    { ...good, "oort.info.action": 5 },
    { ...good, "oort.info.object": undefined },
    { ...good, "oort.info.object": [] },
    { ...good, "oort.info.object": { a: null } },
    { ...good, "oort.info.type": "oort.list.element", "oort.info.action": "oort.list.add", "oort.info.object": [1] },
    { ...good, "oort.info.type": "oort.map.entry" },
    { ...good, "oort.info.type": "oort.map.entry", "oort.info.action": "oort.map.put", "oort.info.object": null },
    {
      ...good,
      "oort.info.type": "oort.map.entry",
      "oort.info.action": "oort.map.put",
      "oort.info.object": { "oort.map.key": 1 },
    },
    { ...good, "oort.info.action": "oortbus.announce" },
    { ...good, "oortbus.incarnation": 1_000, "oortbus.chunk": 2, "oortbus.chunks": 2, "oort.info.object": "{}" },
    { ...good, "oortbus.incarnation": 1_000, "oortbus.chunk": 0, "oortbus.chunks": 1, "oort.info.object": "{" },
    {
      ...good,
      "oortbus.incarnation": 1_000,
      "oortbus.chunk": 0,
      "oortbus.chunks": 1,
      "oort.info.object": "[".repeat(50),
    },
  ];
  for (const data of bad) replica.heard(data, BETA);
  assert.equal(stats.malformed, bad.length);
  replica.heard({ ...good, "oort.info.url": ALPHA, "oort.info.version": 99 }, undefined);
  replica.heard(good, JAVA);
  assert.equal(stats.forged, 2);
  assert.equal(replica.info(BETA), undefined);
  assert.deepEqual(replica.own.value, new Map());
  assert.deepEqual(events(), []);
  assert.deepEqual(
    take().filter(({ to }) => to !== BETA),
    [],
  );
});

test("a part beyond the limits is not taken, and the rest goes on", (t) => {
  const { replica, stats, hear } = startReplica(t, { maxPartEntries: 3, maxPartBytes: 200, maxQueuedUpdates: 2 });
  replica.joined(BETA, 900);
  const whole = { ...WHOLE, url: BETA, incarnation: 900 };
  hear({ ...whole, version: 1, value: { a: 1, b: 2, c: 3, d: 4 } });
  hear({ ...whole, version: 2, value: { a: "x".repeat(300) } });
  assert.equal(stats.refused, 2);
  assert.equal(replica.info(BETA), undefined);
  assert.equal(replica.isComplete, false);
  hear({ ...whole, version: 3, value: { a: 1, b: 2 } });
  assert.equal(replica.isComplete, true);
  for (let version = 4; version < 40; version += 1) hear(item(BETA, version, "c", "y".repeat(100), 900));
  assert.equal(replica.info(BETA)?.version, 39, "what was there before is not counted for ever");
  hear(item(BETA, 40, "d", 1, 900));
  assert.equal(replica.info(BETA)?.version, 39);
  for (let version = 50; version < 60; version += 1) hear(item(BETA, version, "c", 1, 900));
  assert.equal(stats.refused > 2, true);
  hear({ ...whole, version: 60, value: { a: 1 } });
  assert.deepEqual(replica.info(BETA)?.value, new Map([["a", 1]]));
  assert.equal(replica.isComplete, true);
});
