import assert from "node:assert/strict";
import { test } from "node:test";
import { StaticDiscovery } from "../../cluster/discovery/static-discovery.js";
import { Oort } from "../../cluster/oort.js";
import type { Message } from "../../core/message/message.js";
import type { Random } from "../../core/random.js";
import { BayeuxServer } from "../../core/server/bayeux-server.js";
import { FakeClock } from "../support/fake-clock.js";
import { MemoryNetwork } from "../support/memory-link.js";

/** Chance that repeats itself (mulberry32). */
class SeededRandom implements Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  token(bits: number): string {
    let text = "";
    for (let left = bits; left > 0; left -= 5) text += Math.floor(this.fraction() * 32).toString(32);
    return text;
  }
}

interface CloudNode {
  readonly url: string;
  readonly server: BayeuxServer;
  readonly oort: Oort;
  readonly events: string[];
  readonly heard: unknown[];
  readonly publish: (data: unknown) => void;
}

/** A whole cloud in one process and in virtual time; everything that happens follows from the seed. */
class VirtualCloud {
  readonly clock = new FakeClock();
  readonly random: SeededRandom;
  readonly network: MemoryNetwork;
  readonly nodes: CloudNode[] = [];

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    this.network = new MemoryNetwork(this.clock, { delayMs: () => 1 + this.random.fraction() * 40 });
  }

  /** Starts a run of node `index`, in the place of an earlier one. */
  async start(index: number, seeds: readonly number[]): Promise<CloudNode> {
    const url = `http://node-${index}.example/cometd`;
    const parts = { clock: this.clock, random: new SeededRandom(Math.floor(this.random.fraction() * 1e9)) };
    const server = new BayeuxServer({}, parts);
    const oort = new Oort(server, { url, secret: "s" }, { ...parts, transports: [this.network.transport(url)] });
    const events: string[] = [];
    oort.addListener({
      joined: (peer) => void events.push(`+${peer.url}`),
      left: (peer) => void events.push(`-${peer.url}`),
    });
    const heard: unknown[] = [];
    const local = server.newLocalSession("app");
    await local.handshake();
    local.subscribe("/news", (message: Message) => heard.push(message.data));
    server.start();
    this.network.listen(url, server);
    const urls = seeds.map((seed) => `http://node-${seed}.example/cometd`);
    oort.addDiscovery(new StaticDiscovery({ urls, announceMs: 2_000 }, { clock: this.clock }));
    oort.start();
    const node = { url, server, oort, events, heard, publish: (data: unknown) => void local.publish("/news", data) };
    this.nodes[index] = node;
    return node;
  }

  crash(index: number): void {
    const { url, oort, server } = this.nodes[index]!;
    this.network.crash(url);
    // What is left of it says nothing to anybody any more.
    for (const other of this.nodes) if (other.url !== url) this.network.cut(url, other.url);
    void oort.stop();
    server.close();
  }

  assertMesh(): void {
    for (const node of this.nodes) {
      const joined = node.oort.peers.filter((peer) => peer.state === "joined").map((peer) => peer.url);
      const others = this.nodes.filter((other) => other !== node).map((other) => other.url);
      assert.deepEqual(joined, others.sort(), `${node.url}: ${JSON.stringify(node.oort.peers)}`);
    }
  }

  /** Each node publishes once, and each hears all of it exactly once. */
  async assertExactlyOnce(word: string): Promise<void> {
    for (const [index, node] of this.nodes.entries()) node.publish(`${word} ${index}`);
    await this.clock.advance(2_000);
    const expected = this.nodes.map((_, index) => `${word} ${index}`).sort();
    for (const node of this.nodes) assert.deepEqual(node.heard.splice(0).sort(), expected, node.url);
  }
}

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);

test("five nodes that start at once, each knowing the next, form a mesh that carries each message once", async () => {
  for (const seed of SEEDS) {
    const cloud = new VirtualCloud(seed);
    for (let index = 0; index < 5; index += 1) await cloud.start(index, [(index + 1) % 5]);
    await cloud.clock.advance(10_000);
    cloud.assertMesh();
    for (const node of cloud.nodes) assert.equal(node.events.length, 4, `seed ${seed}`);
    await cloud.assertExactlyOnce("hello");
  }
});

test("a partition is noticed by every pair that it cuts within 3 s, and heals with one left and one joined each", async () => {
  for (const seed of SEEDS) {
    const cloud = new VirtualCloud(seed);
    for (let index = 0; index < 5; index += 1) await cloud.start(index, [0]);
    await cloud.clock.advance(10_000 + cloud.random.fraction() * 1_000);
    cloud.assertMesh();
    const [a, b, ...rest] = cloud.nodes;
    for (const node of rest) {
      cloud.network.cut(a!.url, node.url);
      cloud.network.cut(b!.url, node.url);
    }
    await cloud.clock.advance(3_000);
    for (const node of cloud.nodes) {
      const left = node.events.filter((event) => event.startsWith("-")).length;
      assert.equal(left, node === a || node === b ? 3 : 2, `seed ${seed} ${node.url}: ${node.events.join(" ")}`);
    }
    await cloud.clock.advance(cloud.random.fraction() * 60_000);
    cloud.network.heal();
    await cloud.clock.advance(20_000);
    cloud.assertMesh();
    for (const node of cloud.nodes) {
      const after = node.events.slice(4);
      assert.equal(after.length, node === a || node === b ? 6 : 4, `seed ${seed}: ${node.events.join(" ")}`);
    }
    await cloud.assertExactlyOnce("healed");
  }
});

test("a node that crashes and comes back, soon or late, leaves once and joins once", async () => {
  for (const seed of SEEDS) {
    const cloud = new VirtualCloud(seed);
    for (let index = 0; index < 4; index += 1) await cloud.start(index, [0]);
    await cloud.clock.advance(10_000);
    cloud.assertMesh();
    const crashed = seed % 4;
    const before = cloud.nodes.map((node) => node.events.length);
    cloud.crash(crashed);
    await cloud.clock.advance(cloud.random.fraction() * 6_000);
    cloud.network.heal();
    await cloud.start(crashed, [0]);
    await cloud.clock.advance(20_000);
    cloud.assertMesh();
    const url = cloud.nodes[crashed]!.url;
    for (const [index, node] of cloud.nodes.entries()) {
      if (index === crashed) continue;
      assert.deepEqual(node.events.slice(before[index]), [`-${url}`, `+${url}`], `seed ${seed} ${node.url}`);
    }
    await cloud.assertExactlyOnce("back");
  }
});
