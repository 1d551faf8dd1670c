import assert from "node:assert/strict";
import { test } from "node:test";
import { RemoteKeys, type RemoteKeysOptions } from "../../auth/remote-keys.js";
import { TokenError } from "../../auth/token-error.js";
import { silentLogger } from "../../core/logger.js";
import { FakeClock } from "../support/fake-clock.js";
import { type IssuerKey, jwkOf, newKey } from "../support/token-issuer.js";

const URL = "https://issuer.example/keys";
const OPTIONS: RemoteKeysOptions = {
  jwksCacheMs: 600_000,
  jwksMaxStaleMs: 3_600_000,
  jwksCoolDownMs: 30_000,
  jwksTimeoutMs: 5_000,
  maxPendingLogins: 2_000,
};

const first = newKey("first");
const second = newKey("second");

/** An issuer behind a fetch of its own, and the keys as a node sees them. */
interface Issuer {
  readonly clock: FakeClock;
  readonly keys: RemoteKeys;
  requests: number;
  /** What the next requests are answered with. */
  answer: () => Promise<Response>;
  publish(...keys: readonly IssuerKey[]): void;
  break(): void;
}

function newIssuer(): Issuer {
  const clock = new FakeClock();
  const issuer: Issuer = {
    clock,
    requests: 0,
    answer: async () => Response.json({ keys: [] }),
    publish(...keys) {
      issuer.answer = async () => Response.json({ keys: await Promise.all(keys.map(jwkOf)) });
    },
    break() {
      issuer.answer = async () => new Response("no", { status: 503 });
    },
    keys: new RemoteKeys(URL, OPTIONS, {
      clock,
      logger: silentLogger,
      fetch: (_url, init) => {
        issuer.requests += 1;
        const { signal } = init!;
        const hung = new Promise<never>((_resolve, reject) => {
          signal!.addEventListener("abort", () => reject(signal!.reason as Error));
        });
        return Promise.race([issuer.answer(), hung]);
      },
    }),
  };
  issuer.publish(first);
  return issuer;
}

async function unavailable(promise: Promise<unknown>, code: string, retryMs?: number): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof TokenError);
    assert.equal(error.code, code);
    if (retryMs !== undefined) assert.equal(error.retryMs, retryMs);
    return true;
  });
}

const namesOf = async (keys: RemoteKeys, keyId: string) => (await keys.find(keyId, "ES256")).map((key) => key.keyId);

test("keys are asked for once, and again when they are old, which nobody waits for", async () => {
  const issuer = newIssuer();
  await issuer.keys.start();
  for (let count = 0; count < 50; count += 1) assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
  assert.equal(issuer.requests, 1);
  await issuer.clock.advance(OPTIONS.jwksCacheMs + 1);
  issuer.answer = () => new Promise(() => {}); // as slow as can be
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
  assert.equal(issuer.requests, 2);
});

test("a new key is learnt when it is first named; a key that was taken back is forgotten", async () => {
  const issuer = newIssuer();
  await issuer.keys.start();
  issuer.publish(second);
  await issuer.clock.advance(OPTIONS.jwksCoolDownMs);
  assert.deepEqual(await namesOf(issuer.keys, "second"), ["second"]);
  await unavailable(issuer.keys.find("first", "ES256"), "unknown_key", OPTIONS.jwksCoolDownMs);
  await issuer.clock.advance(OPTIONS.jwksCoolDownMs);
  assert.deepEqual(await namesOf(issuer.keys, "first"), []);
});

