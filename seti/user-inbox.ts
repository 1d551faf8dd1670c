import type { Clock, Timer } from "../core/clock.js";
import { Listeners } from "../core/listeners.js";
import type { Logger } from "../core/logger.js";
import type { SendResult } from "./send-result.js";
import type { CallBody, UserCalls } from "./user-calls.js";
import { chunksOf } from "./user-inbox-chunks.js";
import { UserInboxCopies } from "./user-inbox-copies.js";
import type { UserInboxOptions } from "./user-inbox-options.js";
import { type KeptMessage, nameOf, readKept, UserInboxStore } from "./user-inbox-store.js";

/** Told of kept messages. Every method is optional; one that throws is logged. Each is told at one node. */
export interface UserInboxListener {
  /** Messages were refused for a limit, or no owner answered: told where they were sent, as in the result. */
  refused?(user: string, channel: string): void;
  /** So many messages reached the user at a node. */
  handedOver?(user: string, node: string, messages: number): void;
  /** So many messages were kept too long, and are gone. */
  expired?(user: string, messages: number): void;
}

/** What became of a message to users, those included who are nowhere. */
export interface UserSendResult extends SendResult {
  /** Users who are nowhere, and for whom it is kept; only when there are any, and they are not `unknown` then. */
  readonly stored?: number;
}

/** What became of a message for users who are not there. */
export interface KeepResult {
  readonly stored: readonly string[];
  readonly refused: readonly string[];
  /** No owner answered: it may be kept, or not. */
  readonly unconfirmed: readonly string[];
}

/** What is needed of the node. */
export interface UserInboxHost {
  readonly ownNode: string;
  readonly maxUserIdBytes: number;
  /** The nodes that keep the user's messages, the first owner first. */
  ownersOf(user: string): readonly string[];
  /** All nodes that hold the user, this one first. */
  holdersOf(user: string): readonly string[];
  /** To the user's sessions of this node. @returns how many took it */
  deliver(user: string, channel: string, data: unknown): number;
  isOwnKind(node: string): boolean;
  /** To a node that does not answer. @returns false when it does not listen */
  tell(node: string, user: string, channel: string, data: unknown): boolean;
}

export interface UserInboxStats {
  inboxKept: number;
  inboxRefused: number;
  inboxHandedOver: number;
  inboxExpired: number;
}

/**
 * Keeps messages for users who are not there, on the nodes that own them (R copies), and hands them over at the next
 * login. The first owner hands over; the others do when it does not. So a login without kept messages costs nothing.
 */
export class UserInbox {
  readonly store: UserInboxStore;
  readonly #host: UserInboxHost;
  readonly #calls: UserCalls;
  readonly #options: UserInboxOptions;
  readonly #clock: Clock;
  readonly #stats: UserInboxStats;
  readonly #copies: UserInboxCopies;
  readonly #listeners: Listeners<UserInboxListener>;
  #timer: Timer | undefined;
  #origin = "";
  #lastSeq = 0;
  /** Users being handed their messages. */
  readonly #busy = new Set<string>();
  /** Present users whose messages another owner should hand over, and since when it might have. */
  readonly #waiting = new Map<string, number>();

