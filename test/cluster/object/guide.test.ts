import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mock, type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { objectOptions } from "../../../cluster/object/object-options.js";
import { primaryOptions } from "../../../cluster/object/primary-options.js";
import { serviceOptions } from "../../../cluster/object/service-options.js";
import type { Oort } from "../../../cluster/oort.js";
import type { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { codeBlocks, readDocument } from "../../support/documents.js";
import { buildRoot } from "../../support/project-root.js";
import { until } from "../../support/until.js";
import { connectClient, startNode } from "../start-oort.js";

const GUIDE = "docs/objects.md";
const blocks = codeBlocks(GUIDE);

/** What a block of the guide does on each of two nodes that are linked. */
async function run<Result>(t: TestContext, name: string) {
  const block = blocks.find(({ text }) => text.startsWith(`// ${name}\n`));
  assert.ok(block, name);
  const folder = join(buildRoot, "test", "docs");
  mkdirSync(folder, { recursive: true });
  // The package by its name would be that of the last build, which may be another than this test's.
  const cluster = pathToFileURL(join(buildRoot, "cluster", "index.js")).href;
  writeFileSync(join(folder, name), block.text.replace('"oortbus/cluster"', JSON.stringify(cluster)));
  const app = (await import(pathToFileURL(join(folder, name)).href)) as {
    default: (bus: { oort: Oort; bayeux: BayeuxServer }) => Result;
  };
  const log = mock.method(console, "log", () => {});
  t.after(() => log.mock.restore());
  const north = await startNode(t, "north");
  const results = [app.default({ oort: north.oort, bayeux: north.server.bayeux })];
  const south = await startNode(t, "south", { seeds: [north.url] });
  results.push(app.default({ oort: south.oort, bayeux: south.server.bayeux }));
  await Promise.all([north.joins(1), south.joins(1)]);
  const said = () => log.mock.calls.map(({ arguments: [text] }) => String(text));
  return { north, south, apps: results as [Result, Result], said };
}

test("the guide's map tells each node of the other's rooms", async (t) => {
  const { north, south, said } = await run(t, "rooms.mjs");
  const rooms = [north, south].map(({ url }) => `lobby of ${url} at ${url}: 0 players`);
  await until(() => said().length === 4, "each of two nodes tells of both");
  for (const room of rooms) assert.equal(said().filter((text) => text === room).length, 2);
  await south.oort.stop();
  await until(() => said().at(-1) === `lobby of ${south.url} at ${south.url} is closed`, "the room goes");
});

test("the guide's list and counter are the same on both nodes", async (t) => {
  interface Visitors {
    total(): number;
    ban(user: string): void;
    isBanned(user: string): boolean;
  }
  const { north, south, apps } = await run<Visitors>(t, "visitors.mjs");
  apps[0].ban("eve");
  await until(() => apps[1].isBanned("eve"), "banned everywhere");
  const before = apps[0].total(); // the sessions of the nodes are counted as well
  await connectClient(t, north.server.url);
  await connectClient(t, south.server.url);
  await until(() => apps.every((app) => app.total() === before + 2), "both visitors are counted everywhere");
});

test("the guide's service answers where the game is, and says so where there is none", async (t) => {
  interface Games {
    open(name: string): void;
    score(name: string): Promise<unknown>;
  }
  const { south, apps } = await run<Games>(t, "ask.mjs");
  apps[0].open("chess");
  let last: unknown;
  const ask = async () => {
    last = await apps[1].score("chess");
  };
  await until(() => {
    void ask();
    return typeof last === "object";
  }, "the other node knows of the game, or asks all");
  assert.deepEqual(last, { score: 0, askedBy: south.url });
  assert.equal(await apps[1].score("go"), "no score: nobody");
});

test("the guide's counter gives each number once", async (t) => {
  const { apps, said } = await run<() => Promise<number | undefined>>(t, "tickets.mjs");
  // One that knows of nobody yet elects itself after 3 s; both must see the same before numbers are drawn.
  const news = () =>
    new Set(
      said()
        .filter((text) => text.includes(" counts, by "))
        .slice(-2),
    );
  await until(() => said().length >= 2 && news().size === 1, "a primary", 20_000);
  const drawn = await Promise.all([apps[0](), apps[1](), apps[0](), apps[1]()]);
  assert.deepEqual([...drawn].sort(), [1, 2, 3, 4]);
});

test("the guide names every option and its default", () => {
  const text = readDocument(GUIDE);
  const defaults = { ...objectOptions.parse({}), ...primaryOptions.parse({}), ...serviceOptions.parse({}) };
  for (const [name, value] of Object.entries(defaults)) {
    assert.ok(text.includes(name), name);
    if (typeof value === "number" && value > 1) assert.ok(text.includes(String(value)), `${name} is ${value}`);
  }
  assert.equal(blocks.length, 4, "every block is run above");
});
