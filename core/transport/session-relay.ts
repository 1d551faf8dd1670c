import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Passes a request for a session of another node on to that node, so that any balancer will do. Core only asks; who the
 * other nodes are is the cluster's to know (DESIGN decision 4).
 */
export interface SessionRelay {
  /**
   * @param clientId - as the request says it
   * @param body - what was read of the request already; undefined for a request without a body
   * @returns false when the session's node is nobody known, or gone: nothing was answered then. A member that cannot be
   *   reached just now is no reason to throw the session away: such a request is answered with 503, to be made again
   */
  relay(
    clientId: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    body: string | undefined,
  ): Promise<boolean>;

  /** Whether the session was made by another node, which can be reached. */
  knows(clientId: string): boolean;
}
