import assert from "node:assert/strict";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type TestContext, test } from "node:test";
import { type NodeConfigInput, readConfig } from "../../config.js";
import { BusNode, silentLogger } from "../../index.js";
import { examine, printFindings } from "../../scripts/doctor/doctor.js";
import type { Finding } from "../../scripts/doctor/finding.js";
import { lookAtFileLimit } from "../../scripts/doctor/machine.js";
import { freePorts } from "../support/ports.js";
import { Program } from "../support/program.js";

async function startNode(t: TestContext, config: NodeConfigInput = {}): Promise<{ bus: BusNode; url: string }> {
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}/cometd`;
  const bus = new BusNode(
    {
      port: port!,
      grpcPort: 0,
      secret: "a secret that is long enough",
      bayeux: { timeoutMs: 1_000 },
      transport: { allowedTransports: ["websocket", "long-polling", "event-stream", "streaming"] },
      ...config,
    },
    { logger: silentLogger },
  );
  t.after(() => bus.stop());
  await bus.start();
  return { bus, url };
}

/** Something that answers HTTP on a free port. @returns its origin */
async function serve(t: TestContext, answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

/** A proxy that passes on an answer only when it is whole, and no upgrade; as some in the world do. */
function bufferingProxy(t: TestContext, target: string): Promise<string> {
  return serve(t, (incoming, response) => {
    const upstream = request(target, { method: incoming.method, path: incoming.url, headers: incoming.headers });
    upstream.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", () => response.destroy());
      answer.on("end", () => {
        const { "transfer-encoding": _, ...headers } = answer.headers;
        response.writeHead(answer.statusCode!, headers);
        response.end(Buffer.concat(chunks));
      });
    });
    upstream.on("error", () => response.destroy());
    response.on("close", () => upstream.destroy());
    incoming.pipe(upstream);
  });
}

/** The one finding about it. */
function about(findings: readonly Finding[], check: string): Finding {
  const found = findings.filter((finding) => finding.check.startsWith(check));
  assert.equal(found.length, 1, `${check} in ${JSON.stringify(findings, undefined, 2)}`);
  return found[0]!;
}

test("with everything in order nothing is to be changed, whether the node runs or not", async (t) => {
  const alpha = await startNode(t);
  const beta = await startNode(t, { peer: [alpha.url] });
  const [port] = await freePorts(1);
  const config = { grpcPort: 0, peer: [alpha.url], secret: "a secret that is long enough" };
  const stopped = readConfig({ ...config, port: port! });
  const running = readConfig({ ...config, port: Number(new URL(beta.url).port) });
  for (const [one, isRunning] of [
    [stopped, false],
    [running, true],
  ] as const) {
    const findings = await examine(one, {});
    for (const check of [
      "own URL",
      `peer ${alpha.url}`,
      `WebSocket to ${alpha.url}`,
      `clock of ${alpha.url}`,
      "secret",
    ]) {
      assert.equal(about(findings, check).status, "ok", check);
    }
    assert.equal(about(findings, "running node").status, isRunning ? "ok" : "skipped");
    if (isRunning) assert.equal(about(findings, `link with ${alpha.url}`).status, "ok");
  }
});

test("an own URL that leads nowhere, or to somebody else, is told with what to change", async (t) => {
  const [port, closed] = await freePorts(2);
  const other = await serve(t, (_, response) => response.end("hello"));
  for (const url of [`http://127.0.0.1:${closed}/cometd`, `${other}/cometd`]) {
    const { status, advice } = about(await examine(readConfig({ port: port!, url }), {}), "own URL");
    assert.equal(status, "failure");
    assert.match(advice!, /--url/);
  }
  const taken = about(await examine(readConfig({ port: Number(new URL(other).port) }), {}), "own URL");
  assert.match(taken.text, /no Bayeux/);
});

