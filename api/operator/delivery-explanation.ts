import { z } from "zod";
import { matches } from "../../core/message/channel-id.js";

/** What a rule says of the session's subscription to the channel. */
const rightFacts = z.object({ allowed: z.boolean(), text: z.string() });

/** A session of the user, as its node sees it now. */
const sessionFacts = z.object({
  session: z.string(),
  transport: z.string(),
  sinceMs: z.number(),
  isReachable: z.boolean(),
  queuedMessages: z.number(),
  maxQueuedMessages: z.number(),
  dropped: z.number(),
  lastDropMs: z.number().optional(),
  /** Those of its subscriptions that take the channel; for a service channel it needs none. */
  subscriptions: z.array(z.string()),
  right: rightFacts.optional(),
});

/** A session of the user that is gone. */
const endedFacts = z.object({
  atMs: z.number(),
  reason: z.enum(["disconnected", "expired", "overflow", "closed"]),
  waiting: z.number(),
});

/** What one node knows about a user and a channel. */
export const nodeFacts = z.object({
  nowMs: z.number(),
  sessions: z.array(sessionFacts),
  ended: z.array(endedFacts),
  /** Messages this node keeps for the user's next login. */
  kept: z.number(),
});

export type NodeFacts = z.output<typeof nodeFacts>;

/** All that is known. */
export interface DeliveryFacts {
  readonly user: string;
  /** Empty for a message sent to the user, which needs no subscription. */
  readonly channel: string;
  /** Where presence says that the user is. */
  readonly presentOn: readonly string[];
  readonly owners: readonly string[];
  readonly keepsMessages: boolean;
  readonly nodes: readonly { readonly node: string; readonly facts: NodeFacts }[];
  readonly unansweredNodes: readonly string[];
  readonly unknownNodes: readonly string[];
}

/** What was looked at, in the order of a message's way. */
const TOPICS = ["presence", "sessions", "connection", "queue", "subscription", "rights", "inbox", "nodes"] as const;
export type Topic = (typeof TOPICS)[number];

/** One sentence of the explanation. */
export const finding = z.object({
  topic: z.enum(TOPICS),
  verdict: z
    .enum(["ok", "warning", "problem", "unknown"])
    .describe("problem: messages do not arrive for this; warning: some may have been lost, or come late"),
  text: z.string(),
  node: z.string().describe("the node it is about; empty for the cluster"),
  session: z.string().describe("the session it is about; empty for none"),
});

export type Finding = z.output<typeof finding>;

const ENDINGS = {
  disconnected: "it was disconnected, by its client or by request",
  expired: "its client was silent for too long",
  overflow: "its queue was full",
  closed: "its node stopped or drained",
} as const;

/** How many of the user's last sessions are told of. */
const MAX_ENDED = 3;

/** Why a user gets messages on a channel, or does not: from what the nodes know now. Pure. */
export function explainDelivery(facts: DeliveryFacts): Finding[] {
  const findings = [
    ...presenceOf(facts),
    ...facts.nodes.flatMap(({ node, facts: known }) =>
      known.sessions.flatMap((session) => sessionFindings(facts.channel, node, known.nowMs, session)),
    ),
    ...facts.nodes.flatMap(({ node, facts: known }) =>
      known.ended.slice(0, MAX_ENDED).map((ended) => endedFinding(node, known.nowMs, ended)),
    ),
    ...inboxOf(facts),
    ...nodesOf(facts),
  ];
  const rank = { problem: 0, warning: 1, unknown: 2, ok: 3 };
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank[a.finding.verdict] - rank[b.finding.verdict] || a.index - b.index)
    .map(({ finding }) => finding);
}

function presenceOf({ user, presentOn, nodes, owners }: DeliveryFacts): Finding[] {
  const holding = nodes.filter(({ facts }) => facts.sessions.length > 0).map(({ node }) => node);
  const name = JSON.stringify(user);
  const about = { topic: "presence", node: "", session: "" } as const;
  if (presentOn.length === 0 && holding.length === 0) {
    const text = `${name} has no session on any node that answered: there is nobody to deliver to`;
    return [{ ...about, verdict: "problem", text }];
  }
  const count = nodes.reduce((sum, { facts }) => sum + facts.sessions.length, 0);
  const found: Finding[] = [
    {
      ...about,
      verdict: "ok",
      text: `${name} has ${count} session(s) on ${holding.join(", ") || "no node that answered"}`,
    },
  ];
  const unknown = holding.filter((node) => !presentOn.includes(node));
  if (unknown.length > 0) {
    const text = `presence does not know yet of sessions on ${unknown.join(", ")}; owners: ${owners.join(", ")}`;
    found.push({ ...about, verdict: "warning", text });
  }
  const stale = presentOn.filter((node) => nodes.some((other) => other.node === node) && !holding.includes(node));
  if (stale.length > 0) {
    const text = `presence says that the user is on ${stale.join(", ")}, where no session is: the news is on its way`;
    found.push({ ...about, verdict: "warning", text });
  }
  return found;
}

