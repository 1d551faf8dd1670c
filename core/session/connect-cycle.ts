import type { Message } from "../message/message.js";
import type { HeldConnect, Outlet } from "./outlet.js";

const NEVER = Number.POSITIVE_INFINITY;

/**
 * The connect that a session holds, and when the session expires for want of the next one. Pure: time comes in.
 * @see spec/bayeux.md sections 6 and 12.2
 */
export class ConnectCycle {
  #held: HeldConnect | undefined;
  #expireAtMs = NEVER;
  /** The held connect's outlet has no peer at the moment. */
  #parked = false;

  /** The connect that may be answered; undefined also while the outlet that holds it has no peer. */
  get held(): HeldConnect | undefined {
    return this.#parked ? undefined : this.#held;
  }

  /** When something is due: the held connect's time is over, or the session's. */
  get deadlineMs(): number {
    return this.held === undefined ? this.#expireAtMs : Math.min(this.held.untilMs, this.#expireAtMs);
  }

  isExpired(nowMs: number): boolean {
    return this.#expireAtMs <= nowMs;
  }

  /** A connect arrived: nothing expires while it is being answered. */
  begin(): void {
    this.#expireAtMs = NEVER;
  }

  /** Any message keeps the session alive until then, at least; but does not start a clock that stands. */
  keepUntil(earliestMs: number): void {
    if (this.#expireAtMs < earliestMs) this.#expireAtMs = earliestMs;
  }

  expireAt(timeMs: number): void {
    this.#expireAtMs = timeMs;
  }

  hold(connect: HeldConnect): void {
    this.#held = connect;
  }

  /** A newer connect arrived: the one that was held is given up, and takes nothing from the queue. */
  supersede(): void {
    const held = this.#held;
    this.#held = undefined;
    this.#parked = false;
    held?.outlet.superseded();
  }

  /** Answers the held connect, if there is one. @param fields - put on its reply */
  release(fields?: Partial<Message>): void {
    const held = this.#held;
    if (held === undefined) return;
    this.#held = undefined;
    this.#parked = false;
    held.finish(fields);
  }

  /** The outlet is gone. @returns whether it took a held connect with it, which nobody can answer now */
  drop(outlet: Outlet): boolean {
    if (this.#held?.outlet !== outlet) return false;
    this.#held = undefined;
    this.#parked = false;
    return true;
  }

  /**
   * The outlet has lost its peer, which may come back to it: the connect that it holds goes on waiting, also beyond its
   * time, but the session expires like one that holds none.
   * @returns whether it holds one
   */
  park(outlet: Outlet, expireAtMs: number): boolean {
    if (this.#held?.outlet !== outlet) return false;
    this.#parked = true;
    this.#expireAtMs = expireAtMs;
    return true;
  }

  /** The peer of a parked connect is back. */
  resume(): void {
    if (!this.#parked) return;
    this.#parked = false;
    this.#expireAtMs = NEVER;
  }
}
