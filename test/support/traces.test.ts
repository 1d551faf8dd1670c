import assert from "node:assert/strict";
import { test } from "node:test";
import { assertSameForm, formOf, readTrace, traceNames } from "./traces.js";

test("every recorded story is read to its last line", () => {
  assert.equal(traceNames().length, 31);
  for (const name of traceNames()) {
    const trace = readTrace(name);
    assert.notEqual(trace.story, "", name);
    const content = trace.messages.length + trace.httpCases.length + trace.webSocketCases.length;
    assert.ok(content > 0 || trace.events.length > 0, name);
    for (const traced of trace.messages) {
      assert.ok(traced.item >= 1 && traced.item <= traced.items, `${name}:${traced.line}`);
      assert.ok(traced.from !== "" && traced.to !== "" && traced.connection !== "", `${name}:${traced.line}`);
    }
  }
});

test("a batch of the wire is read as one", () => {
  const trace = readTrace("01");
  assert.equal(trace.name, "01-join-two-nodes");
  const opening = trace.batches({ from: "B", connection: "B>A#2" }).find((batch) => batch.length === 8);
  assert.ok(opening);
  assert.ok(opening.every((traced) => traced.opener === "B" && traced.server === "A" && traced.via === "ws"));
  assert.deepEqual(
    opening.slice(-2).map((traced) => traced.message.channel),
    ["/oort/cloud", "/service/oort"],
  );
});

test("every batch of every story has as many messages as it says", () => {
  for (const name of traceNames()) {
    for (const batch of readTrace(name).batches({})) {
      assert.equal(batch.length, batch[0]?.items, `${name}:${batch[0]?.line}`);
    }
  }
});

test("two messages have the same form when keys and types agree, whatever the values", () => {
  const recorded = { channel: "/a", id: "1", ext: { ack: true }, list: ["x", "y"], data: { any: 1 } };
  assertSameForm({ channel: "/b", id: "7", ext: { ack: false }, list: ["z"], data: "text" }, recorded);
  assert.throws(() => assertSameForm({ ...recorded, id: 1 }, recorded));
  assert.throws(() => assertSameForm({ ...recorded, more: 1 }, recorded));
  assert.throws(() => assertSameForm({ channel: "/a" }, recorded));
  assertSameForm({ ...recorded, more: { deep: 1 } }, recorded, { ignore: ["more"] });
  assert.deepEqual(formOf({ a: [{ b: null }] }), ["a:array", "a[].b:null", "a[]:object"]);
});
