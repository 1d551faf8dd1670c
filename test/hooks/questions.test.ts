import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { type TestContext, test } from "node:test";
import type { HooksOptionsInput } from "../../hooks/hook-options.js";
import { BusNode, ConfigError, type Message, silentLogger } from "../../index.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { type Behaviour, HookReceiver } from "./hook-receiver.js";

type Endpoint = NonNullable<HooksOptionsInput["endpoints"]>[number];

async function startNode(t: TestContext, endpoints: readonly Endpoint[]): Promise<BusNode> {
  const [port] = await freePorts(1);
  const patient = endpoints.map((endpoint) => ({ timeoutMs: 10_000, ...endpoint }));
  const bus = new BusNode({ port: port!, grpcPort: 0, hooks: { endpoints: patient } }, { logger: silentLogger });
  t.after(() => bus.stop());
  await bus.start();
  return bus;
}

/** A node with one hook that is asked before everything. */
async function guardedNode(t: TestContext, behave: Behaviour, endpoint: Partial<Endpoint> = {}) {
  const receiver = await HookReceiver.start(t, behave);
  const { url, secret } = receiver;
  const before = ["connect", "subscribe", "publish"] as const;
  const bus = await startNode(t, [{ name: "gate", url, secrets: [secret], before, ...endpoint }]);
  return { receiver, bus };
}

/** As a client that is told no. */
async function handshake(url: string, ext?: object): Promise<Message> {
  const message = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"], ext };
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify([message]) });
  const [reply] = (await response.json()) as [Message];
  cookies.set(reply.clientId ?? "", response.headers.getSetCookie()[0]?.split(";")[0] ?? "");
  return reply;
}

/** By session: what its browser would send along. */
const cookies = new Map<string, string>();

test("a hook is asked before connect, subscribe and publish, and says who, where and what", async (t) => {
  const { receiver, bus } = await guardedNode(t, () => ({ allow: true }));
  const alice = await MeshUser.login(t, bus.url, "alice", ["/chat/room"]);
  await alice.publish("/chat/room", { text: "hello" });
  assert.deepEqual((await alice.next()).data, { text: "hello" });
  const { id, url, incarnation } = bus.oort;
  const node = { id, url, incarnation };
  const { sessions } = await bus.seti.sessionsOf("alice");
  const { session } = sessions[0]!;
  const bodies = receiver.requests.map(({ body: { at, ...body } }) => {
    assert.ok(Math.abs(Date.parse(String(at)) - Date.now()) < 60_000);
    return body;
  });
  const who = { hook: "gate", node, session, user: "alice" };
  const ext = { authentication: { user: "alice" } };
  assert.deepEqual(bodies, [
    { type: "before.connect", ...who, address: "127.0.0.1", ext },
    { type: "before.subscribe", ...who, channel: "/chat/room" },
    { type: "before.publish", ...who, channel: "/chat/room", data: { text: "hello" } },
  ]);
  assert.equal(new Set(receiver.requests.map((request) => request.id)).size, 3);
  assert.equal(receiver.forged, 0);
  assert.equal(receiver.connections, 1, "the connection is kept alive");
});

test("what a hook denies does not happen, and the client is told the reason", async (t) => {
  const denied = { allow: false, reason: "not\ntoday" };
  const { bus } = await guardedNode(t, ({ type, user, channel }) => {
    if (type === "before.connect" && user === "mallory") return denied;
    return channel === "/closed" ? denied : { allow: true };
  });
  const refused = await handshake(bus.url, { authentication: { user: "mallory" } });
  assert.equal(refused.error, "403:gate:not today");
  assert.equal(refused.advice?.reconnect, "none");
  assert.equal(bus.seti.isAssociated("mallory"), false);
  const alice = await MeshUser.login(t, bus.url, "alice", ["/open"]);
  await assert.rejects(alice.client.subscribe("/closed", () => {}).ready, /403:gate:not today/);
  await assert.rejects(alice.publish("/closed", 1), /403:gate:not today/);
  await alice.publish("/open", 1);
  assert.equal((await alice.next()).data, 1);
  assert.equal(bus.bayeux.getChannel("/closed")?.subscribers.size ?? 0, 0);
});

