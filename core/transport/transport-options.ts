import { z } from "zod";

/** The transports there are, by the names of their connection types. */
const names = ["websocket", "long-polling"] as const;
export type TransportName = (typeof names)[number];

/** What can be set on the transports. */
export const transportOptions = z
  .strictObject({
    allowedTransports: z
      .array(z.enum(names))
      .min(1)
      .default(["websocket", "long-polling"])
      .describe("transports that clients may use, the preferred one first"),
    maxUnsentBytes: z
      .int()
      .positive()
      .default(262_144)
      .describe("bytes a slow socket may leave unread before its messages wait in the session's queue"),
    cookieName: z
      .string()
      .regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, "must be a cookie name")
      .default("BAYEUX_BROWSER")
      .describe("cookie that ties an HTTP session to its browser"),
  })
  .readonly();

export type TransportOptions = z.output<typeof transportOptions>;
export type TransportOptionsInput = z.input<typeof transportOptions>;

/** What a handshake reply lists as `supportedConnectionTypes`. */
export function offeredTypes({ allowedTransports }: TransportOptions): readonly string[] {
  return [...new Set(allowedTransports)];
}
