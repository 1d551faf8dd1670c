import { hashOf, PresenceDigest } from "./presence-digest.js";

/**
 * Users named by short marks, five characters each, for a reader who is likely to know them. A mark is a hash, so two users
 * may have the same one: the hash of all of them together shows whether the right ones were found.
 */
export interface MarkedUsers {
  readonly marks: readonly number[];
  readonly hash: number;
}

const CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const MARK_CHARS = 5;
/** A hash has 52 bits, a mark 30. */
const SPARE = 2 ** 22;

export function markOf(user: string): number {
  return Math.floor(hashOf(user) / SPARE);
}

export function markUsers(users: readonly string[]): MarkedUsers {
  return { marks: users.map(markOf), hash: hashOfAll(users) };
}

/** Whether these are the users that were marked. */
export function areMarked(users: readonly string[], { hash }: MarkedUsers): boolean {
  return hashOfAll(users) === hash;
}

function hashOfAll(users: readonly string[]): number {
  const digest = new PresenceDigest();
  for (const user of users) digest.add(user);
  return digest.hash;
}

/** The marks as text, one behind the other. */
export function writeMarks(marks: readonly number[]): string {
  let text = "";
  for (const mark of marks) {
    for (let shift = 6 * (MARK_CHARS - 1); shift >= 0; shift -= 6) text += CHARS[(mark >> shift) & 63];
  }
  return text;
}

/** @returns undefined for what are no marks */
export function readMarks(text: unknown): number[] | undefined {
  if (typeof text !== "string" || text.length % MARK_CHARS !== 0 || !/^[\w-]*$/.test(text)) return undefined;
  return Array.from({ length: text.length / MARK_CHARS }, (_, index) => {
    let mark = 0;
    for (let at = index * MARK_CHARS; at < (index + 1) * MARK_CHARS; at += 1)
      mark = mark * 64 + CHARS.indexOf(text[at]!);
    return mark;
  });
}
