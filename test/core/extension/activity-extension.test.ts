import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ActivityExtension,
  type ActivityExtensionOptions,
  SessionActivity,
} from "../../../core/extension/activity-extension.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeRequest, FakeSocket } from "../fake-connection.js";

const MAX_IDLE_MS = 5_000;

function started(options?: Partial<ActivityExtensionOptions>) {
  const clock = new FakeClock();
  const server = new BayeuxServer({ timeoutMs: 1_000, sweepPeriodMs: 50 }, { clock });
  if (options !== undefined) {
    server.addExtension(new ActivityExtension({ maxIdleMs: MAX_IDLE_MS, clock, ...options }));
  }
  server.start();
  return { clock, server };
}

/** A client that connects again and again, and notes the messages that are no plain connect replies. */
async function connecting(clock: FakeClock, server: BayeuxServer) {
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  const session = socket.connection.session!;
  socket.read();
  const seen: object[] = [];
  const send = (channel: string, fields: object = {}) => socket.send({ channel, clientId: session.id, ...fields });
  /** Lives for so long. */
  const live = async (timeMs: number) => {
    for (const end = clock.now() + timeMs; clock.now() < end && session.isHandshaken; ) {
      send("/meta/connect");
      await clock.advance(250);
      for (const message of socket.read()) if (message.advice?.reconnect !== "retry") seen.push(message);
    }
  };
  return { session, seen, send, live };
}

const KICKED = [
  { channel: "/meta/disconnect", successful: true },
  { channel: "/meta/connect", successful: true, advice: { reconnect: "none" } },
];

test("a session that only connects for too long is disconnected, and its client told to stay away", async () => {
  const { clock, server } = started({});
  const reasons: string[] = [];
  server.addListener({ sessionRemoved: (_session, reason) => reasons.push(reason) });
  const { session, seen, live } = await connecting(clock, server);
  await live(MAX_IDLE_MS);
  assert.ok(session.isHandshaken);
  await live(1_000);
  assert.ok(!session.isHandshaken);
  assert.deepEqual(seen.slice(-2), KICKED);
  assert.deepEqual(reasons, ["disconnected"]);
});

test("a client's messages keep it; what it is sent does so only in the other mode", async () => {
  for (const [mode, survives] of [
    ["client", false],
    ["client-server", true],
  ] as const) {
    const { clock, server } = started({ mode });
    const talker = await connecting(clock, server);
    const hearer = await connecting(clock, server);
    hearer.send("/meta/subscribe", { subscription: "/news" });
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([talker.live(MAX_IDLE_MS / 2), hearer.live(MAX_IDLE_MS / 2)]);
      talker.send("/news", { data: round });
    }
    assert.ok(talker.session.isHandshaken, mode);
    assert.equal(hearer.session.isHandshaken, survives, mode);
  }
});

test("links of the cluster and local sessions are left alone", async () => {
  const { clock, server } = started({ appliesTo: () => false });
  const local = server.newLocalSession("service");
  await local.handshake();
  const { session, live } = await connecting(clock, server);
  await live(3 * MAX_IDLE_MS);
  assert.ok(session.isHandshaken);
  assert.ok(local.session.isHandshaken);
});

test("a single session can be watched", async () => {
  const { clock, server } = started();
  const watched = await connecting(clock, server);
  const free = await connecting(clock, server);
  watched.session.addExtension(new SessionActivity({ maxIdleMs: MAX_IDLE_MS, clock }));
  await Promise.all([watched.live(MAX_IDLE_MS + 2_000), free.live(MAX_IDLE_MS + 2_000)]);
  assert.ok(!watched.session.isHandshaken);
  assert.ok(free.session.isHandshaken);
});

test("over HTTP the held connect says goodbye", async () => {
  const { clock, server } = started({});
  const first = new FakeRequest();
  await server.dispatcher.dispatch([{ channel: "/meta/handshake" }], first);
  const session = first.session!;
  const connect = async (): Promise<FakeRequest> => {
    const request = new FakeRequest(session);
    await server.dispatcher.dispatch([{ channel: "/meta/connect", clientId: session.id }], request);
    return request;
  };
  await connect();
  await clock.advance(MAX_IDLE_MS + 1);
  const request = await connect();
  assert.ok(!request.isAnswered);
  await clock.settle();
  assert.deepEqual(request.answers, KICKED);
});
