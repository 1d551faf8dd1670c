import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { runInNewContext } from "node:vm";
import type { Message } from "../../../core/message/message.js";
import type { TransportOptionsInput } from "../../../core/transport/transport-options.js";
import { RawHttp, type RawRequest, type RawResponse } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { withinTime } from "../../support/until.js";

const ON: TransportOptionsInput = { allowedTransports: ["websocket", "long-polling", "callback-polling"] };
const HANDSHAKE = {
  channel: "/meta/handshake",
  id: "1",
  version: "1.0",
  supportedConnectionTypes: ["callback-polling"],
};

async function start(t: TestContext, transport: TransportOptionsInput = ON) {
  const server = await startServer(t, { timeoutMs: 3_000 }, { transport });
  const http = new RawHttp(t, server.url);
  return {
    ...server,
    http,
    ask: (messages: unknown[], callback = "cb") => get(http, pathOf(messages, callback)).response,
  };
}

function pathOf(messages: unknown, callback: string): string {
  return `/cometd/?${new URLSearchParams({ jsonp: callback, message: JSON.stringify(messages) })}`;
}

function get(http: RawHttp, path: string, headers: Record<string, string> = {}): RawRequest {
  const started = http.open({ method: "GET", path, headers });
  started.request.end();
  return started;
}

/** Runs the answer as a page would. @returns what the callback was called with */
function run({ status, body }: RawResponse, callback = "cb"): Message[] {
  assert.equal(status, 200, body);
  const calls: Message[][] = [];
  runInNewContext(body, { [callback]: (messages: Message[]) => void calls.push(messages) });
  assert.equal(calls.length, 1);
  return JSON.parse(JSON.stringify(calls[0])) as Message[];
}

async function joined(t: TestContext, channel?: string) {
  const bus = await start(t);
  const [{ clientId }] = run(await bus.ask([HANDSHAKE])) as [Message];
  const connect = { channel: "/meta/connect", clientId, connectionType: "callback-polling" };
  run(await bus.ask([{ ...connect, id: "2", advice: { timeout: 0 } }]));
  if (channel !== undefined)
    run(await bus.ask([{ channel: "/meta/subscribe", clientId, id: "3", subscription: channel }]));
  return { ...bus, clientId, connect };
}

test("it is off unless allowed", async (t) => {
  const { ask } = await start(t, {});
  const { status, body } = await ask([HANDSHAKE]);
  assert.equal(status, 400);
  assert.equal(body, "400::unknown_bayeux_transport");
});

test("it is offered where it is allowed, and no POST is taken where it is the only one", async (t) => {
  const { ask, http } = await start(t, { allowedTransports: ["callback-polling"] });
  assert.deepEqual(run(await ask([HANDSHAKE]))[0]?.supportedConnectionTypes, ["callback-polling"]);
  assert.equal((await http.post([HANDSHAKE])).status, 400);
});

test("the answer is a call that can be nothing but a script, with the cookie of its browser", async (t) => {
  const { ask } = await start(t);
  const { headers, body } = await ask([HANDSHAKE]);
  assert.match(body, /^\/\*\*\/cb\(\[\{.*\}\]\);$/);
  assert.equal(headers["content-type"], "text/javascript; charset=utf-8");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["content-disposition"], "attachment; filename=f.txt");
  assert.equal(headers["cache-control"], "no-store");
  assert.match(String(headers["set-cookie"]), /^BAYEUX_BROWSER=[0-9a-z]{16,}; Path=\/; HttpOnly$/);
});

for (const callback of ["_cometd_jsonp_1", "__jsonp3__", "a.b-c_D9", "x".repeat(64)]) {
  test(`a callback may be called ${callback}`, async (t) => {
    const { ask } = await start(t);
    assert.ok((await ask([HANDSHAKE], callback)).body.startsWith(`/**/${callback}([`));
  });
}

const EVIL = [
  "",
  "alert(1)//",
  "a b",
  "a;b",
  "a[0]",
  "<script>",
  "a\nb",
  "a\u2028",
  "é",
  "*/alert",
  "a%00",
  "x".repeat(65),
];

for (const callback of EVIL) {
  test(`a callback may not be called ${JSON.stringify(callback)}, and nothing of it comes back`, async (t) => {
    const { ask, bayeux } = await start(t);
    const { status, body, headers } = await ask([HANDSHAKE], callback);
    assert.equal(status, 400);
    assert.equal(body, "400::callback_invalid");
    assert.equal(headers["content-type"], "text/plain; charset=utf-8");
    assert.equal(bayeux.remoteSessionCount, 0);
  });
}

