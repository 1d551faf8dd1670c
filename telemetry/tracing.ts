import type { Logger } from "../core/logger.js";
import type { MessageSpans, MessageSpansParts } from "./message-spans.js";
import type { TelemetryOptions } from "./telemetry-options.js";

/** A collector that is away is named in the log no more often than this. */
const COMPLAINT_PERIOD_MS = 60_000;
/** Spans that are left when a node stops get this long to be taken. */
const SHUTDOWN_MS = 1_000;

/** What identifies a node among those that send traces. */
export interface TracedNode {
  readonly id: string;
  readonly url: string;
  readonly version: string;
}

/** Spans by what became of them. */
export interface SpanCounts {
  exported: number;
  failed: number;
}

/** Where the spans of followed messages go. */
export interface Tracing {
  readonly tracer: MessageSpans;
  /** Sends what is left. Never rejects. */
  stop(): Promise<void>;
}

/** Whether anybody has said where traces go. */
export function isTracingWanted(
  { otlpUrl }: TelemetryOptions["traces"],
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = environment;
  return otlpUrl !== undefined || Boolean(all) || Boolean(traces);
}

/**
 * Loads OpenTelemetry, which a node without traces never does, and begins to send. Nothing global is set: several nodes of
 * one process, and an application's own OpenTelemetry, do not meet. `OTEL_EXPORTER_OTLP_…` variables say the rest, such as headers.
 */
export async function startTracing(
  options: TelemetryOptions["traces"],
  node: TracedNode,
  parts: MessageSpansParts,
  counts: SpanCounts,
): Promise<Tracing> {
  const [{ MessageSpans }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("./message-spans.js"),
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const exporter = new OTLPTraceExporter(options.otlpUrl === undefined ? {} : { url: options.otlpUrl });
  const complain = complainer(parts);
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      "service.name": process.env.OTEL_SERVICE_NAME ?? "oortbus",
      "service.version": node.version,
      "service.instance.id": node.id,
      "server.address": node.url,
    }),
    sampler: new sdk.AlwaysOnSampler(), // who is followed is decided before a span is made
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        export: (spans, done) =>
          exporter.export(spans, (result) => {
            if (result.error === undefined && result.code === 0) counts.exported += spans.length;
            else {
              counts.failed += spans.length;
              complain(result.error);
            }
            done(result);
          }),
        shutdown: () => exporter.shutdown(),
        forceFlush: () => exporter.forceFlush(),
      }),
    ],
  });
  return {
    tracer: new MessageSpans(provider.getTracer("oortbus", node.version), options, parts),
    async stop() {
      const late = new Promise<void>((resolve) => void parts.clock.schedule(SHUTDOWN_MS, resolve));
      await Promise.race([provider.shutdown().catch(complain), late]);
    },
  };
}

function complainer({
  clock,
  logger,
}: {
  clock: MessageSpansParts["clock"];
  logger: Logger;
}): (error: unknown) => void {
  let quietUntilMs = 0;
  return (err) => {
    if (clock.now() < quietUntilMs) return;
    quietUntilMs = clock.now() + COMPLAINT_PERIOD_MS;
    logger.warn({ err }, "traces cannot be sent");
  };
}
