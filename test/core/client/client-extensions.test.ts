import assert from "node:assert/strict";
import { test } from "node:test";
import { BinaryClientExtension } from "../../../core/client/extension/binary-client-extension.js";
import { TimestampClientExtension } from "../../../core/client/extension/timestamp-client-extension.js";
import { TimesyncClientExtension } from "../../../core/client/extension/timesync-client-extension.js";
import type { Message } from "../../../core/message/message.js";
import { FakeClock } from "../../support/fake-clock.js";

test("the timestamp says when a message left", () => {
  const clock = new FakeClock();
  const message: Message = { channel: "/a" };
  new TimestampClientExtension(clock).outgoing(message);
  assert.equal(message.timestamp, new Date(clock.now()).toUTCString());
});

test("lag and offset are learned from replies, held ones too, and what is no answer is passed over", async () => {
  const clock = new FakeClock();
  const sync = new TimesyncClientExtension(clock);
  const ahead = 5_000; // the server's clock
  for (let round = 0; round < 12; round += 1) {
    const request: Message = { channel: "/meta/connect" };
    sync.outgoing(request);
    const asked = request.ext?.timesync as { tc: number; l: number; o: number };
    assert.equal(asked.l, round === 0 ? 0 : 40);
    await clock.advance(40);
    const ts = clock.now() + ahead;
    await clock.advance(1_000 + 40); // held, and the way back
    sync.incoming({ channel: "/meta/connect", ext: { timesync: { tc: asked.tc, ts, p: 1_000 } } });
  }
  assert.deepEqual([sync.lagMs, sync.offsetMs], [40, ahead]);
  assert.equal(sync.serverTimeMs, clock.now() + ahead);
  for (const timesync of [null, 7, { tc: "1", ts: 2, p: 3 }, { tc: 1 }]) {
    sync.incoming({ channel: "/meta/connect", ext: { timesync } });
  }
  assert.equal(sync.offsetMs, ahead);
  const publish: Message = { channel: "/a" };
  sync.outgoing(publish);
  assert.equal(publish.ext, undefined);
});

test("bytes travel as text and arrive as bytes, with what was said beside them", () => {
  const binary = new BinaryClientExtension();
  const bytes = Uint8Array.of(0x86, 0x4f, 0xd2, 0x6f, 0xb5, 0x59, 0xf7, 0x5b);
  for (const data of [bytes, bytes.buffer, { data: bytes }]) {
    const ext = { mine: 1 };
    const message: Message = { channel: "/a", data, ext };
    binary.outgoing(message);
    assert.deepEqual(message.data, { data: "HelloWorld", last: true });
    assert.deepEqual(message.ext, { mine: 1, binary: {} });
    assert.deepEqual(ext, { mine: 1 });
    binary.incoming(message);
    assert.deepEqual(message.data, { data: bytes, last: true });
  }
  const part: Message = { channel: "/a", data: { data: bytes.subarray(0, 3), last: false, meta: { name: "a.txt" } } };
  binary.outgoing(part);
  binary.incoming(part);
  assert.deepEqual(part.data, { data: bytes.slice(0, 3), last: false, meta: { name: "a.txt" } });
});

test("what is not bytes is left alone", () => {
  const binary = new BinaryClientExtension();
  for (const data of [undefined, null, 1, "HelloWorld", { data: "HelloWorld" }, [1]]) {
    const message: Message = { channel: "/a", data };
    binary.outgoing(message);
    assert.deepEqual(message, { channel: "/a", data });
  }
  for (const data of [undefined, 7, { data: 7 }, { data: "H" }, { data: "\u0000\u0000" }]) {
    const message: Message = { channel: "/a", data, ext: { binary: {} } };
    binary.incoming(message);
    assert.deepEqual(message.data, data);
  }
});
