import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { parse } from "yaml";
import { type NodeConfigInput, nodeOptions, readConfig, resolveConfig } from "../config.js";
import type { Message } from "../core/message/message.js";
import { layerFromFlags } from "../core/option-sources.js";
import { BusNode, silentLogger } from "../index.js";
import { logIn } from "./auth/start-auth-node.js";
import {
  allDocuments,
  anchors,
  type CodeBlock,
  codeBlocks,
  documents,
  readDocument,
  relativeLinks,
} from "./support/documents.js";
import { MeshUser } from "./support/mesh-user.js";
import { Program } from "./support/program.js";
import { buildRoot, projectRoot } from "./support/project-root.js";
import { freePorts, freeRun } from "./support/start-mesh.js";
import { newKey, TokenIssuer } from "./support/token-issuer.js";
import { until } from "./support/until.js";

const run = promisify(execFile);

/** The documents' ports stand for these here: 8080 for 25000, and so on. */
// They and their gRPC ports lie below those that `freePorts` gives away.
const PORT_SHIFT = 25_000 - 8_080;
const README = "README.md";
const START = "docs/guides/getting-started.md";
const SCALING = "docs/guides/scaling.md";
const DISCOVERY = "docs/guides/discovery.md";
const PROXIES = "docs/guides/proxies.md";
const SIZING = "docs/guides/sizing.md";
const SERVICES = "docs/guides/services.md";
const KUBERNETES = "docs/guides/kubernetes.md";
const OBSERVABILITY = "docs/guides/observability.md";
const USERS = "docs/guides/users.md";
const BACKENDS = "docs/guides/backends.md";
const CLI = "docs/guides/cli.md";
const IDENTITY = "docs/guides/identity.md";
const CONSOLE = "docs/guides/console.md";
const LISTENERS = "docs/guides/listeners.md";
const HOOKS = "docs/guides/hooks.md";
const RIGHTS = "docs/guides/rights.md";

const blocks = documents().flatMap(codeBlocks);
/** Blocks that some test below has taken. */
const taken = new Set<CodeBlock>();

/** The one block of a document that is this text, or has it; it counts as checked. */
function block(file: string, text: string): string {
  const here = blocks.filter((candidate) => candidate.file === file);
  const same = here.filter((candidate) => candidate.text === text);
  const found = same.length > 0 ? same : here.filter((candidate) => candidate.text.includes(text));
  assert.equal(found.length, 1, `blocks of ${file} with ${text}`);
  taken.add(found[0]!);
  return found[0]!.text;
}

/** Text of a document, with ports that a test may use. */
function shifted(text: string): string {
  return text.replace(/\b(80[89]\d|908[1-3])\b/g, (port) => String(Number(port) + PORT_SHIFT));
}

/** A JavaScript or TypeScript block as a file that can import what the project can. */
function program(text: string): string {
  const folder = join(buildRoot, "test", "docs");
  mkdirSync(folder, { recursive: true });
  const name = /^\/\/ (\S+\.(?:mjs|ts))$/m.exec(text)?.[1];
  assert.ok(name, "the first line names the file");
  const path = join(folder, name);
  writeFileSync(path, shifted(text));
  return path;
}

/** TypeScript blocks, checked and compiled as a strict project would. @returns the JavaScript files */
async function compiled(...texts: string[]): Promise<string[]> {
  const files = texts.map(program);
  const options = "--ignoreConfig --strict --target es2022 --module nodenext --types node --skipLibCheck".split(" ");
  await run(join(projectRoot, "node_modules", ".bin", "tsc"), [...options, ...files]).catch(({ stdout }) =>
    assert.fail(stdout),
  );
  return files.map((file) => file.replace(/\.ts$/, ".js"));
}

/** `npx oortbus ARGS` as it is in a document, without npx. */
function oortbus(t: TestContext, line: string, environment: Record<string, string> = {}): Program {
  const [npx, name, ...args] = shifted(line).trim().split(/\s+/);
  assert.deepEqual([npx, name], ["npx", "oortbus"]);
  return Program.start(t, [process.execPath, "bin/oortbus", ...args], environment);
}

