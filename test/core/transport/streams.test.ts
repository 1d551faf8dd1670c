import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import type { RemovalReason } from "../../../core/session/server-session.js";
import {
  ContractClient,
  getStream,
  type OpenStream,
  openStream,
  STREAM_WAYS,
} from "../../contract/transport/contract-client.js";
import type { EventReader } from "../../contract/transport/stream-reader.js";
import { RawHttp, shakeHands } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";
import { until, withinTime } from "../../support/until.js";

const ALL = ["websocket", "long-polling", "event-stream", "streaming", "forever-iframe"] as const;

async function open(t: TestContext, transport: Record<string, unknown> = {}, options: BayeuxOptionsInput = {}) {
  const server = await startServer(
    t,
    { timeoutMs: 5_000, maxIntervalMs: 5_000, sweepPeriodMs: 10, ...options },
    { transport: { allowedTransports: [...ALL], ...transport } },
  );
  const ended = new Map<string, RemovalReason>();
  server.bayeux.addListener({ sessionRemoved: (session, reason) => void ended.set(session.id, reason) });
  return { ...server, ended };
}

const data = (stream: OpenStream) =>
  stream.messages.filter(({ successful }) => successful === undefined).map((message) => message.data);

for (const way of STREAM_WAYS) {
  test(`${way}: no proxy keeps, changes or collects it, no browser guesses what it is`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    const { headers } = ann.stream!.response;
    assert.equal(headers["cache-control"], "no-store, no-transform");
    assert.equal(headers["x-accel-buffering"], "no");
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["content-encoding"], undefined);
    assert.equal(
      headers["content-type"],
      {
        "event-stream": "text/event-stream",
        lines: "application/x-ndjson",
        parts: 'multipart/x-mixed-replace; boundary="oortbus-part"',
        "forever-iframe": "text/html; charset=utf-8",
      }[way],
    );
  });

  test(`${way}: another browser's stream is as unknown as one that never was`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    const eve = await shakeHands(t, server.url, "http");
    for (const [http, clientId] of [
      [eve.http, ann.clientId],
      [new RawHttp(t, server.url), ann.clientId],
      [eve.http, "never1was2"],
    ] as const) {
      const { response } = await getStream(t, http, way, clientId);
      assert.equal(response.statusCode, 404);
      let body = "";
      for await (const chunk of response) body += String(chunk);
      assert.match(body, /402::session_unknown.*"reconnect":"handshake"/s);
    }
    assert.equal(ann.stream?.over, undefined, "hers goes on");
  });

  test(`${way}: renewed again and again while messages flow: none is lost, none comes twice, all in order`, async (t) => {
    const server = await open(t, { maxStreamMs: 30, maxIframeMs: 30 });
    const ann = await ContractClient.connect(t, server.url, way);
    await ann.subscribe("/news");
    let sent = 0;
    const talk = setInterval(() => server.bayeux.publish(undefined, "/news", sent++), 1);
    t.after(() => clearInterval(talk));
    await until(() => ann.streamsOpened >= 8, "eight streams were opened");
    clearInterval(talk);
    await ann.hears(sent);
    assert.deepEqual(
      ann.heard,
      Array.from({ length: sent }, (_, index) => index),
    );
    assert.equal(ann.connectReplies.length, 1, "the connect is held all the time");
    assert.ok(server.bayeux.getSession(ann.clientId)?.isConnected);
  });

  test(`${way}: a renewal that nobody follows is a client that is gone`, async (t) => {
    const server = await open(t, { maxStreamMs: 30, maxIframeMs: 30 }, { maxIntervalMs: 100 });
    const ann = await ContractClient.connect(t, server.url, way);
    ann.stopCycle();
    await until(() => server.ended.get(ann.clientId) === "expired", "the session expires");
  });

  test(`${way}: a sign of life where there is nothing to say`, async (t) => {
    const server = await open(t, { streamHeartbeatMs: 20 });
    const ann = await ContractClient.connect(t, server.url, way);
    await until(() => ann.stream!.reader.heartbeats >= 4, "signs of life come");
    assert.equal(ann.heard.length, 0);
  });

  test(`${way}: a connect that comes before the stream is held, and answered when the stream is there`, async (t) => {
    const server = await open(t);
    const ann = await shakeHands(t, server.url, "http");
    await ann.ask({ channel: "/meta/connect", connectionType: "event-stream" });
    await ann.ask({ channel: "/meta/subscribe", subscription: "/news" });
    const held = ann.http.start([{ channel: "/meta/connect", id: "h", clientId: ann.clientId }]);
    await until(() => server.bayeux.getSession(ann.clientId)?.holder !== undefined, "it is held");
    const stream = await openStream(t, ann.http, way, ann.clientId);
    const { messages } = await withinTime(held.response, "the answer to the held connect");
    assert.deepEqual(
      messages.map(({ id, successful }) => [id, successful]),
      [["h", true]],
    );
    server.bayeux.publish(undefined, "/news", "by stream");
    await until(() => data(stream).length === 1, "the stream brings it");
  });

  test(`${way}: a stream is used when its client has read what was on its way elsewhere, and says so`, async (t) => {
    const server = await open(t);
    const ann = await shakeHands(t, server.url, "http");
    const elsewhere = { channel: "/meta/connect", clientId: ann.clientId, connectionType: "long-polling" };
    await ann.http.post([elsewhere]);
    await ann.ask({ channel: "/meta/subscribe", subscription: "/news" });
    const held = () => until(() => server.bayeux.getSession(ann.clientId)?.holder !== undefined, "it is held");
    const first = ann.http.start([{ ...elsewhere, id: "1" }]);
    await held();
    const stream = await openStream(t, ann.http, way, ann.clientId);
    const choose = await withinTime(first.response, "it is asked where it wants to read");
    assert.deepEqual(
      choose.messages.map(({ id }) => id),
      ["1"],
    );
    // It did not know of the stream yet.
    const second = ann.http.start([{ ...elsewhere, id: "2" }]);
    await held();
    server.bayeux.publish(undefined, "/news", "by response");
    const carried = await withinTime(second.response, "the response carries it");
    assert.deepEqual(
      carried.messages.map((message) => message.data ?? message.id),
      ["by response", "2"],
    );
    server.bayeux.publish(undefined, "/news", "waits");
    assert.equal(server.bayeux.getSession(ann.clientId)?.outlet, undefined, "there is no way it could leave by");

    assert.equal((await ann.http.post([{ channel: "/meta/connect", clientId: ann.clientId }])).body, "[]");
    server.bayeux.publish(undefined, "/news", "by stream");
    await until(() => data(stream).length === 2, "the stream brings both");
    assert.deepEqual(data(stream), ["waits", "by stream"]);

    void ann.http.start([{ ...elsewhere, id: "3" }]);
    await until(() => stream.over === "ended", "it leaves the stream");
  });

  test(`${way}: a connect that was on its way when the stream opened is answered as one that was held`, async (t) => {
    const server = await open(t);
    const ann = await shakeHands(t, server.url, "http");
    const elsewhere = { channel: "/meta/connect", clientId: ann.clientId, connectionType: "long-polling" };
    await ann.http.post([elsewhere]);
    await openStream(t, ann.http, way, ann.clientId);
    const crossed = ann.http.start([elsewhere]);
    await withinTime(crossed.response, "it is asked where it wants to read");
    void ann.http.start([elsewhere]);
    await until(() => server.bayeux.getSession(ann.clientId)?.holder !== undefined, "what it has said stands");
  });

  test(`${way}: requests bring replies only while there is a stream; it brings the rest`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    await ann.subscribe("/news");
    server.bayeux.publish(undefined, "/news", 1);
    const { messages } = await ann.http.post([{ channel: "/news", clientId: ann.clientId, id: "p", data: 2 }]);
    assert.deepEqual(messages, [{ channel: "/news", id: "p", successful: true }]);
    assert.deepEqual(await ann.hears(2), [1, 2]);
  });

  test(`${way}: a second stream of the session takes the place of the first`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    ann.stopCycle();
    await ann.subscribe("/news");
    const second = await openStream(t, ann.http, way, ann.clientId);
    await until(() => ann.stream?.over === "ended", "the first ends in good form");
    server.bayeux.publish(undefined, "/news", "once");
    await until(() => data(second).length === 1, "the second brings it");
    assert.deepEqual(ann.heard, []);
    assert.equal(second.messages[0]?.channel, "/meta/connect", "it brings the reply to the connect as well");
    assert.equal(second.messages[0]?.successful, true);
  });

  test(`${way}: a connect that comes between two streams is held on the second`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    await ann.subscribe("/news");
    const session = server.bayeux.getSession(ann.clientId)!;
    ann.cut();
    await until(() => session.holder === undefined, "the loss is noticed");
    assert.equal((await ann.http.post([{ channel: "/meta/connect", clientId: ann.clientId }])).body, "[]");
    assert.equal(session.holder, undefined, "nobody could be answered");
    const second = await openStream(t, ann.http, way, ann.clientId);
    await until(() => session.holder !== undefined, "it is held");
    ann.cut();
    second.cut();
    await until(() => session.holder === undefined, "the loss is noticed");
    assert.equal((await ann.http.post([{ channel: "/meta/connect", clientId: ann.clientId }])).body, "[]");
    const other = way === "lines" ? "parts" : "lines";
    const third = await openStream(t, ann.http, other, ann.clientId);
    await until(() => third.messages.length === 1, "a stream of another kind answers it");
    assert.equal(third.messages[0]?.successful, true);
  });

  test(`${way}: connects without end are refused while their replies cannot leave`, async (t) => {
    const server = await open(t);
    const ann = await ContractClient.connect(t, server.url, way);
    const session = server.bayeux.getSession(ann.clientId)!;
    ann.stopCycle();
    ann.stream?.cut();
    await until(() => session.holder === undefined, "the loss is noticed");
    const connect = { channel: "/meta/connect", clientId: ann.clientId, advice: { timeout: 0 } };
    const statuses = [];
    for (let count = 0; count < 20; count += 1) statuses.push((await ann.http.post([connect])).status);
    assert.deepEqual(new Set(statuses), new Set([200, 429]));
    assert.equal(statuses.filter((status) => status === 200).length, 16);
  });
}

