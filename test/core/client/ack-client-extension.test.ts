import assert from "node:assert/strict";
import { test } from "node:test";
import { AckClientExtension } from "../../../core/client/extension/ack-client-extension.js";
import { ClientBench } from "./fake-transport.js";

test("each connect acknowledges the batch of the last successful reply", async (t) => {
  const bench = new ClientBench(t);
  const ack = new AckClientExtension();
  bench.client.addExtension(ack);
  void bench.client.handshake({ ext: { user: "alice" } });
  assert.deepEqual(bench.transport.acceptHandshake({ ext: { ack: true } }).ext, { user: "alice", ack: true });
  assert.equal(ack.isEnabled, true);
  assert.deepEqual(bench.transport.accept("/meta/connect", { ext: { ack: 1 } }).ext, { ack: 0 });
  assert.deepEqual(bench.transport.accept("/meta/connect", { ext: { ack: 2 } }).ext, { ack: 1 });
  const { id, ext } = bench.transport.take("/meta/connect");
  assert.deepEqual(ext, { ack: 2 });
  // A late reply to an older connect must not move the number.
  bench.transport.receive({ channel: "/meta/connect", id: "2", successful: true, ext: { ack: 9 } });
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "500::", ext: { ack: 8 } });
  await bench.clock.advance(500);
  assert.deepEqual(bench.transport.accept("/meta/connect", { ext: { ack: 3 } }).ext, { ack: 2 });
});

test("the number survives a lost connection, so that the server sends again; a new session starts from 0", async (t) => {
  const bench = new ClientBench(t);
  bench.client.addExtension(new AckClientExtension());
  const transport = await bench.connect({ ext: { ack: true } });
  transport.accept("/meta/connect", { ext: { ack: 5 } });
  transport.fail();
  await bench.clock.advance(500);
  const { id, ext } = bench.transport.take("/meta/connect");
  assert.deepEqual(ext, { ack: 5 });
  bench.transport.receive({ channel: "/meta/connect", id, successful: false, error: "402::session_unknown" });
  bench.transport.acceptHandshake({ ext: { ack: { enabled: true, batch: 1 } } });
  assert.deepEqual(bench.transport.take("/meta/connect").ext, { ack: 1 }, "messages came with the handshake");
});

test("a server without the extension is not bothered with it", async (t) => {
  for (const ext of [undefined, {}, { ack: false }, { ack: { enabled: "yes" } }, "nonsense", [true]]) {
    const bench = new ClientBench(t);
    const ack = new AckClientExtension();
    bench.client.addExtension(ack);
    const transport = await bench.connect({ ext });
    assert.equal(ack.isEnabled, false);
    assert.equal(transport.take("/meta/connect").ext, undefined);
  }
});

test("numbers that are none are passed over", async (t) => {
  const bench = new ClientBench(t);
  const ack = new AckClientExtension();
  bench.client.addExtension(ack);
  const transport = await bench.connect({ ext: { ack: true } });
  transport.accept("/meta/connect", { ext: { ack: 4 } });
  for (const value of ["5", null, Number.NaN, 1.5, [6], { enabled: true, batch: 7 }]) {
    transport.accept("/meta/connect", { ext: { ack: value } });
    assert.equal(ack.batch, 4);
  }
});
