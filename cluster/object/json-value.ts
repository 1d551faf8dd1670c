/**
 * A copy of a value as the other nodes will see it: what JSON leaves out is left out here too, and who handed the value
 * in may change it afterwards.
 * @throws TypeError when JSON cannot print it, or prints nothing or `null`: Java's maps and lists hold no null
 */
export function copyAsJson<T>(value: T, what: string): T {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined || text === "null") throw new TypeError(`${what} must be a JSON value other than null`);
  return JSON.parse(text) as T;
}

/** About how many bytes a parsed JSON value has as text. Never prints it; strings count by UTF-16 units. */
export function jsonSize(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return 8;
  let size = 2;
  if (Array.isArray(value)) for (const item of value) size += jsonSize(item) + 1;
  else for (const [key, item] of Object.entries(value)) size += key.length + 4 + jsonSize(item);
  return size;
}

/** A JSON text in which the order of keys means nothing. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

/** Compares two parsed JSON values; the order of keys means nothing. */
export function jsonEquals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && canonicalJson(a) === canonicalJson(b);
}
