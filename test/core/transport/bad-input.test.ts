import assert from "node:assert/strict";
import { describe, type TestContext, test } from "node:test";
import type { Message } from "../../../core/message/message.js";
import {
  askByScript,
  CONNECTION_TYPE,
  RAW_WAYS_UP,
  RawHttp,
  type RawSession,
  RawSocket,
  type RawTransport,
  requestBy,
  shakeHands,
} from "../../support/raw-client.js";
import { ALL_TRANSPORTS, startServer, type TestServer } from "../../support/start-server.js";
import { FIELDS, WRONG_VALUES } from "../../support/wrong-values.js";
import { Unharmed } from "./unharmed.js";

const GOOD: readonly (readonly [string, Record<string, unknown>])[] = [
  ["handshake", { id: "7", channel: "/meta/handshake", version: "1.0", supportedConnectionTypes: ["websocket"] }],
  ["connect", { id: "7", channel: "/meta/connect", connectionType: "long-polling", advice: { timeout: 0 } }],
  ["subscribe", { id: "7", channel: "/meta/subscribe", subscription: "/bad/input" }],
  ["unsubscribe", { id: "7", channel: "/meta/unsubscribe", subscription: "/bad/input" }],
  ["publish", { id: "7", channel: "/bad/input", data: "x" }],
  ["service", { id: "7", channel: "/service/echo", data: "x" }],
  ["disconnect", { id: "7", channel: "/meta/disconnect" }],
];

/** Inside `advice` and `ext`. */
const NESTED: readonly (readonly [string, string])[] = [
  ["advice", "timeout"],
  ["advice", "interval"],
  ["advice", "reconnect"],
  ["advice", "__proto__"],
  ["ext", "ack"],
  ["ext", "__proto__"],
  ["ext", "constructor"],
];

const EVERY_WAY_UP: Parameters<typeof startServer>[2] = {
  transport: { allowedTransports: ALL_TRANSPORTS },
};

async function start(t: TestContext): Promise<{ server: TestServer; unharmed: Unharmed }> {
  const server = await startServer(
    t,
    { timeoutMs: 4, sweepPeriodMs: 4, maxMessageBytes: 4_096, maxBatchMessages: 8, maxJsonDepth: 8 },
    EVERY_WAY_UP,
  );
  server.bayeux.addService("/service/echo", (session, { data }) => void session.deliver(undefined, "/echo", data));
  return { server, unharmed: await Unharmed.watch(t, server.url) };
}

/** A JSON text with a key that an object literal would not keep. */
function withField(message: Record<string, unknown>, field: string, value: unknown): string {
  const rest = JSON.stringify({ ...message, [field]: undefined }).slice(1, -1);
  return `[{${rest}${rest === "" ? "" : ","}${JSON.stringify(field)}:${JSON.stringify(value)}}]`;
}

/** What a session was delivered; a script carries it with the reply to a connect only. */
async function deliveriesOf(session: RawSession, transport: RawTransport): Promise<Message[]> {
  const connectionType = CONNECTION_TYPE[transport];
  if (transport === "script") await session.ask({ channel: "/meta/connect", connectionType, advice: { timeout: 0 } });
  return session.deliveries.splice(0);
}

/** With another message beside it, over HTTP no connect is held; a handshake is alone by rule. */
function inCompany(name: string, text: string): string {
  return name === "handshake" ? text : `${text.slice(0, -1)},{"channel":"/company"}]`;
}

/** Sends it as it is, and gives the messages that came back; over a socket there is an answer to count on. */
async function tell(
  t: TestContext,
  url: string,
  transport: RawTransport,
  text: string,
  http?: RawHttp,
  socket?: RawSocket,
) {
  if (transport !== "ws") {
    const messages = await requestBy(transport, http ?? new RawHttp(t, url), text);
    assert.ok(messages.length > 0, text);
    return messages;
  }
  socket ??= await RawSocket.open(t, url);
  socket.send(text);
  socket.send([{ channel: "/probe", id: "fence" }]);
  const messages: Message[] = [];
  while (messages.at(-1)?.id !== "fence") messages.push(...(await socket.frame()));
  return messages.slice(0, -1);
}

