import assert from "node:assert/strict";
import { copyFileSync, readFileSync } from "node:fs";
import { request as requestHttp } from "node:http";
import { Agent, request as requestHttps } from "node:https";
import { type TestContext, test } from "node:test";
import { connect as connectTls } from "node:tls";
import { ChannelCredentials } from "@grpc/grpc-js";
import type { NodeConfigInput } from "../../config.js";
import { HttpServer, type Route } from "../../core/http/http-server.js";
import { BusNode, DefaultSecurityPolicy, silentLogger } from "../../index.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { Authority } from "../support/certificates.js";
import { freePorts } from "../support/ports.js";

interface Ports {
  readonly port: number;
  readonly grpcPort: number;
  readonly adminPort: number;
}

/** A node as one runs it in production: a login of its own, and an admin listener. */
async function startNode(
  t: TestContext,
  { admin, ...config }: NodeConfigInput = {},
  logged: object[] = [],
): Promise<Ports & { bus: BusNode }> {
  const [port, grpcPort, adminPort] = (await freePorts(3)) as [number, number, number];
  const logger = { ...silentLogger, info: (fields: object) => logged.push(fields), child: () => logger };
  const bus = new BusNode(
    { port, grpcPort, auth: { mode: "custom" }, ...config, admin: { port: adminPort, ...admin } },
    { logger },
  );
  bus.policy = new DefaultSecurityPolicy();
  t.after(() => bus.stop());
  await bus.start();
  return { bus, port, grpcPort, adminPort };
}

const TOKENS = [
  { name: "prometheus", token: "scrape", scopes: ["metrics"] },
  { name: "shop", token: "old", scopes: ["send"] },
  { name: "shop", token: "new", scopes: ["send"] },
  { name: "support", token: "look", scopes: ["read"] },
] as const;

test("nothing but Bayeux and health is on the public port: every route of the node, asked for there, is 404", async (t) => {
  const routes: { server: HttpServer; route: Route }[] = [];
  const { addRoute } = HttpServer.prototype;
  t.mock.method(HttpServer.prototype, "addRoute", function (this: HttpServer, route: Route) {
    routes.push({ server: this, route });
    return addRoute.call(this, route);
  });
  const { port, adminPort } = await startNode(t, { admin: { token: "root" } });
  const publicServer = routes.find(({ route }) => route.path === "/healthz")!.server;
  const open = routes.filter(({ server }) => server === publicServer).map(({ route }) => route.path);
  assert.deepEqual(open, ["/cometd", "/cometd/*", "/healthz", "/readyz"]);

  const closed = routes.filter(({ server }) => server !== publicServer);
  assert.ok(closed.some(({ route }) => route.path === "/metrics") && closed.length > 8, `${closed.length} routes`);
  for (const { route } of closed) {
    const method = typeof route.method === "string" ? route.method : route.method[0]!;
    const path = route.path.replace("*", "index.html");
    const headers = { authorization: "Bearer root", "content-type": "application/json" };
    const asked = { method, headers, ...(method === "POST" ? { body: "{}" } : {}) };
    assert.equal((await fetch(`http://127.0.0.1:${port}${path}`, asked)).status, 404, path);
    const stranger = await fetch(`http://127.0.0.1:${adminPort}${path}`, { ...asked, headers: {} });
    if (!path.startsWith("/console")) assert.equal(stranger.status, 401, path);
  }
});

test("each token opens what its scopes say, on HTTP and on gRPC; the log says who disconnected a user", async (t) => {
  const logged: object[] = [];
  const { adminPort, grpcPort } = await startNode(t, { admin: { token: "root", tokens: [...TOKENS] } }, logged);
  const ask = async (path: string, token: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return (await fetch(`http://127.0.0.1:${adminPort}${path}`, { headers, ...post })).status;
  };
  const news = { channel: "/news", data: 1 };
  assert.equal(await ask("/metrics", "scrape"), 200);
  assert.equal(await ask("/api/v1/cluster", "scrape"), 403);
  assert.equal(await ask("/api/v1/cluster", "look"), 200);
  assert.equal(await ask("/api/v1/Publish", "look", news), 403);
  assert.equal(await ask("/api/v1/Publish", "old", news), 200);
  assert.equal(await ask("/api/v1/Publish", "new", news), 200);
  assert.equal(await ask("/api/v1/Publish", "older", news), 401);
  assert.equal(await ask("/api/v1/DisconnectUser", "new", { user: "bob" }), 403);
  assert.equal(await ask("/api/v1/DisconnectUser", "root", { user: "bob" }), 200);
  assert.deepEqual(
    logged.filter((fields) => "audit" in fields),
    [{ audit: "DisconnectUser", target: "bob", outcome: "done", address: "127.0.0.1", token: "admin" }],
  );

  const client = (token: string) => {
    const made = new EventBusClient(`127.0.0.1:${grpcPort}`, { token });
    t.after(() => made.close());
    return made;
  };
  assert.ok((await client("look").getCluster()).url);
  await assert.rejects(client("scrape").getCluster(), /PERMISSION_DENIED.*scope/);
  await client("new").publish({ channel: "/news", data: Buffer.from("1") });
  await assert.rejects(client("new").disconnectUser({ user: "bob" }), /PERMISSION_DENIED/);
  await assert.rejects(client("x").getCluster(), /UNAUTHENTICATED/);
});

