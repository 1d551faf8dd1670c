import assert from "node:assert/strict";
import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { SignJWT } from "jose";
import { jwtOptions } from "../../auth/auth-options.js";
import { KeyRing, type TokenKey } from "../../auth/key-ring.js";
import { TokenError, type TokenRefusal } from "../../auth/token-error.js";
import { TokenVerifier } from "../../auth/token-verifier.js";
import { FakeClock } from "../support/fake-clock.js";
import { type IssuerKey, newKey, sign } from "../support/token-issuer.js";

const NOW_S = 1_800_000_000;
const ISSUER = "https://login.example";
const AUDIENCE = "oortbus";
const SECRET = "a secret of more than thirty-two bytes";

const rsa = newKey("rsa-1", "RS256");
const ec = newKey("ec-1", "ES256");
const ed = newKey("ed-1", "EdDSA");
const pss = newKey("rsa-2", "PS256");
const stranger = newKey("ec-1", "ES256");

const publicKey = ({ keyId, publicKey: key }: IssuerKey): TokenKey => ({ keyId, algorithm: undefined, key });
const secretKey: TokenKey = { keyId: undefined, algorithm: undefined, key: createSecretKey(Buffer.from(SECRET)) };

/** @param options - laid over those of a node that knows issuer and audience */
function verifier(
  options: Record<string, unknown> = {},
  keys: readonly TokenKey[] = [rsa, ec, ed, pss].map(publicKey),
) {
  return new TokenVerifier(jwtOptions.parse({ issuer: [ISSUER], audience: [AUDIENCE], ...options }), {
    keys: new KeyRing(keys),
    remote: undefined,
    clock: new FakeClock(NOW_S * 1_000),
    maxUserIdBytes: 256,
  });
}

const CLAIMS = { iss: ISSUER, aud: AUDIENCE, sub: "alice", iat: NOW_S, exp: NOW_S + 300 };
const token = (claims: object = {}, key: IssuerKey = ec): Promise<string> => sign({ ...CLAIMS, ...claims }, key);

/** A token with any bytes in its first two parts, signed as its header says, as far as we can. */
function handmade(header: string, payload: string, secret: string | KeyObject = SECRET): string {
  const parts = [header, payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
  const signature = createHmac("sha256", secret).update(parts).digest("base64url");
  return `${parts}.${signature}`;
}

async function refused(promise: Promise<unknown>, code: TokenRefusal, text?: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof TokenError, String(error));
    assert.equal(error.code, code, error.message);
    if (text !== undefined) assert.match(error.message, text);
    return true;
  });
}

test("a token says who its user is, by every kind of key", async () => {
  for (const key of [rsa, ec, ed, pss]) {
    const identity = await verifier().verify(await token({ jti: "t1" }, key));
    assert.equal(identity.user, "alice");
    assert.equal(identity.tokenId, "t1");
    assert.equal(identity.expiresAtMs, (NOW_S + 300) * 1_000 + 5_000, "with the clock skew that is allowed");
    assert.equal(identity.claims.iss, ISSUER);
    assert.deepEqual([identity.pub, identity.sub], [undefined, undefined]);
  }
  const bySecret = new SignJWT({ ...CLAIMS }).setProtectedHeader({ alg: "HS256" }).sign(secretKey.key);
  assert.equal((await verifier({}, [secretKey]).verify(await bySecret)).user, "alice");
});

test("the user may be another claim, and rights are read out of theirs", async () => {
  const claims = { email: "alice@example.org", rights: { pub: ["/chat/{user}/*"], sub: ["/chat/**"] } };
  const identity = await verifier({ userClaim: "email" }).verify(await token(claims));
  assert.equal(identity.user, "alice@example.org");
  assert.deepEqual([identity.pub, identity.sub], [["/chat/{user}/*"], ["/chat/**"]]);
  const other = await verifier({ rightsClaim: "https://example.org/channels" }).verify(
    await token({ "https://example.org/channels": { pub: [] }, rights: 7 }),
  );
  assert.deepEqual([other.pub, other.sub], [[], undefined]);
});