for (const transport of RAW_WAYS_UP) {
  describe(`over ${transport}`, () => {
    for (const [name, good] of GOOD) {
      test(`${name}: every field with every wrong value is answered, and harms nobody`, async (t) => {
        const { server, unharmed } = await start(t);
        let session = await shakeHands(t, server.url, transport);
        const check = async (text: string) => {
          const messages = await tell(t, server.url, transport, text, session.http, session.socket);
          // Over a socket a held connect may be answered later, when its time is over.
          if (transport !== "ws" || name !== "connect") assert.ok(messages.length > 0, text);
          for (const message of messages) {
            assert.ok(typeof message === "object" && message !== null, text);
            if (message.successful === false) assert.match(String(message.error), /^4\d\d:[^:]*:[a-z_]+$/, text);
            assert.equal(typeof (message.channel ?? ""), "string", text);
            assert.ok(message.id === undefined || typeof message.id === "string", text);
          }
          if (server.bayeux.getSession(session.clientId) === undefined) {
            session = await shakeHands(t, server.url, transport);
          }
        };
        for (const field of FIELDS) {
          for (const value of WRONG_VALUES) {
            await check(inCompany(name, withField({ clientId: session.clientId, ...good }, field, value)));
          }
          await unharmed.check();
        }
        for (const [outer, inner] of NESTED) {
          for (const value of WRONG_VALUES) {
            const nested = `{${JSON.stringify(inner)}:${JSON.stringify(value)}}`;
            const text = withField({ clientId: session.clientId, ...good }, outer, "NESTED");
            await check(inCompany(name, text.replace('"NESTED"', nested)));
          }
        }
        await unharmed.check();
      });
    }

    test("too large, too deep, too many: refused with the code that says so", async (t) => {
      const { server, unharmed } = await start(t);
      const publish = (data: unknown) => JSON.stringify([{ channel: "/a", data }]);
      const cases: readonly (readonly [string, string])[] = [
        ["too large", publish("x".repeat(5_000))],
        ["too deep", publish(JSON.parse(`${"[".repeat(8)}${"]".repeat(8)}`))],
        ["too deep to print", `[{"channel":"/a","data":${"[".repeat(1_900)}${"]".repeat(1_900)}}]`],
        ["too many", JSON.stringify(Array.from({ length: 9 }, () => ({ channel: "/a" })))],
      ];
      for (const [name, text] of cases) {
        if (transport !== "ws") {
          const http = new RawHttp(t, server.url);
          const { status } = await (transport === "script" ? askByScript(http, [text]) : http.post(text));
          assert.equal(status, 413, name);
        } else {
          const socket = await RawSocket.open(t, server.url);
          socket.send(text);
          assert.equal((await socket.close()).code, 1009, name);
        }
        await unharmed.check();
      }
    });

    test("at the limits all is well", async (t) => {
      const { server, unharmed } = await start(t);
      const session = await shakeHands(t, server.url, transport);
      const empty = JSON.stringify([{ channel: "/a", clientId: session.clientId, data: "" }]).length;
      const full = [{ channel: "/a", clientId: session.clientId, data: "x".repeat(4_096 - empty) }];
      const eight = Array.from({ length: 8 }, () => ({
        channel: "/a",
        clientId: session.clientId,
        data: [[[[[[]]]]]],
      }));
      for (const messages of [full, eight]) {
        const replies = await tell(t, server.url, transport, JSON.stringify(messages), session.http, session.socket);
        assert.deepEqual([...new Set(replies.map(({ successful }) => successful))], [true]);
        assert.equal(replies.length, messages.length);
      }
      await unharmed.check();
    });

    test("keys of the prototype in data and ext go through as the data they are, to every receiver", async (t) => {
      const { server, unharmed } = await start(t);
      const session = await shakeHands(t, server.url, transport);
      await session.ask({ channel: "/meta/subscribe", subscription: "/keys" });
      const data = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"hasOwnProperty":1}';
      const text = `[{"channel":"/keys","id":"9","clientId":"${session.clientId}","data":${data},"ext":${data},"__proto__":{"polluted":true}}]`;
      const messages = await tell(t, server.url, transport, text, session.http, session.socket);
      const [delivery] = transport === "script" ? await deliveriesOf(session, transport) : messages;
      assert.equal(JSON.stringify(delivery?.data), data);
      assert.equal(JSON.stringify(delivery?.ext), data);
      assert.ok(!Object.hasOwn(delivery!, "__proto__"));
      await unharmed.check();
    });

    test("names of the prototype are names like any other", async (t) => {
      const { server, unharmed } = await start(t);
      const session = await shakeHands(t, server.url, transport);
      for (const name of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"]) {
        const subscription = `/${name}`;
        assert.equal((await session.ask({ channel: "/meta/subscribe", subscription })).successful, true);
        assert.equal((await session.ask({ channel: subscription, data: name })).successful, true);
        assert.deepEqual(await deliveriesOf(session, transport), [{ channel: subscription, data: name }]);
        assert.equal((await session.ask({ channel: "/meta/unsubscribe", subscription })).successful, true);
        assert.equal((await session.ask({ channel: `/service/${name}`, data: 1 })).successful, true);
        assert.equal((await session.ask({ channel: `/meta/${name}`, data: 1 })).successful, false);
      }
      await unharmed.check();
    });

    test("one session has so many subscriptions, and no more", async (t) => {
      const server = await startServer(t, { maxSubscriptions: 3 }, EVERY_WAY_UP);
      const unharmed = await Unharmed.watch(t, server.url);
      const session = await shakeHands(t, server.url, transport);
      const subscribe = (subscription: unknown) => session.ask({ channel: "/meta/subscribe", subscription });
      assert.equal((await subscribe(["/1", "/2"])).successful, true);
      assert.equal((await subscribe(["/3", "/4"])).error, "403:too_many_subscriptions:subscribe_denied");
      assert.equal((await subscribe("/5")).error, "403:too_many_subscriptions:subscribe_denied");
      assert.equal((await subscribe("/1")).successful, true, "it has that one");
      assert.equal((await subscribe(["/1", "/1", "/1", "/1"])).error, "403::subscription_invalid");
      await session.ask({ channel: "/meta/unsubscribe", subscription: "/2" });
      assert.equal((await subscribe("/5")).successful, true);
      await unharmed.check();
    });

    test("the node has so many channels and sessions, and no more", async (t) => {
      const limits = { maxChannels: 8, maxSessions: 4, sweepPeriodMs: 10_000 };
      const server = await startServer(t, limits, EVERY_WAY_UP);
      const unharmed = await Unharmed.watch(t, server.url);
      const session = await shakeHands(t, server.url, transport);
      const errors = [];
      for (let count = 1; count <= 3; count += 1) errors.push((await session.ask({ channel: `/${count}` })).error);
      assert.deepEqual(errors, [undefined, undefined, "403:too_many_channels:channel_create_denied"]);
      const subscription = "/4";
      const refused = await session.ask({ channel: "/meta/subscribe", subscription });
      assert.equal(refused.error, "403:too_many_channels:create_denied");
      assert.equal((await session.ask({ channel: "/1" })).successful, true);
      const fourth = await shakeHands(t, server.url, transport);
      await assert.rejects(shakeHands(t, server.url, transport), /403:too_many_sessions:handshake_denied/);
      await unharmed.check();
      await fourth.ask({ channel: "/meta/disconnect" });
      await shakeHands(t, server.url, transport);
      await unharmed.check();
    });
  });
}

