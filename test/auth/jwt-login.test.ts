import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeJwt, SignJWT } from "jose";
import { isObject } from "../../core/message/message.js";
import { RawSocket, shakeHands } from "../support/raw-client.js";
import { TokenIssuer } from "../support/token-issuer.js";
import { until } from "../support/until.js";
import { logIn, SECRET, startAuthNode } from "./start-auth-node.js";

const key = new TextEncoder().encode(SECRET);

/** @param lifeS - how long it is good; negative for one that has expired */
function token(user: string, lifeS = 300, claims: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ sub: user, iat: now, exp: now + lifeS, ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .sign(key);
}

const authentication = async (user: string, lifeS?: number) => ({
  ext: { authentication: { token: await token(user, lifeS) } },
});

test("a token logs its user in, and the session's identity says what it says", async (t) => {
  const { bus, url } = await startAuthNode(t);
  const reply = await logIn(url, await token("alice", 300, { jti: "t1", rights: { pub: ["/chat/**"] } }));
  assert.equal(reply.successful, true);
  assert.equal(bus.seti.isAssociated("alice"), true);
  const identity = bus.auth.identityOf(bus.bayeux.getSession(String(reply.clientId))!);
  assert.deepEqual([identity?.user, identity?.tokenId, identity?.pub], ["alice", "t1", ["/chat/**"]]);
  assert.equal(bus.auth.stats.logins.accepted, 1);
});

test("without a token, or with a bad one, nobody gets in, and the reply says why and to stay away", async (t) => {
  const { bus, url } = await startAuthNode(t);
  const cases: [unknown, string][] = [
    [undefined, "token_missing"],
    [7, "token_malformed"],
    [await token("alice", -60), "expired"],
    [await token("", 60), "claim_invalid"],
    [`${(await token("alice")).slice(0, -8)}AAAAAAAA`, "bad_signature"],
  ];
  for (const [given, code] of cases) {
    const reply = await logIn(url, given);
    assert.equal(reply.successful, false);
    assert.match(String(reply.error), /^403:/);
    assert.deepEqual(reply.advice, { reconnect: "none" });
    const told = reply.ext?.authentication;
    assert.ok(isObject(told));
    assert.equal(told.code, code);
    assert.equal(told.failed, true);
    assert.equal(typeof told.reason, "string");
  }
  const byName = await shakeHandsRefused(url, { authentication: { user: "alice" } });
  assert.equal(byName, "token_missing", "open mode's way does not work here");
  assert.deepEqual(bus.seti.getAssociatedUserIds(), []);
});

async function shakeHandsRefused(url: string, ext: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([
      { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"], ext },
    ]),
  });
  const [reply] = (await response.json()) as { successful: boolean; ext: { authentication: { code: string } } }[];
  assert.equal(reply!.successful, false);
  return reply!.ext.authentication.code;
}

test("a session shows its next token on /service/auth: the same user's, or it is refused and the old one counts", async (t) => {
  const { bus, url } = await startAuthNode(t);
  const alice = await shakeHands(t, url, "ws", await authentication("alice", 100));
  const session = bus.bayeux.getSession(alice.clientId)!;
  const first = bus.auth.identityOf(session);

  const show = async (given: unknown) => alice.ask({ channel: "/service/auth", data: { token: given } });
  for (const [given, code] of [
    [await token("mallory"), "wrong_user"],
    [await token("alice", -60), "expired"],
    [undefined, "token_missing"],
  ]) {
    const reply = await show(given);
    assert.equal(reply.successful, false);
    assert.match(String(reply.error), new RegExp(`^403:${code}:`));
    assert.equal(bus.auth.identityOf(session), first);
  }
  const next = await token("alice", 900);
  const reply = await show(next);
  assert.equal(reply.successful, true);
  assert.equal(
    bus.auth.identityOf(session)?.expiresAtMs,
    Number(decodeJwt(next).exp) * 1_000 + bus.config.auth.jwt.clockSkewMs,
  );
  assert.deepEqual(bus.auth.stats.refreshes, { accepted: 1, refused: 3 });
});

