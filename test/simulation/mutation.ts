/**
 * A bug to be planted: in the compiled text of one file of production code, a piece that occurs once is replaced by
 * another. Only processes that ask for it run it; see mutation-hooks.ts.
 */
export interface Mutation {
  readonly name: string;
  /** From the project's root, as in the sources: `seti/remote-users.ts`. */
  readonly file: string;
  /** JavaScript, as the compiler leaves it; white space counts as white space, whatever there is of it. */
  readonly find: string;
  readonly replace: string;
  /** What a cloud with it does wrong. */
  readonly why: string;
}

/** @throws Error when what is to be replaced does not occur exactly once: the code has changed, and this must follow */
export function mutated(source: string, { name, file, find, replace }: Mutation): string {
  const pattern = new RegExp(find.trim().split(/\s+/).map(escaped).join("\\s+"), "g");
  const count = source.match(pattern)?.length ?? 0;
  if (count !== 1) throw new Error(`mutation ${name}: what it replaces occurs ${count} times in ${file}`);
  return source.replace(pattern, () => replace);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
