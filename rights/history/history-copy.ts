import { z } from "zod";
import type { Member } from "../../cluster/membership/run-facts.js";
import type { ObjectCloud } from "../../cluster/object/object-cloud.js";
import { OortService } from "../../cluster/object/oort-service.js";
import { failure, type ServiceAnswer, success } from "../../cluster/object/service-answer.js";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { parseChannel } from "../../core/message/channel-id.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ChannelHistory } from "./channel-history.js";
import type { HistoryLog, KeptMessage } from "./history-log.js";

const NAME = "history";
/** Of one answer; a link takes 4 MiB. */
const PAGE_CHARS = 262_144;

const question = z.object({ namespace: z.string(), digest: z.string(), after: z.int().nonnegative() });
const kept = z.tuple([z.string().refine((name) => parseChannel(name)?.name === name), z.string(), z.number()]);
const page = z.object({
  same: z.boolean().optional(),
  /** Of the log's places: `next` means something only as long as it stays. */
  generation: z.int().default(0),
  messages: z.array(kept).default([]),
  next: z.int().positive().optional(),
});

type Question = z.output<typeof question>;
type Page = z.input<typeof page>;

export interface HistoryCopyParts {
  readonly server: BayeuxServer;
  readonly cloud: ObjectCloud;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Brings the history of a node to what the others have: of each member that joins, and after each gap, it asks for what it
 * missed itself. So a node that starts has the cluster's history, and after a partition both sides have both parts.
 */
export class HistoryCopy {
  /** Messages that were missing here and that others had. */
  copied = 0;
  readonly #history: ChannelHistory;
  readonly #parts: HistoryCopyParts;
  readonly #service: OortService<Question, Page>;
  /** Members to be asked, one after another. */
  readonly #waiting = new Set<string>();
  #isAsking = false;
  #undo: (() => void) | undefined;

  constructor(history: ChannelHistory, parts: HistoryCopyParts) {
    this.#history = history;
    this.#parts = parts;
    const { cloud, server, clock, logger } = parts;
    this.#service = new OortService(
      cloud,
      server,
      NAME,
      ({ parameter }) => this.#answer(parameter),
      {},
      { clock, logger },
    );
  }

  start(): void {
    if (this.#history.logs.size === 0) return;
    this.#service.start();
    const ask = ({ url, kind }: Member): void => {
      if (kind === "oortbus") this.#ask(url);
    };
    this.#undo = this.#parts.cloud.addListener({ joined: ask, gap: ask });
  }

  stop(): void {
    this.#undo?.();
    this.#undo = undefined;
    this.#waiting.clear();
    this.#service.stop();
  }

  #ask(url: string): void {
    this.#waiting.add(url);
    if (!this.#isAsking) void this.#askAll();
  }

  async #askAll(): Promise<void> {
    this.#isAsking = true;
    for (const url of this.#waiting) {
      this.#waiting.delete(url);
      for (const [namespace, log] of this.#history.logs) await this.#copy(url, namespace, log);
    }
    this.#isAsking = false;
  }

  async #copy(url: string, namespace: string, log: HistoryLog): Promise<void> {
    const messages: KeptMessage[] = [];
    let generation: number | undefined;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const result = await this.#service.forward(url, { namespace, digest: log.digest, after });
      const answer = result.ok ? page.safeParse(result.data).data : undefined;
      if (answer === undefined) {
        this.#parts.logger.debug({ url, namespace, result }, "no history to be had"); // other rules, perhaps, or it has left
        break;
      }
      if (answer.same === true) return;
      generation ??= answer.generation;
      if (answer.generation !== generation) return this.#ask(url); // it was taking in others' itself
      for (const [channel, json, atMs] of answer.messages) messages.push({ channel, json, atMs });
      after = answer.next;
    }
    const copied = log.merge(messages, this.#parts.clock.now());
    this.copied += copied;
    if (copied > 0) this.#parts.logger.info({ url, namespace, copied }, "history copied");
  }

  #answer(parameter: Question): ServiceAnswer<Page> {
    const asked = question.safeParse(parameter);
    if (!asked.success) return failure("not a question of this service");
    const { namespace, digest, after } = asked.data;
    const log = this.#history.logs.get(namespace);
    if (log === undefined) return failure("no such namespace here");
    if (after === 0 && log.digest === digest) return success({ same: true });
    const { generation } = log;
    const messages: [string, string, number][] = [];
    let chars = 0;
    for (const { channel, json, atMs, place } of log.after(after)) {
      messages.push([channel, json, atMs]);
      chars += channel.length + json.length;
      if (chars >= PAGE_CHARS) return success({ generation, messages, next: place });
    }
    return success({ generation, messages });
  }
}
