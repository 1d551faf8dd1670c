import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, suite, type TestContext, test } from "node:test";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { TransportOptionsInput } from "../../core/transport/transport-options.js";
import { projectRoot } from "../support/project-root.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { until } from "../support/until.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

/** The part of npm `cometd` used in the page. */
interface StockPage {
  stock: {
    CometD: new () => {
      configure(options: object): void;
      getTransportTypes(): string[];
      unregisterTransport(type: string): void;
      handshake(done: (reply: { successful: boolean }) => void): void;
      subscribe(channel: string, listener: (message: { data: unknown }) => void, done: () => void): void;
      publish(channel: string, data: unknown): void;
    };
  };
  client: InstanceType<StockPage["stock"]["CometD"]>;
  heard: unknown[];
}

type Kind = "websocket" | "long-polling" | "callback-polling";

const KINDS: readonly Kind[] = ["websocket", "long-polling", "callback-polling"];
const NASTY = `</script> \u2028\u2029 ${"again and again ".repeat(100)}😀`;
suite("pages of our own and of other origins, with the stock client", { skip: browserMissing() }, () => {
  let browser: Browser;
  let script: string;
  before(async () => {
    browser = await launchBrowser();
    const contents = 'export { CometD } from "cometd";';
    const bundle = await build({
      stdin: { contents, resolveDir: projectRoot },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "stock",
    });
    script = bundle.outputFiles[0]!.text;
  });
  after(() => browser.close());

  /** A page of that origin with a client of one transport. @returns whether its handshake succeeded */
  async function join(t: TestContext, server: TestServer, origin: string, kind: Kind) {
    const context = await browser.newContext();
    context.setDefaultTimeout(PAGE_PATIENCE_MS);
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${origin}/page`); // whatever it shows, it is of that origin
    await page.addScriptTag({ content: script });
    const successful = await page.evaluate(
      ([url, only]) => {
        const own = window as unknown as StockPage;
        own.heard = [];
        own.client = new own.stock.CometD();
        own.client.configure({ url, logLevel: "error" });
        for (const type of own.client.getTransportTypes()) if (type !== only) own.client.unregisterTransport(type);
        return new Promise<boolean>((resolve) => own.client.handshake((reply) => resolve(reply.successful)));
      },
      [server.url, kind] as const,
    );
    return { page, context, successful };
  }

  async function talk(server: TestServer, page: Page): Promise<void> {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { client, heard } = window as unknown as StockPage;
          client.subscribe("/news", ({ data }) => heard.push(data), resolve);
        }),
    );
    server.bayeux.publish(undefined, "/news", NASTY);
    await page.evaluate(() => (window as unknown as StockPage).client.publish("/news", "mine"));
    await page.waitForFunction(() => (window as unknown as StockPage).heard.length === 2);
    server.bayeux.publish(undefined, "/news", "more");
    await page.waitForFunction(() => (window as unknown as StockPage).heard.length === 3);
    const heard = await page.evaluate(() => (window as unknown as StockPage).heard);
    assert.deepEqual(new Set(heard), new Set([NASTY, "mine", "more"]));
  }

  for (const kind of KINDS) {
    test(`${kind}: our own page talks`, async (t) => {
      const server = await open(t, {});
      const { page, successful } = await join(t, server, new URL(server.url).origin, kind);
      assert.equal(successful, true);
      await talk(server, page);
      assert.equal([...server.bayeux.sessions.values()].at(-1)?.transport, kind);
    });

    test(`${kind}: a page that is allowed talks as ours does`, async (t) => {
      const chat = await startSite(t);
      const server = await open(t, { allowedOrigins: [chat] });
      const { page, successful } = await join(t, server, chat, kind);
      assert.equal(successful, true);
      await talk(server, page);
    });

    // Of one site with the server, since ports do not count, and of another.
    for (const host of ["127.0.0.1", "localhost"]) {
      test(`${kind}: a page of ${host}, which is not, can do nothing in the name of who has our cookie`, async (t) => {
        const server = await open(t, { allowedOrigins: ["https://chat.example"] });
        const origin = (await startSite(t)).replace("127.0.0.1", host);
        const { page, context } = await join(t, server, origin, kind);
        await context.addCookies([{ name: "BAYEUX_BROWSER", value: "0123456789abcdef", url: server.url }]);
        const before = server.bayeux.stats.messagesIn;
        const again = await page.evaluate(
          () =>
            new Promise<boolean>((resolve) => {
              const { stock, client } = window as unknown as StockPage;
              const next = new stock.CometD();
              next.configure({ ...(client as unknown as { getConfiguration(): object }).getConfiguration() });
              const [kept] = client.getTransportTypes();
              for (const type of next.getTransportTypes()) if (type !== kept) next.unregisterTransport(type);
              next.handshake((reply) => resolve(reply.successful));
            }),
        );
        assert.equal(again, false);
        assert.equal(server.bayeux.stats.messagesIn, before, "the server did not even look");
      });
    }
  }

  test("websocket: Chromium's own compression is agreed to and understood", async (t) => {
    const server = await open(t, { perMessageDeflate: true, perMessageDeflateThresholdBytes: 64 });
    const { page, successful } = await join(t, server, new URL(server.url).origin, "websocket");
    assert.equal(successful, true);
    await talk(server, page);
    assert.equal(
      await page.evaluate(
        (url) =>
          new Promise((resolve) => {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve(socket.extensions);
          }),
        server.url.replace("http", "ws"),
      ),
      "permessage-deflate; server_no_context_takeover; client_no_context_takeover",
    );
  });

  test("two tabs over long-polling: both hear, and the one that polls is held when the other is closed", async (t) => {
    const server = await open(t, { multiSessionIntervalMs: 200 });
    const origin = new URL(server.url).origin;
    const first = await join(t, server, origin, "long-polling");
    await talk(server, first.page);
    const second = await first.context.newPage();
    await second.goto(`${origin}/none`).catch(() => {});
    await second.addScriptTag({ content: script });
    await second.evaluate(
      (url) =>
        new Promise<void>((resolve) => {
          const own = window as unknown as StockPage;
          own.heard = [];
          own.client = new own.stock.CometD();
          own.client.configure({ url, logLevel: "error" });
          for (const type of own.client.getTransportTypes()) {
            if (type !== "long-polling") own.client.unregisterTransport(type);
          }
          own.client.handshake(() => own.client.subscribe("/news", ({ data }) => own.heard.push(data), resolve));
        }),
      server.url,
    );
    const [one, two] = [...server.bayeux.sessions.values()];
    await until(() => two!.sharesBrowser, "the second tab is told to poll");
    server.bayeux.publish(undefined, "/news", "for both");
    for (const page of [first.page, second]) {
      await page.waitForFunction(() => (window as unknown as StockPage).heard.includes("for both"));
    }
    await first.page.close();
    await until(() => one!.holder === undefined || two!.holder !== undefined, "the first tab is gone");
    await until(() => two!.holder !== undefined && !two!.sharesBrowser, "the second is held");
  });
});

/** Another web server, with an empty page. @returns its origin */
async function startSite(t: TestContext): Promise<string> {
  const site = createServer((_request, response) => void response.end());
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  t.after(() => {
    site.close();
    site.closeAllConnections();
  });
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

function open(t: TestContext, transport: TransportOptionsInput): Promise<TestServer> {
  return startServer(
    t,
    { timeoutMs: 5_000, maxIntervalMs: 60_000 },
    { transport: { allowedTransports: [...KINDS], ...transport } },
  );
}
