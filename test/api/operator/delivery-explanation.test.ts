import assert from "node:assert/strict";
import { test } from "node:test";
import { type DeliveryFacts, explainDelivery, type NodeFacts } from "../../../api/operator/delivery-explanation.js";

const NOW = 1_000_000;
const A = "http://a/cometd";
const B = "http://b/cometd";

const session = {
  session: "s".repeat(16),
  transport: "websocket",
  sinceMs: NOW - 5_000,
  isReachable: true,
  queuedMessages: 0,
  maxQueuedMessages: 1_000,
  dropped: 0,
  subscriptions: ["/chat/**"],
};

function nodeWith(parts: Partial<NodeFacts> = {}): NodeFacts {
  return { nowMs: NOW, sessions: [], ended: [], kept: 0, ...parts };
}

function explain(parts: Partial<DeliveryFacts>, facts: NodeFacts = nodeWith({ sessions: [session] })) {
  return explainDelivery({
    user: "bob",
    channel: "/chat/lobby",
    presentOn: [A],
    owners: [B],
    keepsMessages: false,
    nodes: [{ node: A, facts }],
    unansweredNodes: [],
    unknownNodes: [],
    ...parts,
  });
}

const told = (findings: ReturnType<typeof explainDelivery>, topic: string) =>
  findings.filter((finding) => finding.topic === topic).map(({ verdict, text }) => `${verdict}: ${text}`);

test("of a user who is there, subscribed, with nothing waiting, all is well", () => {
  const findings = explain({});
  assert.deepEqual([...new Set(findings.map(({ verdict }) => verdict))], ["ok"]);
  assert.deepEqual(told(findings, "subscription"), ["ok: subscribed by /chat/**"]);
});

test("a user who is nowhere comes first, with how his last session ended and what is kept for him", () => {
  const ended = [{ atMs: NOW - 12_000, reason: "overflow" as const, waiting: 1_000 }];
  const findings = explain({ presentOn: [], keepsMessages: true }, nodeWith({ ended, kept: 2 }));
  assert.equal(findings[0]!.topic, "presence");
  assert.match(findings[0]!.text, /no session on any node/);
  assert.deepEqual(told(findings, "sessions"), [
    "warning: a session ended 12 s ago: its queue was full, and 1000 message(s) that waited went with it",
  ]);
  assert.deepEqual(told(findings, "inbox"), ["ok: 2 message(s) are kept for the next login"]);
});

test("a session without its client, with a full queue, without a subscription: each is a problem", () => {
  const poor = { ...session, isReachable: false, queuedMessages: 1_000, subscriptions: [] };
  const problems = explain({}, nodeWith({ sessions: [poor] })).filter(({ verdict }) => verdict === "problem");
  assert.deepEqual(
    problems.map(({ topic }) => topic),
    ["connection", "queue", "subscription"],
  );
  assert.ok(problems.every((finding) => finding.session === session.session && finding.node === A));
});

test("what is sent to the user needs no subscription, nor does a service channel", () => {
  const findings = ["", "/service/x"].flatMap((channel) =>
    explain({ channel }, nodeWith({ sessions: [{ ...session, subscriptions: [] }] })),
  );
  assert.deepEqual(told(findings, "subscription"), []);
  assert.ok(findings.every(({ verdict }) => verdict === "ok"));
});

test("messages that were dropped are told with the time of the last", () => {
  const findings = explain({}, nodeWith({ sessions: [{ ...session, dropped: 3, lastDropMs: NOW - 300_000 }] }));
  assert.deepEqual(told(findings, "queue"), [
    "warning: 3 message(s) were dropped, the last one 5 min ago",
    "ok: nothing waits",
  ]);
});

test("presence that lags behind the sessions is told, either way", () => {
  assert.match(told(explain({ presentOn: [] }), "presence").join(), /warning: presence does not know yet/);
  const stale = explain({
    nodes: [
      { node: A, facts: nodeWith() },
      { node: B, facts: nodeWith({ sessions: [session] }) },
    ],
  });
  assert.match(told(stale, "presence").join(), /warning: presence says that the user is on http:\/\/a\/cometd, where/);
});

test("what a rule denies is a problem, and nodes that cannot be asked are left open", () => {
  const right = { allowed: false, text: "denied by rule 3" };
  const findings = explain(
    { unansweredNodes: [B], unknownNodes: ["http://java/cometd"] },
    nodeWith({ sessions: [{ ...session, right }] }),
  );
  assert.deepEqual(told(findings, "rights"), ["problem: denied by rule 3"]);
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict === "unknown").map(({ node }) => node),
    [B, "http://java/cometd"],
  );
});
