import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { BackendApi } from "../../api/backend-api.js";
import { BusNode } from "../../bus-node.js";
import { BayeuxClient } from "../../core/client/node.js";
import { silentLogger } from "../../core/logger.js";
import type { Message } from "../../core/message/message.js";
import { FakeBus } from "../support/fake-bus.js";
import { freePorts } from "../support/start-mesh.js";
import { until } from "../support/until.js";
import { type ContractFace, grpcFace, httpFace, type Json, type Outcome, pruned } from "./contract-faces.js";

/** The methods, for their schemas. */
const { methods } = new BackendApi(new FakeBus());
const URLS: string[] = [];
let nodes: BusNode[] = [];
let faces: ContractFace[] = [];

/** Bob is on the second node, and what is asked is asked of the first: the third has neither. */
describe("three nodes, asked by way of one that the user is not on", () => {
  let bob: Received;
  let carol: Received;

  before(async () => {
    const ports = await freePorts(6);
    const urls = ports.slice(0, 3).map((port) => `http://127.0.0.1:${port}/cometd`);
    URLS.push(...urls);
    nodes = urls.map(
      (_, index) =>
        new BusNode(
          {
            port: ports[index]!,
            grpcPort: ports[index + 3]!,
            peer: urls,
            secret: "contract",
            seti: { inbox: { maxMessages: 9 } },
          },
          { logger: silentLogger },
        ),
    );
    await Promise.all(nodes.map((node) => node.start()));
    faces = [grpcFace(`127.0.0.1:${ports[3]}`), httpFace(`http://127.0.0.1:${ports[0]}`)];
    bob = await Received.login(urls[1]!, "bob", ["/chat/*", "/news"]);
    carol = await Received.login(urls[2]!, "carol", ["/news"]);
    const { seti } = nodes[0]!;
    await until(() => seti.isPresent("bob") && seti.isPresent("carol"), "the first node knows both");
  });

  after(async () => {
    for (const face of faces) face.close();
    await Promise.all([bob?.close(), carol?.close()]);
    await Promise.all(nodes.map((node) => node.stop()));
  });

  /** Each face in turn; the answers must be of the method's schema, and both the same. */
  const onBoth = async (method: string, request: Json, check?: (result: Json, face: ContractFace) => unknown) => {
    const results: unknown[] = [];
    for (const face of faces) {
      const outcome = await face.call(method, request);
      assert.ok("result" in outcome, `${face.name}: ${JSON.stringify(outcome)}`);
      ofSchema(method, outcome.result, face);
      await check?.(outcome.result, face);
      results.push(pruned(outcome.result));
    }
    return results;
  };

  test("Publish", async () => {
    await onBoth("Publish", { channel: "/news", data: { n: 1 } }, async ({ sessions }) => {
      assert.equal(sessions, 2, "the links to both");
      assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(["/news", { n: 1 }]));
    });
  });

  test("PublishBatch keeps the order, and publishes nothing if one message is wrong", async () => {
    const messages = [1, 2, 3].map((n) => ({ channel: n === 2 ? "/chat/a" : "/news", data: n }));
    await onBoth("PublishBatch", { messages }, async ({ sessions }) => {
      assert.deepEqual(sessions, [2, 1, 2]);
      assert.deepEqual(await bob.take(3), [
        ["/news", 1],
        ["/chat/a", 2],
        ["/news", 3],
      ]);
      assert.deepEqual(await carol.take(2), [
        ["/news", 1],
        ["/news", 3],
      ]);
    });
    const wrong = [...messages, { channel: "/seti/all", data: 4 }];
    for (const face of faces) {
      const refused = { code: "PERMISSION_DENIED", detail: "messages.3.channel: is a channel of the cluster itself" };
      assert.deepEqual(await face.call("PublishBatch", { messages: wrong }), refused);
    }
    await faces[0]!.call("Publish", { channel: "/news", data: "end" });
    assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(["/news", "end"]));
  });

  test("PublishStream answers for each message, and a wrong one does not end it", async () => {
    for (const face of faces) {
      const sent = [
        { channel: "/news", data: 1 },
        { channel: "/*", data: 2 },
        { channel: "/news", data: 3 },
      ];
      const outcomes = await all(face.exchange("PublishStream", each(sent)));
      for (const outcome of outcomes) ofSchema("PublishStream", outcome, face);
      assert.deepEqual(
        outcomes.map((outcome) => pruned(outcome)),
        [
          { published: { sessions: 2 } },
          {
            problem: {
              code: "INVALID_ARGUMENT",
              status: 400,
              detail: "channel: must not be a wildcard",
              field: "channel",
            },
          },
          { published: { sessions: 2 } },
        ],
      );
      assert.deepEqual(await bob.take(2), [
        ["/news", 1],
        ["/news", 3],
      ]);
      assert.deepEqual(await carol.take(2), [
        ["/news", 1],
        ["/news", 3],
      ]);
    }
  });

  test("SendToUser", async () => {
    await onBoth("SendToUser", { user: "bob", channel: "/inbox", data: [1] }, async (result) => {
      assert.deepEqual(pruned(result), { delivered: 1, nodes: 1 });
      assert.deepEqual(await bob.next(), ["/inbox", [1]]);
    });
    await onBoth("SendToUser", { user: "bob", channel: "/inbox", data: 2, until: "written", deadlineMs: 4_000 }, () =>
      bob.next(),
    );
  });

  test("SendToUsers reaches users on several nodes, and tells of each", async () => {
    const request = { users: ["bob", "dora", "carol", "bob"], channel: "/inbox", data: "hi" };
    await onBoth("SendToUsers", request, async (result) => {
      assert.deepEqual(pruned(result), {
        delivered: 2,
        stored: 1,
        users: [{ user: "bob", sessions: 1, nodes: 1 }, { user: "dora" }, { user: "carol", sessions: 1, nodes: 1 }],
      });
      assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(["/inbox", "hi"]));
    });
  });

  test("Subscribe tells what is published at another node, after its start", async () => {
    for (const face of faces) {
      const news = face.stream("Subscribe", { channels: ["/sub/*", "/sub/a", "/**"] });
      assert.deepEqual(pruned((await news.next()).value), { started: { node: URLS[0] } });
      await bob.publish("/sub/a", { from: "bob" });
      const { value } = await news.next();
      ofSchema("Subscribe", value as Json, face);
      assert.deepEqual(pruned(value), { message: { channel: "/sub/a", data: { from: "bob" } } });
      await bob.publish("/other", 1);
      assert.deepEqual(pruned((await news.next()).value), { message: { channel: "/other", data: 1 } }, "each once");
      await news.return();
    }
  });

  test("GetChannels counts the clients of all nodes, page by page", async () => {
    const [grpc, http] = await onBoth("GetChannels", {});
    assert.deepEqual(grpc, http);
    const listed = (http as { channels: Json[] }).channels;
    assert.deepEqual(listed, [
      { channel: "/chat/*", subscribers: 1, nodes: 1 },
      { channel: "/news", subscribers: 2, nodes: 2 },
    ]);
    for (const face of faces) {
      const pages: unknown[] = [];
      let pageToken = "";
      do {
        const outcome = (await face.call("GetChannels", { pageSize: 1, pageToken })) as { result: Json };
        pages.push(...(outcome.result.channels as Json[]));
        pageToken = String(outcome.result.nextPageToken);
      } while (pageToken !== "");
      assert.deepEqual(pages, listed);
      const { result } = (await face.call("GetChannels", { pattern: "/chat/**" })) as { result: Json };
      assert.deepEqual(result.channels, listed.slice(0, 1));
    }
  });

  test("GetPresence and WatchPresence", async () => {
    const [grpc, http] = await onBoth("GetPresence", { users: ["bob", "ghost"] });
    assert.deepEqual(grpc, http);
    const { users } = http as { users: Json[] };
    assert.deepEqual(users[0]!.nodes, [URLS[1]]);
    for (const face of faces) {
      const news = face.stream("WatchPresence", { users: ["eve"] });
      assert.deepEqual(pruned(await take(news, 2)), [{ started: { node: URLS[0] } }, { change: { user: "eve" } }]);
      const eve = await Received.login(URLS[2]!, "eve", []);
      const { value } = await news.next();
      ofSchema("WatchPresence", value as Json, face);
      assert.deepEqual(pruned(value), { change: { user: "eve", present: true, nodes: 1 } });
      await eve.close();
      assert.deepEqual(pruned((await news.next()).value), { change: { user: "eve" } });
      await news.return();
    }
  });

  test("ListUserSessions, DisconnectSession and DisconnectUser", async () => {
    const [grpc, http] = await onBoth("ListUserSessions", { user: "bob" });
    assert.deepEqual(grpc, http);
    const [session] = (http as { sessions: Json[] }).sessions;
    assert.deepEqual([session!.node, session!.transport], [URLS[1], "websocket"]);
    for (const face of faces) {
      const eve = await Received.login(URLS[2]!, "eve", []);
      const listed = (await face.call("ListUserSessions", { user: "eve" })) as { result: { sessions: Json[] } };
      const one = listed.result.sessions[0]!.session;
      const ended = await face.call("DisconnectSession", { user: "eve", session: one, reason: "bye" });
      assert.deepEqual(pruned(ended), { result: { disconnected: 1 } });
      assert.deepEqual(await eve.next(), ["/service/seti/disconnected", { reason: "bye" }]);
      const back = await Received.login(URLS[1]!, "eve", []);
      assert.deepEqual(pruned(await face.call("DisconnectUser", { user: "eve" })), { result: { disconnected: 1 } });
      await Promise.all([eve.close(), back.close()]);
    }
  });

  test("GetCluster and WatchCluster show every node, with links and rates", async () => {
    await onBoth("GetCluster", {}, ({ peers, shards }) => {
      assert.deepEqual(
        (peers as Json[]).map(({ url, state }) => [url, state]),
        URLS.slice(1)
          .sort()
          .map((url) => [url, "joined"]),
      );
      assert.equal(shards, 3);
    });
    for (const face of faces) {
      const news = face.stream("WatchCluster", { intervalMs: 250 });
      const [started, first] = await take(news, 2);
      assert.deepEqual(started, { started: { node: URLS[0] } });
      const statuses = (one: unknown) => (one as { snapshot: { nodes: Json[] } }).snapshot.nodes;
      assert.deepEqual(
        statuses(first).map(({ url, answered, state }) => [url, answered, state]),
        [URLS[0], ...URLS.slice(1).sort()].map((url) => [url, true, "ready"]),
      );
      await faces[1]!.call("Publish", { channel: "/news", data: "counted" });
      await Promise.all([bob.next(), carol.next()]);
      const [second] = await take(news, 1);
      if (face.name === "HTTP") for (const one of [first, second]) ofSchema("WatchCluster", one as Json, face);
      const rates = statuses(second).map(({ rates: of }) => of as Record<string, number>);
      assert.ok(
        rates.every((of) => of.received !== undefined),
        "rates of every node",
      );
      assert.ok(rates.some(({ published }) => published! > 0) && rates.some(({ delivered }) => delivered! > 0));
      const links = statuses(second).flatMap(({ peers }) => (peers as { link: Json }[]).map(({ link }) => link));
      assert.equal(links.length, 6, "both ends of each link");
      assert.ok(links.every(({ out, sentPerSecond }) => out === "open" && typeof sentPerSecond === "number"));
      await news.return();
    }
  });

  test("a key is known on all nodes: the retry at another gets the first result, and nothing is done twice", async () => {
    const others = [grpcFace(`127.0.0.1:${nodes[2]!.config.grpcPort}`), httpFace(new URL(URLS[2]!).origin)];
    for (const [index, other] of others.entries()) {
      const calls: [string, Json][] = [
        ["Publish", { channel: "/news", data: "once" }],
        ["PublishBatch", { messages: [{ channel: "/news", data: "once" }] }],
        ["SendToUser", { user: "bob", channel: "/inbox", data: "once" }],
        ["SendToUsers", { users: ["bob"], channel: "/inbox", data: "once" }],
      ];
      for (const [method, request] of calls) {
        const keyed = { ...request, idempotencyKey: `${method}-${index}` };
        const first = await faces[0]!.call(method, keyed);
        assert.deepEqual(pruned(await other.call(method, keyed)), pruned(first), method);
        assert.deepEqual((await bob.next())[1], "once");
        const another = method === "PublishBatch" ? { messages: [{ channel: "/x", data: 1 }] } : { channel: "/x" };
        const changed = await other.call(method, { ...keyed, ...another });
        assert.deepEqual(changed, {
          code: "FAILED_PRECONDITION",
          detail: "idempotencyKey: was used for another request",
        });
      }
      await Promise.all([carol.take(2), faces[0]!.call("SendToUser", { user: "bob", channel: "/end", data: index })]);
      assert.deepEqual(await bob.next(), ["/end", index], "nothing came twice");
      other.close();
    }
  });

  for (const [method, field, wrong, detail, httpOnly] of wrongInputs()) {
    test(`${method} refuses a wrong ${field}: ${JSON.stringify(wrong)?.slice(0, 40)}`, async () => {
      for (const face of faces) {
        if (httpOnly && face.name === "gRPC") continue;
        const outcome = await refusalOf(face, method, { ...VALID[method], [field]: wrong });
        assert.ok("detail" in outcome, `${face.name} took it`);
        assert.match(String(outcome.detail), detail, face.name);
      }
    });
  }
});

