import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { startRoundRobin } from "../support/round-robin.js";
import { hostOf } from "./open-page.js";
import { pictureOf } from "./pictures.js";
import { TennisPage, twoTennisNodes } from "./tennis-page.js";

const NAMES = {
  websocket: "WebSocket",
  "event-stream": "Server-sent events",
  "forever-iframe": "Forever iframe",
} as const;

suite("tennis in two browsers", { skip: browserMissing() }, () => {
  let browser: Browser;
  let other: Browser;
  before(async () => {
    [browser, other] = await Promise.all([launchBrowser(), launchBrowser()]);
  });
  after(() => Promise.all([browser.close(), other.close()]));

  for (const transport of ["websocket", "event-stream", "forever-iframe"] as const) {
    test(`two players on two nodes, over ${transport}`, async (t) => {
      const [north, south] = await twoTennisNodes(t);
      const alice = await TennisPage.open(t, browser, north.origin, { transport });
      const bob = await TennisPage.open(t, other, south.origin, { transport, isDark: true });
      assert.deepEqual([await alice.node(), await bob.node()], [hostOf(north.origin), hostOf(south.origin)]);
      const id = await alice.init();
      assert.match(id, /^[a-z0-9]{25}$/);
      await bob.join(id);
      await Promise.all([alice.plays(), bob.plays()]);
      for (const player of [alice, bob]) {
        assert.equal(await player.fact("transport-name"), NAMES[transport]);
        assert.equal(await player.fact("host"), hostOf(north.origin));
        await player.page.locator("#latency").filter({ hasText: " ms" }).waitFor();
      }

      // Each moves a pad, and the other one sees it.
      await alice.page.keyboard.down("ArrowUp");
      await bob.seesPad("left", "above", 15);
      await alice.page.keyboard.up("ArrowUp");
      await bob.page.keyboard.down("ArrowDown");
      await alice.seesPad("right", "below", 75);
      await bob.page.keyboard.up("ArrowDown");

      await Promise.all([alice.seesBallFly(10), bob.seesBallFly(10)]);
      // With both pads at the top no rally lasts; in opposite corners one in a hundred goes on for ever.
      for (const { page } of [alice, bob]) await page.keyboard.down("ArrowUp");
      await Promise.all([alice.seesPoints(1), bob.seesPoints(1)]);
      for (const { page } of [alice, bob]) await page.keyboard.up("ArrowUp");
      const sum = ([left, right]: [number, number]): number => left + right;
      assert.ok(sum(await alice.score()) >= 1 && sum(await bob.score()) >= 1);

      await bob.page.getByRole("button", { name: "Quit" }).click();
      await bob.isTold("You left the game.");
      await alice.isTold("The other player has left.");
      assert.deepEqual([alice.faults, bob.faults], [[], []]);
    });
  }

  test("through a balancer that gives every request to the next node", async (t) => {
    const nodes = await twoTennisNodes(t);
    const balancer = await startRoundRobin(
      t,
      nodes.map(({ url }) => url),
    );
    const { origin } = new URL(balancer.url);
    const alice = await TennisPage.open(t, browser, origin, { transport: "event-stream" });
    const bob = await TennisPage.open(t, browser, origin, { transport: "forever-iframe" });
    await bob.join(await alice.init());
    await Promise.all([alice.plays(), bob.plays()]);
    await bob.page.keyboard.down("ArrowUp");
    await alice.seesPad("right", "above", 20);
    await bob.page.keyboard.up("ArrowUp");
    await Promise.all([alice.seesBallFly(20), bob.seesBallFly(20)]);
    assert.ok(balancer.counts.every((count) => count > 3));
    await alice.page.getByRole("button", { name: "Quit" }).click();
    await bob.isTold("The other player has left.");
    assert.deepEqual([alice.faults, bob.faults], [[], []]);
  });

  test("the picture in the docs", { skip: process.env.OORTBUS_SCREENSHOT !== "1" }, async (t) => {
    const [north, south] = await twoTennisNodes(t);
    const size = { width: 860, height: 640 };
    const alice = await TennisPage.open(t, browser, north.origin, { ...size, transport: "websocket" });
    const bob = await TennisPage.open(t, browser, south.origin, { ...size, transport: "event-stream", isDark: true });
    const carol = await TennisPage.open(t, browser, south.origin, size);
    await bob.join(await alice.init());
    await alice.plays();
    await alice.page.keyboard.down("ArrowUp");
    await bob.seesPad("left", "above", 30);
    await alice.page.keyboard.up("ArrowUp");
    await alice.seesPoints(2);
    await bob.page.keyboard.down("ArrowDown");
    await bob.seesPad("right", "below", 60);
    await bob.page.keyboard.up("ArrowDown");
    // In the middle of a flight.
    await alice.page.waitForFunction(() => {
      const x = Number.parseFloat(document.getElementById("court")?.dataset.ball ?? "80");
      return x > 112 && x < 130;
    });
    await pictureOf(t, browser, "tennis.png", [alice.page, bob.page]);
    assert.deepEqual([alice.faults, bob.faults, carol.faults], [[], [], []]);
  });
});
