import assert from "node:assert/strict";
import { test } from "node:test";
import { StraySockets } from "../../../core/transport/stray-sockets.js";

const strays = () => new StraySockets({ relay: () => Promise.resolve(false), knows: (id) => id.startsWith("far") });
const connect = (clientId: unknown, more: object = {}): string =>
  JSON.stringify([{ channel: "/meta/connect", clientId, connectionType: "websocket", ...more }]);

test("a socket that opens with another node's session is sent away once, and advised when it comes again", () => {
  const sockets = strays();
  assert.deepEqual(
    [1, 2, 3].map(() => sockets.sendsAway(connect("far1"))),
    [true, false, true],
  );
  assert.equal(sockets.sendsAway(connect("far2")), true, "each session by itself");
});

test("nobody else is sent away", () => {
  const sockets = strays();
  for (const text of [
    connect("near1"),
    connect("far1", { advice: { timeout: 0 } }), // who reconnects
    connect(7),
    connect(""),
    connect("far1 or not"),
    connect(undefined),
    JSON.stringify([{ channel: "/meta/handshake", version: "1.0" }]),
    "[]",
    "no JSON",
  ]) {
    assert.equal(sockets.sendsAway(text), false, text);
  }
});

test("it remembers no more than a thousand sessions, the latest ones", () => {
  const sockets = strays();
  for (let count = 0; count <= 1_000; count += 1) assert.equal(sockets.sendsAway(connect(`far${count}`)), true);
  assert.equal(sockets.sendsAway(connect("far1000")), false);
  assert.equal(sockets.sendsAway(connect("far0")), true, "forgotten");
});
