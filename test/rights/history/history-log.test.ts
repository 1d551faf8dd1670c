import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HistoryLog, type KeptMessage } from "../../../rights/history/history-log.js";

const OPTIONS = { messages: 3, maxAgeMs: 1_000, maxBytes: 1_500 };
const all = (log: HistoryLog) => [...log.after(0)].map(({ channel, json }) => `${channel} ${json}`);

interface Plain {
  readonly channel: string;
  readonly json: string;
  readonly atMs: number;
}

/** The oracle: everything, and what is kept of it is worked out anew each time. */
function kept(messages: readonly Plain[], nowMs: number): Plain[] {
  const latest = messages.filter(
    (one, index) =>
      messages.slice(index + 1).filter(({ channel }) => channel === one.channel).length < OPTIONS.messages,
  );
  const young = latest.filter(({ atMs }) => nowMs - atMs <= OPTIONS.maxAgeMs);
  const size = (list: readonly Plain[]) =>
    list.reduce((sum, { channel, json }) => sum + 128 + channel.length + json.length, 0);
  while (size(young) > OPTIONS.maxBytes) young.shift();
  return young;
}

test("a log keeps what a plain list would, whatever is published when", () => {
  const step = fc.record({
    channel: fc.constantFrom("/a", "/b", "/c", "/d", "/e"),
    size: fc.constantFrom(1, 1, 100, 700),
    waitMs: fc.constantFrom(0, 1, 300, 1_200),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const log = new HistoryLog(OPTIONS);
      let list: Plain[] = [];
      let nowMs = 0;
      for (const [index, { channel, size, waitMs }] of steps.entries()) {
        nowMs += waitMs;
        const json = String(index).padEnd(size, "x");
        log.add(channel, json, nowMs);
        list = kept([...list, { channel, json, atMs: nowMs }], nowMs);
        assert.deepEqual(
          all(log),
          list.map((one) => `${one.channel} ${one.json}`),
        );
        assert.equal(log.size, list.length);
        assert.equal(
          log.bytes,
          list.reduce((sum, one) => sum + 128 + one.channel.length + one.json.length, 0),
        );
        for (const of of ["/a", "/b"]) {
          const texts = list.filter((one) => one.channel === of).map((one) => one.json);
          assert.deepEqual(
            log.latestOf(of, 2, nowMs).map((one) => one.json),
            texts.slice(-2),
          );
        }
        const wild = log.latest((name) => name !== "/a", 2, nowMs).map((one) => one.json);
        assert.deepEqual(
          wild,
          list
            .filter((one) => one.channel !== "/a")
            .map((one) => one.json)
            .slice(-2),
        );
      }
    }),
  );
});

test("a long life with many channels leaves nothing behind", () => {
  const log = new HistoryLog({ messages: 10, maxAgeMs: 60_000, maxBytes: 100_000 });
  for (let index = 0; index < 100_000; index += 1) log.add(`/c/${index % 5_000}`, `${index}`, index);
  assert.ok(log.bytes <= 100_000 && log.size < 800, `${log.bytes} ${log.size}`);
  assert.equal(log.latest(() => true, 5, 1_000_000).length, 0, "all too old");
  assert.deepEqual([log.size, log.bytes, log.digest], [0, 0, "0.0"]);
});

test("two logs that missed a part each have the whole after they asked each other", () => {
  const wide = { messages: 1_000, maxAgeMs: 1e9, maxBytes: 1e9 };
  const seen = fc.record({ channel: fc.constantFrom("/a", "/b"), by: fc.constantFrom("both", "north", "south") });
  fc.assert(
    fc.property(fc.array(seen, { maxLength: 30 }), (messages) => {
      const north = new HistoryLog(wide);
      const south = new HistoryLog(wide);
      for (const [index, { channel, by }] of messages.entries()) {
        if (by !== "south") north.add(channel, `${index}`, index * 100);
        if (by !== "north") south.add(channel, `${index}`, index * 100 + 7);
      }
      const before: KeptMessage[] = [...south.after(0)];
      const count = (by: string) => messages.filter((one) => one.by === by).length;
      assert.equal(south.merge(north.after(0), 1e6), count("north"));
      assert.equal(north.merge(before, 1e6), count("south"));
      const expected = messages.map(({ channel }, index) => `${channel} ${index}`);
      assert.deepEqual(all(north), expected);
      assert.deepEqual(all(south), expected);
      assert.equal(north.digest, south.digest);
      assert.equal(north.merge(south.after(0), 1e6), 0, "and nothing twice");
    }),
  );
});

test("a message that was copied before its link brought it is kept once; the same text later is another message", () => {
  const log = new HistoryLog({ messages: 10, maxAgeMs: 1e9, maxBytes: 1e9 });
  log.add("/a", "1", 50_000);
  log.merge(
    [
      { channel: "/a", json: "1", atMs: 50_001 },
      { channel: "/a", json: "2", atMs: 50_900 },
      { channel: "/a", json: "old", atMs: 1 },
    ],
    51_000,
  );
  log.add("/a", "2", 51_010);
  assert.deepEqual(all(log), ["/a old", "/a 1", "/a 2"]);
  log.add("/a", "2", 51_020);
  log.add("/a", "old", 51_030);
  assert.deepEqual(all(log), ["/a old", "/a 1", "/a 2", "/a 2", "/a old"]);
});
