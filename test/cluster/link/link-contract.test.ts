import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { WebSocket } from "ws";
import { LinkQueue } from "../../../cluster/link/link-queue.js";
import type { OortOptionsInput } from "../../../cluster/oort-options.js";
import { TcpProxy } from "../../support/tcp-proxy.js";
import { until } from "../../support/until.js";
import { startNode, type TestNode } from "../start-oort.js";

type LinkEncoding = NonNullable<OortOptionsInput["linkEncoding"]>;

/** What a link does is the same in whatever it is written. `json` beside `protobuf`: a cloud in the middle of an upgrade. */
const PAIRS: readonly (readonly [LinkEncoding, LinkEncoding])[] = [
  ["json", "json"],
  ["protobuf", "json"],
  ["json", "protobuf"],
  ["protobuf", "protobuf"],
];

interface Pair {
  readonly alpha: TestNode;
  readonly beta: TestNode;
  /** Between beta's comet and alpha. */
  readonly proxy: TcpProxy;
}

async function startPair(
  t: TestContext,
  [ofAlpha, ofBeta]: readonly [LinkEncoding, LinkEncoding],
  alphaOptions: Partial<OortOptionsInput> = {},
): Promise<Pair> {
  const proxy = await TcpProxy.start(t);
  const alpha = await startNode(t, "alpha", {
    proxyPort: proxy.port,
    oort: { linkEncoding: ofAlpha, ...alphaOptions },
  });
  proxy.target(alpha.server.port);
  const beta = await startNode(t, "beta", { seeds: [alpha.url], oort: { linkEncoding: ofBeta } });
  await Promise.all([alpha.joins(1), beta.joins(1)]);
  await until(
    () => [alpha, beta].every(({ oort }) => oort.peers[0]?.state === "joined"),
    "both see each other as joined",
  );
  return { alpha, beta, proxy };
}

const queueOf = (node: TestNode) => [...node.server.bayeux.sessions.values()].find(({ isLocal }) => !isLocal)!.queue;

/** Its texts, as they came. */
async function rawSubscriber(t: TestContext, node: TestNode, channel: string): Promise<string[]> {
  const texts: string[] = [];
  const socket = new WebSocket(node.server.url.replace("http", "ws"));
  t.after(() => socket.terminate());
  await once(socket, "open");
  const ask = async (message: object) => {
    socket.send(JSON.stringify([message]));
    const [data] = (await once(socket, "message")) as [Buffer];
    return JSON.parse(String(data))[0] as { clientId: string };
  };
  const { clientId } = await ask({
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["websocket"],
  });
  await ask({ channel: "/meta/subscribe", clientId, subscription: channel });
  socket.on("message", (data) => void texts.push(String(data)));
  return texts;
}