const scripts = (JSON.parse(readDocument("package.json")) as { scripts: Record<string, string> }).scripts;

describe("with the nodes of `npm start`", () => {
  let mesh: Program | undefined;
  const [north = 0, south = 0, west = 0] = [8081, 8082, 8083].map((port) => port + PORT_SHIFT);

  before(async () => {
    assert.equal(block(README, "npm start"), "npm ci && npm start");
    const start = /bin\/oortbus (mesh.*)$/.exec(scripts.start ?? "");
    assert.ok(start, `npm start runs oortbus mesh: ${scripts.start}`);
    const args = start[1]?.split(" ") ?? [];
    mesh = Program.start(undefined, [process.execPath, "bin/oortbus", ...args, "--base-port", String(north)]);
    await Promise.all([north, south, west].map((port) => ready(mesh!, port)));
  });
  after(() => mesh?.stop());

  test("alice gets what bob and a backend send her", async (t) => {
    const alice = Program.start(t, [process.execPath, program(block(README, "alice.mjs"))]);
    await alice.says("alice is here");
    const bob = Program.start(t, [process.execPath, program(block(README, "bob.mjs"))]);
    await alice.says("alice got { from: 'bob', data: 'hello' }");
    await bob.says("{ delivered: 1, unknown: [] }");
    const answer = (await shell(block(README, "/api/v1/SendToUser"))) as { delivered: number };
    assert.equal(answer.delivered, 1);
    await alice.says("alice got { text: 'your parcel is here' }");
  });

  test("the pages that are linked are there", async () => {
    const links = [...readDocument(README).matchAll(/<(http:\/\/127\.0\.0\.1:808[1-3]\/\S*)>/g)];
    assert.equal(links.length, 4);
    for (const [, url = ""] of links) {
      const response = await fetch(shifted(url));
      assert.equal(response.status, 200, url);
      assert.match(await response.text(), /<html/i);
    }
  });

  test("login, a message to users and presence look as the guide shows them", async () => {
    const login = JSON.parse(block(START, "/meta/handshake")) as Message;
    const send = JSON.parse(block(START, '"to"')) as { to: string[]; channel: string };
    const received = JSON.parse(block(START, '"from"')) as unknown;
    const watch = JSON.parse(block(START, '"watch"')) as unknown;
    const present = JSON.parse(block(START, '"present"')) as unknown;

    const alice = await Poller.login(north, login);
    const as = (user = ""): Message => ({ ...login, ext: { authentication: { user } } });
    const [bob, carol] = await Promise.all([Poller.login(south, as(send.to[0])), Poller.login(west, as(send.to[1]))]);
    const reply = await alice.send({ channel: "/service/seti", data: send });
    assert.deepEqual(reply.ext?.seti, { delivered: 2, unknown: [] });
    assert.deepEqual((await bob.next(send.channel)).data, received);
    assert.deepEqual((await carol.next(send.channel)).data, received);
    await alice.send({ channel: "/service/presence", data: watch });
    assert.deepEqual((await alice.next("/service/presence")).data, present);
  });

  test("backends in TypeScript and in a shell do what their guide says", async (t) => {
    const alice = await onlySession(south, "alice");
    const text = block(BACKENDS, "// backend.ts");
    assert.ok(text.split("\n").length <= 10, "a backend of at most ten lines");
    const [backend = ""] = await compiled(text);
    const started = Program.start(t, [process.execPath, backend]);
    await started.says("delivered to 1 session");
    assert.equal(await started.ends(), 0);
    assert.deepEqual((await alice.next("/inbox")).data, { text: "your parcel is here" });
    const sent = (await shell(block(BACKENDS, "/api/v1/SendToUser"))) as { delivered: number };
    assert.equal(sent.delivered, 1);
    await alice.next("/inbox");
    assert.deepEqual(await shell(block(BACKENDS, "npx buf curl")), { delivered: 1, nodes: 1 });
    assert.deepEqual((await alice.next("/inbox")).data, { text: "hi" });
    assert.equal(((await shell(block(BACKENDS, "openapi.json"))) as { openapi: string }).openapi, "3.1.0");

    const batch = (await shell(block(BACKENDS, "/api/v1/PublishBatch"))) as { sessions: number[] };
    assert.equal(batch.sessions.length, 2);
    const stream = Program.start(t, ["bash", "-c", shifted(block(BACKENDS, "PublishStream"))]);
    assert.equal(await stream.ends(), 0);
    assert.equal(stream.output.trim(), block(BACKENDS, '"published"'));

    const watch = Program.start(t, ["bash", "-c", shifted(block(BACKENDS, "/api/v1/Subscribe"))]);
    const [begun = "", heard = ""] = shifted(block(BACKENDS, '"started"')).split("\n");
    await watch.says(begun);
    const { message } = JSON.parse(heard) as { message: { channel: string; data: unknown } };
    await alice.send(message);
    await watch.says(heard);

    const keyed = block(BACKENDS, "idempotencyKey").replaceAll("\\\n", " ").split("\n");
    const [first, second] = await Promise.all(keyed.map(shell));
    assert.deepEqual(second, first);
  });

  test("the oortbus command does what its guide says", async (t) => {
    const [alice] = await Promise.all([onlySession(west, "alice"), onlySession(south, "bob")]);
    const typed = (line: string): Program =>
      Program.start(t, ["bash", "-c", shifted(line).replaceAll("npx oortbus", "node bin/oortbus")]);
    const commands = block(CLI, "npx oortbus send").split("\n").map(typed);
    const piped = typed(block(CLI, "/prices/acme"));
    const completion = typed(`${block(CLI, "completion bash")}; type -t __oortbus_complete`);
    for (const command of [...commands, piped, completion]) assert.equal(await command.ends(), 0, command.output);
    const [published, sent, sessions, watched] = commands.map(({ output }) => output);
    assert.match(published!, /^queued for \d+ on this node/);
    assert.equal(sent, "delivered to 2 sessions\n");
    assert.deepEqual((await alice.next("/inbox")).data, "call me");
    assert.match(sessions!, new RegExp(`127.0.0.1:${west}/cometd`));
    assert.match(watched!, /^alice is on 1$/m);
    assert.equal(piped.output, "2 messages published\n");
    assert.equal(completion.output, "function\n");
    const help = oortbus(t, "npx oortbus --help");
    await help.ends();
    const table = [...readDocument(CLI).matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
    const listed = [...help.output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.deepEqual(table.sort(), listed.filter((name) => name !== "help").sort(), "every command is in the guide");
  });

  test("the backend's calls answer", async () => {
    const commands = block(START, "/api/v1/Publish").replaceAll("\\\n", " ").split("\n");
    assert.equal(commands.length, 3);
    for (const command of commands) assert.equal(typeof (await shell(command)), "object", command);
  });

  test("an operator is told why a user gets nothing, and the console is where its guide says", async () => {
    const { findings } = (await shell(block(CONSOLE, "ExplainDelivery"))) as { findings: { verdict: string }[] };
    assert.equal(findings[0]?.verdict, "problem");
    const [url = ""] = /http:\/\/127\.0\.0\.1:8081\/console\//.exec(readDocument(CONSOLE)) ?? [];
    assert.match(await (await fetch(shifted(url))).text(), /<title>Oortbus console/);
  });
});

test("a node logs more as the guide says", async (t) => {
  const node = oortbus(t, "npx oortbus node --port 8081");
  await ready(node, 8081 + PORT_SHIFT);
  assert.deepEqual(await shell(block(OBSERVABILITY, "/api/v1/log-level")), { level: "debug" });
  await node.says("log level changed");
});

test("one node starts as the guide says, and two find each other", async (t) => {
  const alone = oortbus(t, block(START, "npx oortbus node --port 8081"));
  await ready(alone, 8081 + PORT_SHIFT);
  await alone.stop();

  const [first = "", second = ""] = block(START, "--secret S").split("\n");
  const one = oortbus(t, first);
  const two = oortbus(t, second);
  await Promise.all([ready(one, 8081 + PORT_SHIFT), ready(two, 8082 + PORT_SHIFT)]);
  const response = await fetch(`http://127.0.0.1:${8082 + PORT_SHIFT}/api/v1/cluster`);
  const { peers } = (await response.json()) as { peers: { url: string; state: string }[] };
  assert.deepEqual(
    peers.map(({ url, state }) => [url, state]),
    [[`http://127.0.0.1:${8081 + PORT_SHIFT}/cometd`, "joined"]],
  );
});

test("an app's own service answers", async (t) => {
  const path = program(block(README, "services.mjs"));
  const command = /`(npx oortbus node --port 8080 --app) .\/services.mjs`/.exec(readDocument(README));
  const node = oortbus(t, `${command?.[1]} ${path}`);
  await ready(node, 8080 + PORT_SHIFT);
  const login: Message = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["long-polling"],
    ext: { authentication: { user: "alice" } },
  };
  const alice = await Poller.login(8080 + PORT_SHIFT, login);
  await alice.send({ channel: "/service/time", data: {} });
  const { data } = await alice.next("/service/time");
  assert.match((data as { now: string }).now, /^\d{4}-\d\d-\d\dT/);
});

test("a discovery of one's own finds the nodes of its file", async (t) => {
  const app = program(block(DISCOVERY, "// discovery.mjs"));
  const command = /^PEERS_FILE=(\S+) (npx oortbus node .*) --app \S+$/.exec(block(DISCOVERY, "PEERS_FILE=peers.txt"));
  const file = join(dirname(app), command![1]!);
  writeFileSync(file, `http://127.0.0.1:${8081 + PORT_SHIFT}/cometd\n`);
  const found = oortbus(t, "npx oortbus node --port 8081 --secret S");
  const finder = oortbus(t, `${command![2]} --app ${app}`, { PEERS_FILE: file });
  await Promise.all([ready(found, 8081 + PORT_SHIFT), ready(finder, 8082 + PORT_SHIFT)]);
  await finder.says("peer joined");
});

test("the services of the guide compile, and answer as it says", async (t) => {
  const names = ["functions.ts", "chat.ts", "game.ts"];
  const files = await compiled(...names.map((name) => block(SERVICES, `// ${name}`)));
  const port = 8080 + PORT_SHIFT;
  const alice = async (file = ""): Promise<{ alice: Poller; node: Program }> => {
    const node = oortbus(t, `npx oortbus node --port 8080 --app ${file}`);
    await ready(node, port);
    const authentication = { user: "alice" };
    const login: Message = { channel: "/meta/handshake", version: "1.0", ext: { authentication } };
    return { alice: await Poller.login(port, login), node };
  };

  const functions = await alice(files[0]);
  await functions.alice.send({ channel: "/service/echo/loud", data: "hi" });
  assert.equal((await functions.alice.next("/echo")).data, "hi!");
  assert.deepEqual((await functions.alice.send({ channel: "/service/price/apples", data: {} })).data, { price: 3 });
  await assert.rejects(functions.alice.send({ channel: "/service/price/pears", data: {} }), /no such fruit/);
  await functions.node.stop();

  const chat = await alice(files[1]);
  await chat.alice.send({ channel: "/chat/lobby", data: "hi" });
  await assert.rejects(chat.alice.send({ channel: "/chat/lobby", data: "HI!" }), /message_deleted/);
  assert.equal((await chat.alice.send({ channel: "/service/chat/lobby/count", data: {} })).data, 1);
  await chat.node.stop();

  const game = await alice(files[2]);
  await game.alice.send({ channel: "/service/game", data: "left" });
  assert.deepEqual((await game.alice.next("/service/game")).data, { move: 1, went: "left" });
  await game.alice.send({ channel: "/service/desk", data: "time?" });
  assert.equal(typeof (await game.alice.next("/service/desk")).data, "number");
  await game.alice.send({ channel: "/meta/subscribe", subscription: "/desk" });
  await game.alice.send({ channel: "/service/desk", data: "hello" });
  assert.equal((await game.alice.next("/desk")).data, "hello");
  await game.alice.send({ channel: "/meta/disconnect" });
  await game.node.says("a player went: disconnected");
});

test("hello, world: at most fifteen lines of TypeScript", async (t) => {
  const text = block(README, "hello.ts");
  assert.ok(text.split("\n").length <= 15);
  const [file = ""] = await compiled(text);
  const hello = Program.start(t, [process.execPath, file]);
  await hello.says("hello, world");
  assert.equal(await hello.ends(), 0);
});

test("channels do as their guide says", async (t) => {
  const [file = ""] = await compiled(block("docs/guides/channels.md", "// channels.ts"));
  const channels = Program.start(t, [process.execPath, file]);
  const lines = ["acme 3", "set up /chat/blue", "blue: &lt;b&gt;hi&lt;/b&gt;", "400:data.text:data_invalid"];
  for (const line of lines) await channels.says(line);
  assert.equal(await channels.ends(), 0);
});

test("a sender waits until both clients of a user have acknowledged, as the guide says", async (t) => {
  const [file = ""] = await compiled(`// sure.ts
import { BusNode } from "oortbus";
import { AckClientExtension, BayeuxClient } from "oortbus/client";

const bus = new BusNode({ port: 8080, log: { level: "warn" } });
await bus.start();
const { seti } = bus;
for (const _ of [1, 2]) {
  const bob = new BayeuxClient({ url: bus.url });
  bob.addExtension(new AckClientExtension());
  await bob.handshake({ ext: { authentication: { user: "bob" } } });
}
${block(USERS, 'until: "acked"')}
console.log(unconfirmed);
await bus.stop();
`);
  const program = Program.start(t, [process.execPath, file]);
  await program.says("{ sessions: 2, nodes: 1 }\n[]");
});

test("users are watched, kept messages for and sent away as their guide says", async (t) => {
  const [file = ""] = await compiled(block(USERS, "// users.ts"));
  const program = Program.start(t, [process.execPath, file]);
  for (const line of [
    "bob is away",
    "stored for 1, unknown 0",
    "bob is here",
    "bob got 1 kept message",
    "/inbox { text: 'are you there?' }",
    "1 session by websocket, 0 nodes did not answer",
    "/service/seti/disconnected { reason: 'good night' }",
    "1 session ended",
  ]) {
    await program.says(line);
  }
  assert.equal(await program.ends(), 0);

  const node = oortbus(t, block(USERS, "npx oortbus node"));
  const port = 8080 + PORT_SHIFT;
  await ready(node, port);
  const as = (user: string): Message => ({
    channel: "/meta/handshake",
    version: "1.0",
    ext: { authentication: { user } },
  });
  const alice = await Poller.login(port, as("alice"));
  const send = JSON.parse(block(USERS, '"to"')) as { channel: string; data: unknown };
  const reply = await alice.send({ channel: "/service/seti", data: send });
  assert.deepEqual(reply.ext?.seti, JSON.parse(block(USERS, '"stored"')));
  await alice.send({ channel: "/service/presence", data: JSON.parse(block(USERS, '"counts"')) as unknown });
  assert.deepEqual((await alice.next("/service/presence")).data, { present: 0, watched: 2 });

  const bob = await Poller.login(port, as("bob"));
  assert.deepEqual((await bob.next(send.channel)).data, { from: "alice", data: send.data });
  assert.deepEqual((await alice.next("/service/presence")).data, JSON.parse(block(USERS, '"watched"')));
  const watch = Program.start(t, ["bash", "-c", shifted(block(USERS, "WatchPresence"))]);
  for (const line of shifted(block(USERS, '"started"')).split("\n")) await watch.says(line);
  const [list = "", disconnect = ""] = block(USERS, "ListUserSessions").replaceAll("\\\n", " ").split("\n");
  assert.equal(((await shell(list)) as { total: number }).total, 1);
  assert.equal(((await shell(disconnect)) as { disconnected: number }).disconnected, 1);
  await watch.says('{"change":{"user":"bob","present":false,"nodes":0}}');
});

test("a receiver of hooks in twenty lines decides, and is told", async (t) => {
  const text = block(HOOKS, "// receiver.mjs");
  assert.ok(text.trimEnd().split("\n").length <= 20);
  const event = JSON.parse(block(HOOKS, '"session.opened"')) as { node: object; events: { seq: number }[] };
  assert.deepEqual(Object.keys(event), ["type", "hook", "node", "events"]);
  const config = parse(shifted(block(HOOKS, "endpoints:"))) as NodeConfigInput;
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

test("nodes make tokens, clients show them, and operators revoke them, as the guide says", async (t) => {
  const node = oortbus(t, block(IDENTITY, "npx oortbus node"));
  const port = 8080 + PORT_SHIFT;
  await ready(node, port);
  const { token } = (await shell(block(IDENTITY, "/MintToken -H"))) as { token: string };
  assert.equal((await logIn(`http://127.0.0.1:${port}/cometd`, token)).successful, true);
  const [file = ""] = await compiled(block(IDENTITY, "// alice.ts"));
  const alice = Program.start(t, [process.execPath, file]);
  await alice.says("alice is in");
  const cli = oortbus(t, block(IDENTITY, "npx oortbus token"));
  assert.equal(await cli.ends(), 0, cli.output);
  assert.equal((await logIn(`http://127.0.0.1:${port}/cometd`, cli.output.trim())).successful, true);
  const revoked = (await shell(block(IDENTITY, "/RevokeTokens -H"))) as { disconnected: number };
  assert.equal(revoked.disconnected, 3);
});

test("an OpenID Connect issuer logs users in as the guide says, and rotates its keys without a restart", async (t) => {
  const issuer = await TokenIssuer.start(t);
  const here = (text: string): string => text.replaceAll("https://login.example.com", issuer.url);
  const found = (await shell(here(block(IDENTITY, "openid-configuration")))) as { issuer: string; jwks_uri: string };
  const text = here(block(IDENTITY, "jwksUrl:"));
  const { auth } = parse(text) as { auth: { jwt: { issuer: string[]; jwksUrl: string } } };
  assert.deepEqual([auth.jwt.issuer, auth.jwt.jwksUrl], [[found.issuer], found.jwks_uri]);
  const file = join(buildRoot, "test", "docs", "oortbus.config.yaml");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const node = oortbus(t, `npx oortbus node --port 8080 --config ${file} --auth.jwt.jwksCoolDownMs 1`);
  const port = 8080 + PORT_SHIFT;
  await ready(node, port);
  const logInByPassword = async () => {
    const answer = (await shell(here(block(IDENTITY, "grant_type=password")))) as { access_token: string };
    return logIn(`http://127.0.0.1:${port}/cometd`, answer.access_token);
  };
  assert.equal((await logInByPassword()).successful, true);
  issuer.rotate(newKey("second"), { keepsOld: false });
  assert.equal((await logInByPassword()).successful, true);
  assert.equal(issuer.keyRequests, 2);
});

test("the configuration of the listeners is a legal one", () => {
  const { value } = resolveConfig(
    layerFromFlags(nodeOptions, new Map()),
    {},
    {
      name: LISTENERS,
      content: parse(block(LISTENERS, "tokens:")),
    },
  );
  assert.deepEqual(
    value.admin.tokens.map(({ name }) => name),
    ["prometheus", "shop", "on-call"],
  );
});

test("what the guide makes stubs of is in the package, with the names that its programs use", () => {
  const file = "oortbus/v1/event_bus.proto";
  const proto = readDocument(`proto/${file}`);
  assert.ok((JSON.parse(readDocument("package.json")) as { files: string[] }).files.includes("proto/oortbus"));
  for (const command of ["--go_out", "grpc_tools.protoc"]) {
    const text = block(BACKENDS, command);
    assert.ok(text.includes(`-I node_modules/oortbus/proto ${file}`), text);
  }
  const python = block(BACKENDS, "# backend.py");
  const [, call, request, fields = ""] = /bus\.(\w+)\(pb\.(\w+)\(([^)]*)\)/.exec(python)!;
  assert.ok(proto.includes(`rpc ${call}(${request})`));
  const body = new RegExp(`message ${request} \\{([^}]*)\\}`).exec(proto)![1]!;
  for (const [, field] of fields.matchAll(/(\w+)=/g)) assert.match(body, new RegExp(`\\b${field} = \\d`));
});

test("the mesh and the configuration are as the guide says", async (t) => {
  const text = readDocument(START);
  for (const command of ["npx oortbus mesh --nodes 3", "npx oortbus config"])
    assert.ok(text.includes(command), command);
  const config = oortbus(t, "npx oortbus config --seti.presence flood");
  assert.equal(await config.ends(), 0);
  assert.match(config.output, /presence/);
});

test("all cores of a machine serve one port, as the guide says", async (t) => {
  const base = await freeRun(availableParallelism());
  const mesh = oortbus(t, `${block(SCALING, "--shared-port")} --base-port ${base}`);
  await ready(mesh, 8080 + PORT_SHIFT);
  await mesh.says(`${availableParallelism()} nodes joined: http://127.0.0.1:${8080 + PORT_SHIFT}/cometd`);
});

test("the doctor looks at a node as the guide says", async (t) => {
  const [npx, name, ...args] = shifted(block(SCALING, "oortbus doctor")).split(" ");
  assert.deepEqual([npx, name], ["npx", "oortbus"]);
  const node = oortbus(t, "npx oortbus node --port 8081 --bayeux.timeoutMs 500");
  await ready(node, 8081 + PORT_SHIFT);
  const doctor = Program.start(t, [process.execPath, "bin/oortbus", ...args]);
  assert.equal(await doctor.ends(), 0, doctor.output);
  assert.match(doctor.output, /^ok {3}running node: ready/m);
});

test("npx finds the program in a clone", async () => {
  const { stdout } = await run("npx", ["--no-install", "oortbus", "--help"], { cwd: projectRoot });
  for (const command of ["node", "mesh", "config"]) assert.match(stdout, new RegExp(`^ +${command}\\b`, "m"));
});

test("the test command is the one CI runs", () => {
  assert.equal(block(README, "npm test"), "npm ci && npm test");
  assert.ok(readDocument(".ci/run").split("\n").includes("npm ci && npm test"));
});

test("the compose commands are the ones the container tests run", () => {
  // test/docker/cluster.test.ts starts, grows and shrinks this very file, and asks nodes in this way.
  assert.equal(block(README, "--build"), "docker compose up --build");
  assert.equal(block(SCALING, "--build"), "docker compose up --build");
  const scale = /^docker compose up -d --scale node=\d$/;
  for (const line of [...block(README, "--scale").split("\n"), ...block(SCALING, "--scale").split("\n")]) {
    assert.match(line, scale);
  }
  const ask = block(SCALING, "docker compose exec");
  const port = /OORTBUS_ADMIN_PORT: "(\d+)"/.exec(readDocument("docker-compose.yml"))?.[1];
  assert.ok(ask.includes(`http://127.0.0.1:${port}/api/v1/cluster`));
});

test("the commands of deployment are those that its tests run", async () => {
  // test/docker/tls.test.ts runs both; the doctor is the one of the guide to scaling.
  assert.ok(block(PROXIES, "make-secrets.sh").startsWith("deploy/make-secrets.sh\n"));
  assert.equal(block(PROXIES, "oortbus doctor"), block(SCALING, "oortbus doctor"));
  // There is no Kubernetes here: test/deploy/kubernetes.test.ts looks at what would be applied.
  assert.ok(block(KUBERNETES, "kubectl apply").includes("kubectl apply -k deploy/kubernetes\n"));
  // The bench itself is run by test/bench/idle.test.ts.
  assert.match(block(SIZING, "idle.js"), /^npm run build && node dist\/scripts\/bench\/idle\.js --sessions \d+$/);
});

test("the rules of the guide are explained in its words, and its namespaces and proxies are taken", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rights-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "oortbus.config.yaml"), block(RIGHTS, "# oortbus.config.yaml"));
  const command = block(RIGHTS, "oortbus explain").replace(
    "npx oortbus",
    `node ${join(projectRoot, "bin", "oortbus")}`,
  );
  const answer = await run("bash", ["-c", command], { cwd: folder }).catch(
    (error: { stdout: string; code: number }) => error,
  );
  assert.equal(answer.stdout.trim(), block(RIGHTS, "alice may publish"));
  assert.equal((answer as { code?: number }).code, 1);
  const proxies = parse(block(RIGHTS, "trustedProxies")) as NodeConfigInput;
  const { transport, rateLimits } = readConfig(proxies);
  assert.deepEqual([transport.trustedProxies.length, rateLimits.enabled], [2, true]);
  const config = parse(block(RIGHTS, "# namespaces.yaml")) as NodeConfigInput;
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

test("every block of code in README and guides is taken by a test", () => {
  const rest = blocks.filter((candidate) => !taken.has(candidate));
  assert.deepEqual(
    rest.map(({ file, line }) => `${file}:${line}`),
    [],
  );
});

test("every link within the documents leads somewhere", () => {
  const broken = allDocuments().flatMap((file) =>
    relativeLinks(file).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? file : posix.join(posix.dirname(file), path);
      if (!existsSync(join(projectRoot, target))) return true;
      return anchor !== undefined && !anchors(target).includes(anchor);
    }),
  );
  assert.deepEqual(broken, []);
});

