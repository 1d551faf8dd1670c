import { z } from "zod";

/** What the backend API takes on, over gRPC and HTTP together. Times in milliseconds, sizes in bytes. */
export const apiOptions = z
  .strictObject({
    maxCallMs: z
      .int()
      .positive()
      .default(10_000)
      .describe("longest a call with one answer may take, whatever its deadline"),
    maxConcurrentCalls: z.int().positive().default(1_000).describe("calls under way at once; more are refused"),
    maxStreams: z.int().positive().default(1_000).describe("streams open at once, of all kinds; more are refused"),
    maxCallsPerSecond: z
      .int()
      .positive()
      .default(20_000)
      .describe(
        "calls of one token in a second, each message or user of a batch counting; more are refused, on a stream they wait",
      ),
    maxBufferedMessages: z
      .int()
      .positive()
      .default(1_000)
      .describe(
        "messages kept for a caller of Subscribe who reads slowly, changes for one of WatchPresence; then a gap",
      ),
    maxBufferedBytes: z.int().positive().default(1_048_576).describe("the same, in bytes of payload"),
    maxPublishBacklog: z
      .int()
      .positive()
      .default(5_000)
      .describe("messages that peers have not confirmed; with more, PublishStream reads no further"),
    maxKeys: z.int().positive().default(100_000).describe("idempotency keys remembered; the oldest are forgotten"),
    maxKeyBytes: z.int().positive().default(33_554_432).describe("the same, in bytes of their results"),
    keyAgeMs: z.int().positive().default(600_000).describe("how long an idempotency key is remembered"),
    nodeTimeoutMs: z.int().positive().default(2_000).describe("how long other nodes are waited for"),
  })
  .readonly();

export type ApiOptions = z.output<typeof apiOptions>;
export type ApiOptionsInput = z.input<typeof apiOptions>;
