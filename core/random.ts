/** Where chance comes from. Handed in, so that a simulated cloud repeats itself from a seed (DESIGN decision 2). */
export interface Random {
  /** At least 0, below 1. For jitter and choices, never for secrets. */
  fraction(): number;
  /** Unguessable text of letters and digits that carries `bits` of chance; for ids a stranger must not guess. */
  token(bits: number): string;
}

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The platform's secure source (Web Crypto). Runs in Node.js and in browsers. */
export const systemRandom: Random = {
  fraction: Math.random,
  token(bits) {
    const length = Math.ceil(bits / Math.log2(ALPHABET.length));
    let text = "";
    while (text.length < length) {
      for (const byte of crypto.getRandomValues(new Uint8Array(length - text.length + 8))) {
        // 252 = 7 * 36: bytes above it would make the first letters likelier than the others.
        if (byte < 252 && text.length < length) text += ALPHABET[byte % ALPHABET.length];
      }
    }
    return text;
  },
};
