import type { Clock, Timer } from "../core/clock.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { type Route, type RoutingView, routesTo, waitsForAnswers } from "./message-router.js";
import type { Answer, UserMessage } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

/** What became of a message to users. */
export interface SendResult {
  /** Sessions that took it, on all nodes. A Java node that holds the user counts as one session. */
  readonly delivered: number;
  /** Users whom nobody holds. */
  readonly unknown: readonly string[];
  /** Users for whom a node that should have answered did not: they may have got it, or not. */
  readonly unconfirmed: readonly string[];
}

/** The ways a user message leaves. */
export interface SendOutlet<S> {
  deliver(session: S, channel: string, data: unknown): boolean;
  /** @returns false when that node does not listen */
  toNode(node: string, message: Omit<UserMessage, "sender">): boolean;
  toAll(message: Omit<UserMessage, "sender">): void;
  /** The nodes that hear what goes to all, and answer. */
  audience(): string[];
}

export interface MessageSenderOptions {
  readonly replyTimeoutMs: number;
  readonly maxOutstandingSends: number;
}

/** One call of `send`. */
interface Send {
  readonly channel: string;
  readonly data: unknown;
  /** Users still being asked about. */
  open: number;
  delivered: number;
  readonly unknown: string[];
  readonly unconfirmed: string[];
  resolve: ((result: SendResult) => void) | undefined;
}

/** One question about one user: how many of his sessions does each of these nodes have, and how many took it? */
interface Question {
  readonly send: Send;
  readonly user: string;
  readonly toAll: boolean;
  readonly deadlineMs: number;
  waiting: readonly string[];
  sessions: number;
  /** A node that was asked will not answer any more. */
  silent: boolean;
}

/**
 * Sends to users, and finds out what came of it. At most two rounds a user: the nodes that hold him; and all nodes, if
 * none is known to hold him or all that were said that they do not any more, since he has just moved. Nobody gets a
 * message twice by it: a node that answers "no sessions" has delivered nothing.
 */
export class MessageSender<S> {
  readonly #view: RoutingView<S>;
  readonly #outlet: SendOutlet<S>;
  readonly #options: MessageSenderOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  /** By request number; in the order of their deadlines, since all wait equally long. */
  readonly #questions = new Map<number, Question>();
  #lastRequest = 0;
  #timer: Timer | undefined;

