import {
  createServer,
  type IncomingMessage,
  METHODS,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import findMyWay from "find-my-way";
import { type Logger, silentLogger } from "../logger.js";
import { readOptions } from "../options.js";
import { Certificates } from "./certificates.js";
import { type HttpOptions, type HttpOptionsInput, httpOptions } from "./http-options.js";
import { sendProblem } from "./problem.js";

export type HttpMethod = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** Answers one request. What it throws, or rejects with, is logged, and the client gets a 500 without its text. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Route {
  readonly method: HttpMethod | readonly HttpMethod[];
  /** In find-my-way's form; `*` at the end stands for any rest. */
  readonly path: string;
  readonly handle: HttpHandler;
}

/** Takes over a connection that asked for another protocol. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * One listener: requests by route, upgrades by path, and a way to end both. Slow and broken clients cost their own
 * connection only. Knows nothing of what it serves.
 */
export class HttpServer {
  readonly options: HttpOptions;
  readonly #logger: Logger;
  readonly #certificates: Certificates;
  readonly #server: Server;
  readonly #router = findMyWay({ ignoreTrailingSlash: false, caseSensitive: true, maxParamLength: 1_024 });
  /** By path and method, of the routes whose path is matched as it is: nearly all requests are for one of these. */
  readonly #plain = new Map<string, Map<string, HttpHandler>>();
  readonly #upgrades = new Map<string, UpgradeHandler>();
  readonly #sockets = new Set<Socket>();
  readonly #socketFailed: (error: Error) => void;
  readonly #socketClosed: (this: Socket) => void;
  #draining = false;

  /**
   * @param certificates - in place of `options.tls`, from whoever reloads them
   * @throws ConfigError naming every wrong option, and what is wrong with the files of `tls`
   */
  constructor(options: HttpOptionsInput = {}, logger: Logger = silentLogger, certificates?: Certificates) {
    this.options = readOptions(httpOptions, options, "http.");
    this.#logger = logger;
    // One function for all sockets: most of them are WebSockets that stay for hours, and do little.
    this.#socketFailed = (error) => logger.debug({ err: error }, "connection");
    const sockets = this.#sockets;
    this.#socketClosed = function () {
      sockets.delete(this);
    };
    this.#certificates = certificates ?? new Certificates(this.options.tls, "http.tls.");
    this.#server = newServer(this.#certificates, {
      headersTimeout: Math.min(this.options.headersTimeoutMs, this.options.requestTimeoutMs),
      requestTimeout: this.options.requestTimeoutMs,
      // Each look wakes the process, also when nobody is there: a slow head is noticed half as late again as it might be.
      connectionsCheckingInterval: Math.ceil(
        Math.min(this.options.headersTimeoutMs, this.options.requestTimeoutMs) / 2,
      ),
      keepAliveTimeout: this.options.keepAliveTimeoutMs,
      maxHeaderSize: this.options.maxHeaderBytes,
    });
    this.#server.maxConnections = this.options.maxConnections;
    this.#server.on("connection", (socket) => this.#track(socket));
    this.#server.on("secureConnection", (socket) => this.#track(socket));
    this.#server.on("request", (request, response) => this.#dispatch(request, response));
    this.#server.on("upgrade", (request, socket, head) => this.#upgrade(request, socket, head));
    this.#server.on("clientError", (error, socket) => refuse(socket, statusOf(error)));
    this.#server.on("drop", (dropped) =>
      this.#logger.warn({ remote: dropped?.remoteAddress }, "connection over limit"),
    );
  }

  /** @throws Error when the route is there already */
  addRoute(route: Route): void {
    const methods = typeof route.method === "string" ? [route.method] : [...route.method];
    this.#router.on(methods, route.path, () => {}, route.handle);
    if (!PLAIN_PATH.test(route.path)) return;
    const byMethod = this.#plain.get(route.path) ?? new Map<string, HttpHandler>();
    for (const method of methods) byMethod.set(method, route.handle);
    this.#plain.set(route.path, byMethod);
  }

  /** @param path - matched exactly, whatever the query */
  addUpgrade(path: string, handler: UpgradeHandler): void {
    this.#upgrades.set(path, handler);
  }

  /** @throws Error when the address cannot be bound */
  listen(port: number, host: string): Promise<HttpAddress> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen({ port, host }, () => {
        this.#server.off("error", reject);
        // For example EMFILE while accepting: that connection is lost, the listener is not.
        this.#server.on("error", (error) => this.#logger.error({ err: error }, "listener"));
        resolve({ host, port: (this.#server.address() as AddressInfo).port });
      });
    });
  }

  /**
   * Serves a connection that was accepted elsewhere, for example by the parent process. Counts for `maxConnections` like
   * the listener's own; beyond it the connection is closed.
   */
  takeConnection(socket: Socket): void {
    if (this.#sockets.size >= this.options.maxConnections) {
      this.#logger.warn({ remote: socket.remoteAddress }, "connection over limit");
      socket.destroy();
      return;
    }
    this.#server.emit("connection", socket);
    socket.resume();
  }

  /** From now on each answer closes its connection, so that clients look for another node. Still accepts. */
  drain(): void {
    this.#draining = true;
  }

  /**
   * Accepts nothing more, lets answers that are under way end, and cuts what is left after the grace time.
   * @param graceMs - also for upgraded connections, whose owner should have closed them
   */
  async close(graceMs: number): Promise<void> {
    this.drain();
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const deadline = setTimeout(() => {
      this.#logger.debug({ sockets: this.#sockets.size }, "cutting connections");
      for (const socket of this.#sockets) socket.destroy();
    }, graceMs);
    await closed;
    clearTimeout(deadline);
  }

  #track(socket: Socket): void {
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    socket.on("error", this.#socketFailed);
    socket.on("close", this.#socketClosed);
  }

  #dispatch(request: IncomingMessage, response: ServerResponse): void {
    if (this.#draining) response.setHeader("connection", "close");
    const { url = "/", method = "" } = request;
    const plain = this.#plain.get(url)?.get(method);
    if (plain !== undefined) return this.#run(plain, request, response);
    const path = pathOf(request);
    const found = path === undefined ? null : this.#router.find(method as HttpMethod, path);
    if (found !== null) this.#run(found.store as HttpHandler, request, response);
    else if (path === undefined) sendProblem(response, 400, "the path is not well formed");
    else this.#notFound(path, response);
  }

  #notFound(path: string, response: ServerResponse): void {
    const allowed = METHODS.filter((method) => this.#router.find(method as HttpMethod, path) !== null);
    if (allowed.length > 0) response.setHeader("allow", allowed.join(", "));
    if (allowed.length > 0) sendProblem(response, 405);
    else sendProblem(response, 404, "nothing is served at this path");
  }

  #run(handle: HttpHandler, request: IncomingMessage, response: ServerResponse): void {
    try {
      const result = handle(request, response);
      if (result instanceof Promise) result.catch((error: unknown) => this.#failed(error, request, response));
    } catch (error) {
      this.#failed(error, request, response);
    }
  }

  #failed(err: unknown, request: IncomingMessage, response: ServerResponse): void {
    this.#logger.error({ err, method: request.method, path: loggedPath(pathOf(request)) }, "request failed");
    if (response.headersSent || response.writableEnded) response.destroy();
    else sendProblem(response, 500);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.headers.upgrade?.toLowerCase() !== "websocket") {
      // Offers of HTTP/2, as Java's HttpClient makes with every request; not taken up, the request itself is answered.
      socket.unshift(Buffer.concat([headWithoutUpgrade(request), head]));
      this.#server.emit(this.#certificates.isTls ? "secureConnection" : "connection", socket);
      return;
    }
    const path = pathOf(request);
    const handler = path === undefined ? undefined : this.#upgrades.get(path);
    if (handler === undefined || this.#draining) {
      refuse(socket, path === undefined ? 400 : handler === undefined ? 404 : 503);
      return;
    }
    try {
      handler(request, socket, head);
    } catch (error) {
      this.#logger.error({ err: error, path }, "upgrade failed");
      socket.destroy();
    }
  }
}

