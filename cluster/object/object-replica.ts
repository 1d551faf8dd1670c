import type { Clock, Timer } from "../../core/clock.js";
import type { Logger } from "../../core/logger.js";
import { jsonSize } from "./json-value.js";
import { type ObjectMessage, readObjectMessage, type StopMessage, type WholeMessage } from "./object-message.js";
import type { ObjectOptions } from "./object-options.js";
import { chunksOf, type PartChange, type PartStatement, printWhole } from "./object-part.js";
import type { ObjectStats } from "./object-stats.js";
import { type ObjectInfo, ObjectTable } from "./object-table.js";
import type { PartShape } from "./part-shape.js";
import { PullSchedule } from "./pull-schedule.js";

/** The ways messages leave, and what is to be known of other nodes. */
export interface ReplicaOutlet {
  /**
   * To every node that wants this object, on the path that keeps the order of updates.
   * @param message - undefined: Java nodes get nothing
   * @param toOwnKind - what nodes of our own kind get instead
   */
  share(message: ObjectMessage | undefined, toOwnKind: ObjectMessage): void;
  /** To one node, over the OortComet for it. @returns whether it was taken; never rejects */
  send(url: string, message: ObjectMessage): Promise<boolean>;
  isOwnKind(url: string): boolean;
}

/** Told of what changes, in order, also when a listener changes something itself. */
export interface ReplicaListener<T, C> {
  updated(info: ObjectInfo<T>, old: T | undefined, changes: readonly C[]): void;
  changed(info: ObjectInfo<T>, change: C): void;
  removed(info: ObjectInfo<T>, changes: readonly C[]): void;
}

export interface ReplicaParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly stats: ObjectStats;
  readonly options: ObjectOptions;
}

/** A member that says nothing at all about this object is asked so often: perhaps it has no such object. */
const MAX_VAIN_PULLS = 5;

/**
 * One node's copy of a shared object: keeps the table of parts in step with those of the other nodes. Knows no channels
 * and no sessions: these are the driver's.
 * @see spec/oort-seti.md section 23
 */
export class ObjectReplica<T, I, C> {
  readonly name: string;
  readonly #ownUrl: string;
  readonly #shape: PartShape<T, I, C>;
  readonly #table: ObjectTable<T, I, C>;
  readonly #outlet: ReplicaOutlet;
  readonly #listener: ReplicaListener<T, C>;
  readonly #parts: ReplicaParts;
  readonly #pulls: PullSchedule;
  /** Nodes that are being sent a part in chunks, and what ends that. */
  readonly #transfers = new Map<string, { isOver: boolean }>();
  #incarnation: number | undefined;
  #announcing: Timer | undefined;
  #news: (() => void)[] | undefined;
  #outbox: (() => void)[] | undefined;

