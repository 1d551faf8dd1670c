import type { Clock, Timer } from "../../clock.js";
import type { Message } from "../../message/message.js";
import type { Subscription } from "../client-channel.js";
import { PortWriter } from "./port-writer.js";
import type { HubMessage, SharedPort } from "./shared-messages.js";

/** What a tab may cost the others. */
export interface HubLimits {
  /** Most deliveries posted to a tab and not heard by it, before it misses the next. It is told the gap. */
  readonly maxUnheardMessages: number;
  /** Longest silence of a tab that has no lock, in milliseconds. Browsers let hidden pages speak once a minute. */
  readonly maxSilenceMs: number;
  /** Longest wait for the fields of a handshake, before another tab is asked; in milliseconds. */
  readonly maxFieldsMs: number;
}

export const HUB_LIMITS: HubLimits = { maxUnheardMessages: 10_000, maxSilenceMs: 180_000, maxFieldsMs: 5_000 };

/** One tab, as the hub knows it: what it is subscribed to, and how far it has heard. */
export class HubTab {
  readonly subscriptions = new Map<string, Subscription>();
  readonly listened = new Set<string>();
  /** It takes part in the session. */
  isIn = false;
  /** Stops the watch for its end. */
  unwatch: () => void = () => {};
  readonly #port: SharedPort;
  readonly #writer: PortWriter<HubMessage>;
  readonly #clock: Clock;
  readonly #limits: HubLimits;
  #unheard = 0;
  #missedSinceMs: number | undefined;
  #silence: Timer | undefined;
  #asked: { id: number; answer(fields: Record<string, unknown> | undefined): void } | undefined;
  #asks = 0;

  constructor(port: SharedPort, clock: Clock, limits: HubLimits) {
    this.#port = port;
    this.#clock = clock;
    this.#limits = limits;
    this.#writer = new PortWriter(port, clock.endOfTurn.bind(clock));
  }

  tell(message: HubMessage): void {
    this.#writer.write(message);
  }

  /** @param names - the message's channel, and the wildcards that match it */
  deliver(names: readonly string[], message: Message): void {
    if (!names.some((name) => this.subscriptions.has(name) || this.listened.has(name))) return;
    if (this.#unheard >= this.#limits.maxUnheardMessages) {
      this.#missedSinceMs ??= this.#clock.now();
      return;
    }
    this.#unheard += 1;
    this.tell({ kind: "delivery", message });
  }

  heard(count: number): void {
    this.#unheard = Math.max(0, this.#unheard - count);
    const sinceMs = this.#missedSinceMs;
    if (sinceMs === undefined) return;
    this.#missedSinceMs = undefined;
    this.tell({ kind: "gap", gap: { kind: "connection", sinceMs } });
  }

  /** What its page wants to shake hands with; undefined when it does not say. */
  askFields(): Promise<Record<string, unknown> | undefined> {
    this.#asked?.answer(undefined);
    const id = ++this.#asks;
    return new Promise((resolve) => {
      const overdue = this.#clock.schedule(this.#limits.maxFieldsMs, () => this.tellFields(id, undefined));
      this.#asked = {
        id,
        answer: (fields) => {
          overdue.cancel();
          this.#asked = undefined;
          resolve(fields);
        },
      };
      this.tell({ kind: "fields", id });
    });
  }

  tellFields(id: number, fields: Record<string, unknown> | undefined): void {
    if (this.#asked?.id === id) this.#asked.answer(fields);
  }

  /** It has no lock: `gone` is called when nothing is heard of it for too long. Called anew at each word of it. */
  expectWord(gone: () => void): void {
    this.#silence?.cancel();
    this.#silence = this.#clock.schedule(this.#limits.maxSilenceMs, gone);
  }

  /** What is still to be told is told. */
  close(): void {
    this.unwatch();
    this.#silence?.cancel();
    this.#asked?.answer(undefined);
    for (const subscription of this.subscriptions.values()) void subscription.unsubscribe().catch(() => {});
    this.subscriptions.clear();
    this.#writer.flush();
    this.#port.onmessage = null;
    this.#port.close();
  }
}
