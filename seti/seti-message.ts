import { isObject } from "../core/message/message.js";
import type { Confirmed } from "./delivery-confirmation.js";
import type { Digest } from "./presence-digest.js";
import { readUserCall, type UserCall } from "./user-calls.js";
import { userIdProblem } from "./user-id.js";
import { type MarkedUsers, readMarks, writeMarks } from "./user-marks.js";

// The `data` of what travels on `/seti/all` and `/seti/<setiId>`: three forms, told apart by their keys. The keys that
// Java knows come first in each; the others are ours, and Java passes over them (spec/oort-seti.md sections 2, 20, 21).

/** More than any message needs: sender, owner, holder, another owner, holder. */
export const MAX_HOPS = 4;
/** Longest idempotency key, in UTF-16 units. */
export const MAX_KEY_CHARS = 256;

export const SETI_ALL = "/seti/all";

/** The name of a node in Seti's channels. Both sides compute it, so it must be exactly Java's (spec section 3). */
export function setiIdOf(oortUrl: string): string {
  return oortUrl.replace(/[^A-Za-z0-9]+/g, "_");
}

/** The channel on which one node hears what is for it alone. */
export function setiChannelOf(oortUrl: string): string {
  let channel = channels.get(oortUrl);
  if (channel === undefined) {
    channel = `/seti/${setiIdOf(oortUrl)}`;
    if (channels.size >= MAX_REMEMBERED_CHANNELS) channels.clear();
    channels.set(oortUrl, channel);
  }
  return channel;
}

/** By URL, since each message to a user asks; of more nodes than any cloud has they are made anew. */
const channels = new Map<string, string>();
const MAX_REMEMBERED_CHANNELS = 4_096;

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
  /** Users in place of `userIds`. */
  readonly marked?: MarkedUsers | undefined;
  /** A full set, or the first chunk of one: users not in it are gone. */
  readonly replace: boolean;
  /** True: wants the reader's set in return. False: this Seti stops. */
  readonly alive: boolean | undefined;
  /** Only nodes of our own kind stamp what they say. */
  readonly stamp: Stamp | undefined;
  readonly chunk: Chunk | undefined;
  /** Chunks that tell what changed after this version; without it they tell a full set. */
  readonly since?: number | undefined;
  /** Of all that the version comes to, for the reader to compare. */
  readonly digest?: Digest | undefined;
  /** What of the reader's own statements has arrived: it sends what is missing. */
  readonly have?: Stamp | undefined;
  /** The node tells owners only. Without it, everybody. */
  readonly sharded?: boolean | undefined;
  /** Nobody came or went: the users have other owners now. */
  readonly moved?: boolean | undefined;
}

/** A message for one user. */
export interface UserMessage {
  readonly userId: string;
  readonly channel: string;
  readonly data: unknown;
  /** Number of the sender's question "how many sessions got it?", and where to answer; from nodes of our own kind. */
  readonly request: number | undefined;
  /** Who asked, and gets the answer; of a message passed on, not the node that passed it on. */
  readonly sender: string | undefined;
  /** How many more times it may be passed on. */
  readonly hops?: number | undefined;
  /** The same message may come again, and is not delivered again. */
  readonly key?: string | undefined;
  /** The sender wants to know which sessions it has come that far with. */
  readonly until?: Confirmed | undefined;
}

/** One message for users of one node, and what to ask about each. */
export interface UserSend {
  readonly asks: readonly { readonly user: string; readonly request: number | undefined }[];
  readonly channel: string;
  readonly data: unknown;
  readonly hops?: number | undefined;
  readonly key?: string | undefined;
  readonly until?: Confirmed | undefined;
  /** Where to answer, when this node only passes it on. */
  readonly answerTo?: string | undefined;
}

/** Where a user is, as one of his owners says. */
export interface Location {
  readonly user: string;
  readonly nodes: readonly string[];
}

/** How a node answers one question: the user's sessions it has, and how many of them took the message. */
export interface Answer {
  readonly request: number;
  readonly sessions: number;
  readonly reached: number;
  /**
   * Sessions where it has come as far as was asked, since the last answer; and those where that is not known yet, of which
   * another answer will tell.
   */
  readonly confirmed?: number | undefined;
  readonly open?: number | undefined;
  /** Nodes to which it passed the message on: each answers too. */
  readonly passed?: readonly string[] | undefined;
  /** A node that holds the user, by this one's knowledge, could not be reached. */
  readonly lost?: boolean | undefined;
  /** An owner's word: all nodes that hold the user. It will tell of changes for a time. */
  readonly holders?: readonly string[] | undefined;
}

