import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { BayeuxClient, nodeTransports } from "../../../../core/client/node.js";
import { ConnectionHub, type HubParts } from "../../../../core/client/shared/connection-hub.js";
import type { HubOpener } from "../../../../core/client/shared/hub-link.js";
import { SharedClient } from "../../../../core/client/shared/shared-client.js";
import type { SharedPort } from "../../../../core/client/shared/shared-messages.js";
import { systemClock } from "../../../../core/clock.js";
import { DefaultSecurityPolicy } from "../../../../core/security/security-policy.js";
import { addRemoteCall } from "../../../../core/server/service/remote-call.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { startServer, type TestServer } from "../../../support/start-server.js";
import { until } from "../../../support/until.js";

// Tabs and their worker as they are, but for the worker: the channels between them are real ones.

/** What stands for the worker: a hub, to which tabs come, and which may die. */
class FakeWorker {
  hub: ConnectionHub;
  readonly #t: TestContext;
  readonly #parts: HubParts;
  readonly #clients: BayeuxClient[] = [];
  readonly #ports: SharedPort[] = [];

  constructor(t: TestContext, parts: HubParts = {}) {
    this.#t = t;
    this.#parts = parts;
    this.hub = this.#begin();
    t.after(() => {
      for (const client of this.#clients) client.abort();
      for (const port of this.#ports) port.close();
    });
  }

  #begin(): ConnectionHub {
    return new ConnectionHub((options) => {
      const [transport] = nodeTransports();
      const client = new BayeuxClient({ minRetryMs: 20, maxRetryMs: 100, ...options }, { transports: [transport!] });
      this.#clients.push(client);
      return client;
    }, this.#parts);
  }

  /** A port to the hub, as a page gets one. */
  port(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.hub.connect(port2 as SharedPort);
    this.#ports.push(port1 as SharedPort, port2 as SharedPort);
    return port1;
  }

  opener(): HubOpener {
    const shared = (): SharedPort => this.port() as SharedPort;
    return { openShared: shared, openOwn: shared, takeLock: () => Promise.resolve(undefined) };
  }

  tab(server: TestServer): Tab {
    const tab = new Tab(server, this.opener());
    this.#t.after(() => tab.client.disconnect());
    return tab;
  }

  /** All that it had is gone; the next tab finds another one. */
  die(): void {
    for (const client of this.#clients.splice(0)) client.abort();
    this.hub = this.#begin();
  }
}

/** One tab, and what it has heard. */
class Tab {
  readonly client: SharedClient;
  readonly heard: unknown[] = [];
  readonly states: string[] = [];
  readonly gaps: string[] = [];

  constructor(server: TestServer, opener: HubOpener) {
    this.client = new SharedClient({ url: server.url }, { opener });
    this.client.onState((state) => this.states.push(state));
    this.client.onGap(({ kind }) => this.gaps.push(kind));
  }

  async subscribe(channel: string): Promise<void> {
    await this.client.subscribe(channel, ({ data }) => this.heard.push(data)).ready;
  }

  async hears(...expected: unknown[]): Promise<void> {
    await until(() => this.heard.length >= expected.length, `${JSON.stringify(expected)} was heard`);
    assert.deepEqual(this.heard.splice(0), expected);
  }

  is(state: string): Promise<void> {
    return until(() => this.client.state === state, `a tab is ${state}`);
  }
}

async function begin(t: TestContext, parts?: HubParts) {
  const server = await startServer(t, { timeoutMs: 2_000, maxIntervalMs: 300, sweepPeriodMs: 20 });
  const worker = new FakeWorker(t, parts);
  const tabs = [worker.tab(server), worker.tab(server), worker.tab(server)] as const;
  const subscribers = (channel: string) => server.bayeux.getChannel(channel)?.subscribers.size ?? 0;
  return { server, bayeux: server.bayeux, worker, tabs, subscribers };
}

test("three tabs have one session, and each hears what it asked for", async (t) => {
  const { bayeux, tabs, subscribers } = await begin(t);
  const [one, two, three] = tabs;
  const replies = await Promise.all(tabs.map(({ client }) => client.handshake()));
  assert.equal(new Set(replies.map(({ clientId }) => clientId)).size, 1);
  assert.equal(bayeux.sessions.size, 1);
  await Promise.all([one.subscribe("/news"), two.subscribe("/news"), two.subscribe("/**"), three.subscribe("/other")]);
  assert.equal(subscribers("/news"), 1);
  bayeux.publish(undefined, "/news", 1);
  await Promise.all([one.hears(1), two.hears(1, 1)]); // both of its listeners
  await three.client.publish("/other", { from: "three" });
  await Promise.all([three.hears({ from: "three" }), two.hears({ from: "three" })]);
  await Promise.all(tabs.map((tab) => tab.is("connected")));
  for (const { client } of tabs) {
    assert.equal(client.clientId, replies[0]?.clientId);
    assert.equal(client.transportName, "websocket");
  }
  assert.deepEqual(one.heard, []);
});

test("a subscription lasts as long as one tab has it, and the session as long as one tab is there", async (t) => {
  const { bayeux, tabs, subscribers } = await begin(t);
  const [one, two, three] = tabs;
  await Promise.all(tabs.map(({ client }) => client.handshake()));
  const own = one.client.subscribe("/news", ({ data }) => one.heard.push(data));
  await Promise.all([own.ready, two.subscribe("/news"), three.subscribe("/three")]);
  await own.unsubscribe();
  bayeux.publish(undefined, "/news", "for two");
  await two.hears("for two");
  assert.deepEqual(one.heard, []);
  await two.client.disconnect();
  await until(() => subscribers("/news") === 0, "nobody is subscribed");
  assert.equal(subscribers("/three"), 1);
  await one.client.disconnect();
  assert.equal(bayeux.sessions.size, 1);
  await three.client.disconnect();
  await until(() => bayeux.sessions.size === 0, "the session is ended");
  assert.deepEqual(three.states.at(-1), "disconnected");

  // Subscriptions are a tab's own, and come with it into the next session.
  await two.client.handshake();
  await until(() => subscribers("/news") === 1, "it is subscribed again");
  bayeux.publish(undefined, "/news", "again");
  await two.hears("again");
});

test("a tab that is gone without a word is noticed", async (t) => {
  const clock = new FakeClock();
  const parts = { clock: { ...systemClock, schedule: clock.schedule.bind(clock) }, limits: { maxSilenceMs: 1_000 } };
  const { server, worker, tabs, subscribers } = await begin(t, parts);
  await tabs[0].client.handshake();
  const closed = worker.port();
  const silent = worker.port();
  for (const port of [closed, silent]) {
    port.postMessage([
      { kind: "hello", options: { url: server.url }, lock: undefined },
      { kind: "handshake", id: 1 },
      { kind: "subscribe", id: 2, channel: port === closed ? "/closed" : "/silent" },
    ]);
  }
  await until(() => subscribers("/closed") === 1 && subscribers("/silent") === 1, "both are subscribed");
  closed.close();
  await until(() => subscribers("/closed") === 0, "the closed one is noticed");
  await clock.advance(999);
  assert.equal(worker.hub.size, 2);
  await clock.advance(1);
  await until(() => subscribers("/silent") === 0, "the silent one is given up");
});

test("who logs out ends the session for all tabs, and they may begin another", async (t) => {
  const { bayeux, tabs } = await begin(t);
  const [one, two] = tabs;
  await Promise.all([one.client.handshake(), two.client.handshake()]);
  await two.subscribe("/news");
  await one.client.disconnect({ all: true });
  assert.equal(bayeux.sessions.size, 0);
  await two.is("disconnected");
  assert.deepEqual(two.states, ["handshaking", "connecting", "connected", "disconnected"]);
  const waiting = two.client.publish("/news", "new session");
  await two.client.handshake();
  await waiting;
  await two.hears("new session");
});

test("after a restart of the server all tabs hear again, and are told the gap", async (t) => {
  const { server, tabs } = await begin(t);
  const [one, two] = tabs;
  await Promise.all([one.client.handshake(), two.client.handshake()]);
  await Promise.all([one.subscribe("/one"), two.subscribe("/two")]);
  await server.stop();
  await Promise.all([one.is("unconnected"), two.is("unconnected")]);
  const second = await startServer(t, {}, { port: server.port });
  await Promise.all([one.is("connected"), two.is("connected")]);
  assert.equal(second.bayeux.sessions.size, 1);
  second.bayeux.publish(undefined, "/one", 1);
  second.bayeux.publish(undefined, "/two", 2);
  await Promise.all([one.hears(1), two.hears(2)]);
  assert.deepEqual([one.gaps, two.gaps], [["session"], ["session"]]);
});

test("a living tab is asked for the fields of each handshake", async (t) => {
  const { server, bayeux, tabs } = await begin(t);
  const [one, two] = tabs;
  const names: unknown[] = [];
  const note = (_session: unknown, message: { channel: string; ext?: Record<string, unknown> }): void => {
    if (message.channel === "/meta/handshake") names.push(message.ext?.name);
  };
  bayeux.addExtension({ incoming: note });
  await one.client.handshake(() => Promise.resolve({ ext: { name: "one" } }));
  await two.client.handshake({ ext: { name: "two" } });
  await one.client.disconnect();
  await server.stop();
  await two.is("unconnected");
  const second = await startServer(t, {}, { port: server.port });
  second.bayeux.addExtension({ incoming: note });
  await two.is("connected");
  assert.deepEqual(names, ["one", "two"]);
});

test("without its worker a tab begins anew, with another one", async (t) => {
  const { bayeux, worker, tabs, subscribers } = await begin(t);
  const [one] = tabs;
  await one.client.handshake();
  await one.subscribe("/news");
  const late = one.client.publish("/news", "on its way");
  worker.die();
  one.client.relink(); // as it does when it learns of it
  await assert.rejects(late, { code: "transport" });
  assert.equal(one.client.state, "unconnected");
  await one.is("connected");
  await until(() => subscribers("/news") === 1, "only its new session is subscribed", 5_000);
  await one.client.publish("/news", "hello again");
  await one.hears("hello again");
  assert.deepEqual(one.gaps, ["session"]);
  assert.equal(bayeux.sessions.size, 1);
});

test("calls, services, iterators, refusals and what cannot be sent", async (t) => {
  const { bayeux, tabs } = await begin(t);
  const [one, two] = tabs;
  addRemoteCall(bayeux, "double", (_caller, data) => (data as number) * 2);
  bayeux.createChannel("/closed").addAuthorizer({ authorize: () => ({ deny: "no_entry" }) });
  const early = one.client.publish("/early", "before the handshake");
  one.client.addListener("/inbox", ({ data }) => one.heard.push(data));
  await one.client.handshake();
  assert.equal((await early).successful, true);
  await two.client.handshake();
  const removeListener = two.client.addListener("/inbox", ({ data }) => two.heard.push(data));
  assert.equal(await two.client.remoteCall("double", 21), 42);
  await assert.rejects(two.client.remoteCall("double", 1, { signal: AbortSignal.abort(new Error("not wanted")) }), {
    message: "not wanted",
  });
  const [session] = bayeux.sessions.values();
  session?.deliver(undefined, "/inbox", "mail");
  await Promise.all([one.hears("mail"), two.hears("mail")]);
  removeListener();
  await two.client.publish("/any", 1);
  session?.deliver(undefined, "/inbox", "more mail");
  await one.hears("more mail");
  assert.deepEqual(two.heard, []);

  await assert.rejects(one.client.publish("/closed", 1), { code: "refused", message: /no_entry/ });
  await assert.rejects(
    one.client.publish("/a", () => {}),
    { name: "DataCloneError" },
  );
  assert.throws(() => one.client.publish("/meta/connect", 1), RangeError);
  assert.throws(() => one.client.subscribe("/a/**/b", () => {}), RangeError);
  assert.throws(() => one.client.addListener("/meta/connect", () => {}), RangeError);
  await assert.rejects(
    one.client.subscribe("/oort/x", () => {}).ready.then(() => one.client.handshake()),
    Error,
  );

  const read: unknown[] = [];
  const ended = (async () => {
    for await (const { data } of two.client.messages("/count")) {
      read.push(data);
      if (read.length === 50) return;
    }
  })();
  await two.client.publish("/flush", 1);
  for (let count = 0; count < 60; count += 1) bayeux.publish(undefined, "/count", count);
  await ended;
  assert.deepEqual(
    read,
    Array.from({ length: 50 }, (_, count) => count),
  );
});

test("a server that refuses for good brings all tabs to rest", async (t) => {
  const { bayeux, tabs } = await begin(t);
  const [one, two] = tabs;
  bayeux.policy = new (class extends DefaultSecurityPolicy {
    override canHandshake(): boolean {
      return false;
    }
  })();
  const waiting = one.client.publish("/a", 1);
  await Promise.all([
    assert.rejects(one.client.handshake(), /handshake_denied/),
    assert.rejects(two.client.handshake()),
    assert.rejects(waiting, { code: "refused" }),
  ]);
  assert.equal(one.client.state, "disconnected");
});

test("a tab that does not hear misses what is too much, and is told so when it does", async (t) => {
  const { server, bayeux, worker, tabs } = await begin(t, { limits: { maxUnheardMessages: 5 } });
  await tabs[0].client.handshake();
  await tabs[0].subscribe("/news");
  const port = worker.port();
  const got: { kind: string }[] = [];
  port.onmessage = ({ data }) => got.push(...data);
  const count = (kind: string): number => got.filter((message) => message.kind === kind).length;
  port.postMessage([
    { kind: "hello", options: { url: server.url }, lock: undefined },
    { kind: "handshake", id: 1 },
    { kind: "subscribe", id: 2, channel: "/news" },
  ]);
  await until(() => count("reply") === 2, "it is subscribed");
  for (let data = 0; data < 5; data += 1) bayeux.publish(undefined, "/news", data);
  await until(() => count("delivery") === 5, "five came");
  for (let data = 5; data < 8; data += 1) bayeux.publish(undefined, "/news", data);
  await tabs[0].client.publish("/fence", 1);
  port.postMessage([{ kind: "heard", count: 5 }]);
  await until(() => count("gap") === 1, "the gap is told");
  bayeux.publish(undefined, "/news", 8);
  await until(() => count("delivery") === 6, "it hears again");
});

test("whatever a port says, the hub goes on", async (t) => {
  const { server, worker, tabs } = await begin(t, { limits: { maxFieldsMs: 20 } });
  const port = worker.port();
  const hello = { kind: "hello", options: { url: server.url }, lock: undefined };
  const asked = ["request", "call", "subscribe", "unsubscribe", "fields", "listen", "heard", "bye"];
  for (const junk of [
    0,
    null,
    "x",
    {},
    [null],
    [1, "x", {}],
    [{ kind: "handshake" }],
    asked.map((kind) => ({ kind })),
  ]) {
    port.postMessage(junk);
  }
  port.postMessage([hello, hello, { kind: "subscribe", id: 1, channel: "/a" }]);
  port.postMessage([
    { kind: "handshake", id: 2 },
    { kind: "request", id: 3 },
    { kind: "subscribe", id: 4, channel: {} },
  ]);
  const other = worker.port();
  other.postMessage([
    { ...hello, options: { url: "ftp://x", more: 1 } },
    { kind: "handshake", id: 1 },
  ]);
  await tabs[0].client.handshake();
  await tabs[0].subscribe("/news");
  await tabs[0].client.publish("/news", "well");
  await tabs[0].hears("well");
});
