import assert from "node:assert/strict";
import { test } from "node:test";
import { isObject, type Message } from "../../core/message/message.js";
import { PRESENCE_PAUSE_MS } from "../../seti/presence-pace.js";
import { PresenceTable } from "../../seti/presence-table.js";
import {
  type PresenceStatement,
  readSetiMessage,
  SETI_ALL,
  setiChannelOf,
  type UserMessage,
} from "../../seti/seti-message.js";
import { assertSameForm, readTrace, type Trace, type TracedMessage } from "../support/traces.js";
import { startFakeNode } from "./fake-cloud.js";

const URLS = new Map([
  ["A", "http://127.0.0.1:9301/cometd"],
  ["B", "http://127.0.0.1:9302/cometd"],
  ["C", "http://127.0.0.1:9303/cometd"],
]);
const LIMITS = { maxUsersPerNode: 100, maxChangesAhead: 100, maxDepartedUsers: 100 };

type Nodes = Map<string, ReplayedNode>;

/** Seti's own traffic of a story: not the replies, and not the services of the recorded application. */
function setiTraffic(trace: Trace): TracedMessage[] {
  return trace.messages.filter(
    ({ message, from, to }) =>
      URLS.has(from) && URLS.has(to) && message.channel.startsWith("/seti/") && message.data !== undefined,
  );
}

/** One recorded node, with our table in place of its own. */
class ReplayedNode {
  readonly name: string;
  readonly table: PresenceTable<string>;
  readonly received: UserMessage[] = [];
  readonly #runs = new Map<string, string>();

  constructor(name: string) {
    this.name = name;
    this.table = new PresenceTable<string>(URLS.get(name) ?? "", LIMITS);
  }

  hears({ message, from, line }: TracedMessage): void {
    if (message.channel === "/service/oort") return this.#join(message, from);
    const read = readSetiMessage(message.data, 256);
    assert.ok(read !== undefined, `line ${line} is understood`);
    if (read.kind === "user") this.received.push(read.message);
    else if (read.kind === "presence") {
      assert.equal(read.statement.node, URLS.get(from), `line ${line}: a node speaks for itself`);
      assert.equal(read.statement.stamp, undefined);
      this.table.apply(read.statement, true);
    }
  }

  /** A join with another oortId: Oort says that the earlier run has left. */
  #join(message: Message, from: string): void {
    const id = isObject(message.data) ? String(message.data.oortId) : "";
    if (this.#runs.get(from) !== id) this.table.left(URLS.get(from) ?? "");
    this.#runs.set(from, id);
  }

  /** All users it knows, when those of its own sessions are these. */
  usersWith(local: readonly string[]): string[] {
    return [...new Set([...local, ...this.table.users()])].sort();
  }
}

/** Plays a story into our tables and compares them with what the Java nodes said of themselves, at each time. */
function replay(name: string, before: (nodes: Nodes) => void = () => {}): Nodes {
  const trace = readTrace(name);
  const nodes: Nodes = new Map([...URLS.keys()].map((node) => [node, new ReplayedNode(node)]));
  before(nodes);
  const isJoin = ({ message, from, to }: TracedMessage) =>
    message.channel === "/service/oort" && message.data !== undefined && URLS.has(from) && URLS.has(to);
  const steps = [
    ...[...setiTraffic(trace), ...trace.messages.filter(isJoin)].map((traced) => ({
      tMs: traced.tMs,
      act: () => nodes.get(traced.to)?.hears(traced),
    })),
    ...trace.notes.map(({ tMs, note, status }) => ({
      tMs,
      act() {
        const killed = /^SIGKILL to ([ABC])/.exec(note)?.[1];
        if (killed !== undefined) nodes.set(killed, new ReplayedNode(killed));
        const asked = /^GET \/status at ([ABC])$/.exec(note)?.[1];
        const node = asked === undefined ? undefined : nodes.get(asked);
        if (node !== undefined && status !== undefined) compare(node, status, `${name} at ${tMs} ms, ${asked}`);
      },
    })),
  ];
  for (const { act } of steps.sort((a, b) => a.tMs - b.tMs)) act();
  return nodes;
}

let compared = 0;

function compare(node: ReplayedNode, status: Readonly<Record<string, unknown>>, where: string): void {
  // Some stories record all users only; a node's own are then those the table was given for it.
  const local = (status.associatedUserIds ?? [...node.table.localUsers]) as string[];
  assert.deepEqual(node.usersWith(local), [...(status.userIds as string[])].sort(), where);
  compared += 1;
}

function java(node: string, userIds: string[]): PresenceStatement {
  const plain = { present: true, replace: true, alive: undefined, stamp: undefined, chunk: undefined };
  return { ...plain, node: URLS.get(node) ?? "", userIds };
}

test("05: users come and go, a node joins: our table says what the Java nodes said, at every moment", () => {
  compared = 0;
  replay("05");
  assert.ok(compared >= 14);
});

