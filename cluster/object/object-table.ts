import type { PartStamp } from "./object-message.js";
import { type Heard, ObjectPart, type PartLimits, type PartStatement } from "./object-part.js";
import type { PartShape } from "./part-shape.js";

/** One part of a shared object: what one node says of it. */
export interface ObjectInfo<T> {
  /** The oortURL of the node whose part it is. */
  readonly url: string;
  readonly isLocal: boolean;
  readonly value: T;
  /** Counts the updates of the owner's present run. */
  readonly version: number;
  /** What went with the value for nodes of our own kind; undefined mostly. */
  readonly note: unknown;
}

const STRANGER = { verdict: "stranger", changes: [], isGap: false } as const;

/**
 * The parts of one shared object: this node's own, and those of the members of the cloud. A node that is no member has
 * no part, so that none is left behind. Pure: no time, no chance, no I/O.
 */
export class ObjectTable<T, I, C> {
  readonly #ownUrl: string;
  readonly #shape: PartShape<T, I, C>;
  readonly #limits: PartLimits;
  readonly #members = new Map<string, ObjectPart<T, I, C>>();
  #own: T;
  #ownNote: unknown;
  #ownVersion = 0;

  /** @param own - this node's part as it begins */
  constructor(ownUrl: string, shape: PartShape<T, I, C>, own: T, limits: PartLimits) {
    this.#ownUrl = ownUrl;
    this.#shape = shape;
    this.#own = own;
    this.#limits = limits;
  }

  // --- This node -------------------------------------------------------------------------------------------------

  get own(): ObjectInfo<T> {
    return { url: this.#ownUrl, isLocal: true, value: this.#own, version: this.#ownVersion, note: this.#ownNote };
  }

  /** @returns the value before */
  setOwn(value: T, note: unknown): T {
    const old = this.#own;
    this.#own = value;
    this.#ownNote = note;
    this.#ownVersion += 1;
    return old;
  }

  /** @returns what changed, if anything; the version counts in any case, as in Java */
  updateOwn(update: I): C | undefined {
    this.#ownVersion += 1;
    return this.#shape.apply(this.#own, update);
  }

  // --- The members -----------------------------------------------------------------------------------------------

  /** A node became a member; nothing is known of its part yet. */
  joined(url: string, incarnation: number | undefined): void {
    if (url === this.#ownUrl || this.#members.has(url)) return;
    const part = new ObjectPart(this.#shape, this.#limits);
    part.startAt(incarnation);
    this.#members.set(url, part);
  }

  /** A member is gone, and its part with it. @returns the part, if it was known */
  left(url: string): ObjectInfo<T> | undefined {
    const info = this.info(url);
    if (url !== this.#ownUrl) this.#members.delete(url);
    return url === this.#ownUrl ? undefined : info;
  }

  /** The object stops at a node that goes on to be a member. @returns the part, if it was known and this is no old news */
  stopped({ url, incarnation }: PartStamp): ObjectInfo<T> | undefined {
    const part = this.#members.get(url);
    if (part === undefined || incarnation === undefined || part.incarnation !== incarnation) return undefined;
    const info = this.left(url);
    this.joined(url, incarnation + 1);
    return info;
  }

  isMember(url: string): boolean {
    return this.#members.has(url);
  }

  get members(): Iterable<string> {
    return this.#members.keys();
  }

  /** What a node says about its own part. */
  hear(statement: PartStatement): Heard<T, C> | typeof STRANGER {
    return this.#members.get(statement.url)?.hear(statement) ?? STRANGER;
  }

  /** Whether the member said something that has not arrived, or has said nothing at all. */
  isMissing(url: string): boolean {
    return this.#members.get(url)?.isComplete === false;
  }

  /** Whether the member has ever been heard of in this object. */
  isKnown(url: string): boolean {
    return (this.#members.get(url)?.heardVersion ?? -1) >= 0;
  }

  // --- All parts -------------------------------------------------------------------------------------------------

  info(url: string): ObjectInfo<T> | undefined {
    if (url === this.#ownUrl) return this.own;
    const part = this.#members.get(url);
    if (part?.value === undefined) return undefined;
    const { value, version, note } = part;
    return { url, isLocal: false, value, version, note };
  }

  /** In the order of their URLs: the same on every node that knows the same parts. */
  infos(): ObjectInfo<T>[] {
    const urls = [this.#ownUrl, ...this.#members.keys()].sort();
    return urls.flatMap((url) => this.info(url) ?? []);
  }
}
