import { z } from "zod";

/** What a node tells about single messages and about its links, beside its metrics and logs. */
export const telemetryOptions = z
  .strictObject({
    traces: z
      .strictObject({
        otlpUrl: z
          .url({ protocol: /^https?$/ })
          .optional()
          .describe(
            "where OpenTelemetry traces are sent, by OTLP over HTTP, such as http://collector:4318/v1/traces; default: what OTEL_EXPORTER_OTLP_ENDPOINT says, and no traces without it",
          ),
        sampleRatio: z
          .number()
          .min(0)
          .max(1)
          .default(0.01)
          .describe(
            "share of published messages that are followed; one whose traceparent says sampled is followed anyway",
          ),
        maxPerSecond: z
          .int()
          .positive()
          .default(100)
          .describe("most messages that are begun to be followed in a second, whoever asks for it"),
        toClients: z
          .boolean()
          .default(false)
          .describe("put traceparent into the ext of followed messages that clients get; else it is taken out"),
      })
      .readonly()
      .prefault({}),
    canary: z
      .strictObject({
        periodMs: z
          .int()
          .nonnegative()
          .default(1_000)
          .describe("how often a small message goes to every peer and back, to measure loss and latency; 0: never"),
        timeoutMs: z.int().positive().default(5_000).describe("a canary that is not back by then counts as lost"),
      })
      .readonly()
      .prefault({}),
  })
  .readonly();

export type TelemetryOptions = z.output<typeof telemetryOptions>;
