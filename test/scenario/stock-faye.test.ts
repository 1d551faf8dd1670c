import assert from "node:assert/strict";
import { describe, test } from "node:test";
import faye from "faye";
import deflate from "permessage-deflate";
import { systemClock } from "../../core/clock.js";
import { FakeClock } from "../support/fake-clock.js";
import { until, withinTime } from "../support/until.js";
import { startWatched, type WatchedServer } from "./stock-server.js";

// npm `faye` as it comes. It always shakes hands over HTTP and then goes on over WebSocket, if it may.

type Kind = "websocket" | "long-polling";

class Stock {
  readonly client: InstanceType<typeof faye.Client>;
  readonly received: unknown[] = [];

  constructor(server: WatchedServer, kind: Kind) {
    this.client = new faye.Client(server.url, { timeout: 5, retry: 0.05 });
    this.client.disable("autodisconnect");
    if (kind === "long-polling") this.client.disable("websocket");
    server.beforeStop(() => this.disconnect());
  }

  subscribe(channel: string | string[]): Promise<void> {
    return done(this.client.subscribe(channel, (data) => this.received.push(data)));
  }

  publish(channel: string, data: unknown): Promise<void> {
    return done(this.client.publish(channel, data));
  }

  /** Answered, its held connect included; what is not answered it sends again and again, for ever. */
  async disconnect(): Promise<void> {
    const gone = this.client.disconnect();
    if (gone !== undefined) await done(gone);
  }

  async heard(...expected: unknown[]): Promise<void> {
    await until(() => this.received.length >= expected.length, `${JSON.stringify(expected)} were received`);
    assert.deepEqual(this.received.splice(0), expected);
  }
}

function done(promise: PromiseLike<void>): Promise<void> {
  return withinTime(Promise.resolve(promise), "the client's promise");
}

for (const kind of ["websocket", "long-polling"] as const) {
  describe(`faye over ${kind}`, () => {
    test("subscribes, publishes and leaves", async (t) => {
      const server = await startWatched(t);
      const { bayeux, settled } = server;
      const ann = new Stock(server, kind);
      await ann.subscribe("/chat/*");
      await ann.subscribe(["/news/**", "/single"]);
      const session = await settled(kind);
      await ann.publish("/chat/room", { text: "Grüße €" });
      await ann.heard({ text: "Grüße €" });
      for (const data of [0, "", false, [1]]) bayeux.publish(undefined, "/news/a/b", data);
      await ann.heard(0, "", false, [1]);
      await Promise.all(Array.from({ length: 20 }, (_, data) => ann.publish("/single", data)));
      await ann.heard(...Array.from({ length: 20 }, (_, data) => data));
      const gone = new Promise<string>((resolve) => session.onRemoved((_session, reason) => resolve(reason)));
      await ann.disconnect();
      assert.equal(await withinTime(gone, "the end of the session"), "disconnected");
    });

    test("two clients talk, by name and by wildcard", async (t) => {
      const server = await startWatched(t);
      const [ann, bob] = [new Stock(server, kind), new Stock(server, kind)];
      await ann.subscribe("/to/ann");
      const channels: string[] = [];
      await done(bob.client.subscribe("/to/**").withChannel((channel) => channels.push(channel)));
      await bob.publish("/to/ann", "hello");
      await ann.heard("hello");
      await ann.publish("/to/bob", "hello");
      await until(() => channels.length === 2, "bob heard both");
      assert.deepEqual(channels, ["/to/ann", "/to/bob"]);
    });

    test("is told what is refused, and stops hearing what it left", async (t) => {
      const server = await startWatched(t);
      const { bayeux } = server;
      const ann = new Stock(server, kind);
      await ann.subscribe("/open");
      await assert.rejects(ann.subscribe("/meta/foo"), /create_denied/);
      const subscription = ann.client.subscribe("/left", (data) => ann.received.push(data));
      await done(subscription);
      subscription.cancel();
      await until(() => (bayeux.getChannel("/left")?.subscribers.size ?? 0) === 0, "it has left");
      bayeux.publish(undefined, "/left", "unheard");
      bayeux.publish(undefined, "/open", "heard");
      await ann.heard("heard");
    });

    test("shakes hands anew after a restart of its server, and subscribes again by itself", async (t) => {
      const first = await startWatched(t);
      const ann = new Stock(first, kind);
      await ann.subscribe("/news");
      await ann.subscribe("/chat/*");
      await first.settled(kind);
      await first.stop();
      const second = await startWatched(t, {}, { port: first.port });
      const back = () => ["/news", "/chat/*"].every((name) => second.bayeux.getChannel(name)?.subscribers.size === 1);
      await until(back, "it has subscribed again");
      second.bayeux.publish(undefined, "/news", "after");
      await ann.heard("after");
    });

    test("keeps its session over several connects, some of which end with nothing to deliver", async (t) => {
      // Connects time out when the test says so: Faye cuts its connection after 1.2 times the advised timeout, in real time.
      const timeoutMs = 20_000;
      const clock = new FakeClock();
      const server = await startWatched(
        t,
        { timeoutMs },
        {
          clock: {
            ...systemClock,
            now: () => clock.now(),
            schedule: (delayMs, callback) => clock.schedule(delayMs, callback),
          },
        },
      );
      const { bayeux, settled } = server;
      let [asked, answered] = [0, 0];
      bayeux.addExtension({
        incoming(_session, { channel }) {
          if (channel === "/meta/connect") asked += 1;
        },
        outgoing({ channel }) {
          if (channel === "/meta/connect") answered += 1;
        },
      });
      const ann = new Stock(server, kind);
      await ann.subscribe("/count");
      await settled(kind);
      for (let data = 0; data < 60; ) {
        for (const last = data + 10; data < last; data += 1) bayeux.publish(undefined, "/count", data);
        await until(
          () => ann.received.length >= data && asked > answered,
          `${data} were received, and a connect is held`,
        );
        const before = asked;
        await clock.advance(timeoutMs);
        await until(() => asked > before && asked > answered, "the next connect is held");
      }
      await ann.heard(...Array.from({ length: 60 }, (_, data) => data));
      assert.equal(bayeux.remoteSessionCount, 1);
    });
  });
}

test("faye with permessage-deflate: what is compressed at either end is read at the other", async (t) => {
  const server = await startWatched(
    t,
    {},
    { transport: { perMessageDeflate: true, perMessageDeflateThresholdBytes: 64 } },
  );
  const extensions: unknown[] = [];
  server.http.on("upgrade", ({ headers }) => extensions.push(headers["sec-websocket-extensions"]));
  const ann = new Stock(server, "websocket");
  ann.client.addWebsocketExtension(deflate);
  await ann.subscribe("/long");
  await server.settled("websocket");
  assert.match(String(extensions[0]), /^permessage-deflate/);
  const long = "the same words again and again; €".repeat(200);
  for (const data of [long, "short", { long }]) {
    await ann.publish("/long", data);
    await ann.heard(data);
  }
  server.bayeux.publish(undefined, "/long", long);
  await ann.heard(long);
});
