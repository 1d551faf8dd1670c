import type { Clock, Timer } from "../core/clock.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import type { LocalDelivery } from "./local-delivery.js";
import { type Route, type RoutingView, routesTo } from "./message-router.js";
import type { Answer, UserSend } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

/** What became of a message for one user. */
export interface UserOutcome {
  /** Sessions that took it, on all nodes. A Java node that holds the user counts as one session. */
  readonly sessions: number;
  /** Nodes with such a session. A Java node that an owner told is counted with that owner. */
  readonly nodes: number;
}

/** What became of a message to users. */
export interface SendResult {
  /** Sessions that took it, of all users. */
  readonly delivered: number;
  /** Users whom nobody holds. */
  readonly unknown: readonly string[];
  /** Users for whom a node that should have answered did not: they may have got it, or not. */
  readonly unconfirmed: readonly string[];
  /** By user, each of those it was sent to; where `eachUser` asked for it. */
  readonly users?: ReadonlyMap<string, UserOutcome>;
}

export interface SendOptions {
  /** Most time for the whole of it, in ms; who has not been reached by then is unconfirmed. Default: `replyTimeoutMs` for each round. */
  readonly deadlineMs?: number | undefined;
  /**
   * A message sent again with the same key, from this node or another, is not delivered again to a user at a node that
   * remembers the key; it counts as delivered all the same.
   */
  readonly key?: string | undefined;
  /** Whether the result tells of each user. */
  readonly eachUser?: boolean | undefined;
}

/** The ways a user message leaves. */
export interface SendOutlet {
  /** @returns false when that node does not listen */
  toNode(node: string, send: UserSend): boolean;
  toAll(send: UserSend): void;
  /** The nodes that hear what goes to all, and answer. */
  audience(): string[];
  /** A key that no other message of any node has. */
  newKey(): string;
  /** An owner said where the user is; or, with no nodes, all nodes where he was thought to be said that he is not. */
  learned(user: string, nodes: readonly string[], owner: string | undefined): void;
}

export interface MessageSenderOptions {
  readonly replyTimeoutMs: number;
  readonly maxOutstandingSends: number;
  /** Whether all nodes are asked for a user whom nobody is known to hold. */
  readonly fallbackFlood: boolean;
}

/** How often a message may be passed on: by an owner, by a node the user has just left, by an owner again. */
const HOPS_VIA_OWNER = 3;
const HOPS_TO_HOLDER = 2;
/** Deadlines are looked at no more often than this. */
const MIN_EXPIRY_MS = 20;

/** One call of `send`. */
interface Send {
  readonly channel: string;
  readonly data: unknown;
  readonly key: string | undefined;
  /** Of what goes out again after silence. */
  retryKey: string | undefined;
  readonly deadlineMs: number;
  /** Users still being asked about. */
  open: number;
  readonly unknown: string[];
  readonly unconfirmed: string[];
  delivered: number;
  readonly users: Map<string, UserOutcome> | undefined;
  resolve: ((result: SendResult) => void) | undefined;
  /** What leaves at the end of a round, by node, of each form. */
  readonly batches: Map<string, Batch>;
}

/** Questions for one node that leave in one message. */
interface Batch {
  readonly node: string;
  readonly send: UserSend & { readonly asks: { user: string; request: number | undefined }[] };
}

/** What is being found out about one user. */
interface Inquiry {
  readonly send: Send;
  readonly user: string;
  /** `holders`: the nodes known to hold him · `owner`: one that knows, which passes it on · `all`: every node. */
  round: "holders" | "owner" | "all";
  /** Owners that were not asked yet. */
  owners: readonly string[];
  /** Sessions and nodes reached, in this round. */
  reached: number;
  nodes: number;
  /** The same, here and on Java nodes. */
  baseReached: number;
  baseNodes: number;
  /** Sessions here and on Java nodes: he is somewhere, whatever else is found. */
  base: number;
  /** Sessions that nodes have answered with, in this round. */
  sessions: number;
  /** Answers that are to come, by node; below 0 for one that came before it was known to be due. */
  waiting: Map<string, number>;
  /** Nodes may pass it on, so that others answer too. */
  mayPass: boolean;
  deadlineMs: number;
  /** A node that was asked in this round, or in one before, did not answer. */
  silent: boolean;
  everSilent: boolean;
  /** It did not answer in time; else it has left, or does not listen. */
  overdue: boolean;
}

