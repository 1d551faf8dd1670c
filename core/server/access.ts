import { type Awaitable, andThen } from "../awaitable.js";
import type { ChannelRegistry } from "../channel/channel-registry.js";
import type { ServerChannel } from "../channel/server-channel.js";
import type { Logger } from "../logger.js";
import { BayeuxError, errorField } from "../message/bayeux-error.js";
import type { ChannelId } from "../message/channel-id.js";
import type { Message } from "../message/message.js";
import { type Authorizer, authorize, type Operation } from "../security/authorizer.js";
import type { SecurityPolicy } from "../security/security-policy.js";
import type { ServerSession } from "../session/server-session.js";

const NOBODY: readonly Authorizer[] = [];

const POLICY_REASON = "denied_by_security_policy";

/**
 * Asks the policy, then the authorizers, and creates channels that may be created.
 * @see spec/bayeux.md section 19
 */
export class Access {
  policy: SecurityPolicy;
  readonly #channels: ChannelRegistry;
  readonly #create: (id: ChannelId) => ServerChannel;
  readonly #maxChannels: number;
  readonly #logger: Logger;

  constructor(
    policy: SecurityPolicy,
    channels: ChannelRegistry,
    create: (id: ChannelId) => ServerChannel,
    maxChannels: number,
    logger: Logger,
  ) {
    this.policy = policy;
    this.#channels = channels;
    this.#create = create;
    this.#maxChannels = maxChannels;
    this.#logger = logger;
  }

  /** @returns the `error` of the refusal; undefined where the session may start, by the policy */
  handshake(session: ServerSession, message: Message, reply: Message): Awaitable<string | undefined> {
    return andThen(
      this.#ask(() => this.policy.canHandshake(session, message, reply)),
      (answer) => refusalOf(answer, errorField(403, [], "handshake_denied")),
    );
  }

  /** @returns the channel to publish on, created if need be; or the `error` of the refusal */
  channelForPublish(session: ServerSession, id: ChannelId, message: Message): Awaitable<ServerChannel | string> {
    const channel = this.#channel(session, id, message, "channel_create_denied");
    if (channel instanceof Promise) return this.#mayPublishLater(session, id, message, channel);
    return this.#mayPublish(session, id, message, channel);
  }

