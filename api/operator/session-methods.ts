import { z } from "zod";
import { GOODBYE_CHANNEL } from "../../seti/user-sessions.js";
import { type ApiMethod, unaryMethod } from "../api-method.js";
import { reason } from "../fields.js";
import { type NodeQuestions, noAnswer } from "./node-questions.js";
import { filter, nodeOr, oneNode, upTo } from "./operator-fields.js";
import { MAX_PAGE_SIZE, type SessionList, sessionListing } from "./session-list.js";
import { readPlace, SESSION_ORDERS, type SessionPlace } from "./session-page.js";

const USUAL_PAGE_SIZE = 50;

const ended = z.object({ ended: z.boolean().describe("whether there was one") });

/** The sessions of clients, whether anybody is logged in by them or not; in every state of the answering node. */
export function sessionMethods(list: SessionList, questions: NodeQuestions): ApiMethod[] {
  questions.answer("end", ({ session: name, reason: why }) => {
    const session = list.find(String(name));
    if (session === undefined) return { ended: false };
    if (typeof why === "string" && why !== "") session.deliver(undefined, GOODBYE_CHANNEL, { reason: why });
    session.disconnect();
    return { ended: true };
  });

  return [
    unaryMethod({
      service: "Operator",
      name: "ListSessions",
      summary: "Sessions of one node or of all, a page at a time.",
      request: z.strictObject({
        node: nodeOr("all nodes"),
        user: filter(256, "part of a user's id, whose capital letters do not matter", "bob"),
        transport: filter(64, "what the session used last", "websocket"),
        order: z
          .enum(["", ...SESSION_ORDERS], `must be one of ${SESSION_ORDERS.join(", ")}`)
          .default("")
          .transform((order) => (order === "" ? "newest" : order))
          .meta({ description: "newest if empty; queue: the fullest queue first", example: "newest" }),
        pageSize: upTo(MAX_PAGE_SIZE, USUAL_PAGE_SIZE),
        pageToken: z
          .string("must be text")
          .max(4_096, "must be a nextPageToken")
          .default("")
          .transform(placeOf)
          .meta({ description: "the nextPageToken of the page before; empty for the first" }),
      }),
      response: sessionListing,
      inEveryState: true,
      async run({ pageToken, ...query }) {
        const listing = await list.list({ ...query, node: query.node, after: pageToken });
        return listing ?? noAnswer(query.node!);
      },
    }),
    unaryMethod({
      service: "Operator",
      name: "EndSession",
      summary: "Ends one session of a client, whether anybody is logged in by it or not.",
      request: z.strictObject({
        node: oneNode,
        session: z
          .string("must be text")
          .regex(/^[\w-]{16}$/, "must be a session as ListSessions names it")
          .meta({ example: "c2Vzc2lvbi1vZi1i" }),
        reason,
      }),
      response: ended,
      inEveryState: true,
      audit: {
        target: ({ node, session }) => `${session} on ${node}`,
        outcome: ({ ended: wasThere }) => (wasThere ? "ended" : "no such session"),
      },
      run: ({ node, ...wanted }) => questions.mustAnswer(node, "end", wanted, ended),
    }),
  ];
}

function placeOf(token: string, context: z.RefinementCtx): SessionPlace | undefined {
  const place = token === "" ? undefined : readPlace(token);
  if (token !== "" && place === undefined) context.addIssue({ code: "custom", message: "must be a nextPageToken" });
  return place;
}
