import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Identity } from "../../auth/identity.js";
import { isRevocation, Revocations } from "../../auth/revocations.js";

const identity = (user: string, tokenId?: string, iat?: number): Identity => ({
  user,
  tokenId,
  expiresAtMs: undefined,
  claims: iat === undefined ? {} : { iat },
  pub: undefined,
  sub: undefined,
});

test("a user's tokens are revoked up to a moment, a token for good, and nothing else is", () => {
  const revocations = new Revocations();
  assert.equal(revocations.add("user:alice", { beforeMs: 10_500, untilMs: 90_000 }), true);
  assert.equal(revocations.add("token:t1", { beforeMs: 10_500, untilMs: 90_000 }), true);
  assert.equal(revocations.isRevoked(identity("alice", "t9", 10)), true);
  assert.equal(revocations.isRevoked(identity("alice", "t9", 11)), false, "issued later");
  assert.equal(revocations.isRevoked(identity("alice", "t9")), true, "one that does not say when counts as old");
  assert.equal(revocations.isRevoked(identity("bob", "t1", 99)), true);
  assert.equal(revocations.isRevoked(identity("bob", "t2", 1)), false);
  assert.equal(revocations.isRevoked(identity("t1", "alice", 1)), false, "a user's name is no token's id");
  assert.deepEqual(revocations.prune(90_000).sort(), ["token:t1", "user:alice"]);
  assert.equal(revocations.isRevoked(identity("alice", "t1", 1)), false);
});

test("each revocation has its own count of the sessions that it ended", () => {
  const revocations = new Revocations();
  const [first, second] = [10, 20].map((beforeMs) => ({ key: "user:alice", beforeMs, untilMs: 90_000 }));
  assert.equal(revocations.endedBy(first!), 0, "not heard of");
  revocations.add("user:alice", first!);
  revocations.noteEnded("user:alice", 3);
  revocations.add("user:alice", first!);
  assert.equal(revocations.endedBy(first!), 3, "heard of twice");
  revocations.add("user:alice", second!);
  assert.deepEqual([revocations.endedBy(first!), revocations.endedBy(second!)], [0, 0]);
  revocations.noteEnded("user:alice", 1);
  assert.equal(revocations.endedBy(second!), 1);
});

test("in whatever order nodes hear of them, and however often, they come to know the same", () => {
  const entry = fc.record({
    key: fc.constantFrom("user:a", "user:b", "token:c"),
    beforeMs: fc.nat(100),
    untilMs: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (entries, order) => {
      const shuffled = [...entries, ...entries]
        .map((one) => ({ one, rank: order.next().value as number }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ one }) => one);
      const [north, south] = [new Revocations(), new Revocations()];
      for (const { key, ...revocation } of entries) north.add(key, revocation);
      for (const { key, ...revocation } of shuffled) south.add(key, revocation);
      assert.deepEqual([...north].sort(), [...south].sort());
    }),
  );
});

test("what another node says is checked", () => {
  const good = { beforeMs: 1, untilMs: 2 };
  assert.equal(isRevocation("user:alice", good), true);
  assert.equal(isRevocation("token:line\nbreak", good), true);
  for (const key of ["user:", "alice", "users:alice", "", 7, null]) assert.equal(isRevocation(key, good), false);
  for (const value of [null, 7, {}, { beforeMs: 1 }, { beforeMs: "1", untilMs: 2 }, { beforeMs: 1, untilMs: null }]) {
    assert.equal(isRevocation("user:alice", value), false);
  }
});
