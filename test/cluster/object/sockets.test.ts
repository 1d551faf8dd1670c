import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { OortMap } from "../../../cluster/object/oort-map.js";
import { OortPrimaryCounter } from "../../../cluster/object/oort-primary-counter.js";
import { OortService } from "../../../cluster/object/oort-service.js";
import { success } from "../../../cluster/object/service-answer.js";
import { until } from "../../support/until.js";
import { connectClient, startNode } from "../start-oort.js";

/** Nodes on real sockets, linked, with a map, a service and a counter each. */
async function startCloud(t: TestContext, linkEncoding: "json" | "protobuf", names: readonly string[]) {
  const nodes = [];
  for (const name of names) {
    const seeds = nodes.map(({ node }) => node.url);
    const node = await startNode(t, name, { seeds, oort: { linkEncoding } });
    const { oort, server } = node;
    const map = new OortMap<string, string>(oort, server.bayeux, "rooms");
    const service = new OortService<string, string>(oort, server.bayeux, "echo", ({ parameter, from }) =>
      success(`${parameter} from ${from} at ${node.url}`),
    );
    const counter = new OortPrimaryCounter(oort, server.bayeux, "ids", { electionDelayMs: 200 });
    for (const one of [map, service, counter]) {
      one.start();
      t.after(() => one.stop());
    }
    nodes.push({ node, map, service, counter });
  }
  await Promise.all(nodes.map(({ node }) => node.joins(names.length - 1)));
  return nodes;
}

for (const linkEncoding of ["json", "protobuf"] as const) {
  test(`over real sockets, in ${linkEncoding}: parts small and of some megabytes, requests, a primary, and clients that see nothing of it`, async (t) => {
    const [north, south, west] = await startCloud(t, linkEncoding, ["north", "south", "west"]);
    assert.ok(north !== undefined && south !== undefined && west !== undefined);
    const client = await connectClient(t, south.node.server.url);
    await client.subscribe("/**");
    await assert.rejects(client.subscribe("/oort/objects/rooms"), /denied/);
    await assert.rejects(
      client.client.publish("/service/oort/objects/rooms", { "oort.info.action": "oort.object.pull" }),
    );

    north.map.put("blue", "open");
    await until(() => south.map.find("blue") === "open" && west.map.find("blue") === "open", "an entry");
    // Six megabytes: more than one message of a link may have.
    north.map.set(Array.from({ length: 6_000 }, (_, n) => [`room-${n}`, `${n} ${"é".repeat(500)}`] as const));
    north.map.put("room-7", "changed");
    const has = ({ map }: typeof south) => map.find("room-7") === "changed" && map.merged.size === 6_000;
    await until(() => has(south) && has(west), "a large part", 20_000);
    assert.ok(north.map.stats.chunksOut > 10);

    const answer = await south.service.forward(west.node.url, "hello");
    assert.deepEqual(answer.ok && answer.data, `hello from ${south.node.url} at ${west.node.url}`);
    const first = await west.service.forward(undefined, "anybody");
    assert.ok(first.ok);

    await until(() => {
      const seen = [north, south, west].map(({ counter }) => counter.primary.primary?.url);
      return seen[0] !== undefined && seen.every((url) => url === seen[0]);
    }, "a primary");
    const drawn = await Promise.all([north, south, west, north].map(({ counter }) => counter.getAndAdd(1)));
    assert.deepEqual(drawn.map((one) => one.ok && one.data).sort(), [0, 1, 2, 3]);

    await north.node.oort.stop();
    await until(() => south.map.merged.size === 0 && west.map.merged.size === 0, "its part goes with the node");
    assert.deepEqual(client.received, []);
  });
}
