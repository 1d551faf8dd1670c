import assert from "node:assert/strict";
import { test } from "node:test";
import { type ApiCall, OWN_CALL } from "../../api/api-call.js";
import { ApiError } from "../../api/api-error.js";
import { BackendApi } from "../../api/backend-api.js";
import { FakeBus } from "../support/fake-bus.js";
import { FakeClock } from "../support/fake-clock.js";
import { post, serve } from "./faces.js";

const as = (caller: string): ApiCall => ({ ...OWN_CALL, caller });
const hello = { channel: "/chat", data: "hi" };

function publish(api: BackendApi, call: ApiCall = OWN_CALL, request: object = hello): Promise<unknown> {
  return api.call(api.method("Publish", "unary"), request, call);
}

test("a token may make so many calls a second, and as many at once; another token has its own", async () => {
  const bus = new FakeBus();
  const clock = new FakeClock();
  bus.clock = clock;
  bus.options = { maxCallsPerSecond: 10 };
  const api = new BackendApi(bus);
  const burst = () => Promise.allSettled(Array.from({ length: 12 }, () => publish(api, as("Bearer a"))));
  const taken = (results: PromiseSettledResult<unknown>[]) =>
    results.filter(({ status }) => status === "fulfilled").length;
  assert.equal(taken(await burst()), 10);
  await publish(api, as("Bearer b"));
  await assert.rejects(publish(api, as("Bearer a")), { kind: "BUSY", retryAfterMs: 100 });
  await clock.advance(500);
  assert.equal(taken(await burst()), 5);
});

test("each message of a batch and each user counts; a batch larger than a second's calls passes when nothing else did", async () => {
  const bus = new FakeBus();
  const clock = new FakeClock();
  bus.clock = clock;
  bus.options = { maxCallsPerSecond: 10 };
  const api = new BackendApi(bus);
  const batch = (size: number) =>
    api.call(api.method("PublishBatch", "unary"), { messages: Array.from({ length: size }, () => hello) }, OWN_CALL);
  await batch(6);
  await assert.rejects(batch(5), { kind: "BUSY" });
  await batch(4);
  await assert.rejects(publish(api), { kind: "BUSY" });
  await clock.advance(1_000);
  await batch(20);
  await assert.rejects(publish(api), { kind: "BUSY" });
});

test("so many calls may be under way, and so many streams open, of all kinds together", async () => {
  const bus = new FakeBus();
  bus.options = { maxConcurrentCalls: 2, maxStreams: 2 };
  let release = (): void => {};
  bus.gate = new Promise((resolve) => {
    release = resolve;
  });
  const api = new BackendApi(bus);
  const send = () => api.call(api.method("SendToUser", "unary"), { user: "bob", channel: "/inbox", data: 1 }, OWN_CALL);
  const running = [send(), send()];
  await assert.rejects(send(), { kind: "BUSY", message: "too many calls are under way" });
  release();
  await Promise.all(running);
  await send();
  const watch = api.open(api.method("WatchPresence", "stream"), { users: ["bob"] }, OWN_CALL);
  api.open(api.method("Subscribe", "stream"), { channels: ["/chat"] }, OWN_CALL);
  const full = { kind: "BUSY", message: "too many streams are open" };
  assert.throws(() => api.open(api.method("WatchCluster", "stream"), {}, OWN_CALL), full);
  assert.equal(bus.subscriptions.size, 1);
  await watch.return();
  await api.open(api.method("Subscribe", "stream"), { channels: ["/chat"] }, OWN_CALL).return();
  assert.equal(bus.subscriptions.size, 1, "who leaves takes his subscription along");
});

test("who makes too many calls is told over HTTP when to come back, and by gRPC's status", async (t) => {
  const bus = new FakeBus();
  bus.clock = new FakeClock();
  bus.options = { maxCallsPerSecond: 1 };
  const { grpc, url } = await serve(t, bus);
  assert.equal((await post(`${url}Publish`, JSON.stringify(hello))).status, 200);
  const refused = await post(`${url}Publish`, JSON.stringify(hello));
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [429, "1"]);
  const { code, detail } = (await refused.json()) as Record<string, unknown>;
  assert.deepEqual([code, detail], ["RESOURCE_EXHAUSTED", "more than 1 calls in a second"]);
  await grpc.call("Publish", hello);
  const answer = await grpc.call("Publish", hello);
  assert.deepEqual(answer, { code: "RESOURCE_EXHAUSTED", detail: "more than 1 calls in a second" });
});