  constructor(
    host: UserInboxHost,
    calls: UserCalls,
    options: UserInboxOptions,
    parts: { readonly clock: Clock; readonly logger: Logger; readonly stats: UserInboxStats },
  ) {
    this.store = new UserInboxStore(options);
    this.#host = host;
    this.#calls = calls;
    this.#options = options;
    this.#clock = parts.clock;
    this.#listeners = new Listeners(parts.logger, "inbox listener failed");
    this.#stats = parts.stats;
    this.#copies = new UserInboxCopies(
      host,
      this.store,
      (node, messages) => this.#offer(node, messages, false),
      parts.clock,
    );
    calls.answer("keep", (body, caller) => this.#answerKeep(body, caller));
    calls.answer("mail", (body) => this.#answerMail(body));
    calls.answer("handed", (body) => this.#answerHanded(body));
  }

  get isOn(): boolean {
    return this.#options.maxMessages > 0;
  }

  /** @param run - names this run of this node among all */
  start(run: number): void {
    this.#origin = `${this.#host.ownNode} ${run}`;
    if (this.isOn) this.#checkLater();
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#copies.stop();
    this.#waiting.clear();
    this.store.clear();
  }

  /** @returns a function that removes the listener again */
  addListener(listener: UserInboxListener): () => void {
    return this.#listeners.add(listener);
  }

  /** Keeps a message for each of the users, who are nowhere just now. */
  async keep(users: readonly string[], channel: string, data: unknown): Promise<KeepResult> {
    const byOwner = new Map<string, KeptMessage[]>();
    const atMs = this.#clock.now();
    for (const user of users) {
      this.#lastSeq += 1;
      const message = { user, channel, data, origin: this.#origin, seq: this.#lastSeq, atMs };
      for (const owner of this.#host.ownersOf(user)) {
        const messages = byOwner.get(owner);
        if (messages === undefined) byOwner.set(owner, [message]);
        else messages.push(message);
      }
    }
    const stored = new Set<string>();
    const answered = new Set<string>();
    await Promise.all(
      [...byOwner].map(async ([owner, messages]) => {
        for (const { message, isKept } of await this.#offer(owner, messages, true)) {
          if (isKept !== undefined) answered.add(message.user);
          if (isKept) stored.add(message.user);
        }
      }),
    );
    const left = users.filter((user) => !stored.has(user));
    this.#stats.inboxKept += stored.size;
    this.#stats.inboxRefused += left.length;
    for (const user of left) this.#listeners.tell((listener) => listener.refused?.(user, channel));
    return {
      stored: [...stored],
      refused: left.filter((user) => answered.has(user)),
      unconfirmed: left.filter((user) => !answered.has(user)),
    };
  }

  /** The user has a session at the node, the first there. */
  userAdded(user: string): void {
    if (this.store.has(user)) this.#clock.endOfTurn(() => this.#present(user));
  }

  /** The members changed, and with them the owners. @param node - that came or went */
  membersChanged(node: string): void {
    if (this.isOn) this.#copies.membersChanged(node);
  }

  // --- Kept here -------------------------------------------------------------------------------------------------

  #answerKeep({ messages, fresh }: CallBody, caller: string): CallBody {
    const nowMs = this.#clock.now();
    const isFresh = fresh === true;
    const kept = readKept(messages, this.#host.maxUserIdBytes, nowMs).map((message) => {
      if (!this.isOn || message === undefined) return false;
      if (this.store.keep(isFresh ? { ...message, atMs: nowMs } : message, isFresh) === "full") return false;
      this.#copies.kept(message.user, isFresh ? undefined : caller);
      // He may have come while the message was on its way.
      if (this.#host.holdersOf(message.user).length > 0) this.userAdded(message.user);
      return true;
    });
    return { kept };
  }

  /**
   * Asks a node to keep messages. `isKept` is undefined where it did not answer.
   * @param fresh - they were sent just now
   */
  async #offer(node: string, messages: readonly KeptMessage[], fresh: boolean) {
    const outcome: { message: KeptMessage; isKept: boolean | undefined }[] = [];
    for (const chunk of chunksOf(messages)) {
      const answer = await this.#calls.ask(node, "keep", { messages: chunk, fresh });
      const kept = Array.isArray(answer?.kept) ? (answer.kept as unknown[]) : [];
      for (const [index, message] of chunk.entries()) {
        outcome.push({ message, isKept: answer === undefined ? undefined : kept[index] === true });
      }
    }
    return outcome;
  }

  // --- Handed over -----------------------------------------------------------------------------------------------

  /** A user with messages here is present: this node hands over if it is the first owner, else it waits for that one. */
  #present(user: string): void {
    if (!this.store.has(user)) return;
    const rank = this.#host.ownersOf(user).indexOf(this.#host.ownNode);
    const sinceMs = this.#waiting.get(user) ?? this.#clock.now();
    const patienceMs = (rank < 0 ? 1 : rank) * this.#options.checkIntervalMs;
    if (this.#clock.now() - sinceMs >= patienceMs) void this.#handOver(user);
    else this.#waiting.set(user, sinceMs);
  }

  async #handOver(user: string): Promise<void> {
    if (this.#busy.has(user)) return;
    this.#busy.add(user);
    try {
      for (const chunk of chunksOf(this.store.messagesOf(user))) {
        const { node, taken } = await this.#give(user, chunk);
        if (taken === 0) break;
        const names = chunk.slice(0, taken).map(nameOf);
        this.store.handedOver(user, names);
        this.#stats.inboxHandedOver += taken;
        for (const owner of this.#host.ownersOf(user)) {
          if (owner !== this.#host.ownNode) void this.#calls.ask(owner, "handed", { user, names });
        }
        this.#listeners.tell((listener) => listener.handedOver?.(user, node, taken));
        if (taken < chunk.length) break;
      }
    } finally {
      this.#busy.delete(user);
      if (!this.store.has(user)) this.#waiting.delete(user);
    }
  }

  /** To the first node that holds the user and takes something. */
  async #give(user: string, messages: readonly KeptMessage[]): Promise<{ node: string; taken: number }> {
    for (const node of this.#host.holdersOf(user)) {
      const taken = await this.#giveTo(node, user, messages);
      if (taken !== 0) return { node, taken: Math.max(0, taken) };
    }
    return { node: "", taken: 0 };
  }

  /** @returns how many it took; -1 when it did not say, so that nobody else must get them now */
  async #giveTo(node: string, user: string, messages: readonly KeptMessage[]): Promise<number> {
    if (node !== this.#host.ownNode && !this.#host.isOwnKind(node)) {
      const refused = messages.findIndex(({ channel, data }) => !this.#host.tell(node, user, channel, data));
      return refused < 0 ? messages.length : refused;
    }
    const answer = await this.#calls.ask(node, "mail", { messages });
    if (answer === undefined) return -1;
    const { taken } = answer;
    return Number.isSafeInteger(taken) ? Math.min(Math.max(0, taken as number), messages.length) : 0;
  }

  /** An owner hands over what it kept for a user of this node. */
  #answerMail({ messages }: CallBody): CallBody {
    let taken = 0;
    for (const message of readKept(messages, this.#host.maxUserIdBytes, this.#clock.now())) {
      if (message !== undefined && !this.#arrived(message)) break;
      taken += 1;
    }
    return { taken };
  }

  /** @returns whether it came to the user, now or before */
  #arrived(message: KeptMessage): boolean {
    const name = nameOf(message);
    if (this.store.wasHandedOver(name)) return true;
    if (this.#host.deliver(message.user, message.channel, message.data) === 0) return false;
    this.store.remember(name);
    return true;
  }

  #answerHanded({ user, names }: CallBody): CallBody | undefined {
    if (typeof user !== "string" || !Array.isArray(names)) return undefined;
    this.store.handedOver(
      user,
      names.filter((name): name is string => typeof name === "string"),
    );
    // The other owner is at work: from now on it has its time anew.
    if (this.store.has(user)) this.#waiting.set(user, this.#clock.now());
    else this.#waiting.delete(user);
    return {};
  }

  // --- From time to time -----------------------------------------------------------------------------------------

  #checkLater(): void {
    this.#timer = this.#clock.schedule(this.#options.checkIntervalMs, () => {
      this.#expire();
      for (const user of this.#waiting.keys()) if (!this.store.has(user)) this.#waiting.delete(user);
      for (const user of this.store.users()) {
        if (this.#host.holdersOf(user).length > 0) this.#present(user);
        else this.#waiting.delete(user);
      }
      this.#copies.check();
      this.#checkLater();
    });
  }

  #expire(): void {
    for (const [user, count] of this.store.expire(this.#clock.now() - this.#options.maxAgeMs)) {
      // Every copy ends at about the same time; one node says so.
      if (this.#host.ownersOf(user)[0] !== this.#host.ownNode) continue;
      this.#stats.inboxExpired += count;
      this.#listeners.tell((listener) => listener.expired?.(user, count));
    }
  }
}
