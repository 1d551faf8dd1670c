import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PRESENCE_PAUSE_MS } from "../../seti/presence-pace.js";
import { PresenceTable } from "../../seti/presence-table.js";
import type { PresenceStatement } from "../../seti/seti-message.js";
import { type LinkStep, linkSteps, playLinks } from "../support/link-steps.js";
import { assertExact, assertHonest, type Sent, sendFrom } from "./sent.js";
import { Simulation } from "./simulation.js";

const LIMITS = { maxUsersPerNode: 1_000, maxChangesAhead: 1_000, maxDepartedUsers: 1_000 };
const NORTH = "http://north.example:8080/cometd";
const SOUTH = "http://south.example:8080/cometd";
const USERS = ["ann", "bob", "cem", "dot"];

/** All that a node says in one run: its changes in order, and after each a full set, whole or in chunks. */
function statementsOfRun(toggles: readonly number[], incarnation: number, chunkUsers: number) {
  const present = new Set<string>();
  const changes: PresenceStatement[] = [];
  const sets: PresenceStatement[][] = [];
  const base = { node: NORTH, alive: undefined, chunk: undefined };
  toggles.forEach((toggle, index) => {
    const user = USERS[toggle % USERS.length] as string;
    const isPresent = !present.has(user);
    if (isPresent) present.add(user);
    else present.delete(user);
    const stamp = { incarnation, version: index + 1 };
    changes.push({ ...base, userIds: [user], present: isPresent, replace: false, stamp });
    const users = [...present];
    const count = Math.max(1, Math.ceil(users.length / chunkUsers));
    sets.push(
      Array.from({ length: count }, (_, at) => ({
        ...base,
        userIds: users.slice(at * chunkUsers, (at + 1) * chunkUsers),
        present: true,
        replace: at === 0,
        stamp,
        chunk: count === 1 ? undefined : { index: at, count },
      })),
    );
  });
  return { truth: [...present].sort(), changes, sets };
}

function knownAt(table: PresenceTable<string>, node: string): string[] {
  return [...table.users()].filter((user) => table.remoteNodesOf(user).includes(node)).sort();
}

test("all that a node said, in any order and any number of times, leads to what is true at the end", () => {
  const run = fc.record({
    toggles: fc.array(fc.nat(3), { minLength: 1, maxLength: 14 }),
    setsAfter: fc.array(fc.nat(13), { maxLength: 4 }),
    repeated: fc.array(fc.nat(40), { maxLength: 6 }),
    order: fc.infiniteStream(fc.nat()),
    chunkUsers: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(run, ({ toggles, setsAfter, repeated, order, chunkUsers }) => {
      const { truth, changes, sets } = statementsOfRun(toggles, 7, chunkUsers);
      const said = [...changes, ...setsAfter.flatMap((index) => sets[index] ?? [])];
      for (const index of repeated) said.push(said[index % said.length] as PresenceStatement);
      const table = new PresenceTable<string>(SOUTH, LIMITS);
      const keys = said.map((statement) => ({ statement, key: order.next().value as number }));
      for (const { statement } of keys.sort((a, b) => a.key - b.key)) table.apply(statement, true);
      assert.deepEqual(knownAt(table, NORTH), truth);
      assert.ok(table.isComplete(NORTH), "nothing is missing");
    }),
    { numRuns: 500 },
  );
});

test("one full set makes good any loss before it, and what is older than it changes nothing", () => {
  const run = fc.record({
    toggles: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
    lost: fc.array(fc.nat(11)),
    late: fc.array(fc.nat(11)),
    chunkUsers: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(run, ({ toggles, lost, late, chunkUsers }) => {
      const { truth, changes, sets } = statementsOfRun(toggles, 7, chunkUsers);
      const table = new PresenceTable<string>(SOUTH, LIMITS);
      changes.forEach((change, index) => {
        if (!lost.includes(index)) table.apply(change, true);
      });
      for (const chunk of sets.at(-1) ?? []) table.apply(chunk, true);
      for (const index of late) {
        const old = changes[index];
        if (old !== undefined) assert.deepEqual(table.apply(old, true).events, []);
        for (const chunk of sets[index] ?? []) assert.deepEqual(table.apply(chunk, true).events, []);
      }
      assert.deepEqual(knownAt(table, NORTH), truth);
      assert.ok(table.isComplete(NORTH));
    }),
    { numRuns: 500 },
  );
});

test("an earlier run of a node never speaks for a later one", () => {
  const toggles = fc.array(fc.nat(3), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(toggles, toggles, fc.infiniteStream(fc.boolean()), (before, after, turn) => {
      const old = statementsOfRun(before, 1, 9);
      const young = statementsOfRun(after, 2, 9);
      const table = new PresenceTable<string>(SOUTH, LIMITS);
      const [first, ...rest] = young.changes;
      const late = [...old.changes, ...old.sets.flat()];
      table.apply(first as PresenceStatement, true);
      while (rest.length > 0 || late.length > 0) {
        const from = rest.length > 0 && (turn.next().value || late.length === 0) ? rest : late;
        table.apply(from.shift() as PresenceStatement, true);
      }
      assert.deepEqual(knownAt(table, NORTH), young.truth);
    }),
  );
});

type Step =
  | {
      readonly what: "login" | "logout" | "send";
      readonly node: number;
      readonly user: number;
      readonly session: number;
    }
  | { readonly what: "restart"; readonly node: number }
  | LinkStep;

const { deliver, lose, openOrClose, wait } = linkSteps(3);
const node = fc.nat(2);
const user = fc.nat(USERS.length - 1);
const peaceful: fc.Arbitrary<Step>[] = [
  fc.record({ what: fc.constantFrom("login" as const, "logout" as const), node, user, session: fc.nat(1) }),
  fc.record({ what: fc.constant("send" as const), node, user, session: fc.constant(0) }),
  deliver,
  deliver,
];
const rough: fc.Arbitrary<Step>[] = [
  ...peaceful,
  openOrClose,
  fc.record({ what: fc.constant("restart" as const), node }),
  lose,
  wait(3_000),
];

async function play(sim: Simulation, steps: readonly Step[]): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const step of steps) {
    switch (step.what) {
      case "login":
      case "logout":
        sim.node(step.node)[step.what](USERS[step.user] as string, `${USERS[step.user]}-${step.session}`);
        break;
      case "send":
        sent.push(sendFrom(sim.node(step.node), USERS[step.user] as string, sent.length));
        break;
      case "restart":
        sim.restart(sim.node(step.node));
        break;
      default:
        await playLinks(sim, step);
    }
    sim.clock.runTurn();
  }
  return sent;
}

