import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Clock } from "../../core/clock.js";
import type { ServerSession } from "../../core/session/server-session.js";
import type { Seti } from "../../seti/seti.js";
import { sessionNameOf } from "../../seti/user-sessions.js";
import { nodeUrls } from "../fields.js";
import type { NodeQuestions } from "./node-questions.js";

/**
 * What happens to a test message. `asked`: the call came · `located`: where the user is, is known · `sent`: the node began to
 * send · `delivered`: the outcome is known to the sender · `queued`: it waits for a session · `written`: the session's
 * transport has taken it · `waiting`: it has not, a second later · `missing`: it did not get as far as the session's queue.
 */
const SENDER_STEPS = ["asked", "located", "sent", "delivered"] as const;
const SESSION_STEPS = ["queued", "written", "waiting", "missing"] as const;

/** One thing that happened to a test message. */
const traceStep = z.object({
  node: z.string().describe("where it happened"),
  step: z
    .enum([...SENDER_STEPS, ...SESSION_STEPS])
    .describe("at the answering node asked, located, sent, delivered; the others at the node of a session"),
  atMs: z.number().describe("milliseconds since the call came, by the answering node's clock"),
  uncertaintyMs: z.number().describe("how far `atMs` may be off, since clocks differ; 0 for the answering node"),
  session: z.string().describe("as ListSessions names it; empty if it is none"),
  transport: z.string(),
  detail: z.string().describe("in words"),
});

export type TraceStep = z.output<typeof traceStep>;

export const traceResult = z.object({
  steps: z.array(traceStep).describe("in the order of their times"),
  delivered: z.int().describe("sessions that took it"),
  stored: z.int().describe("kept for the user's next login"),
  unansweredNodes: nodeUrls,
  unknownNodes: nodeUrls,
});

export type TraceResult = z.output<typeof traceResult>;

export interface TraceRequest {
  readonly user: string;
  readonly channel: string;
  readonly data: unknown;
}

/** How long what was queued is waited for to be written. */
const COLLECT_MS = 1_000;
/** A watch that nobody asks about any more is forgotten. */
const FORGET_MS = 10_000;
/** How often it looks whether it was written. The first look is at the end of the turn, when sockets have theirs. */
const LOOK_MS = 5;
/** Most messages looked out for at a time. */
const MAX_WATCHES = 100;

const seen = z.object({
  step: z.enum(SESSION_STEPS),
  atMs: z.number(),
  session: z.string(),
  transport: z.string(),
  detail: z.string(),
});
type Seen = z.output<typeof seen>;

const armQuestion = z.object({
  trace: z.string(),
  user: z.string(),
  channel: z.string(),
  data: z.unknown().optional(),
});
const armAnswer = z.object({ nowMs: z.number(), sessions: z.number() });
const collectAnswer = z.object({ seen: z.array(seen).max(10_000) });

interface Watch {
  readonly seen: Seen[];
  /** Sessions that have not got it, or whose transport has not taken it. */
  readonly open: Set<ServerSession>;
  /** Called when nothing is open any more. */
  readonly done: () => void;
  readonly whenDone: Promise<void>;
  readonly detach: (() => void)[];
}

export interface MessageTracerParts {
  readonly clock: Clock;
  readonly seti: Seti;
  readonly ownNode: string;
  readonly questions: NodeQuestions;
  /** The sessions of a user on this node. */
  sessionsOf(user: string): readonly ServerSession[];
  newId(): string;
}

/**
 * Sends a test message to a user, and tells its path: each node that has the user looks out for it beforehand, by channel
 * and data, since nothing may be added to what the client gets.
 */
export class MessageTracer {
  readonly #parts: MessageTracerParts;
  readonly #watches = new Map<string, Watch>();

