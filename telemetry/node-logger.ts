import pino from "pino";
import type { Logger } from "../core/logger.js";
import type { LOG_LEVELS } from "./log-level.js";

/**
 * JSON lines on standard error, written at once, so that the last line before a crash is there.
 * @param bindings - in every line
 * @param context - asked for each line that is written: what it is about, such as the trace of the message being handled
 */
export function newNodeLogger(
  level: (typeof LOG_LEVELS)[number],
  bindings: Readonly<Record<string, unknown>>,
  context: () => object,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  return pino({ level, base: { pid: process.pid, ...bindings }, mixin: () => context() }, destination);
}
