import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Passes a request for a session of another node on to that node, so that any balancer will do. Core only asks; who the
 * other nodes are is the cluster's to know (DESIGN decision 4).
 */
export interface SessionRelay {
  /**
   * @param clientId - as the request says it
   * @param body - what was read of the request already; undefined for a request without a body
   * @returns false when the session's node is not another member, or cannot be reached: nothing was answered then
   */
  relay(
    clientId: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    body: string | undefined,
  ): Promise<boolean>;
}
