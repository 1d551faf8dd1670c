import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { OpenApiDocument } from "../../../api/openapi.js";
import { BusNode } from "../../../bus-node.js";
import type { NodeConfigInput } from "../../../config.js";
import type { Clock } from "../../../core/clock.js";
import { silentLogger } from "../../../core/logger.js";
import { operatorDefinition } from "../../../proto/operator-service.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MeshUser } from "../../support/mesh-user.js";
import { freePorts } from "../../support/ports.js";
import { stillFor } from "../../support/still-clock.js";

interface Place {
  readonly node: BusNode;
  readonly origin: string;
  readonly grpc: string;
}

/** Two nodes of one cloud. */
async function startPlaces(t: TestContext, config: NodeConfigInput = {}, clock?: Clock): Promise<[Place, Place]> {
  const ports = await freePorts(4);
  const urls = ports.slice(0, 2).map((port) => `http://127.0.0.1:${port}/cometd`);
  const places = urls.map((url, index): Place => {
    const own = { port: ports[index]!, grpcPort: ports[index + 2]!, url, peer: urls.filter((other) => other !== url) };
    const node = new BusNode(
      { ...own, secret: "operators", ...config },
      { logger: silentLogger, ...(clock === undefined ? {} : { clock }) },
    );
    t.after(() => node.stop());
    return { node, origin: `http://127.0.0.1:${ports[index]}`, grpc: `127.0.0.1:${ports[index + 2]}` };
  });
  await Promise.all(places.map(({ node }) => node.start()));
  return places as [Place, Place];
}

type Body = Record<string, unknown>;

