import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, suite, type TestContext, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Message } from "../../core/message/message.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { startServer, type TestServer } from "../support/start-server.js";
import { until } from "../support/until.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

/** What the page keeps between two calls into it. */
interface StreamPage {
  clientId: string;
  heard: unknown[];
  replies: Message[];
  frames: number;
  ask(message: Record<string, unknown>): Promise<Message[]>;
  [callback: `_frame${number}`]: (messages: Message[] | null) => void;
}

interface FayeModule {
  Client: new (
    url: string,
  ) => {
    disable(transport: string): void;
    subscribe(channel: string, listener: (data: unknown) => void): Promise<void>;
    publish(channel: string, data: unknown): Promise<void>;
    _dispatcher: { connectionType: string };
  };
}

const NASTY = "</script><!-- \u2028\u2029 --> & <script>alert(1)</script> \\ \" ' 😀";
const FAYE = createRequire(import.meta.url).resolve("faye/client/faye-browser.js");

suite("streams in a browser", { skip: browserMissing() }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  test("forever-iframe: scripts run as they come, frames follow each other, and nothing is lost between them", async (t) => {
    const server = await open(t, { maxIframeMs: 200 });
    const page = await openPage(t, browser, server);
    await page.evaluate(() => {
      const own = window as unknown as StreamPage;
      own.frames = 0;
      let frame: HTMLIFrameElement | undefined;
      const openFrame = (): void => {
        own.frames += 1;
        const callback = `_frame${own.frames}` as const;
        own[callback] = (messages) => {
          if (messages === null) return openFrame();
          for (const message of messages) {
            if (message.successful === undefined) own.heard.push(message.data);
            else own.replies.push(message);
          }
        };
        frame?.remove();
        frame = document.createElement("iframe");
        frame.hidden = true;
        frame.src = `/cometd?clientId=${own.clientId}&iframe=${callback}`;
        document.body.append(frame);
      };
      openFrame();
    });
    await connected(server, page);
    let sent = 0;
    const talk = setInterval(() => server.bayeux.publish(undefined, "/news", { number: sent++, NASTY }), 5);
    t.after(() => clearInterval(talk));
    await page.waitForFunction(() => (window as unknown as StreamPage).frames >= 5);
    clearInterval(talk);
    await page.waitForFunction((count) => (window as unknown as StreamPage).heard.length >= count, sent);
    assert.deepEqual(
      await page.evaluate(() => (window as unknown as StreamPage).heard),
      Array.from({ length: sent }, (_, number) => ({ number, NASTY })),
    );
    const left = () => document.querySelector("iframe")?.contentDocument?.querySelectorAll("body script").length;
    assert.ok(((await page.evaluate(left)) ?? 0) <= 1, "the page does not grow");
    assert.equal(await page.evaluate(() => document.querySelectorAll("iframe").length), 1);
  });

  test("event-stream: the browser reconnects by itself, and has what it missed", async (t) => {
    const server = await open(t, { eventRetryMs: 50 });
    const page = await openPage(t, browser, server);
    await page.evaluate(() => {
      const own = window as unknown as StreamPage;
      const source = new EventSource(`/cometd?clientId=${own.clientId}`);
      source.onmessage = ({ data }) => {
        for (const message of JSON.parse(data) as Message[]) {
          if (message.successful === undefined) own.heard.push(message.data);
          else own.replies.push(message);
        }
      };
    });
    await connected(server, page);
    let sent = 0;
    const talk = setInterval(() => server.bayeux.publish(undefined, "/news", sent++), 1);
    t.after(() => clearInterval(talk));
    for (let cut = 1; cut <= 4; cut += 1) {
      await page.waitForFunction((count) => (window as unknown as StreamPage).heard.length >= count, sent + 20);
      server.http.closeAllConnections();
    }
    clearInterval(talk);
    await page.waitForFunction((count) => (window as unknown as StreamPage).heard.length >= count, sent);
    assert.deepEqual(
      await page.evaluate(() => (window as unknown as StreamPage).heard),
      Array.from({ length: sent }, (_, number) => number),
    );
    const [session] = server.bayeux.sessions.values();
    assert.equal(session?.transport, "event-stream");
    // All may have been heard before the last cut: then the browser is only about to be back.
    await until(() => session?.holder !== undefined, "the connect is held through all of it");
  });

  test("a stock Faye client takes the event stream, and keeps it through a broken connection", async (t) => {
    const server = await open(t, { eventRetryMs: 50 });
    const page = await openPage(t, browser, server);
    await page.addScriptTag({ content: readFileSync(FAYE, "utf8") });
    await page.evaluate(async () => {
      const { Faye, heard } = window as unknown as StreamPage & { Faye: FayeModule };
      const client = new Faye.Client(`${location.origin}/cometd`);
      client.disable("websocket");
      await client.subscribe("/talk/*", (data) => heard.push(data));
      Object.assign(window, { client });
    });
    const type = () => (window as unknown as { client: InstanceType<FayeModule["Client"]> }).client._dispatcher;
    await page.waitForFunction(`(${type})().connectionType === "eventsource"`);
    const faye = [...server.bayeux.sessions.values()].at(-1)!;
    await until(() => faye.transport === "event-stream" && faye.holder !== undefined, "its connect is held");
    server.bayeux.publish(undefined, "/talk/a", 1);
    await page.evaluate(() =>
      (window as unknown as { client: InstanceType<FayeModule["Client"]> }).client.publish("/talk/b", 2),
    );
    await page.waitForFunction(() => (window as unknown as StreamPage).heard.length === 2);
    server.http.closeAllConnections();
    server.bayeux.publish(undefined, "/talk/a", 3);
    await page.waitForFunction(() => (window as unknown as StreamPage).heard.length === 3);
    assert.deepEqual(await page.evaluate(() => (window as unknown as StreamPage).heard), [1, 2, 3]);
    assert.ok(faye.isConnected);
  });
});

