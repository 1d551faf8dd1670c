import { canonicalJson, jsonSize } from "./json-value.js";
import type { PartCost, PartShape } from "./part-shape.js";

const TYPE = "oort.list.element";

export interface ListUpdate<E> {
  readonly action: "oort.list.add" | "oort.list.remove";
  readonly elements: readonly E[];
}

/** Elements that came and elements that went. */
export interface ElementsChange<E> {
  readonly added: readonly E[];
  readonly removed: readonly E[];
}

const NOTHING: PartCost = { entries: 0, bytes: 0 };

/** The parts of an OortList (spec/oort-seti.md section 25). */
export class ListShape<E> implements PartShape<E[], ListUpdate<E>, ElementsChange<E>> {
  empty(): E[] {
    return [];
  }

  read(wire: unknown): E[] | undefined {
    return Array.isArray(wire) && !wire.includes(null) ? [...(wire as E[])] : undefined;
  }

  write(value: E[]): unknown {
    return [...value];
  }

  count(value: E[]): number {
    return value.length;
  }

  readItem(type: string, action: string, object: unknown): ListUpdate<E> | undefined {
    const elements = type === TYPE ? this.read(object) : undefined;
    if (elements === undefined || (action !== "oort.list.add" && action !== "oort.list.remove")) return undefined;
    return { action, elements };
  }

  writeItem({ action, elements }: ListUpdate<E>) {
    return { type: TYPE, action, object: [...elements] };
  }

  /** What is removed is not looked for here: the size of the whole is counted anew before it matters. */
  cost(_list: E[], { action, elements }: ListUpdate<E>): PartCost {
    return action === "oort.list.add" ? { entries: elements.length, bytes: jsonSize(elements) } : NOTHING;
  }

  /** Adding appends; removing takes out every occurrence of each element. */
  apply(list: E[], { action, elements }: ListUpdate<E>): ElementsChange<E> | undefined {
    if (action === "oort.list.add") {
      for (const element of elements) list.push(element);
      return elements.length === 0 ? undefined : { added: elements, removed: [] };
    }
    const out = new ElementSet(elements);
    const removed = list.filter((element) => out.has(element));
    if (removed.length === 0) return undefined;
    const kept = list.filter((element) => !out.has(element));
    list.length = 0;
    for (const element of kept) list.push(element);
    return { added: [], removed };
  }

  /** As sets: how often an element occurs makes no difference. */
  difference(before: E[] | undefined, after: E[] | undefined): ElementsChange<E>[] {
    const [old, young] = [new ElementSet(before ?? []), new ElementSet(after ?? [])];
    const added = young.elements.filter((element) => !old.has(element));
    const removed = old.elements.filter((element) => !young.has(element));
    return added.length + removed.length === 0 ? [] : [{ added, removed }];
  }
}

/** Elements by value. */
class ElementSet<E> {
  readonly #known = new Set<unknown>();
  readonly elements: E[] = [];

  constructor(elements: readonly E[]) {
    for (const element of elements) {
      if (this.has(element)) continue;
      this.elements.push(element);
      this.#known.add(identity(element));
    }
  }

  has(element: E): boolean {
    return this.#known.has(identity(element));
  }
}

/** A string that begins like no JSON text stands for itself; objects and arrays are equal when their texts are. */
function identity(element: unknown): unknown {
  if (typeof element === "string") return `=${element}`;
  return typeof element === "object" ? canonicalJson(element) : element;
}
