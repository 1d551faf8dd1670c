import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, type TestContext, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { BayeuxClient } from "../../core/client/browser.js";
import { buildBrowser } from "../../scripts/build-browser.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

type ClientModule = typeof import("../../core/client/browser.js");

/** What the page keeps between two calls into it. */
interface ClientPage {
  client: BayeuxClient;
  heard: unknown[];
  gaps: string[];
}

const TRANSPORTS = [
  "websocket",
  "event-stream",
  "streaming",
  "long-polling",
  "forever-iframe",
  "callback-polling",
] as const;
type TransportName = (typeof TRANSPORTS)[number];

suite("each transport in a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "oortbus-browser-"));
    await buildBrowser(folder);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A server with its own page, on one transport; streams are renewed several times a second. */
  async function serve(t: TestContext, allowed: readonly TransportName[], port?: number): Promise<TestServer> {
    const server = await startServer(
      t,
      { timeoutMs: 2_000, maxIntervalMs: 60_000 },
      {
        ...(port === undefined ? {} : { port }),
        transport: { allowedTransports: [...allowed], maxStreamMs: 200, maxIframeMs: 200 },
      },
    );
    const [bayeux] = server.http.listeners("request") as ((...args: unknown[]) => void)[];
    server.http.removeAllListeners("request");
    server.http.on("request", (request, response) => {
      if (request.url?.startsWith("/cometd")) return bayeux!(request, response);
      if (request.url === "/oortbus-client.js") {
        void readFile(join(folder, "oortbus-client.js")).then((script) =>
          response.writeHead(200, { "Content-Type": "text/javascript" }).end(script),
        );
        return;
      }
      response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>page</title><body></body>");
    });
    return server;
  }

  async function open(t: TestContext, server: TestServer): Promise<Page> {
    const page = await browser.newPage();
    t.after(() => page.close());
    page.setDefaultTimeout(PAGE_PATIENCE_MS);
    await page.goto(new URL("/", server.url).href);
    return page;
  }

  for (const transport of TRANSPORTS) {
    test(`${transport}: negotiated, hears all in order over many renewals, and comes back after a crash`, async (t) => {
      const allowed = [transport];
      const server = await serve(t, allowed);
      const page = await open(t, server);
      await start(page, transport);
      assert.equal(await page.evaluate(() => (window as unknown as ClientPage).client.transportName), transport);

      const wanted: unknown[] = [];
      const sender = setInterval(() => {
        wanted.push(wanted.length);
        server.bayeux.publish(undefined, "/news", wanted.length - 1);
      }, 5);
      t.after(() => clearInterval(sender));
      await page.waitForFunction(() => (window as unknown as ClientPage).heard.length >= 200);
      clearInterval(sender);
      await hears(page, wanted.length);
      assert.deepEqual(await page.evaluate(() => (window as unknown as ClientPage).heard), wanted);
      await page.evaluate(async () => {
        const { client } = window as unknown as ClientPage;
        await Promise.all(["</script><!--", "\u2028\u2029 ü"].map((text) => client.publish("/news", text)));
      });
      await hears(page, wanted.length + 2);
      assert.deepEqual((await page.evaluate(() => (window as unknown as ClientPage).heard)).slice(-2), [
        "</script><!--",
        "\u2028\u2029 ü",
      ]);
      assert.ok((await page.locator("iframe, script[src]").count()) <= 2, "what is used up is taken out of the page");
      assert.deepEqual(await page.evaluate(() => (window as unknown as ClientPage).gaps), []);

      const { port } = server;
      await server.stop();
      await page.waitForFunction(() => (window as unknown as ClientPage).client.state !== "connected");
      const second = await serve(t, allowed, port);
      await page.waitForFunction(() => (window as unknown as ClientPage).client.state === "connected");
      second.bayeux.publish(undefined, "/news", "hello again");
      await hears(page, wanted.length + 3);
      assert.deepEqual(await page.evaluate(() => (window as unknown as ClientPage).gaps), ["session"]);
      await page.evaluate(() => (window as unknown as ClientPage).client.disconnect());
      assert.equal(second.bayeux.sessions.size, 0);
    });
  }

  test("a page that is loaded anew goes on with its session", async (t) => {
    const server = await serve(t, ["websocket", "long-polling"]);
    const page = await open(t, server);
    const before = await startReloading(page);
    await page.reload();
    server.bayeux.publish(undefined, "/news", "while the page was loading");
    assert.equal(await startReloading(page), before);
    await hears(page, 1);
    assert.equal(server.bayeux.sessions.size, 1);
    await page.evaluate(() => (window as unknown as ClientPage).client.disconnect());
    assert.notEqual(await startReloading(page), before);
  });

  test("in a worker the client works as in a page", async (t) => {
    const server = await serve(t, ["event-stream"]);
    const page = await open(t, server);
    const heard = await page.evaluate(async () => {
      const source = `
        import { BayeuxClient } from "${location.origin}/oortbus-client.js";
        const client = new BayeuxClient({ url: "${location.origin}/cometd" });
        await client.handshake();
        const messages = client.messages("/a");
        await client.subscribe("/a", () => {}).ready;
        await client.publish("/a", client.transportName);
        for await (const { data } of messages) { postMessage(data); break; }`;
      const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), {
        type: "module",
      });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      });
    });
    assert.equal(heard, "event-stream");
  });
});

/** Makes a client in the page that offers all transports, and takes the one the server has. */
async function start(page: Page, transport: TransportName): Promise<void> {
  await page.evaluate(async (wanted) => {
    const module = "/oortbus-client.js";
    const { BayeuxClient, pageTransports, AckClientExtension } = (await import(module)) as ClientModule;
    const all = pageTransports();
    // Where only a script tag gets through, there is no other request to begin with.
    const transports = wanted === "callback-polling" ? all.filter(({ name }) => name === wanted) : all;
    const client = new BayeuxClient(
      { url: `${location.origin}/cometd`, minRetryMs: 50, maxRetryMs: 100 },
      { transports },
    );
    client.addExtension(new AckClientExtension());
    const heard: unknown[] = [];
    const gaps: string[] = [];
    client.onGap(({ kind }) => gaps.push(kind));
    const { ready } = client.subscribe("/news", ({ data }) => heard.push(data));
    await client.handshake();
    await ready;
    Object.assign(window, { client, heard, gaps });
    await new Promise<void>((resolve) => {
      if (client.state === "connected") resolve();
      client.onState((state) => state === "connected" && resolve());
    });
  }, transport);
}

/** Makes a client in the page that takes its session along. @returns its session */
function startReloading(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const module = "/oortbus-client.js";
    const { BayeuxClient, pageTransports, Reload, AckClientExtension } = (await import(module)) as ClientModule;
    const transports = new Reload().wrap(pageTransports());
    const client = new BayeuxClient({ url: `${location.origin}/cometd` }, { transports });
    client.addExtension(new AckClientExtension());
    const heard: unknown[] = [];
    const { ready } = client.subscribe("/news", ({ data }) => heard.push(data));
    await client.handshake();
    await ready;
    Object.assign(window, { client, heard, gaps: [] });
    return client.clientId;
  });
}

async function hears(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (window as unknown as ClientPage).heard.length >= wanted, count);
}
