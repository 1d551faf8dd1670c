import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { silentLogger } from "../../core/logger.js";
import { run } from "../../scripts/command-line.js";
import { freePorts } from "../support/ports.js";
import { projectRoot } from "../support/project-root.js";
import { startNodes } from "../support/start-mesh.js";
import { until } from "../support/until.js";

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, and catches what it writes. One at a time. */
async function oortbus(...args: string[]): Promise<Ran> {
  const texts = { out: "", err: "" };
  const { log, error } = console;
  console.log = (text: unknown) => {
    texts.out += `${text}\n`;
  };
  console.error = (text: unknown) => {
    texts.err += `${text}\n`;
  };
  process.exitCode = 0;
  try {
    await run(args);
    return { code: Number(process.exitCode), ...texts };
  } finally {
    Object.assign(console, { log, error });
    process.exitCode = 0;
  }
}

/** A user's client, and what comes to it. */
async function login(t: TestContext, url: string, user: string, channel: string): Promise<unknown[]> {
  const client = new BayeuxClient({ url });
  t.after(() => client.disconnect());
  const came: unknown[] = [];
  client.onDelivery(({ channel: at, data }) => came.push([at, data]));
  await client.handshake({ ext: { authentication: { user } } });
  await client.subscribe(channel, () => {}).ready;
  return came;
}

test("publish, send, watch and sessions reach users of another node; drain moves a node's clients away", async (t) => {
  const [north, south] = (await startNodes(t, 2, { drain: { noticeMs: 0 } })) as [BusNode, BusNode];
  const via = `--via=${new URL(north.url).origin}`;
  const bob = await login(t, south.url, "bob", "/news");
  await until(() => north.seti.isPresent("bob"), "the other node knows of him");

  const published = await oortbus("publish", "/news", '{"n": 1}', via);
  assert.deepEqual([published.code, published.out], [0, "queued for 1 on this node, links to other nodes included\n"]);
  assert.deepEqual(JSON.parse((await oortbus("publish", "/news", "hello", "--text", "--json", via)).out), {
    sessions: 1,
  });
  const sent = await oortbus("send", "bob,ghost", "/inbox", "[2]", via);
  assert.deepEqual([sent.code, sent.out], [1, "delivered to 1 session\nnobody is logged in as ghost\n"]);
  await until(() => bob.length === 3, "he has all three");
  assert.deepEqual(bob, [
    ["/news", { n: 1 }],
    ["/news", "hello"],
    ["/inbox", [2]],
  ]);

  const keyed = ["send", "bob", "/inbox", "3", "--key", "once", via];
  assert.deepEqual(
    [await oortbus(...keyed), await oortbus(...keyed)].map(({ code }) => code),
    [0, 0],
  );
  await oortbus("send", "bob", "/end", "4", via);
  await until(() => bob.length === 5, "he has all five");
  assert.deepEqual(bob.slice(3), [
    ["/inbox", 3],
    ["/end", 4],
  ]);

  const watching = oortbus("watch", "/seen/*", "--count", "1", via);
  await until(() => (south.bayeux.getChannel("/seen/*")?.subscribers.size ?? 0) > 0, "it watches");
  south.bayeux.publish(undefined, "/seen/here", { a: 1 });
  const watched = await watching;
  assert.deepEqual([watched.code, watched.out], [0, '/seen/here {"a":1}\n']);
  assert.match(watched.err, /^watching by way of http/);
  const presence = await oortbus("watch", "--presence", "bob", "--count", "1", "--json", via);
  assert.match(presence.out, /"change":\{"user":"bob","present":true,"nodes":1\}/);

  const sessions = await oortbus("sessions", "bob", via);
  const [head = "", row = ""] = sessions.out.split("\n");
  assert.match(head, /^SESSION +NODE +TRANSPORT +SINCE +ADDRESS$/);
  assert.ok(row.includes(south.url) && row.includes("websocket"), row);
  assert.equal((await oortbus("sessions", "ghost", via)).out, "no session\n");

  const drained = await oortbus("drain", `--via=${new URL(south.url).origin}`);
  assert.deepEqual([drained.code, drained.out], [0, "1 clients left\n0 clients left\n"]);
  assert.equal(south.state, "draining");
  const refused = await oortbus("publish", "/news", "1", `--via=${new URL(south.url).origin}`);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /this node is draining: ask another one\n {2}Ask another node with --via\./);
});

test("lines of standard input are published as a stream, each refused one named", async (t) => {
  const [node] = (await startNodes(t, 1)) as [BusNode];
  const came: unknown[] = [];
  node.bayeux.subscribe("/lines", ({ data }) => came.push(data));
  const child = promisify(execFile)(
    process.execPath,
    ["bin/oortbus", "publish", "/lines", `--via=${new URL(node.url).origin}`],
    { cwd: projectRoot },
  );
  child.child.stdin!.end(`{"n":1}\n\n${JSON.stringify("x".repeat(70_000))}\n2\n`);
  const failed = await child.catch((error: { code: number; stdout: string; stderr: string }) => error);
  assert.ok("code" in failed);
  assert.deepEqual([failed.code, failed.stdout], [1, "2 messages published, 1 refused\n"]);
  assert.match(failed.stderr, /^oortbus: message 2: data: must be at most 65536 bytes of JSON$/m);
  assert.deepEqual(came, [{ n: 1 }, 2]);
});

