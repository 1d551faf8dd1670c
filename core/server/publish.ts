import { type Awaitable, andThen } from "../awaitable.js";
import type { ChannelRegistry } from "../channel/channel-registry.js";
import type { MessageListener, ServerChannel } from "../channel/server-channel.js";
import type { Subscriber } from "../channel/subscriber.js";
import type { Logger } from "../logger.js";
import { BayeuxError } from "../message/bayeux-error.js";
import type { ChannelId } from "../message/channel-id.js";
import { lazyMark, markLazy } from "../message/delivery-rules.js";
import type { ExtensionPipeline } from "../message/extension.js";
import type { Message } from "../message/message.js";
import { type Opener, type PrintedMessage, Publication } from "../message/publication.js";
import type { BayeuxStats } from "../session/bayeux-stats.js";
import type { MessageTrace } from "../session/message-trace.js";
import type { ServerSession } from "../session/server-session.js";
import type { WriteTimes } from "../session/write-times.js";

/** Fields of a request that are not the publisher's to set on a delivery (DESIGN decision 6). */
const PROTOCOL_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "clientId",
  "advice",
  "successful",
  "error",
  "version",
  "minimumVersion",
  "supportedConnectionTypes",
  "connectionType",
  "subscription",
  "authSuccessful",
  "reestablish",
  "x-messages",
  "__proto__",
]);

/** What goes on to subscribers: `data`, `ext` and fields Bayeux does not know, as they are (spec section 8.2). */
export function deliveryOf(request: Message, channel: string): Message {
  const delivery: Message = { channel, data: null };
  for (const field of Object.keys(request)) {
    if (field !== "channel" && !PROTOCOL_FIELDS.has(field)) delivery[field] = request[field];
  }
  const lazyMs = lazyMark(request); // of a local session: no peer can set it
  return lazyMs === undefined ? delivery : markLazy(delivery, lazyMs);
}

/** The path from an accepted publish to the queues of its subscribers (spec section 4, steps 9 to 11). */
export class Publisher {
  readonly #channels: ChannelRegistry;
  readonly #extensions: ExtensionPipeline<ServerSession>;
  readonly #stats: BayeuxStats;
  readonly #writeTimes: WriteTimes;
  readonly #logger: Logger;
  /** Publications that are being offered at the moment, one inside the other. */
  #depth = 0;

  constructor(
    channels: ChannelRegistry,
    extensions: ExtensionPipeline<ServerSession>,
    stats: BayeuxStats,
    writeTimes: WriteTimes,
    logger: Logger,
  ) {
    this.#channels = channels;
    this.#extensions = extensions;
    this.#stats = stats;
    this.#writeTimes = writeTimes;
    this.#logger = logger;
  }

  /**
   * Asks the checks, then the channel listeners, both from `/**` down to the exact channel.
   * @returns false when one stopped the message
   * @throws BayeuxError (or rejects) when one refused it with that error; any error of a check
   */
  listen(sender: ServerSession | undefined, message: Message, channel: ServerChannel): Awaitable<boolean> {
    for (const match of this.#channels.matching(channel.id)) {
      if (match.isWatched) return this.#askAll(sender, message, channel);
    }
    return true;
  }

  #askAll(sender: ServerSession | undefined, message: Message, channel: ServerChannel): Awaitable<boolean> {
    return andThen(this.check(sender, message, channel.id), (kept) => {
      const listeners = [...this.#channels.matching(channel.id)].flatMap((match) => match.listeners);
      return kept && this.#listenFrom(0, listeners, sender, message, channel);
    });
  }

  /** Asks the checks alone. @returns false when one stopped the message */
  check(sender: ServerSession | undefined, message: Message, id: ChannelId): Awaitable<boolean> {
    let verdict: Awaitable<boolean> = true;
    for (const match of this.#channels.matching(id)) {
      for (const check of match.checks) {
        verdict = andThen(verdict, (kept) => kept && andThen(check(sender, message, match), isNotFalse));
      }
    }
    return verdict;
  }