test("Faye's form of the request: the clientId at the end of the path", async (t) => {
  const server = await open(t);
  const ann = await shakeHands(t, server.url, "http");
  const http = new RawHttp(t, `${server.url}/${ann.clientId}`);
  for (const [name, value] of ann.http.cookies) http.cookies.set(name, value);
  const stream = await openStream(t, http, "event-stream", "", { query: "" }).catch(() => undefined);
  assert.equal(stream, undefined, "an empty clientId in the query is one");
  const faye = http.open({ method: "GET", headers: { Accept: "text/event-stream" } });
  faye.request.end();
  await until(() => server.bayeux.getSession(ann.clientId)?.transport === "event-stream", "the stream is open");
});

test("Accept decides: by its weights, then by its order", async (t) => {
  const server = await open(t);
  const ann = await shakeHands(t, server.url, "http");
  for (const [accept, expected] of [
    ["application/x-ndjson, multipart/x-mixed-replace", "application/x-ndjson"],
    ["application/x-ndjson;q=0.5, Multipart/X-Mixed-Replace", 'multipart/x-mixed-replace; boundary="oortbus-part"'],
    ["text/html, application/x-ndjson;q=0.1", "application/x-ndjson"],
    ["text/html, application/x-ndjson;q=0", undefined],
    ["*/*", undefined],
    ["application/x-ndjson, text/event-stream;q=0.9", "text/event-stream"],
  ] as const) {
    const { response } = await getStream(t, ann.http, "lines", ann.clientId, { headers: { Accept: accept } });
    assert.equal(response.statusCode, expected === undefined ? 400 : 200, accept);
    if (expected !== undefined) assert.equal(response.headers["content-type"], expected, accept);
    response.destroy();
  }
});

