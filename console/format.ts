/** Longest text of a stranger that is shown; what is cut off is marked. */
const MAX_SHOWN_CHARS = 200;

/** Controls, and what is invisible or turns the direction of its neighbours: Unicode's Cc, Cf, Cs, Co, Cn, Zl and Zp. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * Text of a stranger as it may stand on a page: what cannot be seen, or would change how its neighbours are read, is shown
 * by its number. Markup needs no care here: text becomes text nodes only.
 */
export function shown(text: string, maxChars: number = MAX_SHOWN_CHARS): string {
  const characters = [...text];
  const cut = characters.length > maxChars ? [...characters.slice(0, maxChars), "…"] : characters;
  return cut.join("").replace(INVISIBLE, (character) => {
    const number = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `‹U+${number}›`;
  });
}

const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** A number of things: all digits up to 99,999, then `123K`. */
export function count(value: number): string {
  return value < 100_000 ? whole.format(value) : compact.format(value);
}

/** Things a second: `0`, `0.4`, `12`, `3.4K`. */
export function rate(value: number): string {
  if (value < 0.05) return "0";
  if (value < 10) return value.toFixed(1).replace(/\.0$/, "");
  return value < 10_000 ? whole.format(value) : compact.format(value);
}

export function bytes(value: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let size = value;
  let unit = 0;
  while (size >= 1_024 && unit < units.length - 1) {
    size /= 1_024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}

export function milliseconds(value: number): string {
  if (value < 10) return `${value.toFixed(1)} ms`;
  return value < 1_000 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`;
}

/** How long something has lasted, in its two largest units at most. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d`;
}

export function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** A node's URL as people say it: host and port, and the path only where it is not the usual one. */
export function nodeName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return shown(pathname === "/cometd" ? host : host + pathname, 80);
  } catch {
    return shown(url, 80);
  }
}

/** A moment of the reader's day, or the day as well when it was another one. */
export function moment(ms: number, nowMs: number): string {
  const at = new Date(ms);
  const time = at.toLocaleTimeString("en-GB");
  const isToday = at.toDateString() === new Date(nowMs).toDateString();
  return isToday ? time : `${at.toLocaleDateString("en-CA")} ${time}`;
}

/** A word of the API as words: `messagesDropped` is `messages dropped`. */
export function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
