import type { BayeuxServer } from "../../core/server/bayeux-server.js";
import { sum } from "./merger.js";
import type { ObjectCloud } from "./object-cloud.js";
import type { ObjectOptionsInput } from "./object-options.js";
import { OortObject } from "./oort-object.js";
import type { SharedObjectParts } from "./shared-object.js";
import { numberValue } from "./value-kind.js";

/**
 * A number to which every node adds its own share; the total is the sum of those of the members. Java's OortLong.
 * @see spec/oort-seti.md section 27
 */
export class OortCounter {
  /** The shares, one a node. */
  readonly object: OortObject<number>;

  /** @throws RangeError for an illegal name; ConfigError naming every option that is wrong */
  constructor(
    cloud: ObjectCloud,
    server: BayeuxServer,
    name: string,
    options: ObjectOptionsInput = {},
    parts: SharedObjectParts = {},
  ) {
    this.object = new OortObject(cloud, server, name, numberValue, options, parts);
  }

  start(): void {
    this.object.start();
  }

  stop(): void {
    this.object.stop();
  }

  /** @returns this node's share, with it. @throws RangeError when that is no integer that JSON and Java carry exactly */
  add(delta: number): number {
    const value = this.object.local + delta;
    if (!Number.isSafeInteger(delta) || !Number.isSafeInteger(value)) throw new RangeError(`cannot add ${delta}`);
    this.object.set(value);
    return value;
  }

  /** The sum of all shares that are known here. */
  get total(): number {
    return this.object.merge(sum);
  }
}
