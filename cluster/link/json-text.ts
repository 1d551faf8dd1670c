/** What the bytes of a JSON text need to become text. */
export type Charset = "latin1" | "utf8";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** Of each byte outside strings: 1 opens, 2 closes, 3 begins a string, 4 has no place. */
const KINDS = new Uint8Array(256);
KINDS[0x5b] = KINDS[0x7b] = 1;
KINDS[0x5d] = KINDS[0x7d] = 2;
KINDS[QUOTE] = 3;
for (let byte = 0; byte < SPACE; byte += 1) KINDS[byte] = 4;

const LONGEST_SCALAR = 40;
const SCALAR = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/;

/**
 * Whether bytes are one JSON value that can be put into a larger text as they are, as far as can be seen without parsing:
 * whatever reads the larger text without error finds one value there, and nothing behind it that its sender smuggled in.
 * It has no control characters either, so that it fits into a line. That it is all JSON is not made sure of: a bad token
 * inside makes the whole text unreadable, and no other one.
 * @param maxDepth - deepest nesting of arrays and objects
 * @returns how to make text of it; undefined when it is nothing of the kind
 */
export function inspectJson(bytes: Uint8Array, start: number, end: number, maxDepth: number): Charset | undefined {
  const kind = KINDS[bytes[start]!]!;
  if (start >= end) return undefined;
  if (kind === 0) return isScalar(bytes, start, end) ? "latin1" : undefined;
  let seen = 0;
  let depth = 0;
  let index = start;
  for (;;) {
    const byte = bytes[index]!;
    index += 1;
    const what = KINDS[byte]!;
    if (what === 0) {
      seen |= byte;
    } else if (what === 3) {
      // The string, up to its end.
      for (let isEscaped = false; ; ) {
        if (index >= end) return undefined;
        const char = bytes[index]!;
        index += 1;
        seen |= char;
        if (char < SPACE) return undefined;
        if (isEscaped) isEscaped = false;
        else if (char === QUOTE) break;
        else isEscaped = char === BACKSLASH;
      }
    } else if (what === 1) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (what === 2) {
      depth -= 1;
    } else {
      return undefined;
    }
    if (depth <= 0) break;
    if (index >= end) return undefined;
  }
  if (depth < 0 || index !== end) return undefined;
  return seen < 0x80 ? "latin1" : "utf8";
}

function isScalar(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_SCALAR) return false;
  let text = "";
  for (let index = start; index < end; index += 1) text += String.fromCharCode(bytes[index]!);
  return SCALAR.test(text);
}
