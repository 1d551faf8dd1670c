import type { ServerSession } from "../session/server-session.js";

/**
 * Sessions that shook hands and have not connected yet, by the address they came from: who only shakes hands, again and
 * again, takes no more than some places. Whoever was seen to connect counts no longer.
 */
export class Newcomers {
  readonly #maxPerAddress: number;
  readonly #byAddress = new Map<string, Set<ServerSession>>();

  /** @param maxPerAddress - 0: no limit, and nothing is kept */
  constructor(maxPerAddress: number) {
    this.#maxPerAddress = maxPerAddress;
  }

  /** Whether one more may come from there. */
  hasRoom(address: string | undefined): boolean {
    const sessions = address === undefined ? undefined : this.#byAddress.get(address);
    if (sessions === undefined || sessions.size < this.#maxPerAddress) return true;
    for (const session of sessions) if (session.isConnected) sessions.delete(session);
    return sessions.size < this.#maxPerAddress;
  }

  add(session: ServerSession, address: string | undefined): void {
    if (this.#maxPerAddress === 0 || address === undefined) return;
    const sessions = this.#byAddress.get(address) ?? new Set();
    this.#byAddress.set(address, sessions.add(session));
    session.onRemoved(() => {
      sessions.delete(session);
      if (sessions.size === 0 && this.#byAddress.get(address) === sessions) this.#byAddress.delete(address);
    });
  }
}
