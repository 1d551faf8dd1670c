import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { WebSocket } from "ws";
import type { BinarySocket } from "../../../cluster/link/framed-link.js";
import { readFrame, writeFrame } from "../../../cluster/link/link-frame.js";
import { LinkFraming } from "../../../cluster/link/link-framing.js";
import { writeOffer } from "../../../cluster/link/link-offer.js";
import type { LinkQueue } from "../../../cluster/link/link-queue.js";
import { linkTransports } from "../../../cluster/link/link-transports.js";
import { oortOptions } from "../../../cluster/oort-options.js";
import { OortStats } from "../../../cluster/oort-stats.js";
import { silentLogger } from "../../../core/logger.js";
import type { Message } from "../../../core/message/message.js";
import { startServer } from "../../support/start-server.js";
import { until } from "../../support/until.js";
import { type NodeOptions, startNode } from "../start-oort.js";

const OFFER = { "oortbus.link": writeOffer(1_000_000) };
const LIMITS = { maxJsonDepth: 64 };

/** A server that takes whoever says so for a peer. */
async function startFraming(t: TestContext) {
  const server = await startServer(t);
  const stats = new OortStats();
  const heard: string[] = [];
  const framing = new LinkFraming({
    options: oortOptions.parse({ url: server.url, linkEncoding: "protobuf" }),
    stats,
    logger: silentLogger,
    isPeer: (session) => session.attributes.has("peer"),
    heard: (session) => void heard.push(session.id),
  });
  server.bayeux.addExtension(framing);
  server.bayeux.addListener({
    sessionAdded: (session, { ext }) => void (ext?.peer === true && session.attributes.set("peer", true)),
  });
  return { ...server, stats, heard };
}

class RawPeer {
  readonly socket: WebSocket;
  readonly came: (Message[] | ReturnType<typeof readFrame>)[] = [];
  code: number | undefined;

  constructor(t: TestContext, url: string) {
    this.socket = new WebSocket(url.replace("http", "ws"));
    t.after(() => this.socket.terminate());
    this.socket.on("message", (data: Buffer, isBinary) => {
      this.came.push(isBinary ? readFrame(data, LIMITS) : (JSON.parse(String(data)) as Message[]));
    });
    this.socket.on("close", (code) => {
      this.code = code;
    });
  }

  async handshake(ext: Record<string, unknown>): Promise<Message> {
    await once(this.socket, "open");
    this.socket.send(JSON.stringify([{ channel: "/meta/handshake", id: "1", ext }]));
    await until(() => this.came.length > 0, "the handshake is answered");
    return (this.came.shift() as Message[])[0]!;
  }

  frame(messages: readonly object[], ack = 0): void {
    const text = messages.length === 0 ? "" : JSON.stringify(messages);
    this.socket.send(writeFrame({ first: 0, ack, ackWanted: false, dropped: 0 }, [], text, 0));
  }
}

test("a peer that offers frames is answered in frames from the handshake's reply on", async (t) => {
  const { url, bayeux } = await startFraming(t);
  const peer = new RawPeer(t, url);
  const reply = await peer.handshake({ peer: true, ack: true, ...OFFER });
  assert.deepEqual(reply.ext, { "oortbus.link": writeOffer(4_194_304) }, "and ack is of no use then");
  const clientId = reply.clientId!;
  peer.frame([{ channel: "/meta/subscribe", id: "2", clientId, subscription: "/news" }]);
  await until(() => peer.came.length === 1, "the subscription is answered");
  bayeux.publish(undefined, "/news", { a: 1 }, { ext: { b: 2 } });
  await until(() => peer.came.length === 2, "the message comes");
  assert.deepEqual(peer.came[1], {
    first: 1,
    ack: 0,
    ackWanted: false,
    dropped: 0,
    deliveries: [{ channel: "/news", data: '{"a":1}', dataBytes: 7, fields: '{"ext":{"b":2}}', envelope: undefined }],
    messages: "",
  });
  const { queue } = bayeux.getSession(clientId)!;
  assert.equal(queue.length, 1);
  peer.frame([], 1);
  await until(() => queue.length === 0, "the acknowledgement is taken");
});