  #listenFrom(
    start: number,
    listeners: readonly MessageListener[],
    sender: ServerSession | undefined,
    message: Message,
    channel: ServerChannel,
  ): Awaitable<boolean> {
    for (let index = start; index < listeners.length; index += 1) {
      let verdict: Awaitable<boolean | undefined | void>;
      try {
        verdict = listeners[index]!(sender, message, channel);
      } catch (err) {
        this.#failed(err, channel);
        continue;
      }
      if (verdict instanceof Promise) {
        const settled = verdict.catch((err: unknown) => this.#failed(err, channel));
        return andThen<boolean | undefined | void, boolean>(
          settled,
          (later) => later !== false && this.#listenFrom(index + 1, listeners, sender, message, channel),
        );
      }
      if (verdict === false) return false;
    }
    return true;
  }

  /** A listener may refuse; that it fails stops nothing (spec section 4). */
  #failed(err: unknown, channel: ServerChannel): undefined {
    if (err instanceof BayeuxError) throw err;
    this.#logger.error({ err, channel: channel.name }, "channel listener failed");
    return undefined;
  }

  /**
   * Gives one delivery to every subscriber of every matching channel, each session once.
   * @param trace - of a message that is followed
   * @returns sessions that took it
   */
  fanOut(
    sender: ServerSession | undefined,
    delivery: Message,
    channel: ServerChannel,
    trace: MessageTrace | undefined,
  ): number {
    let message: Message | undefined = delivery;
    if (!this.#extensions.isMetaOnly) {
      message = this.#extensions.outgoing(delivery, { sender, receiver: undefined, request: undefined });
      if (message === undefined) return 0;
    }
    const rules = this.#channels.deliveryRules(channel.id, delivery);
    const publication = new Publication(trace === undefined ? message : trace.forClients(message), rules);
    publication.probe = this.#writeTimes.nextProbe(trace);
    if (trace !== undefined) {
      const forPeers = new Publication(trace.forPeers(message), rules);
      forPeers.probe = publication.probe;
      publication.probe!.forPeers = forPeers;
      return trace.within(() => this.#offer(publication, sender, channel));
    }
    return this.#offer(publication, sender, channel);
  }

  /**
   * Publishes what another server has printed, without reading it.
   * @returns false when somebody has to see the message first, or the channel wants it delivered in a way of its own
   */
  relay(sender: ServerSession, printed: PrintedMessage, channel: ServerChannel): boolean {
    for (const match of this.#channels.matching(channel.id)) if (match.isWatchedUnread) return false;
    return this.fanOutPrinted(sender, printed, channel) !== undefined;
  }

  /**
   * As {@link fanOut}, of what is printed already.
   * @param open - see {@link Publication}
   * @returns sessions that took it; undefined, and nothing is done, as where {@link relay} says false
   */
  fanOutPrinted(
    sender: ServerSession | undefined,
    printed: PrintedMessage,
    channel: ServerChannel,
    open?: Opener,
  ): number | undefined {
    if (!this.#extensions.isMetaOnly) return undefined;
    const rules = this.#channels.unreadRules(channel.id);
    if (rules === "read") return undefined;
    const publication = new Publication(undefined, rules, printed, open);
    publication.probe = this.#writeTimes.nextProbe(undefined);
    return this.#offer(publication, sender, channel);
  }

  #offer(publication: Publication, sender: ServerSession | undefined, channel: ServerChannel): number {
    this.#stats.publishes += 1;
    // A local subscriber may publish while it is handed a message. What the outer publication offered last must then be
    // found as it was, or a session with two matching subscriptions gets the outer one twice.
    const inner = this.#depth > 0 ? new OfferedBefore() : undefined;
    let reached = 0;
    this.#depth += 1;
    try {
      for (const match of this.#channels.matching(channel.id)) {
        for (const subscriber of match.subscribers) {
          inner?.note(subscriber);
          if (subscriber.offer(publication, sender)) reached += 1;
        }
      }
    } finally {
      this.#depth -= 1;
      inner?.restore();
    }
    return reached;
  }
}

function isNotFalse(verdict: unknown): boolean {
  return verdict !== false;
}

/** What subscribers were offered last, before a publication inside another one. */
class OfferedBefore {
  readonly #noted: { readonly subscriber: Subscriber; readonly publication: Publication | undefined }[] = [];

  note(subscriber: Subscriber): void {
    this.#noted.push({ subscriber, publication: subscriber.lastOffered });
  }

  restore(): void {
    for (const { subscriber, publication } of this.#noted.reverse()) subscriber.lastOffered = publication;
  }
}
