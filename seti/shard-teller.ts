import type { Clock, Timer } from "../core/clock.js";
import { PresenceStream } from "./presence-stream.js";
import type { PresenceOutlet, PresenceTeller } from "./presence-teller.js";
import type { PresenceWriter } from "./presence-writer.js";
import type { SetiStats } from "./seti-stats.js";

/** What another node is told: all users, those it owns, or for now nothing new. */
export type Wants = "all" | "owned" | "nothing";

/** Who owns whom, and what other nodes want to be told. */
export interface ShardPlan {
  ownersOf(user: string): readonly string[];
  /** The nodes there are, and what each wants. */
  readonly recipients: ReadonlyMap<string, Wants>;
}

export interface ShardTellerOptions {
  readonly presenceChunkUsers: number;
  readonly maxChangesKept: number;
  readonly maxDepartedUsers: number;
  readonly reannouncePauseMs: number;
}

/**
 * Tells each user's owners, and nobody else but the nodes that know nothing of shards: these are told all. Every node has a
 * stream of its own. When owners change, the users of this node are gone through, some at a time, and each is told to those
 * who own him now and taken back from those who do not.
 */
export class ShardTeller implements PresenceTeller {
  readonly #writer: PresenceWriter;
  readonly #outlet: PresenceOutlet;
  readonly #options: ShardTellerOptions;
  readonly #clock: Clock;
  readonly #stats: SetiStats;
  readonly #users = new Set<string>();
  /** By node; also of those that left, for they may come back and remember what they were told. */
  readonly #streams = new Map<string, PresenceStream>();
  /** Above the version of every stream that was forgotten: who remembers what it said must not take the next for it. */
  #nextVersion = 0;
  #plan: ShardPlan = { ownersOf: () => [], recipients: new Map() };
  #toAll: readonly string[] = [];
  /** `returned`: nodes that came back, and know most of the users they are told. */
  #sweep: { readonly users: readonly string[]; readonly returned: ReadonlySet<string>; at: number } | undefined;
  #timer: Timer | undefined;

  constructor(
    writer: PresenceWriter,
    outlet: PresenceOutlet,
    options: ShardTellerOptions,
    parts: { readonly clock: Clock; readonly stats: SetiStats },
  ) {
    this.#writer = writer;
    this.#outlet = outlet;
    this.#options = options;
    this.#clock = parts.clock;
    this.#stats = parts.stats;
  }

  /** Whether users are still being told to new owners. */
  get isMoving(): boolean {
    return this.#sweep !== undefined;
  }

  changed(users: readonly string[], present: boolean): void {
    if (present) this.#come(users);
    else this.#gone(users);
  }

  #come(users: readonly string[]): void {
    const { recipients } = this.#plan;
    const byOwner = new Map<string, string[]>();
    for (const user of users) {
      this.#users.add(user);
      for (const node of this.#plan.ownersOf(user)) {
        if (recipients.get(node) !== "owned") continue;
        const owned = byOwner.get(node);
        if (owned === undefined) byOwner.set(node, [user]);
        else owned.push(user);
      }
    }
    for (const node of this.#toAll) this.#tell(node, users, true);
    for (const [node, owned] of byOwner) this.#tell(node, owned, true);
  }

