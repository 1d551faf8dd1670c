import { z } from "zod";
import { userInboxOptions } from "./user-inbox-options.js";

/** Everything that can be set on a Seti. Times in milliseconds, sizes as named. */
export const setiOptions = z
  .strictObject({
    presence: z
      .enum(["flood", "shard"])
      .default("flood")
      .describe("who is told of a login: flood tells every node, shard the nodes that own the user, and Java's"),
    shardCopies: z.int().min(1).max(16).default(2).describe("nodes that own a user; the same on all nodes"),
    shardVirtualNodes: z
      .int()
      .min(1)
      .max(1_000)
      .default(100)
      .describe("places of a node on the ring of shards: more spread users more evenly; the same on all nodes"),
    fallbackFlood: z
      .boolean()
      .default(true)
      .describe("whether all nodes are asked for a user whom nobody is known to hold"),
    reannouncePauseMs: z
      .int()
      .positive()
      .default(20)
      .describe("pause between chunks of users that are told to new owners when nodes come or go"),
    absentGraceMs: z
      .int()
      .nonnegative()
      .default(0)
      .describe("how long after a user's last session on a node it is told that he has gone; 0: at once"),
    locationLeaseMs: z
      .int()
      .positive()
      .default(60_000)
      .describe("how long an owner tells a node that asked for a user of his moves"),
    maxCachedLocations: z
      .int()
      .positive()
      .default(10_000)
      .describe("users of other shards of whom it is remembered where they are; the oldest makes room"),
    maxLocationLeases: z
      .int()
      .positive()
      .default(100_000)
      .describe("users of this node's shards, for each node that asked, whose moves are told; more are not promised"),
    maxRecentKeys: z
      .int()
      .positive()
      .default(10_000)
      .describe("messages with a key that are remembered, so that they are not delivered twice"),
    maxChangesKept: z
      .int()
      .positive()
      .default(10_000)
      .describe(
        "logins and last logouts that are remembered, so that a node that missed them need not get the full set",
      ),
    maxDepartedUsers: z
      .int()
      .nonnegative()
      .default(100_000)
      .describe("users remembered of nodes that left, so that these need tell only what changed when they come back"),
    replyTimeoutMs: z
      .int()
      .positive()
      .default(2_000)
      .describe(
        "how long a send waits for the nodes that hold a user, and again for all nodes if these do not hold him",
      ),
    maxOutstandingSends: z
      .int()
      .positive()
      .default(100_000)
      .describe("users whose messages wait for an answer of other nodes; more sends are refused with 429"),
    maxOutstandingCalls: z
      .int()
      .positive()
      .default(10_000)
      .describe("questions about users (their sessions, kept messages) that wait for other nodes; more go unanswered"),
    sessionAddresses: z
      .boolean()
      .default(false)
      .describe("whether the list of a user's sessions tells the addresses of their clients"),
    maxUserIdBytes: z.int().positive().default(256).describe("longest user id, in UTF-8 bytes"),
    maxUsersPerSession: z.int().positive().default(16).describe("users one session may be associated with"),
    maxUsersPerNode: z
      .int()
      .positive()
      .default(1_000_000)
      .describe("users of this node, and users kept of any other node; more are refused"),
    presenceChunkUsers: z
      .int()
      .positive()
      .default(1_000)
      .describe("users in one message of a full set; a Java node always gets one message"),
    announceIntervalMs: z
      .int()
      .positive()
      .default(10_000)
      .describe("how often the version of the own users is told, so that a lost change is noticed"),
    minResyncDelayMs: z.int().positive().default(500).describe("first wait before a missing presence is asked for"),
    maxResyncDelayMs: z.int().positive().default(30_000).describe("longest wait before it is asked for again"),
    maxChangesAhead: z
      .int()
      .positive()
      .default(10_000)
      .describe("changes of one node remembered while an earlier one is missing"),
    maxRecipients: z.int().positive().default(100).describe("users in the `to` of one message of a client"),
    maxWatches: z.int().positive().default(500).describe("users whose presence one session may watch"),
    inbox: userInboxOptions.prefault({}),
  })
  .refine((options) => options.maxResyncDelayMs >= options.minResyncDelayMs, {
    path: ["maxResyncDelayMs"],
    message: "must be at least minResyncDelayMs",
  })
  .readonly();

export type SetiOptions = z.output<typeof setiOptions>;
export type SetiOptionsInput = z.input<typeof setiOptions>;
