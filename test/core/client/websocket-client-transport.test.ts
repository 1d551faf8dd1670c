import assert from "node:assert/strict";
import { test } from "node:test";
import { readClientOptions } from "../../../core/client/client-options.js";
import type { ClientTransport, TransportError } from "../../../core/client/transport/client-transport.js";
import { type WebSocketLike, webSocketTransport } from "../../../core/client/transport/websocket-client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";
import { ScriptedRandom } from "../../support/scripted-random.js";

class FakeSocket implements WebSocketLike {
  bufferedAmount = 0;
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  readonly log: string[] = [];

  send(text: string): void {
    this.log.push(text);
  }

  close(code?: number, reason?: string): void {
    this.log.push(`close ${code} ${reason}`);
  }

  terminate(): void {
    this.log.push("terminate");
  }

  happens(event: "onopen" | "onmessage" | "onclose" | "onerror", fields: object = {}): void {
    this[event]?.(fields as never);
  }
}

function bench(options: object = {}) {
  const clock = new FakeClock();
  const sockets: FakeSocket[] = [];
  const urls: string[] = [];
  const received: Message[][] = [];
  const failures: TransportError[] = [];
  const refused: [Error, readonly Message[]][] = [];
  const factory = webSocketTransport((url) => {
    urls.push(url);
    if (url.includes("unmakable")) throw new SyntaxError("bad URL");
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket;
  });
  const create = (url = "http://north.test/cometd"): ClientTransport =>
    factory.create(
      url,
      {
        received: (messages) => void received.push(messages),
        failed: (error) => void failures.push(error as TransportError),
        refused: (error, messages) => void refused.push([error, messages]),
        departed: () => {},
      },
      {
        clock,
        random: new ScriptedRandom(),
        options: readClientOptions({ url, ...options }),
      },
    );
  return { clock, sockets, urls, received, failures, refused, create };
}

const message = (data: unknown): Message => ({ channel: "/a", data });

test("it opens with the first message, and sends what waited in one frame", () => {
  const { sockets, urls, received, create } = bench();
  const transport = create("https://north.test/cometd");
  assert.equal(sockets.length, 0);
  transport.send([message(1)]);
  transport.send([message(2), message(3)]);
  assert.deepEqual(urls, ["wss://north.test/cometd"]);
  const [socket] = sockets;
  assert.deepEqual(socket?.log, []);
  socket?.happens("onopen");
  assert.deepEqual(socket?.log, [JSON.stringify([1, 2, 3].map(message))]);
  transport.send([message(4)]);
  assert.deepEqual(socket?.log[1], JSON.stringify([message(4)]));
  socket?.happens("onmessage", { data: '[{"channel":"/a"},{"channel":"/b"}]' });
  socket?.happens("onmessage", { data: '{"channel":"/c"}' });
  assert.deepEqual(received, [[{ channel: "/a" }, { channel: "/b" }], [{ channel: "/c" }]]);
});

test("keep-alives and binary frames are passed over; anything else that is not Bayeux ends the connection", () => {
  const { sockets, received, failures, create } = bench({ maxMessageChars: 100, maxJsonDepth: 10 });
  create().send([message(1)]);
  sockets[0]?.happens("onopen");
  for (const data of ["", "[]", new ArrayBuffer(4), undefined]) sockets[0]?.happens("onmessage", { data });
  assert.deepEqual([received, failures], [[], []]);
  for (const data of ["{", "null", "[null]", "7", '[{"channel":"/a"},1]', `"${"x".repeat(200)}"`, "[".repeat(50)]) {
    create().send([message(1)]);
    const socket = sockets.at(-1)!;
    socket.happens("onopen");
    socket.happens("onmessage", { data });
    assert.equal(socket.log.at(-1), "terminate", data);
    socket.happens("onmessage", { data: '{"channel":"/late"}' });
    socket.happens("onclose");
  }
  assert.deepEqual(received, []);
  assert.equal(failures.length, 7);
  assert.ok(failures.every((error) => !error.neverOpened));
});

test("it tells a connection that never opened from one that broke", async () => {
  const { clock, sockets, failures, create } = bench({ connectTimeoutMs: 3_000 });
  create().send([message(1)]);
  sockets[0]?.happens("onerror", { error: new Error("ECONNREFUSED") });
  sockets[0]?.happens("onclose", { code: 1006 });
  create().send([message(1)]);
  await clock.advance(3_000);
  create("http://unmakable.test").send([message(1)]);
  assert.deepEqual(
    failures.map((error) => error.neverOpened),
    [true, true, true],
  );
  create().send([message(1)]);
  sockets.at(-1)?.happens("onopen");
  await clock.advance(60_000);
  sockets.at(-1)?.happens("onclose", { code: 1001, reason: "Going Away" });
  assert.equal(failures[3]?.neverOpened, false);
  assert.match(failures[3]?.message ?? "", /1001 Going Away/);
  assert.equal(clock.pending, 0);
});

test("close says goodbye once, and hears nothing any more", () => {
  const { clock, sockets, failures, create } = bench();
  const transport = create();
  transport.send([message(1)]);
  sockets[0]?.happens("onopen");
  transport.close();
  transport.send([message(2)]);
  transport.close();
  assert.equal(sockets[0]?.log.at(-1), "close 1000 undefined");
  for (const event of ["onmessage", "onerror", "onclose"] as const) assert.equal(sockets[0]?.[event], null);

  const opening = create();
  opening.send([message(1)]);
  opening.close();
  assert.deepEqual(sockets[1]?.log, ["terminate"]);
  create().abort();
  assert.equal(clock.pending, 0);
  assert.deepEqual(failures, []);
});

test("a socket that does not drain takes no more publishes, but what keeps the session", () => {
  const { sockets, refused, create } = bench({ maxBufferedBytes: 1_000 });
  const transport = create();
  transport.send([message(1)]);
  const socket = sockets[0]!;
  socket.happens("onopen");
  socket.bufferedAmount = 1_001;
  transport.send([message(2)]);
  transport.send([{ channel: "/meta/connect" }]);
  assert.equal(refused.length, 1);
  const [error, messages] = refused[0]!;
  assert.deepEqual(messages, [message(2)]);
  assert.equal((error as { code?: string }).code, "overflow");
  assert.equal(socket.log.at(-1), '[{"channel":"/meta/connect"}]');
});

test("a message that is too long, or no JSON, is refused by itself", () => {
  const { sockets, refused, create } = bench({ maxBatchBytes: 100 });
  const transport = create();
  const long = message("x".repeat(100));
  const big = message(1n);
  transport.send([message(1), long, big]);
  sockets[0]?.happens("onopen");
  assert.deepEqual(sockets[0]?.log, [JSON.stringify([message(1)])]);
  assert.deepEqual(refused[0]?.[1], [long, big]);
});
