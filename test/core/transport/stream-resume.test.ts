import assert from "node:assert/strict";
import { test } from "node:test";
import { ContractClient, getStream, openStream } from "../../contract/transport/contract-client.js";
import type { EventReader } from "../../contract/transport/stream-reader.js";
import { shakeHands } from "../../support/raw-client.js";
import { until } from "../../support/until.js";
import { dataOf, startStreaming } from "./start-streaming.js";

// An event-stream that is lost goes on where its client says that it was, by Last-Event-ID.

test("event-stream: Last-Event-ID brings again what came behind it, and nothing twice", async (t) => {
  const server = await startStreaming(t);
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  await ann.subscribe("/news");
  for (const number of [1, 2, 3, 4]) {
    server.bayeux.publish(undefined, "/news", number);
    await ann.hears(number);
  }
  const { payloads } = ann.stream!;
  assert.deepEqual(
    payloads.map(({ position }) => position),
    payloads.map((_, index) => index + 1),
    "positions are 1, 2, 3 and so on",
  );
  const second = payloads.find(({ messages }) => messages[0]?.data === 2)!;
  const session = server.bayeux.getSession(ann.clientId)!;
  ann.cut();
  await until(() => session.holder === undefined, "the loss is noticed");
  server.bayeux.publish(undefined, "/news", 5);
  const header = { "Last-Event-ID": String(second.position) };
  const stream = await openStream(t, ann.http, "event-stream", ann.clientId, { headers: header });
  await until(() => dataOf(stream).length >= 3, "what was missed comes");
  server.bayeux.publish(undefined, "/news", 6);
  await until(() => dataOf(stream).includes(6), "and what is new");
  assert.deepEqual(dataOf(stream), [3, 4, 5, 6]);
  assert.ok(session.holder !== undefined, "the connect is still held");
  const again = await openStream(t, ann.http, "event-stream", ann.clientId, {
    query: `&lastEventId=${stream.payloads.at(-2)?.position}`,
  });
  await until(() => dataOf(again).length >= 1, "the query says it as well");
  assert.deepEqual(dataOf(again), [6]);
});

test("event-stream: what is before the reply that a client's next connect confirms is not kept", async (t) => {
  const server = await startStreaming(t, {}, { timeoutMs: 50 });
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  await until(() => ann.connectReplies.length === 4, "three connects were held");
  const first = ann.stream!.payloads[0]!.position;
  ann.cut();
  const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, {
    headers: { "Last-Event-ID": String(first) },
  });
  assert.equal(response.statusCode, 404);
  assert.equal(server.ended.get(ann.clientId), "overflow");
});

test("event-stream: a connect's reply that was lost comes again with Last-Event-ID", async (t) => {
  const server = await startStreaming(t, {}, { timeoutMs: 50 });
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  ann.stopCycle();
  await until(() => ann.connectReplies.length === 2, "the held connect is answered");
  const position = ann.stream!.payloads.at(-1)!.position! - 1;
  ann.cut();
  const header = { "Last-Event-ID": String(position) };
  const stream = await openStream(t, ann.http, "event-stream", ann.clientId, { headers: header });
  await until(() => stream.messages.length === 1, "it comes again");
  assert.deepEqual(stream.messages[0], ann.connectReplies[1]);
});

test("event-stream with ack: a lost batch comes again, and once", async (t) => {
  const server = await startStreaming(t);
  const ann = await ContractClient.connect(t, server.url, "event-stream", true);
  await ann.subscribe("/news");
  ann.stopCycle();
  server.bayeux.publish(undefined, "/news", 1);
  await ann.hears(1);
  const replies = ann.connectReplies.length;
  await until(() => ann.connectReplies.length > replies - 1, "with its reply");
  const first = ann.stream!.payloads.find(({ messages }) => messages[0]?.data === 1)!;
  ann.cut();
  await ann.comeBack(first.position! - 1);
  await until(() => ann.heard.length === 2, "the batch comes again");
  await ann.cycle();
  server.bayeux.publish(undefined, "/news", 2);
  assert.deepEqual(await ann.hears(3), [1, 1, 2]);
});

test("event-stream: a gap is told: the session ends, and its client starts anew", async (t) => {
  const server = await startStreaming(t, { maxResumeBytes: 200 });
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  await ann.subscribe("/news");
  for (let number = 1; number <= 20; number += 1) {
    server.bayeux.publish(undefined, "/news", number);
    await ann.hears(number);
  }
  ann.cut();
  const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, {
    headers: { "Last-Event-ID": "2" },
  });
  assert.equal(response.statusCode, 404);
  assert.equal(server.ended.get(ann.clientId), "overflow");
});

test("event-stream: who has read a stream that another took over from is sent away, and nothing else happens", async (t) => {
  const server = await startStreaming(t);
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  ann.stopCycle();
  await ann.subscribe("/news");
  const first = ann.stream!.payloads.at(-1)!.position!;
  server.bayeux.publish(undefined, "/news", 1);
  await ann.hears(1);
  const second = await openStream(t, ann.http, "event-stream", ann.clientId);
  for (const position of [first, 1_000]) {
    const headers = { "Last-Event-ID": String(position) };
    const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, { headers });
    assert.equal(response.statusCode, 404);
  }
  server.bayeux.publish(undefined, "/news", 2);
  await until(() => dataOf(second).length === 1, "the second stream goes on");
  assert.ok(second.payloads[0]!.position! > first + 1, "positions go on growing");
  assert.equal(server.ended.size, 0);
});

test("event-stream: who lost it before anything came goes on as well, and its connect is held", async (t) => {
  const server = await startStreaming(t);
  const ann = await shakeHands(t, server.url, "http");
  await ann.ask({ channel: "/meta/connect" });
  const first = await openStream(t, ann.http, "event-stream", ann.clientId);
  await ann.http.post([{ channel: "/meta/connect", id: "h", clientId: ann.clientId }]);
  const session = server.bayeux.getSession(ann.clientId)!;
  await until(() => session.holder !== undefined, "the connect is held");
  const { start } = first.reader as EventReader;
  first.cut();
  await until(() => session.holder === undefined, "the loss is noticed");
  await openStream(t, ann.http, "event-stream", ann.clientId, { headers: { "Last-Event-ID": String(start) } });
  await until(() => session.holder !== undefined, "the connect is held again");
  const second = await openStream(t, ann.http, "event-stream", ann.clientId);
  const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, {
    headers: { "Last-Event-ID": String(start) },
  });
  assert.equal(response.statusCode, 404, "whose stream was taken over does not take it back");
  assert.equal(second.over, undefined);
});

test("event-stream: strange positions are none", async (t) => {
  const server = await startStreaming(t);
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  ann.stopCycle();
  for (const position of ["", "-1", "1e3", "abc", "99999999999999999999"]) {
    const headers = { "Last-Event-ID": position };
    const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, { headers });
    assert.equal(response.statusCode, 200, position);
  }
});