test("every field of every method has a wrong input above", () => {
  const covered = new Set(wrongInputs().map(([method, field]) => `${method}.${field}`));
  const fields = [...methods.values()].flatMap(({ name, request }) => {
    const { properties = {} } = z.toJSONSchema(request, { io: "input", unrepresentable: "any" });
    return Object.keys(properties).map((field) => `${name}.${field}`);
  });
  assert.ok(fields.length > 30);
  assert.deepEqual(
    fields.filter((field) => !covered.has(field)),
    [],
  );
});

/** A right request of each method. */
const VALID: Record<string, Json> = {
  Publish: { channel: "/never", data: 1 },
  PublishBatch: { messages: [{ channel: "/never", data: 1 }] },
  PublishStream: { channel: "/never", data: 1 },
  SendToUser: { user: "nobody", channel: "/never", data: 1 },
  SendToUsers: { users: ["nobody"], channel: "/never", data: 1 },
  Subscribe: { channels: ["/never"] },
  GetChannels: {},
  GetPresence: { users: ["nobody"] },
  WatchPresence: { users: ["nobody"] },
  ListUserSessions: { user: "nobody" },
  DisconnectUser: { user: "nobody" },
  DisconnectSession: { user: "nobody", session: "0123456789abcdef" },
  WatchCluster: {},
  MintToken: { user: "nobody" },
  RevokeTokens: { user: "nobody" },
};

