import type { Clock } from "../core/clock.js";
import { parseChannel } from "../core/message/channel-id.js";
import type { Answer, UserMessage } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

/** What the inbox needs of the node. */
export interface InboxOutlet<S> {
  sessionsOf(user: string): S[];
  deliver(session: S, channel: string, data: unknown): boolean;
  /** Tells a node what became of its messages. */
  answer(node: string, answers: readonly Answer[]): void;
  /** Whether the node is linked: an answer goes to nobody else. */
  isPeer(node: string): boolean;
}

/** Most answers in one message: keeps it well below the size of a link message. */
const MAX_ANSWERS = 1_000;

/**
 * Takes the user messages that other nodes send here: to the user's sessions of this node, and no further, because the
 * sender has addressed every other node itself. The answers of one turn leave together, a message for each sender.
 * @see spec/oort-seti.md section 21, "Receiving"
 */
export class Inbox<S> {
  readonly #outlet: InboxOutlet<S>;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  #answers = new Map<string, Answer[]>();

  constructor(outlet: InboxOutlet<S>, parts: { readonly clock: Clock; readonly stats: SetiStats }) {
    this.#outlet = outlet;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  received(message: UserMessage): void {
    this.#stats.messagesIn += 1;
    const channel = parseChannel(message.channel);
    if (channel === undefined || channel.kind === "meta" || channel.wildcard !== "none") {
      this.#stats.malformed += 1;
      return;
    }
    const sessions = this.#outlet.sessionsOf(message.userId);
    let reached = 0;
    for (const session of sessions) {
      if (this.#outlet.deliver(session, channel.name, message.data)) reached += 1;
    }
    if (message.request === undefined || message.sender === undefined) return;
    if (!this.#outlet.isPeer(message.sender)) return;
    this.#answerSoon(message.sender, { request: message.request, sessions: sessions.length, reached });
  }

  #answerSoon(node: string, answer: Answer): void {
    if (this.#answers.size === 0) this.#clock.endOfTurn(() => this.#answerAll());
    const answers = this.#answers.get(node);
    if (answers === undefined) this.#answers.set(node, [answer]);
    else answers.push(answer);
  }

  #answerAll(): void {
    const all = this.#answers;
    this.#answers = new Map();
    for (const [node, answers] of all) {
      for (let start = 0; start < answers.length; start += MAX_ANSWERS) {
        this.#outlet.answer(node, answers.slice(start, start + MAX_ANSWERS));
      }
    }
  }
}
