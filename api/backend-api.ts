import { isObject } from "../core/message/message.js";
import { readOptions } from "../core/options.js";
import type { ApiCall } from "./api-call.js";
import { ApiError } from "./api-error.js";
import type { AnswerStream, ApiMethod, Arriving, ExchangeMethod, StreamMethod, UnaryMethod } from "./api-method.js";
import { type ApiOptions, apiOptions } from "./api-options.js";
import type { ApiQuestions, BackendApiParts } from "./bus-parts.js";
import { CallLimits } from "./call-limits.js";
import { channelMethods } from "./channels.js";
import { clusterMethods } from "./cluster.js";
import { requestFields } from "./fields.js";
import { Idempotency } from "./idempotency.js";
import { messageMethods } from "./messages.js";
import { presenceMethods } from "./presence.js";
import { readRequest } from "./read-request.js";
import { tokenMethods } from "./tokens.js";
import { userMethods } from "./users.js";

/** Of a target in the audit log. */
const MAX_TARGET_CHARS = 512;

/**
 * What backends and operators may ask of the cluster, by way of any one node: a table of methods, and what holds for all of
 * them. Both faces, gRPC and HTTP, call these with a plain object nobody has checked yet, and print what they return.
 *
 * Every method throws (or rejects with) ApiError; any other error is a bug.
 */
export class BackendApi {
  readonly options: ApiOptions;
  /** By name, in the order of documentation. */
  readonly methods: ReadonlyMap<string, ApiMethod>;
  /** Deepest nesting of a payload; the faces look at it before they parse. */
  readonly maxDataDepth: number;
  readonly #questions: ApiQuestions;
  readonly #limits: CallLimits;
  readonly #keys: Idempotency;
  readonly #record: NonNullable<BackendApiParts["operator"]>["record"];

  readonly #follow: NonNullable<BackendApiParts["follow"]>;

  /** @throws ConfigError naming every option that is wrong */
  constructor(parts: BackendApiParts) {
    const { server, oort, seti, questions, clock } = parts;
    this.options = readOptions(apiOptions, parts.options ?? {}, "api.");
    this.maxDataDepth = server.options.maxJsonDepth;
    this.#questions = questions;
    this.#limits = new CallLimits(this.options, clock, () => parts.state());
    this.#keys = new Idempotency(oort.url, questions, this.options, clock);
    this.#record = (...entry) => parts.operator?.record(...entry);
    this.#follow = parts.follow?.bind(parts) ?? ((_name, _traceparent, work) => work());
    const fields = requestFields({
      maxDataBytes: server.options.maxMessageBytes,
      maxUserIdBytes: seti.options.maxUserIdBytes,
    });
    const methods = [
      ...messageMethods(parts, fields, this.options, this.#limits),
      ...channelMethods(parts, this.options),
      ...userMethods(parts, fields),
      ...presenceMethods(parts, fields, this.options),
      ...clusterMethods(parts),
      ...tokenMethods(parts, fields),
      ...(parts.operator?.methods ?? []),
    ];
    this.methods = new Map(methods.map((method) => [method.name, method]));
    parts.onState((state) => {
      if (state !== "ready") this.#limits.endStreams(`this node is ${state}`);
    });
  }

  /** Once the cloud has started: other nodes may ask this one. */
  start(): void {
    this.#questions.start();
  }

  stop(): void {
    this.#questions.stop();
  }

  /** A call with one answer. */
  async call(method: UnaryMethod, input: unknown, call: ApiCall): Promise<unknown> {
    const { name, audit } = method;
    if (audit === undefined) return this.#run(method, input, call);
    let target = targetOf(input);
    let outcome = "failed";
    let request: unknown;
    try {
      const answer = await this.#run(method, input, call, (admitted) => {
        request = admitted;
        target = audit.target?.(request) ?? target;
      });
      outcome = audit.outcome?.(answer, request) ?? "done";
      return answer;
    } catch (error) {
      if (error instanceof ApiError) outcome = error.message;
      throw error;
    } finally {
      this.#record(call, name, target.slice(0, MAX_TARGET_CHARS), outcome);
    }
  }

  /** @param admitted - told of the request when it was checked, and before it is done */
  #run(
    method: UnaryMethod,
    input: unknown,
    call: ApiCall,
    admitted: (request: unknown) => void = () => {},
  ): Promise<unknown> {
    return this.#limits.during(() => {
      const request = this.#admit(method, input, call);
      admitted(request);
      const key = (request as { idempotencyKey?: string } | undefined)?.idempotencyKey;
      const work = () => this.#follow(method.name, call.traceparent, () => method.run(request, call));
      return key === undefined ? work() : this.#keys.once(call.caller, key, [method.name, request], work);
    });
  }

  /** A call with a stream of answers. @throws ApiError before anything is told */
  open(method: StreamMethod, input: unknown, call: ApiCall): AnswerStream {
    const request = this.#admit(method, input, call);
    return this.#limits.opened(() => method.open(request, call));
  }

  /** A call with streams both ways. @throws ApiError before anything is read */
  exchange(method: ExchangeMethod, requests: AsyncIterator<Arriving>, call: ApiCall): AnswerStream {
    if (!method.inEveryState) this.#limits.mustTakePart();
    return this.#limits.opened(() => method.exchange(requests, call));
  }

  #admit(method: UnaryMethod | StreamMethod, input: unknown, call: ApiCall): unknown {
    if (!method.inEveryState) this.#limits.mustTakePart();
    const request = readRequest(method.request, input);
    this.#limits.charge(call.caller, method.cost(request));
    return request;
  }

  /** @throws Error when there is no such method of the kind */
  method<Kind extends ApiMethod["kind"]>(name: string, kind: Kind): Extract<ApiMethod, { kind: Kind }> {
    const method = this.methods.get(name);
    if (method?.kind !== kind) throw new Error(`no ${kind} method ${name}`);
    return method as Extract<ApiMethod, { kind: Kind }>;
  }
}

/** Whom a call concerns, as the caller said it: nobody has checked that yet. */
function targetOf(input: unknown): string {
  if (!isObject(input)) return "";
  const named = [input.user, input.session, input.tokenId].filter((value) => typeof value === "string");
  return named.join(" ");
}
