import { type Awaitable, andThen } from "../awaitable.js";
import type { ChannelRegistry } from "../channel/channel-registry.js";
import type { ServerChannel } from "../channel/server-channel.js";
import type { Logger } from "../logger.js";
import { BayeuxError, errorField } from "../message/bayeux-error.js";
import type { ChannelId } from "../message/channel-id.js";
import type { ExtensionPipeline } from "../message/extension.js";
import { isObject, type Message } from "../message/message.js";
import type { PrintedMessage } from "../message/publication.js";
import type { BayeuxStats } from "../session/bayeux-stats.js";
import type { MessageTracer } from "../session/message-trace.js";
import type { ServerSession } from "../session/server-session.js";
import { logIdOf } from "../session/session-registry.js";
import type { Access } from "./access.js";
import type { BayeuxOptions } from "./bayeux-options.js";
import { type Answer, type Connection, type Exchange, fail, replyTo } from "./exchange.js";
import { retryAdvice } from "./meta/handshake.js";
import { deliveryOf, type Publisher } from "./publish.js";
import type { ServiceRegistry } from "./service-registry.js";
import type { Throttle } from "./throttle.js";

/** Handles one of the five meta channels. */
export type MetaHandler = (exchange: Exchange) => Awaitable<void>;

/** What the dispatcher works with. */
export interface DispatcherParts {
  readonly options: BayeuxOptions;
  readonly channels: ChannelRegistry;
  readonly extensions: ExtensionPipeline<ServerSession>;
  readonly access: Access;
  readonly publisher: Publisher;
  readonly services: ServiceRegistry;
  readonly stats: BayeuxStats;
  readonly logger: Logger;
  readonly meta: ReadonlyMap<string, MetaHandler>;
}

const HANDSHAKE = "/meta/handshake";
const CONNECT = "/meta/connect";
/** Fields of one message: each of a publish is copied, and goes on to every subscriber. */
const MAX_FIELDS = 64;
const MESSAGE_ID = /^[A-Za-z0-9]+$/;

/**
 * Batch in, replies out: each message passes validation, incoming extensions, the session check and its handler, one
 * after the other. Everything is done in the same turn unless an extension, policy or listener answers with a promise.
 * @see spec/bayeux.md section 4
 */
export class Dispatcher {
  /** Follows messages through this server, if anybody does. */
  tracer: MessageTracer | undefined = undefined;
  /** Holds clients back, if anybody does. */
  throttle: Throttle | undefined = undefined;
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /**
   * Handles one request array. The replies go to `connection.answer`, once, when all are complete; a held connect's
   * goes there by itself.
   * @returns a promise only if the connection's next request must wait for it
   * @throws BayeuxError 400 for an empty array, or a handshake that is not alone (spec section 5.1)
   */
  dispatch(messages: readonly Message[], connection: Connection): Awaitable<void> {
    if (messages.length === 0) throw new BayeuxError(400, [], "no_messages");
    if (messages.length > 1 && messages.some((message) => message.channel === HANDSHAKE)) {
      throw new BayeuxError(400, [], "handshake_not_alone");
    }
    if (messages.length === 1) return this.#dispatchOne(messages[0]!, connection);
    const exchanges: Exchange[] = [];
    const handled = this.#handleFrom(0, messages, exchanges, connection);
    return andThen(handled, () => this.#answer(exchanges, connection));
  }

  /** As most requests are: it takes no list that grows, nor functions that are called at once. */
  #dispatchOne(message: Message, connection: Connection): Awaitable<void> {
    const exchange = newExchange(message, connection, 1);
    const handled = this.#handle(exchange);
    if (handled instanceof Promise) return this.#answerLater(handled, exchange, connection);
    this.#answer([exchange], connection);
  }

  // What waits for a promise stands in methods of its own, `…Later`: where a function is written down, memory is taken for what it
  // captures, also each time that it is not made.

  #answerLater(handled: Promise<void>, exchange: Exchange, connection: Connection): Promise<void> {
    return handled.then(() => this.#answer([exchange], connection));
  }