  #mayPublishLater(
    session: ServerSession,
    id: ChannelId,
    message: Message,
    channel: Promise<ServerChannel | string>,
  ): Promise<ServerChannel | string> {
    return channel.then((later) => this.#mayPublish(session, id, message, later));
  }

  /** @param channel - or why it must not be created */
  #mayPublish(
    session: ServerSession,
    id: ChannelId,
    message: Message,
    channel: ServerChannel | string,
  ): Awaitable<ServerChannel | string> {
    if (typeof channel === "string") return channel;
    // As #ask does: without making functions of what is called at once.
    let answer: Awaitable<boolean>;
    try {
      answer = this.policy.canPublish(session, channel, message);
    } catch (err) {
      return this.#published(this.#failed(err), session, id, message, channel);
    }
    if (answer instanceof Promise) return this.#publishedLater(answer, session, id, message, channel);
    return this.#published(answer === true, session, id, message, channel);
  }

  #publishedLater(
    answer: Promise<boolean>,
    session: ServerSession,
    id: ChannelId,
    message: Message,
    channel: ServerChannel,
  ): Promise<ServerChannel | string> {
    const settled = answer.catch((err: unknown) => this.#failed(err));
    return settled.then((later) => this.#published(later, session, id, message, channel));
  }

  #published(
    answer: Answer,
    session: ServerSession,
    id: ChannelId,
    message: Message,
    channel: ServerChannel,
  ): ServerChannel | string {
    return this.#verdict(answer, "publish", session, id, message, "publish_denied") ?? channel;
  }

  /** Whether a message may be published on a channel whatever is in it. False also where that cannot be told unread. */
  admitsUnread(session: ServerSession, channel: ServerChannel): boolean {
    if (this.policy.canPublishUnread?.(session, channel) !== true) return false;
    let granted: boolean | undefined;
    for (const { authorizers } of this.#channels.matching(channel.id)) {
      for (const authorizer of authorizers) {
        if (authorizer.ignoresMessages !== true) return false;
        const verdict = authorizer.authorize("publish", channel.name, session, { channel: channel.name });
        if (typeof verdict === "object") return false;
        granted = granted === true || verdict === "grant";
      }
    }
    return granted !== false;
  }

  /** @returns the channel to subscribe to, created if need be; or the `error` of the refusal */
  channelForSubscribe(session: ServerSession, id: ChannelId, message: Message): Awaitable<ServerChannel | string> {
    if (session.isTrusted && id.kind === "broadcast")
      return this.#channels.get(id.name) ?? this.#tooMany("create_denied") ?? this.#stillThere(id);
    return andThen(this.#channel(session, id, message, "create_denied"), (channel) => {
      if (typeof channel === "string") return channel;
      return andThen(
        this.#ask(() => this.policy.canSubscribe(session, channel, message)),
        (answer) =>
          this.#verdict(answer, "subscribe", session, id, message, "subscribe_denied") ?? this.#stillThere(id),
      );
    });
  }

  /**
   * While the policy was thinking, the channel may have been swept (a subscription to that one would be lost), or
   * created by somebody else.
   */
  #stillThere(id: ChannelId): ServerChannel {
    return this.#channels.get(id.name) ?? this.#create(id);
  }

  #channel(
    session: ServerSession,
    id: ChannelId,
    message: Message,
    refusal: string,
  ): Awaitable<ServerChannel | string> {
    const existing = this.#channels.get(id.name);
    if (existing !== undefined) return existing;
    return andThen(
      this.#ask(() => this.policy.canCreate(session, id.name, message)),
      (answer) => {
        const refused = this.#verdict(answer, "create", session, id, message, refusal);
        if (refused !== undefined) return refused;
        return (session.isLocal ? undefined : this.#tooMany(refusal)) ?? this.#stillThere(id);
      },
    );
  }

  #tooMany(refusal: string): string | undefined {
    return this.#channels.size < this.#maxChannels ? undefined : errorField(403, ["too_many_channels"], refusal);
  }

  #verdict(
    answer: Answer,
    operation: Operation,
    session: ServerSession,
    id: ChannelId,
    message: Message,
    refusal: string,
  ): string | undefined {
    if (answer !== true) return refusalOf(answer, errorField(403, [POLICY_REASON], refusal));
    if (id.kind === "meta") return undefined;
    const reason = authorize(this.#authorizers(id), operation, id.name, session, message);
    return reason === undefined ? undefined : errorField(403, [reason], refusal);
  }

  /** Most channels have none, or one that guards all below it: then no list is made. */
  #authorizers(id: ChannelId): readonly Authorizer[] {
    let all = NOBODY;
    for (const { authorizers } of this.#channels.matching(id)) {
      if (authorizers.length > 0) all = all.length === 0 ? authorizers : [...all, ...authorizers];
    }
    return all;
  }

  /** A policy that fails refuses: an error must not open a door. */
  #ask(question: () => Awaitable<boolean>): Awaitable<Answer> {
    try {
      const answer = question();
      // CometD takes null as yes here; a TypeScript policy that forgot to return says no.
      return answer instanceof Promise ? answer.catch((err: unknown) => this.#failed(err)) : answer === true;
    } catch (err) {
      return this.#failed(err);
    }
  }

  #failed(err: unknown): Answer {
    if (err instanceof BayeuxError) return err;
    this.#logger.error({ err }, "security policy failed");
    return false;
  }
}

/** Of a policy: yes, no, or no with an error of its own. */
type Answer = boolean | BayeuxError;

/** @returns the `error` of a no */
function refusalOf(answer: Answer, usual: string): string | undefined {
  if (answer instanceof BayeuxError) return answer.message;
  return answer ? undefined : usual;
}
