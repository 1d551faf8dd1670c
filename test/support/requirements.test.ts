import assert from "node:assert/strict";
import { test } from "node:test";
import { browserMissing, launchBrowser } from "./require-browser.js";
import { dockerMissing } from "./require-docker.js";

test("a browser starts and shows a page", { skip: browserMissing() }, async (t) => {
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.setContent("<title>it works</title>");
  assert.equal(await page.title(), "it works");
});

test("a missing Docker engine is a reason to skip, or an error where one is required", async (t) => {
  const { PATH, OORTBUS_REQUIRE_DOCKER } = process.env;
  t.after(() => {
    restore("PATH", PATH);
    restore("OORTBUS_REQUIRE_DOCKER", OORTBUS_REQUIRE_DOCKER);
  });
  process.env.PATH = "/nowhere";
  delete process.env.OORTBUS_REQUIRE_DOCKER;
  assert.match(String(await dockerMissing()), /no Docker engine/);
  process.env.OORTBUS_REQUIRE_DOCKER = "1";
  await assert.rejects(dockerMissing(), /required/);
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
