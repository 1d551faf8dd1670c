import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { suite, type TestContext, test } from "node:test";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { BusNode } from "../../bus-node.js";
import type { BayeuxClient } from "../../core/client/browser.js";
import { MeshUser } from "../support/mesh-user.js";
import { projectRoot } from "../support/project-root.js";
import { browserMissing, launchBrowser } from "../support/require-browser.js";
import { type RoundRobin, startRoundRobin } from "../support/round-robin.js";
import { startNodes } from "../support/start-mesh.js";
import { until } from "../support/until.js";
import { PAGE_PATIENCE_MS } from "./open-page.js";

// Pages behind a balancer that gives every request to another of three nodes: our client over each of its transports, and
// the stock clients over each of theirs. All of them at once, each in a browser of its own, as far as cookies go.

type ClientModule = typeof import("../../core/client/browser.js");

const OURS = ["websocket", "event-stream", "streaming", "long-polling", "forever-iframe", "callback-polling"] as const;
const COMETD = ["websocket", "long-polling", "callback-polling"] as const;
/**
 * Its WebSocket comes to its session's node by going round, which is told apart where nobody else makes the balancer go
 * round: test/scenario/balancer-clients.test.ts.
 */
const FAYE = ["eventsource", "long-polling", "cross-origin-long-polling", "callback-polling"] as const;

/** What stock clients call the transports that we call otherwise. */
const SERVER_NAMES: Readonly<Record<string, string>> = {
  eventsource: "event-stream",
  "cross-origin-long-polling": "long-polling",
};

/** Several times a second, so that each page sees many renewals. */
const STREAM_MS = 150;
const MESSAGES = 80;

/** What a page has, whoever's client is in it. */
interface AnyPage {
  client: {
    publish(channel: string, data: unknown): unknown;
    subscribe(channel: string, listener: (data: unknown) => void): Promise<unknown>;
    session(): string | undefined;
    leave(): unknown;
  };
  heard: unknown[];
}

interface StockCometd {
  CometD: new () => {
    configure(options: object): void;
    getTransportTypes(): string[];
    unregisterTransport(type: string): void;
    handshake(fields: object, done: () => void): void;
    addListener(channel: string, listener: (message: { data: unknown }) => void): void;
    subscribe(channel: string, listener: (message: { data: unknown }) => void, done: () => void): void;
    publish(channel: string, data: unknown): void;
    getClientId(): string;
    disconnect(): void;
  };
}

interface StockFaye {
  Client: new (
    url: string,
    options: object,
  ) => {
    disable(feature: string): void;
    addExtension(extension: object): void;
    subscribe(channel: string, listener: (data: unknown) => void): Promise<void>;
    publish(channel: string, data: unknown): unknown;
    disconnect(): void;
    _dispatcher: { clientId?: string };
  };
}

interface World {
  readonly browser: Browser;
  readonly nodes: readonly BusNode[];
  readonly speakers: readonly MeshUser[];
  readonly balancer: RoundRobin;
  /** The origin of pages that are allowed, and not the cluster's own. */
  readonly elsewhere: string;
}

suite("pages behind a balancer without stickiness", { skip: browserMissing() }, () => {
  test("each client over each transport", { concurrency: true }, async (t) => {
    const world = await begin(t);
    const [client, cometd] = await Promise.all([
      bundled(`${projectRoot}/core/client/browser.ts`, "oortbus"),
      bundled(createRequire(import.meta.url).resolve("cometd"), "stock"),
    ]);
    const faye = await readFile(`${projectRoot}/node_modules/faye/client/faye-browser-min.js`, "utf8");
    await Promise.all([
      ...OURS.map((name) => t.test(`ours: ${name}`, (t) => talks(t, world, name, client, startOurs))),
      ...COMETD.map((name) => t.test(`cometd: ${name}`, (t) => talks(t, world, name, cometd, startCometd))),
      ...FAYE.map((name) => t.test(`faye: ${name}`, (t) => talks(t, world, name, faye, startFaye))),
    ]);
    assert.ok(
      world.balancer.counts.every((count) => count > 20),
      `every node was asked: ${world.balancer.counts}`,
    );
  });
});

