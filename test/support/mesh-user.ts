import { EventEmitter, on } from "node:events";
import { BayeuxClient } from "../../core/client/node.js";
import type { Message } from "../../core/message/message.js";

/** What came for a user. */
export interface Received {
  readonly channel: string;
  readonly data: unknown;
}

/** A test, or whoever ends for it what was begun. */
interface Cleanup {
  after(end: () => unknown): void;
}

/** A client of a mesh, logged in as a user. Remembers all it received, on the channels it subscribed and on `/inbox`. */
export class MeshUser {
  readonly user: string;
  readonly client: BayeuxClient;
  readonly received: Received[] = [];
  readonly #t: Cleanup;
  readonly #channels: readonly string[];
  readonly #events = new EventEmitter();
  #read = 0;

  private constructor(t: Cleanup, url: string, user: string, channels: readonly string[]) {
    this.user = user;
    this.#t = t;
    this.#channels = channels;
    this.client = new BayeuxClient({ url });
    this.client.onDelivery(({ channel, data }: Message) => {
      this.received.push({ channel, data });
      this.#events.emit("received");
    });
    t.after(() => this.client.abort());
  }

  /** @returns when the session is open and every channel is subscribed */
  static async login(t: Cleanup, url: string, user: string, channels: readonly string[] = []): Promise<MeshUser> {
    const one = new MeshUser(t, url, user, channels);
    await one.client.handshake({ ext: { authentication: { user } } });
    await Promise.all(channels.map((channel) => one.client.subscribe(channel, () => {}).ready));
    return one;
  }

  /** Leaves this node and logs in at another. @returns the user there */
  async moveTo({ url }: { readonly url: string }): Promise<MeshUser> {
    await this.client.disconnect();
    return MeshUser.login(this.#t, url, this.user, this.#channels);
  }

  publish(channel: string, data: unknown): Promise<Message> {
    return this.client.publish(channel, data);
  }

  /** Sends to `/inbox` of a user, or several. @returns `ext.seti` of the reply */
  async sendTo(to: string | readonly string[], data: unknown): Promise<{ delivered: number; unknown: string[] }> {
    const reply = await this.client.publish("/service/seti", { to, channel: "/inbox", data });
    return reply.ext?.seti as { delivered: number; unknown: string[] };
  }

  /** The next message that was not read yet, waiting for it if need be. */
  async next(timeoutMs = 30_000): Promise<Received> {
    if (this.received.length <= this.#read) {
      for await (const _ of on(this.#events, "received", { signal: AbortSignal.timeout(timeoutMs) })) {
        if (this.received.length > this.#read) break;
      }
    }
    return this.received[this.#read++]!;
  }

  /** The next so many. */
  async take(count: number): Promise<Received[]> {
    const taken: Received[] = [];
    while (taken.length < count) taken.push(await this.next());
    return taken;
  }
}
