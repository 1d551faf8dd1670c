import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { TennisPage, twoTennisNodes } from "./tennis-page.js";

suite("how tennis ends, and is played on small screens", { skip: browserMissing() }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  test("who closes the page leaves the game; who has only the id of an old one is told", async (t) => {
    const [north, south] = await twoTennisNodes(t);
    const alice = await TennisPage.open(t, browser, north.origin);
    const bob = await TennisPage.open(t, browser, south.origin);
    const id = await alice.init();
    await bob.join(id);
    await bob.plays();
    const carol = await TennisPage.open(t, browser, south.origin);
    await carol.join(id);
    await carol.isTold("Two are playing there already.");
    await carol.join("x".repeat(25));
    await carol.isTold("There is no such game.");
    await carol.join("Bob's game");
    await carol.isTold("that is no id of a game");

    await alice.page.close();
    await bob.isTold("The other player has left.");
    await bob.join(id);
    await bob.isTold("There is no such game.");
    // And both can play on with others.
    await carol.join(await bob.init());
    await Promise.all([bob.plays(), carol.plays()]);
    assert.deepEqual([bob.faults, carol.faults], [[], []]);
  });

  for (const dead of ["the game's node", "the other player's node"] as const) {
    test(`when ${dead} dies, both are told`, async (t) => {
      const [north, south] = await twoTennisNodes(t);
      const alice = await TennisPage.open(t, browser, north.origin);
      const bob = await TennisPage.open(t, browser, south.origin);
      await bob.join(await alice.init());
      await Promise.all([alice.plays(), bob.plays()]);
      const [killed, victim, survivor] =
        dead === "the game's node" ? ([north, alice, bob] as const) : ([south, bob, alice] as const);
      await killed.kill();
      await survivor.isTold(
        dead === "the game's node"
          ? "The node that kept the game cannot be reached any more."
          : "Nothing is heard of the other player any more.",
      );
      await victim.isTold("Your connection to the cluster is lost.");
      assert.deepEqual([alice.faults, bob.faults], [[], []]);
    });
  }

  test("a finger moves the pad as well, and the page fits a small screen", async (t) => {
    const [north, south] = await twoTennisNodes(t);
    const alice = await TennisPage.open(t, browser, north.origin, { width: 360, height: 640, hasTouch: true });
    const bob = await TennisPage.open(t, browser, south.origin);
    const id = await alice.init();
    for (const place of ["waiting", "playing"]) {
      const overflow = await alice.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide while ${place}`);
      if (place === "waiting") await bob.join(id);
      await alice.plays();
    }
    const court = (await alice.page.locator("#court").boundingBox())!;
    await alice.page.mouse.move(court.x + 20, court.y + court.height / 2);
    await alice.page.mouse.down();
    await alice.page.mouse.move(court.x + 20, court.y + court.height * 0.85, { steps: 5 });
    await bob.seesPad("left", "below", 70);
    await alice.page.mouse.up();
    assert.deepEqual([alice.faults, bob.faults], [[], []]);
  });
});
