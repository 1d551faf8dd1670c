import type { Awaitable } from "../../core/awaitable.js";
import type { Clock, Timer } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { parseChannel } from "../../core/message/channel-id.js";
import { readOptions } from "../../core/options.js";
import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { ServerSession } from "../../core/session/server-session.js";
import { logIdOf } from "../../core/session/session-registry.js";
import { Members } from "./members.js";
import type { ObjectCloud } from "./object-cloud.js";
import { type Ended, OutstandingRequests } from "./outstanding-requests.js";
import { takeName } from "./running-names.js";
import {
  failure,
  ignore,
  type ServiceAnswer,
  type ServiceFault,
  type ServiceRequest,
  type ServiceResult,
} from "./service-answer.js";
import {
  type ReplyMessage,
  type RequestMessage,
  readReply,
  readRequest,
  serviceChannelOf,
  serviceRequestOf,
  serviceResultOf,
  writeReply,
  writeRequest,
} from "./service-message.js";
import { type ServiceOptions, type ServiceOptionsInput, serviceOptions } from "./service-options.js";
import { ServiceStats } from "./service-stats.js";
import type { SharedObjectParts } from "./shared-object.js";

/** Answers requests; what it throws is a failure for who asked this node, and nothing for who asked all. */
export type ServiceHandler<P, R> = (request: ServiceRequest<P>) => Awaitable<ServiceAnswer<R>>;

/**
 * Takes requests to the node that owns something, and its answers back. On the wire it is Java CometD's.
 * @see spec/oort-seti.md section 26
 */
export class OortService<P = unknown, R = unknown> {
  readonly name: string;
  readonly options: ServiceOptions;
  readonly stats = new ServiceStats();
  readonly #cloud: ObjectCloud;
  readonly #server: BayeuxServer;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #handler: ServiceHandler<P, R>;
  readonly #members: Members;
  readonly #requests = new OutstandingRequests();
  readonly #waiting = new Map<number, { readonly done: (result: ServiceResult<R>) => void; readonly timer: Timer }>();
  /** What is put beside each answer, for nodes of our kind. */
  readonly #note: () => unknown;
  #handling = 0;
  #detach: (() => void)[] | undefined;

