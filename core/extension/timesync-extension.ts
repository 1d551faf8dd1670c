import { type Clock, systemClock } from "../clock.js";
import type { Extension, OutgoingContext } from "../message/extension.js";
import { ensureExt, extField, isObject, type Message } from "../message/message.js";
import type { ServerSession } from "../session/server-session.js";

/** A client's request for the time: its clock, and what it believes of lag and offset so far. */
interface Request {
  readonly tc: number;
  /** Missing from old clients. */
  readonly lag: number | undefined;
  readonly offset: number;
  readonly receivedMs: number;
}

export interface TimesyncExtensionOptions {
  /** A client that is off by less is not answered any more. @default 25 */
  readonly accuracyMs?: number;
  readonly clock?: Clock;
}

/**
 * Tells clients that ask in their meta messages what time it is here, so that they know how far off they are, and keeps
 * a session's lag in its attribute `lag` (ms, by the client's own estimate).
 * @see spec/bayeux.md section 21.2
 */
export class TimesyncExtension implements Extension<ServerSession> {
  readonly metaOnly = true;
  readonly #accuracyMs: number;
  readonly #clock: Clock;
  readonly #requests = new WeakMap<Message, Request>();

  constructor({ accuracyMs = 25, clock = systemClock }: TimesyncExtensionOptions = {}) {
    this.#accuracyMs = accuracyMs;
    this.#clock = clock;
  }

  incoming(_session: ServerSession | undefined, message: Message): void {
    if (!message.channel.startsWith("/meta/")) return;
    const asked = extField(message, "timesync");
    if (!isObject(asked) || typeof asked.tc !== "number") return;
    this.#requests.set(message, {
      tc: asked.tc,
      lag: typeof asked.l === "number" ? asked.l : undefined,
      offset: typeof asked.o === "number" ? asked.o : 0,
      receivedMs: this.#now(),
    });
  }

  outgoing(message: Message, { receiver, request }: OutgoingContext<ServerSession>): void {
    const asked = request && this.#requests.get(request);
    if (asked === undefined) return;
    const { tc, lag, offset, receivedMs: ts } = asked;
    if (lag !== undefined) receiver?.attributes.set("lag", lag);
    const accuracy = lag === undefined ? undefined : tc + offset + lag - ts;
    if (accuracy !== undefined && lag !== 0 && Math.abs(accuracy) < this.#accuracyMs) return;
    // The time a connect was held counts as processing: the client takes it off the round trip.
    const answer: Record<string, number> = { tc, ts, p: this.#now() - ts };
    if (accuracy !== undefined) answer.a = accuracy;
    ensureExt(message).timesync = answer;
  }

  /** Whole milliseconds, as clients count. */
  #now(): number {
    return Math.floor(this.#clock.now());
  }
}