  /** Whoever was told, under whatever plan. */
  #gone(users: readonly string[]): void {
    for (const user of users) this.#users.delete(user);
    for (const [node, wants] of this.#plan.recipients) {
      const told = wants === "nothing" ? undefined : this.#streams.get(node)?.users;
      if (told === undefined) continue;
      const known = users.filter((user) => told.has(user));
      if (known.length > 0) this.#tell(node, known, false);
    }
  }

  streamFor(node: string): PresenceStream {
    let stream = this.#streams.get(node);
    if (stream === undefined) {
      stream = new PresenceStream(this.#options.maxChangesKept, this.#nextVersion);
      this.#streams.set(node, stream);
    }
    return stream;
  }

  /** All users are in it from now on, or the node would get first a part, and then the rest. */
  prepareSet(node: string): void {
    if (this.#plan.recipients.get(node) === "owned") return;
    const stream = this.streamFor(node);
    stream.change(
      [...stream.users].filter((user) => !this.#users.has(user)),
      false,
    );
    stream.change(this.#users, true);
  }

  announce(): void {
    for (const [node, wants] of this.#plan.recipients) {
      if (wants !== "nothing") this.#outlet.tell(node, this.#writer.announcement(this.streamFor(node)));
    }
  }

  end(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#sweep = undefined;
    for (const node of this.#plan.recipients.keys()) {
      const stream = this.streamFor(node);
      stream.end();
      this.#outlet.tell(node, this.#writer.goodbye(stream));
    }
    this.#users.clear();
    this.#streams.clear();
    this.#nextVersion = 0;
    this.#plan = { ownersOf: () => [], recipients: new Map() };
    this.#toAll = [];
  }

  /** Nodes came, went, or want something else: everybody is told to the right nodes, beginning soon. */
  replan(plan: ShardPlan): void {
    const before = this.#plan.recipients;
    const isAddressed = (wants: Wants | undefined) => wants !== undefined && wants !== "nothing";
    const returned = [...plan.recipients]
      .filter(([node, wants]) => isAddressed(wants) && !isAddressed(before.get(node)))
      .map(([node]) => node);
    this.#plan = plan;
    this.#toAll = [...plan.recipients].filter(([, wants]) => wants === "all").map(([node]) => node);
    this.#forgetDeparted();
    const users = new Set(this.#users);
    // Who went while a node was away is among those it was told, and nowhere else.
    for (const node of returned) for (const user of this.#streams.get(node)?.users ?? []) users.add(user);
    // A sweep that is under way begins anew: it may have passed users that move now. Those it had to take back are in it.
    for (const user of this.#sweep?.users.slice(this.#sweep.at) ?? []) users.add(user);
    const knowing = returned.filter((node) => (this.#streams.get(node)?.users.size ?? 0) > 0);
    this.#sweep = { users: [...users], returned: new Set([...(this.#sweep?.returned ?? []), ...knowing]), at: 0 };
    this.#timer ??= this.#clock.schedule(this.#options.reannouncePauseMs, () => this.#sweepOn());
  }

  #sweepOn(): void {
    this.#timer = undefined;
    const sweep = this.#sweep;
    if (sweep === undefined) return;
    this.#place(sweep.users.slice(sweep.at, sweep.at + this.#options.presenceChunkUsers), sweep.returned);
    sweep.at += this.#options.presenceChunkUsers;
    if (sweep.at >= sweep.users.length) this.#sweep = undefined;
    else this.#timer = this.#clock.schedule(this.#options.reannouncePauseMs, () => this.#sweepOn());
  }

  /** Tells these users to those who are to know them, and takes them back from the others: new owners first. */
  #place(users: readonly string[], returned: ReadonlySet<string>): void {
    const owners = new Map(users.map((user) => [user, this.#users.has(user) ? this.#plan.ownersOf(user) : []]));
    for (const isPresent of [true, false]) {
      for (const [node, wants] of this.#plan.recipients) {
        if (wants === "nothing") continue;
        const isDue = (user: string) =>
          wants === "all" ? this.#users.has(user) : (owners.get(user)?.includes(node) ?? false);
        const told = this.#tell(
          node,
          users.filter((user) => isDue(user) === isPresent),
          isPresent,
          { moved: true, areKnown: !isPresent || returned.has(node) },
        );
        this.#stats.reannouncedUsers += told;
      }
    }
  }

  /** @returns how many of the users the node did not know to be so */
  #tell(node: string, users: readonly string[], present: boolean, how?: { moved: boolean; areKnown: boolean }): number {
    const stream = this.streamFor(node);
    const told = stream.change(users, present);
    if (told.length > 0) this.#outlet.tell(node, this.#writer.change(stream, told, present, how));
    return told.length;
  }

  #forgetDeparted(): void {
    const departed = [...this.#streams].filter(([node]) => !this.#plan.recipients.has(node));
    let users = departed.reduce((sum, [, stream]) => sum + stream.users.size + 1, 0);
    for (const [node, stream] of departed) {
      if (users <= this.#options.maxDepartedUsers) return;
      users -= stream.users.size + 1;
      this.#streams.delete(node);
      this.#nextVersion = Math.max(this.#nextVersion, stream.version + 1);
    }
  }
}
