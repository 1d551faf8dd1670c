import type { Clock } from "../core/clock.js";
import { Histogram } from "../core/histogram.js";
import type { Route } from "../core/http/http-server.js";
import type { HistogramSample } from "../core/metrics/metrics.js";

/** How calls end: as they should, refused for what the caller sent, or by a fault of ours. */
type CallOutcome = "ok" | "refused" | "failed";

const API_PATH = /^\/api\/v1\/(\w[\w-]*)$/;
/** gRPC status codes that are a fault of ours: UNKNOWN, DEADLINE_EXCEEDED, INTERNAL, UNAVAILABLE, DATA_LOSS. */
const FAILURES: ReadonlySet<unknown> = new Set([2, 4, 13, 14, 15]);

/** How long the calls of the API take, by face, method and outcome. Calls whose answer is a stream are not timed. */
export class ApiCallTimes {
  readonly #clock: Clock;
  readonly #series = new Map<string, { labels: Record<string, string>; histogram: Histogram }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get samples(): readonly HistogramSample[] {
    return [...this.#series.values()];
  }

  /** The same routes, timed. Methods have the names of their routes, so nothing that a caller sends becomes a label. */
  ofRoutes(routes: readonly Route[]): Route[] {
    return routes.map((route) => {
      const method = API_PATH.exec(route.path)?.[1];
      if (method === undefined) return route;
      return {
        ...route,
        handle: (request, response) => {
          const startedAtMs = this.#clock.now();
          response.once("close", () => {
            const { statusCode, chunkedEncoding, writableEnded } = response;
            if (chunkedEncoding || !writableEnded) return;
            const outcome = statusCode < 400 ? "ok" : statusCode < 500 ? "refused" : "failed";
            this.#observe("http", method, outcome, startedAtMs);
          });
          return route.handle(request, response);
        },
      };
    });
  }

  /** The same gRPC handlers, timed. */
  ofHandlers<Handlers extends object>(handlers: Handlers): Handlers {
    const timed = Object.entries(handlers).map(([name, handler]) => {
      const method = name[0]!.toUpperCase() + name.slice(1);
      const call = (...args: unknown[]): unknown => {
        const startedAtMs = this.#clock.now();
        const result: unknown = (handler as (...args: unknown[]) => unknown)(...args);
        if (!(result instanceof Promise)) return result;
        return result.then(
          (value: unknown) => {
            this.#observe("grpc", method, "ok", startedAtMs);
            return value;
          },
          (error: unknown) => {
            this.#observe("grpc", method, outcomeOf(error), startedAtMs);
            throw error;
          },
        );
      };
      return [name, call];
    });
    return Object.fromEntries(timed) as Handlers;
  }

  #observe(face: "http" | "grpc", method: string, outcome: CallOutcome, startedAtMs: number): void {
    const key = `${face} ${method} ${outcome}`;
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { labels: { face, method, outcome }, histogram: new Histogram() };
      this.#series.set(key, series);
    }
    series.histogram.observe(this.#clock.now() - startedAtMs);
  }
}

function outcomeOf(error: unknown): CallOutcome {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return code === undefined || FAILURES.has(code) ? "failed" : "refused";
}
