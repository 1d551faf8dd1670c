import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload, type SourceOrigin } from "node:module";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { spec, type TestEvent } from "node:test/reporters";
import { fileURLToPath } from "node:url";

// Node's `spec` reporter, with the places in our sources for those in compiled files. Maps are read when something has
// failed: with --enable-source-maps the process of each test file reads those of all that it loads.

/** A place in a compiled file, as a stack trace has it. */
const PLACE = /((?:file:\/\/)?\/[^\s():]+\.js):(\d+):(\d+)/g;

const maps = new Map<string, SourceMap | undefined>();

export default async function* specWithSources(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const line of Readable.from(withSources(events)).pipe(new spec())) yield String(line);
}

async function* withSources(events: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
  for await (const event of events) {
    if (event.type === "test:fail") {
      showSources(event.data.details.error, new Set());
      const { file, line, column } = event.data;
      const origin = file === undefined ? undefined : originOf(file, line ?? 1, column ?? 1);
      if (origin !== undefined) Object.assign(event.data, origin);
    }
    yield event;
  }
}

/** In the stack of an error, of what caused it, and of those that it is made of. */
function showSources(error: unknown, seen: Set<unknown>): void {
  if (!(error instanceof Error) || seen.has(error)) return;
  seen.add(error);
  if (typeof error.stack === "string") {
    error.stack = error.stack.replace(PLACE, (place, file: string, line: string, column: string) => {
      const origin = originOf(file, Number(line), Number(column));
      return origin === undefined ? place : `${origin.file}:${origin.line}:${origin.column}`;
    });
  }
  showSources(error.cause, seen);
  // An AggregateError, which is a plain one after its way here.
  if ("errors" in error && Array.isArray(error.errors)) for (const one of error.errors) showSources(one, seen);
}

function originOf(
  file: string,
  line: number,
  column: number,
): { file: string; line: number; column: number } | undefined {
  const path = file.startsWith("file:") ? fileURLToPath(file) : file;
  if (!maps.has(path)) maps.set(path, readMap(path));
  const origin: Partial<SourceOrigin> = maps.get(path)?.findOrigin(line, column) ?? {};
  const { fileName, lineNumber, columnNumber } = origin;
  if (fileName === undefined || lineNumber === undefined || columnNumber === undefined) return undefined;
  return { file: resolve(dirname(path), fileName), line: lineNumber, column: columnNumber };
}

function readMap(path: string): SourceMap | undefined {
  const file = `${path}.map`;
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, "utf8")) as SourceMapPayload) : undefined;
}
