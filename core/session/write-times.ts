import type { Clock } from "../clock.js";
import { Histogram } from "../histogram.js";
import type { Publication } from "../message/publication.js";
import type { MessageTrace } from "./message-trace.js";
import type { ServerSession } from "./server-session.js";

/** One of so many publications is timed. A prime, so that it is not the same one of each round of some pattern. */
const TIMED_OF = 61;

/** What is in the way of a transport's name where the receiver is another node. */
const LINK = "link";

/** How long messages take from the publish until they are handed to the connections of those who get them, by transport. */
export class WriteTimes {
  readonly #byTransport = new Map<string, Histogram>();
  readonly #clock: Clock;
  #untilTimed = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** By the names of transports, and `link` for other nodes; of those that were used. */
  get byTransport(): ReadonlyMap<string, Histogram> {
    return this.#byTransport;
  }

  /** Chooses whether the next publication is looked after. @returns undefined for most */
  nextProbe(trace: MessageTrace | undefined): Probe | undefined {
    this.#untilTimed -= 1;
    if (this.#untilTimed > 0 && trace === undefined) return undefined;
    if (this.#untilTimed <= 0) this.#untilTimed = TIMED_OF;
    return new Probe(this, this.#clock.now(), trace);
  }

  written({ isTrusted, transport = "none" }: ServerSession, startedAtMs: number): void {
    const name = isTrusted ? LINK : transport;
    let histogram = this.#byTransport.get(name);
    if (histogram === undefined) {
      histogram = new Histogram();
      this.#byTransport.set(name, histogram);
    }
    histogram.observe(this.#clock.now() - startedAtMs);
  }
}

/** Goes with a publication that is timed or followed, and is told of each session that gets it. */
export class Probe {
  /** What other nodes are sent in its place, if it is followed. */
  forPeers: Publication | undefined = undefined;
  readonly #times: WriteTimes;
  readonly #startedAtMs: number;
  readonly #trace: MessageTrace | undefined;

  constructor(times: WriteTimes, startedAtMs: number, trace: MessageTrace | undefined) {
    this.#times = times;
    this.#startedAtMs = startedAtMs;
    this.#trace = trace;
  }

  written(receiver: ServerSession): void {
    this.#times.written(receiver, this.#startedAtMs);
    this.#trace?.written(receiver);
  }
}
