import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { lookThroughProxy } from "../../scripts/doctor/through-proxy.js";
import { ContractClient } from "../contract/transport/contract-client.js";
import { projectRoot } from "../support/project-root.js";
import { shakeHands } from "../support/raw-client.js";
import { dockerMissing } from "../support/require-docker.js";
import { until } from "../support/until.js";
import { ComposeProject } from "./compose-project.js";
import { buildImage } from "./image.js";

const FILE = "test/docker/proxies.compose.yaml";

test("every transport passes the proxies of deploy/", { skip: await dockerMissing() }, async (t) => {
  await buildImage();
  const project = await ComposeProject.up(t, { files: [FILE], args: ["--build"] });
  await Promise.all(
    ["haproxy", "nginx"].map((proxy) =>
      t.test(proxy, async () => {
        const url = `http://${await project.addressOf(proxy, 8080)}/cometd`;
        const findings = await lookThroughProxy(url, {});
        const seen = findings.map(({ check, status, text }) => `${status} ${check.split(" ")[0]} ${text}`).join("\n");
        assert.equal(findings.length, 5, seen);
        for (const { status } of findings) assert.equal(status, "ok", seen);
        for (const transport of ["websocket", "event-stream", "streaming", "long-polling"]) {
          const took = new RegExp(`ok ${transport} a message arrives in (\\d+) ms`).exec(seen)?.[1];
          assert.ok(Number(took) < 1_000, `not held back: ${seen}`);
        }
        await assertSlowReaderEnds(t, url);
        const origin = new URL(url).origin;
        const refused = await fetch(`${origin}/cometd`, {
          method: "POST",
          headers: { "content-type": "application/json", origin: "http://evil.example", cookie: "BAYEUX_BROWSER=x" },
          body: '[{"channel":"/meta/handshake","version":"1.0"}]',
        });
        assert.equal(refused.status, 403, "whose page it is is known behind the proxy too");
        const own = await fetch(`${origin}/cometd`, {
          method: "POST",
          headers: { "content-type": "application/json", origin, cookie: "BAYEUX_BROWSER=x" },
          body: '[{"channel":"/meta/handshake","version":"1.0","supportedConnectionTypes":["long-polling"]}]',
        });
        assert.equal(own.status, 200);
      }),
    ),
  );
});

/** What a stream's client does not read waits at its node, which ends it in time: a proxy that took it all would hide that. */
async function assertSlowReaderEnds(t: TestContext, url: string): Promise<void> {
  const slow = await ContractClient.connect(t, url, "event-stream");
  await slow.subscribe("/flood");
  slow.stopReading();
  const speaker = await shakeHands(t, url, "ws");
  const hasEnded = async () => {
    for (let count = 0; count < 10; count += 1) await speaker.ask({ channel: "/flood", data: "x".repeat(60_000) });
    const { messages } = await slow.http.post([{ channel: "/service/any", clientId: slow.clientId, id: "1" }]);
    return messages[0]?.error?.startsWith("402") ?? false;
  };
  await until(hasEnded, "the session of who does not read has ended", 20_000);
}

test("time-outs of the proxies are longer than a held connect", () => {
  const { defaultTimeoutMs } = { defaultTimeoutMs: 25_000 };
  const read = (file: string) => readFileSync(join(projectRoot, "deploy", file), "utf8");
  const seconds = [
    ...[...read("haproxy.cfg").matchAll(/timeout (?:client|server|tunnel) +(\d+)s/g)],
    ...[...read("nginx.conf").matchAll(/proxy_(?:read|send)_timeout (\d+)s/g)],
  ].map(([, value]) => Number(value));
  assert.equal(seconds.length, 5);
  for (const value of seconds) assert.ok(value * 1_000 >= defaultTimeoutMs * 2, `${value} s`);
});
