import {
  Metadata,
  Server,
  ServerCredentials,
  ServerInterceptingCall,
  type ServerInterceptor,
  status,
} from "@grpc/grpc-js";
import { HealthImplementation } from "grpc-health-check";
import {
  EVENT_BUS_SERVICE,
  type EventBusHandlers,
  eventBusDefinition,
  eventBusImplementation,
} from "./event-bus-service.js";
import { type GrpcServerOptions, type GrpcServerOptionsInput, grpcServerOptions } from "./grpc-server-options.js";
import { addReflection } from "./lazy-reflection.js";
import { type OperatorHandlers, operatorDefinition, operatorImplementation } from "./operator-service.js";
import type { FaultListener } from "./unary-call.js";

export interface GrpcServerParts {
  handlers: EventBusHandlers;
  /** @default the Operator service is not served */
  operator?: OperatorHandlers;
  /** Whether a call may be made, by its `authorization` metadata and its path. @default any */
  admit?: (authorization: unknown, path: string) => "admitted" | "unauthenticated" | "forbidden";
  /** TLS, if any. @default plain HTTP/2 */
  credentials?: ServerCredentials;
  /** Told of what a handler threw unexpectedly; the caller only sees INTERNAL. */
  onFault?: FaultListener;
}

/**
 * The gRPC face of a node: EventBus, health and reflection on one port. Health is NOT_SERVING until
 * {@link setServing}, so that a balancer waits for a node that is still joining.
 */
export class GrpcServer {
  readonly options: GrpcServerOptions;
  readonly #server: Server;
  readonly #credentials: ServerCredentials;
  readonly #health = new HealthImplementation({ "": "NOT_SERVING", [EVENT_BUS_SERVICE]: "NOT_SERVING" });
  #port = 0;
  #stopped: Promise<void> | undefined;

  constructor(options: GrpcServerOptionsInput, parts: GrpcServerParts) {
    this.options = grpcServerOptions.parse(options);
    this.#credentials = parts.credentials ?? ServerCredentials.createInsecure();
    this.#server = new Server({
      "grpc.max_receive_message_length": this.options.maxMessageBytes,
      "grpc.max_send_message_length": this.options.maxMessageBytes,
      "grpc.max_concurrent_streams": this.options.maxConcurrentCalls,
      "grpc.keepalive_time_ms": this.options.keepaliveTimeMs,
      "grpc.keepalive_timeout_ms": this.options.keepaliveTimeoutMs,
      interceptors: parts.admit === undefined ? [] : [admissionInterceptor(parts.admit)],
    });
    const onFault = parts.onFault ?? (() => {});
    this.#server.addService(
      eventBusDefinition,
      eventBusImplementation(parts.handlers, this.options.maxCallMs, onFault),
    );
    if (parts.operator !== undefined) {
      const served = operatorImplementation(parts.operator, this.options.maxCallMs, onFault);
      this.#server.addService(operatorDefinition, served);
    }
    this.#health.addToServer(this.#server);
    addReflection(this.#server, onFault);
  }

  /** The port listened on; 0 before {@link start}. */
  get port(): number {
    return this.#port;
  }

  /** @throws Error when the address cannot be bound */
  async start(): Promise<void> {
    const { host, port } = this.options;
    const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
    this.#port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(address, this.#credentials, (error, bound) => (error ? reject(error) : resolve(bound)));
    });
  }

  /** What health checks say from now on. */
  setServing(serving: boolean): void {
    for (const name of ["", EVENT_BUS_SERVICE]) this.#health.setStatus(name, serving ? "SERVING" : "NOT_SERVING");
  }

  /** Takes no more calls, lets the running ones end for at most `stopTimeoutMs`, then cuts them off. */
  stop(): Promise<void> {
    this.#stopped ??= new Promise<void>((resolve) => {
      this.setServing(false);
      const timer = setTimeout(() => {
        this.#server.forceShutdown();
        resolve();
      }, this.options.stopTimeoutMs);
      this.#server.tryShutdown(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    return this.#stopped;
  }
}

function admissionInterceptor(admit: NonNullable<GrpcServerParts["admit"]>): ServerInterceptor {
  return (method, call) =>
    new ServerInterceptingCall(call, {
      start: (next) =>
        next({
          onReceiveMetadata: (metadata, pass) => {
            const admission = admit(metadata.get("authorization")[0], method.path);
            if (admission === "admitted") return pass(metadata);
            const known = admission === "forbidden";
            call.sendStatus({
              code: known ? status.PERMISSION_DENIED : status.UNAUTHENTICATED,
              details: known ? "the token has not the scope of this call" : "a bearer token is needed",
              metadata: new Metadata(),
            });
          },
        }),
    });
}
