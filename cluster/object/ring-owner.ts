import { createHash } from "node:crypto";
import HashRing from "hashring";

/**
 * Which of these nodes a thing belongs to, by consistent hashing: the same on every node that knows the same nodes, and
 * when one comes or goes, only what it gains or loses moves.
 * @param urls - in any order
 * @returns undefined when there are none
 */
export function ringOwner(thing: string, urls: Iterable<string>): string | undefined {
  const sorted = [...new Set(urls)].sort();
  if (sorted.length < 2) return sorted[0];
  // The ring reads names as host:port and keeps them as keys of plain objects, so it gets digests instead of URLs.
  const names = new Map(sorted.map((url) => [digest(url).toString("hex").slice(0, 32), url]));
  const [name] = new HashRing([...names.keys()], digest, { "max cache size": 1 }).range(thing, 1);
  return names.get(name as string);
}

/** Not md5, which the ring would take: it is not there in every build of Node. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
