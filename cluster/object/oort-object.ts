import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { canonicalJson, copyAsJson } from "./json-value.js";
import { ObjectListeners } from "./listeners.js";
import type { ObjectCloud } from "./object-cloud.js";
import type { ObjectOptionsInput } from "./object-options.js";
import type { ObjectInfo } from "./object-table.js";
import { ValueShape } from "./part-shape.js";
import { SharedObject, type SharedObjectParts } from "./shared-object.js";
import type { ValueKind } from "./value-kind.js";

/** Told of the parts of an OortObject, this node's own included. */
export interface ObjectListener<T> {
  /** @param old - undefined when the part was not known before */
  updated?(info: ObjectInfo<T>, old: T | undefined): void;
  /** The node has left, or stopped the object. @param info - as it was last */
  removed?(info: ObjectInfo<T>): void;
}

/**
 * A value with one part for each node of the cloud, replaced as a whole. On the wire it is Java CometD's.
 * @see spec/oort-seti.md section 23
 */
export class OortObject<T> extends SharedObject<T, never, never> {
  readonly #listeners: ObjectListeners<ObjectListener<T>>;

  /** @throws RangeError for an illegal name; ConfigError naming every option that is wrong */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    kind: ValueKind<T>,
    options: ObjectOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    const listeners = new ObjectListeners<ObjectListener<T>>(parts.logger ?? server.logger);
    super(
      cloud,
      server,
      name,
      new ValueShape(kind.empty, kind.read),
      {
        updated: (info, old) => listeners.tell((listener) => listener.updated?.(info, old)),
        changed: () => {},
        removed: (info) => listeners.tell((listener) => listener.removed?.(info)),
      },
      options,
      parts,
    );
    this.#listeners = listeners;
  }

  /** This node's part. */
  get local(): T {
    return this.replica.own.value;
  }

  /**
   * Replaces this node's part, here at once and then on all nodes.
   * @param note - goes with it, for nodes of our own kind only
   * @returns the part as it was
   * @throws TypeError for what JSON cannot carry, and for null
   */
  set(value: T, note?: unknown): T {
    return this.replica.set(copyAsJson(value, "a part"), note === undefined ? undefined : copyAsJson(note, "a note"));
  }

  /** The first part, in the order of URLs, that has this value. */
  find(value: T): ObjectInfo<T> | undefined {
    const wanted = canonicalJson(value);
    return this.infos.find((info) => canonicalJson(info.value) === wanted);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: ObjectListener<T>): () => void {
    return this.#listeners.add(listener);
  }
}
