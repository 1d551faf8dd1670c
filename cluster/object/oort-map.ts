import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { copyAsJson } from "./json-value.js";
import { ObjectListeners, tellEachChange } from "./listeners.js";
import { type EntryChange, type KeyKind, type MapKey, MapShape, type MapUpdate } from "./map-shape.js";
import { mapUnion } from "./merger.js";
import type { ObjectCloud } from "./object-cloud.js";
import type { ObjectOptionsInput } from "./object-options.js";
import type { ObjectInfo } from "./object-table.js";
import { SharedObject, type SharedObjectParts } from "./shared-object.js";

/**
 * Told of the parts of an OortMap, this node's own included. However a part changed, by an update of an entry or as a
 * whole, each entry that is other than before is told.
 */
export interface MapListener<K extends MapKey, V> {
  /** A part was replaced as a whole; its entries are told after this. */
  updated?(info: ObjectInfo<ReadonlyMap<K, V>>): void;
  /** The node has left, or stopped the map; its entries are told before this. */
  removed?(info: ObjectInfo<ReadonlyMap<K, V>>): void;
  /** @param old - undefined when there was no such entry in the part */
  entryPut?(info: ObjectInfo<ReadonlyMap<K, V>>, key: K, value: V, old: V | undefined): void;
  entryRemoved?(info: ObjectInfo<ReadonlyMap<K, V>>, key: K, old: V): void;
}

export interface MapOptionsInput extends ObjectOptionsInput {
  /** Integers, or strings; the same on all nodes. Default: `string`. */
  readonly keys?: KeyKind;
}

/**
 * A map with one part for each node of the cloud. What one node puts is seen by all; two nodes may have the same key,
 * each with its own value. On the wire it is Java CometD's.
 * @see spec/oort-seti.md section 24
 */
export class OortMap<K extends MapKey, V> extends SharedObject<Map<K, V>, MapUpdate<K, V>, EntryChange<K, V>> {
  readonly #listeners: ObjectListeners<MapListener<K, V>>;
  readonly #shape: MapShape<K, V>;

  /** @throws RangeError for an illegal name; ConfigError naming every option that is wrong */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    { keys = "string", ...options }: MapOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    const listeners = new ObjectListeners<MapListener<K, V>>(parts.logger ?? server.logger);
    const tell = (info: ObjectInfo<Map<K, V>>, { key, old, value }: EntryChange<K, V>) =>
      listeners.tell((listener) => {
        if (value === undefined) listener.entryRemoved?.(info, key, old as V);
        else listener.entryPut?.(info, key, value, old);
      });
    const shape = new MapShape<K, V>(keys);
    super(cloud, server, name, shape, tellEachChange(listeners, tell), options, parts);
    this.#listeners = listeners;
    this.#shape = shape;
  }

  /** This node's part. It is live: it changes with what is put. */
  get local(): ReadonlyMap<K, V> {
    return this.replica.own.value;
  }

  /** All entries of all parts; of one key the value of the node with the later URL. */
  get merged(): Map<K, V> {
    return mapUnion(this.infos);
  }

  /** This node's value. */
  get(key: K): V | undefined {
    return this.local.get(key);
  }

  /** The first value, in the order of URLs. */
  find(key: K): V | undefined {
    return this.findInfo(key)?.value.get(key);
  }

  /** The first part, in the order of URLs, that has the key: says which node that is. */
  findInfo(key: K): ObjectInfo<ReadonlyMap<K, V>> | undefined {
    return this.infos.find((info) => info.value.has(key));
  }

  /**
   * Puts an entry into this node's part, here at once and then on all nodes.
   * @returns the value before
   * @throws TypeError for a key of another kind, for what JSON cannot carry, and for null
   */
  put(key: K, value: V): V | undefined {
    const old = this.local.get(key);
    this.replica.update({ action: "oort.map.put", key: this.#checked(key), value: copyAsJson(value, "a value") });
    return old;
  }

  /** Does nothing when this node's part has the key. @returns the value it has then */
  putIfAbsent(key: K, value: V): V | undefined {
    const old = this.local.get(key);
    const copy = copyAsJson(value, "a value");
    this.replica.update({ action: "oort.map.put.absent", key: this.#checked(key), value: copy });
    return old;
  }

  /** Takes an entry out of this node's part. @returns the value it had */
  remove(key: K): V | undefined {
    const old = this.local.get(key);
    this.replica.update({ action: "oort.map.remove", key: this.#checked(key) });
    return old;
  }

  /** Replaces this node's part as a whole. */
  set(entries: Iterable<readonly [K, V]>): void {
    const copy = new Map<K, V>();
    for (const [key, value] of entries) copy.set(this.#checked(key), copyAsJson(value, "a value"));
    this.replica.set(copy, undefined);
  }

  /** @returns a function that removes the listener again */
  addListener(listener: MapListener<K, V>): () => void {
    return this.#listeners.add(listener);
  }

  #checked(key: K): K {
    if (this.#shape.isKey(key)) return key;
    throw new TypeError(`not a key of this map: ${String(key)}`);
  }
}