test("event-stream: Last-Event-ID brings again what came behind it, and nothing twice", async (t) => {
  const server = await open(t);
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
  await until(() => data(stream).length >= 3, "what was missed comes");
  server.bayeux.publish(undefined, "/news", 6);
  await until(() => data(stream).includes(6), "and what is new");
  assert.deepEqual(data(stream), [3, 4, 5, 6]);
  assert.ok(session.holder !== undefined, "the connect is still held");
  const again = await openStream(t, ann.http, "event-stream", ann.clientId, {
    query: `&lastEventId=${stream.payloads.at(-2)?.position}`,
  });
  await until(() => data(again).length >= 1, "the query says it as well");
  assert.deepEqual(data(again), [6]);
});

test("event-stream: what is before the reply that a client's next connect confirms is not kept", async (t) => {
  const server = await open(t, {}, { timeoutMs: 50 });
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
  const server = await open(t, {}, { timeoutMs: 50 });
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
  const server = await open(t);
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
  const server = await open(t, { maxResumeBytes: 200 });
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
  const server = await open(t);
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
  await until(() => data(second).length === 1, "the second stream goes on");
  assert.ok(second.payloads[0]!.position! > first + 1, "positions go on growing");
  assert.equal(server.ended.size, 0);
});

for (const way of STREAM_WAYS) {
  test(`${way}: a browser has as many streams as leave it connections for requests`, async (t) => {
    const server = await open(t, { maxStreamsPerBrowser: 2 });
    const tabs = [await ContractClient.connect(t, server.url, way)];
    const [first] = tabs as [ContractClient];
    for (const count of [2, 3]) {
      const [reply] = (await first.http.post([{ channel: "/meta/handshake" }])).messages;
      const { response } = await getStream(t, first.http, way, String(reply?.clientId));
      assert.equal(response.statusCode, count === 2 ? 200 : 429);
    }
    first.stopCycle();
    const again = await openStream(t, first.http, way, first.clientId);
    assert.equal(again.over, undefined, "its own it may open anew");
    const other = await ContractClient.connect(t, server.url, way);
    assert.equal(other.stream?.over, undefined, "another browser has its own");
  });
}

