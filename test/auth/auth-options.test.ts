import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import type { AuthOptions } from "../../auth/auth-options.js";
import { readTokenKeys } from "../../auth/key-files.js";
import { KeyRing } from "../../auth/key-ring.js";
import { TokenMint } from "../../auth/token-mint.js";
import { TokenVerifier } from "../../auth/token-verifier.js";
import { type NodeConfigInput, readConfig } from "../../config.js";
import { ConfigError } from "../../index.js";
import { Authority } from "../support/certificates.js";
import { FakeClock } from "../support/fake-clock.js";
import { projectRoot } from "../support/project-root.js";
import { ScriptedRandom } from "../support/scripted-random.js";
import { newKey } from "../support/token-issuer.js";

const SECRET = "a secret of more than thirty-two bytes";
const JWKS = "https://issuer.example/keys";

const authOf = (auth: NodeConfigInput["auth"]): AuthOptions => readConfig({ auth }).auth;

function refused(config: NodeConfigInput, ...problems: readonly RegExp[]): void {
  assert.throws(
    () => readConfig(config),
    (error) => {
      assert.ok(error instanceof ConfigError);
      const lines = error.message.split("\n");
      for (const problem of problems)
        assert.ok(
          lines.some((line) => problem.test(line)),
          `${problem}: ${error.message}`,
        );
      assert.equal(lines.length, problems.length, error.message);
      return true;
    },
  );
}

test("what cannot work, or would let strangers in, is said before anything starts", () => {
  refused({ host: "0.0.0.0", grpcPort: 0 }, /auth\.mode: must be given, "open", "jwt" or "custom"/);
  refused({ auth: { mode: "jwt" } }, /auth\.jwt: has no keys .* give secret, keyFiles or jwksUrl/);
  refused({ auth: { jwt: { secret: SECRET } } }, /auth\.mode: must be given: "jwt"/);
  refused({ auth: { mode: "jwt", jwt: { jwksUrl: JWKS } } }, /auth\.jwt\.audience: must be given with jwksUrl/);
  refused(
    { auth: { mode: "jwt", jwt: { jwksUrl: "http://issuer.example/keys", audience: ["a"] } } },
    /auth\.jwt\.jwksUrl.*: must be https/,
    /auth\.jwt: has no keys/,
  );
  refused(
    { auth: { mode: "jwt", jwt: { secret: SECRET, maxTokenLifeMs: 60_000 } } },
    /auth\.mint\.maxTtlMs: must be at most auth\.jwt\.maxTokenLifeMs/,
  );
  for (const url of ["http://127.0.0.1:9/keys", "http://[::1]:9/keys", "http://localhost/keys", JWKS]) {
    assert.equal(authOf({ mode: "jwt", jwt: { jwksUrl: url, audience: ["a"] } }).jwt.jwksUrl, url);
  }
  assert.equal(authOf({}).mode, "open");
});

test("a secret that is too short, an algorithm that is none, a key set by file: each is named", () => {
  const jwt = (options: object): NodeConfigInput => ({ auth: { mode: "jwt", jwt: { secret: SECRET, ...options } } });
  refused(jwt({ algorithms: ["none"] }), /auth\.jwt\.algorithms/);
  refused(jwt({ algorithms: [] }), /auth\.jwt\.algorithms/);
  refused(jwt({ jwksUrl: "file:///etc/keys", audience: ["a"] }), /auth\.jwt\.jwksUrl/);
  refused(
    { auth: { mode: "jwt", jwt: { secret: "é".repeat(15) } } },
    /auth\.jwt\.secret: must be at least 32 bytes/,
    /keys/,
  );
  assert.ok(authOf({ mode: "jwt", jwt: { secret: "é".repeat(16) } }));
});

function folder(t: TestContext): (name: string, content: string) => string {
  const path = mkdtempSync(join(tmpdir(), "oortbus-keys-"));
  t.after(() => rmSync(path, { recursive: true }));
  return (name, content) => {
    const file = join(path, name);
    writeFileSync(file, content);
    return file;
  };
}

const pem = (key: KeyObject): string =>
  String(key.export({ type: key.type === "public" ? "spki" : "pkcs8", format: "pem" }));

