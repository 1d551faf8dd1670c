import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Message } from "../../core/message/message.js";
import { readDocument } from "../support/documents.js";
import { Program } from "../support/program.js";
import { projectRoot } from "../support/project-root.js";
import { assertAllTaken, compiled, Guide, oortbus, portOf, program, ready, run, shell, shifted } from "./guide.js";
import { onlySession, Poller } from "./poller.js";

const readme = new Guide("README.md");
const start = new Guide("docs/guides/getting-started.md");
const backends = new Guide("docs/guides/backends.md");
const cli = new Guide("docs/guides/cli.md");
const operatorConsole = new Guide("docs/guides/console.md");

const { scripts } = JSON.parse(readDocument("package.json")) as { scripts: Record<string, string> };

describe("with the nodes of `npm start`", () => {
  let mesh: Program | undefined;
  const [north = 0, south = 0, west = 0] = [8081, 8082, 8083].map(portOf);

  before(async () => {
    assert.equal(readme.block("npm start"), "npm ci && npm start");
    const start = /bin\/oortbus (mesh.*)$/.exec(scripts.start ?? "");
    assert.ok(start, `npm start runs oortbus mesh: ${scripts.start}`);
    const args = start[1]?.split(" ") ?? [];
    mesh = Program.start(undefined, [process.execPath, "bin/oortbus", ...args, "--base-port", String(north)]);
    await Promise.all([north, south, west].map((port) => ready(mesh!, port)));
  });
  after(() => mesh?.stop());

  test("alice gets what bob and a backend send her", async (t) => {
    const alice = Program.start(t, [process.execPath, program(readme.block("alice.mjs"))]);
    await alice.says("alice is here");
    const bob = Program.start(t, [process.execPath, program(readme.block("bob.mjs"))]);
    await alice.says("alice got { from: 'bob', data: 'hello' }");
    await bob.says("{ delivered: 1, unknown: [] }");
    const answer = (await shell(readme.block("/api/v1/SendToUser"))) as { delivered: number };
    assert.equal(answer.delivered, 1);
    await alice.says("alice got { text: 'your parcel is here' }");
  });

  test("the pages that are linked are there", async () => {
    const links = [...readme.text.matchAll(/<(http:\/\/127\.0\.0\.1:808[1-3]\/\S*)>/g)];
    assert.equal(links.length, 4);
    for (const [, url = ""] of links) {
      const response = await fetch(shifted(url));
      assert.equal(response.status, 200, url);
      assert.match(await response.text(), /<html/i);
    }
  });

  test("login, a message to users and presence look as the guide shows them", async () => {
    const login = JSON.parse(start.block("/meta/handshake")) as Message;
    const send = JSON.parse(start.block('"to"')) as { to: string[]; channel: string };
    const received = JSON.parse(start.block('"from"')) as unknown;
    const watch = JSON.parse(start.block('"watch"')) as unknown;
    const present = JSON.parse(start.block('"present"')) as unknown;

    const alice = await Poller.login(north, login);
    const as = (user = ""): Message => ({ ...login, ext: { authentication: { user } } });
    const [bob, carol] = await Promise.all([Poller.login(south, as(send.to[0])), Poller.login(west, as(send.to[1]))]);
    const reply = await alice.send({ channel: "/service/seti", data: send });
    assert.deepEqual(reply.ext?.seti, { delivered: 2, unknown: [] });
    assert.deepEqual((await bob.next(send.channel)).data, received);
    assert.deepEqual((await carol.next(send.channel)).data, received);
    await alice.send({ channel: "/service/presence", data: watch });
    // His node tells of several logins and logouts within 50 ms together: until then he is where he was before.
    let notice: { present?: boolean };
    do notice = (await alice.next("/service/presence")).data as typeof notice;
    while (notice.present !== true);
    assert.deepEqual(notice, present);
  });

  test("backends in TypeScript and in a shell do what their guide says", async (t) => {
    const alice = await onlySession(south, "alice");
    const text = backends.block("// backend.ts");
    assert.ok(text.split("\n").length <= 10, "a backend of at most ten lines");
    const [backend = ""] = await compiled(text);
    const started = Program.start(t, [process.execPath, backend]);
    await started.says("delivered to 1 session");
    assert.equal(await started.ends(), 0);
    assert.deepEqual((await alice.next("/inbox")).data, { text: "your parcel is here" });
    const sent = (await shell(backends.block("/api/v1/SendToUser"))) as { delivered: number };
    assert.equal(sent.delivered, 1);
    await alice.next("/inbox");
    assert.deepEqual(await shell(backends.block("npx buf curl")), { delivered: 1, nodes: 1 });
    assert.deepEqual((await alice.next("/inbox")).data, { text: "hi" });
    assert.equal(((await shell(backends.block("openapi.json"))) as { openapi: string }).openapi, "3.1.0");

    const batch = (await shell(backends.block("/api/v1/PublishBatch"))) as { sessions: number[] };
    assert.equal(batch.sessions.length, 2);
    const stream = Program.start(t, ["bash", "-c", shifted(backends.block("PublishStream"))]);
    assert.equal(await stream.ends(), 0);
    assert.equal(stream.output.trim(), backends.block('"published"'));

    const watch = Program.start(t, ["bash", "-c", shifted(backends.block("/api/v1/Subscribe"))]);
    const [begun = "", heard = ""] = shifted(backends.block('"started"')).split("\n");
    await watch.says(begun);
    const { message } = JSON.parse(heard) as { message: { channel: string; data: unknown } };
    await alice.send(message);
    await watch.says(heard);

    const keyed = backends.block("idempotencyKey").replaceAll("\\\n", " ").split("\n");
    const [first, second] = await Promise.all(keyed.map(shell));
    assert.deepEqual(second, first);
  });

  test("the oortbus command does what its guide says", async (t) => {
    const [alice] = await Promise.all([onlySession(west, "alice"), onlySession(south, "bob")]);
    const typed = (line: string): Program =>
      Program.start(t, ["bash", "-c", shifted(line).replaceAll("npx oortbus", "node bin/oortbus")]);
    const commands = cli.block("npx oortbus send").split("\n").map(typed);
    const piped = typed(cli.block("/prices/acme"));
    const completion = typed(`${cli.block("completion bash")}; type -t __oortbus_complete`);
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
    const table = [...cli.text.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
    const listed = [...help.output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    assert.deepEqual(table.sort(), listed.filter((name) => name !== "help").sort(), "every command is in the guide");
  });

  test("the backend's calls answer", async () => {
    const commands = start.block("/api/v1/Publish").replaceAll("\\\n", " ").split("\n");
    assert.equal(commands.length, 3);
    for (const command of commands) assert.equal(typeof (await shell(command)), "object", command);
  });

  test("an operator is told why a user gets nothing, and the console is where its guide says", async () => {
    const { findings } = (await shell(operatorConsole.block("ExplainDelivery"))) as { findings: { verdict: string }[] };
    assert.equal(findings[0]?.verdict, "problem");
    const [url = ""] = /http:\/\/127\.0\.0\.1:8081\/console\//.exec(operatorConsole.text) ?? [];
    assert.match(await (await fetch(shifted(url))).text(), /<title>Oortbus console/);
  });
});

test("one node starts as the guide says, and two find each other", async (t) => {
  const alone = oortbus(t, start.block("npx oortbus node --port 8081"));
  await ready(alone, portOf(8081));
  await alone.stop();

  const [first = "", second = ""] = start.block("--secret S").split("\n");
  const one = oortbus(t, first);
  const two = oortbus(t, second);
  await Promise.all([ready(one, portOf(8081)), ready(two, portOf(8082))]);
  const response = await fetch(`http://127.0.0.1:${portOf(8082)}/api/v1/cluster`);
  const { peers } = (await response.json()) as { peers: { url: string; state: string }[] };
  assert.deepEqual(
    peers.map(({ url, state }) => [url, state]),
    [[`http://127.0.0.1:${portOf(8081)}/cometd`, "joined"]],
  );
});

test("an app's own service answers", async (t) => {
  const path = program(readme.block("services.mjs"));
  const command = /`(npx oortbus node --port 8080 --app) .\/services.mjs`/.exec(readme.text);
  const node = oortbus(t, `${command?.[1]} ${path}`);
  await ready(node, portOf(8080));
  const login: Message = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["long-polling"],
    ext: { authentication: { user: "alice" } },
  };
  const alice = await Poller.login(portOf(8080), login);
  await alice.send({ channel: "/service/time", data: {} });
  const { data } = await alice.next("/service/time");
  assert.match((data as { now: string }).now, /^\d{4}-\d\d-\d\dT/);
});

test("hello, world: at most fifteen lines of TypeScript", async (t) => {
  const text = readme.block("hello.ts");
  assert.ok(text.split("\n").length <= 15);
  const [file = ""] = await compiled(text);
  const hello = Program.start(t, [process.execPath, file]);
  await hello.says("hello, world");
  assert.equal(await hello.ends(), 0);
});

test("what the guide makes stubs of is in the package, with the names that its programs use", () => {
  const file = "oortbus/v1/event_bus.proto";
  const proto = readDocument(`proto/${file}`);
  assert.ok((JSON.parse(readDocument("package.json")) as { files: string[] }).files.includes("proto/oortbus"));
  for (const command of ["--go_out", "grpc_tools.protoc"]) {
    const text = backends.block(command);
    assert.ok(text.includes(`-I node_modules/oortbus/proto ${file}`), text);
  }
  const python = backends.block("# backend.py");
  const [, call, request, fields = ""] = /bus\.(\w+)\(pb\.(\w+)\(([^)]*)\)/.exec(python)!;
  assert.ok(proto.includes(`rpc ${call}(${request})`));
  const body = new RegExp(`message ${request} \\{([^}]*)\\}`).exec(proto)![1]!;
  for (const [, field] of fields.matchAll(/(\w+)=/g)) assert.match(body, new RegExp(`\\b${field} = \\d`));
});

test("the mesh and the configuration are as the guide says", async (t) => {
  const text = start.text;
  for (const command of ["npx oortbus mesh --nodes 3", "npx oortbus config"])
    assert.ok(text.includes(command), command);
  const config = oortbus(t, "npx oortbus config --seti.presence flood");
  assert.equal(await config.ends(), 0);
  assert.match(config.output, /presence/);
});

test("npx finds the program in a clone", async () => {
  const { stdout } = await run("npx", ["--no-install", "oortbus", "--help"], { cwd: projectRoot });
  for (const command of ["node", "mesh", "config"]) assert.match(stdout, new RegExp(`^ +${command}\\b`, "m"));
});

test("the commands for tests and containers are those that are run", () => {
  assert.equal(readme.block("npm test"), "npm ci && npm test");
  assert.ok(readDocument(".ci/run").split("\n").includes("npm ci && npm test"));
  // test/docker/cluster.test.ts runs these.
  assert.equal(readme.block("--build"), "docker compose up --build");
  for (const line of readme.block("--scale").split("\n")) assert.match(line, /^docker compose up -d --scale node=\d$/);
});

test("every block of code in these documents is taken by a test", () =>
  assertAllTaken(readme, start, backends, cli, operatorConsole));