/** Runs a command of a document. @returns what it wrote, read as JSON */
async function shell(command: string): Promise<unknown> {
  const { stdout } = await run("bash", ["-c", shifted(command)], { timeout: 15_000 });
  return JSON.parse(stdout);
}

/** Waits until a node says that it is ready. */
async function ready(node: Program, port: number): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    assert.ok(!node.ended, `the node has ended\n${node.output}`);
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    return response?.ok ?? false;
  };
  await until(isReady, () => `a node is ready on port ${port}\n${node.output}`, 30_000);
}

/** Logs a user in whose other sessions, of stories before, have ended. */
async function onlySession(port: number, user: string): Promise<Poller> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/DisconnectUser`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user }),
  });
  assert.equal(response.status, 200);
  return Poller.login(port, { channel: "/meta/handshake", version: "1.0", ext: { authentication: { user } } });
}

/** The plainest client there is: one request after the other. */
class Poller {
  readonly #url: string;
  #clientId = "";
  #cookie = "";
  #id = 0;
  #received: Message[] = [];

  private constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}/cometd`;
  }

  /** @param handshake - the whole message */
  static async login(port: number, handshake: Message): Promise<Poller> {
    const poller = new Poller(port);
    const { clientId } = await poller.#post(handshake);
    poller.#clientId = String(clientId);
    await poller.send({ channel: "/meta/connect", connectionType: "long-polling", advice: { timeout: 0 } });
    return poller;
  }

  /** @returns the successful reply */
  send(message: Message): Promise<Message> {
    return this.#post({ ...message, clientId: this.#clientId });
  }

  /** The next message on a channel; connects until there is one. */
  async next(channel: string): Promise<Message> {
    for (;;) {
      const index = this.#received.findIndex((message) => message.channel === channel);
      if (index >= 0) return this.#received.splice(index, 1)[0]!;
      await this.send({ channel: "/meta/connect", connectionType: "long-polling", advice: { timeout: 5_000 } });
    }
  }

  async #post(message: Message): Promise<Message> {
    const id = String(++this.#id);
    const response = await fetch(this.#url, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: this.#cookie },
      body: JSON.stringify([{ ...message, id }]),
      signal: AbortSignal.timeout(15_000),
    });
    this.#cookie = response.headers.get("set-cookie")?.split(";")[0] ?? this.#cookie;
    const messages = (await response.json()) as Message[];
    const reply = messages.find((candidate) => candidate.id === id && candidate.successful !== undefined);
    assert.equal(reply?.successful, true, JSON.stringify(messages));
    this.#received.push(...messages.filter((candidate) => candidate !== reply));
    return reply!;
  }
}
