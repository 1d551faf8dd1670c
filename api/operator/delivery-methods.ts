import { z } from "zod";
import type { Oort } from "../../cluster/oort.js";
import type { Clock } from "../../core/clock.js";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { matches } from "../../core/message/channel-id.js";
import type { Random } from "../../core/random.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { Rights } from "../../rights/rights.js";
import type { Seti } from "../../seti/seti.js";
import { ApiError } from "../api-error.js";
import { type ApiMethod, unaryMethod } from "../api-method.js";
import type { RequestFields } from "../fields.js";
import { explainDelivery, finding, type NodeFacts, nodeFacts } from "./delivery-explanation.js";
import { explainSubscribe } from "./explain-subscribe.js";
import { MessageTracer, traceResult } from "./message-trace.js";
import type { NodeQuestions } from "./node-questions.js";
import type { SessionBook } from "./session-book.js";
import type { SessionList } from "./session-list.js";

/** Where test messages go, if nothing else is said: clients that do not know the channel ignore it. */
export const TEST_CHANNEL = "/service/oortbus/test";

/** How many of a user's last sessions a node tells of. */
const MAX_ENDED = 3;

export interface DeliveryMethodsParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly rights: Rights;
  readonly clock: Clock;
  readonly random: Random;
  readonly questions: NodeQuestions;
  readonly book: SessionBook;
  readonly list: SessionList;
}

/** Whether messages reach a user, by way of which nodes, and why not. */
export function deliveryMethods(parts: DeliveryMethodsParts, { user, anyChannel, data }: RequestFields): ApiMethod[] {
  const { bayeux, oort, seti, clock, random, questions } = parts;
  const sessionsOf = (name: string): ServerSession[] => {
    if (!seti.isAssociated(name)) return [];
    return [...bayeux.sessions.values()].filter((session) => seti.usersOf(session).includes(name));
  };
  const tracer = new MessageTracer({
    clock,
    seti,
    ownNode: oort.url,
    questions,
    sessionsOf,
    newId: () => random.token(64),
  });
  questions.answer("facts", (body) =>
    factsOf(parts, sessionsOf(String(body.user)), String(body.user), String(body.channel)),
  );

  return [
    unaryMethod({
      service: "Operator",
      name: "TraceMessage",
      summary: "Sends a test message to a user and tells its path, with times.",
      request: z.strictObject({
        user,
        channel: emptyIsDefault(anyChannel).meta({
          description: `the message's; ${TEST_CHANNEL} if empty or left out`,
        }),
        data: data.optional().meta({ description: "the message's; a new object if left out" }),
      }),
      response: traceResult,
      audit: {
        outcome: ({ delivered }, { channel = TEST_CHANNEL }) => `on ${channel}: ${delivered} session(s) took it`,
      },
      async run({ user: name, channel = TEST_CHANNEL, data: payload = { test: random.token(64) } }) {
        try {
          return await tracer.trace({ user: name, channel, data: payload });
        } catch (error) {
          if (!(error instanceof BayeuxError)) throw error;
          const kind = error.code === 429 ? "BUSY" : "INVALID_ARGUMENT";
          throw new ApiError(kind, error.message, { cause: error });
        }
      },
    }),
    unaryMethod({
      service: "Operator",
      name: "ExplainDelivery",
      summary: "Why a user gets messages, or does not.",
      request: z.strictObject({
        user,
        channel: emptyIsDefault(anyChannel).meta({ description: "whose messages are meant; empty: those to the user" }),
      }),
      response: z.strictObject({ findings: z.array(finding).describe("what is wrong first") }),
      inEveryState: true,
      async run({ user: name, channel = "" }) {
        const [{ nodes: presentOn }, { answers, unanswered }] = await Promise.all([
          seti.findPresence(name),
          questions.askAll("facts", { user: name, channel }, nodeFacts),
        ]);
        const findings = explainDelivery({
          user: name,
          channel,
          presentOn,
          owners: seti.ownersOf(name),
          keepsMessages: seti.options.inbox.maxMessages > 0,
          nodes: answers.map(({ node, answer }) => ({ node, facts: answer })),
          unansweredNodes: unanswered,
          unknownNodes: questions.foreign,
        });
        return { findings };
      },
    }),
  ];
}

/** What this node knows of a user and a channel; the channel is empty for what is sent to the user. */
function factsOf(
  { clock, seti, rights, book, list }: DeliveryMethodsParts,
  sessions: readonly ServerSession[],
  user: string,
  channel: string,
): NodeFacts {
  const asksRight = channel !== "" && !channel.startsWith("/service/");
  return {
    nowMs: clock.now(),
    sessions: sessions.map((session) => {
      const { lastDropMs } = book.notesOf(session);
      const { maxQueuedMessages } = session.mailbox;
      const subscriptions = [...session.subscriptions].map(({ name }) => name);
      const taking = channel === "" ? [] : subscriptions.filter((name) => matches(name, channel));
      const right = asksRight ? explainSubscribe(rights, session, channel) : undefined;
      return { ...list.describe(session), lastDropMs, maxQueuedMessages, subscriptions: taking, right };
    }),
    ended: book
      .endedOf(user)
      .slice(0, MAX_ENDED)
      .map(({ atMs, reason, waiting }) => ({ atMs, reason, waiting })),
    kept: seti.keptFor(user),
  };
}

/** As a field of a gRPC message, which is empty when it is left out. */
function emptyIsDefault<Form extends z.ZodType>(form: Form) {
  return z.preprocess((value) => (value === "" ? undefined : value), form.optional()).optional();
}
