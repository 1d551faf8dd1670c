import { isDeeperThan } from "../../core/message/codec.js";
import { jsonSize } from "./json-value.js";
import type { ChunkMessage, ItemMessage, PartStamp, WholeMessage } from "./object-message.js";
import type { PartShape } from "./part-shape.js";

/** Bounds on what another node can make this one remember of its part. */
export interface PartLimits {
  readonly maxPartEntries: number;
  readonly maxPartBytes: number;
  readonly maxQueuedUpdates: number;
}

/** What another node says about its own part. */
export type PartStatement = WholeMessage | ChunkMessage | ItemMessage | (PartStamp & { readonly kind: "announce" });

/** What changed: the whole value, with the items that are other than before; or one item of it. */
export type PartChange<T, C> =
  | { readonly kind: "whole"; readonly old: T | undefined; readonly items: readonly C[] }
  | { readonly kind: "item"; readonly change: C };

/**
 * What became of a statement. `news`: taken, though its effect may have to wait for what is missing; `stale`: older than
 * what is known; `malformed`: not a value or update of this object; `refused`: beyond a limit.
 */
export interface Heard<T, C> {
  readonly verdict: "news" | "stale" | "malformed" | "refused";
  readonly changes: readonly PartChange<T, C>[];
  /** An update cannot be applied before the part has come as a whole: it is to be asked for at once. */
  readonly isGap: boolean;
}

interface Assembly {
  readonly version: number;
  readonly count: number;
  readonly texts: Map<number, string>;
  chars: number;
}

/** Most pieces of one value; each costs some memory, however short it is. */
const MAX_CHUNKS = 65_536;

/** Deepest nesting of a value that came in chunks; in one message the codec sees to it. */
const MAX_JSON_DEPTH = 32;

/**
 * What is known of the part of one other node.
 *
 * The owner numbers its updates, whole values and items alike, so all that is needed to never let older news undo newer
 * is the version of the last one applied: what is not above it is old. A whole value may leave versions out; an item
 * must be the very next one, or waits, ordered by version, for a whole value. Nodes of our own kind tell besides in
 * which run of theirs they speak: with a new run all begins anew.
 * @see spec/oort-seti.md sections 23 and 24
 */
export class ObjectPart<T, I, C> {
  readonly #shape: PartShape<T, I, C>;
  readonly #limits: PartLimits;
  #incarnation: number | undefined;
  /** Runs before this one are over. */
  #minIncarnation = 0;
  #value: T | undefined;
  #note: unknown;
  /** About the bytes of the value, or more. */
  #bytes = 0;
  #version = -1;
  /** The highest version heard of; above `#version` while something is missing. */
  #heard = -1;
  readonly #queue = new Map<number, { readonly update: I; readonly bytes: number }>();
  #queuedBytes = 0;
  #assembly: Assembly | undefined;

  constructor(shape: PartShape<T, I, C>, limits: PartLimits) {
    this.#shape = shape;
    this.#limits = limits;
  }

  /** Undefined until the part has come as a whole. */
  get value(): T | undefined {
    return this.#value;
  }

  get note(): unknown {
    return this.#note;
  }

  /** −1 until the part has come as a whole. */
  get version(): number {
    return this.#version;
  }

  /** The highest version that the owner is known to have reached; −1 when it has said nothing. */
  get heardVersion(): number {
    return this.#heard;
  }

  /** Of the run whose news were taken last. */
  get incarnation(): number | undefined {
    return this.#incarnation;
  }

  /** False when there is something that the owner said and that is not in the value. */
  get isComplete(): boolean {
    return this.#version >= this.#heard && this.#version >= 0;
  }

  /** Updates that wait for what is missing before them. */
  get queuedUpdates(): number {
    return this.#queue.size;
  }

  /** What an earlier run said, and still may arrive, is old. */
  startAt(incarnation: number | undefined): void {
    this.#minIncarnation = Math.max(this.#minIncarnation, incarnation ?? 0);
  }

  hear(statement: PartStatement): Heard<T, C> {
    if (this.#isOld(statement)) return STALE;
    if (statement.incarnation !== this.#incarnation) this.#restart(statement.incarnation);
    const isAhead = statement.version > this.#heard;
    const isOld = statement.version <= this.#version;
    switch (statement.kind) {
      case "whole":
        return isOld ? STALE : this.#hearing(isAhead, statement, this.#takeWhole(statement, statement.value));
      case "chunk":
        return isOld ? STALE : this.#takeChunk(statement, isAhead);
      case "item":
        return isOld ? STALE : this.#takeItem(statement);
      case "announce":
        this.#heard = Math.max(this.#heard, statement.version);
        return isAhead ? NEWS : STALE;
    }
  }

  /** Whether it is of a run that is over, or of none while the owner's are known. */
  #isOld({ incarnation }: PartStamp): boolean {
    if (incarnation === undefined) return this.#incarnation !== undefined;
    return incarnation < Math.max(this.#minIncarnation, this.#incarnation ?? 0);
  }

  /** The value stays until the new run has told its own, to be compared with it. */
  #restart(incarnation: number | undefined): void {
    this.#incarnation = incarnation;
    this.#version = -1;
    this.#heard = -1;
    this.#clearQueue();
    this.#assembly = undefined;
  }

  /** Nonsense must not look like a gap, or it would be asked for again and again. */
  #hearing(isAhead: boolean, { version }: PartStamp, heard: Heard<T, C>): Heard<T, C> {
    if (isAhead && heard.verdict !== "malformed") this.#heard = version;
    return heard;
  }

