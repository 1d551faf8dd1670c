import type { Socket } from "node:net";
import type { NodeState } from "./api/cluster-view.js";
import { isLoopback, type NodeConfig } from "./config.js";
import { guarded } from "./core/http/bearer-guard.js";
import { healthRoutes } from "./core/http/health-route.js";
import { HttpServer, type Route } from "./core/http/http-server.js";
import type { Logger } from "./core/logger.js";
import type { HttpTransports } from "./core/transport/http-transports.js";
import type { WebSocketTransport } from "./core/transport/websocket-transport.js";
import type { EventBusHandlers } from "./proto/event-bus-service.js";
import { GrpcServer } from "./proto/grpc-server.js";
import type { OperatorHandlers } from "./proto/operator-service.js";

/** Where Bayeux clients and peers come in, by HTTP and WebSocket. */
const BAYEUX_PATH = "/cometd";
/** Answers and close frames that are under way when a node stops get this long. */
const CLOSE_GRACE_MS = 1_000;

/** A node's Bayeux transports. */
export interface NodeTransports {
  readonly webSocket: WebSocketTransport;
  readonly overHttp: HttpTransports;
}

/** What a node's listeners serve. */
export interface Served {
  readonly logger: Logger;
  readonly transports: NodeTransports;
  readonly handlers: EventBusHandlers;
  readonly operator: OperatorHandlers;
  state(): NodeState;
}

/**
 * Where a node is reached: the public listener (Bayeux, health, what the application serves), the admin listener (API,
 * metrics, console) and the one for gRPC. Says what is served where, and to whom.
 */
export class NodeListeners {
  readonly #config: NodeConfig;
  readonly #public: HttpServer;
  readonly #admin: HttpServer | undefined;
  readonly #grpc: GrpcServer | undefined;

  /** @throws ConfigError naming what is wrong with the files of `http.tls` */
  constructor(config: NodeConfig, served: Served) {
    this.#config = config;
    this.#public = newPublic(config, served);
    this.#admin = config.admin.port === undefined ? undefined : new HttpServer(config.http, served.logger);
    this.#grpc = newGrpc(config, served);
  }

  /** Serves something of the application's own to everybody. */
  addRoutes(routes: readonly Route[]): void {
    for (const route of routes) this.#public.addRoute(route);
  }

  /**
   * Serves something to operators and backends. On the public listener only where nobody but this machine's users reaches
   * it, and these may be anybody anyway.
   */
  addAdminRoutes(routes: readonly Route[]): void {
    this.addAdminPages(guarded(routes, this.#config.admin.token));
  }

  /** The same for what holds no secret, and is served without a token: a page that asks for one. */
  addAdminPages(routes: readonly Route[]): void {
    const { host, auth } = this.#config;
    const isPublic = auth.mode === "open" && isLoopback(host);
    for (const route of routes) {
      if (isPublic) this.#public.addRoute(route);
      this.#admin?.addRoute(route);
    }
  }

  /** Serves a connection that was accepted elsewhere as if it had come to the public listener. */
  takeConnection(socket: Socket): void {
    this.#public.takeConnection(socket);
  }

  /** @returns the addresses, for the log. @throws Error when one cannot be bound */
  async listen(): Promise<Record<string, unknown>> {
    const { host, port, admin, grpcPort } = this.#config;
    await this.#public.listen(port, host);
    if (admin.port !== undefined) await this.#admin!.listen(admin.port, admin.host);
    await this.#grpc?.start();
    return {
      http: `${host}:${port}`,
      grpc: this.#grpc && `${this.#grpc.options.host}:${grpcPort}`,
      admin: admin.port,
    };
  }

  /** The node is ready: gRPC's health service says so from now on. */
  serve(): void {
    this.#grpc?.setServing(true);
  }

  /** From now on each answer on the public listener closes its connection, so that clients look for another node. */
  drain(): void {
    this.#public.drain();
  }

  /** Takes no more gRPC calls. @returns when those under way have ended, or their time is over */
  async stopGrpc(): Promise<void> {
    await this.#grpc?.stop();
  }

  /** Closes the HTTP listeners, after a moment for answers that are under way. */
  async close(): Promise<void> {
    await Promise.all([this.#public.close(CLOSE_GRACE_MS), this.#admin?.close(CLOSE_GRACE_MS)]);
  }
}

function newPublic(config: NodeConfig, { transports, logger, state }: Served): HttpServer {
  const http = new HttpServer(config.http, logger);
  const { webSocket, overHttp } = transports;
  for (const path of [BAYEUX_PATH, `${BAYEUX_PATH}/*`]) {
    http.addRoute({
      method: ["GET", "POST", "OPTIONS"],
      path,
      handle: (request, response) => overHttp.handle(request, response),
    });
  }
  if (config.transport.allowedTransports.includes("websocket")) {
    http.addUpgrade(BAYEUX_PATH, (request, socket, head) => webSocket.upgrade(request, socket, head));
  }
  for (const route of healthRoutes(state)) http.addRoute(route);
  return http;
}

function newGrpc(
  { grpc, grpcPort, admin }: NodeConfig,
  { handlers, operator, logger }: Served,
): GrpcServer | undefined {
  if (grpcPort === 0) return undefined;
  const tokens = admin.token === undefined ? [] : [admin.token];
  return new GrpcServer(
    { ...grpc, port: grpcPort, tokens },
    { handlers, operator, onFault: (error, path) => logger.error({ err: error, path }, "grpc call failed") },
  );
}