test("a peer that offers it has empty frames for heartbeats, both ways, and its connects wait as long as a client's", async (t) => {
  const { url, bayeux, heard } = await startFraming(t);
  const peer = new RawPeer(t, url);
  const { clientId, advice } = await peer.handshake({ peer: true, ...OFFER });
  assert.equal(advice?.timeout, bayeux.options.timeoutMs);
  const session = bayeux.getSession(clientId!)!;
  const queue = session.queue as LinkQueue;
  peer.socket.send(new Uint8Array(0));
  await until(() => heard.includes(clientId!), "the peer is heard");
  assert.ok(queue.beats);
  queue.beat();
  session.outlet!.wake();
  await until(() => peer.came.length === 1, "an empty frame comes");
  const empty = { first: 0, ack: 0, ackWanted: false, dropped: 0, deliveries: [], messages: "" };
  assert.deepEqual(peer.came, [empty]);
  assert.ok(!queue.hasPending);

  const older = new RawPeer(t, url);
  const { beats: _, ...offer } = writeOffer(1_000_000);
  const reply = await older.handshake({ peer: true, "oortbus.link": offer });
  assert.ok(!(bayeux.getSession(reply.clientId!)!.queue as LinkQueue).beats);
});

test("an envelope goes to a peer that knows envelopes; another one, and who is no peer, gets the message as it is", async (t) => {
  const { url, bayeux } = await startFraming(t);
  const sender = bayeux.newLocalSession("sender");
  await sender.handshake();
  const { envelopes: _, ...older } = writeOffer(1_000_000);
  const subscribed = async (ext: Record<string, unknown>): Promise<RawPeer> => {
    const peer = new RawPeer(t, url);
    const { clientId } = await peer.handshake(ext);
    const subscribe = [{ channel: "/meta/subscribe", id: "2", clientId, subscription: "/news" }];
    if (ext.peer === true) peer.frame(subscribe);
    else peer.socket.send(JSON.stringify(subscribe));
    await until(() => peer.came.length === 1, "the subscription is answered");
    return peer;
  };
  const knows = await subscribed({ peer: true, ...OFFER });
  const knowsNot = await subscribed({ peer: true, "oortbus.link": older });
  const client = await subscribed({});
  const printed = { channel: "/news", data: '"é"', dataBytes: 4, fields: "", envelope: Buffer.from("for é") };
  let opened = 0;
  const open = () => {
    opened += 1;
    return '{"for":"é"}';
  };
  assert.equal(bayeux.publishEnveloped(sender.session, printed, open), 3);
  for (const peer of [knows, knowsNot, client]) await until(() => peer.came.length === 2, "the message comes");
  const frame = { first: 1, ack: 0, ackWanted: false, dropped: 0, messages: "" };
  assert.deepEqual(knows.came[1], { ...frame, deliveries: [printed] });
  const data = '{"for":"é"}';
  const inPlain = { channel: "/news", data, dataBytes: 12, fields: "", envelope: undefined };
  assert.deepEqual(knowsNot.came[1], { ...frame, deliveries: [inPlain] });
  assert.deepEqual(client.came[1], [{ channel: "/news", data: { for: "é" } }]);
  assert.equal(opened, 1, "printed once for all of them");
  bayeux.addExtension({ outgoing() {} });
  assert.equal(bayeux.publishEnveloped(sender.session, printed, open), undefined, "an extension has to see it");
});

test("no frame is longer than the peer takes, also where a reply leaves at the same time", async (t) => {
  const { url, bayeux } = await startFraming(t);
  const peer = new RawPeer(t, url);
  const lengths: number[] = [];
  peer.socket.on("message", (data: Buffer, isBinary) => void (isBinary && lengths.push(data.length)));
  const { clientId } = await peer.handshake({ peer: true, "oortbus.link": writeOffer(2_000) });
  bayeux.addListener({
    subscribed: () => {
      for (const size of [1_900, 900, 900, 2_000]) bayeux.publish(undefined, "/news", "x".repeat(size));
    },
  });
  peer.frame([{ channel: "/meta/subscribe", id: "2", clientId, subscription: "/news" }]);
  const frames = () => peer.came.flatMap((frame) => (Array.isArray(frame) ? [] : frame));
  await until(() => frames().some(({ messages }) => messages !== "") && frames().length >= 3, "all of it comes");
  assert.ok(Math.max(...lengths) <= 2_000, String(lengths));
  assert.deepEqual(
    frames().flatMap(({ deliveries }) => deliveries.map(({ data }) => data.length - 2)),
    [1_900, 900, 900],
  );
  assert.deepEqual(frames().at(-1)?.dropped, 1, "and what fits into none is told");
});

test("more than one frame has room for leaves in several, one behind the other, without being asked for", async (t) => {
  const { url, bayeux } = await startFraming(t);
  const peer = new RawPeer(t, url);
  const { clientId } = await peer.handshake({ peer: true, ...OFFER });
  peer.frame([{ channel: "/meta/subscribe", id: "2", clientId, subscription: "/news" }]);
  await until(() => peer.came.length === 1, "the subscription is answered");
  for (let count = 0; count < 20_000; count += 1) bayeux.publish(undefined, "/news", count);
  const came = () => peer.came.slice(1).flatMap((frame) => (Array.isArray(frame) ? [] : frame.deliveries));
  await until(() => came().length === 20_000, "all of it comes");
  assert.ok(peer.came.length >= 4);
  assert.deepEqual(
    came().map(({ data }) => Number(data)),
    Array.from({ length: 20_000 }, (_, index) => index),
  );
});

