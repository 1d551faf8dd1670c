import { z } from "zod";
import { parseChannel } from "../core/message/channel-id.js";
import { UNTIL, type Until } from "../seti/send-result.js";
import { userIdProblem } from "../seti/user-id.js";
import { MAX_REASON_CHARS } from "../seti/user-sessions.js";
import { ApiError } from "./api-error.js";

/** What a request may carry at most; the limits of the layers that will carry it on. */
export interface RequestLimits {
  /** Largest payload, printed as JSON, in UTF-8 bytes. */
  readonly maxDataBytes: number;
  /** Longest user id, in UTF-8 bytes. */
  readonly maxUserIdBytes: number;
  /** Most users in one question. */
  readonly maxUsers: number;
}

/** Most time a caller may give a message to a user. */
const MAX_DEADLINE_MS = 600_000;

export interface PublishInput {
  readonly channel: string;
  readonly data: unknown;
}

export interface SendToUserInput {
  readonly user: string;
  readonly channel: string;
  readonly data: unknown;
  readonly until?: Until | undefined;
  readonly deadlineMs?: number | undefined;
}

export interface GetPresenceInput {
  readonly users: readonly string[];
}

export interface WatchPresenceInput {
  readonly users: readonly string[];
  readonly counts: boolean;
}

export interface DisconnectUserInput {
  readonly user: string;
  readonly reason: string | undefined;
}

export interface DisconnectSessionInput extends DisconnectUserInput {
  readonly session: string;
}

/** The requests' forms, the same for both faces. Values come as JSON parsed them, or as a gRPC message mapped to that. */
export interface RequestReaders {
  publish(input: unknown): PublishInput;
  sendToUser(input: unknown): SendToUserInput;
  getPresence(input: unknown): GetPresenceInput;
  watchPresence(input: unknown): WatchPresenceInput;
  listUserSessions(input: unknown): { readonly user: string };
  disconnectUser(input: unknown): DisconnectUserInput;
  disconnectSession(input: unknown): DisconnectSessionInput;
  getCluster(input: unknown): void;
  drain(input: unknown): void;
}

/** @returns readers that give the checked request, or throw an ApiError that names the first wrong field */
export function requestReaders(limits: RequestLimits): RequestReaders {
  const data = z.custom<unknown>((value) => value !== undefined, "is required: any JSON value");
  const user = z.string("must be text").superRefine((value, context) => {
    const problem = userIdProblem(value, limits.maxUserIdBytes);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });
  const users = z
    .array(user, "must be a list of user ids")
    .min(1, "must name at least one user")
    .max(limits.maxUsers, `must name at most ${limits.maxUsers} users`);

  const publish = z.strictObject({ channel: channelOf("broadcast"), data });
  const delivery = {
    until: z.enum(UNTIL, `must be one of ${UNTIL.join(", ")}`).optional(),
    deadlineMs: z
      .int("must be a whole number of milliseconds")
      .min(1, "must be at least 1 ms")
      .max(MAX_DEADLINE_MS, `must be at most ${MAX_DEADLINE_MS} ms`)
      .optional(),
  };
  const sendToUser = z.strictObject({ user, channel: channelOf("broadcast", "service"), data, ...delivery });
  const getPresence = z.strictObject({ users });
  const watchPresence = z.strictObject({ users, counts: z.boolean("must be true or false").default(false) });
  const reason = z
    .string("must be text")
    .max(MAX_REASON_CHARS, `must be at most ${MAX_REASON_CHARS} characters`)
    .transform((text) => (text === "" ? undefined : text))
    .optional();
  const listUserSessions = z.strictObject({ user });
  const disconnectUser = z.strictObject({ user, reason });
  const session = z.string("must be text").regex(/^[\w-]{16}$/, "must be a session as ListUserSessions names it");
  const disconnectSession = z.strictObject({ user, session, reason });
  const nothing = z.strictObject({});
  return {
    publish: (input) => withinSize(open(read(publish, input)), limits),
    sendToUser: (input) => withinSize(open(read(sendToUser, input)), limits),
    getPresence: (input) => read(getPresence, input),
    watchPresence: (input) => read(watchPresence, input),
    listUserSessions: (input) => read(listUserSessions, input),
    disconnectUser: (input) => withReason(read(disconnectUser, input)),
    disconnectSession: (input) => withReason(read(disconnectSession, input)),
    getCluster: (input) => void read(nothing, input),
    drain: (input) => void read(nothing, input),
  };
}

/** A reason that is left out is there, and undefined. */
function withReason<T extends { reason?: string | undefined }>(request: T): T & { reason: string | undefined } {
  return { ...request, reason: request.reason };
}

/** A channel name in its normal form: legal, no wildcard, of one of the kinds. */
function channelOf(...kinds: readonly ("broadcast" | "service")[]): z.ZodType<string> {
  return z.string("must be text").transform((name, context) => {
    const id = parseChannel(name);
    const problem =
      id === undefined
        ? "must be a channel name such as /chat/lobby"
        : id.wildcard !== "none"
          ? "must not be a wildcard"
          : kinds.some((kind) => kind === id.kind)
            ? undefined
            : `must be a ${kinds.join(" or ")} channel`;
    if (id !== undefined && problem === undefined) return id.name;
    context.addIssue({ code: "custom", message: problem! });
    return z.NEVER;
  });
}

/** The cluster's own channels: a backend that could publish there could speak for a node. */
const INTERNAL = /^\/(?:service\/)?(?:oort|seti)(?:\/|$)/;

function open<T extends { channel: string }>(request: T): T {
  if (!INTERNAL.test(request.channel)) return request;
  throw new ApiError("PERMISSION_DENIED", "is a channel of the cluster itself", { field: "channel" });
}

function withinSize<T extends { data: unknown }>(request: T, limits: RequestLimits): T {
  if (Buffer.byteLength(JSON.stringify(request.data)) <= limits.maxDataBytes) return request;
  const text = `must be at most ${limits.maxDataBytes} bytes of JSON`;
  throw new ApiError("TOO_LARGE", text, { field: "data" });
}

function read<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    throw new ApiError("INVALID_ARGUMENT", "is not a field of this request", { field: String(issue.keys[0]) });
  }
  if (issue.path.length === 0) throw new ApiError("INVALID_ARGUMENT", "the request must be a JSON object");
  throw new ApiError("INVALID_ARGUMENT", issue.message, { field: issue.path.join(".") });
}
