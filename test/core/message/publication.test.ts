import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Publication } from "../../../core/message/publication.js";

test("a publication is printed once", () => {
  let printed = 0;
  const data = {
    toJSON() {
      printed += 1;
      return "printed";
    },
  };
  const publication = new Publication({ channel: "/a", data });
  assert.equal(printed, 0, "not before somebody wants it");
  assert.equal(publication.json, '{"channel":"/a","data":"printed"}');
  assert.equal(publication.bytes, publication.json.length);
  assert.equal(publication.json, publication.json);
  assert.equal(printed, 1);
});

test("its size is that of its UTF-8 bytes, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (data) => {
      const publication = new Publication({ channel: "/a", data });
      assert.equal(publication.bytes, Buffer.byteLength(publication.json));
    }),
  );
  for (const data of ["é", "€", "😀", "\ud800", "\udc00x", "a😀€é\u2028"]) {
    const publication = new Publication({ channel: "/a", data });
    assert.equal(publication.bytes, Buffer.byteLength(publication.json), JSON.stringify(data));
  }
});

/** As it leaves `deliveryOf`: channel and data first. */
const anyMessage = fc.record({
  channel: fc.constantFrom("/a", "/chat/room", "/x/!#$()*+-.@_{~}"),
  data: fc.jsonValue(),
  others: fc.dictionary(
    // Names that look like numbers would come first, wherever they were put.
    fc.string().filter((name) => !["channel", "data", "__proto__"].includes(name) && !/^\d/.test(name)),
    fc.jsonValue(),
  ),
});

test("another server takes a message over as it was printed, and reads it only when it is asked for", () => {
  fc.assert(
    fc.property(anyMessage, ({ channel, data, others }) => {
      const original = new Publication(JSON.parse(JSON.stringify({ channel, data, ...others })));
      const taken = new Publication(undefined, undefined, original.printed);
      assert.equal(taken.channel, channel);
      assert.equal(taken.json, original.json);
      assert.equal(taken.bytes, Buffer.byteLength(original.json));
      assert.deepEqual(taken.message, JSON.parse(original.json));
    }),
  );
});

test("what stands before data, or is no JSON, is printed as it would be alone", () => {
  const fieldsFirst = new Publication({ channel: "/a", ext: { b: 1 }, data: 2 }).printed;
  assert.deepEqual(fieldsFirst, {
    channel: "/a",
    data: "2",
    dataBytes: 1,
    fields: '{"ext":{"b":1}}',
    envelope: undefined,
  });
  assert.equal(new Publication({ channel: "/a" }).printed.data, "null");
  const quoted = new Publication({ channel: '/"', data: "é" }).printed;
  assert.deepEqual(quoted, { channel: '/"', data: '"é"', dataBytes: 4, fields: "", envelope: undefined });
});

test("what claims to be JSON and is not harms nobody who reads it", () => {
  const printed = { channel: "/a", data: "[tru]", dataBytes: 5, fields: "", envelope: undefined };
  const lie = new Publication(undefined, undefined, printed);
  assert.deepEqual(lie.message, { channel: "/a", data: null });
});
