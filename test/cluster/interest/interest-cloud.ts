import { StaticDiscovery } from "../../../cluster/discovery/static-discovery.js";
import { Oort } from "../../../cluster/oort.js";
import type { OortOptionsInput } from "../../../cluster/oort-options.js";
import { BayeuxClient } from "../../../core/client/node.js";
import { type ClientTransportFactory, TransportError } from "../../../core/client/transport/client-transport.js";
import type { BayeuxOptionsInput } from "../../../core/server/bayeux-options.js";
import { BayeuxServer } from "../../../core/server/bayeux-server.js";
import { SeededRandom } from "../../simulation/seeded-random.js";
import { FakeClock } from "../../support/fake-clock.js";
import { MemoryNetwork } from "../../support/memory-link.js";

export interface CloudUser {
  readonly client: BayeuxClient;
  readonly node: CloudNode;
  readonly received: { readonly channel: string; readonly data: unknown }[];
}

export interface CloudNode {
  readonly url: string;
  readonly server: BayeuxServer;
  readonly oort: Oort;
  /** Channels that peers are subscribed to here, for each peer, in alphabetical order. */
  wantedOf(peer: CloudNode): string[];
}

/** Nodes and clients in one process and in virtual time, over wires with a delay. */
export class InterestCloud {
  readonly clock = new FakeClock();
  readonly random: SeededRandom;
  readonly network: MemoryNetwork;
  readonly nodes: CloudNode[] = [];
  delayMs = (): number => 1 + this.random.fraction() * 40;
  #users = 0;
  readonly #wires = new Set<{ readonly from: string; readonly to: string; readonly break: () => void }>();

  constructor(seed: number) {
    this.random = new SeededRandom(seed);
    this.network = new MemoryNetwork(this.clock, { delayMs: () => this.delayMs() });
  }

  /** Starts a node, and waits until it has joined those there are. */
  async node(oort: Partial<OortOptionsInput> = {}, bayeux: BayeuxOptionsInput = {}): Promise<CloudNode> {
    const url = `http://node-${this.nodes.length}.example/cometd`;
    const parts = { clock: this.clock, random: new SeededRandom(Math.floor(this.random.fraction() * 1e9)) };
    const server = new BayeuxServer(bayeux, parts);
    const own = new Oort(server, { url, secret: "s", ...oort }, { ...parts, transports: [this.#breakable(url)] });
    server.start();
    this.network.listen(url, server);
    const urls = this.nodes.map((node) => node.url);
    own.addDiscovery(new StaticDiscovery({ urls, announceMs: 2_000 }, { clock: this.clock }));
    own.start();
    const wantedOf = (peer: CloudNode): string[] => {
      const [session] = [...server.sessions.values()].filter((one) => own.peerOf(one)?.url === peer.url);
      const names = [...(session?.subscriptions ?? [])].map(({ name }) => name);
      return names.filter((name) => name !== "/oort/cloud").sort();
    };
    const node = { url, server, oort: own, wantedOf };
    this.nodes.push(node);
    await this.clock.advance(3_000);
    return node;
  }

  async user(node: CloudNode): Promise<CloudUser> {
    this.#users += 1;
    const transport = this.network.transport(`user-${this.#users}`);
    const client = new BayeuxClient(
      { url: node.url },
      { clock: this.clock, random: this.random, transports: [transport] },
    );
    const user: CloudUser = { client, node, received: [] };
    client.onDelivery(({ channel, data }) => void user.received.push({ channel, data }));
    void client.handshake();
    await this.clock.advance(500);
    return user;
  }

  /** Lets time pass until it is done. @returns how long it took, in ms */
  async until(done: Promise<unknown>): Promise<number> {
    const start = this.clock.now();
    let isDone = false;
    const end = (): void => {
      isDone = true;
    };
    void done.then(end, end);
    for (let steps = 0; !isDone && steps < 10_000; steps += 1) await this.clock.advance(1);
    if (!isDone) throw new Error("not done after 10 s");
    return this.clock.now() - start;
  }

  async subscribe(user: CloudUser, channel: string): Promise<number> {
    return this.until(user.client.subscribe(channel, () => {}).ready);
  }

  /** The connection by which the one node is the other's client breaks, as both notice. */
  breakLink(from: CloudNode, to: CloudNode): void {
    for (const wire of this.#wires) if (wire.from === from.url && wire.to === to.url) wire.break();
  }

  #breakable(from: string): ClientTransportFactory {
    const inner = this.network.transport(from);
    return {
      name: inner.name,
      create: (to, sink, parts) => {
        const transport = inner.create(to, sink, parts);
        const end = (): void => {
          this.#wires.delete(wire);
          transport.abort();
          sink.failed(new TransportError("broken", { neverOpened: false }));
        };
        const wire = { from, to, break: end };
        this.#wires.add(wire);
        return transport;
      },
    };
  }

  async stop(): Promise<void> {
    for (const { oort, server } of this.nodes) {
      void oort.stop();
      server.close();
    }
    await this.clock.advance(5_000);
  }
}
