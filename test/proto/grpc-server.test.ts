import assert from "node:assert/strict";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { type ServiceError, status } from "@grpc/grpc-js";
import { EVENT_BUS_SERVICE, type EventBusHandlers } from "../../proto/event-bus-service.js";
import { EventBusClient, type EventBusClientOptions } from "../../proto/grpc-client.js";
import { GrpcError } from "../../proto/grpc-error.js";
import { GrpcServer, type GrpcServerParts } from "../../proto/grpc-server.js";
import type { GrpcServerOptionsInput } from "../../proto/grpc-server-options.js";
import { checkHealth, listServices } from "../support/grpc-probes.js";
import { until } from "../support/until.js";

const idle: EventBusHandlers = {
  publish: () => ({ sessions: 1 }),
  publishBatch: () => ({}),
  publishStream: async function* () {},
  subscribe: async function* () {},
  getChannels: () => ({}),
  sendToUsers: () => ({}),
  watchCluster: async function* () {},
  sendToUser: () => ({ delivered: 1 }),
  getPresence: () => ({}),
  watchPresence: async function* () {},
  listUserSessions: () => ({}),
  disconnectUser: () => ({}),
  disconnectSession: () => ({}),
  getCluster: () => ({ url: "http://here/cometd" }),
  drain: () => ({}),
  mintToken: () => ({}),
  revokeTokens: () => ({}),
};

async function startServer(
  t: TestContext,
  handlers: Partial<EventBusHandlers> = {},
  options: GrpcServerOptionsInput = {},
  parts: Partial<GrpcServerParts> = {},
): Promise<GrpcServer> {
  const server = new GrpcServer(options, { handlers: { ...idle, ...handlers }, ...parts });
  await server.start();
  t.after(() => server.stop());
  return server;
}

function connect(t: TestContext, server: GrpcServer, options?: EventBusClientOptions): EventBusClient {
  const client = new EventBusClient(`127.0.0.1:${server.port}`, options);
  t.after(() => client.close());
  return client;
}

async function failureOf(call: Promise<unknown>): Promise<{ code: number; details: string }> {
  try {
    await call;
  } catch (error) {
    const { code, details } = error as ServiceError;
    return { code, details };
  }
  return assert.fail("the call succeeded");
}

test("a backend calls each method", async (t) => {
  const seen: unknown[] = [];
  const server = await startServer(t, {
    publish: (request) => {
      seen.push([request.channel, Buffer.from(request.data).toString()]);
      return { sessions: 3 };
    },
    sendToUser: async () => ({ delivered: 2, unknown: ["ghost"] }),
  });
  const client = connect(t, server);
  const published = await client.publish({ channel: "/chat", data: Buffer.from("1") });
  assert.equal(published.sessions, 3);
  assert.deepEqual(seen, [["/chat", "1"]]);
  const sent = await client.sendToUser({ user: "bob", channel: "/inbox", data: Buffer.from("null") });
  assert.deepEqual([sent.delivered, sent.unknown], [2, ["ghost"]]);
  assert.deepEqual((await client.getPresence({ users: ["bob"] })).users, []);
  assert.equal((await client.getCluster()).url, "http://here/cometd");
});

test("a handler's GrpcError reaches the caller; anything else is INTERNAL and goes to the log", async (t) => {
  const faults: unknown[] = [];
  const bug = new TypeError("a secret detail");
  const server = await startServer(
    t,
    {
      publish: () => {
        throw new GrpcError(status.PERMISSION_DENIED, "channel: not yours");
      },
      sendToUser: () => Promise.reject(bug),
    },
    {},
    { onFault: (error, path) => faults.push([error, path]) },
  );
  const client = connect(t, server);
  assert.deepEqual(await failureOf(client.publish({})), {
    code: status.PERMISSION_DENIED,
    details: "channel: not yours",
  });
  assert.deepEqual(await failureOf(client.sendToUser({})), { code: status.INTERNAL, details: "internal error" });
  assert.deepEqual(faults, [[bug, "/oortbus.v1.EventBus/SendToUser"]]);
});

