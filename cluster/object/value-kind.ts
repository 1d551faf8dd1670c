/** How an OortObject reads the values of other nodes, and what a part is that was never set. */
export interface ValueKind<T> {
  empty(): T;
  /** @param wire - anything. @returns undefined for no value of this kind */
  read(wire: unknown): T | undefined;
}

/** As Java's factory: a boolean, or its text. */
export const booleanValue: ValueKind<boolean> = {
  empty: () => false,
  read: (wire) => {
    if (typeof wire === "boolean") return wire;
    return typeof wire === "string" ? wire.toLowerCase() === "true" : undefined;
  },
};

/** As Java's factory for longs: any number. Beyond 2^53 it is not exact here. */
export const numberValue: ValueKind<number> = {
  empty: () => 0,
  read: (wire) => (typeof wire === "number" ? wire : undefined),
};

/** As Java's factory: the text of anything. */
export const stringValue: ValueKind<string> = {
  empty: () => "",
  read: (wire) => {
    if (wire === null || wire === undefined) return undefined;
    return typeof wire === "object" ? JSON.stringify(wire) : String(wire);
  },
};

/** Anything that JSON can carry, believed to be a `T`. @param empty - makes the value of a part that was never set */
export function jsonValue<T>(empty: () => T): ValueKind<T> {
  return { empty, read: (wire) => (wire === null ? undefined : (wire as T)) };
}
