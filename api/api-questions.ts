import type { Oort } from "../cluster/oort.js";
import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ApiOptions } from "./api-options.js";
import { NodeQuestions } from "./operator/node-questions.js";

/** Most other nodes that each call of the API may ask at the same time. */
const NODES_ASKED = 64;

/**
 * The questions of EventBus from node to node. As many may wait as calls can be under way: a question that is not asked, or
 * not answered, would pass for "I do not know that key".
 */
export function apiQuestions(
  oort: Oort,
  server: BayeuxServer,
  { nodeTimeoutMs, maxConcurrentCalls }: ApiOptions,
  parts: { readonly clock: Clock; readonly logger: Logger },
): NodeQuestions {
  return new NodeQuestions(oort, server, {
    ...parts,
    service: "api",
    answerTimeoutMs: nodeTimeoutMs,
    maxQuestions: maxConcurrentCalls * NODES_ASKED,
  });
}
