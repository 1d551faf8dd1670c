import { z } from "zod";
import type { Oort } from "../../cluster/oort.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { Seti } from "../../seti/seti.js";
import { sessionNameOf } from "../../seti/user-sessions.js";
import { nodeUrls } from "../fields.js";
import type { NodeQuestions } from "./node-questions.js";
import type { SessionBook } from "./session-book.js";
import {
  comparePlaces,
  type ListedSession,
  listedSession,
  pageOf,
  printPlace,
  rankOf,
  readPlace,
  SESSION_ORDERS,
  type SessionOrder,
  type SessionPlace,
} from "./session-page.js";

/** Which sessions are wanted, and how many of them at once. */
export interface SessionQuery {
  /** The oortURL of the one node whose sessions are wanted; undefined for all nodes. */
  readonly node: string | undefined;
  /** Part of a user's id; capital letters do not matter. */
  readonly user: string;
  readonly transport: string;
  readonly order: SessionOrder;
  readonly pageSize: number;
  /** Of the page before; undefined for the first page. */
  readonly after: SessionPlace | undefined;
}

/** One page of sessions, of one node or of all. */
export const sessionListing = z.object({
  sessions: z.array(listedSession),
  total: z.int().describe("how many match, on all pages"),
  nextPageToken: z.string().describe("for the next page; empty on the last"),
  unansweredNodes: nodeUrls,
  unknownNodes: nodeUrls,
});

export type SessionListing = z.output<typeof sessionListing>;

/** Most sessions on one page. */
export const MAX_PAGE_SIZE = 200;

const place = z.tuple([z.number(), z.string(), z.number()]);
const listed = listedSession.omit({ node: true }).extend({ place });
const question = z.object({
  user: z.string(),
  transport: z.string(),
  order: z.enum(SESSION_ORDERS),
  pageSize: z.int().positive().max(MAX_PAGE_SIZE),
  after: z.string(),
});
const answer = z.object({ sessions: z.array(listed).max(MAX_PAGE_SIZE), total: z.number(), hasMore: z.boolean() });

export interface SessionListParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly book: SessionBook;
  readonly questions: NodeQuestions;
}

/** Lists the sessions of one node or of all, a page at a time: each node finds its own page, and sends no more than that. */
export class SessionList {
  readonly #parts: SessionListParts;

  constructor(parts: SessionListParts) {
    this.#parts = parts;
    parts.questions.answer("sessions", (body) => this.#own(question.parse(body)));
  }

  /** @returns undefined when the query's one node cannot be asked or did not answer */
  async list({ node, after, ...query }: SessionQuery): Promise<SessionListing | undefined> {
    const { questions } = this.#parts;
    const nodes = node === undefined ? questions.nodes : [node];
    const body = { ...query, after: after === undefined ? "" : printPlace(after) };
    const { answers, unanswered } = await questions.askAll("sessions", body, answer, nodes);
    if (node !== undefined && answers.length === 0) return undefined;
    const all = answers.flatMap(({ node: url, answer: { sessions } }) =>
      sessions.map(({ place: [rank, , number], ...session }) => ({
        place: { rank, node: url, number },
        session: { node: url, ...session },
      })),
    );
    all.sort((a, b) => comparePlaces(a.place, b.place));
    const page = all.slice(0, query.pageSize);
    const hasMore = all.length > page.length || answers.some(({ answer: { hasMore: more } }) => more);
    const last = page.at(-1);
    return {
      sessions: page.map(({ session }) => session),
      total: answers.reduce((sum, { answer: { total } }) => sum + total, 0),
      nextPageToken: hasMore && last !== undefined ? printPlace(last.place) : "",
      unansweredNodes: [...unanswered],
      unknownNodes: node === undefined ? questions.foreign : [],
    };
  }

  /** The session of this node with that name. */
  find(name: string): ServerSession | undefined {
    for (const session of this.#clients()) if (sessionNameOf(session) === name) return session;
    return undefined;
  }

  #own({ user, transport, order, pageSize, after }: z.output<typeof question>) {
    const { oort } = this.#parts;
    const wanted = this.#wanted(user.toLowerCase(), transport);
    const places = (session: ServerSession): SessionPlace => {
      const { sinceMs, number } = session;
      const rank = rankOf(order, { sinceMs: Math.round(sinceMs), queued: session.queue.length });
      return { rank, node: oort.url, number };
    };
    const { page, hasMore } = pageOf(wanted, places, after === "" ? undefined : readPlace(after), pageSize);
    const sessions = page.map(({ item, place: { rank, node, number } }) => ({
      place: [rank, node, number],
      ...this.describe(item),
    }));
    return { sessions, total: wanted.length, hasMore };
  }

  /** What is told of a session. */
  describe(session: ServerSession): Omit<ListedSession, "node"> {
    const { seti, book } = this.#parts;
    const { remoteAddress, dropped } = book.notesOf(session);
    return {
      session: sessionNameOf(session),
      users: [...seti.usersOf(session)],
      transport: session.transport ?? "",
      sinceMs: Math.round(session.sinceMs),
      remoteAddress: seti.options.sessionAddresses ? (remoteAddress ?? "") : "",
      queuedMessages: session.queue.length,
      queuedBytes: session.queue.bytes,
      subscriptions: session.subscriptions.size,
      dropped,
      isReachable: session.outlet !== undefined || session.holder !== undefined,
    };
  }

  #wanted(user: string, transport: string): ServerSession[] {
    const { seti } = this.#parts;
    const wanted: ServerSession[] = [];
    for (const session of this.#clients()) {
      if (transport !== "" && session.transport !== transport) continue;
      if (user !== "" && !seti.usersOf(session).some((id) => id.toLowerCase().includes(user))) continue;
      wanted.push(session);
    }
    return wanted;
  }

  *#clients(): Iterable<ServerSession> {
    const { bayeux, oort } = this.#parts;
    for (const session of bayeux.sessions.values()) if (!session.isLocal && !oort.isOort(session)) yield session;
  }
}