function open(t: TestContext, transport: Record<string, unknown>): Promise<TestServer> {
  const allowedTransports = ["long-polling", "event-stream", "forever-iframe"] as const;
  return startServer(
    t,
    { timeoutMs: 120_000, maxIntervalMs: 120_000 },
    { transport: { allowedTransports: [...allowedTransports], ...transport } },
  );
}

/** A page of the server's origin, with a session that is subscribed to `/news`. */
async function openPage(t: TestContext, browser: Browser, server: TestServer): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE_MS);
  t.after(() => page.close());
  const url = new URL("/page", server.url).href;
  await page.route(url, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><body></body>" }));
  await page.goto(url);
  await page.evaluate(async () => {
    const own = window as unknown as StreamPage;
    own.heard = [];
    own.replies = [];
    own.ask = async (message) => {
      const body = JSON.stringify([{ clientId: own.clientId, ...message }]);
      return (await (await fetch("/cometd", { method: "POST", body })).json()) as Message[];
    };
    own.clientId = String((await own.ask({ channel: "/meta/handshake" }))[0]?.clientId);
    await own.ask({ channel: "/meta/connect", connectionType: "event-stream", advice: { timeout: 0 } });
    await own.ask({ channel: "/meta/subscribe", subscription: "/news" });
  });
  return page;
}

/** The page's stream stands, and its connect is held there. */
async function connected(server: TestServer, page: Page): Promise<void> {
  const [session] = server.bayeux.sessions.values();
  const { overHttp } = server.transports;
  await until(() => [...overHttp.streamStats.values()].some(({ opened }) => opened > 0), "the stream stands");
  // One that meets no stream, since this one is being renewed just now, is answered where it came, and followed by another.
  const replies = await page.evaluate(async () => {
    const { ask } = window as unknown as StreamPage;
    for (;;) {
      const replies = await ask({ channel: "/meta/connect" });
      if (replies[0]?.successful !== true) return replies;
    }
  });
  assert.deepEqual(replies, [], "the answer is to come by the stream");
  await until(() => session?.holder !== undefined, "the connect is held");
}