test("a hook changes what is published, and names the user of a session; the next hook sees the change", async (t) => {
  const second = await HookReceiver.start(t, () => ({ allow: true }));
  const first = await HookReceiver.start(t, ({ type, data, ext }) => {
    if (type === "before.publish") return { allow: true, data: { ...(data as object), seen: true } };
    const { cookie } = (ext ?? {}) as { cookie?: string };
    return cookie === "c1" ? { allow: true, user: "alice" } : { allow: true, user: "" };
  });
  const before = ["connect", "publish"] as const;
  const bus = await startNode(t, [
    { name: "first", url: first.url, secrets: [first.secret], before },
    { name: "second", url: second.url, secrets: [second.secret], before, channels: ["/**", "/service/**"] },
  ]);
  const reader = await MeshUser.login(t, bus.url, "reader").catch((error: Error) => error);
  assert.match(String(reader), /400:user:/, "an illegal user id of a hook's answer is an error, not a user");
  const reply = await handshake(bus.url, { cookie: "c1", authentication: { user: "somebody" } });
  assert.equal(reply.successful, true);
  assert.deepEqual(bus.seti.getAssociatedUserIds(), ["alice"]);
  assert.equal(second.requests.at(-1)!.body.user, "alice");
  const heard: unknown[] = [];
  bus.bayeux.subscribe("/news", ({ data }) => heard.push(data));
  const publish = (channel: string, data: unknown) => post(bus.url, reply.clientId!, channel, data);
  assert.equal((await publish("/news", { text: "hi" })).successful, true);
  assert.deepEqual(heard, [{ text: "hi", seen: true }]);
  assert.deepEqual(second.requests.at(-1)!.body.data, { text: "hi", seen: true });
  const count = first.requests.length;
  await publish("/service/echo", 1);
  assert.equal(first.requests.length, count, "service channels are asked about only where a pattern says so");
  assert.equal(second.requests.at(-1)!.body.channel, "/service/echo");
});

async function post(url: string, clientId: string, channel: string, data: unknown): Promise<Message> {
  const body = JSON.stringify([{ channel, clientId, data, id: "1" }]);
  const headers = { "content-type": "application/json", cookie: cookies.get(clientId) ?? "" };
  const response = await fetch(url, { method: "POST", headers, body });
  return ((await response.json()) as Message[]).find((message) => message.id === "1")!;
}

/** Everything that is no answer. */
const FAILURES: Record<string, Behaviour> = {
  "a server error": (_body, response) => response.writeHead(500).end(),
  "a redirect, even to one who would allow": (_body, response) =>
    response.req.url === "/elsewhere" ? { allow: true } : response.writeHead(307, { location: "/elsewhere" }).end(),
  "no JSON": (_body, response) => response.writeHead(200).end("yes"),
  "JSON without a decision": () => ({ allowed: true }),
  "a decision that is no boolean": () => ({ allow: "true" }),
  "an answer that is too long": () => ({ allow: true, data: "x".repeat(300_000) }),
  "an answer that stops in the midst": (_body, response) => {
    response.writeHead(200, { "content-length": "100" }).write('{"allow":');
    response.destroy();
    return "later";
  },
  "an answer that trickles": (_body, response) => {
    response.writeHead(200).write('{"allow":');
    return "later";
  },
  "no answer": () => "later",
};

test("an answer that is none counts as the configuration says", async (t) => {
  const open = await HookReceiver.start(t);
  const closed = await HookReceiver.start(t);
  const common = { before: ["publish"] as const, timeoutMs: 150 };
  for (const [name, behave] of Object.entries(FAILURES)) {
    open.behave = closed.behave = behave;
    const bus = await startNode(t, [
      { name: "lax", url: open.url, secrets: [open.secret], channels: ["/lax"], onFailure: "allow", ...common },
      { name: "strict", url: closed.url, secrets: [closed.secret], channels: ["/strict"], ...common },
    ]);
    const { clientId } = await handshake(bus.url);
    const [lax, strict] = await Promise.all(
      ["/lax", "/strict"].map(async (channel) => {
        const own = channel === "/lax" ? clientId! : (await handshake(bus.url)).clientId!;
        return post(bus.url, own, channel, 1);
      }),
    );
    assert.equal(lax!.successful, true, name);
    assert.equal(strict!.error, "500:strict:hook_failed", name);
    await bus.stop();
  }
});

test("nobody at the hook's address: a login is told to come again, not to stay away", async (t) => {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as { port: number };
  nobody.close();
  const { bus } = await guardedNode(t, () => undefined, { url: `http://127.0.0.1:${port}/` });
  const reply = await handshake(bus.url);
  assert.equal(reply.error, "500:gate:hook_failed");
  assert.deepEqual(reply.advice, { reconnect: "handshake", interval: 2_000 });
});

