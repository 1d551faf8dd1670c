import assert from "node:assert/strict";
import { test } from "node:test";
import { PresenceTable } from "../../seti/presence-table.js";
import type { PresenceStatement } from "../../seti/seti-message.js";

const ALPHA = "http://alpha.example:8080/cometd";
const BETA = "http://beta.example:8080/cometd";
const GAMMA = "http://gamma.example:8080/cometd";
const LIMITS = { maxUsersPerNode: 100, maxChangesAhead: 100, maxDepartedUsers: 100 };

function table(limits = LIMITS): PresenceTable<string> {
  return new PresenceTable(ALPHA, limits);
}

/** A statement as Java makes it; with a version, as our own kind does. */
function says(node: string, userIds: string[], fields: Partial<PresenceStatement> & { version?: number } = {}) {
  const { version, ...rest } = fields;
  const stamp = version === undefined ? undefined : { incarnation: 1, version };
  return { node, userIds, present: true, replace: false, alive: undefined, chunk: undefined, stamp, ...rest };
}

function told(events: readonly { user: string; node: string; present: boolean }[]): string[] {
  return events.map(({ user, node, present }) => `${present ? "+" : "-"}${user}@${node === BETA ? "beta" : "gamma"}`);
}

test("a user with several sessions is there from the first to the last", () => {
  const users = table();
  assert.equal(users.addSession("ann", "phone"), "first");
  assert.equal(users.addSession("ann", "desk"), "another");
  assert.equal(users.addSession("ann", "desk"), "known");
  assert.deepEqual(users.sessionsOf("ann"), ["phone", "desk"]);
  assert.equal(users.removeSession("ann", "phone"), "another");
  assert.equal(users.removeSession("ann", "phone"), "unknown");
  assert.equal(users.removeSession("ann", "desk"), "last");
  assert.equal(users.nodeCount("ann"), 0);
  assert.equal(users.userCount, 0);
});

test("a user on several nodes is counted once a node, this one first", () => {
  const users = table();
  users.addSession("ann", "phone");
  users.apply(says(BETA, ["ann"]), true);
  users.apply(says(GAMMA, ["ann"], { version: 1 }), true);
  assert.deepEqual(users.nodesOf("ann"), [ALPHA, BETA, GAMMA]);
  assert.deepEqual(users.remoteNodesOf("ann"), [BETA, GAMMA]);
  users.removeSession("ann", "phone");
  assert.equal(users.nodeCount("ann"), 2);
});

test("a Java node's set replaces what it said before, and tells only the difference, removals first", () => {
  const users = table();
  assert.deepEqual(told(users.apply(says(BETA, ["ann", "bob"], { replace: true }), true).events), [
    "+ann@beta",
    "+bob@beta",
  ]);
  const events = users.apply(says(BETA, ["bob", "cem"], { replace: true }), true).events;
  assert.deepEqual(told(events), ["-ann@beta", "+cem@beta"]);
  assert.deepEqual(users.apply(says(BETA, ["bob", "cem"], { replace: true }), true).events, []);
});

test("what a node without a session here says is not taken", () => {
  const users = table();
  assert.deepEqual(users.apply(says(BETA, ["ann"]), false).events, []);
  assert.deepEqual(users.apply(says(BETA, ["ann"], { version: 1 }), false).events, []);
  assert.equal(users.userCount, 0);
});

test("what is said about this node itself changes nothing", () => {
  const users = table();
  users.addSession("ann", "phone");
  assert.deepEqual(users.apply(says(ALPHA, [], { replace: true }), true).events, []);
  assert.equal(users.nodeCount("ann"), 1);
});

test("a node that left takes its users along, and only its own", () => {
  const users = table();
  users.apply(says(BETA, ["ann", "bob"], { replace: true }), true);
  users.apply(says(GAMMA, ["bob"], { version: 1 }), true);
  assert.deepEqual(told(users.left(BETA)), ["-ann@beta", "-bob@beta"]);
  assert.deepEqual(users.nodesOf("bob"), [GAMMA]);
  assert.deepEqual(users.left(BETA), []);
});

test("the stop message of a node empties it; its Seti answers no more until it runs anew", () => {
  const users = table();
  users.apply(says(BETA, ["ann"], { version: 1 }), true);
  assert.equal(users.answers(BETA), true);
  const stop = says(BETA, [], { replace: true, alive: false, version: 2 });
  assert.deepEqual(told(users.apply(stop, true).events), ["-ann@beta"]);
  assert.equal(users.answers(BETA), false);
  assert.equal(users.apply(says(BETA, ["ann"], { version: 1 }), true).stale, true);
  users.apply({ ...says(BETA, ["ann"]), stamp: { incarnation: 2, version: 1 } }, true);
  assert.equal(users.answers(BETA), true);
});

test("a Java node that stops is emptied as well, and never answers", () => {
  const users = table();
  users.apply(says(BETA, ["ann"], { replace: true }), true);
  assert.equal(users.answers(BETA), false);
  users.apply(says(BETA, [], { replace: true, alive: false }), true);
  assert.equal(users.nodeCount("ann"), 0);
});

