/** Longest node URL taken from a peer, in UTF-16 units. URLs are kept and gossiped, so a stranger's must be bounded. */
export const MAX_NODE_URL_LENGTH = 1024;

/**
 * Whether a text can name a node: an absolute http(s) URL with a host. Node URLs are compared as plain strings and never
 * rewritten (spec/oort-seti.md section 3), so this only tells, and returns nothing normalised.
 */
export function isNodeUrl(text: unknown): text is string {
  if (typeof text !== "string" || text.length > MAX_NODE_URL_LENGTH || !/^https?:\/\//.test(text)) return false;
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}
