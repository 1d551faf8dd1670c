import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { BayeuxClient } from "../../core/client/browser.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { type MeshNode, startMesh } from "../support/start-mesh.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

type ClientModule = typeof import("../../core/client/browser.js");

/** What the page keeps between two calls into it. */
interface ClientPage {
  client: BayeuxClient;
  heard: unknown[];
}

suite("the client in a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const transport of ["websocket", "long-polling"] as const) {
    test(`${transport}: subscribes, publishes, hears its user's messages, and comes back after a crash`, async (t) => {
      const [node] = (await startMesh(t, 1, { args: ["--demo", "--auth.mode=open"] })) as [MeshNode];
      const page = await browser.newPage();
      page.setDefaultTimeout(PAGE_PATIENCE_MS);
      t.after(() => page.close());
      await page.goto(`${node.origin}/healthz`);
      await start(page, transport);
      assert.equal(await page.evaluate(() => (window as unknown as ClientPage).client.transportName), transport);

      const bob = await node.login(t, "bob", ["/news"]);
      await page.evaluate(() => (window as unknown as ClientPage).client.publish("/news", { text: "hello, bob" }));
      assert.deepEqual(await bob.next(), { channel: "/news", data: { text: "hello, bob" } });
      await bob.publish("/news", "hello, browser");
      await heard(page, "hello, browser");
      assert.equal((await bob.sendTo("alice", "just for you")).delivered, 1);
      await heard(page, { from: "bob", data: "just for you" });
      assert.match(await refusalOfOort(page), /^403/);

      await node.kill();
      await page.waitForFunction(() => (window as unknown as ClientPage).client.state === "unconnected");
      await node.start();
      await page.waitForFunction(() => (window as unknown as ClientPage).client.state === "connected");
      const carol = await node.login(t, "carol");
      await carol.publish("/news", "hello again");
      await heard(page, "hello again");
      assert.equal((await carol.sendTo("alice", "you as well")).delivered, 1);
      await heard(page, { from: "carol", data: "you as well" });

      await page.evaluate(() => (window as unknown as ClientPage).client.disconnect());
      assert.deepEqual(await carol.sendTo("alice", "gone?"), { delivered: 0, unknown: ["alice"] });
    });
  }

  test("it takes an event stream when WebSocket does not open", async (t) => {
    const [node] = (await startMesh(t, 1, { args: ["--demo", "--auth.mode=open"] })) as [MeshNode];
    const page = await browser.newPage();
    page.setDefaultTimeout(PAGE_PATIENCE_MS);
    t.after(() => page.close());
    await page.routeWebSocket(/./, (socket) => void socket.close());
    await page.goto(`${node.origin}/healthz`);
    await start(page);
    assert.equal(await page.evaluate(() => (window as unknown as ClientPage).client.transportName), "event-stream");
  });
});

/** Makes a client in the page, of one transport or of all, logged in as alice and subscribed to `/news`. */
async function start(page: Page, transport?: "websocket" | "long-polling"): Promise<void> {
  await page.evaluate(async (only) => {
    const module = "/client/oortbus-client.js";
    const { BayeuxClient, longPollingTransport, webSocketTransport } = (await import(module)) as ClientModule;
    const transports = {
      websocket: webSocketTransport((url) => new WebSocket(url)),
      "long-polling": longPollingTransport((url, init) => fetch(url, init)),
    };
    const client = new BayeuxClient(
      { url: `${location.origin}/cometd`, minRetryMs: 100, maxRetryMs: 500 },
      only === undefined ? {} : { transports: [transports[only]] },
    );
    const heard: unknown[] = [];
    client.addListener("/inbox", ({ data }) => heard.push(data));
    const { ready } = client.subscribe("/news", ({ data }) => heard.push(data));
    await client.handshake({ ext: { authentication: { user: "alice" } } });
    await ready;
    Object.assign(window, { client, heard });
  }, transport);
}

async function heard(page: Page, data: unknown): Promise<void> {
  await page.waitForFunction(
    (json) => (window as unknown as ClientPage).heard.some((one) => JSON.stringify(one) === json),
    JSON.stringify(data),
  );
}

/** The server's error for what no client may do, as the page gets it. */
function refusalOfOort(page: Page): Promise<string> {
  return page.evaluate(() =>
    (window as unknown as ClientPage).client.publish("/oort/cloud", {}).then(
      () => "no refusal",
      (error) => error.reply.error,
    ),
  );
}
