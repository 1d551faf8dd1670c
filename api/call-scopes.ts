import type { Scope } from "./access-tokens.js";

/** What a token must be good for to make each call of EventBus and Operator. A call that is not here needs `admin`. */
const CALL_SCOPES: ReadonlyMap<string, Scope> = new Map<string, Scope>([
  ["Publish", "send"],
  ["PublishBatch", "send"],
  ["PublishStream", "send"],
  ["SendToUser", "send"],
  ["SendToUsers", "send"],
  ["Subscribe", "read"],
  ["GetPresence", "read"],
  ["WatchPresence", "read"],
  ["ListUserSessions", "read"],
  ["GetChannels", "read"],
  ["GetCluster", "read"],
  ["WatchCluster", "read"],
  ["DisconnectUser", "admin"],
  ["DisconnectSession", "admin"],
  ["Drain", "admin"],
  ["MintToken", "mint"],
  ["RevokeTokens", "admin"],
  ["DescribeNode", "read"],
  ["GetHistory", "read"],
  ["ListSessions", "read"],
  ["ExplainDelivery", "read"],
  ["TraceMessage", "send"],
  ["EndSession", "admin"],
  ["DrainNode", "admin"],
  ["GetAuditLog", "admin"],
]);

const API = "/api/v1/";

/** @param call - as the `.proto` names it */
export function scopeOfCall(call: string): Scope {
  return CALL_SCOPES.get(call) ?? "admin";
}

/** Whether somebody has said what the call needs. */
export function hasScope(call: string): boolean {
  return CALL_SCOPES.has(call);
}

/** What a token must be good for to get at a path of the admin listener. */
export function scopeOfPath(path: string): Scope {
  if (path === "/metrics") return "metrics";
  if (path === `${API}cluster` || path === `${API}openapi.json`) return "read";
  return path.startsWith(API) ? scopeOfCall(path.slice(API.length)) : "admin";
}

/** As {@link scopeOfPath}, of a gRPC method's path: `/oortbus.v1.EventBus/Publish`. undefined: none. */
export function scopeOfGrpc(path: string): Scope | undefined {
  if (path.startsWith("/grpc.health.v1.Health/")) return undefined; // a prober learns no more than that the node is up
  if (path.startsWith("/grpc.reflection.")) return "read";
  return scopeOfCall(path.slice(path.lastIndexOf("/") + 1));
}
