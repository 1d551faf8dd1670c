import type { Clock } from "../core/clock.js";
import { LocationCache } from "./location-cache.js";
import { LocationLeases } from "./location-leases.js";
import type { Place } from "./message-router.js";
import type { SetiPeer } from "./seti-cloud.js";
import type { Location } from "./seti-message.js";
import { ShardMap, type ShardView } from "./shard-map.js";
import type { ShardPlan, Wants } from "./shard-teller.js";

/** What the directory needs of the node. */
export interface DirectoryOutlet {
  peers(): readonly (SetiPeer & { readonly state: string })[];
  /** Who is where by what this node was told; the nodes of presence statements, this one first. */
  nodesOf(user: string): readonly string[];
  remoteNodesOf(user: string): readonly string[];
  /** Owners, or what nodes want to be told, have changed. */
  replan(plan: ShardPlan): void;
  /** Says to a node that asked where users are. */
  locate(node: string, locations: readonly Location[]): void;
  /** An owner said where the user is. */
  located(user: string, nodes: readonly string[], owner: string): void;
}

export interface DirectoryOptions {
  readonly presence: "flood" | "shard";
  readonly shardCopies: number;
  readonly shardVirtualNodes: number;
  readonly maxCachedLocations: number;
  readonly maxLocationLeases: number;
  readonly locationLeaseMs: number;
  readonly presenceChunkUsers: number;
}

/** Of a node that takes part in a cloud; one that leaves soon is a member still, but owns nobody. */
const PRESENT_STATES: readonly string[] = ["joined", "suspected"];

const NO_OWNERS: readonly string[] = [];

/**
 * Who owns which user, who has to be told of which, and where a user is whom this node does not own. In flood mode every
 * node knows every user, and owners are only shown.
 */
export class ShardDirectory {
  readonly isSharded: boolean;
  readonly #ownNode: string;
  readonly #outlet: DirectoryOutlet;
  readonly #options: DirectoryOptions;
  readonly #clock: Clock;
  readonly #cache: LocationCache;
  readonly #leases: LocationLeases;
  /** Nodes that have said how they spread presence: true for shards. */
  readonly #modes = new Map<string, boolean>();
  readonly #leaving = new Set<string>();
  /** Users whose followers are to be told at the end of this turn. */
  readonly #moved = new Set<string>();
  #map: ShardMap | undefined;
  /** Of nodes with shards, and of those that flood. */
  #keepers: readonly [ShardMap, ShardMap] | undefined;
  #recipients: ReadonlyMap<string, Wants> = new Map();
  #isStale = false;

  constructor(ownNode: string, outlet: DirectoryOutlet, options: DirectoryOptions, clock: Clock) {
    this.isSharded = options.presence === "shard";
    this.#ownNode = ownNode;
    this.#outlet = outlet;
    this.#options = options;
    this.#clock = clock;
    this.#cache = new LocationCache(options.maxCachedLocations, options.locationLeaseMs);
    this.#leases = new LocationLeases(options.maxLocationLeases, options.locationLeaseMs);
  }

  get shards(): ShardView {
    return this.#shardMap();
  }

  get cachedLocations(): number {
    return this.#cache.size;
  }

  /** Nodes told of changes, one for each user they asked for. */
  get leases(): number {
    return this.#leases.count;
  }

  ownersOf(user: string): readonly string[] {
    return this.#shardMap().ownersOf(user);
  }

  /**
   * The nodes that keep the user's messages, by the same rule at every node of a cloud, whichever mode it has: they hear of each
   * of his logins. Nodes that flood do so for everybody, so they make up for owners that are too few.
   */
  keepersOf(user: string): readonly string[] {
    const [sharded, flooding] = this.#keeperMaps();
    const owners = sharded.ownersOf(user);
    const missing = this.#options.shardCopies - owners.length;
    return missing === 0 ? owners : [...owners, ...flooding.ownersOf(user).slice(0, missing)];
  }

