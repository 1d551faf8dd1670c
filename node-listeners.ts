import type { Socket } from "node:net";
import { AccessTokens } from "./api/access-tokens.js";
import type { BackendApi } from "./api/backend-api.js";
import type { NodeState } from "./api/cluster-view.js";
import { guarded } from "./api/http-guard.js";
import { isLoopback, type NodeConfig } from "./config.js";
import type { Clock } from "./core/clock.js";
import { CertificateWatch } from "./core/http/certificate-watch.js";
import { Certificates } from "./core/http/certificates.js";
import { healthRoutes } from "./core/http/health-route.js";
import { HttpServer, type Route } from "./core/http/http-server.js";
import type { Logger } from "./core/logger.js";
import type { HttpTransports } from "./core/transport/http-transports.js";
import type { WebSocketTransport } from "./core/transport/websocket-transport.js";
import type { GrpcServer } from "./proto/grpc-server.js";
import type { ApiCallTimes } from "./telemetry/api-call-times.js";

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
  readonly clock: Clock;
  readonly logger: Logger;
  readonly transports: NodeTransports;
  readonly api: BackendApi;
  readonly apiCalls: ApiCallTimes;
  state(): NodeState;
}

/**
 * Where a node is reached: the public listener (Bayeux, health, what the application serves), the admin listener (API,
 * metrics, console) and the one for gRPC. Says what is served where, and to whom.
 */
export class NodeListeners {
  readonly #config: NodeConfig;
  readonly #served: Served;
  readonly #tokens: AccessTokens;
  readonly #tls: { readonly http: Certificates; readonly admin: Certificates; readonly grpc: Certificates };
  readonly #watch: CertificateWatch;
  readonly #public: HttpServer;
  readonly #admin: HttpServer | undefined;
  #grpc: GrpcServer | undefined;

  /** @throws ConfigError naming what is wrong with the files of a listener's `tls` */
  constructor(config: NodeConfig, served: Served) {
    const { http, admin, grpc } = config;
    this.#config = config;
    this.#served = served;
    this.#tokens = new AccessTokens(admin);
    this.#tls = {
      http: new Certificates(http.tls, "http.tls."),
      admin: new Certificates(admin.tls, "admin.tls."),
      grpc: new Certificates(grpc.tls, "grpc.tls."),
    };
    this.#watch = new CertificateWatch(Object.values(this.#tls), served.clock, served.logger);
    this.#public = newPublic(config, served, this.#tls.http);
    this.#admin = admin.port === undefined ? undefined : new HttpServer(http, served.logger, this.#tls.admin);
  }

  /** Serves something of the application's own to everybody. */
  addRoutes(routes: readonly Route[]): void {
    for (const route of routes) this.#public.addRoute(route);
  }

  /**
   * Serves something to operators and backends; `api/call-scopes.ts` says what a token needs for it. On the public
   * listener only where nobody but this machine's users reaches it, and these may be anybody anyway.
   */
  addAdminRoutes(routes: readonly Route[]): void {
    const { admin, url, host } = this.#config;
    const tokens = this.#tokens;
    if (this.#isOpen) {
      const hosts = [host, new URL(url).hostname];
      for (const route of guarded(routes, { tokens, hosts })) this.#public.addRoute(route);
    }
    // Who shows a certificate is no page that was lured here.
    const hosts = this.#tls.admin.isMutual ? undefined : [admin.host];
    for (const route of guarded(routes, { tokens, hosts })) this.#admin?.addRoute(route);
  }

  /** The same for what holds no secret, and is served without a token: a page that asks for one. */
  addAdminPages(routes: readonly Route[]): void {
    for (const route of routes) {
      if (this.#isOpen) this.#public.addRoute(route);
      this.#admin?.addRoute(route);
    }
  }

  /** Whether the public listener has the admin routes as well. */
  get #isOpen(): boolean {
    return this.#config.auth.mode === "open" && isLoopback(this.#config.host);
  }

  /** Serves a connection that was accepted elsewhere as if it had come to the public listener. */
  takeConnection(socket: Socket): void {
    this.#public.takeConnection(socket);
  }

  /** @returns the addresses, for the log. @throws Error when one cannot be bound */
  async listen(): Promise<Record<string, unknown>> {
    const { host, port, admin, grpcPort } = this.#config;
    if (grpcPort !== 0) this.#grpc = await this.#newGrpc();
    await this.#public.listen(port, host);
    if (admin.port !== undefined) await this.#admin!.listen(admin.port, admin.host);
    await this.#grpc?.start();
    this.#watch.start();
    this.#warnOfPlainTokens();
    return {
      http: `${host}:${port}`,
      grpc: this.#grpc && `${this.#grpc.options.host}:${grpcPort}`,
      admin: admin.port,
    };
  }

  /** Reads the certificates' files again, now instead of within ten seconds; connections that stand go on. */
  reloadCertificates(): void {
    this.#watch.look();
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
    this.#watch.stop();
    await Promise.all([this.#public.close(CLOSE_GRACE_MS), this.#admin?.close(CLOSE_GRACE_MS)]);
  }

  /** To load gRPC takes an eighth of the CPU of a node's start: only a node that serves it does. */
  async #newGrpc(): Promise<GrpcServer> {
    const { newGrpcServer } = await import("./grpc-listener.js");
    return newGrpcServer(this.#config, this.#served, this.#tokens, this.#tls.grpc);
  }

  #warnOfPlainTokens(): void {
    if (!this.#tokens.required) return;
    const { admin, grpc, grpcPort } = this.#config;
    const open = (name: string, host: string, isTls: boolean) => (isLoopback(host) || isTls ? [] : [name]);
    const listeners = [
      ...(admin.port === undefined ? [] : open("admin", admin.host, this.#tls.admin.isTls)),
      ...(grpcPort === 0 ? [] : open("grpc", grpc.host, this.#tls.grpc.isTls)),
    ];
    if (listeners.length === 0) return;
    this.#served.logger.warn(
      { listeners },
      "tokens travel unencrypted: set admin.tls and grpc.tls, unless a proxy does TLS",
    );
  }
}

function newPublic(config: NodeConfig, { transports, logger, state }: Served, tls: Certificates): HttpServer {
  const http = new HttpServer(config.http, logger, tls);
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
