import { z } from "zod";

/** Everything that can be set on a BayeuxServer. Times in milliseconds, sizes as named. */
export const bayeuxOptions = z
  .strictObject({
    timeoutMs: z
      .int()
      .positive()
      .default(25_000)
      .describe("how long a connect is held; below the 30 s of common proxies"),
    intervalMs: z.int().nonnegative().default(0).describe("pause advised between connects"),
    maxIntervalMs: z.int().positive().default(20_000).describe("how long a session lives without a connect"),
    sweepPeriodMs: z.int().positive().default(250).describe("how often time-outs are looked at"),
    maxMessageBytes: z.int().positive().default(65_536).describe("longest request or frame"),
    maxBatchMessages: z.int().positive().default(64).describe("most messages in one request or frame"),
    maxJsonDepth: z.int().positive().default(32).describe("deepest nesting of a request"),
    maxSubscriptions: z.int().positive().default(256).describe("subscriptions of one session"),
    maxQueuedMessages: z
      .int()
      .positive()
      .default(1_000)
      .describe("messages that wait for one session; one more ends it"),
    maxQueuedBytes: z.int().positive().default(262_144).describe("bytes that wait for one session; more end it"),
    maxSessions: z.int().positive().default(100_000).describe("remote sessions of this node; more are refused"),
    maxChannels: z.int().positive().default(100_000).describe("channels of this node; more are not created"),
    trustClientSession: z
      .boolean()
      .default(false)
      .describe("take a clientId over HTTP without the cookie of its handshake"),
    nodeTag: z
      .string()
      .regex(/^[A-Za-z0-9]{0,16}$/, "must be at most 16 letters and digits")
      .default("")
      .describe("put before every clientId, so that it names its node"),
  })
  .readonly();

export type BayeuxOptions = z.output<typeof bayeuxOptions>;
export type BayeuxOptionsInput = z.input<typeof bayeuxOptions>;
