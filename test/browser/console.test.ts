import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import type { Browser, Locator, Route } from "playwright-core";
import { BusNode } from "../../bus-node.js";
import { MeshUser } from "../support/mesh-user.js";
import { freePorts } from "../support/ports.js";
import { projectRoot } from "../support/project-root.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { type MeshNode, startMesh, startNodes } from "../support/start-mesh.js";
import { ConsolePage } from "./console-page.js";
import { hostOf } from "./open-page.js";

/** Names that would do something, or look like something else, where they are not shown as text. */
const SCRIPT = "<script>alert(1)</script>";
const TURNED = "eve\u202Enimda";

suite("the console in a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  test("a node is killed and comes back: the picture shows it, and the others' users are found and reached", async (t) => {
    // Long enough that no snapshot, one a second, passes over the time in which a node is only suspected.
    const args = ["--auth.mode=open", "--oort.suspectAfterMs=6000"];
    const [north, south, west] = (await startMesh(t, 3, { args })) as [MeshNode, MeshNode, MeshNode];
    const alice = await MeshUser.login(t, west.url, "alice", ["/chat/lobby"]);
    await MeshUser.login(t, south.url, "bob");
    const seen = await ConsolePage.open(t, browser, north.origin);
    const { page } = seen;
    await seen.isLive();
    for (const { origin } of [north, south, west]) await seen.showsNode(origin, "ready");
    await seen.showsLinks("up", 3);

    const killed = south.kill();
    await seen.showsNode(south.origin, "silent", "suspected");
    await seen.showsNode(south.origin, "lost");
    await seen.showsLinks("down", 2);
    await killed;
    await page.getByText("2 not open").waitFor();
    assert.equal((await seen.cells("Nodes", hostOf(south.origin)))[1], "lost");

    await seen.goTo("Users");
    await page.getByLabel("User id, exactly").fill("alice");
    await page.keyboard.press("Enter");
    assert.deepEqual((await seen.cells("Sessions", "alice")).slice(0, 4), [
      "alice",
      hostOf(west.origin),
      "websocket",
      "there",
    ]);
    await page.getByRole("button", { name: "Send and trace" }).click();
    await page.getByText("1 session(s) took it.").waitFor();
    const steps = await page.locator(".path li b").allTextContents();
    assert.deepEqual(steps.toSorted(), ["asked", "delivered", "located", "queued", "sent", "written"]);
    assert.equal((await alice.next()).channel, "/service/oortbus/test");
    await page.getByLabel("Channel (empty: sent to the user)").fill("/news");
    await page.getByRole("button", { name: "Explain" }).click();
    await page.locator(".findings [data-verdict=problem]").getByText("not subscribed to /news").waitFor();

    await page.getByLabel("User id, exactly").fill("bob");
    await page.keyboard.press("Enter");
    await page.getByText("It goes to every session of bob").waitFor(); // and no longer of alice
    await page.getByRole("button", { name: "Explain" }).click();
    await page.getByText('"bob" has no session on any node that answered').waitFor();

    await south.start();
    await seen.goTo("Cluster");
    await seen.showsNode(south.origin, "ready");
    await seen.showsLinks("up", 3);

    await north.kill(); // which serves the page
    await page.getByRole("alert").getByText("The connection to this node is lost").waitFor();
    await seen.showsNode(south.origin, "ready"); // as it was known last
    await north.start();
    await seen.isLive();
    assert.deepEqual(seen.faults, []);
  });

  test("what strangers wrote is text, and a session is ended and a node drained by keys alone", async (t) => {
    const [north, south] = (await startNodes(t, 2, { drain: { noticeMs: 0 } })) as [BusNode, BusNode];
    for (const user of [SCRIPT, TURNED, "carol"]) await MeshUser.login(t, south.url, user, [`/chat/${user.length}`]);
    const origin = new URL(north.url).origin;
    const seen = await ConsolePage.open(t, browser, origin, { view: "#/sessions" });
    const { page } = seen;
    assert.equal((await seen.cells("Sessions", SCRIPT))[0], SCRIPT);
    assert.equal((await seen.cells("Sessions", "nimda"))[0], "eve‹U+202E›nimda");

    // The list is asked for again, by hand or by itself: the focus stays where it is.
    const refresh = page.getByRole("button", { name: "Refresh" });
    const request = new Promise<Route>((resolve) => void page.route("**/ListSessions", resolve, { times: 1 }));
    await refresh.focus();
    await page.keyboard.press("Enter");
    const held = await request;
    assert.equal(await refresh.evaluate((button) => button === document.activeElement), true);
    await held.continue();
    // To the table by Tab, along its rows by arrows, to the button in the last one by Tab again.
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    const last = page.getByRole("table", { name: "Sessions" }).getByRole("row").last();
    assert.equal(await last.evaluate((row) => row === document.activeElement), true);
    await last.getByRole("button").focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("maintenance");
    await dialog.getByRole("button", { name: "End it" }).press("Enter");
    await dialog.getByText("The session has ended.").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await seen.goTo("Cluster");
    await seen.isLive();
    await seen
      .row("Nodes", hostOf(new URL(south.url).origin))
      .getByRole("button", { name: "Drain…" })
      .press("Enter");
    await dialog.getByRole("button", { name: "Drain it" }).press("Enter");
    await dialog.getByText("has begun to leave").waitFor();
    await page.keyboard.press("Escape");
    await seen.goTo("Audit log");
    assert.equal((await seen.cells("Audit log", "DrainNode"))[2], south.url);
    assert.match((await seen.cells("Audit log", "EndSession"))[3]!, /^ended$/);
    assert.deepEqual(seen.faults, []);
  });

  test("a long list comes by pages, forth and back, and from its beginning when another one is asked for", async (t) => {
    const [node] = (await startNodes(t, 1)) as [BusNode];
    const rooms = Array.from({ length: 120 }, (_, index) => `/room/${index}`);
    await MeshUser.login(t, node.url, "ann", rooms);
    const seen = await ConsolePage.open(t, browser, new URL(node.url).origin, { view: "#/channels" });
    const pager = seen.page.getByRole("navigation", { name: "Pages of channels" });
    const [previous, next] = ["Previous", "Next"].map((name) => pager.getByRole("button", { name })) as [
      Locator,
      Locator,
    ];
    const shows = (count: number) => pager.getByText(`${count} on this page`, { exact: true }).waitFor();
    await shows(100);
    assert.equal(await previous.isDisabled(), true);
    await next.click();
    await shows(20);
    assert.equal(await next.isDisabled(), true);
    await previous.click();
    await shows(100);
    await next.click();
    await shows(20);
    await seen.page.getByLabel("Channel or wildcard").fill("/room/*");
    await seen.page.keyboard.press("Enter");
    await shows(100);
  });

  test("a listener with tokens: the page asks for one, and keeps it out of the address", async (t) => {
    const [port, adminPort] = (await freePorts(2)) as [number, number];
    const node = new BusNode({
      ...{ port, grpcPort: 0, auth: { mode: "open" }, log: { level: "silent" } },
      admin: { port: adminPort, token: "comet" },
    });
    t.after(() => node.stop());
    await node.start();
    const origin = `http://127.0.0.1:${adminPort}`;
    const { headers } = await fetch(`${origin}/console/`);
    assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'; script-src 'self'/);
    const seen = await ConsolePage.open(t, browser, origin, { width: 400, isDark: true });
    const { page } = seen;
    await page.getByLabel("Token").waitFor();
    await page.keyboard.type("meteor");
    await page.keyboard.press("Enter");
    await page.getByText("does not take this token").waitFor();
    await page.getByLabel("Token").fill("comet");
    await page.keyboard.press("Enter");
    await seen.isLive();
    await seen.showsNode(`http://127.0.0.1:${port}`, "ready");
    assert.doesNotMatch(page.url(), /comet(?!d)/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 400, `nothing hangs out of a narrow page: ${width} px`);
    await page.getByRole("button", { name: "Forget token" }).click();
    await page.getByLabel("Token").waitFor();
    assert.deepEqual(seen.faults, []);
  });

  test("the pictures in the docs", { skip: process.env.OORTBUS_SCREENSHOT !== "1" }, async (t) => {
    const [north, south, west] = await startMesh(t, 3, {
      args: ["--auth.mode=open", "--oort.maxRetryMs=60000", "--seti.sessionAddresses=true"],
    });
    const names = ["alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi"];
    const users = await Promise.all(
      names.map((name, index) => MeshUser.login(t, [north, south, west][index % 3]!.url, name, ["/chat/lobby"])),
    );
    let turn = 0;
    const talk = setInterval(() => {
      for (const [index, user] of users.entries()) {
        if ((turn + index) % 3 === 0) user.publish("/chat/lobby", { turn }).catch(() => {});
      }
      turn += 1;
    }, 100);
    t.after(() => clearInterval(talk));
    const light = await ConsolePage.open(t, browser, north!.origin, { height: 960 });
    const dark = await ConsolePage.open(t, browser, north!.origin, { height: 960, isDark: true });
    const node = await ConsolePage.open(t, browser, west!.origin, {
      height: 1_050,
      isDark: true,
      view: `#/node/${encodeURIComponent(north!.url)}`,
    });
    const user = await ConsolePage.open(t, browser, west!.origin, { height: 900, view: "#/users/bob" });
    await light.page.waitForTimeout(40_000); // for lines in the charts
    const pictures = new Map([["console-cluster", await light.page.screenshot()]]);
    pictures.set("console-node", await node.page.screenshot());
    await user.page.getByRole("button", { name: "Send and trace" }).click();
    await user.page.getByText("1 session(s) took it.").waitFor();
    await user.page.getByLabel("Channel (empty: sent to the user)").fill("/news");
    await user.page.getByRole("button", { name: "Explain" }).click();
    await user.page.locator(".findings li").first().waitFor();
    pictures.set("console-user", await user.page.screenshot());
    await west!.kill();
    await dark.showsNode(west!.origin, "lost");
    await dark.page.waitForTimeout(4_000);
    pictures.set("console-lost", await dark.page.screenshot());
    const folder = join(projectRoot, "docs", "img");
    await mkdir(folder, { recursive: true });
    for (const [name, picture] of pictures) await writeFile(join(folder, `${name}.png`), picture);
    for (const { faults } of [light, dark, node, user]) assert.deepEqual(faults, []);
  });
});
