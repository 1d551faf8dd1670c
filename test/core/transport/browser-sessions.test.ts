import assert from "node:assert/strict";
import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type TestContext, test } from "node:test";
import { ConfigError, readOptions } from "../../../core/options.js";
import { browserCookie } from "../../../core/transport/browser-cookie.js";
import { BrowserSessions } from "../../../core/transport/browser-sessions.js";
import { HoldCount, HoldPlace } from "../../../core/transport/hold-count.js";
import { type TransportOptionsInput, transportOptions } from "../../../core/transport/transport-options.js";
import { RawHttp, type RawRequest, RawSocket } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

const COOKIES: readonly [TransportOptionsInput, boolean, string][] = [
  [{}, false, "BAYEUX_BROWSER=v; Path=/; HttpOnly"],
  [{}, true, "BAYEUX_BROWSER=v; Path=/; HttpOnly"],
  [{ browserCookieName: "TAB", browserCookiePath: "/cometd" }, false, "TAB=v; Path=/cometd; HttpOnly"],
  [{ browserCookieDomain: "bus.example" }, false, "BAYEUX_BROWSER=v; Domain=bus.example; Path=/; HttpOnly"],
  [{ browserCookieMaxAgeSeconds: 60 }, false, "BAYEUX_BROWSER=v; Path=/; Max-Age=60; HttpOnly"],
  [{ browserCookieMaxAgeSeconds: 0 }, false, "BAYEUX_BROWSER=v; Path=/; Max-Age=0; HttpOnly"],
  [{ browserCookieHttpOnly: false }, false, "BAYEUX_BROWSER=v; Path=/"],
  [{ browserCookieSecure: true }, false, "BAYEUX_BROWSER=v; Path=/; HttpOnly"],
  [{ browserCookieSecure: true }, true, "BAYEUX_BROWSER=v; Path=/; HttpOnly; Secure"],
  [{ browserCookieSameSite: "Strict" }, false, "BAYEUX_BROWSER=v; Path=/; HttpOnly; SameSite=Strict"],
  [
    { browserCookieSecure: true, browserCookieSameSite: "None", browserCookiePartitioned: true },
    true,
    "BAYEUX_BROWSER=v; Path=/; HttpOnly; Secure; SameSite=None; Partitioned",
  ],
];

for (const [options, isSecure, line] of COOKIES) {
  test(`the cookie with ${JSON.stringify(options)}${isSecure ? ", encrypted" : ""}`, () => {
    assert.equal(browserCookie("v", readOptions(transportOptions, options), isSecure), line);
  });
}

test("attributes that could not work, or would add others, are refused", () => {
  const wrong: [TransportOptionsInput, RegExp][] = [
    [{ browserCookieSameSite: "None" }, /browserCookieSameSite: None needs browserCookieSecure/],
    [{ browserCookiePartitioned: true }, /browserCookiePartitioned: needs browserCookieSecure/],
    [{ browserCookieDomain: "a; Secure" }, /browserCookieDomain/],
    [{ browserCookiePath: "/;x" }, /browserCookiePath/],
    [{ browserCookieName: "a=b" }, /browserCookieName/],
    [{ duplicateMetaConnectHttpResponseCode: 408 }, /must not be 408/],
  ];
  for (const [options, words] of wrong) {
    assert.throws(
      () => readOptions(transportOptions, options),
      (error) => {
        assert.ok(error instanceof ConfigError);
        return words.test(error.message);
      },
    );
  }
});

test("so many are held and no more; a place is given back once, however often that is said", () => {
  const two = new HoldCount(2, 2_000);
  const [first, second, third] = [new HoldPlace(two), new HoldPlace(two), new HoldPlace(two)];
  first.take();
  assert.equal(two.isReached, false);
  second.take();
  assert.deepEqual([two.isReached, third.isReached, third.pauseMs], [true, true, 2_000]);
  first.giveBack();
  first.giveBack();
  assert.equal(two.isReached, false);
  third.take();
  assert.equal(two.isReached, true);
  second.giveBack();
  assert.equal(two.isReached, false);
  assert.equal(new HoldCount(0, 0).isReached, true);
  const any = new HoldCount(-1, 0);
  for (let count = 0; count < 100; count += 1) new HoldPlace(any).take();
  assert.equal(any.isReached, false);
});

/** Tabs of one browser: they share its cookies. */
class Tab {
  clientId = "";
  readonly http: RawHttp;
  #lastId = 1;

  constructor(http: RawHttp) {
    this.http = http;
  }

