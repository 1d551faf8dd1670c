import { type Awaitable, andThen } from "../../awaitable.js";
import type { Advice } from "../../message/advice.js";
import { errorField } from "../../message/bayeux-error.js";
import { ServerSession } from "../../session/server-session.js";
import type { BayeuxOptions } from "../bayeux-options.js";
import { type Connection, type Exchange, fail } from "../exchange.js";
import type { MetaContext } from "./meta-context.js";

const VERSION = "1.0";

/**
 * `/meta/handshake`: a new session, if the policy agrees. What the client says of version and connection types is not
 * checked, and a clientId it sends is ignored, as on CometD.
 * @see spec/bayeux.md section 5
 */
export function handshake(context: MetaContext, exchange: Exchange): Awaitable<void> {
  const { connection, request, reply } = exchange;
  const { sessions, host } = context;
  const beganAtMs = host.clock.now();
  const full = noRoom(context, connection);
  if (full !== undefined) return refuse(context, exchange, full);
  const { local } = connection;
  const id = local === undefined ? sessions.newId() : `${local.hint}_${sessions.newId()}`;
  const session = new ServerSession(id, host, local?.receive);
  session.context = connection.context;
  exchange.session = session;
  return andThen(context.access.handshake(session, request, reply), (denied) => {
    // Others may have come while the policy was thinking, or the server begun to close.
    const late = noRoom(context, connection);
    if (denied !== undefined) {
      refuse(context, exchange, denied);
      reply.advice = { reconnect: "none", ...reply.advice };
    } else if (late !== undefined) {
      refuse(context, exchange, late);
    } else {
      accept(context, exchange, session);
    }
    session.context = undefined;
    const times = reply.successful === true ? host.stats.handshakeTimes : host.stats.refusedHandshakeTimes;
    if (local === undefined) times.observe(host.clock.now() - beganAtMs);
  });
}

/** @returns the error of the refusal; it goes without advice, so that clients try again, with growing pauses */
function noRoom({ isOpen, sessions, newcomers, options }: MetaContext, connection: Connection): string | undefined {
  if (!isOpen()) return errorField(403, ["server_closing"], "handshake_denied");
  if (connection.local !== undefined) return undefined;
  if (sessions.remoteCount >= options.maxSessions) return errorField(403, ["too_many_sessions"], "handshake_denied");
  if (newcomers.hasRoom(connection.context)) return undefined;
  return errorField(403, ["too_many_handshakes"], "handshake_denied");
}

function refuse({ host }: MetaContext, exchange: Exchange, error: string): void {
  host.stats.handshakesRefused += 1;
  fail(exchange, error);
}

function accept(context: MetaContext, exchange: Exchange, session: ServerSession): void {
  const { connection, reply } = exchange;
  session.handshaken();
  context.sessions.add(session);
  if (!session.isLocal) {
    context.host.stats.handshakes += 1;
    context.newcomers.add(session, connection.context);
  }
  connection.session?.unbind(connection);
  connection.session = session;
  session.bind(connection);
  reply.successful = true;
  reply.version = VERSION;
  reply.minimumVersion = VERSION;
  reply.supportedConnectionTypes = [...connection.offered];
  reply.clientId = session.id;
  context.sessionAdded(exchange);
  reply.advice = { ...retryAdvice(session, context.options), ...reply.advice };
  session.lifetime.scheduleExpiry();
}

/** Complete, since the JS client replaces all it knew by it (spec section 6.4). @param intervalMs - if it is another */
export function retryAdvice(
  session: ServerSession,
  { handshakeReconnect }: BayeuxOptions,
  intervalMs = session.lifetime.times.intervalMs,
): Advice {
  const { timeoutMs, maxIntervalMs } = session.lifetime.times;
  const advice: Advice = { reconnect: "retry", interval: intervalMs, timeout: timeoutMs };
  if (handshakeReconnect) advice.maxInterval = maxIntervalMs;
  return advice;
}
