import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { healthRoutes, type Readiness } from "../../../core/http/health-route.js";
import type { HttpOptionsInput } from "../../../core/http/http-options.js";
import { HttpServer, type Route } from "../../../core/http/http-server.js";
import { staticFolder } from "../../../core/http/static-files.js";
import { Metrics } from "../../../core/metrics/metrics.js";
import { metricsRoute } from "../../../core/metrics/metrics-route.js";

const hello: Route = { method: "GET", path: "/hello", handle: (_request, response) => response.end("hello") };

async function serve(t: TestContext, routes: readonly Route[], options: HttpOptionsInput = {}) {
  const server = new HttpServer(options);
  for (const route of routes) server.addRoute(route);
  const { port } = await server.listen(0, "127.0.0.1");
  t.after(() => server.close(0));
  return { server, port, origin: `http://127.0.0.1:${port}` };
}

test("routes by method and path; anything else is a short JSON problem", async (t) => {
  const { origin } = await serve(t, [hello, { ...hello, method: ["POST", "PUT"] }]);
  assert.equal(await (await fetch(`${origin}/hello?x=1`)).text(), "hello");
  const missing = await fetch(`${origin}/nowhere`);
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get("content-type"), "application/problem+json");
  assert.deepEqual(await missing.json(), { title: "Not Found", status: 404, detail: "nothing is served at this path" });
  const wrongMethod = await fetch(`${origin}/hello`, { method: "DELETE" });
  assert.equal(wrongMethod.status, 405);
  assert.equal(wrongMethod.headers.get("allow"), "GET, POST, PUT");
  assert.equal((await fetch(`${origin}/%zz`)).status, 400);
});

test("a handler that throws or rejects costs one 500 and says nothing of why", async (t) => {
  const { origin } = await serve(t, [
    hello,
    { method: "GET", path: "/throws", handle: () => assert.fail("inner secret") },
    { method: "GET", path: "/rejects", handle: () => Promise.reject(new Error("inner secret")) },
    {
      method: "GET",
      path: "/late",
      handle: async (_request, response) => {
        response.write("begun");
        await Promise.reject(new Error("inner secret"));
      },
    },
  ]);
  for (const path of ["/throws", "/rejects"]) {
    const response = await fetch(origin + path);
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { title: "Internal Server Error", status: 500 });
  }
  await assert.rejects(async () => (await fetch(`${origin}/late`)).text());
  assert.equal((await fetch(`${origin}/hello`)).status, 200);
});

