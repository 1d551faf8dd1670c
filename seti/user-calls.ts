import type { Clock, Timer } from "../core/clock.js";
import { isObject } from "../core/message/message.js";

/** What a call carries, or its answer: plain JSON, and of any shape, since another node wrote it. */
export type CallBody = Readonly<Record<string, unknown>>;

/** One call, or the answer to one, as it travels on a node's own Seti channel. */
export interface UserCall {
  /** The oortURL of the node that speaks. */
  readonly node: string;
  /** What is asked for; undefined in an answer. */
  readonly name: string | undefined;
  /** Number of the question, chosen by who asks. */
  readonly request: number;
  /** Undefined in an answer that says nothing. */
  readonly body: CallBody | undefined;
}

/** Does what another node, or this one, asks for. @returns undefined when the question is none */
export type CallHandler = (body: CallBody, caller: string) => CallBody | undefined;

export interface UserCallsOptions {
  readonly replyTimeoutMs: number;
  readonly maxOutstandingCalls: number;
}

export interface UserCallsParts {
  readonly ownNode: string;
  /** Publishes on the node's own channel. @returns false when it does not listen */
  send(node: string, data: unknown): boolean;
  /** Whether the node is linked: an answer goes to nobody else. */
  isPeer(node: string): boolean;
  readonly clock: Clock;
}

/** @returns undefined when `data`, which has the key `call`, is none. Never throws. */
export function readUserCall(data: Record<string, unknown>): UserCall | undefined {
  const { oortURL, call, request, body } = data;
  if (typeof oortURL !== "string" || (typeof call !== "string" && call !== null)) return undefined;
  if (!Number.isSafeInteger(request)) return undefined;
  return {
    node: oortURL,
    name: call ?? undefined,
    request: request as number,
    body: isObject(body) ? body : undefined,
  };
}

interface Question {
  readonly node: string;
  readonly deadlineMs: number;
  readonly resolve: (body: CallBody | undefined) => void;
}

/**
 * Questions from node to node, each with one answer or none: what the services for users ask of other nodes of our own
 * kind. They travel as messages do, on the channel of who is asked, so they keep their order among them.
 */
export class UserCalls {
  readonly #parts: UserCallsParts;
  readonly #options: UserCallsOptions;
  readonly #handlers = new Map<string, CallHandler>();
  /** By number; in the order of their deadlines, since all wait equally long. */
  readonly #questions = new Map<number, Question>();
  #lastRequest = 0;
  #timer: Timer | undefined;

  constructor(options: UserCallsOptions, parts: UserCallsParts) {
    this.#options = options;
    this.#parts = parts;
  }

  /** Questions that wait for their answer. */
  get outstanding(): number {
    return this.#questions.size;
  }

  answer(name: string, handler: CallHandler): void {
    this.#handlers.set(name, handler);
  }

  /**
   * Asks a node; this one answers in the same way, at once.
   * @returns undefined when no answer came in time, the node does not listen or has left, or too many questions wait
   */
  ask(node: string, name: string, body: CallBody): Promise<CallBody | undefined> {
    if (node === this.#parts.ownNode) return Promise.resolve(this.#handlers.get(name)?.(body, node));
    if (this.#questions.size >= this.#options.maxOutstandingCalls) return Promise.resolve(undefined);
    this.#lastRequest += 1;
    const request = this.#lastRequest;
    if (!this.#parts.send(node, { oortURL: this.#parts.ownNode, call: name, request, body })) {
      return Promise.resolve(undefined);
    }
    return new Promise((resolve) => {
      const deadlineMs = this.#parts.clock.now() + this.#options.replyTimeoutMs;
      this.#questions.set(request, { node, deadlineMs, resolve });
      this.#timer ??= this.#parts.clock.schedule(this.#options.replyTimeoutMs, () => this.#expire());
    });
  }

  /** A question or an answer came. */
  heard({ node, name, request, body }: UserCall): void {
    if (name === undefined) {
      const question = this.#questions.get(request);
      if (question?.node !== node) return;
      this.#close(request, question, body);
    } else if (this.#parts.isPeer(node)) {
      // A question that this version does not know is answered too, with nothing: who asks need not wait.
      const answer = body === undefined ? undefined : this.#handlers.get(name)?.(body, node);
      this.#parts.send(node, { oortURL: this.#parts.ownNode, call: null, request, body: answer });
    }
  }

  /** What the node has not answered by now it never will. */
  nodeLeft(node: string): void {
    for (const [request, question] of this.#questions) {
      if (question.node === node) this.#close(request, question, undefined);
    }
  }

  /** Ends every question that still waits. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const [request, question] of this.#questions) this.#close(request, question, undefined);
  }

  #close(request: number, question: Question, body: CallBody | undefined): void {
    this.#questions.delete(request);
    question.resolve(body);
  }

  #expire(): void {
    this.#timer = undefined;
    const nowMs = this.#parts.clock.now();
    for (const [request, question] of this.#questions) {
      // Timers may fire a fraction of a millisecond early.
      if (question.deadlineMs > nowMs + 1) {
        this.#timer = this.#parts.clock.schedule(question.deadlineMs - nowMs, () => this.#expire());
        return;
      }
      this.#close(request, question, undefined);
    }
  }
}
