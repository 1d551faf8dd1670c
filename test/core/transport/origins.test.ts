import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { type TestContext, test } from "node:test";
import { WebSocket } from "ws";
import { ConfigError, readOptions } from "../../../core/options.js";
import { OriginGuard, type PageOrigin } from "../../../core/transport/origin-guard.js";
import { type TransportOptionsInput, transportOptions } from "../../../core/transport/transport-options.js";
import { RawHttp, RawSocket } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { withinTime } from "../../support/until.js";

const CHAT = "https://chat.example";
const guard = new OriginGuard({ allowedOrigins: [CHAT, "http://localhost:3000"], allowedHeaders: [] });

const PAGES: readonly [PageOrigin, IncomingHttpHeaders, string][] = [
  ["none", { host: "bus.example" }, "no browser"],
  ["none", { host: "bus.example", "sec-fetch-site": "none" }, "an address that was typed"],
  ["none", { host: "bus.example", "sec-fetch-site": "same-origin" }, "a browser that says the page is ours"],
  ["own", { host: "bus.example", origin: "http://bus.example" }, "our own page"],
  ["own", { host: "bus.example", origin: "https://bus.example" }, "our own page, a balancer does the encryption"],
  ["own", { host: "bus.example:443", origin: "https://bus.example" }, "a port that need not be written"],
  ["own", { host: "BUS.example:8080", origin: "http://bus.example:8080" }, "capitals"],
  ["own", { host: "[::1]:8080", origin: "http://[::1]:8080" }, "an IPv6 address"],
  [
    "own",
    { host: "node-2:8080", "x-forwarded-host": "bus.example", origin: CHAT.replace("chat", "bus") },
    "a balancer",
  ],
  ["own", { host: "n", "x-forwarded-host": "bus.example, inner", origin: "http://bus.example" }, "two balancers"],
  ["allowed", { host: "bus.example", origin: CHAT }, "on the list"],
  ["allowed", { host: "bus.example", origin: "http://localhost:3000" }, "on the list, with a port"],
  ["allowed", { host: "bus.example", "sec-fetch-site": "cross-site", referer: `${CHAT}/room` }, "its script tag"],
  ["own", { host: "bus.example", "sec-fetch-site": "same-site", referer: "https://bus.example/x" }, "our own frame"],
  ["foreign", { host: "bus.example", origin: "https://evil.example" }, "another"],
  ["foreign", { host: "bus.example", origin: "null" }, "a sandbox"],
  ["foreign", { host: "bus.example", origin: "" }, "nothing"],
  ["foreign", { host: "bus.example", origin: "file://" }, "a file"],
  ["foreign", { host: "bus.example", origin: "http://bus.example:81" }, "another port"],
  ["foreign", { host: "bus.example", origin: "https://chat.example.evil.example" }, "one that begins like ours"],
  ["foreign", { host: "bus.example", origin: "http://chat.example" }, "the right host by the wrong scheme"],
  ["foreign", { host: "bus.example", origin: "https://sub.chat.example" }, "a part of an allowed one"],
  ["foreign", { host: "bus.example", origin: `${CHAT}/` }, "no origin as browsers write it"],
  ["foreign", { host: "bus.example", "x-forwarded-proto": "https", origin: "http://bus.example" }, "ours, unencrypted"],
  ["foreign", { host: "bus.example", "sec-fetch-site": "cross-site" }, "a page that hides"],
  ["foreign", { host: "bus.example", "sec-fetch-site": "same-site" }, "a neighbour that hides"],
  ["foreign", { host: "bus.example", referer: "https://evil.example/page" }, "a script tag in plain http"],
  ["foreign", { host: "bus.example", referer: "nonsense" }, "no address"],
  ["foreign", { origin: "http://bus.example" }, "a request that names no host"],
];

for (const [page, headers, words] of PAGES) {
  test(`whose page: ${page}: ${words}`, () => {
    assert.equal(guard.pageOf({ headers, socket: {} as Socket }), page);
  });
}

test("only origins as browsers write them can be allowed", () => {
  for (const origin of ["*", "null", "chat.example", "https://chat.example/", "https://chat.example:443", "file://"]) {
    assert.throws(() => readOptions(transportOptions, { allowedOrigins: [origin] }), ConfigError, origin);
  }
});

const HANDSHAKE = [{ channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] }];
const ALLOWED: TransportOptionsInput = { allowedOrigins: [CHAT], allowedHeaders: ["X-Room"] };

function corsOf(headers: IncomingHttpHeaders): string[] {
  return Object.keys(headers).filter((name) => name.startsWith("access-control-"));
}

async function start(t: TestContext, transport: TransportOptionsInput = ALLOWED) {
  const server = await startServer(t, {}, { transport });
  return { ...server, http: new RawHttp(t, server.url) };
}