  #takeWhole({ version, note }: Pick<WholeMessage, "version" | "note">, wire: unknown): Heard<T, C> {
    const value = this.#shape.read(wire);
    if (value === undefined) return MALFORMED;
    const bytes = jsonSize(wire) + (note === undefined ? 0 : jsonSize(note));
    const { maxPartEntries, maxPartBytes } = this.#limits;
    if (this.#shape.count(value) > maxPartEntries || bytes > maxPartBytes) return REFUSED;
    const old = this.#value;
    this.#value = value;
    this.#note = note;
    this.#bytes = bytes;
    this.#version = version;
    if (this.#assembly !== undefined && this.#assembly.version <= version) this.#assembly = undefined;
    // Before what waited is applied: it is told by itself.
    const items = this.#shape.difference(old, value);
    return { verdict: "news", changes: [{ kind: "whole", old, items }, ...this.#drain()], isGap: false };
  }

  #takeChunk(chunk: ChunkMessage, isAhead: boolean): Heard<T, C> {
    const { version, count, index, text } = chunk;
    let assembly = this.#assembly;
    if ((assembly?.version ?? 0) > version) return STALE;
    if (count > MAX_CHUNKS) return REFUSED;
    if (assembly === undefined || assembly.version !== version || assembly.count !== count) {
      this.#assembly = assembly = { version, count, texts: new Map(), chars: 0 };
    }
    if (isAhead) this.#heard = version;
    if (!assembly.texts.has(index)) {
      if (assembly.chars + text.length > this.#limits.maxPartBytes) {
        this.#assembly = undefined;
        return REFUSED;
      }
      assembly.texts.set(index, text);
      assembly.chars += text.length;
    }
    if (assembly.texts.size < count) return NEWS;
    this.#assembly = undefined;
    let json = "";
    for (let at = 0; at < count; at += 1) json += assembly.texts.get(at);
    const parsed = parseWhole(json);
    return parsed === undefined ? MALFORMED : this.#takeWhole({ version, note: parsed.note }, parsed.value);
  }

  #takeItem(message: ItemMessage): Heard<T, C> {
    const update = this.#shape.readItem(message.type, message.action, message.object);
    if (update === undefined) return MALFORMED;
    this.#heard = Math.max(this.#heard, message.version);
    const bytes = jsonSize(message.object);
    const { maxQueuedUpdates, maxPartBytes } = this.#limits;
    const isFull = this.#queue.size >= maxQueuedUpdates || this.#queuedBytes + bytes > maxPartBytes;
    // What is left out here shows by `#heard`; a whole value brings it.
    if (isFull && message.version !== this.#version + 1) return { verdict: "refused", changes: [], isGap: true };
    this.#forget(message.version);
    this.#queue.set(message.version, { update, bytes });
    this.#queuedBytes += bytes;
    return { verdict: "news", changes: this.#drain(), isGap: !this.isComplete };
  }

  /** An update waits no more. */
  #forget(version: number): void {
    this.#queuedBytes -= this.#queue.get(version)?.bytes ?? 0;
    this.#queue.delete(version);
  }

  /** Applies what waits and is next. What a whole value has made old is forgotten. */
  #drain(): PartChange<T, C>[] {
    if (this.#queue.size === 0 || this.#version < 0) return [];
    for (const version of this.#queue.keys()) if (version <= this.#version) this.#forget(version);
    const changes: PartChange<T, C>[] = [];
    for (let update = this.#next(); update !== undefined; update = this.#next()) {
      this.#version += 1;
      this.#forget(this.#version);
      const change = this.#shape.apply(this.#value as T, update);
      if (change !== undefined) changes.push({ kind: "item", change });
    }
    return changes;
  }

  /** The next update, if there is room for what it adds. */
  #next(): I | undefined {
    const update = this.#queue.get(this.#version + 1)?.update;
    if (update === undefined) return undefined;
    const value = this.#value as T;
    const { maxPartEntries, maxPartBytes } = this.#limits;
    const { entries, bytes } = this.#shape.cost(value, update);
    if (entries > 0 && this.#shape.count(value) + entries > maxPartEntries) return this.#refuse();
    if (this.#bytes + bytes > maxPartBytes) this.#bytes = jsonSize(this.#shape.write(value));
    if (bytes > 0 && this.#bytes + bytes > maxPartBytes) return this.#refuse();
    this.#bytes += bytes;
    return update;
  }

  /** The part stays as it is, incomplete, until a whole value comes that is within the limits. */
  #refuse(): undefined {
    this.#clearQueue();
  }

  #clearQueue(): void {
    this.#queue.clear();
    this.#queuedBytes = 0;
  }
}

const NEWS = { verdict: "news", changes: [], isGap: false } as const;
const STALE = { verdict: "stale", changes: [], isGap: false } as const;
const MALFORMED = { verdict: "malformed", changes: [], isGap: false } as const;
const REFUSED = { verdict: "refused", changes: [], isGap: false } as const;

/** The text that chunks are cut from. */
export function printWhole(value: unknown, note: unknown): string {
  return JSON.stringify({ value, note });
}

function parseWhole(json: string): { value?: unknown; note?: unknown } | undefined {
  if (isDeeperThan(json, MAX_JSON_DEPTH)) return undefined;
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === "object" && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts a text into pieces of at most `maxChars` UTF-16 units, never within a character. */
export function chunksOf(text: string, maxChars: number): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + maxChars);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last < 0xdc00 && to - from > 1) to -= 1;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}
