import { isObject } from "../core/message/message.js";
import { readUserCall, type UserCall } from "./user-calls.js";
import { userIdProblem } from "./user-id.js";

// The `data` of what travels on `/seti/all` and `/seti/<setiId>`: three forms, told apart by their keys. The keys that
// Java knows come first in each; the others are ours, and Java passes over them (spec/oort-seti.md sections 2, 20, 21).

export const SETI_ALL = "/seti/all";

/** The name of a node in Seti's channels. Both sides compute it, so it must be exactly Java's (spec section 3). */
export function setiIdOf(oortUrl: string): string {
  return oortUrl.replace(/[^A-Za-z0-9]+/g, "_");
}

/** The channel on which one node hears what is for it alone. */
export function setiChannelOf(oortUrl: string): string {
  return `/seti/${setiIdOf(oortUrl)}`;
}

/** When a statement was made: the run of the Seti that made it, and how many changes it had seen by then. */
export interface Stamp {
  readonly incarnation: number;
  readonly version: number;
}

/** A part of a full set; all parts carry the same version. */
export interface Chunk {
  readonly index: number;
  readonly count: number;
}

/** What a node says about its own users. */
export interface PresenceStatement {
  /** The oortURL of the node it is about. */
  readonly node: string;
  readonly userIds: readonly string[];
  readonly present: boolean;
  /** A full set, or the first chunk of one: users not in it are gone. */
  readonly replace: boolean;
  /** True: wants the reader's set in return. False: this Seti stops. */
  readonly alive: boolean | undefined;
  /** Only nodes of our own kind stamp what they say. */
  readonly stamp: Stamp | undefined;
  readonly chunk: Chunk | undefined;
}

/** A message for one user. */
export interface UserMessage {
  readonly userId: string;
  readonly channel: string;
  readonly data: unknown;
  /** Number of the sender's question "how many sessions got it?", and where to answer; from nodes of our own kind. */
  readonly request: number | undefined;
  readonly sender: string | undefined;
}

/** How a node answers one question: the user's sessions it has, and how many of them took the message. */
export interface Answer {
  readonly request: number;
  readonly sessions: number;
  readonly reached: number;
}

export interface Answers {
  /** The oortURL of the node that answers. */
  readonly node: string;
  readonly answers: readonly Answer[];
}

export type SetiMessage =
  | { readonly kind: "presence"; readonly statement: PresenceStatement; readonly refusedUsers: number }
  | { readonly kind: "user"; readonly message: UserMessage }
  | { readonly kind: "answers"; readonly answers: Answers }
  | { readonly kind: "call"; readonly call: UserCall };

/** @returns undefined when `data` is none of Seti's forms. Never throws, whatever a peer sent. */
export function readSetiMessage(data: unknown, maxUserIdBytes: number): SetiMessage | undefined {
  if (!isObject(data)) return undefined;
  // The existence of `presence` is what tells a statement from a user message (spec section 20).
  if (Object.hasOwn(data, "presence")) return readStatement(data, maxUserIdBytes);
  if (Object.hasOwn(data, "answers")) return readAnswers(data);
  if (Object.hasOwn(data, "call")) return readCall(data);
  return readUserMessage(data, maxUserIdBytes);
}

function readStatement(data: Record<string, unknown>, maxUserIdBytes: number): SetiMessage | undefined {
  const { userIds, oortURL, presence, replace, alive, incarnation, version, chunk, chunks } = data;
  if (!Array.isArray(userIds) || typeof oortURL !== "string" || typeof presence !== "boolean") return undefined;
  const legal = userIds.filter((user): user is string => userIdProblem(user, maxUserIdBytes) === undefined);
  const stamp = isCount(incarnation) && isCount(version) ? { incarnation, version } : undefined;
  const chunked = stamp !== undefined && isCount(chunk) && isCount(chunks) && chunk < chunks;
  const statement: PresenceStatement = {
    node: oortURL,
    userIds: legal,
    present: presence,
    replace: replace === true,
    alive: typeof alive === "boolean" ? alive : undefined,
    stamp,
    chunk: chunked ? { index: chunk, count: chunks } : undefined,
  };
  return { kind: "presence", statement, refusedUsers: userIds.length - legal.length };
}

function readUserMessage(data: Record<string, unknown>, maxUserIdBytes: number): SetiMessage | undefined {
  const { userId, channel, request, oortURL } = data;
  if (userIdProblem(userId, maxUserIdBytes) !== undefined || typeof channel !== "string") return undefined;
  const asks = isCount(request) && typeof oortURL === "string";
  return {
    kind: "user",
    message: {
      userId: userId as string,
      channel,
      data: data.data,
      request: asks ? request : undefined,
      sender: asks ? oortURL : undefined,
    },
  };
}

function readCall(data: Record<string, unknown>): SetiMessage | undefined {
  const call = readUserCall(data);
  return call === undefined ? undefined : { kind: "call", call };
}

function readAnswers(data: Record<string, unknown>): SetiMessage | undefined {
  if (typeof data.oortURL !== "string" || !Array.isArray(data.answers)) return undefined;
  const answers = data.answers.filter(isAnswer);
  return { kind: "answers", answers: { node: data.oortURL, answers } };
}

function isAnswer(value: unknown): value is Answer {
  return isObject(value) && isCount(value.request) && isCount(value.sessions) && isCount(value.reached);
}

/** Counts and versions are integers that JSON and JavaScript carry exactly. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The data of a statement. Booleans are always there, as Java expects them (spec section 20). */
export function writeStatement(statement: PresenceStatement): Record<string, unknown> {
  const { node, userIds, present, replace, alive, stamp, chunk } = statement;
  return {
    userIds,
    oortURL: node,
    presence: present,
    replace,
    ...(alive === undefined ? {} : { alive }),
    ...stamp,
    ...(chunk === undefined ? {} : { chunk: chunk.index, chunks: chunk.count }),
  };
}

/** The data of a user message. Without a request it is exactly Java's. */
export function writeUserMessage(
  message: Omit<UserMessage, "sender">,
  ownUrl: string,
  ownSetiId: string,
): Record<string, unknown> {
  const { userId, channel, data, request } = message;
  const known = { userId, channel, setiId: ownSetiId, data };
  return request === undefined ? known : { ...known, request, oortURL: ownUrl };
}

export function writeAnswers(answers: Answers): Record<string, unknown> {
  return { oortURL: answers.node, answers: answers.answers };
}
