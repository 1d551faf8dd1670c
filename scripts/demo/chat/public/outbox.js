import { NotDelivered } from "./chat-connection.js";
import { EVERYONE } from "./conversations.js";

/** Messages that may wait for a connection. */
const MAX_WAITING = 100;

/**
 * Own messages until the server has them. What was under way when the connection was lost is sent again, with the same
 * id, by which receivers notice a second copy.
 */
export class Outbox {
  #connection;
  #conversations;
  /** @type {Set<import("./conversations.js").Entry>} in the order written */
  #waiting = new Set();
  #underWay = new Set();

  /**
   * @param {import("./chat-connection.js").ChatConnection} connection
   * @param {import("./conversations.js").Conversations} conversations
   */
  constructor(connection, conversations) {
    this.#connection = connection;
    this.#conversations = conversations;
  }

  get isFull() {
    return this.#waiting.size >= MAX_WAITING;
  }

  /** @param {import("./conversations.js").Entry} entry */
  add(entry) {
    this.#waiting.add(entry);
    this.#conversations.settle(entry, "pending");
    this.flush();
  }

  /** Sends what waits, if there is a connection. */
  flush() {
    if (!this.#connection.isOnline) return;
    for (const entry of this.#waiting) if (!this.#underWay.has(entry)) void this.#send(entry);
  }

  async #send(entry) {
    this.#underWay.add(entry);
    try {
      const note = await this.#deliver(entry);
      this.#settle(entry, "sent", note);
    } catch (error) {
      if (error instanceof NotDelivered) this.#settle(entry, "failed", error.message);
      else if (error.name !== "ClientError") throw error; // our own fault: let the console have it
    } finally {
      this.#underWay.delete(entry);
    }
  }

  async #deliver(entry) {
    if (entry.talk === EVERYONE) return void (await this.#connection.say(entry));
    const pages = await this.#connection.whisper(entry.talk, entry);
    return pages === 1 ? "Delivered" : `Delivered to ${pages} pages`;
  }

  #settle(entry, state, note) {
    this.#waiting.delete(entry);
    this.#conversations.settle(entry, state, note);
  }
}
