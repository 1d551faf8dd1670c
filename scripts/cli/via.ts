import { z } from "zod";

/** The flags of every command that talks to a running node. */
export const viaOptions = {
  via: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL such as http://127.0.0.1:8080" })
    .default("http://127.0.0.1:8080")
    .describe("where a node's API listens: its admin listener, or its public one with `npm start`"),
  token: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "bearer token of that listener; better by variable: others see flags", secret: true }),
  timeoutMs: z.int().positive().max(600_000).default(10_000).describe("longest wait for an answer"),
  json: z.boolean().default(false).describe("print what the API answers, as JSON, for programs"),
} satisfies z.ZodRawShape;

export type Via = z.output<z.ZodObject<typeof viaOptions>>;