  constructor(
    name: string,
    ownUrl: string,
    shape: PartShape<T, I, C>,
    own: T,
    outlet: ReplicaOutlet,
    listener: ReplicaListener<T, C>,
    parts: ReplicaParts,
  ) {
    const { options, clock } = parts;
    this.name = name;
    this.#ownUrl = ownUrl;
    this.#shape = shape;
    this.#table = new ObjectTable(ownUrl, shape, own, options);
    this.#outlet = outlet;
    this.#listener = listener;
    this.#parts = parts;
    this.#pulls = new PullSchedule(
      clock,
      {
        isWanted: (url, asked) => this.#table.isMissing(url) && (this.#table.isKnown(url) || asked < MAX_VAIN_PULLS),
        pull: (url) => {
          parts.stats.pulls += 1;
          this.#send(url, { kind: "pull", url: this.#ownUrl });
        },
      },
      { minDelayMs: options.minPullDelayMs, maxDelayMs: options.maxPullDelayMs },
    );
  }

  get isRunning(): boolean {
    return this.#incarnation !== undefined;
  }

  get own(): ObjectInfo<T> {
    return this.#table.own;
  }

  info(url: string): ObjectInfo<T> | undefined {
    return this.#table.info(url);
  }

  /** In the order of their URLs. */
  infos(): ObjectInfo<T>[] {
    return this.#table.infos();
  }

  /** Whether all that the members are known to have said is here. */
  get isComplete(): boolean {
    return [...this.#table.members].every((url) => !this.#table.isMissing(url) || !this.#table.isKnown(url));
  }

  /** @param incarnation - higher than that of any earlier run of this object at this node */
  start(incarnation: number): void {
    this.#incarnation = incarnation;
    this.#announceLater();
  }

  /** Says goodbye, and forgets the parts of the others without a word. */
  stop(): void {
    if (this.#incarnation === undefined) return;
    this.#announcing?.cancel();
    this.#pulls.stop();
    for (const transfer of this.#transfers.values()) transfer.isOver = true;
    this.#transfers.clear();
    this.#share(undefined, { kind: "stop", ...this.#stamp() });
    this.#incarnation = undefined;
    for (const url of [...this.#table.members]) this.#table.left(url);
  }

  // --- This node's part ------------------------------------------------------------------------------------------

  /** @returns the value before */
  set(value: T, note: unknown): T {
    const old = this.#table.setOwn(value, note);
    this.#parts.stats.updates += 1;
    if (this.isRunning) {
      const whole = this.#whole();
      this.#share(whole, this.#isLarge(whole) ? this.#announcement() : whole);
    }
    const changes = this.#shape.difference(old, value);
    this.#tell(() => this.#listener.updated(this.#table.own, old, changes));
    return old;
  }

  /** @returns what changed, if anything */
  update(update: I): C | undefined {
    const change = this.#table.updateOwn(update);
    this.#parts.stats.updates += 1;
    if (this.isRunning) {
      const item: ObjectMessage = { kind: "item", ...this.#stamp(), ...this.#shape.writeItem(update) };
      this.#share(item, jsonSize(item.object) > this.#parts.options.chunkChars ? this.#announcement() : item);
    }
    if (change !== undefined) this.#tell(() => this.#listener.changed(this.#table.own, change));
    return change;
  }

  /** What a node gets when it subscribes to the object's channel. */
  welcome(isOwnKind: boolean): ObjectMessage {
    const whole = this.#whole();
    return isOwnKind && this.#isLarge(whole) ? this.#announcement() : whole;
  }

  // --- The other nodes -------------------------------------------------------------------------------------------

  joined(url: string, incarnation: number | undefined): void {
    if (!this.isRunning || url === this.#ownUrl) return;
    this.#table.joined(url, incarnation);
    this.#introduce(url, undefined);
    this.#pulls.soon(url);
  }

  /**
   * Something that a member published may be lost. Our own kind tells its version every so often, so that this shows by
   * itself; a Java node does not.
   */
  gap(url: string): void {
    if (this.isRunning && this.#table.isMember(url) && !this.#outlet.isOwnKind(url)) this.#pulls.now(url);
  }

  left(url: string): void {
    this.#pulls.done(url);
    this.#endTransfer(url);
    this.#removed(this.#table.left(url));
  }

  /**
   * Takes any message about this object from another node.
   * @param from - the node whose session it came on; undefined when it came by subscription, from a node not known
   */
  heard(data: unknown, from: string | undefined): void {
    if (!this.isRunning) return;
    const { stats, logger } = this.#parts;
    stats.messagesIn += 1;
    const message = readObjectMessage(data, this.name);
    if (message === undefined) {
      stats.malformed += 1;
      logger.debug({ object: this.name, from }, "malformed message of a shared object ignored");
    } else if (message.url === this.#ownUrl || (from !== undefined && from !== message.url)) {
      stats.forged += 1;
      logger.warn({ object: this.name, from, url: message.url }, "a node spoke for another: ignored");
    } else if (message.kind === "pull") {
      if (from !== undefined || this.#table.isMember(message.url)) this.#push(message.url);
    } else if (message.kind === "stop") {
      this.#stopped(message);
    } else {
      this.#take(message);
    }
  }

  #stopped(message: StopMessage): void {
    this.#pulls.done(message.url);
    this.#removed(this.#table.stopped(message));
  }

  #take(statement: PartStatement): void {
    const { stats, logger } = this.#parts;
    const { url } = statement;
    const isFirst = this.#table.info(url) === undefined;
    const heard = this.#table.hear(statement);
    if (heard.verdict === "stranger") {
      stats.stale += 1; // no member yet, or no more: what it has to say comes with its join
      return;
    }
    if (heard.verdict === "stale") stats.stale += 1;
    else if (heard.verdict !== "news") {
      stats[heard.verdict] += 1;
      logger.warn({ object: this.name, peer: url, why: heard.verdict }, "news of a shared object was not taken");
    }
    if (!this.#table.isMissing(url)) this.#pulls.done(url);
    else if (heard.isGap) this.#pulls.now(url);
    else {
      if (statement.kind === "chunk" && heard.verdict === "news") this.#pulls.progress(url);
      this.#pulls.soon(url);
    }
    if (statement.kind === "whole") this.#answer(statement, isFirst && heard.changes.length > 0);
    this.#tellChanges(url, heard.changes);
  }

  /** A push that answers nothing draws exactly one answer; and who was not known may not know us (section 23). */
  #answer({ url, isPush, peer }: WholeMessage, isFirst: boolean): void {
    if (peer !== this.#ownUrl && (isPush || isFirst)) this.#introduce(url, url);
  }

  // --- Sending ---------------------------------------------------------------------------------------------------

  /** Tells a node our part. @param peer - the same node, when it is an answer */
  #introduce(url: string, peer: string | undefined): void {
    const whole = { ...this.#whole(), isPush: true, peer };
    if (this.#outlet.isOwnKind(url) && this.#isLarge(whole)) return this.#send(url, this.#announcement());
    const { stats, logger } = this.#parts;
    stats.pushes += 1;
    void this.#outlet.send(url, whole).then((taken) => {
      if (taken) return;
      const text = "a node did not take our part: its link is lost, or the part is too large for it";
      logger.warn({ object: this.name, peer: url, aboutBytes: jsonSize(whole.value) }, text);
    });
  }

  /** Answers a pull. */
  #push(url: string): void {
    const whole = this.#whole();
    if (!this.#outlet.isOwnKind(url) || !this.#isLarge(whole)) return this.#introduce(url, url);
    if (this.#transfers.has(url)) return; // it is under way
    const transfer = { isOver: false };
    this.#transfers.set(url, transfer);
    this.#parts.stats.pushes += 1;
    void this.#sendChunks(url, printWhole(whole.value, whole.note), transfer).finally(() => {
      if (this.#transfers.get(url) === transfer) this.#transfers.delete(url);
    });
  }

  /** One after the other: a slow link is not flooded, and other messages get between. */
  async #sendChunks(url: string, text: string, transfer: { isOver: boolean }): Promise<void> {
    const stamp = this.#stamp();
    const texts = chunksOf(text, this.#parts.options.chunkChars);
    for (const [index, piece] of texts.entries()) {
      this.#parts.stats.chunksOut += 1;
      const taken = await this.#outlet.send(url, { kind: "chunk", ...stamp, text: piece, index, count: texts.length });
      if (!taken || transfer.isOver) return; // whoever asked asks again
    }
  }

  #endTransfer(url: string): void {
    const transfer = this.#transfers.get(url);
    if (transfer === undefined) return;
    transfer.isOver = true;
    this.#transfers.delete(url);
  }

  #send(url: string, message: ObjectMessage): void {
    void this.#outlet.send(url, message);
  }

  /** Publications leave in the order of their versions, also when a subscriber here makes the next update at once. */
  #share(message: ObjectMessage | undefined, toOwnKind: ObjectMessage): void {
    const send = () => this.#outlet.share(message, toOwnKind);
    if (this.#outbox !== undefined) return void this.#outbox.push(send);
    this.#outbox = [send];
    try {
      for (const next of this.#outbox) next();
    } finally {
      this.#outbox = undefined;
    }
  }

  #announceLater(): void {
    const { clock, options } = this.#parts;
    this.#announcing = clock.schedule(options.announceIntervalMs, () => {
      this.#share(undefined, this.#announcement());
      this.#announceLater();
    });
  }

  #announcement(): ObjectMessage {
    return { kind: "announce", ...this.#stamp() };
  }

  #whole(): WholeMessage {
    const { value, note } = this.#table.own;
    const wire = this.#shape.write(value);
    return { kind: "whole", ...this.#stamp(), value: wire, note, isPush: false, peer: undefined };
  }

  #isLarge({ value, note }: WholeMessage): boolean {
    return jsonSize(value) + (note === undefined ? 0 : jsonSize(note)) > this.#parts.options.chunkChars;
  }

  #stamp() {
    return { url: this.#ownUrl, version: this.#table.own.version, incarnation: this.#incarnation };
  }

  // --- Telling ---------------------------------------------------------------------------------------------------

  #tellChanges(url: string, changes: readonly PartChange<T, C>[]): void {
    for (const change of changes) {
      const info = this.#table.info(url);
      if (info === undefined) return;
      if (change.kind === "item") this.#tell(() => this.#listener.changed(info, change.change));
      else this.#tell(() => this.#listener.updated(info, change.old, change.items));
    }
  }

  #removed(info: ObjectInfo<T> | undefined): void {
    if (info === undefined) return;
    const changes = this.#shape.difference(info.value, undefined);
    this.#tell(() => this.#listener.removed(info, changes));
  }

  #tell(news: () => void): void {
    if (this.#news !== undefined) return void this.#news.push(news);
    this.#news = [news];
    try {
      for (const next of this.#news) next();
    } finally {
      this.#news = undefined;
    }
  }
}