test("a preflight of an allowed origin is told what it may do, any other nothing", async (t) => {
  const { http } = await start(t);
  const preflight = async (origin: string) => {
    const headers = { Origin: origin, "Access-Control-Request-Method": "POST" };
    const open = http.open({ method: "OPTIONS", headers });
    open.request.end();
    return open.response;
  };
  const allowed = await preflight(CHAT);
  assert.equal(allowed.status, 200);
  assert.equal(allowed.body, "");
  const { headers } = allowed;
  assert.deepEqual(
    [...corsOf(headers), "vary"].map((name) => [name, headers[name]]),
    [
      ["access-control-allow-origin", CHAT],
      ["access-control-allow-credentials", "true"],
      ["access-control-allow-methods", "GET, POST, OPTIONS"],
      ["access-control-allow-headers", "Content-Type, X-Room"],
      ["access-control-max-age", "600"],
      ["vary", "Origin"],
    ],
  );
  const denied = await preflight("https://evil.example");
  assert.equal(denied.status, 200);
  assert.deepEqual(corsOf(denied.headers), []);
  assert.equal(denied.headers.vary, "Origin");
});

test("an allowed page reads the answers, also of what fails; ours needs no permission; a foreign page gets none", async (t) => {
  const { http } = await start(t);
  for (const payload of [HANDSHAKE, "no json"]) {
    const { headers } = await http.post(payload, { headers: { Origin: CHAT } });
    assert.equal(headers["access-control-allow-origin"], CHAT);
    assert.equal(headers["access-control-allow-credentials"], "true");
    assert.equal(headers.vary, "Origin");
  }
  http.cookies.clear();
  const own = await http.post(HANDSHAKE, { headers: { Origin: http.url.origin } });
  assert.equal(own.messages[0]?.successful, true);
  assert.deepEqual(corsOf(own.headers), []);
  http.cookies.clear();
  assert.deepEqual(corsOf((await http.post(HANDSHAKE, { headers: { Origin: "https://evil.example" } })).headers), []);
});

test("a foreign page cannot act with the user's cookies or credentials: 403, and nothing happens", async (t) => {
  const { bayeux, http } = await start(t);
  const [reply] = (await http.post(HANDSHAKE)).messages;
  const heard: unknown[] = [];
  bayeux.createChannel("/news", (channel) => channel.addListener((_session, { data }) => void heard.push(data)));
  const publish = [{ channel: "/news", clientId: reply!.clientId, data: 1 }];
  const foreign: Record<string, string>[] = [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { "Sec-Fetch-Site": "cross-site" },
    { Referer: "http://evil.example/" },
    { Origin: "https://evil.example", Authorization: "Basic YTpi" },
  ];
  for (const headers of foreign) {
    const response = await http.post(publish, { headers });
    assert.equal(response.status, 403, JSON.stringify(headers));
    assert.equal(response.body, "403::origin_denied");
    assert.deepEqual(corsOf(response.headers), []);
  }
  assert.deepEqual(heard, []);
  const welcome: Record<string, string>[] = [{}, { Origin: CHAT }, { Origin: http.url.origin }];
  for (const headers of welcome) {
    assert.equal((await http.post(publish, { headers })).messages.at(-1)?.successful, true, JSON.stringify(headers));
  }
  assert.deepEqual(heard, [1, 1, 1]);
});

test("a foreign page gets no WebSocket: 403 before the upgrade; allowed ones, our own and other programs do", async (t) => {
  const { bayeux, url, port } = await start(t);
  for (const Origin of ["https://evil.example", "null", "https://chat.example.evil.example"]) {
    const socket = new WebSocket(url.replace("http", "ws"), { headers: { Origin } });
    const [error] = (await withinTime(once(socket, "error"), "a refusal")) as [Error];
    assert.match(error.message, /403/);
  }
  assert.equal(bayeux.stats.foreignPages, 3);
  const others: Record<string, string>[] = [{ Origin: CHAT }, { Origin: `http://127.0.0.1:${port}` }, {}];
  for (const headers of others) {
    const socket = await RawSocket.open(t, url, { headers });
    assert.equal((await socket.ask(HANDSHAKE))[0]?.successful, true);
  }
});

test("with an empty list answers do not vary, and pages of other origins get nothing", async (t) => {
  const { http } = await start(t, {});
  const { headers } = await http.post(HANDSHAKE, { headers: { Origin: CHAT } });
  assert.deepEqual(corsOf(headers), []);
  assert.equal(headers.vary, undefined);
  assert.equal((await http.post(HANDSHAKE, { headers: { Origin: CHAT } })).status, 403, "now it has our cookie");
});
