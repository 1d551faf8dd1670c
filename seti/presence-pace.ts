import type { Clock, Timer } from "../core/clock.js";

/** Between two tellings: nobody notices it of a login, in a storm one message tells of all, and who it wakes up pays for that. */
export const PRESENCE_PAUSE_MS = 50;
/** In a storm each pause is twice as long as the one before, up to this. */
export const LONGEST_PRESENCE_PAUSE_MS = 200;
/** So many in the time of the shortest pause are a storm: 200 a second. */
export const STORM_USERS = 10;

/**
 * Gathers who came and went while the last telling is not long ago. Who comes alone is told of at once, and the more come at
 * a time, the longer they wait for each other. A user who came and went meanwhile, or the other way round, is told of as he
 * is now.
 */
export class PresencePace {
  readonly #clock: Clock;
  readonly #maxUsers: number;
  readonly #tell: (users: readonly string[], present: boolean) => void;
  readonly #waiting = new Map<string, boolean>();
  #pauseMs = PRESENCE_PAUSE_MS;
  #nextMs = 0;
  #timer: Timer | undefined;

  /** @param maxUsers - most that are told of in one go */
  constructor(maxUsers: number, clock: Clock, tell: (users: readonly string[], present: boolean) => void) {
    this.#maxUsers = maxUsers;
    this.#clock = clock;
    this.#tell = tell;
  }

  /** The first session of a user came to this node, or the last one went. */
  changed(user: string, present: boolean): void {
    const nowMs = this.#clock.now();
    if (this.#waiting.size === 0 && nowMs >= this.#nextMs) {
      this.#pauseMs = PRESENCE_PAUSE_MS;
      this.#nextMs = nowMs + this.#pauseMs;
      this.#tell([user], present);
      return;
    }
    this.#waiting.set(user, present);
    if (this.#waiting.size >= this.#maxUsers) this.catchUp();
    else this.#timer ??= this.#clock.schedule(this.#nextMs - nowMs, () => this.catchUp());
  }

  /** Tells of all who wait: when the pause is over, or before one of them is heard of otherwise. */
  catchUp(): void {
    if (this.#waiting.size === 0) return;
    const isStorm = this.#waiting.size * PRESENCE_PAUSE_MS >= STORM_USERS * this.#pauseMs;
    this.#pauseMs = isStorm ? Math.min(2 * this.#pauseMs, LONGEST_PRESENCE_PAUSE_MS) : PRESENCE_PAUSE_MS;
    this.#nextMs = this.#clock.now() + this.#pauseMs;
    const gone: string[] = [];
    const come: string[] = [];
    for (const [user, present] of this.#waiting) (present ? come : gone).push(user);
    this.clear();
    if (gone.length > 0) this.#tell(gone, false);
    if (come.length > 0) this.#tell(come, true);
  }

  /** Forgets who waits, and says nothing. */
  clear(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#waiting.clear();
  }
}
