import assert from "node:assert/strict";
import { test } from "node:test";
import { readClientOptions } from "../../../core/client/client-options.js";
import { longPollingTransport } from "../../../core/client/transport/long-polling-client-transport.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";
import { ScriptedRandom } from "../../support/scripted-random.js";

interface Request {
  readonly messages: Message[];
  readonly init: RequestInit;
  answer(body: unknown, status?: number): Promise<void>;
  fail(error: Error): Promise<void>;
}

function bench(options: object = {}) {
  const clock = new FakeClock();
  const requests: Request[] = [];
  const received: Message[][] = [];
  const failures: Error[] = [];
  const refused: (readonly Message[])[] = [];
  const departed: (readonly Message[])[] = [];
  const factory = longPollingTransport((_url, init) => {
    return new Promise<Response>((resolve, reject) => {
      // A response's body is read over some turns of the event loop.
      const settled = async (): Promise<void> => {
        for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
      };
      requests.push({
        messages: JSON.parse(String(init.body)) as Message[],
        init,
        answer(body, status = 200) {
          const text = typeof body === "string" ? body : JSON.stringify(body);
          resolve(new Response(status === 204 ? null : text, { status }));
          return settled();
        },
        fail(error) {
          reject(error);
          return settled();
        },
      });
    });
  });
  const url = "http://north.test/cometd";
  const create = () =>
    factory.create(
      url,
      {
        received: (messages) => void received.push(messages),
        failed: (error) => void failures.push(error),
        refused: (_error, messages) => void refused.push(messages),
        departed: (messages) => void departed.push(messages),
      },
      {
        clock,
        random: new ScriptedRandom(),
        options: readClientOptions({ url, ...options }),
      },
    );
  return { requests, received, failures, refused, departed, create };
}

const connect: Message = { channel: "/meta/connect", id: "1" };
const message = (data: unknown): Message => ({ channel: "/a", data });

test("there are two requests at most: the connect, and one for all the rest", async () => {
  const { requests, received, departed, create } = bench();
  const transport = create();
  transport.send([connect]);
  transport.send([message(1)]);
  transport.send([message(2)]);
  transport.send([message(3)]);
  assert.deepEqual(
    requests.map((request) => request.messages),
    [[connect], [message(1)]],
  );
  assert.equal(new Headers(requests[0]?.init.headers).get("content-type"), "application/json;charset=UTF-8");
  assert.equal(requests[0]?.init.credentials, "include");
  await requests[1]?.answer([{ channel: "/a", successful: true }]);
  assert.deepEqual(requests[2]?.messages, [message(2), message(3)]);
  assert.deepEqual(departed, [[message(1)], [message(2), message(3)]]);
  await requests[0]?.answer([connect]);
  assert.deepEqual(received, [[{ channel: "/a", successful: true }], [connect]]);
  assert.equal(requests.length, 3);
});

test("a response that is no Bayeux fails the transport, and aborts the rest", async () => {
  for (const [body, status] of [
    ["", 200],
    ["[]", 200],
    ["{", 200],
    ["[null]", 200],
    [[connect], 500],
    [[connect], 204],
    [[connect], 404],
    [`[${"1,".repeat(300)}1]`, 200],
  ] as const) {
    const { requests, failures, received, create } = bench({ maxMessageChars: 500 });
    const transport = create();
    transport.send([message(1)]);
    transport.send([connect]);
    await requests[1]?.answer(body, status);
    assert.equal(failures.length, 1, String(body));
    assert.equal(requests[0]?.init.signal?.aborted, true);
    await requests[0]?.fail(new Error("aborted"));
    assert.equal(failures.length, 1);
    assert.deepEqual(received, []);
    transport.send([message(2)]);
    assert.equal(requests.length, 2);
  }
});

test("a status that blames one request refuses only the messages in it", async () => {
  const { requests, failures, refused, create } = bench();
  const transport = create();
  transport.send([connect]);
  transport.send([message("too much")]);
  transport.send([message(2)]);
  await requests[1]?.answer("", 413);
  assert.deepEqual(refused, [[message("too much")]]);
  assert.deepEqual(failures, []);
  assert.deepEqual(requests[2]?.messages, [message(2)]);
  await requests[2]?.answer("", 500);
  assert.equal(failures.length, 1);
});

test("a network failure of either request is the transport's, and abort ends both in silence", async () => {
  const { requests, failures, received, create } = bench();
  create().send([message(1)]);
  await requests[0]?.fail(new TypeError("fetch failed"));
  assert.match(failures[0]?.message ?? "", /fetch failed/);
  const transport = create();
  transport.send([connect]);
  transport.send([message(1)]);
  transport.close();
  assert.ok(requests.slice(1).every((request) => request.init.signal?.aborted));
  await requests[1]?.answer([connect]);
  await requests[2]?.fail(new Error("aborted"));
  assert.equal(failures.length, 1);
  assert.deepEqual(received, []);
});

test("a long queue leaves in requests within the limits", async () => {
  const { requests, create } = bench({ maxBatchMessages: 2 });
  const transport = create();
  transport.send([1, 2, 3, 4, 5].map(message));
  for (let index = 0; index < 3; index += 1) await requests[index]?.answer([{ channel: "/a" }]);
  assert.deepEqual(
    requests.map((request) => request.messages.length),
    [2, 2, 1],
  );
});