test("what is no token is refused", async () => {
  const sut = verifier();
  await refused(sut.verify(undefined), "token_missing");
  for (const wrong of [7, null, {}, ["x"], "", "x", "a.b", "a.b.c.d", "..", "a.b.c", `${await token()}.x`]) {
    await refused(sut.verify(wrong), "token_malformed");
  }
  await refused(sut.verify(`${await token()}${"A".repeat(8_192)}`), "token_too_long", /8192/);
  await refused(sut.verify(handmade("[]", JSON.stringify(CLAIMS))), "token_malformed", /header/);
  await refused(sut.verify(handmade('{"alg":"ES256"}', "[]")), "token_malformed", /payload/);
  await refused(sut.verify(handmade('{"alg":"ES256"}', '{"sub":"\ud800"')), "token_malformed");
});

test("an algorithm that is not allowed is refused, whatever its spelling", async () => {
  const sut = verifier();
  const payload = JSON.stringify(CLAIMS);
  for (const alg of ["none", "None", "NONE", "nOnE", "", "HS1", "ES256 ", "__proto__", "toString"]) {
    for (const signature of ["", "AAAA"]) {
      const [header, body] = handmade(JSON.stringify({ alg }), payload).split(".");
      await refused(sut.verify(`${header}.${body}.${signature}`), "algorithm_not_allowed");
    }
  }
  for (const header of ["{}", '{"alg":null}', '{"alg":["ES256"]}', '{"alg":0}']) {
    await refused(sut.verify(handmade(header, payload)), "algorithm_not_allowed");
  }
  await refused(verifier({ algorithms: ["RS256"] }).verify(await token()), "algorithm_not_allowed", /RS256/);
});

test("a public key is never taken for a secret, nor one kind of key for another", async () => {
  const pem = String(rsa.publicKey.export({ type: "spki", format: "pem" }));
  const der = rsa.publicKey.export({ type: "spki", format: "der" });
  const payload = JSON.stringify(CLAIMS);
  for (const secret of [pem, pem.trim(), createSecretKey(der)]) {
    for (const kid of [undefined, "rsa-1"]) {
      const header = JSON.stringify({ alg: "HS256", kid });
      await refused(verifier().verify(handmade(header, payload, secret)), "unknown_key");
      await refused(
        verifier({}, [publicKey(rsa), secretKey]).verify(handmade(header, payload, secret)),
        "bad_signature",
      );
    }
  }
  await refused(verifier({}, [publicKey(rsa)]).verify(await token({}, ec)), "unknown_key");
  await refused(verifier({}, [secretKey]).verify(await token({}, rsa)), "unknown_key");
  const mislabelled = (await token({}, ec)).split(".");
  mislabelled[0] = Buffer.from('{"alg":"RS256","kid":"rsa-1"}').toString("base64url");
  await refused(verifier().verify(mislabelled.join(".")), "bad_signature");
  const forRs = { ...publicKey(rsa), algorithm: "RS512" };
  await refused(verifier({}, [forRs]).verify(await token({}, rsa)), "unknown_key");
});

test("a signature that is not the key's is refused, and so is one that was cut or extended", async () => {
  const good = await token();
  await refused(verifier().verify(await token({}, stranger)), "bad_signature");
  const [header, , signature] = good.split(".");
  const mallory = Buffer.from(JSON.stringify({ ...CLAIMS, sub: "mallory" })).toString("base64url");
  await refused(verifier().verify(`${header}.${mallory}.${signature}`), "bad_signature");
  for (const wrong of ["", signature!.slice(0, -4), `${signature}AAAA`, "A".repeat(signature!.length)]) {
    await refused(verifier().verify(good.replace(/[^.]*$/, wrong)), "bad_signature");
  }
});

test("a kid names a key of ours or nothing: no path, no query, no address is followed", async () => {
  const payload = JSON.stringify(CLAIMS);
  for (const kid of [
    "../../../../dev/null",
    "/etc/passwd",
    "' OR 1=1 --",
    "http://mallory/keys",
    "__proto__",
    "",
    "\u0000",
  ]) {
    const header = JSON.stringify({ alg: "ES256", kid });
    await refused(verifier().verify(handmade(header, payload, "")), "unknown_key");
  }
  for (const kid of [7, null, {}, ["ec-1"], "k".repeat(257)]) {
    const header = JSON.stringify({ alg: "ES256", kid });
    await refused(verifier().verify(handmade(header, payload, "")), "token_malformed", /kid/);
  }
  const jwk = stranger.publicKey.export({ format: "jwk" });
  const brought = { alg: "ES256", jwk, jku: "http://mallory/keys", x5u: "http://mallory/x5u", x5c: ["AAAA"] };
  const forged = new SignJWT({ ...CLAIMS }).setProtectedHeader(brought).sign(stranger.privateKey);
  await refused(verifier().verify(await forged), "bad_signature");
});

