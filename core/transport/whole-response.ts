import { type Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Clock } from "../clock.js";
import { JSON_FORM } from "./response-form.js";

/**
 * Writes the usual answer (200, JSON, the connection stays open) as one text in one write: the bytes are those that
 * `ServerResponse` would write, which takes an eighth of a poll's CPU more for them. It rests on two things of Node's: a
 * response has its `socket` while it is its turn (pipelined ones wait without), and its `finish` says that everything is
 * with the operating system, so that the server goes on with what comes next on the connection. Whatever is out of the
 * ordinary is left to `ServerResponse`.
 */
export class WholeResponses {
  readonly #clock: Clock;
  /** Of the second {@link #second}, for servers with the timeout {@link #keepAliveMs}. */
  #tail = "";
  #second = Number.NaN;
  #keepAliveMs = Number.NaN;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @returns false when it is not for this: nothing was done then */
  write(response: ServerResponse, body: string): boolean {
    const { socket } = response;
    if (!isUsual(response) || !isReady(socket)) return false;
    const { server } = socket;
    if ((server.maxRequestsPerSocket ?? 0) > 0) return false;
    response.finished = true;
    const head = `${HEAD}${Buffer.byteLength(body)}${this.#tailFor(server.keepAliveTimeout)}`;
    socket.write(head + body, "utf8", (error) => {
      if (error === undefined || error === null) response.emit("finish"); // else the socket's end is the response's
    });
    return true;
  }

  #tailFor(keepAliveMs: number): string {
    const second = Math.floor(this.#clock.now() / 1_000);
    if (second === this.#second && keepAliveMs === this.#keepAliveMs) return this.#tail;
    this.#second = second;
    this.#keepAliveMs = keepAliveMs;
    const keepAlive = keepAliveMs > 0 ? `Keep-Alive: timeout=${Math.floor(keepAliveMs / 1_000)}\r\n` : "";
    const date = new Date(second * 1_000).toUTCString();
    this.#tail = `\r\nDate: ${date}\r\nConnection: keep-alive\r\n${keepAlive}\r\n`;
    return this.#tail;
  }
}

const HEADERS = JSON_FORM.headers.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join("");
const HEAD = `HTTP/1.1 200 OK\r\n${HEADERS}Content-Length: `;

/** Nobody has said anything else about it: no headers, no other version, no methods of somebody's own in front of Node's. */
function isUsual(response: ServerResponse): boolean {
  const { req } = response;
  return (
    response.shouldKeepAlive &&
    response.sendDate &&
    !response.headersSent &&
    req.httpVersion === "1.1" &&
    req.headers.expect === undefined &&
    response.getHeaderNames().length === 0 &&
    response.end === ServerResponse.prototype.end &&
    response.writeHead === ServerResponse.prototype.writeHead
  );
}

/** It is the response's turn. The server is there on each socket that it serves. */
function isReady(socket: Socket | null): socket is Socket & { readonly server: Server } {
  return socket?.writable === true && "server" in socket && socket.server !== null;
}
