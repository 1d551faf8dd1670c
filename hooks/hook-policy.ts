import type { Awaitable } from "../core/awaitable.js";
import type { ServerChannel } from "../core/channel/server-channel.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import type { Message } from "../core/message/message.js";
import type { SecurityPolicy } from "../core/security/security-policy.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { ChannelFilter } from "./channel-filter.js";
import type { HookAnswer, HookChange } from "./hook-answer.js";
import type { HookAsker } from "./hook-asker.js";
import type { HookOptions, QuestionKind } from "./hook-options.js";

/** One configured hook, as far as it is asked. */
export interface AskedHook {
  readonly options: HookOptions;
  readonly channels: ChannelFilter;
  readonly asker: HookAsker;
}

/** What the policy needs of the node. */
export interface HookPolicyOutlet {
  /** What each question says of its session: who it is, and which node asks. */
  describe(session: ServerSession): Readonly<Record<string, unknown>>;
  /** Whether an answer may say which user it is. */
  readonly mayNameUsers: boolean;
  /** Makes the session speak for this user alone. @throws BayeuxError for an illegal user id, and beyond a limit */
  setUser(session: ServerSession, user: string): void;
}

/** A client whose login no hook could decide comes again after so long. */
const TRY_AGAIN_MS = 2_000;

/** Asks the hooks, in the order of the configuration, until one denies. What one changed the next one sees. */
export class HookPolicy implements SecurityPolicy {
  readonly #outlet: HookPolicyOutlet;
  readonly #connect: readonly AskedHook[];
  readonly #subscribe: readonly AskedHook[];
  readonly #publish: readonly AskedHook[];

  constructor(hooks: readonly AskedHook[], outlet: HookPolicyOutlet) {
    const askedBefore = (kind: QuestionKind) => hooks.filter(({ options }) => options.before.includes(kind));
    this.#outlet = outlet;
    this.#connect = askedBefore("connect");
    this.#subscribe = askedBefore("subscribe");
    this.#publish = askedBefore("publish");
  }

  canHandshake(session: ServerSession, message: Message, reply: Message): Awaitable<boolean> {
    if (this.#connect.length === 0) return true;
    const address = session.context?.remoteAddress;
    return this.#askAll(
      this.#connect,
      () => ({
        type: "before.connect",
        ...this.#outlet.describe(session),
        address,
        ext: message.ext,
      }),
      ({ user }) => {
        if (user !== undefined) this.#outlet.setUser(session, user);
      },
      () => {
        reply.advice = { reconnect: "handshake", interval: TRY_AGAIN_MS };
      },
    );
  }

  canCreate(): boolean {
    return true; // whoever creates a channel subscribes or publishes there next
  }

  canSubscribe(session: ServerSession, { name }: ServerChannel, message: Message): Awaitable<boolean> {
    const hooks = this.#subscribe.filter(({ channels }) => channels.takes(name));
    if (hooks.length === 0) return true;
    return this.#askAll(hooks, () => ({
      type: "before.subscribe",
      ...this.#outlet.describe(session),
      channel: name,
      ext: message.ext,
    }));
  }

  canPublish(session: ServerSession, { name }: ServerChannel, message: Message): Awaitable<boolean> {
    const hooks = this.#publish.filter(({ channels }) => channels.takes(name));
    if (hooks.length === 0) return true;
    return this.#askAll(
      hooks,
      () => ({
        type: "before.publish",
        ...this.#outlet.describe(session),
        channel: name,
        data: message.data ?? null,
        ext: message.ext,
      }),
      (change) => {
        if (Object.hasOwn(change, "data")) message.data = change.data;
      },
    );
  }

  /** Only where no hook wants to see it. */
  canPublishUnread(_session: ServerSession, { name }: ServerChannel): boolean | undefined {
    return this.#publish.some(({ channels }) => channels.takes(name)) ? undefined : true;
  }

  /** An answer that says what it may not say is none. */
  #legal(answer: HookAnswer | undefined): HookAnswer | undefined {
    const names = answer?.kind === "allowed" && answer.change.user !== undefined;
    return names && !this.#outlet.mayNameUsers ? undefined : answer;
  }

  async #askAll(
    hooks: readonly AskedHook[],
    question: () => Readonly<Record<string, unknown>>,
    apply: (change: HookChange) => void = () => {},
    failed: () => void = () => {},
  ): Promise<boolean> {
    for (const { options, asker } of hooks) {
      const answer = this.#legal(await asker.ask({ hook: options.name, ...question() }));
      if (answer?.kind === "denied") throw new BayeuxError(403, [options.name], answer.reason);
      if (answer !== undefined) {
        apply(answer.change);
      } else if (options.onFailure === "deny") {
        failed();
        throw new BayeuxError(500, [options.name], "hook_failed");
      }
    }
    return true;
  }
}
