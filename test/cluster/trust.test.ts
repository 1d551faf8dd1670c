import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeSecret } from "../../cluster/membership/node-auth.js";
import type { Message } from "../../core/message/message.js";
import { RawSocket } from "../support/raw-client.js";
import { startServer } from "../support/start-server.js";
import { until } from "../support/until.js";
import { SECRET, startNode, type TestNode } from "./start-oort.js";

async function linked(a: TestNode, b: TestNode): Promise<void> {
  const sees = (node: TestNode, other: TestNode) =>
    node.oort.peers.some(({ url, state }) => url === other.url && state === "joined");
  await until(() => sees(a, b) && sees(b, a), `${a.name} and ${b.name} are members to each other`, 15_000);
}

test("what a node says to open a link is of no use to whoever saw it", async (t) => {
  const alpha = await startNode(t, "alpha");
  const heard: Message[] = [];
  alpha.server.bayeux.addExtension({
    incoming: (_, message) => void (message.channel === "/meta/handshake" && heard.push(structuredClone(message))),
  });
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await linked(alpha, beta);
  assert.equal(JSON.stringify(heard).includes("oortSecret"), false);
  const before = alpha.oort.peers;
  const socket = await RawSocket.open(t, alpha.url);
  const answers: unknown[] = [];
  for (const message of [...heard]) {
    const [reply] = await socket.ask([{ ...message, id: "7" }]);
    assert.equal(reply?.successful, false);
    assert.equal(reply.clientId, undefined);
    answers.push(reply.advice);
  }
  assert.deepEqual(answers, [{ reconnect: "handshake", interval: 0 }, { reconnect: "none" }]);
  assert.equal(alpha.oort.stats.linksRefused.replayed, 1);
  assert.deepEqual(alpha.oort.peers, before);
  assert.equal(alpha.events.length, 1);
});

test("a server that cannot prove the secret gets no word of ours, not even our subscriptions", async (t) => {
  const trap = await startServer(t);
  const heard: string[] = [];
  const said = { oortURL: trap.url, oortId: "trap" };
  const extras = { version: 1, incarnation: 1, heartbeatMs: 750 };
  trap.bayeux.addExtension({
    incoming: (_, { channel }) => void heard.push(channel),
    outgoing: (message, { request }) => {
      if (request?.channel !== "/meta/handshake") return;
      const isFirst = heard.length === 1;
      const oortbus = isFirst ? { version: 1, nonce: "n" } : { ...extras, proof: "guessed" };
      message.ext = { "org.cometd.oort": { ...said, oortbus } };
      if (isFirst) Object.assign(message, { successful: false, advice: { reconnect: "handshake", interval: 0 } });
    },
  });
  const alpha = await startNode(t, "alpha", { seeds: [trap.url] });
  await until(() => alpha.oort.stats.dialsRefused.no_proof === 1, "alpha sees through it");
  assert.deepEqual(heard, ["/meta/handshake", "/meta/handshake"]);
  assert.deepEqual([alpha.oort.peers, alpha.events], [[], []]);
});

test("Java's form of the secret opens nothing where it is not configured", async (t) => {
  const pure = await startNode(t, "pure");
  const mixed = await startNode(t, "mixed", { oort: { java: true } });
  const ask = async ({ url }: TestNode) => {
    const socket = await RawSocket.open(t, url);
    const oort = { oortURL: "http://127.0.0.1:9/c", oortId: "j", oortSecret: encodeSecret(SECRET), cometURL: url };
    const handshake = { channel: "/meta/handshake", version: "1.0", id: "1", ext: { "org.cometd.oort": oort } };
    return (await socket.ask([handshake]))[0]?.successful;
  };
  assert.deepEqual([await ask(pure), await ask(mixed)], [false, true]);
  assert.equal(pure.oort.stats.linksRefused.no_proof, 1);
});

test("the secret is changed while the cloud runs: one node after another, in three steps, and all stay members", async (t) => {
  const STEPS = [
    { secret: "old" },
    { secret: "old", acceptedSecrets: ["new"] },
    { secret: "new", acceptedSecrets: ["old"] },
    { secret: "new" },
  ];
  const names = ["alpha", "beta", "gamma"];
  const nodes: TestNode[] = [];
  for (const name of names) {
    nodes.push(await startNode(t, name, { oort: STEPS[0]!, seeds: nodes.map(({ url }) => url) }));
  }
  const mesh = async () => {
    for (const a of nodes) for (const b of nodes) if (a !== b) await linked(a, b);
  };
  await mesh();
  for (const oort of STEPS.slice(1)) {
    for (const [index, name] of names.entries()) {
      const old = nodes[index]!;
      await old.oort.stop();
      await old.server.stop();
      const seeds = nodes.filter((node) => node !== old).map(({ url }) => url);
      nodes[index] = await startNode(t, name, { oort, seeds, port: old.server.port });
      await mesh();
    }
  }
  for (const { oort } of nodes) {
    assert.equal(oort.stats.linksRefused.wrong_secret, 0);
    assert.equal(oort.stats.dialsRefused.refused, 0);
  }
});
