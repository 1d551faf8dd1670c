import { hash } from "node:crypto";
import HashRing from "hashring";
import { hashOf } from "./presence-digest.js";

/**
 * Each user belongs to one of so many shards, and it is shards that the ring places: so many that they spread users as evenly
 * as the ring spreads shards, and few enough to remember the owners of each.
 */
const SHARDS = 2 ** 14;

/** Who owns which users, as the cluster view shows it. */
export interface ShardView {
  /** Nodes that own each user; fewer while there are fewer members. */
  readonly copies: number;
  /** The oortURLs of the members, sorted. */
  readonly members: readonly string[];
}

/**
 * Places users on the members of the cloud by consistent hashing: the same owners on every node that knows the same
 * members, in whatever order it learnt of them; and when a member comes or goes, only the users that it gains or loses
 * change owners. What is asked for each login and message is quick: a user's shard is a hash that is made in some twenty
 * nanoseconds, and the ring is asked once for each shard. Immutable.
 */
export class ShardMap implements ShardView {
  readonly copies: number;
  readonly members: readonly string[];
  readonly #ring: HashRing;
  readonly #urls = new Map<string, string>();
  /** By shard, as far as somebody asked; shards with the same owners have the same list. */
  readonly #owners = new Array<readonly string[] | undefined>(SHARDS);
  readonly #lists = new Map<string, readonly string[]>();

  /**
   * @param virtualNodes - places of a member on the ring, each of four points: more spread users more evenly (100: about
   *   4 % from a fair share, seldom 15), and make the ring slower to build
   */
  constructor(members: Iterable<string>, copies: number, virtualNodes = 100) {
    this.copies = copies;
    this.members = [...new Set(members)].sort();
    // The ring reads names as host:port and keeps them as keys of plain objects, so it gets digests instead of URLs.
    const places: Record<string, { vnodes: number }> = {};
    for (const url of this.members) {
      const name = digest(url).toString("hex").slice(0, 32);
      this.#urls.set(name, url);
      places[name] = { vnodes: virtualNodes };
    }
    // Places are given member by member: what the ring reckons from "vnode count" is rounded down by a share of the
    // number of members, so that it would differ by one between clouds of different size, and move users for nothing.
    this.#ring = new HashRing(places, digest, { "max cache size": 1, "vnode count": 0 });
  }

  /** The members that own the user, the first owner first; all members when there are not more than `copies`. */
  ownersOf(user: string): readonly string[] {
    const shard = shardOf(user);
    const known = this.#owners[shard];
    if (known !== undefined) return known;
    const owners = this.#ownersOfShard(shard);
    this.#owners[shard] = owners;
    return owners;
  }

  #ownersOfShard(shard: number): readonly string[] {
    const names = this.#ring.range(String(shard), this.copies);
    const key = names.join();
    let owners = this.#lists.get(key);
    if (owners === undefined) {
      owners = names.map((name) => this.#urls.get(name) as string);
      this.#lists.set(key, owners);
    }
    return owners;
  }
}

/** By the bits of the hash that marks have not: users of one node have marks as different as users of all nodes. */
function shardOf(user: string): number {
  return hashOf(user) & (SHARDS - 1);
}

/** Not md5, which the ring would take: it is not there in every build of Node. */
function digest(text: string): Buffer {
  return Buffer.from(hash("sha256", text), "hex"); // a third of the time that `createHash` takes for a name
}
