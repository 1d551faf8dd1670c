import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeBus } from "../support/fake-bus.js";
import { post, serve } from "./faces.js";

const HI = JSON.stringify({ channel: "/chat", data: "hi" });

/** What only JSON can get wrong: types, unknown fields, the text itself. */
const WRONG: [story: string, method: string, body: unknown, status: number, field?: string][] = [
  ["not an object", "Publish", [], 400],
  ["null", "Publish", null, 400],
  ["a string", "Publish", "hi", 400],
  ["no channel", "Publish", { data: 1 }, 400, "channel"],
  ["a number as channel", "Publish", { channel: 7, data: 1 }, 400, "channel"],
  ["a list as channel", "Publish", { channel: ["/chat"], data: 1 }, 400, "channel"],
  ["no data", "Publish", { channel: "/chat" }, 400, "data"],
  ["an unknown field", "Publish", { channel: "/chat", data: 1, lazy: true }, 400, "lazy"],
  ["a user that is a number", "SendToUser", { user: 7, channel: "/i", data: 1 }, 400, "user"],
  ["a user that is an object", "SendToUser", { user: { toString: 1 }, channel: "/i", data: 1 }, 400, "user"],
  ["half a character as user", "SendToUser", { user: "\ud800", channel: "/i", data: 1 }, 400, "user"],
  ["no user", "SendToUser", { channel: "/i", data: 1 }, 400, "user"],
  ["users that are no list", "GetPresence", { users: "bob" }, 400, "users"],
  ["a user that is no text", "GetPresence", { users: ["bob", null] }, 400, "users.1"],
  ["no users", "GetPresence", {}, 400, "users"],
  ["users to watch that are no list", "WatchPresence", { users: { length: 1 } }, 400, "users"],
  ["counts that are no boolean", "WatchPresence", { users: ["bob"], counts: "yes" }, 400, "counts"],
  ["a field it does not know", "WatchPresence", { users: ["bob"], list: true }, 400, "list"],
  ["sessions of a list", "ListUserSessions", { user: ["bob"] }, 400, "user"],
  ["sessions of nobody", "ListUserSessions", {}, 400, "user"],
  ["a user that is null", "DisconnectUser", { user: null }, 400, "user"],
  ["a reason that is no text", "DisconnectUser", { user: "bob", reason: 7 }, 400, "reason"],
  ["no session", "DisconnectSession", { user: "bob" }, 400, "session"],
  ["a session that is a number", "DisconnectSession", { user: "bob", session: 1 }, 400, "session"],
  ["a clientId", "DisconnectSession", { user: "bob", session: "x".repeat(30) }, 400, "session"],
  ["a question to the cluster", "GetCluster", { url: "x" }, 400, "url"],
];

for (const [story, method, body, status, field] of WRONG) {
  test(`${method} refuses ${story}`, async (t) => {
    const bus = new FakeBus();
    const { url } = await serve(t, bus);
    const response = await post(url + method, JSON.stringify(body));
    const problem = (await response.json()) as Record<string, unknown>;
    assert.deepEqual([response.status, problem.status, problem.field], [status, status, field]);
    assert.equal(problem.code, "INVALID_ARGUMENT");
    assert.match(response.headers.get("content-type")!, /^application\/problem\+json/);
    assert.deepEqual([bus.published, bus.sent, bus.disconnected], [[], [], []]);
  });
}

test("a key that would be a prototype stays data", async (t) => {
  const bus = new FakeBus();
  const { url } = await serve(t, bus);
  const response = await post(`${url}Publish`, '{"channel":"/chat","data":{"__proto__":{"admin":true}}}');
  assert.equal(response.status, 200);
  const data = bus.published[0]![1] as Record<string, unknown>;
  assert.equal(data.admin, undefined);
  assert.equal(JSON.stringify(data), '{"__proto__":{"admin":true}}');
  assert.equal((await post(`${url}Publish`, '{"channel":"/chat","data":1,"__proto__":{}}')).status, 400);
});

test("a body that is not JSON, not UTF-8 or of another type is refused", async (t) => {
  const { url } = await serve(t, new FakeBus());
  const statusOf = async (...call: Parameters<typeof post>): Promise<number> => (await post(...call)).status;
  assert.equal(await statusOf(`${url}Publish`, '{"channel":'), 400);
  assert.equal(await statusOf(`${url}Publish`, ""), 400);
  assert.equal(await statusOf(`${url}Publish`, new Uint8Array([0x22, 0xff, 0x22])), 400);
  assert.equal(await statusOf(`${url}Publish`, HI, { "content-type": "text/plain" }), 415);
  assert.equal(await statusOf(`${url}Publish`, HI, { "content-type": "application/jsonp" }), 415);
  assert.equal(await statusOf(`${url}Publish`, HI, { "content-encoding": "gzip" }), 415);
  assert.equal(await statusOf(`${url}Publish`, HI, { "content-type": "Application/JSON; charset=utf-8" }), 200);
});

test("a body over the limit is refused, announced or not, and the connection goes on", async (t) => {
  const { url } = await serve(t, new FakeBus(), { http: { maxBodyBytes: 2_000 } });
  const large = JSON.stringify({ channel: "/chat", data: "x".repeat(2_000) });
  assert.equal((await post(`${url}Publish`, large)).status, 413);
  const streamed = await fetch(`${url}Publish`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: new Blob([large]).stream(),
    duplex: "half",
  } as RequestInit);
  assert.equal(streamed.status, 413);
  assert.equal(((await streamed.json()) as { code: string }).code, "RESOURCE_EXHAUSTED");
  assert.equal((await post(`${url}Publish`, HI)).status, 200);
});

test("GET /api/v1/cluster is the cluster view, to the letter", async (t) => {
  const { url } = await serve(t, new FakeBus());
  const response = await fetch(`${url}cluster`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("cache-control"), "no-store");
  const view = (await response.json()) as { peers: object[] };
  assert.deepEqual(Object.keys(view), ["url", "id", "state", "peers", "sessions", "users", "shards"]);
  assert.deepEqual(Object.keys(view.peers[0]!), ["url", "id", "state", "since", "link"]);
  assert.deepEqual(Object.keys(view.peers[1]!), ["url", "id", "state", "since"]);
});

test("a method is called by POST, the view is got by GET, and nothing else is there", async (t) => {
  const { url } = await serve(t, new FakeBus());
  const get = await fetch(`${url}Publish`);
  assert.deepEqual([get.status, get.headers.get("allow")], [405, "POST"]);
  assert.equal((await post(`${url}cluster`, "{}")).status, 405);
  assert.equal((await post(`${url}Unknown`, "{}")).status, 404);
  assert.equal((await post(`${url}publish`, HI)).status, 404);
});