test("peers that are not there, are no Bayeux, or live in another time are told", async (t) => {
  const [port, closed] = await freePorts(2);
  const page = await serve(t, (_, response) => response.end("<html>"));
  const late = await serve(t, (_, response) => {
    response.setHeader("date", new Date(Date.now() - 60_000).toUTCString());
    response.end(JSON.stringify([{ channel: "/meta/handshake", successful: false, error: "403::no" }]));
  });
  const dead = `http://127.0.0.1:${closed}/cometd`;
  const peer = [dead, `${page}/cometd`, `${late}/cometd`];
  const findings = await examine(readConfig({ port: port!, peer, secret: "a secret that is long enough" }), {});
  assert.equal(about(findings, `peer ${dead}`).status, "failure");
  assert.match(about(findings, `peer ${page}/cometd`).text, /no Bayeux/);
  assert.match(about(findings, `clock of ${late}/cometd`).text, /differs by (59|60|61)/);
  assert.equal(about(findings, `WebSocket to ${late}/cometd`).status, "warning");
});

test("a secret that everybody knows, or a short one, and too few files are told", async () => {
  const [port] = await freePorts(1);
  for (const secret of ["for-development-only", "abc"]) {
    assert.equal(about(await examine(readConfig({ port: port!, secret }), {}), "secret").status, "warning");
  }
  const config = readConfig({ http: { maxConnections: 5_000 } });
  const limits = (soft: string) => async () =>
    `Limit  Soft  Hard\nMax open files            ${soft}   1048576   files\n`;
  assert.match((await lookAtFileLimit(config, limits("1024"))).advice!, /raise it to 5200/);
  assert.equal((await lookAtFileLimit(config, limits("65536"))).status, "ok");
  assert.equal((await lookAtFileLimit(config, limits("unlimited"))).status, "ok");
  assert.equal((await lookAtFileLimit(config, async () => "")).status, "skipped");
});

test("a name that does not resolve, and one without this node, are told", async () => {
  const [port] = await freePorts(1);
  const secret = "a secret that is long enough";
  const nowhere = await examine(readConfig({ port: port!, secret, dns: { name: "nowhere.invalid" } }), {});
  assert.equal(about(nowhere, "name nowhere.invalid").status, "failure");
  const here = await examine(readConfig({ port: port!, secret, dns: { name: "localhost" } }), {});
  assert.match(about(here, "name localhost").text, /this node is among them/);
});

test("a proxy that holds streams back and passes no WebSocket is found out; one that passes all is not blamed", async (t) => {
  const { url } = await startNode(t, { bayeux: { timeoutMs: 8_000 } }); // streams live longer than the doctor waits
  const origin = await bufferingProxy(t, new URL(url).origin);
  const [port] = await freePorts(1);
  const config = readConfig({ port: port! });
  const [direct, proxied] = await Promise.all([
    examine(config, { via: url }),
    examine(readConfig({ port: port! }), { via: `${origin}/cometd` }),
  ]);
  for (const transport of ["websocket", "event-stream", "streaming", "long-polling", "held connect"]) {
    assert.equal(about(direct, `${transport} by ${url}`).status, "ok", transport);
    const expected = transport === "long-polling" || transport === "held connect" ? "ok" : "failure";
    assert.equal(about(proxied, `${transport} by ${origin}`).status, expected, transport);
  }
});

test("oortbus doctor prints findings for people and for programs, and ends with 1 when something will not work", async (t) => {
  const [port, closed] = await freePorts(2);
  const args = [`--port=${port}`, "--secret=abc", `--peer=http://127.0.0.1:${closed}/cometd`];
  const doctor = (...more: string[]) => Program.start(t, [process.execPath, "bin/oortbus", "doctor", ...args, ...more]);
  const text = doctor();
  assert.equal(await text.ends(), 1);
  assert.match(text.output, /^ok {3}own URL: /m);
  assert.match(text.output, /^FAIL peer .*\n {5}-> /m);
  const json = doctor("--json");
  assert.equal(await json.ends(), 1);
  const findings = JSON.parse(json.output) as Finding[];
  assert.equal(about(findings, "own URL").status, "ok");
  assert.match(printFindings(findings), /^WARN secret/m);
  const wrong = doctor("--via", "ftp://nowhere");
  assert.equal(await wrong.ends(), 2);
  assert.match(wrong.output, /--via/);
});
