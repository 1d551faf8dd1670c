import { AckClientExtension } from "../../core/client/extension/ack-client-extension.js";
import { BayeuxClient } from "../../core/client/node.js";
import { HostClock } from "./host-clock.js";
import type { SimulatedCloud } from "./simulated-cloud.js";

/** A user with a client of his own, somewhere on the network, who connects to one node and comes back to it. */
export class RemoteUser {
  readonly name: string;
  readonly user: string;
  readonly index: number;
  readonly url: string;
  /** Numbers of the messages that came, in order. */
  readonly received: number[] = [];
  readonly #cloud: SimulatedCloud;
  readonly #clock: HostClock;
  readonly #client: BayeuxClient;
  #state: "here" | "left" | "vanished" = "here";

  /** @param acks - his client says what has arrived */
  constructor(cloud: SimulatedCloud, number: number, index: number, user: string, acks = true) {
    this.#cloud = cloud;
    this.name = `c${number}`;
    this.user = user;
    this.index = index;
    this.url = cloud.urlOf(index);
    this.#clock = new HostClock(cloud.clock, 0);
    this.#client = new BayeuxClient(
      { url: this.url, maxRetryMs: 2_000, maxNetworkDelayMs: 5_000, connectTimeoutMs: 3_000 },
      { clock: this.#clock, random: cloud.random.fork(this.name), transports: [cloud.network.transport(this.name)] },
    );
    if (acks) this.#client.addExtension(new AckClientExtension());
    this.#client.onDelivery((message) => {
      if (message.channel === "/inbox") this.received.push((message.data as { n: number }).n);
    });
    cloud.story.tell(this.name, `${user} connects to ${this.url}`);
    this.#client.handshake({ ext: { authentication: { user } } }).catch(() => {});
  }

  /** Whether he is there and will come back if he has to. */
  get isPresent(): boolean {
    return this.#state === "here";
  }

  get isConnected(): boolean {
    return this.#client.state === "connected";
  }

  get pendingTimers(): number {
    return this.#clock.pending;
  }

  /** Says goodbye. */
  leave(): void {
    if (this.#state !== "here") return;
    this.#state = "left";
    this.#cloud.story.tell(this.name, `${this.user} leaves`);
    void this.#client.disconnect();
  }

  /** Is gone without a word. @param silently - nor does anybody else say so, as when a phone loses the net */
  vanish(silently: boolean): void {
    if (this.#state !== "here") return;
    this.#state = "vanished";
    this.#cloud.story.tell(this.name, `${this.user} vanishes${silently ? " silently" : ""}`);
    this.#clock.kill();
    this.#cloud.network.crash(this.name, silently);
  }

  /** His connection breaks; he dials anew. */
  drop(): void {
    this.#cloud.network.break(this.name, this.url);
  }
}
