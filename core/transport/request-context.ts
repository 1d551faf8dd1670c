import type { IncomingMessage } from "node:http";
import type { RequestContext } from "../session/server-session.js";

/** What a policy may look at of the request behind a handshake. */
export function contextOf(request: IncomingMessage): RequestContext {
  return { remoteAddress: request.socket.remoteAddress, headers: request.headers };
}
