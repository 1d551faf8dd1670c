import type { Confirmed, DeliveryConfirmation, RemoteConfirmations } from "./delivery-confirmation.js";
import { ExpectedAnswers } from "./expected-answers.js";
import type { Delivered } from "./local-delivery.js";
import type { SendOptions, SendResult, UserOutcome } from "./send-result.js";
import type { UserSend } from "./seti-message.js";

/** What became of a message for one user. */
export type Outcome = "reached" | "untaken" | "unknown" | "unconfirmed";

/** Questions for one node that leave in one message. */
export interface Batch {
  readonly node: string;
  readonly send: UserSend & { readonly asks: { user: string; request: number | undefined }[] };
}

/** Sessions of a node that a message was given to, and that took it. */
interface Taken {
  readonly sessions: number;
  readonly reached: number;
}

const NONE: readonly number[] = [];
export const NO_BATCHES: Batch[] = [];

/** One call of `send`. */
export class Send {
  readonly channel: string;
  readonly data: unknown;
  readonly key: string | undefined;
  readonly until: Confirmed | undefined;
  readonly startedAtMs: number;
  readonly deadlineMs: number;
  /** Of what goes out again after silence. */
  retryKey: string | undefined;
  /** Users still being asked about, and one for the call itself. */
  open = 1;
  done: ((result: SendResult) => void) | undefined;
  /** What leaves at the end of a round: one for each node and form. */
  batches = NO_BATCHES;
  readonly unknown: string[] = [];
  readonly unconfirmed: string[] = [];
  readonly untaken: string[] = [];
  #delivered = 0;
  readonly #users: Map<string, UserOutcome> | undefined;

  constructor(channel: string, data: unknown, options: SendOptions, nowMs: number) {
    const { key, until, deadlineMs, eachUser } = options;
    this.channel = channel;
    this.data = data;
    this.key = key;
    this.until = until === "queued" ? undefined : until;
    this.startedAtMs = nowMs;
    this.deadlineMs = deadlineMs === undefined ? Number.POSITIVE_INFINITY : nowMs + deadlineMs;
    this.#users = eachUser ? new Map() : undefined;
  }

  /** It is known what became of it for this user. */
  ended(user: string, outcome: Outcome, { sessions, nodes }: UserOutcome): void {
    if (outcome !== "reached") this[outcome].push(user);
    this.#delivered += sessions;
    this.#users?.set(user, { sessions, nodes });
    this.open -= 1;
  }

  get result(): SendResult {
    const { unknown, unconfirmed, untaken } = this;
    const result = { delivered: this.#delivered, unknown, unconfirmed };
    if (untaken.length === 0 && this.#users === undefined) return result;
    return {
      ...result,
      ...(untaken.length === 0 ? {} : { untaken }),
      ...(this.#users === undefined ? {} : { users: this.#users }),
    };
  }
}

/** What is being found out about one user. */
export class Inquiry {
  readonly send: Send;
  readonly user: string;
  /** `holders`: the nodes known to hold him · `owner`: one that knows, which passes it on · `all`: every node. */
  round: "holders" | "owner" | "all" = "holders";
  /** Of this round. */
  request = 0;
  /** Owners that were not asked yet. */
  owners: readonly string[];
  /** Sessions and nodes that took it, in this round. */
  reached = 0;
  nodes = 0;
  /** The same, here and on Java nodes. */
  baseReached: number;
  baseNodes: number;
  /** Sessions here and on Java nodes: he is somewhere, whatever else is found. */
  base: number;
  /** Sessions that nodes have answered with, in this round. */
  sessions = 0;
  /** What each node said that has taken it by an owner: should another owner be asked, it may not know of them all. */
  #takers: Map<string, Taken> | undefined;
  /** Of these, who took it in earlier rounds, and has not answered in this one. */
  #before: Map<string, Taken> | undefined;
  readonly expected = new ExpectedAnswers();
  /** Nodes may pass it on, so that others answer too. */
  mayPass = false;
  deadlineMs = 0;
  /** A node that was asked in this round, or in one before, did not answer. */
  silent = false;
  everSilent = false;
  /** It did not answer in time; else it has left, or does not listen. */
  overdue = false;
  /** It has gone to an owner, in this round or one before. */
  isByOwner = false;
  /** What its rounds have come to, where only confirmations are waited for. */
  outcome: Outcome | undefined;
  /** Of sessions here. */
  readonly here: DeliveryConfirmation | undefined;
  /** Of those elsewhere. Made when a node first tells of one: most messages wait for none. */
  remote: RemoteConfirmations | undefined;
  /** Of rounds that are over, and of which sessions are still to confirm. */
  earlierRequests: readonly number[] = NONE;

  constructor(send: Send, user: string, owners: readonly string[], here: Delivered) {
    this.send = send;
    this.user = user;
    this.owners = owners;
    this.base = here.sessions;
    this.baseReached = here.reached;
    this.baseNodes = here.reached > 0 ? 1 : 0;
    this.here = here.confirmation;
  }

  /** A Java node was told, and says nothing. */
  told(): void {
    this.base += 1;
    this.baseReached += 1;
    this.baseNodes += 1;
  }

  /** Nodes are asked anew. What came of the last round is told again, by the key, where it was delivered. */
  begin(round: Inquiry["round"], request: number, nodes: readonly string[], mayPass: boolean): void {
    this.round = round;
    this.request = request;
    this.mayPass = mayPass;
    this.overdue = false;
    this.sessions = 0;
    this.reached = 0;
    this.nodes = 0;
    this.remote?.askedAnew();
    this.#before = this.#takers && new Map(this.#takers);
    this.expected.begin(nodes);
  }

  /** A node has answered: in this round, or again, as it does by the key. */
  took(node: string, { sessions, reached }: Taken): void {
    this.sessions += sessions;
    this.reached += reached;
    if (reached > 0) this.nodes += 1;
    this.#before?.delete(node);
    if (this.round !== "owner" || sessions === 0) return;
    this.#takers ??= new Map();
    this.#takers.set(node, { sessions, reached });
  }

  /** A node that was asked; or, where the message may have been passed on, one that has it from another. */
  mayAnswer(node: string): boolean {
    return this.outcome === undefined && (this.mayPass || this.expected.isDueOf(node));
  }

  get hasOpenConfirmations(): boolean {
    return this.remote?.isOpen === true || (this.here?.open ?? 0) > 0;
  }

  /** Sessions and nodes it was delivered to, by what the sender means by that. */
  get delivered(): UserOutcome {
    if (this.send.until === undefined) {
      const here = { sessions: this.reached + this.baseReached, nodes: this.nodes + this.baseNodes };
      for (const { reached } of this.#before?.values() ?? []) {
        here.sessions += reached;
        if (reached > 0) here.nodes += 1;
      }
      return here;
    }
    const here = this.here?.confirmed ?? 0;
    return { sessions: here + (this.remote?.confirmed ?? 0), nodes: (here > 0 ? 1 : 0) + (this.remote?.nodes ?? 0) };
  }

  get #reachedBefore(): number {
    let sessions = 0;
    for (const { reached } of this.#before?.values() ?? []) sessions += reached;
    return sessions;
  }

  /** What it comes to, where the rounds have come to `outcome`. */
  settle(outcome: Outcome): Outcome {
    if (outcome !== "reached" || this.delivered.sessions > 0) return outcome;
    return this.reached + this.baseReached + this.#reachedBefore === 0 ? "untaken" : "unconfirmed";
  }
}
