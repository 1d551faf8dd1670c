import assert from "node:assert/strict";
import { test } from "node:test";
import { StaticDiscovery } from "../../../cluster/discovery/static-discovery.js";
import { Oort } from "../../../cluster/oort.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { SeededRandom } from "../../simulation/seeded-random.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MemoryNetwork } from "../../support/memory-link.js";

const DELAY_MS = 5;
/** A death is noticed within this; then the link is dialled anew. */
const NOTICED_MS = 3_000;

/** Two nodes, of which the first dials; in virtual time. */
function start(clock: FakeClock, network: MemoryNetwork) {
  const [near, far] = ["near", "far"].map((name, index) => {
    const url = `http://${name}.example/cometd`;
    const parts = { clock, random: new SeededRandom(index) };
    const server = new BayeuxServer({}, parts);
    const oort = new Oort(server, { url, secret: "s" }, { ...parts, transports: network.linkTransports(url) });
    server.start();
    network.listen(url, server);
    return { url, server, oort };
  }) as [Peer, Peer];
  const discovery = new StaticDiscovery({ urls: [far.url], announceMs: 60_000 }, { clock });
  near.oort.addDiscovery(discovery);
  return { near, far };
}

interface Peer {
  readonly url: string;
  readonly server: BayeuxServer;
  readonly oort: Oort;
}

for (const [which, handshake] of [
  ["first handshake", 1],
  ["answer to a challenge", 2],
] as const) {
  test(`a connection that breaks silently behind the ${which} is given up in time, and the peer dialled anew`, async () => {
    const clock = new FakeClock();
    const network = new MemoryNetwork(clock, { delayMs: () => DELAY_MS });
    const { near, far } = start(clock, network);
    far.oort.start();
    network.unlisten(near.url); // nor does the peer dial, by which the near end would hear that it is there
    const arrivedAtMs: number[] = [];
    let broken = 0;
    far.server.addExtension({
      incoming(_session, { channel }) {
        if (channel !== "/meta/handshake" || arrivedAtMs.push(clock.now()) !== handshake) return;
        broken = network.break(near.url, far.url, "server").length;
      },
    });
    near.oort.start();
    await clock.advance(10_000);
    assert.equal(broken, 1, "the connection that it came on");
    const tookMs = arrivedAtMs[handshake]! - arrivedAtMs[handshake - 1]!;
    assert.ok(tookMs <= NOTICED_MS + 10 * DELAY_MS, `the next one came after ${tookMs} ms`);
    await Promise.all([near.oort.stop(), far.oort.stop(), clock.advance(10_000)]);
  });
}
