import { errorField } from "../../message/bayeux-error.js";
import { ensureExt, type Message } from "../../message/message.js";
import type { HeldConnect } from "../../session/outlet.js";
import type { ServerSession } from "../../session/server-session.js";
import { type Connection, type Exchange, fail, type HoldLimit, replyTo } from "../exchange.js";
import { retryAdvice } from "./handshake.js";
import type { MetaContext } from "./meta-context.js";

/** Longest pause a client may announce for itself; its session lives that much longer. */
const MAX_CLIENT_INTERVAL_MS = 300_000;

/**
 * `/meta/connect`: held until there is something to say, or its time is over.
 * @see spec/bayeux.md section 6
 */
export function connect(context: MetaContext, exchange: Exchange): void {
  const { connection, request, reply } = exchange;
  const session = exchange.session!;
  if (request.connectionType !== undefined && typeof request.connectionType !== "string") {
    return fail(exchange, errorField(400, [], "connection_type_invalid"));
  }
  const confirmed = session.isConnected;
  session.lifetime.supersede();
  session.connected();
  session.bind(connection);
  reply.successful = true;
  const { timeoutMs, intervalMs } = session.lifetime.times;
  // Transient: what the client asks for holds for this cycle only. It may ask for less, not for more than our hold.
  const asked = clientAdvice(request);
  const holdMs = Math.min(asked.timeoutMs ?? timeoutMs, timeoutMs);
  const pauseMs = Math.min(asked.intervalMs ?? intervalMs, MAX_CLIENT_INTERVAL_MS);
  const limit = connection.holdLimit;
  if (confirmed && holdMs > 0 && limit?.isReached) return shareBrowser(exchange, session, limit, pauseMs);
  if (session.adviceDue || asked.given) {
    session.adviceDue = false;
    reply.advice = retryAdvice(session, context.options, pauseMs);
    if (session.sharesBrowser) reply.advice["multiple-clients"] = false;
    session.sharesBrowser = false;
  }
  if (!confirmed || holdMs <= 0 || !mayHold(exchange, session)) {
    session.lifetime.scheduleExpiry(pauseMs);
    return tellGap(session, reply);
  }
  limit?.take();
  exchange.held = true;
  request.clientId = session.id; // the same text: the one that came with the request need not be kept
  session.lifetime.hold(new WaitingConnect(context, exchange, context.host.clock.now() + holdMs, pauseMs));
}

/**
 * A connect that waits. Each idle session has one, which the collector copies, so it keeps as little as may be: no
 * functions, and of its reply what cannot be made anew.
 */
class WaitingConnect implements HeldConnect {
  readonly request: Message;
  readonly outlet: Connection;
  readonly untilMs: number;
  readonly #context: MetaContext;
  readonly #session: ServerSession;
  readonly #pauseMs: number;
  readonly #advice: Message["advice"];

  constructor(
    context: MetaContext,
    { request, connection, session, reply }: Exchange,
    untilMs: number,
    pauseMs: number,
  ) {
    this.request = request;
    this.outlet = connection;
    this.untilMs = untilMs;
    this.#context = context;
    this.#session = session!;
    this.#pauseMs = pauseMs;
    this.#advice = reply.advice;
  }

  finish(fields?: Partial<Message>): void {
    const { request, outlet } = this;
    const session = this.#session;
    const reply = replyTo(request);
    reply.successful = true;
    if (this.#advice !== undefined) reply.advice = this.#advice;
    if (fields !== undefined) Object.assign(reply, fields);
    session.lifetime.scheduleExpiry(this.#pauseMs);
    tellGap(session, reply);
    const finished = this.#context.finishReply({ request, reply, session, trace: undefined });
    outlet.answer(finished === undefined ? [] : [finished]);
  }
}

/**
 * Too many connects are held for the browser already: this one is answered at once, and the client advised to come back
 * later. As soon as there is room its connect is held again, and the advice taken back with it, which CometD forgets
 * (spec section 14.4).
 */
function shareBrowser(exchange: Exchange, session: ServerSession, limit: HoldLimit, pauseMs: number): void {
  if (limit.pauseMs <= 0) {
    fail(exchange, errorField(403, ["multiple_clients"], "connect_denied"));
    exchange.reply.advice = {
      "multiple-clients": true,
      reconnect: "none",
      interval: 0,
      timeout: session.lifetime.times.timeoutMs,
    };
    return session.lifetime.scheduleExpiry(pauseMs);
  }
  const interval = Math.max(limit.pauseMs, pauseMs);
  exchange.reply.advice = {
    "multiple-clients": true,
    reconnect: "retry",
    interval,
    timeout: session.lifetime.times.timeoutMs,
  };
  session.sharesBrowser = true;
  session.adviceDue = true;
  session.lifetime.scheduleExpiry(interval);
}

/** A client whose messages were dropped learns how many, with the next connect reply: `ext.oortbus.dropped`. */
function tellGap({ mailbox }: ServerSession, reply: Message): void {
  if (mailbox.untold === 0) return;
  ensureExt(reply).oortbus = { dropped: mailbox.untold };
  mailbox.untold = 0;
}

/** Where messages travel with connect replies, those go at once that are not lazy; and an HTTP connect is held only if alone. */
function mayHold({ connection, batchSize }: Exchange, session: ServerSession): boolean {
  if (!connection.pushes && batchSize > 1) return false;
  const carries = !connection.pushes || session.metaConnectDeliveryOnly;
  return !(carries && session.mailbox.hasUrgent);
}

function clientAdvice(request: Message): { given: boolean; timeoutMs?: number; intervalMs?: number } {
  const advice = request.advice;
  if (advice === undefined || advice === null) return { given: false };
  return { given: true, timeoutMs: atLeastZero(advice.timeout), intervalMs: atLeastZero(advice.interval) };
}

function atLeastZero(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}