/**
 * Sends to users, and finds out what came of it, in rounds: first the nodes that hold the user, or an owner, which passes
 * it on to these; if he is not there any more, the (other) owners one after the other; at last all nodes. Nobody gets a
 * message twice by it: a node that answers "no sessions" has delivered nothing, and where a node did not answer at all,
 * the message goes out again only under a key, by which a node knows what it has delivered.
 */
export class MessageSender<S> {
  readonly #view: RoutingView;
  readonly #delivery: LocalDelivery<S>;
  readonly #outlet: SendOutlet;
  readonly #options: MessageSenderOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  /** By request number. */
  readonly #inquiries = new Map<number, Inquiry>();
  #lastRequest = 0;
  #timer: Timer | undefined;
  #timerMs = 0;

  constructor(
    view: RoutingView,
    delivery: LocalDelivery<S>,
    outlet: SendOutlet,
    options: MessageSenderOptions,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#view = view;
    this.#delivery = delivery;
    this.#outlet = outlet;
    this.#options = options;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  /** Users that wait for an answer. */
  get outstanding(): number {
    return this.#inquiries.size;
  }

  /** Rejects with BayeuxError 429, and sends nothing, when too many sends wait for answers. */
  send(users: readonly string[], channel: string, data: unknown, options: SendOptions = {}): Promise<SendResult> {
    const routes = routesTo(users, this.#view);
    const { maxOutstandingSends } = this.#options;
    const inquiries = routes.reduce((sum, route) => sum + (this.#waits(route) ? 1 : 0), 0);
    if (this.#inquiries.size + inquiries > maxOutstandingSends) {
      this.#stats.refusedSends += 1;
      const text = "too many sends wait for answers of other nodes";
      return Promise.reject(new BayeuxError(429, [String(maxOutstandingSends)], text));
    }
    const deadlineMs =
      options.deadlineMs === undefined ? Number.POSITIVE_INFINITY : this.#clock.now() + options.deadlineMs;
    const { key } = options;
    const outcomes = options.eachUser ? new Map<string, UserOutcome>() : undefined;
    const results = {
      delivered: 0,
      unknown: [],
      unconfirmed: [],
      users: outcomes,
      resolve: undefined,
      batches: new Map(),
    };
    const send: Send = { channel, data, key, retryKey: undefined, deadlineMs, open: 1, ...results };
    for (const route of routes) this.#begin(route, send);
    this.#flush(send);
    this.#stats.sends += routes.length;
    send.open -= 1;
    if (send.open === 0) return Promise.resolve(this.#resultOf(send));
    return new Promise((resolve) => {
      send.resolve = resolve;
    });
  }

  /** Takes a node's answers. Those that nobody waits for are counted only. */
  answered(node: string, answers: readonly Answer[]): void {
    for (const answer of answers) {
      const inquiry = this.#inquiries.get(answer.request);
      if (inquiry === undefined || !mayAnswer(inquiry, node)) {
        this.#stats.lateAnswers += 1;
        continue;
      }
      const { sessions, reached, passed = [], lost = false, holders } = answer;
      inquiry.sessions += sessions;
      inquiry.reached += reached;
      if (reached > 0) inquiry.nodes += 1;
      if (lost) inquiry.silent = true;
      if (holders !== undefined) this.#outlet.learned(inquiry.user, holders, node);
      if (inquiry.mayPass) for (const next of passed) expect(inquiry.waiting, next, 1);
      expect(inquiry.waiting, node, -1);
      if (inquiry.waiting.size === 0) this.#roundEnds(answer.request, inquiry);
    }
  }

  /** What the node has not answered by now it never will. */
  nodeLeft(node: string): void {
    for (const [request, inquiry] of [...this.#inquiries]) {
      if (!inquiry.waiting.delete(node)) continue;
      inquiry.silent = true;
      if (inquiry.waiting.size === 0) this.#roundEnds(request, inquiry);
    }
  }

  /** Ends every send that still waits. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const [request, inquiry] of [...this.#inquiries]) {
      this.#inquiries.delete(request);
      this.#settle(inquiry, "unconfirmed");
    }
  }

  /** Whether it has to be found out what became of the message. */
  #waits({ user, ask, tell, viaOwner }: Route): boolean {
    return viaOwner || ask.length > 0 || (tell.length === 0 && !this.#view.isHere(user));
  }

  #begin(route: Route, send: Send): void {
    const { user, ask, tell, viaOwner, owners } = route;
    const { channel, data } = send;
    const here = this.#delivery.give(user, channel, data, send.key);
    const inquiry: Inquiry = {
      ...{ send, user, round: "holders", owners, base: here.sessions, sessions: 0 },
      ...{ baseReached: here.reached, baseNodes: here.reached > 0 ? 1 : 0, reached: 0, nodes: 0 },
      ...{ waiting: new Map(), mayPass: false, deadlineMs: 0, silent: false, everSilent: false, overdue: false },
    };
    send.open += 1;
    for (const node of tell) {
      if (this.#outlet.toNode(node, { asks: [{ user, request: undefined }], channel, data })) {
        inquiry.base += 1;
        inquiry.baseReached += 1;
        inquiry.baseNodes += 1;
      } else inquiry.silent = true;
    }
    if (viaOwner) this.#nextRound(inquiry);
    else if (ask.length > 0) {
      const hops = ask.length === 1 && inquiry.base === 0 && owners.length > 0 ? HOPS_TO_HOLDER : undefined;
      const request = this.#open(inquiry, "holders", ask, hops !== undefined);
      for (const node of ask) this.#enqueue(send, node, { user, request }, hops, send.key);
    } else if (inquiry.silent) this.#settle(inquiry, "unconfirmed");
    else if (inquiry.base > 0) this.#settle(inquiry, "reached");
    else this.#nextRound(inquiry);
  }

  /** Asks the next owner, or everybody, or gives up. What is to be asked leaves with the next flush. */
  #nextRound(inquiry: Inquiry): void {
    const { send, user } = inquiry;
    const { fallbackFlood } = this.#options;
    if (this.#clock.now() >= send.deadlineMs) return this.#settle(inquiry, "unconfirmed");
    const [owner, ...owners] = inquiry.owners;
    if (owner !== undefined) {
      inquiry.owners = owners;
      send.retryKey ??= send.key ?? this.#outlet.newKey();
      const request = this.#open(inquiry, "owner", [owner], true);
      return this.#enqueue(send, owner, { user, request }, HOPS_VIA_OWNER, send.retryKey);
    }
    if (inquiry.base > 0) return this.#settle(inquiry, inquiry.everSilent ? "unconfirmed" : "reached");
    if (!fallbackFlood) return this.#settle(inquiry, inquiry.everSilent ? "unconfirmed" : "unknown");
    this.#stats.floods += 1;
    const audience = this.#outlet.audience();
    const request = this.#open(inquiry, "all", audience, false);
    const { channel, data, retryKey, key } = send;
    this.#outlet.toAll({ asks: [{ user, request }], channel, data, key: retryKey ?? key });
    if (audience.length === 0) this.#roundEnds(request, inquiry);
  }

  #open(inquiry: Inquiry, round: Inquiry["round"], nodes: readonly string[], mayPass: boolean): number {
    this.#lastRequest += 1;
    inquiry.round = round;
    inquiry.mayPass = mayPass;
    inquiry.overdue = false;
    // A round that goes out again after silence is told again, by the key, what was delivered before.
    inquiry.sessions = 0;
    inquiry.reached = 0;
    inquiry.nodes = 0;
    inquiry.waiting = new Map(nodes.map((node) => [node, 1]));
    inquiry.deadlineMs = Math.min(this.#clock.now() + this.#options.replyTimeoutMs, inquiry.send.deadlineMs);
    this.#inquiries.set(this.#lastRequest, inquiry);
    this.#expireAt(inquiry.deadlineMs);
    return this.#lastRequest;
  }

  #enqueue(
    send: Send,
    node: string,
    ask: { user: string; request: number },
    hops: number | undefined,
    key: string | undefined,
  ): void {
    const name = `${hops ?? 0} ${key === undefined ? 0 : 1} ${node}`;
    const { channel, data } = send;
    const batch = send.batches.get(name) ?? { node, send: { asks: [], channel, data, hops, key } };
    send.batches.set(name, batch);
    batch.send.asks.push(ask);
  }

  #flush(send: Send): void {
    while (send.batches.size > 0) {
      const batches = [...send.batches.values()];
      send.batches.clear();
      for (const { node, send: message } of batches) {
        if (this.#outlet.toNode(node, message)) continue;
        for (const { request } of message.asks) this.#isDeaf(request, node);
      }
    }
  }

  /** The node does not listen: nothing has gone there. */
  #isDeaf(request: number | undefined, node: string): void {
    const inquiry = request === undefined ? undefined : this.#inquiries.get(request);
    if (request === undefined || inquiry === undefined) return;
    inquiry.waiting.delete(node);
    if (inquiry.round === "holders") inquiry.silent = true;
    if (inquiry.waiting.size === 0) this.#roundEnds(request, inquiry);
  }

  #roundEnds(request: number, inquiry: Inquiry): void {
    this.#inquiries.delete(request);
    const { round, sessions, silent, send } = inquiry;
    const wasSilent = inquiry.everSilent;
    inquiry.silent = false;
    inquiry.everSilent ||= silent;
    if (round === "all") {
      // Who did not answer in time, or again, may have delivered it as well; who just left was not thought to hold him.
      const isSure = !inquiry.overdue && !(silent && wasSilent);
      if (sessions > 0) this.#settle(inquiry, isSure ? "reached" : "unconfirmed");
      else this.#settle(inquiry, inquiry.everSilent ? "unconfirmed" : "unknown");
      return;
    }
    if (round === "holders") {
      if (silent) return this.#settle(inquiry, "unconfirmed");
      if (sessions > 0 || inquiry.base > 0) return this.#settle(inquiry, "reached");
      // He was there a moment ago: he has moved, and the news of it is still on its way.
      this.#outlet.learned(inquiry.user, [], undefined);
    } else if (!silent && (sessions > 0 || inquiry.base > 0)) return this.#settle(inquiry, "reached");
    else if (sessions > 0 && inquiry.owners.length === 0) return this.#settle(inquiry, "unconfirmed");
    this.#nextRound(inquiry);
    this.#flush(send);
  }

  #settle(inquiry: Inquiry, outcome: "reached" | "unknown" | "unconfirmed"): void {
    const { send, user, reached, baseReached, nodes, baseNodes } = inquiry;
    if (outcome !== "reached") send[outcome].push(user);
    send.delivered += reached + baseReached;
    send.users?.set(user, { sessions: reached + baseReached, nodes: nodes + baseNodes });
    send.open -= 1;
    if (send.open === 0 && send.resolve !== undefined) send.resolve(this.#resultOf(send));
  }

  #resultOf({ delivered, unknown, unconfirmed, users }: Send): SendResult {
    this.#stats.delivered += delivered;
    this.#stats.unknown += unknown.length;
    this.#stats.unconfirmed += unconfirmed.length;
    return { delivered, unknown, unconfirmed, ...(users === undefined ? {} : { users }) };
  }

  #expireAt(deadlineMs: number): void {
    if (this.#timer !== undefined && this.#timerMs <= deadlineMs) return;
    this.#timer?.cancel();
    this.#timerMs = deadlineMs;
    const delayMs = Math.max(0, deadlineMs - this.#clock.now());
    this.#timer = this.#clock.schedule(delayMs, () => this.#expire());
  }

  #expire(): void {
    this.#timer = undefined;
    const nowMs = this.#clock.now();
    for (const [request, inquiry] of [...this.#inquiries]) {
      // Timers may fire a fraction of a millisecond early.
      if (inquiry.deadlineMs > nowMs + 1) continue;
      inquiry.silent = true;
      inquiry.overdue = true;
      inquiry.waiting.clear();
      this.#roundEnds(request, inquiry);
    }
    let nextMs = Number.POSITIVE_INFINITY;
    for (const { deadlineMs } of this.#inquiries.values()) nextMs = Math.min(nextMs, deadlineMs);
    if (nextMs < Number.POSITIVE_INFINITY) this.#expireAt(Math.max(nextMs, nowMs + MIN_EXPIRY_MS));
  }
}

/** A node that was asked; or, where the message may have been passed on, one that has it from another. */
function mayAnswer({ waiting, mayPass }: Inquiry, node: string): boolean {
  return mayPass || (waiting.get(node) ?? 0) > 0;
}

/** Answers of a node and the word that they are due come by different ways, in any order. */
function expect(waiting: Map<string, number>, node: string, answers: number): void {
  const count = (waiting.get(node) ?? 0) + answers;
  if (count === 0) waiting.delete(node);
  else waiting.set(node, count);
}
