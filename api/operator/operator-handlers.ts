import type { OperatorHandlers } from "../../proto/operator-service.js";
import type { BackendApi } from "../backend-api.js";
import { unaryCalls } from "../grpc-call.js";
import { parseJsonBytes } from "../json-payload.js";

/** The gRPC face of Operator: its messages have the fields of the HTTP twin, but for a payload's bytes. */
export function operatorHandlers(api: BackendApi): OperatorHandlers {
  const call = unaryCalls(api);
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 0 } as const;
  return {
    describeNode: ({ node }, context) => call("DescribeNode", context, () => ({ node })),
    getHistory: ({ node, sinceMs, maxPoints }, context) =>
      call("GetHistory", context, () => ({ node, sinceMs, maxPoints })),
    listSessions: ({ node, user, transport, order, pageSize, pageToken }, context) =>
      call("ListSessions", context, () => ({ node, user, transport, order, pageSize, pageToken })),
    traceMessage: ({ user, channel, data }, context) =>
      call("TraceMessage", context, () => {
        const given = data.length === 0 ? {} : { data: parseJsonBytes(data, place) };
        return { user, channel, ...given };
      }),
    explainDelivery: ({ user, channel }, context) => call("ExplainDelivery", context, () => ({ user, channel })),
    endSession: ({ node, session, reason }, context) => call("EndSession", context, () => ({ node, session, reason })),
    drainNode: ({ node }, context) => call("DrainNode", context, () => ({ node })),
    getAuditLog: ({ maxEntries }, context) => call("GetAuditLog", context, () => ({ maxEntries })),
  };
}