  #handleFrom(
    start: number,
    messages: readonly Message[],
    exchanges: Exchange[],
    connection: Connection,
  ): Awaitable<void> {
    for (let index = start; index < messages.length; index += 1) {
      const exchange = newExchange(messages[index]!, connection, messages.length);
      exchanges.push(exchange);
      const handled = this.#handle(exchange);
      if (handled instanceof Promise) {
        return handled.then(() => this.#handleFrom(index + 1, messages, exchanges, connection));
      }
    }
  }

  #answer(exchanges: readonly Exchange[], connection: Connection): void {
    let later: Promise<unknown> | undefined;
    for (const exchange of exchanges) {
      if (exchange.later === undefined) continue;
      later = later === undefined ? exchange.later : Promise.all([later, exchange.later]);
    }
    if (later === undefined) this.#finish(exchanges, connection);
    else this.#finishLater(later, exchanges, connection);
  }

  #finishLater(later: Promise<unknown>, exchanges: readonly Exchange[], connection: Connection): void {
    connection.pending += 1;
    void later.then(() => {
      connection.pending -= 1;
      this.#finish(exchanges, connection);
      connection.settled();
    });
  }

  #finish(exchanges: readonly Exchange[], connection: Connection): void {
    if (exchanges.length === 1) return this.#finishOne(exchanges[0]!, connection);
    const replies: Message[] = [];
    for (const exchange of exchanges) {
      if (exchange.held) continue;
      const reply = this.finishReply(exchange);
      if (reply !== undefined) replies.push(reply);
    }
    if (replies.length > 0 || exchanges.every((exchange) => !exchange.held)) connection.answer(replies);
  }

  #finishOne(exchange: Exchange, connection: Connection): void {
    if (exchange.held) return;
    const reply = this.finishReply(exchange);
    connection.answer(reply === undefined ? [] : [reply]);
  }

  /** Handles one message of a LocalSession. @returns its reply */
  call(message: Message, connection: Connection): Awaitable<Message> {
    const exchange = newExchange(message, connection, 1);
    return andThen(this.#handle(exchange), () => {
      const finished = () => this.finishReply(exchange) ?? exchange.reply;
      return exchange.later === undefined ? finished() : exchange.later.then(finished);
    });
  }

  /**
   * Publishes what another server has printed, in the name of a local session, without reading it: where no extension,
   * policy, authorizer, check or listener has to see it. What subscribers of this process want of it is read for them.
   * @returns false when it has to be published as any message
   */
  relay(session: ServerSession, printed: PrintedMessage): boolean {
    const { channels, extensions, access, publisher, stats } = this.#parts;
    if (!extensions.isMetaOnly || session.hooks?.extensions.isEmpty === false) return false;
    if (this.tracer !== undefined && printed.fields.includes('"traceparent"')) return false; // it has to be followed
    const channel = channels.get(printed.channel);
    if (channel === undefined || channel.id.kind !== "broadcast" || channel.id.wildcard !== "none") return false;
    if (!access.admitsUnread(session, channel) || !publisher.relay(session, printed, channel)) return false;
    stats.messagesIn += 1;
    return true;
  }

  /**
   * Whether {@link relay} would give what is published on a channel to one subscriber alone, and nobody else would see it:
   * then it counts as published, and whoever asks hands it over himself.
   */
  handsOver(session: ServerSession, name: string, subscriber: ServerSession): boolean {
    const { channels, extensions, access, stats } = this.#parts;
    if (!extensions.isMetaOnly || session.hooks?.extensions.isEmpty === false) return false;
    const channel = channels.get(name);
    if (channel === undefined || !access.admitsUnread(session, channel)) return false;
    for (const match of channels.matching(channel.id)) {
      if (match.isWatchedUnread || match.subscribers.size > (match === channel ? 1 : 0)) return false;
    }
    if (!channel.subscribers.has(subscriber)) return false;
    stats.messagesIn += 1;
    stats.publishes += 1;
    stats.deliveries += 1;
    return true;
  }

  /** The last step of every reply: the outgoing extensions. @returns undefined when one dropped it */
  finishReply(exchange: Answer): Message | undefined {
    const { request, session } = exchange;
    const context = { sender: undefined, receiver: session, request };
    exchange.trace?.handled(exchange.reply);
    let reply = this.#parts.extensions.outgoing(exchange.reply, context);
    if (reply !== undefined && session?.hooks !== undefined) reply = session.hooks.extensions.outgoing(reply, context);
    if (reply?.successful === false) {
      this.#parts.stats.errors += 1;
      // An extension changed its mind about a handshake (an Oort node that met itself).
      if (request.channel === HANDSHAKE) session?.end("disconnected", { reconnect: "none" });
    }
    return reply;
  }

  #handle(exchange: Exchange): Awaitable<void> {
    const { stats } = this.#parts;
    stats.messagesIn += 1;
    try {
      if (this.throttle !== undefined && this.#comesTooSoon(this.throttle, exchange)) return;
      const invalid = validate(exchange);
      if (invalid !== undefined) return fail(exchange, invalid);
      const { request } = exchange;
      const id = this.#parts.channels.identify(request.channel);
      // A second spelling of a meta channel would slip past whoever compares names (spec section 29, 35).
      if (id === undefined || (id.kind === "meta" && request.channel !== id.name)) {
        return fail(exchange, errorField(405, [], "channel_invalid"));
      }
      request.channel = id.name;
      const kept = this.#incoming(exchange);
      const handled = kept instanceof Promise ? this.#keptLater(kept, exchange, id) : this.#kept(kept, exchange, id);
      if (handled instanceof Promise) return this.#handledLater(handled, exchange);
    } catch (err) {
      return this.#broken(exchange, err);
    }
  }

  /** A client that is told to wait is told so completely, and that it need not wait any more with its next connect. */
  #comesTooSoon(throttle: Throttle, exchange: Exchange): boolean {
    const { connection, request, session } = exchange;
    if (connection.local !== undefined || session?.isTrusted === true) return false;
    const tooSoon = throttle.admit(request, session, connection);
    if (tooSoon === undefined) return false;
    const error = errorField(429, [tooSoon.scope], tooSoon.text);
    const interval = Math.ceil(tooSoon.waitMs);
    if (session?.isHandshaken === true) {
      fail(exchange, error, retryAdvice(session, this.#parts.options, interval));
      session.adviceDue = true;
    } else fail(exchange, error, { reconnect: "handshake", interval });
    if (tooSoon.isAbuse) connection.turnAway?.(error);
    return true;
  }

  /** An error of ours is loud in the log, and costs only the message that met it. */
  #broken(exchange: Exchange, err: unknown): void {
    if (err instanceof BayeuxError) return fail(exchange, err.message);
    const { session, request, trace } = exchange;
    const whose = { session: logIdOf(session?.id), trace: trace?.traceId };
    this.#parts.logger.error({ err, channel: request.channel, ...whose }, "message handling failed");
    fail(exchange, errorField(500, [], "internal_error"));
  }

  #handledLater(handled: Promise<void>, exchange: Exchange): Promise<void> {
    return processing(
      exchange,
      handled.catch((err: unknown) => this.#broken(exchange, err)),
    );
  }

  #keptLater(kept: Promise<boolean>, exchange: Exchange, id: ChannelId): Promise<void> {
    return kept.then((isKept) => this.#kept(isKept, exchange, id));
  }

  #kept(isKept: boolean, exchange: Exchange, id: ChannelId): Awaitable<void> {
    if (isKept) return this.#route(exchange, id);
    if (exchange.reply.error === undefined) fail(exchange, errorField(404, [], "message_deleted"));
  }

  #incoming(exchange: Exchange): Awaitable<boolean> {
    const { request, session } = exchange;
    const bound = session?.id === request.clientId ? session : undefined;
    const { extensions } = this.#parts;
    const kept = extensions.isEmpty || extensions.incoming(bound, request);
    return bound?.hooks === undefined ? kept : this.#incomingOf(bound, request, kept);
  }

  #incomingOf(session: ServerSession, request: Message, kept: Awaitable<boolean>): Awaitable<boolean> {
    return andThen(kept, (isKept) => isKept && (session.hooks?.extensions.incoming(session, request) ?? true));
  }

  #route(exchange: Exchange, id: ChannelId): Awaitable<void> {
    const { request, session } = exchange;
    if (id.name === HANDSHAKE) return this.#parts.meta.get(HANDSHAKE)!(exchange);
    if (session === undefined || !session.isHandshaken || session.id !== request.clientId) {
      exchange.session = undefined;
      const advice = id.name === CONNECT ? ({ reconnect: "handshake", interval: 0 } as const) : undefined;
      return fail(exchange, errorField(402, [], "session_unknown"), advice);
    }
    session.lifetime.touched();
    const meta = this.#parts.meta.get(id.name);
    if (meta !== undefined) return meta(exchange);
    if (id.wildcard !== "none") return fail(exchange, errorField(405, [], "channel_invalid"));
    if (this.tracer !== undefined) exchange.trace = this.tracer.received(session, request);
    const channel = this.#parts.access.channelForPublish(session, id, request);
    if (channel instanceof Promise) return this.#admittedLater(exchange, session, channel);
    return this.#admitted(exchange, session, channel);
  }

  #admittedLater(exchange: Exchange, session: ServerSession, channel: Promise<ServerChannel | string>): Promise<void> {
    return channel.then((later) => this.#admitted(exchange, session, later));
  }

  /** @param channel - or why it may not be published on */
  #admitted(exchange: Exchange, session: ServerSession, channel: ServerChannel | string): Awaitable<void> {
    if (typeof channel === "string") return fail(exchange, channel);
    // It may have ended while the policy was thinking: whoever was kicked has had his last word.
    if (!session.isHandshaken) return fail(exchange, errorField(402, [], "session_unknown"));
    return this.#publish(exchange, session, channel);
  }

  #publish(exchange: Exchange, session: ServerSession, channel: ServerChannel): Awaitable<void> {
    const { request, reply } = exchange;
    const { publisher } = this.#parts;
    reply.successful = true; // now, so that listeners can still turn it into an error
    if (channel.id.kind === "service") {
      const kept = publisher.listen(session, request, channel);
      if (kept instanceof Promise) return this.#serveLater(kept, exchange, session, channel.id);
      return this.#serve(kept, exchange, session, channel.id);
    }
    return this.#fanOut(exchange, session, channel);
  }

  #fanOut(exchange: Exchange, session: ServerSession, channel: ServerChannel): Awaitable<void> {
    const { publisher } = this.#parts;
    const { request } = exchange;
    const delivery = deliveryOf(request, channel.name);
    return andThen(publisher.listen(session, delivery, channel), (kept) => {
      if (kept) publisher.fanOut(session, delivery, channel, exchange.trace);
      else fail(exchange, errorField(404, [], "message_deleted"));
    });
  }

  #serveLater(kept: Promise<boolean>, exchange: Exchange, session: ServerSession, id: ChannelId): Promise<void> {
    return kept.then((isKept) => this.#serve(isKept, exchange, session, id));
  }

  #serve(isKept: boolean, exchange: Exchange, session: ServerSession, id: ChannelId): void {
    if (!isKept) return fail(exchange, errorField(404, [], "message_deleted"));
    const { trace } = exchange;
    const later =
      trace === undefined
        ? this.#called(exchange, session, id)
        : trace.within(() => this.#called(exchange, session, id));
    if (later !== undefined) exchange.later = processing(exchange, later);
  }

  #called({ request, reply }: Exchange, session: ServerSession, id: ChannelId): Promise<void> | undefined {
    return this.#parts.services.handle(id, session, request, reply);
  }
}

