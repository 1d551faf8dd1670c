import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { LocalDelivery } from "../../seti/local-delivery.js";
import { routesTo } from "../../seti/message-router.js";
import { MessageSender } from "../../seti/message-sender.js";
import type { SendOptions } from "../../seti/send-result.js";
import type { UserSend } from "../../seti/seti-message.js";
import { newSetiStats } from "../../seti/seti-stats.js";
import { FakeClock } from "../support/fake-clock.js";

const OURS = "http://ours/cometd";
const OTHER = "http://other/cometd";
const THIRD = "http://third/cometd";
const FOURTH = "http://fourth/cometd";
const JAVA = "http://java/cometd";

interface World {
  sessions?: Record<string, string[]>;
  nodes?: Record<string, string[]>;
  /** Nodes that no longer listen. */
  deaf?: string[];
  refusing?: string[];
  /** Nodes that own every user: there are shards, and only `nodes` is known besides. */
  owners?: string[];
  fallbackFlood?: boolean;
}

/** A sender in a world of fixed presence, and a record of what it sent. */
function inWorld(world: World, maxOutstandingSends = 10) {
  const clock = new FakeClock();
  const stats = newSetiStats();
  const sent: string[] = [];
  const asked = new Map<string, number | undefined>();
  const view = {
    placeOf: (user: string) => ({
      nodes: world.nodes?.[user] ?? [],
      isWhole: world.owners === undefined || world.nodes?.[user] !== undefined,
      owners: world.owners ?? [],
    }),
    isHere: (user: string) => world.sessions?.[user] !== undefined,
    answers: (node: string) => node !== JAVA,
  };
  const note = ({ asks }: UserSend) => {
    for (const { user, request } of asks) asked.set(user, request);
    return asks.map(({ user }) => user).join(" ");
  };
  const delivery = new LocalDelivery<string>(
    {
      sessionsOf: (user) => [...(world.sessions?.[user] ?? [])],
      deliver(session) {
        sent.push(`session ${session}`);
        return !world.refusing?.includes(session);
      },
    },
    10,
    stats,
  );
  const sender = new MessageSender<string>(
    view,
    delivery,
    {
      toNode(node, send) {
        sent.push(`${node}: ${note(send)}${send.key === undefined ? "" : ` (${send.key})`}`);
        return !world.deaf?.includes(node);
      },
      toAll(send) {
        sent.push(`all: ${note(send)}${send.key === undefined ? "" : ` (${send.key})`}`);
      },
      audience: () => [OURS, OTHER],
      newKey: () => "a key",
      learned: (user, nodes) => void learned.push(`${user} ${nodes}`),
    },
    { replyTimeoutMs: 2_000, maxOutstandingSends, fallbackFlood: world.fallbackFlood ?? true },
    { clock, stats },
  );
  const learned: string[] = [];
  /** @returns the request by which this user was asked about last */
  const requestOf = (user: string) => asked.get(user) as number;
  /** Sends, and leaves out of the result what users tell one by one. */
  const send = async (users: string[], options?: SendOptions) => {
    const { delivered, unknown, unconfirmed } = await sender.send(users, "/inbox", 1, options);
    return { delivered, unknown, unconfirmed };
  };
  return { clock, stats, sent, asked, requestOf, sender, send, view, learned };
}

test("a message goes to the nodes that hold the user, else to an owner, else to all", () => {
  const { view } = inWorld({ nodes: { ann: [OURS, JAVA], bob: [OTHER] } });
  const [ann, bob, cem] = routesTo(["ann", "bob", "cem", "bob"], view);
  assert.deepEqual(ann, { user: "ann", ask: [OURS], tell: [JAVA], viaOwner: false, owners: [] });
  assert.deepEqual(bob, { user: "bob", ask: [OTHER], tell: [], viaOwner: false, owners: [] });
  assert.deepEqual(cem, { user: "cem", ask: [], tell: [], viaOwner: false, owners: [] });
  assert.equal(routesTo(["bob", "bob"], view).length, 1);
  const sharded = inWorld({ owners: [OURS, OTHER] });
  assert.deepEqual(routesTo(["dot"], sharded.view), [
    { user: "dot", ask: [], tell: [], viaOwner: true, owners: [OURS, OTHER] },
  ]);
});

test("a user on this node alone costs no message and no waiting", async () => {
  const { send, sent, clock } = inWorld({ sessions: { ann: ["a1", "a2"] }, refusing: ["a2"] });
  assert.deepEqual(await send(["ann"]), { delivered: 1, unknown: [], unconfirmed: [] });
  assert.deepEqual(sent, ["session a1", "session a2"]);
  assert.equal(clock.pending, 0);
});

