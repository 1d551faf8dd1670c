import type { Awaitable } from "../core/awaitable.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { parseChannel } from "../core/message/channel-id.js";
import { ensureExt, isObject, type Message } from "../core/message/message.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { Seti } from "./seti.js";
import { userIdProblem } from "./user-id.js";
import type { UserSendResult } from "./user-inbox.js";
import { PRESENCE_CHANNEL, type PresencePolicy, UserPresence } from "./user-presence.js";

const SEND_CHANNEL = "/service/seti";

/** What the publish reply of `/service/seti` carries as `ext.seti`. */
export interface SendReply {
  delivered: number;
  unknown: readonly string[];
  /** Only when there are any. */
  unconfirmed?: readonly string[];
  /** Addressees none of whose sessions took it; only when there are any. */
  untaken?: readonly string[];
  /** Addressees who are nowhere and get it at their next login; only when there are any. */
  stored?: number;
}

/** What clients may do with Seti, beside what an application's `Seti.presencePolicy` says. */
export interface SetiRights {
  /** Whether the session may send to users on a channel. */
  maySend(session: ServerSession, channel: string): boolean;
  /** Whether it may watch a user. */
  mayWatch(session: ServerSession, user: string): boolean;
}

/**
 * Offers Seti to clients: `/service/seti` sends to users, `/service/presence` tells where users are (DESIGN section 2).
 * @param rights - missing: every client may do everything
 * @returns a function that takes both services back
 */
export function addSetiServices(server: BayeuxServer, seti: Seti, rights?: SetiRights): () => void {
  const presence = new UserPresence({
    watch: seti.presenceWatch,
    options: seti.options,
    policy: () => presencePolicyOf(seti, rights),
    deliver: (session, channel, data) => void session.deliver(undefined, channel, data),
  });
  const remove = [
    server.addService(SEND_CHANNEL, (session, message, reply) => sendToUsers(seti, session, message, reply, rights)),
    server.addService(PRESENCE_CHANNEL, (session, message, reply) => presence.handle(session, message, reply)),
  ];
  return () => {
    for (const undo of remove) undo();
    presence.close();
  };
}

function sendToUsers(
  seti: Seti,
  session: ServerSession,
  message: Message,
  reply: Message,
  rights: SetiRights | undefined,
): Promise<void> {
  const from = seti.userOf(session);
  // The addressee is told who wrote, so there must be somebody who did.
  if (from === undefined)
    throw new BayeuxError(403, [], "only a session that is logged in as a user may send to users");
  const { to, channel, data } = readSend(message.data, seti);
  if (rights?.maySend(session, channel) === false)
    throw new BayeuxError(403, ["channel"], "channel is one that this client may not send to users on");
  return new Promise((resolve) => {
    seti.beginMessage(to, channel, { from, data }, USUAL, (result) => resolve(answer(reply, result)));
  });
}

const USUAL = {};

function answer(reply: Message, result: Awaitable<UserSendResult>): Awaitable<void> {
  if (result instanceof Promise) return result.then((later) => answer(reply, later));
  ensureExt(reply).seti = replyOf(result);
}

/** Both have to say yes. */
function presencePolicyOf({ presencePolicy }: Seti, rights: SetiRights | undefined): PresencePolicy | undefined {
  if (rights === undefined) return presencePolicy;
  return (session, user) => rights.mayWatch(session, user) && (presencePolicy?.(session, user) ?? true);
}

function replyOf({ delivered, unknown, unconfirmed, untaken, stored }: UserSendResult): SendReply {
  const reply: SendReply = { delivered, unknown };
  if (unconfirmed.length > 0) reply.unconfirmed = unconfirmed;
  if (untaken !== undefined) reply.untaken = untaken;
  if (stored !== undefined) reply.stored = stored;
  return reply;
}

function readSend(data: unknown, seti: Seti): { to: string[]; channel: string; data: unknown } {
  if (!isObject(data)) throw wrong("data", 'must be an object {"to", "channel", "data"}');
  const { maxRecipients } = seti.options;
  const to = typeof data.to === "string" ? [data.to] : data.to;
  if (!Array.isArray(to) || to.length === 0 || to.length > maxRecipients) {
    throw wrong("to", `must be a user id or an array of 1 to ${maxRecipients} user ids`);
  }
  const users = readUsers("to", to, seti.options.maxUserIdBytes);
  if (!Object.hasOwn(data, "data")) throw wrong("data.data", "must be there; any JSON value is allowed");
  return { to: users, channel: readInbox(data.channel), data: data.data };
}

/** An inbox is any channel on which no client could be mistaken for the cluster or for this server. */
function readInbox(value: unknown): string {
  const channel = parseChannel(value);
  if (channel === undefined || channel.kind === "meta" || channel.wildcard !== "none") {
    throw wrong("channel", "must be a broadcast or service channel without wildcard");
  }
  if (isReserved(channel.name)) {
    throw new BayeuxError(403, ["channel"], `channel must not be an internal channel: ${RESERVED.join(" ")}`);
  }
  return channel.name;
}

const RESERVED = ["/meta", "/oort", "/seti", "/service/oort", SEND_CHANNEL, PRESENCE_CHANNEL] as const;

function isReserved(name: string): boolean {
  for (const reserved of RESERVED) {
    if (name.startsWith(reserved) && (name.length === reserved.length || name[reserved.length] === "/")) return true;
  }
  return false;
}

function readUsers(field: string, values: readonly unknown[], maxUserIdBytes: number): string[] {
  for (const value of values) {
    const problem = userIdProblem(value, maxUserIdBytes);
    if (problem !== undefined) throw wrong(field, `each ${problem}`);
  }
  return values as string[];
}

/** @param allowed - what the field must be; with the field's name it is the whole error for a human */
function wrong(field: string, allowed: string): BayeuxError {
  return new BayeuxError(400, [field], `${field} ${allowed}`);
}
