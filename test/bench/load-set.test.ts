import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { type WebSocket, WebSocketServer } from "ws";
import { Chat, channelOf } from "../../scripts/bench/load/chat.js";
import { LoadClient } from "../../scripts/bench/load/load-client.js";
import { LoadSet } from "../../scripts/bench/load/load-set.js";
import { Stream, Streams } from "../../scripts/bench/load/streams.js";

type Relay = (text: string, others: readonly WebSocket[], count: number) => void;

/** A bare broadcast server that treats its messages as `relay` says, and a set of three receivers on it. */
async function openSet(t: TestContext, relay: Relay, arrivalMs?: number): Promise<LoadSet> {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  let count = 0;
  server.on("connection", (socket) => {
    socket.on("message", (data) => {
      count += 1;
      relay(
        String(data),
        [...server.clients].filter((other) => other !== socket),
        count,
      );
    });
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const set = new LoadSet(false, arrivalMs);
  const stream = new Stream(set);
  const open = (): Promise<LoadClient> => LoadClient.open({ url, dialect: "bare" }, stream);
  stream.receivers = await Promise.all([open(), open(), open()]);
  const publisher = await open();
  stream.send = (data) => publisher.publish("/bench", data);
  const load = new Streams([stream], [publisher]);
  set.load = load;
  t.after(() => {
    load.close();
    server.close();
  });
  return set;
}

const toAll: Relay = (text, others) => {
  for (const other of others) other.send(text);
};
const round = { burst: 10, durationMs: 20, padding: 5 };

test("a server that loses nothing passes, and every delivery is counted", async (t) => {
  const set = await openSet(t, toAll);
  for (let times = 0; times < 2; times += 1) {
    const { published, deliveries, latencyMs, histogram } = await set.round(round);
    assert.ok(published >= 10);
    assert.equal(deliveries, published * 3);
    assert.equal(
      histogram.reduce((sum, some) => sum + some),
      deliveries,
      "each is in the histogram",
    );
    assert.ok(latencyMs.p50 > 0 && latencyMs.p50 <= latencyMs.p99 && latencyMs.p99 <= latencyMs.max);
  }
});

test("a server that packs messages together passes as well", async (t) => {
  let kept: string[] = [];
  const set = await openSet(t, (text, others) => {
    kept.push(text.slice(1, -1));
    if (kept.length < 10) return;
    toAll(`[${kept.join(",")}]`, others, 0);
    kept = [];
  });
  const { published, deliveries } = await set.round(round);
  assert.equal(deliveries, published * 3);
});

test("one message lost by one receiver fails the round", async (t) => {
  const set = await openSet(t, (text, others, count) => toAll(text, count === 5 ? others.slice(1) : others, count));
  await assert.rejects(set.round(round), /message 5 came instead of 4/);
});

test("a message that comes twice fails the round", async (t) => {
  const set = await openSet(t, (text, others, count) => {
    toAll(text, others, count);
    if (count === 5) others[0]!.send(text);
  });
  await assert.rejects(set.round(round), /message 4 came instead of 5/);
});

test("a last message that never comes fails the round", async (t) => {
  const set = await openSet(t, (text, others, count) => count < 10 && toAll(text, others, count), 100);
  await assert.rejects(set.round(round), /messages are missing: 27 of 30 deliveries/);
});

test("a connection that breaks fails the round", async (t) => {
  const set = await openSet(t, (_text, others) => others[0]!.terminate());
  await assert.rejects(set.round(round), /a connection was closed/);
});

test("messages leave at the rate that was asked for, whether those before have arrived or not", async (t) => {
  let kept: (() => void)[] = [];
  const set = await openSet(t, (text, others, count) => {
    kept.push(() => toAll(text, others, count));
    if (count < 20) return;
    for (const send of kept) send();
    kept = [];
  });
  const { published, deliveries, wallMs } = await set.round({
    burst: 2,
    goesPerSecond: 100,
    durationMs: 100,
    padding: 5,
  });
  assert.equal(published, 20);
  assert.equal(deliveries, 60);
  assert.ok(wallMs >= 90, `${wallMs} ms`);
});

test("who is frozen is not waited for, and gets all of it afterwards", async (t) => {
  const set = await openSet(t, toAll);
  set.load?.freeze?.(0.4);
  const { published, deliveries } = await set.round(round);
  assert.equal(deliveries, published * 2, "one of three");
  await set.thaw();
  assert.equal((await set.round(round)).deliveries % 3, 0);
});

test("in the chat each member counts the messages of each of its rooms", async (t) => {
  const set = new LoadSet(false);
  const chat = new Chat(set, 2);
  const sent: Buffer[][] = [[], []];
  const members = ["north", "south"].map((_name, index) => ({
    publishAll: (channel: string, data: readonly string[]) => {
      const room = [0, 1].find((other) => channelOf(other) === channel)!;
      sent[index]!.push(Buffer.from(data.map((text) => `{"channel":"${channel}","data":${text}}`).join(",")));
      assert.ok(room !== undefined);
    },
    close: () => {},
  })) as unknown as LoadClient[];
  t.after(() => chat.close());
  chat.open(members, () => [0, 1]);
  chat.restart();
  assert.equal(chat.send(2, "x"), 4);
  const [frame] = sent.flat();
  const problems: string[] = [];
  set.fail = ({ message }) => void problems.push(message);
  chat.frame(frame!, members[0]!);
  assert.throws(() => chat.verify(), /a member has 0 of 2 messages/);
  chat.frame(frame!, members[1]!);
  chat.verify();
  chat.frame(frame!, members[1]!);
  assert.match(problems.join(), /message 0 came instead of 2/);
});