type Wrong = [method: string, field: string, value: unknown, detail: RegExp, httpOnly?: boolean];

function wrongInputs(): Wrong[] {
  const of = (methods: string, field: string, value: unknown, detail: RegExp, httpOnly = false): Wrong[] =>
    methods.split(" ").map((method) => [method, field, value, detail, httpOnly]);
  const publishing = "Publish PublishStream SendToUser SendToUsers";
  const many = (count: number, value: unknown) => Array.from({ length: count }, () => value);
  const batch = (message: Json) => [{ channel: "/never", data: 1 }, message];
  return [
    ...of(publishing, "channel", "never", /^channel: must be a channel name/),
    ...of(publishing, "channel", `/${"x".repeat(512)}`, /^channel: must be a channel name/),
    ...of(publishing, "channel", "/never/*", /^channel: must not be a wildcard/),
    ...of(publishing, "channel", "/meta/connect", /^channel: must be a broadcast/),
    ...of(publishing, "channel", "/oort/cloud", /^channel: is a channel of the cluster/),
    ...of(publishing, "channel", 7, /^channel: must be text/, true),
    ...of(publishing, "data", "x".repeat(70_000), /^data: must be at most 65536 bytes/),
    ...of(publishing, "data", JSON.parse("[".repeat(40) + "]".repeat(40)), /^data: must not be nested deeper than 32/),
    ...of(publishing, "data", undefined, /^data: (is required|must be JSON)/),
    ...of("PublishBatch", "messages", [], /^messages: must have at least one/),
    ...of("PublishBatch", "messages", many(1_001, { channel: "/never", data: 1 }), /^messages: must have at most 1000/),
    ...of("PublishBatch", "messages", batch({ channel: "", data: 1 }), /^messages\.1\.channel: must be a channel name/),
    ...of("PublishBatch", "messages", batch({ channel: "/never" }), /^messages\.1\.data: (is required|must be JSON)/),
    ...of(
      "PublishBatch",
      "messages",
      batch({ channel: "/never", data: "x".repeat(70_000) }),
      /^messages\.1\.data: must be at most/,
    ),
    ...of(
      "PublishBatch",
      "messages",
      batch({ channel: "/never", data: 1, lazy: true }),
      /^messages\.1\.lazy: is not a field/,
      true,
    ),
    ...of(
      "Publish PublishBatch SendToUser SendToUsers",
      "idempotencyKey",
      "two words",
      /^idempotencyKey: must be 1 to 128 printable/,
    ),
    ...of("Publish PublishBatch SendToUser SendToUsers", "idempotencyKey", "x".repeat(129), /^idempotencyKey: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", "", /^user: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", "ü".repeat(129), /^user: /),
    ...of("SendToUser ListUserSessions DisconnectUser DisconnectSession", "user", null, /^user: /, true),
    ...of("SendToUsers GetPresence WatchPresence", "users", [], /^users: must name at least one/),
    ...of("SendToUsers GetPresence WatchPresence", "users", ["bob", ""], /^users\.1: /),
    ...of("SendToUsers GetPresence WatchPresence", "users", many(1_001, "bob"), /^users: must name at most 1000/),
    ...of("SendToUsers GetPresence WatchPresence", "users", "bob", /^users: must be a list/, true),
    ...of("SendToUser SendToUsers", "until", "read", /^until: must be one of queued, written, acked/, true),
    ...of("SendToUser SendToUsers", "deadlineMs", 600_001, /^deadlineMs: must be at most 600000/),
    ...of("SendToUser SendToUsers", "deadlineMs", 1.5, /^deadlineMs: must be a whole number/, true),
    ...of("Subscribe", "channels", [], /^channels: must name at least one/),
    ...of("Subscribe", "channels", many(101, "/never"), /^channels: must name at most 100/),
    ...of("Subscribe", "channels", ["/never", "/a/*/b"], /^channels\.1: must be a channel name/),
    ...of("Subscribe", "channels", ["/service/x"], /^channels\.0: must be a broadcast channel/),
    ...of("Subscribe", "channels", ["/seti/**"], /^channels\.0: is a channel of the cluster/),
    ...of("GetChannels", "pattern", "chat", /^pattern: /),
    ...of("GetChannels", "pageSize", 1_001, /^pageSize: must be from 1 to 1000/),
    ...of("GetChannels", "pageToken", "x".repeat(1_025), /^pageToken: must be the nextPageToken/),
    ...of("WatchPresence", "counts", "yes", /^counts: must be true or false/, true),
    ...of("DisconnectUser DisconnectSession", "reason", "x".repeat(257), /^reason: must be at most 256/),
    ...of("DisconnectSession", "session", "a clientId", /^session: must be a session as/),
    ...of("WatchCluster", "intervalMs", 249, /^intervalMs: must be from 250 to 60000/),
    ...of("WatchCluster", "intervalMs", 60_001, /^intervalMs: must be from 250 to 60000/),
    ...of("MintToken RevokeTokens", "user", "", /^user: /),
    ...of("MintToken", "ttlSeconds", 1.5, /^ttlSeconds: must be a whole number/, true),
    ...of("MintToken", "rights", { pub: ["chat"] }, /^rights\.pub\.0: must be a channel or wildcard/),
    ...of("RevokeTokens", "tokenId", "x".repeat(257), /^tokenId: must be at most 256/),
    ...of("GetCluster Drain", "force", true, /^force: is not a field of this request/, true),
  ];
}

