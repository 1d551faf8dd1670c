import { parseChannel } from "../core/message/channel-id.js";
import { isObject } from "../core/message/message.js";
import { userIdProblem } from "./user-id.js";
import type { UserInboxOptions } from "./user-inbox-options.js";

/** A message for a user who is not there, as it travels between nodes. */
export interface KeptMessage {
  readonly user: string;
  readonly channel: string;
  readonly data: unknown;
  /** The run of the node that kept it first; with `seq` it names the message in the whole cloud. */
  readonly origin: string;
  readonly seq: number;
  /** When its first owner took it, in milliseconds since the epoch by that one's clock. */
  readonly atMs: number;
}

interface Entry {
  readonly message: KeptMessage;
  readonly id: string;
  readonly bytes: number;
}

interface UserInboxEntry {
  /** In the order in which they are handed over. */
  readonly entries: Entry[];
  bytes: number;
}

/** `known`: it is there already; `gone`: it was handed over already; `full`: a limit. */
export type KeepOutcome = "kept" | "known" | "gone" | "full";

/**
 * The messages one node keeps for absent users, in the order in which they came to their owner: what was sent after the
 * result of an earlier message comes after it. Pure: no time, no I/O.
 */
export class UserInboxStore {
  readonly #options: UserInboxOptions;
  readonly #users = new Map<string, UserInboxEntry>();
  /** Names of messages that were handed over, the oldest first. */
  readonly #gone = new Set<string>();
  #messages = 0;
  #bytes = 0;

  constructor(options: UserInboxOptions) {
    this.#options = options;
  }

  get userCount(): number {
    return this.#users.size;
  }

  get messageCount(): number {
    return this.#messages;
  }

  get bytes(): number {
    return this.#bytes;
  }

  users(): string[] {
    return [...this.#users.keys()];
  }

  has(user: string): boolean {
    return this.#users.has(user);
  }

  /** @param isFresh - it comes from its sender, so it is the last; else it comes from another owner, and goes to its place */
  keep(message: KeptMessage, isFresh: boolean): KeepOutcome {
    const id = nameOf(message);
    if (this.#gone.has(id)) return "gone";
    const { maxMessages, maxBytes, maxUsers, maxTotalBytes } = this.#options;
    const inbox = this.#users.get(message.user);
    if (inbox?.entries.some((entry) => entry.id === id)) return "known";
    // Printed and read again, so that nobody who has the object can change what was sent.
    const json = JSON.stringify(message.data ?? null);
    const bytes = Buffer.byteLength(json) + Buffer.byteLength(message.channel);
    if ((inbox?.entries.length ?? 0) >= maxMessages || (inbox?.bytes ?? 0) + bytes > maxBytes) return "full";
    if (this.#bytes + bytes > maxTotalBytes || (inbox === undefined && this.#users.size >= maxUsers)) return "full";
    const lastMs = inbox?.entries.at(-1)?.message.atMs ?? message.atMs;
    const atMs = isFresh ? Math.max(message.atMs, lastMs) : message.atMs;
    const entry: Entry = { message: { ...message, data: JSON.parse(json), atMs }, id, bytes };
    if (inbox === undefined) this.#users.set(message.user, { entries: [entry], bytes });
    else {
      const before = inbox.entries.findLastIndex((other) => other.message.atMs <= atMs);
      inbox.entries.splice(before + 1, 0, entry);
      inbox.bytes += bytes;
    }
    this.#messages += 1;
    this.#bytes += bytes;
    return "kept";
  }

  messagesOf(user: string): KeptMessage[] {
    return (this.#users.get(user)?.entries ?? []).map(({ message }) => message);
  }

  /** The messages were handed over: copies of them that still come are not kept. */
  handedOver(user: string, names: readonly string[]): void {
    this.forget(user, names);
    for (const name of names) this.remember(name);
  }

  /** The messages are kept elsewhere. */
  forget(user: string, names: readonly string[]): void {
    const wanted = new Set(names);
    this.#remove(user, ({ id }) => wanted.has(id));
  }

  /** Whether the message was handed over, by this node or so that this one was told. */
  wasHandedOver(name: string): boolean {
    return this.#gone.has(name);
  }

  remember(name: string): void {
    this.#gone.delete(name);
    this.#gone.add(name);
    if (this.#gone.size > this.#options.maxRemembered) {
      for (const oldest of this.#gone) {
        this.#gone.delete(oldest);
        break;
      }
    }
  }

  /** Takes out what was sent before this moment. @returns how many, by user */
  expire(beforeMs: number): Map<string, number> {
    const expired = new Map<string, number>();
    for (const user of this.users()) {
      const count = this.#remove(user, ({ message }) => message.atMs < beforeMs);
      if (count > 0) expired.set(user, count);
    }
    return expired;
  }

  clear(): void {
    this.#users.clear();
    this.#gone.clear();
    this.#messages = 0;
    this.#bytes = 0;
  }

  #remove(user: string, isWanted: (entry: Entry) => boolean): number {
    const inbox = this.#users.get(user);
    if (inbox === undefined) return 0;
    const removed = inbox.entries.filter(isWanted);
    if (removed.length === 0) return 0;
    const bytes = removed.reduce((sum, entry) => sum + entry.bytes, 0);
    const left = inbox.entries.filter((entry) => !isWanted(entry));
    if (left.length === 0) this.#users.delete(user);
    else this.#users.set(user, { entries: left, bytes: inbox.bytes - bytes });
    this.#messages -= removed.length;
    this.#bytes -= bytes;
    return removed.length;
  }
}

/** The same for every copy of one message, and another one for every other message. */
export function nameOf({ origin, seq }: KeptMessage): string {
  return `${seq} ${origin}`;
}

/**
 * Reads messages that another node wrote.
 * @param nowMs - nothing was kept later than this
 * @returns undefined in the place of each that is none
 */
export function readKept(values: unknown, maxUserIdBytes: number, nowMs: number): (KeptMessage | undefined)[] {
  if (!Array.isArray(values)) return [];
  return values.map((value: unknown) => {
    if (!isObject(value)) return undefined;
    const { user, data, origin, seq, atMs } = value;
    const channel = parseChannel(value.channel);
    if (channel === undefined || channel.kind === "meta" || channel.wildcard !== "none") return undefined;
    if (userIdProblem(user, maxUserIdBytes) !== undefined || typeof origin !== "string") return undefined;
    if (!Number.isSafeInteger(seq) || typeof atMs !== "number" || !Number.isFinite(atMs)) return undefined;
    const at = Math.min(atMs, nowMs);
    return { user: user as string, channel: channel.name, data, origin, seq: seq as number, atMs: at };
  });
}
