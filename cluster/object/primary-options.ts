import { z } from "zod";

/** What can be set on an OortPrimaryService beside the options of its service. */
export const primaryOptions = z
  .strictObject({
    primary: z
      .enum(["elected", "here", "elsewhere"])
      .default("elected")
      .describe("elected: the nodes find one; here and elsewhere: chosen by hand, as with Java, one node says here"),
    electionDelayMs: z
      .int()
      .nonnegative()
      .default(3_000)
      .describe(
        "how long a node is the one to be elected before it is primary; a node that starts may yet join others",
      ),
    minNodes: z
      .int()
      .positive()
      .default(1)
      .describe("nodes that must see each other to have a primary; more than half of all: never two of them"),
  })
  .readonly();

export type PrimaryOptions = z.output<typeof primaryOptions>;
export type PrimaryOptionsInput = z.input<typeof primaryOptions>;
