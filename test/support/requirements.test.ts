import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { browserMissing, launchBrowser } from "./require-browser.js";
import { dockerMissing } from "./require-docker.js";
import { testEnvironment } from "./required.js";

test("a browser starts and shows a page", { skip: browserMissing() }, async (t) => {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<title>it works</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  assert.equal(await page.title(), "it works");
});

test("a missing Docker engine is a reason to skip, or an error where one is required", async (t) => {
  const kept = ["PATH", "OORTBUS_REQUIRE_DOCKER", "TEST_REQUIRE_DOCKER"].map(
    (name) => [name, process.env[name]] as const,
  );
  t.after(() => {
    for (const [name, value] of kept) restore(name, value);
  });
  process.env.PATH = "/nowhere";
  delete process.env.OORTBUS_REQUIRE_DOCKER;
  delete process.env.TEST_REQUIRE_DOCKER;
  assert.match(String(await dockerMissing()), /no Docker engine/);
  process.env.OORTBUS_REQUIRE_DOCKER = "1";
  await assert.rejects(dockerMissing(), /required/);
});

test("options of the machine's own nodes do not reach those of the tests", () => {
  const environment = { PATH: "/bin", OORTBUS_PORT: "1", OORTBUS_REQUIRE_BROWSER: "1", OORTBUS_REQUIRE_DOCKER: "0" };
  assert.deepEqual(testEnvironment(environment), { PATH: "/bin", TEST_REQUIRE_BROWSER: "1" });
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
