import assert from "node:assert/strict";
import { test } from "node:test";
import { type ServiceError, status } from "@grpc/grpc-js";
import { FakeBus } from "../support/fake-bus.js";
import { serve } from "./faces.js";

/** What only bytes can get wrong. */
const WRONG_DATA: [story: string, data: Uint8Array | undefined, text: string][] = [
  ["none", undefined, "data: must be JSON"],
  ["empty", new Uint8Array(), "data: must be JSON"],
  ["half a value", Buffer.from('{"a":'), "data: must be JSON"],
  ["two values", Buffer.from("1,2"), "data: must be JSON"],
  ["broken UTF-8", new Uint8Array([0x22, 0xc3, 0x22]), "data: must be UTF-8 text"],
  ["too deep, not even closed", Buffer.from("[".repeat(500)), "data: must not be nested deeper than 8"],
];

for (const [story, data, text] of WRONG_DATA) {
  test(`data that is ${story} is refused, for a channel and for a user`, async (t) => {
    const bus = new FakeBus();
    const { client } = await serve(t, bus);
    const payload = data === undefined ? {} : { data };
    for (const call of [
      client.publish({ channel: "/chat", ...payload }),
      client.sendToUser({ user: "bob", channel: "/inbox", ...payload }),
    ]) {
      await assert.rejects(call, (error: ServiceError) => {
        const expected = story.startsWith("too") ? status.RESOURCE_EXHAUSTED : status.INVALID_ARGUMENT;
        assert.deepEqual([error.code, error.details], [expected, text]);
        return true;
      });
    }
    assert.deepEqual([bus.published, bus.sent], [[], []]);
  });
}

test("any JSON text is data, as it is", async (t) => {
  const bus = new FakeBus();
  const { client } = await serve(t, bus);
  for (const text of ["null", " 1.5 ", '"grüß"', "[]", '{"a":{"b":[true]}}']) {
    await client.publish({ channel: "/chat", data: Buffer.from(text) });
    assert.deepEqual(bus.published.pop(), ["/chat", JSON.parse(text)]);
  }
});
