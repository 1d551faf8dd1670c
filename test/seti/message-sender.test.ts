import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { routesTo } from "../../seti/message-router.js";
import { MessageSender } from "../../seti/message-sender.js";
import { newSetiStats } from "../../seti/seti-stats.js";
import { FakeClock } from "../support/fake-clock.js";

const OURS = "http://ours/cometd";
const OTHER = "http://other/cometd";
const JAVA = "http://java/cometd";

interface World {
  sessions?: Record<string, string[]>;
  nodes?: Record<string, string[]>;
  /** Nodes that no longer listen. */
  deaf?: string[];
  refusing?: string[];
}

/** A sender in a world of fixed presence, and a record of what it sent. */
function inWorld(world: World, maxOutstandingSends = 10) {
  const clock = new FakeClock();
  const stats = newSetiStats();
  const sent: string[] = [];
  const requests: (number | undefined)[] = [];
  const view = {
    sessionsOf: (user: string) => [...(world.sessions?.[user] ?? [])],
    remoteNodesOf: (user: string) => world.nodes?.[user] ?? [],
    answers: (node: string) => node !== JAVA,
  };
  const sender = new MessageSender<string>(
    view,
    {
      deliver(session) {
        sent.push(`session ${session}`);
        return !world.refusing?.includes(session);
      },
      toNode(node, { request }) {
        sent.push(`node ${node}`);
        requests.push(request);
        return !world.deaf?.includes(node);
      },
      toAll({ request }) {
        sent.push("all");
        requests.push(request);
      },
      audience: () => [OURS, OTHER],
    },
    { replyTimeoutMs: 2_000, maxOutstandingSends },
    { clock, stats },
  );
  return { clock, stats, sent, requests, sender, view };
}

test("a message goes to local sessions, to the nodes that hold the user, else to all", () => {
  const { view } = inWorld({ sessions: { ann: ["a1"] }, nodes: { ann: [OURS, JAVA], bob: [OTHER] } });
  const [ann, bob, cem] = routesTo(["ann", "bob", "cem", "bob"], view);
  assert.deepEqual(ann, { user: "ann", sessions: ["a1"], ask: [OURS], tell: [JAVA], flood: false });
  assert.deepEqual(bob, { user: "bob", sessions: [], ask: [OTHER], tell: [], flood: false });
  assert.deepEqual(cem, { user: "cem", sessions: [], ask: [], tell: [], flood: true });
  assert.equal(routesTo(["bob", "bob"], view).length, 1);
});

test("a user on this node alone costs no message and no waiting", async () => {
  const { sender, sent, clock } = inWorld({ sessions: { ann: ["a1", "a2"] }, refusing: ["a2"] });
  assert.deepEqual(await sender.send(["ann"], "/inbox", 1), { delivered: 1, unknown: [], unconfirmed: [] });
  assert.deepEqual(sent, ["session a1", "session a2"]);
  assert.equal(clock.pending, 0);
});

test("a Java node is taken at its word, and asked nothing", async () => {
  const { sender, requests } = inWorld({ nodes: { ann: [JAVA] } });
  assert.deepEqual(await sender.send(["ann"], "/inbox", 1), { delivered: 1, unknown: [], unconfirmed: [] });
  assert.deepEqual(requests, [undefined]);
});

test("a user nobody holds is unknown when every node has said so", async () => {
  const { sender, sent, requests } = inWorld({});
  const result = sender.send(["ann"], "/inbox", 1);
  assert.deepEqual(sent, ["all"]);
  const request = requests[0] as number;
  sender.answered(OURS, [{ request, sessions: 0, reached: 0 }]);
  sender.answered(OURS, [{ request, sessions: 9, reached: 9 }]);
  sender.answered(OTHER, [{ request, sessions: 0, reached: 0 }]);
  assert.deepEqual(await result, { delivered: 0, unknown: ["ann"], unconfirmed: [] });
});

test("a user who has just left his node is looked for everywhere", async () => {
  const { sender, sent, requests, stats } = inWorld({ nodes: { ann: [OURS] } });
  const result = sender.send(["ann"], "/inbox", 1);
  sender.answered(OURS, [{ request: requests[0] as number, sessions: 0, reached: 0 }]);
  assert.deepEqual(sent, [`node ${OURS}`, "all"]);
  sender.answered(OURS, [{ request: requests[1] as number, sessions: 0, reached: 0 }]);
  sender.answered(OTHER, [{ request: requests[1] as number, sessions: 1, reached: 1 }]);
  assert.deepEqual(await result, { delivered: 1, unknown: [], unconfirmed: [] });
  assert.equal(stats.floods, 1);
});

test("a user whose sessions refuse the message is held, so he is neither looked for nor unknown", async () => {
  const { sender, sent, requests } = inWorld({ nodes: { ann: [OURS] } });
  const result = sender.send(["ann"], "/inbox", 1);
  sender.answered(OURS, [{ request: requests[0] as number, sessions: 2, reached: 0 }]);
  assert.deepEqual(await result, { delivered: 0, unknown: [], unconfirmed: [] });
  assert.deepEqual(sent, [`node ${OURS}`]);
});

test("an answer that does not come in time leaves the user unconfirmed; one that comes late is counted", async () => {
  const { sender, clock, requests, stats } = inWorld({ sessions: { ann: ["a1"] }, nodes: { ann: [OURS, OTHER] } });
  const result = sender.send(["ann"], "/inbox", 1);
  sender.answered(OTHER, [{ request: requests[0] as number, sessions: 1, reached: 1 }]);
  await clock.advance(1_999);
  assert.equal(sender.outstanding, 1);
  await clock.advance(1);
  assert.deepEqual(await result, { delivered: 2, unknown: [], unconfirmed: ["ann"] });
  sender.answered(OURS, [{ request: requests[0] as number, sessions: 1, reached: 1 }]);
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
  const { sender, requests } = inWorld({ nodes: { ann: [OURS], bob: [OURS] } });
  const result = sender.send(["ann", "bob", "cem"], "/inbox", 1);
  sender.answered(OTHER, [{ request: requests[2] as number, sessions: 1, reached: 1 }]);
  sender.nodeLeft(OURS);
  assert.deepEqual(await result, { delivered: 1, unknown: [], unconfirmed: ["ann", "bob"] });
  assert.equal(sender.outstanding, 0);
});

test("a holder that does not listen any more leaves the user unconfirmed at once", async () => {
  const { sender } = inWorld({ nodes: { ann: [OURS], jan: [JAVA] }, deaf: [OURS, JAVA] });
  assert.deepEqual((await sender.send(["ann", "jan"], "/inbox", 1)).unconfirmed, ["ann", "jan"]);
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
  const { sender, clock } = inWorld({ nodes: { ann: [OURS] } });
  const result = sender.send(["ann"], "/inbox", 1);
  sender.close();
  assert.deepEqual((await result).unconfirmed, ["ann"]);
  assert.equal(clock.pending, 0);
});
