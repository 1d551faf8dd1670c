import type { ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { oortbus } from "#proto/operator.js";
import { unary } from "./event-bus-service.js";
import { type FaultListener, type UnaryHandler, unaryCall } from "./unary-call.js";

/** The service's full name, as health checks and reflection use it. */
export const OPERATOR_SERVICE = "oortbus.v1.Operator";

const { v1 } = oortbus;
const methods = v1.Operator.prototype;

/** The methods on the wire: paths and codecs, both from the generated module. */
export const operatorDefinition = {
  describeNode: unary(methods.describeNode.path, v1.DescribeNodeRequest, v1.DescribeNodeResponse),
  getHistory: unary(methods.getHistory.path, v1.GetHistoryRequest, v1.GetHistoryResponse),
  listSessions: unary(methods.listSessions.path, v1.ListSessionsRequest, v1.ListSessionsResponse),
  traceMessage: unary(methods.traceMessage.path, v1.TraceMessageRequest, v1.TraceMessageResponse),
  explainDelivery: unary(methods.explainDelivery.path, v1.ExplainDeliveryRequest, v1.ExplainDeliveryResponse),
  endSession: unary(methods.endSession.path, v1.EndSessionRequest, v1.EndSessionResponse),
  drainNode: unary(methods.drainNode.path, v1.DrainNodeRequest, v1.DrainNodeResponse),
  getAuditLog: unary(methods.getAuditLog.path, v1.GetAuditLogRequest, v1.GetAuditLogResponse),
} satisfies ServiceDefinition;

export type OperatorMethod = keyof typeof operatorDefinition;

type Handler<M> = M extends {
  requestDeserialize(bytes: Buffer): infer In;
  responseSerialize(message: infer Out): Buffer;
}
  ? UnaryHandler<In, Out>
  : never;

/** What serves the calls of operators: one function a method. */
export type OperatorHandlers = { readonly [M in OperatorMethod]: Handler<(typeof operatorDefinition)[M]> };

/** @returns the handlers in the form grpc-js serves, each call bounded by `maxCallMs` */
export function operatorImplementation(
  handlers: OperatorHandlers,
  maxCallMs: number,
  onFault: FaultListener,
): UntypedServiceImplementation {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      unaryCall(handler as UnaryHandler<unknown, unknown>, maxCallMs, onFault),
    ]),
  );
}
