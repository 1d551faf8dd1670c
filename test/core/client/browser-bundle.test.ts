import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type * as Client from "../../../core/client/browser.js";
import type * as ClientCore from "../../../core/client/browser-core.js";
import { buildBrowser } from "../../../scripts/build-browser.js";
import { startServer } from "../../support/start-server.js";

/** Bytes compressed, a little above what they are: whoever adds something sees what it costs. */
const LIMITS = {
  "oortbus-client.js": 14_200,
  "oortbus-client-core.js": 10_500,
  "oortbus-client-shared.js": 5_600,
  "shared-worker.js": 16_000,
};

test("the client bundles for browsers: small, without node modules or eval, and it works", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "oortbus-browser-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  assert.deepEqual(Object.keys(await buildBrowser(folder)).sort(), Object.keys(LIMITS).sort());
  for (const [name, limit] of Object.entries(LIMITS)) {
    const code = await readFile(join(folder, name), "utf8");
    const bytes = gzipSync(code, { level: 9 }).length;
    assert.ok(bytes <= limit, `${name} has ${bytes} bytes compressed`);
    t.diagnostic(`${name}: ${bytes} bytes compressed`);
    assert.doesNotMatch(code, /\bfrom\s*["']|require\(|node:|\beval\(|new Function|\bprocess\./);
    JSON.parse(await readFile(join(folder, `${name}.map`), "utf8"));
  }
  const core = (await import(pathToFileURL(join(folder, "oortbus-client-core.js")).href)) as typeof ClientCore;
  assert.throws(() => new core.BayeuxClient({ url: "ftp://x" }), core.ConfigError);
  const file = join(folder, "oortbus-client.js");

  // What runs in a browser runs here too, on this platform's fetch.
  const { BayeuxClient, AckClientExtension, longPollingTransport } = (await import(
    pathToFileURL(file).href
  )) as typeof Client;
  const server = await startServer(t);
  let cookie = ""; // which a browser would keep
  const transports = [
    longPollingTransport(async (url, init) => {
      const response = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
      cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
      return response;
    }),
  ];
  const client = new BayeuxClient({ url: server.url }, { transports });
  t.after(() => client.abort());
  client.addExtension(new AckClientExtension());
  await client.handshake();
  const got = new Promise<unknown>((resolve) => {
    client.subscribe("/a", ({ data }) => resolve(data));
  });
  await client.publish("/a", "hello");
  assert.equal(await got, "hello");
  await client.disconnect();
});