test("a token is asked for, taken from the environment, and what it may not do is said", async (t) => {
  const [port = 0, adminPort = 0] = await freePorts(2);
  const tokens = [{ name: "reader", token: "read-only", scopes: ["read" as const] }];
  const node = new BusNode(
    { port, grpcPort: 0, admin: { port: adminPort, token: "all-rights", tokens } },
    { logger: silentLogger },
  );
  t.after(() => node.stop());
  await node.start();
  const via = `--via=http://127.0.0.1:${adminPort}`;
  t.after(() => {
    delete process.env.OORTBUS_TOKEN;
  });
  const none = await oortbus("sessions", "bob", via);
  assert.equal(none.code, 1);
  assert.match(none.err, /bearer token.*\n {2}Give the listener's token with OORTBUS_TOKEN, or --token\.$/m);
  process.env.OORTBUS_TOKEN = "read-only";
  assert.equal((await oortbus("sessions", "bob", via)).code, 0);
  assert.equal((await oortbus("send", "bob", "/inbox", "1", via)).code, 1);
  assert.equal((await oortbus("publish", "/news", "1", via, "--token", "all-rights")).code, 0);
});

const WRONG: [args: string[], code: number, err: RegExp][] = [
  [["pubish"], 2, /unknown command 'pubish'\n\(Did you mean publish\?\)/],
  [["publish"], 2, /<channel> is missing: a broadcast channel/],
  [["publish", "/a", "1", "2"], 2, /2: unexpected argument/],
  [["publish", "/a", "hello"], 2, /<data>: hello is not JSON; for text, quote it .* or add --text/],
  [["publish", "/a", "1", "--viaa", "x"], 2, /--viaa: unknown flag; did you mean --via\?/],
  [["publish", "/a", "1", "--via", "localhost"], 2, /--via "localhost": must be/],
  [["send", "bob"], 2, /<channel> is missing.*\n.*<data> is missing/],
  [["watch"], 2, /<names> is missing/],
  [["sessions", "bob", "--timeout-ms", "0"], 2, /--timeout-ms 0: must be a whole number from 1 to 600000/],
  [["completion", "tcsh"], 2, /Allowed choices are zsh, bash, fish, powershell/],
];

for (const [args, code, err] of WRONG) {
  test(`oortbus ${args.join(" ")} says what is wrong`, async () => {
    const ran = await oortbus(...args);
    assert.equal(ran.code, code, ran.err);
    assert.match(ran.err, err);
  });
}

test("a node that is not there, or is none, is said to be so, with what to try", async (t) => {
  const [port = 0] = await freePorts(1);
  const gone = await oortbus("sessions", "bob", `--via=http://127.0.0.1:${port}`);
  assert.equal(gone.code, 1);
  assert.match(gone.err, /no node answers at http:\/\/127.0.0.1:\d+ \(ECONNREFUSED\)\n {2}Is a node running there/);
  const [node] = (await startNodes(t, 1)) as [BusNode];
  const elsewhere = await oortbus("publish", "/oort/cloud", "1", `--via=${new URL(node.url).origin}`);
  assert.match(elsewhere.err, /channel: is a channel of the cluster itself \(PERMISSION_DENIED\)/);
});

test("shells complete commands and flags, by what the program itself knows", async () => {
  const complete = async (...words: string[]) =>
    (await oortbus("complete", "--", ...words)).out.split("\n").map((line) => line.split("\t")[0]);
  assert.deepEqual((await complete("se")).slice(0, 2), ["send", "sessions"]);
  assert.ok((await complete("publish", "--")).includes("--via"));
  assert.ok((await complete("node", "--seti.pres")).includes("--seti.presence"));
  for (const shell of ["bash", "zsh", "fish"]) {
    const { out } = await oortbus("completion", shell);
    assert.ok(out.includes("oortbus complete --"), shell);
  }
  const bash = await oortbus("completion", "bash");
  const check = promisify(execFile)("bash", ["-n"]);
  check.child.stdin!.end(bash.out);
  await check;
});

test("config as JSON has every value with its source, and no secret", async () => {
  const { out } = await oortbus("config", "--json", "--port", "8101", "--secret", "hush");
  const config = JSON.parse(out) as Record<string, { value: unknown; source: string }>;
  assert.deepEqual(config.port, { value: 8101, source: "flag" });
  assert.deepEqual(config["api.maxStreams"], { value: 1_000, source: "default" });
  assert.equal(config.secret?.value, "********");
  assert.ok(!out.includes("hush"));
});
