import * as nodeModule from "node:module";
import { type Mutation, mutated } from "./mutation.js";

interface Loaded {
  readonly format?: string | null | undefined;
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray | null | undefined;
}

type NextLoad<R> = (url: string, context: unknown) => R;

/** Of Node 22.15 on; before, hooks live in a thread of their own, and get there by {@link initialize}. */
type RegisterHooks = (hooks: { load(url: string, context: unknown, next: NextLoad<Loaded>): Loaded }) => void;

let planted: Mutation | undefined;

/** Plants the bug in what this process imports from now on. */
export function plant(mutation: Mutation): void {
  const { registerHooks } = nodeModule as unknown as { registerHooks?: RegisterHooks };
  if (registerHooks === undefined) return nodeModule.register(import.meta.url, { data: mutation });
  initialize(mutation);
  registerHooks({ load: (url, context, next) => withBug(url, next(url, context)) });
}

/** Called in the thread of the hooks. */
export function initialize(mutation: Mutation): void {
  planted = mutation;
}

/** A module loader hook, see Node's `module.register`. */
export async function load(url: string, context: unknown, next: NextLoad<Promise<Loaded>>): Promise<Loaded> {
  return withBug(url, await next(url, context));
}

function withBug(url: string, loaded: Loaded): Loaded {
  if (planted === undefined || url !== urlOf(planted)) return loaded;
  const source =
    typeof loaded.source === "string" ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString();
  return { ...loaded, source: mutated(source, planted) };
}

/** Compiled code lies beside the compiled tests. */
function urlOf({ file }: Mutation): string {
  return new URL(`../../${file.replace(/\.ts$/, ".js")}`, import.meta.url).href;
}
