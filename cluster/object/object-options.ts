import { z } from "zod";

/** Everything that can be set on a shared object. Times in milliseconds, sizes as named. */
export const objectOptions = z
  .strictObject({
    chunkChars: z
      .int()
      .min(1)
      .max(1_048_576)
      .default(262_144)
      .describe("longest JSON text of a part that travels in one message; longer ones go to Oortbus nodes in chunks"),
    maxPartEntries: z
      .int()
      .positive()
      .default(1_000_000)
      .describe("entries or elements kept of the part of any other node; a part with more is not taken"),
    maxPartBytes: z
      .int()
      .positive()
      .default(67_108_864)
      .describe("size of the part of any other node, about that of its JSON; a larger part is not taken"),
    maxQueuedUpdates: z
      .int()
      .positive()
      .default(10_000)
      .describe(
        "updates of one node kept while an earlier one is missing, of maxPartBytes in all; the whole part makes up for more",
      ),
    announceIntervalMs: z
      .int()
      .positive()
      .default(10_000)
      .describe("how often Oortbus nodes tell the version of their part, so that a lost update is noticed"),
    minPullDelayMs: z
      .int()
      .positive()
      .default(500)
      .describe("first wait for something that is missing before it is asked for (again); doubles"),
    maxPullDelayMs: z.int().positive().default(30_000).describe("longest wait before it is asked for again"),
  })
  .refine((options) => options.maxPullDelayMs >= options.minPullDelayMs, {
    path: ["maxPullDelayMs"],
    message: "must be at least minPullDelayMs",
  })
  .readonly();

export type ObjectOptions = z.output<typeof objectOptions>;
export type ObjectOptionsInput = z.input<typeof objectOptions>;
