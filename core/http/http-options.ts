import { z } from "zod";

/** How a node's HTTP listeners guard themselves. Times in milliseconds. */
export const httpOptions = z
  .strictObject({
    headersTimeoutMs: z.int().positive().default(10_000).describe("a request's head must be there by then"),
    requestTimeoutMs: z
      .int()
      .positive()
      .default(30_000)
      .describe("a whole request, body included, must be there by then"),
    keepAliveTimeoutMs: z.int().positive().default(65_000).describe("an idle connection is closed after this"),
    maxHeaderBytes: z.int().min(1_024).max(262_144).default(16_384).describe("largest request head"),
    tls: z
      .strictObject({
        certFile: z
          .string()
          .min(1)
          .optional()
          .describe("PEM file with the certificate, and those between it and its root"),
        keyFile: z
          .string()
          .min(1)
          .optional()
          .describe("PEM file with its key; certificate and key make the listener HTTPS"),
        caFile: z
          .string()
          .min(1)
          .optional()
          .describe("PEM file with the authorities that vouch for peers; who connects is then asked for a certificate"),
      })
      .readonly()
      .prefault({}),
    maxConnections: z.int().positive().default(50_000).describe("connections at once; more are closed at once"),
  })
  .readonly();

export type HttpOptions = z.output<typeof httpOptions>;
export type HttpOptionsInput = z.input<typeof httpOptions>;
