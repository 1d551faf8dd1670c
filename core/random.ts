/** Where chance comes from. Handed in, so that a simulated cloud repeats itself from a seed (DESIGN decision 2). */
export interface Random {
  /** At least 0, below 1. For jitter and choices, never for secrets. */
  fraction(): number;
  /** Unguessable text of letters and digits that carries `bits` of chance; for ids a stranger must not guess. */
  token(bits: number): string;
}

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Asked for at once: the platform takes as long for some hundred bytes as for a few. */
const POOL_BYTES = 1_024;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** The platform's secure source (Web Crypto). Runs in Node.js and in browsers. */
export const systemRandom: Random = {
  fraction: Math.random,
  token(bits) {
    const length = Math.ceil(bits / Math.log2(ALPHABET.length));
    let text = "";
    while (text.length < length) {
      const byte = nextByte();
      // 252 = 7 * 36: bytes above it would make the first letters likelier than the others.
      if (byte < 252) text += ALPHABET[byte % ALPHABET.length];
    }
    return text;
  },
};

/** A byte that nobody has got before. What was handed out is not kept: whoever reads this memory later learns no id of it. */
function nextByte(): number {
  if (used === POOL_BYTES) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const byte = pool[used]!;
  pool[used] = 0;
  used += 1;
  return byte;
}
