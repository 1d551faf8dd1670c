import { BayeuxError } from "../core/message/bayeux-error.js";
import { ensureExt, extField, isObject } from "../core/message/message.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { Login } from "./auth-policy.js";

/**
 * The login of `auth.mode: "open"`: a handshake's `ext.authentication.user` is believed; one without `authentication`
 * has no user. Anything else there is refused, and the reply's `ext.authentication` says why.
 * @param associate - makes the session the user's as soon as its handshake is accepted; throws BayeuxError for an
 *   illegal user id and beyond a limit
 */
export function openLogin(associate: (user: string, session: ServerSession) => unknown): Login {
  return (session, message, reply) => {
    const authentication = extField(message, "authentication");
    if (authentication === undefined) return true;
    const user = isObject(authentication) ? authentication.user : undefined;
    const refuse = (reason: string): boolean => {
      ensureExt(reply).authentication = { failed: true, reason };
      return false;
    };
    if (typeof user !== "string") return refuse("auth.mode is open: ext.authentication.user must be a user id, text");
    try {
      associate(user, session);
      return true;
    } catch (error) {
      if (error instanceof BayeuxError) return refuse(error.message);
      throw error;
    }
  };
}