test("upgrades go by path; where none is served they are refused", async (t) => {
  const { server, port } = await serve(t, [hello]);
  server.addUpgrade("/socket", (_request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  server.addUpgrade("/broken", () => assert.fail("broken"));
  assert.match(await talk(port, upgrade("/socket?x")), /^HTTP\/1\.1 101 /);
  assert.match(await talk(port, upgrade("/other")), /^HTTP\/1\.1 404 /);
  assert.equal(await talk(port, upgrade("/broken")), "");
  server.drain();
  assert.match(await talk(port, upgrade("/socket")), /^HTTP\/1\.1 503 /);
});

test("a request that offers HTTP/2 beside is answered as it is, body included", async (t) => {
  const echo: Route = {
    method: "POST",
    path: "/echo",
    handle: async (request, response) => {
      let text = "";
      for await (const chunk of request.setEncoding("utf8")) text += chunk;
      response.end(`<${text}>`);
    },
  };
  const { port } = await serve(t, [echo, hello]);
  const offer = "connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAEAAEAA\r\n";
  const socket = connect(port, "127.0.0.1");
  t.after(() => socket.destroy());
  const ask = async (text: string): Promise<string> => {
    socket.write(text);
    return new Promise((resolve) => socket.once("data", (data) => resolve(String(data))));
  };
  assert.match(await ask(`POST /echo HTTP/1.1\r\nhost: x\r\n${offer}content-length: 4\r\n\r\nbody`), / 200 .*<body>$/s);
  assert.match(await ask(`GET /hello HTTP/1.1\r\nhost: x\r\n${offer}\r\n`), / 200 .*hello$/s);
  assert.match(await ask("GET /hello HTTP/1.1\r\nhost: x\r\n\r\n"), / 200 .*hello$/s);
});

test("what is no HTTP, too large, too slow or cut off costs its own connection only", async (t) => {
  const limits = { headersTimeoutMs: 150, requestTimeoutMs: 300, maxHeaderBytes: 1_024 };
  const slow: Route = {
    method: "POST",
    path: "/slow",
    handle: (request, response) => request.resume().once("end", () => response.end("whole")),
  };
  const { port, origin } = await serve(t, [hello, slow], limits);
  assert.match(await talk(port, "\x16\x03\x01 no http at all\r\n\r\n"), /^HTTP\/1\.1 400 /);
  assert.match(
    await talk(port, `GET /hello HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(2_000)}\r\n\r\n`),
    /^HTTP\/1\.1 431 /,
  );
  assert.match(await talk(port, "GET /hello HTTP/1.1\r\nhost:"), /^HTTP\/1\.1 408 /);
  assert.match(await talk(port, "POST /slow HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf"), /^HTTP\/1\.1 408 /);
  const cut = connect(port, "127.0.0.1", () => cut.resetAndDestroy());
  await new Promise((resolve) => cut.once("close", resolve));
  assert.equal((await fetch(`${origin}/hello`)).status, 200);
});

test("connections beyond the limit are closed, those below it served", async (t) => {
  const { port, origin } = await serve(t, [hello], { maxConnections: 1 });
  const first = connect(port, "127.0.0.1");
  t.after(() => first.destroy());
  await new Promise((resolve) => first.once("connect", resolve));
  await assert.rejects(fetch(`${origin}/hello`));
  first.write("GET /hello HTTP/1.1\r\nhost: x\r\n\r\n");
  assert.match(await new Promise<string>((resolve) => first.once("data", (data) => resolve(String(data)))), / 200 /);
});

test("closing lets answers end that are under way, then cuts what stays", async (t) => {
  const held = new Map<string, ServerResponse>();
  let arrived: () => void = () => {};
  const hold: Route = {
    method: "GET",
    path: "/held/*",
    handle: (request, response) => {
      held.set(request.url!, response);
      if (held.size === 2) arrived();
    },
  };
  const { server, origin } = await serve(t, [hold]);
  const both = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const first = get(`${origin}/held/a`);
  const second = get(`${origin}/held/b`);
  await both;
  const closed = server.close(200);
  held.get("/held/a")!.end("at last");
  assert.equal(await first, "at last");
  await assert.rejects(second);
  await closed;
  await assert.rejects(fetch(`${origin}/held/a`));
});

test("a draining listener closes each connection after its answer", async (t) => {
  const { server, origin } = await serve(t, [hello]);
  assert.notEqual((await fetch(`${origin}/hello`)).headers.get("connection"), "close");
  server.drain();
  assert.equal((await fetch(`${origin}/hello`)).headers.get("connection"), "close");
});

test("an address in use is an error of listen, not of the process", async (t) => {
  const { port } = await serve(t, [hello]);
  await assert.rejects(new HttpServer().listen(port, "127.0.0.1"), /EADDRINUSE/);
});

test("/healthz says alive in every state, /readyz only when ready", async (t) => {
  let state: Readiness = "joining";
  const { origin } = await serve(
    t,
    healthRoutes(() => state),
  );
  for (const [now, status] of [
    ["joining", 503],
    ["ready", 200],
    ["draining", 503],
  ] as const) {
    state = now;
    assert.equal((await fetch(`${origin}/healthz`)).status, 200);
    const ready = await fetch(`${origin}/readyz`);
    assert.equal(ready.status, status);
    assert.deepEqual(await ready.json(), { state: now });
  }
});

test("a folder is served under its path, and nothing outside it", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "oortbus-static-"));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "page"));
  writeFileSync(join(folder, "page/index.html"), "<p>page</p>");
  writeFileSync(join(folder, "page/.hidden"), "hidden");
  writeFileSync(join(folder, "outside.txt"), "outside");
  const { origin, port } = await serve(t, staticFolder("/demo/", join(folder, "page")));
  const page = await fetch(`${origin}/demo/`);
  assert.match(page.headers.get("content-type")!, /text\/html/);
  assert.equal(await page.text(), "<p>page</p>");
  assert.equal((await fetch(`${origin}/demo`, { redirect: "manual" })).headers.get("location"), "/demo/");
  for (const path of ["/demo/gone.txt", "/demo/.hidden", "/demo/../outside.txt", "/demo/%2e%2e/outside.txt"]) {
    assert.match(await talk(port, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`), / 404 /, path);
  }
});

test("metrics are read at the scrape, beside those of the process", async (t) => {
  const metrics = new Metrics();
  let publishes = 1;
  metrics.bind("oortbus_publishes_total", () => publishes);
  metrics.bind("oortbus_peers", () => [
    { labels: { state: "joined" }, value: 2 },
    { labels: { state: "lost" }, value: 0 },
  ]);
  const { origin } = await serve(t, [metricsRoute(metrics)]);
  const scrape = async () => (await fetch(`${origin}/metrics`)).text();
  assert.match(await scrape(), /^oortbus_publishes_total 1$/m);
  publishes = 5;
  const text = await scrape();
  assert.match(text, /^oortbus_publishes_total 5$/m);
  assert.match(text, /^oortbus_peers\{state="joined"\} 2$/m);
  assert.match(text, /^# HELP oortbus_peers /m);
  assert.match(text, /^process_cpu_seconds_total /m);
  assert.throws(() => metrics.bind("oortbus_peers", () => 0));
});

function upgrade(path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`;
}

/** Writes, and reads until the other side closes. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (data) => (answer += String(data)));
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}

function get(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const read = (response: IncomingMessage): void => {
      let text = "";
      response.on("data", (data) => (text += String(data)));
      response.on("end", () => resolve(text));
    };
    request(url, { agent: false }, read).on("error", reject).end();
  });
}
