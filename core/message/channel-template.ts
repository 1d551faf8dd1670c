import { matches, parseChannel } from "./channel-id.js";

/**
 * The parameters of a template, by name: `{ room: string }` for `/chat/{room}`; `{}` for a name without any. For a
 * `string` known at run time only, any.
 */
export type ParametersOf<Path extends string> = string extends Path
  ? Readonly<Record<string, string>>
  : { readonly [Name in NamesOf<Path>]: string };

type NamesOf<Path extends string> = Path extends `${infer Segment}/${infer Rest}`
  ? NameOf<Segment> | NamesOf<Rest>
  : NameOf<Path>;

type NameOf<Segment extends string> = Segment extends `{${infer Name}}` ? Name : never;

/**
 * A pattern of channel names that server code is bound to: an exact name, a wildcard, or a template whose segments
 * `{name}` stand for exactly one segment each.
 * @see spec/bayeux.md section 3.1
 */
export interface ChannelTemplate<Path extends string = string> {
  readonly pattern: Path;
  /** The channel that takes all the names that match: the name itself, or the narrowest wildcard. */
  readonly covering: string;
  /** The parameters of a legal name; undefined when it does not match. Values are what peers sent. */
  match(name: string): ParametersOf<Path> | undefined;
  /**
   * The name with these parameters filled in.
   * @throws RangeError when one is missing or is no single segment, or the pattern is a wildcard
   */
  fill(parameters: ParametersOf<Path>): string;
}

/** @throws RangeError when the pattern is no legal name, mixes a template with a wildcard, or names a parameter twice */
export function parseTemplate<Path extends string>(pattern: Path): ChannelTemplate<Path> {
  const id = parseChannel(pattern);
  if (id === undefined) throw new RangeError(`not a legal channel name: ${pattern}`);
  const segments = id.name.split("/").slice(1);
  const names = segments.map((segment) => /^\{(.+)\}$/.exec(segment)?.[1]);
  const given = names.filter((name) => name !== undefined);
  if (given.length > 0 && id.wildcard !== "none") {
    throw new RangeError(`a template cannot be mixed with a wildcard: ${pattern}`);
  }
  if (new Set(given).size < given.length) throw new RangeError(`a parameter is named twice: ${pattern}`);
  return {
    pattern,
    covering: coveringName(segments, names),
    match: (name) => {
      if (given.length === 0) return matches(id.name, name) ? (NO_PARAMETERS as ParametersOf<Path>) : undefined;
      return matchSegments(segments, names, name) as ParametersOf<Path> | undefined;
    },
    fill: (parameters) => {
      const values = parameters as Readonly<Record<string, string>>;
      const filled = `/${segments.map((segment, index) => filledSegment(segment, names[index], values)).join("/")}`;
      const made = parseChannel(filled);
      if (made === undefined || made.wildcard !== "none" || made.name !== filled) {
        throw new RangeError(`no channel to publish on: ${filled}`);
      }
      return filled;
    },
  };
}

const NO_PARAMETERS = Object.freeze({});

type Names = readonly (string | undefined)[];

/** `/a/{x}` is covered by `/a/*`, `/a/{x}/b` only by `/a/**`. */
function coveringName(segments: readonly string[], names: Names): string {
  const first = names.findIndex((name) => name !== undefined);
  if (first < 0) return `/${segments.join("/")}`;
  const wildcard = first === segments.length - 1 ? "*" : "**";
  return `/${[...segments.slice(0, first), wildcard].join("/")}`;
}

function matchSegments(
  segments: readonly string[],
  names: Names,
  name: string,
): Readonly<Record<string, string>> | undefined {
  const parts = name.split("/").slice(1);
  // A wildcard is a channel of its own, on which nothing is published: it stands for no parameter.
  if (parts.length !== segments.length || parts.at(-1) === "*" || parts.at(-1) === "**") return undefined;
  // Entries, not assignments: a parameter may be called what it likes.
  const entries: [string, string][] = [];
  for (const [index, part] of parts.entries()) {
    const parameter = names[index];
    if (parameter !== undefined) entries.push([parameter, part]);
    else if (segments[index] !== part) return undefined;
  }
  return Object.fromEntries(entries);
}

function filledSegment(segment: string, name: string | undefined, values: Readonly<Record<string, string>>): string {
  if (name === undefined) return segment;
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typeof value !== "string" || value === "" || value.includes("/")) {
    throw new RangeError(`the parameter ${name} must be one segment of a channel name`);
  }
  return value;
}
