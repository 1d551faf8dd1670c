import type { Random } from "../random.js";
import type { ServerSession } from "./server-session.js";

/** Chance in an id, so that nobody can guess one (DESIGN decision 4). */
const ID_BITS = 128;

/** Characters of that chance, at the end of every id. */
const ID_CHARS = Math.ceil(ID_BITS / Math.log2(36));

/** The tag of the node that made a clientId; empty when it has none, or is too short to be one of ours. */
export function nodeTagOf(clientId: string): string {
  return clientId.slice(0, -ID_CHARS);
}

/** Characters of that chance that may be seen: enough to tell sessions apart, and to keep the others from being guessed. */
const SHOWN_ID_CHARS = 6;

/** A clientId as logs may have it: its node's tag and a little more. The whole of it would let whoever reads it be that client. */
export function logIdOf(clientId: string): string;
export function logIdOf(clientId: string | undefined): string | undefined;
export function logIdOf(clientId: string | undefined): string | undefined {
  return clientId?.slice(0, SHOWN_ID_CHARS - ID_CHARS);
}

/** All sessions of one server, by id. */
export class SessionRegistry {
  readonly #sessions = new Map<string, ServerSession>();
  readonly #nodeTag: string;
  readonly #random: Random;
  #remote = 0;
  #lastNumber = 0;

  /** @param nodeTag - letters and digits put before each id, so that a clientId names its node */
  constructor(nodeTag: string, random: Random) {
    this.#nodeTag = nodeTag;
    this.#random = random;
  }

  get all(): ReadonlyMap<string, ServerSession> {
    return this.#sessions;
  }

  /** Remote sessions; local ones are ours and few. */
  get remoteCount(): number {
    return this.#remote;
  }

  newId(): string {
    return this.#nodeTag + this.#random.token(ID_BITS);
  }

  get(id: unknown): ServerSession | undefined {
    return typeof id === "string" ? this.#sessions.get(id) : undefined;
  }

  add(session: ServerSession): void {
    this.#lastNumber += 1;
    session.number = this.#lastNumber;
    this.#sessions.set(session.id, session);
    if (!session.isLocal) this.#remote += 1;
  }

  remove(session: ServerSession): void {
    if (this.#sessions.delete(session.id) && !session.isLocal) this.#remote -= 1;
  }
}
