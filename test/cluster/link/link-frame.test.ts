import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { oortbus } from "#proto/link.js";
import { type FrameHead, readFrame, writeFrame } from "../../../cluster/link/link-frame.js";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import type { Message } from "../../../core/message/message.js";
import { Publication } from "../../../core/message/publication.js";

const { LinkFrame } = oortbus.v1;
const LIMITS = { maxJsonDepth: 64 };

const anyNumber = fc.nat(Number.MAX_SAFE_INTEGER);
const anyHead: fc.Arbitrary<FrameHead> = fc.record({
  first: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  ack: anyNumber,
  ackWanted: fc.boolean(),
  dropped: anyNumber,
});
const anyMessage = fc
  .record({ data: fc.jsonValue({ stringUnit: "binary" }), ext: fc.option(fc.jsonValue(), { nil: undefined }) })
  .map(({ data, ext }) => {
    const message: Message = { channel: "/a/é", data };
    if (ext !== undefined) message.ext = { ext };
    return JSON.parse(JSON.stringify(message)) as Message;
  });
const anyText = fc.option(fc.string({ unit: "grapheme", minLength: 1 }), { nil: "" });

const anyEnvelope = fc.option(fc.uint8Array({ maxLength: 200 }), { nil: undefined });
const printed = (messages: readonly Message[]) => messages.map((message) => new Publication(message).printed);
/** The same, and some in envelopes: of these some without data. */
const enclosed = (messages: readonly Message[], envelopes: readonly (Uint8Array | undefined)[]) =>
  printed(messages).map((message, index) => {
    const bytes = envelopes[index];
    const envelope = bytes && Buffer.from(bytes);
    return envelope === undefined || envelope.length % 2 === 0
      ? { ...message, envelope }
      : { ...message, data: "", dataBytes: 0, envelope };
  });

test("what is written is read, and is what the generated code reads", () => {
  fc.assert(
    fc.property(
      anyHead,
      fc.array(anyMessage),
      fc.array(anyEnvelope),
      anyText,
      fc.nat(20),
      (head, messages, envelopes, text, room) => {
        const deliveries = enclosed(messages, envelopes);
        const written = writeFrame(head, deliveries, text, room);
        const bytes = written.subarray(room);
        const first = messages.length === 0 ? 0 : head.first;
        assert.deepEqual(readFrame(bytes, LIMITS), { ...head, first, deliveries, messages: text });
        const generated = LinkFrame.decode(bytes);
        assert.equal(Number(generated.first), first);
        assert.equal(Number(generated.ack), head.ack);
        assert.equal(generated.ackWanted, head.ackWanted);
        assert.equal(Number(generated.dropped), head.dropped);
        assert.equal(Buffer.from(generated.messages).toString(), text);
        assert.deepEqual(
          generated.deliveries.map(({ channel, data, fields, envelope }) => [
            ...[channel, String(data), String(fields)],
            Buffer.from(envelope ?? []),
          ]),
          deliveries.map(({ channel, data, fields, envelope }) => [channel, data, fields, envelope ?? Buffer.alloc(0)]),
        );
      },
    ),
  );
});

test("what the generated code writes is read, unknown fields and another order included", () => {
  const bytes = LinkFrame.encode({
    first: 300,
    ack: 70_000,
    dropped: 3,
    ackWanted: true,
    deliveries: [{ channel: "/a", data: Buffer.from('{"b":"é"}'), fields: Buffer.from('{"ext":{}}') }],
    messages: Buffer.from("[]"),
  }).finish();
  const unknown = [0x38, 0x96, 0x01, 0x42, 0x02, 1, 2, 0x4d, 1, 2, 3, 4, 0x51, 1, 2, 3, 4, 5, 6, 7, 8];
  const frame = readFrame(Buffer.concat([Buffer.from(unknown), bytes]), LIMITS);
  assert.deepEqual(frame, {
    first: 300,
    ack: 70_000,
    ackWanted: true,
    dropped: 3,
    deliveries: [{ channel: "/a", data: '{"b":"é"}', dataBytes: 10, fields: '{"ext":{}}', envelope: undefined }],
    messages: "[]",
  });
});

const anyFrame = fc.tuple(anyHead, fc.array(anyMessage, { maxLength: 4 }), anyText);
const anyDamage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 4 });

test("any bytes are read or refused, and what is read has one JSON value for each delivery, in good UTF-8", () => {
  const read = (bytes: Uint8Array) => {
    try {
      for (const { data, dataBytes, envelope } of readFrame(bytes, LIMITS).deliveries) {
        assert.equal(Buffer.byteLength(data), dataBytes);
        if (envelope === undefined) assert.notEqual(data, "");
      }
    } catch (error) {
      if (!(error instanceof BayeuxError)) throw error;
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), read));
  fc.assert(
    fc.property(anyFrame, anyDamage, fc.nat(400), ([head, messages, text], damage, cut) => {
      const bytes = Buffer.from(writeFrame(head, printed(messages), text, 0));
      for (const [at, value] of damage) if (at < bytes.length) bytes[at] = value;
      read(bytes);
      read(bytes.subarray(0, cut));
    }),
    { numRuns: 2_000 },
  );
});

test("data that is no UTF-8, no value, or missing is refused, and so are deliveries without number", () => {
  const frameWith = (data: Uint8Array, first = 1) =>
    LinkFrame.encode({ first, deliveries: [{ channel: "/a", data }] }).finish();
  const refused = (bytes: Uint8Array) => assert.throws(() => readFrame(bytes, LIMITS), { code: 400 });
  for (const text of ['"\xff"', '"\xc3"', '{"\\\xe9":1}', '"\xed\xa0\x80"'])
    refused(frameWith(Buffer.from(text, "latin1")));
  refused(frameWith(Buffer.from('1},{"channel":"/meta/disconnect"')));
  refused(frameWith(Buffer.alloc(0)));
  refused(frameWith(Buffer.from("1"), 0));
  readFrame(frameWith(Buffer.from("1")), LIMITS);
});

test("a frame of too many deliveries is refused", () => {
  const delivery = { channel: "/a", data: Buffer.from("1") };
  const bytes = LinkFrame.encode({ first: 1, deliveries: Array.from({ length: 8_193 }, () => delivery) }).finish();
  assert.throws(() => readFrame(bytes, LIMITS), { code: 413 });
});
