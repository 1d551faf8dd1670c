import assert from "node:assert/strict";
import { after, before, suite, type TestContext, test } from "node:test";
import type { Browser } from "playwright-core";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { type MeshNode, startMesh } from "../support/start-mesh.js";
import { TcpProxy } from "../support/tcp-proxy.js";
import { ChatPage } from "./chat-page.js";
import { hostOf } from "./open-page.js";
import { pictureOf } from "./pictures.js";

const DEMO = { args: ["--demo", "--auth.mode=open"] };

suite("the chat in a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  test("users on different nodes see each other, and talk to all or to one", async (t) => {
    const [north, south, west] = await threeNodes(t);
    const alice = await ChatPage.join(t, browser, north.origin, "Alice");
    const bob = await ChatPage.join(t, browser, south.origin, "Bob", { isDark: true });
    const carol = await ChatPage.join(t, browser, west.origin, "Carol", { width: 390 });
    assert.deepEqual(
      [await alice.isOnNode(), await bob.isOnNode(), await carol.isOnNode()],
      [north, south, west].map(({ origin }) => hostOf(origin)),
    );
    await alice.sees("Bob", hostOf(south.origin));
    await bob.sees("Alice", hostOf(north.origin));
    await alice.isTold("Bob joined");
    await alice.isTold("Carol joined");

    await alice.say("Good morning! Who has seen the comet?");
    await bob.hears("Alice", "Good morning! Who has seen the comet?");
    await bob.say("I have, low in the west, just after sunset.");
    await carol.hears("Bob", "I have, low in the west, just after sunset.");
    await alice.hears("Bob", "I have, low in the west, just after sunset.");

    await alice.turnTo("Bob");
    await alice.say("Will you come along tonight?");
    await alice.page.getByText("Delivered").waitFor();
    await bob.hasUnread("Alice", 1);
    await bob.turnTo("Alice");
    await bob.hears("Alice", "Will you come along tonight?");
    await bob.say("With pleasure.");
    await alice.hears("Bob", "With pleasure.");
    // Lobby and private messages to her come by one connection, in order: had she got one of theirs, it would be there.
    await bob.turnTo("Everyone");
    await bob.say("Bring a warm coat.");
    await carol.hears("Bob", "Bring a warm coat.");
    assert.equal(await carol.page.getByText("unread").count(), 0);
    assert.equal((await carol.texts()).length, 3);

    await carol.page.close();
    await alice.sees("Bob", hostOf(south.origin));
    await bob.isTold("Carol left");
    assert.deepEqual([alice.faults, bob.faults, carol.faults], [[], [], []]);
  });

  for (const end of ["kill", "stop"] as const) {
    test(`a page whose node ends by ${end} goes on with another one, and nothing written is lost`, async (t) => {
      const [north, south, west] = await threeNodes(t);
      const alice = await ChatPage.join(t, browser, north.origin, "Alice");
      // The same node under its other name.
      const bob = await ChatPage.join(t, browser, south.origin.replace("127.0.0.1", "localhost"), "Bob");
      await bob.say("before");
      await alice.hears("Bob", "before");

      const ended = south[end]();
      await bob.isTold("The connection is lost");
      await bob.say("meanwhile");
      await alice.hears("Bob", "meanwhile");
      const newNode = await bob.isOnNode();
      assert.ok([north, west].some(({ origin }) => hostOf(origin) === newNode));
      await bob.isTold(`You are on another node now: ${newNode}`);
      await alice.sees("Bob", newNode);
      const oldNode = alice.page.locator("#nodes li").filter({ hasText: hostOf(south.origin) });
      if (end === "kill") await oldNode.getByText("not reached").waitFor();
      else await oldNode.waitFor({ state: "detached" });

      await alice.say("after");
      await bob.hears("Alice", "after");
      await alice.turnTo("Bob");
      await alice.say("only to you");
      await bob.hasUnread("Alice", 1);
      assert.deepEqual(await bob.texts(), ["before", "meanwhile", "after"]);
      await alice.turnTo("Everyone");
      assert.deepEqual(await alice.texts(), ["before", "meanwhile", "after"]);
      assert.deepEqual([alice.faults, bob.faults], [[], []]);
      assert.equal(await ended, end === "kill" ? null : 0);
    });
  }

  test("behind a balancer a page keeps its one address, and comes to another node by it", async (t) => {
    const [north, south] = (await startMesh(t, 2, DEMO)) as [MeshNode, MeshNode];
    const balancer = await TcpProxy.start(t, north.port);
    const alice = await ChatPage.join(t, browser, `http://127.0.0.1:${balancer.port}`, "Alice");
    assert.equal(await alice.isOnNode(), hostOf(north.origin));
    const dialled: string[] = [];
    alice.page.on("websocket", (socket) => dialled.push(socket.url()));
    balancer.target(1); // nobody is there
    await north.kill();
    await alice.isOffline();
    await alice.say("hello?");
    balancer.target(south.port);
    await alice.isTold(`You are on another node now: ${hostOf(south.origin)}`);
    await alice.page.getByText("Waiting for a connection").waitFor({ state: "detached" });
    assert.deepEqual([...new Set(dialled)], [`ws://127.0.0.1:${balancer.port}/cometd`]);
    assert.deepEqual(alice.faults, []);
  });

  test("a page stays with a node that comes back at once", async (t) => {
    const [only] = (await startMesh(t, 1, DEMO)) as [MeshNode];
    const alice = await ChatPage.join(t, browser, only.origin, "Alice");
    await only.kill();
    await alice.isOffline();
    await alice.say("are you there?");
    await alice.page.getByText("Waiting for a connection").waitFor();
    await only.start();
    await alice.isTold("You are back on node");
    await alice.page.getByText("Waiting for a connection").waitFor({ state: "detached" });
    assert.deepEqual(await alice.texts(), ["are you there?"]);
    assert.deepEqual(alice.faults, []);
  });

  test("what users write, their names included, is shown as text and runs nothing", async (t) => {
    const [north] = (await startMesh(t, 1, DEMO)) as [MeshNode];
    const alice = await ChatPage.join(t, browser, north.origin, "Alice");
    const name = `<img src=x onerror=alert(1)>`;
    const mallory = await north.login(t, name, ["/chat/lobby"]);
    await alice.isTold(`${name} joined`);
    const hostile = `<script>alert(2)</script><a href="javascript:alert(3)">x</a> &amp; "'`;
    await mallory.publish("/chat/lobby", { from: name, text: hostile, id: "1" });
    await alice.hears(name, hostile);
    await mallory.publish("/service/seti", { to: "Alice", channel: "/chat/private", data: { text: hostile, id: "2" } });
    await alice.hasUnread(name, 1);
    await alice.turnTo(name);
    await alice.hears(name, hostile);
    assert.equal(await alice.page.locator("#chat :is(script, .talk a, .talk img, .side img)").count(), 0);

    // Nobody speaks in another's name, nor beside the lobby, and what has no form is passed over.
    const refused = { code: "refused" };
    await assert.rejects(mallory.publish("/chat/lobby", { from: "Alice", text: "I resign", id: "3" }), refused);
    await assert.rejects(mallory.publish("/chat/private", { from: "Alice", data: { text: "x", id: "4" } }), refused);
    await assert.rejects(mallory.publish("/chat/lobby", { from: name, text: "x".repeat(2_001), id: "5" }), refused);
    await assert.rejects(mallory.publish("/service/chat", { type: "goodbye" }), refused);
    for (const data of [null, 7, [], { text: {}, id: "6" }, { text: "", id: "7" }]) {
      await mallory.publish("/service/seti", { to: "Alice", channel: "/chat/private", data });
      await mallory.publish("/service/seti", { to: "Alice", channel: "/service/chat", data });
    }
    await mallory.publish("/service/seti", { to: "Alice", channel: "/chat/private", data: { text: "end", id: "8" } });
    await alice.hears(name, "end");
    assert.deepEqual(await alice.texts(), [hostile, "end"]);
    assert.deepEqual(alice.faults, []);
  });

  test("a message to somebody who has gone is told as not delivered, and can be tried again", async (t) => {
    const [north] = (await startMesh(t, 1, DEMO)) as [MeshNode];
    const alice = await ChatPage.join(t, browser, north.origin, "Alice");
    const bob = await north.login(t, "Bob");
    await alice.turnTo("Bob");
    await alice.say("See you later");
    await alice.page.getByText("Delivered", { exact: true }).waitFor();
    await bob.client.disconnect();
    await alice.sees("Bob", "Offline");
    await alice.say("One more thing");
    await alice.page.getByText("Not delivered").waitFor();
    const [one, other] = [await north.login(t, "Bob"), await north.login(t, "Bob")];
    await alice.page.getByRole("button", { name: "Try again" }).click();
    await alice.page.getByText("Delivered to 2 pages").waitFor();
    for (const page of [one, other]) {
      const { channel, data } = await page.next();
      assert.equal(channel, "/chat/private");
      assert.equal((data as { data: { text: string } }).data.text, "One more thing");
    }
    assert.deepEqual(alice.faults, []);
  });

  test("it can be used with the keyboard, says what is wrong with a name, and fits a narrow screen", async (t) => {
    const [north] = (await startMesh(t, 1, DEMO)) as [MeshNode];
    const longName = "Maximiliane von Hohenlohe-Langen";
    const chat = await ChatPage.open(t, browser, north.origin, longName, { width: 320, height: 568 });
    const { page } = chat;
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Please enter a name." }).waitFor();
    await page.keyboard.insertText("a\u202eb");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "characters that can be seen" }).waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(longName);
    await page.keyboard.press("Enter");
    await chat.isOnNode();

    await page.getByRole("textbox", { name: "Message to everyone" }).waitFor();
    await page.keyboard.insertText("one");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.insertText("two");
    await page.keyboard.press("Enter");
    await chat.hears("You", "one\ntwo");
    await north.login(t, "W".repeat(80));
    await chat.isTold("joined");
    await chat.say("x".repeat(300));
    await page.getByRole("button", { name: /^WWW/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Private message to WWW" }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    assert.deepEqual(chat.faults, []);
  });

  test("the picture in the docs", { skip: process.env.OORTBUS_SCREENSHOT !== "1" }, async (t) => {
    const [north, south, west] = await threeNodes(t);
    const size = { width: 860, height: 640 };
    const alice = await ChatPage.join(t, browser, north.origin, "Alice", size);
    const bob = await ChatPage.join(t, browser, south.origin, "Bob", { ...size, isDark: true });
    const carol = await ChatPage.join(t, browser, west.origin, "Carol");
    await bob.sees("Carol", hostOf(west.origin));
    await alice.say("Good evening! The sky is clear, who has seen the comet?");
    await bob.hears("Alice", "Good evening! The sky is clear, who has seen the comet?");
    await bob.say("I have. Low in the west, just after sunset.");
    await carol.hears("Bob", "I have. Low in the west, just after sunset.");
    await carol.say("Same here, it even shows its tail in binoculars.");
    await bob.hears("Carol", "Same here, it even shows its tail in binoculars.");
    await alice.hears("Carol", "Same here, it even shows its tail in binoculars.");
    await alice.say("Lovely. See you all on the hill at nine.");
    await bob.hears("Alice", "Lovely. See you all on the hill at nine.");
    await bob.turnTo("Alice");
    await bob.say("Could you give me a lift?");
    await bob.page.getByText("Delivered").waitFor();
    await alice.turnTo("Bob");
    await alice.say("Sure, I will pick you up at half past eight.");
    await bob.hears("Alice", "Sure, I will pick you up at half past eight.");
    await alice.turnTo("Everyone");
    await bob.say("Thank you! I will bring tea for everybody.");
    await alice.hasUnread("Bob", 1);
    await pictureOf(t, browser, "chat.png", [alice.page, bob.page]);
  });
});

async function threeNodes(t: TestContext): Promise<[MeshNode, MeshNode, MeshNode]> {
  return (await startMesh(t, 3, DEMO)) as [MeshNode, MeshNode, MeshNode];
}
