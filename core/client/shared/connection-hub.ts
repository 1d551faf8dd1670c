import { type Clock, systemClock } from "../../clock.js";
import { matchingNames } from "../../message/channel-id.js";
import { isObject, type Message } from "../../message/message.js";
import type { BayeuxClient } from "../bayeux-client.js";
import { ClientError } from "../client-error.js";
import type { BayeuxClientOptionsInput } from "../client-options.js";
import { HUB_LIMITS, type HubLimits, HubTab } from "./hub-tab.js";
import { type LifeLock, whenReleased } from "./life-lock.js";
import { AT_REST, type HubMessage, type SharedPort, type TabMessage, toWire } from "./shared-messages.js";

export interface HubParts {
  readonly clock?: Clock;
  readonly limits?: Partial<HubLimits>;
  /** Held as long as the hub lives. */
  readonly lock?: Promise<LifeLock | undefined>;
}

/**
 * One session for all tabs that are connected to it. The client counts who is subscribed to what; each tab gets what it
 * asked for, once. The session begins with the first tab, with that tab's options, and ends when the last one is gone.
 */
export class ConnectionHub {
  readonly #makeClient: (options: BayeuxClientOptionsInput) => BayeuxClient;
  readonly #clock: Clock;
  readonly #limits: HubLimits;
  readonly #lock: Promise<LifeLock | undefined>;
  /** In the order of their coming. */
  readonly #tabs = new Set<HubTab>();
  #client: BayeuxClient | undefined;
  /** Settles with the first handshake of {@link #client}; later ones replace it. */
  #handshaken: Promise<Message> | undefined;

  constructor(makeClient: (options: BayeuxClientOptionsInput) => BayeuxClient, parts: HubParts = {}) {
    this.#makeClient = makeClient;
    this.#clock = parts.clock ?? systemClock;
    this.#limits = { ...HUB_LIMITS, ...parts.limits };
    this.#lock = parts.lock ?? Promise.resolve(undefined);
  }

  /** How many tabs there are. */
  get size(): number {
    return this.#tabs.size;
  }

  /** Serves one more tab. */
  connect(port: SharedPort): void {
    const tab = new HubTab(port, this.#clock, this.#limits);
    this.#tabs.add(tab);
    let options: BayeuxClientOptionsInput | undefined;
    let hasLock = false;
    const gone = (): void => this.#remove(tab);
    port.addEventListener("close", gone); // which not every browser tells
    const take = (message: TabMessage): void => {
      if (message.kind === "hello" && options === undefined) {
        options = message.options;
        hasLock = message.lock !== undefined;
        if (message.lock !== undefined) tab.unwatch = whenReleased(message.lock, gone);
        void this.#lock.then((lock) => tab.tell({ kind: "welcome", lock: lock?.name }));
      } else if (options !== undefined) {
        this.#take(tab, message, options);
      }
    };
    port.onmessage = ({ data }) => {
      if (!this.#tabs.has(tab) || !Array.isArray(data)) return;
      const takeAll = (): void => {
        for (const message of data) if (isObject(message)) take(message as unknown as TabMessage);
      };
      if (this.#client === undefined) takeAll();
      else this.#client.batch(takeAll);
      if (!hasLock && this.#tabs.has(tab)) tab.expectWord(gone);
    };
  }

  #take(tab: HubTab, message: TabMessage, options: BayeuxClientOptionsInput): void {
    switch (message.kind) {
      case "handshake":
        return this.#handshake(tab, message.id, options);
      case "fields":
        return tab.tellFields(message.id, message.fields);
      case "request":
        return this.#answer(tab, message.id, (client) => client.request(message.message));
      case "call":
        return this.#answer(tab, message.id, async (client) => {
          const { target, data, timeoutMs } = message;
          const result = await client.remoteCall(target, data, timeoutMs === undefined ? {} : { timeoutMs });
          return { channel: `/service/${target}`, data: result };
        });
      case "subscribe":
        return this.#answer(tab, message.id, (client) => this.#subscribe(client, tab, message.channel));
      case "unsubscribe":
        return this.#answer(tab, message.id, () => this.#unsubscribe(tab, message.channel));
      case "listen":
        return void tab.listened.add(message.channel);
      case "unlisten":
        return void tab.listened.delete(message.channel);
      case "heard":
        return tab.heard(message.count);
      case "bye":
        return this.#bye(tab, message.id, message.all);
      default: // a ping, or of another release
    }
  }

  #handshake(tab: HubTab, id: number, options: BayeuxClientOptionsInput): void {
    tab.isIn = true;
    try {
      this.#client ??= this.#begin(options);
    } catch (error) {
      tab.tell({ kind: "error", id, error: toWire(error) });
      return;
    }
    this.#handshaken ??= this.#client.handshake(() => this.#fields());
    tab.tell(this.#status());
    this.#settle(tab, id, this.#handshaken);
  }

  #begin(options: BayeuxClientOptionsInput): BayeuxClient {
    const client = this.#makeClient(options);
    const isPresent = (): boolean => client === this.#client;
    client.onState((state, _previous, cause) => {
      if (!isPresent()) return;
      this.#tellAll(this.#status(cause));
      if (state === "disconnected") this.#rest();
    });
    client.onHandshakeReply((reply) => {
      if (isPresent() && reply.successful === true) this.#handshaken = Promise.resolve(reply);
    });
    client.onGap((gap) => {
      if (isPresent()) this.#tellAll({ kind: "gap", gap });
    });
    client.onDelivery((message) => {
      if (!isPresent()) return;
      const names = matchingNames(message.channel);
      for (const tab of this.#tabs) if (tab.isIn) tab.deliver(names, message);
    });
    return client;
  }

  /** Asks the tabs, the newest first: an old one may be frozen. */
  async #fields(): Promise<Record<string, unknown>> {
    for (const tab of [...this.#tabs].reverse()) {
      const fields = tab.isIn ? await tab.askFields() : undefined;
      if (fields !== undefined) return fields;
    }
    throw new Error("no tab gave the handshake's fields");
  }

  async #subscribe(client: BayeuxClient, tab: HubTab, channel: string): Promise<Message> {
    const former = tab.subscriptions.get(channel);
    const subscription = client.subscribe(channel, () => {}); // the hub hears all deliveries
    tab.subscriptions.set(channel, subscription);
    void former?.unsubscribe().catch(() => {});
    try {
      return await subscription.ready;
    } catch (error) {
      if (tab.subscriptions.get(channel) === subscription) tab.subscriptions.delete(channel);
      throw error;
    }
  }

