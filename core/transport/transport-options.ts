import { z } from "zod";

/** What can be set on the transports. */
export const transportOptions = z
  .strictObject({
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
