import { matches } from "../../core/message/channel-id.js";
import type { UserSendResult } from "../../seti/user-inbox.js";
import type { SimulatedCloud } from "./simulated-cloud.js";
import type { MemberNews, SimulatedNode } from "./simulated-node.js";
import type { Broadcast, Listener, Traffic } from "./traffic.js";

/**
 * Around the moment of a publish in which the interest of another node, or the news of a link, may still be under way.
 */
const NEWS_MS = 5_000;

/** Says whether what a cloud did was right, by the books of its traffic. Each problem is a sentence. */
export class Oracle {
  readonly #cloud: SimulatedCloud;
  readonly #traffic: Traffic;

  constructor(cloud: SimulatedCloud, traffic: Traffic) {
    this.#cloud = cloud;
    this.#traffic = traffic;
  }

  /** What keeps the cloud from being settled: members, users, clients; undefined when nothing does. */
  unsettled(): string | undefined {
    return this.#cloud.memberProblem() ?? this.#clientProblem() ?? this.presenceProblem() ?? this.#objectProblem();
  }

  /** Whether a node knows of other users, or other places of users, than there are. */
  presenceProblem(): string | undefined {
    const everything = this.#traffic.truth();
    for (const node of this.#cloud.alive) {
      const shardProblem = this.#shardProblem(node);
      if (shardProblem !== undefined) return shardProblem;
      const truth = this.#dueAt(node, everything);
      for (const user of node.seti.getUserIds()) {
        if (!truth.has(user)) return `${node.name} believes ${user} at ${node.seti.presenceOf(user).nodes}`;
      }
      for (const [user, urls] of this.#traffic.told.get(node) ?? []) {
        if (urls.size !== (truth.get(user)?.size ?? 0)) return `${node.name} was told of ${user} at [${[...urls]}]`;
      }
      for (const [user, urls] of truth) {
        const { nodes } = node.seti.presenceOf(user);
        if (nodes.length !== urls.size || nodes.some((url) => !urls.has(url))) {
          return `${node.name} believes ${user} at [${nodes}], who is at [${[...urls]}]`;
        }
      }
    }
    return undefined;
  }

