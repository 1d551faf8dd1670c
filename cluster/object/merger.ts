import type { ObjectInfo } from "./object-table.js";

/**
 * Makes one value of all parts. They come in the order of their URLs, the same on every node, so that a merger that
 * depends only on them has the same result everywhere.
 */
export type Merger<T, R> = (infos: readonly ObjectInfo<T>[]) => R;

/** The sum of numbers, one a node. */
export const sum: Merger<number, number> = (infos) => infos.reduce((total, { value }) => total + value, 0);

/** All elements of all lists, one list after the other. */
export function listUnion<E>(infos: readonly ObjectInfo<readonly E[]>[]): E[] {
  return infos.flatMap(({ value }) => value);
}

/** All entries of all maps. Where two nodes have the same key, the node with the later URL counts. */
export function mapUnion<K, V>(infos: readonly ObjectInfo<ReadonlyMap<K, V>>[]): Map<K, V> {
  const union = new Map<K, V>();
  for (const { value } of infos) for (const [key, entry] of value) union.set(key, entry);
  return union;
}
