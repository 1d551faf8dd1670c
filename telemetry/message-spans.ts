import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { parseTraceParent } from "@opentelemetry/core";
import { isInternal } from "../cluster/forwarding.js";
import type { NodeIdentity } from "../cluster/membership/join-message.js";
import type { Awaitable } from "../core/awaitable.js";
import type { Clock } from "../core/clock.js";
import type { Logger } from "../core/logger.js";
import { extField, isObject, type Message } from "../core/message/message.js";
import type { Random } from "../core/random.js";
import type { MessageTrace, MessageTracer } from "../core/session/message-trace.js";
import type { ServerSession } from "../core/session/server-session.js";
import { logIdOf } from "../core/session/session-registry.js";
import type { TelemetryOptions } from "./telemetry-options.js";

/** Key in a message's ext, with a value as in W3C Trace Context's header of that name. */
const TRACEPARENT = "traceparent";
const SAMPLED = 1;
/** Clients for which a followed message has a span of its own on one node; the others have none. */
const MAX_DELIVER_SPANS = 16;

/** What the spans of a node are made with. */
export interface MessageSpansParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** True for sessions of peers, and for the local one that publishes here what they send. */
  isOort(session: ServerSession): boolean;
  peerOf(session: ServerSession): NodeIdentity | undefined;
}

/** Chooses the messages that are followed, and makes OpenTelemetry spans of what happens to them. */
export class MessageSpans implements MessageTracer {
  current: FollowedMessage | undefined = undefined;
  readonly #tracer: Tracer;
  readonly #options: TelemetryOptions["traces"];
  readonly #parts: MessageSpansParts;
  #secondEndsAtMs = 0;
  #begunInSecond = 0;

  constructor(tracer: Tracer, options: TelemetryOptions["traces"], parts: MessageSpansParts) {
    this.#tracer = tracer;
    this.#options = options;
    this.#parts = parts;
  }