test("a Java node is taken at its word, and asked nothing", async () => {
  const { send, asked } = inWorld({ nodes: { ann: [JAVA] } });
  assert.deepEqual(await send(["ann"]), { delivered: 1, unknown: [], unconfirmed: [] });
  assert.equal(asked.get("ann"), undefined);
});

test("a user nobody holds is unknown when every node has said so", async () => {
  const { sender, send, sent, requestOf } = inWorld({});
  const result = send(["ann"]);
  assert.deepEqual(sent, ["all: ann"]);
  const request = requestOf("ann");
  sender.answered(OURS, [{ request, sessions: 0, reached: 0 }]);
  sender.answered(OURS, [{ request, sessions: 9, reached: 9 }]);
  sender.answered(OTHER, [{ request, sessions: 0, reached: 0 }]);
  assert.deepEqual(await result, { delivered: 0, unknown: ["ann"], unconfirmed: [] });
});

test("a user who has just left his node is looked for everywhere", async () => {
  const { sender, send, sent, requestOf, stats } = inWorld({ nodes: { ann: [OURS] } });
  const result = send(["ann"]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  assert.deepEqual(sent, [`${OURS}: ann`, "all: ann"]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  sender.answered(OTHER, [{ request: requestOf("ann"), sessions: 1, reached: 1 }]);
  assert.deepEqual(await result, { delivered: 1, unknown: [], unconfirmed: [] });
  assert.equal(stats.floods, 1);
});

test("a user whose sessions refuse the message is held, so he is neither looked for nor unknown", async () => {
  const { sender, send, sent, requestOf } = inWorld({ nodes: { ann: [OURS] } });
  const result = send(["ann"]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 2, reached: 0 }]);
  assert.deepEqual(await result, { delivered: 0, unknown: [], unconfirmed: [] });
  assert.deepEqual(sent, [`${OURS}: ann`]);
});

test("an answer that does not come in time leaves the user unconfirmed; one that comes late is counted", async () => {
  const { sender, send, requestOf, clock, stats } = inWorld({
    sessions: { ann: ["a1"] },
    nodes: { ann: [OURS, OTHER] },
  });
  const result = send(["ann"]);
  sender.answered(OTHER, [{ request: requestOf("ann"), sessions: 1, reached: 1 }]);
  await clock.advance(1_999);
  assert.equal(sender.outstanding, 1);
  await clock.advance(1);
  assert.deepEqual(await result, { delivered: 2, unknown: [], unconfirmed: ["ann"] });
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 1, reached: 1 }]);
  assert.equal(stats.lateAnswers, 1);
  assert.equal(clock.pending, 0);
});

test("each send has its own deadline", async () => {
  const { sender, clock } = inWorld({ nodes: { ann: [OURS] } });
  const ended: string[] = [];
  void sender.send(["ann"], "/inbox", 1).then(() => ended.push("first"));
  await clock.advance(1_000);
  void sender.send(["ann"], "/inbox", 2).then(() => ended.push("second"));
  await clock.advance(1_000);
  assert.deepEqual(ended, ["first"]);
  await clock.advance(1_000);
  assert.deepEqual(ended, ["first", "second"]);
});

test("a node that leaves ends the waiting for it at once", async () => {
  const { sender, send, requestOf } = inWorld({ nodes: { ann: [OURS], bob: [OURS] } });
  const result = send(["ann", "bob", "cem"]);
  sender.answered(OTHER, [{ request: requestOf("cem"), sessions: 1, reached: 1 }]);
  sender.nodeLeft(OURS);
  assert.deepEqual(await result, { delivered: 1, unknown: [], unconfirmed: ["ann", "bob"] });
  assert.equal(sender.outstanding, 0);
});

test("a holder that does not listen any more leaves the user unconfirmed at once", async () => {
  const { sender } = inWorld({ nodes: { ann: [OURS], jan: [JAVA] }, deaf: [OURS, JAVA] });
  assert.deepEqual([...(await sender.send(["ann", "jan"], "/inbox", 1)).unconfirmed].sort(), ["ann", "jan"]);
});

