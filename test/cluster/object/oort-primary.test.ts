import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Candidate, decide, nextFence, primaryOf, readClaim } from "../../../cluster/object/election.js";
import type { ObjectInfo } from "../../../cluster/object/object-table.js";
import { OortCounter } from "../../../cluster/object/oort-counter.js";
import type { ObjectListener } from "../../../cluster/object/oort-object.js";
import { type CounterOptionsInput, OortPrimaryCounter } from "../../../cluster/object/oort-primary-counter.js";
import { OortPrimaryService, type PrimaryHandler } from "../../../cluster/object/oort-primary-service.js";
import { PrimaryElection } from "../../../cluster/object/primary-election.js";
import { primaryOptions } from "../../../cluster/object/primary-options.js";
import { ringOwner } from "../../../cluster/object/ring-owner.js";
import { success } from "../../../cluster/object/service-answer.js";
import type { Oort } from "../../../cluster/oort.js";
import { silentLogger } from "../../../core/logger.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { type CloudNode as AnyNode, ObjectCloud } from "./object-cloud.js";

const NAME = "tickets";
const URLS = ["http://a.example", "http://b.example", "http://c.example"];

function candidate(url: string, isPrimary: boolean, fence: number | undefined): Candidate {
  return { url, isPrimary, claim: fence === undefined ? undefined : { fence } };
}

test("a thing has one owner, whatever the order of the nodes, and few move when a node comes", () => {
  assert.equal(ringOwner("x", []), undefined);
  assert.equal(ringOwner("x", ["http://only.example"]), "http://only.example");
  const nodes = Array.from({ length: 5 }, (_, n) => `http://node-${n}.example:8080/cometd`);
  const newcomer = "http://newcomer.example:8080/cometd";
  let [moved, gained] = [0, 0];
  for (let n = 0; n < 200; n += 1) {
    const owner = ringOwner(`thing-${n}`, nodes);
    assert.ok(nodes.includes(owner as string));
    assert.equal(ringOwner(`thing-${n}`, [...nodes].reverse()), owner);
    const after = ringOwner(`thing-${n}`, [...nodes, newcomer]);
    if (after === newcomer) gained += 1;
    else if (after !== owner) moved += 1;
  }
  assert.ok(gained > 10 && gained < 80, `${gained} gained`);
  assert.ok(moved <= 4, `${moved} moved for nothing`);
});

test("of those who see the same, exactly one is to be primary, and all others follow", () => {
  const views = fc.record({
    primaries: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    fences: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
    byHand: fc.option(fc.boolean(), { nil: undefined }),
    minNodes: fc.integer({ min: 1, max: 4 }),
    ownerAt: fc.nat(2),
  });
  fc.assert(
    fc.property(views, ({ primaries, fences, byHand, minNodes, ownerAt }) => {
      const candidates = URLS.map((url, at) => candidate(url, primaries[at]!, fences[at]));
      if (byHand !== undefined) candidates.push(candidate("http://java.example", byHand, undefined));
      const highest = Math.max(...fences);
      const owner = URLS[ownerAt];
      for (const [at, url] of URLS.entries()) {
        const decision = decide(owner, url, candidates, highest, minNodes);
        const isWanted = owner === url && byHand !== true && minNodes <= URLS.length;
        if (!isWanted) assert.equal(decision, primaries[at] ? "step-down" : "follow");
        else if (primaries[at]) {
          const rivals = URLS.filter((other, n) => other !== url && primaries[n] && fences[n] === fences[at]);
          assert.equal(decision, fences[at]! < highest || rivals.length > 0 ? "renew" : "stay");
        } else assert.equal(decision, primaries.includes(true) ? "wait" : "promote");
      }
    }),
    { numRuns: 1_000 },
  );
});

test("who says that it is primary, but not by the highest number, is taken for none", () => {
  const [a = "", b = ""] = URLS;
  assert.deepEqual(primaryOf([candidate(a, true, 5), candidate(b, true, 7)], 7), { url: b, fence: 7 });
  assert.equal(primaryOf([candidate(a, true, 5), candidate(b, false, 7)], 7), undefined);
  assert.deepEqual(primaryOf([candidate(a, true, 5), candidate(b, true, undefined)], 7), { url: b, fence: 0 });
  assert.equal(nextFence(7, 3.5), 8);
  assert.equal(nextFence(7, 1_000.5), 1_000);
  for (const note of [undefined, null, 1, [], {}, { fence: "1" }, { fence: -1 }, { fence: 1.5 }]) {
    assert.equal(readClaim(note), undefined);
  }
  assert.deepEqual(
    readClaim({ fence: 3, state: 1, written: 4 }),
    { fence: 3 },
    "nobody writes by a number yet to come",
  );
});

