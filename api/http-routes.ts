import type { IncomingMessage, ServerResponse } from "node:http";
import type { Route } from "../core/http/http-server.js";
import { type Logger, silentLogger } from "../core/logger.js";
import type { ApiCall } from "./api-call.js";
import type { ApiMethod, Arriving, ExchangeMethod, StreamMethod, UnaryMethod } from "./api-method.js";
import type { BackendApi } from "./backend-api.js";
import { accepted, answer, requireType, timeoutOf, withinTime } from "./http-call.js";
import { sendStream } from "./http-stream.js";
import { parseJsonBytes } from "./json-payload.js";
import { type OpenApiPaths, openApiDocument } from "./openapi.js";
import { readBody } from "./request-body.js";
import { requestLines } from "./request-lines.js";

export interface HttpApiOptions {
  /** Largest request body, and line of a stream, in bytes. @default 1 MiB */
  maxBodyBytes?: number;
  /** A stream that is silent shows so often that it lives, so that nobody on the way takes it for dead. @default 15000 */
  heartbeatMs?: number;
  /** What else the listener serves under {@link API_PATH}, for the document. @default nothing */
  otherPaths?: OpenApiPaths;
  logger?: Logger;
}

/** Where every method is, by its name. */
export const API_PATH = "/api/v1";

/**
 * The HTTP twin of EventBus and Operator: `POST /api/v1/<Method>` with JSON in and out, `GET /api/v1/cluster`, and the OpenAPI
 * document of it all. Refusals are `application/problem+json` (RFC 9457) with the gRPC status as `code` and, where one
 * field is at fault, its `field`. Tokens are the listener's to check, by `guarded` of `core/http`.
 */
export function httpRoutes(api: BackendApi, options: HttpApiOptions = {}): Route[] {
  const face = new HttpFace(api, options);
  const cluster = api.method("GetCluster", "unary");
  const { logger = silentLogger } = options;
  const routes = [...api.methods.values()].map(
    (method): Route => ({
      method: "POST",
      path: `${API_PATH}/${method.name}`,
      handle: (request, response) => face.handle(method, request, response),
    }),
  );
  const document = Buffer.from(JSON.stringify(openApiDocument(api.methods.values(), options.otherPaths)));
  return [
    ...routes,
    {
      method: "GET",
      path: `${API_PATH}/cluster`,
      handle: (request, response) =>
        answer(response, logger, () => {
          const signal = new AbortController().signal;
          return api.call(cluster, {}, { signal, ...originOf(request), timeoutMs: undefined });
        }),
    },
    {
      method: "GET",
      path: `${API_PATH}/openapi.json`,
      handle: (_request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": document.length });
        response.end(document);
      },
    },
  ];
}

/** Carries calls from requests to the API. */
class HttpFace {
  readonly #api: BackendApi;
  readonly #options: Required<Omit<HttpApiOptions, "otherPaths">>;

  constructor(api: BackendApi, options: HttpApiOptions) {
    this.#api = api;
    this.#options = { maxBodyBytes: 1_048_576, heartbeatMs: 15_000, logger: silentLogger, ...options };
  }

  handle(method: ApiMethod, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (method.kind) {
      case "unary":
        return answer(response, this.#options.logger, () => this.#call(method, request));
      case "stream":
        return this.#stream(method, request, response);
      case "exchange":
        return this.#exchange(method, request, response);
    }
  }

  async #call(method: UnaryMethod, request: IncomingMessage): Promise<unknown> {
    requireType(request, "application/json");
    const timeoutMs = timeoutOf(request);
    const { maxCallMs } = this.#api.options;
    return withinTime(Math.min(timeoutMs ?? maxCallMs, maxCallMs), async (signal) => {
      const input = await this.#read(method, request, signal);
      return this.#api.call(method, input, { signal, ...originOf(request), timeoutMs });
    });
  }

  async #stream(method: StreamMethod, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opened = await accepted(response, this.#options.logger, async () => {
      requireType(request, "application/json");
      const call = streamCall(request);
      const input = await withinTime(this.#api.options.maxCallMs, (signal) => this.#read(method, request, signal));
      return { call, stream: this.#api.open(method, input, call) };
    });
    if (opened === undefined) return;
    await sendStream(response, opened.stream, { ...this.#options, deadline: opened.call.signal });
  }

  async #exchange(method: ExchangeMethod, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const opened = await accepted(response, this.#options.logger, () => {
      requireType(request, "application/x-ndjson");
      const call = streamCall(request);
      return { call, stream: this.#api.exchange(method, this.#arriving(method, request), call) };
    });
    if (opened === undefined) return;
    response.setHeader("connection", "close"); // what is left of the body is not waited for
    await sendStream(response, opened.stream, { ...this.#options, deadline: opened.call.signal });
  }

  async *#arriving(method: ExchangeMethod, request: IncomingMessage): AsyncGenerator<Arriving, void, undefined> {
    for await (const line of requestLines(request, this.#options.maxBodyBytes)) {
      yield () => parseJsonBytes(line, this.#placeOf(method));
    }
  }

  async #read(method: ApiMethod, request: IncomingMessage, signal: AbortSignal): Promise<unknown> {
    return parseJsonBytes(await readBody(request, this.#options.maxBodyBytes, signal), this.#placeOf(method));
  }

  #placeOf({ payload }: ApiMethod) {
    return { maxDataDepth: this.#api.maxDataDepth, ...payload };
  }
}

/** A stream ends when its caller's time is over, if the caller said so; the caller who hangs up ends it as well. */
function streamCall(request: IncomingMessage): ApiCall {
  const timeoutMs = timeoutOf(request);
  const signal = timeoutMs === undefined ? new AbortController().signal : AbortSignal.timeout(timeoutMs);
  return { signal, ...originOf(request), timeoutMs };
}

function originOf({ headers, socket }: IncomingMessage): Pick<ApiCall, "caller" | "address" | "traceparent"> {
  const { authorization = "", traceparent } = headers;
  return {
    caller: authorization,
    address: (socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
    traceparent: typeof traceparent === "string" ? traceparent : undefined,
  };
}
