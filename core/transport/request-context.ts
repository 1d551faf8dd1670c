import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import type { RequestContext } from "../session/server-session.js";
import type { TrustedProxies } from "./trusted-proxies.js";

/**
 * What a policy may look at of the request behind a handshake.
 * @param isInUrl - its messages came in its URL
 */
export function contextOf(
  { socket, headers }: IncomingMessage,
  proxies: TrustedProxies,
  isInUrl = false,
): RequestContext {
  return {
    remoteAddress: proxies.clientOf(socket.remoteAddress, headers["x-forwarded-for"]),
    headers,
    isCertified: socket instanceof TLSSocket && socket.authorized,
    isInUrl,
  };
}
