import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { AckExtension, CometD, type Message } from "cometd";
import { adapt } from "cometd-nodejs-client";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import { until, withinTime } from "../support/until.js";
import { startWatched, type WatchedServer } from "./stock-server.js";

// npm `cometd` as it comes, in Node through its own shim. The shim keeps one cookie jar for the process, so that two of
// these clients are two tabs of one browser; other parties of a story are therefore the server's own.

type Kind = "websocket" | "long-polling";

/** The stock client, its callbacks as promises, and all it was delivered in order. */
class Stock {
  readonly cometd: CometD;
  readonly received: unknown[] = [];

  constructor(server: WatchedServer, kind: Kind, ack: boolean) {
    adapt();
    this.cometd = new CometD();
    for (const type of ["websocket", "long-polling", "callback-polling"]) {
      if (type !== kind) this.cometd.unregisterTransport(type);
    }
    if (ack) this.cometd.registerExtension("ack", new AckExtension());
    this.cometd.configure({
      url: server.url,
      logLevel: "warn",
      backoffIncrement: 20,
      maxBackoff: 60,
      useWorkerScheduler: false,
    });
    server.beforeStop(() => this.disconnect());
  }

  handshake(props: object = {}): Promise<Message> {
    return told((callback) => this.cometd.handshake(props, callback));
  }

  subscribe(channel: string): Promise<Message> {
    return told((callback) => this.cometd.subscribe(channel, ({ data }) => this.received.push(data), callback));
  }

  publish(channel: string, data: unknown): Promise<Message> {
    return told((callback) => this.cometd.publish(channel, data, callback));
  }

  remoteCall(target: string, data: unknown): Promise<Message> {
    return told((callback) => this.cometd.remoteCall(target, data, callback));
  }

  async disconnect(): Promise<void> {
    if (!this.cometd.isDisconnected()) await told((callback) => this.cometd.disconnect(callback));
  }

  async heard(...expected: unknown[]): Promise<void> {
    await until(() => this.received.length >= expected.length, `${JSON.stringify(expected)} were received`);
    assert.deepEqual(this.received.splice(0), expected);
  }
}

function told(call: (callback: (message: Message) => void) => void): Promise<Message> {
  return withinTime(new Promise((resolve) => call(resolve)), "the client's callback");
}

function remoteSession(bayeux: BayeuxServer): ServerSession {
  const [session] = [...bayeux.sessions.values()].filter(({ isLocal }) => !isLocal);
  assert.ok(session);
  return session;
}

