import { EventEmitter, once } from "node:events";
import { CometD, type Message } from "cometd";
import { adapt } from "cometd-nodejs-client";
import { withinTime } from "../support/until.js";

adapt();

/** What came on a channel. */
export interface Received {
  readonly channel: string;
  readonly data: unknown;
}

/** The `cometd` client of npm, logged in as a user, which re-subscribes by itself as that client's guide says. */
export class StockClient {
  readonly user: string;
  readonly received: Received[] = [];
  readonly #cometd = new CometD();
  readonly #events = new EventEmitter();

  private constructor(user: string) {
    this.user = user;
  }

  /**
   * @param transport - the only one this client may use
   * @param channels - subscribed after every handshake
   */
  static async login(
    url: string,
    user: string,
    transport: "websocket" | "long-polling",
    channels: readonly string[] = [],
  ): Promise<StockClient> {
    const client = new StockClient(user);
    const cometd = client.#cometd;
    for (const type of cometd.getTransportTypes()) if (type !== transport) cometd.unregisterTransport(type);
    cometd.configure({ url, logLevel: "warn", backoffIncrement: 200, maxBackoff: 1_000, maxNetworkDelay: 5_000 });
    const take = ({ channel, data }: Message): void => {
      client.received.push({ channel, data });
      client.#events.emit("received");
    };
    cometd.addListener("/inbox", take);
    cometd.addListener("/meta/handshake", ({ successful }) => {
      if (successful !== true) return;
      cometd.batch(() => {
        for (const channel of channels) subscribe(channel);
      });
    });
    // A node that is just being taken back does not know yet whose sessions are whose, and refuses; what that client's
    // application was refused it has to ask for again (spec section 25.3).
    const refused = new Set<string>();
    const subscribe = (channel: string): void => {
      cometd.subscribe(channel, take, (reply: Message) => void (reply.successful !== true && refused.add(channel)));
    };
    cometd.addListener("/meta/connect", ({ successful }) => {
      if (successful !== true) return;
      const again = [...refused];
      refused.clear();
      for (const channel of again) subscribe(channel);
      client.#events.emit("connected");
    });
    const connected = once(client.#events, "connected", { signal: AbortSignal.timeout(30_000) });
    cometd.handshake({ ext: { authentication: { user } } });
    await connected;
    return client;
  }

  /** Publishes to a user, or several. @returns `ext.seti` of the reply */
  async sendTo(to: string | readonly string[], data: unknown): Promise<{ delivered: number; unknown: string[] }> {
    const reply = await this.publish("/service/seti", { to, channel: "/inbox", data });
    return (reply.ext as { seti: { delivered: number; unknown: string[] } }).seti;
  }

  /** @throws Error when the reply is not successful, or none came in 10 s */
  publish(channel: string, data: unknown): Promise<Message> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no reply to a publish on ${channel}`)), 10_000);
      this.#cometd.publish(channel, data, (reply) => {
        clearTimeout(late);
        if (reply.successful === true) resolve(reply);
        else reject(new Error(`publish on ${channel} failed: ${JSON.stringify(reply)}`));
      });
    });
  }

  /** Says goodbye, and waits until that is answered, or has failed where the node is gone. */
  async close(): Promise<void> {
    if (this.#cometd.isDisconnected()) return;
    await withinTime(
      new Promise<void>((resolve) => this.#cometd.disconnect(() => resolve())),
      "the goodbye's callback",
    );
  }

  /** How often these data came on this channel. */
  count(channel: string, data: unknown): number {
    const text = JSON.stringify(data);
    return this.received.filter((message) => message.channel === channel && JSON.stringify(message.data) === text)
      .length;
  }

  /** Waits until these data have come on this channel. */
  async gets(channel: string, data: unknown): Promise<void> {
    const signal = AbortSignal.timeout(10_000);
    while (this.count(channel, data) === 0) {
      await once(this.#events, "received", { signal }).catch((cause) => {
        throw new Error(`${this.user} did not get ${JSON.stringify(data)} on ${channel}`, { cause });
      });
    }
  }
}
