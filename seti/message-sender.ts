import type { Clock, Timer } from "../core/clock.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { withOne } from "../core/with-one.js";
import { RemoteConfirmations } from "./delivery-confirmation.js";
import { type Batch, Inquiry, NO_BATCHES, type Outcome, Send } from "./inquiry.js";
import type { LocalDelivery } from "./local-delivery.js";
import { type Route, type RoutingView, routesTo } from "./message-router.js";
import { RequestTable } from "./request-table.js";
import type { SendOptions, SendResult } from "./send-result.js";
import type { Answer, UserSend } from "./seti-message.js";
import type { SetiStats } from "./seti-stats.js";

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

/**
 * Sends to users, and finds out what came of it, in rounds: first the nodes that hold the user, or an owner, which passes
 * it on to these; if he is not there any more, the (other) owners one after the other; at last all nodes. Nobody gets a
 * message twice by it: a node that answers "no sessions" has delivered nothing, and where a node did not answer at all,
 * the message goes out again only under a key, by which a node knows what it has delivered. Where more is asked for than
 * a place in a queue, nodes answer at once all the same, so that the rounds are as quick, and tell the rest when they know.
 */
export class MessageSender<S> {
  readonly #view: RoutingView;
  readonly #delivery: LocalDelivery<S>;
  readonly #outlet: SendOutlet;
  readonly #options: MessageSenderOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  readonly #inquiries = new RequestTable<Inquiry>();
  /** Questions that are over, and whose answers may still tell what sessions confirm. */
  readonly #earlier = new Map<number, Inquiry>();
  /** How many messages are on their way by an owner, by user. The next one follows them, or it would overtake them. */
  readonly #byOwner = new Map<string, number>();
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
    return new Promise((resolve) => this.begin(users, channel, data, options, resolve));
  }

  /**
   * As {@link send}, without a promise.
   * @param done - called once, before this returns where the result is known; must not throw
   * @throws BayeuxError 429
   */
  begin(
    users: readonly string[],
    channel: string,
    data: unknown,
    options: SendOptions,
    done: (result: SendResult) => void,
  ): void {
    const routes = routesTo(users, this.#view);
    const { maxOutstandingSends } = this.#options;
    const call = new Send(channel, data, options, this.#clock.now());
    let inquiries = 0;
    for (const route of routes) if (this.#waits(route, call)) inquiries += 1;
    if (this.#inquiries.size + inquiries > maxOutstandingSends) {
      this.#stats.refusedSends += 1;
      const text = "too many sends wait for answers of other nodes";
      throw new BayeuxError(429, [String(maxOutstandingSends)], text);
    }
    for (const route of routes) this.#begin(route, call);
    this.#flush(call);
    this.#stats.sends += routes.length;
    call.open -= 1;
    if (call.open === 0) done(this.#resultOf(call));
    else call.done = done;
  }

  /** Takes a node's answers. Those that nobody waits for are counted only. */
  answered(node: string, answers: readonly Answer[]): void {
    for (const answer of answers) {
      const inquiry = this.#inquiries.get(answer.request);
      if (inquiry?.remote?.isOpenAt(node)) {
        inquiry.remote.note(node, answer);
        this.#confirmed(inquiry);
        continue;
      }
      if (inquiry === undefined || !inquiry.mayAnswer(node)) {
        if (!this.#tellsMore(node, answer)) this.#stats.lateAnswers += 1;
        continue;
      }
      const { passed, lost, holders } = answer;
      inquiry.took(node, answer);
      if (inquiry.send.until !== undefined) {
        inquiry.remote ??= new RemoteConfirmations();
        inquiry.remote.note(node, answer);
      }
      if (lost) inquiry.silent = true;
      if (holders !== undefined) this.#outlet.learned(inquiry.user, holders, node);
      if (inquiry.mayPass && passed !== undefined) for (const next of passed) inquiry.expected.add(next, 1);
      inquiry.expected.add(node, -1);
      if (inquiry.expected.isEmpty) this.#roundEnds(inquiry);
    }
  }

  /** Of sessions that got it in an earlier round. */
  #tellsMore(node: string, answer: Answer): boolean {
    const inquiry = this.#earlier.get(answer.request);
    if (inquiry?.remote?.noteEarlier(node, answer) !== true) return false;
    this.#confirmed(inquiry);
    return true;
  }

  /** What the node has not answered by now it never will. */
  nodeLeft(node: string): void {
    for (const inquiry of this.#inquiries.toArray()) {
      inquiry.remote?.left(node);
      this.#confirmed(inquiry);
      if (!inquiry.expected.forget(node)) continue;
      inquiry.silent = true;
      if (inquiry.expected.isEmpty) this.#roundEnds(inquiry);
    }
  }

  /** Ends every send that still waits. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    for (const inquiry of this.#inquiries.toArray()) this.#end(inquiry, "unconfirmed");
  }

  /** Whether it has to be found out what became of the message. */
  #waits({ user, ask, tell, viaOwner }: Route, { until }: Send): boolean {
    if (viaOwner || ask.length > 0) return true;
    return this.#view.isHere(user) ? until !== undefined : tell.length === 0;
  }

  #begin(route: Route, send: Send): void {
    const { user, ask, owners } = route;
    const viaOwner = route.viaOwner || (owners.length > 0 && this.#byOwner.has(user));
    const tell = viaOwner ? [] : route.tell; // the owner tells them
    const { channel, data, key, until } = send;
    const inquiry = new Inquiry(send, user, owners, this.#delivery.give(user, channel, data, { key, until }));
    inquiry.here?.onSettled(() => this.#confirmed(inquiry));
    send.open += 1;
    for (const node of tell) {
      if (this.#outlet.toNode(node, { asks: [{ user, request: undefined }], channel, data })) inquiry.told();
      else inquiry.silent = true;
    }
    if (viaOwner) this.#nextRound(inquiry);
    else if (ask.length > 0) {
      const hops = ask.length === 1 && inquiry.base === 0 && owners.length > 0 ? HOPS_TO_HOLDER : undefined;
      const request = this.#open(inquiry, "holders", ask, hops !== undefined);
      for (const node of ask) this.#enqueue(send, node, { user, request }, hops, key);
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
      this.#goesByOwner(inquiry);
      send.retryKey ??= send.key ?? this.#outlet.newKey();
      const request = this.#open(inquiry, "owner", [owner], true);
      return this.#enqueue(send, owner, { user, request }, HOPS_VIA_OWNER, send.retryKey);
    }
    if (inquiry.base > 0) return this.#settle(inquiry, inquiry.everSilent ? "unconfirmed" : "reached");
    if (!fallbackFlood) return this.#settle(inquiry, inquiry.everSilent ? "unconfirmed" : "unknown");
    this.#stats.floods += 1;
    const audience = this.#outlet.audience();
    const request = this.#open(inquiry, "all", audience, false);
    const { channel, data, retryKey, key, until } = send;
    this.#outlet.toAll({ asks: [{ user, request }], channel, data, key: retryKey ?? key, until });
    if (audience.length === 0) this.#roundEnds(inquiry);
  }

  #goesByOwner(inquiry: Inquiry): void {
    if (inquiry.isByOwner) return;
    inquiry.isByOwner = true;
    this.#byOwner.set(inquiry.user, (this.#byOwner.get(inquiry.user) ?? 0) + 1);
  }

  #isThere(user: string): void {
    const others = (this.#byOwner.get(user) ?? 0) - 1;
    if (others > 0) this.#byOwner.set(user, others);
    else this.#byOwner.delete(user);
  }

  #open(inquiry: Inquiry, round: Inquiry["round"], nodes: readonly string[], mayPass: boolean): number {
    if (inquiry.remote?.isOpen) {
      this.#earlier.set(inquiry.request, inquiry);
      inquiry.earlierRequests = [...inquiry.earlierRequests, inquiry.request];
    }
    inquiry.begin(round, this.#inquiries.newRequest(), nodes, mayPass);
    this.#waitFor(inquiry, Math.min(this.#clock.now() + this.#options.replyTimeoutMs, inquiry.send.deadlineMs));
    return inquiry.request;
  }

  #waitFor(inquiry: Inquiry, deadlineMs: number): void {
    inquiry.deadlineMs = deadlineMs;
    this.#inquiries.add(inquiry);
    this.#expireAt(deadlineMs);
  }

  #enqueue(
    send: Send,
    node: string,
    ask: { user: string; request: number },
    hops: number | undefined,
    key: string | undefined,
  ): void {
    for (const other of send.batches) {
      if (other.node === node && other.send.hops === hops && other.send.key === key)
        return void other.send.asks.push(ask);
    }
    const { channel, data, until } = send;
    const batch: Batch = { node, send: { asks: [ask], channel, data, hops, key, until } };
    send.batches = withOne(send.batches, batch);
  }

  #flush(send: Send): void {
    while (send.batches.length > 0) {
      const { batches } = send;
      send.batches = NO_BATCHES;
      for (const { node, send: message } of batches) {
        if (this.#outlet.toNode(node, message)) continue;
        for (const { request } of message.asks) this.#isDeaf(request, node);
      }
    }
  }

  /** The node does not listen: nothing has gone there. */
  #isDeaf(request: number | undefined, node: string): void {
    const inquiry = request === undefined ? undefined : this.#inquiries.get(request);
    if (inquiry === undefined) return;
    inquiry.expected.forget(node);
    if (inquiry.round === "holders") inquiry.silent = true;
    if (inquiry.expected.isEmpty) this.#roundEnds(inquiry);
  }

  #roundEnds(inquiry: Inquiry): void {
    this.#inquiries.delete(inquiry.request);
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

  /** The rounds are over. What sessions have taken may not have come as far as asked yet. */
  #settle(inquiry: Inquiry, outcome: Outcome): void {
    if (!inquiry.hasOpenConfirmations) return this.#end(inquiry, outcome);
    const { deadlineMs } = inquiry.send;
    const isSet = deadlineMs < Number.POSITIVE_INFINITY;
    inquiry.outcome = outcome;
    if (inquiry.request === 0) inquiry.request = this.#inquiries.newRequest();
    this.#waitFor(inquiry, isSet ? deadlineMs : this.#clock.now() + this.#options.replyTimeoutMs);
  }

  #confirmed(inquiry: Inquiry): void {
    if (inquiry.outcome !== undefined && !inquiry.hasOpenConfirmations) this.#end(inquiry, inquiry.outcome);
  }

  #end(inquiry: Inquiry, outcome: Outcome): void {
    const { send, user, request } = inquiry;
    this.#inquiries.delete(request);
    for (const earlier of inquiry.earlierRequests) this.#earlier.delete(earlier);
    inquiry.outcome = undefined;
    if (inquiry.isByOwner) this.#isThere(user);
    send.ended(user, inquiry.settle(outcome), inquiry.delivered);
    if (send.open === 0 && send.done !== undefined) send.done(this.#resultOf(send));
  }

  #resultOf({ result, startedAtMs }: Send): SendResult {
    this.#stats.sendTimes.observe(this.#clock.now() - startedAtMs);
    this.#stats.delivered += result.delivered;
    this.#stats.unknown += result.unknown.length;
    this.#stats.unconfirmed += result.unconfirmed.length;
    this.#stats.untaken += result.untaken?.length ?? 0;
    return result;
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
    for (const inquiry of this.#inquiries.toArray()) {
      // Timers may fire a fraction of a millisecond early.
      if (inquiry.deadlineMs > nowMs + 1) continue;
      if (inquiry.outcome !== undefined) {
        this.#end(inquiry, inquiry.outcome);
        continue;
      }
      inquiry.silent = true;
      inquiry.overdue = true;
      inquiry.expected.clear();
      this.#roundEnds(inquiry);
    }
    let nextMs = Number.POSITIVE_INFINITY;
    for (const { deadlineMs } of this.#inquiries.toArray()) nextMs = Math.min(nextMs, deadlineMs);
    if (nextMs < Number.POSITIVE_INFINITY) this.#expireAt(Math.max(nextMs, nowMs + MIN_EXPIRY_MS));
  }
}
