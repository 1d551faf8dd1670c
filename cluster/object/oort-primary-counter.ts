import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { ObjectCloud } from "./object-cloud.js";
import { OortPrimaryService, type PrimaryResult } from "./oort-primary-service.js";
import type { PrimaryOptionsInput } from "./primary-options.js";
import { failure, type ServiceAnswer, success } from "./service-answer.js";
import type { ServiceOptionsInput } from "./service-options.js";
import type { SharedObjectParts } from "./shared-object.js";

export interface CounterOptionsInput extends PrimaryOptionsInput {
  /** Where it begins. Default: 0. */
  readonly initial?: number;
  readonly service?: ServiceOptionsInput;
}

/**
 * One number for the whole cloud, kept at the primary: each node gets other values of it. An elected primary tells the
 * others every value before it gives it away, so that its successor goes on from there; one chosen by hand, as with Java,
 * takes the number along when it goes.
 * @see spec/oort-seti.md section 27
 */
export class OortPrimaryCounter {
  /** Who is primary, and who is told when that changes. */
  readonly primary: OortPrimaryService<number, number>;
  #value: number;

  /** @throws RangeError for an illegal name; ConfigError naming every option that is wrong */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    { initial = 0, ...options }: CounterOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    this.#value = initial;
    this.primary = new OortPrimaryService(
      cloud,
      server,
      name,
      {
        ...parts,
        handler: ({ parameter }) => this.#add(parameter),
        promoted: (state) => {
          if (Number.isSafeInteger(state)) this.#value = state as number;
        },
      },
      options,
    );
  }

  start(): void {
    this.primary.start();
  }

  stop(): void {
    this.primary.stop();
  }

  get(): Promise<PrimaryResult<number>> {
    return this.getAndAdd(0);
  }

  /** @returns the value before */
  getAndAdd(delta: number): Promise<PrimaryResult<number>> {
    return this.primary.forward(delta);
  }

  /** @returns the value after */
  async addAndGet(delta: number): Promise<PrimaryResult<number>> {
    const result = await this.primary.forward(delta);
    return result.ok ? { ...result, data: result.data + delta } : result;
  }

  #add(delta: unknown): ServiceAnswer<number> {
    const before = this.#value;
    const after = before + (delta as number);
    if (!Number.isSafeInteger(delta) || !Number.isSafeInteger(after)) return failure("not an integer, or too large");
    this.#value = after;
    if (delta !== 0) this.primary.shareState(after);
    return success(before);
  }
}
