import type { SessionRelay } from "./session-relay.js";

/** Sessions whose socket was closed here and that are remembered for it. */
const MAX_REMEMBERED = 1_000;

/**
 * Some clients (Faye's) shake hands by HTTP and go on over a WebSocket, which a balancer without stickiness gives to another
 * node than the handshake. Advised to shake hands anew they come to two different nodes again, and what they had asked is
 * refused to their application. When their socket is closed instead, they open the next one at once and say there what
 * was not answered: it goes round until it comes to the session's node.
 *
 * Only the first time: who comes again with the same session has a balancer that does not go round, and is advised. So is,
 * at once, who reconnects: such connects have advice of their own (spec section 6.3), and Faye's never have.
 */
export class StraySockets {
  readonly #relay: SessionRelay;
  readonly #sentAway = new Set<string>();

  constructor(relay: SessionRelay) {
    this.#relay = relay;
  }

  /** Whether a socket that has no session yet, and says this, is to be closed. */
  sendsAway(text: string): boolean {
    const clientId = /"clientId"\s*:\s*"([0-9A-Za-z]{1,128})"/.exec(text)?.[1];
    if (clientId === undefined || text.includes('"advice"') || !this.#relay.knows(clientId)) return false;
    if (this.#sentAway.delete(clientId)) return false;
    if (this.#sentAway.size >= MAX_REMEMBERED) this.#sentAway.delete(this.#sentAway.values().next().value ?? "");
    this.#sentAway.add(clientId);
    return true;
  }
}
