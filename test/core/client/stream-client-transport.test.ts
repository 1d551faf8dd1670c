import assert from "node:assert/strict";
import { test } from "node:test";
import { readClientOptions } from "../../../core/client/client-options.js";
import { TransportError } from "../../../core/client/transport/client-transport.js";
import { type StreamEvents, streamTransport } from "../../../core/client/transport/stream-client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";
import { ScriptedRandom } from "../../support/scripted-random.js";

function bench() {
  const clock = new FakeClock();
  const posted: Message[][] = [];
  const streams: { url: string; events: StreamEvents; isClosed: boolean }[] = [];
  const received: Message[][] = [];
  const failures: Error[] = [];
  const url = "http://north.test/cometd";
  const factory = streamTransport(
    "stream",
    (_url, { body }) => {
      posted.push(JSON.parse(String(body)) as Message[]);
      return Promise.resolve(new Response("[]"));
    },
    (streamUrl, events) => {
      const stream = { url: streamUrl, events, isClosed: false };
      streams.push(stream);
      return () => {
        stream.isClosed = true;
      };
    },
  );
  const transport = factory.create(
    url,
    {
      received: (messages) => void received.push(messages),
      failed: (error) => void failures.push(error),
      refused: () => {},
      departed: () => {},
    },
    { clock, random: new ScriptedRandom(), options: readClientOptions({ url }) },
  );
  return { clock, posted, streams, received, failures, transport };
}

const connect: Message = { channel: "/meta/connect", id: "1", clientId: "a&b" };
const news: Message = { channel: "/news", data: 1 };

test("a connect waits until the stream is open; all else, and later connects, go up at once", () => {
  const { transport, posted, streams, received } = bench();
  transport.send([{ channel: "/meta/handshake", id: "0" }]);
  transport.send([connect]);
  assert.deepEqual(posted, [[{ channel: "/meta/handshake", id: "0" }]]);
  assert.equal(streams[0]?.url, "http://north.test/cometd?clientId=a%26b");
  streams[0]?.events.opened();
  assert.deepEqual(posted[1], [connect]);
  streams[0]?.events.payload([news]);
  assert.deepEqual(received, [[news]]);
  transport.send([connect]);
  assert.equal(posted.length, 3);
  assert.equal(streams.length, 1);
  transport.close();
  assert.equal(streams[0]?.isClosed, true);
});

test("a stream that ends is followed by another, which goes on where it was; one that breaks too, if it can", () => {
  const { transport, streams, received, failures } = bench();
  transport.send([connect]);
  streams[0]?.events.opened();
  streams[0]?.events.payload([news], "7");
  streams[0]?.events.ended();
  assert.equal(streams[0]?.isClosed, true);
  assert.match(streams[1]?.url ?? "", /lastEventId=7/);
  streams[0]?.events.payload([news], "6");
  assert.equal(received.length, 1, "what is left behind is not heard");
  streams[1]?.events.payload([news], "8");
  streams[1]?.events.failed(new Error("reset"));
  assert.match(streams[2]?.url ?? "", /lastEventId=8/);
  streams[2]?.events.failed(new Error("reset again, and nothing came"));
  assert.equal(failures.length, 1);
  assert.equal((failures[0] as TransportError).neverOpened, false);
  assert.equal(streams.length, 3);
});

test("a stream without positions is not followed when it breaks, nor any that ends as soon as it is there", async () => {
  for (const isEmpty of [false, true]) {
    const { transport, streams, failures, clock } = bench();
    transport.send([connect]);
    streams[0]?.events.opened();
    if (isEmpty) {
      streams[0]?.events.ended();
    } else {
      streams[0]?.events.payload([news]);
      streams[0]?.events.failed(new Error("reset"));
    }
    assert.equal(failures.length, 1);
    assert.ok(failures[0] instanceof TransportError);
    assert.equal(failures[0].neverOpened, isEmpty);
    assert.equal(streams.length, 1);
    await clock.advance(60_000);
    assert.equal(failures.length, 1);
  }
});

test("a stream that brings nothing in time was never open", async () => {
  const { transport, streams, failures, clock } = bench();
  transport.send([connect]);
  streams[0]?.events.opened();
  await clock.advance(9_999);
  assert.equal(failures.length, 0);
  await clock.advance(1);
  assert.equal((failures[0] as TransportError).neverOpened, true);
  assert.equal(streams[0]?.isClosed, true);
});
