import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { FakeBus, LINK } from "../support/fake-bus.js";
import { type Answer, type Method, post, serve } from "./faces.js";

/** The same requests over gRPC and over HTTP must come to the same, to the word. */
const CASES: [story: string, method: Method, request: Record<string, unknown>, expected: Answer][] = [
  ["a broadcast", "Publish", { channel: "/chat/lobby", data: { text: "hi" } }, { result: { sessions: 3 } }],
  ["null is data", "Publish", { channel: "/chat", data: null }, { result: { sessions: 3 } }],
  ["false is data", "Publish", { channel: "/chat", data: false }, { result: { sessions: 3 } }],
  ["the largest data", "Publish", { channel: "/c", data: "x".repeat(998) }, { result: { sessions: 3 } }],
  ["the deepest data", "Publish", { channel: "/c", data: nested(8) }, { result: { sessions: 3 } }],
  ["one byte too large", "Publish", { channel: "/c", data: "x".repeat(999) }, tooLarge("1000 bytes of JSON")],
  [
    "one level too deep",
    "Publish",
    { channel: "/c", data: nested(9) },
    code("RESOURCE_EXHAUSTED", /^data: must not be nested deeper than 8$/),
  ],
  ["no channel", "Publish", { channel: "", data: 1 }, wrong("channel: must be a channel name such as /chat/lobby")],
  ["no slash", "Publish", { channel: "chat", data: 1 }, wrong("channel: must be a channel name such as /chat/lobby")],
  ["a wildcard", "Publish", { channel: "/chat/*", data: 1 }, wrong("channel: must not be a wildcard")],
  ["a deep wildcard", "Publish", { channel: "/**", data: 1 }, wrong("channel: must not be a wildcard")],
  ["a meta channel", "Publish", { channel: "/meta/connect", data: 1 }, wrong("channel: must be a broadcast channel")],
  ["a service", "Publish", { channel: "/service/chat", data: 1 }, wrong("channel: must be a broadcast channel")],
  ["the cloud's channel", "Publish", { channel: "/oort/cloud", data: 1 }, closed()],
  ["Seti's channel", "Publish", { channel: "/seti/all", data: 1 }, closed()],
  ["Seti's channel with a slash behind", "Publish", { channel: "/seti/all/", data: 1 }, closed()],
  ["only alike", "Publish", { channel: "/setiwork/oort", data: 1 }, { result: { sessions: 3 } }],
  [
    "a user on two nodes",
    "SendToUser",
    { user: "bob", channel: "/inbox", data: [1] },
    { result: { delivered: 2, unknown: [], unconfirmed: [], nodes: 2 } },
  ],
  [
    "a service channel is for users",
    "SendToUser",
    { user: "grüße", channel: "/service/inbox", data: {} },
    { result: { delivered: 1, unknown: [], unconfirmed: [], nodes: 1 } },
  ],
  [
    "nobody holds the user",
    "SendToUser",
    { user: "ghost", channel: "/inbox", data: 1 },
    { result: { delivered: 0, unknown: ["ghost"], unconfirmed: [], nodes: 0 } },
  ],
  [
    "no such level of delivery",
    "SendToUser",
    { user: "bob", channel: "/inbox", data: 1, until: "read" },
    wrong("until: must be one of queued, written, acked"),
  ],
  [
    "a deadline after which nobody waits",
    "SendToUser",
    { user: "bob", channel: "/inbox", data: 1, deadlineMs: 600_001 },
    wrong("deadlineMs: must be at most 600000 ms"),
  ],
  ["no user", "SendToUser", { user: "", channel: "/inbox", data: 1 }, code("INVALID_ARGUMENT", /^user: /)],
  [
    "257 bytes",
    "SendToUser",
    { user: `${"ü".repeat(128)}x`, channel: "/i", data: 1 },
    code("INVALID_ARGUMENT", /^user: /),
  ],
  [
    "to a meta channel",
    "SendToUser",
    { user: "bob", channel: "/meta/connect", data: 1 },
    code("INVALID_ARGUMENT", /^channel: /),
  ],
  [
    "to a wildcard",
    "SendToUser",
    { user: "bob", channel: "/inbox/*", data: 1 },
    wrong("channel: must not be a wildcard"),
  ],
  ["to an own channel", "SendToUser", { user: "bob", channel: "/service/oort", data: 1 }, closed()],
  [
    "too much for a user",
    "SendToUser",
    { user: "bob", channel: "/i", data: "x".repeat(999) },
    tooLarge("1000 bytes of JSON"),
  ],
  [
    "presence, each user once",
    "GetPresence",
    { users: ["ghost", "bob", "ghost"] },
    {
      result: {
        users: [
          { user: "ghost", present: false, nodes: [], localSessions: 0, shardOwners: [] },
          {
            user: "bob",
            present: true,
            nodes: ["http://a/cometd", "http://b/cometd"],
            localSessions: 1,
            shardOwners: ["http://c/cometd"],
          },
        ],
      },
    },
  ],
  ["presence of nobody", "GetPresence", { users: [] }, wrong("users: must name at least one user")],
  ["an empty user", "GetPresence", { users: ["bob", ""] }, code("INVALID_ARGUMENT", /^users\.1: /)],
  [
    "too many users",
    "GetPresence",
    { users: Array.from({ length: 1_001 }, (_, index) => `user${index}`) },
    wrong("users: must name at most 1000 users"),
  ],
  [
    "the sessions of a user",
    "ListUserSessions",
    { user: "bob" },
    {
      result: {
        sessions: [
          {
            node: "http://a/cometd",
            session: "session-of-bob-0",
            transport: "websocket",
            since: "2023-11-14T22:13:20.250Z",
            remoteAddress: "192.0.2.7",
          },
          {
            node: "http://b/cometd",
            session: "session-of-bob-0",
            transport: "websocket",
            since: "2023-11-14T22:13:20.251Z",
          },
        ],
        total: 2,
        unansweredNodes: ["http://c/cometd"],
        unknownNodes: ["http://java/cometd"],
      },
    },
  ],
  ["the sessions of nobody", "ListUserSessions", { user: "" }, code("INVALID_ARGUMENT", /^user: /)],
  ["out with a user", "DisconnectUser", { user: "bob" }, disconnected(2)],
  ["out, and why", "DisconnectUser", { user: "bob", reason: "x".repeat(256) }, disconnected(2)],
  ["out with a user who is nowhere", "DisconnectUser", { user: "ghost", reason: "" }, disconnected(0)],
  ["out with nobody", "DisconnectUser", { user: "" }, code("INVALID_ARGUMENT", /^user: /)],
  [
    "too much of a reason",
    "DisconnectUser",
    { user: "bob", reason: "x".repeat(257) },
    wrong("reason: must be at most 256 characters"),
  ],
  ["out with a session", "DisconnectSession", { user: "bob", session: "session-of-bob-0" }, disconnected(1)],
  [
    "out with a session of nobody",
    "DisconnectSession",
    { user: "", session: "session-of-bob-0" },
    code("INVALID_ARGUMENT", /^user: /),
  ],
  [
    "out with what is no session",
    "DisconnectSession",
    { user: "bob", session: "session of bob 0" },
    wrong("session: must be a session as ListUserSessions names it"),
  ],
  [
    "out with a session, and too much of a reason",
    "DisconnectSession",
    { user: "bob", session: "session-of-bob-0", reason: "x".repeat(257) },
    wrong("reason: must be at most 256 characters"),
  ],
  ["leave the cluster", "Drain", {}, { result: { sessions: 4 } }],
  [
    "the cluster",
    "GetCluster",
    {},
    {
      result: {
        url: "http://a/cometd",
        id: "node-a",
        state: "ready",
        peers: [
          { url: "http://b/cometd", id: "node-b", state: "joined", since: "2023-11-14T22:13:20.250Z", link: LINK },
          { url: "http://c/cometd", id: "", state: "lost", since: "2023-11-14T22:13:21.000Z" },
        ],
        sessions: 4,
        users: 2,
        shards: 3,
      },
    },
  ],
];

