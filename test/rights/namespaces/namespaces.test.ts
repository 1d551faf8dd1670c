import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BusNode } from "../../../bus-node.js";
import { readConfig } from "../../../config.js";
import { silentLogger } from "../../../core/logger.js";
import type { Message } from "../../../core/message/message.js";
import { Publication } from "../../../core/message/publication.js";
import { compileSchema } from "../../../rights/namespaces/data-schema.js";
import { cpuMsOf } from "../../support/cpu-time.js";
import { MeshUser } from "../../support/mesh-user.js";
import { freePorts } from "../../support/ports.js";

const PRICE = {
  type: "object",
  properties: { symbol: { type: "string", maxLength: 12, pattern: "^[A-Z]+$" }, price: { type: "number", minimum: 0 } },
  required: ["symbol", "price"],
  additionalProperties: false,
};

async function start(t: TestContext, namespaces: object[]): Promise<BusNode> {
  const [port] = await freePorts(1);
  const config = { port: port!, grpcPort: 0, rights: { namespaces: namespaces as never } };
  const node = new BusNode(config, { logger: silentLogger });
  t.after(() => node.stop());
  await node.start();
  return node;
}

const errorOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "ok",
    (error: Error & { reply?: Message }) => /\d{3}:.*$/.exec(error.message)?.[0] ?? error.message,
  );

test("data that is not of the namespace's type is refused, with where and why, whoever brings it", async (t) => {
  const node = await start(t, [{ channels: "/prices/{symbol}", schema: PRICE }]);
  const ann = await MeshUser.login(t, node.url, "ann", ["/prices/X"]);
  const publish = (channel: string, data: unknown) => errorOf(ann.client.publish(channel, data));
  assert.equal(await publish("/prices/X", { symbol: "X", price: 1 }), "ok");
  assert.equal(await publish("/prices/X", { symbol: "X", price: -1 }), "400:data.price,must be >= 0:data_invalid");
  assert.equal(
    await publish("/prices/X", { symbol: "X" }),
    "400:data,must have required property 'price':data_invalid",
  );
  assert.equal(
    await publish("/prices/X", { symbol: "x", price: 1 }),
    '400:data.symbol,must match pattern "__A-Z__$":data_invalid',
  );
  assert.equal(
    await publish("/prices/X", { symbol: "X", price: 1, __proto__x: 1 }),
    "400:data.__proto__x,must NOT have additional properties:data_invalid",
  );
  assert.equal(await publish("/prices/X", "text"), "400:data,must be object:data_invalid");
  assert.equal(await publish("/prices/X/deep", "text"), "ok", "not of the namespace");
  const api = await fetch(node.url.replace("/cometd", "/api/v1/Publish"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ channel: "/prices/X", data: { symbol: "X", price: "1" } }),
  });
  assert.equal(api.status, 400);
  assert.match(await api.text(), /data\.price,must be number/);
  assert.deepEqual(
    ann.received.map(({ channel }) => channel),
    ["/prices/X"],
  );
});

test("what another node has printed is not read again for a type or a slow consumer", async (t) => {
  const node = await start(t, [
    { channels: "/prices/*", schema: PRICE, slowConsumer: "latest", history: {} },
    { channels: "/keyed/*", slowConsumer: "drop-oldest" },
  ]);
  const { bayeux, oort } = node;
  for (const channel of ["/prices/X", "/keyed/x", "/other"]) {
    bayeux.createChannel(channel);
    const printed = new Publication({ channel, data: { symbol: "X", price: 1 } }).printed;
    assert.ok(bayeux.dispatcher.relay(oort.oortSession.session, printed), channel);
  }
  bayeux.createChannel("/keyed/x").delivery.latestBy(({ data }) => String(data));
  assert.ok(
    !bayeux.dispatcher.relay(oort.oortSession.session, new Publication({ channel: "/keyed/x", data: 1 }).printed),
  );
  bayeux.createChannel("/prices/X").addListener(() => true);
  assert.ok(
    !bayeux.dispatcher.relay(oort.oortSession.session, new Publication({ channel: "/prices/X", data: 1 }).printed),
  );
});

test("a slow consumer of one namespace gets the latest, of another it is disconnected", async (t) => {
  const node = await start(t, [
    { channels: "/prices/**", slowConsumer: "latest" },
    { channels: "/orders/*", slowConsumer: "disconnect" },
  ]);
  const policyOf = (name: string) => node.bayeux.createChannel(name).delivery.queuePolicy;
  assert.equal(policyOf("/prices/a/b"), "latest");
  assert.equal(policyOf("/orders/a"), "disconnect");
  assert.equal(policyOf("/orders/a/b"), undefined);
  assert.equal(policyOf("/prices/**"), undefined, "a wildcard's wish would hold for others below it");
});

