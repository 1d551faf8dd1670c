import type { HistoryOptions } from "../namespaces/namespace-options.js";

/** One message that is kept. */
export interface KeptMessage {
  readonly channel: string;
  /** `data` and, if there is any, `ext`, as a JSON object: the same text at every node. */
  readonly json: string;
  /** When this node, or the one it was copied from, took it; by that node's clock. */
  readonly atMs: number;
}

interface Entry extends KeptMessage {
  /** Its place among all that were ever put in. */
  readonly place: number;
  readonly hash: number;
  isKept: boolean;
  /** It came from another node's log, and may still be on its way here by itself. */
  isAwaited: boolean;
}

/** How long a message may take over a link after another node had it in its log. */
const ON_ITS_WAY_MS = 10_000;
/** Beside its text: the entry, its places in two lists. */
const ENTRY_BYTES = 128;

/**
 * The latest messages of the channels of one namespace, bounded by number (of each channel), by age, and by bytes (of all
 * together). Pure but for the time, which is handed in.
 */
export class HistoryLog {
  readonly #options: HistoryOptions;
  /** All that are kept, in order, among others that are not any more. */
  #entries: Entry[] = [];
  /** None before this place is kept. */
  #first = 0;
  #gone = 0;
  readonly #byChannel = new Map<string, Entry[]>();
  #bytes = 0;
  #awaitedUntilMs = 0;
  #places = 0;
  #rebuilt = 0;
  #hash = 0;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#entries.length - this.#gone;
  }

  /** Text and what goes with it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The same for logs that keep the same messages, in whatever order. */
  get digest(): string {
    return `${this.size}.${this.#hash}`;
  }

  /** Changes when places do. */
  get generation(): number {
    return this.#rebuilt;
  }

  add(channel: string, json: string, nowMs: number): void {
    if (nowMs < this.#awaitedUntilMs && this.#arrives(channel, json)) return;
    this.#push({ channel, json, atMs: nowMs, hash: hashOf(channel, json), isAwaited: false });
    this.#trim(nowMs);
  }

  /**
   * The latest messages, oldest first.
   * @param takes - of which channels
   * @param count - no more than this
   */
  latest(takes: (channel: string) => boolean, count: number, nowMs: number): KeptMessage[] {
    this.#trim(nowMs);
    const found: KeptMessage[] = [];
    for (let index = this.#entries.length - 1; index >= this.#first && found.length < count; index -= 1) {
      const entry = this.#entries[index]!;
      if (entry.isKept && takes(entry.channel)) found.push(entry);
    }
    return found.reverse();
  }

  /** The latest messages of one channel, oldest first. */
  latestOf(channel: string, count: number, nowMs: number): readonly KeptMessage[] {
    this.#trim(nowMs);
    return (this.#byChannel.get(channel) ?? []).slice(-count);
  }

  /** What is kept, in order, behind a place; with the place of each. */
  *after(place: number): Iterable<KeptMessage & { readonly place: number }> {
    for (const entry of this.#entries) if (entry.isKept && entry.place > place) yield entry;
  }

  /**
   * Takes in what another node keeps and this one missed. Two messages of a channel that are the same to the byte are one
   * message that both nodes saw, as far as there is one on either side.
   * @returns messages that were missing
   */
  merge(others: Iterable<KeptMessage>, nowMs: number): number {
    const own = new Map<string, number>();
    for (const { channel, json } of this.after(0)) count(own, `${channel} ${json}`, 1);
    const missing: KeptMessage[] = [];
    for (const other of others) {
      const key = `${other.channel} ${other.json}`;
      if ((own.get(key) ?? 0) > 0) count(own, key, -1);
      else missing.push(other);
    }
    if (missing.length > 0) this.#rebuild(missing, nowMs);
    return missing.length;
  }

  #rebuild(missing: readonly KeptMessage[], nowMs: number): void {
    const awaited = missing.map(({ channel, json, atMs }) => ({
      channel,
      json,
      atMs: Math.min(atMs, nowMs), // clocks differ, and nothing is of the future
      hash: hashOf(channel, json),
      isAwaited: nowMs - atMs < ON_ITS_WAY_MS,
    }));
    if (awaited.some(({ isAwaited }) => isAwaited)) this.#awaitedUntilMs = nowMs + ON_ITS_WAY_MS;
    const all = [...this.#entries.filter(({ isKept }) => isKept), ...awaited].sort((a, b) => a.atMs - b.atMs);
    this.#rebuilt += 1;
    this.#entries = [];
    this.#first = 0;
    this.#gone = 0;
    this.#bytes = 0;
    this.#hash = 0;
    this.#byChannel.clear();
    for (const entry of all) this.#push(entry);
    this.#trim(nowMs);
  }

  /** A message that was copied before it came by itself is there already. */
  #arrives(channel: string, json: string): boolean {
    const entry = this.#byChannel.get(channel)?.find((one) => one.isAwaited && one.json === json);
    if (entry === undefined) return false;
    entry.isAwaited = false;
    return true;
  }

  #push({ channel, json, atMs, hash, isAwaited }: Omit<Entry, "place" | "isKept">): void {
    this.#places += 1;
    const entry: Entry = { channel, json, atMs, hash, isAwaited, place: this.#places, isKept: true };
    const ofChannel = this.#byChannel.get(entry.channel) ?? [];
    this.#byChannel.set(entry.channel, ofChannel);
    ofChannel.push(entry);
    this.#entries.push(entry);
    this.#bytes += bytesOf(entry);
    this.#hash = (this.#hash + entry.hash) >>> 0;
    if (ofChannel.length > this.#options.messages) this.#drop(ofChannel[0]!);
  }

  #trim(nowMs: number): void {
    const { maxAgeMs, maxBytes } = this.#options;
    for (; this.#first < this.#entries.length; this.#first += 1) {
      const entry = this.#entries[this.#first]!;
      if (!entry.isKept) continue;
      if (this.#bytes <= maxBytes && nowMs - entry.atMs <= maxAgeMs) break;
      this.#drop(entry);
    }
    // Where half of all are gone, the list is made anew: seldom, for what it costs.
    if (this.#gone > 1_024 && this.#gone * 2 > this.#entries.length) {
      this.#entries = this.#entries.filter(({ isKept }) => isKept);
      this.#first = 0;
      this.#gone = 0;
    }
  }

  #drop(entry: Entry): void {
    entry.isKept = false;
    this.#gone += 1;
    this.#bytes -= bytesOf(entry);
    this.#hash = (this.#hash - entry.hash) >>> 0;
    const ofChannel = this.#byChannel.get(entry.channel)!;
    ofChannel.shift(); // the oldest of all, or of its channel, is the first of its channel
    if (ofChannel.length === 0) this.#byChannel.delete(entry.channel);
  }
}

function bytesOf({ channel, json }: KeptMessage): number {
  return ENTRY_BYTES + channel.length + json.length;
}

function count(counts: Map<string, number>, key: string, change: number): void {
  counts.set(key, (counts.get(key) ?? 0) + change);
}

/** FNV-1a of the UTF-16 units. */
function hashOf(channel: string, json: string): number {
  return hashOn(hashOn(0x811c9dc5, channel), json) >>> 0;
}

function hashOn(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}
