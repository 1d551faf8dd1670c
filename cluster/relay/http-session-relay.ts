import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { request as requestHttps, Agent as TlsAgent } from "node:https";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import type { SessionRelay } from "../../core/transport/session-relay.js";
import { type Listed, UnorderedList } from "../../core/unordered-list.js";
import type { SessionHome } from "../membership/run-facts.js";
import type { Oort } from "../oort.js";
import { RELAYED, relayedAnswerHeaders, relayedRequestHeaders } from "./relayed-headers.js";
import { SignsOfLife } from "./signs-of-life.js";

/** When a client whose node could not be reached may try again, in seconds. */
const RETRY_AFTER_S = "1";

/** An answer up to this length is passed on in one piece: those of polls are. Anything longer, or without end, as it comes. */
const MAX_WHOLE_BYTES = 65_536;

export interface HttpSessionRelayParts {
  readonly options: {
    /** Requests under way at a time; more are answered here, with `402::session_unknown`. */
    readonly maxRelayedRequests: number;
    /** Longest wait for a connection, and for the sign of life of a node that may be gone, in ms. */
    readonly relayConnectMs: number;
  };
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Relays over keep-alive connections to nodes of the cloud, never to an address from the request. What it begins ends
 * with the member: when that leaves, its waiting requests break off, and their clients try again.
 *
 * A 402 ends a session for its client, so it is answered only when the session's node is gone: a member that cannot be
 * reached is a 503 until it has left, and a lost one is asked for a sign of life, since it may be our side that was cut
 * off, or the partition may have healed already.
 */
export class HttpSessionRelay implements SessionRelay {
  readonly #oort: Oort;
  readonly #parts: HttpSessionRelayParts;
  readonly #signs: SignsOfLife;
  readonly #agent: Agent;
  readonly #tlsAgent: TlsAgent;
  /** Requests under way, by the member's URL. */
  readonly #open = new Map<string, UnorderedList<Relayed>>();
  readonly #removeListener: () => void;
  #count = 0;
  /** Requests that wait for a sign of life. */
  #waiting = 0;

  constructor(oort: Oort, parts: HttpSessionRelayParts) {
    this.#oort = oort;
    this.#parts = parts;
    this.#signs = new SignsOfLife(parts.clock, parts.options.relayConnectMs, oort.tls);
    // As many are kept as may be under way: a message that answers a thousand polls frees their connections all at once,
    // and the next thousand polls, which come at once as well, want them back.
    const kept = { keepAlive: true, maxFreeSockets: Math.max(1, parts.options.maxRelayedRequests) };
    this.#agent = new Agent(kept);
    this.#tlsAgent = new TlsAgent({ ...kept, ...oort.tls });
    this.#removeListener = oort.addListener({ left: ({ url }) => this.#breakOff(url) });
  }

  /** Requests under way. */
  get size(): number {
    return this.#count;
  }

  relay(
    clientId: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    body: string | undefined,
  ): Promise<boolean> {
    if (typeof clientId !== "string" || request.headers[RELAYED] !== undefined) return NO;
    const home = this.#oort.homeOf(clientId);
    if (home === undefined) return NO;
    if (this.#count + this.#waiting >= this.#parts.options.maxRelayedRequests) {
      this.#oort.stats.relaysFailed += 1;
      return NO;
    }
    if (home.state === "joined") return this.#relayTo(home.url, request, response, body);
    return this.#relayToDoubtful(home, request, response, body);
  }

  knows(clientId: string): boolean {
    return this.#oort.homeOf(clientId)?.state === "joined";
  }

