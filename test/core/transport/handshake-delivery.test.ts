import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Message } from "../../../core/message/message.js";
import { RawHttp, RawSocket } from "../../support/raw-client.js";
import { startServer } from "../../support/start-server.js";

// What server code sends to a session that is just shaking hands (spec section 5.4).

const HANDSHAKE = { channel: "/meta/handshake", id: "1" };

async function start(t: TestContext, allowMessageDeliveryDuringHandshake: boolean) {
  const server = await startServer(t, { allowMessageDeliveryDuringHandshake, timeoutMs: 200 });
  server.bayeux.addListener({
    sessionAdded(session) {
      session.deliver(undefined, "/news", "hello");
      session.deliver(undefined, "/news", "again");
    },
  });
  return server;
}

const dataOf = (messages: readonly Message[]) => messages.flatMap(({ data }) => (data === undefined ? [] : [data]));

for (const ack of [false, true]) {
  const handshake = ack ? { ...HANDSHAKE, ext: { ack: true } } : HANDSHAKE;
  const title = ack ? " with ack" : "";

  test(`over HTTP${title}, the reply says how many messages come with it, and they stand behind it`, async (t) => {
    const { url } = await start(t, true);
    const http = new RawHttp(t, url);
    const [reply, ...deliveries] = (await http.post([handshake])).messages;
    assert.equal(reply?.channel, "/meta/handshake");
    assert.equal(reply?.["x-messages"], 2);
    assert.deepEqual(reply?.ext, ack ? { ack: { enabled: true, batch: 1 } } : undefined);
    assert.deepEqual(dataOf(deliveries), ["hello", "again"]);
    const connect = { channel: "/meta/connect", clientId: reply?.clientId, id: "2", connectionType: "long-polling" };
    const confirmed = ack ? { ...connect, ext: { ack: 1 } } : connect;
    const { messages } = await http.post([confirmed]);
    assert.deepEqual(
      messages.map(({ channel, ext }) => [channel, ext]),
      [["/meta/connect", ack ? { ack: 2 } : undefined]],
    );
  });

  test(`over WebSocket${title}, the same: the reply in a frame, then the messages`, async (t) => {
    const { url } = await start(t, true);
    const socket = await RawSocket.open(t, url);
    const [reply] = await socket.ask([handshake]);
    assert.equal(reply?.["x-messages"], 2);
    assert.deepEqual(reply?.ext, ack ? { ack: { enabled: true, batch: 1 } } : undefined);
    assert.deepEqual(dataOf(await socket.frame()), ["hello", "again"]);
  });

  test(`without the option${title}, they come with the first answer that may carry them`, async (t) => {
    const { url } = await start(t, false);
    const http = new RawHttp(t, url);
    const { messages } = await http.post([handshake]);
    assert.equal(messages.length, 1);
    assert.equal(messages[0]?.["x-messages"], undefined);
    assert.deepEqual(messages[0]?.ext, ack ? { ack: true } : undefined);
    const connect = { channel: "/meta/connect", clientId: messages[0]?.clientId, connectionType: "long-polling" };
    assert.deepEqual(dataOf((await http.post([connect])).messages), ["hello", "again"]);
  });
}

test("with ack, what got lost with the handshake's response comes again with the first connect", async (t) => {
  const { url } = await start(t, true);
  const http = new RawHttp(t, url);
  const [reply] = (await http.post([{ ...HANDSHAKE, ext: { ack: true } }])).messages;
  const connect = { channel: "/meta/connect", clientId: reply?.clientId, connectionType: "long-polling" };
  const { messages } = await http.post([{ ...connect, ext: { ack: 0 } }]);
  assert.deepEqual(dataOf(messages), ["hello", "again"]);
  assert.deepEqual(messages.at(-1)?.ext, { ack: 2 });
});

test("a handshake with nothing to deliver says nothing of messages, and one that is refused gets none", async (t) => {
  const { url, bayeux } = await startServer(t, { allowMessageDeliveryDuringHandshake: true });
  const http = new RawHttp(t, url);
  const [plain, ...none] = (await http.post([HANDSHAKE])).messages;
  assert.deepEqual([plain?.successful, plain?.["x-messages"], none.length], [true, undefined, 0]);
  bayeux.addExtension({
    outgoing(message, { receiver }) {
      if (message.channel !== "/meta/handshake") return;
      receiver?.deliver(undefined, "/news", "too early");
      message.successful = false;
    },
  });
  const refused = (await http.post([HANDSHAKE])).messages;
  assert.deepEqual([refused.length, refused[0]?.successful, refused[0]?.["x-messages"]], [1, false, undefined]);
});