test("more sends than may wait are refused whole, and nothing is sent", async () => {
  const { sender, sent, stats } = inWorld({ sessions: { loc: ["l1"] }, nodes: { ann: [OURS], bob: [OURS] } }, 1);
  await assert.rejects(sender.send(["loc", "ann", "bob"], "/inbox", 1), (error) => {
    assert.ok(error instanceof BayeuxError);
    assert.equal(error.code, 429);
    return true;
  });
  assert.deepEqual(sent, []);
  assert.equal(stats.refusedSends, 1);
  assert.equal((await sender.send(["loc"], "/inbox", 1)).delivered, 1);
});

test("closing ends every send as unconfirmed", async () => {
  const { sender, send, clock } = inWorld({ nodes: { ann: [OURS] } });
  const result = send(["ann"]);
  sender.close();
  assert.deepEqual((await result).unconfirmed, ["ann"]);
  assert.equal(clock.pending, 0);
});

test("many users of one node are one message on the link", async () => {
  const { send, sent, sender, requestOf } = inWorld({ nodes: { ann: [OURS], bob: [OURS, OTHER], cem: [OURS] } });
  const result = send(["ann", "bob", "cem"]);
  assert.deepEqual(sent, [`${OURS}: ann bob cem`, `${OTHER}: bob`]);
  for (const user of ["ann", "bob", "cem"]) {
    sender.answered(OURS, [{ request: requestOf(user), sessions: 1, reached: 1 }]);
  }
  sender.answered(OTHER, [{ request: requestOf("bob"), sessions: 2, reached: 2 }]);
  assert.deepEqual(await result, { delivered: 5, unknown: [], unconfirmed: [] });
});

test("each user's sessions and nodes are told", async () => {
  const { sender, requestOf } = inWorld({ sessions: { ann: ["a1"] }, nodes: { ann: [OURS, JAVA] } });
  const result = sender.send(["ann"], "/inbox", 1, { eachUser: true });
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 2, reached: 2 }]);
  assert.deepEqual([...((await result).users ?? [])], [["ann", { sessions: 4, nodes: 3 }]]);
});

test("an owner passes the message on, and the nodes it went to are waited for, in whatever order answers come", async () => {
  const { send, sender, sent, requestOf, learned } = inWorld({ owners: [OURS, OTHER] });
  const result = send(["ann"]);
  assert.deepEqual(sent, [`${OURS}: ann (a key)`]);
  const request = requestOf("ann");
  sender.answered("http://third/cometd", [{ request, sessions: 1, reached: 1 }]);
  const passed = ["http://third/cometd", "http://fourth/cometd"];
  sender.answered(OURS, [{ request, sessions: 1, reached: 1, passed, holders: [OURS, ...passed] }]);
  assert.equal(sender.outstanding, 1);
  sender.answered("http://fourth/cometd", [{ request, sessions: 1, reached: 1 }]);
  assert.deepEqual(await result, { delivered: 3, unknown: [], unconfirmed: [] });
  assert.deepEqual(learned, [`ann ${[OURS, ...passed]}`]);
});

/** The first owner passes it on to two nodes; one has it, the other leaves, so that the second owner is asked. */
function secondOwnerKnowsLess(world: ReturnType<typeof inWorld>) {
  const { sender, requestOf } = world;
  const result = sender.send(["ann"], "/inbox", 1, { until: "acked", eachUser: true, deadlineMs: 10_000 });
  const first = requestOf("ann");
  sender.answered(OURS, [{ request: first, sessions: 0, reached: 0, passed: [THIRD, FOURTH] }]);
  sender.answered(THIRD, [{ request: first, sessions: 2, reached: 2, confirmed: 1, open: 1 }]);
  sender.nodeLeft(FOURTH);
  const second = requestOf("ann");
  assert.notEqual(second, first, "the second owner is asked");
  return { result, first, second };
}

test("what a session confirms that the next owner does not know of counts, also when it does so late", async () => {
  const world = inWorld({ owners: [OURS, OTHER], fallbackFlood: false });
  const { sender, clock, stats } = world;
  const { result, first, second } = secondOwnerKnowsLess(world);
  sender.answered(OTHER, [{ request: second, sessions: 0, reached: 0 }]);
  assert.equal(sender.outstanding, 1, "one session is waited for");
  await clock.advance(1_000);
  sender.answered(THIRD, [{ request: first, sessions: 0, reached: 0, confirmed: 1, open: 0 }]);
  const { delivered, users, unconfirmed } = await result;
  assert.deepEqual([delivered, users?.get("ann"), unconfirmed], [2, { sessions: 2, nodes: 1 }, ["ann"]]);
  assert.equal(sender.outstanding, 0);
  sender.answered(THIRD, [{ request: first, sessions: 0, reached: 0, confirmed: 1, open: 0 }]);
  assert.equal(stats.lateAnswers, 1, "now nobody waits for it");
});

