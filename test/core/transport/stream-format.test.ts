import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { Publication } from "../../../core/message/publication.js";
import { escapeForPage } from "../../../core/transport/forever-iframe-transport.js";
import { StreamFormat } from "../../../core/transport/stream-format.js";
import { StreamHistory } from "../../../core/transport/stream-history.js";

const FORM = { headers: {}, payload: (json: string) => `${json}\n`, heartbeat: "\n", renewal: "", farewell: "" };

test("one publication's bytes are made once for all its readers, and so are a turn's", () => {
  let made = 0;
  const format = new StreamFormat({
    ...FORM,
    payload: (json) => {
      made += 1;
      return `${json}\n`;
    },
  });
  const [first, second] = [1, 2].map((data) => new Publication({ channel: "/news", data })) as [
    Publication,
    Publication,
  ];
  assert.equal(format.chunkOf([first]), format.chunkOf([first]));
  assert.equal(format.chunkOf([first, second]), format.chunkOf([first, second]));
  assert.equal(format.chunkOf([first]), format.chunkOf([first]));
  assert.equal(made, 2);
  assert.equal(String(format.chunkOf([first, second])), `[${first.json},${second.json}]\n`);
  assert.equal(String(format.chunkOf([second, first])), `[${second.json},${first.json}]\n`);
});

test("any JSON is safe in a page's script, and means the same there", () => {
  const nasty = [
    "__proto__",
    "</script>",
    "<!--",
    "-->",
    "]]>",
    "\u2028",
    "\u2029",
    "&lt;",
    "<script",
    "\\u003c",
    "\\",
    '"',
    "'",
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary" })))
    .map((parts) => parts.join(""));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      text,
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.array(tie("tree")),
      fc.dictionary(text, tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const json = JSON.stringify(value);
      const escaped = escapeForPage(json);
      assert.ok(!/[<>&\u2028\u2029\n\r]/.test(escaped));
      assert.equal(JSON.stringify(runInNewContext(`(${escaped})`)), json);
    }),
    { numRuns: 500 },
  );
});

test("a history gives what comes behind a position, or says that it cannot", () => {
  const history = new StreamHistory(10);
  const chunk = (text: string) => Buffer.from(text);
  assert.deepEqual(history.after(0), []);
  for (const text of ["one", "two", "three"]) history.add(chunk(text));
  const texts = (position: number) => {
    const resumption = history.resumption(position);
    return resumption === "possible" ? history.after(position).map(({ chunk }) => String(chunk)) : resumption;
  };
  assert.equal(texts(0), "gap", "one had no room any more");
  assert.deepEqual(texts(1), ["two", "three"]);
  assert.deepEqual(texts(3), []);
  assert.equal(texts(4), "replaced", "never given");
  history.confirm(2);
  assert.equal(texts(1), "gap");
  assert.deepEqual(texts(2), ["three"]);
  history.add(chunk("much longer than all the room there is"));
  assert.deepEqual(texts(3), ["much longer than all the room there is"], "the last one is kept whatever its size");
  history.confirm(4);
  assert.deepEqual(texts(4), []);
  const next = new StreamHistory(10, history.last);
  assert.equal(next.add(chunk("five")), 5);
  assert.equal(next.resumption(4), "possible");
  assert.equal(next.resumption(3), "replaced", "it read the stream before");
});