/** What a face says to a request that is wrong, whatever the kind of the method. */
async function refusalOf(face: ContractFace, method: string, request: Json): Promise<Outcome | Json> {
  const kind = methods.get(method)!.kind;
  if (kind === "unary") return face.call(method, request);
  const answers = kind === "stream" ? face.stream(method, request) : face.exchange(method, each([request]));
  try {
    const { value } = await answers.next();
    return ((value as Json).problem ?? value) as Json;
  } catch (refusal) {
    return refusal as Outcome;
  } finally {
    await answers.return();
  }
}

/** Answers over HTTP must be of the schema to the letter; over gRPC defaults stand where fields are left out. */
function ofSchema(method: string, answer: Json, face: ContractFace): void {
  if (face.name === "gRPC") return;
  const { error } = methods.get(method)!.response.safeParse(answer);
  assert.equal(error, undefined, `${method}: ${JSON.stringify(answer)}`);
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const value of values) taken.push(value);
  return taken;
}

async function take(values: AsyncIterator<Json>, count: number): Promise<Json[]> {
  const taken: Json[] = [];
  while (taken.length < count) taken.push((await values.next()).value as Json);
  return taken;
}

/** A user's client, with what it got, in order. */
class Received {
  readonly #client: BayeuxClient;
  readonly #came: Message[] = [];
  #news = (): void => {};

  private constructor(client: BayeuxClient) {
    this.#client = client;
    client.onDelivery((message) => {
      this.#came.push(message);
      this.#news();
    });
  }

  static async login(url: string, user: string, channels: readonly string[]): Promise<Received> {
    const received = new Received(new BayeuxClient({ url }));
    await received.#client.handshake({ ext: { authentication: { user } } });
    for (const channel of channels) await received.#client.subscribe(channel, () => {}).ready;
    return received;
  }

  async next(): Promise<[channel: string, data: unknown]> {
    while (this.#came.length === 0) await new Promise<void>((resolve) => (this.#news = resolve));
    const { channel, data } = this.#came.shift()!;
    return [channel, data];
  }

  async take(count: number): Promise<[channel: string, data: unknown][]> {
    const taken: [string, unknown][] = [];
    while (taken.length < count) taken.push(await this.next());
    return taken;
  }

  async publish(channel: string, data: unknown): Promise<void> {
    await this.#client.publish(channel, data);
  }

  async close(): Promise<void> {
    await this.#client.disconnect();
  }
}
