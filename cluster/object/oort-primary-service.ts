import type { Awaitable } from "../../core/awaitable.js";
import { isObject } from "../../core/message/message.js";
import { readOptions } from "../../core/options.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { Primary } from "./election.js";
import { ObjectListeners } from "./listeners.js";
import type { ObjectCloud } from "./object-cloud.js";
import { OortObject } from "./oort-object.js";
import { OortService } from "./oort-service.js";
import { PrimaryElection } from "./primary-election.js";
import { type PrimaryOptionsInput, primaryOptions } from "./primary-options.js";
import { failure, ignore, type ServiceAnswer, type ServiceRequest, type ServiceResult } from "./service-answer.js";
import type { ServiceOptionsInput } from "./service-options.js";
import type { SharedObjectParts } from "./shared-object.js";
import { booleanValue } from "./value-kind.js";

/**
 * Answers requests at the primary.
 * @param fence - the primary's number: higher than that of any earlier primary. Hand it to whatever is written to, so that
 *   this can refuse who was primary once and does not know yet that it is not
 */
export type PrimaryHandler<P, R> = (request: ServiceRequest<P>, fence: number) => Awaitable<ServiceAnswer<R>>;

/**
 * As of a service; and `no_primary`: nobody is, as far as this node knows · `stale_primary`: who answered was primary
 * once, and what it did does not count.
 */
export type PrimaryResult<R> =
  | ServiceResult<R>
  | { readonly ok: false; readonly reason: "no_primary" | "stale_primary" };

export interface PrimaryListener {
  /** @param primary - undefined while there is none */
  primaryChanged?(primary: Primary | undefined): void;
}

export interface PrimaryServiceParts<P, R> extends SharedObjectParts {
  readonly handler: PrimaryHandler<P, R>;
  /** This node becomes the primary. @param state - what the last one shared for its successor */
  readonly promoted?: (state: unknown) => void;
}

const DEPOSED = "not the primary any more";

/**
 * A service of which one node of the cloud, the primary, answers all requests. The nodes elect it (each computes the same
 * owner from the same members), or it is chosen by hand, as with Java, whose nodes find an elected one too.
 *
 * There is no quorum unless `minNodes` makes one: each half of a cloud that is parted has its own primary. When they meet
 * again one is left, with a number above both.
 * @see spec/oort-seti.md section 27
 */
export class OortPrimaryService<P = unknown, R = unknown> {
  readonly #cloud: ObjectCloud;
  readonly #handler: PrimaryHandler<P, R>;
  readonly #service: OortService<P, R>;
  readonly #election: PrimaryElection;
  readonly #listeners: ObjectListeners<PrimaryListener>;
  #isRunning = false;
  #forgetCloud = (): void => {};

  /**
   * @param name - the same on all nodes
   * @throws RangeError for an illegal name; ConfigError naming every option that is wrong
   */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    parts: PrimaryServiceParts<P, R>,
    options: PrimaryOptionsInput & { readonly service?: ServiceOptionsInput } = {},
  ) {
    const { service = {}, ...rest } = options;
    const logger = parts.logger ?? server.logger;
    this.#cloud = cloud;
    this.#handler = parts.handler;
    this.#listeners = new ObjectListeners(logger);
    this.#service = new OortService<P, R>(cloud, server, name, (request) => this.#handle(request), service, {
      ...parts,
      note: () => this.#note(),
    });
    this.#election = new PrimaryElection(
      new OortObject(cloud, server, name, booleanValue, {}, parts),
      cloud.url,
      readOptions(primaryOptions, rest, "primary."),
      {
        promoted: (state) => parts.promoted?.(state),
        changed: (primary) => this.#listeners.tell((listener) => listener.primaryChanged?.(primary)),
      },
      { clock: parts.clock ?? server.clock, logger },
    );
  }

  /** Who is primary, as far as this node knows. */
  get primary(): Primary | undefined {
    return this.#election.primary;
  }

  get isPrimary(): boolean {
    return this.#isRunning && this.#election.isPrimary;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    // A successor is elected at once, and not only when this node is gone.
    this.#forgetCloud = this.#cloud.addListener({ draining: () => this.stop() });
    this.#service.start();
    this.#election.start();
  }

  stop(): void {
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#forgetCloud();
    this.#service.stop();
    this.#election.stop();
  }

  /** Asks the primary. @returns never rejects; at once when it is clear that nobody can answer */
  async forward(parameter: P): Promise<PrimaryResult<R>> {
    const { primary } = this;
    if (primary === undefined) return { ok: false, reason: "no_primary" };
    const result = await this.#service.forward(primary.url, parameter);
    if (!result.ok && result.reason !== "failed") return result;
    const fence = fenceOf(result.note);
    if (fence !== undefined && fence < this.#election.highestFence) return { ok: false, reason: "stale_primary" };
    return result;
  }

  /** Lets the other nodes know what a successor must know; does nothing where the primary is chosen by hand. */
  shareState(state: unknown): void {
    this.#election.share(state);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: PrimaryListener): () => void {
    return this.#listeners.add(listener);
  }

  async #handle(request: ServiceRequest<P>): Promise<ServiceAnswer<R>> {
    const fence = this.#ownFence;
    if (fence === undefined) return ignore(0); // as Java's counter
    const seen = fenceOf(request.note);
    if (fence > 0 && seen !== undefined && seen > fence) {
      this.#election.seen(seen);
      return failure(DEPOSED);
    }
    const answer = await this.#handler(request, fence);
    return this.#ownFence === fence ? answer : failure(DEPOSED);
  }

  get #ownFence(): number | undefined {
    const { primary } = this;
    return primary?.url === this.#cloud.url ? primary.fence : undefined;
  }

  /** Beside a request, the highest number seen; beside the primary's answer, its own: it is the same there. */
  #note(): unknown {
    const fence = this.#ownFence ?? this.#election.highestFence;
    return fence === 0 ? undefined : { fence };
  }
}

function fenceOf(note: unknown): number | undefined {
  return isObject(note) && Number.isSafeInteger(note.fence) ? (note.fence as number) : undefined;
}
