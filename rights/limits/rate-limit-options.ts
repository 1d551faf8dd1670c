import { z } from "zod";

const rate = (perSecond: number, what: string) =>
  z.number().nonnegative().max(1_000_000).default(perSecond).describe(`${what} a second; 0: no limit`);

/** How fast clients may ask. Peers are never held back. */
export const rateLimitOptions = z
  .strictObject({
    enabled: z.boolean().optional().describe("hold back clients that ask too fast; default: unless auth.mode is open"),
    burstMs: z.int().min(100).max(600_000).default(10_000).describe("what a rate allows in this time may come at once"),
    session: z
      .strictObject({
        messagesPerSecond: rate(100, "messages of one session, connects included,"),
        subscriptionsPerSecond: rate(50, "channels that one session subscribes to or unsubscribes from"),
      })
      .readonly()
      .prefault({}),
    user: z
      .strictObject({
        handshakesPerSecond: rate(5, "logins of one user"),
        messagesPerSecond: rate(500, "messages of all sessions of one user at a node"),
        subscriptionsPerSecond: rate(200, "channels that all these subscribe to or unsubscribe from"),
      })
      .readonly()
      .prefault({}),
    address: z
      .strictObject({
        handshakesPerSecond: rate(
          100,
          "handshakes from one network address, /64 of IPv6; behind a proxy, see transport.trustedProxies;",
        ),
        messagesPerSecond: rate(5_000, "messages from there"),
        subscriptionsPerSecond: rate(2_000, "channels that are subscribed to or unsubscribed from there"),
      })
      .readonly()
      .prefault({}),
    maxRefusals: z
      .int()
      .positive()
      .default(200)
      .describe("a WebSocket is closed when in burstMs more messages than this came too soon"),
    maxBuckets: z
      .int()
      .positive()
      .default(50_000)
      .describe(
        "users that are counted apart, and as many addresses; beyond it those who are new are counted together",
      ),
  })
  .readonly();

export type RateLimitOptions = z.output<typeof rateLimitOptions>;
