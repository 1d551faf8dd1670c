import { isObject } from "../../core/message/message.js";
import { jsonEquals, jsonSize } from "./json-value.js";
import type { PartCost, PartShape } from "./part-shape.js";

const TYPE = "oort.map.entry";
const KEY = "oort.map.key";
const VALUE = "oort.map.value";

/** String keys, or integers. On the wire of a whole map every key is a string; in an update a number is a number. */
export type KeyKind = "string" | "number";
export type MapKey = string | number;

export type MapUpdate<K extends MapKey, V> =
  | { readonly action: "oort.map.put" | "oort.map.put.absent"; readonly key: K; readonly value: V }
  | { readonly action: "oort.map.remove"; readonly key: K };

/** `old` or `value` is undefined where there is none. */
export interface EntryChange<K extends MapKey, V> {
  readonly key: K;
  readonly old: V | undefined;
  readonly value: V | undefined;
}

/** The parts of an OortMap (spec/oort-seti.md section 24). */
export class MapShape<K extends MapKey, V> implements PartShape<Map<K, V>, MapUpdate<K, V>, EntryChange<K, V>> {
  readonly #keys: KeyKind;

  constructor(keys: KeyKind) {
    this.#keys = keys;
  }

  empty(): Map<K, V> {
    return new Map();
  }

  read(wire: unknown): Map<K, V> | undefined {
    if (!isObject(wire)) return undefined;
    const map = new Map<K, V>();
    for (const [text, value] of Object.entries(wire)) {
      const key = this.#keys === "string" ? text : readNumber(text);
      if (key === undefined || value === null) return undefined;
      map.set(key as K, value as V);
    }
    return map;
  }

  write(value: Map<K, V>): unknown {
    return Object.fromEntries(value); // makes own properties, also of `__proto__`
  }

  count(value: Map<K, V>): number {
    return value.size;
  }

  readItem(type: string, action: string, object: unknown): MapUpdate<K, V> | undefined {
    if (type !== TYPE || !isObject(object)) return undefined;
    const { [KEY]: key, [VALUE]: value } = object;
    if (!this.isKey(key)) return undefined;
    if (action === "oort.map.remove") return { action, key };
    if (action !== "oort.map.put" && action !== "oort.map.put.absent") return undefined;
    return value === undefined || value === null ? undefined : { action, key, value: value as V };
  }

  writeItem(update: MapUpdate<K, V>) {
    const { action, key } = update;
    const value = update.action === "oort.map.remove" ? {} : { [VALUE]: update.value };
    return { type: TYPE, action, object: { [KEY]: key, ...value } };
  }

  cost(map: Map<K, V>, update: MapUpdate<K, V>): PartCost {
    const { action, key } = update;
    const old = map.get(key);
    const oldBytes = old === undefined ? 0 : entrySize(key, old);
    if (action === "oort.map.remove") return { entries: old === undefined ? 0 : -1, bytes: -oldBytes };
    if (old === undefined) return { entries: 1, bytes: entrySize(key, update.value) };
    return { entries: 0, bytes: action === "oort.map.put" ? entrySize(key, update.value) - oldBytes : 0 };
  }

  apply(map: Map<K, V>, update: MapUpdate<K, V>): EntryChange<K, V> | undefined {
    const { key } = update;
    const old = map.get(key);
    if (update.action === "oort.map.remove") {
      map.delete(key);
      return old === undefined ? undefined : { key, old, value: undefined };
    }
    if (update.action === "oort.map.put.absent" && old !== undefined) return undefined;
    map.set(key, update.value);
    return { key, old, value: update.value };
  }

  difference(before: Map<K, V> | undefined, after: Map<K, V> | undefined): EntryChange<K, V>[] {
    const changes: EntryChange<K, V>[] = [];
    for (const [key, old] of before ?? []) {
      if (after?.has(key) !== true) changes.push({ key, old, value: undefined });
    }
    for (const [key, value] of after ?? []) {
      const old = before?.get(key);
      if (old === undefined || !jsonEquals(old, value)) changes.push({ key, old, value });
    }
    return changes;
  }

  isKey(key: unknown): key is K {
    return this.#keys === "string" ? typeof key === "string" : Number.isSafeInteger(key) && !Object.is(key, -0);
  }
}

function entrySize(key: MapKey, value: unknown): number {
  return jsonSize({ [key]: value });
}

/** Only the one spelling that JavaScript gives the number: else two keys could be one. */
function readNumber(text: string): number | undefined {
  const key = Number(text);
  return Number.isSafeInteger(key) && String(key) === text ? key : undefined;
}
