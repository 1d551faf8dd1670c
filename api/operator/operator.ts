import type { Oort } from "../../cluster/oort.js";
import type { Clock } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import type { Random } from "../../core/random.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import type { Rights } from "../../rights/rights.js";
import type { Seti } from "../../seti/seti.js";
import type { AccessTokens } from "../access-tokens.js";
import type { ApiCall } from "../api-call.js";
import type { ApiMethod } from "../api-method.js";
import type { ApiOptions } from "../api-options.js";
import type { NodeState } from "../cluster-view.js";
import { requestFields } from "../fields.js";
import { AuditLog } from "./audit-log.js";
import { auditMethods } from "./audit-methods.js";
import { deliveryMethods } from "./delivery-methods.js";
import { NodeSampler } from "./node-description.js";
import { nodeMethods } from "./node-methods.js";
import { NodeQuestions } from "./node-questions.js";
import { SessionBook } from "./session-book.js";
import { SessionList } from "./session-list.js";
import { sessionMethods } from "./session-methods.js";

export interface OperatorParts {
  readonly bayeux: BayeuxServer;
  readonly oort: Oort;
  readonly seti: Seti;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly options: Pick<ApiOptions, "nodeTimeoutMs">;
  state(): NodeState;
  /** Begins to leave, if it has not begun. */
  drain(): void;
  readonly rights: Rights;
  /** Tells who holds the token of a call. */
  readonly tokens: AccessTokens;
}

/**
 * What operators may ask and do, by way of any one node: methods for the table of the backend API, what this node answers
 * to the same questions of other nodes, and what it notes down for them.
 */
export class Operator {
  readonly methods: readonly ApiMethod[];
  readonly #bayeux: BayeuxServer;
  readonly #tokens: AccessTokens;
  readonly #questions: NodeQuestions;
  readonly #sampler: NodeSampler;
  readonly #book: SessionBook;
  readonly #audit: AuditLog;
  #detach: () => void = () => {};

  constructor(parts: OperatorParts) {
    const { bayeux, oort, seti, clock, logger } = parts;
    this.#bayeux = bayeux;
    this.#tokens = parts.tokens;
    const answerTimeoutMs = parts.options.nodeTimeoutMs;
    const questions = new NodeQuestions(oort, bayeux, { clock, logger, answerTimeoutMs });
    this.#questions = questions;
    this.#sampler = new NodeSampler(parts);
    this.#audit = new AuditLog(oort.url, parts);
    this.#book = new SessionBook({
      clock,
      usersOf: (session) => seti.usersOf(session),
      isClient: (session) => !session.isLocal && !oort.isOort(session),
      keepsAddresses: seti.options.sessionAddresses,
    });
    const list = new SessionList({ bayeux, oort, seti, book: this.#book, questions });
    const fields = requestFields({
      maxUserIdBytes: seti.options.maxUserIdBytes,
      maxDataBytes: bayeux.options.maxMessageBytes,
    });
    this.methods = [
      ...nodeMethods({ ownNode: oort.url, questions, sampler: this.#sampler, drain: () => parts.drain() }),
      ...sessionMethods(list, questions),
      ...deliveryMethods({ ...parts, questions, book: this.#book, list }, fields),
      ...auditMethods(this.#audit, questions),
    ];
  }

  /** Once the cloud has started. */
  start(): void {
    this.#detach = this.#book.observe(this.#bayeux);
    this.#questions.start();
    this.#sampler.start();
  }

  stop(): void {
    this.#detach();
    this.#questions.stop();
    this.#sampler.stop();
  }

  /** Notes what a call did to the cluster. */
  record({ address, caller }: ApiCall, action: string, target: string, outcome: string): void {
    const token = this.#tokens.holderOf(caller) ?? "none";
    this.#audit.record({ address, token }, action, target, outcome);
  }
}
