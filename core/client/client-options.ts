// zod/mini: the client is bundled for browsers, where the whole of zod would be ten times the client.

import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";

z.config(en());

const positive = (): z.ZodMiniNumber => z.int().check(z.positive());
const natural = (): z.ZodMiniNumber => z.int().check(z.nonnegative());
const serverUrl = (): z.ZodMiniURL => z.url({ protocol: /^https?$/ });

/** The options of a client. A default lives here and nowhere else. */
export const clientOptions = z.readonly(
  z
    .strictObject({
      url: z.optional(serverUrl()).check(z.describe("the server's Bayeux endpoint; or give `urls`")),
      urls: z._default(z.array(serverUrl()), []).check(z.describe("endpoints, tried in turn after repeated failures")),
      ext: z.optional(z.record(z.string(), z.unknown())).check(z.describe("`ext` of every handshake")),
      minRetryMs: z._default(positive(), 500).check(z.describe("longest first wait after a failure; doubles")),
      maxRetryMs: z._default(positive(), 30_000).check(z.describe("longest wait between attempts")),
      attemptsPerUrl: z._default(positive(), 2).check(z.describe("failures in a row before the next URL is tried")),
      maxNetworkDelayMs: z
        ._default(positive(), 10_000)
        .check(z.describe("longest wait for an answer; a connect's hold time comes on top")),
      connectTimeoutMs: z._default(positive(), 10_000).check(z.describe("longest opening of a WebSocket")),
      connectHoldMs: z
        .optional(natural())
        .check(z.describe("how long the server shall hold each connect; its own advice if not given")),
      maxMessageChars: z
        ._default(positive(), 1_048_576)
        .check(z.describe("longest payload taken from the server, in UTF-16 units")),
      maxJsonDepth: z._default(positive(), 64).check(z.describe("deepest JSON taken from the server")),
      maxBatchMessages: z._default(positive(), 64).check(z.describe("most messages sent in one frame or request")),
      maxBatchBytes: z
        ._default(positive(), 60_000)
        .check(z.describe("largest frame or request sent; keep it below the server's limit, 64 KiB with most")),
      maxQueuedMessages: z._default(natural(), 1_000).check(z.describe("most messages waiting for a connection")),
      maxOutstandingMessages: z
        ._default(positive(), 10_000)
        .check(z.describe("most messages sent and not yet answered, remote calls included")),
      maxBufferedBytes: z
        ._default(positive(), 8_388_608)
        .check(z.describe("most bytes the socket may hold unsent before messages are refused")),
    })
    .check(
      z.refine((o) => (o.url === undefined) !== (o.urls.length === 0), "give either url or urls"),
      z.refine((o) => o.maxRetryMs >= o.minRetryMs, "maxRetryMs must be at least minRetryMs"),
    ),
);

export type BayeuxClientOptionsInput = z.input<typeof clientOptions>;
export type BayeuxClientOptions = z.output<typeof clientOptions>;
