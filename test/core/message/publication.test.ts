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
