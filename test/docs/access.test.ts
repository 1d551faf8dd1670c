import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { type NodeConfigInput, nodeOptions, readConfig, resolveConfig } from "../../config.js";
import { layerFromFlags } from "../../core/option-sources.js";
import { BusNode, silentLogger } from "../../index.js";
import { logIn } from "../auth/start-auth-node.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { Program } from "../support/program.js";
import { projectRoot } from "../support/project-root.js";
import { newKey, TokenIssuer } from "../support/token-issuer.js";
import {
  assertAllTaken,
  compiled,
  Guide,
  oortbus,
  placeOf,
  portOf,
  program,
  ready,
  run,
  shell,
  shifted,
} from "./guide.js";

const identity = new Guide("docs/guides/identity.md");
const rights = new Guide("docs/guides/rights.md");
const hooks = new Guide("docs/guides/hooks.md");
const listeners = new Guide("docs/guides/listeners.md");

test("nodes make tokens, clients show them, and operators revoke them, as the guide says", async (t) => {
  const node = oortbus(t, identity.block("npx oortbus node"));
  const port = portOf(8080);
  await ready(node, port);
  const { token } = (await shell(identity.block("/MintToken -H"))) as { token: string };
  assert.equal((await logIn(`http://127.0.0.1:${port}/cometd`, token)).successful, true);
  const [file = ""] = await compiled(identity.block("// alice.ts"));
  const alice = Program.start(t, [process.execPath, file]);
  await alice.says("alice is in");
  const cli = oortbus(t, identity.block("npx oortbus token"));
  assert.equal(await cli.ends(), 0, cli.output);
  assert.equal((await logIn(`http://127.0.0.1:${port}/cometd`, cli.output.trim())).successful, true);
  const revoked = (await shell(identity.block("/RevokeTokens -H"))) as { disconnected: number };
  assert.equal(revoked.disconnected, 3);
});

test("an OpenID Connect issuer logs users in as the guide says, and rotates its keys without a restart", async (t) => {
  const issuer = await TokenIssuer.start(t);
  const here = (text: string): string => text.replaceAll("https://login.example.com", issuer.url);
  const found = (await shell(here(identity.block("openid-configuration")))) as { issuer: string; jwks_uri: string };
  const text = here(identity.block("jwksUrl:"));
  const { auth } = parse(text) as { auth: { jwt: { issuer: string[]; jwksUrl: string } } };
  assert.deepEqual([auth.jwt.issuer, auth.jwt.jwksUrl], [[found.issuer], found.jwks_uri]);
  const file = placeOf("oortbus.config.yaml");
  writeFileSync(file, text);
  const node = oortbus(t, `npx oortbus node --port 8080 --config ${file} --auth.jwt.jwksCoolDownMs 1`);
  const port = portOf(8080);
  await ready(node, port);
  const logInByPassword = async () => {
    const answer = (await shell(here(identity.block("grant_type=password")))) as { access_token: string };
    return logIn(`http://127.0.0.1:${port}/cometd`, answer.access_token);
  };
  assert.equal((await logInByPassword()).successful, true);
  issuer.rotate(newKey("second"), { keepsOld: false });
  assert.equal((await logInByPassword()).successful, true);
  assert.equal(issuer.keyRequests, 2);
});

test("the rules of the guide are explained in its words, and its namespaces and proxies are taken", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rights-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "oortbus.config.yaml"), rights.block("# oortbus.config.yaml"));
  const command = rights.block("oortbus explain").replace("npx oortbus", `node ${join(projectRoot, "bin", "oortbus")}`);
  const answer = await run("bash", ["-c", command], { cwd: folder }).catch(
    (error: { stdout: string; code: number }) => error,
  );
  assert.equal(answer.stdout.trim(), rights.block("alice may publish"));
  assert.equal((answer as { code?: number }).code, 1);
  const proxies = parse(rights.block("trustedProxies")) as NodeConfigInput;
  const { transport, rateLimits } = readConfig(proxies);
  assert.deepEqual([transport.trustedProxies.length, rateLimits.enabled], [2, true]);
  const config = parse(rights.block("# namespaces.yaml")) as NodeConfigInput;
  const [port] = await freePorts(1);
  const bus = new BusNode({ port: port!, grpcPort: 0, ...config }, { logger: silentLogger });
  t.after(() => bus.stop());
  await bus.start();
  const alice = await MeshUser.login(t, bus.url, "alice");
  await assert.rejects(alice.publish("/prices/ABC", { price: -1 }), /400:data\.price,must be >= 0:data_invalid/);
  await alice.publish("/prices/ABC", { price: 1 });
  const bob = await MeshUser.login(t, bus.url, "bob", ["/prices/ABC"]);
  assert.deepEqual((await bob.next()).data, { price: 1 });
});

test("a receiver of hooks in twenty lines decides, and is told", async (t) => {
  const text = hooks.block("// receiver.mjs");
  assert.ok(text.trimEnd().split("\n").length <= 20);
  const event = JSON.parse(hooks.block('"session.opened"')) as { node: object; events: { seq: number }[] };
  assert.deepEqual(Object.keys(event), ["type", "hook", "node", "events"]);
  const config = parse(shifted(hooks.block("endpoints:"))) as NodeConfigInput;
  const [secret = ""] = config.hooks!.endpoints![0]!.secrets;
  const receiver = Program.start(t, [process.execPath, program(text)], { HOOK_SECRET: secret });
  const [port] = await freePorts(1);
  const bus = new BusNode({ port: port!, grpcPort: 0, ...config }, { logger: silentLogger });
  t.after(() => bus.stop());
  await bus.start();
  const alice = await MeshUser.login(t, bus.url, "alice", ["/chat/room"]);
  await receiver.says("1 user.first alice"); // it listens by now
  await alice.publish("/chat/room", "hello");
  assert.equal((await alice.next()).data, "hello");
  await assert.rejects(alice.publish("/chat/room", "darn"), /403:moderation:mind your language/);
  await alice.client.disconnect();
  await receiver.says("2 user.last alice");
});

test("the configuration of the listeners is a legal one", () => {
  const { value } = resolveConfig(
    layerFromFlags(nodeOptions, new Map()),
    {},
    {
      name: listeners.file,
      content: parse(listeners.block("tokens:")),
    },
  );
  assert.deepEqual(
    value.admin.tokens.map(({ name }) => name),
    ["prometheus", "shop", "on-call"],
  );
});

test("every block of code in these documents is taken by a test", () =>
  assertAllTaken(identity, rights, hooks, listeners));
