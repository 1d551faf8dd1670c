import { z } from "zod";
import { type ApiMethod, unaryMethod } from "../api-method.js";
import { nodeUrls } from "../fields.js";
import { type AuditLog, mergedEntries } from "./audit-log.js";
import type { NodeQuestions } from "./node-questions.js";
import { upTo } from "./operator-fields.js";

const MAX_ENTRIES = 500;
const USUAL_ENTRIES = 100;

const what = {
  atMs: z.number().describe("by the clock of the node that was asked"),
  node: z.string().describe("the node that was asked"),
  action: z.string().describe("the call"),
  target: z.string().describe("what it was done to"),
  outcome: z.string().describe("what came of it"),
};
const caller = {
  address: z.string().describe("where the call came from"),
  token: z.string().describe("the name of the token it came with; `none` where none was needed"),
};
const entries = z.object({ entries: z.array(z.object({ ...what, caller: z.object(caller) })).max(1_000) });

/** What operators did. It is read in every state of the answering node, and who reads it is not written down. */
export function auditMethods(log: AuditLog, questions: NodeQuestions): ApiMethod[] {
  questions.answer("audit", ({ maxEntries }) => ({ entries: log.last(Number(maxEntries)) }));

  return [
    unaryMethod({
      service: "Operator",
      name: "GetAuditLog",
      summary: "What operators did, by way of any node, the newest first.",
      request: z.strictObject({ maxEntries: upTo(MAX_ENTRIES, USUAL_ENTRIES) }),
      response: z.strictObject({
        entries: z.array(z.strictObject({ ...what, ...caller })),
        unansweredNodes: nodeUrls,
      }),
      inEveryState: true,
      async run({ maxEntries }) {
        const { answers, unanswered } = await questions.askAll("audit", { maxEntries }, entries);
        const lists = answers.map(({ answer }) => answer.entries);
        const merged = mergedEntries(lists, maxEntries).map(({ caller: by, ...entry }) => ({ ...entry, ...by }));
        return { entries: merged, unansweredNodes: [...unanswered] };
      },
    }),
  ];
}
