/** A string of JSON, and the colon that makes it a member's name. */
const STRING = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/**
 * Reads JSON in which no object names a member twice (RFC 7519, 4: such tokens may be refused). Readers differ in which
 * of the two they take, so what an issuer, a gateway and this node see could be different users.
 * @throws SyntaxError when it is no JSON, or a name stands twice
 */
export function parseUniqueMembers(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let named = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) named += 1;
  if (named !== countMembers(value)) throw new SyntaxError("a member stands twice");
  return value;
}

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts: unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce<number>((sum, part) => sum + countMembers(part), own);
}
