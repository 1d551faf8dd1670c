import { Histogram } from "../histogram.js";

/** Counters of one server since it started. Plain numbers, because they are on the hot path; metrics read them at scrape. */
export class BayeuxStats {
  /** Successful handshakes of remote sessions. */
  handshakes = 0;
  handshakesRefused = 0;
  /** What policy and listeners took to let a remote session in, or to refuse it; refusals for want of room are not among them. */
  readonly handshakeTimes = new Histogram();
  readonly refusedHandshakeTimes = new Histogram();
  /** Messages received from remote and local sessions. */
  messagesIn = 0;
  /** Messages published on broadcast channels and accepted. */
  publishes = 0;
  /** Messages put into a session's queue or handed to a local session. */
  deliveries = 0;
  /** Messages that a full queue had no room for, by policy `drop-oldest` or `latest`. */
  messagesDropped = 0;
  /** Waiting messages whose place a newer one took, by policy `latest`. */
  messagesOutdated = 0;
  /** Replies with `successful: false`. */
  errors = 0;
  /** Payloads that were not Bayeux, or over a limit. */
  malformed = 0;
  /** Requests and WebSockets of pages that may not use this server. */
  foreignPages = 0;
  /** Requests whose body did not come in time. */
  slowBodies = 0;
  /** Streams, and connects for one, beyond what a browser or session may have. */
  tooManyStreams = 0;
  sessionsExpired = 0;
  /** Sessions ended because their queue was full. */
  sessionsOverflowed = 0;
  sessionsDisconnected = 0;
}
