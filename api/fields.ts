import { z } from "zod";
import { type ChannelId, MAX_CHANNEL_LENGTH, parseChannel } from "../core/message/channel-id.js";
import { userIdProblem } from "../seti/user-id.js";
import { MAX_REASON_CHARS } from "../seti/user-sessions.js";
import { refuseField } from "./read-request.js";

/** What a request may carry at most; the limits of the layers that will carry it on. */
export interface RequestLimits {
  /** Largest payload, printed as JSON, in UTF-8 bytes. */
  readonly maxDataBytes: number;
  /** Longest user id, in UTF-8 bytes. */
  readonly maxUserIdBytes: number;
}

/** Most users, and most messages, in one request. */
export const MAX_USERS = 1_000;
export const MAX_BATCH = 1_000;

/** The cluster's own channels: a backend that could publish there could speak for a node. */
const INTERNAL = /^\/(?:service\/)?(?:oort|seti)(?:\/|$)/;

export function isInternalChannel(name: string): boolean {
  return INTERNAL.test(name);
}

/** The forms of the fields that several requests have. Values come as JSON parsed them, or as a gRPC message mapped to that. */
export function requestFields(limits: RequestLimits) {
  const user = z
    .string("must be text")
    .superRefine((value, context) => {
      const problem = userIdProblem(value, limits.maxUserIdBytes);
      if (problem !== undefined) refuseField(context, problem);
    })
    .meta({ description: `a user's id, 1 to ${limits.maxUserIdBytes} bytes of UTF-8`, minLength: 1, example: "bob" });
  return {
    user,
    users: z
      .array(user, "must be a list of user ids")
      .min(1, "must name at least one user")
      .max(MAX_USERS, `must name at most ${MAX_USERS} users`)
      .meta({ example: ["bob", "carol"] }),
    data: z
      .custom<unknown>()
      .superRefine((value, context) => {
        if (value === undefined) return refuseField(context, "is required: any JSON value");
        if (Buffer.byteLength(JSON.stringify(value)) <= limits.maxDataBytes) return;
        refuseField(context, `must be at most ${limits.maxDataBytes} bytes of JSON`, "TOO_LARGE");
      })
      .meta({ description: `any JSON value, at most ${limits.maxDataBytes} bytes`, example: { text: "hi" } }),
    /** Where messages of everybody go. */
    broadcast: channelOf("broadcast").meta({
      description: "a broadcast channel: no wildcard, none of the cluster's own",
      maxLength: MAX_CHANNEL_LENGTH,
      example: "/chat/lobby",
    }),
    /** Where messages of a user go. */
    anyChannel: channelOf("broadcast", "service").meta({
      description: "a broadcast or service channel: no wildcard, none of the cluster's own",
      maxLength: MAX_CHANNEL_LENGTH,
      example: "/inbox",
    }),
  };
}

export type RequestFields = ReturnType<typeof requestFields>;

/** Why, for whom it concerns; empty is none. */
export const reason = z
  .string("must be text")
  .max(MAX_REASON_CHARS, `must be at most ${MAX_REASON_CHARS} characters`)
  .transform((text) => (text === "" ? undefined : text))
  .optional()
  .meta({ description: "what the clients are told, and the log says", example: "spam" });

/** Names a call for its retries; empty is none. */
export const idempotencyKey = z
  .string("must be text")
  .regex(/^[\x21-\x7e]{0,128}$/, "must be 1 to 128 printable ASCII characters")
  .transform((text) => (text === "" ? undefined : text))
  .optional()
  .meta({ description: "names this call: the same again is answered with the first result", example: "order-4711" });

/** A channel or wildcard to hear. */
export const pattern = channelName((id) => (id.kind === "broadcast" ? undefined : "must be a broadcast channel")).meta({
  description: "a broadcast channel, or a wildcard such as /chat/* or /chat/**",
  maxLength: MAX_CHANNEL_LENGTH,
  example: "/chat/**",
});

/** Of answers: URLs of nodes. */
export const nodeUrls = z.array(z.string());

/** What a request without fields may be. */
export const nothing = z.strictObject({});

function channelOf(...kinds: readonly ("broadcast" | "service")[]): z.ZodType<string> {
  return channelName((id) => {
    if (id.wildcard !== "none") return "must not be a wildcard";
    return kinds.some((kind) => kind === id.kind) ? undefined : `must be a ${kinds.join(" or ")} channel`;
  });
}

/** A channel's name in its normal form, legal and no channel of the cluster. */
function channelName(problemOf: (id: ChannelId) => string | undefined): z.ZodType<string> {
  return z.string("must be text").transform((name, context) => {
    const id = parseChannel(name);
    const problem = id === undefined ? "must be a channel name such as /chat/lobby" : problemOf(id);
    if (problem !== undefined) refuseField(context, problem);
    else if (isInternalChannel(id!.name))
      refuseField(context, "is a channel of the cluster itself", "PERMISSION_DENIED");
    return id?.name ?? name;
  });
}