for (const pair of PAIRS) {
  const [ofAlpha, ofBeta] = pair;
  const isFramed = ofAlpha === "protobuf" && ofBeta === "protobuf";
  const name = `${ofAlpha} with ${ofBeta}`;

  test(`${name}: messages cross in both directions, in order, and what is written fits what both can`, async (t) => {
    const { alpha, beta } = await startPair(t, pair);
    assert.equal(queueOf(alpha) instanceof LinkQueue, isFramed);
    assert.equal(queueOf(beta) instanceof LinkQueue, isFramed);
    for (const [from, to] of [
      [alpha, beta],
      [beta, alpha],
    ] as const) {
      const listener = await to.client();
      await listener.subscribe("/chat/**");
      await to.oort.interestSettled();
      for (let count = 0; count < 500; count += 1) from.server.bayeux.publish(undefined, `/chat/${count % 3}`, count);
      const numbers = (await listener.messages(500)).map(({ data }) => data);
      assert.deepEqual(
        numbers,
        numbers.map((_, index) => index),
      );
      assert.equal(await from.oort.publishTo(to.url, "/chat/direct", "x".repeat(500_000)), true);
      assert.equal(String((await listener.messages(501)).at(-1)?.data).length, 500_000);
    }
  });

  test(`${name}: clients get the bytes that any such link gives them`, async (t) => {
    const { alpha, beta } = await startPair(t, pair);
    const texts = await rawSubscriber(t, beta, "/raw");
    await beta.oort.interestSettled();
    const expected: string[] = [];
    const publish = (data: unknown, fields?: Record<string, unknown>) => {
      alpha.server.bayeux.publish(undefined, "/raw", data, fields);
      expected.push(JSON.stringify({ channel: "/raw", data: data ?? null, ...fields }));
    };
    for (const data of [1, "grüße 😀 \u2028 \ud800", null, { b: [1, { c: '"\\\n' }] }, [], 1e21, -0, undefined])
      publish(data);
    publish({ a: 1 }, { ext: { sig: "é" }, priority: 3 });
    publish(2, { ext: {} });
    alpha.server.bayeux.publish(undefined, "/raw", 3, { advice: { reconnect: "none" }, id: "7", clientId: "x" });
    expected.push('{"channel":"/raw","data":3}');
    await until(() => texts.join("").includes('"data":3}'), "the last arrives");
    assert.equal(texts.map((text) => text.slice(1, -1)).join(), expected.join());
  });

  test(`${name}: connections that break again and again lose nothing and double nothing, and nobody leaves`, async (t) => {
    const { alpha, beta, proxy } = await startPair(t, pair, { suspectAfterMs: 10_000 });
    const gaps: string[] = [];
    beta.oort.addListener({ gap: (_, reason) => void gaps.push(reason) });
    const heard: unknown[] = [];
    beta.server.bayeux.subscribe("/flow", ({ data }) => void heard.push(data));
    await beta.oort.interestSettled();
    let published = 0;
    for (let round = 0; round < 6; round += 1) {
      const enough = heard.length + 20;
      const timer = setInterval(() => {
        for (let count = 0; count < 25; count += 1) alpha.server.bayeux.publish(undefined, "/flow", published++);
      }, 3);
      await until(() => heard.length >= enough, "messages flow").finally(() => clearInterval(timer));
      proxy.reset();
      for (let count = 0; count < 10; count += 1) alpha.server.bayeux.publish(undefined, "/flow", published++);
    }
    await until(() => heard.length >= published, `all ${published} arrive`, 20_000);
    if (isFramed)
      assert.deepEqual(
        heard,
        Array.from({ length: published }, (_, index) => index),
      );
    else assert.equal(new Set(heard).size, published); // Bayeux's acknowledgement doubles where a reply was lost
    assert.deepEqual(gaps, []);
    assert.equal(alpha.events.length, 1);
    assert.equal(beta.events.length, 1);
    if (isFramed) await until(() => queueOf(alpha).length === 0, "all is acknowledged");
  });
}

test("a peer that gets too much for a moment is told how much it missed, and stays", async (t) => {
  const { alpha, beta } = await startPair(t, ["protobuf", "protobuf"], { maxLinkQueuedMessages: 100 });
  const told: string[] = [];
  const heard: unknown[] = [];
  beta.oort.addListener({ gap: (peer, reason) => void told.push(`${peer.url} ${reason}`) });
  beta.server.bayeux.subscribe("/flood", ({ data }) => void heard.push(data));
  await beta.oort.interestSettled();
  const room = 100 - queueOf(alpha).length;
  for (let count = 0; count < 300; count += 1) alpha.server.bayeux.publish(undefined, "/flood", count);
  await until(() => told.length > 0, "the gap is told");
  assert.deepEqual(told, [`${alpha.url} overflow`]);
  assert.equal(alpha.oort.stats.linkMessagesDropped, 300 - room);
  assert.equal(beta.oort.stats.gaps.overflow, 1);
  await until(() => queueOf(alpha).length === 0, "what was left is acknowledged");
  alpha.server.bayeux.publish(undefined, "/flood", "later");
  await until(() => heard.at(-1) === "later", "the link goes on");
  assert.equal(heard.length, room + 1);
  assert.deepEqual([alpha.events.length, beta.events.length], [1, 1]);
  assert.equal(alpha.oort.stats.linkOverflows, 0);
});

test("what the cluster itself says is not dropped: a link that is full of it is reset, and comes back", async (t) => {
  const { alpha, beta } = await startPair(t, ["protobuf", "protobuf"], { maxLinkQueuedMessages: 100 });
  beta.oort.observeChannel("/seti/all");
  await beta.oort.interestSettled();
  for (let count = 0; count < 300; count += 1) alpha.server.bayeux.publish(undefined, "/seti/all", count);
  await alpha.joins(2);
  assert.equal(alpha.oort.stats.linkOverflows, 1);
  assert.equal(alpha.oort.stats.linkMessagesDropped, 0);
  assert.deepEqual(alpha.events, [`+${beta.oort.id}`, `-${beta.oort.id}`, `+${beta.oort.id}`]);
});
