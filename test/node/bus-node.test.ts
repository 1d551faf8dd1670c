import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { NodeConfigInput } from "../../config.js";
import { BayeuxClient } from "../../core/client/node.js";
import { type BusApp, BusNode, ConfigError, DefaultSecurityPolicy, type Message, silentLogger } from "../../index.js";
import { EventBusClient } from "../../proto/grpc-client.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";

/** A node on free ports. @param app - runs before it starts */
async function startNode(t: TestContext, config: NodeConfigInput = {}, app: BusApp = () => {}) {
  const [port, grpcPort, adminPort] = await freePorts(3);
  const { admin, ...rest } = config;
  const bus = new BusNode(
    { port: port!, grpcPort: grpcPort!, ...rest, admin: admin === undefined ? {} : { port: adminPort!, ...admin } },
    { logger: silentLogger },
  );
  t.after(() => bus.stop());
  await app(bus);
  await bus.start();
  const origin = `http://127.0.0.1:${port}`;
  return {
    bus,
    origin,
    url: `${origin}/cometd`,
    grpc: `127.0.0.1:${grpcPort}`,
    admin: `http://127.0.0.1:${adminPort}`,
  };
}

/** One request, one answer, as a stranger would. */
async function post(url: string, ...messages: Partial<Message>[]): Promise<Message[]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(messages),
  });
  return (await response.json()) as Message[];
}

const handshake = (ext?: unknown): Partial<Message> => ({
  channel: "/meta/handshake",
  version: "1.0",
  supportedConnectionTypes: ["long-polling"],
  ...(ext === undefined ? {} : { ext: ext as NonNullable<Message["ext"]> }),
});

test("hello world: a node in a program", async (t) => {
  const heard: unknown[] = [];
  const { bus } = await startNode(t, {}, ({ bayeux }) => {
    const local = bayeux.newLocalSession("hello");
    local.handshake();
    local.subscribe("/greetings/*", ({ data }) => heard.push(data));
  });
  assert.equal(bus.state, "ready");
  bus.bayeux.publish(undefined, "/greetings/all", { name: "world" });
  assert.deepEqual(heard, [{ name: "world" }]);
  await bus.stop();
  assert.equal(bus.state, "draining");
});

test("open mode: a user is logged in by name, before the reply, and one without a name has none", async (t) => {
  const { bus, url } = await startNode(t);
  const [reply] = await post(url, handshake({ authentication: { user: "alice" } }));
  assert.equal(reply!.successful, true);
  assert.equal(bus.seti.isAssociated("alice"), true);
  const [anonymous] = await post(url, handshake());
  assert.equal(anonymous!.successful, true);
  assert.deepEqual(bus.seti.getAssociatedUserIds(), ["alice"]);
});

test("open mode: what is no user id is refused, and the reply says why", async (t) => {
  const { bus, url } = await startNode(t);
  const wrong = [
    { user: "" },
    { user: 7 },
    { user: "é".repeat(129) },
    { user: ["alice"] },
    { token: "x" },
    {},
    null,
    "alice",
  ];
  for (const authentication of wrong) {
    const [reply] = await post(url, handshake({ authentication }));
    assert.equal(reply!.successful, false, JSON.stringify(authentication));
    assert.match(reply!.error!, /^403:/);
    assert.equal(reply!.advice?.reconnect, "none");
    const { failed, reason } = reply!.ext!.authentication as { failed: boolean; reason: string };
    assert.equal(failed, true);
    assert.match(reason, /user/);
  }
  assert.equal((await post(url, handshake({ authentication: { user: "é".repeat(128) } })))[0]!.successful, true);
  assert.equal(bus.seti.localUserCount, 1);
});

test("custom mode: the app's policy decides, and gives the session its user", async (t) => {
  const { url, bus } = await startNode(t, { auth: { mode: "custom" } }, (bus) => {
    bus.policy = new (class extends DefaultSecurityPolicy {
      override async canHandshake(...[session, message]: Parameters<DefaultSecurityPolicy["canHandshake"]>) {
        await Promise.resolve(); // asks somebody
        const { token } = (message.ext?.authentication ?? {}) as { token?: string };
        return token === "alice's" && bus.seti.associate("alice", session);
      }
      override canSubscribe(...[, channel]: Parameters<DefaultSecurityPolicy["canSubscribe"]>) {
        return channel.name !== "/closed";
      }
    })();
  });
  assert.equal((await post(url, handshake({ authentication: { user: "alice" } })))[0]!.successful, false);
  assert.equal(bus.seti.localUserCount, 0);
  const client = new BayeuxClient({ url });
  t.after(() => client.abort());
  await client.handshake({ ext: { authentication: { token: "alice's" } } });
  assert.equal(bus.seti.isAssociated("alice"), true);
  await client.subscribe("/open", () => {}).ready;
  await assert.rejects(client.subscribe("/closed", () => {}).ready, /403/);
});

test("custom mode: the app's policy says who the session is, and everybody asks the node", async (t) => {
  const { url, bus } = await startNode(t, { auth: { mode: "custom" } }, (bus) => {
    bus.policy = new (class extends DefaultSecurityPolicy {
      override canHandshake(...[session]: Parameters<DefaultSecurityPolicy["canHandshake"]>) {
        const claims = { role: "staff" };
        const rights = { pub: ["/chat/**"], sub: undefined };
        bus.auth.admit(session, { user: "alice", tokenId: undefined, expiresAtMs: undefined, claims, ...rights });
        return true;
      }
    })();
  });
  const [reply] = await post(url, handshake());
  const session = bus.bayeux.getSession(String(reply!.clientId))!;
  assert.equal(bus.seti.userOf(session), "alice");
  assert.deepEqual(bus.auth.identityOf(session)?.claims, { role: "staff" });
});

