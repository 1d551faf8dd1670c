import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { oortbus } from "#proto/seti.js";
import type { PrintedMessage } from "../../core/message/publication.js";
import { RawJson } from "../../core/message/raw-json.js";
import { openSealed, readSealed, sealAnswers, sealUserSend } from "../../seti/seti-envelope.js";
import { type Answer, readSetiMessage, type UserSend, writeAnswers, writeUserSend } from "../../seti/seti-message.js";

const { SetiEnvelope } = oortbus.v1;
const NODE = "http://north/cometd";
const NODE_ID = "http_north_cometd";

const anyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
const anyNumber = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const anySend: fc.Arbitrary<UserSend> = fc.record({
  asks: fc.array(fc.record({ user: anyText, request: anyNumber }), { minLength: 1, maxLength: 5 }),
  channel: anyText,
  data: fc.jsonValue(),
  hops: orNone(fc.integer({ min: 1, max: 4 })),
  key: orNone(anyText),
  until: orNone(fc.constantFrom("written" as const, "acked" as const)),
  answerTo: orNone(anyText),
});
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  ...{ request: anyNumber, sessions: fc.nat(), reached: fc.nat() },
  // 0 means what nothing means, and generated code writes none.
  ...{ confirmed: orNone(fc.integer({ min: 1 })), open: orNone(fc.integer({ min: 1 })) },
  passed: orNone(fc.array(anyText, { minLength: 1, maxLength: 3 })),
  lost: orNone(fc.constant(true)),
  holders: orNone(fc.array(anyText, { maxLength: 40 })),
});

function sealed(envelope: Uint8Array, data?: unknown): PrintedMessage {
  const text = data === undefined ? "" : JSON.stringify(data);
  return { channel: "/seti/x", data: text, dataBytes: Buffer.byteLength(text), fields: "", envelope };
}

/** As it is once it was JSON, without what is not there. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test("what an envelope says of a message is what the JSON form says, and its data is not read for that", () => {
  fc.assert(
    fc.property(anySend, (send) => {
      const json = plain(writeUserSend(send, NODE, NODE_ID));
      const inJson = readSetiMessage(json, 1_000);
      const message = sealed(sealUserSend(send, NODE), send.data);
      const read = readSealed(message, 1_000);
      assert.ok(read?.kind === "users");
      for (const { data } of read.messages) assert.ok(data instanceof RawJson && data.text === message.data);
      assert.deepEqual(
        plain(read.messages),
        plain(inJson?.kind === "user" ? [inJson.message] : inJson?.kind === "users" && inJson.messages),
      );
      assert.deepEqual(JSON.parse(openSealed(message)!), json, "and whoever knows no envelopes gets that form");
    }),
  );
});

test("answers are read as they were written, and opened are those of the JSON form", () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 4 }), (answers) => {
      const message = sealed(sealAnswers({ node: NODE, answers }));
      assert.deepEqual(plain(readSealed(message, 256)), plain({ kind: "answers", answers: { node: NODE, answers } }));
      assert.deepEqual(JSON.parse(openSealed(message)!), plain(writeAnswers({ node: NODE, answers })));
    }),
  );
});

test("a message that asks nothing has no sender to answer to", () => {
  const message = sealed(
    sealUserSend({ asks: [{ user: "ann", request: undefined }], channel: "/a", data: 1 }, NODE),
    1,
  );
  const read = readSealed(message, 256);
  assert.ok(read?.kind === "users");
  assert.deepEqual(plain(read.messages), [{ userId: "ann", channel: "/a", data: 1 }]);
  assert.deepEqual(JSON.parse(openSealed(message)!), { userId: "ann", channel: "/a", setiId: NODE_ID, data: 1 });
});

test("the generated code reads what is written here, and writes what is read here", () => {
  fc.assert(
    fc.property(anySend, fc.array(anyAnswer, { maxLength: 3 }), (send, answers) => {
      const bytes = Buffer.concat([sealUserSend(send, NODE), sealAnswers({ node: NODE, answers })]);
      const generated = SetiEnvelope.decode(bytes);
      const { node, channel, addressees, hops, key, until, answerTo } = generated;
      assert.deepEqual(
        [node, channel, hops, key, answerTo],
        [NODE, send.channel, send.hops ?? 0, send.key ?? "", send.answerTo ?? ""],
      );
      assert.equal(until, { none: 0, written: 1, acked: 2 }[send.until ?? "none"]);
      const asks = addressees.map(({ user, request }) => ({ user, request: Number(request) }));
      assert.deepEqual(asks, plain(send.asks));
      for (const [index, answer] of generated.answers.entries()) {
        assert.equal(Number(answer.request), answers[index]?.request);
        assert.deepEqual(answer.passed, answers[index]?.passed ?? []);
        assert.deepEqual(answer.holders?.nodes, answers[index]?.holders);
        assert.equal(answer.lost, answers[index]?.lost ?? false);
      }
      const again = sealed(SetiEnvelope.encode(generated).finish(), send.data);
      assert.deepEqual(plain(readSealed(again, 1_000)), plain(readSealed(sealed(bytes, send.data), 1_000)));
    }),
  );
});

test("any bytes are read or refused, and users that are none are left out", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      readSealed(sealed(bytes, 1), 256);
      openSealed(sealed(bytes, 1));
    }),
  );
  fc.assert(
    fc.property(anySend, fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1 }), (send, damage) => {
      const bytes = sealUserSend(send, NODE);
      for (const [at, value] of damage) if (at < bytes.length) bytes[at] = value;
      readSealed(sealed(bytes, 1), 256);
      openSealed(sealed(bytes, 1));
    }),
  );
  const asks = [
    { user: "x".repeat(9), request: 1 },
    { user: "ann", request: 2 },
    { user: "", request: 3 },
  ];
  const read = readSealed(sealed(sealUserSend({ asks, channel: "/a", data: 1 }, NODE), 1), 8);
  assert.ok(read?.kind === "users");
  assert.deepEqual(
    read.messages.map(({ userId }) => userId),
    ["ann"],
  );
  assert.equal(readSealed(sealed(sealUserSend({ asks, channel: "/a", data: 1 }, NODE)), 8), undefined, "no data");
  assert.equal(readSealed(sealed(new Uint8Array(), 1), 8), undefined, "and nobody who says it");
});
