import { channelKind, matches } from "../core/message/channel-id.js";

/** The channels a hook cares for. Decides for each publish, so it remembers nothing and makes nothing. */
export class ChannelFilter {
  readonly #patterns: readonly string[];
  readonly #service: readonly string[];

  /** @param patterns - channels and wildcards; those for service channels begin with `/service/` */
  constructor(patterns: readonly string[]) {
    this.#service = patterns.filter((pattern) => channelKind(pattern) === "service");
    this.#patterns = patterns.filter((pattern) => channelKind(pattern) !== "service");
  }

  /**
   * Whether anything on this channel is the hook's business. For a wildcard that is so also when it takes only some of the
   * channels: who subscribes to all would otherwise pass by whoever guards one.
   */
  takes(channel: string): boolean {
    const patterns = channelKind(channel) === "service" ? this.#service : this.#patterns;
    return patterns.some((pattern) => matches(pattern, channel) || matches(channel, pattern));
  }
}
