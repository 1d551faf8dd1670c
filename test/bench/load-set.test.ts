import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { type WebSocket, WebSocketServer } from "ws";
import { LoadClient } from "../../scripts/bench/load-client.js";
import { LoadSet } from "../../scripts/bench/load-set.js";

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
  const stream = set.addStream();
  stream.receivers = await Promise.all([1, 2, 3].map(() => LoadClient.bare(url, stream)));
  const publisher = await LoadClient.bare(url, stream);
  stream.publisher = publisher;
  stream.send = (data) => publisher.sendText(`[{"channel":"/bench","data":${data}}]`);
  t.after(() => {
    set.close();
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
    const { published, deliveries, latencyMs } = await set.round(round);
    assert.ok(published >= 10);
    assert.equal(deliveries, published * 3);
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
