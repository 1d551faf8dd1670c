import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { buildRoot } from "../support/project-root.js";
import { startNodes } from "../support/start-mesh.js";
import { startServer } from "../support/start-server.js";

/** Runs the program. */
function against(url: string, ...more: string[]): Promise<{ code: number; output: string }> {
  const program = join(buildRoot, "test", "conformance", "against-url.js");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, "--url", url, ...more], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

/** A server that takes any message for a handshake, and accepts it. */
async function startYesMan(t: TestContext): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.setHeader("Content-Type", "application/json");
      response.end(
        '[{"channel":"/meta/handshake","successful":true,"clientId":"abcdefghij0123456789","version":"1.0"}]',
      );
    });
  });
  t.after(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/cometd`;
}

test("by URL, a server of ours keeps every rule that can be asked of it", async (t) => {
  // Options of its own, and none of the tests' channels.
  const { url } = await startServer(
    t,
    {},
    { transport: { allowedTransports: ["long-polling", "websocket", "callback-polling"] } },
  );
  const { code, output } = await against(url);
  assert.equal(code, 0, output);
  assert.match(output, /^all +\d{3} +0 +\d+$/m);
  assert.match(output, /^15 \(callback-polling\) +[1-9]\d* +0 +\d+$/m);
  assert.match(output, /^skipped: rules that need .*channels and services of the test server/m);
});

test("by URL, a whole node keeps them as well", async (t) => {
  const [node] = await startNodes(t, 1, { joiningTimeoutMs: 100 });
  const { code, output } = await against(node!.url);
  assert.equal(code, 0, output);
});

test("by URL, a server that is wrong fails, rule by rule; one that is none is said to be none", async (t) => {
  const { code, output } = await against(await startYesMan(t), "--only", "http", "--patience-ms", "200");
  assert.equal(code, 1, output);
  assert.match(output, /^failed over long-polling: .*\n {2}step \d: got /m);
  const nobody = await against("http://127.0.0.1:1/cometd");
  assert.deepEqual(nobody, { code: 2, output: "no Bayeux server answers at http://127.0.0.1:1/cometd\n" });
});
