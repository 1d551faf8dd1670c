import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { SetiOptionsInput } from "../../seti/seti-options.js";
import { type LinkStep, linkSteps, playLinks } from "../support/link-steps.js";
import { assertExact, assertHonest, type Sent, sendFrom } from "./sent.js";
import { type SimNode, Simulation } from "./simulation.js";

const USERS = ["ann", "bob", "cem", "dot", "eve", "fay"];
const NAMES = ["north", "south", "west", "east"];
const SHARD: SetiOptionsInput = { presence: "shard", shardVirtualNodes: 10, locationLeaseMs: 3_000 };
const FLOOD: SetiOptionsInput = { presence: "flood" };

type Step =
  | { readonly what: "login" | "logout" | "send" | "move"; readonly node: number; readonly user: number }
  | { readonly what: "restart"; readonly node: number; readonly floods: boolean }
  | { readonly what: "leaving"; readonly node: number; readonly other: number }
  | LinkStep;

const node = fc.nat(3);
const user = fc.nat(USERS.length - 1);
const { deliver, lose, openOrClose, wait } = linkSteps(NAMES.length);
const peaceful: fc.Arbitrary<Step>[] = [
  fc.record({ what: fc.constantFrom("login" as const, "logout" as const, "move" as const), node, user }),
  fc.record({ what: fc.constant("send" as const), node, user }),
  wait(100),
  deliver,
  deliver,
  deliver,
];
const rough: fc.Arbitrary<Step>[] = [
  ...peaceful,
  openOrClose,
  openOrClose,
  fc.record({ what: fc.constant("restart" as const), node, floods: fc.boolean() }),
  lose,
  wait(4_000),
];

async function play(sim: Simulation, steps: readonly Step[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const step of steps) {
    switch (step.what) {
      case "login":
      case "logout":
        sim.node(step.node)[step.what](USERS[step.user] as string, `${USERS[step.user]}-${step.node}`);
        break;
      case "move": {
        const name = USERS[step.user] as string;
        sim.nodes.forEach((one, index) => {
          if (index !== step.node) one.logout(name, `${name}-${index}`);
        });
        sim.node(step.node).login(name, `${name}-${step.node}`);
        break;
      }
      case "send":
        sent.push(sendFrom(sim.node(step.node), USERS[step.user] as string, sent.length));
        break;
      case "leaving":
        sim.node(step.node).engine.leaving(sim.node(step.other).url);
        break;
      case "restart":
        sim.restart(sim.node(step.node), step.floods ? FLOOD : SHARD);
        break;
      default:
        await playLinks(sim, step);
    }
    sim.clock.runTurn();
  }
  return sent;
}

/** All nodes are linked, and everybody is somewhere. */
async function settledCloud(): Promise<Simulation> {
  const sim = new Simulation(NAMES, SHARD);
  sim.openAll();
  USERS.forEach((name, index) => {
    sim.node(index).login(name, `${name}-${index % NAMES.length}`);
  });
  await sim.settle(1_000);
  return sim;
}

const isShard = (one: SimNode) => one.options.presence === "shard";

/** Each node knows of each other exactly what that one has to tell it: all users, or those it owns. */
function assertTheTruth(sim: Simulation): void {
  const shards = sim.nodes.filter(isShard);
  for (const one of sim.nodes) {
    if (isShard(one)) {
      assert.deepEqual(
        one.engine.directory.shards.members,
        shards.map(({ url }) => url).sort(),
        `members by ${one.url}`,
      );
    }
    for (const name of USERS) {
      const owners = shards[0]?.engine.directory.ownersOf(name) ?? [];
      if (isShard(one)) assert.deepEqual(one.engine.directory.ownersOf(name), owners, "all compute the same owners");
      const holders = sim.nodes
        .filter((other) => other.table.sessionsOf(name).length > 0)
        .filter((other) => other === one || !isShard(other) || !isShard(one) || owners.includes(one.url))
        .map(({ url }) => url);
      assert.deepEqual(one.table.nodesOf(name).sort(), holders.sort(), `${name} as ${one.url} sees it`);
      assert.deepEqual([...(one.mirror.get(name) ?? [])].sort(), holders, `${name} as ${one.url} was told`);
    }
    for (const other of sim.nodes) assert.ok(one.table.isComplete(other.url), "nothing is missing");
    assert.equal(one.sender.outstanding, 0, "every send has ended");
  }
}

/** In a cloud that is whole and quiet every user is reached from everywhere, at every session, once. */
async function assertAllAreReached(sim: Simulation): Promise<void> {
  for (const from of sim.nodes) {
    // Twice: first by the owners, then by what was learned from them.
    for (const round of ["first", "second"]) {
      for (const name of USERS) {
        const id = `${from.url} ${round} ${name}`;
        const sending = from.send(name, id);
        sim.drain();
        const got = sim.nodes.flatMap((other) => other.received.filter(({ data }) => data === id));
        const sessions = sim.nodes.flatMap((other) => other.table.sessionsOf(name));
        assert.deepEqual(got.map(({ session }) => session).sort(), sessions.sort(), `${id} reaches ${name}`);
        const { delivered, unknown, unconfirmed } = await sending;
        assert.deepEqual(
          { delivered, unknown, unconfirmed },
          { delivered: sessions.length, unknown: sessions.length === 0 ? [name] : [], unconfirmed: [] },
        );
      }
    }
  }
}

test("whatever happens to users, links and nodes, owners know the truth soon after, and everybody is reached", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...rough), { maxLength: 80 }), async (steps) => {
      const sim = await settledCloud();
      await play(
        sim,
        steps.map((step) => (step.what === "restart" ? { ...step, floods: false } : step)),
      );
      sim.openAll();
      await sim.settle(12_000);
      assertTheTruth(sim);
      await assertAllAreReached(sim);
    }),
    { numRuns: 100 },
  );
});

test("nodes that flood and nodes with shards make one cloud, also while nodes change from the one to the other", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...rough), { maxLength: 60 }), async (steps) => {
      const sim = new Simulation(NAMES, FLOOD, SHARD, FLOOD, SHARD);
      sim.openAll();
      await play(sim, steps);
      sim.openAll();
      await sim.settle(12_000);
      assertTheTruth(sim);
      await assertAllAreReached(sim);
    }),
    { numRuns: 100 },
  );
});

test("while links hold, each message is delivered or reported, and to nobody twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...peaceful), { maxLength: 80 }), async (steps) => {
      const sim = await settledCloud();
      const sent = await play(sim, steps);
      await sim.settle(10_000);
      assertExact(sim, sent);
      assertTheTruth(sim);
    }),
    { numRuns: 100 },
  );
});

/** The first owner passes it on to two nodes; one gets it, and the owner that is asked next has no link to that one. */
const SECOND_OWNER_KNOWS_LESS: Step[] = [
  { what: "send", node: 1, user: 4 },
  { what: "login", node: 3, user: 4 },
  { what: "deliver", queue: 17 },
  { what: "close", node: 0, other: 3 },
  { what: "deliver", queue: 0 },
  { what: "lose", queue: 0 },
];

test("when links break and nodes die, nothing is delivered twice or promised wrongly, and no loss is silent", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...rough), { maxLength: 80 }), async (story) => {
      const sim = await settledCloud();
      const steps = story.filter((step) => step.what !== "restart");
      const sent = await play(sim, steps);
      await sim.settle(12_000);
      assertHonest(sim, sent);
    }),
    { numRuns: 100, examples: [[SECOND_OWNER_KNOWS_LESS]] },
  );
});