test("a session whose token expires is told, and ended with the advice to shake hands", async (t) => {
  const { bus, url } = await startAuthNode(t, { secret: SECRET, clockSkewMs: 0 });
  const socket = await RawSocket.open(t, url);
  const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] };
  const [reply] = await socket.ask([{ ...handshake, ...(await authentication("alice", 2)) }]);
  const connect = { channel: "/meta/connect", clientId: reply!.clientId, connectionType: "websocket" };
  const told = [await socket.ask([{ ...connect, advice: { timeout: 0 } }])].flat();
  socket.send([connect]); // held
  while (told.at(-1)?.advice?.reconnect !== "handshake") told.push(...(await socket.frame()));
  assert.deepEqual(told.filter(({ channel }) => channel === "/service/auth").at(-1)?.data, { event: "expired" });
  assert.equal(told.at(-1)?.channel, "/meta/connect");
  assert.equal(bus.bayeux.getSession(String(reply!.clientId)), undefined);
  assert.equal(bus.auth.stats.ended.expired, 1);
});

test("a token in a URL must expire soon: a handshake by script, and a refresh by one", async (t) => {
  const { url } = await startAuthNode(
    t,
    { secret: SECRET, maxUrlTokenLifeMs: 30_000 },
    { transport: { allowedTransports: ["websocket", "long-polling", "callback-polling"] } },
  );
  await assert.rejects(shakeHands(t, url, "script", await authentication("alice", 300)), /403::handshake_denied/);
  const script = await shakeHands(t, url, "script", await authentication("alice", 20));
  const long = await script.ask({ channel: "/service/auth", data: { token: await token("alice", 300) } });
  assert.match(String(long.error), /^403:token_in_url:/);
  const short = await script.ask({ channel: "/service/auth", data: { token: await token("alice", 20) } });
  assert.equal(short.successful, true);
  const posted = await shakeHands(t, url, "http", await authentication("alice", 300));
  assert.notEqual(posted.clientId, "", "in a body it may be as long-lived as any");
});

test("an issuer's new key is learnt without a restart, and keys that cannot be had are said to be so", async (t) => {
  const issuer = await TokenIssuer.start(t);
  issuer.mood = "broken";
  const options = { jwksUrl: issuer.jwksUrl, issuer: [issuer.url], audience: [issuer.audience], jwksCoolDownMs: 1 };
  const { bus, url } = await startAuthNode(t, options);
  const reply = await logIn(url, await issuer.token("alice"));
  assert.equal(reply.successful, false);
  assert.ok(isObject(reply.ext?.authentication) && reply.ext.authentication.code === "keys_unavailable");
  assert.equal(reply.advice?.reconnect, "handshake");
  assert.ok(Number(reply.advice?.interval) >= 1_000);
  issuer.mood = "well";
  assert.equal((await logIn(url, await issuer.token("alice"))).successful, true);
  assert.ok((bus.auth.keyFetches?.failed ?? 0) >= 1);
});

test("while the issuer does not answer, others log in and live on, and no more wait than may", async (t) => {
  const issuer = await TokenIssuer.start(t);
  issuer.mood = "silent";
  const options = {
    secret: SECRET,
    jwksUrl: issuer.jwksUrl,
    audience: [issuer.audience],
    jwksTimeoutMs: 60_000,
    maxPendingLogins: 6,
  };
  const { bus, url } = await startAuthNode(t, options);
  const waiting = await Promise.all([1, 2, 3].map(() => issuer.token("alice"))).then((tokens) =>
    tokens.map((given) => logIn(url, given)),
  );
  await until(() => bus.auth.pendingLogins === 3, "three logins wait for the issuer");
  const tooMany = await logIn(url, await issuer.token("bob"));
  assert.ok(isObject(tooMany.ext?.authentication) && tooMany.ext.authentication.code === "too_many_logins");
  assert.deepEqual(tooMany.advice, { reconnect: "handshake", interval: 5_000 });
  const local = await logIn(url, await token("carol", 300, { aud: issuer.audience }));
  assert.deepEqual([local.successful, bus.auth.pendingLogins], [true, 3], "while the others still wait");
  issuer.giveUp();
  const replies = await Promise.all(waiting);
  for (const { successful, advice } of replies) {
    assert.deepEqual([successful, advice?.reconnect], [false, "handshake"]);
  }
  assert.equal(issuer.keyRequests, 1, "one request for all");
});
