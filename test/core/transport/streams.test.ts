import assert from "node:assert/strict";
import { test } from "node:test";
import { ContractClient, getStream, openStream, STREAM_WAYS } from "../../contract/transport/contract-client.js";
import type { EventReader } from "../../contract/transport/stream-reader.js";
import { RawHttp, shakeHands } from "../../support/raw-client.js";
import { until, withinTime } from "../../support/until.js";
import { dataOf, startStreaming } from "./start-streaming.js";

for (const way of STREAM_WAYS) {
  test(`${way}: no proxy keeps, changes or collects it, no browser guesses what it is`, async (t) => {
    const server = await startStreaming(t);
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
    const server = await startStreaming(t);
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
    const server = await startStreaming(t, { maxStreamMs: 30, maxIframeMs: 30 });
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
    const server = await startStreaming(t, { maxStreamMs: 30, maxIframeMs: 30 }, { maxIntervalMs: 100 });
    const ann = await ContractClient.connect(t, server.url, way);
    ann.stopCycle();
    await until(() => server.ended.get(ann.clientId) === "expired", "the session expires");
  });

  test(`${way}: a sign of life where there is nothing to say`, async (t) => {
    const server = await startStreaming(t, { streamHeartbeatMs: 20 });
    const ann = await ContractClient.connect(t, server.url, way);
    await until(() => ann.stream!.reader.heartbeats >= 4, "signs of life come");
    assert.equal(ann.heard.length, 0);
  });

  test(`${way}: a connect that comes before the stream is held, and answered when the stream is there`, async (t) => {
    const server = await startStreaming(t);
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
    await until(() => dataOf(stream).length === 1, "the stream brings it");
  });

  test(`${way}: a stream is used when its client has read what was on its way elsewhere, and says so`, async (t) => {
    const server = await startStreaming(t);
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
    await until(() => dataOf(stream).length === 2, "the stream brings both");
    assert.deepEqual(dataOf(stream), ["waits", "by stream"]);

    void ann.http.start([{ ...elsewhere, id: "3" }]);
    await until(() => stream.over === "ended", "it leaves the stream");
  });

  test(`${way}: a connect that was on its way when the stream opened is answered as one that was held`, async (t) => {
    const server = await startStreaming(t);
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
    const server = await startStreaming(t);
    const ann = await ContractClient.connect(t, server.url, way);
    await ann.subscribe("/news");
    server.bayeux.publish(undefined, "/news", 1);
    const { messages } = await ann.http.post([{ channel: "/news", clientId: ann.clientId, id: "p", data: 2 }]);
    assert.deepEqual(messages, [{ channel: "/news", id: "p", successful: true }]);
    assert.deepEqual(await ann.hears(2), [1, 2]);
  });

  test(`${way}: a second stream of the session takes the place of the first`, async (t) => {
    const server = await startStreaming(t);
    const ann = await ContractClient.connect(t, server.url, way);
    ann.stopCycle();
    await ann.subscribe("/news");
    const second = await openStream(t, ann.http, way, ann.clientId);
    await until(() => ann.stream?.over === "ended", "the first ends in good form");
    server.bayeux.publish(undefined, "/news", "once");
    await until(() => dataOf(second).length === 1, "the second brings it");
    assert.deepEqual(ann.heard, []);
    assert.equal(second.messages[0]?.channel, "/meta/connect", "it brings the reply to the connect as well");
    assert.equal(second.messages[0]?.successful, true);
  });

  test(`${way}: a connect that comes between two streams is held on the second`, async (t) => {
    const server = await startStreaming(t);
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
    const server = await startStreaming(t);
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
  const server = await startStreaming(t);
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
  const server = await startStreaming(t);
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

for (const way of STREAM_WAYS) {
  test(`${way}: a browser has as many streams as leave it connections for requests`, async (t) => {
    const server = await startStreaming(t, { maxStreamsPerBrowser: 2 });
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

test("forever-iframe: a callback is a name, or the request is refused", async (t) => {
  const server = await startStreaming(t);
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
  const server = await startStreaming(t);
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
  const server = await startStreaming(t, { eventRetryMs: 250 });
  const ann = await ContractClient.connect(t, server.url, "event-stream");
  assert.equal((ann.stream!.reader as EventReader).retryMs, 250);
});