function counters(options: CounterOptionsInput = {}) {
  return (oort: Oort, server: BayeuxServer) => {
    const counter = new OortPrimaryCounter(oort, server, NAME, options);
    const primaries: string[] = [];
    counter.primary.addListener({
      primaryChanged: (primary) =>
        void primaries.push(primary === undefined ? "none" : `${primary.url} ${primary.fence}`),
    });
    counter.start();
    return { counter, primaries };
  };
}

type CloudNode = AnyNode<OortPrimaryService<string, string>>;
type CounterCloud = ObjectCloud<ReturnType<ReturnType<typeof counters>>>;

/** Draws a number at each of these nodes, one after the other; what failed is its reason. */
async function draw(cloud: CounterCloud, indexes: readonly number[]): Promise<(number | string)[]> {
  const drawn: (number | string)[] = [];
  for (const index of indexes) {
    void cloud
      .node(index)
      .app.counter.getAndAdd(1)
      .then((result) => {
        drawn.push(result.ok ? result.data : result.reason);
      });
    await cloud.clock.advance(200);
  }
  return drawn;
}

function onePrimary(cloud: CounterCloud, indexes: readonly number[]): { index: number; fence: number } {
  const seen = indexes.map((index) => cloud.node(index).app.counter.primary.primary);
  for (const primary of seen) assert.deepEqual(primary, seen[0], "all see the same");
  const index = cloud.nodes.findIndex(({ url }) => url === seen[0]?.url);
  assert.ok(indexes.includes(index), JSON.stringify(seen[0]));
  const claiming = indexes.filter((one) => cloud.node(one).app.counter.primary.isPrimary);
  assert.deepEqual(claiming, [index], "and only one takes itself for it");
  return { index, fence: seen[0]!.fence };
}

test("the nodes elect a primary, and draw numbers from it that nobody gets twice, also when it dies", async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const cloud = await ObjectCloud.of(4, counters({ initial: 100 }), seed);
    await cloud.clock.advance(5_000);
    const first = onePrimary(cloud, [0, 1, 2, 3]);
    assert.deepEqual(await draw(cloud, [0, 1, 2, 3, 0]), [100, 101, 102, 103, 104]);
    cloud.crash(first.index);
    await cloud.clock.advance(10_000);
    const rest = [0, 1, 2, 3].filter((index) => index !== first.index);
    const second = onePrimary(cloud, rest);
    assert.ok(second.fence > first.fence);
    assert.deepEqual(await draw(cloud, rest), [105, 106, 107], `seed ${seed}`);
    cloud.network.heal();
    cloud.start(first.index);
    await cloud.clock.advance(15_000);
    cloud.assertMesh();
    const third = onePrimary(cloud, [0, 1, 2, 3]);
    assert.ok(third.fence >= second.fence);
    assert.deepEqual(await draw(cloud, [0, 1, 2, 3]), [108, 109, 110, 111], `seed ${seed}`);
  }
});

test("a node that drains hands its office over before it goes, and no number is given twice", async () => {
  const cloud = await ObjectCloud.of(3, counters());
  await cloud.clock.advance(5_000);
  const { index, fence } = onePrimary(cloud, [0, 1, 2]);
  const rest = [0, 1, 2].filter((one) => one !== index);
  const before = await draw(cloud, rest);
  cloud.node(index).oort.announceLeaving();
  await cloud.clock.advance(500); // much less than it takes to elect one in the place of one that is dead
  const successor = onePrimary(cloud, rest);
  assert.ok(successor.fence > fence);
  assert.deepEqual(
    await draw(cloud, rest),
    before.map((number) => (number as number) + before.length),
  );
});

test("while the cloud is parted each half has a primary; when it heals one is left, by a higher number", async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const cloud = await ObjectCloud.of(4, counters(), seed);
    await cloud.clock.advance(5_000);
    const before = onePrimary(cloud, [0, 1, 2, 3]);
    await draw(cloud, [0, 1, 2]);
    cloud.isolate(0, 1);
    await cloud.clock.advance(10_000);
    const halves = [onePrimary(cloud, [0, 1]), onePrimary(cloud, [2, 3])];
    assert.ok(halves.some(({ fence }) => fence > before.fence));
    const later = halves[0]!.fence > halves[1]!.fence ? 0 : 2;
    await draw(cloud, [2 - later, 2 - later]); // by the primary of old, which cannot know
    const counted = await draw(cloud, [later, later, later]);
    cloud.network.heal();
    await cloud.clock.advance(20_000);
    cloud.assertMesh();
    const after = onePrimary(cloud, [0, 1, 2, 3]);
    assert.ok(after.fence >= Math.max(...halves.map(({ fence }) => fence)));
    assert.equal(after.index, before.index, "the ring is as it was");
    // What the primary of old counted is lost: the later number is right.
    assert.deepEqual(await draw(cloud, [0]), [(counted.at(-1) as number) + 1], `seed ${seed}`);
  }
});