test("custom mode without a policy does not start; a policy set on the server itself counts", async (t) => {
  await assert.rejects(startNode(t, { auth: { mode: "custom" } }), (error) => {
    assert.ok(error instanceof ConfigError);
    return /auth\.mode/.test(error.message);
  });
  await startNode(t, { auth: { mode: "custom" } }, ({ bayeux }) => {
    bayeux.policy = new DefaultSecurityPolicy();
  });
});

test("an application's policy neither keeps peers out nor lets forgers in", async (t) => {
  const secret = "the nodes' own";
  const strict: BusApp = (bus) => {
    bus.policy = new (class extends DefaultSecurityPolicy {
      override canHandshake() {
        return false;
      }
      override canCreate() {
        return false;
      }
    })();
  };
  const yes: BusApp = ({ bayeux }) => {
    bayeux.policy = new DefaultSecurityPolicy();
  };
  const north = await startNode(t, { secret }, yes);
  const south = await startNode(t, { secret, peer: [north.url] }, strict);
  assert.deepEqual(
    south.bus.oort.peers.map(({ url, state }) => [url, state]),
    [[north.url, "joined"]],
  );
  const oort = { oortURL: "http://127.0.0.1:1/cometd", oortId: "x", oortSecret: "guess", cometURL: north.url };
  for (const forged of [oort, { ...oort, oortSecret: 7 }, {}, 7, null, []]) {
    const [reply] = await post(north.url, handshake({ "org.cometd.oort": forged }));
    assert.equal(reply!.successful, false, JSON.stringify(forged));
  }
});

test("on loopback in open mode the API and metrics are on the public port", async (t) => {
  const { origin, bus } = await startNode(t);
  const view = (await (await fetch(`${origin}/api/v1/cluster`)).json()) as Record<string, unknown>;
  assert.deepEqual(Object.keys(view), ["url", "id", "state", "peers", "sessions", "users", "shards"]);
  assert.equal(view.url, bus.url);
  assert.equal(view.state, "ready");
  assert.match(await (await fetch(`${origin}/metrics`)).text(), /^oortbus_node_ready 1$/m);
  const answer = await fetch(`${origin}/nothing`);
  assert.equal(answer.status, 404);
});

test("elsewhere they are on a listener of their own, and ask for the token", async (t) => {
  const app: BusApp = (bus) => {
    bus.policy = new DefaultSecurityPolicy();
  };
  const token = "for-operators";
  const { origin, admin, grpc } = await startNode(t, { auth: { mode: "custom" }, admin: { token } }, app);
  for (const path of ["/api/v1/cluster", "/metrics"]) {
    assert.equal((await fetch(origin + path)).status, 404, path);
    assert.equal((await fetch(admin + path)).status, 401, path);
    assert.equal((await fetch(admin + path, { headers: { authorization: `Bearer ${token}` } })).status, 200, path);
  }
  for (const path of ["/healthz", "/readyz"]) assert.equal((await fetch(origin + path)).status, 200);
  const stranger = new EventBusClient(grpc);
  const operator = new EventBusClient(grpc, { token });
  t.after(() => [stranger, operator].forEach((client) => void client.close()));
  await assert.rejects(stranger.getCluster(), /UNAUTHENTICATED/);
  assert.ok((await operator.getCluster()).url);
});

test("a lone node is ready at once; one whose peers do not answer, when its time is up", async (t) => {
  const [port, nobody] = await freePorts(2);
  const peer = [`http://127.0.0.1:${nobody}/cometd`];
  const config = { port: port!, grpcPort: 0, peer, secret: "s", joiningTimeoutMs: 300 };
  const bus = new BusNode(config, { logger: silentLogger });
  t.after(() => bus.stop());
  const states: string[] = [];
  bus.onState((state) => states.push(state));
  const started = bus.start();
  await new Promise<void>((resolve) => {
    const look = () =>
      void fetch(`http://127.0.0.1:${port}/readyz`).then(
        (response) => {
          assert.equal(response.status, 503);
          resolve();
        },
        () => setImmediate(look),
      );
    look();
  });
  await started;
  assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
  assert.deepEqual(states, ["ready"]);
});

test("a node that cannot listen leaves nothing running", async (t) => {
  const { bus } = await startNode(t);
  const second = new BusNode({ port: bus.config.port, grpcPort: 0 }, { logger: silentLogger });
  await assert.rejects(second.start(), /EADDRINUSE/);
  assert.equal(second.state, "draining");
});

test("a node that is told to stop while it starts is down when both are over", async (t) => {
  const [port] = await freePorts(1);
  const bus = new BusNode({ port: port!, grpcPort: 0 }, { logger: silentLogger });
  t.after(() => bus.stop());
  await Promise.all([bus.start(), bus.stop()]);
  assert.equal(bus.state, "draining");
  await assert.rejects(fetch(`http://127.0.0.1:${port}/healthz`));
});

test("a stopping node turns clients away so that they try again, and is not ready", async (t) => {
  const { bus, url } = await startNode(t);
  const alice = await MeshUser.login(t, url, "alice");
  const lost = new Promise<void>((resolve) => {
    alice.client.onState((state) => {
      if (state !== "connected") resolve();
    });
  });
  const stopped = bus.stop();
  await lost;
  await stopped;
  await assert.rejects(fetch(url));
});

test("every key that an embedding program gets wrong is named", () => {
  const config = { port: "8080", oort: { chanel: [] }, colour: "red" } as unknown as NodeConfigInput;
  assert.throws(
    () => new BusNode(config),
    (error) => {
      assert.ok(error instanceof ConfigError);
      for (const key of ["port", "oort.chanel", "colour"]) assert.match(error.message, new RegExp(`config: ${key}`));
      return true;
    },
  );
});
