import assert from "node:assert/strict";
import type { UserSendResult } from "../../seti/user-inbox.js";
import { FakeClient } from "../seti/fake-cloud.js";
import { SeededRandom } from "../simulation/seeded-random.js";
import { SimulatedCloud } from "../simulation/simulated-cloud.js";
import type { SimulatedNode } from "../simulation/simulated-node.js";
import { LinkTally, type Traffic } from "./link-tally.js";

export type PresenceMode = "flood" | "shard";

/** Every frame is so long on its way; so the time a message takes tells its hops. */
const DELAY_MS = 5;
/** In this time everything that follows from one deed is over. */
const DEED_MS = 100;
/** Longer than a measurement lasts. */
const NEVER_MS = 3_600_000;
const FORM_MS = 60_000;

export interface Place {
  readonly user: string;
  home: SimulatedNode;
  client: FakeClient;
  arrivedAtMs: number;
}

export interface Sent {
  /** Link messages until the result was there: the message itself, wherever it was passed on, and the answers. */
  readonly messages: number;
  /** Of the frames that these were in. */
  readonly bytes: number;
  /** Links crossed until the user's session had it; undefined when nobody got it. */
  readonly hops: number | undefined;
}

/**
 * A cloud of production nodes in virtual time, in which one thing happens after the other and what it costs on the links
 * is counted. Announcements and gossip, which a cloud has anyway, are turned off; heartbeats are not counted.
 */
export class MeasuredCloud {
  readonly presence: PresenceMode;
  readonly random = new SeededRandom(5);
  readonly places: Place[] = [];
  readonly #cloud: SimulatedCloud;
  readonly #tally: LinkTally;

  private constructor(nodes: number, presence: PresenceMode, copies: number) {
    this.presence = presence;
    this.#cloud = new SimulatedCloud({
      seed: 1,
      nodes,
      discovery: "all",
      options: () => ({
        oort: { gossipMs: NEVER_MS },
        seti: { presence, shardCopies: copies, announceIntervalMs: NEVER_MS },
      }),
    });
    const { options } = this.#cloud.network;
    options.delayMs = () => DELAY_MS;
    options.splits = () => false;
    this.#tally = new LinkTally(this.#cloud.network);
  }

  static async start(nodes: number, presence: PresenceMode, copies: number): Promise<MeasuredCloud> {
    const cloud = new MeasuredCloud(nodes, presence, copies);
    const simulated = cloud.#cloud;
    simulated.startAll();
    const tookMs = await simulated.until(() => simulated.memberProblem() === undefined, FORM_MS);
    assert.notEqual(tookMs, undefined, simulated.memberProblem());
    await simulated.run(5_000);
    const { messages } = await cloud.#counted(() => simulated.run(1_000));
    assert.equal(messages, 0, "a cloud in which nothing happens has heartbeats only");
    return cloud;
  }

  get nodes(): readonly SimulatedNode[] {
    return this.#cloud.alive;
  }

  node(index: number): SimulatedNode {
    return this.nodes[index % this.nodes.length] as SimulatedNode;
  }

  close(): void {
    for (const node of this.#cloud.alive) node.crash(false);
  }

  /** The users come one after the other. @returns what each cost */
  async logins(users: readonly string[]): Promise<Traffic[]> {
    const costs: Traffic[] = [];
    for (const user of users) {
      const arrival = this.#arrive(user);
      costs.push(await this.#deed(() => arrival()));
    }
    return costs;
  }

  /** The users come all at once. @returns bytes of heap that all nodes need for it, where `gc` can be called */
  async crowd(users: readonly string[]): Promise<number | undefined> {
    const arrivals = users.map((user) => this.#arrive(user));
    const before = heapBytes();
    for (const arrival of arrivals) arrival();
    arrivals.length = 0;
    await this.#cloud.run(5_000);
    const after = heapBytes();
    return before === undefined || after === undefined ? undefined : after - before;
  }

  /** Entries of each node; checked against who should know whom. */
  entries(): number[] {
    return this.nodes.map(({ seti, url }) => {
      const isKnown = ({ user, home }: Place) => home.url === url || seti.ownersOf(user).includes(url);
      const expected = this.presence === "flood" ? this.places.length : this.places.filter(isKnown).length;
      assert.equal(seti.userCount, expected, `${url} knows whom it should know`);
      return expected;
    });
  }

  /** Sends to the user, who must be reached unless `place` is undefined. */
  async send(sender: SimulatedNode, place: Place | undefined, also = () => {}): Promise<Sent> {
    const sentAtMs = this.#cloud.clock.now();
    let result: UserSendResult | undefined;
    const { userMessages: messages, bytes } = await this.#deed(() => {
      void sender.seti.sendMessage(place?.user ?? "nobody", "/private", "x".repeat(100)).then((got) => {
        result = got;
      });
      also();
    });
    assert.equal(result?.delivered, place === undefined ? 0 : 1, "each is reached, or known not to be there");
    if (place === undefined) return { messages, bytes, hops: undefined };
    return { messages, bytes, hops: (place.arrivedAtMs - sentAtMs) / DELAY_MS };
  }

  /** The user comes to another node and goes from the one he is on, while a message is sent to him. */
  sendToMoving(sender: SimulatedNode, place: Place, to: SimulatedNode): Promise<Sent> {
    const { client } = place;
    return this.send(sender, place, () => {
      this.#login(place, to);
      client.leave();
    });
  }

  /** @returns link messages of a broadcast that sessions of these nodes are subscribed to, and how many got it */
  async broadcast(channel: string, from: SimulatedNode, to: readonly SimulatedNode[]) {
    let received = 0;
    for (const { bayeux } of to) {
      const local = bayeux.newLocalSession("listener");
      void local.handshake();
      local.subscribe(channel, () => {
        received += 1;
      });
    }
    await this.#cloud.run(2_000);
    const { messages } = await this.#deed(() => void from.bayeux.publish(undefined, channel, "x".repeat(100)));
    return { messages, received };
  }

  /** Whether the node has to ask where the user is, as long as nobody has told it. */
  mustAsk({ seti, url }: SimulatedNode, { user, home }: Place): boolean {
    return this.presence === "shard" && home.url !== url && !seti.ownersOf(user).includes(url);
  }

  /** The nodes take turns. @returns what logs the user in */
  #arrive(user: string): () => void {
    const home = this.node(this.places.length);
    const place: Place = { user, home, client: new FakeClient(home.bayeux), arrivedAtMs: 0 };
    this.places.push(place);
    this.#hear(place);
    return () => void home.seti.associate(user, place.client.session);
  }

  #login(place: Place, home: SimulatedNode): void {
    place.home = home;
    place.client = new FakeClient(home.bayeux);
    this.#hear(place);
    home.seti.associate(place.user, place.client.session);
  }

  #hear(place: Place): void {
    place.client.session.addFilter(() => {
      place.arrivedAtMs = this.#cloud.clock.now();
      return true;
    });
  }

  #deed(act: () => void): Promise<Traffic> {
    return this.#counted(() => {
      act();
      return this.#cloud.run(DEED_MS);
    });
  }

  async #counted(act: () => Promise<void>): Promise<Traffic> {
    this.#tally.take();
    await act();
    return this.#tally.take();
  }
}

/** Undefined without `node --expose-gc`. */
function heapBytes(): number | undefined {
  if (globalThis.gc === undefined) return undefined;
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
