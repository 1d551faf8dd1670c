import { z } from "zod";
import { tlsOptions } from "./tls-options.js";

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
    tls: tlsOptions.prefault({}),
    maxConnections: z.int().positive().default(50_000).describe("connections at once; more are closed at once"),
  })
  .readonly();

export type HttpOptions = z.output<typeof httpOptions>;
export type HttpOptionsInput = z.input<typeof httpOptions>;