function sessionFindings(
  channel: string,
  node: string,
  nowMs: number,
  session: z.output<typeof sessionFacts>,
): Finding[] {
  const about = { node, session: session.session };
  const found: Finding[] = [
    session.isReachable
      ? {
          ...about,
          topic: "connection",
          verdict: "ok",
          text: `connected by ${session.transport || "no transport yet"}`,
        }
      : {
          ...about,
          topic: "connection",
          verdict: "problem",
          text: `its client is not there just now (${session.transport || "no transport yet"}): messages wait for it to come back`,
        },
  ];
  const { queuedMessages, maxQueuedMessages, dropped, lastDropMs } = session;
  if (queuedMessages > 0) {
    const isFull = queuedMessages >= maxQueuedMessages;
    const text = `${queuedMessages} of at most ${maxQueuedMessages} messages wait or are not confirmed`;
    found.push({ ...about, topic: "queue", verdict: isFull ? "problem" : "warning", text });
  } else found.push({ ...about, topic: "queue", verdict: "ok", text: "nothing waits" });
  if (dropped > 0) {
    const when = lastDropMs === undefined ? "" : `, the last one ${ago(nowMs - lastDropMs)}`;
    found.push({ ...about, topic: "queue", verdict: "warning", text: `${dropped} message(s) were dropped${when}` });
  }
  if (channel !== "" && !channel.startsWith("/service/")) found.push(subscriptionOf(channel, about, session));
  const { right } = session;
  if (right !== undefined) {
    found.push({ ...about, topic: "rights", verdict: right.allowed ? "ok" : "problem", text: right.text });
  }
  return found;
}

function subscriptionOf(
  channel: string,
  about: { readonly node: string; readonly session: string },
  { subscriptions }: z.output<typeof sessionFacts>,
): Finding {
  const taking = subscriptions.filter((name) => matches(name, channel));
  if (taking.length > 0) {
    return { ...about, topic: "subscription", verdict: "ok", text: `subscribed by ${taking.join(", ")}` };
  }
  const text = `not subscribed to ${channel}: what is published there does not come; what is sent to the user does`;
  return { ...about, topic: "subscription", verdict: "problem", text };
}

function endedFinding(node: string, nowMs: number, { atMs, reason, waiting }: z.output<typeof endedFacts>): Finding {
  const lost = waiting === 0 ? "" : `, and ${waiting} message(s) that waited went with it`;
  const text = `a session ended ${ago(nowMs - atMs)}: ${ENDINGS[reason]}${lost}`;
  const verdict = reason === "overflow" || waiting > 0 ? "warning" : "ok";
  return { topic: "sessions", verdict, text, node, session: "" };
}

function inboxOf({ keepsMessages, nodes, channel }: DeliveryFacts): Finding[] {
  const kept = Math.max(0, ...nodes.map(({ facts }) => facts.kept));
  const about = { topic: "inbox", node: "", session: "" } as const;
  if (kept > 0) return [{ ...about, verdict: "ok", text: `${kept} message(s) are kept for the next login` }];
  const text = keepsMessages
    ? "no message is kept for the user"
    : "messages for absent users are not kept (seti.inbox.maxMessages is 0)";
  return channel === "" || channel.startsWith("/service/") || keepsMessages ? [{ ...about, verdict: "ok", text }] : [];
}

function nodesOf({ unansweredNodes, unknownNodes }: DeliveryFacts): Finding[] {
  const about = { topic: "nodes", verdict: "unknown", session: "" } as const;
  return [
    ...unansweredNodes.map(
      (node): Finding => ({ ...about, node, text: "did not answer: it may have sessions of the user" }),
    ),
    ...unknownNodes.map(
      (node): Finding => ({ ...about, node, text: "is CometD's and cannot be asked about its sessions" }),
    ),
  ];
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 120) return `${seconds} s ago`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min ago` : `${Math.round(seconds / 3_600)} h ago`;
}