test("an API that asks for no token answers only under a name of this machine, so that no page can reach it", async (t) => {
  const { port, adminPort } = await startNode(t, { auth: { mode: "open" }, admin: {} });
  const statusFor = (at: number, host: string, path = "/api/v1/cluster") =>
    new Promise<number>((resolve, reject) => {
      const request = requestHttp({ port: at, host: "127.0.0.1", path, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      request.on("error", reject).end();
    });
  for (const at of [port, adminPort]) {
    for (const host of [`127.0.0.1:${at}`, `localhost:${at}`, "LOCALHOST", "[::1]:80", "localhost."]) {
      assert.equal(await statusFor(at, host), 200, host);
    }
    for (const host of [
      "evil.example",
      `evil.example:${at}`,
      "127.0.0.1.evil.example",
      "localhost.evil.example",
      ":80",
    ]) {
      assert.equal(await statusFor(at, host), 403, host);
      assert.equal(await statusFor(at, host, "/metrics"), 403, host);
    }
  }
});

const fingerprintAt = (port: number, ca: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connectTls(
      { port, host: "127.0.0.1", ca: readFileSync(ca), ALPNProtocols: ["h2", "http/1.1"] },
      () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      },
    );
    socket.on("error", reject);
  });

test("each listener has a certificate of its own; a new one is taken over, and connections that stand go on", async (t) => {
  const authority = await Authority.create(t);
  const [http, admin, grpc] = await Promise.all(["http", "admin", "grpc"].map((name) => authority.issue(name)));
  const { bus, port, adminPort, grpcPort } = await startNode(t, {
    http: { tls: http! },
    admin: { token: "root", tls: admin! },
    grpc: { tls: grpc! },
  });
  const ports = [port, adminPort, grpcPort];
  const look = () => Promise.all(ports.map((at) => fingerprintAt(at, authority.caFile)));
  const before = await look();
  assert.equal(new Set(before).size, 3);

  const ca = readFileSync(authority.caFile);
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 1 });
  t.after(() => agent.destroy());
  const client = new EventBusClient(`127.0.0.1:${grpcPort}`, {
    token: "root",
    credentials: ChannelCredentials.createSsl(ca),
  });
  t.after(() => client.close());
  const cluster = () =>
    new Promise<{ status: number | undefined; reused: boolean }>((resolve, reject) => {
      const headers = { authorization: "Bearer root" };
      const request = requestHttps(
        { port: adminPort, host: "127.0.0.1", path: "/api/v1/cluster", agent, headers },
        (response) => {
          response.resume().on("end", () => resolve({ status: response.statusCode, reused: request.reusedSocket }));
        },
      );
      request.on("error", reject).end();
    });
  assert.deepEqual(await cluster(), { status: 200, reused: false });
  await client.getCluster();

  for (const files of [http!, admin!, grpc!]) {
    const next = await authority.issue("next");
    copyFileSync(next.certFile, files.certFile);
    copyFileSync(next.keyFile, files.keyFile);
  }
  bus.reloadCertificates();
  const after = await look();
  assert.equal(new Set([...before, ...after]).size, 6, "all three show another certificate");
  assert.deepEqual(await cluster(), { status: 200, reused: true }, "the old connection goes on");
  await client.getCluster();
});

test("with mutual TLS only who shows a certificate of the authority is let in, and needs no token", async (t) => {
  const authority = await Authority.create(t);
  const stranger = await Authority.create(t);
  const own = await authority.issue("node");
  const tls = { ...own, caFile: authority.caFile, mutual: true };
  const { grpcPort, adminPort } = await startNode(t, { admin: { tls }, grpc: { tls } });
  const call = async (certificate?: { certFile: string; keyFile: string }) => {
    const [key, cert] =
      certificate === undefined ? [] : [certificate.keyFile, certificate.certFile].map((f) => readFileSync(f));
    const ca = readFileSync(authority.caFile);
    const credentials = ChannelCredentials.createSsl(ca, key ?? null, cert ?? null);
    const client = new EventBusClient(`127.0.0.1:${grpcPort}`, { credentials, deadlineMs: 2_000 });
    t.after(() => client.close());
    const overHttp = new Promise<number>((resolve, reject) => {
      const options = { port: adminPort, host: "127.0.0.1", path: "/metrics", ca, key, cert, agent: false as const };
      const request = requestHttps(options, (response) => {
        response.resume();
        resolve(response.statusCode!);
      });
      request.on("error", reject).end();
    });
    return Promise.allSettled([client.getCluster(), overHttp]);
  };
  const good = await call(await authority.issue("backend"));
  assert.deepEqual(
    good.map(({ status }) => status),
    ["fulfilled", "fulfilled"],
  );
  for (const bad of [undefined, await stranger.issue("backend")]) {
    assert.deepEqual(
      (await call(bad)).map(({ status }) => status),
      ["rejected", "rejected"],
    );
  }
});

test("a listener's TLS that cannot be is told under its own name", async (t) => {
  const authority = await Authority.create(t);
  const files = await authority.issue("alpha");
  const table: [NodeConfigInput, RegExp][] = [
    [{ admin: { tls: { certFile: "/nowhere.pem", keyFile: files.keyFile } } }, /admin\.tls\.certFile: \/nowhere\.pem/],
    [{ grpc: { tls: { certFile: files.certFile } } }, /grpc\.tls\.keyFile: must be given too/],
    [{ grpc: { tls: { ...files, mutual: true } } }, /grpc\.tls: mutual needs certFile, keyFile and caFile/],
  ];
  for (const [config, message] of table) {
    assert.throws(() => new BusNode({ port: 8_081, ...config }, { logger: silentLogger }), message);
  }
});
