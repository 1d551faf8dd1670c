import type { Clock } from "../core/clock.js";
import { parseChannel } from "../core/message/channel-id.js";
import { withOne } from "../core/with-one.js";
import type { DeliveryConfirmation } from "./delivery-confirmation.js";
import type { Delivered, LocalDelivery } from "./local-delivery.js";
import type { Answer, UserMessage, UserSend } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

/** What the inbox needs of the node. */
export interface InboxOutlet {
  /** Tells a node what became of its messages. */
  answer(node: string, answers: readonly Answer[]): void;
  /** Whether the node is linked: an answer goes to nobody else. */
  isPeer(node: string): boolean;
  /** Passes a message on. @returns false when that node does not listen */
  toNode(node: string, send: UserSend): boolean;
}

/** To whom a message is passed on. */
export interface ForwardView {
  /** Other nodes that hold the user, as far as this one knows. */
  remoteNodesOf(user: string): readonly string[];
  /** Whether the node says how many sessions a message reached. */
  answers(node: string): boolean;
  /** Nodes that know where the user is, this one included; none where every node knows every user. */
  ownersOf(user: string): readonly string[];
  /** An owner tells the asker where the user is, now and for a time; undefined when it does not. */
  teach(user: string, asker: string): readonly string[] | undefined;
}

/** Most answers in one message: keeps it well below the size of a link message. */
const MAX_ANSWERS = 1_000;

/** An answer on its way; until it leaves, it may turn out that a node could not be reached. */
interface PassedAnswer extends Answer {
  passed: readonly string[] | undefined;
  lost: boolean | undefined;
}

interface AnswersFor {
  readonly node: string;
  readonly answers: Answer[];
}

const NO_ANSWERS: AnswersFor[] = [];

/** What goes to one node. */
interface Passing {
  readonly node: string;
  readonly send: UserSend;
  readonly asks: { user: string; request: number; answer: PassedAnswer }[];
}

/**
 * Takes the user messages that other nodes send here: to the user's sessions of this node; and, where the message says
 * that it may be passed on, to the other nodes that hold the user, or, if he has just moved, to an owner, who knows where
 * to. The answers of one turn leave together, a message for each sender.
 * @see spec/oort-seti.md section 21, "Receiving"
 */
export class Inbox<S> {
  readonly #ownNode: string;
  readonly #delivery: LocalDelivery<S>;
  readonly #view: ForwardView;
  readonly #outlet: InboxOutlet;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  /** Of this turn: mostly those of one node, or few, for which a table would cost more than a look. */
  #answers = NO_ANSWERS;

  constructor(
    ownNode: string,
    delivery: LocalDelivery<S>,
    view: ForwardView,
    outlet: InboxOutlet,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#ownNode = ownNode;
    this.#delivery = delivery;
    this.#view = view;
    this.#outlet = outlet;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  received(message: UserMessage): void {
    this.receivedAll([message]);
  }

  /** Takes what came in one message of a link. */
  receivedAll(messages: readonly UserMessage[]): void {
    const passing: Passing[] = [];
    for (const message of messages) this.#take(message, passing);
    if (passing.length === 0) return;
    for (const { node, send, asks } of passing) {
      if (this.#outlet.toNode(node, { ...send, asks: asks.map(({ user, request }) => ({ user, request })) })) continue;
      for (const { answer } of asks) {
        answer.passed = answer.passed?.filter((other) => other !== node);
        answer.lost = true;
      }
    }
  }

  #take(message: UserMessage, passing: Passing[]): void {
    this.#stats.messagesIn += 1;
    const channel = parseChannel(message.channel);
    if (channel === undefined || channel.kind === "meta" || channel.wildcard !== "none") {
      this.#stats.malformed += 1;
      return;
    }
    const { userId: user, data, key, until, request, sender } = message;
    const here = this.#delivery.give(user, channel.name, data, { key, until });
    if (request === undefined || sender === undefined || !this.#outlet.isPeer(sender)) return;
    const { confirmation } = here;
    if (confirmation !== undefined) this.#answerLater(sender, request, confirmation);
    if ((message.hops ?? 0) === 0) return this.#answerSoon(sender, answerOf(request, here));
    this.#pass({ ...message, channel: channel.name }, request, sender, here, passing);
  }

  /** Passes it on to all other nodes that hold the user, or, where he is not any more, to one that knows. */
  #pass(
    { userId: user, channel, data, key, until, hops = 0 }: UserMessage,
    request: number,
    sender: string,
    here: Delivered,
    passing: Passing[],
  ): void {
    const owners = this.#view.ownersOf(user);
    const isOwner = owners.includes(this.#ownNode);
    let nodes = this.#view.remoteNodesOf(user).filter((node) => node !== sender);
    if (nodes.length === 0 && here.sessions === 0 && !isOwner) {
      nodes = owners.filter((node) => node !== sender && this.#view.answers(node)).slice(0, 1);
    }
    const ask = nodes.filter((node) => this.#view.answers(node));
    const tell = nodes.filter((node) => !this.#view.answers(node));
    // Only what goes one way may go further: of two ways, both could lead to the same node.
    const hopsLeft = nodes.length === 1 && here.sessions === 0 ? hops - 1 : 0;
    let told = 0;
    for (const node of tell) {
      if (this.#outlet.toNode(node, { asks: [{ user, request: undefined }], channel, data })) told += 1;
    }
    this.#stats.forwarded += nodes.length;
    const answer: PassedAnswer = {
      ...answerOf(request, here),
      sessions: here.sessions + told,
      reached: here.reached + told,
      passed: ask.length === 0 ? undefined : ask,
      lost: told < tell.length || undefined,
      holders: isOwner ? this.#view.teach(user, sender) : undefined,
    };
    for (const node of ask) {
      let entry = passing.find((other) => other.node === node && other.send.hops === hopsLeft);
      if (entry === undefined) {
        const send = { asks: [], channel, data, key, until, hops: hopsLeft, answerTo: sender };
        entry = { node, send, asks: [] };
        passing.push(entry);
      }
      entry.asks.push({ user, request, answer });
    }
    this.#answerSoon(sender, answer);
  }

  /** What sessions confirm after the first answer. */
  #answerLater(node: string, request: number, confirmation: DeliveryConfirmation): void {
    confirmation.onSettled((confirmed) => {
      const news = { confirmed: confirmed ? 1 : undefined, open: confirmation.open };
      this.#answerSoon(node, { request, sessions: 0, reached: 0, ...news });
    });
  }

  #answerSoon(node: string, answer: Answer): void {
    if (this.#answers.length === 0) this.#clock.endOfTurn(this.#answerAll);
    for (const soon of this.#answers) if (soon.node === node) return void soon.answers.push(answer);
    this.#answers = withOne(this.#answers, { node, answers: [answer] });
  }

  readonly #answerAll = (): void => {
    const all = this.#answers;
    this.#answers = NO_ANSWERS;
    for (const { node, answers } of all) {
      for (let start = 0; start < answers.length; start += MAX_ANSWERS) {
        const isAll = answers.length <= MAX_ANSWERS;
        this.#outlet.answer(node, isAll ? answers : answers.slice(start, start + MAX_ANSWERS));
      }
    }
  };
}

function answerOf(request: number, { sessions, reached, confirmation }: Delivered): Answer {
  if (confirmation === undefined) return { request, sessions, reached };
  const { confirmed, open } = confirmation;
  return { request, sessions, reached, confirmed: confirmed || undefined, open: open || undefined };
}