async function begin(t: TestContext): Promise<World> {
  const site = createServer((_request, response) => void response.end());
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  t.after(() => {
    site.closeAllConnections();
    site.close();
  });
  const elsewhere = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const [nodes, browser] = await Promise.all([
    startNodes(t, 3, {
      bayeux: { maxIntervalMs: PAGE_PATIENCE_MS },
      transport: {
        allowedTransports: [...OURS],
        allowedOrigins: [elsewhere],
        maxStreamMs: STREAM_MS,
        maxIframeMs: STREAM_MS,
        eventRetryMs: 1,
      },
    }),
    launchBrowser(),
  ]);
  t.after(() => browser.close());
  const balancer = await startRoundRobin(
    t,
    nodes.map(({ url }) => url),
  );
  const speakers = await Promise.all(
    nodes.map(({ url }, index) => MeshUser.login(t, url, `speaker ${index}`, ["/from/*"])),
  );
  return { browser, nodes, speakers, balancer, elsewhere };
}

async function bundled(file: string, globalName: string): Promise<string> {
  const bundle = await build({ entryPoints: [file], bundle: true, write: false, format: "iife", globalName });
  return bundle.outputFiles[0]!.text;
}

/** One page of one client: it subscribes, hears all that another node says, in order, and is heard there. */
async function talks(
  t: TestContext,
  { browser, nodes, speakers, balancer, elsewhere }: World,
  transport: string,
  script: string,
  start: (page: Page, url: string, transport: string, user: string) => Promise<void>,
): Promise<void> {
  const user = t.name.replace(/\W+/g, "-");
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(PAGE_PATIENCE_MS);
  // Whatever it shows, it is of that origin.
  await page.goto(transport.startsWith("cross-origin") ? elsewhere : new URL("/healthz", balancer.url).href);
  await page.addScriptTag({ content: script });
  await start(page, balancer.url, transport, user);
  const channel = `/to/${user}`;
  await page.evaluate(async (name) => {
    const { client, heard } = window as unknown as AnyPage;
    await client.subscribe(name, (data) => heard.push(data));
  }, channel);
  const [id, home] = await settled(page, nodes, channel, SERVER_NAMES[transport] ?? transport);
  // What is said elsewhere is heard as soon as all nodes know of the interest.
  await until(
    () => nodes.every(({ bayeux }) => bayeux.getChannel(channel)?.subscribers.size),
    "all know of it",
    PAGE_PATIENCE_MS,
  );

  const speaker = speakers[(home + 1) % 3]!;
  for (let count = 0; count < MESSAGES; count += 1) {
    void speaker.publish(channel, count);
    if (count % 10 === 0) await hears(page, count); // over many polls; what came since is under way when the next are said
  }
  const counted = Array.from({ length: MESSAGES }, (_, count) => count);
  await hears(page, MESSAGES);
  assert.deepEqual(await page.evaluate(() => (window as unknown as AnyPage).heard.splice(0)), counted);

  assert.deepEqual(await speaker.sendTo(user, "for you"), { delivered: 1, unknown: [] });
  await hears(page, 1);
  assert.deepEqual(await page.evaluate(() => (window as unknown as AnyPage).heard.splice(0)), [
    { from: speaker.user, data: "for you" },
  ]);

  const third = speakers[(home + 2) % 3]!;
  const said = `${user} says </script> \u2028 ü`;
  await page.evaluate((data) => void (window as unknown as AnyPage).client.publish("/from/page", data), said);
  for (const { received } of [third, speaker]) {
    await until(() => received.some(({ data }) => data === said), "the other nodes heard the page", PAGE_PATIENCE_MS);
    assert.equal(received.filter(({ data }) => data === said).length, 1);
  }
  assert.ok(nodes[home]!.bayeux.sessions.has(id), "it is the same session all the time");
  await page.evaluate(() => void (window as unknown as AnyPage).client.leave());
  await until(() => !nodes[home]!.bayeux.sessions.has(id), "it has left", PAGE_PATIENCE_MS);
}

/** Waits until a node has the page's session on that transport and subscribed. @returns its id, and which node it is */
async function settled(
  page: Page,
  nodes: readonly BusNode[],
  channel: string,
  transport: string,
): Promise<[id: string, home: number]> {
  let id = "";
  let home = -1;
  const isSettled = async (): Promise<boolean> => {
    id = (await page.evaluate(() => (window as unknown as AnyPage).client.session())) ?? "";
    home = nodes.findIndex(({ bayeux }) => {
      const session = bayeux.sessions.get(id);
      return session?.transport === transport && bayeux.getChannel(channel)?.subscribers.has(session);
    });
    return home >= 0;
  };
  await until(isSettled, `somebody has it on ${transport}`, PAGE_PATIENCE_MS);
  return [id, home];
}