  received(sender: ServerSession | undefined, message: Message): MessageTrace | undefined {
    const isFromPeer = sender !== undefined && this.#parts.isOort(sender);
    const said = extField(message, TRACEPARENT);
    let parent = typeof said === "string" ? parseTraceParent(said) : undefined;
    // What peers send is theirs to choose, and what this node publishes because of a message belongs to that.
    parent ??= isFromPeer ? undefined : this.current?.spanContext;
    if (parent === undefined) {
      if (isFromPeer || isInternal(message.channel) || !this.#isSampled()) return undefined;
    } else if ((parent.traceFlags & SAMPLED) === 0) {
      return undefined;
    }
    if (!this.#hasRoom()) return undefined;
    const attributes: Attributes = {
      "messaging.system": "oortbus",
      "messaging.destination.name": message.channel,
      "messaging.operation.type": isFromPeer ? "receive" : "send",
    };
    if (sender !== undefined && !isFromPeer) Object.assign(attributes, attributesOf(sender));
    const kind = isFromPeer ? SpanKind.CONSUMER : SpanKind.SERVER;
    const startTime = this.#parts.clock.now();
    const span = this.#tracer.startSpan(
      isFromPeer ? "receive" : "publish",
      { kind, attributes, startTime },
      contextOf(parent),
    );
    return new FollowedMessage(span, this, this.#tracer, this.#options.toClients, this.#parts);
  }

  /**
   * Follows a call of the API whose caller does: a span for the call, under which is what `work` publishes in its turn.
   * @param traceparent - as in W3C Trace Context; the call is not followed without, or if that says so
   */
  async followCall<T>(name: string, traceparent: string | undefined, work: () => Awaitable<T>): Promise<T> {
    const caller = traceparent === undefined ? null : parseTraceParent(traceparent);
    if (caller === null || (caller.traceFlags & SAMPLED) === 0 || !this.#hasRoom()) return work();
    const startTime = this.#parts.clock.now();
    const span = this.#tracer.startSpan(name, { kind: SpanKind.SERVER, startTime }, contextOf(caller));
    const followed = new FollowedMessage(span, this, this.#tracer, this.#options.toClients, this.#parts);
    try {
      const result = await followed.within(work);
      followed.end();
      return result;
    } catch (error) {
      followed.end(error instanceof Error ? error.message : "refused");
      throw error;
    }
  }

  #isSampled(): boolean {
    const { sampleRatio } = this.#options;
    return sampleRatio > 0 && this.#parts.random.fraction() < sampleRatio;
  }

  /** Anybody may ask for his messages to be followed, so how many are is limited. */
  #hasRoom(): boolean {
    const nowMs = this.#parts.clock.now();
    if (nowMs >= this.#secondEndsAtMs) {
      this.#secondEndsAtMs = nowMs + 1_000;
      this.#begunInSecond = 0;
    }
    this.#begunInSecond += 1;
    return this.#begunInSecond <= this.#options.maxPerSecond;
  }
}

/** One message on this node: a span for the publish, or for its arrival from a peer, and under it one for each receiver. */
class FollowedMessage implements MessageTrace {
  readonly #span: Span;
  readonly #owner: MessageSpans;
  readonly #tracer: Tracer;
  readonly #toClients: boolean;
  readonly #parts: MessageSpansParts;
  readonly #told = new Set<ServerSession>();
  #clients = 0;
  #offeredAtMs: number;
  #isHandled = false;

  constructor(span: Span, owner: MessageSpans, tracer: Tracer, toClients: boolean, parts: MessageSpansParts) {
    this.#span = span;
    this.#owner = owner;
    this.#tracer = tracer;
    this.#toClients = toClients;
    this.#parts = parts;
    this.#offeredAtMs = parts.clock.now();
  }

  get spanContext() {
    return this.#span.spanContext();
  }

  get traceId(): string {
    return this.spanContext.traceId;
  }

  /** As it is written down: W3C Trace Context, version 00. */
  get #traceparent(): string {
    const { traceId, spanId } = this.spanContext;
    return `00-${traceId}-${spanId}-01`;
  }

  forClients(delivery: Message): Message {
    if (this.#toClients) return this.forPeers(delivery);
    if (extField(delivery, TRACEPARENT) === undefined) return delivery;
    const { [TRACEPARENT]: _, ...ext } = delivery.ext!;
    const { ext: __, ...others } = delivery;
    return Object.keys(ext).length === 0 ? (others as Message) : { ...delivery, ext };
  }

  forPeers(delivery: Message): Message {
    this.#offeredAtMs = this.#parts.clock.now();
    const ext: unknown = delivery.ext;
    return { ...delivery, ext: { ...(isObject(ext) ? ext : {}), [TRACEPARENT]: this.#traceparent } };
  }

  within<T>(work: () => T): T {
    const outer = this.#owner.current;
    this.#owner.current = this;
    try {
      return work();
    } finally {
      this.#owner.current = outer;
    }
  }

  written(receiver: ServerSession): void {
    if (this.#told.has(receiver)) return; // again, because it was not acknowledged
    const peer = this.#parts.peerOf(receiver);
    if (peer === undefined) {
      if (this.#clients === MAX_DELIVER_SPANS) return;
      this.#clients += 1;
    }
    this.#told.add(receiver);
    const attributes: Attributes = {
      "messaging.system": "oortbus",
      ...(peer === undefined ? attributesOf(receiver) : { "oortbus.peer": peer.url }),
    };
    const options = { kind: SpanKind.PRODUCER, attributes, startTime: this.#offeredAtMs };
    const context = trace.setSpan(ROOT_CONTEXT, this.#span);
    this.#tracer.startSpan(peer === undefined ? "deliver" : "forward", options, context).end(this.#parts.clock.now());
  }

  /** @param error - why it failed, if it did */
  end(error?: string): void {
    if (error !== undefined) this.#span.setStatus({ code: SpanStatusCode.ERROR, message: error });
    this.#span.end(this.#parts.clock.now());
  }

  handled({ channel, successful, error }: Message): void {
    if (this.#isHandled) return;
    this.#isHandled = true;
    this.end(successful === true ? undefined : (error ?? "refused"));
    this.#parts.logger.debug({ trace: this.traceId, channel, error }, "message followed");
  }
}

function contextOf(parent: SpanContext | undefined): Context {
  return parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

function attributesOf(session: ServerSession): Attributes {
  return { "oortbus.session": logIdOf(session.id), "oortbus.transport": session.transport ?? "none" };
}
