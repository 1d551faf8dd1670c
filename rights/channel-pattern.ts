import { parseChannel } from "../core/message/channel-id.js";

/** Names that are not the application's: what begins so is taken only by patterns that begin with the same word. */
const RESERVED: ReadonlySet<string> = new Set(["meta", "service", "oort", "seti"]);

/** What an operation is about: one channel, or all that a wildcard takes. Made of a name that is canonical already. */
export interface ChannelTarget {
  /** Without the wildcard. */
  readonly segments: readonly string[];
  readonly wildcard: "none" | "*" | "**";
}

/** @param name - legal and canonical, as the server hands it to policies */
export function targetOf(name: string): ChannelTarget {
  const segments = name.split("/").slice(1);
  const last = segments.at(-1);
  if (last !== "*" && last !== "**") return { segments, wildcard: "none" };
  return { segments: segments.slice(0, -1), wildcard: last };
}

/** One segment: a word, `{user}`, or any one segment. */
type Segment = { readonly word: string } | "user" | "any";

/** Stands for every segment there may be: the one a `*` leaves open. */
const EVERY = Symbol("every segment");
type Asked = readonly (string | typeof EVERY)[];

/**
 * A set of channels as a rule or a token names it: a name, whose segments may be `{user}` (the user who asks) or any other
 * `{parameter}` (one segment, whatever it is), perhaps ending in `*` (one more segment) or `**` (one or more).
 *
 * Names are compared segment by segment and never put together, so nothing in a user id can make it mean more: `{user}` is
 * one segment that is the same as the id, and an id with a slash or with characters that no channel has is in no channel.
 */
export class ChannelPattern {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #tail: "" | "*" | "**";
  readonly #reserved: string | undefined;

  /** @throws RangeError saying what is wrong with the text */
  constructor(text: string) {
    const problem = patternProblem(text);
    if (problem !== undefined) throw new RangeError(problem);
    const { segments, wildcard } = targetOf(text);
    this.text = text;
    this.#segments = segments.map(segmentOf);
    this.#tail = wildcard === "none" ? "" : wildcard;
    this.#reserved = reservedWord(segments);
  }

  /**
   * Whether all of the target is in here: what a right on it needs.
   * @param user - who asks; undefined: nobody, and `{user}` is no segment at all
   */
  takes(target: ChannelTarget, user: string | undefined): boolean {
    if (this.#reserved !== reservedWord(target.segments)) return false;
    const own = this.#segments;
    const depth = target.segments.length;
    if (target.wildcard === "**") {
      return this.#tail === "**" && own.length <= depth && this.#fits(target.segments, user, "takes");
    }
    const asked: Asked = target.wildcard === "*" ? [...target.segments, EVERY] : target.segments;
    return this.#hasDepth(asked.length) && this.#fits(asked, user, "takes");
  }

  /** Whether any of the target is in here: enough to forbid it. */
  touches(target: ChannelTarget, user: string | undefined): boolean {
    if (target.wildcard === "none") return this.takes(target, user);
    if (this.#reserved !== reservedWord(target.segments)) return false;
    const { segments } = target;
    if (target.wildcard === "*") {
      return this.#hasDepth(segments.length + 1) && this.#fits([...segments, EVERY], user, "touches");
    }
    const deepest = this.#tail === "**" ? Number.POSITIVE_INFINITY : this.#segments.length + this.#tail.length;
    return deepest > segments.length && this.#fits(segments, user, "touches");
  }

  #hasDepth(depth: number): boolean {
    const own = this.#segments.length;
    return this.#tail === "**" ? depth > own : depth === own + this.#tail.length;
  }

  /** Compares as many segments as both have. */
  #fits(asked: Asked, user: string | undefined, how: "takes" | "touches"): boolean {
    if (user === undefined && this.#segments.includes("user")) return false;
    const count = Math.min(this.#segments.length, asked.length);
    for (let index = 0; index < count; index += 1) {
      const own = this.#segments[index]!;
      const segment = asked[index]!;
      if (own === "any") continue;
      if (segment === EVERY) {
        if (how === "takes") return false;
      } else if (segment !== (own === "user" ? user : own.word)) return false;
    }
    return true;
  }
}

/** What is wrong with the text of a pattern; undefined: nothing. */
export function patternProblem(text: unknown): string | undefined {
  const id = parseChannel(text);
  if (id === undefined) return "must be a channel such as /chat/lobby, /chat/*, /chat/** or /user/{user}/**";
  if (id.name !== text) return `must be written ${id.name}`;
  const wrong = id.name.split("/").find((segment) => /[{}]/.test(segment) && !/^\{[^{}]+\}$/.test(segment));
  return wrong === undefined ? undefined : `${wrong}: a parameter is a whole segment, such as {user}`;
}

function segmentOf(text: string): Segment {
  if (text === "{user}") return "user";
  return text.startsWith("{") ? "any" : { word: text };
}

/** `service` for `/service/…`, and so on; undefined for the application's channels and for bare wildcards. */
function reservedWord([first]: readonly string[]): string | undefined {
  return first !== undefined && RESERVED.has(first) ? first : undefined;
}
