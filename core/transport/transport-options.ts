import { z } from "zod";
import { isOrigin } from "./origin-guard.js";
import { networkProblem } from "./trusted-proxies.js";

/** The transports there are, by the names of their connection types. */
const names = ["websocket", "long-polling", "callback-polling", "event-stream", "streaming", "forever-iframe"] as const;
export type TransportName = (typeof names)[number];

/** A name as in HTTP headers and cookies. */
const token = z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, "must be a name without blanks and separators");

/** What can be set on the transports. */
export const transportOptions = z
  .strictObject({
    allowedTransports: z
      .array(z.enum(names))
      .min(1)
      .default(["websocket", "long-polling", "event-stream", "streaming"])
      .describe("transports that clients may use, the preferred one first"),
    maxUnsentBytes: z
      .int()
      .positive()
      .default(262_144)
      .describe("bytes a slow socket may leave unread before its messages wait in the session's queue"),
    maxUnboundMs: z
      .int()
      .positive()
      .default(30_000)
      .describe("how long a WebSocket may be open without a session before it is closed"),
    requireHandshakePerConnection: z
      .boolean()
      .default(false)
      .describe(
        "a session goes on over a WebSocket only if it shook hands there; then clients cannot reconnect or change to it",
      ),
    messagesPerFrame: z
      .int()
      .nonnegative()
      .default(0)
      .describe("deliveries in one WebSocket frame, for clients that take no more; 0: all that there are"),
    maxResumeBytes: z
      .int()
      .nonnegative()
      .default(65_536)
      .describe("bytes of an event stream that are kept for a client that reconnects and says what it has"),
    maxStreamsPerBrowser: z
      .int()
      .min(-1)
      .default(4)
      .describe("streams of one browser at a time, since browsers open six connections to a host; -1: no limit"),
    streamHeartbeatMs: z
      .int()
      .positive()
      .default(10_000)
      .describe("how often a stream with nothing to say gets a sign of life"),
    maxStreamMs: z
      .int()
      .positive()
      .default(300_000)
      .describe("age at which a stream's response ends and its client asks for the next"),
    maxIframeMs: z
      .int()
      .positive()
      .default(30_000)
      .describe("the same for forever-iframe, whose page grows with every message"),
    eventRetryMs: z
      .int()
      .positive()
      .default(1_000)
      .describe("pause before a browser's EventSource asks for the next response"),
    perMessageDeflate: z
      .boolean()
      .default(false)
      .describe("compress WebSocket messages for clients that offer it; each is compressed once for all of them"),
    perMessageDeflateThresholdBytes: z
      .int()
      .positive()
      .default(1_024)
      .describe("messages and batches shorter than this are sent as they are"),
    bodyTimeoutMs: z
      .int()
      .positive()
      .default(10_000)
      .describe("a request's body must be there by then, or it is answered with 408"),
    trustedProxies: z
      .array(
        z.string().superRefine((network, context) => {
          const message = networkProblem(network);
          if (message !== undefined) context.addIssue({ code: "custom", message });
        }),
      )
      .default([])
      .describe(
        "addresses and networks of proxies (and other nodes, where requests may reach any) whose X-Forwarded-For tells the client's address; nobody else's is believed",
      ),
    allowedOrigins: z
      .array(z.string().refine(isOrigin, "must be an origin as browsers write it, such as https://chat.example"))
      .default([])
      .describe("origins whose pages may use this server, by HTTP (CORS) and WebSocket; its own always may"),
    allowedHeaders: z
      .array(token)
      .default(["Authorization", "Last-Event-ID", "Pragma", "X-Requested-With"])
      .describe("headers that pages of those origins may send, besides Content-Type"),
    browserCookieName: token.default("BAYEUX_BROWSER").describe("cookie that ties HTTP sessions to their browser"),
    browserCookieDomain: z
      .string()
      .regex(/^\.?[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*$/, "must be a host name")
      .optional()
      .describe("domain of the cookie; default: the host that was asked, alone"),
    browserCookiePath: z
      .string()
      .regex(/^\/[\x21-\x3a\x3c-\x7e]*$/, "must be a path")
      .default("/")
      .describe("path of the cookie"),
    browserCookieMaxAgeSeconds: z
      .int()
      .min(-1)
      .default(-1)
      .describe("how long a browser keeps the cookie; -1: until it is closed"),
    browserCookieSecure: z
      .boolean()
      .default(false)
      .describe("mark the cookie Secure where the request came encrypted, to us or to a balancer that says so"),
    browserCookieHttpOnly: z.boolean().default(true).describe("hide the cookie from scripts"),
    browserCookieSameSite: z
      .enum(["None", "Lax", "Strict"])
      .optional()
      .describe("to which sites' requests browsers add the cookie; default: not said, and browsers take Lax"),
    browserCookiePartitioned: z
      .boolean()
      .default(false)
      .describe("a cookie for each site that embeds a page of ours (CHIPS)"),
    maxSessionsPerBrowser: z
      .int()
      .min(-1)
      .default(1)
      .describe("connects of one browser that are held at a time over HTTP; 0: none is held; -1: no limit"),
    multiSessionIntervalMs: z
      .int()
      .nonnegative()
      .default(2_000)
      .describe("pause between the connects of a browser's further sessions; 0: they are turned away"),
    duplicateMetaConnectHttpResponseCode: z
      .int()
      .min(400)
      .max(599)
      .refine((status) => status !== 408, "must not be 408, upon which browsers repeat the request for ever")
      .default(500)
      .describe("status that ends the older of two connects of one session"),
    callbackParameter: token.default("jsonp").describe("query parameter that names the callback of callback-polling"),
    maxCallbackChars: z.int().positive().default(64).describe("longest name of a callback"),
  })
  .refine((options) => options.browserCookieSecure || options.browserCookieSameSite !== "None", {
    path: ["browserCookieSameSite"],
    message: "None needs browserCookieSecure, or browsers throw the cookie away",
  })
  .refine((options) => options.browserCookieSecure || !options.browserCookiePartitioned, {
    path: ["browserCookiePartitioned"],
    message: "needs browserCookieSecure, or browsers throw the cookie away",
  })
  .readonly();

export type TransportOptions = z.output<typeof transportOptions>;
export type TransportOptionsInput = z.input<typeof transportOptions>;

/**
 * What a handshake reply lists as `supportedConnectionTypes`. Faye's clients know the event stream by another name, and
 * long-polling from pages of other origins, where there may be such (spec section 27.1).
 */
export function offeredTypes({ allowedTransports, allowedOrigins }: TransportOptions): readonly string[] {
  const types = allowedTransports.flatMap((name) => {
    if (name === "event-stream") return [name, "eventsource"];
    return name === "long-polling" && allowedOrigins.length > 0 ? [name, "cross-origin-long-polling"] : [name];
  });
  return [...new Set(types)];
}
