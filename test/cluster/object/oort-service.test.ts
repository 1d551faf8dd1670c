import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { OortService, type ServiceHandler } from "../../../cluster/object/oort-service.js";
import { OutstandingRequests } from "../../../cluster/object/outstanding-requests.js";
import { failure, ignore, success } from "../../../cluster/object/service-answer.js";
import type { ServiceOptionsInput } from "../../../cluster/object/service-options.js";
import type { Oort } from "../../../cluster/oort.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { ObjectCloud } from "./object-cloud.js";

/** Rooms, each of which is on one node: what it is asked for it has, or not. */
function rooms(options: ServiceOptionsInput = {}) {
  return (oort: Oort, server: BayeuxServer) => {
    const has = new Set<string>();
    let handle: ServiceHandler<string, string> = ({ parameter, from }) =>
      has.has(parameter) ? success(`${parameter} for ${from}`) : ignore(`no ${parameter}`);
    const service = new OortService<string, string>(oort, server, "rooms", (request) => handle(request), options);
    service.start();
    return {
      has,
      service,
      handleWith(handler: ServiceHandler<string, string>) {
        handle = handler;
      },
    };
  };
}

/** A promise's result, when it is there at this moment of virtual time. */
async function now<T>(cloud: ObjectCloud<unknown>, promise: Promise<T>): Promise<T | "waiting"> {
  let result: T | "waiting" = "waiting";
  void promise.then((value) => {
    result = value;
  });
  await cloud.clock.settle();
  return result;
}

test("a request goes to the node that has the thing, or to this one itself, and its answer comes back", async () => {
  const cloud = await ObjectCloud.of(3, rooms());
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  owner.app.has.add("blue");
  asker.app.has.add("red");
  const blue = asker.app.service.forward(owner.url, "blue");
  await cloud.clock.advance(200);
  const answer = { ok: true, data: `blue for ${asker.url}`, node: owner.url, note: undefined };
  assert.deepEqual(await now(cloud, blue), answer);
  const red = asker.app.service.forward(asker.url, "red");
  assert.deepEqual(await now(cloud, red), { ok: true, data: `red for ${asker.url}`, node: asker.url, note: undefined });
  const none = asker.app.service.forward(owner.url, "green");
  await cloud.clock.advance(200);
  const no = { ok: false, reason: "failed", data: "no green", node: owner.url, note: undefined };
  assert.deepEqual(await now(cloud, none), no, "to whom was asked, ignoring is a failure");
  assert.equal(asker.app.service.outstandingRequests, 0);
});

test("the messages are Java's", async () => {
  const cloud = await ObjectCloud.of(2, rooms());
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  const seen: [string, unknown][] = [];
  const note = (_: unknown, { channel, data }: { channel: string; data?: unknown }) => void seen.push([channel, data]);
  owner.server.addService("/service/oort/service/rooms", note);
  asker.server.addService("/service/oort/service/rooms/result", note);
  owner.server.createChannel("/oort/service/rooms").addListener(note);
  owner.app.has.add("blue");
  void asker.app.service.forward(owner.url, "blue");
  await cloud.clock.advance(200);
  void asker.app.service.forward(undefined, "blue");
  await cloud.clock.advance(200);
  const request = (id: number) => ({
    "oort.service.id": id,
    "oort.service.parameter": "blue",
    "oort.service.url": asker.url,
  });
  const reply = (id: number) => ({
    "oort.service.id": id,
    "oort.service.url": owner.url,
    "oort.service.result": true,
    "oort.service.data": `blue for ${asker.url}`,
  });
  assert.deepEqual(seen, [
    ["/service/oort/service/rooms", request(1)],
    ["/service/oort/service/rooms/result", reply(1)],
    ["/oort/service/rooms", { ...request(2), "oortbus.tells": true }],
    ["/service/oort/service/rooms/result", reply(2)],
  ]);
});

test("asked of all, the first that has it answers; when nobody has it, that is said before the time is over", async () => {
  const cloud = await ObjectCloud.of(4, rooms());
  cloud.node(2).app.has.add("blue");
  const blue = cloud.node(0).app.service.forward(undefined, "blue");
  const green = cloud.node(0).app.service.forward(undefined, "green");
  await cloud.clock.advance(300);
  const answer = await now(cloud, blue);
  assert.equal(answer !== "waiting" && answer.ok && answer.node, cloud.node(2).url);
  assert.deepEqual(await now(cloud, green), { ok: false, reason: "nobody" });
  assert.equal(cloud.node(0).app.service.outstandingRequests, 0);
});

