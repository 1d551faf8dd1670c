/** Beyond so many items looking through a list takes longer than a table. */
const MAX_LISTED = 8;

/**
 * A set that mostly has one item, or a few: the only one needs nothing beside the set itself, a few are kept in a list, which takes a
 * fifth of the memory of a `Set`. Iterates in the order in which items were added, and sees what happens to it meanwhile as
 * a copy would: not at all. An item may be anything but `undefined`.
 */
export class SmallSet<T> implements Iterable<T> {
  #only: T | undefined;
  /** Two or more; undefined while there are fewer. */
  #many: readonly T[] | Set<T> | undefined;

  get size(): number {
    if (this.#many === undefined) return this.#only === undefined ? 0 : 1;
    return this.#many instanceof Set ? this.#many.size : this.#many.length;
  }

  has(item: T): boolean {
    if (this.#many === undefined) return this.#only === item;
    return this.#many instanceof Set ? this.#many.has(item) : this.#many.includes(item);
  }

  /** @returns false when it was there already */
  add(item: T): boolean {
    if (this.has(item)) return false;
    const many = this.#many;
    if (many instanceof Set) many.add(item);
    else if (many !== undefined) this.#many = many.length < MAX_LISTED ? many.concat([item]) : new Set([...many, item]);
    else if (this.#only === undefined) this.#only = item;
    else {
      this.#many = [this.#only, item];
      this.#only = undefined;
    }
    return true;
  }

  /** @returns false when it was not there */
  delete(item: T): boolean {
    if (!this.has(item)) return false;
    if (this.#many instanceof Set) this.#many.delete(item);
    else if (this.#many !== undefined) this.#many = this.#many.filter((other) => other !== item);
    else this.#only = undefined;
    if (this.#many !== undefined && this.size === 1) {
      this.#only = this.first;
      this.#many = undefined;
    }
    return true;
  }

  /** The item that was added first. */
  get first(): T | undefined {
    if (this.#many === undefined) return this.#only;
    for (const item of this.#many) return item;
    return undefined;
  }

  /** As it is now. */
  toArray(): T[] {
    if (this.#many !== undefined) return [...this.#many];
    return this.#only === undefined ? [] : [this.#only];
  }

  [Symbol.iterator](): Iterator<T> {
    const items = this.#many !== undefined && !(this.#many instanceof Set) ? this.#many : this.toArray();
    return items[Symbol.iterator]();
  }
}
