import { z } from "zod";
import type { Oort } from "../../cluster/oort.js";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { BayeuxError } from "../../core/message/bayeux-error.js";
import { matches } from "../../core/message/channel-id.js";
import type { Random } from "../../core/random.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { Rights } from "../../rights/rights.js";
import type { Seti } from "../../seti/seti.js";
import { GOODBYE_CHANNEL } from "../../seti/user-sessions.js";
import type { AccessTokens } from "../access-tokens.js";
import { ApiError } from "../api-error.js";
import type { NodeState } from "../cluster-view.js";
import { type AuditEntry, AuditLog, type Caller, mergedEntries } from "./audit-log.js";
import { explainDelivery, type Finding, type NodeFacts, nodeFacts } from "./delivery-explanation.js";
import { explainSubscribe } from "./explain-subscribe.js";
import { MessageTracer, type TraceResult } from "./message-trace.js";
import { type NodeDescription, NodeSampler, nodeDescription } from "./node-description.js";
import { NodeQuestions } from "./node-questions.js";
import { operatorReaders, TEST_CHANNEL } from "./operator-requests.js";
import { columnsOf, type History, SAMPLED, thinned } from "./sample-history.js";
import { SessionBook } from "./session-book.js";
import { SessionList, type SessionListing } from "./session-list.js";

/** Where a call comes from. */
export interface OperatorCall {
  readonly address: string;
  /** The `Authorization` it came with, which was checked already. */
  readonly authorization: string | undefined;
}

export interface OperatorApiParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  state(): NodeState;
  /** Begins to leave, if it has not begun. */
  drain(): void;
  readonly rights: Rights;
  /** Tells who holds the token of a call. */
  readonly tokens: AccessTokens;
}

const columns = z.array(z.number()).max(1_000);
const history = z.object({
  atMs: columns,
  ...(Object.fromEntries(SAMPLED.map((name) => [name, columns])) as Record<(typeof SAMPLED)[number], typeof columns>),
});
const ended = z.object({ ended: z.boolean() });
const draining = z.object({ sessions: z.number() });
const entries = z.object({
  entries: z
    .array(
      z.object({
        atMs: z.number(),
        node: z.string(),
        caller: z.object({ address: z.string(), token: z.string() }),
        action: z.string(),
        target: z.string(),
        outcome: z.string(),
      }),
    )
    .max(1_000),
});

/** How many of a user's last sessions a node tells of. */
const MAX_ENDED = 3;

/**
 * What operators may ask and do, by way of any one node: the console's server side. Both faces, gRPC and HTTP, call these
 * methods with a plain object nobody has checked yet. Every method rejects with {@link ApiError}; any other error is a bug.
 */
export class OperatorApi {
  readonly #parts: OperatorApiParts;
  readonly #read: ReturnType<typeof operatorReaders>;
  readonly #questions: NodeQuestions;
  readonly #sampler: NodeSampler;
  readonly #book: SessionBook;
  readonly #list: SessionList;
  readonly #tracer: MessageTracer;
  readonly #audit: AuditLog;
  #detach: () => void = () => {};