test("a request whose node is unknown, or gone before it answered, fails at once", async () => {
  const cloud = await ObjectCloud.of(3, rooms({ timeoutMs: 60_000 }));
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  const unknown = asker.app.service.forward("http://nobody.example/cometd", "blue");
  assert.deepEqual(await now(cloud, unknown), { ok: false, reason: "unknown_node" });
  for (const node of [owner, cloud.node(2)]) node.app.handleWith(() => new Promise(() => {}));
  const direct = asker.app.service.forward(owner.url, "blue");
  const broadcast = asker.app.service.forward(undefined, "blue");
  await cloud.clock.advance(300);
  assert.equal(await now(cloud, direct), "waiting");
  cloud.crash(1);
  await cloud.clock.advance(3_000);
  assert.deepEqual(await now(cloud, direct), { ok: false, reason: "left" });
  assert.equal(await now(cloud, broadcast), "waiting", "another may still answer");
  cloud.crash(2);
  await cloud.clock.advance(3_000);
  assert.deepEqual(await now(cloud, broadcast), { ok: false, reason: "nobody" });
});

test("a request that the link does not take fails at once, and what has ended leaves nothing behind", async () => {
  const cloud = await ObjectCloud.of(2, rooms());
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  const { oort, server } = asker;
  const clock = new FakeClock();
  const broken = {
    url: oort.url,
    incarnation: oort.incarnation,
    peers: oort.peers,
    observeChannel: (name: string) => oort.observeChannel(name),
    deobserveChannel: (name: string) => oort.deobserveChannel(name),
    addExactChannel: (name: string) => oort.addExactChannel(name),
    addListener: () => () => {},
    publishTo: async () => false,
    isOort: () => true,
    peerOf: () => undefined,
  };
  const service = new OortService<string, string>(broken, server, "other", () => success("mine"), {}, { clock });
  service.start();
  assert.deepEqual(await service.forward(owner.url, "blue"), { ok: false, reason: "unreachable" });
  const own = await service.forward(oort.url, "blue");
  assert.ok(own.ok);
  assert.deepEqual([clock.pending, service.outstandingRequests], [0, 0]);
});

test("what takes too long times out, and the answer that comes later is counted only", async () => {
  const cloud = await ObjectCloud.of(2, rooms({ timeoutMs: 1_000 }));
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  owner.app.handleWith(
    () => new Promise((resolve) => void cloud.clock.schedule(1_500, () => resolve(success("at last")))),
  );
  const slow = asker.app.service.forward(owner.url, "blue");
  await cloud.clock.advance(999);
  assert.equal(await now(cloud, slow), "waiting");
  await cloud.clock.advance(1);
  assert.deepEqual(await now(cloud, slow), { ok: false, reason: "timed_out" });
  await cloud.clock.advance(1_000);
  assert.equal(asker.app.service.stats.late, 1);
  const { faults } = asker.app.service.stats;
  assert.equal(faults.timed_out, 1);
});

test("a handler that throws is a failure for who asked it, and one that is asked too much says so", async () => {
  const cloud = await ObjectCloud.of(2, rooms({ maxOutstandingRequests: 3, maxHandledRequests: 1 }));
  const [asker, owner] = [cloud.node(0), cloud.node(1)];
  owner.app.handleWith(async () => {
    throw new RangeError("no such room");
  });
  const thrown = asker.app.service.forward(owner.url, "blue");
  const ofAll = asker.app.service.forward(undefined, "blue");
  await cloud.clock.advance(200);
  const told = await now(cloud, thrown);
  assert.deepEqual(told !== "waiting" && !told.ok && told.reason === "failed" && told.data, "no such room");
  assert.deepEqual(await now(cloud, ofAll), { ok: false, reason: "nobody" });
  let open = () => {};
  owner.app.handleWith(
    () =>
      new Promise((resolve) => {
        open = () => resolve(failure("closed"));
      }),
  );
  const sent = ["a", "b", "c", "d"].map((room) => asker.app.service.forward(owner.url, room));
  assert.deepEqual(await now(cloud, sent[3]!), { ok: false, reason: "too_many" });
  await cloud.clock.advance(200);
  open();
  await cloud.clock.advance(200);
  const data = await Promise.all(
    sent.slice(0, 3).map(async (one) => {
      const result = await one;
      return !result.ok && result.reason === "failed" && result.data;
    }),
  );
  assert.deepEqual(data, ["closed", "too many requests", "too many requests"]);
});

