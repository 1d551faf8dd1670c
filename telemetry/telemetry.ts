import type { Oort } from "../cluster/oort.js";
import type { Awaitable } from "../core/awaitable.js";
import type { Clock } from "../core/clock.js";
import type { Route } from "../core/http/http-server.js";
import type { Logger } from "../core/logger.js";
import type { Metrics } from "../core/metrics/metrics.js";
import type { Random } from "../core/random.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import { ApiCallTimes } from "./api-call-times.js";
import { Canaries, type CanaryView } from "./canaries.js";
import { LOG_LEVEL_PATHS, logLevelRoutes } from "./log-level.js";
import type { TelemetryOptions } from "./telemetry-options.js";
import { isTracingWanted, type SpanCounts, startTracing, type Tracing } from "./tracing.js";

/** What of a node is observed, and with what. */
export interface TelemetryParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Of the package. */
  readonly version: string;
}

/** What a node tells about itself beside counting: traces of messages, canaries, times of calls, and how much it logs. */
export class Telemetry {
  readonly apiCalls: ApiCallTimes;
  readonly #options: TelemetryOptions;
  readonly #parts: TelemetryParts;
  readonly #canaries: Canaries;
  readonly #spans: SpanCounts = { exported: 0, failed: 0 };
  #tracing: Tracing | undefined;
  #hasStopped = false;

  constructor(options: TelemetryOptions, parts: TelemetryParts) {
    this.#options = options;
    this.#parts = parts;
    this.apiCalls = new ApiCallTimes(parts.clock);
    this.#canaries = new Canaries(parts.bayeux, parts.oort, parts.clock, options.canary);
  }

  /** For operators. */
  get routes(): Route[] {
    return logLevelRoutes(this.#parts.logger);
  }

  /** {@link routes} as the API's OpenAPI document has them. */
  get openApiPaths(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
    return this.routes.length === 0 ? {} : LOG_LEVEL_PATHS;
  }

  /** The ways to the peers and back, as canaries found them. */
  get canaries(): readonly CanaryView[] {
    return this.#canaries.peers;
  }

  bindMetrics(metrics: Metrics): void {
    const canaries = this.#canaries;
    metrics.bindDurations("oortbus_api_call_seconds", () => this.apiCalls.samples);
    metrics.bind("oortbus_canaries_total", () => [
      { labels: { outcome: "returned" }, value: canaries.returned },
      { labels: { outcome: "lost" }, value: canaries.lost },
    ]);
    metrics.bindDurations("oortbus_canary_round_trip_seconds", () => canaries.roundTrips);
    metrics.bind(
      "oortbus_canary_round_trip_seconds_max",
      () => Math.max(0, ...canaries.peers.map(({ roundTripMs = 0 }) => roundTripMs)) / 1_000,
    );
    metrics.bind("oortbus_canary_loss_ratio_max", () =>
      Math.max(0, ...canaries.peers.map(({ lossRatio }) => lossRatio)),
    );
    metrics.bind("oortbus_spans_total", () => [
      { labels: { outcome: "exported" }, value: this.#spans.exported },
      { labels: { outcome: "failed" }, value: this.#spans.failed },
    ]);
  }

  /** Once the layers have started. */
  async start(): Promise<void> {
    this.#canaries.start();
    const { traces } = this.#options;
    if (!isTracingWanted(traces, process.env)) return;
    const { bayeux, oort, version, ...common } = this.#parts;
    const { id, url } = oort;
    const parts = {
      ...common,
      isOort: (session) => oort.isOort(session),
      peerOf: (session) => oort.peerOf(session),
    } satisfies Parameters<typeof startTracing>[2];
    this.#tracing = await startTracing(traces, { id, url, version }, parts, this.#spans);
    if (this.#hasStopped) return this.#tracing.stop();
    bayeux.dispatcher.tracer = this.#tracing.tracer;
  }

  /** Does the work of a call of the API; follows it if its caller does, as its `traceparent` says. */
  followCall<T>(name: string, traceparent: string | undefined, work: () => Awaitable<T>): Awaitable<T> {
    return this.#tracing === undefined ? work() : this.#tracing.tracer.followCall(name, traceparent, work);
  }

  /** Nothing is observed any more, and what was is sent. Never rejects. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    this.#canaries.stop();
    this.#parts.bayeux.dispatcher.tracer = undefined;
    await this.#tracing?.stop();
  }
}
