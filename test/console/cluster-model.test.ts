import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterModel, type LinkStatus, type NodeStatus, type PeerStatus } from "../../console/cluster-model.js";

const A = "http://a/cometd";
const B = "http://b/cometd";
const C = "http://c/cometd";

const open: LinkStatus = { out: "open", in: "joined", queuedMessages: 0, queuedBytes: 0, gaps: 0, version: 1 };

function peer(url: string, state = "joined", link: LinkStatus | undefined = open): PeerStatus {
  return { url, state, since: "2026-01-01T00:00:00Z", ...(link === undefined ? {} : { link }) };
}

function node(url: string, peers: readonly PeerStatus[], parts: Partial<NodeStatus> = {}): NodeStatus {
  return { url, state: "ready", answered: true, sessions: 2, users: 3, channels: 4, peers, ...parts };
}

const silent = (url: string): NodeStatus => node(url, [], { answered: false, sessions: 0 });
const health = (nodes: readonly NodeStatus[]) =>
  clusterModel({ nodes }).nodes.map((one) => `${new URL(one.url).host} ${one.health}`);
const links = (nodes: readonly NodeStatus[]) =>
  clusterModel({ nodes }).links.map((link) => `${new URL(link.a).host}-${new URL(link.b).host} ${link.health}`);

test("nodes that answer are as they say; every link is there once, with both directions", () => {
  const nodes = [
    node(B, [peer(A, "joined", { ...open, sentPerSecond: 7, queuedMessages: 2, roundTripMs: 3 })], {
      state: "draining",
    }),
    node(A, [peer(B, "joined", { ...open, sentPerSecond: 5, queuedMessages: 1, roundTripMs: 1 })]),
  ];
  assert.deepEqual(health(nodes), ["a ready", "b draining"]);
  const [link] = clusterModel({ nodes }).links;
  assert.deepEqual([link!.a, link!.b, link!.health, link!.text], [A, B, "up", "open"]);
  assert.deepEqual([link!.aToB, link!.bToA, link!.queuedMessages, link!.roundTripMs], [5, 7, 3, 3]);
});

test("a killed node is silent, then suspected, then lost, and is back when it answers", () => {
  const seen = (state: string) => [node(A, [peer(B), peer(C, state)]), node(B, [peer(A), peer(C, state)]), silent(C)];
  assert.deepEqual(health(seen("joined"))[2], "c silent");
  assert.deepEqual(health(seen("suspected"))[2], "c suspected");
  assert.deepEqual(health(seen("lost"))[2], "c lost");
  assert.deepEqual(links(seen("lost")), ["a-b up", "a-c down", "b-c down"]);
  const one = [node(A, [peer(C, "lost")]), node(B, [peer(C, "suspected")]), silent(C)];
  assert.deepEqual(health(one)[2], "c lost");
  assert.deepEqual(health([node(A, [peer(C)]), node(C, [peer(A)], { state: "joining" })]), ["a ready", "c joining"]);
});

test("a node that two sides see differently has a link that is down for one of them, or half open", () => {
  assert.deepEqual(links([node(A, [peer(B, "lost", undefined)]), node(B, [peer(A)])]), ["a-b down"]);
  const half = { ...open, out: "waiting" };
  assert.deepEqual(links([node(A, [peer(B, "joining", half)]), node(B, [peer(A)])]), ["a-b partial"]);
});

test("CometD's node never answers, and is no problem", () => {
  const { version: _, ...java } = open;
  assert.deepEqual(health([node(A, [peer(C, "joined", java)]), silent(C)]), ["a ready", "c foreign"]);
});

test("totals are those of the nodes that answered", () => {
  const rates = { received: 1, published: 2, delivered: 3, dropped: 0, logins: 1 };
  const { totals } = clusterModel({
    nodes: [node(A, [peer(C, "lost")], { rates }), node(B, [], { rates }), silent(C)],
  });
  assert.deepEqual([totals.sessions, totals.nodesUp, totals.delivered, totals.linksUp], [4, 2, 6, 0]);
});
