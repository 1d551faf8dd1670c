import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxClient } from "../../core/client/node.js";
import { freePorts } from "../support/ports.js";
import { until } from "../support/until.js";
import { SECRET, startNode, type TestNode } from "./start-oort.js";

/** Waits until every node has every other as a member, and its links have settled. */
async function mesh(nodes: readonly TestNode[]): Promise<void> {
  await Promise.all(nodes.map((node) => node.joins(nodes.length - 1)));
  for (const node of nodes) {
    await until(
      () => node.oort.peers.filter((peer) => peer.state === "joined").length === nodes.length - 1,
      `${node.name} sees all others as joined`,
    );
  }
}

/** Of a node that gives nobody up because nothing is heard of him: who leaves has said so. */
const PATIENT = { suspectAfterMs: 60_000 };

test("two nodes, one of which knows the other", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  const seen = await alpha.joins(1);
  assert.deepEqual(seen, { url: beta.url, id: beta.oort.id, kind: "oortbus", incarnation: beta.oort.incarnation });
  assert.equal((await beta.joins(1)).id, alpha.oort.id);
  await mesh([alpha, beta]);
  assert.equal(alpha.oort.hasPeerSession(beta.url), true);
  assert.deepEqual(alpha.oort.knownUrls, [beta.url]);
  const [peer] = alpha.oort.peers;
  assert.equal(peer?.id, beta.oort.id);
  assert.equal(peer?.kind, "oortbus");
  const [session] = [...alpha.server.bayeux.sessions.values()].filter((one) => !one.isLocal);
  assert.equal(alpha.oort.isOort(session!), true);
  assert.deepEqual(alpha.oort.peerOf(session!), { url: beta.url, id: beta.oort.id });
});

test("both start at once and dial each other: one link in each direction, one joined on each side", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta");
  alpha.oort.observe(beta.url);
  beta.oort.observe(alpha.url);
  await mesh([alpha, beta]);
  for (const node of [alpha, beta]) {
    assert.equal(node.server.bayeux.remoteSessionCount, 1);
    assert.equal(node.events.length, 1);
  }
});

test("a third node knows one of two, and learns of the other by gossip", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const gamma = await startNode(t, "gamma", { seeds: [beta.url] });
  await mesh([alpha, beta, gamma]);
  for (const node of [alpha, beta, gamma]) assert.equal(node.events.length, 2);
});

test("two clouds merge when one node of each hears of the other", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  const gamma = await startNode(t, "gamma");
  const delta = await startNode(t, "delta", { seeds: [gamma.url] });
  await mesh([alpha, beta]);
  await mesh([gamma, delta]);
  beta.oort.observe(delta.url);
  await mesh([alpha, beta, gamma, delta]);
});

test("a peer known by another name is the same peer, and the name is not dialled twice", async (t) => {
  const alpha = await startNode(t, "alpha");
  const alias = alpha.url.replace("127.0.0.1", "localhost");
  const beta = await startNode(t, "beta", { seeds: [alias] });
  await mesh([alpha, beta]);
  assert.equal((await beta.joins(1)).url, alpha.url);
  assert.deepEqual(beta.oort.knownUrls, [alpha.url]);
  beta.oort.observe(alias);
  beta.oort.observe(alpha.url);
  assert.deepEqual(
    beta.oort.peers.map((peer) => peer.url),
    [alpha.url],
  );
});

test("both directions of a link are seen, with the time a message takes", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  await until(() => alpha.oort.linkOf(beta.url)?.out === "open", "the join was confirmed");
  assert.equal(await alpha.oort.publishTo(beta.url, "/chat", 1), true);
  const { roundTripMs, ...link } = alpha.oort.linkOf(beta.url)!;
  assert.ok(roundTripMs !== undefined && roundTripMs > 0 && roundTripMs < 5_000, String(roundTripMs));
  assert.deepEqual(
    { ...link, queuedMessages: 0, queuedBytes: 0 },
    {
      out: "open",
      in: "joined",
      queuedMessages: 0,
      queuedBytes: 0,
      gaps: 0,
      interest: 0,
      version: 1,
      sent: 0,
    },
  );
  assert.equal(alpha.oort.linkOf("http://127.0.0.1:1/cometd"), undefined);
});

