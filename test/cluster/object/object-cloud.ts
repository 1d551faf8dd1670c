import assert from "node:assert/strict";
import { StaticDiscovery } from "../../../cluster/discovery/static-discovery.js";
import type { OortObject } from "../../../cluster/object/oort-object.js";
import type { SharedObject } from "../../../cluster/object/shared-object.js";
import { Oort } from "../../../cluster/oort.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { SeededRandom } from "../../simulation/seeded-random.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MemoryNetwork } from "../../support/memory-link.js";

export interface CloudNode<S> {
  readonly url: string;
  readonly server: BayeuxServer;
  readonly oort: Oort;
  /** What the test put on the node. */
  readonly app: S;
}

/** A cloud in one process and in virtual time, with shared things on each node; all that happens follows from the seed. */
export class ObjectCloud<S> {
  readonly clock = new FakeClock();
  readonly random: SeededRandom;
  readonly network: MemoryNetwork;
  readonly nodes: CloudNode<S>[] = [];
  readonly #install: (oort: Oort, server: BayeuxServer) => S;

  /** @param install - makes and starts what the test shares, before the node starts */
  constructor(seed: number, install: (oort: Oort, server: BayeuxServer) => S) {
    this.random = new SeededRandom(seed);
    this.network = new MemoryNetwork(this.clock, { delayMs: () => 1 + this.random.fraction() * 40 });
    this.#install = install;
  }

  /** A cloud of that many nodes, linked. */
  static async of<S>(
    count: number,
    install: (oort: Oort, server: BayeuxServer) => S,
    seed = 1,
  ): Promise<ObjectCloud<S>> {
    const cloud = new ObjectCloud(seed, install);
    for (let index = 0; index < count; index += 1) cloud.start(index);
    await cloud.clock.advance(5_000);
    cloud.assertMesh();
    return cloud;
  }

  node(index: number): CloudNode<S> {
    return this.nodes[index]!;
  }

  /** Starts a run of node `index`, in the place of an earlier one; node 0 is everybody's seed, and node 1 that one's. */
  start(index: number): CloudNode<S> {
    const url = `http://node-${index}.example/cometd`;
    const parts = { clock: this.clock, random: new SeededRandom(this.random.int(1e9)) };
    const server = new BayeuxServer({}, parts);
    const oort = new Oort(server, { url, secret: "s" }, { ...parts, transports: [this.network.transport(url)] });
    const app = this.#install(oort, server);
    server.start();
    this.network.listen(url, server);
    const urls = [`http://node-${index === 0 ? 1 : 0}.example/cometd`];
    oort.addDiscovery(new StaticDiscovery({ urls, announceMs: 2_000 }, { clock: this.clock }));
    oort.start();
    const node = { url, server, oort, app };
    this.nodes[index] = node;
    return node;
  }

  /** The process is gone, without a word. */
  crash(index: number): void {
    const { url, oort, server } = this.node(index);
    this.network.crash(url);
    for (const other of this.nodes) if (other.url !== url) this.network.cut(url, other.url);
    void oort.stop();
    server.close();
  }

  /** Cuts these nodes off from all others. */
  isolate(...indexes: readonly number[]): void {
    for (const [a, left] of this.nodes.entries()) {
      for (const [b, right] of this.nodes.entries()) {
        if (indexes.includes(a) && !indexes.includes(b)) this.network.cut(left.url, right.url);
      }
    }
  }

  assertMesh(): void {
    for (const node of this.nodes) {
      const joined = node.oort.peers.filter((peer) => peer.state === "joined").map((peer) => peer.url);
      const others = this.nodes.filter((other) => other !== node).map((other) => other.url);
      assert.deepEqual(joined, others.sort(), `${node.url}: ${JSON.stringify(node.oort.peers)}`);
    }
  }

  /** Every node sees of every part exactly what its owner sees. */
  assertEqual<T>(pick: (app: S) => Pick<OortObject<T>, "infos" | "isComplete">, where = ""): void {
    const truth = this.nodes.map(({ url, app }) => ({ url, ...own(pick(app).infos) })).sort(byUrl);
    for (const { url, app } of this.nodes) {
      const seen = pick(app).infos.map((info) => ({ url: info.url, value: info.value, version: info.version }));
      assert.deepEqual(seen, truth, `${where} at ${url}`);
      assert.ok(pick(app).isComplete, `${where} at ${url}`);
    }
  }
}

function own<T>(infos: SharedObject<T, never, never>["infos"]) {
  const { value, version } = infos.find((info) => info.isLocal)!;
  return { value, version };
}

function byUrl(a: { url: string }, b: { url: string }): number {
  return a.url < b.url ? -1 : 1;
}
