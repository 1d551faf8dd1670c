import assert from "node:assert/strict";
import { test } from "node:test";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { networkOf } from "../../../core/server/newcomers.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeSocket } from "../fake-connection.js";

const NETWORKS: readonly (readonly [string, string])[] = [
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:db8::", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
];

for (const [address, network] of NETWORKS) {
  test(`${address} counts as ${network}`, () => assert.equal(networkOf(address), network));
}

test("who connects makes room for the next, and in the end nobody is remembered", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({ maxNewSessionsPerAddress: 2 }, { clock });
  server.start();
  const handshake = async () => {
    const socket = new FakeSocket(server);
    socket.send({ channel: "/meta/handshake", id: "1" });
    await clock.settle();
    return { socket, reply: socket.read()[0]! };
  };
  const first = await handshake();
  await handshake();
  const refused = await handshake();
  assert.deepEqual(
    [refused.reply.error, refused.reply.advice],
    ["403:too_many_handshakes:handshake_denied", undefined],
    "it may try again",
  );
  first.socket.send({ channel: "/meta/connect", clientId: first.reply.clientId });
  await clock.settle();
  assert.equal((await handshake()).reply.successful, true);
  assert.equal((await handshake()).reply.successful, false);
  await clock.advance(60_000);
  for (let count = 0; count < 2; count += 1) assert.equal((await handshake()).reply.successful, true);
  server.close();
});
