import {
  Agent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as requestHttp,
  type ServerResponse,
} from "node:http";
import { request as requestHttps, Agent as TlsAgent } from "node:https";
import type { Logger } from "../../core/logger.js";
import type { SessionRelay } from "../../core/transport/session-relay.js";
import type { Oort } from "../oort.js";

/** Says that a request was relayed once; it is answered where it arrives, whatever that node knows. */
const RELAYED = "oortbus-relayed";

/** Headers that belong to one connection (RFC 9110 section 7.6.1). */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Relays over keep-alive connections to members of the cloud, never to an address from the request. What it begins ends
 * with the member: when that leaves, its waiting requests break off, and their clients try again.
 */
export class HttpSessionRelay implements SessionRelay {
  readonly #oort: Oort;
  readonly #logger: Logger;
  readonly #maxRelayed: number;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #tlsAgent: TlsAgent;
  /** Requests under way, by the member's URL. */
  readonly #open = new Map<string, Set<() => void>>();
  readonly #removeListener: () => void;
  #count = 0;

  /** @param maxRelayed - requests under way at a time; more are answered here, with `402::session_unknown` */
  constructor(oort: Oort, maxRelayed: number, logger: Logger) {
    this.#oort = oort;
    this.#maxRelayed = maxRelayed;
    this.#logger = logger;
    this.#tlsAgent = new TlsAgent({ keepAlive: true, ...oort.tls });
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
    if (this.#count >= this.#maxRelayed) {
      this.#oort.stats.relaysFailed += 1;
      return NO;
    }
    return this.#relayTo(home, request, response, body);
  }

  close(): void {
    this.#removeListener();
    for (const home of [...this.#open.keys()]) this.#breakOff(home);
    this.#agent.destroy();
    this.#tlsAgent.destroy();
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
      headers: this.#headersFor(request, body),
    });
    return new Promise((resolve) => {
      const breakOff = (): void => void upstream.destroy(new Error("the member left"));
      this.#begin(home, breakOff);
      upstream.on("response", (answer) => {
        this.#oort.stats.relayed += 1;
        resolve(true);
        response.writeHead(answer.statusCode!, withoutHopByHop(answer.headers));
        response.flushHeaders(); // a stream's first bytes may be long in coming
        answer.pipe(response);
        answer.on("error", () => response.destroy());
      });
      upstream.on("error", (err) => {
        this.#logger.debug({ err, home }, "relay broke off");
        if (response.headersSent) response.destroy();
        else this.#oort.stats.relaysFailed += 1;
        resolve(response.headersSent || response.destroyed);
      });
      upstream.on("close", () => this.#end(home, breakOff));
      // The client went: its node must see that too, or a connect would be held for nobody.
      response.on("close", () => upstream.destroy());
      upstream.end(body);
    });
  }

  #headersFor(request: IncomingMessage, body: string | undefined): OutgoingHttpHeaders {
    const headers = withoutHopByHop(request.headers);
    headers[RELAYED] = "1";
    const before = request.headers["x-forwarded-for"];
    const from = request.socket.remoteAddress ?? "unknown";
    headers["x-forwarded-for"] = before === undefined ? from : `${String(before)}, ${from}`;
    delete headers["content-length"];
    if (body !== undefined) {
      // What was read has been printed anew, perhaps from a form.
      headers["content-type"] = "application/json";
      headers["content-length"] = Buffer.byteLength(body);
    }
    return headers;
  }

  #begin(home: string, breakOff: () => void): void {
    this.#count += 1;
    const open = this.#open.get(home) ?? new Set();
    this.#open.set(home, open.add(breakOff));
  }

  #end(home: string, breakOff: () => void): void {
    const open = this.#open.get(home);
    if (open?.delete(breakOff) !== true) return;
    this.#count -= 1;
    if (open.size === 0) this.#open.delete(home);
  }

  #breakOff(home: string): void {
    for (const breakOff of [...(this.#open.get(home) ?? [])]) breakOff();
  }
}

const NO = Promise.resolve(false);

function withoutHopByHop(headers: IncomingMessage["headers"]): OutgoingHttpHeaders {
  const named = new Set(
    String(headers.connection ?? "")
      .toLowerCase()
      .split(/\s*,\s*/),
  );
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name) && !named.has(name)));
}
