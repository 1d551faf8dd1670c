import type { BusNode } from "../../../bus-node.js";
import type { ServerSession } from "../../../core/session/server-session.js";

/** Here a page says hello, and hears from then on who is online and which nodes there are. */
export const CHAT_SERVICE = "/service/chat";

/** People in one message, so that a page's queue holds it. More users than this are not all shown to a newcomer. */
const MAX_PEOPLE = 500;

/** What the chat needs of a node. */
export type ChatBus = Pick<BusNode, "bayeux" | "oort" | "seti">;

/** A user and the URLs of the nodes he is on; none: he is offline now. */
interface Person {
  readonly user: string;
  readonly nodes: readonly string[];
}

/** A node as pages are told of it. */
interface ChatNode {
  readonly url: string;
  readonly isReady: boolean;
}

/**
 * Tells pages who is online and which nodes there are: all of it at hello, then what changes. The changes of one turn of
 * the event loop are one message, so that the end of a node with many users is one as well.
 */
export class Roster {
  readonly #bus: ChatBus;
  /** Pages on this node that said hello. Each is a session, so there are no more than of these. */
  readonly #pages = new Set<ServerSession>();
  readonly #changed = new Set<string>();
  #isDue = false;

  constructor(bus: ChatBus) {
    this.#bus = bus;
    bus.seti.addPresenceListener({
      added: (user) => this.#note(user),
      removed: (user) => this.#note(user),
    });
    const tellNodes = (): void => this.#toAll({ type: "nodes", node: bus.oort.url, nodes: this.#nodes() });
    bus.oort.addListener({ joined: tellNodes, left: tellNodes });
  }

  /** Tells a page everything now, and changes until its session ends. */
  tell(session: ServerSession): void {
    if (!this.#pages.has(session)) {
      this.#pages.add(session);
      session.onRemoved(() => this.#pages.delete(session));
    }
    const people = this.#bus.seti.getUserIds().slice(0, MAX_PEOPLE);
    session.deliver(undefined, CHAT_SERVICE, {
      type: "welcome",
      node: this.#bus.oort.url,
      nodes: this.#nodes(),
      people: people.map((user) => this.#person(user)),
    });
  }

  #note(user: string): void {
    this.#changed.add(user);
    if (this.#isDue) return;
    this.#isDue = true;
    this.#bus.bayeux.clock.endOfTurn(() => this.#tellChanges());
  }

  #tellChanges(): void {
    this.#isDue = false;
    const people = [...this.#changed].map((user) => this.#person(user));
    this.#changed.clear();
    for (let first = 0; first < people.length; first += MAX_PEOPLE) {
      this.#toAll({ type: "people", people: people.slice(first, first + MAX_PEOPLE) });
    }
  }

  #toAll(data: object): void {
    for (const page of this.#pages) page.deliver(undefined, CHAT_SERVICE, data);
  }

  #person(user: string): Person {
    return { user, nodes: this.#bus.seti.presenceOf(user).nodes };
  }

  /** This node and its peers, by URL. */
  #nodes(): ChatNode[] {
    const { url, peers } = this.#bus.oort;
    const nodes = peers.map((peer) => ({ url: peer.url, isReady: peer.state === "joined" }));
    return [{ url, isReady: true }, ...nodes].sort((a, b) => a.url.localeCompare(b.url));
  }
}