test("extensions of the format that nobody here knows are refused", async () => {
  const withCrit = new SignJWT({ ...CLAIMS })
    .setProtectedHeader({ alg: "ES256", crit: ["urn:x"], "urn:x": 1 })
    .sign(ec.privateKey, { crit: { "urn:x": true } });
  await refused(verifier().verify(await withCrit), "token_malformed");
});

test("a member that stands twice is refused, in the header and in the claims", async () => {
  const sut = verifier({}, [secretKey]);
  const claims = JSON.stringify(CLAIMS);
  assert.equal((await sut.verify(handmade('{"alg":"HS256"}', claims))).user, "alice", "the same, made well");
  for (const twice of ['"sub":"mallory"', '"s\\u0075b":"mallory"', '"x":{"a":1,"a":2}', '"exp" : 1']) {
    await refused(sut.verify(handmade('{"alg":"HS256"}', claims.replace("{", `{${twice},`))), "token_malformed");
  }
  await refused(sut.verify(handmade('{"alg":"none","alg":"HS256"}', claims)), "token_malformed");
  const tricky = claims.replace("{", '{"a\\":b":"\\"sub\\":1",');
  assert.equal((await sut.verify(handmade('{"alg":"HS256"}', tricky))).user, "alice", "quotes within are no members");
});

test("a token that has expired, or is not valid yet, is refused beyond the clock skew", async () => {
  const sut = verifier();
  assert.equal((await sut.verify(await token({ exp: NOW_S - 4 }))).user, "alice");
  await refused(sut.verify(await token({ exp: NOW_S - 5 })), "expired");
  assert.equal((await sut.verify(await token({ nbf: NOW_S + 5 }))).user, "alice");
  await refused(sut.verify(await token({ nbf: NOW_S + 6 })), "not_yet_valid");
  assert.equal((await sut.verify(await token({ iat: NOW_S + 5 }))).user, "alice");
  await refused(sut.verify(await token({ iat: NOW_S + 6 })), "not_yet_valid");
});

test("a token that is good for too long is refused: its revocation would have to be remembered", async () => {
  const day = 86_400;
  assert.equal((await verifier().verify(await token({ exp: NOW_S + day }))).user, "alice");
  for (const exp of [NOW_S + day + 6, 1e300]) await refused(verifier().verify(await token({ exp })), "lives_too_long");
});

test("issuer and audience must be ours", async () => {
  const sut = verifier();
  await refused(sut.verify(await token({ iss: "https://mallory.example" })), "wrong_issuer");
  await refused(sut.verify(await token({ aud: "another app" })), "wrong_audience");
  await refused(sut.verify(await token({ aud: ["a", "b"] })), "wrong_audience");
  assert.equal((await sut.verify(await token({ aud: ["a", AUDIENCE] }))).user, "alice");
  assert.equal(
    (await verifier({ issuer: [], audience: [] }).verify(await token({ iss: "x", aud: "y" }))).user,
    "alice",
  );
});

test("claims that must be there, and are not or are of the wrong form, are named", async () => {
  const sut = verifier({ requiredClaims: ["tenant"] });
  const good = { tenant: "blue" };
  assert.equal((await sut.verify(await token(good))).claims.tenant, "blue");
  for (const claim of ["tenant", "sub", "exp", "iss", "aud"]) {
    await refused(sut.verify(await token({ ...good, [claim]: undefined })), "claim_missing", new RegExp(claim));
  }
  const wrong: [string, unknown][] = [
    ...["", 7, null, {}, "é".repeat(129)].map((value): [string, unknown] => ["sub", value]),
    ["exp", "tomorrow"],
    ["nbf", "yesterday"],
    ["iat", "now"],
    ...[7, "", "j".repeat(257), null].map((value): [string, unknown] => ["jti", value]),
    ...[7, null, "x", ["/x"]].map((value): [string, unknown] => ["rights", value]),
    ...["/x", ["x"], [7], ["/a//b"], ["/a/**/b"], ["/a{user}"], ["/a/"], Array(257).fill("/x"), null].map(
      (pub): [string, unknown] => ["rights", { pub }],
    ),
  ];
  for (const [claim, value] of wrong) {
    await refused(sut.verify(await token({ ...good, [claim]: value })), "claim_invalid", new RegExp(claim));
  }
});
