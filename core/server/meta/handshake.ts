import { type Awaitable, andThen } from "../../awaitable.js";
import { errorField } from "../../message/bayeux-error.js";
import { ServerSession } from "../../session/server-session.js";
import { type Exchange, fail } from "../exchange.js";
import type { MetaContext } from "./meta-context.js";

const VERSION = "1.0";

/**
 * `/meta/handshake`: a new session, if the policy agrees. What the client says of version and connection types is not
 * checked, and a clientId it sends is ignored, as on CometD.
 * @see spec/bayeux.md section 5
 */
export function handshake(context: MetaContext, exchange: Exchange): Awaitable<void> {
  const { connection, request, reply } = exchange;
  const { sessions, options, host } = context;
  // No advice: clients try again, with growing pauses.
  if (!context.isOpen()) return refuse(context, exchange, errorField(403, ["server_closing"], "handshake_denied"));
  if (connection.local === undefined && sessions.remoteCount >= options.maxSessions) {
    return refuse(context, exchange, errorField(403, ["too_many_sessions"], "handshake_denied"));
  }
  const { local } = connection;
  const id = local === undefined ? sessions.newId() : `${local.hint}_${sessions.newId()}`;
  const session = new ServerSession(id, host, local?.receive);
  session.context = connection.context;
  exchange.session = session;
  return andThen(context.access.handshake(session, request, reply), (allowed) => {
    if (!allowed) {
      refuse(context, exchange, errorField(403, [], "handshake_denied"));
      reply.advice = { reconnect: "none", ...reply.advice };
    } else {
      accept(context, exchange, session);
    }
    session.context = undefined;
  });
}

function refuse({ host }: MetaContext, exchange: Exchange, error: string): void {
  host.stats.handshakesRefused += 1;
  fail(exchange, error);
}

function accept(context: MetaContext, exchange: Exchange, session: ServerSession): void {
  const { connection, reply } = exchange;
  session.handshaken();
  context.sessions.add(session);
  if (!session.isLocal) context.host.stats.handshakes += 1;
  connection.session?.unbind(connection);
  connection.session = session;
  session.bind(connection);
  reply.successful = true;
  reply.version = VERSION;
  reply.minimumVersion = VERSION;
  reply.supportedConnectionTypes = [...connection.offered];
  reply.clientId = session.id;
  context.sessionAdded(exchange);
  const { timeoutMs, intervalMs } = session.times;
  reply.advice = { reconnect: "retry", interval: intervalMs, timeout: timeoutMs, ...reply.advice };
  session.scheduleExpiry();
}