test("own node under another name: refused politely, no events, and not dialled again for a while", async (t) => {
  const alpha = await startNode(t, "alpha");
  const alias = alpha.url.replace("127.0.0.1", "localhost");
  alpha.oort.observe(alias);
  await until(() => alpha.oort.stats.selfLinks === 1, "alpha meets itself");
  await until(() => alpha.oort.peers.length === 0, "the dead entry is purged");
  alpha.oort.observe(alias);
  assert.deepEqual(alpha.oort.peers, []);
  assert.deepEqual(alpha.events, []);
  assert.equal(alpha.server.bayeux.remoteSessionCount, 0);
});

test("a second link under a third name replaces the first, and nobody is told", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const [before] = [...alpha.server.bayeux.sessions.values()].filter((session) => !session.isLocal);
  beta.oort.observe(alpha.url.replace("127.0.0.1", "localhost"));
  await until(() => before!.hasEnded && alpha.server.bayeux.remoteSessionCount === 1, "the new link took over");
  const listener = await beta.client();
  await listener.subscribe("/chat");
  alpha.server.bayeux.publish(undefined, "/chat", "once");
  alpha.server.bayeux.publish(undefined, "/chat", "last");
  const messages = await listener.messages(2);
  assert.deepEqual(
    messages.map((message) => message.data),
    ["once", "last"],
  );
  assert.equal(alpha.events.length, 1);
  assert.equal(beta.events.length, 1);
});

test("a node with a wrong secret is refused, counted, and not linked with", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { oort: { secret: "another" }, seeds: [alpha.url] });
  await until(() => alpha.oort.stats.linksRefused.wrong_secret === 1, "alpha refuses");
  await until(() => beta.oort.stats.dialsRefused.refused === 1, "beta hears of it");
  beta.oort.observe(alpha.url);
  assert.deepEqual(beta.oort.peers, []);
  assert.deepEqual(alpha.oort.peers, [], "who did not prove the secret cannot make us dial");
  assert.deepEqual([...alpha.events, ...beta.events], []);
});

test("a forged link handshake gets the refusal that Java nodes know, and no session", async (t) => {
  const alpha = await startNode(t, "alpha");
  const forger = new BayeuxClient({ url: alpha.url });
  t.after(() => forger.abort());
  let refusal: unknown;
  forger.onHandshakeReply((reply) => {
    refusal = reply;
  });
  const field = { oortURL: "http://127.0.0.1:1/cometd", oortId: "x", oortSecret: "guess", cometURL: alpha.url };
  await assert.rejects(forger.handshake({ ext: { "org.cometd.oort": field } }));
  const { id: _, ...rest } = refusal as Record<string, unknown>;
  assert.deepEqual(rest, {
    channel: "/meta/handshake",
    successful: false,
    error: "403::handshake_denied",
    advice: { reconnect: "none" },
    ext: { "org.cometd.oort": { oortURL: alpha.url, oortId: alpha.oort.id } },
  });
  assert.equal(alpha.server.bayeux.remoteSessionCount, 0);
});

test("nodes of differently named clusters refuse each other, although they share the secret", async (t) => {
  const red = await startNode(t, "red", { oort: { clusterName: "red" } });
  const blue = await startNode(t, "blue", { oort: { clusterName: "blue" }, seeds: [red.url] });
  await until(() => red.oort.stats.linksRefused.wrong_cluster === 1, "red refuses blue");
  const other = await startNode(t, "other", { oort: { clusterName: "red" }, seeds: [red.url] });
  await mesh([red, other]);
  assert.deepEqual(blue.oort.peers, []);
});

test("without a secret a node links with nobody", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: { secret: undefined } });
  const beta = await startNode(t, "beta", { oort: { secret: undefined }, seeds: [alpha.url] });
  await until(() => beta.oort.stats.dialsRefused.refused === 1, "beta is refused");
  assert.deepEqual(alpha.events, []);
});

test("a broadcast reaches each subscriber of each node exactly once, whatever wildcards overlap", async (t) => {
  const oort = { channels: ["/**", "/chat/**", "/chat/*", "/chat/room"] };
  const alpha = await startNode(t, "alpha", { oort });
  const beta = await startNode(t, "beta", { oort, seeds: [alpha.url] });
  const gamma = await startNode(t, "gamma", { oort, seeds: [alpha.url] });
  await mesh([alpha, beta, gamma]);
  const clients = await Promise.all([alpha, beta, gamma].map((node) => node.client()));
  for (const client of clients) {
    for (const channel of ["/chat/room", "/chat/*", "/**"]) await client.subscribe(channel);
  }
  for (const [index, { client }] of clients.entries()) await client.publish("/chat/room", `from ${index}`);
  for (const { client } of clients) await client.publish("/chat/end", "end");
  for (const client of clients) {
    const texts = (await client.messages(6)).map((message) => message.data);
    assert.deepEqual(texts.sort(), ["end", "end", "end", "from 0", "from 1", "from 2"]);
  }
});