  async #unsubscribe(tab: HubTab, channel: string): Promise<Message> {
    const subscription = tab.subscriptions.get(channel);
    tab.subscriptions.delete(channel);
    return subscription?.unsubscribe() ?? { channel: "/meta/unsubscribe", subscription: channel, successful: true };
  }

  #answer(tab: HubTab, id: number, work: (client: BayeuxClient) => Promise<Message>): void {
    const client = this.#client;
    if (client === undefined || !tab.isIn) {
      tab.tell({ kind: "error", id, error: toWire(new ClientError("closed", "there is no session")) });
      return;
    }
    try {
      this.#settle(tab, id, work(client));
    } catch (error) {
      tab.tell({ kind: "error", id, error: toWire(error) });
    }
  }

  #settle(tab: HubTab, id: number, answer: Promise<Message>): void {
    answer.then(
      (reply) => tab.tell({ kind: "reply", id, reply }),
      (error: unknown) => tab.tell({ kind: "error", id, error: toWire(error) }),
    );
  }

  #bye(tab: HubTab, id: number, all: boolean): void {
    if (!all) {
      this.#remove(tab);
      return;
    }
    const client = this.#client;
    this.#client = undefined;
    tab.isIn = false; // it waits for the answer
    this.#tellAll({ kind: "state", status: AT_REST, cause: undefined });
    this.#rest();
    const over = { channel: "/meta/disconnect", successful: true };
    this.#settle(
      tab,
      id,
      Promise.resolve(client?.disconnect()).then(() => over),
    );
  }

  /** The session is over. Who shakes hands again gets another client. */
  #rest(): void {
    this.#client = undefined;
    this.#handshaken = undefined;
    for (const tab of this.#tabs) {
      tab.isIn = false;
      tab.subscriptions.clear();
    }
  }

  #remove(tab: HubTab): void {
    if (!this.#tabs.delete(tab)) return;
    tab.close();
    if ([...this.#tabs].some(({ isIn }) => isIn)) return;
    const client = this.#client;
    this.#rest();
    void client?.disconnect();
  }

  #status(cause?: ClientError): HubMessage {
    const { state, clientId, url, transportName } = this.#client ?? AT_REST;
    const status = { state, clientId, url, transportName };
    return { kind: "state", status, cause: cause === undefined ? undefined : toWire(cause) };
  }

  #tellAll(message: HubMessage): void {
    for (const tab of this.#tabs) if (tab.isIn) tab.tell(message);
  }
}