/** "For whom do these marks of yours stand?" */
export interface MarkQuestion {
  readonly request: number;
  readonly marks: readonly number[];
  /** Of users who came, or who went. */
  readonly present: boolean;
}

export interface Answers {
  /** The oortURL of the node that answers. */
  readonly node: string;
  readonly answers: readonly Answer[];
}

export type SetiMessage =
  | { readonly kind: "presence"; readonly statement: PresenceStatement; readonly refusedUsers: number }
  | { readonly kind: "user"; readonly message: UserMessage }
  | { readonly kind: "users"; readonly messages: readonly UserMessage[] }
  | { readonly kind: "answers"; readonly answers: Answers }
  | { readonly kind: "finds"; readonly node: string; readonly users: readonly string[] }
  | { readonly kind: "locations"; readonly node: string; readonly locations: readonly Location[] }
  | { readonly kind: "marks"; readonly node: string; readonly question: MarkQuestion }
  | { readonly kind: "names"; readonly node: string; readonly request: number; readonly users: readonly string[] }
  | { readonly kind: "call"; readonly call: UserCall };

/** @returns undefined when `data` is none of Seti's forms. Never throws, whatever a peer sent. */
export function readSetiMessage(data: unknown, maxUserIdBytes: number): SetiMessage | undefined {
  if (!isObject(data)) return undefined;
  // The existence of `presence` is what tells a statement from a user message (spec section 20).
  if (Object.hasOwn(data, "presence")) return readStatement(data, maxUserIdBytes);
  if (Object.hasOwn(data, "userId")) return readUserMessage(data, maxUserIdBytes);
  if (Object.hasOwn(data, "answers")) return readAnswers(data);
  if (Object.hasOwn(data, "call")) return readCall(data);
  if (Object.hasOwn(data, "batch")) return readBatch(data, maxUserIdBytes);
  if (Object.hasOwn(data, "find")) return readFinds(data, maxUserIdBytes);
  if (Object.hasOwn(data, "locations")) return readLocations(data, maxUserIdBytes);
  if (Object.hasOwn(data, "marks")) return readMarkQuestion(data);
  if (Object.hasOwn(data, "names")) return readNames(data, maxUserIdBytes);
  return undefined;
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
    ...(stamp === undefined ? {} : readStampedExtras(data)),
  };
  return { kind: "presence", statement, refusedUsers: userIds.length - legal.length };
}

/** What only nodes of our own kind say. */
function readStampedExtras({
  since,
  count,
  hash,
  have,
  mode,
  moved,
  marks,
  marksHash,
}: Record<string, unknown>): Partial<PresenceStatement> {
  const marked = readMarks(marks);
  const isHave = isObject(have) && isCount(have.incarnation) && isCount(have.version);
  return {
    ...(isCount(since) ? { since } : {}),
    ...(isCount(count) && isCount(hash) ? { digest: { count, hash } } : {}),
    ...(isHave ? { have: { incarnation: have.incarnation as number, version: have.version as number } } : {}),
    ...(mode === "shard" ? { sharded: true } : {}),
    ...(moved === true ? { moved } : {}),
    ...(marked === undefined || !isCount(marksHash) ? {} : { marked: { marks: marked, hash: marksHash } }),
  };
}

function readUserMessage(data: Record<string, unknown>, maxUserIdBytes: number): SetiMessage | undefined {
  const message = readOne(data, data.userId, data.request, maxUserIdBytes);
  return message === undefined ? undefined : { kind: "user", message };
}

/** One message for several users, as pairs of user and request. */
function readBatch(data: Record<string, unknown>, maxUserIdBytes: number): SetiMessage | undefined {
  if (!Array.isArray(data.batch)) return undefined;
  const messages = data.batch.map((pair: unknown) =>
    Array.isArray(pair) ? readOne(data, pair[0], pair[1], maxUserIdBytes) : undefined,
  );
  return { kind: "users", messages: messages.filter((message) => message !== undefined) };
}

function readOne(
  { channel, data, oortURL, answerTo, hops, key, until }: Record<string, unknown>,
  userId: unknown,
  request: unknown,
  maxUserIdBytes: number,
): UserMessage | undefined {
  if (userIdProblem(userId, maxUserIdBytes) !== undefined || typeof channel !== "string") return undefined;
  const asks = isCount(request) && typeof oortURL === "string";
  const message: UserMessage = {
    userId: userId as string,
    channel,
    data,
    request: asks ? request : undefined,
    sender: !asks ? undefined : typeof answerTo === "string" ? answerTo : oortURL,
  };
  const isKey = typeof key === "string" && key !== "" && key.length <= MAX_KEY_CHARS;
  const isUntil = until === "written" || until === "acked";
  if (!isKey && !isUntil && !isCount(hops)) return message;
  return {
    ...message,
    hops: isCount(hops) ? Math.min(hops, MAX_HOPS) : undefined,
    key: isKey ? key : undefined,
    ...(isUntil ? { until } : {}),
  };
}

