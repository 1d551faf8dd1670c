import { type ChannelId, parseChannel } from "../message/channel-id.js";
import type { ChannelTemplate } from "../message/channel-template.js";
import { type DeliveryRules, lazyMark } from "../message/delivery-rules.js";
import type { Message } from "../message/message.js";
import { type ChannelDelivery, deliveryRules } from "./channel-delivery.js";
import { type ChannelHost, ServerChannel } from "./server-channel.js";

/** Sweeps a channel stays idle before it goes (spec section 12.4). */
const IDLE_PASSES = 3;

const NONE: readonly ServerChannel[] = [];

/** Sets up a channel before anybody else sees it. @param parameters - of the template that its name matches */
export type ChannelInitializer<Parameters = Readonly<Record<string, string>>> = (
  channel: ServerChannel,
  parameters: Parameters,
) => void;

/** What the registry asks of its server for its channels; the rest it does itself. */
interface RegistryHost extends Omit<ChannelHost, "idle" | "deliveryChanged" | "withdraw"> {
  /** There is a channel that may be idle: time to {@link ChannelRegistry.sweep} again. */
  sweepSoon(): void;
}

interface BoundInitializer {
  readonly template: ChannelTemplate;
  readonly init: ChannelInitializer;
}

/** All channels of one server, by name. */
export class ChannelRegistry {
  readonly #channels = new Map<string, ServerChannel>();
  readonly #idle = new Set<ServerChannel>();
  /** Channels that want their messages delivered otherwise than usual. Where there are none, nobody looks. */
  readonly #unusual = new Set<ServerChannel>();
  /** Names of channels that are being set up. */
  readonly #arising = new Set<string>();
  #initializers: readonly BoundInitializer[] = [];
  /** Channels that came or went so far: what {@link matching} has found holds until the next does. */
  #changes = 0;
  readonly #host: RegistryHost;

  constructor(host: RegistryHost) {
    this.#host = host;
  }

  get size(): number {
    return this.#channels.size;
  }

  values(): Iterable<ServerChannel> {
    return this.#channels.values();
  }

  /** The channel of that exact name, if it exists; using it keeps it from being swept. */
  get(name: string): ServerChannel | undefined {
    const channel = this.#channels.get(name);
    if (channel !== undefined) channel.idlePasses = 0;
    return channel;
  }

  /** The id of a name as clients write it: from the channel if it exists, else parsed; undefined if not legal. */
  identify(name: unknown): ChannelId | undefined {
    const known = typeof name === "string" ? this.#channels.get(name) : undefined;
    return known?.id ?? parseChannel(name);
  }

  /** @returns a function that removes the initializer again */
  addInitializer(template: ChannelTemplate, init: ChannelInitializer): () => void {
    const bound = { template, init };
    this.#initializers = [...this.#initializers, bound];
    return () => {
      this.#initializers = this.#initializers.filter((other) => other !== bound);
    };
  }

  /**
   * Adds a channel that is known not to exist. The initializers of its name, in the order they were added, and `init` run
   * before anybody else can see it; when one throws, there is no channel.
   * @throws Error when an initializer asks for the channel that it is to set up
   */
  create(id: ChannelId, init?: (channel: ServerChannel) => void): ServerChannel {
    if (this.#arising.has(id.name)) throw new Error(`${id.name} is being set up: use the channel that is handed in`);
    const channel = new ServerChannel(id, {
      publish: (sender, name, data, fields) => this.#host.publish(sender, name, data, fields),
      subscribed: (session, on) => this.#host.subscribed(session, on),
      unsubscribed: (session, on) => this.#host.unsubscribed(session, on),
      listenersChanged: (on) => this.#host.listenersChanged(on),
      idle: (on) => this.#mayBeIdle(on),
      deliveryChanged: (on, isUsual) => void (isUsual ? this.#unusual.delete(on) : this.#unusual.add(on)),
      withdraw: (on) => this.#withdraw(on),
      removed: (on) => this.#host.removed(on),
    });
    this.#arising.add(id.name);
    try {
      for (const bound of this.#initializers) {
        const parameters = bound.template.match(id.name);
        if (parameters !== undefined) bound.init(channel, parameters);
      }
      init?.(channel);
    } catch (error) {
      this.#unusual.delete(channel);
      this.#idle.delete(channel);
      throw error;
    } finally {
      this.#arising.delete(id.name);
    }
    this.#channels.set(id.name, channel);
    this.#changes += 1;
    this.#mayBeIdle(channel);
    return channel;
  }

  /** The channels whose subscribers, listeners and authorizers concern `id`, from general to exact. */
  matching(id: ChannelId): readonly ServerChannel[] {
    const exact = this.#channels.get(id.name);
    if (exact === undefined) return this.#find(id);
    if (exact.matchingFoundAt !== this.#changes) {
      exact.matching = this.#find(id);
      exact.matchingFoundAt = this.#changes;
    }
    return exact.matching;
  }

  #find(id: ChannelId): readonly ServerChannel[] {
    const channels: ServerChannel[] = [];
    for (const name of id.matching) {
      const channel = this.#channels.get(name);
      if (channel !== undefined) channels.push(channel);
    }
    return channels;
  }

  /** How a message on `id` is delivered; undefined: as usual. */
  deliveryRules(id: ChannelId, message: Message): DeliveryRules | undefined {
    if (this.#unusual.size === 0 && lazyMark(message) === undefined) return undefined;
    return deliveryRules(this.#deliveries(id), message);
  }

  /** The same for one that nobody has read; `read`: it must be, to know what it is news of. */
  unreadRules(id: ChannelId): DeliveryRules | "read" | undefined {
    if (this.#unusual.size === 0) return undefined;
    for (const { keyOf } of this.#deliveries(id)) if (keyOf !== undefined) return "read";
    return deliveryRules(this.#deliveries(id), { channel: id.name });
  }

  *#deliveries(id: ChannelId): Iterable<ChannelDelivery> {
    for (const channel of this.matching(id)) yield channel.delivery;
  }

  #mayBeIdle(channel: ServerChannel): void {
    this.#idle.add(channel);
    this.#host.sweepSoon();
  }

  /**
   * Removes channels that were idle for three passes in a row. Costs nothing for those in use.
   * @returns whether there are channels that another pass may remove
   */
  sweep(): boolean {
    for (const channel of this.#idle) {
      if (!channel.isIdle) {
        this.#idle.delete(channel);
        continue;
      }
      channel.idlePasses += 1;
      if (channel.idlePasses >= IDLE_PASSES) channel.remove();
    }
    return this.#idle.size > 0;
  }

  #withdraw(channel: ServerChannel): void {
    this.#idle.delete(channel);
    this.#unusual.delete(channel);
    this.#channels.delete(channel.name);
    this.#changes += 1;
    channel.matching = NONE;
  }
}