test("a namespace has so many channels, a channel so many subscribers, a message so much data", async (t) => {
  const node = await start(t, [
    { channels: "/room/*", limits: { maxChannels: 2, maxSubscribers: 1, maxDataBytes: 10 } },
  ]);
  const ann = await MeshUser.login(t, node.url, "ann", ["/room/a"]);
  const bob = await MeshUser.login(t, node.url, "bob");
  const subscribe = (user: MeshUser, channel: string) => errorOf(user.client.subscribe(channel, () => {}).ready);
  assert.equal(await subscribe(bob, "/room/a"), "403:too_many_subscribers:subscribe_denied");
  assert.equal(await subscribe(bob, "/room/b"), "ok");
  assert.equal(await subscribe(bob, "/room/c"), "403:too_many_channels:create_denied");
  assert.equal(await errorOf(ann.client.publish("/room/d", 1)), "403:too_many_channels:create_denied");
  assert.equal(await errorOf(ann.client.publish("/room/a", "12345678")), "ok");
  assert.equal(await errorOf(ann.client.publish("/room/a", "123456789")), "413:data,10:data_too_large");
  assert.equal(
    await errorOf(ann.client.publish("/room/a", "ééééé")),
    "413:data,10:data_too_large",
    "bytes, not characters",
  );
  node.bayeux.getChannel("/room/b")!.remove();
  assert.equal(await subscribe(bob, "/room/c"), "ok", "there is room again");
});

test("patterns take time that grows with the text, whatever they are", async () => {
  const check = compileSchema({ type: "string", maxLength: 60_000, pattern: "^(a+)+$" });
  check("a".repeat(60_000));
  const cpuMs = await cpuMsOf(() => assert.throws(() => check(`${"a".repeat(50_000)}!`), /data_invalid/));
  assert.ok(cpuMs < 2_000, `${cpuMs} ms`);
  // Two patterns of one schema are two patterns.
  const two = compileSchema({
    type: "object",
    properties: {
      a: { type: "string", maxLength: 9, pattern: "^x$" },
      b: { type: "string", maxLength: 9, pattern: "^y$" },
    },
  });
  two({ a: "x", b: "y" });
  assert.throws(() => two({ a: "x", b: "x" }), /data\.b/);
});

test("each wrong namespace gives one error that names the key", () => {
  const wrong: [namespace: object, error: RegExp][] = [
    [{ channels: "prices" }, /channels "prices": must be a channel, a wildcard such as \/prices\/\*\*, or a template/],
    [{}, /channels: must be a channel, a wildcard/],
    [{ channels: "/**" }, /channels "\/\*\*": must begin with a word of the application's own/],
    [{ channels: "/{any}/x" }, /channels "\/\{any\}\/x": must begin with a word/],
    [{ channels: "/oort/**" }, /must begin with a word of the application's own/],
    [{ channels: "/service/seti" }, /must begin with a word of the application's own/],
    [{ channels: "/service/echo", history: {} }, /history: has no effect on service channels/],
    [{ channels: "/a", history: { messages: 0 } }, /history\.messages 0: must be a whole number, at least 1/],
    [{ channels: "/a", history: { message: 1 } }, /history\.message: unknown option/],
    [{ channels: "/a", history: 5 }, /history 5: must be a section with messages, maxAgeMs, maxBytes/],
    [{ channels: "/a", limits: { maxChannels: 1.5 } }, /limits\.maxChannels 1\.5: must be a whole number/],
    [{ channels: "/a", slowConsumer: "drop" }, /slowConsumer "drop": must be "disconnect", "drop-oldest" or "latest"/],
    [{ channels: "/a", schema: "object" }, /schema "object": must be a JSON Schema, an object/],
    [
      { channels: "/a", schema: { typ: "object" } },
      /schema: is no JSON Schema that can be used: .*unknown keyword: "typ"/,
    ],
    [{ channels: "/a", schema: { type: "objct" } }, /schema: is no JSON Schema that can be used/],
    [
      { channels: "/a", schema: { type: "string", pattern: "a" } },
      /schema: is not safe for what strangers send: \/ must have required property 'maxLength'/,
    ],
    [{ channels: "/a", schema: { type: "array", uniqueItems: true } }, /schema: is not safe .*maxItems/],
    [
      { channels: "/a", schema: { type: "string", maxLength: 9, pattern: "(?=a)" } },
      /schema: is no JSON Schema .*invalid or unsupported/,
    ],
    [{ channels: "/a", schema: { $ref: "https://example.com/x.json" } }, /schema: .*can't resolve reference/],
    [{ channels: "/a", schema: { $async: true, type: "string" } }, /schema: must not be asynchronous/],
    [{ channels: "/a", schema: { enum: Array(9_000).fill("aaaaaaa") } }, /schema: must have at most 65536 characters/],
    [{ channels: "/a", typo: 1 }, /typo: unknown option/],
  ];
  for (const [namespace, error] of wrong) {
    assert.throws(
      () => readConfig({ rights: { namespaces: [namespace as never] } }),
      ({ message }: Error) => {
        assert.match(message, error);
        assert.match(message, /^config: rights\.namespaces\[0\]\./);
        assert.equal(message.split("\n").length, 1, message);
        return true;
      },
    );
  }
});
