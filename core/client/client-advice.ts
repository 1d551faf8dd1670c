import type { Reconnect } from "../message/advice.js";
import type { Message } from "../message/message.js";

/** The times a server has advised, and what holds until it does. */
export interface ConnectAdvice {
  /** How long the server holds a connect. */
  readonly timeoutMs: number;
  /** Pause between a connect reply and the next connect. */
  readonly intervalMs: number;
  /** How long the server keeps the session beyond the interval; undefined if it never said. */
  readonly maxIntervalMs?: number | undefined;
  /** Other sessions share this browser's identity, so connects are not held but sent at the interval. */
  readonly multipleClients: boolean;
}

/** What holds at the start of each session: nothing of a former session's advice survives (spec 29.9). */
export const BASE_ADVICE: ConnectAdvice = { timeoutMs: 60_000, intervalMs: 0, multipleClients: false };

/** Longest advised time that is believed. A server's slip must not put a client to sleep for years. */
const MAX_ADVISED_MS = 86_400_000;

/**
 * Overlays what a reply advises on what held before. Fields of a wrong type are passed over, so that a partial advice
 * (spec 6.4, 14.4) keeps the rest.
 */
export function mergeAdvice(before: ConnectAdvice, reply: Message): ConnectAdvice {
  const advice = adviceOf(reply);
  const multiple = advice["multiple-clients"];
  return {
    timeoutMs: milliseconds(advice.timeout) ?? before.timeoutMs,
    intervalMs: milliseconds(advice.interval) ?? before.intervalMs,
    maxIntervalMs: milliseconds(advice.maxInterval) ?? before.maxIntervalMs,
    multipleClients: typeof multiple === "boolean" ? multiple : before.multipleClients,
  };
}

/** What a reply says to do next; undefined when it says nothing, or nothing known. It is never kept (spec 29.9). */
export function reconnectAdvice(reply: Message): Reconnect | undefined {
  const { reconnect } = adviceOf(reply);
  return reconnect === "retry" || reconnect === "handshake" || reconnect === "none" ? reconnect : undefined;
}

/** Most hosts taken from one advice. */
const MAX_HOSTS = 16;

/** Where a server says to go for the next handshake, the best first: `host` or `host:port`. */
export function advisedHosts(reply: Message): string[] {
  const { hosts } = adviceOf(reply);
  if (!Array.isArray(hosts)) return [];
  return hosts.filter((host) => typeof host === "string" && /^[\w.:[\]-]+$/.test(host)).slice(0, MAX_HOSTS);
}

/** A reply's `advice`, of which no field is trusted to be of its type. */
function adviceOf(reply: Message): Record<string, unknown> {
  return Object(reply.advice);
}

function milliseconds(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && value <= MAX_ADVISED_MS ? value : undefined;
}
