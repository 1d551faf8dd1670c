import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type * as Client from "../../../core/client/browser.js";
import { buildBrowser } from "../../../scripts/build-browser.js";
import { startServer } from "../../support/start-server.js";

test("the client bundles for browsers: small, without node modules or eval, and it works", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "oortbus-browser-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await buildBrowser(folder);
  const file = join(folder, "oortbus-client.js");
  const code = await readFile(file, "utf8");
  assert.ok(gzipSync(code).length < 24_000, `${gzipSync(code).length} bytes compressed`);
  assert.doesNotMatch(code, /\bfrom\s*["']|require\(|node:|\beval\(|new Function|\bprocess\./);
  JSON.parse(await readFile(`${file}.map`, "utf8"));

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