for (const [story, method, request, expected] of CASES) {
  test(`${method}: ${story}`, async (t) => {
    const bus = new FakeBus();
    const { grpc, http } = await serve(t, bus);
    const answers = [await grpc.call(method, request), await http.call(method, request)];
    assert.deepEqual(answers[0], answers[1], "both faces say the same");
    for (const answer of answers) {
      if ("detail" in expected && expected.detail.startsWith("^")) {
        assert.ok("detail" in answer && answer.code === expected.code, JSON.stringify(answer));
        assert.match(answer.detail, new RegExp(expected.detail.slice(1)));
      } else {
        assert.deepEqual(answer, expected);
      }
    }
    const carried = [...bus.published, ...bus.sent];
    assert.equal(carried.length, "result" in expected && "data" in request ? 2 : 0);
    for (const [data] of carried.map((entry) => entry.slice(-1))) assert.deepEqual(data, request.data);
  });
}

for (const state of ["joining", "draining"] as const) {
  test(`a node that is ${state} answers for the cluster view alone`, async (t) => {
    const bus = new FakeBus();
    bus.nodeState = state;
    const faces = await serve(t, bus);
    const refused = { code: "UNAVAILABLE", detail: `this node is ${state}: ask another one` };
    for (const face of [faces.grpc, faces.http]) {
      assert.deepEqual(await face.call("Publish", { channel: "/chat", data: 1 }), refused);
      assert.deepEqual(await face.call("SendToUser", { user: "bob", channel: "/inbox", data: 1 }), refused);
      assert.deepEqual(await face.call("GetPresence", { users: ["bob"] }), refused);
      assert.deepEqual(await face.call("ListUserSessions", { user: "bob" }), refused);
      assert.deepEqual(await face.call("DisconnectUser", { user: "bob" }), refused);
      assert.deepEqual(await face.call("DisconnectSession", { user: "bob", session: "session-of-bob-0" }), refused);
      await assert.rejects(face.watch({ users: ["bob"] }).next(), refused);
      const { result } = (await face.call("GetCluster", {})) as { result: { state: string } };
      assert.equal(result.state, state);
    }
    assert.deepEqual([bus.published, bus.sent, bus.disconnected, bus.watchers.size], [[], [], [], 0]);
  });
}