test("who is no peer, or offers nothing, or comes over HTTP, gets Bayeux as it is; bytes from him are passed over", async (t) => {
  const { url, bayeux } = await startFraming(t);
  for (const ext of [OFFER, { peer: true }, { peer: true, "oortbus.link": { version: 2, maxFrameBytes: 1 } }]) {
    const peer = new RawPeer(t, url);
    const reply = await peer.handshake(ext);
    assert.equal(reply.ext?.["oortbus.link"], undefined, JSON.stringify(ext));
    peer.socket.send(Buffer.from([1, 2, 3]));
    peer.socket.send(
      JSON.stringify([{ channel: "/meta/connect", clientId: reply.clientId, connectionType: "websocket" }]),
    );
    await until(() => peer.came.length === 1, "the connect is answered");
    assert.ok(Array.isArray(peer.came[0]));
  }
  const body = JSON.stringify([{ channel: "/meta/handshake", ext: { peer: true, ...OFFER } }]);
  const response = await fetch(url, { method: "POST", body, headers: { "Content-Type": "application/json" } });
  const [reply] = (await response.json()) as Message[];
  assert.equal(reply?.successful, true);
  assert.equal(reply?.ext, undefined);
  assert.equal(bayeux.stats.malformed, 0);
});

test("a peer whose bytes are no frame is counted, and its session and connection end", async (t) => {
  const { url, bayeux, stats } = await startFraming(t);
  const peer = new RawPeer(t, url);
  const { clientId } = await peer.handshake({ peer: true, ...OFFER });
  peer.socket.send(Buffer.from([0xff, 1, 2]));
  await until(() => peer.code !== undefined, "the connection ends");
  assert.equal(stats.linkMalformed, 1);
  assert.equal(bayeux.getSession(clientId!), undefined);
});

test("a frame whose text is no Bayeux ends the link as well", async (t) => {
  const { url, stats } = await startFraming(t);
  const peer = new RawPeer(t, url);
  await peer.handshake({ peer: true, ...OFFER });
  peer.socket.send(writeFrame({ first: 0, ack: 0, ackWanted: false, dropped: 0 }, [], "[1", 0));
  await until(() => peer.code !== undefined, "the connection ends");
  assert.equal(stats.linkMalformed, 1);
});

/** Two nodes with a framed link. What is delivered comes to beta as if alpha had sent it. */
async function pairWithOpenSocket(t: TestContext, oort: NodeOptions["oort"] = {}) {
  const alpha = await startNode(t, "alpha", { oort: { linkEncoding: "protobuf" } });
  let socket: BinarySocket | undefined;
  const kept = (own: BinarySocket): BinarySocket => {
    socket = own;
    return own;
  };
  const beta = await startNode(t, "beta", {
    seeds: [alpha.url],
    oort: { linkEncoding: "protobuf", ...oort },
    parts: { transports: (wrap) => linkTransports({})(wrap && ((own) => wrap(kept(own)))) },
  });
  await Promise.all([alpha.joins(1), beta.joins(1)]);
  const first = socket as WebSocket | undefined;
  const deliver = (bytes: Uint8Array) => void first!.emit("message", bytes, true);
  return { alpha, beta, deliver, isRelinked: () => socket !== first };
}

test("a node that is sent what is no frame counts it, gives up the link, and takes it up anew after a pause", async (t) => {
  const { alpha, beta, deliver, isRelinked } = await pairWithOpenSocket(t, { refusedRetryMs: 100 });
  deliver(Buffer.from([1, 2, 3]));
  assert.equal(beta.oort.stats.linkMalformed, 1);
  assert.equal(beta.oort.stats.dialsRefused.broken_frame, 1);
  const listener = await beta.client();
  await listener.subscribe("/news");
  await until(() => beta.oort.peers[0]?.state === "joined" && isRelinked(), "linked anew", 10_000);
  await beta.oort.interestSettled();
  alpha.server.bayeux.publish(undefined, "/news", 1);
  assert.equal((await listener.messages(1))[0]?.data, 1);
});

test("deliveries that were never sent before end the link: something is missing that nobody would tell", async (t) => {
  const { beta, deliver } = await pairWithOpenSocket(t);
  const { Publication } = await import("../../../core/message/publication.js");
  const early = [new Publication({ channel: "/news", data: 1 }).printed];
  deliver(writeFrame({ first: 1_000_000, ack: 0, ackWanted: false, dropped: 0 }, early, "", 0));
  assert.equal(beta.oort.stats.linkMalformed, 1);
});
