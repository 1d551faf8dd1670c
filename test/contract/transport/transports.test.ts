import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Message } from "../../../core/message/message.js";
import { DefaultSecurityPolicy } from "../../../core/security/security-policy.js";
import { askByScript, RawSocket } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until } from "../../support/until.js";
import { ContractClient, getStream, WAYS } from "./contract-client.js";
import { numbers, openAll, sessionOf, settled, unplugged } from "./contract-server.js";

for (const way of WAYS) {
  for (const ack of [false, true]) {
    const title = `${way}${ack ? " with ack" : ""}`;

    test(`${title}: messages come once each, in their order`, async (t) => {
      const server = await openAll(t);
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await ann.subscribe("/news");
      await ann.subscribe("/*"); // the same messages once more, if they were not one copy a session
      const bob = await ContractClient.connect(t, server.url, "websocket");
      const sent: Promise<Message>[] = [];
      for (const number of numbers(200)) {
        sent.push(bob.publish("/news", number));
        if (number % 20 === 0) await sent.at(-1);
      }
      assert.deepEqual(await ann.hears(200), numbers(200));
      assert.ok((await Promise.all(sent)).every((reply) => reply.successful));
      await ann.publish("/news", "mine");
      assert.equal((await ann.hears(201)).at(-1), "mine");
      assert.deepEqual(ann.deliveries.at(-1), { channel: "/news", data: "mine" });
    });

    test(`${title}: a lost connection keeps session and messages until the client is back`, async (t) => {
      const server = await openAll(t);
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await ann.subscribe("/news");
      await settled(server, ann);
      const session = sessionOf(server, ann);
      ann.cut();
      await unplugged(server, session);
      for (const number of numbers(10)) server.bayeux.publish(undefined, "/news", number);
      await ann.comeBack();
      await ann.cycle();
      assert.deepEqual(await ann.hears(10), numbers(10));
      assert.equal(server.ended.size, 0);
    });

    test(`${title}: who does not come back expires, and no sooner than that`, async (t) => {
      const server = await openAll(t, { maxIntervalMs: 150 });
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await settled(server, ann);
      ann.cut();
      const cutAt = performance.now();
      await until(() => server.ended.has(ann.clientId), "the session expires");
      assert.equal(server.ended.get(ann.clientId), "expired");
      assert.ok(performance.now() - cutAt >= 140, `after ${performance.now() - cutAt} ms`);
    });

    test(`${title}: a connect is held for its time; a session that goes on with connects lives`, async (t) => {
      const server = await openAll(t, { timeoutMs: 100, maxIntervalMs: 200 });
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await until(() => ann.connectReplies.length >= 6, "five connects were held");
      assert.ok(ann.connectReplies.every((reply) => reply.successful === true));
      assert.equal(server.ended.size, 0);
    });

    test(`${title}: who sends no connect expires, however well it could be reached`, async (t) => {
      const server = await openAll(t, { timeoutMs: 50, maxIntervalMs: 150 });
      const ann = await ContractClient.connect(t, server.url, way, ack);
      ann.stopCycle();
      await until(() => server.ended.get(ann.clientId) === "expired", "the session expires");
      if (ann.stream !== undefined) await until(() => ann.stream?.over !== undefined, "its stream ends");
    });

    test(`${title}: a slow reader costs itself: its queue is bounded, then its session ends, and it is told`, async (t) => {
      const server = await openAll(
        t,
        { maxQueuedMessages: 50, maxMessageBytes: 10_000_000 },
        { maxUnsentBytes: 20_000 },
      );
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await ann.subscribe("/flood");
      await settled(server, ann);
      const session = sessionOf(server, ann);
      const stop = ann.stopReading();
      const flood = "x".repeat(20_000);
      let published = 0;
      while (!server.ended.has(ann.clientId)) {
        server.bayeux.publish(undefined, "/flood", flood);
        published += 1;
        assert.ok(session.queue.length <= 50, `${session.queue.length} messages wait`);
        assert.ok(published < 10_000, "nothing bounds the queue");
        if (published % 10 === 0) await new Promise(setImmediate);
      }
      assert.equal(server.ended.get(ann.clientId), "overflow");
      stop();
      const told = () => ann.connectReplies.find((reply) => reply.error?.startsWith("402"));
      // Where it held no connect that could be answered, the next one is.
      if (ack || way.endsWith("polling")) await ann.askAnew();
      await until(() => told() !== undefined, "it is told");
      assert.equal(told()?.advice?.reconnect, "handshake");
    });

    test(`${title}: a session that the server ends says so, and nothing stays open for it`, async (t) => {
      const server = await openAll(t);
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await settled(server, ann);
      sessionOf(server, ann).disconnect();
      await until(() => ann.connectReplies.at(-1)?.advice?.reconnect === "none", "the connect is answered");
      if (ann.stream !== undefined) await until(() => ann.stream?.over === "ended", "the stream ends in good form");
      assert.equal((await ann.ask({ channel: "/news", data: 1 })).error, "402::session_unknown");
    });

    test(`${title}: a client that says goodbye has both answers`, async (t) => {
      const server = await openAll(t);
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await settled(server, ann);
      assert.equal((await ann.ask({ channel: "/meta/disconnect" })).successful, true);
      await until(() => ann.connectReplies.at(-1)?.advice?.reconnect === "none", "the connect is answered");
      if (ann.stream !== undefined) await until(() => ann.stream?.over === "ended", "the stream ends in good form");
      assert.equal(server.ended.get(ann.clientId), "disconnected");
    });

    test(`${title}: a server that closes tells, and sends to another`, async (t) => {
      const server = await openAll(t);
      const ann = await ContractClient.connect(t, server.url, way, ack);
      await settled(server, ann);
      server.bayeux.close();
      await until(() => ann.connectReplies.at(-1)?.advice?.reconnect === "handshake", "the connect is answered");
      if (ann.stream !== undefined) await until(() => ann.stream?.over === "ended", "the stream ends in good form");
    });
  }

  test(`${way}: the same errors`, async (t) => {
    const server = await openAll(t);
    server.bayeux.policy = new (class extends DefaultSecurityPolicy {
      override canSubscribe(...[session, channel, message]: Parameters<DefaultSecurityPolicy["canSubscribe"]>) {
        return channel.name !== "/secret" && super.canSubscribe(session, channel, message);
      }
    })();
    const ann = await ContractClient.connect(t, server.url, way);
    const errors = [
      await ann.ask({ channel: "/meta/subscribe", subscription: "/secret" }),
      await ann.ask({ channel: "/meta/subscribe", subscription: "news" }),
      await ann.ask({ channel: "/meta/unheardof" }),
      await ann.ask({ channel: "/a/*", data: 1 }),
      await ann.ask({ channel: "/news", data: 1, clientId: "another" }),
      await ann.ask({ channel: "/news", data: 1, ext: 5 }),
    ].map((reply) => reply.error);
    assert.deepEqual(errors, [
      "403:denied_by_security_policy:subscribe_denied",
      "403::subscription_invalid",
      "403:denied_by_security_policy:channel_create_denied",
      "405::channel_invalid",
      "402::session_unknown",
      "400::ext_invalid",
    ]);
  });

  test(`${way}: the same limits`, async (t) => {
    const server = await openAll(t, {
      maxMessageBytes: 5_000,
      maxBatchMessages: 10,
      maxJsonDepth: 8,
      maxSubscriptions: 3,
      maxChannels: 8, // five are Bayeux's
    });
    const ann = await ContractClient.connect(t, server.url, way);
    for (const name of ["/a", "/b", "/c"]) assert.equal((await ann.subscribe(name)).successful, true);
    assert.equal((await ann.subscribe("/a/d")).error, "403:too_many_channels:create_denied");
    assert.equal((await ann.publish("/d", 1)).error, "403:too_many_channels:channel_create_denied");
    server.bayeux.createChannel("/d"); // server code may
    assert.equal((await ann.subscribe("/d")).error, "403:too_many_subscriptions:subscribe_denied");
    assert.equal((await ann.publish("/a", "x".repeat(4_500))).successful, true);
    const fields = Object.fromEntries(numbers(70).map((number) => [`f${number}`, 1]));
    assert.equal((await ann.ask({ channel: "/a", ...fields })).error, "400:64:too_many_fields");
    const publish = (data: unknown) => ({ channel: "/a", clientId: ann.clientId, data });
    const refused: readonly unknown[][] = [
      numbers(11).map((number) => publish(number)),
      [publish("x".repeat(6_000))],
      [publish([[[[[[[]]]]]]])],
    ];
    for (const messages of refused) assert.equal(await refusalOf(t, ann, messages), way === "websocket" ? 1009 : 413);
    assert.ok(server.bayeux.getSession(ann.clientId)?.isHandshaken, "the session is not to blame");
  });

  test(`${way}: keys and names of the prototype go up and come down as the data they are`, async (t) => {
    const server = await openAll(t);
    const ann = await ContractClient.connect(t, server.url, way);
    const keys = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1}');
    for (const name of ["/__proto__", "/constructor", "/toString"]) {
      assert.equal((await ann.subscribe(name)).successful, true);
      assert.equal((await ann.ask({ channel: name, data: keys, ext: keys })).successful, true);
      await until(() => ann.deliveries.length === 1, "it comes back");
      assert.equal(JSON.stringify(ann.deliveries.pop()), JSON.stringify({ channel: name, data: keys, ext: keys }));
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
}

/** How a payload is refused on the client's way up: a close code, or a status. */
async function refusalOf(t: TestContext, { way, http }: ContractClient, messages: readonly unknown[]): Promise<number> {
  if (way === "websocket") {
    const socket = await RawSocket.open(t, http.url.href);
    socket.send(messages);
    return (await socket.close()).code;
  }
  const { status } = await (way === "callback-polling" ? askByScript(http, [messages]) : http.post(messages));
  return status;
}

test("the server's order of transports is what a handshake offers", async (t) => {
  const server = await startServer(t, {}, { transport: { allowedTransports: ["streaming", "websocket"] } });
  const ann = await ContractClient.open(t, server.url, "lines");
  assert.deepEqual((await ann.http.post([{ channel: "/meta/handshake" }])).messages[0]?.supportedConnectionTypes, [
    "streaming",
    "websocket",
  ]);
  const { response } = await getStream(t, ann.http, "event-stream", ann.clientId);
  assert.equal(response.statusCode, 400);
});