test("a hook that hangs costs those who wait for it, and nobody else", async (t) => {
  const { receiver, bus } = await guardedNode(t, ({ channel }) => (channel === undefined ? { allow: true } : "later"), {
    before: ["connect", "publish"],
    channels: ["/slow/**"],
    timeoutMs: 60_000,
  });
  const slow = await MeshUser.login(t, bus.url, "slow");
  const [alice, bob] = await Promise.all([
    MeshUser.login(t, bus.url, "alice"),
    MeshUser.login(t, bus.url, "bob", ["/fast", "/slow/**"]),
  ]);
  const waiting = slow.publish("/slow/one", 1).catch(() => {});
  await receiver.until(() => receiver.requests.some(({ body }) => body.channel === "/slow/one"));
  for (let count = 0; count < 100; count += 1) await alice.publish("/fast", count);
  for (let count = 0; count < 100; count += 1) assert.deepEqual((await bob.next()).data, count);
  assert.ok(bob.received.every(({ channel }) => channel === "/fast"));
  await slow.client.abort();
  await waiting;
});

test("who subscribes to a wildcard is asked about by every hook that guards one of its channels", async (t) => {
  const { receiver, bus } = await guardedNode(t, () => ({ allow: false }), {
    before: ["subscribe"],
    channels: ["/chat/private", "/rooms/*"],
  });
  const alice = await MeshUser.login(t, bus.url, "alice", ["/chat/open", "/news/**", "/rooms/a/b", "/chat/open/**"]);
  assert.equal(receiver.requests.length, 0);
  for (const channel of ["/**", "/chat/**", "/chat/*", "/chat/private", "/rooms/**", "/rooms/*", "/rooms/a"]) {
    await assert.rejects(alice.client.subscribe(channel, () => {}).ready, /403:gate:denied/, channel);
  }
});

test("peers and server code are not asked about: each message is asked about once, where it came in", async (t) => {
  const receiver = await HookReceiver.start(t, () => ({ allow: true }));
  const endpoints: Endpoint[] = [
    { name: "gate", url: receiver.url, secrets: [receiver.secret], before: ["connect", "subscribe", "publish"] },
  ];
  const ports = await freePorts(2);
  const peer = ports.map((port) => `http://127.0.0.1:${port}/cometd`);
  const nodes = ports.map(
    (port) => new BusNode({ port, grpcPort: 0, peer, secret: "s", hooks: { endpoints } }, { logger: silentLogger }),
  );
  t.after(() => Promise.all(nodes.map((node) => node.stop())));
  await Promise.all(nodes.map((node) => node.start()));
  assert.equal(receiver.requests.length, 0, "the links");
  const [north, south] = nodes as [BusNode, BusNode];
  const bob = await MeshUser.login(t, south.url, "bob", ["/chat"]);
  const alice = await MeshUser.login(t, north.url, "alice");
  receiver.requests.length = 0;
  await alice.publish("/chat", "from alice");
  assert.equal((await bob.next()).data, "from alice");
  north.bayeux.publish(undefined, "/chat", "from the server");
  assert.equal((await bob.next()).data, "from the server");
  assert.deepEqual(
    receiver.requests.map(({ body }) => [body.type, body.user]),
    [["before.publish", "alice"]],
  );
});

test("what is wrong with a hook's configuration is told with its place, and no secret of it", () => {
  const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
  const right: Endpoint = { name: "a", url: "http://127.0.0.1:1/", secrets: [secret], before: ["connect"] };
  const table: [object, RegExp][] = [
    [{ url: "ftp://x/" }, /hooks\.endpoints\[0\]\.url: must be an http or https URL/],
    [{ url: "http://user:pw@x/" }, /\[0\]\.url: must have no user, password or fragment/],
    [{ secrets: ["whsec_short"] }, /\[0\]\.secrets\[0\]: must be whsec_ and 24 to 64 random bytes/],
    [{ secrets: [] }, /\[0\]\.secrets: /],
    [{ before: [], after: [] }, /must have something in before or after/],
    [{ before: ["disconnect"] }, /\[0\]\.before\[0\]: /],
    [{ channels: ["chat"] }, /\[0\]\.channels\[0\]: must be a channel or wildcard/],
    [{ channels: ["/meta/connect"] }, /\[0\]\.channels\[0\]: must be a channel/],
    [{ maxRetryMs: 100 }, /maxRetryMs must be at least minRetryMs/],
    [{ retries: 3 }, /\[0\]\.retries: unknown option/],
  ];
  for (const [wrong, message] of table) {
    assert.throws(
      () => new BusNode({ hooks: { endpoints: [{ ...right, ...wrong } as Endpoint] } }),
      (error: unknown) => {
        assert.ok(error instanceof ConfigError);
        assert.match(error.message, message);
        assert.ok(!error.message.includes(secret) && !error.message.includes("whsec_short"), error.message);
        return true;
      },
    );
  }
  assert.throws(() => new BusNode({ hooks: { endpoints: [right, right] } }), /names must differ/);
});