  constructor(parts: OperatorApiParts) {
    const { bayeux, oort, seti, random } = parts;
    this.#parts = parts;
    this.#read = operatorReaders({
      maxUserIdBytes: seti.options.maxUserIdBytes,
      maxDataBytes: bayeux.options.maxMessageBytes,
    });
    this.#questions = new NodeQuestions(oort, bayeux, parts);
    this.#sampler = new NodeSampler(parts);
    this.#audit = new AuditLog(oort.url, parts);
    this.#book = new SessionBook({
      clock: parts.clock,
      usersOf: (session) => seti.usersOf(session),
      isClient: (session) => !session.isLocal && !oort.isOort(session),
    });
    this.#list = new SessionList({ bayeux, oort, seti, book: this.#book, questions: this.#questions });
    this.#tracer = new MessageTracer({
      clock: parts.clock,
      seti,
      ownNode: oort.url,
      questions: this.#questions,
      sessionsOf: (user) => this.#sessionsOf(user),
      newId: () => random.token(64),
    });
    this.#answerOthers();
  }

  /** Once the cloud has started. */
  start(): void {
    this.#detach = this.#book.observe(this.#parts.bayeux);
    this.#questions.start();
    this.#sampler.start();
  }

  stop(): void {
    this.#detach();
    this.#questions.stop();
    this.#sampler.stop();
  }

  /** Deepest nesting of a payload; the faces look at it before they parse. */
  get maxDataDepth(): number {
    return this.#parts.bayeux.options.maxJsonDepth;
  }

  async describeNode(input: unknown): Promise<NodeDescription> {
    return this.#ask(this.#read.describeNode(input).node, "describe", {}, nodeDescription);
  }

  async getHistory(input: unknown): Promise<History & { readonly node: string }> {
    const { node = this.#ownNode, ...wanted } = this.#read.getHistory(input);
    return { node, ...(await this.#ask(node, "history", wanted, history)) };
  }

  async listSessions(input: unknown): Promise<SessionListing> {
    const { pageToken, ...query } = this.#read.listSessions(input);
    const listing = await this.#list.list({ ...query, after: pageToken });
    return listing ?? noAnswer(query.node!);
  }

  async traceMessage(input: unknown, from: OperatorCall): Promise<TraceResult> {
    const { user, channel = TEST_CHANNEL, data } = this.#read.traceMessage(input);
    const { state, random } = this.#parts;
    if (state() !== "ready") throw new ApiError("UNAVAILABLE", `this node is ${state()}: ask another one`);
    try {
      const result = await this.#tracer.trace({ user, channel, data: data ?? { test: random.token(64) } });
      this.#audit.record(
        this.#caller(from),
        "TraceMessage",
        user,
        `on ${channel}: ${result.delivered} session(s) took it`,
      );
      return result;
    } catch (error) {
      if (!(error instanceof BayeuxError)) throw error;
      const kind = error.code === 429 ? "BUSY" : "INVALID_ARGUMENT";
      throw new ApiError(kind, error.message, { cause: error });
    }
  }

  async explainDelivery(input: unknown): Promise<{ readonly findings: readonly Finding[] }> {
    const { user, channel = "" } = this.#read.explainDelivery(input);
    const { seti } = this.#parts;
    const [{ nodes: presentOn }, { answers, unanswered }] = await Promise.all([
      seti.findPresence(user),
      this.#questions.askAll("facts", { user, channel }, nodeFacts),
    ]);
    const findings = explainDelivery({
      user,
      channel,
      presentOn,
      owners: seti.ownersOf(user),
      keepsMessages: seti.options.inbox.maxMessages > 0,
      nodes: answers.map(({ node, answer }) => ({ node, facts: answer })),
      unansweredNodes: unanswered,
      unknownNodes: this.#questions.foreign,
    });
    return { findings };
  }

  async endSession(input: unknown, from: OperatorCall): Promise<{ readonly ended: boolean }> {
    const { node, ...wanted } = this.#read.endSession(input);
    const target = `${wanted.session} on ${node}`;
    return this.#audited(from, "EndSession", target, async () => {
      const result = await this.#ask(node, "end", wanted, ended);
      return [result, result.ended ? "ended" : "no such session"];
    });
  }

  async drainNode(input: unknown, from: OperatorCall): Promise<{ readonly sessions: number }> {
    const { node = this.#ownNode } = this.#read.drainNode(input);
    return this.#audited(from, "DrainNode", node, async () => {
      const result = await this.#ask(node, "drain", {}, draining);
      return [result, `${result.sessions} session(s) to move`];
    });
  }

  async getAuditLog(input: unknown): Promise<{
    readonly entries: readonly (Omit<AuditEntry, "caller"> & Caller)[];
    readonly unansweredNodes: readonly string[];
  }> {
    const { maxEntries } = this.#read.getAuditLog(input);
    const { answers, unanswered } = await this.#questions.askAll("audit", { maxEntries }, entries);
    const lists = answers.map(({ answer }) => answer.entries);
    const merged = mergedEntries(lists, maxEntries).map(({ caller, ...entry }) => ({ ...entry, ...caller }));
    return { entries: merged, unansweredNodes: unanswered };
  }

  /** Notes what was done to the cluster by another call of the API. */
  record(from: OperatorCall, action: string, target: string, outcome: string): void {
    this.#audit.record(this.#caller(from), action, target, outcome);
  }

  #caller({ address, authorization }: OperatorCall): Caller {
    return { address, token: this.#parts.tokens.holderOf(authorization) ?? "none" };
  }

  get #ownNode(): string {
    return this.#parts.oort.url;
  }

  #answerOthers(): void {
    const questions = this.#questions;
    questions.answer("describe", () => this.#sampler.describe());
    questions.answer("history", ({ sinceMs, maxPoints }) =>
      columnsOf(thinned(this.#sampler.history.after(Number(sinceMs)), Number(maxPoints))),
    );
    questions.answer("facts", ({ user, channel }) => this.#facts(String(user), String(channel)));
    questions.answer("end", ({ session, reason }) => this.#end(String(session), reason));
    questions.answer("drain", () => {
      this.#parts.drain();
      return { sessions: this.#sampler.countClients() };
    });
    questions.answer("audit", ({ maxEntries }) => ({ entries: this.#audit.last(Number(maxEntries)) }));
  }

  async #ask<T>(node: string | undefined, name: string, body: Record<string, unknown>, form: z.ZodType<T>): Promise<T> {
    const asked = node ?? this.#ownNode;
    return (await this.#questions.ask(asked, name, body, form)) ?? noAnswer(asked);
  }

  async #audited<T>(from: OperatorCall, action: string, target: string, work: () => Promise<[T, string]>): Promise<T> {
    const caller = this.#caller(from);
    try {
      const [result, outcome] = await work();
      this.#audit.record(caller, action, target, outcome);
      return result;
    } catch (error) {
      this.#audit.record(caller, action, target, error instanceof ApiError ? error.message : "failed");
      throw error;
    }
  }

  #end(name: string, reason: unknown): { ended: boolean } {
    const session = this.#list.find(name);
    if (session === undefined) return { ended: false };
    if (typeof reason === "string" && reason !== "") session.deliver(undefined, GOODBYE_CHANNEL, { reason });
    session.disconnect();
    return { ended: true };
  }

  #sessionsOf(user: string): ServerSession[] {
    const { bayeux, seti } = this.#parts;
    if (!seti.isAssociated(user)) return [];
    return [...bayeux.sessions.values()].filter((session) => seti.usersOf(session).includes(user));
  }

  #facts(user: string, channel: string): NodeFacts {
    const { clock, seti, rights } = this.#parts;
    const sessions = this.#sessionsOf(user);
    const asksRight = channel !== "" && !channel.startsWith("/service/");
    return {
      nowMs: clock.now(),
      sessions: sessions.map((session) => {
        const { lastDropMs } = this.#book.notesOf(session);
        const { maxQueuedMessages } = session.mailbox;
        const subscriptions = [...session.subscriptions].map(({ name }) => name);
        const taking = channel === "" ? [] : subscriptions.filter((name) => matches(name, channel));
        const right = asksRight ? explainSubscribe(rights, session, channel) : undefined;
        return { ...this.#list.describe(session), lastDropMs, maxQueuedMessages, subscriptions: taking, right };
      }),
      ended: this.#book
        .endedOf(user)
        .slice(0, MAX_ENDED)
        .map(({ atMs, reason, waiting }) => ({ atMs, reason, waiting })),
      kept: seti.keptFor(user),
    };
  }
}

function noAnswer(node: string): never {
  throw new ApiError("UNAVAILABLE", `${node} did not answer, or is no node of this cluster that could`);
}