function assertEveryNodeKnowsTheTruth(sim: Simulation): void {
  for (const one of sim.nodes) {
    for (const name of USERS) {
      const holders = sim.nodes.filter((other) => other.table.sessionsOf(name).length > 0).map((other) => other.url);
      assert.deepEqual(one.table.nodesOf(name).sort(), holders.sort(), `${name} as ${one.url} sees it`);
      assert.deepEqual([...(one.mirror.get(name) ?? [])].sort(), holders, `${name} as ${one.url} was told`);
    }
    assert.deepEqual(one.table.incompleteNodes(), []);
    assert.equal(one.sender.outstanding, 0, "every send has ended");
  }
}

test("whatever happens to links and nodes, all know the truth soon after the links are whole again and lose nothing more", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...rough), { maxLength: 80 }), async (steps) => {
      const sim = new Simulation(["north", "south", "west"]);
      sim.openAll();
      await play(sim, steps);
      sim.openAll();
      await sim.settle(12_000);
      assertEveryNodeKnowsTheTruth(sim);
    }),
    { numRuns: 150 },
  );
});

test("what gets lost on a link that lives on is missed, asked for, and made good", async () => {
  const lossy = [...peaceful, lose];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...lossy), { maxLength: 60 }), async (steps) => {
      const sim = new Simulation(["north", "south"]);
      sim.openAll();
      sim.drain();
      await play(sim, steps);
      await sim.settle(15_000);
      assertEveryNodeKnowsTheTruth(sim);
    }),
    { numRuns: 150 },
  );
});

test("while links hold, each message is reported exactly as it was delivered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...peaceful), { maxLength: 80 }), async (steps) => {
      const sim = new Simulation(["north", "south", "west"]);
      sim.openAll();
      const sent = await play(sim, steps);
      await sim.settle(PRESENCE_PAUSE_MS, PRESENCE_PAUSE_MS);
      assertExact(sim, sent);
      assertEveryNodeKnowsTheTruth(sim);
    }),
    { numRuns: 200 },
  );
});

test("when links break, nothing is delivered twice or promised wrongly: what is not sure is unconfirmed", async () => {
  const steps = fc.array(
    fc.oneof(...rough).filter((step) => step.what !== "restart"),
    { maxLength: 80 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const sim = new Simulation(["north", "south", "west"]);
      sim.openAll();
      const sent = await play(sim, story);
      await sim.settle(5_000);
      assertHonest(sim, sent);
    }),
    { numRuns: 150 },
  );
});