test("a stream waits where a call would be refused: for its token's rate, and for links that are behind", async () => {
  const bus = new FakeBus();
  const clock = new FakeClock();
  bus.clock = clock;
  bus.options = { maxCallsPerSecond: 1, maxPublishBacklog: 10 };
  const api = new BackendApi(bus);
  let read = 0;
  async function* messages() {
    for (;;) {
      read += 1;
      yield () => hello;
    }
  }
  const outcomes = api.exchange(api.method("PublishStream", "exchange"), messages(), OWN_CALL);
  await outcomes.next();
  const second = outcomes.next();
  await turns();
  assert.deepEqual([bus.published.length, read], [1, 2], "what is not published yet keeps the next from being read");
  bus.oort.backlog = 11;
  await clock.advance(1_000);
  await turns();
  assert.equal(bus.published.length, 1, "the links are behind");
  bus.oort.backlog = 10;
  await clock.advance(5);
  assert.deepEqual((await second).value, { published: { sessions: 3 } });
  await outcomes.return();
});

test("a stream that is open when the node drains ends with a last word, and what is not answered was not published", async () => {
  const bus = new FakeBus();
  const api = new BackendApi(bus);
  async function* messages() {
    yield () => hello;
    await new Promise(() => {});
  }
  const outcomes = api.exchange(api.method("PublishStream", "exchange"), messages(), OWN_CALL);
  assert.deepEqual((await outcomes.next()).value, { published: { sessions: 3 } });
  const waiting = outcomes.next();
  bus.drain();
  assert.deepEqual((await waiting).value, { ended: { reason: "this node is draining" } });
  assert.equal((await outcomes.next()).done, true);
  assert.throws(() => api.exchange(api.method("PublishStream", "exchange"), messages(), OWN_CALL), {
    kind: "UNAVAILABLE",
  });
});

test("a caller's deadline ends a call on either face, and is what the sending gets", async (t) => {
  const bus = new FakeBus();
  bus.gate = new Promise(() => {});
  const { client, url } = await serve(t, bus);
  const request = { user: "bob", channel: "/inbox", data: 1 };
  const began = performance.now();
  await assert.rejects(
    client.sendToUser({ ...request, data: Buffer.from("1") }, { deadlineMs: 50 }),
    (error: { code: number }) => error.code === 4,
  );
  const answer = await post(`${url}SendToUser`, JSON.stringify(request), { "request-timeout": "0.05" });
  assert.equal(answer.status, 504);
  assert.ok(performance.now() - began < 9_000, "sooner than any call ends, by maxCallMs");
  for (const text of ["0", "-1", "soon", "1e3", "99999999"]) {
    const refused = await post(`${url}SendToUser`, JSON.stringify(request), { "request-timeout": text });
    const { field } = (await refused.json()) as { field: string };
    assert.deepEqual([refused.status, field], [400, "Request-Timeout"], text);
  }
  const stream = await post(`${url}WatchPresence`, '{"users":["bob"]}', { "request-timeout": "0.05" });
  const last = (await stream.text()).trim().split("\n").at(-1)!;
  assert.equal((JSON.parse(last) as { problem: { code: string } }).problem.code, "DEADLINE_EXCEEDED");
  assert.equal(bus.watchers.size, 0);
});

test("a refusal is an ApiError, with a field under a field where it is one of a list", () => {
  const error = new ApiError("TOO_LARGE", "must be less", { field: "data" }).under("messages.3");
  assert.deepEqual(error.problem, {
    code: "RESOURCE_EXHAUSTED",
    status: 413,
    detail: "messages.3.data: must be less",
    field: "messages.3.data",
  });
});

async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