function readFinds({ oortURL, find }: Record<string, unknown>, maxUserIdBytes: number): SetiMessage | undefined {
  if (typeof oortURL !== "string" || !Array.isArray(find)) return undefined;
  return {
    kind: "finds",
    node: oortURL,
    users: find.filter((user) => userIdProblem(user, maxUserIdBytes) === undefined),
  };
}

function readLocations(
  { oortURL, locations }: Record<string, unknown>,
  maxUserIdBytes: number,
): SetiMessage | undefined {
  if (typeof oortURL !== "string" || !Array.isArray(locations)) return undefined;
  const isLocation = (value: unknown): value is Location =>
    isObject(value) && userIdProblem(value.user, maxUserIdBytes) === undefined && isTexts(value.nodes);
  return { kind: "locations", node: oortURL, locations: locations.filter(isLocation) };
}

function readMarkQuestion({ oortURL, marks, request, came }: Record<string, unknown>): SetiMessage | undefined {
  const asked = readMarks(marks);
  if (typeof oortURL !== "string" || asked === undefined || !isCount(request)) return undefined;
  return { kind: "marks", node: oortURL, question: { request, marks: asked, present: came === true } };
}

function readNames(
  { oortURL, names, request }: Record<string, unknown>,
  maxUserIdBytes: number,
): SetiMessage | undefined {
  if (typeof oortURL !== "string" || !Array.isArray(names) || !isCount(request)) return undefined;
  const users = names.filter((user) => userIdProblem(user, maxUserIdBytes) === undefined);
  return { kind: "names", node: oortURL, request, users };
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
  return (
    isObject(value) &&
    isCount(value.request) &&
    isCount(value.sessions) &&
    isCount(value.reached) &&
    (value.confirmed === undefined || isCount(value.confirmed)) &&
    (value.open === undefined || isCount(value.open)) &&
    (value.passed === undefined || isTexts(value.passed)) &&
    (value.holders === undefined || isTexts(value.holders))
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === "string");
}

/** Counts and versions are integers that JSON and JavaScript carry exactly. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The data of a statement. Booleans are always there, as Java expects them (spec section 20). */
export function writeStatement(statement: PresenceStatement): Record<string, unknown> {
  const { node, userIds, present, replace, alive, stamp, chunk, since, digest, have, sharded, moved, marked } =
    statement;
  return {
    userIds,
    oortURL: node,
    presence: present,
    replace,
    ...(alive === undefined ? {} : { alive }),
    ...stamp,
    ...(chunk === undefined ? {} : { chunk: chunk.index, chunks: chunk.count }),
    ...(since === undefined ? {} : { since }),
    ...digest,
    ...(have === undefined ? {} : { have }),
    ...(sharded ? { mode: "shard" } : {}),
    ...(moved ? { moved } : {}),
    ...(marked === undefined ? {} : { marks: writeMarks(marked.marks), marksHash: marked.hash }),
  };
}

export function writeMarkQuestion({ request, marks, present }: MarkQuestion): Record<string, unknown> {
  return { marks: writeMarks(marks), request, ...(present ? { came: true } : {}) };
}

/** The data of a message for users. For one user and without a request it is exactly Java's. */
export function writeUserSend(send: UserSend, ownUrl: string, ownSetiId: string): Record<string, unknown> {
  const { asks, channel, data, hops, key, until, answerTo } = send;
  const ask = asks[0];
  const written: Record<string, unknown> =
    asks.length > 1
      ? { channel, setiId: ownSetiId, data, batch: asks.map(({ user, request }) => [user, request]) }
      : { userId: ask?.user, channel, setiId: ownSetiId, data };
  if (asks.length <= 1) {
    if (ask?.request === undefined) return written;
    written.request = ask.request;
  }
  // One by one: to spread an object for each would cost more than all else here.
  written.oortURL = ownUrl;
  if (hops !== undefined) written.hops = hops;
  if (key !== undefined) written.key = key;
  if (until !== undefined) written.until = until;
  if (answerTo !== undefined) written.answerTo = answerTo;
  return written;
}

export function writeAnswers(answers: Answers): Record<string, unknown> {
  return { oortURL: answers.node, answers: answers.answers };
}