test("ext and the application's own fields cross; protocol fields and the publisher's id do not", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const listener = await beta.client();
  await listener.subscribe("/chat");
  const speaker = await alpha.client();
  await speaker.client.publish("/chat", { text: "hi" }, { ext: { trace: "77" }, custom: 5, successful: true });
  const [message] = await listener.messages(1);
  assert.deepEqual(message, { channel: "/chat", data: { text: "hi" }, ext: { trace: "77" }, custom: 5 });
});

test("only what a node observes reaches it, from the moment it observes it", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { oort: { channels: [] }, seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const listener = await beta.client();
  await listener.subscribe("/**");
  const [link] = [...alpha.server.bayeux.sessions.values()].filter((session) => alpha.oort.peerOf(session));
  const subscriptions = () => [...link!.subscriptions].map((channel) => channel.name).sort();
  alpha.server.bayeux.publish(undefined, "/news", "unobserved");
  beta.oort.observeChannel("/news");
  await until(() => subscriptions().includes("/news"), "beta subscribes at alpha");
  alpha.server.bayeux.publish(undefined, "/news", "observed");
  assert.deepEqual(
    (await listener.messages(1)).map((message) => message.data),
    ["observed"],
  );
  beta.oort.deobserveChannel("/news");
  await until(() => !subscriptions().includes("/news"), "beta unsubscribes");
  assert.deepEqual(subscriptions(), ["/oort/cloud"]);
  assert.throws(() => beta.oort.observeChannel("/service/x"), RangeError);
});

test("an internal channel that is observed by name crosses once, wildcards or not", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  for (const node of [alpha, beta]) node.oort.observeChannel("/seti/all");
  await mesh([alpha, beta]);
  const heard: unknown[] = [];
  const local = beta.server.bayeux.newLocalSession("seti");
  await local.handshake();
  local.subscribe("/seti/all", (message) => heard.push(message.data));
  local.subscribe("/seti/other", (message) => heard.push(message.data));
  local.subscribe("/last", (message) => heard.push(message.data));
  await beta.oort.interestSettled();
  const sender = alpha.server.bayeux.newLocalSession("seti");
  await sender.handshake();
  await sender.publish("/seti/all", "all");
  await sender.publish("/seti/other", "for another node");
  await sender.publish("/last", "last");
  await until(() => heard.includes("last"), "the last message arrives");
  assert.deepEqual(heard, ["all", "last"]);
});

test("the cluster's own channels are closed to clients, and hidden from who listens to everything", async (t) => {
  const alpha = await startNode(t, "alpha");
  const { client, subscribe, messages } = await alpha.client();
  const denied = (operation: string) => ({ message: new RegExp(`403:denied_by_not_granting:${operation}`) });
  for (const channel of ["/oort/cloud", "/oort/**", "/oort/*", "/seti/all", "/seti/**", "/seti/*", "/service/oort/x"]) {
    await assert.rejects(subscribe(channel), denied("(subscribe|create)_denied"), channel);
  }
  for (const channel of ["/oort/cloud", "/seti/all", "/service/oort", "/service/oort/objects/x", "/oort/new"]) {
    await assert.rejects(
      client.publish(channel, ["http://127.0.0.1:1/cometd"]),
      denied("(publish|channel_create)_denied"),
      channel,
    );
  }
  assert.deepEqual(alpha.oort.peers, [], "a client's gossip is not listened to");
  await subscribe("/**");
  alpha.server.bayeux.publish(undefined, "/seti/all", "secret");
  alpha.server.bayeux.publish(undefined, "/oort/objects/x", "secret");
  alpha.server.bayeux.publish(undefined, "/open", "open");
  assert.deepEqual(
    (await messages(1)).map((message) => message.data),
    ["open"],
  );
});

