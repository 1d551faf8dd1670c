import type { ServerSession } from "../core/session/server-session.js";
import type { Identities, Identity } from "./identity.js";

/** The identity of each session, from the moment its login is accepted; goes with the session. */
export class SessionIdentities implements Identities {
  readonly #identities = new WeakMap<ServerSession, Identity>();

  identityOf(session: ServerSession): Identity | undefined {
    return this.#identities.get(session);
  }

  set(session: ServerSession, identity: Identity): void {
    this.#identities.set(session, identity);
  }
}
