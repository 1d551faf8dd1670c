import type { z } from "zod";
import type { ObjectCloud } from "../../cluster/object/object-cloud.js";
import { OortService } from "../../cluster/object/oort-service.js";
import { failure, success } from "../../cluster/object/service-answer.js";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { isObject } from "../../core/message/message.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { ApiError } from "../api-error.js";

/** What a question or an answer carries: plain JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** Answers a question of any node, this one included. */
export type Answerer = (body: Body, from: string) => object | Promise<object>;

/** What came of a question to several nodes. */
export interface NodeAnswers<T> {
  readonly answers: readonly { readonly node: string; readonly answer: T }[];
  /** Nodes that did not answer in time, or not in a form that is known here. */
  readonly unanswered: readonly string[];
}

const MAX_OUTSTANDING = 1_000;
const MAX_HANDLED = 100;

/** Questions from node to node, so that any node answers for all. Members only are asked and heard. */
export class NodeQuestions {
  readonly #cloud: ObjectCloud;
  readonly #service: OortService<Body, object>;
  readonly #answerers = new Map<string, Answerer>();

  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    parts: {
      readonly clock: Clock;
      readonly logger: Logger;
      /** A console waits for this: a node that was just killed must not hold it up for long. */
      readonly answerTimeoutMs: number;
      /** Whose questions these are; the same on all nodes. @default "operator" */
      readonly service?: string;
      /** Questions that may wait for answers here, and be worked on for others. @default 1000 and 100 */
      readonly maxQuestions?: number;
    },
  ) {
    this.#cloud = cloud;
    this.#service = new OortService<Body, object>(
      cloud,
      server,
      parts.service ?? "operator",
      async ({ parameter, from }) => {
        const answerer = isObject(parameter) ? this.#answerers.get(String(parameter.ask)) : undefined;
        if (answerer === undefined || !isObject(parameter.body)) return failure("not known here");
        return success(await answerer(parameter.body, from));
      },
      {
        timeoutMs: parts.answerTimeoutMs,
        maxOutstandingRequests: parts.maxQuestions ?? MAX_OUTSTANDING,
        maxHandledRequests: parts.maxQuestions ?? MAX_HANDLED,
      },
      { clock: parts.clock, logger: parts.logger },
    );
  }

  start(): void {
    this.#service.start();
  }

  stop(): void {
    this.#service.stop();
  }

  answer(name: string, answerer: Answerer): void {
    this.#answerers.set(name, answerer);
  }

  /** This node, and those of our own kind that are members just now. */
  get nodes(): string[] {
    return [this.#cloud.url, ...this.#members((kind) => kind === "oortbus")];
  }

  /** The members that cannot be asked: CometD's. */
  get foreign(): string[] {
    return this.#members((kind) => kind !== "oortbus");
  }

  /**
   * Asks a node; this one too, also when it is no member of a cloud.
   * @param form - of the answer
   * @returns undefined when the node is none that could answer, or did not in time or in this form
   */
  async ask<T>(node: string, name: string, body: Body, form: z.ZodType<T>): Promise<T | undefined> {
    const given =
      node === this.#cloud.url ? await this.#answerers.get(name)?.(body, node) : await this.#far(node, name, body);
    const { success: isKnown, data } = form.safeParse(given);
    return isKnown ? data : undefined;
  }

  /** As {@link ask}. @throws ApiError UNAVAILABLE when there is no answer */
  async mustAnswer<T>(node: string, name: string, body: Body, form: z.ZodType<T>): Promise<T> {
    return (await this.ask(node, name, body, form)) ?? noAnswer(node);
  }

  /** @param nodes - all that can be asked, if not said */
  async askAll<T>(
    name: string,
    body: Body,
    form: z.ZodType<T>,
    nodes: readonly string[] = this.nodes,
  ): Promise<NodeAnswers<T>> {
    const given = await Promise.all(nodes.map((node) => this.ask(node, name, body, form)));
    return {
      answers: nodes.flatMap((node, index) => {
        const answer = given[index];
        return answer === undefined ? [] : [{ node, answer }];
      }),
      unanswered: nodes.filter((_, index) => given[index] === undefined),
    };
  }

  async #far(node: string, name: string, body: Body): Promise<unknown> {
    const result = await this.#service.forward(node, { ask: name, body });
    return result.ok ? result.data : undefined;
  }

  #members(isWanted: (kind: string) => boolean): string[] {
    return this.#cloud.peers.filter(({ state, kind }) => state === "joined" && isWanted(kind)).map(({ url }) => url);
  }
}

/** @throws ApiError UNAVAILABLE */
export function noAnswer(node: string): never {
  throw new ApiError("UNAVAILABLE", `${node} did not answer, or is no node of this cluster that could`);
}