test("a graceful leave is told at once, and the one who left can come back, even as the only seed", async (t) => {
  const [port = 0] = await freePorts(1);
  const alpha = await startNode(t, "alpha", { port });
  const beta = await startNode(t, "beta", { seeds: [alpha.url], oort: PATIENT });
  await mesh([alpha, beta]);
  const stopped = alpha.oort.stop();
  await beta.leaves(1);
  await stopped;
  assert.deepEqual(alpha.events, [`+${beta.oort.id}`], "who stops hears no left");
  await alpha.server.stop();
  const again = await startNode(t, "alpha again", { port });
  await beta.joins(2);
  await again.joins(1);
  assert.deepEqual(beta.events, [`+${alpha.oort.id}`, `-${alpha.oort.id}`, `+${again.oort.id}`]);
});

test("a node that others deobserve leaves on both sides", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: PATIENT });
  const beta = await startNode(t, "beta", { oort: PATIENT });
  beta.oort.observe(alpha.url);
  await mesh([alpha, beta]);
  alpha.oort.deobserve(beta.url);
  await Promise.all([alpha.leaves(1), beta.leaves(1)]);
  await until(() => alpha.oort.peers.length === 0 && beta.oort.peers.length === 0, "both links are gone");
});

test("only one side loses the link: that side tells left and joined, the other nothing", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const [link] = [...beta.server.bayeux.sessions.values()].filter((session) => beta.oort.peerOf(session));
  link!.end("expired", { reconnect: "handshake" });
  await beta.joins(2);
  assert.deepEqual(beta.events, [`+${alpha.oort.id}`, `-${alpha.oort.id}`, `+${alpha.oort.id}`]);
  assert.deepEqual(alpha.events, [`+${beta.oort.id}`]);
});

test("a link in JSON that cannot take any more is reset, told and counted, and comes back", async (t) => {
  const alpha = await startNode(t, "alpha", { oort: { maxLinkQueuedMessages: 100, linkEncoding: "json" } });
  const beta = await startNode(t, "beta", { oort: { forwarding: "observe" }, seeds: [alpha.url] });
  await mesh([alpha, beta]);
  for (let count = 0; count < 300; count += 1) alpha.server.bayeux.publish(undefined, "/flood", count);
  await alpha.joins(2);
  assert.equal(alpha.oort.stats.linkOverflows, 1);
  assert.deepEqual(alpha.events, [`+${beta.oort.id}`, `-${beta.oort.id}`, `+${beta.oort.id}`]);
});

test("a link carries messages larger than a client may send, both ways", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  const large = "x".repeat(1_000_000);
  const heard: number[] = [];
  const local = beta.server.bayeux.newLocalSession("app");
  await local.handshake();
  local.subscribe("/large", (message) => heard.push(String(message.data).length));
  await beta.oort.interestSettled();
  alpha.server.bayeux.publish(undefined, "/large", large);
  await until(() => heard.length === 1, "the broadcast arrives");
  assert.equal(await alpha.oort.publishTo(beta.url, "/large", large), true);
  assert.deepEqual(heard, [1_000_000, 1_000_000]);
  assert.equal(await alpha.oort.publishTo("http://127.0.0.1:1/cometd", "/large", 1), false, "nobody known there");
  assert.equal(alpha.events.length, 1);
});

test("a peer's nonsense on the cluster's channels is counted and ignored", async (t) => {
  const alpha = await startNode(t, "alpha");
  const beta = await startNode(t, "beta", { seeds: [alpha.url] });
  await mesh([alpha, beta]);
  for (const data of [null, "x", [1], { a: 1 }]) await beta.oort.publishTo(alpha.url, "/oort/cloud", data);
  for (const data of [null, [], { oortId: 1 }]) await beta.oort.publishTo(alpha.url, "/service/oort", data);
  await beta.oort.publishTo(alpha.url, "/oort/cloud", ["nonsense"]);
  assert.equal(alpha.oort.stats.malformed, 7);
  assert.equal(alpha.events.length, 1);
  assert.equal(alpha.oort.peers.length, 1);
});

test("options are checked, every wrong key in one error", async (t) => {
  const { server } = await startNode(t, "alpha");
  const { Oort } = await import("../../cluster/oort.js");
  const wrong = { url: "beta", secret: SECRET, channels: ["/service/x"], hartbeat: 1 } as never;
  assert.throws(
    () => new Oort(server.bayeux, wrong),
    /oort\.url: .*oort\.channels\.0: .*oort\.hartbeat: unknown option/,
  );
});