async function hears(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (window as unknown as AnyPage).heard.length >= wanted, count);
}

async function startOurs(page: Page, url: string, transport: string, user: string): Promise<void> {
  await page.evaluate(
    async ([url, wanted, user, patienceMs]) => {
      const { oortbus } = window as unknown as { oortbus: ClientModule };
      const all = oortbus.pageTransports();
      // A stream's session is made by a POST; where only a script tag gets through, there is nothing else.
      const [only] = all.filter(({ name }) => name === wanted);
      const posting = all.filter(({ name }) => only?.needsSession === true && name === "long-polling");
      const client: BayeuxClient = new oortbus.BayeuxClient(
        { url, minRetryMs: 50, maxNetworkDelayMs: patienceMs, connectTimeoutMs: patienceMs },
        { transports: [only!, ...posting] },
      );
      const heard: unknown[] = [];
      client.addListener("/inbox", ({ data }) => heard.push(data));
      await client.handshake({ ext: { authentication: { user } } });
      Object.assign(window, {
        heard,
        client: {
          publish: (channel: string, data: unknown) => client.publish(channel, data),
          subscribe: (channel: string, listener: (data: unknown) => void) =>
            client.subscribe(channel, ({ data }) => listener(data)).ready,
          session: () => client.clientId,
          leave: () => client.disconnect(),
        },
      });
    },
    [url, transport, user, PAGE_PATIENCE_MS] as const,
  );
}

async function startCometd(page: Page, url: string, transport: string, user: string): Promise<void> {
  await page.evaluate(
    async ([url, wanted, user, patienceMs]) => {
      const { stock } = window as unknown as { stock: StockCometd };
      const client = new stock.CometD();
      client.configure({ url, logLevel: "error", maxNetworkDelay: patienceMs });
      for (const type of client.getTransportTypes()) if (type !== wanted) client.unregisterTransport(type);
      const heard: unknown[] = [];
      client.addListener("/inbox", ({ data }) => heard.push(data));
      await new Promise<void>((resolve) => client.handshake({ ext: { authentication: { user } } }, resolve));
      Object.assign(window, {
        heard,
        client: {
          publish: (channel: string, data: unknown) => client.publish(channel, data),
          subscribe: (channel: string, listener: (data: unknown) => void) =>
            new Promise<void>((resolve) => client.subscribe(channel, ({ data }) => listener(data), resolve)),
          session: () => client.getClientId(),
          leave: () => client.disconnect(),
        },
      });
    },
    [url, transport, user, PAGE_PATIENCE_MS] as const,
  );
}

async function startFaye(page: Page, url: string, transport: string, user: string): Promise<void> {
  await page.evaluate(
    ([url, wanted, user, names]) => {
      const { Faye } = window as unknown as { Faye: StockFaye };
      const client = new Faye.Client(url, { timeout: 60, retry: 0.2 });
      // It shakes hands by one that all servers have, whatever it goes on with.
      const first = wanted === "cross-origin-long-polling" ? "callback-polling" : "long-polling";
      for (const name of ["websocket", ...names])
        if (name !== wanted && (name !== first || wanted === "callback-polling")) client.disable(name);
      const heard: unknown[] = [];
      client.addExtension({
        outgoing(message: { channel: string; ext?: object }, send: (message: object) => void) {
          if (message.channel === "/meta/handshake") message.ext = { authentication: { user } };
          send(message);
        },
        // It knows no messages but those it has subscribed to.
        incoming(message: { channel: string; data?: unknown }, take: (message: object) => void) {
          if (message.channel === "/inbox") heard.push(message.data);
          take(message);
        },
      });
      Object.assign(window, {
        heard,
        client: {
          publish: (channel: string, data: unknown) => client.publish(channel, data),
          subscribe: (channel: string, listener: (data: unknown) => void) => client.subscribe(channel, listener),
          session: () => client._dispatcher.clientId,
          leave: () => client.disconnect(),
        },
      });
    },
    [url, transport, user, FAYE] as const,
  );
}
