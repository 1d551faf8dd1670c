import { systemClock } from "../clock.js";
import type { SubscribeOptions } from "./client-channel.js";
import { ClientError } from "./client-error.js";
import type { BayeuxClientOptionsInput } from "./client-options.js";
import { type BayeuxClientParts, CoreClient } from "./core-client.js";
import { type Gap, GapWatch } from "./gap-watch.js";
import { MessageIterator, type MessagesOptions } from "./message-iterator.js";
import { RemoteCalls } from "./remote-calls.js";

export interface RemoteCallOptions {
  /** How long to wait for the result. Default `maxNetworkDelayMs`; 0 for ever. */
  timeoutMs?: number;
  /** Aborted when the result is not wanted any more: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * A client of any Bayeux server. It keeps its session alive, comes back after failures by itself, and restores its
 * subscriptions then.
 *
 * Its promises reject with {@link ClientError}; one that nobody looks at does not end the process. A listener that throws
 * is logged and passed over.
 */
export class BayeuxClient extends CoreClient {
  readonly #calls: RemoteCalls;
  readonly #gaps: GapWatch;

  /** @throws ConfigError naming every wrong or unknown option */
  constructor(options: BayeuxClientOptionsInput, parts: BayeuxClientParts = {}) {
    super(options, parts);
    const clock = parts.clock ?? systemClock;
    this.#calls = new RemoteCalls(clock);
    this.#gaps = new GapWatch(this, clock);
    this.events.answer = (id, message) => this.#calls.answer(id, message);
    // Whoever worked on them cannot answer any more.
    this.events.sessionLost.add(() => this.#calls.rejectAll(new ClientError("session")));
  }

  /**
   * Calls a remote function of the server: a publish on `/service/<target>` that is answered with data (spec 8.4).
   * @param options - or the time to wait for the result, in milliseconds
   */
  remoteCall<R = unknown>(target: string, data: unknown, options: number | RemoteCallOptions = {}): Promise<R> {
    const { maxNetworkDelayMs, maxOutstandingMessages } = this.options;
    const { timeoutMs = maxNetworkDelayMs, signal } = typeof options === "number" ? { timeoutMs: options } : options;
    const result = this.#calls.call(target, data, timeoutMs, signal, (request) => {
      if (this.#calls.size < maxOutstandingMessages) this.send(request);
      else request.reject(new ClientError("overflow", "maxOutstandingMessages"));
    });
    return result as Promise<R>;
  }

  /**
   * Subscribes, and hands the messages out one by one: `for await (const { data } of client.messages("/chat/*"))`. Ends,
   * and unsubscribes, when the loop is left, the signal is aborted, or the client comes to rest. Throws a ClientError
   * when the server refuses, or ends the session, and `overflow` when more than `maxBufferedMessages` wait to be read.
   * @throws RangeError when the channel's name is not legal
   */
  messages<T = unknown>(channel: string, options: MessagesOptions & SubscribeOptions = {}): MessageIterator<T> {
    return new MessageIterator<T>(this, channel, options);
  }

  /**
   * Messages may be missing: what was published between the loss of a connection or session and now was not heard, or
   * perhaps not. Told when the client is connected again; not after a lost connection where the server acknowledges.
   * @returns the remover
   */
  onGap(listener: (gap: Gap) => void): () => void {
    return this.#gaps.add(listener);
  }
}