  /** Whether a node with shards takes others for owners than those that are. */
  #shardProblem(node: SimulatedNode): string | undefined {
    if (!isSharded(node)) return undefined;
    const owners = this.#cloud.alive.filter(isSharded).map(({ url }) => url);
    const { members } = node.seti.shards;
    return `${members}` === `${owners.sort()}` ? undefined : `${node.name} takes [${members}] for owners`;
  }

  /** What a node is to know: of nodes with shards, if it is one itself, only the users it owns. */
  #dueAt(node: SimulatedNode, truth: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
    const sharded = new Set(this.#cloud.alive.filter(isSharded).map(({ url }) => url));
    const due = new Map<string, Set<string>>();
    for (const [user, urls] of truth) {
      const isOwner = !isSharded(node) || node.seti.ownersOf(user).includes(node.url);
      const seen = [...urls].filter((url) => isOwner || url === node.url || !sharded.has(url));
      if (seen.length > 0) due.set(user, new Set(seen));
    }
    return due;
  }

  #clientProblem(): string | undefined {
    for (const remote of this.#traffic.remotes) {
      if (remote.isPresent && !remote.isConnected) return `${remote.name} is not connected to ${remote.url}`;
    }
    return undefined;
  }

  /** Every node has the part of every other as its owner has it, and of nobody else. */
  #objectProblem(): string | undefined {
    const { alive } = this.#cloud;
    for (const node of alive) {
      const map = this.#traffic.maps.get(node);
      const stranger = map?.infos.find(({ url }) => !alive.some((other) => other.url === url));
      if (stranger !== undefined) return `${node.name} keeps the part of ${stranger.url}`;
      for (const owner of alive) {
        const own = textOf(this.#traffic.maps.get(owner)?.local);
        const seen = textOf(map?.info(owner.url)?.value);
        if (seen !== own) return `${node.name} has ${seen} of ${owner.name}, which has ${own}`;
      }
    }
    return undefined;
  }

  /** Every broadcast so far: exactly once at each who listened all the time, unless a gap was told. */
  broadcastProblems(): string[] {
    const problems: string[] = [];
    for (const listener of this.#traffic.listeners) {
      for (const broadcast of this.#traffic.broadcasts) {
        const times = listener.heard.get(broadcast.number) ?? 0;
        if (times > 1) problems.push(`${listener.name} heard ${broadcast.number} ${times} times`);
        else if (times === 0 && isDue(broadcast, listener) && !this.#mayMiss(broadcast, listener.node)) {
          problems.push(
            `${listener.name} never heard ${broadcast.number} of ${broadcast.node.name}, and no gap was told`,
          );
        } else if (times > 0 && !mayHear(broadcast, listener)) {
          problems.push(`${listener.name} heard ${broadcast.number} on ${broadcast.channel}, which is none of its own`);
        }
      }
    }
    return problems;
  }

  /** A node that was no member then, or whose link was told to have a gap, may have missed it. */
  #mayMiss(broadcast: Broadcast, node: SimulatedNode): boolean {
    const { atMs, node: publisher } = broadcast;
    if (publisher === node) return false;
    let isMember = false;
    for (const news of node.news) {
      if (news.url !== publisher.url) continue;
      const isRun = news.id === publisher.oort.id;
      if (news.what === "joined") {
        if (news.atMs <= atMs - NEWS_MS) isMember = isRun;
      } else if (news.what === "gap") {
        // Late ones as well: a node that stood still, or was slow, tells it when it finds out.
        if (isRun && news.atMs >= atMs - NEWS_MS) return true;
      }
      if (news.what === "left" && news.atMs <= atMs) isMember = false;
    }
    return !isMember;
  }

  /**
   * Greetings: who is told as joined is subscribed, so he hears what is published then, unless the link is lost. After a
   * fault that holds where he has the other for a member too: else the session that joined may be one that he has given
   * up, with all that had waited for the end of the fault.
   * @param calmUntilMs - when the first fault may be
   */
  greetingProblems(calmUntilMs: number): string[] {
    const problems: string[] = [];
    for (const { number, atMs, node, greets } of this.#traffic.broadcasts) {
      if (greets === undefined || !greets.isAlive || this.#isTroubled(node, greets, atMs)) continue;
      const isMutual = greets.news.some((news) => isJoined(news, node) && news.atMs <= atMs);
      if (!isMutual && atMs > calmUntilMs) continue;
      const listener = this.#traffic.listeners.find((other) => other.node === greets);
      if (listener === undefined || listener.heard.has(number)) continue;
      problems.push(`${greets.name} never heard ${number}, with which ${node.name} greeted it when it joined`);
    }
    return problems;
  }

  /** Whether anything befell the link of the two around that moment, by the word of either. */
  #isTroubled(one: SimulatedNode, other: SimulatedNode, atMs: number): boolean {
    if (!other.news.some((news) => isJoined(news, one))) return true;
    const befell = (teller: SimulatedNode, subject: SimulatedNode) =>
      teller.news.some(
        (news) =>
          news.url === subject.url &&
          news.what !== "joined" &&
          news.atMs >= atMs - NEWS_MS &&
          news.atMs <= Math.max(atMs, teller.awakeSinceMs) + NEWS_MS,
      );
    return befell(one, other) || befell(other, one);
  }

  /** Who had the node for a member when it died, and has not heard of it since. */
  deathProblems(dead: SimulatedNode, diedMs: number): string[] {
    return this.#cloud.alive
      .filter((node) => node.state === "running" && !node.isFrozen && node.awakeSinceMs < diedMs)
      .filter((node) => node.members.get(dead.url) === dead.oort.id)
      .map((node) => `${node.name} still has ${dead.name} for a member, which died ${this.#since(diedMs)} ms ago`);
  }

  #since(ms: number): number {
    return this.#cloud.clock.now() - ms;
  }

  /** Every message to users so far: delivered or reported, truly, and to nobody else. */
  userProblems(): string[] {
    const problems: string[] = [];
    const deliveries = new Map<number, { session: string; user: string | undefined }[]>();
    const intended = new Map<number, Set<string>>();
    for (const send of this.#traffic.sends) {
      intended.set(send.number, (intended.get(send.number) ?? new Set()).add(send.user));
    }
    for (const { number, session, users, node } of this.#traffic.deliveries) {
      const user = users.find((one) => intended.get(number)?.has(one));
      if (user === undefined) problems.push(`${number} went to a session of [${users}] on ${node.name}`);
      const list = deliveries.get(number) ?? [];
      if (list.some((other) => other.session === session && other.user === user)) {
        problems.push(`${number} was delivered twice to a session of ${user} on ${node.name}`);
      }
      list.push({ session, user });
      deliveries.set(number, list);
    }
    for (const { number, user, node, result, error } of this.#traffic.sends) {
      if (result === undefined) {
        if (error === undefined && node.isAlive) problems.push(`${number} of ${node.name} to ${user} has no result`);
        continue;
      }
      const taken = deliveries.get(number)?.filter((delivery) => delivery.user === user).length ?? 0;
      const isKept = (result.stored ?? 0) > 0;
      if (!isReported(user, result) && !isKept && taken === 0)
        problems.push(`${number} to ${user} was reported delivered, and nobody got it`);
      if (result.unknown.includes(user) && taken > 0) {
        problems.push(`${number} was reported as to nobody, and ${user} got it`);
      }
      if (result.untaken?.includes(user)) problems.push(`${number} was taken by no session of ${user}`);
      const all = deliveries.get(number)?.length ?? 0;
      if (result.delivered > all) problems.push(`${number}: ${result.delivered} reported, ${all} delivered`);
    }
    return problems;
  }

  /** Everybody is there, and has been for a while: nothing is kept any more, and nothing that was is lost. */
  keptProblems(): string[] {
    const problems: string[] = [];
    for (const { name, seti } of this.#cloud.alive) {
      const { messages } = seti.keptMessages;
      if (messages > 0) problems.push(`${name} keeps ${messages} messages though everybody is there`);
    }
    // A node that died may have been, in a part of the cloud, all that kept a message.
    if (this.#cloud.runs.length > this.#cloud.nodes.length) return problems;
    const taken = new Set(
      this.#traffic.deliveries.flatMap(({ number, users }) => users.map((user) => `${number} ${user}`)),
    );
    for (const { number, user, result } of this.#traffic.sends) {
      if (result === undefined || isReported(user, result) || taken.has(`${number} ${user}`)) continue;
      problems.push(`${number} to ${user} was kept, nobody died, and he never got it`);
    }
    return problems;
  }

  /** What was kept for the user, one message after the result of the other, came all, and in order. */
  orderProblems(user: string): string[] {
    const sent = this.#traffic.sends.filter((send) => send.user === user).map(({ number }) => number);
    const unkept = this.#traffic.sends.filter((send) => send.user === user && send.result?.stored !== 1);
    if (unkept.length > 0) return unkept.map(({ number }) => `${number} to ${user} was not kept in a whole cloud`);
    const came = this.#traffic.deliveries.filter(({ users }) => users.includes(user)).map(({ number }) => number);
    return `${[...new Set(came)]}` === `${sent}` ? [] : [`${user} was kept [${sent}] and got [${came}]`];
  }

  /** In a cloud that is whole and quiet: everything since `number` arrived, and every user there was reached. */
  quietProblems(since: number): string[] {
    const problems: string[] = [];
    const { alive } = this.#cloud;
    for (const broadcast of this.#traffic.broadcasts) {
      if (broadcast.number <= since) continue;
      for (const listener of this.#traffic.listeners) {
        if (!alive.includes(listener.node) || !isDue(broadcast, listener)) continue;
        const times = listener.heard.get(broadcast.number) ?? 0;
        if (times !== 1) problems.push(`quiet: ${listener.name} heard ${broadcast.number} ${times} times`);
      }
    }
    const truth = this.#traffic.truth();
    for (const { number, user, node, result } of this.#traffic.sends) {
      if (number <= since || result === undefined) continue;
      if (result.unconfirmed.includes(user)) problems.push(`quiet: ${number} of ${node.name} to ${user} unconfirmed`);
      const isAbsent = result.unknown.includes(user) || ((result.stored ?? 0) > 0 && !truth.has(user));
      if (isAbsent === truth.has(user)) {
        problems.push(`quiet: ${number} of ${node.name}: ${user} is at [${[...(truth.get(user) ?? [])]}]`);
      }
    }
    return problems;
  }

  /** When everybody has gone: what is still there that should not be. */
  growthProblems(): string[] {
    const problems: string[] = [];
    const { alive } = this.#cloud;
    for (const node of alive) {
      const expected = this.#traffic.sessionsPerNode + alive.length - 1;
      const { size } = node.bayeux.sessions;
      if (size !== expected) problems.push(`${node.name} has ${size} sessions instead of ${expected}`);
      if (node.seti.userCount > 0) problems.push(`${node.name} still knows ${node.seti.getUserIds()}`);
      if (node.seti.outstandingSends > 0) problems.push(`${node.name} still waits for answers`);
    }
    const links = new Set<string>();
    for (const { route } of this.#cloud.network.connections) {
      const link = `${route.from} > ${route.to}`;
      // Dials to addresses that nodes have left go on for a time (`forgetAfterMs`).
      if (![route.from, route.to].every((url) => alive.some((node) => node.url === url))) continue;
      if (links.has(link)) problems.push(`a connection too many: ${link}`);
      links.add(link);
    }
    return problems;
  }
}

function isReported(user: string, { unknown, unconfirmed }: UserSendResult): boolean {
  return unknown.includes(user) || unconfirmed.includes(user);
}

function isSharded(node: SimulatedNode): boolean {
  return node.seti.options.presence === "shard";
}

/** Whether the listener was subscribed around the publish for long enough for everybody to know, and lived on. */
function isDue({ atMs, channel, node }: Broadcast, listener: Listener): boolean {
  if (!listener.node.isAlive) return false;
  const marginMs = node === listener.node ? 0 : NEWS_MS;
  return listener.subscriptions.some(
    ({ channels, fromMs, toMs }) =>
      fromMs <= atMs - marginMs && toMs >= atMs + marginMs && channels.some((pattern) => matches(pattern, channel)),
  );
}

function isJoined(news: MemberNews, node: SimulatedNode): boolean {
  return news.what === "joined" && news.id === node.oort.id;
}

function mayHear({ channel }: Broadcast, listener: Listener): boolean {
  return listener.subscriptions.some(({ channels }) => channels.some((pattern) => matches(pattern, channel)));
}

function textOf(part: ReadonlyMap<string, number> | undefined): string {
  return JSON.stringify([...(part ?? [])].sort());
}
