import { z } from "zod";

/** What is kept for users who are not there. Times in milliseconds, sizes as named. */
export const userInboxOptions = z
  .strictObject({
    maxMessages: z
      .int()
      .nonnegative()
      .default(0)
      .describe("messages kept for one absent user; more are refused, and the sender is told; 0: none are kept"),
    maxBytes: z.int().positive().default(65_536).describe("JSON kept for one absent user, in UTF-8 bytes"),
    maxAgeMs: z.int().positive().default(86_400_000).describe("a message is kept for so long"),
    maxUsers: z.int().positive().default(10_000).describe("absent users for whom one node keeps messages"),
    maxTotalBytes: z.int().positive().default(67_108_864).describe("JSON one node keeps in all, in UTF-8 bytes"),
    checkIntervalMs: z
      .int()
      .positive()
      .default(5_000)
      .describe("how often a node looks for what is too old, in the wrong place, or was not handed over"),
    maxRemembered: z
      .int()
      .positive()
      .default(10_000)
      .describe("messages handed over that one node remembers, so that a late copy does not come twice"),
  })
  .readonly();

export type UserInboxOptions = z.output<typeof userInboxOptions>;
