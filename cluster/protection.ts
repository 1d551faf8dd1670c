import { GrantAuthorizer } from "../core/security/grant-authorizer.js";
import type { BayeuxServer } from "../core/server/bayeux-server.js";
import type { ServerSession } from "../core/session/server-session.js";
import { isInternal } from "./forwarding.js";

/** An operation on a wildcard is checked at the wildcard itself, so each has its own guard. */
const GUARDED: readonly string[] = [
  "/oort/**",
  "/oort/*",
  "/service/oort/**",
  "/service/oort/*",
  "/service/oort",
  "/seti/**",
  "/seti/*",
];

/**
 * Closes the cluster's own channels to clients (spec/oort-seti.md section 17): only local sessions and peers may do
 * anything there, all others are answered `403:denied_by_not_granting:…`. Who subscribes to `/**` may do that, but gets
 * nothing of what is internal.
 * @param isMember - true for the sessions of peers
 */
export function protectInternalChannels(server: BayeuxServer, isMember: (session: ServerSession) => boolean): void {
  const authorizer = new GrantAuthorizer(undefined, (session) => session.isLocal || isMember(session));
  for (const name of GUARDED) server.createChannel(name).addAuthorizer(authorizer);
  const filtered = new WeakSet<ServerSession>();
  server.addListener({
    subscribed(session, channel) {
      if (channel.name !== "/**" || session.isLocal || isMember(session) || filtered.has(session)) return;
      filtered.add(session);
      session.addChannelFilter((_sender, name) => !isInternal(name));
    },
  });
}