  static async open(http: RawHttp): Promise<Tab> {
    const tab = new Tab(http);
    const handshake = { channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["long-polling"] };
    const response = await http.post([handshake]);
    tab.clientId = String(response.messages[0]?.clientId);
    assert.equal((await tab.ask({ advice: { timeout: 0 } })).successful, true);
    return tab;
  }

  #connect(fields: object) {
    this.#lastId += 1;
    return [{ channel: "/meta/connect", id: String(this.#lastId), clientId: this.clientId, ...fields }];
  }

  /** A connect that is answered at once. */
  async ask(fields: object = {}) {
    return (await this.http.post(this.#connect(fields))).messages.at(-1)!;
  }

  /** A connect that is held, which the server has begun with when this resolves. */
  async hold(): Promise<RawRequest> {
    const started = this.http.start(this.#connect({}));
    await once(started.request, "finish");
    for (const _ of [1, 2]) await this.http.post([{ channel: "/probe" }]);
    assert.ok(!started.settled, "it is held");
    return started;
  }
}

async function start(t: TestContext, transport: TransportOptionsInput = {}, options = {}) {
  const server = await startServer(t, { timeoutMs: 5_000, maxIntervalMs: 8_000, ...options }, { transport });
  return { ...server, browser: new RawHttp(t, server.url) };
}

const CROWDED = { "multiple-clients": true, reconnect: "retry", interval: 2_000, timeout: 5_000 };
const ALONE = { "multiple-clients": false, reconnect: "retry", interval: 0, timeout: 5_000 };

test("the second tab polls with complete advice while the first one's connect is held", async (t) => {
  const { browser } = await start(t);
  const ann = await Tab.open(browser);
  const bob = await Tab.open(browser);
  assert.equal(browser.cookies.size, 1);
  await ann.hold();
  for (const _ of [1, 2]) {
    const { successful, advice } = await bob.ask();
    assert.equal(successful, true);
    assert.deepEqual(advice, CROWDED);
  }
});

test("another browser's tabs do not count, nor does a WebSocket", async (t) => {
  const { url, browser } = await start(t);
  await (await Tab.open(browser)).hold();
  await (await Tab.open(new RawHttp(t, url))).hold();
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const socket = await RawSocket.open(t, url, { headers: { Cookie: cookie } });
  const clientId = (await socket.ask([{ channel: "/meta/handshake" }]))[0]?.clientId;
  await socket.ask([{ channel: "/meta/connect", clientId, id: "1" }]);
  socket.send([{ channel: "/meta/connect", clientId, id: "2" }]);
  const [probe] = await socket.ask([{ channel: "/probe", id: "3" }]);
  assert.equal(probe?.id, "3", "the connect is held");
});

for (const [how, end] of [
  ["disconnects", (tab: Tab) => tab.http.post([{ channel: "/meta/disconnect", clientId: tab.clientId }])],
  ["is closed without a word", (_tab: Tab, held: RawRequest) => held.request.destroy()],
  ["gets a message", (_tab: Tab, _held: RawRequest, publish: () => void) => publish()],
] as const) {
  test(`when the first tab ${how}, the second is held again, and told that it need not pause any more`, async (t) => {
    const { bayeux, browser } = await start(t);
    const ann = await Tab.open(browser);
    const bob = await Tab.open(browser);
    const held = await ann.hold();
    assert.deepEqual((await bob.ask()).advice, CROWDED);
    held.response.catch(() => {});
    const publishTo = (tab: Tab) => bayeux.getSession(tab.clientId)!.deliver(undefined, "/news", 1);
    await end(ann, held, () => publishTo(ann));
    // Seen here is not seen there: only the server's word counts.
    await until(() => bayeux.getSession(ann.clientId)?.holder === undefined, "the first one's connect is gone");
    const again = await bob.hold();
    publishTo(bob);
    const { messages } = await withinTime(again.response, "the answer");
    assert.deepEqual(messages.at(-1)?.advice, ALONE);
    const quiet = await bob.hold();
    publishTo(bob);
    assert.equal((await quiet.response).messages.at(-1)?.advice, undefined, "it is said once");
  });
}

test("a tab's own older connect does not count against the newer, which ends it with the status that is set", async (t) => {
  const { browser } = await start(t, { duplicateMetaConnectHttpResponseCode: 503 });
  const ann = await Tab.open(browser);
  const older = await ann.hold();
  const newer = await ann.hold();
  const { status, body } = await withinTime(older.response, "the end of the older");
  assert.equal(status, 503);
  assert.equal(body, "");
  assert.ok(!newer.settled);
});

test("its messages are not kept from the tab that polls, and it lives as long as it was told to pause, and longer", async (t) => {
  const { bayeux, browser } = await start(
    t,
    { multiSessionIntervalMs: 700 },
    { maxIntervalMs: 200, sweepPeriodMs: 20 },
  );
  const ann = await Tab.open(browser);
  const bob = await Tab.open(browser);
  await ann.hold();
  assert.equal((await bob.ask()).advice?.interval, 700);
  const session = bayeux.getSession(bob.clientId)!;
  assert.ok(session.deadlineMs - bayeux.clock.now() > 700, "pause and grace");
  session.deliver(undefined, "/news", "for bob");
  const { messages } = await browser.post([{ channel: "/meta/connect", id: "9", clientId: bob.clientId }]);
  assert.deepEqual(messages[0], { channel: "/news", data: "for bob" });
  assert.equal(messages[1]?.advice?.["multiple-clients"], true);
});

test("more may be allowed, or any number, or none at all", async (t) => {
  const two = await start(t, { maxSessionsPerBrowser: 2 });
  const tabs = [await Tab.open(two.browser), await Tab.open(two.browser), await Tab.open(two.browser)];
  await tabs[0]!.hold();
  await tabs[1]!.hold();
  assert.deepEqual((await tabs[2]!.ask()).advice, CROWDED);
  const any = await start(t, { maxSessionsPerBrowser: -1 });
  for (let count = 0; count < 5; count += 1) await (await Tab.open(any.browser)).hold();
  const none = await start(t, { maxSessionsPerBrowser: 0 });
  assert.deepEqual((await (await Tab.open(none.browser)).ask()).advice, CROWDED);
});

test("with no pause to advise, the second tab is turned away", async (t) => {
  const { browser } = await start(t, { multiSessionIntervalMs: 0 });
  const ann = await Tab.open(browser);
  const bob = await Tab.open(browser);
  await ann.hold();
  const { successful, advice, error } = await bob.ask();
  assert.equal(successful, false);
  assert.match(String(error), /^403:/);
  assert.equal(advice?.reconnect, "none");
  assert.equal(advice?.["multiple-clients"], true);
});

test("the cookie is marked Secure where a balancer says that the request came encrypted", async (t) => {
  const { browser } = await start(t, { browserCookieSecure: true });
  const handshake = [{ channel: "/meta/handshake" }];
  const plain = await browser.post(handshake);
  assert.doesNotMatch(String(plain.headers["set-cookie"]), /Secure/);
  browser.cookies.clear();
  const secure = await browser.post(handshake, { headers: { "X-Forwarded-Proto": "https" } });
  assert.match(String(secure.headers["set-cookie"]), /; Secure$/);
});

test("a refused handshake sets no cookie; one that is brought is kept, and set no second time", async (t) => {
  const { bayeux, browser } = await start(t);
  const { policy } = bayeux;
  bayeux.policy = Object.assign(Object.create(policy), { canHandshake: () => false });
  assert.equal((await browser.post([{ channel: "/meta/handshake" }])).headers["set-cookie"], undefined);
  bayeux.policy = policy;
  await browser.post([{ channel: "/meta/handshake" }]);
  assert.equal((await browser.post([{ channel: "/meta/handshake" }])).headers["set-cookie"], undefined);
});

test("a browser is forgotten with the last of its sessions; for that nobody listens to each of these, which every message would pay for", async (t) => {
  const { bayeux, browser } = await start(t);
  const login = async () => bayeux.getSession((await Tab.open(browser)).clientId)!;
  const [ann, bob, cid, dot] = [await login(), await login(), await login(), await login()];
  assert.deepEqual([ann.hooks, bob.hooks], [undefined, undefined]);
  const browsers = new BrowserSessions(bayeux, readOptions(transportOptions, {}));
  const request = { headers: { cookie: `BAYEUX_BROWSER=${"b".repeat(20)}` } } as IncomingMessage;
  const add = (session: typeof ann) => browsers.add(session, request, {} as ServerResponse);
  add(ann);
  add(bob);
  assert.equal(browsers.browserOf(ann), browsers.browserOf(bob));
  ann.disconnect();
  add(cid);
  assert.equal(browsers.browserOf(cid), browsers.browserOf(bob), "one of its sessions lives");
  bob.disconnect();
  cid.disconnect();
  add(dot);
  assert.notEqual(browsers.browserOf(dot), browsers.browserOf(bob));
});
