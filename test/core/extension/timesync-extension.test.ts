import assert from "node:assert/strict";
import { test } from "node:test";
import { systemClock } from "../../../core/clock.js";
import { TimesyncExtension } from "../../../core/extension/timesync-extension.js";
import type { Message } from "../../../core/message/message.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { readTrace } from "../../support/traces.js";
import { FakeSocket } from "../fake-connection.js";

async function started(options: { accuracyMs?: number } = {}) {
  const clock = new FakeClock();
  const server = new BayeuxServer({ timeoutMs: 1_000 }, { clock });
  server.addExtension(new TimesyncExtension({ ...options, clock }));
  server.start();
  const socket = new FakeSocket(server);
  const ask = async (channel: string, timesync: unknown, fields: object = {}) => {
    socket.send({ id: "1", channel, clientId: socket.connection.session?.id, ext: { timesync }, ...fields });
    await clock.settle();
    return socket.read()[0];
  };
  return { clock, server, socket, ask, now: () => Math.floor(clock.now()) };
}

test("the answer says when the request came, and how far off the client is by its own estimate", async () => {
  const { ask, now, server } = await started();
  const tc = now() - 5_000;
  const reply = await ask("/meta/handshake", { tc, l: 40, o: 4_900 });
  assert.deepEqual(reply?.ext, { timesync: { tc, ts: now(), p: 0, a: -60 } });
  assert.equal(server.getSession(String(reply?.clientId))?.attributes.get("lag"), 40);
});

test("who is near enough is left alone, unless he knows of no lag yet", async () => {
  const { ask, now } = await started();
  await ask("/meta/handshake", undefined);
  const off = async (a: number, l = 10) => (await ask("/meta/subscribe", { tc: now() + a - l, l, o: 0 }))?.ext;
  assert.equal(await off(24), undefined);
  assert.equal(await off(-24), undefined);
  assert.deepEqual(await off(25), { timesync: { tc: now() + 15, ts: now(), p: 0, a: 25 } });
  assert.deepEqual(await off(-25), { timesync: { tc: now() - 35, ts: now(), p: 0, a: -25 } });
  assert.deepEqual(await off(3, 0), { timesync: { tc: now() + 3, ts: now(), p: 0, a: 3 } });
});

test("how near is near enough can be set", async () => {
  const { ask, now } = await started({ accuracyMs: 5 });
  await ask("/meta/handshake", undefined);
  const reply = await ask("/meta/subscribe", { tc: now() - 5, l: 10, o: 0 });
  assert.deepEqual(reply?.ext, { timesync: { tc: now() - 5, ts: now(), p: 0, a: 5 } });
});

test("an old client, which sends no lag, is always answered, without accuracy", async () => {
  const { ask, now } = await started();
  await ask("/meta/handshake", undefined);
  assert.deepEqual((await ask("/meta/subscribe", { tc: now() }))?.ext, { timesync: { tc: now(), ts: now(), p: 0 } });
});

test("the time a connect is held counts as processing", async () => {
  const { ask, now, clock, socket } = await started();
  await ask("/meta/handshake", undefined);
  await ask("/meta/connect", undefined);
  const ts = now();
  assert.equal(await ask("/meta/connect", { tc: 7, l: 0, o: 0 }), undefined);
  await clock.advance(1_250);
  const { p } = socket.read()[0]!.ext!.timesync as { p: number };
  assert.ok(p >= 1_000 && p <= 1_250, String(p));
  assert.ok(now() - ts >= p);
});

test("messages that are no meta messages, and requests of any other shape, get nothing and harm nobody", async () => {
  const { ask } = await started();
  for (const odd of [null, 1, "x", [], {}, { tc: "1" }, { tc: null, l: 1 }, { tc: [1] }]) {
    const reply = await ask("/meta/handshake", odd);
    assert.equal(reply?.successful, true);
    assert.equal(reply?.ext, undefined, JSON.stringify(odd));
  }
  assert.equal((await ask("/meta/subscribe", { tc: 1, l: "x", o: [] }))?.successful, false);
  assert.equal((await ask("/a", { tc: 1, l: 0, o: 0 }, { data: 1 }))?.ext, undefined);
});

for (const story of ["21", "23"]) {
  test(`what Java CometD answered in story ${story}, and when it was silent, is what we say`, () => {
    const trace = readTrace(story);
    const requests = trace.select({ from: "alice" }).filter(({ message }) => message.ext?.timesync !== undefined);
    const replyTo = (id: unknown) => trace.select({ from: "A" }).find(({ message }) => message.id === id)?.message;
    const recorded = (id: unknown) => replyTo(id)?.ext?.timesync as { ts: number; p: number } | undefined;
    // The server's clock, as far as the tap in between can know it.
    const start = recorded(requests[0]!.message.id)!.ts - requests[0]!.tMs;
    let silent = 0;
    for (const { message: request, tMs } of requests) {
      const answer = recorded(request.id);
      silent += answer === undefined ? 1 : 0;
      const clock = { ...systemClock, now: () => answer?.ts ?? Math.round(start + tMs) };
      const extension = new TimesyncExtension({ clock });
      extension.incoming(undefined, request);
      clock.now = () => answer!.ts + answer!.p;
      const reply: Message = { channel: request.channel };
      extension.outgoing(reply, { sender: undefined, receiver: undefined, request });
      assert.deepEqual(reply.ext?.timesync, answer, `message ${request.id}`);
    }
    assert.ok(requests.length > 10 && silent > 5 && silent < requests.length);
  });
}
