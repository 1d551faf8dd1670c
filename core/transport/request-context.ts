import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import type { RequestContext } from "../session/server-session.js";

/** What a policy may look at of the request behind a handshake. */
export function contextOf({ socket, headers }: IncomingMessage): RequestContext {
  return {
    remoteAddress: socket.remoteAddress,
    headers,
    isCertified: socket instanceof TLSSocket && socket.authorized,
  };
}
