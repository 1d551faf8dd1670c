import type { Clock, Timer } from "../../core/clock.js";
import type { ChannelId } from "../../core/message/channel-id.js";

interface Wait {
  readonly id: ChannelId;
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly timer: Timer;
}

/** Who waits until a subscription is in force on every link. All who wait for the same channel share one wait. */
export class InterestWaits {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #isInForce: (id: ChannelId) => boolean;
  readonly #timedOut: (name: string) => void;
  readonly #waits = new Map<string, Wait>();

  /** @param timedOut - told of each wait that ended without what it waited for */
  constructor(
    clock: Clock,
    timeoutMs: number,
    isInForce: (id: ChannelId) => boolean,
    timedOut: (name: string) => void,
  ) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#isInForce = isInForce;
    this.#timedOut = timedOut;
  }

  /** @returns undefined when there is nothing to wait for; else what resolves when it is in force, or has taken too long */
  until(id: ChannelId): Promise<void> | undefined {
    if (this.#isInForce(id)) return undefined;
    const { name } = id;
    let wait = this.#waits.get(name);
    if (wait === undefined) {
      let resolve!: () => void;
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      const timer = this.#clock.schedule(this.#timeoutMs, () => {
        this.#end(name);
        this.#timedOut(name);
      });
      wait = { id, promise, resolve, timer };
      this.#waits.set(name, wait);
    }
    return wait.promise;
  }

  /** Looks again: these are subscribed at one more peer. */
  check(names: Iterable<string>): void {
    for (const name of names) {
      if (name.endsWith("*")) return this.checkAll(); // also what it covers
      this.#check(name);
    }
  }

  /** Nobody wants it any more, so it may never come into force. */
  giveUp(name: string): void {
    this.#end(name);
  }

  /** Looks again at all: a link has gone, or has begun anew. */
  checkAll(): void {
    for (const name of [...this.#waits.keys()]) this.#check(name);
  }

  /** Nobody is kept any longer. */
  close(): void {
    for (const name of [...this.#waits.keys()]) this.#end(name);
  }

  #check(name: string): void {
    const wait = this.#waits.get(name);
    if (wait !== undefined && this.#isInForce(wait.id)) this.#end(name);
  }

  #end(name: string): void {
    const wait = this.#waits.get(name);
    this.#waits.delete(name);
    wait?.timer.cancel();
    wait?.resolve();
  }
}
