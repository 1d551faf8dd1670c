import { createHash } from "node:crypto";
import { z } from "zod";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { UNTIL, type Until } from "../seti/send-result.js";
import type { UserSendResult } from "../seti/user-inbox.js";
import type { ApiCall } from "./api-call.js";
import { ApiError } from "./api-error.js";
import { type ApiMethod, unaryMethod } from "./api-method.js";
import type { BackendApiParts } from "./bus-parts.js";
import { idempotencyKey, nodeUrls, type RequestFields, reason } from "./fields.js";

/** Most time a caller may give a message to users. */
const MAX_DEADLINE_MS = 600_000;
/** Of the time that the caller waits, so much is for reaching the users; the rest is for the answer. */
const SHARE_FOR_SENDING = 0.9;

const sent = {
  delivered: z.int().describe("sessions it was delivered to, over all nodes, as `until` means it"),
  unknown: z.array(z.string()).describe("addressees whom no node holds"),
  unconfirmed: z.array(z.string()).describe("addressees who may have got it: a node that should have answered did not"),
  stored: z.int().optional().describe("addressees who are nowhere, and get it at their next login"),
  untaken: z.array(z.string()).optional().describe("addressees with sessions none of which took it"),
};
const session = z.strictObject({
  node: z.string(),
  session: z.string(),
  transport: z.string(),
  since: z.iso.datetime(),
  remoteAddress: z.string().optional(),
});
const disconnected = z.strictObject({
  disconnected: z.int().describe("sessions that were ended"),
  unansweredNodes: nodeUrls,
  unknownNodes: nodeUrls,
});

interface Send {
  readonly channel: string;
  readonly data: unknown;
  readonly idempotencyKey?: string | undefined;
  readonly until?: Until | undefined;
  readonly deadlineMs?: number | undefined;
}

/** Messages to users, and the sessions they have. */
export function userMethods({ seti }: BackendApiParts, { user, users, anyChannel, data }: RequestFields): ApiMethod[] {
  const send = async (addressees: readonly string[], request: Send, call: ApiCall): Promise<UserSendResult> => {
    const waitsMs = call.timeoutMs === undefined ? undefined : Math.max(1, call.timeoutMs * SHARE_FOR_SENDING);
    const limits = [request.deadlineMs, waitsMs].filter((ms) => ms !== undefined);
    try {
      return await seti.sendMessage(addressees, request.channel, request.data, {
        eachUser: true,
        ...(request.until === undefined ? {} : { until: request.until }),
        ...(limits.length === 0 ? {} : { deadlineMs: Math.ceil(Math.min(...limits)) }),
        ...(request.idempotencyKey === undefined ? {} : { key: keyOf(call.caller, request.idempotencyKey) }),
      });
    } catch (error) {
      if (error instanceof BayeuxError && error.code === 429) {
        throw new ApiError("BUSY", "too many messages wait for other nodes", { cause: error });
      }
      throw error;
    }
  };
  const disconnect = async (name: string, one: string | undefined, why: string | undefined) => {
    const { disconnected, unanswered, unknown } = await seti.disconnectSession(name, one, why);
    return { disconnected, unansweredNodes: [...unanswered], unknownNodes: [...unknown] };
  };
  const until = z
    .enum(UNTIL, `must be one of ${UNTIL.join(", ")}`)
    .optional()
    .describe("what counts as delivered: a session's queue took it, its connection did, or its client said so");
  const deadlineMs = z
    .int("must be a whole number of milliseconds")
    .min(1, "must be at least 1 ms")
    .max(MAX_DEADLINE_MS, `must be at most ${MAX_DEADLINE_MS} ms`)
    .optional()
    .meta({ description: "most time for the whole of it, in ms; who has not been reached by then is unconfirmed" });
  const message = { channel: anyChannel, data, idempotencyKey, until, deadlineMs };

  return [
    unaryMethod({
      name: "SendToUser",
      summary: "Sends to every session of one user, on whichever nodes these are.",
      request: z.strictObject({ user, ...message }),
      response: z.strictObject({ ...sent, nodes: z.int().describe("nodes with a session that it was delivered to") }),
      async run({ user: addressee, ...request }, call) {
        const outcome = await send([addressee], request, call);
        return { ...sentOf(outcome), nodes: outcome.users?.get(addressee)?.nodes ?? 0 };
      },
    }),
    unaryMethod({
      name: "SendToUsers",
      summary: "Sends to every session of each of these users.",
      request: z.strictObject({ users, ...message }),
      response: z.strictObject({
        ...sent,
        users: z
          .array(z.strictObject({ user: z.string(), sessions: z.int(), nodes: z.int() }))
          .describe("for each addressee, in the order of first mention: the sessions and nodes it was delivered to"),
      }),
      cost: ({ users }) => users.length,
      async run({ users: named, ...request }, call) {
        const addressees = [...new Set(named)];
        const outcome = await send(addressees, request, call);
        const each = addressees.map((one) => {
          const { sessions = 0, nodes = 0 } = outcome.users?.get(one) ?? {};
          return { user: one, sessions, nodes };
        });
        return { ...sentOf(outcome), users: each };
      },
    }),
    unaryMethod({
      name: "ListUserSessions",
      summary: "Lists the sessions of one user on all nodes.",
      request: z.strictObject({ user }),
      response: z.strictObject({
        sessions: z.array(session),
        total: z.int().describe("how many there are, those that are not listed included"),
        unansweredNodes: nodeUrls,
        unknownNodes: nodeUrls,
      }),
      async run({ user: name }) {
        const { sessions, total, unanswered, unknown } = await seti.sessionsOf(name);
        const printed = sessions.map((one) => ({ ...one, since: new Date(one.since).toISOString() }));
        return { sessions: printed, total, unansweredNodes: [...unanswered], unknownNodes: [...unknown] };
      },
    }),
    unaryMethod({
      name: "DisconnectUser",
      summary: "Ends all sessions of one user, on all nodes; their clients are told to stay away.",
      request: z.strictObject({ user, reason }),
      response: disconnected,
      audit: {},
      run: ({ user: name, reason: why }) => disconnect(name, undefined, why),
    }),
    unaryMethod({
      name: "DisconnectSession",
      summary: "Ends one session of a user, on whichever node it is.",
      request: z.strictObject({
        user,
        session: z
          .string("must be text")
          .regex(/^[\w-]{16}$/, "must be a session as ListUserSessions names it")
          .meta({ example: "c2Vzc2lvbi1vZi1i" }),
        reason,
      }),
      response: disconnected,
      audit: {},
      run: ({ user: name, session: one, reason: why }) => disconnect(name, one, why),
    }),
  ];
}

function sentOf({ delivered, unknown, unconfirmed, stored, untaken }: UserSendResult) {
  return {
    delivered,
    unknown: [...unknown],
    unconfirmed: [...unconfirmed],
    ...(stored === undefined ? {} : { stored }),
    ...(untaken === undefined ? {} : { untaken: [...untaken] }),
  };
}

/** The key under which the users' nodes remember the message: another caller's key of the same name is another. */
function keyOf(caller: string, key: string): string {
  return createHash("sha256").update(`${caller}\0${key}`).digest("base64url");
}
