import type { RequestContext, ServerSession } from "../session/server-session.js";

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
  hasRoom(context: RequestContext): boolean {
    const address = this.#addressOf(context);
    if (address === undefined) return true;
    const sessions = this.#byAddress.get(networkOf(address));
    if (sessions === undefined || sessions.size < this.#maxPerAddress) return true;
    for (const session of sessions) if (session.isConnected) sessions.delete(session);
    return sessions.size < this.#maxPerAddress;
  }

  add(session: ServerSession, context: RequestContext): void {
    const address = this.#addressOf(context);
    if (address === undefined) return;
    const network = networkOf(address);
    const sessions = this.#byAddress.get(network) ?? new Set();
    this.#byAddress.set(network, sessions.add(session));
    session.onRemoved(() => {
      sessions.delete(session);
      if (sessions.size === 0 && this.#byAddress.get(network) === sessions) this.#byAddress.delete(network);
    });
  }

  /** undefined also where addresses do not matter: then it is not looked for. */
  #addressOf(context: RequestContext): string | undefined {
    return this.#maxPerAddress === 0 ? undefined : context.remoteAddress;
  }
}

/** One customer has one IPv4 address, or a whole /64 of IPv6, in which he may choose a new one each time. */
export function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address; // IPv4, perhaps written as IPv6
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  return [...head, ...Array<string>(zeros).fill("0"), ...tail].slice(0, 4).join(":");
}
