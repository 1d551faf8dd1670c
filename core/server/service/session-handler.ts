import type { Awaitable } from "../../awaitable.js";
import type { Message } from "../../message/message.js";
import type { RemovalReason, ServerSession } from "../../session/server-session.js";
import { logIdOf } from "../../session/session-registry.js";
import type { BayeuxServer } from "../bayeux-server.js";

/** The server's side of one client, for as long as its session lives. Every method is optional; one that throws is logged. */
export interface SessionHandler {
  /** The session was registered; its handshake reply has not been written yet. */
  open?(session: ServerSession, handshake: Message): void;
  /**
   * What its client publishes, once that is allowed and before anybody else sees it. Answers go by `session.deliver`.
   * @returns false to stop the message: the client gets `404::message_deleted`
   */
  message?(message: Message): Awaitable<boolean | undefined | void>;
  close?(reason: RemovalReason): void;
}

/** Makes the handler of a new session; undefined for a session that needs none. */
export type SessionHandlerFactory = (session: ServerSession, handshake: Message) => SessionHandler | undefined;

/**
 * From now on gives every session a handler of its own. Local sessions have none; nodes of the cluster are sessions as
 * well, which a factory tells by `bus.oort.isOort(session)`.
 * @param channel - the handlers see messages on this channel, wildcard or template only
 * @returns a function that ends it: handlers that are open are closed, with the reason `closed`
 * @throws RangeError when `channel` is not legal
 */
export function addSessionHandlers(server: BayeuxServer, factory: SessionHandlerFactory, channel = "/**"): () => void {
  const open = new Map<ServerSession, SessionHandler>();
  const stopSeeing = server.addMessageListener(
    channel,
    (session, message) => session && open.get(session)?.message?.(message),
  );
  const stopListening = server.addListener({
    sessionAdded(session, handshake) {
      const handler = session.isLocal ? undefined : factory(session, handshake);
      if (handler === undefined) return;
      open.set(session, handler);
      handler.open?.(session, handshake);
    },
    sessionRemoved(session, reason) {
      const handler = open.get(session);
      open.delete(session);
      handler?.close?.(reason);
    },
  });
  return () => {
    stopSeeing();
    stopListening();
    for (const [session, handler] of open) {
      open.delete(session);
      try {
        handler.close?.("closed");
      } catch (err) {
        server.logger.error({ err, session: logIdOf(session.id) }, "session handler failed");
      }
    }
  };
}
