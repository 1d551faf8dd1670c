import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type ChannelQuery, mergePages, pageOf } from "../../api/channel-page.js";

const named = (channels: ReadonlyMap<string, number>) =>
  [...channels].map(([channel, count]) => ({ channel, subscribers: () => count }));

/** Every page of a cluster whose nodes have these channels. */
function allPages(nodes: readonly ReadonlyMap<string, number>[], size: number, pattern?: string): unknown[] {
  const listed: unknown[] = [];
  let after = "";
  for (let pages = 0; pages < 1_000; pages += 1) {
    const query: ChannelQuery = { pattern, size, after };
    const merged = mergePages(
      nodes.map((channels) => pageOf(named(channels), query)),
      size,
    );
    assert.ok(merged.channels.length <= size);
    listed.push(...merged.channels);
    if (merged.nextPageToken === "") return listed;
    assert.ok(merged.nextPageToken > after, "each page goes on");
    after = merged.nextPageToken;
  }
  return assert.fail("no end");
}

test("pages of any size list each channel of all nodes once, in order, with the sums", () => {
  const node = fc
    .dictionary(fc.stringMatching(/^\/[a-d]{1,2}$/), fc.nat(3))
    .map((counts) => new Map(Object.entries(counts)));
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }), (nodes, size) => {
      const names = [...new Set(nodes.flatMap((channels) => [...channels.keys()]))].sort();
      const expected = names.flatMap((channel) => {
        const counts = nodes.map((channels) => channels.get(channel) ?? 0).filter((count) => count > 0);
        const subscribers = counts.reduce((sum, count) => sum + count, 0);
        return counts.length === 0 ? [] : [{ channel, subscribers, nodes: counts.length }];
      });
      assert.deepEqual(allPages(nodes, size), expected);
    }),
  );
});

test("a pattern takes itself and what it matches, wildcards below it included", () => {
  const channels = new Map(["/a", "/a/*", "/a/**", "/a/b", "/a/b/c", "/a/b/*", "/ab"].map((name) => [name, 1]));
  const of = (pattern: string) =>
    (allPages([channels], 9, pattern) as { channel: string }[]).map(({ channel }) => channel);
  assert.deepEqual(of("/a"), ["/a"]);
  assert.deepEqual(of("/a/*"), ["/a/*", "/a/b"]);
  assert.deepEqual(of("/a/**"), ["/a/*", "/a/**", "/a/b", "/a/b/*", "/a/b/c"]);
  assert.deepEqual(of("/**").length, 7);
});
