import type { IncomingMessage, ServerResponse } from "node:http";
import { BayeuxError } from "../message/bayeux-error.js";
import { readOptions } from "../options.js";
import type { BayeuxServer } from "../server/bayeux-server.js";
import { BrowserSessions } from "./browser-sessions.js";
import { CallbackPollingTransport } from "./callback-polling-transport.js";
import { EventStreamTransport } from "./event-stream-transport.js";
import { ForeverIframeTransport } from "./forever-iframe-transport.js";
import { refuseRequest } from "./http-refusal.js";
import { LongPollingTransport } from "./long-polling-transport.js";
import { denied, OriginGuard } from "./origin-guard.js";
import type { SessionRelay } from "./session-relay.js";
import { SessionStreams } from "./session-streams.js";
import { clientIdOf } from "./stream-request.js";
import type { StreamStatsByTransport } from "./stream-stats.js";
import { StreamingTransport } from "./streaming-transport.js";
import { offeredTypes, type TransportName, type TransportOptionsInput, transportOptions } from "./transport-options.js";
import { TrustedProxies } from "./trusted-proxies.js";

/**
 * All of Bayeux that comes by HTTP request: decides by method, query and Accept which transport answers. They share what
 * is known of browsers, so a session may change between them.
 */
export class HttpTransports {
  readonly #server: BayeuxServer;
  readonly #guard: OriginGuard;
  readonly #streams: SessionStreams;
  /** Also the way up of the others. */
  readonly #longPolling: LongPollingTransport;
  readonly #callbackPolling: CallbackPollingTransport | undefined;
  readonly #eventStream: EventStreamTransport | undefined;
  readonly #streaming: StreamingTransport | undefined;
  readonly #foreverIframe: ForeverIframeTransport | undefined;
  readonly #takesPosts: boolean;
  readonly #relay: SessionRelay | undefined;

  /**
   * @param relay - asked about sessions that are not this server's
   * @throws ConfigError naming every option that is wrong
   */
  constructor(server: BayeuxServer, options: TransportOptionsInput = {}, relay?: SessionRelay) {
    const read = readOptions(transportOptions, options);
    const browsers = new BrowserSessions(server, read);
    const proxies = new TrustedProxies(read.trustedProxies);
    const allows = (name: TransportName) => read.allowedTransports.includes(name);
    this.#streams = new SessionStreams(server, browsers, {
      proxies,
      maxUnsentBytes: read.maxUnsentBytes,
      maxResumeBytes: read.maxResumeBytes,
      maxStreamsPerBrowser: read.maxStreamsPerBrowser,
      heartbeatMs: read.streamHeartbeatMs,
      minAgeMs: Math.min(read.maxStreamMs, read.maxIframeMs),
    });
    const parts = {
      server,
      browsers,
      streams: this.#streams,
      offered: offeredTypes(read),
      duplicateStatus: read.duplicateMetaConnectHttpResponseCode,
      bodyTimeoutMs: read.bodyTimeoutMs,
      proxies,
      relay,
      refuse: this.#refuse,
    };
    this.#relay = relay;
    this.#server = server;
    this.#guard = new OriginGuard(read);
    this.#longPolling = new LongPollingTransport(parts);
    this.#takesPosts = POSTING.some(allows);
    if (allows("callback-polling")) this.#callbackPolling = new CallbackPollingTransport(read, parts);
    const stream = { maxAgeMs: read.maxStreamMs, retryMs: read.eventRetryMs };
    if (allows("event-stream")) this.#eventStream = new EventStreamTransport(this.#streams, stream);
    if (allows("streaming")) this.#streaming = new StreamingTransport(this.#streams, stream);
    if (allows("forever-iframe")) {
      this.#foreverIframe = new ForeverIframeTransport(this.#streams, { maxAgeMs: read.maxIframeMs });
    }
  }

  /** What is open, by transport: requests that wait for their answer, and streams. POSTs beside a stream are `long-polling`'s. */
  get connectionCounts(): ReadonlyMap<string, number> {
    const counts = new Map([[this.#longPolling.name as string, this.#longPolling.connectionCount]]);
    if (this.#callbackPolling !== undefined)
      counts.set(this.#callbackPolling.name, this.#callbackPolling.connectionCount);
    for (const transport of this.#streams.stats.keys()) counts.set(transport, this.#streams.countOpen(transport));
    return counts;
  }

  get streamStats(): StreamStatsByTransport {
    return this.#streams.stats;
  }

  /** Answers one HTTP request, whatever it is. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    try {
      this.#guard.admit(request, response);
      if (request.method === "OPTIONS") this.#guard.answerOptions(request, response);
      else if (request.method === "POST" && this.#takesPosts) this.#longPolling.handle(request, response);
      else if (request.method === "GET") this.#get(request, response);
      else throw new BayeuxError(400, [], "unknown_bayeux_transport");
    } catch (error) {
      this.#refuse(error, response);
    }
  }

  readonly #refuse = (error: unknown, response: ServerResponse): void => refuseRequest(this.#server, error, response);

  close(): void {
    this.#longPolling.close();
    this.#callbackPolling?.close();
    this.#streams.close();
  }

  #get(request: IncomingMessage, response: ServerResponse): void {
    const query = queryOf(request);
    if (this.#callbackPolling?.accepts(query)) {
      if (!this.#guard.admitsReading(request)) throw denied();
      return this.#callbackPolling.handle(request, response, query);
    }
    const relayed = this.#relay?.relay(clientIdOf(request), request, response, undefined) ?? NO;
    relayed
      .then((isRelayed) => isRelayed || this.#stream(request, response, query))
      .catch((error: unknown) => this.#refuse(error, response));
  }

  #stream(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    if (this.#foreverIframe?.accepts(query)) return this.#foreverIframe.handle(request, response, query);
    if (this.#eventStream?.accepts(request)) return this.#eventStream.handle(request, response);
    if (this.#streaming?.accepts(request)) return this.#streaming.handle(request, response);
    throw new BayeuxError(400, [], "unknown_bayeux_transport");
  }
}

const NO = Promise.resolve(false);

/** Those whose messages go up by POST. */
const POSTING: readonly TransportName[] = ["long-polling", "event-stream", "streaming", "forever-iframe"];

function queryOf({ url = "" }: IncomingMessage): URLSearchParams {
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start + 1));
}