  constructor(
    view: RoutingView<S>,
    outlet: SendOutlet<S>,
    options: MessageSenderOptions,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#view = view;
    this.#outlet = outlet;
    this.#options = options;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  /** Users that wait for an answer. */
  get outstanding(): number {
    return this.#questions.size;
  }

  /** Rejects with BayeuxError 429, and sends nothing, when too many sends wait for answers. */
  send(users: readonly string[], channel: string, data: unknown): Promise<SendResult> {
    const routes = routesTo(users, this.#view);
    const questions = routes.reduce((sum, route) => sum + (waitsForAnswers(route) ? 1 : 0), 0);
    if (this.#questions.size + questions > this.#options.maxOutstandingSends) {
      this.#stats.refusedSends += 1;
      const limit = String(this.#options.maxOutstandingSends);
      return Promise.reject(new BayeuxError(429, [limit], "too many sends wait for answers of other nodes"));
    }
    const send: Send = { channel, data, open: 1, delivered: 0, unknown: [], unconfirmed: [], resolve: undefined };
    for (const route of routes) this.#sendTo(route, send);
    this.#stats.sends += routes.length;
    send.open -= 1;
    if (send.open === 0) return Promise.resolve(this.#resultOf(send));
    return new Promise((resolve) => {
      send.resolve = resolve;
    });
  }

  /** Takes a node's answers. Those that nobody waits for are counted only. */
  answered(node: string, answers: readonly Answer[]): void {
    for (const { request, sessions, reached } of answers) {
      const question = this.#questions.get(request);
      if (question === undefined || !question.waiting.includes(node)) {
        this.#stats.lateAnswers += 1;
        continue;
      }
      question.sessions += sessions;
      question.send.delivered += reached;
      this.#answerCame(request, question, node);
    }
  }

  /** What the node has not answered by now it never will. */
  nodeLeft(node: string): void {
    for (const [request, question] of this.#questions) {
      if (!question.waiting.includes(node)) continue;
      question.silent = true;
      this.#answerCame(request, question, node);
    }
  }

  /** Ends every send that still waits. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const [request, question] of this.#questions) this.#giveUp(request, question);
  }

  #sendTo(route: Route<S>, send: Send): void {
    const { user, ask, tell } = route;
    const message = { userId: user, channel: send.channel, data: send.data, request: undefined };
    for (const session of route.sessions) {
      if (this.#outlet.deliver(session, send.channel, send.data)) send.delivered += 1;
    }
    let lost = false;
    for (const node of tell) {
      if (this.#outlet.toNode(node, message)) send.delivered += 1;
      else lost = true;
    }
    if (route.flood) this.#askAll(user, send);
    else if (ask.length > 0) this.#ask(user, send, route.sessions.length + tell.length, lost, ask);
    else if (lost) send.unconfirmed.push(user);
  }

  #ask(user: string, send: Send, sessions: number, lost: boolean, nodes: readonly string[]): void {
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    const message = { userId: user, channel: send.channel, data: send.data, request };
    const waiting = nodes.filter((node) => this.#outlet.toNode(node, message));
    const silent = lost || waiting.length < nodes.length;
    this.#open(request, { send, user, toAll: false, deadlineMs: this.#deadline(), waiting, sessions, silent });
  }

  #askAll(user: string, send: Send): void {
    this.#stats.floods += 1;
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    const waiting = this.#outlet.audience();
    this.#outlet.toAll({ userId: user, channel: send.channel, data: send.data, request });
    const silent = false;
    this.#open(request, { send, user, toAll: true, deadlineMs: this.#deadline(), waiting, sessions: 0, silent });
  }

  #deadline(): number {
    return this.#clock.now() + this.#options.replyTimeoutMs;
  }

  #open(request: number, question: Question): void {
    question.send.open += 1;
    this.#questions.set(request, question);
    if (question.waiting.length === 0) this.#close(request, question);
    else this.#timer ??= this.#clock.schedule(this.#options.replyTimeoutMs, () => this.#expire());
  }

  #answerCame(request: number, question: Question, node: string): void {
    question.waiting = question.waiting.filter((other) => other !== node);
    if (question.waiting.length === 0) this.#close(request, question);
  }

  #giveUp(request: number, question: Question): void {
    question.silent = true;
    question.waiting = [];
    this.#close(request, question);
  }

  #close(request: number, question: Question): void {
    this.#questions.delete(request);
    const { send, user, toAll, sessions, silent } = question;
    if (toAll) {
      if (sessions === 0) (silent ? send.unconfirmed : send.unknown).push(user);
    } else if (silent) {
      send.unconfirmed.push(user);
    } else if (sessions === 0) {
      // He was there a moment ago: he has moved, and the news of it is still on its way.
      this.#askAll(user, send);
    }
    send.open -= 1;
    if (send.open === 0 && send.resolve !== undefined) send.resolve(this.#resultOf(send));
  }

  #resultOf(send: Send): SendResult {
    this.#stats.delivered += send.delivered;
    this.#stats.unknown += send.unknown.length;
    this.#stats.unconfirmed += send.unconfirmed.length;
    return { delivered: send.delivered, unknown: send.unknown, unconfirmed: send.unconfirmed };
  }

  #expire(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.now();
    for (const [request, question] of this.#questions) {
      // Timers may fire a fraction of a millisecond early.
      if (question.deadlineMs > nowMs + 1) {
        this.#timer = this.#clock.schedule(question.deadlineMs - nowMs, () => this.#expire());
        return;
      }
      this.#giveUp(request, question);
    }
  }
}