test("a service that stops ends what waits, and one that does not run fails at once", async () => {
  const cloud = await ObjectCloud.of(2, rooms());
  cloud.node(1).app.handleWith(() => new Promise(() => {}));
  const { service } = cloud.node(0).app;
  const waiting = service.forward(cloud.node(1).url, "blue");
  service.stop();
  assert.deepEqual(await now(cloud, waiting), { ok: false, reason: "stopped" });
  assert.deepEqual(await service.forward(cloud.node(1).url, "blue"), { ok: false, reason: "stopped" });
  service.start();
  const second = new OortService<string, string>(cloud.node(0).oort, cloud.node(0).server, "rooms", () => success(""));
  assert.throws(() => second.start(), /runs already/);
  cloud.node(1).app.handleWith(() => success("again"));
  const again = service.forward(cloud.node(1).url, "blue");
  await cloud.clock.advance(200);
  const result = await now(cloud, again);
  assert.ok(result !== "waiting" && result.ok);
});

test("what makes no sense, and what one node says for another, is counted and changes nothing", async () => {
  const cloud = await ObjectCloud.of(3, rooms());
  const [asker, owner, liar] = [cloud.node(0), cloud.node(1), cloud.node(2)];
  owner.app.handleWith(() => new Promise(() => {}));
  const waiting = asker.app.service.forward(owner.url, "blue");
  const reply = { "oort.service.id": 1, "oort.service.url": owner.url, "oort.service.result": true };
  const send = (data: unknown) => liar.oort.publishTo(asker.url, "/service/oort/service/rooms/result", data);
  const bad = [null, [], {}, { ...reply, "oort.service.id": "1" }, { ...reply, "oort.service.result": "true" }];
  for (const data of [...bad, reply, { ...reply, "oort.service.url": liar.url }]) void send(data);
  await cloud.clock.advance(300);
  assert.equal(await now(cloud, waiting), "waiting");
  assert.deepEqual([asker.app.service.stats.malformed, asker.app.service.stats.forged], [bad.length, 1]);
  const local = asker.server.newLocalSession("app");
  await local.handshake();
  const request = { "oort.service.id": 5, "oort.service.url": liar.url, "oort.service.parameter": "blue" };
  await local.publish("/oort/service/rooms", request);
  await cloud.clock.advance(300);
  assert.equal(asker.app.service.stats.forged, 2);
  assert.equal(liar.app.service.stats.handled + owner.app.service.stats.handled, 1, "the one request that was real");
});

test("each request ends exactly once, whoever answers, ignores and leaves in whatever order", () => {
  const nodes = ["a", "b", "c"];
  const event = fc.record({
    what: fc.constantFrom("open" as const, "reply" as const, "ignore" as const, "left" as const, "late" as const),
    id: fc.nat(6),
    node: fc.constantFrom(...nodes),
    isBroadcast: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      const table = new OutstandingRequests();
      const ended = new Map<number, unknown>();
      let opened = 0;
      const end = (list: readonly { id: number; ending: unknown }[]) => {
        for (const { id, ending } of list) {
          assert.ok(!ended.has(id), "once");
          ended.set(id, ending);
        }
      };
      for (const { what, id, node, isBroadcast } of events) {
        if (what === "open") {
          opened += 1;
          assert.equal(table.open(isBroadcast ? nodes : [node], isBroadcast), opened);
        } else if (what === "left") end(table.left(node));
        else if (what === "late") table.giveUp(id) && end([{ id, ending: "late" }]);
        else {
          const reply = { id, url: node, result: true, data: 1, ignored: what === "ignore", note: undefined };
          const one = table.answered(reply);
          if (one !== undefined) end([one]);
        }
      }
      for (const node of nodes) end(table.left(node));
      assert.equal(ended.size, opened);
      assert.equal(table.size, 0);
    }),
    { numRuns: 500 },
  );
});
