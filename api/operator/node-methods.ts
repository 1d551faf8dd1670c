import { z } from "zod";
import { type ApiMethod, unaryMethod } from "../api-method.js";
import { type NodeSampler, nodeDescription } from "./node-description.js";
import type { NodeQuestions } from "./node-questions.js";
import { nodeOr, upTo } from "./operator-fields.js";
import { columnsOf, SAMPLED, thinned } from "./sample-history.js";

const MAX_POINTS = 900;
const USUAL_POINTS = 300;

const columns = z.array(z.number()).max(1_000);
const history = z.object({
  atMs: columns,
  ...(Object.fromEntries(SAMPLED.map((name) => [name, columns])) as Record<(typeof SAMPLED)[number], typeof columns>),
});
const draining = z.object({ sessions: z.number().describe("client sessions that are still to be moved") });

export interface NodeMethodsParts {
  readonly ownNode: string;
  readonly questions: NodeQuestions;
  readonly sampler: NodeSampler;
  /** Begins to leave, if it has not begun. */
  drain(): void;
}

/** How a node is, was, and that it shall leave; in every state of the answering node. */
export function nodeMethods({ ownNode, questions, sampler, drain }: NodeMethodsParts): ApiMethod[] {
  questions.answer("describe", () => sampler.describe());
  questions.answer("history", ({ sinceMs, maxPoints }) =>
    columnsOf(thinned(sampler.history.after(Number(sinceMs)), Number(maxPoints))),
  );
  questions.answer("drain", () => {
    drain();
    return { sessions: sampler.countClients() };
  });

  return [
    unaryMethod({
      service: "Operator",
      name: "DescribeNode",
      summary: "How one node is: its sessions by transport, what waits, which limits were hit.",
      request: z.strictObject({ node: nodeOr("the answering node") }),
      response: nodeDescription,
      inEveryState: true,
      run: ({ node = ownNode }) => questions.mustAnswer(node, "describe", {}, nodeDescription),
    }),
    unaryMethod({
      service: "Operator",
      name: "GetHistory",
      summary: "What one node was doing in the last half hour, every two seconds, thinned out for a chart.",
      request: z.strictObject({
        node: nodeOr("the answering node"),
        sinceMs: z
          .number("must be a number")
          .default(0)
          .meta({ description: "only what came later, in ms since the epoch; 0 for all there is", example: 0 }),
        maxPoints: upTo(MAX_POINTS, USUAL_POINTS),
      }),
      response: history.extend({ node: z.string() }),
      inEveryState: true,
      async run({ node = ownNode, ...wanted }) {
        return { node, ...(await questions.mustAnswer(node, "history", wanted, history)) };
      },
    }),
    unaryMethod({
      service: "Operator",
      name: "DrainNode",
      summary: "Takes a node out of the cluster, as Drain does for the answering one.",
      request: z.strictObject({ node: nodeOr("the answering node") }),
      response: draining,
      inEveryState: true,
      audit: {
        target: ({ node = ownNode }) => node,
        outcome: ({ sessions }) => `${sessions} session(s) to move`,
      },
      run: ({ node = ownNode }) => questions.mustAnswer(node, "drain", {}, draining),
    }),
  ];
}