  constructor(parts: MessageTracerParts) {
    this.#parts = parts;
    const { questions } = parts;
    questions.answer("trace-arm", (body) => this.#arm(armQuestion.parse(body)));
    questions.answer("trace-collect", async (body) => this.#collect(String(body.trace)));
  }

  /** @throws BayeuxError as `Seti.sendMessage` does */
  async trace({ user, channel, data }: TraceRequest): Promise<TraceResult> {
    const { clock, seti, ownNode, questions, newId } = this.#parts;
    const startMs = clock.now();
    const steps: TraceStep[] = [];
    const note = (step: TraceStep["step"], detail: string): void => {
      const own = { node: ownNode, uncertaintyMs: 0, session: "", transport: "" };
      steps.push({ ...own, step, atMs: clock.now() - startMs, detail });
    };
    note("asked", `a test message for ${JSON.stringify(user)} on ${channel}`);
    const { nodes } = await seti.findPresence(user);
    const owners = seti.ownersOf(user);
    note("located", nodes.length === 0 ? `on no node; owners ${owners.join(", ")}` : `on ${nodes.join(", ")}`);

    const trace = newId();
    const offsets = new Map<string, { readonly offsetMs: number; readonly uncertaintyMs: number }>();
    const unanswered = new Set<string>();
    await Promise.all(
      questions.nodes.map(async (node) => {
        const askedMs = clock.now();
        const answer = await questions.ask(node, "trace-arm", { trace, user, channel, data }, armAnswer);
        if (answer === undefined) return void unanswered.add(node);
        const tripMs = clock.now() - askedMs;
        const isOwn = node === ownNode;
        const offsetMs = isOwn ? 0 : answer.nowMs - (askedMs + tripMs / 2);
        offsets.set(node, { offsetMs, uncertaintyMs: isOwn ? 0 : tripMs / 2 });
      }),
    );

    note("sent", nodes.length === 0 ? "to the user's owners, who may keep it" : `to ${nodes.length} node(s)`);
    const result = await seti.sendMessage(user, channel, data);
    const stored = result.stored ?? 0;
    note("delivered", outcomeText({ ...result, stored }));

    await Promise.all(
      [...offsets].map(async ([node, { offsetMs, uncertaintyMs }]) => {
        const answer = await questions.ask(node, "trace-collect", { trace }, collectAnswer);
        if (answer === undefined) return void unanswered.add(node);
        for (const { atMs, ...one } of answer.seen) {
          steps.push({ node, uncertaintyMs, atMs: Math.max(0, atMs - offsetMs - startMs), ...one });
        }
      }),
    );
    steps.sort((a, b) => a.atMs - b.atMs);
    return {
      steps,
      delivered: result.delivered,
      stored,
      unansweredNodes: [...unanswered],
      unknownNodes: questions.foreign,
    };
  }

  #arm({ trace, user, channel, data }: z.output<typeof armQuestion>) {
    const { clock, sessionsOf } = this.#parts;
    const sessions = sessionsOf(user);
    if (sessions.length > 0 && this.#watches.size < MAX_WATCHES) this.#watch(trace, sessions, channel, data);
    return { nowMs: clock.now(), sessions: sessions.length };
  }

  #watch(trace: string, sessions: readonly ServerSession[], channel: string, data: unknown): void {
    let done = (): void => {};
    const whenDone = new Promise<void>((resolve) => (done = resolve));
    const watch: Watch = { seen: [], open: new Set(sessions), done, whenDone, detach: [] };
    this.#watches.set(trace, watch);
    for (const session of sessions) {
      let isFirst = true;
      watch.detach.push(
        session.addFilter((_sender, message) => {
          if (isFirst && message.channel === channel && isDeepStrictEqual(message.data, data)) {
            isFirst = false;
            this.#queued(watch, session);
          }
          return true;
        }),
        session.onRemoved(() => this.#close(watch, session)),
      );
    }
    this.#parts.clock.schedule(FORGET_MS, () => this.#forget(trace));
  }

  /** The filter runs just before the message is put into the queue. */
  #queued(watch: Watch, session: ServerSession): void {
    const ahead = session.queue.length;
    this.#see(watch, session, "queued", ahead === 0 ? "nothing waits before it" : `${ahead} message(s) wait before it`);
    this.#parts.clock.endOfTurn(() => this.#look(watch, session));
  }

  #look(watch: Watch, session: ServerSession): void {
    if (!watch.open.has(session)) return;
    const { queue } = session;
    if (queue.hasPending) {
      this.#parts.clock.schedule(LOOK_MS, () => this.#look(watch, session));
      return;
    }
    const detail = queue.length === 0 ? "" : "; kept until its client confirms";
    this.#see(watch, session, "written", `by ${session.transport ?? "no transport"}${detail}`);
    this.#close(watch, session);
  }

  #see(watch: Watch, session: ServerSession, step: Seen["step"], detail: string): void {
    const atMs = this.#parts.clock.now();
    watch.seen.push({ step, atMs, session: sessionNameOf(session), transport: session.transport ?? "", detail });
  }

  #close(watch: Watch, session: ServerSession): void {
    watch.open.delete(session);
    if (watch.open.size === 0) watch.done();
  }

  async #collect(trace: string) {
    const watch = this.#watches.get(trace);
    if (watch === undefined) return { seen: [] };
    const timer = this.#parts.clock.schedule(COLLECT_MS, watch.done);
    await watch.whenDone;
    timer.cancel();
    for (const session of watch.open) this.#lookLast(watch, session);
    this.#forget(trace);
    return { seen: watch.seen };
  }

  #lookLast(watch: Watch, session: ServerSession): void {
    const name = sessionNameOf(session);
    if (!watch.seen.some((one) => one.session === name)) {
      return this.#see(watch, session, "missing", "withheld by an extension or filter, dropped, or on its way yet");
    }
    const isThere = session.outlet !== undefined || session.holder !== undefined;
    this.#see(watch, session, "waiting", isThere ? "its client is there, and slow" : "until its client comes back");
  }

  #forget(trace: string): void {
    const watch = this.#watches.get(trace);
    if (watch === undefined) return;
    this.#watches.delete(trace);
    watch.open.clear();
    for (const detach of watch.detach) detach();
  }
}

function outcomeText(result: {
  delivered: number;
  unknown: readonly string[];
  unconfirmed: readonly string[];
  stored: number;
}): string {
  if (result.stored > 0) return "nobody there: kept for the next login";
  if (result.unknown.length > 0) return "nobody there: it reached no session, and is not kept";
  if (result.unconfirmed.length > 0) return `${result.delivered} session(s) took it; a node did not answer`;
  return `${result.delivered} session(s) took it`;
}
