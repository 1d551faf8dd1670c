import { Histogram } from "../core/histogram.js";

/** What one hook did, counted since the start. */
export class HookStats {
  /** Questions it answered with yes, the changing ones included; with no. */
  allowed = 0;
  denied = 0;
  /** Questions without an answer: errors, time-outs, nonsense, no room to wait. */
  failed = 0;
  /** Questions not put, since it had failed too often. */
  skipped = 0;
  /** From putting a question until its answer, or until it was given up. */
  readonly answerTimes = new Histogram();
  delivered = 0;
  /** Events that were not delivered: there was no room for them, or no time at the end. */
  dropped = 0;
  /** Requests with events that came to nothing, and were repeated. */
  attemptsFailed = 0;
}
