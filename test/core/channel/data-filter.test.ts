import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dataFilter, filterData, noMarkup, noScript, regexList } from "../../../core/channel/data-filter.js";
import { BayeuxError } from "../../../core/message/bayeux-error.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { FakeClock } from "../../support/fake-clock.js";
import { FakeClient } from "../fake-client.js";

test("no markup, however deep, in names as well", () => {
  assert.deepEqual(filterData({ "<b>": ["<i>", 1, null, { x: "a > b" }] }, noMarkup), {
    "&lt;b&gt;": ["&lt;i&gt;", 1, null, { x: "a &gt; b" }],
  });
});

test("whatever comes, no angle bracket is left, and the rest is as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const before = JSON.stringify(value);
      const after = JSON.stringify(filterData(value, noMarkup));
      assert.ok(!/[<>]/.test(after));
      assert.equal(after, before.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
      assert.equal(JSON.stringify(value), before, "what was sent is not touched");
    }),
  );
});

test("a field of any name stays a field", () => {
  const filtered = filterData(JSON.parse('{"__proto__":{"x":"<"}}'), noMarkup) as object;
  assert.equal(Object.getPrototypeOf(filtered), Object.prototype);
  assert.equal(JSON.stringify(filtered), '{"__proto__":{"x":"&lt;"}}');
});

test("what needs no change is not copied", () => {
  const data = { a: ["b", { c: 1 }] };
  assert.equal(filterData(data, noMarkup), data);
  const bytes = { bytes: new Uint8Array([1]) };
  assert.equal(filterData(bytes, noMarkup), bytes);
});

test("script tags in all spellings are spans", () => {
  for (const [text, expected] of [
    ["<script>x</script>", "<span>x</span>"],
    ["< SCRIPT src=x>", "<span src=x>"],
    ["</ script >", "</span >"],
    ["<scr<script>ipt>", "<scr<span>ipt>"],
  ]) {
    const filtered = String(filterData(text, noScript));
    assert.equal(filtered, expected);
    assert.ok(!/<\s*\/?\s*script/i.test(filtered));
  }
});

test("a list of patterns replaces one after the other; null deletes the message", () => {
  const filter = regexList([
    [/darn/i, "****"],
    [/(\d{4}) \d{4}/, "$1 ****"],
    [/secret/, null],
  ]);
  assert.equal(filterData("Darn, darn: 1234 5678", filter), "****, ****: 1234 ****");
  for (let round = 0; round < 2; round += 1) {
    assert.throws(() => filterData(["a", "top secret"], filter), BayeuxError);
  }
});

test("every kind of value has its hook", () => {
  const seen: unknown[] = [];
  const note = (kind: string) => (value?: unknown) => {
    seen.push(kind);
    return value ?? "nothing";
  };
  const filter = {
    string: note("string"),
    number: note("number"),
    boolean: note("boolean"),
    null: note("null"),
    array: note("array"),
    object: note("object"),
  };
  assert.deepEqual(filterData({ a: ["b", 1, true, null] }, filter), { a: ["b", 1, true, "nothing"] });
  assert.deepEqual(seen, ["string", "number", "boolean", "null", "array", "object"]);
});

test("on a channel, filters go before listeners and subscribers, and deleting answers the publisher", async () => {
  const clock = new FakeClock();
  const server = new BayeuxServer({}, { clock });
  const { socket, clientId } = await FakeClient.login(server, clock);
  const heard: unknown[] = [];
  server.createChannel("/**").addListener((_session, { data }) => void heard.push(["listener", data]));
  const chat = server.createChannel("/chat/*");
  chat.addCheck(dataFilter(regexList([[/evil/, null]])));
  chat.addCheck(dataFilter(noMarkup));
  server.subscribe("/chat/room", ({ data }) => heard.push(["subscriber", data]));
  socket.send({ channel: "/chat/room", clientId, data: "<b>" }, { channel: "/chat/room", clientId, data: "evil" });
  await clock.settle();
  assert.deepEqual(heard, [
    ["listener", "&lt;b&gt;"],
    ["subscriber", "&lt;b&gt;"],
  ]);
  assert.deepEqual(
    socket.read().map(({ error }) => error),
    [undefined, "404::message_deleted"],
  );
});
