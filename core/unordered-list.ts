/** Something that knows where it is in the one {@link UnorderedList} that may have it. */
export interface Listed {
  /** Owned by the list; -1: it is in none. */
  listIndex: number;
}

/**
 * What comes and goes by the thousand a second, and lives just long enough to be promoted by the collector: requests that
 * wait. A `Set` moves to a new table each time it has seen as many as it has room for, and an old table refers to its
 * successor; once it is promoted, all tables after it and what was in them stay until the next full collection, and each
 * of the small ones copies them on. This is one array, in which the last item takes the place of one that goes.
 */
export class UnorderedList<T extends Listed> {
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** @param item - in no list */
  add(item: T): void {
    item.listIndex = this.#items.push(item) - 1;
  }

  /** @returns false when it was in no list */
  delete(item: T): boolean {
    const index = item.listIndex;
    if (index < 0) return false;
    item.listIndex = -1;
    const last = this.#items.pop()!;
    if (last === item) return true;
    last.listIndex = index;
    this.#items[index] = last;
    return true;
  }

  /** As they are now, in any order. */
  toArray(): T[] {
    return [...this.#items];
  }
}
