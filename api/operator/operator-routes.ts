import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Route } from "../../core/http/http-server.js";
import { type Logger, silentLogger } from "../../core/logger.js";
import { answer, requireJson, withinTime } from "../http-call.js";
import { parseJsonBytes } from "../json-payload.js";
import { readBody } from "../request-body.js";
import type { Caller } from "./audit-log.js";
import type { OperatorApi } from "./operator-api.js";

export interface OperatorRouteOptions {
  /** Largest request body, in bytes. @default 1 MiB */
  readonly maxBodyBytes?: number;
  /** Longest a call may take, reading its body included. @default 10000 */
  readonly maxCallMs?: number;
  readonly logger?: Logger;
}

type Call = (input: unknown, caller: Caller) => unknown;

/** The HTTP twin of the Operator service: `POST /api/v1/<Method>`, as that of EventBus. */
export function operatorRoutes(api: OperatorApi, options: OperatorRouteOptions = {}): Route[] {
  const { maxBodyBytes = 1_048_576, maxCallMs = 10_000, logger = silentLogger } = options;
  const place = { maxDataDepth: api.maxDataDepth, levelsAround: 1 } as const;
  const calls: Record<string, Call> = {
    DescribeNode: (input) => api.describeNode(input),
    GetHistory: (input) => api.getHistory(input),
    ListSessions: (input) => api.listSessions(input),
    TraceMessage: (input, caller) => api.traceMessage(input, caller),
    ExplainDelivery: (input) => api.explainDelivery(input),
    EndSession: (input, caller) => api.endSession(input, caller),
    DrainNode: (input, caller) => api.drainNode(input, caller),
    GetAuditLog: (input) => api.getAuditLog(input),
  };
  return Object.entries(calls).map(([name, call]) => ({
    method: "POST",
    path: `/api/v1/${name}`,
    handle: (request, response) =>
      answer(response, logger, () => {
        requireJson(request);
        return withinTime(maxCallMs, async (signal) =>
          call(parseJsonBytes(await readBody(request, maxBodyBytes, signal), place), callerOf(request)),
        );
      }),
  }));
}

/** Who calls by HTTP. */
export function callerOf(request: IncomingMessage): Caller {
  const { remoteAddress = "" } = request.socket;
  return { address: remoteAddress.replace(/^::ffff:/, ""), token: tokenName(request.headers.authorization) };
}

/** Tells tokens apart without telling them. @param authorization - of a call that was let in */
export function tokenName(authorization: string | undefined): string {
  const token = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  return token === undefined ? "none" : createHash("sha256").update(token).digest("hex").slice(0, 8);
}
