import type { AccessTokens } from "./api/access-tokens.js";
import { scopeOfGrpc } from "./api/call-scopes.js";
import { grpcHandlers } from "./api/grpc-handlers.js";
import { operatorHandlers } from "./api/operator/operator-handlers.js";
import type { NodeConfig } from "./config.js";
import type { Certificates } from "./core/http/certificates.js";
import type { Served } from "./node-listeners.js";
import { GrpcServer } from "./proto/grpc-server.js";
import { reloadableCredentials } from "./proto/reloadable-credentials.js";

/** The gRPC face of a node. Here alone what speaks gRPC is imported: see {@link NodeListeners}. */
export function newGrpcServer(
  { grpc, grpcPort, api: { maxCallMs } }: NodeConfig,
  { api, apiCalls, logger }: Served,
  tokens: AccessTokens,
  certificates: Certificates,
): GrpcServer {
  const { tls: _files, ...options } = grpc;
  const admit = (authorization: unknown, path: string) => {
    const scope = scopeOfGrpc(path);
    if (scope === undefined) return "admitted";
    const admission = tokens.admit(authorization, scope);
    return admission.kind === "unknown" ? "unauthenticated" : admission.kind;
  };
  return new GrpcServer(
    { ...options, port: grpcPort, maxCallMs },
    {
      handlers: apiCalls.ofHandlers(grpcHandlers(api)),
      operator: apiCalls.ofHandlers(operatorHandlers(api)),
      ...(tokens.required ? { admit } : {}),
      ...(certificates.isTls ? { credentials: reloadableCredentials(certificates, certificates.isMutual) } : {}),
      onFault: (error, path) => logger.error({ err: error, path }, "grpc call failed"),
    },
  );
}
