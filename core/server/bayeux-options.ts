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
    maxLazyMs: z
      .int()
      .nonnegative()
      .default(5_000)
      .describe("how long a lazy message waits for company, if its channel does not say; 0: nothing is lazy"),
    maxProcessingMs: z
      .int()
      .nonnegative()
      .default(0)
      .describe("how long one message may take to be handled before its session ends; 0: no limit"),
    metaConnectDeliveryOnly: z
      .boolean()
      .default(false)
      .describe("deliver messages with connect replies only, also where the transport could push them"),
    broadcastToPublisher: z
      .boolean()
      .default(true)
      .describe("a session gets what it published itself, if it subscribed"),
    allowMessageDeliveryDuringHandshake: z
      .boolean()
      .default(false)
      .describe("what a session gets while it shakes hands comes with the handshake's reply, not after it"),
    sweepPeriodMs: z.int().positive().default(250).describe("how often time-outs are looked at"),
    maxMessageBytes: z.int().positive().default(65_536).describe("longest request or frame"),
    maxBatchMessages: z.int().positive().default(64).describe("most messages in one request or frame"),
    maxJsonDepth: z.int().positive().default(32).describe("deepest nesting of a request"),
    maxSubscriptions: z.int().positive().default(256).describe("subscriptions of one session"),
    maxQueuedMessages: z
      .int()
      .positive()
      .default(1_000)
      .describe("messages that wait for one session; what happens with more, queuePolicy says"),
    maxQueuedBytes: z
      .int()
      .positive()
      .default(262_144)
      .describe("bytes that wait for one session; what happens with more, queuePolicy says"),
    queuePolicy: z
      .enum(["disconnect", "drop-oldest", "latest"])
      .default("disconnect")
      .describe("when a queue is full: end the session, drop the oldest, or keep but the latest of each channel"),
    maxSessions: z.int().positive().default(100_000).describe("remote sessions of this node; more are refused"),
    maxNewSessionsPerAddress: z
      .int()
      .nonnegative()
      .default(0)
      .describe("remote sessions of one network address that have not connected yet; 0: no limit, as behind a proxy"),
    maxChannels: z.int().positive().default(100_000).describe("channels of this node; more are not created"),
    handshakeReconnect: z
      .boolean()
      .default(false)
      .describe("advise maxInterval: a client that was away for longer shakes hands at once"),
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
  .refine(
    ({ maxProcessingMs, timeoutMs }) => maxProcessingMs === 0 || maxProcessingMs > timeoutMs,
    "maxProcessingMs must be more than timeoutMs, or 0",
  )
  .readonly();

export type BayeuxOptions = z.output<typeof bayeuxOptions>;
export type BayeuxOptionsInput = z.input<typeof bayeuxOptions>;