test("where most nodes must see each other to have a primary, the smaller part has none, and says so at once", async () => {
  const cloud = await ObjectCloud.of(3, counters({ minNodes: 2 }));
  await cloud.clock.advance(5_000);
  const { index } = onePrimary(cloud, [0, 1, 2]);
  cloud.isolate(index);
  await cloud.clock.advance(10_000);
  const rest = [0, 1, 2].filter((one) => one !== index);
  onePrimary(cloud, rest);
  assert.equal(cloud.node(index).app.counter.primary.primary, undefined);
  assert.deepEqual(await cloud.node(index).app.counter.get(), { ok: false, reason: "no_primary" });
  assert.deepEqual(await draw(cloud, rest), [0, 1]);
});

test("what a primary has not finished when it is none any more does not count, and by an older number nothing is asked", async () => {
  const handlers: PrimaryHandler<string, string>[] = [];
  const cloud = await ObjectCloud.of(2, (oort, server) => {
    const service = new OortPrimaryService<string, string>(oort, server, "writer", {
      handler: (request, fence) => handlers[0]!(request, fence),
    });
    service.start();
    return service;
  });
  await cloud.clock.advance(5_000);
  const index = cloud.nodes.findIndex(({ app }) => app.isPrimary);
  const [primary, other] = [cloud.node(index), cloud.node(1 - index)];
  const { fence } = primary.app.primary!;
  let finish = () => {};
  handlers.push(
    () =>
      new Promise((resolve) => {
        finish = () => resolve(success("written"));
      }),
  );
  const begun = other.app.forward("text");
  await cloud.clock.advance(200);
  // Somebody has seen a later primary: this one learns of it by a request.
  const request = {
    "oort.service.id": 99,
    "oort.service.url": other.url,
    "oort.service.parameter": "by a later number",
    "oortbus.note": { fence: fence + 1_000_000 },
  };
  void other.oort.publishTo(primary.url, "/service/oort/service/writer", request);
  await cloud.clock.advance(200);
  finish();
  await cloud.clock.advance(200);
  const result = await begun;
  assert.ok(
    !result.ok && result.reason === "failed" && result.data === "not the primary any more",
    JSON.stringify(result),
  );
  assert.ok(primary.app.primary!.fence > fence + 1_000_000, "it is still elected, and goes on by a higher one");
  assert.deepEqual(other.app.primary, primary.app.primary);
});

test("an answer of a primary that was overtaken meanwhile, and does not know, does not count", async () => {
  let finish = () => {};
  const cloud = await ObjectCloud.of(3, (oort, server) => {
    const service = new OortPrimaryService<string, string>(oort, server, "writer", {
      handler: () =>
        new Promise((resolve) => {
          finish = () => resolve(success("written"));
        }),
    });
    service.start();
    return service;
  });
  await cloud.clock.advance(5_000);
  const index = cloud.nodes.findIndex(({ app }) => app.isPrimary);
  const [asker, witness] = cloud.nodes.filter((_, at) => at !== index) as [CloudNode, CloudNode];
  const begun = asker.app.forward("text");
  await cloud.clock.advance(200);
  const seen = {
    "oort.info.url": witness.url,
    "oort.info.name": "writer",
    "oort.info.action": "oort.object.push",
    "oort.info.object": false,
    "oort.info.version": 1_000,
    "oort.info.peer": asker.url,
    "oortbus.incarnation": cloud.clock.now() + 1,
    "oortbus.note": { fence: cloud.clock.now() + 1_000_000 },
  };
  void witness.oort.publishTo(asker.url, "/service/oort/objects/writer", seen);
  const knows = () => asker.app.primary === undefined; // there was a later one
  for (let ms = 0; !knows() && ms < 500; ms += 1) await cloud.clock.advance(1);
  assert.ok(knows());
  finish();
  await cloud.clock.advance(200);
  assert.deepEqual(await begun, { ok: false, reason: "stale_primary" });
  const fences = [asker, witness].map(({ app }) => app.primary?.fence ?? 0);
  assert.ok(fences[0]! > seen["oortbus.note"].fence, "who is elected was told, and goes on");
});

