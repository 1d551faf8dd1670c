import { createHash } from "node:crypto";
import type { Logger } from "../core/logger.js";
import { isObject } from "../core/message/message.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { CallBody, UserCalls } from "./user-calls.js";
import { userIdProblem } from "./user-id.js";

/** One session of a user, as its node tells it. */
export interface UserSession {
  /** The oortURL of the node that has it. */
  readonly node: string;
  /** Names the session among the user's; made of the clientId, which cannot be found from it. */
  readonly session: string;
  /** What it used last, such as `websocket`; empty before the first. */
  readonly transport: string;
  /** When it shook hands, in milliseconds since the epoch by its node's clock. */
  readonly since: number;
  /** Only where the node has `seti.sessionAddresses`. */
  readonly remoteAddress?: string;
}

/** What a question to all nodes about one user leaves open. */
export interface NodesLeftOut {
  /** Nodes that were asked and did not answer in time. */
  readonly unanswered: readonly string[];
  /** Nodes that hold the user and cannot be asked: Java's. */
  readonly unknown: readonly string[];
}

export interface SessionsOfUser extends NodesLeftOut {
  /** By node, this one first, then by age. Of one node at most 1,000. */
  readonly sessions: readonly UserSession[];
  /** How many there are, those that are not listed included. */
  readonly total: number;
}

export interface Disconnected extends NodesLeftOut {
  /** Sessions that were ended. */
  readonly disconnected: number;
}

/** What is needed of the node. */
export interface UserSessionsHost {
  readonly ownNode: string;
  sessionsOf(user: string): ServerSession[];
  /** The other nodes of our own kind that are linked. */
  ownKind(): string[];
  /** The other nodes that hold the user, as far as is known here. */
  holdersOf(user: string): readonly string[];
  /** Gives a session a message as Seti. */
  deliver(session: ServerSession, channel: string, data: unknown): boolean;
}

export interface UserSessionsOptions {
  readonly maxUserIdBytes: number;
  readonly sessionAddresses: boolean;
}

/** What a session is told, as its last message, when it is ended with a reason. */
export const GOODBYE_CHANNEL = "/service/seti/disconnected";

/** Longest reason, in UTF-16 units. */
export const MAX_REASON_CHARS = 256;

/** Most sessions of one user that one node lists: keeps an answer well below the size of a link message. */
const MAX_LISTED = 1_000;

/**
 * Lists and ends the sessions of a user on all nodes. Every node of our own kind is asked, whatever presence says of it:
 * an administrator asks seldom, and means also the session that came a moment ago.
 */
export class UserSessions {
  readonly #host: UserSessionsHost;
  readonly #calls: UserCalls;
  readonly #options: UserSessionsOptions;
  readonly #logger: Logger;
  /** Only where they are told. */
  readonly #addresses = new WeakMap<ServerSession, string>();

  constructor(
    host: UserSessionsHost,
    calls: UserCalls,
    options: UserSessionsOptions,
    parts: { readonly logger: Logger },
  ) {
    this.#host = host;
    this.#calls = calls;
    this.#options = options;
    this.#logger = parts.logger;
    calls.answer("sessions", (body) => this.#answerList(body));
    calls.answer("disconnect", (body, caller) => this.#answerDisconnect(body, caller));
  }

  /** Begins to remember where sessions come from, if that is told. @returns a function that ends that */
  observe(server: BayeuxServer): () => void {
    if (!this.#options.sessionAddresses) return () => {};
    return server.addListener({
      sessionAdded: (session) => {
        const address = session.context?.remoteAddress;
        if (address !== undefined) this.#addresses.set(session, address);
      },
    });
  }

  async list(user: string): Promise<SessionsOfUser> {
    const { answers, ...leftOut } = await this.#askAll("sessions", { user });
    const sessions = answers.flatMap(({ node, body }) => readSessions(node, body.sessions));
    const total = answers.reduce((sum, { body }) => sum + countOf(body.total), 0);
    return { sessions, total: Math.max(total, sessions.length), ...leftOut };
  }

  /** @param session - only this one, by its name in the list; undefined for all of the user */
  async disconnect(user: string, session: string | undefined, reason: string | undefined): Promise<Disconnected> {
    const { answers, ...leftOut } = await this.#askAll("disconnect", { user, session, reason });
    const disconnected = answers.reduce((sum, { body }) => sum + countOf(body.disconnected), 0);
    return { disconnected, ...leftOut };
  }

  async #askAll(name: string, body: CallBody) {
    const { ownNode } = this.#host;
    const user = body.user as string;
    const nodes = [ownNode, ...this.#host.ownKind()];
    const unknown = this.#host.holdersOf(user).filter((node) => !nodes.includes(node));
    const bodies = await Promise.all(nodes.map((node) => this.#calls.ask(node, name, body)));
    const answers = nodes.flatMap((node, index) => {
      const answer = bodies[index];
      return answer === undefined ? [] : [{ node, body: answer }];
    });
    return { answers, unanswered: nodes.filter((_, index) => bodies[index] === undefined), unknown };
  }

  #answerList({ user }: CallBody): CallBody | undefined {
    if (userIdProblem(user, this.#options.maxUserIdBytes) !== undefined) return undefined;
    const all = this.#host.sessionsOf(user as string);
    const sessions = all.slice(0, MAX_LISTED).map((session) => {
      const remoteAddress = this.#addresses.get(session);
      const transport = session.transport ?? "";
      const known = { session: sessionNameOf(session), transport, since: Math.round(session.sinceMs) };
      return remoteAddress === undefined ? known : { ...known, remoteAddress };
    });
    return { sessions, total: all.length };
  }

  #answerDisconnect({ user, session: name, reason }: CallBody, caller: string): CallBody | undefined {
    if (userIdProblem(user, this.#options.maxUserIdBytes) !== undefined) return undefined;
    if (name !== undefined && typeof name !== "string") return undefined;
    const wanted = this.#host
      .sessionsOf(user as string)
      .filter((session) => name === undefined || sessionNameOf(session) === name);
    for (const session of wanted) {
      if (typeof reason === "string" && reason !== "") {
        this.#host.deliver(session, GOODBYE_CHANNEL, { reason: reason.slice(0, MAX_REASON_CHARS) });
      }
      session.disconnect();
    }
    if (wanted.length > 0) {
      this.#logger.info({ user, sessions: wanted.length, reason, caller }, "sessions of a user were ended by request");
    }
    return { disconnected: wanted.length };
  }
}

/** A digest, so that nobody who reads a list can speak for its sessions. */
export function sessionNameOf({ id }: { readonly id: string }): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 16);
}

function readSessions(node: string, value: unknown): UserSession[] {
  if (!Array.isArray(value)) return [];
  const sessions = value.slice(0, MAX_LISTED).flatMap((entry: unknown): UserSession[] => {
    if (!isObject(entry)) return [];
    const { session, transport, since, remoteAddress } = entry;
    if (typeof session !== "string" || typeof transport !== "string" || typeof since !== "number") return [];
    const known = { node, session, transport, since };
    return [typeof remoteAddress === "string" ? { ...known, remoteAddress } : known];
  });
  return sessions.sort((one, other) => one.since - other.since);
}

function countOf(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0;
}
