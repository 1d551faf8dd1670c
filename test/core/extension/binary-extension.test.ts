import assert from "node:assert/strict";
import { test } from "node:test";
import { BinaryExtension, readBinary } from "../../../core/extension/binary-extension.js";
import type { Message } from "../../../core/message/message.js";
import { encodeZ85 } from "../../../core/message/z85.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

const BYTES = Uint8Array.of(0, 1, 254, 255, 128);
const TEXT = encodeZ85(BYTES);

async function started() {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.addExtension(new BinaryExtension());
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  socket.read();
  const session = socket.connection.session!;
  const send = async (channel: string, fields: object): Promise<Message[]> => {
    socket.send({ channel, clientId: session.id, ...fields });
    await clock.settle();
    return socket.read();
  };
  return { clock, server, session, send, socket };
}

test("listeners and services see bytes, and subscribers get the text the publisher sent", async () => {
  const { server, send } = await started();
  const seen: unknown[] = [];
  server.createChannel("/files").addListener((_session, { data }) => void seen.push(data));
  server.addService("/service/files", (_session, { data }) => void seen.push(data));
  await send("/meta/subscribe", { subscription: "/files" });
  const data = { data: TEXT, last: false, meta: { name: "a.bin" } };
  const ext = { binary: {}, trace: 1 };
  const messages = await send("/files", { data, ext });
  await send("/service/files", { data, ext });
  const bytes = { data: BYTES, last: false, meta: { name: "a.bin" } };
  assert.deepEqual(seen, [bytes, bytes]);
  assert.deepEqual(messages[0], { channel: "/files", data, ext });
});

test("server code delivers and publishes bytes as they are", async () => {
  const { server, session, send, clock, socket } = await started();
  await send("/meta/subscribe", { subscription: "/files" });
  session.deliver(undefined, "/service/files", BYTES);
  server.publish(undefined, "/files", { data: BYTES, last: false, meta: 7 }, { ext: { trace: 1 } });
  await clock.settle();
  assert.deepEqual(socket.read(), [
    { channel: "/service/files", data: { data: TEXT, last: true }, ext: { binary: {} } },
    { channel: "/files", data: { data: TEXT, last: false, meta: 7 }, ext: { trace: 1, binary: {} } },
  ]);
});

test("what another node publishes passes as it is, and a local subscriber can read it", async () => {
  const { server, send } = await started();
  const local = server.newLocalSession("service");
  await local.handshake();
  const read: unknown[] = [];
  local.subscribe("/files", (message) => read.push(readBinary(message)));
  await send("/meta/subscribe", { subscription: "/files" });
  server.publish(undefined, "/files", { data: TEXT, last: true }, { ext: { binary: {} } });
  server.publish(undefined, "/files", { data: BYTES, last: true });
  server.publish(undefined, "/files", { data: TEXT });
  assert.deepEqual(read, [{ data: BYTES, last: true }, { data: BYTES, last: true }, undefined]);
});

test("other messages stay as they are, and text that is no bytes does not enter", async () => {
  const { server, send } = await started();
  const seen: unknown[] = [];
  server.createChannel("/files").addListener((_session, { data }) => void seen.push(data));
  await send("/files", { data: { data: TEXT } });
  assert.deepEqual(seen, [{ data: TEXT }]);
  for (const data of [undefined, null, 1, "x", [], {}, { data: 1 }, { data: "a" }, { data: "~~~~~" }, { data: null }]) {
    const [reply] = await send("/files", { data, ext: { binary: {} } });
    assert.equal(reply?.error, "404::message_deleted", JSON.stringify(data));
  }
  assert.equal(seen.length, 1);
});