  close(): void {
    this.#removeListener();
    for (const home of [...this.#open.keys()]) this.#breakOff(home);
    this.#agent.destroy();
    this.#tlsAgent.destroy();
  }

  async #relayToDoubtful(
    { url, state }: SessionHome,
    request: IncomingMessage,
    response: ServerResponse,
    body: string | undefined,
  ): Promise<boolean> {
    this.#waiting += 1;
    const isAlive = await this.#signs.of(url);
    this.#waiting -= 1;
    if (response.destroyed) return true;
    if (isAlive) return this.#relayTo(url, request, response, body);
    if (state === "suspected") return this.#defer(response);
    this.#oort.stats.relaysFailed += 1;
    return false;
  }

  /** The session may well live: its client is to come again. */
  #defer(response: ServerResponse): true {
    if (response.destroyed) return true; // it has gone itself
    this.#oort.stats.relaysDeferred += 1;
    response.writeHead(503, { "retry-after": RETRY_AFTER_S, "content-length": "0" }).end();
    return true;
  }

  #relayTo(
    home: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: string | undefined,
  ): Promise<boolean> {
    const { protocol, hostname, port } = new URL(home);
    const isTls = protocol === "https:";
    const upstream = (isTls ? requestHttps : requestHttp)({
      agent: isTls ? this.#tlsAgent : this.#agent,
      hostname: hostname.replace(/^\[|\]$/g, ""),
      port,
      method: request.method,
      path: request.url,
      headers: relayedRequestHeaders(request, body),
    });
    return new Promise((resolve) => {
      const relayed = new Relayed(upstream);
      this.#begin(home, relayed);
      this.#limitConnecting(upstream);
      upstream.on("response", (answer) => {
        this.#oort.stats.relayed += 1;
        resolve(true);
        passOn(answer, response);
      });
      upstream.on("error", (err) => {
        this.#parts.logger.debug({ err, home }, "relay broke off");
        if (response.headersSent) response.destroy();
        else this.#defer(response);
        resolve(true);
      });
      upstream.on("close", () => this.#end(home, relayed));
      // The client went: its node must see that too, or a connect would be held for nobody.
      response.on("close", () => upstream.destroy());
      upstream.end(body);
    });
  }

  #limitConnecting(upstream: ClientRequest): void {
    upstream.on("socket", (socket) => {
      if (!socket.connecting) return;
      const { clock, options } = this.#parts;
      const timer = clock.schedule(options.relayConnectMs, () => upstream.destroy(new Error("no connection in time")));
      socket.once("connect", () => timer.cancel());
      socket.once("close", () => timer.cancel());
    });
  }

  #begin(home: string, relayed: Relayed): void {
    this.#count += 1;
    const open = this.#open.get(home) ?? new UnorderedList();
    this.#open.set(home, open);
    open.add(relayed);
  }

  #end(home: string, relayed: Relayed): void {
    const open = this.#open.get(home);
    if (open?.delete(relayed) !== true) return;
    this.#count -= 1;
    if (open.size === 0) this.#open.delete(home);
  }

  #breakOff(home: string): void {
    for (const relayed of this.#open.get(home)?.toArray() ?? []) relayed.breakOff();
  }
}

/** A request under way. */
class Relayed implements Listed {
  listIndex = -1;
  readonly #upstream: ClientRequest;

  constructor(upstream: ClientRequest) {
    this.#upstream = upstream;
  }

  breakOff(): void {
    this.#upstream.destroy(new Error("the member left"));
  }
}

const NO = Promise.resolve(false);

/** Gives the client what its session's node answers. */
function passOn(answer: IncomingMessage, response: ServerResponse): void {
  const headers = relayedAnswerHeaders(answer);
  answer.on("error", () => response.destroy());
  if (Number(answer.headers["content-length"]) <= MAX_WHOLE_BYTES) return passOnWhole(answer, response, headers);
  response.writeHead(answer.statusCode!, headers);
  response.flushHeaders(); // a stream's first bytes may be long in coming
  answer.pipe(response);
}

/** Head and body leave in one write. */
function passOnWhole(answer: IncomingMessage, response: ServerResponse, headers: string[]): void {
  const chunks: Buffer[] = [];
  answer.on("data", (chunk: Buffer) => chunks.push(chunk));
  answer.on("end", () => {
    response.writeHead(answer.statusCode!, headers).end(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
}
