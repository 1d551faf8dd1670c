import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { RequestContext } from "../session/server-session.js";
import type { TrustedProxies } from "./trusted-proxies.js";

/**
 * What a policy may look at of the request behind a handshake.
 * @param isInUrl - its messages came in its URL
 */
export function contextOf(request: IncomingMessage, proxies: TrustedProxies, isInUrl = false): RequestContext {
  return new HttpContext(request, proxies, isInUrl);
}

/** What makes a socket of a request, and says nothing about who asks. A context may live as long as the socket. */
const OF_THE_UPGRADE: ReadonlySet<string> = new Set([
  "connection",
  "upgrade",
  "sec-websocket-extensions",
  "sec-websocket-key",
  "sec-websocket-version",
]);

/** Asks the system for the address only when somebody wants it: it takes a call, and most servers never do. */
class HttpContext implements RequestContext {
  readonly headers: IncomingHttpHeaders;
  readonly isInUrl: boolean;
  readonly isCertified: boolean;
  readonly #socket: Socket;
  readonly #proxies: TrustedProxies;
  #address: string | undefined;

  constructor({ socket, headers }: IncomingMessage, proxies: TrustedProxies, isInUrl: boolean) {
    this.headers = headers.upgrade === undefined ? headers : withoutUpgrade(headers);
    this.isInUrl = isInUrl;
    this.isCertified = socket instanceof TLSSocket && socket.authorized;
    this.#socket = socket;
    this.#proxies = proxies;
  }

  get remoteAddress(): string | undefined {
    this.#address ??= this.#proxies.clientOf(this.#socket.remoteAddress, this.headers["x-forwarded-for"]);
    return this.#address;
  }
}

function withoutUpgrade(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept: IncomingHttpHeaders = {};
  for (const name in headers) if (!OF_THE_UPGRADE.has(name)) kept[name] = headers[name];
  return kept;
}
