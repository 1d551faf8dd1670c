/** What a set of users comes to: how many they are, and a hash that does not depend on their order. */
export interface Digest {
  readonly count: number;
  readonly hash: number;
}

/** Sums stay exact: each summand is below this, and so is the sum, taken modulo this. */
const MODULUS = 2 ** 52;

/** The digest of a set of users that changes, kept up with every change. */
export class PresenceDigest implements Digest {
  count = 0;
  hash = 0;

  /** The user was not in the set. */
  add(user: string): void {
    this.count += 1;
    this.hash = (this.hash + hashOf(user)) % MODULUS;
  }

  /** The user was in the set. */
  remove(user: string): void {
    this.count -= 1;
    this.hash = (this.hash - hashOf(user) + MODULUS) % MODULUS;
  }

  equals(other: Digest): boolean {
    return this.count === other.count && this.hash === other.hash;
  }
}

/** 52 bits: two halves of different FNV-like hashes over the UTF-16 units: quick, the same on every node, not secret. */
export function hashOf(user: string): number {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let index = 0; index < user.length; index += 1) {
    const unit = user.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return (mixed(one) >>> 6) * 2 ** 26 + (mixed(other) >>> 6);
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  return bits ^ (bits >>> 13);
}