/** A handler that never answers, and the signals its calls were given. */
function silent(): { handler: EventBusHandlers["publish"]; called: Promise<AbortSignal> } {
  const { promise, resolve } = withResolvers<AbortSignal>();
  return {
    called: promise,
    handler: (_request, { signal }) => {
      resolve(signal);
      return new Promise(() => {});
    },
  };
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test("the caller's deadline ends the call, and the handler hears of it", async (t) => {
  const { handler, called } = silent();
  const client = connect(t, await startServer(t, { publish: handler }));
  const failure = failureOf(client.publish({}, { deadlineMs: 150 }));
  const signal = await called;
  if (!signal.aborted) await once(signal, "abort");
  assert.equal((await failure).code, status.DEADLINE_EXCEEDED);
});

test("the server's own limit ends a call whose caller would wait longer", async (t) => {
  const { handler, called } = silent();
  const client = connect(t, await startServer(t, { publish: handler }, { maxCallMs: 50 }));
  const failure = await failureOf(client.publish({}, { deadlineMs: 60_000 }));
  assert.deepEqual(failure, { code: status.DEADLINE_EXCEEDED, details: "not done in 50 ms" });
  assert.equal((await called).aborted, true);
});

test("a caller who hangs up is noticed", async (t) => {
  const { handler, called } = silent();
  const client = connect(t, await startServer(t, { publish: handler }));
  const caller = new AbortController();
  const failure = failureOf(client.publish({}, { signal: caller.signal }));
  const signal = await called;
  caller.abort();
  assert.equal((await failure).code, status.CANCELLED);
  if (!signal.aborted) await once(signal, "abort");
});

test("a stream goes as fast as its caller reads, ends with its handler, and tells the handler of a hang-up", async (t) => {
  let made = 0;
  const ended: string[] = [];
  const server = await startServer(
    t,
    {
      watchPresence: async function* ({ users }, { signal }) {
        try {
          for (; made < 20_000 && !signal.aborted; made += 1)
            yield { change: { user: "x".repeat(1_000), nodes: made } };
          if (users[0] === "wrong") throw new GrpcError(status.UNAVAILABLE, "ask another");
        } finally {
          ended.push(signal.aborted ? "hung up" : "done");
        }
      },
    },
    { stopTimeoutMs: 200 },
  );
  const client = connect(t, server);
  for await (const { change } of client.watchPresence({ users: ["bob"] })) {
    if (change?.nodes === 3) break;
  }
  await until(() => ended.length > 0, "the handler has ended");
  assert.deepEqual(ended, ["hung up"]);
  assert.ok(made < 20_000, `${made} made, four read`);
  made = 19_998;
  let count = 0;
  for await (const _ of client.watchPresence({ users: ["bob"] })) count += 1;
  assert.deepEqual([count, ended.at(-1)], [2, "done"]);
  const failure = failureOf(
    (async () => {
      for await (const _ of client.watchPresence({ users: ["wrong"] })) count += 1;
    })(),
  );
  assert.deepEqual(await failure, { code: status.UNAVAILABLE, details: "ask another" });
});

test("a request over the limit is refused, the next one is served", async (t) => {
  const client = connect(t, await startServer(t, {}, { maxMessageBytes: 1_000 }));
  const failure = await failureOf(client.publish({ channel: "/chat", data: Buffer.alloc(1_001, " ") }));
  assert.equal(failure.code, status.RESOURCE_EXHAUSTED);
  assert.equal((await client.publish({ channel: "/chat", data: Buffer.from("1") })).sessions, 1);
});

test("who is not admitted is told whether another token would do; what the gate lets pass stays open", async (t) => {
  const admit = (authorization: unknown, path: string) => {
    if (path.startsWith("/grpc.health.v1.Health/")) return "admitted";
    if (authorization === "Bearer other") return "forbidden";
    return authorization === "Bearer sesame" ? "admitted" : "unauthenticated";
  };
  const server = await startServer(t, {}, {}, { admit });
  const address = `127.0.0.1:${server.port}`;
  for (const token of [undefined, "sesam", "sesame2"]) {
    const client = connect(t, server, token === undefined ? {} : { token });
    assert.equal((await failureOf(client.getCluster())).code, status.UNAUTHENTICATED, token);
  }
  assert.equal((await failureOf(connect(t, server, { token: "other" }).getCluster())).code, status.PERMISSION_DENIED);
  assert.equal((await failureOf(listServices(address))).code, status.UNAUTHENTICATED);
  assert.equal((await connect(t, server, { token: "sesame" }).getCluster()).url, "http://here/cometd");
  assert.equal(await checkHealth(address, EVENT_BUS_SERVICE), "NOT_SERVING");
});

test("health follows the node: serving once it joined, not before and not while it leaves", async (t) => {
  const server = await startServer(t);
  const address = `127.0.0.1:${server.port}`;
  assert.equal(await checkHealth(address, ""), "NOT_SERVING");
  server.setServing(true);
  assert.equal(await checkHealth(address, ""), "SERVING");
  assert.equal(await checkHealth(address, EVENT_BUS_SERVICE), "SERVING");
  server.setServing(false);
  assert.equal(await checkHealth(address, EVENT_BUS_SERVICE), "NOT_SERVING");
});

test("reflection lists the service", async (t) => {
  const server = await startServer(t);
  assert.ok((await listServices(`127.0.0.1:${server.port}`)).includes(EVENT_BUS_SERVICE));
});

test("a running call may end before the server stops", async (t) => {
  const { promise: mayEnd, resolve: end } = withResolvers<void>();
  const { promise: running, resolve: started } = withResolvers<void>();
  const server = await startServer(t, {
    publish: async () => {
      started();
      await mayEnd;
      return { sessions: 9 };
    },
  });
  const call = connect(t, server).publish({});
  await running;
  const stopped = server.stop();
  end();
  assert.equal((await call).sessions, 9);
  await stopped;
});

test("a call that does not end cannot hold the server", async (t) => {
  const { handler, called } = silent();
  const server = await startServer(t, { publish: handler }, { stopTimeoutMs: 50 });
  const failure = failureOf(connect(t, server).publish({}));
  await called;
  await server.stop();
  assert.notEqual((await failure).code, status.OK);
});

test("a port that is taken fails the start", async (t) => {
  const first = await startServer(t);
  const second = new GrpcServer({ port: first.port }, { handlers: idle });
  await assert.rejects(second.start());
  await second.stop();
});

test("an unknown or wrong option is named", () => {
  assert.throws(() => new GrpcServer({ maxCallMs: 0 }, { handlers: idle }), /maxCallMs/);
  assert.throws(() => new GrpcServer({ prot: 1 } as GrpcServerOptionsInput, { handlers: idle }), /prot/);
});