test("event-stream: who lost it before anything came goes on as well, and its connect is held", async (t) => {
  const server = await open(t);
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
  const server = await open(t);
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  ann.stopCycle();
  for (const position of ["", "-1", "1e3", "abc", "99999999999999999999"]) {
    const headers = { "Last-Event-ID": position };
    const { response } = await getStream(t, ann.http, "event-stream", ann.clientId, { headers });
    assert.equal(response.statusCode, 200, position);
  }
});

test("forever-iframe: a callback is a name, or the request is refused", async (t) => {
  const server = await open(t);
  const ann = await shakeHands(t, server.url, "http");
  const get = async (query: string) => {
    const request = ann.http.open({ method: "GET", path: `/cometd?clientId=${ann.clientId}&${query}` });
    request.request.end();
    return (await request.response).status;
  };
  for (const query of [
    "iframe=",
    "iframe=a.b",
    "iframe=1a",
    "iframe=a%22]%28%29",
    "iframe=%3C/script%3E",
    "iframe=a%0Ab",
    `iframe=${"a".repeat(65)}`,
    "iframe=a&iframe=b",
    "iframe=%E2%80%A8",
  ]) {
    assert.equal(await get(query), 400, query);
  }
});

test("forever-iframe: shown by no other origin, runs nothing but our scripts, and browsers render it at once", async (t) => {
  const server = await open(t);
  const ann = await shakeHands(t, server.url, "http");
  const { response } = await getStream(t, ann.http, "forever-iframe", ann.clientId);
  assert.match(String(response.headers["content-security-policy"]), /frame-ancestors 'self'/);
  assert.match(String(response.headers["content-security-policy"]), /default-src 'none'/);
  assert.equal(response.headers["x-frame-options"], "SAMEORIGIN");
  let text = "";
  response.on("data", (chunk: Buffer) => {
    text += String(chunk);
  });
  await until(() => text.length > 2_048, "the padding comes before any message");
});

test("event-stream: browsers are told how long to pause before they ask anew", async (t) => {
  const server = await open(t, { eventRetryMs: 250 });
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  assert.equal((ann.stream!.reader as EventReader).retryMs, 250);
});
