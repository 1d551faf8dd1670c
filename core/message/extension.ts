import type { Awaitable, Message } from "./message.js";

/**
 * Sees every message of a server, or of one session. `S` is the session type.
 * Incoming runs in the order of registration, server-wide before the session's own; outgoing in reverse (spec section 20).
 */
export interface Extension<S> {
  /** It cares for meta messages alone, and is not shown others: so these pass without a look where all are like it. */
  readonly metaOnly?: boolean;
  /**
   * A message from a session, before anything else looks at it. May change it.
   * @returns false to drop it: its sender gets `404::message_deleted`
   */
  incoming?(session: S | undefined, message: Message): Awaitable<boolean | undefined | void>;
  /**
   * A message that leaves: once per publish (`receiver` undefined), once per reply or single delivery. May change it,
   * unless it is registered on one session and the message is a broadcast: that one is shared, so return another.
   * @returns false to drop it; another message to send that instead
   */
  outgoing?(message: Message, context: OutgoingContext<S>): Message | boolean | undefined | void;
}

export interface OutgoingContext<S> {
  readonly sender: S | undefined;
  readonly receiver: S | undefined;
  /** The request that `message` answers; undefined for deliveries. */
  readonly request: Message | undefined;
}

/** Runs a list of extensions. Registering or removing one does not disturb a run that is under way. */
export class ExtensionPipeline<S> {
  #extensions: readonly Extension<S>[] = [];
  /** Those that see more than meta messages. */
  #curious: readonly Extension<S>[] = [];
  readonly #onError: (error: unknown) => void;

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  get isEmpty(): boolean {
    return this.#extensions.length === 0;
  }

  /** Whether nobody sees messages that are not meta messages. */
  get isMetaOnly(): boolean {
    return this.#curious.length === 0;
  }

  add(extension: Extension<S>): void {
    this.#set([...this.#extensions, extension]);
  }

  remove(extension: Extension<S>): void {
    this.#set(this.#extensions.filter((other) => other !== extension));
  }

  #set(extensions: readonly Extension<S>[]): void {
    this.#extensions = extensions;
    this.#curious = extensions.filter((extension) => extension.metaOnly !== true);
  }

  #asked({ channel }: Message): readonly Extension<S>[] {
    return this.#curious.length === this.#extensions.length || isMeta(channel) ? this.#extensions : this.#curious;
  }

  /** @returns false when an extension dropped the message. An extension that throws is logged and passed over. */
  incoming(session: S | undefined, message: Message): Awaitable<boolean> {
    return this.#incomingFrom(0, this.#asked(message), session, message);
  }

  #incomingFrom(
    start: number,
    extensions: readonly Extension<S>[],
    session: S | undefined,
    message: Message,
  ): Awaitable<boolean> {
    for (let index = start; index < extensions.length; index += 1) {
      let verdict: Awaitable<boolean | undefined | void>;
      try {
        verdict = extensions[index]!.incoming?.(session, message);
      } catch (error) {
        this.#onError(error);
        continue;
      }
      if (verdict instanceof Promise) {
        return verdict
          .catch((error: unknown) => void this.#onError(error))
          .then((later) => !drops(later) && this.#incomingFrom(index + 1, extensions, session, message));
      }
      if (drops(verdict)) return false;
    }
    return true;
  }

  /** @returns the message to send, perhaps another one; undefined when an extension dropped it */
  outgoing(message: Message, context: OutgoingContext<S>): Message | undefined {
    const extensions = this.#asked(message);
    let current = message;
    for (let index = extensions.length - 1; index >= 0; index -= 1) {
      try {
        const verdict = extensions[index]!.outgoing?.(current, context);
        if (drops(verdict)) return undefined;
        if (typeof verdict === "object") current = verdict;
      } catch (error) {
        this.#onError(error);
      }
    }
    return current;
  }
}

/** The reply to a message without a channel has none either. */
function isMeta(channel: string | undefined): boolean {
  return channel?.startsWith("/meta/") === true;
}

/** False, or null: extensions in plain JavaScript drop a message the CometD way (spec section 20). */
function drops(verdict: unknown): boolean {
  return verdict === false || verdict === null;
}
