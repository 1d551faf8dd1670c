import { OortMap } from "../../cluster/object/oort-map.js";
import type { Message } from "../../core/message/message.js";
import type { LocalSession } from "../../core/session/local-session.js";
import type { UserSendResult } from "../../seti/user-inbox.js";
import { RemoteUser } from "./remote-user.js";
import type { SeededRandom } from "./seeded-random.js";
import type { SimulatedCloud } from "./simulated-cloud.js";
import type { SimulatedNode } from "./simulated-node.js";

/** A numbered message that was published for all. */
export interface Broadcast {
  readonly number: number;
  readonly atMs: number;
  readonly channel: string;
  readonly node: SimulatedNode;
  /** Published because this node had joined, in the very turn in which that was told. */
  readonly greets: SimulatedNode | undefined;
}

/** A session of a node that listens to channels, and what it heard. */
export interface Listener {
  readonly name: string;
  readonly node: SimulatedNode;
  /** What it is subscribed to, and since when; several may match one message. */
  readonly subscriptions: { readonly channels: readonly string[]; readonly fromMs: number; toMs: number }[];
  /** How often each number came, by number. */
  readonly heard: Map<number, number>;
}

/** A message to a user, and what became of it by the sender's word. */
export interface UserSend {
  readonly number: number;
  readonly user: string;
  readonly atMs: number;
  readonly node: SimulatedNode;
  result: UserSendResult | undefined;
  error: unknown;
}

/** A session took a message to a user. */
export interface Delivery {
  readonly number: number;
  readonly node: SimulatedNode;
  readonly session: string;
  /** Whom that session speaks for. */
  readonly users: readonly string[];
}

/** A user's session in the process of a node. */
interface LocalUser {
  readonly user: string;
  readonly node: SimulatedNode;
  readonly session: LocalSession;
}

/** As often as this nothing is heard by mistake of a link: it runs in circles, and would do so for ever. */
const MAX_TIMES = 10;

export const CHANNELS: readonly string[] = ["/news/a", "/news/b", "/chat/room/1"];
const INBOX = "/inbox";

/**
 * What clients do to a simulated cloud: subscribe, publish numbered broadcasts, log in, move, vanish, write to each other.
 * Keeps books of all of it; whether they are right is for oracle.ts to say.
 */
export class Traffic {
  readonly broadcasts: Broadcast[] = [];
  readonly listeners: Listener[] = [];
  readonly sends: UserSend[] = [];
  readonly deliveries: Delivery[] = [];
  readonly remotes: RemoteUser[] = [];
  /** The shared map of each run. */
  readonly maps = new Map<SimulatedNode, OortMap<string, number>>();
  /** What presence listeners of each run were told: the nodes of each user. */
  readonly told = new Map<SimulatedNode, Map<string, Set<string>>>();
  readonly #cloud: SimulatedCloud;
  readonly #publishers = new Map<SimulatedNode, LocalSession>();
  readonly #switched = new Map<SimulatedNode, { listener: Listener; stop: () => void }>();
  readonly #random: SeededRandom;
  #users: LocalUser[] = [];
  #lastNumber = 0;

  constructor(cloud: SimulatedCloud) {
    this.#cloud = cloud;
    this.#random = cloud.random.fork("traffic");
  }