test("a node takes what another made with the same configuration: by a secret, or a private key of any kind", async (t) => {
  const write = folder(t);
  const keyPairs = ["RS256", "ES256", "EdDSA"].map((algorithm) => newKey(algorithm, algorithm));
  const p521 = generateKeyPairSync("ec", { namedCurve: "secp521r1" });
  const mintFiles = [
    ...keyPairs.map(({ keyId, privateKey }) => write(`${keyId}.pem`, pem(privateKey))),
    write("ed.json", JSON.stringify(keyPairs[2]!.privateKey.export({ format: "jwk" }))),
  ];
  const rights = { pub: ["/chat/{user}"], sub: [] };
  for (const options of [{}, ...mintFiles.map((keyFile) => ({ keyFile }))]) {
    const { jwt, mint } = authOf({
      mode: "jwt",
      jwt: {
        ...("keyFile" in options ? {} : { secret: SECRET }),
        issuer: ["us"],
        audience: ["oortbus"],
        userClaim: "uid",
      },
      mint: options,
    });
    const clock = new FakeClock(1_800_000_000_123);
    const parts = { clock, random: new ScriptedRandom() };
    const { token, tokenId, expiresAtMs } = await TokenMint.of(jwt, mint, parts)!.mint({ user: "alice", rights });
    assert.equal(expiresAtMs, 1_800_000_000_000 + mint.defaultTtlMs);
    const keys = new KeyRing(readTokenKeys(jwt, mint));
    const verifier = new TokenVerifier(jwt, { keys, remote: undefined, clock, maxUserIdBytes: 256 });
    const identity = await verifier.verify(token);
    assert.deepEqual([identity.user, identity.tokenId, identity.pub], ["alice", tokenId, rights.pub]);
    assert.deepEqual([identity.claims.iss, identity.claims.aud], ["us", "oortbus"]);
  }
  const { jwt, mint } = authOf({ mode: "jwt", mint: { keyFile: write("p521.pem", pem(p521.privateKey)) } });
  const parts = { clock: new FakeClock(), random: new ScriptedRandom() };
  assert.throws(() => TokenMint.of(jwt, mint, parts), /auth\.jwt\.algorithms: has none that/);
  const { jwt: byUrl, mint: without } = authOf({ mode: "jwt", jwt: { jwksUrl: JWKS, audience: ["a"] } });
  assert.equal(TokenMint.of(byUrl, without, parts), undefined, "an issuer's tokens are the issuer's to make");
});

test("key files may be PEM, a JWK or a JWK set; one that is neither is named, and nothing of it is quoted", async (t) => {
  const write = folder(t);
  const { publicKey, privateKey } = newKey("k");
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "k" };
  const files = [
    write("public.pem", pem(publicKey)),
    (await (await Authority.create(t)).issue("signer")).certFile,
    write("jwk.json", JSON.stringify(jwk)),
    write("set.json", JSON.stringify({ keys: [jwk, { kty: "oct", k: Buffer.alloc(32).toString("base64url") }] })),
  ];
  const keysOf = (keyFiles: readonly string[]) => {
    const { jwt, mint } = authOf({ mode: "jwt", jwt: { keyFiles: [...keyFiles] } });
    return readTokenKeys(jwt, mint);
  };
  assert.deepEqual(
    keysOf(files).map(({ keyId, key }) => [keyId, key.type]),
    [
      [undefined, "public"],
      [undefined, "public"],
      ["k", "public"],
      ["k", "public"],
      [undefined, "secret"],
    ],
  );
  const weak = generateKeyPairSync("rsa", { modulusLength: 1_024 }).publicKey;
  const wrong: [string, RegExp][] = [
    ["/nowhere/key.pem", /ENOENT/],
    [write("empty", ""), /cannot be used/],
    [write("broken.json", '{"k": "top secret'), /is no JSON/],
    [write("other.json", '{"secret": "top secret"}'), /neither `keys` nor `kty`/],
    [write("weak.pem", pem(weak)), /shorter than 2048 bits/],
    [write("short.json", '{"kty": "oct", "k": "c2hvcnQ"}'), /shorter than 32 bytes/],
    [write("x25519.pem", pem(generateKeyPairSync("x25519").publicKey)), /signs no tokens/],
  ];
  for (const [file, reason] of wrong) {
    assert.throws(
      () => keysOf([file]),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.ok(error.message.startsWith(`auth.jwt.keyFiles: ${file} cannot be used: `), error.message);
        assert.match(error.message, reason);
        assert.doesNotMatch(error.message, /top secret/);
        return true;
      },
    );
  }
  assert.throws(() => {
    const { jwt, mint } = authOf({ mode: "jwt", mint: { keyFile: files[0]! } });
    readTokenKeys(jwt, mint);
  }, /auth\.mint\.keyFile: .*cannot be used/);
  assert.ok(keysOf([write("private.pem", pem(privateKey))]).every(({ key }) => key.type === "public"));
});

test("oortbus token says what is wrong, and makes one with its id and end for programs", async () => {
  const run = promisify(execFile);
  const oortbus = (...args: string[]) =>
    run(process.execPath, [join(projectRoot, "bin", "oortbus"), "token", ...args], { env: {} });
  const byKey = ["--auth.mode", "jwt", "--auth.jwt.secret", SECRET];
  const [made, open, long] = await Promise.allSettled([
    oortbus("alice", ...byKey, "--pub", "/chat/**", "--ttl-seconds", "60", "--json"),
    oortbus("alice"),
    oortbus("alice", ...byKey, "--ttl-seconds", "3601"),
  ]);
  assert.ok(made.status === "fulfilled");
  const { token, tokenId, expiresAt } = JSON.parse(made.value.stdout) as Record<string, string>;
  const claims = JSON.parse(Buffer.from(token!.split(".")[1]!, "base64url").toString()) as Record<string, unknown>;
  assert.deepEqual([claims.sub, claims.jti, claims.rights], ["alice", tokenId, { pub: ["/chat/**"], sub: [] }]);
  assert.equal(new Date(Number(claims.exp) * 1_000).toISOString(), expiresAt);
  const textOf = (result: PromiseSettledResult<unknown>): string =>
    result.status === "rejected" ? (result.reason as { stderr: string }).stderr : "";
  assert.match(textOf(open), /auth\.mode: is open, where nodes take no tokens/);
  assert.match(textOf(long), /--ttl-seconds: must be at most 3600, by auth\.mint\.maxTtlMs/);
});
