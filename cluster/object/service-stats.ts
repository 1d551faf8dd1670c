import type { ServiceFault } from "./service-answer.js";

/** What one OortService counts; plain numbers that only grow. */
export class ServiceStats {
  /** Requests of this node, and how those ended that nobody answered. */
  requests = 0;
  readonly faults: Record<ServiceFault, number> = {
    unknown_node: 0,
    left: 0,
    unreachable: 0,
    nobody: 0,
    timed_out: 0,
    too_many: 0,
    stopped: 0,
  };
  /** Requests of other nodes; those refused because too many are being handled; handlers that threw. */
  handled = 0;
  refused = 0;
  handlerErrors = 0;
  /** Answers that could not be sent, because the asker is gone; and those that came too late. */
  unsent = 0;
  late = 0;
  /** Messages that make no sense, and those of a node that spoke for another. */
  malformed = 0;
  forged = 0;
}