for (const kind of ["websocket", "long-polling"] as const) {
  for (const ack of [false, true]) {
    describe(`cometd over ${kind}${ack ? ", with ack" : ""}`, () => {
      test("subscribes, publishes, batches, calls, and leaves", async (t) => {
        const server = await startWatched(t);
        const { bayeux, settled } = server;
        bayeux.addService("/service/sum", (session, { id, data }) => {
          const sum = (data as number[]).reduce((left, right) => left + right, 0);
          session.deliver(undefined, "/service/sum", sum, { id, successful: true });
        });
        const ann = new Stock(server, kind, ack);
        const welcome = await ann.handshake({ ext: { name: "ann" } });
        assert.equal(welcome.successful, true);
        const session = await settled(kind);
        assert.equal(session.transport, kind);
        assert.equal(session.metaConnectDeliveryOnly, ack);
        for (const channel of ["/chat/room", "/chat/*", "/news/**"]) {
          assert.equal((await ann.subscribe(channel)).successful, true);
        }
        assert.equal((await ann.publish("/news/a/b", { headline: "€" })).successful, true);
        await ann.heard({ headline: "€" });
        // One copy over the wire, which the client hands to both of its subscriptions.
        bayeux.publish(undefined, "/chat/room", "hi");
        await ann.heard("hi", "hi");
        for (const data of [0, false, "", [], { deep: [null] }]) bayeux.publish(undefined, "/news/x", data);
        await ann.heard(0, false, "", [], { deep: [null] });
        const replies: Message[] = [];
        ann.cometd.batch(() => {
          for (let data = 0; data < 20; data += 1) {
            ann.cometd.publish("/news/batch", data, (reply) => replies.push(reply));
          }
        });
        await ann.heard(...Array.from({ length: 20 }, (_, data) => data));
        await until(() => replies.length === 20, "all are answered");
        assert.ok(replies.every(({ successful }) => successful));
        assert.equal((await ann.remoteCall("sum", [1, 2, 3])).data, 6);
        session.deliver(undefined, "/private", "not for a subscription");
        const gone = new Promise<string>((resolve) => session.onRemoved((_session, reason) => resolve(reason)));
        await ann.disconnect();
        assert.equal(await gone, "disconnected");
        assert.equal(ann.cometd.getStatus(), "disconnected");
      });

      test("has what came with its handshake before it counts as connected", async (t) => {
        const server = await startWatched(t, { allowMessageDeliveryDuringHandshake: true });
        server.bayeux.addListener({
          sessionAdded: (session) => void [1, 2].map((data) => session.deliver(undefined, "/private", data)),
        });
        const ann = new Stock(server, kind, ack);
        ann.cometd.addListener("/private", ({ data }) => ann.received.push(data));
        ann.cometd.addListener("/meta/connect", () => ann.received.push("connected"));
        await ann.handshake();
        await ann.heard(1, 2, "connected");
        await server.settled(kind);
        server.bayeux.publish(undefined, "/private", "nobody subscribed");
        remoteSession(server.bayeux).deliver(undefined, "/private", 3);
        await until(() => ann.received.includes(3), "the next one came");
        assert.deepEqual(
          ann.received.filter((data) => data !== "connected"),
          [3],
        );
      });

      test("is told what is refused", async (t) => {
        const server = await startWatched(t);
        const { bayeux, settled } = server;
        const ann = new Stock(server, kind, ack);
        await ann.handshake();
        await settled(kind);
        const subscribed = await ann.subscribe("/meta/foo");
        assert.equal(subscribed.successful, false);
        assert.equal(subscribed.error, "403:denied_by_security_policy:create_denied");
        bayeux.createChannel("/closed").addAuthorizer({ authorize: () => ({ deny: "no_entry" }) });
        const published = await ann.publish("/closed", 1);
        assert.equal(published.error, "403:no_entry:publish_denied");
      });

      test("messages keep coming across connects, in order, each once", async (t) => {
        const server = await startWatched(t, { timeoutMs: 30, sweepPeriodMs: 10 });
        const { bayeux } = server;
        const ann = new Stock(server, kind, ack);
        await ann.handshake();
        await ann.subscribe("/count");
        let connects = 0;
        ann.cometd.addListener("/meta/connect", () => (connects += 1));
        let count = 0;
        while (connects < 6) {
          for (const last = count + 3; count < last; count += 1) bayeux.publish(undefined, "/count", count);
          await until(() => ann.received.length >= count, `${count} messages were received`);
        }
        await ann.heard(...Array.from({ length: count }, (_, data) => data));
      });

      test("shakes hands anew after a restart of its server, and its application subscribes again", async (t) => {
        const first = await startWatched(t);
        const ann = new Stock(first, kind, ack);
        let handshakes = 0;
        ann.cometd.addListener("/meta/handshake", ({ successful }) => {
          if (successful !== true) return;
          handshakes += 1;
          void ann.subscribe("/news");
        });
        await ann.handshake();
        await first.settled(kind);
        first.bayeux.publish(undefined, "/news", "before");
        await ann.heard("before");
        await first.stop();
        const second = await startWatched(t, {}, { port: first.port });
        await until(() => second.bayeux.getChannel("/news")?.subscribers.size === 1, "it has subscribed again");
        second.bayeux.publish(undefined, "/news", "after");
        await ann.heard("after");
        assert.equal(handshakes, 2);
      });

      test("is disconnected when the server says so, and stays so", async (t) => {
        const server = await startWatched(t);
        const { bayeux, settled } = server;
        const ann = new Stock(server, kind, ack);
        await ann.handshake();
        const session = await settled(kind);
        session.disconnect();
        await until(() => ann.cometd.getStatus() === "disconnected", "the client knows");
        assert.equal(bayeux.remoteSessionCount, 0);
      });

      test("starts anew when its session was ended for its full queue", async (t) => {
        const server = await startWatched(t, { maxQueuedMessages: 5 });
        const { bayeux, settled } = server;
        const ann = new Stock(server, kind, ack);
        ann.cometd.addListener("/meta/handshake", () => void ann.subscribe("/flood"));
        await ann.handshake();
        const session = await settled(kind);
        await until(() => bayeux.getChannel("/flood")?.subscribers.size === 1, "it has subscribed");
        session.batch(() => {
          for (let data = 0; session.isHandshaken; data += 1) {
            // Over a socket that is read a full queue is written out, so this one must not be.
            session.metaConnectDeliveryOnly = true;
            bayeux.publish(undefined, "/flood", data);
          }
        });
        assert.equal(bayeux.stats.sessionsOverflowed, 1);
        await until(() => bayeux.getChannel("/flood")?.subscribers.size === 1, "the client is back");
        assert.notEqual(remoteSession(bayeux).id, session.id);
      });
    });
  }
}

test("cometd with both transports takes WebSocket, and comes by HTTP where no upgrade is served", async (t) => {
  const open = await startWatched(t);
  adapt();
  const both = new CometD();
  both.configure({ url: open.url, logLevel: "warn", useWorkerScheduler: false });
  await told((callback) => both.handshake(callback));
  assert.equal((await open.settled("websocket")).transport, "websocket");
  await told((callback) => both.disconnect(callback));

  const plain = await startWatched(t);
  plain.http.removeAllListeners("upgrade");
  plain.http.on("upgrade", (_request, socket) => socket.destroy());
  const fallen = new CometD();
  fallen.configure({ url: plain.url, logLevel: "warn", useWorkerScheduler: false, backoffIncrement: 20 });
  fallen.handshake();
  assert.equal((await plain.settled("long-polling")).transport, "long-polling");
  await told((callback) => fallen.disconnect(callback));
  await once(plain.http.close(), "close").catch(() => {});
});
