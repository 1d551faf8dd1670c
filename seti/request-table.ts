/** Free places at first, and again once it is empty; a power of two, as all its sizes. */
const MIN_SLOTS = 1_024;

/**
 * What is to be found by the number of the request that is open about it. It comes and goes by the thousand a second, and a
 * `Map` moves to a new table each time it has seen as many as it has room for: once the collector has promoted an old one,
 * all tables after it and what was in them stay until the next full collection, as core's `UnorderedList` tells. Here the
 * numbers, which it gives out itself, say where in one array something is.
 */
export class RequestTable<T extends { readonly request: number }> {
  #slots: (T | undefined)[] = emptySlots(MIN_SLOTS);
  #size = 0;
  #last = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns one that nothing has, nor had, and whose place is free */
  newRequest(): number {
    const mask = this.#slots.length - 1;
    do this.#last += 1;
    while (this.#slots[this.#last & mask] !== undefined);
    return this.#last;
  }

  /** @param item - with a number that was given out here, and nothing else has */
  add(item: T): void {
    while (this.#size * 2 >= this.#slots.length || this.#isTaken(item)) this.#grow();
    const slot = item.request & (this.#slots.length - 1);
    if (this.#slots[slot] === undefined) this.#size += 1;
    this.#slots[slot] = item;
  }

  /** @param request - any number at all */
  get(request: number): T | undefined {
    const item = this.#slots[request & (this.#slots.length - 1)];
    return item?.request === request ? item : undefined;
  }

  /** @returns false where there is nothing of that number */
  delete(request: number): boolean {
    if (this.get(request) === undefined) return false;
    this.#slots[request & (this.#slots.length - 1)] = undefined;
    this.#size -= 1;
    if (this.#size === 0 && this.#slots.length > MIN_SLOTS) this.#slots = emptySlots(MIN_SLOTS);
    return true;
  }

  /** As they are now, in the order of their numbers. */
  toArray(): T[] {
    const items = this.#slots.filter((item) => item !== undefined);
    return items.sort((one, other) => one.request - other.request);
  }

  #isTaken({ request }: T): boolean {
    const other = this.#slots[request & (this.#slots.length - 1)];
    return other !== undefined && other.request !== request;
  }

  /** Numbers that differ in their last digits still do when there are more of these. */
  #grow(): void {
    const items = this.toArray();
    this.#slots = emptySlots(this.#slots.length * 2);
    for (const item of items) this.#slots[item.request & (this.#slots.length - 1)] = item;
  }
}

function emptySlots<T>(count: number): (T | undefined)[] {
  return new Array<T | undefined>(count).fill(undefined);
}
