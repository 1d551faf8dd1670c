import type { Awaitable } from "../core/awaitable.js";
import { BayeuxError } from "../core/message/bayeux-error.js";
import { ensureExt, isObject, type Message } from "../core/message/message.js";
import type { ServerSession } from "../core/session/server-session.js";
import type { PresenceChange, PresenceNotice, PresenceWatch, WatchList } from "./presence-watch.js";
import { userIdProblem } from "./user-id.js";

export const PRESENCE_CHANNEL = "/service/presence";

/** Whether a client may watch a user. */
export type PresencePolicy = (session: ServerSession, user: string) => Awaitable<boolean>;

export interface UserPresenceParts {
  readonly watch: PresenceWatch;
  readonly options: { readonly maxWatches: number; readonly maxUserIdBytes: number };
  /** The app's; undefined lets every client watch everybody. */
  policy(): PresencePolicy | undefined;
  /** Gives a session a message. */
  deliver(session: ServerSession, channel: string, data: unknown): void;
}

/** One of the two lists of a session. */
interface Part {
  readonly list: WatchList;
  /** Users whose state is not known yet, and not told before it is. */
  readonly pending: Set<string>;
}

/** What one session watches. */
interface Watching {
  /** Users it is told about one by one. */
  readonly listed: Part;
  /** Users it is told the number of. */
  readonly counted: Part;
  readonly forget: () => void;
}

interface Request {
  readonly wanted: Set<string>;
  readonly unwanted: Set<string>;
  readonly counts: boolean;
}

/** `/service/presence`: tells clients where users are, and how many of them are there (DESIGN section 2). */
export class UserPresence {
  readonly #parts: UserPresenceParts;
  readonly #sessions = new Map<ServerSession, Watching>();

  constructor(parts: UserPresenceParts) {
    this.#parts = parts;
  }

  /** Sessions that watch somebody. */
  get sessionCount(): number {
    return this.#sessions.size;
  }

  /** Answers one message. @throws BayeuxError 400 for a wrong field, 403 beyond the limit or the client's rights */
  handle(session: ServerSession, message: Message, reply: Message): void | Promise<void> {
    const request = this.#read(message.data);
    this.#mustHaveRoom(session, request);
    const policy = this.#parts.policy();
    if (policy === undefined || request.wanted.size === 0) return this.#take(session, request);
    const users = [...request.wanted];
    const verdicts = users.map((user) => policy(session, user));
    if (!verdicts.some((verdict) => verdict instanceof Promise)) {
      return this.#decided(session, request, users, verdicts as boolean[], reply);
    }
    return Promise.all(verdicts).then((all) => {
      this.#mustHaveRoom(session, request); // others may have been decided meanwhile
      return this.#decided(session, request, users, all, reply);
    });
  }

  /** Ends every watch. */
  close(): void {
    for (const session of [...this.#sessions.keys()]) this.#forget(session);
  }

  #decided(
    session: ServerSession,
    request: Request,
    users: readonly string[],
    verdicts: readonly boolean[],
    reply: Message,
  ): void | Promise<void> {
    const refused = users.filter((_, index) => verdicts[index] !== true);
    if (refused.length === 0) return this.#take(session, request);
    ensureExt(reply).presence = { refused };
    throw new BayeuxError(403, ["watch"], "watch names users that this client may not watch");
  }

  /** @returns a promise where it must first be asked where the users are */
  #take(session: ServerSession, { wanted, unwanted, counts }: Request): void | Promise<void> {
    if (session.hasEnded) return;
    const watching = this.#sessions.get(session) ?? this.#begin(session);
    const part = counts ? watching.counted : watching.listed;
    part.list.remove(unwanted);
    part.list.add(wanted);
    const tell = (): void => {
      for (const user of wanted) part.pending.delete(user);
      if (counts) this.#tellCount(session, part.list);
      else
        this.#tell(
          session,
          part.list.present().filter(({ user }) => wanted.has(user)),
        );
      if (watching.listed.list.users.size + watching.counted.list.users.size === 0) this.#forget(session);
    };
    const located = this.#parts.watch.whenLocated(wanted);
    if (located === undefined) return tell();
    for (const user of wanted) part.pending.add(user);
    return located.then(tell);
  }

  #begin(session: ServerSession): Watching {
    const listed = this.#part((changes) => this.#tell(session, changes));
    const counted = this.#part(() => this.#tellCount(session, counted.list));
    const watching = { listed, counted, forget: session.onRemoved(() => this.#forget(session)) };
    this.#sessions.set(session, watching);
    return watching;
  }

  #part(notice: PresenceNotice): Part {
    const pending = new Set<string>();
    const list = this.#parts.watch.open((changes) => {
      const known = pending.size === 0 ? changes : changes.filter(({ user }) => !pending.has(user));
      if (known.length > 0) notice(known);
    });
    return { list, pending };
  }

  #forget(session: ServerSession): void {
    const watching = this.#sessions.get(session);
    if (watching === undefined) return;
    this.#sessions.delete(session);
    watching.forget();
    watching.listed.list.close();
    watching.counted.list.close();
  }

  #tell(session: ServerSession, changes: readonly PresenceChange[]): void {
    session.batch(() => {
      for (const change of changes) this.#parts.deliver(session, PRESENCE_CHANNEL, change);
    });
  }

  #tellCount(session: ServerSession, list: WatchList): void {
    const present = list.present().filter((user) => user.present).length;
    this.#parts.deliver(session, PRESENCE_CHANNEL, { present, watched: list.users.size });
  }

  #mustHaveRoom(session: ServerSession, { wanted, unwanted, counts }: Request): void {
    const { maxWatches } = this.#parts.options;
    const watching = this.#sessions.get(session);
    const [part, other] = counts ? [watching?.counted, watching?.listed] : [watching?.listed, watching?.counted];
    const after = new Set(wanted);
    for (const user of part?.list.users ?? []) if (!unwanted.has(user)) after.add(user);
    if (after.size + (other?.list.users.size ?? 0) <= maxWatches) return;
    throw new BayeuxError(403, ["watch"], `watch must not exceed ${maxWatches} users for one session`);
  }

  #read(data: unknown): Request {
    if (!isObject(data) || (data.watch === undefined && data.unwatch === undefined)) {
      throw wrong("data", 'must be an object with "watch" or "unwatch"');
    }
    const { counts = false } = data;
    if (typeof counts !== "boolean") throw wrong("counts", "must be true or false");
    return { wanted: this.#readUsers("watch", data.watch), unwanted: this.#readUsers("unwatch", data.unwatch), counts };
  }

  #readUsers(field: string, value: unknown): Set<string> {
    if (value === undefined) return new Set();
    const { maxWatches, maxUserIdBytes } = this.#parts.options;
    if (!Array.isArray(value) || value.length > maxWatches) {
      throw wrong(field, `must be an array of at most ${maxWatches} user ids`);
    }
    for (const user of value) {
      const problem = userIdProblem(user, maxUserIdBytes);
      if (problem !== undefined) throw wrong(field, `each ${problem}`);
    }
    return new Set(value as string[]);
  }
}

function wrong(field: string, allowed: string): BayeuxError {
  return new BayeuxError(400, [field], `${field} ${allowed}`);
}
