import type { ServerChannel } from "../channel/server-channel.js";
import type { Awaitable, Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

/**
 * Who may do what; one per server, asked for remote and local sessions alike. A promise delays the session that asked,
 * and nobody else. A policy that throws or rejects refuses: a `BayeuxError` with that error, any other with the usual
 * one, and the failure is logged.
 * @see spec/bayeux.md section 19
 */
export interface SecurityPolicy {
  /** `session` is new and not registered yet. `reply` may be given `ext` and `advice` to explain a refusal. */
  canHandshake(session: ServerSession, message: Message, reply: Message): Awaitable<boolean>;
  /** May a channel that does not exist be created by this publish or subscribe? */
  canCreate(session: ServerSession, channel: string, message: Message): Awaitable<boolean>;
  canSubscribe(session: ServerSession, channel: ServerChannel, message: Message): Awaitable<boolean>;
  canPublish(session: ServerSession, channel: ServerChannel, message: Message): Awaitable<boolean>;
  /**
   * The same, where the answer does not depend on the message: then it can be published without being read.
   * @returns undefined when the policy has to see the message
   */
  canPublishUnread?(session: ServerSession, channel: ServerChannel): boolean | undefined;
}

/** CometD's defaults: everybody may shake hands; meta channels are for local sessions only. Extend it to be stricter. */
export class DefaultSecurityPolicy implements SecurityPolicy {
  canHandshake(_session: ServerSession, _message: Message, _reply: Message): Awaitable<boolean> {
    return true;
  }

  canCreate(session: ServerSession, channel: string, _message: Message): Awaitable<boolean> {
    return session.isLocal || !channel.startsWith("/meta/");
  }

  canSubscribe(session: ServerSession, channel: ServerChannel, _message: Message): Awaitable<boolean> {
    return session.isLocal || channel.id.kind !== "meta";
  }

  canPublish(session: ServerSession, channel: ServerChannel, _message: Message): Awaitable<boolean> {
    return session.isHandshaken && channel.id.kind !== "meta";
  }

  /** A policy that extends this one may look at messages. */
  canPublishUnread(session: ServerSession, channel: ServerChannel): boolean | undefined {
    const isOwn = this.canPublish === DefaultSecurityPolicy.prototype.canPublish;
    return isOwn ? session.isHandshaken && channel.id.kind !== "meta" : undefined;
  }
}
