import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { canonicalJson, copyAsJson } from "./json-value.js";
import { type ElementsChange, ListShape, type ListUpdate } from "./list-shape.js";
import { ObjectListeners, tellEachChange } from "./listeners.js";
import { listUnion } from "./merger.js";
import type { ObjectCloud } from "./object-cloud.js";
import type { ObjectOptionsInput } from "./object-options.js";
import type { ObjectInfo } from "./object-table.js";
import { SharedObject, type SharedObjectParts } from "./shared-object.js";

/** Told of the parts of an OortList, this node's own included; of a part replaced as a whole, what is other than before. */
export interface ListListener<E> {
  /** A part was replaced as a whole; its elements are told after this. */
  updated?(info: ObjectInfo<readonly E[]>): void;
  /** The node has left, or stopped the list; its elements are told before this. */
  removed?(info: ObjectInfo<readonly E[]>): void;
  elementsAdded?(info: ObjectInfo<readonly E[]>, elements: readonly E[]): void;
  elementsRemoved?(info: ObjectInfo<readonly E[]>, elements: readonly E[]): void;
}

/**
 * A list with one part for each node of the cloud; elements are equal by value. On the wire it is Java CometD's.
 * @see spec/oort-seti.md section 25
 */
export class OortList<E> extends SharedObject<E[], ListUpdate<E>, ElementsChange<E>> {
  readonly #listeners: ObjectListeners<ListListener<E>>;

  /** @throws RangeError for an illegal name; ConfigError naming every option that is wrong */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    options: ObjectOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    const listeners = new ObjectListeners<ListListener<E>>(parts.logger ?? server.logger);
    const tell = (info: ObjectInfo<E[]>, { added, removed }: ElementsChange<E>) =>
      listeners.tell((listener) => {
        if (removed.length > 0) listener.elementsRemoved?.(info, removed);
        if (added.length > 0) listener.elementsAdded?.(info, added);
      });
    super(cloud, server, name, new ListShape<E>(), tellEachChange(listeners, tell), options, parts);
    this.#listeners = listeners;
  }

  /** This node's part. It is live: it changes with what is added and removed. */
  get local(): readonly E[] {
    return this.replica.own.value;
  }

  /** The elements of all parts, one part after the other. */
  get merged(): E[] {
    return listUnion(this.infos);
  }

  /** Whether this node's part has the element. */
  contains(element: E): boolean {
    return includes(this.local, element);
  }

  /** Whether any part has it. */
  isPresent(element: E): boolean {
    return this.infos.some(({ value }) => includes(value, element));
  }

  /**
   * Appends to this node's part, here at once and then on all nodes.
   * @throws TypeError for what JSON cannot carry, and for null
   */
  add(...elements: readonly E[]): void {
    this.replica.update({ action: "oort.list.add", elements: copies(elements) });
  }

  /** Takes every occurrence of these elements out of this node's part. @returns whether there was any */
  remove(...elements: readonly E[]): boolean {
    return this.replica.update({ action: "oort.list.remove", elements: copies(elements) }) !== undefined;
  }

  /** Replaces this node's part as a whole. */
  set(elements: Iterable<E>): void {
    this.replica.set(copies([...elements]), undefined);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: ListListener<E>): () => void {
    return this.#listeners.add(listener);
  }
}

function copies<E>(elements: readonly E[]): E[] {
  return elements.map((element) => copyAsJson(element, "an element"));
}

function includes<E>(list: readonly E[], element: E): boolean {
  const wanted = canonicalJson(element);
  return list.some((one) => canonicalJson(one) === wanted);
}
