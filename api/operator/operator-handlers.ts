import type { OperatorHandlers } from "../../proto/operator-service.js";
import type { CallContext } from "../../proto/unary-call.js";
import { answered } from "../grpc-handlers.js";
import { parseJsonBytes } from "../json-payload.js";
import type { OperatorApi, OperatorCall } from "./operator-api.js";

/** The gRPC face of the Operator service: messages to plain requests, results to messages, an ApiError to a status. */
export function operatorHandlers(api: OperatorApi): OperatorHandlers {
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 0 } as const;
  return {
    describeNode: ({ node }) => answered(() => api.describeNode({ node })),
    getHistory: ({ node, sinceMs, maxPoints }) =>
      answered(async () => mutable(await api.getHistory({ node, sinceMs, maxPoints }))),
    listSessions: ({ node, user, transport, order, pageSize, pageToken }) =>
      answered(async () => mutable(await api.listSessions({ node, user, transport, order, pageSize, pageToken }))),
    traceMessage: ({ user, channel, data }, context) =>
      answered(async () => {
        const given = data.length === 0 ? {} : { data: parseJsonBytes(data, place) };
        return mutable(await api.traceMessage({ user, channel, ...given }, callOf(context)));
      }),
    explainDelivery: ({ user, channel }) => answered(async () => mutable(await api.explainDelivery({ user, channel }))),
    endSession: ({ node, session, reason }, context) =>
      answered(() => api.endSession({ node, session, reason }, callOf(context))),
    drainNode: ({ node }, context) => answered(() => api.drainNode({ node }, callOf(context))),
    getAuditLog: ({ maxEntries }) => answered(async () => mutable(await api.getAuditLog({ maxEntries }))),
  };
}

function callOf({ peer, authorization }: CallContext): OperatorCall {
  return { address: peer.replace(/:\d+$/, ""), authorization };
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** The generated types want arrays that may be changed; nobody does. */
function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
