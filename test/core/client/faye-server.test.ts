import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { BayeuxClient, nodeTransports } from "../../../core/client/node.js";

/** The part of npm `faye` used here; it has no types. */
interface Faye {
  NodeAdapter: new (options: { mount: string; timeout: number }) => { attach(server: Server): void; close(): void };
}

const { NodeAdapter } = createRequire(import.meta.url)("faye") as Faye;

async function startFaye(t: TestContext): Promise<string> {
  const server = createServer();
  const adapter = new NodeAdapter({ mount: "/bayeux", timeout: 1 });
  adapter.attach(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    adapter.close();
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bayeux`;
}

// Faye keeps ids on deliveries, answers before it delivers, says other error codes, and holds by the second: a server
// that is as unlike CometD as one may be.
for (const transport of ["websocket", "long-polling"]) {
  test(`a Faye server over ${transport}: subscribe, wildcard, publish, refusal, holding, disconnect`, async (t) => {
    const url = await startFaye(t);
    const transports = nodeTransports().filter((factory) => factory.name === transport);
    const alice = new BayeuxClient({ url }, { transports });
    const bob = new BayeuxClient({ url }, { transports: nodeTransports().slice(1) });
    t.after(() => {
      alice.abort();
      bob.abort();
    });
    await alice.handshake();
    await bob.handshake();
    const got: unknown[] = [];
    let wake = (): void => {};
    await alice.subscribe("/chat/*", ({ data }) => {
      got.push(data);
      wake();
    }).ready;
    const all = new Promise<void>((resolve) => {
      wake = () => {
        if (got.length === 3) resolve();
      };
    });
    assert.equal((await bob.publish("/chat/room", "one")).successful, true);
    await bob.publish("/chat/room", "two");
    await alice.publish("/chat/other", "three");
    await all;
    assert.deepEqual(got.toSorted(), ["one", "three", "two"]);
    await assert.rejects(alice.subscribe("/service/x", () => {}).ready, { code: "refused" });
    let connects = 0;
    await new Promise<void>((resolve) => {
      alice.addListener("/meta/connect", () => {
        connects += 1;
        if (connects === 2) resolve(); // each was held for its second
      });
    });
    assert.equal(alice.state, "connected");
    assert.equal(alice.stats.failures, 0);
    await Promise.all([alice.disconnect(), bob.disconnect()]);
    assert.equal(alice.stats.handshakes, 1);
  });
}