test("a set that was overtaken by a change does not undo it", () => {
  const users = table();
  users.apply(says(BETA, ["ann"], { version: 1 }), true);
  users.apply(says(BETA, ["ann"], { present: false, version: 2 }), true);
  assert.equal(users.apply(says(BETA, ["ann"], { replace: true, version: 1 }), true).stale, true);
  assert.equal(users.nodeCount("ann"), 0);
});

test("a change that overtook the set it belongs behind outlives it, and the gap is known until then", () => {
  const users = table();
  users.apply(says(BETA, ["cem"], { version: 3 }), true);
  assert.deepEqual(users.incompleteNodes(), [BETA]);
  const events = users.apply(says(BETA, ["ann", "bob"], { replace: true, version: 2 }), true).events;
  assert.deepEqual(told(events), ["+ann@beta", "+bob@beta"]);
  assert.deepEqual(users.nodesOf("cem"), [BETA]);
  assert.deepEqual(users.incompleteNodes(), []);
});

test("chunks of a set count when all are there, whichever way they came", () => {
  const users = table();
  const chunk = (index: number, userIds: string[]) =>
    says(BETA, userIds, { replace: index === 0, version: 3, chunk: { index, count: 3 } });
  users.apply(says(BETA, ["old"], { version: 1 }), true);
  assert.deepEqual(users.apply(chunk(2, ["cem"]), true).events, []);
  assert.deepEqual(users.apply(chunk(0, ["ann"]), true).events, []);
  assert.deepEqual(users.apply(chunk(0, ["ann"]), true).events, []);
  assert.deepEqual(users.incompleteNodes(), [BETA]);
  const events = told(users.apply(chunk(1, ["bob"]), true).events);
  assert.deepEqual(events.sort(), ["+ann@beta", "+bob@beta", "+cem@beta", "-old@beta"]);
  assert.deepEqual(users.incompleteNodes(), []);
});

test("a node cannot make this one remember more users than the limit", () => {
  const users = table({ maxUsersPerNode: 3, maxChangesAhead: 10, maxDepartedUsers: 100 });
  const many = ["a", "b", "c", "d", "e"];
  assert.equal(users.apply(says(BETA, many, { replace: true }), true).refusedUsers, 2);
  assert.equal(users.userCount, 3);
  users.apply(says(GAMMA, many.slice(0, 3), { replace: true, version: 5, chunk: { index: 0, count: 2 } }), true);
  const last = says(GAMMA, many.slice(3), { version: 5, chunk: { index: 1, count: 2 } });
  assert.equal(users.apply(last, true).refusedUsers, 1);
  assert.equal(users.nodesOf("c").length, 2);
  const endless = says(GAMMA, ["z"], { version: 6, chunk: { index: 4, count: 1e12 } });
  assert.deepEqual(users.apply(endless, true).events, []);
});

test("users of one node share one list of nodes, also those who were on another one before", () => {
  const users = table();
  users.apply(says(GAMMA, ["ann", "bob"]), true);
  users.apply(says(BETA, ["ann", "carol"]), true);
  assert.deepEqual(users.remoteNodesOf("ann"), [GAMMA, BETA]);
  users.apply(says(GAMMA, ["ann"], { present: false }), true);
  assert.deepEqual(users.remoteNodesOf("ann"), [BETA]);
  assert.equal(users.remoteNodesOf("ann"), users.remoteNodesOf("carol"));
  assert.deepEqual(users.remoteNodesOf("bob"), [GAMMA]);
});

test("beyond a gap that never closes only so many changes are remembered; the next set puts it right", () => {
  const users = table({ maxUsersPerNode: 100, maxChangesAhead: 3, maxDepartedUsers: 100 });
  for (let version = 2; version <= 8; version += 1) users.apply(says(BETA, [`u${version}`], { version }), true);
  assert.equal(users.isComplete(BETA), false);
  users.apply(says(BETA, ["u8"], { replace: true, version: 8 }), true);
  assert.equal(users.isComplete(BETA), true);
  assert.deepEqual([...users.users()], ["u8"]);
});

test("news of an earlier run is refused once the node has joined with a later one", () => {
  const users = table();
  users.joined(BETA, 5);
  assert.equal(users.apply(says(BETA, ["ann"], { version: 1 }), true).stale, true);
  users.apply({ ...says(BETA, ["bob"]), stamp: { incarnation: 5, version: 1 } }, true);
  assert.deepEqual([...users.users()], ["bob"]);
});

test("where a Java node takes the place of one of ours, its word counts", () => {
  const users = table();
  users.apply(says(BETA, ["ann"], { version: 1 }), true);
  users.apply(says(BETA, ["bob"], { replace: true }), true);
  assert.deepEqual([...users.users()], ["bob"]);
  assert.equal(users.answers(BETA), false);
  users.apply({ ...says(BETA, ["cem"]), stamp: { incarnation: 2, version: 1 } }, true);
  assert.deepEqual([...users.users()], ["cem"]);
});
