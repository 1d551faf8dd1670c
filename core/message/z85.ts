const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
const BASE = 85;
/** What a missing character counts as: the largest digit, so that the bytes before it come out right. */
const FILL = BASE - 1;

const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/**
 * Bytes as text, 4 bytes to 5 characters, big-endian. A last group of fewer bytes has one character more than bytes.
 * @see ZeroMQ RFC 32/Z85; spec/bayeux.md section 21.5 for lengths that are no multiple of 4
 */
export function encodeZ85(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const count = Math.min(4, bytes.length - at);
    let value = 0;
    for (let index = 0; index < 4; index += 1) value = value * 256 + (index < count ? bytes[at + index]! : 0);
    let group = "";
    for (let index = 0; index < 5; index += 1) {
      group = DIGITS[value % BASE]! + group;
      value = Math.floor(value / BASE);
    }
    text += group.slice(0, count + 1);
  }
  return text;
}

/**
 * The bytes of a text.
 * @returns undefined when it is none: another character, a length that no bytes have, a group beyond 32 bits
 */
export function decodeZ85(text: string): Uint8Array<ArrayBuffer> | undefined {
  const rest = text.length % 5;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 5) * 4 + Math.max(0, rest - 1));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let value = 0;
    for (let index = 0; index < 5; index += 1) {
      const digit = at + index < text.length ? VALUES.get(text.charCodeAt(at + index)) : FILL;
      if (digit === undefined) return undefined;
      value = value * BASE + digit;
    }
    if (value > 0xffff_ffff) return undefined;
    for (let index = 0; index < 4 && to + index < bytes.length; index += 1) {
      bytes[to + index] = Math.floor(value / 256 ** (3 - index)) % 256;
    }
  }
  return bytes;
}
