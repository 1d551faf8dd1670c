import { z } from "zod";
import { parseChannel } from "../../core/message/channel-id.js";
import { userIdProblem } from "../../seti/user-id.js";
import { MAX_REASON_CHARS } from "../../seti/user-sessions.js";
import { ApiError } from "../api-error.js";
import { MAX_PAGE_SIZE } from "./session-list.js";
import { readPlace, SESSION_ORDERS, type SessionPlace } from "./session-page.js";

/** Where test messages go, if nothing else is said: clients that do not know the channel ignore it. */
export const TEST_CHANNEL = "/service/oortbus/test";

const MAX_POINTS = 900;
const MAX_ENTRIES = 500;
const INTERNAL = /^\/(?:service\/)?(?:oort|seti)(?:\/|$)/;

/** The requests' forms, for both faces. A field that is left out, or has its type's empty value, is the default. */
export function operatorReaders(limits: { readonly maxUserIdBytes: number; readonly maxDataBytes: number }) {
  const node = z
    .string("must be text")
    .max(2_048, "must be at most 2048 characters")
    .default("")
    .transform(orUndefined);
  const user = z.string("must be text").superRefine((value, context) => {
    const problem = userIdProblem(value, limits.maxUserIdBytes);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });
  const session = z.string("must be text").regex(/^[\w-]{16}$/, "must be a session as ListSessions names it");
  const channel = z
    .string("must be text")
    .default("")
    .transform((name, context) => {
      if (name === "") return undefined;
      const id = parseChannel(name);
      if (id !== undefined && id.kind !== "meta" && id.wildcard === "none") return id.name;
      context.addIssue({ code: "custom", message: "must be a broadcast or service channel without wildcard" });
      return z.NEVER;
    });
  const forms = {
    describeNode: z.strictObject({ node }),
    getHistory: z.strictObject({
      node,
      sinceMs: z.number("must be a number").default(0),
      maxPoints: upTo(MAX_POINTS, 300),
    }),
    listSessions: z.strictObject({
      node,
      user: z.string("must be text").max(256, "must be at most 256 characters").default(""),
      transport: z.string("must be text").max(64, "must be at most 64 characters").default(""),
      order: z
        .enum(["", ...SESSION_ORDERS], `must be one of ${SESSION_ORDERS.join(", ")}`)
        .default("")
        .transform((order) => (order === "" ? "newest" : order)),
      pageSize: upTo(MAX_PAGE_SIZE, 50),
      pageToken: z.string("must be text").max(4_096, "must be a nextPageToken").default("").transform(placeOf),
    }),
    traceMessage: z.strictObject({ user, channel, data: z.unknown().optional() }),
    explainDelivery: z.strictObject({ user, channel }),
    endSession: z.strictObject({
      node: z.string("must be text").min(1, "must name a node"),
      session,
      reason: z
        .string("must be text")
        .max(MAX_REASON_CHARS, `must be at most ${MAX_REASON_CHARS} characters`)
        .default("")
        .transform(orUndefined),
    }),
    drainNode: z.strictObject({ node }),
    getAuditLog: z.strictObject({ maxEntries: upTo(MAX_ENTRIES, 100) }),
  };
  return {
    describeNode: (input: unknown) => read(forms.describeNode, input),
    getHistory: (input: unknown) => read(forms.getHistory, input),
    listSessions: (input: unknown) => read(forms.listSessions, input),
    traceMessage: (input: unknown) => {
      const request = read(forms.traceMessage, input);
      if (request.channel !== undefined && INTERNAL.test(request.channel)) {
        throw new ApiError("PERMISSION_DENIED", "is a channel of the cluster itself", { field: "channel" });
      }
      if (Buffer.byteLength(JSON.stringify(request.data) ?? "") <= limits.maxDataBytes) return request;
      throw new ApiError("TOO_LARGE", `must be at most ${limits.maxDataBytes} bytes of JSON`, { field: "data" });
    },
    explainDelivery: (input: unknown) => read(forms.explainDelivery, input),
    endSession: (input: unknown) => read(forms.endSession, input),
    drainNode: (input: unknown) => read(forms.drainNode, input),
    getAuditLog: (input: unknown) => read(forms.getAuditLog, input),
  };
}

function upTo(max: number, usual: number) {
  return z
    .int("must be a whole number")
    .min(0, `must be 0 to ${max}`)
    .max(max, `must be 0 to ${max}`)
    .default(0)
    .transform((value) => (value === 0 ? usual : value));
}

function orUndefined(text: string): string | undefined {
  return text === "" ? undefined : text;
}

function placeOf(token: string, context: z.RefinementCtx): SessionPlace | undefined {
  const place = token === "" ? undefined : readPlace(token);
  if (token !== "" && place === undefined) context.addIssue({ code: "custom", message: "must be a nextPageToken" });
  return place;
}

function read<S extends z.ZodType>(form: S, input: unknown): z.output<S> {
  const result = form.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  if (issue.code === "unrecognized_keys") {
    throw new ApiError("INVALID_ARGUMENT", "is not a field of this request", { field: String(issue.keys[0]) });
  }
  if (issue.path.length === 0) throw new ApiError("INVALID_ARGUMENT", "the request must be a JSON object");
  throw new ApiError("INVALID_ARGUMENT", issue.message, { field: issue.path.join(".") });
}