async function ask({ origin }: Place, method: string, request: Body = {}): Promise<{ status: number; body: Body }> {
  const response = await fetch(`${origin}/api/v1/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

async function answerOf(place: Place, method: string, request: Body = {}): Promise<Body> {
  const { status: code, body } = await ask(place, method, request);
  assert.equal(code, 200, JSON.stringify(body));
  return body;
}

const listed = (body: Body) => body.sessions as { session: string; node: string; users: string[]; transport: string }[];

test("any node lists the sessions of all, a page at a time, and those of one user or node", async (t) => {
  const [north, south] = await startPlaces(t);
  for (const [index, user] of ["alice", "bob", "carol", "Bobby"].entries()) {
    await MeshUser.login(t, (index % 2 === 0 ? north : south).node.url, user);
  }
  const first = await answerOf(north, "ListSessions", { order: "oldest", pageSize: 3 });
  assert.deepEqual(
    listed(first).map(({ users }) => users[0]),
    ["alice", "bob", "carol"],
  );
  assert.equal(first.total, 4);
  const second = await answerOf(south, "ListSessions", {
    order: "oldest",
    pageSize: 3,
    pageToken: first.nextPageToken,
  });
  assert.deepEqual(
    listed(second).map(({ users }) => users[0]),
    ["Bobby"],
  );
  assert.equal(second.nextPageToken, "");
  const named = await answerOf(north, "ListSessions", { user: "BOB", order: "oldest" });
  assert.deepEqual(
    listed(named).map(({ users, node, transport }) => [users[0], node, transport]),
    [
      ["bob", south.node.url, "websocket"],
      ["Bobby", south.node.url, "websocket"],
    ],
  );
  const there = await answerOf(north, "ListSessions", { node: south.node.url, transport: "long-polling" });
  assert.deepEqual([there.total, listed(there)], [0, []]);
  const nowhere = await ask(north, "ListSessions", { node: "http://nowhere/cometd" });
  assert.equal(nowhere.status, 503);
  assert.match(String(nowhere.body.detail), /http:\/\/nowhere\/cometd did not answer/);
});

test("a test message to a user of another node is followed to the session's transport", async (t) => {
  const [north, south] = await startPlaces(t);
  const bob = await MeshUser.login(t, south.node.url, "bob");
  const { steps, delivered } = (await answerOf(north, "TraceMessage", {
    user: "bob",
    channel: "/inbox",
    data: [1],
  })) as {
    steps: { step: string; node: string; atMs: number; session: string; transport: string }[];
    delivered: number;
  };
  assert.deepEqual(await bob.next(), { channel: "/inbox", data: [1] });
  assert.equal(delivered, 1);
  const path = steps.map(({ step, node }) => `${step} ${node === north.node.url ? "north" : "south"}`);
  assert.deepEqual(path.toSorted(), [
    "asked north",
    "delivered north",
    "located north",
    "queued south",
    "sent north",
    "written south",
  ]);
  assert.ok(steps.every(({ atMs }, index) => atMs >= (steps[index - 1]?.atMs ?? 0)));
  const written = steps.find(({ step }) => step === "written")!;
  assert.equal(written.transport, "websocket");
  const [session] = listed(await answerOf(north, "ListSessions", { user: "bob" }));
  assert.equal(written.session, session!.session);

  const nobody = await answerOf(north, "TraceMessage", { user: "nobody" });
  assert.deepEqual(
    [nobody.delivered, (nobody.steps as { step: string }[]).map(({ step }) => step)],
    [0, ["asked", "located", "sent", "delivered"]],
  );
});

test("a test message for a client that is away waits, and the explanation says so", async (t) => {
  const [north, south] = await startPlaces(t, { bayeux: { maxIntervalMs: 600_000 } });
  const handshake = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["long-polling"],
    ext: { authentication: { user: "dora" } },
  };
  await fetch(south.node.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([handshake]),
  });
  const { steps } = (await answerOf(north, "TraceMessage", { user: "dora" })) as {
    steps: { step: string; detail: string; node: string }[];
  };
  const there = steps.filter(({ node }) => node === south.node.url).map(({ step, detail }) => `${step}: ${detail}`);
  assert.deepEqual(there, ["queued: nothing waits before it", "waiting: until its client comes back"]);
  const { findings } = (await answerOf(north, "ExplainDelivery", { user: "dora" })) as {
    findings: { verdict: string; topic: string; text: string }[];
  };
  assert.deepEqual(
    findings.slice(0, 2).map(({ verdict, topic }) => `${verdict} ${topic}`),
    ["problem connection", "warning queue"],
  );
});

test("why a user does not get it is told by the node that has him", async (t) => {
  const [north, south] = await startPlaces(t);
  await MeshUser.login(t, south.node.url, "bob", ["/chat/*"]);
  const why = async (request: Body) =>
    (
      (await answerOf(north, "ExplainDelivery", request)).findings as { verdict: string; topic: string; node: string }[]
    ).map(({ verdict, topic, node }) => `${verdict} ${topic}${node === south.node.url ? " south" : ""}`);
  assert.deepEqual(await why({ user: "bob", channel: "/chat/lobby" }), [
    "ok presence",
    "ok connection south",
    "ok queue south",
    "ok subscription south",
    "ok rights south",
  ]);
  assert.deepEqual((await why({ user: "bob", channel: "/news" }))[0], "problem subscription south");
  assert.deepEqual((await why({ user: "ghost" }))[0], "problem presence");
});

test("a session is ended and a node drained by way of another, and both are in the audit log of every node", async (t) => {
  const [north, south] = await startPlaces(t, { drain: { noticeMs: 0 } });
  const bob = await MeshUser.login(t, south.node.url, "bob");
  const [session] = listed(await answerOf(north, "ListSessions", { user: "bob" }));
  const end = { node: south.node.url, session: session!.session, reason: "maintenance" };
  assert.deepEqual(await answerOf(north, "EndSession", end), { ended: true });
  assert.deepEqual(await bob.next(), { channel: "/service/seti/disconnected", data: { reason: "maintenance" } });
  assert.deepEqual(await answerOf(north, "EndSession", end), { ended: false });

  assert.deepEqual((await answerOf(north, "DisconnectUser", { user: "bob" })).disconnected, 0);

  const left = new Promise<void>((resolve) => {
    const detach = north.node.oort.addListener({
      left: () => {
        detach();
        resolve();
      },
    });
  });
  assert.deepEqual(await answerOf(north, "DrainNode", { node: south.node.url }), { sessions: 0 });
  assert.equal(south.node.state, "draining");
  await left;
  const { entries } = (await answerOf(north, "GetAuditLog")) as { entries: Record<string, string>[] };
  assert.deepEqual(
    entries.map(({ action, target, outcome, address, token }) => [action, target, outcome, address, token]),
    [
      ["DrainNode", south.node.url, "0 session(s) to move", "127.0.0.1", "none"],
      ["DisconnectUser", "bob", "done", "127.0.0.1", "none"],
      ["EndSession", `${session!.session} on ${south.node.url}`, "no such session", "127.0.0.1", "none"],
      ["EndSession", `${session!.session} on ${south.node.url}`, "ended", "127.0.0.1", "none"],
    ],
  );
});

test("the audit log names who holds the token, never the token, and a token without the right is refused", async (t) => {
  const [place] = await startPlaces(t, {
    admin: {
      tokens: [
        { name: "night-shift", token: "comet", scopes: ["admin"] },
        { name: "grafana", token: "meteor", scopes: ["read"] },
        { name: "portal", token: "asteroid", scopes: ["mint"] },
      ],
    },
  });
  const as = async (token: string, method: string): Promise<{ code: number; text: string }> => {
    const response = await fetch(`${place.origin}/api/v1/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: method === "EndSession" ? JSON.stringify({ node: place.node.url, session: "s".repeat(16) }) : "{}",
    });
    return { code: response.status, text: await response.text() };
  };
  assert.equal((await as("meteor", "ListSessions")).code, 200);
  assert.equal((await as("meteor", "EndSession")).code, 403);
  assert.equal((await as("comet", "EndSession")).code, 200);
  for (const token of ["comet", "asteroid"]) assert.equal((await as(token, "MintToken")).code, 400, "no user is named");
  for (const method of ["Publish", "RevokeTokens", "GetCluster"])
    assert.equal((await as("asteroid", method)).code, 403);
  assert.equal((await as("meteor", "MintToken")).code, 403);
  const { text } = await as("comet", "GetAuditLog");
  assert.doesNotMatch(text, /"comet"|Bearer/);
  const { entries } = JSON.parse(text) as { entries: Record<string, string>[] };
  assert.deepEqual(
    entries.map(({ action, token }) => [action, token]),
    [["EndSession", "night-shift"]],
  );
});