  /**
   * @param name - the same on all nodes, of characters that are legal in a channel
   * @param note - what goes with each request and answer of this node, for nodes of our own kind
   * @throws RangeError for another name; ConfigError naming every option that is wrong
   */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    handler: ServiceHandler<P, R>,
    options: ServiceOptionsInput = {},
    parts: SharedObjectParts & { readonly note?: () => unknown } = {},
  ) {
    const id = parseChannel(serviceChannelOf(name));
    if (id?.name !== serviceChannelOf(name) || id.wildcard !== "none") {
      throw new RangeError(`not a legal service name: ${name}`);
    }
    this.name = name;
    this.options = readOptions(serviceOptions, options, "service.");
    this.#cloud = cloud;
    this.#server = server;
    this.#clock = parts.clock ?? server.clock;
    this.#logger = parts.logger ?? server.logger;
    this.#note = parts.note ?? (() => undefined);
    this.#handler = handler;
    this.#members = new Members(cloud, { left: (url) => this.#endAll(this.#requests.left(url)) });
  }

  get isRunning(): boolean {
    return this.#detach !== undefined;
  }

  /** Requests of this node that wait for answers. */
  get outstandingRequests(): number {
    return this.#requests.size;
  }

  /** @throws Error when a service of this name runs at this server already */
  start(): void {
    if (this.isRunning) return;
    const name = serviceChannelOf(this.name);
    const giveBackName = takeName(this.#server, name);
    const channel = this.#server.createChannel(name);
    channel.persistent = true;
    this.#cloud.addExactChannel(name);
    this.#detach = [
      channel.addListener((session, { data }) => this.#asked(session, data, true)),
      this.#server.addService(serviceRequestOf(this.name), (session, { data }) => {
        this.#asked(session, data, false);
      }),
      this.#server.addService(serviceResultOf(this.name), (session, { data }) => this.#answered(session, data)),
      () => this.#members.stop(),
      () => {
        channel.persistent = false;
        giveBackName();
      },
    ];
    this.#members.start();
    this.#cloud.observeChannel(name);
  }

  /** Requests that wait end as `stopped`. */
  stop(): void {
    if (this.#detach === undefined) return;
    this.#cloud.deobserveChannel(serviceChannelOf(this.name));
    for (const detach of this.#detach) detach();
    this.#detach = undefined;
    for (const id of this.#requests.ids) this.#giveUp(id, "stopped");
  }

  /**
   * Asks a node, or all nodes: then the first that does not ignore it answers, this one included.
   * @param target - the oortURL of this node or of a member; undefined for all
   * @returns never rejects; what went wrong is in the result, at once when it is clear that nobody can answer
   */
  forward(target: string | undefined, parameter: P): Promise<ServiceResult<R>> {
    this.stats.requests += 1;
    if (!this.isRunning) return Promise.resolve(this.#fault("stopped"));
    if (this.#requests.size >= this.options.maxOutstandingRequests) return Promise.resolve(this.#fault("too_many"));
    if (target === undefined) return this.#askAll(parameter);
    const isSelf = target === this.#cloud.url;
    if (!isSelf && !this.#members.has(target)) return Promise.resolve(this.#fault("unknown_node"));
    return this.#open([target], parameter, false, (message) => {
      if (isSelf) return void this.#handleOwn(message);
      const data = writeRequest(message);
      void this.#cloud.publishTo(target, serviceRequestOf(this.name), data).then((taken) => {
        if (!taken) this.#giveUp(message.id, "unreachable");
      });
    });
  }

  #askAll(parameter: P): Promise<ServiceResult<R>> {
    const audience = this.#audience();
    return this.#open([this.#cloud.url, ...audience], parameter, true, (message) => {
      if (audience.length > 0) this.#server.publish(undefined, serviceChannelOf(this.name), writeRequest(message));
      void this.#handleOwn(message);
    });
  }

  #open(
    nodes: readonly string[],
    parameter: P,
    isBroadcast: boolean,
    send: (message: RequestMessage) => void,
  ): Promise<ServiceResult<R>> {
    return new Promise((done) => {
      const id = this.#requests.open(nodes, isBroadcast);
      const timer = this.#clock.schedule(this.options.timeoutMs, () => this.#giveUp(id, "timed_out"));
      this.#waiting.set(id, { done, timer });
      send({ id, url: this.#cloud.url, parameter: parameter ?? null, tells: isBroadcast, note: this.#note() });
    });
  }

  /** The peers that are subscribed to what is asked of all. */
  #audience(): string[] {
    const urls: string[] = [];
    for (const session of this.#server.getChannel(serviceChannelOf(this.name))?.subscribers ?? []) {
      const peer = session instanceof ServerSession ? this.#cloud.peerOf(session) : undefined;
      if (peer !== undefined && this.#members.has(peer.url)) urls.push(peer.url);
    }
    return urls;
  }

  // --- Answers ---------------------------------------------------------------------------------------------------

  #answered(session: ServerSession, data: unknown): void {
    const reply = readReply(data);
    if (!this.#isFrom(session, reply) || reply === undefined) return;
    const ended = this.#requests.answered(reply);
    if (ended !== undefined) this.#end(ended);
    else if (!this.#requests.isWaiting(reply.id)) this.stats.late += 1;
  }

  #endAll(list: readonly Ended[]): void {
    for (const ended of list) this.#end(ended);
  }

  #end({ id, ending }: Ended): void {
    if (typeof ending === "string") return this.#finish(id, this.#fault(ending));
    const { url: node, data, note, result } = ending;
    this.#finish(
      id,
      result ? { ok: true, data: data as R, node, note } : { ok: false, reason: "failed", data, node, note },
    );
  }

  #giveUp(id: number, reason: ServiceFault): void {
    if (this.#requests.giveUp(id)) this.#finish(id, this.#fault(reason));
  }

  #finish(id: number, result: ServiceResult<R>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.timer.cancel();
    waiting?.done(result);
  }

  #fault(reason: ServiceFault): ServiceResult<R> {
    this.stats.faults[reason] += 1;
    return { ok: false, reason };
  }

  // --- Requests --------------------------------------------------------------------------------------------------

  /** @returns false to stop what is not from a node, or no request: it would go on to the peers in this node's name */
  #asked(session: ServerSession | undefined, data: unknown, isBroadcast: boolean): boolean {
    const request = readRequest(data);
    if (!this.#isFrom(session, request) || request === undefined) return false;
    if (!isBroadcast || this.#members.has(request.url)) void this.#serve(request, isBroadcast);
    return true;
  }

  async #serve(request: RequestMessage, isBroadcast: boolean): Promise<void> {
    const { id, url: asker, tells } = request;
    this.stats.handled += 1;
    const answer = await this.#handle(request, isBroadcast);
    const isSilent = isBroadcast && answer.kind === "ignore";
    if (isSilent && !tells) return;
    const reply = { id, url: this.#cloud.url, note: this.#note(), ...resultOf(answer), ignored: isSilent };
    const taken = await this.#cloud.publishTo(asker, serviceResultOf(this.name), writeReply(reply));
    if (!taken) this.stats.unsent += 1;
  }

  /** A request of this node to itself: no message. */
  async #handleOwn(request: RequestMessage): Promise<void> {
    const { id, url, tells } = request;
    const answer = await this.#handle(request, tells);
    const ignored = tells && answer.kind === "ignore";
    const reply: ReplyMessage = { id, url, note: this.#note(), ...resultOf(answer), ignored };
    const ended = this.#requests.answered(reply);
    if (ended !== undefined) this.#end(ended);
  }

  async #handle(request: RequestMessage, isBroadcast: boolean): Promise<ServiceAnswer<R>> {
    if (this.#handling >= this.options.maxHandledRequests) {
      this.stats.refused += 1;
      return isBroadcast ? ignore() : failure("too many requests");
    }
    this.#handling += 1;
    const { parameter, url: from, note } = request;
    try {
      return await this.#handler({ parameter: parameter as P, from, isBroadcast, note });
    } catch (err) {
      this.stats.handlerErrors += 1;
      this.#logger.error({ err, service: this.name, from }, "service handler failed");
      return isBroadcast ? ignore() : failure(err instanceof Error ? err.message || err.name : String(err));
    } finally {
      this.#handling -= 1;
    }
  }

  /** Whether a message that was read came from a member, and from the one that it names where that can be known. */
  #isFrom(session: ServerSession | undefined, message: { readonly url: string } | undefined): boolean {
    if (session === undefined || !this.#cloud.isOort(session)) this.stats.forged += 1;
    else if (message === undefined) this.stats.malformed += 1;
    else if (message.url === this.#cloud.url) this.stats.forged += 1;
    else {
      const peer = this.#cloud.peerOf(session);
      if (peer === undefined || peer.url === message.url) return true;
      this.stats.forged += 1;
    }
    this.#logger.warn({ service: this.name, session: logIdOf(session?.id) }, "a message of a service was ignored");
    return false;
  }
}

function resultOf(answer: ServiceAnswer<unknown>): { readonly result: boolean; readonly data: unknown } {
  return { result: answer.kind === "success", data: answer.data ?? null };
}
