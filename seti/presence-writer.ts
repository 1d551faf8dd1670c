import type { PresenceStream } from "./presence-stream.js";
import type { PresenceStatement, Stamp } from "./seti-message.js";
import { markUsers } from "./user-marks.js";

const MIN_MARKED_USERS = 20;

/** Puts what a stream has to say into statements: changes, what changed since a version, full sets, or only how far it is. */
export class PresenceWriter {
  /** The run that speaks. */
  incarnation = 0;
  readonly #ownNode: string;
  readonly #chunkUsers: number;
  readonly #sharded: boolean | undefined;
  readonly #minMarkedUsers: number;

  /** @param minMarkedUsers - as many users of a statement, or more, are named by marks where the reader is likely to know them */
  constructor(ownNode: string, chunkUsers: number, isSharded: boolean, minMarkedUsers = MIN_MARKED_USERS) {
    this.#minMarkedUsers = minMarkedUsers;
    this.#ownNode = ownNode;
    this.#chunkUsers = chunkUsers;
    this.#sharded = isSharded || undefined;
  }

  /** The stream's last change. @param areKnown - the reader has heard of these users before */
  change(
    stream: PresenceStream,
    users: readonly string[],
    present: boolean,
    { moved = false, areKnown = false } = {},
  ): PresenceStatement {
    const fields = { present, moved: moved || undefined };
    return areKnown ? this.#sayMarked(stream, users, fields) : this.#say(stream, users, fields);
  }

  /**
   * How far the stream is, with no users: Java adds nobody, and our own kind sees whether something is missing.
   * @param have - what is known here of the reader's own statements, so that it sends the rest
   */
  announcement(stream: PresenceStream, have?: Stamp): PresenceStatement {
    return this.#say(stream, [], { digest: stream.digest, have });
  }

  /** Nobody is in it, and it replaces nothing: all it does is to draw the other's full set. */
  request(stream: PresenceStream): PresenceStatement {
    return this.#say(stream, [], { alive: true });
  }

  /** The end of the stream: an empty full set that wants no answer (spec section 20.4). */
  goodbye(stream: PresenceStream): PresenceStatement {
    return this.#say(stream, [], { replace: true, alive: false });
  }

  /** @param wantsAnswer - asks, once a set, for the reader's set in return */
  wholeSet(stream: PresenceStream, wantsAnswer: boolean): PresenceStatement {
    return this.#say(stream, [...stream.users], { replace: true, alive: wantsAnswer ? true : undefined });
  }

  /** For our own kind. A Java node would take each chunk for what it is by `replace` alone, but only all in order. */
  chunkedSet(stream: PresenceStream): PresenceStatement[] {
    const chunks = this.#chunksOf([...stream.users]);
    if (chunks.length <= 1) return [this.wholeSet(stream, false)];
    return chunks.map((users, index) =>
      this.#say(stream, users, { replace: index === 0, chunk: { index, count: chunks.length } }),
    );
  }

  /**
   * What who knows everything up to a version lacks; the full set where that is not known any more. Who went was known
   * there, and who came has mostly come from another node: marks will do, and who is new is asked for.
   */
  missingSince(stream: PresenceStream, since: number): PresenceStatement[] {
    const changes = stream.changesSince(since);
    if (changes === undefined) return this.chunkedSet(stream);
    const parts = [
      ...this.#chunksOf(changes.removed).map((users) => ({ users, present: false })),
      ...this.#chunksOf(changes.added).map((users) => ({ users, present: true })),
    ];
    return parts.map(({ users, present }, index) =>
      this.#sayMarked(stream, users, { present, since, chunk: { index, count: parts.length } }),
    );
  }

  #sayMarked(stream: PresenceStream, users: readonly string[], fields: Partial<PresenceStatement>): PresenceStatement {
    if (users.length < this.#minMarkedUsers) return this.#say(stream, users, fields);
    return this.#say(stream, [], { ...fields, marked: markUsers(users) });
  }

  #chunksOf(users: readonly string[]): string[][] {
    const count = Math.ceil(users.length / this.#chunkUsers);
    return Array.from({ length: count }, (_, index) =>
      users.slice(index * this.#chunkUsers, (index + 1) * this.#chunkUsers),
    );
  }

  #say(stream: PresenceStream, userIds: readonly string[], fields: Partial<PresenceStatement>): PresenceStatement {
    const stamp: Stamp = { incarnation: this.incarnation, version: stream.version };
    const plain = { present: true, replace: false, alive: undefined, chunk: undefined };
    return { ...plain, ...fields, node: this.#ownNode, userIds, stamp, sharded: this.#sharded };
  }
}
