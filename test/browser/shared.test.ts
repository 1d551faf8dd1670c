import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, type TestContext, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { SharedClient } from "../../core/client/shared/browser-shared.js";
import { buildBrowser } from "../../scripts/build-browser.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { until } from "../support/until.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

type SharedModule = typeof import("../../core/client/shared/browser-shared.js");

/** What a tab keeps between two calls into it. */
interface TabPage {
  client: SharedClient;
  heard: unknown[];
  gaps: string[];
}

/** A worker that can be made to end, as browsers end workers when memory is short. */
const MORTAL_WORKER = `
  import { serveTabs, AckClientExtension, BayeuxClient } from "/shared-worker.js";
  serveTabs((options) => new BayeuxClient({ ...options, minRetryMs: 20, maxRetryMs: 60 }));
  new BroadcastChannel("end").onmessage = () => close();`;

suite("one session for all tabs of a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "oortbus-shared-"));
    await buildBrowser(folder);
    browser = await launchBrowser();
  });
  after(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A server with its own pages. */
  async function serve(t: TestContext, parts: { port?: number; policy?: string } = {}): Promise<TestServer> {
    const { policy, ...rest } = parts;
    const server = await startServer(t, { maxIntervalMs: 60_000, sweepPeriodMs: 50 }, rest);
    const [bayeux] = server.http.listeners("request") as ((...args: unknown[]) => void)[];
    server.http.removeAllListeners("request");
    server.http.on("request", (request, response) => {
      const name = (request.url ?? "/").slice(1);
      if (name.startsWith("cometd")) return bayeux!(request, response);
      const script = { "Content-Type": "text/javascript" };
      if (name === "mortal-worker.js") return response.writeHead(200, script).end(MORTAL_WORKER);
      if (name.endsWith(".js")) {
        return void readFile(join(folder, name)).then((text) => response.writeHead(200, script).end(text));
      }
      const headers = policy === undefined ? {} : { "Content-Security-Policy": policy };
      response.writeHead(200, { "Content-Type": "text/html", ...headers }).end("<!doctype html><title>tab</title>");
    });
    return server;
  }

  async function newContext(t: TestContext): Promise<BrowserContext> {
    const context = await browser.newContext();
    context.setDefaultTimeout(PAGE_PATIENCE_MS);
    t.after(() => context.close());
    return context;
  }

  /** One more tab, subscribed to `/news` and to a channel of its own. */
  async function open(context: BrowserContext, server: TestServer, own: string, worker?: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(new URL("/", server.url).href);
    await page.evaluate(
      async ([channel, script]) => {
        const module = "/oortbus-client-shared.js";
        const { SharedClient } = (await import(module)) as SharedModule;
        const client = new SharedClient({
          url: `${location.origin}/cometd`,
          minRetryMs: 20,
          maxRetryMs: 60,
          worker: script,
        });
        const heard: unknown[] = [];
        const gaps: string[] = [];
        client.onGap(({ kind }) => gaps.push(kind));
        await client.handshake();
        for (const name of ["/news", channel!]) await client.subscribe(name, ({ data }) => heard.push(data)).ready;
        Object.assign(window, { client, heard, gaps });
      },
      [own, worker] as const,
    );
    return page;
  }

  const subscribers = ({ bayeux }: TestServer, channel: string): number =>
    bayeux.getChannel(channel)?.subscribers.size ?? 0;

  test("three tabs, one session: each hears its own, and any may go, by a crash as well", async (t) => {
    const server = await serve(t);
    const context = await newContext(t);
    const first = await open(context, server, "/first");
    const second = await open(context, server, "/second");
    const third = await open(context, server, "/third");
    assert.equal(server.bayeux.sessions.size, 1);
    assert.equal(subscribers(server, "/news"), 1);
    await second.evaluate(() => (window as unknown as TabPage).client.publish("/news", "from the second"));
    for (const [page, channel] of [
      [first, "/first"],
      [second, "/second"],
      [third, "/third"],
    ] as const) {
      server.bayeux.publish(undefined, channel, `for ${channel}`);
      await hears(page, "from the second", `for ${channel}`);
    }

    await first.close();
    await until(() => subscribers(server, "/first") === 0, "the first tab's subscription is released");
    server.bayeux.publish(undefined, "/news", "without the first");
    for (const page of [second, third]) await hears(page, "without the first");

    const crashed = new Promise((resolve) => second.once("crash", resolve));
    void second.goto("chrome://crash").catch(() => {});
    await crashed;
    await until(() => subscribers(server, "/second") === 0, "the crashed tab's subscription is released");

    const { port } = server;
    await server.stop();
    await third.waitForFunction(() => (window as unknown as TabPage).client.state !== "connected");
    const restarted = await serve(t, { port });
    await third.waitForFunction(() => (window as unknown as TabPage).client.state === "connected");
    restarted.bayeux.publish(undefined, "/third", "hello again");
    await hears(third, "hello again");
    assert.deepEqual(await third.evaluate(() => (window as unknown as TabPage).gaps), ["session"]);
    assert.deepEqual([restarted.bayeux.sessions.size, subscribers(restarted, "/second")], [1, 0]);

    // Put away, and shown again from where it was.
    await third.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await third.waitForFunction(() => (window as unknown as TabPage).gaps.length === 2);
    restarted.bayeux.publish(undefined, "/third", "and again");
    await hears(third, "and again");
    await third.evaluate(() => (window as unknown as TabPage).client.disconnect());
    await until(() => restarted.bayeux.sessions.size === 0, "the session is over");
  });

  test("when the worker ends, the tabs share another one", async (t) => {
    const server = await serve(t);
    const context = await newContext(t);
    const pages = [
      await open(context, server, "/a", "/mortal-worker.js"),
      await open(context, server, "/b", "/mortal-worker.js"),
    ];
    const [before] = server.bayeux.sessions.keys();
    await pages[0]!.evaluate(() => new BroadcastChannel("end").postMessage("now"));
    for (const page of pages) await page.waitForFunction(() => (window as unknown as TabPage).gaps.length > 0);
    // The old session has no client any more; when it ends is the server's business.
    const others = () => [...server.bayeux.sessions.values()].filter(({ id }) => id !== before);
    const hasAll = (channel: string) =>
      others().every((session) => server.bayeux.getChannel(channel)?.subscribers.has(session));
    await until(() => others().length > 0 && ["/news", "/a", "/b"].every(hasAll), "one session for both again");
    assert.equal(others().length, 1);
    server.bayeux.publish(undefined, "/news", "hello again");
    for (const page of pages) await hears(page, "hello again");
  });

  for (const reason of ["there is no SharedWorker", "the page's policy forbids workers"] as const) {
    test(`where ${reason} each tab has its own session`, async (t) => {
      const forbidden = reason !== "there is no SharedWorker";
      const server = await serve(t, forbidden ? { policy: "worker-src 'none'" } : {});
      const context = await newContext(t);
      if (!forbidden) await context.addInitScript("delete window.SharedWorker");
      const first = await open(context, server, "/first");
      const second = await open(context, server, "/second");
      assert.equal(server.bayeux.sessions.size, 2);
      await first.evaluate(() => (window as unknown as TabPage).client.publish("/news", "hello"));
      for (const page of [first, second]) await hears(page, "hello");
      const [oldest] = server.bayeux.sessions.values();
      oldest!.maxIntervalMs = 100;
      await first.close();
      await until(() => server.bayeux.sessions.size === 1, "the first tab's session expires");
      assert.ok(oldest!.hasEnded);
    });
  }
});

/** Waits until the tab has heard so much since it was last asked, which has to be just this. */
async function hears(page: Page, ...expected: unknown[]): Promise<void> {
  await page.waitForFunction((count) => (window as unknown as TabPage).heard.length >= count, expected.length);
  assert.deepEqual(await page.evaluate(() => (window as unknown as TabPage).heard.splice(0)), expected);
}
