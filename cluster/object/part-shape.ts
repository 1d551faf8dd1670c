export interface PartCost {
  readonly entries: number;
  readonly bytes: number;
}

/**
 * What the parts of one kind of shared object are: how a value is read and written, and which updates of single items it
 * knows. Pure. `T` is a value, `I` an update of an item, `C` what a listener is told of a changed item.
 */
export interface PartShape<T, I, C> {
  /** The value of a part that was never set; a new one each time. */
  empty(): T;
  /** @param wire - anything. @returns undefined when it is no value of this shape */
  read(wire: unknown): T | undefined;
  /** @returns what goes on the wire, not shared with `value` as far as updates change that */
  write(value: T): unknown;
  /** How many entries it has, as far as limits are concerned. */
  count(value: T): number;
  /** @returns undefined when it is no update of this shape */
  readItem(type: string, action: string, object: unknown): I | undefined;
  writeItem(update: I): { readonly type: string; readonly action: string; readonly object: unknown };
  /** What it would add to the value: entries, and about how many bytes; less than nothing when it takes away. */
  cost(value: T, update: I): PartCost;
  /** Changes `value`. @returns undefined when nothing changed */
  apply(value: T, update: I): C | undefined;
  /** The changes that lead from one value to another; undefined is no part at all. */
  difference(before: T | undefined, after: T | undefined): C[];
}

/** A value that is only ever replaced as a whole. */
export class ValueShape<T> implements PartShape<T, never, never> {
  readonly #empty: () => T;
  readonly #read: (wire: unknown) => T | undefined;

  /** @param read - checks, and coerces, what came from another node */
  constructor(empty: () => T, read: (wire: unknown) => T | undefined) {
    this.#empty = empty;
    this.#read = read;
  }

  empty(): T {
    return this.#empty();
  }

  read(wire: unknown): T | undefined {
    return this.#read(wire);
  }

  write(value: T): unknown {
    return value;
  }

  count(): number {
    return 1;
  }

  readItem(): undefined {}

  writeItem(update: never): never {
    return update;
  }

  cost(update: never): PartCost {
    return update;
  }

  apply(): undefined {}

  difference(): never[] {
    return [];
  }
}