/** A message that takes its time counts against the session's time for it. @param handled - never rejects */
function processing({ session }: Exchange, handled: Promise<void>): Promise<void> {
  if (session?.isHandshaken !== true || !session.lifetime.startProcessing()) return handled;
  return handled.then(() => session.lifetime.endProcessing());
}

function newExchange(request: Message, connection: Connection, batchSize: number): Exchange {
  const reply = replyTo(request);
  // A handshake makes its own session: what becomes of it is nothing to the one the connection had before.
  const session = request.channel === HANDSHAKE ? undefined : connection.session;
  return { request, reply, connection, batchSize, session, trace: undefined, later: undefined, held: false };
}

/**
 * Types of the fields, each with its own answer; meaning is the handlers'.
 * @returns the reply's `error`, or undefined when all is well
 */
function validate({ request, reply }: Exchange): string | undefined {
  const channel: unknown = request.channel;
  if (channel === undefined) return errorField(400, [], "channel_missing");
  if (typeof channel !== "string") {
    // Nothing that is no channel name is echoed as one.
    reply.channel = "";
    return errorField(405, [], "channel_invalid");
  }
  if (request.id !== undefined && (reply.id === undefined || !MESSAGE_ID.test(reply.id))) {
    return errorField(405, [], "message_id_invalid");
  }
  if (request.ext !== undefined && request.ext !== null && !isObject(request.ext)) {
    return errorField(400, [], "ext_invalid");
  }
  if (request.advice !== undefined && request.advice !== null && !isObject(request.advice)) {
    return errorField(400, [], "advice_invalid");
  }
  if (hasMoreFields(request, MAX_FIELDS)) return errorField(400, [String(MAX_FIELDS)], "too_many_fields");
  return undefined;
}

/** Counts no further than it must, and makes no list of the names. */
function hasMoreFields(message: Message, max: number): boolean {
  let fields = 0;
  for (const _field in message) {
    fields += 1;
    if (fields > max) return true;
  }
  return false;
}
