import assert from "node:assert/strict";
import { test } from "node:test";
import { TimestampExtension } from "../../../core/extension/timestamp-extension.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

test("replies, broadcasts and single deliveries say when they left; a publisher's own stamp does not count", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.addExtension(new TimestampExtension({ clock }));
  const socket = new FakeSocket(server);
  const stamps = async () => {
    await clock.settle();
    return socket.read().map(({ channel, timestamp }) => [channel, timestamp]);
  };
  socket.send({ channel: "/meta/handshake" });
  const utc = () => new Date(clock.now()).toUTCString();
  assert.deepEqual(await stamps(), [["/meta/handshake", utc()]]);
  const session = socket.connection.session!;
  socket.send({ channel: "/meta/subscribe", clientId: session.id, subscription: "/a" });
  await stamps();
  await clock.advance(5_000);
  socket.send({ channel: "/a", clientId: session.id, data: 1, timestamp: "yesterday" });
  session.deliver(undefined, "/b", 1);
  const now = utc();
  assert.deepEqual(await stamps(), [
    ["/a", now],
    ["/b", now],
    ["/a", now],
  ]);
});

test("the format can be chosen", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  server.addExtension(new TimestampExtension({ clock, format: (timeMs) => new Date(timeMs).toISOString() }));
  const socket = new FakeSocket(server);
  socket.send({ channel: "/meta/handshake" });
  await clock.settle();
  assert.equal(socket.read()[0]?.timestamp, new Date(clock.now()).toISOString());
});
