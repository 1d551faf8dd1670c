import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";

/** Who calls, as far as a listener knows. */
export interface Caller {
  /** Where the call came from; empty where that is not known. */
  readonly address: string;
  /** The name of the token that the call showed; `none` where it needed none. */
  readonly token: string;
}

/** One thing an operator did. */
export interface AuditEntry {
  /** Milliseconds since the epoch, by the clock of the node that was asked. */
  readonly atMs: number;
  /** The oortURL of the node that was asked. */
  readonly node: string;
  readonly caller: Caller;
  /** The call, for example `DrainNode`. */
  readonly action: string;
  /** What it was done to: a node, a user, a session. */
  readonly target: string;
  /** What came of it, in a few words. */
  readonly outcome: string;
}

/** Most entries kept on a node; the log has them all. */
const MAX_ENTRIES = 1_000;

/** What operators did by way of this node, the last thing last: in memory, bounded, and as lines of the log for good. */
export class AuditLog {
  readonly #node: string;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #entries: AuditEntry[] = [];

  constructor(node: string, parts: { readonly clock: Clock; readonly logger: Logger }) {
    this.#node = node;
    this.#clock = parts.clock;
    this.#logger = parts.logger;
  }

  record(caller: Caller, action: string, target: string, outcome: string): void {
    const entry = { atMs: Math.round(this.#clock.now()), node: this.#node, caller, action, target, outcome };
    if (this.#entries.length >= MAX_ENTRIES) this.#entries.shift();
    this.#entries.push(entry);
    this.#logger.info({ audit: action, target, outcome, address: caller.address, token: caller.token }, "audit");
  }

  /** The last ones, the newest first. */
  last(count: number): AuditEntry[] {
    return this.#entries.slice(-count).reverse();
  }
}

/** The newest entries of several nodes in one list, the newest first. */
export function mergedEntries(lists: readonly (readonly AuditEntry[])[], count: number): AuditEntry[] {
  return lists
    .flat()
    .sort((a, b) => b.atMs - a.atMs || (a.node < b.node ? -1 : 1))
    .slice(0, count);
}
