import { Listeners } from "../../core/listeners.js";
import type { Logger } from "../../core/logger.js";
import type { ReplicaListener } from "./object-replica.js";
import type { ObjectInfo } from "./object-table.js";

/** Who is told of a shared object. */
export class ObjectListeners<L> extends Listeners<L> {
  constructor(logger: Logger) {
    super(logger, "listener of a shared object failed");
  }
}

/** What listeners of things made of entries or elements are told of whole parts. */
interface PartListener<T> {
  updated?(info: ObjectInfo<T>): void;
  removed?(info: ObjectInfo<T>): void;
}

/**
 * Tells of a part that came or went as a whole, and of each change in it by itself: a new part first, one that is gone last.
 * @param tell - tells the listeners of one change
 */
export function tellEachChange<T, C>(
  listeners: Listeners<PartListener<T>>,
  tell: (info: ObjectInfo<T>, change: C) => void,
): ReplicaListener<T, C> {
  return {
    updated: (info, _old, changes) => {
      listeners.tell((listener) => listener.updated?.(info));
      for (const change of changes) tell(info, change);
    },
    changed: tell,
    removed: (info, changes) => {
      for (const change of changes) tell(info, change);
      listeners.tell((listener) => listener.removed?.(info));
    },
  };
}