  /** A node is about to start: its sessions, and the probe that sees what is delivered to users. */
  attend(node: SimulatedNode): void {
    const publisher = node.bayeux.newLocalSession("publisher");
    void publisher.handshake();
    this.#publishers.set(node, publisher);
    this.#listen(node, "exact", ["/news/a"]);
    this.#listen(node, "both", ["/news/*", "/news/a"]);
    this.#listen(node, "all", ["/**"]);
    const map = new OortMap<string, number>(node.oort, node.bayeux, "things", {}, { clock: node.clock });
    node.add(map);
    this.maps.set(node, map);
    this.#hearPresence(node);
    node.oort.addListener({ joined: (peer) => this.#greet(node, peer.id) });
    node.bayeux.addExtension({
      outgoing: (message, { receiver }) => {
        if (message.channel !== INBOX || receiver === undefined) return;
        const { n } = message.data as { n: number };
        this.deliveries.push({ number: n, node, session: receiver.id, users: node.seti.usersOf(receiver) });
      },
    });
  }

  /** Users who have no session, and for whom somebody was told that a message is kept. */
  keptFor(): string[] {
    const present = this.truth();
    const kept = this.sends.filter(({ result }) => (result?.stored ?? 0) > 0).map(({ user }) => user);
    return [...new Set(kept)].filter((user) => !present.has(user));
  }

  /** Local sessions that every node has, Oort's and Seti's included, while nobody is logged in. */
  get sessionsPerNode(): number {
    return 6;
  }

  publish(node: SimulatedNode, channel: string, greets?: SimulatedNode): void {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    this.broadcasts.push({ number, atMs: this.#cloud.clock.now(), channel, node, greets });
    this.#cloud.story.tell(node.name, `publishes ${number} on ${channel}`);
    void this.#publishers.get(node)?.publish(channel, { n: number });
  }

  /** A user comes to a node and goes from it in turn. */
  #hearPresence(node: SimulatedNode): void {
    const told = new Map<string, Set<string>>();
    this.told.set(node, told);
    node.seti.addPresenceListener({
      added: (user, url) => {
        const urls = told.get(user) ?? new Set();
        if (urls.has(url)) node.fault(`was told twice that ${user} is at ${url}`);
        told.set(user, urls.add(url));
      },
      removed: (user, url) => {
        if (told.get(user)?.delete(url) !== true) node.fault(`was told that ${user} left ${url}, where he was not`);
      },
    });
  }

  /** Who joins is greeted at once, and while the sets of users are under way, users come and go. */
  #greet(node: SimulatedNode, id: string): void {
    const peer = this.#cloud.runs.find((run) => run.oort.id === id);
    if (node.state !== "running" || peer === undefined) return;
    this.publish(node, CHANNELS[0]!, peer);
    for (const user of this.#local(node)) {
      if (!this.#random.chance(0.5)) continue;
      this.#cloud.clock.schedule(this.#random.between(0, 2 * this.#cloud.usualDelayMs), () => {
        if (node.state !== "running" || node.isFrozen) return;
        this.logout(node, user);
        if (this.#random.chance(0.3)) this.login(node, user);
      });
    }
  }

  /** The users with a session in the process of this node. */
  #local(node: SimulatedNode): string[] {
    return [...new Set(this.#users.filter((entry) => entry.node === node).map((entry) => entry.user))];
  }

  /** Others write to users of this node, because something is about to happen to it. */
  sendToUsersOf(node: SimulatedNode): void {
    const users = this.#local(node);
    if (users.length === 0) return;
    for (const other of this.#cloud.alive) {
      if (other !== node && other.state === "running" && !other.isFrozen) this.send(other, [this.#random.pick(users)]);
    }
  }

  /** A listener of this node comes, or goes if it is there. */
  switchListener(node: SimulatedNode, channel: string): void {
    const present = this.#switched.get(node);
    if (present === undefined) {
      this.#cloud.story.tell(node.name, `somebody listens to ${channel}`);
      const listener = this.#listen(node, "switched", [channel]);
      this.#switched.set(node, listener);
      return;
    }
    this.#switched.delete(node);
    this.#cloud.story.tell(node.name, "somebody listens no more");
    present.listener.subscriptions.at(-1)!.toMs = this.#cloud.clock.now();
    present.stop();
  }

  /** Puts an entry into the node's part of the shared map, or takes it out if it is there. */
  put(node: SimulatedNode, key: string): void {
    const map = this.maps.get(node);
    this.#lastNumber += 1;
    if (map?.get(key) !== undefined && this.#random.chance(0.3)) map.remove(key);
    else map?.put(key, this.#lastNumber);
  }

  send(node: SimulatedNode, users: readonly string[]): void {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    this.#cloud.story.tell(node.name, `writes ${number} to ${users.join(", ")}`);
    const atMs = this.#cloud.clock.now();
    const sends = users.map((user): UserSend => ({ number, user, atMs, node, result: undefined, error: undefined }));
    this.sends.push(...sends);
    node.seti.sendMessage(users, INBOX, { n: number }).then(
      (result) => {
        for (const send of sends) send.result = result;
        const { delivered, unknown, unconfirmed } = result;
        this.#cloud.story.tell(
          node.name,
          `${number}: delivered ${delivered}, unknown [${unknown}], unconfirmed [${unconfirmed}]`,
        );
      },
      (error: unknown) => {
        for (const send of sends) send.error = error;
      },
    );
  }

  /** Another session of the user on this node. */
  login(node: SimulatedNode, user: string): void {
    this.#cloud.story.tell(node.name, `${user} logs in`);
    const session = node.bayeux.newLocalSession("user");
    void session.handshake();
    node.seti.associate(user, session.session);
    this.#users.push({ user, node, session });
  }

  /** All sessions of the user on this node end. */
  logout(node: SimulatedNode, user: string): void {
    const [ending, staying] = split(this.#users, (entry) => entry.node === node && entry.user === user);
    if (ending.length === 0) return;
    this.#cloud.story.tell(node.name, `${user} logs out`);
    this.#users = staying;
    for (const { session } of ending) session.disconnect();
  }

  /** A user on a connection of his own. */
  connect(index: number, user: string): RemoteUser {
    const remote = new RemoteUser(this.#cloud, this.remotes.length, index, user);
    this.remotes.push(remote);
    return remote;
  }

  /** Everybody goes, politely. */
  everybodyLeaves(): void {
    for (const { node, user } of [...this.#users]) if (node.isAlive) this.logout(node, user);
    for (const remote of this.remotes) remote.leave();
    for (const [node] of [...this.#switched]) if (node.isAlive) this.switchListener(node, "");
  }

  /** Where every user is: URLs of nodes by user, no user who is nowhere. */
  truth(): Map<string, Set<string>> {
    const truth = new Map<string, Set<string>>();
    const add = (user: string, url: string) => {
      const urls = truth.get(user) ?? new Set();
      truth.set(user, urls.add(url));
    };
    for (const { user, node } of this.#users) if (node.isAlive) add(user, node.url);
    for (const remote of this.remotes) if (remote.isPresent) add(remote.user, remote.url);
    return truth;
  }

  #listen(node: SimulatedNode, name: string, channels: readonly string[]): { listener: Listener; stop: () => void } {
    const session = node.bayeux.newLocalSession(name);
    void session.handshake();
    const fromMs = this.#cloud.clock.now();
    const listener: Listener = {
      name: `${node.name}/${name}`,
      node,
      subscriptions: [{ channels, fromMs, toMs: Number.POSITIVE_INFINITY }],
      heard: new Map(),
    };
    // Of several that match, one tells of the session's delivery.
    const received = new WeakSet<Message>();
    const hear = (message: Message): void => {
      const { n } = (message.data ?? {}) as { n?: unknown };
      if (typeof n !== "number" || !CHANNELS.includes(message.channel) || received.has(message)) return;
      received.add(message);
      const times = (listener.heard.get(n) ?? 0) + 1;
      listener.heard.set(n, times);
      if (times === MAX_TIMES) this.#cloud.giveUp(`${listener.name} heard ${n} ${times} times`);
    };
    for (const channel of channels) session.subscribe(channel, hear);
    this.listeners.push(listener);
    return { listener, stop: () => session.disconnect() };
  }
}

function split<T>(list: readonly T[], isFirst: (entry: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((entry) => !isFirst(entry))];
}