test("a flood of unknown names makes one request for each cool-down, and costs those with known keys nothing", async () => {
  const issuer = newIssuer();
  await issuer.keys.start();
  await issuer.clock.advance(OPTIONS.jwksCoolDownMs);
  const flood = async (): Promise<void> => {
    const asked = Array.from({ length: 1_000 }, (_, index) => issuer.keys.find(`unknown-${index}`, "ES256"));
    for (const result of await Promise.allSettled(asked)) {
      if (result.status === "fulfilled") assert.deepEqual(result.value, []);
    }
  };
  await flood();
  await flood();
  assert.equal(issuer.requests, 2, "one at the start, one for the flood");
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
  await issuer.clock.advance(OPTIONS.jwksCoolDownMs);
  await flood();
  assert.equal(issuer.requests, 3);
});

test("an issuer that is down: known keys go on for a while, then nobody gets in, and is told when to come again", async () => {
  const issuer = newIssuer();
  await issuer.keys.start();
  issuer.break();
  await issuer.clock.advance(OPTIONS.jwksCacheMs + OPTIONS.jwksMaxStaleMs);
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
  await issuer.clock.advance(5_000);
  await unavailable(issuer.keys.find("first", "ES256"), "keys_unavailable", 5_000);
  const { requests } = issuer;
  await unavailable(issuer.keys.find("first", "ES256"), "keys_unavailable", 5_000);
  assert.equal(issuer.requests, requests, "it is not asked for each login");
  issuer.publish(first);
  await issuer.clock.advance(5_000);
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
});

test("an issuer that does not answer is given up in time, by all who wait", async () => {
  const issuer = newIssuer();
  issuer.answer = () => new Promise(() => {});
  const waiting = [1, 2, 3].map(() => unavailable(issuer.keys.find("first", "ES256"), "keys_unavailable"));
  await issuer.clock.advance(OPTIONS.jwksTimeoutMs);
  await Promise.all(waiting);
  assert.equal(issuer.requests, 1);
  assert.equal(issuer.clock.pending, 0);
});

test("while the issuer takes its time, only so many wait, and those with known keys are not among them", async () => {
  const issuer = newIssuer();
  await issuer.keys.start();
  await issuer.clock.advance(OPTIONS.jwksCoolDownMs);
  issuer.answer = () => new Promise(() => {});
  const unknown = Array.from({ length: 1_001 }, (_, index) => issuer.keys.find(`unknown-${index}`, "ES256"));
  await unavailable(unknown.pop()!, "too_many_logins", 5_000);
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"]);
  await issuer.clock.advance(OPTIONS.jwksTimeoutMs);
  assert.deepEqual(new Set((await Promise.all(unknown)).map(({ length }) => length)), new Set([0]));
  await unavailable(issuer.keys.find("unknown", "ES256"), "unknown_key");
});

test("an answer that is no key set, or beyond the limits, is a failure; a secret in one is no key", async () => {
  const secret = { kty: "oct", k: Buffer.alloc(64).toString("base64url"), kid: "first", alg: "HS256" };
  const wellFormed = JSON.stringify({ keys: [await jwkOf(first)] });
  const answers: (() => Response)[] = [
    () => new Response("<html>"),
    () => Response.json([]),
    () => Response.json(null),
    () => Response.json({ keys: "none" }),
    () => Response.json({ keys: [] }),
    () => Response.json({ keys: [null, 7, {}, { kty: "RSA" }] }),
    () => Response.json({ keys: [secret] }),
    () => new Response(`${" ".repeat(262_144)}${wellFormed}`),
    () => new Response(null, { status: 404 }),
  ];
  for (const answer of answers) {
    const issuer = newIssuer();
    issuer.answer = async () => answer();
    await unavailable(issuer.keys.find("first", "ES256"), "keys_unavailable");
    assert.deepEqual(issuer.keys.stats, { fetched: 0, failed: 1 });
  }
  const issuer = newIssuer();
  const good = await jwkOf(first);
  issuer.answer = async () => Response.json({ keys: [secret, { kty: "RSA" }, { ...good, use: "enc" }, good] });
  assert.deepEqual(await namesOf(issuer.keys, "first"), ["first"], "what is unusable is passed over");
  await unavailable(issuer.keys.find("first", "HS256"), "unknown_key");
});