  /** Whether all that is to be known of the user is known here. */
  knows(user: string): boolean {
    return !this.isSharded || this.ownersOf(user).includes(this.#ownNode);
  }

  placeOf(user: string): Place {
    const told = this.#outlet.remoteNodesOf(user);
    if (!this.isSharded) return { nodes: told, isWhole: true, owners: NO_OWNERS };
    const owners = this.ownersOf(user);
    const others = owners.filter((node) => node !== this.#ownNode);
    if (others.length < owners.length) return { nodes: told, isWhole: true, owners: others };
    const cached = this.#cache.nodesOf(user, this.#clock.now());
    if (cached === undefined || cached.length === 0) return { nodes: told, isWhole: false, owners };
    const nodes = [...new Set([...told, ...cached])].filter((node) => node !== this.#ownNode);
    return { nodes, isWhole: true, owners };
  }

  // --- Members ---------------------------------------------------------------------------------------------------

  /** A node says in each statement how it spreads presence. */
  heard(node: string, isSharded: boolean): void {
    if (this.#modes.get(node) === isSharded) return;
    this.#modes.set(node, isSharded);
    this.changed();
  }

  /** It takes no new users, and is to own none. */
  leaving(node: string): void {
    this.#leaving.add(node);
    this.changed();
  }

  left(node: string): void {
    this.#modes.delete(node);
    this.#leaving.delete(node);
    this.#cache.left(node);
    this.#leases.left(node);
    this.changed();
  }

  /** Members came or went: owners are found anew, once a turn. */
  changed(): void {
    this.#map = undefined;
    this.#keepers = undefined;
    if (!this.isSharded || this.#isStale) return;
    this.#isStale = true;
    this.#clock.endOfTurn(() => this.#replan());
  }

  clear(): void {
    this.#modes.clear();
    this.#leaving.clear();
    this.#cache.clear();
    this.#leases.clear();
    this.#moved.clear();
    this.#recipients = new Map();
    this.#map = undefined;
    this.#keepers = undefined;
    this.#isStale = false;
  }

  #replan(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#recipients = new Map(this.#present().map((peer) => [peer.url, this.#wants(peer)]));
    const map = this.#shardMap();
    this.#cache.replan((user) => map.ownersOf(user));
    this.#leases.replan((user) => map.ownersOf(user).includes(this.#ownNode));
    this.#outlet.replan({ ownersOf: (user) => map.ownersOf(user), recipients: this.#recipients });
  }

  #present(): readonly SetiPeer[] {
    return this.#outlet.peers().filter((peer) => PRESENT_STATES.includes(peer.state));
  }

  #wants(peer: SetiPeer): Wants {
    const mode = this.#modes.get(peer.url);
    if (this.#leaving.has(peer.url)) return "nothing";
    // One of our own kind says soon what it is.
    if (mode === undefined) return peer.kind === "oortbus" ? "nothing" : "all";
    return mode ? "owned" : "all";
  }

  #shardMap(): ShardMap {
    // Java nodes do not know of shards, so they cannot own any; nor does a node that was told of none.
    this.#map ??= this.#mapOf(this.isSharded ? this.#kin(true) : [...this.#kin(true), ...this.#kin(false)]);
    return this.#map;
  }

  #keeperMaps(): readonly [ShardMap, ShardMap] {
    this.#keepers ??= [this.#mapOf(this.#kin(true)), this.#mapOf(this.#kin(false))];
    return this.#keepers;
  }

  #mapOf(urls: readonly string[]): ShardMap {
    return new ShardMap(urls, this.#options.shardCopies, this.#options.shardVirtualNodes);
  }

  /** Nodes of our own kind that have shards, or have none; who is about to leave owns nobody, but somebody has to. */
  #kin(areSharded: boolean): string[] {
    const members = this.#present()
      .filter((peer) => peer.kind === "oortbus" && !this.#leaving.has(peer.url))
      .map((peer) => peer.url);
    const others = members.filter((url) => (this.#modes.get(url) === true) === areSharded);
    const stays = !this.#leaving.has(this.#ownNode) || members.length === 0;
    return stays && this.isSharded === areSharded ? [this.#ownNode, ...others] : others;
  }

  // --- Where users are, for nodes that do not own them -----------------------------------------------------------

  /**
   * An owner answers where the user is, and tells of changes; undefined for a user it does not know, without room, and for who
   * owns the user as well and is told anyway.
   */
  teach(user: string, asker: string): readonly string[] | undefined {
    if (!this.isSharded || this.ownersOf(user).includes(asker)) return undefined;
    const nodes = this.#outlet.nodesOf(user);
    return nodes.length > 0 && this.#leases.grant(user, asker, this.#clock.now()) ? nodes : undefined;
  }

  /** A node wants to know where these users are, and to be told of changes. */
  asked(node: string, users: readonly string[]): void {
    const nowMs = this.#clock.now();
    this.#locate(
      node,
      users.map((user) => {
        if (this.knows(user)) this.#leases.grant(user, node, nowMs);
        return { user, nodes: this.#outlet.nodesOf(user) };
      }),
    );
  }

  /** An owner has said where the user is; without nodes, he is nowhere he was thought to be. */
  learned(user: string, nodes: readonly string[], owner: string | undefined): void {
    if (!this.isSharded) return;
    if (owner === undefined) this.#cache.forget(user);
    else if (!this.knows(user)) this.#cache.learn(user, nodes, owner, this.#clock.now());
  }

  /** An owner answers, or tells of a change. */
  located(owner: string, locations: readonly Location[]): void {
    if (!this.isSharded) return;
    for (const { user, nodes } of locations) {
      this.#cache.update(user, nodes, owner);
      this.#outlet.located(user, nodes, owner);
    }
  }

  /** The user came to a node or went from it, by what this node was told. */
  presenceChanged(user: string): void {
    if (this.#leases.count === 0) return;
    if (this.#moved.size === 0) this.#clock.endOfTurn(() => this.#tellFollowers());
    this.#moved.add(user);
  }

  #tellFollowers(): void {
    const nowMs = this.#clock.now();
    const told = new Map<string, Location[]>();
    for (const user of this.#moved) {
      const location = { user, nodes: this.#outlet.nodesOf(user) };
      for (const node of this.#leases.nodesOf(user, nowMs)) {
        const locations = told.get(node) ?? [];
        told.set(node, locations);
        locations.push(location);
      }
    }
    this.#moved.clear();
    for (const [node, locations] of told) this.#locate(node, locations);
  }

  #locate(node: string, locations: readonly Location[]): void {
    const size = this.#options.presenceChunkUsers;
    for (let start = 0; start < locations.length; start += size) {
      this.#outlet.locate(node, locations.slice(start, start + size));
    }
  }
}
