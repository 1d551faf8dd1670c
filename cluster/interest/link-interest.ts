import { ClientError, errorCode } from "../../core/client/client-error.js";
import type { ChannelId } from "../../core/message/channel-id.js";
import type { Message } from "../../core/message/message.js";

/** Told of what a link's subscriptions come to. */
export interface LinkInterestHost {
  /** The peer has taken these subscriptions. */
  confirmed(names: readonly string[]): void;
  /** The link's session is new or gone: it has no subscriptions any more. */
  reset(): void;
  /** The peer refused one of these. */
  refused(names: readonly string[], error: ClientError): void;
  closed(): void;
  /** So many subscriptions were asked for or given back. */
  counted(changes: number): void;
}

/** Most names, and UTF-16 units, in one message: it must fit into a Java node's frame of 64 KiB, and its reply too. */
const MAX_NAMES = 500;
const MAX_NAME_CHARS = 16_000;

/**
 * What one peer was asked to send, in the present session of our link to it. Subscriptions go out at once, many in one
 * message. What is not wanted any more is given back only when the peer has confirmed all that was asked before: so what
 * takes the place of a wildcard is in force before the wildcard goes.
 */
export class LinkInterest {
  readonly #host: LinkInterestHost;
  readonly #send: (message: Message) => Promise<Message>;
  /** By name, whether the peer has confirmed it. */
  readonly #held = new Map<string, boolean>();
  /** Held, and to be given back as soon as the asking of that number, and all before it, is answered; in this order. */
  readonly #dropping = new Map<string, number>();
  #isOpen = false;
  /** The peer refused a channel, so it was asked for the patterns of `oort.channels` instead. */
  #isCoarse = false;
  /** Numbers of the messages that ask and are not answered, in their order. */
  readonly #asking = new Set<number>();
  #asked = 0;
  /** Counts sessions: an answer to what an older one was asked means nothing. */
  #session = 0;

  /** @param send - sends a (un)subscribe, again if need be as long as the session lives, and in order */
  constructor(send: (message: Message) => Promise<Message>, host: LinkInterestHost) {
    this.#send = send;
    this.#host = host;
  }

  /** The opening batch was sent, and the session has not ended since. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isCoarse(): boolean {
    return this.#isCoarse;
  }

  /** Names that the peer was asked for and that are still wanted. */
  get size(): number {
    return this.#held.size - this.#dropping.size;
  }

  /** Whether what is published on `id` at the peer surely comes, and goes on to do so. */
  covers(id: ChannelId): boolean {
    for (const name of id.matching) if (this.#held.get(name) === true && !this.#dropping.has(name)) return true;
    return false;
  }

  /** A new session: nothing is subscribed in it. */
  reset(): void {
    this.#forget();
    this.#host.reset();
  }

  /** There will be no session any more. */
  close(): void {
    this.#forget();
    this.#host.closed();
  }

  /** Subscribes for the opening batch, in this order. What an earlier, unconfirmed batch asked for is given back first. */
  open(messages: Iterable<readonly string[]>): void {
    const earlier = [...this.#held.keys()];
    if (earlier.length > 0) this.#unsubscribe(earlier);
    const { isCoarse } = this;
    this.#forget();
    this.#isCoarse = isCoarse;
    this.#isOpen = true;
    for (const names of messages) this.#subscribe(names);
  }

  /** Brings the subscriptions to these names up to date. */
  update(names: Iterable<string>, isTarget: (name: string) => boolean): void {
    if (!this.#isOpen) return;
    const missing: string[] = [];
    const drops: string[] = [];
    for (const name of names) {
      if (!isTarget(name)) {
        if (this.#held.has(name) && !this.#dropping.has(name)) drops.push(name);
      } else if (!this.#dropping.delete(name) && !this.#held.has(name)) missing.push(name);
    }
    for (const chunk of chunks(missing)) this.#subscribe(chunk);
    for (const name of drops) this.#dropping.set(name, this.#asked);
    this.#drop();
  }

  /**
   * The peer refused a channel: from now on it is asked for these patterns. Everything else is given back first, for it may
   * have as many subscriptions as it takes; both leave together, so that it acts on both in one turn.
   */
  coarsen(patterns: Iterable<string>, isTarget: (name: string) => boolean): void {
    this.#isCoarse = true;
    const others = [...this.#held].filter(([name]) => !isTarget(name));
    this.#unsubscribe(others.flatMap(([name, isConfirmed]) => (isConfirmed ? [name] : [])));
    for (const [name, isConfirmed] of others) {
      // The peer stops at the first name that it does not know, so each of these goes alone.
      if (!isConfirmed) this.#unsubscribe([name]);
      this.#held.delete(name);
      this.#dropping.delete(name);
    }
    this.update(patterns, isTarget);
  }

  #forget(): void {
    this.#session += 1;
    this.#isOpen = false;
    this.#isCoarse = false;
    this.#asking.clear();
    this.#held.clear();
    this.#dropping.clear();
  }

  #subscribe(names: readonly string[]): void {
    const session = this.#session;
    this.#asked += 1;
    const number = this.#asked;
    this.#asking.add(number);
    for (const name of names) this.#held.set(name, false);
    this.#host.counted(names.length);
    this.#send(messageOf("/meta/subscribe", names)).then(
      () => {
        if (session !== this.#session) return;
        this.#asking.delete(number);
        for (const name of names) if (this.#held.has(name)) this.#held.set(name, true);
        this.#host.confirmed(names);
        this.#drop();
      },
      (error: unknown) => {
        if (session !== this.#session || !isRefusal(error)) return;
        this.#asking.delete(number);
        this.#host.refused(names, error);
        // Those before the refused one are subscribed, and nobody says which they are.
        for (const name of names) if (this.#held.get(name) === false) this.#dropping.set(name, this.#asked);
        this.#drop();
      },
    );
  }

  #drop(): void {
    const [oldest = Number.POSITIVE_INFINITY] = this.#asking;
    const names: string[] = [];
    for (const [name, after] of this.#dropping) {
      if (after >= oldest) break;
      names.push(name);
    }
    if (names.length === 0) return;
    for (const name of names) {
      this.#dropping.delete(name);
      this.#held.delete(name);
    }
    this.#unsubscribe(names);
  }

  #unsubscribe(names: readonly string[]): void {
    this.#host.counted(names.length);
    for (const chunk of chunks(names)) this.#send(messageOf("/meta/unsubscribe", chunk)).catch(() => {}); // gone, then
  }
}

/** The peer says no. Any other failure is the end of the session, after which everything is asked for anew. */
function isRefusal(error: unknown): error is ClientError {
  return error instanceof ClientError && error.reply !== undefined && errorCode(error.reply) !== 402;
}

/** Splits names into as many as one message may have. */
export function* chunks(names: readonly string[]): Iterable<readonly string[]> {
  let start = 0;
  let chars = 0;
  for (const [index, name] of names.entries()) {
    if (index > start && (index - start >= MAX_NAMES || chars + name.length > MAX_NAME_CHARS)) {
      yield names.slice(start, index);
      start = index;
      chars = 0;
    }
    chars += name.length + 3;
  }
  if (start < names.length) yield names.slice(start);
}

/** One name is sent as text, as Java does. */
function messageOf(channel: string, names: readonly string[]): Message {
  return { channel, subscription: names.length === 1 ? names[0] : [...names] };
}