/** With a certificate and a key HTTPS, which asks for a client's certificate where `tls.caFile` could vouch for it. */
function newServer(certificates: Certificates, options: ServerOptions): Server {
  const { content, isTls, isMutual } = certificates;
  if (!isTls) return createServer(options);
  // Unless it is mutual, clients may have none: whether a peer must have one is for the policy to say.
  const asking = { requestCert: content.ca !== undefined, rejectUnauthorized: isMutual };
  const server = createTlsServer({ ...options, ...content, ...asking, handshakeTimeout: options.headersTimeout! });
  certificates.onChange((changed) => server.setSecureContext(changed));
  return server;
}

const REASONS: Record<number, string> = {
  400: "Bad Request",
  404: "Not Found",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
  503: "Service Unavailable",
};

function refuse(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.on("error", () => {}); // it may be gone already, and nobody else listens any more
  const write = `HTTP/1.1 ${status} ${REASONS[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`;
  socket.end(write, () => socket.destroy());
}

function statusOf(error: NodeJS.ErrnoException): number {
  if (error.code === "HPE_HEADER_OVERFLOW") return 431;
  return error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

/** The request's first lines again, with nothing in them that asks for another protocol. */
function headWithoutUpgrade({ method, url, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (/^(upgrade|http2-settings)$/i.test(name)) continue;
    const value = rawHeaders[index + 1]!;
    const isConnection = name.toLowerCase() === "connection";
    lines.push(`${name}: ${isConnection ? value.replace(/\b(upgrade|http2-settings)\b/gi, "x-none") : value}`);
  }
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}

/** A route's path that is only itself: no parameters, nothing that may be written otherwise. */
const PLAIN_PATH = /^[/a-z0-9._-]*$/i;

/** Longer parts of a path may be clientIds, as in Faye's streams, and these are secrets. */
const MAX_LOGGED_PART = 20;

function loggedPath(path: string | undefined): string | undefined {
  const parts = path?.split("/").map((part) => (part.length > MAX_LOGGED_PART ? `${part.slice(0, 12)}…` : part));
  return parts?.join("/");
}

/** The path without query, its escapes still in it; undefined when they are broken. */
function pathOf(request: IncomingMessage): string | undefined {
  const path = (request.url ?? "/").split(/[?#]/, 1)[0]!;
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return undefined;
  }
}
