import type { IncomingMessage } from "node:http";
import type { Route } from "../../core/http/http-server.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import { answer, requireJson, withinTime } from "../http-call.js";
import { parseJsonBytes } from "../json-payload.js";
import { readBody } from "../request-body.js";
import type { OperatorApi, OperatorCall } from "./operator-api.js";

export interface OperatorRouteOptions {
  /** Largest request body, in bytes. @default 1 MiB */
  readonly maxBodyBytes?: number;
  /** Longest a call may take, reading its body included. @default 10000 */
  readonly maxCallMs?: number;
  readonly logger?: Logger;
}

type Call = (input: unknown, from: OperatorCall) => unknown;

/** The HTTP twin of the Operator service: `POST /api/v1/<Method>`, as that of EventBus. */
export function operatorRoutes(api: OperatorApi, options: OperatorRouteOptions = {}): Route[] {
  const { maxBodyBytes = 1_048_576, maxCallMs = 10_000, logger = silentLogger } = options;
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 1 } as const;
  const calls: Record<string, Call> = {
    DescribeNode: (input) => api.describeNode(input),
    GetHistory: (input) => api.getHistory(input),
    ListSessions: (input) => api.listSessions(input),
    TraceMessage: (input, from) => api.traceMessage(input, from),
    ExplainDelivery: (input) => api.explainDelivery(input),
    EndSession: (input, from) => api.endSession(input, from),
    DrainNode: (input, from) => api.drainNode(input, from),
    GetAuditLog: (input) => api.getAuditLog(input),
  };
  return Object.entries(calls).map(([name, call]) => ({
    method: "POST",
    path: `/api/v1/${name}`,
    handle: (request, response) =>
      answer(response, logger, () => {
        requireJson(request);
        return withinTime(maxCallMs, async (signal) =>
          call(parseJsonBytes(await readBody(request, maxBodyBytes, signal), place), callOf(request)),
        );
      }),
  }));
}

/** Where a call by HTTP comes from. */
export function callOf({ socket, headers }: IncomingMessage): OperatorCall {
  const { remoteAddress = "" } = socket;
  return { address: remoteAddress.replace(/^::ffff:/, ""), authorization: headers.authorization };
}
