import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BayeuxClient } from "../../core/client/node.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { Drain, drainOptions } from "../../drain.js";
import { FakeClock } from "../support/fake-clock.js";
import { startMesh } from "../support/start-mesh.js";

/** A drain of so many clients in virtual time. */
function startDrain(count: number, options: Parameters<typeof drainOptions.parse>[0] = {}, backlog = () => 0) {
  const clock = new FakeClock();
  const sessions = new Set<ServerSession>();
  for (let index = 0; index < count; index += 1) {
    const session = { end: () => void sessions.delete(session) } as unknown as ServerSession;
    sessions.add(session);
  }
  const drain = new Drain(drainOptions.parse(options), { clock, clients: () => sessions, backlog });
  const state = { clock, sessions, drain, isOver: false };
  void drain.run().then(() => {
    state.isOver = true;
  });
  return state;
}

test("balancers get notice first, then clients go at the rate asked for", async () => {
  const state = startDrain(1_000, { noticeMs: 2_000, sessionsPerSecond: 200, timeoutMs: 60_000 });
  await state.clock.advance(1_900);
  assert.equal(state.sessions.size, 1_000);
  await state.clock.advance(1_100);
  assert.ok(Math.abs(state.sessions.size - 800) <= 20, `${state.sessions.size} after one second`);
  await state.clock.advance(2_000);
  assert.ok(Math.abs(state.sessions.size - 400) <= 20, `${state.sessions.size} after three seconds`);
  assert.equal(state.isOver, false);
  await state.clock.advance(2_200);
  assert.equal(state.sessions.size, 0);
  assert.equal(state.isOver, true);
  assert.equal(state.drain.moved, 1_000);
});

test("a node without clients waits for nothing", async () => {
  const state = startDrain(0);
  await state.clock.settle();
  assert.equal(state.isOver, true);
  assert.equal(state.clock.pending, 0);
});

test("whoever is left when the time is over goes at once", async () => {
  const state = startDrain(1_000, { noticeMs: 1_000, sessionsPerSecond: 10, timeoutMs: 3_000 });
  await state.clock.advance(2_900);
  assert.ok(state.sessions.size > 900);
  await state.clock.advance(200);
  assert.equal(state.sessions.size, 0);
  assert.equal(state.isOver, true);
});

test("what was published here gets time to reach the peers, but not for ever", async () => {
  let backlog = 3;
  const flushed = startDrain(0, { flushTimeoutMs: 2_000 }, () => backlog);
  await flushed.clock.advance(500);
  assert.equal(flushed.isOver, false);
  backlog = 0;
  await flushed.clock.advance(100);
  assert.equal(flushed.isOver, true);

  const stuck = startDrain(0, { flushTimeoutMs: 2_000 }, () => 1);
  await stuck.clock.advance(1_900);
  assert.equal(stuck.isOver, false);
  await stuck.clock.advance(200);
  assert.equal(stuck.isOver, true);
});

test("a stop hurries a drain that is under way", async () => {
  const state = startDrain(10, {}, () => 1);
  await state.clock.advance(100);
  state.drain.hurry();
  await state.clock.settle();
  assert.equal(state.isOver, true);
  assert.equal(state.sessions.size, 0);
  assert.equal(state.clock.pending, 0);
});

/** A client that knows two nodes, and the URL at which it is connected. */
async function roam(t: TestContext, user: string, urls: readonly string[]): Promise<BayeuxClient> {
  const client = new BayeuxClient({ urls: [...urls], minRetryMs: 50, maxRetryMs: 200 });
  t.after(() => client.abort());
  await client.handshake({ ext: { authentication: { user } } });
  return client;
}

test("a node is drained: clients move one after the other, and no message of theirs is lost to those elsewhere", async (t) => {
  const [north, south] = await startMesh(t, 2, {
    args: ["--drain.noticeMs", "300", "--drain.sessionsPerSecond", "20"],
  });
  const listener = await south!.login(t, "listener", ["/news"]);
  const urls = [north!.url, south!.url];
  const clients = await Promise.all(Array.from({ length: 20 }, (_, index) => roam(t, `user-${index}`, urls)));
  const moved = clients.map(
    (client) =>
      new Promise<void>((resolve) => {
        client.onState((state) => {
          if (state === "connected" && client.url === south!.url) resolve();
        });
      }),
  );
  const accepted: string[] = [];
  const publishers = clients.map(async (client, index) => {
    for (let number = 0; client.url === north!.url; number += 1) {
      const data = `${index}/${number}`;
      // Refused, or unanswered when the session ends: then the publisher knows that it may be lost.
      await client.publish("/news", data).then(
        () => accepted.push(data),
        () => {},
      );
    }
  });

  const answer = await fetch(`${north!.origin}/api/v1/Drain`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  assert.deepEqual(await answer.json(), { sessions: 20 });
  assert.equal((await fetch(`${north!.origin}/readyz`)).status, 503);
  await Promise.all([...moved, ...publishers]);
  await north!.until(({ sessions }) => sessions === 0, "lose its clients");
  await south!.joined([]);
  assert.deepEqual(
    (await south!.cluster()).peers.filter(({ state }) => state === "lost"),
    [],
    "it said goodbye",
  );
  const heard = new Set(listener.received.map(({ data }) => data));
  assert.deepEqual(
    accepted.filter((data) => !heard.has(data)),
    [],
    `of ${accepted.length} accepted`,
  );
  assert.ok(accepted.length > 100);
  assert.equal(heard.size, listener.received.length, "none came twice");
  assert.equal(await north!.stop(), 0);
});