test("gRPC answers what HTTP answers", async (t) => {
  const [north, south] = await startPlaces(t);
  await MeshUser.login(t, south.node.url, "bob", ["/chat/lobby"]);
  const call = grpcCalls(t, north);
  const requests: [method: string, request: Body][] = [
    ["DescribeNode", { node: south.node.url }],
    ["GetHistory", { node: south.node.url, maxPoints: 10 }],
    ["ListSessions", { user: "bo", order: "oldest", pageSize: 10 }],
    ["ExplainDelivery", { user: "bob", channel: "/news" }],
    ["EndSession", { node: south.node.url, session: "s".repeat(16), reason: "none" }],
    ["GetAuditLog", { maxEntries: 1 }],
  ];
  for (const [method, request] of requests) {
    const overHttp = await answerOf(north, method, request);
    const overGrpc = await call(method, request);
    assert.deepEqual(onlyForms(overGrpc, overHttp), onlyForms(overHttp, overHttp), method);
  }
  const data = Buffer.from('{"n":1}');
  const { steps } = (await call("TraceMessage", { user: "bob", channel: "/inbox", data })) as {
    steps: { step: string }[];
  };
  assert.ok(steps.some(({ step }) => step === "written"));
  assert.deepEqual(((await call("DrainNode", { node: south.node.url })) as { sessions: number }).sessions, 1);
});

/** Calls by the methods' names. */
function grpcCalls(t: TestContext, { grpc }: Place): (method: string, request: Body) => Promise<unknown> {
  const client = new Client(grpc, credentials.createInsecure());
  t.after(() => client.close());
  const call = promisify(client.makeUnaryRequest.bind(client)) as unknown as (...args: unknown[]) => Promise<unknown>;
  return (method, request) => {
    const name = (method[0]!.toLowerCase() + method.slice(1)) as keyof typeof operatorDefinition;
    const { path, requestSerialize, responseDeserialize } = operatorDefinition[name];
    return call(path, requestSerialize, responseDeserialize, request, new Metadata());
  };
}

/** The fields that `like` has, with numbers that change from call to call as their type. */
function onlyForms(value: unknown, like: unknown): unknown {
  if (Array.isArray(like)) return like.map((one, index) => onlyForms((value as unknown[])[index], one));
  if (typeof like === "number") return typeof value;
  if (typeof like !== "object" || like === null) return value;
  return Object.fromEntries(Object.entries(like).map(([key, one]) => [key, onlyForms((value as Body)[key], one)]));
}

const WRONG: [method: string, request: Body, field: string, status?: number][] = [
  ["DescribeNode", { node: 1 }, "node"],
  ["GetHistory", { node: "n".repeat(2_049) }, "node"],
  ["GetHistory", { sinceMs: "today" }, "sinceMs"],
  ["GetHistory", { maxPoints: 901 }, "maxPoints"],
  ["ListSessions", { node: ["n"] }, "node"],
  ["ListSessions", { user: "u".repeat(257) }, "user"],
  ["ListSessions", { transport: "t".repeat(65) }, "transport"],
  ["ListSessions", { pageSize: 201 }, "pageSize"],
  ["ListSessions", { pageToken: "?" }, "pageToken"],
  ["ListSessions", { order: "size" }, "order"],
  ["ListSessions", { color: "red" }, "color"],
  ["TraceMessage", { user: "" }, "user"],
  ["TraceMessage", { user: "bob", channel: "/a/*" }, "channel"],
  ["TraceMessage", { user: "bob", channel: "/seti/all" }, "channel", 403],
  ["TraceMessage", { user: "bob", data: "d".repeat(65_536) }, "data", 413],
  ["ExplainDelivery", { user: "" }, "user"],
  ["ExplainDelivery", { user: "bob", channel: "chat" }, "channel"],
  ["EndSession", { node: "http://a/cometd", session: "../etc" }, "session"],
  ["EndSession", { session: "s".repeat(16) }, "node"],
  ["EndSession", { node: "http://a/cometd", session: "s".repeat(16), reason: "r".repeat(257) }, "reason"],
  ["DrainNode", { node: false }, "node"],
  ["GetAuditLog", { maxEntries: -1 }, "maxEntries"],
];

