import assert from "node:assert/strict";
import { request } from "node:http";
import { type TestContext, test } from "node:test";
import { OWN_CALL } from "../../api/api-call.js";
import { BackendApi } from "../../api/backend-api.js";
import { FakeBus } from "../support/fake-bus.js";
import { until } from "../support/until.js";
import { type Face, serve } from "./faces.js";

const about = (user: string, nodes: number) => ({ change: { user, present: nodes > 0, nodes } });

/** Both faces, one after the other, of one bus. */
async function eachFace(t: TestContext, story: (face: Face, bus: FakeBus) => Promise<void>): Promise<void> {
  for (const name of ["grpc", "http"] as const) {
    const bus = new FakeBus();
    const faces = await serve(t, bus);
    await story(faces[name], bus);
  }
}

const watch = (api: BackendApi, users: string[]) =>
  api.open(api.method("WatchPresence", "stream"), { users }, OWN_CALL);

async function take(news: AsyncGenerator<unknown>, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  while (taken.length < count) {
    const { done, value } = await news.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

test("a caller is told the start, the state of all, and each change; it hangs up, and nothing is left", async (t) => {
  await eachFace(t, async (face, bus) => {
    const news = face.watch({ users: ["bob", "ghost", "bob"] });
    const first = [{ started: { node: "http://a/cometd" } }, about("bob", 2), about("ghost", 0)];
    assert.deepEqual(await take(news, 3), first);
    bus.moved("ghost", 1);
    assert.deepEqual(await take(news, 1), [about("ghost", 1)]);
    bus.moved("bob", 0);
    bus.moved("ghost", 0);
    assert.deepEqual(await take(news, 2), [about("bob", 0), about("ghost", 0)]);
    assert.equal(bus.watchers.size, 1);
    await news.return();
    await until(() => bus.watchers.size === 0, "nobody watches");
  });
});

test("counts tell how many, and nothing of who", async (t) => {
  await eachFace(t, async (face, bus) => {
    const news = face.watch({ users: ["bob", "ghost"], counts: true });
    assert.deepEqual(await take(news, 2), [
      { started: { node: "http://a/cometd" } },
      { count: { present: 1, watched: 2 } },
    ]);
    bus.moved("ghost", 3);
    assert.deepEqual(await take(news, 1), [{ count: { present: 2, watched: 2 } }]);
    await news.return();
  });
});

test("a node that drains says so, and the stream ends without an error", async (t) => {
  await eachFace(t, async (face, bus) => {
    const news = face.watch({ users: ["bob"] });
    await take(news, 2);
    bus.moved("bob", 1);
    bus.drain();
    const rest = await take(news, 9);
    assert.deepEqual(rest, [about("bob", 1), { ended: { reason: "this node is draining" } }]);
    assert.equal(bus.watchers.size, 0);
  });
});

const WRONG: [story: string, request: Record<string, unknown>, detail: RegExp][] = [
  ["nobody", { users: [] }, /^users: must name at least one user$/],
  ["an empty user", { users: ["bob", ""] }, /^users\.1: /],
  [
    "too many",
    { users: Array.from({ length: 1_001 }, (_, index) => `u${index}`) },
    /^users: must name at most 1000 users$/,
  ],
];

for (const [story, request, detail] of WRONG) {
  test(`${story} cannot be watched, on either face`, async (t) => {
    await eachFace(t, async (face, bus) => {
      await assert.rejects(face.watch(request).next(), (error: { code: string; detail: string }) => {
        assert.equal(error.code, "INVALID_ARGUMENT");
        assert.match(error.detail, detail);
        return true;
      });
      assert.equal(bus.watchers.size, 0);
    });
  });
}

test("who reads too slowly is told of the gap, and then the state of all again", async () => {
  const bus = new FakeBus();
  const news = watch(new BackendApi(bus), ["bob", "ghost"]);
  const taken: unknown[] = [];
  const read = async (count: number) => {
    for (let index = 0; index < count; index += 1) taken.push((await news.next()).value);
    return taken.splice(0);
  };
  await read(3);
  for (let round = 1; round <= 700; round += 1) {
    bus.moved("bob", round);
    bus.moved("ghost", round);
  }
  assert.deepEqual(await read(3), [{ gap: { dropped: 1_400 } }, about("bob", 700), about("ghost", 700)]);
  bus.moved("bob", 1);
  assert.deepEqual(await read(1), [about("bob", 1)], "as before");
  await news.return?.();
  assert.equal((await news.next()).done, true);
});

test("so many callers may watch, and no more; those that leave make room", async () => {
  const bus = new FakeBus();
  const api = new BackendApi(bus);
  const all = Array.from({ length: 1_000 }, () => watch(api, ["bob"]));
  assert.throws(() => watch(api, ["bob"]), { kind: "BUSY" });
  await all[0]?.return?.();
  assert.equal((await watch(api, ["bob"]).next()).done, false);
});

test("a silent stream shows that it lives, and a caller whose socket breaks is forgotten", async (t) => {
  const bus = new FakeBus();
  const { url } = await serve(t, bus, { http: { heartbeatMs: 5 } });
  const call = request(`${url}WatchPresence`, { method: "POST", headers: { "content-type": "application/json" } });
  call.on("error", () => {});
  call.end(JSON.stringify({ users: ["bob"] }));
  let text = "";
  await new Promise<void>((resolve) => {
    call.on("response", (response) => {
      assert.match(String(response.headers["content-type"]), /^application\/x-ndjson/);
      response
        .on("error", () => {})
        .on("data", (chunk: Buffer) => {
          text += chunk;
          if (text.endsWith("\n\n\n")) resolve();
        });
    });
  });
  assert.equal(bus.watchers.size, 1);
  call.destroy();
  await until(() => bus.watchers.size === 0, "nobody watches");
});
