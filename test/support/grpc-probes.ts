import { once } from "node:events";
import { join } from "node:path";
import {
  Client,
  credentials,
  type GrpcObject,
  loadPackageDefinition,
  type ServiceClientConstructor,
  type ServiceError,
} from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { service as healthService } from "grpc-health-check";
import { projectRoot } from "./project-root.js";

/** Asks the standard health service of `address` about one service, as a balancer's probe does. */
export async function checkHealth(address: string, service: string): Promise<string> {
  const client = new Client(address, credentials.createInsecure());
  try {
    const { path, requestSerialize, responseDeserialize } = healthService.Check!;
    return await new Promise<string>((resolve, reject) => {
      const answer = (error: ServiceError | null, reply?: unknown): void =>
        error ? reject(error) : resolve((reply as { status: string }).status);
      client.makeUnaryRequest(path, requestSerialize, responseDeserialize, { service }, answer);
    });
  } finally {
    client.close();
  }
}

/** Asks the reflection service of `address` for all services, as grpcurl does. */
export async function listServices(address: string): Promise<string[]> {
  const protos = join(projectRoot, "node_modules/@grpc/reflection/build/proto/grpc");
  const loaded = loadPackageDefinition(loadSync(join(protos, "reflection/v1/reflection.proto")));
  const reflection = ["grpc", "reflection", "v1"].reduce((at, name) => at[name] as GrpcObject, loaded);
  const Reflection = reflection.ServerReflection as ServiceClientConstructor;
  const client = new Reflection(address, credentials.createInsecure());
  const call = client.ServerReflectionInfo!();
  try {
    call.write({ listServices: "" });
    const [reply] = (await once(call, "data")) as [{ listServicesResponse: { service: { name: string }[] } }];
    return reply.listServicesResponse.service.map(({ name }) => name);
  } finally {
    call.on("error", () => {});
    call.end();
    client.close();
  }
}