test("binary frames are not Bayeux's: ignored, whatever is in them", async (t) => {
  const { server, unharmed } = await start(t);
  const socket = await RawSocket.open(t, server.url);
  for (const bytes of ["", '[{"channel":"/meta/handshake"}]', "\u0000\u0001"]) socket.send(Buffer.from(bytes));
  const [reply] = await socket.ask([{ channel: "/probe", id: "1" }]);
  assert.equal(reply?.id, "1");
  await unharmed.check();
});

test("text that is not UTF-8 closes the socket with 1007, and is 400 over HTTP", async (t) => {
  const { server, unharmed } = await start(t);
  const bytes = Buffer.concat([
    Buffer.from('[{"channel":"/a","data":"'),
    Buffer.from([0xff, 0xc3]),
    Buffer.from('"}]'),
  ]);
  const socket = await RawSocket.open(t, server.url);
  socket.ws.send(bytes, { binary: false });
  assert.equal((await socket.close()).code, 1007);
  assert.equal((await new RawHttp(t, server.url).post(bytes)).status, 400);
  await unharmed.check();
});

test("a message that comes in many fragments is one message, and its limit is the same", async (t) => {
  const { server, unharmed } = await start(t);
  const socket = await RawSocket.open(t, server.url);
  const text = '[{"channel":"/probe","id":"1"}]';
  for (const [index, letter] of [...text].entries()) socket.ws.send(letter, { fin: index === text.length - 1 });
  assert.equal((await socket.frame())[0]?.id, "1");
  for (let sent = 0; sent < 5_000; sent += 500) socket.ws.send("x".repeat(500), { fin: false });
  assert.equal((await socket.close()).code, 1009);
  await unharmed.check();
});
