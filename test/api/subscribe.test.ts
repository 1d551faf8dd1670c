import assert from "node:assert/strict";
import { test } from "node:test";
import { OWN_CALL } from "../../api/api-call.js";
import { BackendApi } from "../../api/backend-api.js";
import { FakeBus } from "../support/fake-bus.js";
import { until } from "../support/until.js";
import { serve } from "./faces.js";

const STARTED = { started: { node: "http://a/cometd" } };
const told = (channel: string, data: unknown) => ({ message: { channel, data } });

function open(bus: FakeBus, channels: string[]) {
  const api = new BackendApi(bus);
  const news = api.open(api.method("Subscribe", "stream"), { channels }, OWN_CALL);
  const take = async (count: number): Promise<unknown[]> => {
    const taken: unknown[] = [];
    while (taken.length < count) taken.push((await news.next()).value);
    return taken;
  };
  return { news, take };
}

test("the start is told when every node knows of the subscription, and what came before it is told after it", async () => {
  const bus = new FakeBus();
  let settle = (): void => {};
  bus.settled = new Promise((resolve) => (settle = resolve));
  const { news, take } = open(bus, ["/a", "/*"]);
  let isTold = false;
  const first = news.next().then(({ value }) => {
    isTold = true;
    return value;
  });
  bus.heard("/a", 1);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isTold, false);
  settle();
  assert.deepEqual(
    [await first, ...(await take(1))],
    [STARTED, told("/a", 1)],
    "once, though two of its channels match",
  );
  bus.heard("/oort/cloud", "internal");
  bus.heard("/a", null);
  assert.deepEqual(await take(1), [told("/a", null)]);
  await news.return();
  assert.equal(bus.subscriptions.size + bus.gapListeners.size, 0);
});

test("who reads too slowly is told at the place how many messages are missing", async () => {
  const bus = new FakeBus();
  bus.options = { maxBufferedMessages: 3, maxBufferedBytes: 100 };
  const { take } = open(bus, ["/a"]);
  for (let n = 1; n <= 5; n += 1) bus.heard("/a", n);
  assert.deepEqual(await take(5), [STARTED, told("/a", 1), told("/a", 2), told("/a", 3), { gap: { dropped: 2 } }]);
  bus.heard("/a", "x".repeat(90));
  bus.heard("/a", "y".repeat(90));
  bus.heard("/a", 6);
  assert.deepEqual(await take(2), [told("/a", "x".repeat(90)), { gap: { dropped: 2 } }]);
  bus.heard("/a", "z".repeat(500));
  assert.deepEqual(await take(1), [told("/a", "z".repeat(500))], "one message alone may be larger");
});

test("messages lost between nodes are told as a gap of that node, once at a place", async () => {
  const bus = new FakeBus();
  const { take } = open(bus, ["/a"]);
  bus.heard("/a", 1);
  for (const { gap } of bus.gapListeners) {
    gap({ url: "http://b/cometd" });
    gap({ url: "http://b/cometd" });
  }
  bus.heard("/a", 2);
  assert.deepEqual(await take(4), [
    STARTED,
    told("/a", 1),
    { gap: { dropped: 0, node: "http://b/cometd" } },
    told("/a", 2),
  ]);
});

test("a node that drains ends it after what is on its way", async () => {
  const bus = new FakeBus();
  const { news, take } = open(bus, ["/a"]);
  await take(1);
  bus.heard("/a", 1);
  bus.drain();
  bus.heard("/a", 2);
  assert.deepEqual(await take(2), [told("/a", 1), { ended: { reason: "this node is draining" } }]);
  assert.equal((await news.next()).done, true);
  assert.equal(bus.subscriptions.size, 0);
});

test("server-sent events for who accepts them", async (t) => {
  const bus = new FakeBus();
  const { url } = await serve(t, bus);
  const response = await fetch(`${url}Subscribe`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: '{"channels":["/a"]}',
  });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  await until(() => bus.subscriptions.size > 0, "it is subscribed");
  bus.heard("/a", { text: "hi\nthere" });
  bus.drain();
  assert.equal(
    await response.text(),
    [
      'event: started\ndata: {"node":"http://a/cometd"}\n\n',
      'event: message\ndata: {"channel":"/a","data":{"text":"hi\\nthere"}}\n\n',
      'event: ended\ndata: {"reason":"this node is draining"}\n\n',
    ].join(""),
  );
});
