import type { IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";

/**
 * Whether the client's own connection was encrypted: it is ours, or the balancer in front says so. Believed of anybody,
 * since who lies about it gets a cookie that he cannot send back, and nothing else.
 */
export function isSecure({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): boolean {
  return (socket as Partial<TLSSocket>).encrypted === true || first(headers["x-forwarded-proto"]) === "https";
}

/**
 * The names by which the client addressed us: ours, and what a balancer was asked for if it put its own name in the place
 * of that. A page cannot forge the second: it needs a preflight to send such a header, which another's page does not get.
 */
export function hostsOf({ headers }: Pick<IncomingMessage, "headers">): string[] {
  return [headers.host, first(headers["x-forwarded-host"])].filter((host) => host !== undefined);
}

/** Of a list that each proxy added to: what the first one saw. */
function first(value: string | string[] | undefined): string | undefined {
  const text = (Array.isArray(value) ? value[0] : value) ?? "";
  return text.split(",", 1)[0]!.trim().toLowerCase() || undefined;
}
