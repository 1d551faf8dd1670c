import { channelKind, matches } from "../core/message/channel-id.js";
import { CLOUD_CHANNEL } from "./membership/join-message.js";

/**
 * Channels of the cluster itself. A wildcard never takes them across a link or to a client: only who subscribes to
 * exactly such a channel gets it.
 */
export function isInternal(channel: string): boolean {
  return channel.startsWith("/oort/") || channel.startsWith("/seti/");
}

/** Protocol fields. A peer that puts them on a delivery does not get them in front of our clients. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  "channel",
  "id",
  "clientId",
  "data",
  "advice",
  "successful",
  "error",
  "subscription",
  "connectionType",
  "version",
  "minimumVersion",
  "supportedConnectionTypes",
]);

/**
 * What a node takes from its peers, as rules (spec/oort-seti.md section 16). One hop holds because what is republished
 * has the `oort` session as sender, and {@link crossesLink} stops that at every link.
 */
export class Forwarding {
  readonly #observed = new Set<string>();
  /** Those of {@link #observed} that end in a wildcard. */
  readonly #patterns = new Set<string>();
  readonly #exact = new Set<string>([CLOUD_CHANNEL]);

  /** In the order in which they were first observed. */
  get observed(): ReadonlySet<string> {
    return this.#observed;
  }

  /** @returns whether it was not observed yet */
  observe(channel: string): boolean {
    if (this.#observed.has(channel)) return false;
    this.#observed.add(channel);
    if (channel.endsWith("*")) this.#patterns.add(channel);
    return true;
  }

  /** @returns whether it was observed */
  deobserve(channel: string): boolean {
    this.#patterns.delete(channel);
    return this.#observed.delete(channel);
  }

  /** From now on wildcard observations skip this channel; it crosses only if it is observed by its own name. */
  addExact(channel: string): void {
    this.#exact.add(channel);
  }

  /**
   * Whether a delivery from a peer is published here. Asked once per delivery, however many observations match, so that
   * overlapping ones do not double it (Java republishes once for each).
   */
  takes(channel: string): boolean {
    if (channelKind(channel) !== "broadcast") return false;
    if (this.#observed.has(channel)) return true;
    if (isInternal(channel) || this.#exact.has(channel)) return false;
    for (const pattern of this.#patterns) if (matches(pattern, channel)) return true;
    return false;
  }
}

/** The top-level fields that are republished with `data`: `ext`, and whatever the application put beside it. */
export function fieldsToRepublish(message: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(message).filter(([field]) => !OWN_FIELDS.has(field)));
}

/** What the loop filter of a link wants to know about one delivery to its peer. */
export interface LinkDelivery {
  readonly channel: string;
  /** Who published it: nobody, the peer itself or another Oort session, or anybody else. */
  readonly sender: "none" | "oort" | "other";
  /** The peer is subscribed to this very channel, not only to a wildcard above it. */
  readonly subscribedExactly: boolean;
}

/**
 * Whether a message goes to a peer. What came from one node never goes on to another: that is the one hop, and no loop.
 * Internal channels go only to peers that want exactly them: else a private message to one node would be carried to each
 * node that observes `/**`, to be thrown away there.
 */
export function crossesLink(delivery: LinkDelivery): boolean {
  if (channelKind(delivery.channel) !== "broadcast") return true;
  if (delivery.sender === "oort") return false;
  return delivery.subscribedExactly || !isInternal(delivery.channel);
}
