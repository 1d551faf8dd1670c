import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BackendApi } from "../../api/backend-api.js";
import { BusNode } from "../../bus-node.js";
import { silentLogger } from "../../core/logger.js";
import { FakeBus } from "../support/fake-bus.js";
import { MeshUser, type Received } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { until } from "../support/until.js";
import { type ContractFace, grpcFace, httpFace, type Json, pruned } from "./contract-faces.js";

/** The methods, for their schemas. */
const { methods } = new BackendApi(new FakeBus());
const URLS: string[] = [];
/** Nodes wait so long for each other: on a busy machine they may be slow, and nothing here is about nodes that are silent. */
const PATIENCE_MS = 30_000;
let nodes: BusNode[] = [];
let faces: ContractFace[] = [];

const came = (channel: string, data: unknown): Received => ({ channel, data });

/** Bob is on the second node, and what is asked is asked of the first: the third has neither. */
describe("three nodes, asked by way of one that the user is not on", () => {
  const ends: (() => unknown)[] = [];
  const cleanup = { after: (end: () => unknown) => void ends.push(end) };
  let bob: MeshUser;
  let carol: MeshUser;

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
            seti: { inbox: { maxMessages: 9 }, replyTimeoutMs: PATIENCE_MS },
            api: { nodeTimeoutMs: PATIENCE_MS },
          },
          { logger: silentLogger },
        ),
    );
    await Promise.all(nodes.map((node) => node.start()));
    faces = [grpcFace(`127.0.0.1:${ports[3]}`), httpFace(`http://127.0.0.1:${ports[0]}`)];
    bob = await MeshUser.login(cleanup, urls[1]!, "bob", ["/chat/*", "/news"]);
    carol = await MeshUser.login(cleanup, urls[2]!, "carol", ["/news"]);
    const { seti } = nodes[0]!;
    await until(() => seti.isPresent("bob") && seti.isPresent("carol"), "the first node knows both");
  });

  after(async () => {
    for (const face of faces) face.close();
    for (const end of ends) end();
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
      assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(came("/news", { n: 1 })));
    });
  });

  test("PublishBatch keeps the order, and publishes nothing if one message is wrong", async () => {
    const messages = [1, 2, 3].map((n) => ({ channel: n === 2 ? "/chat/a" : "/news", data: n }));
    await onBoth("PublishBatch", { messages }, async ({ sessions }) => {
      assert.deepEqual(sessions, [2, 1, 2]);
      assert.deepEqual(await bob.take(3), [came("/news", 1), came("/chat/a", 2), came("/news", 3)]);
      assert.deepEqual(await carol.take(2), [came("/news", 1), came("/news", 3)]);
    });
    const wrong = [...messages, { channel: "/seti/all", data: 4 }];
    for (const face of faces) {
      const refused = { code: "PERMISSION_DENIED", detail: "messages.3.channel: is a channel of the cluster itself" };
      assert.deepEqual(await face.call("PublishBatch", { messages: wrong }), refused);
    }
    await faces[0]!.call("Publish", { channel: "/news", data: "end" });
    assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(came("/news", "end")));
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
      assert.deepEqual(await bob.take(2), [came("/news", 1), came("/news", 3)]);
      assert.deepEqual(await carol.take(2), [came("/news", 1), came("/news", 3)]);
    }
  });

  test("SendToUser", async () => {
    await onBoth("SendToUser", { user: "bob", channel: "/inbox", data: [1] }, async (result) => {
      assert.deepEqual(pruned(result), { delivered: 1, nodes: 1 });
      assert.deepEqual(await bob.next(), came("/inbox", [1]));
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
      assert.deepEqual([await bob.next(), await carol.next()], Array(2).fill(came("/inbox", "hi")));
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

  test("GetPresence and WatchPresence", async (t) => {
    const [grpc, http] = await onBoth("GetPresence", { users: ["bob", "ghost"] });
    assert.deepEqual(grpc, http);
    const { users } = http as { users: Json[] };
    assert.deepEqual(users[0]!.nodes, [URLS[1]]);
    for (const face of faces) {
      const news = face.stream("WatchPresence", { users: ["eve"] });
      assert.deepEqual(pruned(await take(news, 2)), [{ started: { node: URLS[0] } }, { change: { user: "eve" } }]);
      const eve = await MeshUser.login(t, URLS[2]!, "eve");
      const { value } = await news.next();
      ofSchema("WatchPresence", value as Json, face);
      assert.deepEqual(pruned(value), { change: { user: "eve", present: true, nodes: 1 } });
      await eve.client.disconnect();
      assert.deepEqual(pruned((await news.next()).value), { change: { user: "eve" } });
      await news.return();
    }
  });

  test("ListUserSessions, DisconnectSession and DisconnectUser", async (t) => {
    const [grpc, http] = await onBoth("ListUserSessions", { user: "bob" });
    assert.deepEqual(grpc, http);
    const [session] = (http as { sessions: Json[] }).sessions;
    assert.deepEqual([session!.node, session!.transport], [URLS[1], "websocket"]);
    for (const face of faces) {
      const eve = await MeshUser.login(t, URLS[2]!, "eve");
      const listed = (await face.call("ListUserSessions", { user: "eve" })) as { result: { sessions: Json[] } };
      const one = listed.result.sessions[0]!.session;
      const ended = await face.call("DisconnectSession", { user: "eve", session: one, reason: "bye" });
      assert.deepEqual(pruned(ended), { result: { disconnected: 1 } });
      assert.deepEqual(await eve.next(), came("/service/seti/disconnected", { reason: "bye" }));
      const back = await MeshUser.login(t, URLS[1]!, "eve");
      assert.deepEqual(pruned(await face.call("DisconnectUser", { user: "eve" })), { result: { disconnected: 1 } });
      await Promise.all([eve, back].map(({ client }) => client.disconnect()));
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
        assert.deepEqual((await bob.next()).data, "once");
        const another = method === "PublishBatch" ? { messages: [{ channel: "/x", data: 1 }] } : { channel: "/x" };
        const changed = await other.call(method, { ...keyed, ...another });
        assert.deepEqual(changed, {
          code: "FAILED_PRECONDITION",
          detail: "idempotencyKey: was used for another request",
        });
      }
      await Promise.all([carol.take(2), faces[0]!.call("SendToUser", { user: "bob", channel: "/end", data: index })]);
      assert.deepEqual(await bob.next(), came("/end", index), "nothing came twice");
      other.close();
    }
  });
});

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
