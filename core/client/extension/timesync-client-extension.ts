import { type Clock, systemClock } from "../../clock.js";
import { ensureExt, extField, isObject, type Message } from "../../message/message.js";
import type { ClientExtension } from "./client-extension.js";

/** How many answers lag and offset are the averages of. */
const SAMPLES = 10;

/** Learns how far this clock is from the server's, from meta messages and their replies (spec 21.2). */
export class TimesyncClientExtension implements ClientExtension {
  readonly #clock: Clock;
  readonly #lags: number[] = [];
  readonly #offsets: number[] = [];

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** Milliseconds that a message takes one way. */
  get lagMs(): number {
    return average(this.#lags);
  }

  /** What to add to the time here to have the server's, in milliseconds. */
  get offsetMs(): number {
    return average(this.#offsets);
  }

  /** The server's time, in milliseconds since the epoch. */
  get serverTimeMs(): number {
    return this.#now() + this.offsetMs;
  }

  outgoing(message: Message): void {
    if (!message.channel.startsWith("/meta/")) return;
    ensureExt(message).timesync = { tc: this.#now(), l: this.lagMs, o: this.offsetMs };
  }

  incoming(message: Message): void {
    const answer = extField(message, "timesync");
    if (!isObject(answer)) return;
    const { tc, ts, p } = answer;
    if (typeof tc !== "number" || typeof ts !== "number" || typeof p !== "number") return;
    const lag = (this.#now() - tc - p) / 2;
    add(this.#lags, lag);
    add(this.#offsets, ts - tc - lag);
  }

  #now(): number {
    return Math.floor(this.#clock.now());
  }
}

function add(samples: number[], sample: number): void {
  samples.push(sample);
  if (samples.length > SAMPLES) samples.shift();
}

/** In whole milliseconds, as the other end counts; 0 of none. */
function average(samples: readonly number[]): number {
  return samples.length === 0 ? 0 : Math.floor(samples.reduce((sum, sample) => sum + sample) / samples.length);
}
