/** Longest name that can be picked here, in characters as people count them. */
export const MAX_NAME_CHARS = 32;

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Makes a name of what somebody typed.
 * @param {string} typed
 * @returns {{ name: string, problem?: undefined } | { name?: undefined, problem: string }}
 */
export function readName(typed) {
  const name = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (name === "") return { problem: "Please enter a name." };
  if ([...name].length > MAX_NAME_CHARS) return { problem: `Please take at most ${MAX_NAME_CHARS} characters.` };
  if (UNSEEN.test(name)) return { problem: "Please take only characters that can be seen." };
  return { name };
}

/**
 * A name as it is shown. Users of other clients may have any text as their name, also text that is made to look like
 * another name or to turn the line around.
 * @param {string} user
 */
export function shownName(user) {
  return user.replace(new RegExp(UNSEEN, "gu"), "\u{fffd}");
}

/**
 * One or two letters for a name.
 * @param {string} user
 */
export function initials(user) {
  const words = shownName(user).split(" ").filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0] ?? "?"];
  return letters.map((word) => [...word][0].toLocaleUpperCase()).join("");
}

/** Hues on which white letters look well. */
const HUES = [262, 25, 165, 310, 205, 350, 55, 235, 145, 285];

/**
 * The same colour for the same name, on every page.
 * @param {string} user
 * @returns {number} a hue, in degrees
 */
export function hueOf(user) {
  let hash = 7;
  for (const letter of user) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return HUES[hash % HUES.length];
}

/**
 * What tells a node from the others of its cloud.
 * @param {string} url - of its Bayeux endpoint
 */
export function nodeName(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
