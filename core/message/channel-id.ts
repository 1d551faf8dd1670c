/**
 * A parsed channel name.
 * @see Bayeux 1.0, "channel"; spec section 3: wildcards only as the whole last segment
 */
export interface ChannelId {
  readonly name: string;
  readonly kind: "meta" | "service" | "broadcast";
  /** `*` matches one further segment, `**` one or more. */
  readonly wildcard: "none" | "*" | "**";
  /**
   * The names whose subscribers get what is published here, from general to exact: for `/a/b` these are
   * `/**`, `/a/**`, `/a/*`, `/a/b`. For a wildcard: those that take at least as much, and itself.
   */
  readonly matching: readonly string[];
}

/** Longest channel name taken, in UTF-16 units; and the deepest. Both guard the matching set of a stranger's name. */
export const MAX_CHANNEL_LENGTH = 512;
export const MAX_CHANNEL_DEPTH = 32;

const LEGAL = /^\/[A-Za-z0-9 !#$()*+\-./@_{~}]+$/;

/**
 * Parses a channel name as CometD does: blanks around it and one trailing slash are dropped.
 * @returns undefined when the name is not legal: wrong characters, an empty inner segment, a wildcard segment anywhere
 *   but last, longer than {@link MAX_CHANNEL_LENGTH} or deeper than {@link MAX_CHANNEL_DEPTH}
 */
export function parseChannel(text: unknown): ChannelId | undefined {
  if (typeof text !== "string") return undefined;
  const known = recent.get(text);
  if (known !== undefined) return known;
  const id = parse(text);
  if (id === undefined || text.length > MAX_REMEMBERED_LENGTH) return id;
  if (recent.size >= MAX_REMEMBERED) recent.clear();
  recent.set(text, id);
  return id;
}

/** The same few names come again and again, most of all where no channel of theirs exists: as inboxes of users, say. */
const recent = new Map<string, ChannelId>();
const MAX_REMEMBERED = 1_024;
const MAX_REMEMBERED_LENGTH = 64;

function parse(text: string): ChannelId | undefined {
  if (text.length > MAX_CHANNEL_LENGTH || !LEGAL.test(text)) return undefined;
  let name = text.trim();
  // Blanks before the slash go as well: a name that is parsed again must stay what it is.
  if (name.endsWith("/")) name = name.slice(0, -1).trimEnd();
  const last = name.slice(name.lastIndexOf("/") + 1);
  if (last === "" || depthOf(name) > MAX_CHANNEL_DEPTH) return undefined;
  if (name.includes("//") || name.includes("/*/") || name.includes("/**/")) return undefined;
  const wildcard = last === "*" || last === "**" ? last : "none";
  return { name, kind: channelKind(name), wildcard, matching: matchingNames(name) };
}

/** Number of segments. */
function depthOf(name: string): number {
  let depth = 0;
  for (let at = 0; at >= 0; at = name.indexOf("/", at + 1)) depth += 1;
  return depth;
}

/** The kind by prefix (spec section 3.2). */
export function channelKind(name: string): ChannelId["kind"] {
  if (name.startsWith("/meta/")) return "meta";
  return name.startsWith("/service/") ? "service" : "broadcast";
}

/** See {@link ChannelId.matching}. @param name - legal */
export function matchingNames(name: string): string[] {
  const names: string[] = [];
  for (let at = 0; at >= 0; at = name.indexOf("/", at + 1)) names.push(`${name.slice(0, at)}/**`);
  // `/a/*` is less than `/a/**`: who guards or grants the first has no say over the second.
  if (!name.endsWith("/**")) names.push(`${name.slice(0, name.lastIndexOf("/"))}/*`);
  // A wildcard's own name is there, and last: as a channel, `/a/**` is its own exact match.
  if (names.at(-1) !== name) names.push(name);
  return names;
}

/** Whether a subscription to `pattern` gets what is published on the channel `name`. Both must be legal names. */
export function matches(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  if (pattern.endsWith("/**")) return name.startsWith(pattern.slice(0, -2)) && name.length > pattern.length - 2;
  if (!pattern.endsWith("/*")) return false;
  const parent = pattern.slice(0, -1);
  return name.startsWith(parent) && name.length > parent.length && !name.includes("/", parent.length);
}
