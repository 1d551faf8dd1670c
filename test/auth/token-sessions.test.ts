import assert from "node:assert/strict";
import { test } from "node:test";
import { newAuthStats } from "../../auth/auth-stats.js";
import type { Identity } from "../../auth/identity.js";
import { TokenSessions } from "../../auth/token-sessions.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { FakeClient } from "../core/fake-client.js";
import { FakeClock } from "../support/fake-clock.js";

const WARNING_MS = 60_000;

/** A server whose clients are who `login` says, for so long. */
function started(expiryWarningMs = WARNING_MS) {
  const clock = new FakeClock(1_800_000_000_000);
  const server = new BayeuxServer({ maxIntervalMs: 86_400_000 }, { clock });
  const stats = newAuthStats();
  const sessions = new TokenSessions({ clock, stats, expiryWarningMs, areRevocable: true });
  const identity = (user: string, forMs: number, tokenId = "t1"): Identity => {
    const claims = { iat: clock.now() / 1_000 };
    return { user, tokenId, expiresAtMs: clock.now() + forMs, claims, pub: undefined, sub: undefined };
  };
  server.addListener({
    sessionAdded: (session) => sessions.added(session),
    sessionRemoved: (session) => sessions.removed(session),
  });
  server.start();
  const login = async (user: string, forMs: number, tokenId?: string): Promise<FakeClient> => {
    server.policy = {
      canHandshake: (session) => {
        sessions.set(session, identity(user, forMs, tokenId));
        return true;
      },
      canCreate: () => true,
      canSubscribe: () => true,
      canPublish: () => true,
    };
    return FakeClient.login(server, clock);
  };
  return { clock, server, stats, sessions, identity, login };
}

/** What the client was told on /service/auth since it was last asked. */
const told = ({ socket }: FakeClient): unknown[] =>
  socket
    .read()
    .filter(({ channel }) => channel === "/service/auth")
    .map(({ data }) => data);

test("a session is warned in time, once, and ended when its token has expired", async () => {
  const { clock, login, stats, sessions } = started();
  const alice = await login("alice", 300_000);
  await clock.advance(300_000 - WARNING_MS - 1_000);
  assert.deepEqual(told(alice), []);
  await clock.advance(1_000);
  assert.deepEqual(told(alice), [{ event: "expiring", expiresInMs: WARNING_MS }]);
  await clock.advance(WARNING_MS - 1_000);
  assert.ok(alice.session.isHandshaken);
  await clock.advance(1_000);
  assert.deepEqual(told(alice), [{ event: "expired" }]);
  assert.ok(!alice.session.isHandshaken);
  assert.deepEqual([stats.warned.count, stats.ended.expired, sessions.size], [1, 1, 0]);
});

test("a new token moves both; a client of short-lived ones is warned at half of their life, not at once", async () => {
  const { clock, login, stats, sessions, identity } = started();
  const alice = await login("alice", 300_000);
  await clock.advance(250_000);
  assert.equal(told(alice).length, 1);
  sessions.set(alice.session, identity("alice", 300_000));
  await clock.advance(230_000);
  assert.deepEqual(told(alice), []);
  await clock.advance(10_000);
  assert.equal(told(alice).length, 1);
  sessions.set(alice.session, identity("alice", 20_000));
  await clock.advance(9_000);
  assert.deepEqual(told(alice), []);
  await clock.advance(1_000);
  assert.deepEqual(told(alice), [{ event: "expiring", expiresInMs: 10_000 }]);
  assert.ok(alice.session.isHandshaken);
  assert.equal(stats.warned.count, 3);
});

test("without a warning a session ends at its token's end; one that goes by itself leaves nothing behind", async () => {
  const { clock, login, stats, sessions } = started(0);
  const [alice, bob] = [await login("alice", 5_000), await login("bob", 5_000, "t2")];
  bob.session.disconnect();
  assert.equal(sessions.size, 1);
  await clock.advance(4_000);
  assert.ok(alice.session.isHandshaken);
  await clock.advance(1_000);
  assert.deepEqual(told(alice), [{ event: "expired" }]);
  assert.deepEqual([stats.warned.count, stats.ended.expired, sessions.size], [0, 1, 0]);
});

test("a revocation ends the sessions that it means: of the user, or with the token, in its old form and its new", async () => {
  const { clock, login, sessions, identity } = started();
  const first = await login("alice", 300_000, "t1");
  const second = await login("alice", 300_000, "t2");
  const bob = await login("bob", 300_000, "t3");
  await clock.advance(10_000);
  sessions.set(second.session, identity("alice", 300_000, "t4"));
  const revocation = { beforeMs: clock.now() - 5_000, untilMs: clock.now() + 300_000 };
  assert.equal(sessions.endRevoked("token:t2", revocation), 0, "that token counts no more");
  assert.equal(sessions.endRevoked("user:alice", revocation), 1, "the other one was issued later");
  assert.deepEqual(told(first), [{ event: "revoked" }]);
  assert.ok(!first.session.isHandshaken && second.session.isHandshaken && bob.session.isHandshaken);
  assert.equal(sessions.endRevoked("token:t4", revocation), 1);
  assert.equal(sessions.endRevoked("token:t4", revocation), 0);
  assert.ok(bob.session.isHandshaken);
});