test("a message that is kept is said to be stored, and nothing is said where none is", async (t) => {
  const bus = new FakeBus();
  bus.keeps = true;
  const { grpc, http } = await serve(t, bus);
  const stored = { result: { delivered: 0, unknown: [], unconfirmed: [], stored: 1, nodes: 0 } };
  for (const face of [grpc, http]) {
    assert.deepEqual(await face.call("SendToUser", { user: "ghost", channel: "/inbox", data: 1 }), stored);
  }
});

test("how far a message has to come, and by when, is what the caller says", async (t) => {
  const bus = new FakeBus();
  const { grpc, http } = await serve(t, bus);
  for (const face of [grpc, http]) {
    await face.call("SendToUser", { user: "bob", channel: "/inbox", data: 1 });
    await face.call("SendToUser", { user: "bob", channel: "/inbox", data: 1, until: "written" });
    await face.call("SendToUser", { user: "bob", channel: "/inbox", data: 1, until: "acked", deadlineMs: 1_500 });
  }
  const said = [{}, { until: "written" }, { until: "acked", deadlineMs: 1_500 }].map((options) => ({
    ...options,
    eachUser: true,
  }));
  assert.deepEqual(bus.sendOptions.slice(3), said, "over HTTP");
  // Over gRPC the caller had a deadline of 5 s of its own: most of it is for the sending.
  const [first, second, third] = bus.sendOptions;
  for (const { deadlineMs } of [first!, second!]) assert.ok(deadlineMs! > 3_500 && deadlineMs! <= 4_500);
  assert.deepEqual([{ ...first, deadlineMs: undefined }, third], [{ eachUser: true, deadlineMs: undefined }, said[2]]);
});

test("an empty reason is none", async (t) => {
  const bus = new FakeBus();
  const { grpc, http } = await serve(t, bus);
  for (const face of [grpc, http]) {
    await face.call("DisconnectUser", { user: "bob", reason: "" });
    await face.call("DisconnectSession", { user: "bob", session: "session-of-bob-0", reason: "spam" });
  }
  const calls = [
    ["bob", undefined, undefined],
    ["bob", "session-of-bob-0", "spam"],
  ];
  assert.deepEqual(bus.disconnected, [...calls, ...calls]);
});

test("when Seti is full, the caller is told to come back", async (t) => {
  const bus = new FakeBus();
  bus.failure = new BayeuxError(429, [], "too_many_sends");
  const { grpc, http, url } = await serve(t, bus);
  const request = { user: "bob", channel: "/inbox", data: 1 };
  const refused = { code: "RESOURCE_EXHAUSTED", detail: "too many messages wait for other nodes" };
  assert.deepEqual(await grpc.call("SendToUser", request), refused);
  assert.deepEqual(await http.call("SendToUser", request), refused);
  const response = await post(`${url}SendToUser`, JSON.stringify(request));
  assert.deepEqual([response.status, response.headers.get("retry-after")], [429, "1"]);
});

test("a bug of ours shows no detail to the caller", async (t) => {
  const bus = new FakeBus();
  bus.failure = new TypeError("a secret");
  const { grpc, http } = await serve(t, bus);
  for (const face of [grpc, http]) {
    const answer = await face.call("Publish", { channel: "/chat", data: 1 });
    assert.deepEqual(answer, { code: "INTERNAL", detail: "internal error" });
  }
});

test("a send that takes too long ends with the node's limit on a call", async (t) => {
  const bus = new FakeBus();
  bus.gate = new Promise(() => {});
  bus.options = { maxCallMs: 50 };
  const { grpc, http } = await serve(t, bus, { grpc: { maxCallMs: 50 } });
  for (const face of [grpc, http]) {
    const answer = await face.call("SendToUser", { user: "bob", channel: "/inbox", data: 1 });
    assert.deepEqual(answer, { code: "DEADLINE_EXCEEDED", detail: "not done in 50 ms" });
  }
});

function disconnected(count: number): Answer {
  return { result: { disconnected: count, unansweredNodes: ["http://c/cometd"], unknownNodes: [] } };
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

function wrong(detail: string): Answer {
  return { code: "INVALID_ARGUMENT", detail };
}

function tooLarge(limit: string): Answer {
  return { code: "RESOURCE_EXHAUSTED", detail: `data: must be at most ${limit}` };
}

function closed(): Answer {
  return { code: "PERMISSION_DENIED", detail: "channel: is a channel of the cluster itself" };
}

/** Expects a text that matches; marked by a leading ^, since both faces are compared to the word anyway. */
function code(name: string, detail: RegExp): Answer {
  return { code: name, detail: `^${detail.source}` };
}
