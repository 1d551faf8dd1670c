import { posix } from "node:path";

/** One import of one file: `from` and, when it is a file of ours, `to` are paths below the project's root. */
export interface Arrow {
  readonly from: string;
  /** The file imported, or `npm:ws` for a package, or `node:fs`. */
  readonly to: string;
  /** Erased by the compiler: `import type`, `export type`, `import("…").Type`. */
  readonly typeOnly: boolean;
  /** `import("…")`: loaded when it is reached, not with the file. */
  readonly isLater: boolean;
}

/** Inside core, each imports values only from those before it. */
const CORE_ORDER = ["message", "channel", "session", "security", "extension", "server", "transport"];
/** These know nothing of {@link CORE_ORDER}. */
const CORE_BESIDE = ["http", "metrics", "admin"];
const BUS = ["core", "cluster", "seti", "proto"];
/** What stands beside the bus: each knows the bus and, of its kind, what is named. */
const BESIDE_THE_BUS = ["auth", "rights", "hooks", "telemetry", "console", "api"];
/** What each layer may import. `top` are the root files, which with `api` see every layer. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  cluster: ["core", "cluster", "proto"],
  seti: ["core", "cluster", "seti", "proto"],
  proto: ["proto"],
  auth: [...BUS, "auth"],
  rights: [...BUS, "auth", "rights"],
  hooks: [...BUS, "auth", "hooks"],
  telemetry: [...BUS, "telemetry"],
  console: ["console"],
  api: [...BUS, ...BESIDE_THE_BUS, "top"],
  top: [...BUS, ...BESIDE_THE_BUS, "top"],
  scripts: [...BUS, ...BESIDE_THE_BUS, "top", "scripts"],
};

/** The layer of a file: its first folder, `top` for a file at the root. */
export function layerOf(path: string): string {
  const slash = path.indexOf("/");
  return slash < 0 ? "top" : path.slice(0, slash);
}

/** The room of a core file: its folder in core, `root` for `core/clock.ts` and its like. */
function roomOf(path: string): string {
  const [, room = "", rest] = path.split("/");
  return rest === undefined ? "root" : room;
}

/**
 * What is wrong with an arrow.
 * @returns a sentence, or undefined when the arrow is right
 */
export function faultOf(arrow: Omit<Arrow, "isLater">): string | undefined {
  const layer = layerOf(arrow.from);
  const allowed = LAYERS[layer];
  if (allowed === undefined) return `${layer}/ is no layer: give it a place in the architecture rules`;
  if (!isOurs(arrow.to)) return packageFaultOf(arrow);
  const target = layerOf(arrow.to);
  if (!allowed.includes(target)) return `${layer} must not import ${target}`;
  return layer === "core" ? coreFaultOf(arrow) : undefined;
}

function isOurs(to: string): boolean {
  return !to.startsWith("npm:") && !to.startsWith("node:");
}

function packageFaultOf({ from, to }: Pick<Arrow, "from" | "to">): string | undefined {
  if (to === "npm:oortbus" || to.startsWith("npm:oortbus/")) {
    return layerOf(from) === "scripts" ? undefined : "a layer does not import its own package by name";
  }
  if (layerOf(from) === "console" && !/^npm:(preact(\/hooks)?|uplot)$/.test(to))
    return `the console is a page: no ${to}`;
  const bundled = from.startsWith("core/client/") || from.startsWith("core/message/");
  if (bundled && to.startsWith("node:")) return `${posix.dirname(from)} runs in browsers: no ${to}`;
  if (bundled && to === "npm:ws" && from !== "core/client/node.ts") return "of core/client only node.ts may use ws";
  return undefined;
}

function coreFaultOf({ from, to, typeOnly }: Omit<Arrow, "isLater">): string | undefined {
  const room = roomOf(from);
  const target = roomOf(to);
  if (room === target || target === "root") return undefined;
  if (room === "client") {
    return target === "message" ? undefined : `client needs message and core's root files only, not ${target}`;
  }
  if (CORE_BESIDE.includes(room)) {
    const known = CORE_ORDER.includes(target) || target === "client";
    return known ? `${room} knows nothing of ${target}` : undefined;
  }
  if (typeOnly) return undefined;
  if (room === "root") return `core's root files import no values from ${target}`;
  const place = CORE_ORDER.indexOf(room);
  if (place < 0) return `core/${room}/ is unknown: give it a place in the architecture rules`;
  const before = CORE_ORDER.indexOf(target);
  return before >= 0 && before < place ? undefined : `${room} must not import values from ${target}`;
}

/** Why a file may not have this text; undefined when it may. Only programs end the process. */
export function exitFaultOf(path: string, source: string): string | undefined {
  if (layerOf(path) === "scripts") return undefined;
  const ends = /\bprocess\s*\.\s*(exit|abort|reallyExit)\b/.exec(withoutComments(source));
  return ends === null ? undefined : `process.${ends[1]}: only scripts end the process`;
}

const STATIC = /(?<![\w$.])(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]*?[\s}*])?from\s*(["'])([^"'\n]+)\2/g;
const SIDE_EFFECT = /(?<![\w$.])import\s*(["'])([^"'\n]+)\1/g;
const DYNAMIC = /(?<![\w$.])(?:import|require)\s*\(\s*(["'`])([^"'`\n]+)\1\s*\)(\s*\.\s*[A-Z])?/g;

/**
 * The imports in a TypeScript file: static, side effect, re-export, dynamic, and types by `import("…").Name`.
 * `import { type A }` counts as a value import, as the compiler keeps its module.
 * @param path - of the file, below the project's root, with `/`
 */
export function arrowsOf(path: string, source: string): Arrow[] {
  const text = withoutComments(source);
  const arrows: Arrow[] = [];
  const add = (specifier: string, typeOnly: boolean, isLater = false): void => {
    arrows.push({ from: path, to: resolve(path, specifier), typeOnly, isLater });
  };
  for (const match of text.matchAll(STATIC)) add(match[3]!, match[1] !== undefined);
  for (const match of text.matchAll(SIDE_EFFECT)) add(match[2]!, false);
  for (const match of text.matchAll(DYNAMIC)) add(match[2]!, match[3] !== undefined, true);
  return arrows;
}

function resolve(path: string, specifier: string): string {
  if (specifier.startsWith("#proto/")) return specifier.replace("#proto/", "proto/gen/");
  if (specifier.startsWith("node:")) return specifier;
  if (!specifier.startsWith(".")) return `npm:${specifier}`;
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, ".ts");
}

const LEXEME = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** Comments become a space; strings stay, so that a `//` inside one is no comment. */
function withoutComments(source: string): string {
  return source.replace(LEXEME, (lexeme) => (lexeme.startsWith("/") ? " " : lexeme));
}
