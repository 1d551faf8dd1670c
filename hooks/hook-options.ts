import { z } from "zod";
import { parseChannel } from "../core/message/channel-id.js";

/** What a hook may be asked before it happens. */
export const QUESTIONS = ["connect", "subscribe", "publish"] as const;
export type QuestionKind = (typeof QUESTIONS)[number];

/** What a hook may be told after it happened. */
export const EVENT_TYPES = [
  "session.opened",
  "session.closed",
  "user.first",
  "user.last",
  "channel.occupied",
  "channel.vacated",
  "node.left",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** A secret as Standard Webhooks writes it. */
const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, "must be whsec_ and 24 to 64 random bytes in base64");

const endpointUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).refine((text) => {
  if (!URL.canParse(text)) return true; // told above
  const { username, password, hash } = new URL(text);
  return username === "" && password === "" && hash === "";
}, "must have no user, password or fragment: requests are signed");

const pattern = z
  .string()
  .refine(
    (text) => parseChannel(text)?.name === text && parseChannel(text)?.kind !== "meta",
    "must be a channel or wildcard, such as /chat/**, and no meta channel",
  );

/** One receiver of hooks. Times in milliseconds. */
export const hookOptions = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, "must be 1 to 64 letters, digits, `_`, `.` or `-`")
      .describe("for logs, metrics and refusals"),
    url: endpointUrl.describe("where requests are POSTed"),
    secrets: z
      .array(secret)
      .min(1)
      .max(4)
      .readonly()
      .describe("each request is signed with all of them, so that one can be replaced"),
    before: z.array(z.enum(QUESTIONS)).readonly().default([]).describe("what it is asked before it happens"),
    after: z.array(z.enum(EVENT_TYPES)).readonly().default([]).describe("what it is told after it happened"),
    channels: z
      .array(pattern)
      .min(1)
      .max(1_000)
      .readonly()
      .default(["/**"])
      .describe("the channels it cares for; service channels only where a pattern begins with /service/"),
    onFailure: z
      .enum(["deny", "allow"])
      .default("deny")
      .describe("what counts as the answer when it fails, hangs or makes no sense"),
    timeoutMs: z.int().min(10).max(60_000).default(2_000).describe("longest wait for an answer"),
    maxConcurrent: z.int().min(1).max(1_000).default(32).describe("questions at once; more wait"),
    maxWaiting: z.int().min(0).max(100_000).default(1_000).describe("questions that wait; more count as failed"),
    maxBatchEvents: z.int().min(1).max(1_000).default(100).describe("events in one request"),
    maxQueuedEvents: z.int().min(1).max(1_000_000).default(10_000).describe("events kept while it does not take them"),
    maxQueuedBytes: z.int().min(4_096).default(8_388_608).describe("the same in bytes; then the oldest go"),
    minRetryMs: z.int().min(10).default(500).describe("longest wait before the first repetition; doubles"),
    maxRetryMs: z.int().min(10).default(60_000).describe("longest wait between repetitions"),
  })
  .refine(({ before, after }) => before.length + after.length > 0, "must have something in before or after")
  .refine(({ minRetryMs, maxRetryMs }) => maxRetryMs >= minRetryMs, "maxRetryMs must be at least minRetryMs")
  .readonly();

export type HookOptions = z.output<typeof hookOptions>;

/** Backends that are asked before something happens, and told afterwards. */
export const hooksOptions = z
  .strictObject({
    endpoints: z
      .array(hookOptions)
      .max(32)
      .refine((hooks) => new Set(hooks.map(({ name }) => name)).size === hooks.length, "names must differ")
      .readonly()
      .default([])
      .meta({
        description:
          "webhooks: backends that are asked before connect, subscribe and publish, and told of sessions, users and channels afterwards (docs/guides/hooks.md)",
        secret: true,
      }),
  })
  .readonly();

export type HooksOptions = z.output<typeof hooksOptions>;
export type HooksOptionsInput = z.input<typeof hooksOptions>;
