import assert from "node:assert/strict";
import { test } from "node:test";
import { openingBatch, readCloud, readIdentity } from "../../../cluster/membership/join-message.js";
import { assertSameForm, readTrace } from "../../support/traces.js";

const SELF = { url: "http://127.0.0.1:9301/cometd", id: "40dc4108-2ebf-49a4-85ea-ec2c10869611" };

test("the opening batch is what a Java node sends: same channels, same order, same form", () => {
  const [recorded] = readTrace("01")
    .batches({ from: "A", to: "B" })
    .filter((batch) => batch.length === 8);
  const sent = recorded!.map(({ message }) => {
    const { id: _, clientId: __, ...rest } = message;
    return rest;
  });
  const observed = sent.slice(1, 6).map((message) => String(message.subscription));
  const ours = openingBatch(observed, ["http://127.0.0.1:9302/cometd"], SELF);
  assert.deepEqual(ours, sent);
  assertSameForm(ours, sent, { opaque: [] });
});

test("gossip with nobody known is an empty array, never missing", () => {
  assert.deepEqual(
    openingBatch([], [], SELF).map((message) => message.channel),
    ["/meta/subscribe", "/oort/cloud", "/service/oort"],
  );
  assert.deepEqual(openingBatch([], [], SELF)[1]?.data, []);
});

test("what a peer gossips is checked: an array of strings, bounded, only URLs that can be dialled", () => {
  assert.deepEqual(readCloud(["http://a/c", "http://b/c"], 10), ["http://a/c", "http://b/c"]);
  assert.deepEqual(readCloud(["http://a/c", "nonsense", "ftp://x"], 10), ["http://a/c"]);
  assert.deepEqual(readCloud(["http://a/c", "http://b/c", "http://c/c"], 2), ["http://a/c", "http://b/c"]);
  for (const wrong of [undefined, null, "http://a/c", {}, ["http://a/c", 1]])
    assert.equal(readCloud(wrong, 10), undefined);
});

test("an identity needs both fields, as text of sane length", () => {
  assert.deepEqual(readIdentity({ oortURL: SELF.url, oortId: SELF.id, more: 1 }), SELF);
  for (const wrong of [undefined, [], { oortURL: SELF.url }, { oortId: "x" }, { oortURL: SELF.url, oortId: "" }]) {
    assert.equal(readIdentity(wrong), undefined);
  }
});
