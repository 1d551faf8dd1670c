import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

const CONNECT = { channel: "/meta/connect" };

async function held() {
  const clock = new FakeClock();
  const server = new BayeuxServer({ timeoutMs: 10_000, maxIntervalMs: 20_000, sweepPeriodMs: 100 }, { clock });
  server.start();
  const ann = await FakeClient.login(server, clock);
  const { session, socket } = ann;
  const told: unknown[] = [];
  session.addListener({
    suspended: (_session, { id }, timeoutMs) => told.push([id, "waits", timeoutMs]),
    resumed: (_session, { id }, timedOut) => told.push([id, timedOut ? "timed out" : "goes on"]),
    removed: (_session, reason) => told.push(reason),
  });
  await ann.ask({ ...CONNECT, id: "2" });
  await ann.send({ ...CONNECT, id: "3" });
  return { clock, session, socket, told, lifetime: session.lifetime };
}

test("while the peer of a held connect is away, nothing answers it, and its listeners know", async () => {
  const { clock, socket, told, lifetime } = await held();
  lifetime.park(socket.connection);
  lifetime.release();
  lifetime.release(true);
  await clock.advance(15_000); // beyond the connect's time, within the session's
  assert.deepEqual(socket.read(), []);
  assert.deepEqual(told.splice(0), [
    ["3", "waits", 10_000],
    ["3", "goes on"],
  ]);
  lifetime.resume();
  await clock.advance(200);
  assert.equal(socket.read()[0]?.id, "3", "what is overdue is answered when the peer is back");
  assert.deepEqual(told, [
    ["3", "waits", 0],
    ["3", "timed out"],
  ]);
});

test("who stays away expires, and the connect that was held is answered for whoever may still read it", async () => {
  const { clock, session, socket, told, lifetime } = await held();
  lifetime.park(socket.connection);
  await clock.advance(20_100);
  assert.equal(session.state, "expired");
  assert.equal(told.at(-1), "expired");
  assert.deepEqual(socket.read(), [
    {
      channel: "/meta/connect",
      id: "3",
      successful: false,
      error: "402::session_unknown",
      advice: { reconnect: "handshake", interval: 0 },
    },
  ]);
});

test("a session's own times count, and what it lacks is the server's", async () => {
  const { session, lifetime } = await held();
  assert.deepEqual(lifetime.times, { timeoutMs: 10_000, intervalMs: 0, maxIntervalMs: 20_000 });
  session.timeoutMs = 0;
  session.maxIntervalMs = 5_000;
  assert.deepEqual(lifetime.times, { timeoutMs: 0, intervalMs: 0, maxIntervalMs: 5_000 });
});
