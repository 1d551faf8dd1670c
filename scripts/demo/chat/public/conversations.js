/** The key of the conversation with everybody: no user has an empty name. */
export const EVERYONE = "";

/** Longest text of a message, in UTF-16 units. The server refuses longer ones in the lobby. */
export const MAX_TEXT_CHARS = 2_000;

/** The oldest entry of a conversation goes when there are more. */
const MAX_ENTRIES = 500;
/** The oldest conversation goes when there are more. */
const MAX_TALKS = 200;
/** Messages whose second arrival is noticed. */
const MAX_REMEMBERED = 1_000;

/**
 * @typedef {object} Entry
 * @property {"message" | "news"} kind
 * @property {string} talk - key of its conversation
 * @property {string} text
 * @property {number} at - when it was here, milliseconds since the epoch
 * @property {string} [from] - of a message
 * @property {string} [id] - made by the sender
 * @property {boolean} [own]
 * @property {"pending" | "sent" | "failed"} [state] - of an own message
 * @property {string} [note] - what became of it
 *
 * @typedef {object} Talk
 * @property {string} key - {@link EVERYONE}, or the other user
 * @property {Entry[]} entries
 * @property {number} unread
 *
 * @typedef {{ user: string, nodes: string[] }} Person - `nodes`: URLs of the nodes the user is on; none: offline
 *
 * @typedef {object} Screen - what draws this; each method is told after the fact
 * @property {(talk: Talk, entry: Entry) => void} added
 * @property {(entry: Entry) => void} changed
 * @property {() => void} people - somebody came or went, or something is unread or read
 * @property {boolean} isHidden - nobody looks at it
 */

/** Everything on the screen, as data: who is online, and what was said. */
export class Conversations {
  /** @type {Talk} */
  open;
  /** @type {Map<string, string[]>} the nodes of everybody online, this user included */
  online = new Map();
  /** @type {Map<string, Talk>} */
  #talks = new Map();
  /** @type {Set<string>} */
  #seen = new Set();
  #count = 0;
  #origin = crypto.getRandomValues(new Uint32Array(2)).join("");

  /**
   * @param {string} me
   * @param {Screen} screen
   */
  constructor(me, screen) {
    this.me = me;
    this.screen = screen;
    this.open = this.talk(EVERYONE);
  }

  /** Conversations in the order shown: everybody, who is online, then who was. @returns {Talk[]} */
  get shown() {
    const others = [...new Set([...this.online.keys(), ...this.#talks.keys()])].filter(
      (user) => user !== this.me && user !== EVERYONE,
    );
    others.sort((a, b) => Number(this.online.has(b)) - Number(this.online.has(a)) || a.localeCompare(b));
    return [EVERYONE, ...others].map((key) => this.#talks.get(key) ?? { key, entries: [], unread: 0 });
  }

  get unread() {
    return [...this.#talks.values()].reduce((sum, talk) => sum + talk.unread, 0);
  }

  /** @param {string} key @returns {Talk} */
  talk(key) {
    let talk = this.#talks.get(key);
    if (talk === undefined) {
      talk = { key, entries: [], unread: 0 };
      this.#talks.set(key, talk);
      if (this.#talks.size > MAX_TALKS) this.#forgetOne();
    }
    return talk;
  }

  /** @param {string} key */
  openTalk(key) {
    this.open = this.talk(key);
    this.open.unread = 0;
    this.screen.people();
  }

  /** What is open was seen. */
  read() {
    if (this.open.unread === 0) return;
    this.open.unread = 0;
    this.screen.people();
  }

  /**
   * The whole list of who is online, after each login. Who came or went meanwhile is not told one by one.
   * @param {Person[]} people
   */
  setPeople(people) {
    this.online = new Map(people.map(({ user, nodes }) => [user, nodes]));
    this.screen.people();
  }

  /** @param {Person[]} changes */
  changePeople(changes) {
    for (const { user, nodes } of changes) {
      const was = this.online.has(user);
      if (nodes.length > 0) this.online.set(user, nodes);
      else this.online.delete(user);
      if (user === this.me || was === nodes.length > 0) continue;
      const key = this.#talks.has(user) && this.open.key === user ? user : EVERYONE;
      this.news(was ? "left" : "joined", key, user);
    }
    this.screen.people();
  }

  /**
   * Something that happened, told in a line of its own.
   * @param {string} text
   * @param {string} [key] - where to tell it
   * @param {string} [user] - whom it is about; shown before the text
   */
  news(text, key = EVERYONE, user = undefined) {
    this.#add({ kind: "news", talk: key, text, at: Date.now(), from: user });
  }

  /**
   * A message from elsewhere; one that came before is ignored.
   * @param {string} key
   * @param {{ from: string, text: string, id: string }} message
   */
  received(key, { from, text, id }) {
    if (!this.#isNew(from, id)) return;
    const own = from === this.me;
    const entry = { kind: "message", talk: key, from, text: text.slice(0, MAX_TEXT_CHARS), id, own, at: Date.now() };
    const talk = this.#add(own ? { ...entry, state: "sent" } : entry);
    if (own || (talk === this.open && !this.screen.isHidden)) return;
    talk.unread += 1;
    this.screen.people();
  }

  /**
   * A message of this user, not sent yet.
   * @param {string} text
   * @returns {Entry}
   */
  written(text) {
    this.#count += 1;
    const id = `${this.#origin}-${this.#count}`;
    this.#isNew(this.me, id);
    const entry = {
      kind: "message",
      talk: this.open.key,
      from: this.me,
      own: true,
      state: "pending",
      text,
      id,
      at: Date.now(),
    };
    this.#add(entry);
    return entry;
  }

  /**
   * @param {Entry} entry
   * @param {"pending" | "sent" | "failed"} state
   * @param {string} [note]
   */
  settle(entry, state, note) {
    entry.state = state;
    entry.note = note;
    this.screen.changed(entry);
  }

  /** @param {Entry} entry */
  #add(entry) {
    const talk = this.talk(entry.talk);
    talk.entries.push(entry);
    if (talk.entries.length > MAX_ENTRIES) talk.entries.shift();
    this.screen.added(talk, entry);
    return talk;
  }

  #forgetOne() {
    const oldest = [...this.#talks.keys()].find((key) => key !== EVERYONE && key !== this.open.key);
    this.#talks.delete(oldest);
  }

  /** @param {string} from @param {string} id */
  #isNew(from, id) {
    const key = JSON.stringify([from, id]);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    if (this.#seen.size > MAX_REMEMBERED) this.#seen.delete(this.#seen.values().next().value);
    return true;
  }
}