test("who answers an owner before and the next one too counts once, and tells all from the start", async () => {
  const world = inWorld({ owners: [OURS, OTHER], fallbackFlood: false });
  const { sender } = world;
  const { result, first, second } = secondOwnerKnowsLess(world);
  sender.answered(OTHER, [{ request: second, sessions: 0, reached: 0, passed: [THIRD] }]);
  sender.answered(THIRD, [{ request: second, sessions: 2, reached: 2, confirmed: 1, open: 1 }]);
  for (const request of [first, second]) {
    sender.answered(THIRD, [{ request, sessions: 0, reached: 0, confirmed: 1, open: 0 }]);
  }
  const { delivered, users, unconfirmed } = await result;
  assert.deepEqual([delivered, users?.get("ann"), unconfirmed], [2, { sessions: 2, nodes: 1 }, []]);
});

test("a node of an earlier round that leaves is not waited for, and what it had confirmed stands", async () => {
  const world = inWorld({ owners: [OURS, OTHER], fallbackFlood: false });
  const { sender } = world;
  const { result, second } = secondOwnerKnowsLess(world);
  sender.answered(OTHER, [{ request: second, sessions: 0, reached: 0 }]);
  sender.nodeLeft(THIRD);
  const { delivered, users } = await result;
  assert.deepEqual([delivered, users?.get("ann")], [1, { sessions: 1, nodes: 1 }]);
});

test("an owner that is gone or knows nothing is followed by the next, under the same key; then all are asked", async () => {
  const { send, sender, sent, requestOf } = inWorld({ owners: [OURS, OTHER, "http://third/cometd"], deaf: [OURS] });
  const result = send(["ann"]);
  sender.nodeLeft(OTHER);
  sender.answered("http://third/cometd", [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  assert.deepEqual(sent, [
    `${OURS}: ann (a key)`,
    `${OTHER}: ann (a key)`,
    "http://third/cometd: ann (a key)",
    "all: ann (a key)",
  ]);
  for (const node of [OURS, OTHER]) sender.answered(node, [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  // The owner that went may have given it to somebody before.
  assert.deepEqual(await result, { delivered: 0, unknown: [], unconfirmed: ["ann"] });
});

test("who is found by asking all is unconfirmed as long as somebody did not answer", async () => {
  const { send, sender, clock, requestOf } = inWorld({});
  const result = send(["ann"]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 1, reached: 1 }]);
  await clock.advance(2_000);
  assert.deepEqual(await result, { delivered: 1, unknown: [], unconfirmed: ["ann"] });
});

test("without the fallback nobody floods: who is unknown to his owners is unknown", async () => {
  const { send, sender, sent, requestOf } = inWorld({ owners: [OURS], fallbackFlood: false });
  const result = send(["ann"]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  assert.deepEqual(await result, { delivered: 0, unknown: ["ann"], unconfirmed: [] });
  assert.equal(sent.length, 1);
});

test("a place that was learned and is wrong is forgotten, and the owner asked", async () => {
  const { send, sender, sent, requestOf, learned } = inWorld({ owners: [OURS], nodes: { ann: [OTHER] } });
  const result = send(["ann"]);
  sender.answered(OTHER, [{ request: requestOf("ann"), sessions: 0, reached: 0 }]);
  assert.deepEqual(learned, ["ann "]);
  assert.deepEqual(sent, [`${OTHER}: ann`, `${OURS}: ann (a key)`]);
  sender.answered(OURS, [{ request: requestOf("ann"), sessions: 1, reached: 1 }]);
  assert.equal((await result).delivered, 1);
});

test("a send with a deadline of its own ends there, whatever round it is in", async () => {
  const { send, clock } = inWorld({ owners: [OURS, OTHER] });
  const result = send(["ann"], { deadlineMs: 500 });
  await clock.advance(500);
  assert.deepEqual(await result, { delivered: 0, unknown: [], unconfirmed: ["ann"] });
});

test("what is sent again under its key is not delivered again, and counts as delivered", async () => {
  const { send, sent, stats } = inWorld({ sessions: { ann: ["a1"] } });
  assert.equal((await send(["ann"], { key: "order 7" })).delivered, 1);
  assert.equal((await send(["ann"], { key: "order 7" })).delivered, 1);
  assert.equal((await send(["ann"], { key: "order 8" })).delivered, 1);
  assert.deepEqual(sent, ["session a1", "session a1"]);
  assert.equal(stats.repeatedKeys, 1);
});