test("a wrong field is refused by its name, over HTTP and gRPC alike", async (t) => {
  const [place] = await startPlaces(t);
  const overGrpc = grpcCalls(t, place);
  for (const [method, request, field, expected = 400] of WRONG) {
    const { status: code, body } = await ask(place, method, request);
    assert.deepEqual(
      [body.field, code, body.status],
      [field, expected, expected],
      `${method}: ${JSON.stringify(body)}`,
    );
    const isTextual = Object.values(request).every((value) => typeof value === "string");
    if (!isTextual || ["color", "node", "sinceMs", "data"].includes(field)) continue; // cannot be said over gRPC
    await assert.rejects(overGrpc(method, request), (error: ServiceError) => error.details === body.detail);
  }
  const document = (await (await fetch(`${place.origin}/api/v1/openapi.json`)).json()) as OpenApiDocument;
  for (const { path } of Object.values(operatorDefinition)) {
    const method = path.split("/").at(-1)!;
    const { requestBody } = document.paths[`/api/v1/${method}`]!.post as {
      requestBody: { content: { "application/json": { schema: { properties: object } } } };
    };
    for (const name of Object.keys(requestBody.content["application/json"].schema.properties)) {
      assert.ok(
        WRONG.some(([tried, , field]) => tried === method && field === name),
        `no wrong ${name} of ${method} is tried`,
      );
    }
  }
  const report = (await overGrpc("DescribeNode", {})) as { url: string; state: string; limits: object };
  assert.deepEqual([report.url, report.state], [place.node.url, "ready"]);
  assert.ok("messagesDropped" in report.limits);
  await assert.rejects(overGrpc("DescribeNode", { node: "http://nowhere/" }), { code: status.UNAVAILABLE });
});

test("the limits and deadlines of the API hold for operators as well, over HTTP and gRPC", async (t) => {
  const clock = stillFor(new FakeClock());
  const [place] = await startPlaces(t, { api: { maxCallsPerSecond: 3, maxConcurrentCalls: 1 } }, clock);
  const post = (method: string, request: Body, headers: Record<string, string> = {}) =>
    fetch(`${place.origin}/api/v1/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(request),
    });
  const wrongTime = await post("DescribeNode", {}, { "request-timeout": "soon" });
  assert.deepEqual([wrongTime.status, ((await wrongTime.json()) as Body).field], [400, "Request-Timeout"]);
  const overGrpc = grpcCalls(t, place);
  let refused: Response | undefined;
  for (let calls = 0; refused === undefined && calls < 20; calls += 1) {
    const response = await post("DescribeNode", {});
    if (response.status === 429) refused = response;
    else await response.body?.cancel();
  }
  assert.equal(refused?.headers.get("retry-after"), "1");
  const { code, status: same, detail } = (await refused!.json()) as Body;
  assert.deepEqual([code, same, detail], ["RESOURCE_EXHAUSTED", 429, "more than 3 calls in a second"]);
  await assert.rejects(overGrpc("DescribeNode", {}), { code: status.RESOURCE_EXHAUSTED, details: detail });
});

test("a call of an operator ends with his deadline, counts as under way, and its answer goes nowhere", async (t) => {
  const [north, south] = await startPlaces(t, { api: { maxConcurrentCalls: 1 }, bayeux: { maxIntervalMs: 600_000 } });
  const handshake = {
    channel: "/meta/handshake",
    version: "1.0",
    supportedConnectionTypes: ["long-polling"],
    ext: { authentication: { user: "dora" } },
  };
  const headers = { "content-type": "application/json" };
  await fetch(south.node.url, { method: "POST", headers, body: JSON.stringify([handshake]) });
  const late = await fetch(`${north.origin}/api/v1/TraceMessage`, {
    method: "POST",
    headers: { ...headers, "request-timeout": "0.2" }, // a trace waits a second for a client that is away
    body: JSON.stringify({ user: "dora" }),
  });
  assert.deepEqual([late.status, ((await late.json()) as Body).code], [504, "DEADLINE_EXCEEDED"]);
  const busy = await ask(north, "DescribeNode");
  assert.deepEqual([busy.status, busy.body.detail], [429, "too many calls are under way"]);
});