test("06: messages for users are understood, and go to the node that has them", () => {
  const nodes = replay("06");
  const got = (name: string) => nodes.get(name)?.received.map(({ userId, channel }) => `${userId} ${channel}`);
  assert.deepEqual(got("A"), ["alice /service/dm"]);
  assert.deepEqual(got("B"), ["bob /dm/bob", "carol /dm/carol", "nobody /dm/nobody", ...Array(3).fill("bob /dm/bob")]);
  assert.deepEqual(got("C"), ["carol /dm/carol", "carol /dm/carol", "nobody /dm/nobody"]);
  for (const node of nodes.values()) {
    for (const message of node.received) assert.equal(message.request, undefined);
    assert.deepEqual([...node.table.users()], []);
  }
});

test("10b: a node that leaves says so, and its users are gone", () => {
  const nodes = replay("10b", (before) => {
    before.get("A")?.table.addSession("alice", "alice");
    before.get("A")?.table.apply(java("B", ["bob"]), true);
    before.get("C")?.table.apply(java("A", ["alice"]), true);
    before.get("C")?.table.apply(java("B", ["bob"]), true);
  });
  assert.deepEqual([...(nodes.get("C")?.table.users() ?? [])], ["alice"]);
});

test("12: a node killed and quickly back comes without its users", () => {
  compared = 0;
  const nodes = replay("12", (before) => {
    before.get("A")?.table.apply(java("B", ["bob"]), true);
    before.get("B")?.table.addSession("bob", "bob");
  });
  assert.deepEqual([...(nodes.get("A")?.table.users() ?? [])], []);
  assert.equal(compared, 4);
});

const JAVA_PEER = "http://127.0.0.1:9302/cometd";
const EXTRAS = ["incarnation", "version"];

function recorded(trace: string, accepts: (data: Record<string, unknown>, message: Message) => boolean) {
  const found = setiTraffic(readTrace(trace)).find(
    ({ message }) => isObject(message.data) && accepts(message.data, message),
  );
  assert.ok(found, "the trace has it");
  return found.message.data;
}

test("what we tell a Java node has the keys and types of what it told us", async (t) => {
  const { seti, cloud, clock, login } = startFakeNode(t);
  login("ann");
  const peer = cloud.join(JAVA_PEER, "java");

  const [onSubscription] = peer.take();
  assertSameForm(
    onSubscription,
    recorded("05", ({ alive, userIds }) => alive === true && `${userIds}` === "alice"),
    {
      ignore: EXTRAS,
    },
  );

  clock.runTurn();
  const push = cloud.pushed.at(-1);
  assert.equal(push?.channel, setiChannelOf(JAVA_PEER));
  const setPushed = recorded("05", (data, { channel }) => data.replace === true && channel !== SETI_ALL);
  assertSameForm({ ...(push?.data as object) }, { ...(setPushed as object), userIds: ["alice"] }, { ignore: EXTRAS });

  login("bob");
  await clock.advance(PRESENCE_PAUSE_MS);
  const [change] = peer.take();
  assertSameForm(
    change,
    recorded("05", ({ presence, replace }) => presence === true && replace === false),
    {
      ignore: EXTRAS,
    },
  );

  cloud.broadcast(SETI_ALL, { userIds: ["cem"], oortURL: JAVA_PEER, presence: true, replace: false });
  await seti.sendMessage("cem", "/dm/cem", { text: "hi" });
  const [direct] = peer.take();
  assertSameForm(
    direct,
    recorded("06", ({ userId }) => userId === "bob"),
    { opaque: ["data"] },
  );

  await seti.sendMessage("nobody", "/dm/nobody", { text: "anyone there?" });
  const [toAll] = peer.take();
  const ignore = ["request", "oortURL"];
  assertSameForm(
    toAll,
    recorded("06", ({ userId }) => userId === "nobody"),
    { opaque: ["data"], ignore },
  );

  seti.stop();
  const stopped = peer.take().at(-1);
  assertSameForm(
    stopped,
    recorded("10b", ({ alive }) => alive === false),
    { ignore: EXTRAS },
  );
  assert.equal((stopped as { presence: unknown }).presence, true, "an empty full set, as Java says it");
});

test("a Java node is answered as often as it asks, and never asks again because of it", (t) => {
  const { cloud, clock } = startFakeNode(t);
  cloud.join(JAVA_PEER, "java");
  clock.runTurn();
  cloud.pushed.length = 0;
  const question = recorded("05", ({ alive, oortURL }) => alive === true && oortURL === JAVA_PEER);
  for (let round = 0; round < 2; round += 1) {
    cloud.broadcast(SETI_ALL, question);
    clock.runTurn();
  }
  assert.equal(cloud.pushed.length, 2);
  for (const { data } of cloud.pushed) assert.ok(isObject(data) && !("alive" in data));
});
