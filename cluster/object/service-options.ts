import { z } from "zod";

/** Everything that can be set on an OortService. */
export const serviceOptions = z
  .strictObject({
    timeoutMs: z.int().positive().default(5_000).describe("how long a request waits for its answer"),
    maxOutstandingRequests: z
      .int()
      .positive()
      .default(10_000)
      .describe("requests of this node that wait for answers; more fail at once"),
    maxHandledRequests: z
      .int()
      .positive()
      .default(1_000)
      .describe("requests of other nodes that the handler works on at a time; more are answered with a failure"),
  })
  .readonly();

export type ServiceOptions = z.output<typeof serviceOptions>;
export type ServiceOptionsInput = z.input<typeof serviceOptions>;
