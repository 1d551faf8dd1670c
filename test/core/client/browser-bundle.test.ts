import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type * as Client from "../../../core/client/browser.js";
import type * as ClientCore from "../../../core/client/browser-core.js";
import { buildBrowser } from "../../../scripts/build-browser.js";
import { startServer } from "../../support/start-server.js";

/** Bytes compressed: 12 KB and 8 KB; a little above what they are. */
const LIMITS = {
  "oortbus-client.js": 12_288,
  "oortbus-client-core.js": 8_192,
  "oortbus-client-shared.js": 5_600,
  "shared-worker.js": 16_000,
};

/** Stories about the client on fake transports, which are told of the bundle as well. */
const STORIES = "any-order cycle endpoints failure following garbage messages".split(" ");

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

test("the bundle does what the modules do, though its members have other names", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "oortbus-browser-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await buildBrowser(folder);
  const files = STORIES.map((name) => fileURLToPath(new URL(`client-${name}.test.js`, import.meta.url)));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    OORTBUS_CLIENT_BUNDLE: pathToFileURL(join(folder, "oortbus-client.js")).href,
  };
  delete env.NODE_TEST_CONTEXT; // a run of its own
  const run = spawn(process.execPath, ["--test", ...files], { env });
  let output = "";
  run.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(run, "close");
  assert.equal(code, 0, output);
});