test("the word of a later primary counts before that of an earlier one, who is told so", async () => {
  const [self = "", later = "", earlier = ""] = URLS;
  const name = Array.from({ length: 50 }, (_, n) => `thing-${n}`).find((thing) => {
    return ringOwner(thing, [self, earlier]) === self && ringOwner(thing, URLS) === later;
  })!;
  const infos = new Map<string, ObjectInfo<boolean>>();
  const listeners: ObjectListener<boolean>[] = [];
  const say = (url: string, value: boolean, note: unknown) => {
    const info = { url, isLocal: url === self, value, version: 1, note };
    infos.set(url, info);
    for (const listener of listeners) listener.updated?.(info, undefined);
  };
  const clock = new FakeClock(500);
  const states: unknown[] = [];
  const election = new PrimaryElection(
    {
      name,
      get infos() {
        return [...infos.values()];
      },
      set: (value, note) => {
        say(self, value, note);
        return value;
      },
      start: () => {},
      stop: () => {},
      addListener: (listener) => {
        listeners.push(listener);
        return () => {};
      },
    },
    self,
    primaryOptions.parse({}),
    { promoted: (state) => void states.push(state), changed: () => {} },
    { clock, logger: silentLogger },
  );
  election.start();
  say(later, true, { fence: 10_000, state: "right", written: 10_000 });
  assert.deepEqual(election.primary, { url: later, fence: 10_000 });
  assert.deepEqual(infos.get(self)?.note, { fence: 0 }, "nobody needs to be told");
  say(earlier, true, { fence: 7_000, state: "wrong", written: 7_000 });
  assert.deepEqual(election.primary, { url: later, fence: 10_000 });
  assert.deepEqual(infos.get(self)?.note, { fence: 10_000, state: "right", written: 10_000 });
  const info = infos.get(later)!;
  infos.delete(later);
  for (const listener of listeners) listener.removed?.(info);
  assert.equal(election.primary, undefined, "the earlier one is none");
  await clock.advance(60_000);
  assert.deepEqual(states, [], "as long as that one says that it is primary, there are not two");
  say(earlier, false, { fence: 10_000, state: "wrong", written: 7_000 });
  await clock.advance(3_000);
  assert.deepEqual(states, ["right"]);
  assert.ok(election.isPrimary && election.highestFence > 10_000);
  election.stop();
  assert.equal(clock.pending, 0);
});

test("a primary chosen by hand is one on the wire as Java's, and elected nodes leave it to it", async () => {
  let index = 0;
  const cloud = await ObjectCloud.of(3, (oort, server) => {
    const primary = (["elsewhere", "here", "elected"] as const)[index++]!;
    return counters({ primary, initial: 7 })(oort, server);
  });
  const parts: unknown[] = [];
  cloud
    .node(0)
    .server.createChannel(`/oort/objects/${NAME}`)
    .addListener((_, { data }) => void parts.push(data));
  await cloud.clock.advance(10_000);
  for (const { app } of cloud.nodes)
    assert.deepEqual(app.counter.primary.primary, { url: cloud.node(1).url, fence: 0 });
  assert.deepEqual(await draw(cloud, [0, 1, 2]), [7, 8, 9]);
  const counter = cloud.node(0).app.counter.addAndGet(5);
  await cloud.clock.advance(200);
  assert.deepEqual(await counter.then((result) => result.ok && result.data), 15);
  cloud.crash(1);
  await cloud.clock.advance(10_000);
  assert.deepEqual(
    cloud.node(0).app.counter.primary.primary?.url,
    cloud.node(2).url,
    "who takes part in elections takes over",
  );
});

test("only integers are counted, and a sum that cannot be exact is refused", async () => {
  const cloud = await ObjectCloud.of(2, counters({ initial: Number.MAX_SAFE_INTEGER }));
  await cloud.clock.advance(5_000);
  for (const delta of [1, 0.5, Number.NaN, "1" as unknown as number]) {
    const added = cloud.node(0).app.counter.getAndAdd(delta);
    await cloud.clock.advance(300);
    const result = await added;
    assert.ok(!result.ok && result.reason === "failed", String(delta));
  }
});

test("each node adds its share to a counter, and the total is the sum of those who are here", async () => {
  const cloud = await ObjectCloud.of(3, (oort, server) => {
    const counter = new OortCounter(oort, server, "visitors");
    counter.start();
    return counter;
  });
  for (const [index, { app }] of cloud.nodes.entries()) assert.equal(app.add(10 ** index), 10 ** index);
  await cloud.clock.advance(300);
  for (const { app } of cloud.nodes) assert.equal(app.total, 111);
  cloud.crash(1);
  await cloud.clock.advance(3_000);
  assert.equal(cloud.node(0).app.total, 101);
  assert.throws(() => cloud.node(0).app.add(0.5), RangeError);
});