test("exactly one callback, one message parameter or more; other methods are not this transport's", async (t) => {
  const { http } = await start(t);
  const message = encodeURIComponent(JSON.stringify([HANDSHAKE]));
  for (const query of [`jsonp=a&jsonp=b&message=${message}`, "jsonp=a", `message=${message}`, "jsonp=a&message=", ""]) {
    assert.equal((await get(http, `/cometd?${query}`).response).status, 400, query);
  }
  const head = http.open({ method: "PUT", path: `/cometd?jsonp=a&message=${message}` });
  head.request.end();
  assert.equal((await head.response).status, 400);
  const one = (id: string) => encodeURIComponent(JSON.stringify({ channel: "/a", id }));
  const two = await get(http, `/cometd?jsonp=a&message=${one("1")}&message=${one("2")}`).response;
  assert.deepEqual(
    run(two, "a").map(({ id, error }) => [id, error]),
    [
      ["1", "402::session_unknown"],
      ["2", "402::session_unknown"],
    ],
  );
});

test("deliveries travel on connect replies only, the order of their publishes kept", async (t) => {
  const { ask, bayeux, http, clientId, connect } = await joined(t, "/news");
  bayeux.publish(undefined, "/news", 1);
  const replies = run(await ask([{ channel: "/news", clientId, id: "4", data: 2 }]));
  assert.deepEqual(replies, [{ channel: "/news", id: "4", successful: true }]);
  const first = run(await ask([{ ...connect, id: "5" }]));
  assert.deepEqual(
    first.map(({ data, id }) => data ?? id),
    [1, 2, "5"],
  );
  const held = get(http, pathOf([{ ...connect, id: "6" }], "held"));
  // Its own publish wakes the held connect, since its own reply takes nothing along.
  const own = run(await ask([{ channel: "/news", clientId, id: "7", data: 3 }]));
  assert.deepEqual(own, [{ channel: "/news", id: "7", successful: true }]);
  const last = run(await withinTime(held.response, "the held connect"), "held");
  assert.deepEqual(
    last.map(({ data, id }) => data ?? id),
    [3, "6"],
  );
});

test("what would end a line in an old script is escaped, and </script> is text like any other", async (t) => {
  const { ask, bayeux, connect } = await joined(t, "/news");
  const data = "a\u2028b\u2029c</script><!--\\u2028";
  bayeux.publish(undefined, "/news", data);
  const response = await ask([{ ...connect, id: "5" }]);
  assert.doesNotMatch(response.body, /[\u2028\u2029]/);
  assert.equal(run(response)[0]?.data, data);
});

test("a clientId opens nothing without its cookie, and a page of another site nothing, with it or without", async (t) => {
  const { clientId, http, bayeux, url } = await joined(t);
  const publish = [{ channel: "/news", clientId, id: "4", data: 1 }];
  const stolen = get(new RawHttp(t, url), pathOf(publish, "cb"));
  assert.equal(run(await stolen.response)[0]?.error, "402::session_unknown");
  for (const [name, value] of [
    ["Sec-Fetch-Site", "cross-site"],
    ["Referer", "http://evil.example/"],
  ] as const) {
    for (const jar of [http, new RawHttp(t, url)]) {
      const { status, body } = await get(jar, pathOf(publish, "cb"), { [name]: value }).response;
      assert.equal(status, 403);
      assert.equal(body, "403::origin_denied");
    }
  }
  assert.equal(bayeux.stats.publishes, 0);
});

test("a session may go over to long-polling and back, and loses nothing", async (t) => {
  const { ask, bayeux, http, connect } = await joined(t, "/news");
  bayeux.publish(undefined, "/news", 1);
  const posted = await http.post([{ ...connect, connectionType: "long-polling", id: "5" }]);
  assert.deepEqual(
    posted.messages.map(({ data, id }) => data ?? id),
    [1, "5"],
  );
  bayeux.publish(undefined, "/news", 2);
  const back = run(await ask([{ ...connect, id: "6" }]));
  assert.deepEqual(
    back.map(({ data, id }) => data ?? id),
    [2, "6"],
  );
});

test("a publisher does not choose the prototype of what a script hands over, however the key is spelt", async (t) => {
  const { ask, bayeux, connect } = await joined(t, "/news");
  bayeux.publish(undefined, "/news", JSON.parse('{"__proto__":{"isAdmin":true},"text":"\\\\u005f_proto__"}'));
  const [delivery] = run(await ask([{ ...connect, id: "5" }]));
  const data = delivery?.data as Record<string, unknown>;
  assert.equal(data.isAdmin, undefined);
  assert.deepEqual(Object.keys(data), ["__proto__", "text"]);
  assert.equal(data.text, "\\u005f_proto__");
});

test("its parameter may have another name, and callbacks may be longer", async (t) => {
  const { http } = await start(t, { ...ON, callbackParameter: "callback", maxCallbackChars: 100 });
  const ask = (parameter: string, callback: string) => {
    const query = new URLSearchParams({ [parameter]: callback, message: JSON.stringify([HANDSHAKE]) });
    return get(http, `/cometd?${query}`).response;
  };
  const long = "c".repeat(100);
  assert.equal(run(await ask("callback", long), long)[0]?.successful, true);
  assert.equal((await ask("callback", `${long}c`)).body, "400::callback_invalid");
  assert.equal((await ask("jsonp", "cb")).status, 400, "that is no callback any more");
});
